//! What did a person decide about who is who?
//!
//! "Brek" of one report and "Anton Brek" of another are one: [`Case::merge_entities`]. "The Guard" in one report is not the
//! Northern Guard but the coast guard: [`Case::split_entity`]. Either can be taken back by [`Case::undo`], after which the
//! record is what it was. Decisions are a log that only grows; each names who, when and why, and holds on to words of the
//! texts, so that it outlives a new reading ([`apply`] tells how) and holds for documents that come later.

pub(crate) mod apply;
mod log;

pub use log::{DecidedRow, DecisionRow};
pub(crate) use log::{broken_links, lines_sha256};

use crate::{Case, CaseError, events, sha256};
use model::{DocumentId, Entity, EntityId};
use rusqlite::{OptionalExtension, Transaction, params};
use std::collections::BTreeMap;
use thiserror::Error;

/// Words to which each side of a decision holds on, at most.
const ANCHORS: u32 = 24;

/// Who decides, when, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// Name of the person.
    pub who: String,
    /// The instant, RFC 3339: `2031-03-06T10:00:00Z`.
    pub at: String,
    /// The reason, in a sentence.
    pub why: String,
}

/// Which of somebody's mentions are somebody else's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Only where just these words stand; `None`: all words.
    pub words: Option<String>,
    /// Only in this document; `None`: in all, also in those that come later.
    pub document: Option<DocumentId>,
}

/// A decision cannot be made.
#[derive(Debug, Error)]
pub enum DecisionError {
    /// The case cannot be asked or changed.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// No such entity.
    #[error("expected the id of an actor of this case, found “{0}”")]
    NoEntity(String),
    /// Both sides are one already.
    #[error("expected two actors, found “{0}” twice: they are one already")]
    Same(String),
    /// The words are not there.
    #[error("expected mentions of “{0}” by these words in this document, found none")]
    NoMention(String),
    /// No such decision.
    #[error("expected the id of a decision of this case, found “{0}”")]
    NoDecision(String),
    /// It was taken back before.
    #[error("expected a decision that is in force, found that “{0}” was taken back before")]
    Undone(String),
    /// A decision without a reason or a name.
    #[error("expected {0} of the decision, found nothing: who looks at it later needs it")]
    Empty(&'static str),
}

/// A line of the log before it has its number.
#[derive(Debug, Default)]
struct Line<'a> {
    what: &'static str,
    entity: Option<&'a Side>,
    other: Option<&'a Side>,
    words: Option<&'a str>,
    document: Option<&'a str>,
    undoes: Option<&'a str>,
}

/// Somebody a decision speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Side {
    id: String,
    name: String,
    kind: String,
}

/// Words of a text: document, start, end, words.
type Anchor = (String, u32, u32, String);

impl Case {
    /// Two entities are one from now on, called as `kept`. Gives the id of the decision.
    ///
    /// Takes the events away until [`Case::replace_events`] is called.
    pub fn merge_entities(&mut self, kept: &str, other: &str, by: &Author) -> Result<String, DecisionError> {
        check(by)?;
        self.decide(|sql| {
            let Some(kept_side) = side(sql, kept)? else { return Ok(Err(DecisionError::NoEntity(kept.into()))) };
            let Some(other_side) = side(sql, other)? else { return Ok(Err(DecisionError::NoEntity(other.into()))) };
            if kept == other {
                return Ok(Err(DecisionError::Same(kept_side.name)));
            }
            let anchors = [("entity", anchors(sql, kept)?), ("other", anchors(sql, other)?)];
            let line = Line { what: "merge", entity: Some(&kept_side), other: Some(&other_side), ..Line::default() };
            Ok(Ok(write(sql, &line, by, &anchors)?))
        })
    }

    /// Some mentions of an entity are those of `other` from now on, who may be in the case or not. Gives the id of the
    /// decision. Takes the events away.
    pub fn split_entity(
        &mut self,
        from: &str,
        part: &Part,
        other: &Entity,
        by: &Author,
    ) -> Result<String, DecisionError> {
        check(by)?;
        self.decide(|sql| {
            let Some(from_side) = side(sql, from)? else { return Ok(Err(DecisionError::NoEntity(from.into()))) };
            if other.id.0 == from {
                return Ok(Err(DecisionError::Same(from_side.name)));
            }
            let (words, document) = (part.words.as_deref(), part.document.as_ref().map(|id| id.0.as_str()));
            let found = sql
                .prepare("SELECT 1 FROM mention WHERE entity = ?1 AND (?2 IS NULL OR words = ?2) AND (?3 IS NULL OR document = ?3)")?
                .exists(params![from, words, document])?;
            if !found || words.is_none() && document.is_none() {
                return Ok(Err(DecisionError::NoMention(from_side.name)));
            }
            let EntityId(id) = other.id.clone();
            let other = Side { id, name: other.name.clone(), kind: other.kind.as_str().to_string() };
            let anchors = [("entity", anchors(sql, from)?)];
            let line = Line { what: "split", entity: Some(&from_side), other: Some(&other), words, document, ..Line::default() };
            Ok(Ok(write(sql, &line, by, &anchors)?))
        })
    }

    /// Takes a decision back: the record is what it would be without it. Gives the id of the new decision. Takes the events
    /// away.
    pub fn undo(&mut self, decision: &str, by: &Author) -> Result<String, DecisionError> {
        check(by)?;
        self.decide(|sql| {
            let all = log::rows(sql)?;
            let Some(found) = all.iter().find(|row| row.id == decision) else {
                return Ok(Err(DecisionError::NoDecision(decision.into())));
            };
            if !found.in_force {
                return Ok(Err(DecisionError::Undone(decision.into())));
            }
            let line = Line { what: "undo", undoes: Some(decision), ..Line::default() };
            Ok(Ok(write(sql, &line, by, &[])?))
        })
    }

    /// All decisions in the order in which they were made.
    pub fn decisions(&self) -> Result<Vec<DecisionRow>, CaseError> {
        self.ask_at_once(log::rows)
    }

    /// Entities that are one with another by decisions, and with whom.
    pub fn merged_entities(&self) -> Result<BTreeMap<EntityId, EntityId>, CaseError> {
        self.ask(|sql| {
            let mut rows = sql.prepare("SELECT entity, into_ FROM merged ORDER BY entity")?;
            let rows = rows.query_map([], |row| Ok((EntityId(row.get(0)?), EntityId(row.get(1)?))))?;
            rows.collect()
        })
    }

    /// Writes a decision and what follows from it, in one transaction.
    fn decide(
        &mut self,
        write: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<Result<String, DecisionError>>,
    ) -> Result<String, DecisionError> {
        self.change(|sql| {
            let written = write(sql)?;
            if written.is_ok() {
                events::forget(sql)?;
                apply::anew(sql)?;
            }
            Ok(written)
        })?
    }
}

fn check(by: &Author) -> Result<(), DecisionError> {
    let fields = [(&by.why, "a reason"), (&by.who, "the author")];
    match fields.iter().find(|(value, _)| value.trim().is_empty()) {
        Some((_, what)) => Err(DecisionError::Empty(what)),
        None => Ok(()),
    }
}

fn side(sql: &Transaction<'_>, id: &str) -> rusqlite::Result<Option<Side>> {
    sql.prepare_cached("SELECT id, name, kind FROM entity WHERE id = ?1")?
        .query_row([id], |row| Ok(Side { id: row.get(0)?, name: row.get(1)?, kind: row.get(2)? }))
        .optional()
}

/// Words at which an entity stands: names before others, in order of documents and texts.
fn anchors(sql: &Transaction<'_>, entity: &str) -> rusqlite::Result<Vec<Anchor>> {
    let mut rows = sql.prepare_cached(
        "SELECT document, start, end, words FROM
             (SELECT document, start, end, words, kind <> 'name' AS later FROM mention WHERE entity = ?1
              UNION SELECT c.document, a.start, a.end, a.words, 2 FROM argument a JOIN claim c ON c.id = a.claim
              WHERE a.entity = ?1)
         GROUP BY document, start, end ORDER BY min(later), document, start, end LIMIT ?2",
    )?;
    let rows =
        rows.query_map(params![entity, ANCHORS], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    rows.collect()
}

/// Adds a line to the log and gives its id.
fn write(
    sql: &Transaction<'_>,
    line: &Line<'_>,
    by: &Author,
    anchors: &[(&'static str, Vec<Anchor>)],
) -> rusqlite::Result<String> {
    let number: u32 = sql.query_row("SELECT coalesce(max(number), 0) + 1 FROM decision", [], |row| row.get(0))?;
    let field = |side: Option<&Side>, of: fn(&Side) -> &String| side.map(|side| of(side).clone());
    // The id is that of the whole line: it is put in when all of it stands.
    let draft = format!("draft-{number}");
    sql.execute(
        "INSERT INTO decision (number, id, what, who, at, why, entity, entity_name, entity_kind, other, other_name, other_kind,
             words, document, undoes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        params![
            number,
            draft,
            line.what,
            by.who.trim(),
            by.at,
            by.why.trim(),
            field(line.entity, |side| &side.id),
            field(line.entity, |side| &side.name),
            field(line.entity, |side| &side.kind),
            field(line.other, |side| &side.id),
            field(line.other, |side| &side.name),
            field(line.other, |side| &side.kind),
            line.words,
            line.document,
            line.undoes,
        ],
    )?;
    let mut told: Vec<(&str, &Anchor)> =
        anchors.iter().flat_map(|(side, all)| all.iter().map(|anchor| (*side, anchor))).collect();
    told.sort();
    let id = log::line_id(sql, number, &told)?;
    debug_assert_eq!(id.len(), sha256(b"")[..16].len());
    sql.execute("UPDATE decision SET id = ?2 WHERE number = ?1", params![number, id])?;
    for (side, (document, start, end, words)) in told {
        sql.execute(
            "INSERT INTO decision_anchor VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![id, side, document, start, end, words],
        )?;
    }
    Ok(id)
}
