//! Which words are times, and which words before them belong to what they say?
//!
//! `data/en/time_words.tsv`: `Tuesday` is a day; `since` belongs to the words that say when, `on` only leads to them.

use crate::lookup::Lookup;
use crate::{LexiconError, Table};

/// What a word is to the words that say when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeWord {
    /// A day of the week.
    Day,
    /// A month.
    Month,
    /// A time by itself: `yesterday`.
    Point,
    /// A length of time: `week`.
    Unit,
    /// A preposition that belongs to the words: `since`.
    Keep,
    /// A preposition that only leads to them: `on`.
    Drop,
    /// Belongs to them, before or after: `early`.
    Widen,
    /// A time told before: `then`.
    Anchor,
    /// Says when, but not which day: `recently`.
    Vague,
    /// Says which time of a kind is meant: `last` year, the `same` day.
    Points,
    /// Stands before a number of units that run to or from a day: the `past` three years.
    Spans,
    /// Tells how years are reckoned: the `fiscal` year.
    Reckoning,
}

/// The time words.
#[derive(Clone, Debug, Default)]
pub struct TimeWordList {
    words: Lookup<Vec<TimeWord>>,
}

impl TimeWordList {
    pub(crate) fn load() -> Result<TimeWordList, LexiconError> {
        let mut all = TimeWordList::default();
        let table =
            Table::parse("en/time_words.tsv", include_str!("../../../data/en/time_words.tsv"), &["word", "part"])?;
        for row in table.rows() {
            let part = row.closed(1, "a part of the words that say when", |word| match word {
                "day" => Some(TimeWord::Day),
                "month" => Some(TimeWord::Month),
                "point" => Some(TimeWord::Point),
                "unit" => Some(TimeWord::Unit),
                "keep" => Some(TimeWord::Keep),
                "drop" => Some(TimeWord::Drop),
                "widen" => Some(TimeWord::Widen),
                "anchor" => Some(TimeWord::Anchor),
                "vague" => Some(TimeWord::Vague),
                "points" => Some(TimeWord::Points),
                "spans" => Some(TimeWord::Spans),
                "reckoning" => Some(TimeWord::Reckoning),
                _ => None,
            })?;
            all.words.entry(row.cell(0).to_string()).or_default().push(part);
        }
        Ok(all)
    }

    /// True when the word, in lower case, is this part.
    pub fn is(&self, word: &str, part: TimeWord) -> bool {
        self.words.get(word).is_some_and(|parts| parts.contains(&part))
    }
}
