//! By which words does a question say what it asks for?
//!
//! `data/en/questions.tsv`: `who` asks for somebody, `where` for a place, `how many` for a quantity; `which` asks for what its noun
//! names, so that "which city" asks for a place too.

use crate::{LexiconError, Table};
use std::collections::BTreeMap;

/// What a word of a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asks {
    /// Who fills a role of the deed.
    Somebody,
    /// What fills a role of the deed.
    Thing,
    /// Where.
    Place,
    /// When.
    Time,
    /// How many.
    Quantity,
    /// Who says so.
    Source,
    /// What explains it.
    Reason,
    /// Any deed.
    Happening,
    /// Nothing: a noun that says nothing of who or what is meant.
    Anybody,
}

/// The words that ask, in lower case and dictionary form.
#[derive(Clone, Debug, Default)]
pub struct Questions {
    words: BTreeMap<String, (Asks, String)>,
}

impl Questions {
    pub(crate) fn load() -> Result<Questions, LexiconError> {
        let text = include_str!("../../../data/en/questions.tsv");
        let table = Table::parse("en/questions.tsv", text, &["words", "asks", "example"])?;
        let mut words = BTreeMap::new();
        for row in table.rows() {
            let expected = "somebody, thing, place, time, quantity, source, reason, happening or anybody";
            let asks = row.closed(1, expected, |word| match word {
                "somebody" => Some(Asks::Somebody),
                "thing" => Some(Asks::Thing),
                "place" => Some(Asks::Place),
                "time" => Some(Asks::Time),
                "quantity" => Some(Asks::Quantity),
                "source" => Some(Asks::Source),
                "reason" => Some(Asks::Reason),
                "happening" => Some(Asks::Happening),
                "anybody" => Some(Asks::Anybody),
                _ => None,
            })?;
            if words.insert(row.cell(0).to_string(), (asks, row.cell(2).to_string())).is_some() {
                return Err(row.error(format!("expected each word once, found {:?} again", row.cell(0))));
            }
        }
        Ok(Questions { words })
    }

    /// What some words ask for.
    pub fn asks(&self, words: &str) -> Option<Asks> {
        self.words.get(words).map(|(asks, _)| *asks)
    }

    /// Every entry with what it asks for and a question that holds it, in order.
    pub fn examples(&self) -> impl Iterator<Item = (&str, Asks, &str)> {
        self.words.iter().map(|(words, (asks, example))| (words.as_str(), *asks, example.as_str()))
    }
}
