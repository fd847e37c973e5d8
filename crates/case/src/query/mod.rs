//! What does the record say? Typed questions and the rows that answer them.
//!
//! The rows are the record's own wire form: they serialise to JSON with the names of their fields. Words of closed lists
//! are the vocabulary's words, days are ISO 8601, offsets count bytes of UTF-8 in the document's text, end exclusive.
//! Every answer is in a stated order that does not depend on the order of reading.

mod actor;
mod author;
mod candidates;
mod claims;
mod counted;
mod courses;
mod disputes;
mod documents;
mod echoes;
mod entities;
mod events;
mod facets;
mod forecasts;
mod overview;
mod place;
mod places;
mod search;
mod sources;
mod timeline;
mod tolls;
mod troubles;

pub use actor::{AliasRow, EntityPage, MentionPlaceRow, OtherRow, RelationRow, RoleCount};
pub use author::{AuthorPage, CopiedRow, KindCount, SaysCount, StandCount, TieRow};
pub use candidates::{PassageRow, Wanted, WantedPart};
pub use claims::{ArgumentRow, ClaimFilter, ClaimOrder, ClaimRow, LinkRow, QuantityRow, TimeRow};
pub use courses::{ChangeRow, CourseFilter, CourseRow};
pub use disputes::{DisputeFilter, DisputeRow, SideRow};
pub use documents::{
    ArticleRow, AsideRow, DocumentFilter, DocumentOrder, DocumentPage, DocumentRow, KnownRow, MentionRow,
    NearDuplicateRow, PartRow, ProblemRow, RefusedRow, SentenceRow,
};
pub use echoes::{EchoChangeRow, EchoRow};
pub use entities::{EntityFilter, EntityOrder, EntityRow};
pub use events::{BondRow, CopyRow, EventFilter, EventOrder, EventPage, EventRow, JoinedRow, OriginRow};
pub use facets::Facets;
pub use forecasts::{EvidenceRow, ForecastFilter, ForecastRow};
pub use overview::{Count, Overview};
pub use place::{PlaceCount, PlacePage, PlaceRelation};
pub use places::{PlaceFilter, PlaceRow};
pub use sources::{SourceFilter, SourceRow};
pub use timeline::{MomentRow, Timeline};
pub use tolls::{FigureRow, TollRow, TollSum};
pub use troubles::TroubleRow;

pub(crate) use claims::claim_rows;
pub(crate) use counted::count;
pub(crate) use documents::document_page;
pub(crate) use sources::SOURCES;

use rusqlite::types::Value;
use serde::{Deserialize, Serialize};

/// Some of the rows that answer a question, and how many there are in all.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Page<T> {
    /// How many rows the question has in all.
    pub total: u64,
    /// How many of them stand before these.
    pub offset: u64,
    /// These.
    pub rows: Vec<T>,
}

/// Which of the rows to give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    /// How many rows to leave out at the start.
    pub offset: u64,
    /// How many rows to give at most; `None` gives all.
    pub limit: Option<u64>,
}

impl Slice {
    /// All rows.
    pub const ALL: Slice = Slice { offset: 0, limit: None };

    /// The first `limit` rows.
    pub fn first(limit: u64) -> Slice {
        Slice { offset: 0, limit: Some(limit) }
    }

    fn sql(self) -> String {
        format!(" LIMIT {} OFFSET {}", self.limit.map_or("-1".to_string(), |l| l.to_string()), self.offset)
    }
}

impl Default for Slice {
    fn default() -> Slice {
        Slice::ALL
    }
}

/// Something with an id and a name for people.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its canonical name.
    pub name: String,
    /// The kind of an entity, the class of a place.
    pub kind: String,
}

/// Words of the document's text and where they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Words {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words.
    pub words: String,
}

/// Conditions that are joined by AND, with the values they are compared to.
#[derive(Debug, Default)]
pub(crate) struct Where {
    parts: Vec<String>,
    values: Vec<Value>,
}

impl Where {
    /// Adds a condition; each `?` in it takes one of `values`.
    fn and(&mut self, condition: &str, values: impl IntoIterator<Item = Value>) {
        self.parts.push(format!("({condition})"));
        self.values.extend(values);
    }

    /// Adds a condition that a column is one of some words; nothing when there are none.
    fn one_of(&mut self, column: &str, words: impl IntoIterator<Item = &'static str>) {
        let values: Vec<Value> = words.into_iter().map(|w| Value::Text(w.to_string())).collect();
        if !values.is_empty() {
            self.and(&format!("{column} IN ({})", vec!["?"; values.len()].join(", ")), values);
        }
    }

    fn sql(&self) -> String {
        if self.parts.is_empty() { String::new() } else { format!(" WHERE {}", self.parts.join(" AND ")) }
    }

    fn params(&self) -> impl rusqlite::Params + '_ {
        rusqlite::params_from_iter(self.values.iter())
    }
}

/// The same text `times` times, as values.
fn repeated(text: &str, times: usize) -> Vec<Value> {
    vec![Value::Text(text.to_string()); times]
}

/// A pattern for LIKE … ESCAPE '\' that finds `text` anywhere.
fn anywhere(text: &str) -> Value {
    Value::Text(format!("%{}%", text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")))
}

/// Reads two offsets and words that are NULL together.
fn maybe_words(row: &rusqlite::Row<'_>, first: usize) -> rusqlite::Result<Option<Words>> {
    let start: Option<u32> = row.get(first)?;
    Ok(match start {
        Some(start) => Some(Words { start, end: row.get(first + 1)?, words: row.get(first + 2)? }),
        None => None,
    })
}

/// Reads two offsets and words.
fn words(row: &rusqlite::Row<'_>, first: usize) -> rusqlite::Result<Words> {
    Ok(Words { start: row.get(first)?, end: row.get(first + 1)?, words: row.get(first + 2)? })
}
