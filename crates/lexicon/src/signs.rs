//! Which words tell how a claim stands to other claims?
//!
//! `data/en/signs.tsv`: "began" says that a happening begins there, "another" that a figure adds to one told before, "camouflage"
//! that something only pretends to be. The sentence "The offensive *began* on Monday." gives the sign [`Sign::Begins`].

use crate::{LexiconError, Table, fold};
use std::collections::BTreeMap;
use std::ops::Range;

/// What a word tells of how a claim stands to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// A happening begins: "launched".
    Begins,
    /// It goes on: "continue".
    GoesOn,
    /// It will not end: "would not stop".
    Unceasing,
    /// It ends: "halted".
    Ends,
    /// It is of a sort that lasts and holds others: "offensive".
    Long,
    /// Somebody dies: "assassination".
    Dies,
    /// A figure adds to another: "five more".
    More,
    /// A figure is a part of another: "among them".
    Part,
    /// It only pretends to be: "a ruse".
    Pretence,
    /// Arms are to rest: "ceasefire".
    Truce,
    /// Two do it to one another: "blamed each other".
    EachOther,
    /// Something grows: "gained".
    Up,
    /// Something shrinks: "reducing".
    Down,
    /// Somebody is at the head of a deed: "central role".
    Central,
    /// A sentence sets itself against the one before: "however".
    Contrast,
    /// What was told is taken back: "is withdrawn".
    Withdrawn,
}

impl Sign {
    /// The word for it in the table.
    pub fn parse(word: &str) -> Option<Sign> {
        Some(match word {
            "begins" => Sign::Begins,
            "goes_on" => Sign::GoesOn,
            "ends" => Sign::Ends,
            "unceasing" => Sign::Unceasing,
            "long" => Sign::Long,
            "dies" => Sign::Dies,
            "more" => Sign::More,
            "part" => Sign::Part,
            "pretence" => Sign::Pretence,
            "truce" => Sign::Truce,
            "each_other" => Sign::EachOther,
            "up" => Sign::Up,
            "down" => Sign::Down,
            "central" => Sign::Central,
            "contrast" => Sign::Contrast,
            "withdrawn" => Sign::Withdrawn,
            _ => return None,
        })
    }
}

/// The words, by their first one.
#[derive(Clone, Debug, Default)]
pub struct Signs {
    by_first: BTreeMap<String, Vec<(Vec<String>, Sign)>>,
    examples: Vec<(String, Sign, String)>,
}

impl Signs {
    pub(crate) fn load() -> Result<Signs, LexiconError> {
        let text = include_str!("../../../data/en/signs.tsv");
        let mut signs = Signs::default();
        for row in Table::parse("en/signs.tsv", text, &["words", "sign", "example"])?.rows() {
            let sign = row.closed(1, "a sign", Sign::parse)?;
            let words: Vec<String> = words(row.cell(0)).map(|(word, _)| word).collect();
            let Some(first) = words.first().cloned() else {
                return Err(row.error("expected words, found none".to_string()));
            };
            signs.by_first.entry(first).or_default().push((words, sign));
            signs.examples.push((row.cell(0).to_string(), sign, row.cell(2).to_string()));
        }
        Ok(signs)
    }

    /// The signs in a text with the bytes their words stand at, in order of the text.
    pub fn find(&self, text: &str) -> Vec<(Sign, Range<usize>)> {
        let all: Vec<(String, Range<usize>)> = words(text).collect();
        let mut found = Vec::new();
        for at in 0..all.len() {
            // A name is no sign: "Tahrir al Sham". The first word of a sentence has a capital of its own.
            let range = &all[at].1;
            if range.start > 0 && text[range.start..].starts_with(char::is_uppercase) {
                continue;
            }
            for (phrase, sign) in self.by_first.get(&all[at].0).into_iter().flatten() {
                let here = all.get(at..at + phrase.len());
                if here.is_some_and(|here| here.iter().map(|(word, _)| word).eq(phrase)) {
                    found.push((*sign, all[at].1.start..all[at + phrase.len() - 1].1.end));
                }
            }
        }
        found
    }

    /// Words, sign and example of every line.
    pub fn examples(&self) -> &[(String, Sign, String)] {
        &self.examples
    }
}

/// The words of a text in plain form, with their bytes.
fn words(text: &str) -> impl Iterator<Item = (String, Range<usize>)> {
    let mut at = 0;
    text.split_inclusive(|c: char| !c.is_alphanumeric()).filter_map(move |piece| {
        let start = at;
        at += piece.len();
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        (!word.is_empty()).then(|| (fold::plain(word), start..start + word.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_holds_its_words() {
        let signs = Signs::load().expect("the table");
        for (words, sign, example) in signs.examples() {
            assert!(signs.find(example).iter().any(|(found, _)| found == sign), "{words}: {example}");
        }
    }

    #[test]
    fn a_sign_stands_where_its_words_stand() {
        let signs = Signs::load().expect("the table");
        let text = "Fighting broke out; others left.";
        assert_eq!(signs.find(text), [(Sign::Begins, 9..18), (Sign::More, 20..26)]);
        assert_eq!(signs.find("The brokers are out."), []);
    }
}
