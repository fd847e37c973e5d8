//! Which alternatives does one of the model's patterns list?
//!
//! The patterns are regular expressions of a narrow kind: alternatives at the top, each a few characters or classes,
//! perhaps with a look behind and a look ahead of single characters, and one group of alternatives inside. This reads
//! exactly that and refuses anything else, so a pattern of another kind is found when the pack is made.

use super::classes::Classes;
use crate::affix::{Ahead, Alternative, Item};

/// Where the alternatives of a pattern are anchored.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    End,
    Nowhere,
}

/// Reads a pattern. Character classes get their flags from `classes`.
pub(super) fn read(pattern: &str, anchor: Anchor, classes: &mut Classes) -> Result<Vec<Alternative>, String> {
    let mut reader = Reader { text: pattern.chars().collect(), at: 0, classes };
    let mut alternatives = Vec::new();
    loop {
        reader.alternative(anchor, &mut alternatives)?;
        if reader.at == reader.text.len() {
            return Ok(alternatives);
        }
        reader.expect('|')?;
    }
}

/// The characters of a class such as `[a-z\u00DF]`, as ranges with both ends included. `at` stands after the bracket.
pub(super) fn class(text: &[char], at: &mut usize) -> Result<Vec<(u32, u32)>, String> {
    let mut ranges = Vec::new();
    loop {
        let first = match text.get(*at) {
            Some(']') => {
                *at += 1;
                return Ok(ranges);
            }
            Some(_) => character(text, at)?,
            None => return Err("a class without end".to_owned()),
        };
        let is_range = text.get(*at) == Some(&'-') && text.get(*at + 1).is_some_and(|&next| next != ']');
        let last = if is_range {
            *at += 1;
            character(text, at)?
        } else {
            first
        };
        ranges.push((u32::from(first), u32::from(last)));
    }
}

/// One character, perhaps escaped.
fn character(text: &[char], at: &mut usize) -> Result<char, String> {
    let fail = |at: usize| format!("an escape that is not known at character {at}");
    let first = *text.get(*at).ok_or_else(|| fail(*at))?;
    *at += 1;
    if first != '\\' {
        return Ok(first);
    }
    let escaped = *text.get(*at).ok_or_else(|| fail(*at))?;
    *at += 1;
    let digits = match escaped {
        'u' => 4,
        'U' => 8,
        _ if escaped.is_ascii_alphanumeric() => return Err(fail(*at)),
        _ => return Ok(escaped),
    };
    let word: String = text.get(*at..*at + digits).ok_or_else(|| fail(*at))?.iter().collect();
    *at += digits;
    u32::from_str_radix(&word, 16).ok().and_then(char::from_u32).ok_or_else(|| fail(*at))
}

struct Reader<'c> {
    text: Vec<char>,
    at: usize,
    classes: &'c mut Classes,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn takes(&mut self, wanted: &str) -> bool {
        let fits = wanted.chars().enumerate().all(|(place, c)| self.text.get(self.at + place) == Some(&c));
        if fits {
            self.at += wanted.chars().count();
        }
        fits
    }

    fn expect(&mut self, wanted: char) -> Result<(), String> {
        if self.peek() == Some(wanted) {
            self.at += 1;
            return Ok(());
        }
        Err(format!("expected `{wanted}`, found {:?} at character {}", self.peek(), self.at))
    }

    fn item(&mut self) -> Result<Item, String> {
        if self.takes("[") {
            let ranges = class(&self.text, &mut self.at)?;
            return Ok(Item::Any(self.classes.flag(ranges)?));
        }
        match self.peek() {
            Some(special) if "(){}*+?^$.".contains(special) => {
                Err(format!("`{special}` is not known at character {}", self.at))
            }
            _ => character(&self.text, &mut self.at).map(Item::One),
        }
    }

    /// Items up to one of the characters in `ends`; whether the last one repeats.
    fn items(&mut self, ends: &str) -> Result<(Vec<Item>, bool), String> {
        let mut items = Vec::new();
        let mut repeats = false;
        while self.peek().is_some_and(|next| !ends.contains(next)) {
            items.push(self.item()?);
            if self.takes("+") {
                repeats = true;
                break;
            }
        }
        // The matcher lengthens a repeat at its front when it reads backwards.
        if repeats && !(items.len() >= 2 && items[items.len() - 1] == items[items.len() - 2]) {
            return Err(format!("a repeat of another kind at character {}", self.at));
        }
        Ok((items, repeats))
    }

    fn alternative(&mut self, anchor: Anchor, found: &mut Vec<Alternative>) -> Result<(), String> {
        if anchor == Anchor::Start {
            self.expect('^')?;
        }
        let mut behind = Vec::new();
        if self.takes("(?<=") {
            behind = self.items(")")?.0;
            self.expect(')')?;
        }
        let mut bodies = Vec::new();
        if self.takes("(?:") {
            loop {
                bodies.push(self.items("|)")?);
                if self.takes(")") {
                    break;
                }
                self.expect('|')?;
            }
        } else {
            bodies.push(self.items("|($")?);
        }
        let must = self.takes("(?=");
        let ahead = if must || self.takes("(?!") {
            let item = self.item()?;
            self.expect(')')?;
            if must { Ahead::Must(item) } else { Ahead::MustNot(item) }
        } else {
            Ahead::Free
        };
        if anchor == Anchor::End {
            self.expect('$')?;
        }
        for (body, repeats) in bodies {
            if body.is_empty() {
                return Err(format!("an empty alternative at character {}", self.at));
            }
            found.push(Alternative { behind: behind.clone(), body, repeats, ahead });
        }
        Ok(())
    }
}
