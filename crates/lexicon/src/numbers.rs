//! Which words count, which bound a count, and what does a counted noun count?
//!
//! `data/en/numbers.tsv`: `dozens` is 24 or more, `at least` says that the number is the lower bound.
//! `data/en/counted_nouns.tsv`: soldiers are fighters, trucks are vehicles.

use crate::lookup::{Lookup, WordSet};
use crate::{LexiconError, Table};
use model::QuantityKind;
use std::collections::BTreeSet;

/// What a number word is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NumberWord {
    /// Adds its value: `twenty`.
    Value(f64),
    /// Multiplies what stands before it: `hundred`.
    Scale(f64),
    /// Stands for a range by itself: `dozens`. Both empty: a number nobody told.
    Vague {
        /// Lower bound, inclusive.
        min: Option<f64>,
        /// Upper bound, inclusive.
        max: Option<f64>,
    },
}

/// Which ends of the range the bounded number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// The lower end: `at least`.
    Min,
    /// The upper end: `up to`.
    Max,
    /// Both ends: `about`.
    Both,
}

/// Number words, bounds and counted nouns.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    words: Lookup<NumberWord>,
    bounds: Lookup<Bound>,
    /// The first words of the bounds before a number.
    bound_firsts: WordSet,
    after: Lookup<Bound>,
    counted: Lookup<QuantityKind>,
    sums: WordSet,
    sizes: WordSet,
    members: Lookup<QuantityKind>,
    examples: Vec<NumberExample>,
}

/// A line of the table of numbers, with a sentence in which it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberExample {
    /// The word or words.
    pub word: String,
    /// What they are: `value`, `scale`, `vague`, `bound`, `after`, `sum` or `size`.
    pub part: String,
    /// Which end of the range the count is, for words that bound one.
    pub bound: Option<Bound>,
    /// Lower bound, inclusive.
    pub min: Option<f64>,
    /// Upper bound, inclusive.
    pub max: Option<f64>,
    /// The sentence.
    pub example: String,
}

impl Numbers {
    pub(crate) fn load() -> Result<Numbers, LexiconError> {
        let mut all = Numbers::default();
        let columns = ["word", "part", "bound", "min", "max", "example"];
        let table = Table::parse("en/numbers.tsv", include_str!("../../../data/en/numbers.tsv"), &columns)?;
        for row in table.rows() {
            let number = |column: usize| {
                row.closed(column, "a number or nothing", |cell| match cell {
                    "" => Some(None),
                    _ => cell.parse::<f64>().ok().map(Some),
                })
            };
            let (min, max) = (number(3)?, number(4)?);
            let exact = || {
                min.filter(|_| min == max)
                    .ok_or_else(|| row.error(format!("expected one number as min and max, found {min:?}, {max:?}")))
            };
            let word = row.cell(0).to_string();
            let bound = match row.cell(2) {
                "min" => Some(Bound::Min),
                "max" => Some(Bound::Max),
                "both" => Some(Bound::Both),
                _ => None,
            };
            let (part, example) = (row.cell(1).to_string(), row.cell(5).to_string());
            all.examples.push(NumberExample { word: word.clone(), part, bound, min, max, example });
            match row.cell(1) {
                part @ ("bound" | "after") => {
                    let bound = bound
                        .ok_or_else(|| row.error(format!("expected min, max or both, found {:?}", row.cell(2))))?;
                    if part == "after" {
                        all.after.insert(word, bound);
                    } else {
                        all.bound_firsts.insert(first_word(&word), ());
                        all.bounds.insert(word, bound);
                    }
                }
                "value" => {
                    all.words.insert(word, NumberWord::Value(exact()?));
                }
                "scale" => {
                    all.words.insert(word, NumberWord::Scale(exact()?));
                }
                "vague" => {
                    all.words.insert(word, NumberWord::Vague { min, max });
                }
                "sum" => {
                    all.sums.insert(word, ());
                }
                "size" => {
                    all.sizes.insert(word, ());
                }
                other => {
                    return Err(
                        row.error(format!("expected value, scale, vague, bound, after, sum or size, found {other:?}"))
                    );
                }
            }
        }
        let file = "en/counted_nouns.tsv";
        let table =
            Table::parse(file, include_str!("../../../data/en/counted_nouns.tsv"), &["noun", "what", "members"])?;
        let kind = |cell: &str| if cell.is_empty() { Some(None) } else { QuantityKind::parse(cell).map(Some) };
        let mut seen = BTreeSet::new();
        for row in table.rows() {
            let noun = row.cell(0).to_string();
            if !seen.insert(noun.clone()) {
                return Err(row.error(format!("expected each noun once, found {noun:?} twice")));
            }
            let what = row.closed(1, "what a quantity counts, or nothing", kind)?;
            let members = row.closed(2, "what a quantity counts, or nothing", kind)?;
            if what.is_none() && members.is_none() {
                return Err(row.error(format!("expected what {noun:?} or its members count as, found neither")));
            }
            if let Some(what) = what {
                all.counted.insert(noun.clone(), what);
            }
            if let Some(members) = members {
                all.members.insert(noun, members);
            }
        }
        Ok(all)
    }

    /// Every line of the table with its example.
    pub fn examples(&self) -> &[NumberExample] {
        &self.examples
    }

    /// What this word counts as, in lower case.
    pub fn word(&self, word: &str) -> Option<NumberWord> {
        self.words.get(word).copied()
    }

    /// True for the first word, in lower case, of words that bound a number after them.
    pub fn begins_bound(&self, word: &str) -> bool {
        self.bound_firsts.contains_key(word)
    }

    /// The bound that these words, in lower case and joined by single spaces, put on the number after them.
    pub fn bound(&self, words: &str) -> Option<Bound> {
        self.bounds.get(words).copied()
    }

    /// The bound that these words put on the number before them: `or more`.
    pub fn bound_after(&self, words: &str) -> Option<Bound> {
        self.after.get(words).copied()
    }

    /// True for a noun that stands for a number given elsewhere in the clause: `toll`.
    pub fn is_sum(&self, lemma: &str) -> bool {
        self.sums.contains_key(lemma)
    }

    /// True for an adjective that makes a size of the number it is joined to: `strong` in "400-strong".
    pub fn is_size(&self, word: &str) -> bool {
        self.sizes.contains_key(word)
    }

    /// What a body of people or things is told in: a force of 300 is 300 fighters. By the noun's dictionary form.
    pub fn members(&self, lemma: &str) -> Option<QuantityKind> {
        self.members.get(lemma).copied()
    }

    /// What a number before this noun counts, by the noun's dictionary form.
    pub fn counted(&self, lemma: &str) -> Option<QuantityKind> {
        self.counted.get(lemma).copied()
    }
}

fn first_word(words: &str) -> &str {
    words.split(' ').next().unwrap_or(words)
}
