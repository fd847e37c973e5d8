//! Which marks are cut from the front, the end and the middle of a word?
//!
//! The model's prefix, suffix and infix patterns are flat lists of alternatives: a few characters or classes, sometimes
//! with what must stand before or after. The pack holds them as such lists, and this module matches them with the
//! rules of a backtracking regular expression: the leftmost match, and of those the first alternative.
//!
//! `"(Qasra-based"` has the prefix `(` and the infix `-`.

use crate::characters::{CLOSES, Characters, DIVIDES, OPENS};
use crate::pack::{Pack, PackError};

/// One character of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    /// This character.
    One(char),
    /// A character with any of these flags.
    Any(u32),
}

impl Item {
    const CLASS: u32 = 1 << 31;

    pub(crate) fn fits(self, character: char, characters: &Characters) -> bool {
        match self {
            Item::One(wanted) => wanted == character,
            Item::Any(flags) => characters.is(character, flags),
        }
    }

    #[cfg(feature = "compile")]
    pub(crate) fn word(self) -> u32 {
        match self {
            Item::One(character) => u32::from(character),
            Item::Any(flags) => Item::CLASS | flags,
        }
    }

    fn read(word: u32) -> Option<Item> {
        if word & Item::CLASS != 0 { Some(Item::Any(word & !Item::CLASS)) } else { char::from_u32(word).map(Item::One) }
    }
}

/// What must follow a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ahead {
    Free,
    Must(Item),
    MustNot(Item),
}

/// One alternative of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Alternative {
    /// What must stand directly before, in order of the text.
    pub(crate) behind: Vec<Item>,
    /// What is matched. The last item may repeat.
    pub(crate) body: Vec<Item>,
    pub(crate) repeats: bool,
    pub(crate) ahead: Ahead,
}

impl Alternative {
    fn allows(&self, before: &str, after: &str, characters: &Characters) -> bool {
        let mut back = before.chars().rev();
        let behind = self.behind.iter().rev().all(|item| back.next().is_some_and(|found| item.fits(found, characters)));
        behind
            && match self.ahead {
                Ahead::Free => true,
                Ahead::Must(item) => after.chars().next().is_some_and(|found| item.fits(found, characters)),
                Ahead::MustNot(item) => !after.chars().next().is_some_and(|found| item.fits(found, characters)),
            }
    }

    /// Bytes of the match that starts at `at`.
    fn forward(&self, text: &str, at: usize, characters: &Characters) -> Option<usize> {
        let mut rest = text[at..].chars();
        for item in &self.body {
            if !rest.next().is_some_and(|found| item.fits(found, characters)) {
                return None;
            }
        }
        if self.repeats
            && let Some(last) = self.body.last()
        {
            while rest.clone().next().is_some_and(|found| last.fits(found, characters)) {
                rest.next();
            }
        }
        let len = text.len() - at - rest.as_str().len();
        self.allows(&text[..at], rest.as_str(), characters).then_some(len)
    }

    /// Bytes of the longest match that ends where the text ends.
    fn backward(&self, text: &str, characters: &Characters) -> Option<usize> {
        let mut rest = text.chars();
        for item in self.body.iter().rev() {
            if !rest.next_back().is_some_and(|found| item.fits(found, characters)) {
                return None;
            }
        }
        // The repeated item stands last and equals the one before it, so further ones lengthen the match at its front.
        if self.repeats
            && let Some(last) = self.body.last()
        {
            while rest.clone().next_back().is_some_and(|found| last.fits(found, characters)) {
                rest.next_back();
            }
        }
        self.allows(rest.as_str(), "", characters).then_some(text.len() - rest.as_str().len())
    }
}

/// The prefix, suffix and infix patterns.
#[derive(Clone)]
pub(crate) struct Affixes {
    prefixes: Vec<Alternative>,
    suffixes: Vec<Alternative>,
    infixes: Vec<Alternative>,
}

impl Affixes {
    pub(crate) fn open(pack: &Pack) -> Result<Affixes, PackError> {
        let list = |name: &str| {
            let words = pack.section::<u32>(name)?;
            alternatives(&words).ok_or_else(|| PackError::Damaged { what: format!("section `{name}` does not read") })
        };
        Ok(Affixes { prefixes: list("prefixes")?, suffixes: list("suffixes")?, infixes: list("infixes")? })
    }

    /// Bytes of the prefix, 0 for none.
    pub(crate) fn prefix(&self, text: &str, characters: &Characters) -> usize {
        if !text.chars().next().is_some_and(|first| characters.is(first, OPENS)) {
            return 0;
        }
        self.prefixes.iter().find_map(|alternative| alternative.forward(text, 0, characters)).unwrap_or(0)
    }

    /// Bytes of the suffix, 0 for none. The leftmost start of several wins, so the longest one.
    pub(crate) fn suffix(&self, text: &str, characters: &Characters) -> usize {
        if !text.chars().next_back().is_some_and(|last| characters.is(last, CLOSES)) {
            return 0;
        }
        self.suffixes.iter().filter_map(|alternative| alternative.backward(text, characters)).max().unwrap_or(0)
    }

    /// The first infix that starts at `from` or later: where it starts and ends.
    pub(crate) fn infix(&self, text: &str, from: usize, characters: &Characters) -> Option<(usize, usize)> {
        text[from..].char_indices().filter(|(_, found)| characters.is(*found, DIVIDES)).find_map(|(at, _)| {
            let at = from + at;
            let len = self.infixes.iter().find_map(|infix| infix.forward(text, at, characters))?;
            Some((at, at + len))
        })
    }
}

/// The alternatives as words of a section.
#[cfg(feature = "compile")]
pub(crate) fn words(alternatives: &[Alternative]) -> Vec<u32> {
    let mut words = vec![alternatives.len() as u32];
    for alternative in alternatives {
        words.push(alternative.behind.len() as u32);
        words.extend(alternative.behind.iter().map(|item| item.word()));
        words.push(alternative.body.len() as u32);
        words.extend(alternative.body.iter().map(|item| item.word()));
        words.push(u32::from(alternative.repeats));
        let (kind, item) = match alternative.ahead {
            Ahead::Free => (0, 0),
            Ahead::Must(item) => (1, item.word()),
            Ahead::MustNot(item) => (2, item.word()),
        };
        words.extend([kind, item]);
    }
    words
}

fn alternatives(words: &[u32]) -> Option<Vec<Alternative>> {
    let mut words = words.iter().copied();
    let count = words.next()?;
    (0..count)
        .map(|_| {
            let mut items = || (0..words.next()?).map(|_| Item::read(words.next()?)).collect::<Option<Vec<Item>>>();
            let (behind, body) = (items()?, items()?);
            let repeats = words.next()? == 1;
            let (kind, item) = (words.next()?, words.next()?);
            let ahead = match kind {
                0 => Ahead::Free,
                1 => Ahead::Must(Item::read(item)?),
                _ => Ahead::MustNot(Item::read(item)?),
            };
            Some(Alternative { behind, body, repeats, ahead })
        })
        .collect()
}
