use super::counted;
use crate::{Case, CaseError, EventState};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

/// What a case holds, in numbers.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Overview {
    /// Documents.
    pub documents: u64,
    /// Articles in them.
    pub articles: u64,
    /// Sentences that were read.
    pub sentences: u64,
    /// Claims.
    pub claims: u64,
    /// Claims of each kind, in the order of the vocabulary.
    pub claims_by_kind: Vec<Count>,
    /// Claims of each type, most first.
    pub claims_by_type: Vec<Count>,
    /// Claims of each modality, most first.
    pub claims_by_modality: Vec<Count>,
    /// Claims that a source is named for.
    pub attributed_claims: u64,
    /// Events.
    pub events: u64,
    /// Events with two or more origins that are certainly independent.
    pub events_with_two_origins: u64,
    /// Whether the events are those of the documents as they are.
    pub event_state: EventState,
    /// Entities.
    pub entities: u64,
    /// Places.
    pub places: u64,
    /// Pairs of articles with nearly the same words.
    pub near_duplicates: u64,
    /// Problems met in reading.
    pub problems: u64,
    /// Documents with problems.
    pub documents_with_problems: u64,
    /// Files that could not be taken in.
    pub refused: u64,
    /// Articles of each outlet, most first; without those whose outlet is not known.
    pub outlets: Vec<Count>,
    /// First day an article was published.
    pub first_published: Option<String>,
    /// Last day an article was published.
    pub last_published: Option<String>,
    /// First day that a claim of the kind `event` is about.
    pub first_day: Option<String>,
    /// Last day that a claim of the kind `event` is about.
    pub last_day: Option<String>,
}

/// How many there are of something.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Count {
    /// Its word or name.
    pub name: String,
    /// How many.
    pub count: u64,
}

impl Case {
    /// What the case holds, in numbers.
    pub fn overview(&self) -> Result<Overview, CaseError> {
        self.ask_at_once(|sql| match counted::kept::<Overview>(sql, "overview", "")? {
            // A file that is refused changes no document.
            Some(kept) => {
                Ok(Overview { refused: sql.query_row("SELECT count(*) FROM refused", [], |row| row.get(0))?, ..kept })
            }
            None => overview(sql),
        })
    }
}

pub(super) fn overview(sql: &Connection) -> rusqlite::Result<Overview> {
    let one = |question: &str| sql.query_row(question, [], |row| row.get::<_, u64>(0));
    let day = |question: &str| sql.query_row(question, [], |row| row.get::<_, Option<String>>(0));
    Ok(Overview {
        documents: one("SELECT count(*) FROM document")?,
        articles: one("SELECT count(*) FROM article")?,
        sentences: one("SELECT count(*) FROM sentence")?,
        claims: one("SELECT count(*) FROM claim")?,
        claims_by_kind: counts(
            sql,
            "SELECT kind, count(*) FROM claim GROUP BY kind
                     ORDER BY CASE kind WHEN 'event' THEN 0 WHEN 'relation' THEN 1 ELSE 2 END",
        )?,
        claims_by_type: counts(sql, "SELECT type, count(*) FROM claim GROUP BY type ORDER BY 2 DESC, 1")?,
        claims_by_modality: counts(sql, "SELECT modality, count(*) FROM claim GROUP BY modality ORDER BY 2 DESC, 1")?,
        attributed_claims: one("SELECT count(DISTINCT claim) FROM link")?,
        events: one("SELECT count(*) FROM event")?,
        events_with_two_origins: one("SELECT count(*) FROM event WHERE origins_certain >= 2")?,
        event_state: crate::events::state(sql)?,
        entities: one("SELECT count(*) FROM entity")?,
        places: one("SELECT count(*) FROM place")?,
        near_duplicates: one("SELECT count(*) FROM near_duplicate")?,
        problems: one("SELECT count(*) FROM problem")?,
        documents_with_problems: one("SELECT count(DISTINCT document) FROM problem")?,
        refused: one("SELECT count(*) FROM refused")?,
        outlets: counts(
            sql,
            "SELECT value, count(*) FROM article_fact WHERE field = 'outlet' GROUP BY value ORDER BY 2 DESC, 1",
        )?,
        first_published: day("SELECT min(value) FROM article_fact WHERE field = 'published'")?,
        last_published: day("SELECT max(value) FROM article_fact WHERE field = 'published'")?,
        first_day: day("SELECT min(earliest) FROM claim WHERE kind = 'event'")?,
        last_day: day("SELECT max(latest) FROM claim WHERE kind = 'event'")?,
    })
}

fn counts(sql: &Connection, question: &str) -> rusqlite::Result<Vec<Count>> {
    let mut question = sql.prepare(question)?;
    let rows = question.query_map([], |row| Ok(Count { name: row.get(0)?, count: row.get(1)? }))?;
    rows.collect()
}
