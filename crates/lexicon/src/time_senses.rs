//! Which words tell how days are counted?
//!
//! `data/en/time_senses.tsv`: `ago` counts back from the day of a text, `later` on from the day told before, `until` ends a span.

use crate::lookup::Lookup;
use crate::{LexiconError, Table};

/// What a word does with the days around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeSense {
    /// Back from the day of the text: `ago`.
    Ago,
    /// Back from the day told before: `earlier`.
    Earlier,
    /// Back from what is named behind it: `before`.
    Before,
    /// On from the day told before: `later`.
    Later,
    /// On from what is named behind it: `after`.
    After,
    /// The next one after the time told before: the `following` year.
    Following,
    /// Opens a span that lasts until the day of the text.
    Since,
    /// Opens a span with two ends: `between`.
    Opens,
    /// Ends a span: `until`.
    Until,
    /// Joins two times: `and`.
    Joins,
    /// Leads from a part to its whole: the end `of` May.
    Of,
    /// The one that holds the day of the text.
    This,
    /// The one before the day of the text.
    Last,
    /// The one before: the `previous` week.
    Previous,
    /// Lies behind the day of the text: the `past` week.
    Past,
    /// The one after the day of the text.
    Next,
    /// The nearest ahead: the `coming` Friday.
    Coming,
    /// The one told before: `that` month.
    Same,
    /// Which one of a row, from 1.
    Ordinal(u8),
    /// The last one of a row.
    Final,
    /// The newest of its kind.
    Latest,
    /// Not long ago, nobody says when.
    Recent,
    /// Every second one.
    Other,
    /// Before a length that something ends in.
    Within,
    /// Before a length that something lasts.
    For,
    /// More of a length: three `more` days.
    More,
    /// A single one: `a` week.
    One,
    /// The definite article.
    The,
}

/// A word with its sense and words that say when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeSenseLine {
    /// The word.
    pub word: String,
    /// What it does.
    pub sense: TimeSense,
    /// Words that hold it and say when.
    pub example: String,
    /// The days they come to, as the head of the table says.
    pub days: String,
}

/// The words that tell how days are counted.
#[derive(Clone, Debug, Default)]
pub struct TimeSenseList {
    words: Lookup<Vec<TimeSense>>,
    lines: Vec<TimeSenseLine>,
}

impl TimeSenseList {
    pub(crate) fn load() -> Result<TimeSenseList, LexiconError> {
        let mut all = TimeSenseList::default();
        let text = include_str!("../../../data/en/time_senses.tsv");
        let table = Table::parse("en/time_senses.tsv", text, &["word", "sense", "value", "example", "days"])?;
        for row in table.rows() {
            let sense = match row.cell(1) {
                "ordinal" => TimeSense::Ordinal(row.closed(2, "a number from 1 to 10", |cell| {
                    cell.parse().ok().filter(|number| (1..=10).contains(number))
                })?),
                _ => row.closed(1, "what the word does with days", sense)?,
            };
            let [word, example, days] = [0, 3, 4].map(|cell| row.cell(cell).to_string());
            all.words.or_default(word.clone()).push(sense);
            all.lines.push(TimeSenseLine { word, sense, example, days });
        }
        Ok(all)
    }

    /// The lines of the table, in order.
    pub fn lines(&self) -> &[TimeSenseLine] {
        &self.lines
    }

    /// What a word, in lower case, does; nothing for other words.
    pub fn of(&self, word: &str) -> &[TimeSense] {
        self.words.get(word).map_or(&[], Vec::as_slice)
    }
}

fn sense(word: &str) -> Option<TimeSense> {
    Some(match word {
        "ago" => TimeSense::Ago,
        "earlier" => TimeSense::Earlier,
        "before" => TimeSense::Before,
        "later" => TimeSense::Later,
        "after" => TimeSense::After,
        "following" => TimeSense::Following,
        "since" => TimeSense::Since,
        "opens" => TimeSense::Opens,
        "until" => TimeSense::Until,
        "joins" => TimeSense::Joins,
        "of" => TimeSense::Of,
        "this" => TimeSense::This,
        "last" => TimeSense::Last,
        "previous" => TimeSense::Previous,
        "past" => TimeSense::Past,
        "next" => TimeSense::Next,
        "coming" => TimeSense::Coming,
        "same" => TimeSense::Same,
        "final" => TimeSense::Final,
        "latest" => TimeSense::Latest,
        "recent" => TimeSense::Recent,
        "other" => TimeSense::Other,
        "within" => TimeSense::Within,
        "for" => TimeSense::For,
        "more" => TimeSense::More,
        "one" => TimeSense::One,
        "the" => TimeSense::The,
        _ => return None,
    })
}
