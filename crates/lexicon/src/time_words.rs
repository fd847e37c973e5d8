//! Which words before the words of the calendar belong to what they say?
//!
//! `data/en/time_words.tsv`: `since` belongs to the words that say when, `on` only leads to them.

use crate::lookup::Lookup;
use crate::{LexiconError, Table};

/// What a word is to the words that say when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeWord {
    /// A preposition that belongs to the words: `since`.
    Keep,
    /// A preposition that only leads to them: `on`.
    Drop,
    /// Belongs to them, before or after: `early`.
    Widen,
    /// A time told before: `then`.
    Anchor,
    /// Says which time of a kind is meant: `last` year, the `same` day.
    Points,
    /// Stands before a number of units that run to or from a day: the `past` three years.
    Spans,
    /// Tells how years are reckoned: the `fiscal` year.
    Reckoning,
    /// A preposition behind a verb that leads to a deed of the verb's own time: ended `in` a raid.
    With,
    /// A zone of time behind an hour: 4 p.m. `GMT`.
    Zone,
    /// A verb that says no more of a deed than that it came about: the raid `came` two days after.
    Comes,
    /// A verb whose subject and object are not of one time: the attack `followed` a raid.
    Apart,
    /// Before a deed that is not of the time of what is told around it: an `earlier` raid.
    Other,
    /// A noun for a length of time told behind it: the `course` of 2030.
    Stretch,
    /// Opens a clause about what goes on at the time of the verb above: on Friday, `as` rebels advanced, the army left.
    Meanwhile,
}

/// The time words.
#[derive(Clone, Debug, Default)]
pub struct TimeWordList {
    words: Lookup<Vec<TimeWord>>,
    examples: Vec<(String, TimeWord, String)>,
}

impl TimeWordList {
    pub(crate) fn load() -> Result<TimeWordList, LexiconError> {
        let mut all = TimeWordList::default();
        let table = Table::parse(
            "en/time_words.tsv",
            include_str!("../../../data/en/time_words.tsv"),
            &["word", "part", "example"],
        )?;
        for row in table.rows() {
            let part = row.closed(1, "a part of the words that say when", |word| match word {
                "keep" => Some(TimeWord::Keep),
                "drop" => Some(TimeWord::Drop),
                "widen" => Some(TimeWord::Widen),
                "anchor" => Some(TimeWord::Anchor),
                "points" => Some(TimeWord::Points),
                "spans" => Some(TimeWord::Spans),
                "reckoning" => Some(TimeWord::Reckoning),
                "with" => Some(TimeWord::With),
                "zone" => Some(TimeWord::Zone),
                "meanwhile" => Some(TimeWord::Meanwhile),
                "apart" => Some(TimeWord::Apart),
                "other" => Some(TimeWord::Other),
                "stretch" => Some(TimeWord::Stretch),
                "comes" => Some(TimeWord::Comes),
                _ => None,
            })?;
            all.words.or_default(row.cell(0).to_string()).push(part);
            all.examples.push((row.cell(0).to_string(), part, row.cell(2).to_string()));
        }
        Ok(all)
    }

    /// Each word with what it is and a sentence in which it is that.
    pub fn examples(&self) -> &[(String, TimeWord, String)] {
        &self.examples
    }

    /// True when the word, in lower case, is this part.
    pub fn is(&self, word: &str, part: TimeWord) -> bool {
        self.parts(word).contains(&part)
    }

    /// Every part that the word, in lower case, is.
    pub fn parts(&self, word: &str) -> &[TimeWord] {
        self.words.get(word).map_or(&[], Vec::as_slice)
    }
}
