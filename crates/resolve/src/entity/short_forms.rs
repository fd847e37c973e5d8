//! Which names does a text give in short, in brackets behind them?
//!
//! `FLA` in "Front for the Liberation of Arvia (FLA)": behind a mention the bracket is taken at its word; where none ends there, "Arvian
//! Front (AF) fighters", the first letters of the name have to spell it. In "the Observer Mission in Arvia (OMA)" it is the mission, and not Arvia.

use super::Roster;
use crate::wording::without_possessive;
use lexicon::Known;
use model::{Document, EntityKind, Mention};
use std::collections::BTreeMap;

impl Roster<'_> {
    /// True for a place that only ends the name that a bracket shortens: "the Observer Mission in *the Arvian Republic* (OMAR)".
    pub(super) fn is_end_of_longer(&self, document: &Document, mention: &Mention, name: &str, short: &str) -> bool {
        let before = document.text.get(..mention.span.start as usize).unwrap_or("").trim_end();
        let before = before.strip_suffix(" the").unwrap_or(before);
        let led = [" for", " in", " of"].iter().any(|lead| before.ends_with(lead));
        let place =
            mention.hint == Some(EntityKind::Place) || matches!(self.lexicon.names.find(name), Some(Known::State(_)));
        led && place && !short.starts_with(|first| name.starts_with(first))
    }
}

/// The abbreviation in brackets that follows a byte.
pub(super) fn bracketed(text: &str, at: usize) -> Option<String> {
    let rest = text.get(at..)?.trim_start_matches(['”', '"', '’', ' ', '\u{a0}']);
    let inside = rest.strip_prefix('(')?;
    let end = inside.find([')', ',', ';', ' '])?;
    let short = inside[..end].trim_matches(['“', '”', '"', '‘', '’']);
    let letters = short.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = short.chars().filter(|c| c.is_uppercase()).count();
    (short.len() <= 12 && capitals >= 2 && capitals * 2 > letters).then(|| short.to_string())
}

/// The abbreviations of a text that the first letters of the name before them spell, each with the name.
pub(super) fn spelled(text: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (open, _) in text.match_indices(" (") {
        let Some(short) = bracketed(text, open).filter(|short| short.chars().all(char::is_uppercase)) else { continue };
        if let Some(name) = spelling(&text[..open], &short) {
            found.entry(short).or_insert_with(|| without_possessive(name).to_string());
        }
    }
    found
}

/// The name at the end of a text of which each large word begins with a letter, in order.
fn spelling<'t>(text: &'t str, letters: &str) -> Option<&'t str> {
    let mut left = letters.chars().rev().peekable();
    let mut start = text.len();
    while let Some(&letter) = left.peek() {
        let rest = text[..start].trim_end_matches(' ');
        let word = rest.rfind(char::is_whitespace).map_or(0, |blank| blank + 1);
        let word = rest.get(word..).filter(|word| !word.is_empty())?;
        if word.starts_with(char::is_uppercase) {
            left.next_if(|_| word.starts_with(letter))?;
        } else if !word.chars().all(char::is_alphabetic) || start == text.len() {
            return None;
        }
        start = rest.len() - word.len();
    }
    Some(&text[start..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_letters_spell_a_short_form() {
        let found =
            spelled("Front for the Liberation of Arvia (FLA) men and the Arvian Front (AX) met two Tavan Guards (TG).");
        let pairs: Vec<(&str, &str)> = found.iter().map(|(short, name)| (&**short, &**name)).collect();
        assert_eq!(pairs, [("FLA", "Front for the Liberation of Arvia"), ("TG", "Tavan Guards")]);
        assert_eq!(spelled("the Republic of Arvia's (RA) army")["RA"], "Republic of Arvia");
        assert!(spelled("A (AA) and Ärg Öst (ÄÖ").is_empty());
    }
}
