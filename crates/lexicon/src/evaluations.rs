//! Which words judge, and which explain?
//!
//! `data/en/evaluations.tsv`: `cowardly` judges wherever it stands, `important` only as what something is said to be.
//! `data/en/causes.tsv`: `because`, `in response to`.

use crate::{LexiconError, Table};
use std::collections::BTreeMap;

/// How much a word needs around it to judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Judges wherever it stands before a noun.
    Strong,
    /// Judges only as what somebody or something is said to be.
    Weak,
    /// Says how things are, and judges nowhere.
    Plain,
}

/// The words that judge.
#[derive(Clone, Debug, Default)]
pub struct Evaluations {
    adjectives: BTreeMap<String, Strength>,
    nouns: BTreeMap<String, Strength>,
}

impl Evaluations {
    pub(crate) fn load() -> Result<Evaluations, LexiconError> {
        let mut all = Evaluations::default();
        let text = include_str!("../../../data/en/evaluations.tsv");
        for row in Table::parse("en/evaluations.tsv", text, &["word", "class", "strength"])?.rows() {
            let strength = row.closed(2, "strong, weak or plain", |word| match word {
                "strong" => Some(Strength::Strong),
                "weak" => Some(Strength::Weak),
                "plain" => Some(Strength::Plain),
                _ => None,
            })?;
            let adjective = row.closed(1, "adjective or noun", |word| match word {
                "adjective" => Some(true),
                "noun" => Some(false),
                _ => None,
            })?;
            let words = if adjective { &mut all.adjectives } else { &mut all.nouns };
            words.insert(row.cell(0).to_string(), strength);
        }
        Ok(all)
    }

    /// How much an adjective judges, by its words in lower case.
    pub fn adjective(&self, word: &str) -> Option<Strength> {
        self.adjectives.get(word).copied()
    }

    /// How much a noun judges, by its dictionary form.
    pub fn noun(&self, lemma: &str) -> Option<Strength> {
        self.nouns.get(lemma).copied()
    }
}

/// The words that lead to an explanation.
#[derive(Clone, Debug, Default)]
pub struct Causes {
    words: BTreeMap<String, String>,
    examples: Vec<String>,
}

impl Causes {
    pub(crate) fn load() -> Result<Causes, LexiconError> {
        let text = include_str!("../../../data/en/causes.tsv");
        let table = Table::parse("en/causes.tsv", text, &["word", "preposition", "example"])?;
        Ok(Causes {
            words: table.rows().iter().map(|row| (row.cell(0).to_string(), row.cell(1).to_string())).collect(),
            examples: table.rows().iter().map(|row| row.cell(2).to_string()).collect(),
        })
    }

    /// A sentence for each word, which explains a deed by it.
    pub fn examples(&self) -> &[String] {
        &self.examples
    }

    /// The preposition that must follow a word for it to lead to an explanation; empty when none must.
    pub fn after(&self, word: &str) -> Option<&str> {
        self.words.get(word).map(String::as_str)
    }
}
