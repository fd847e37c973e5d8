//! Which decisions were made, and is the log whole?

use super::Anchor;
use crate::sha256;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// A decision of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DecisionRow {
    /// Sixteen hexadecimal digits.
    pub id: String,
    /// Its place in the log, from 1.
    pub number: u32,
    /// `merge`, `split`, `undo`.
    pub what: String,
    /// Who decided it.
    pub who: String,
    /// When, RFC 3339.
    pub at: String,
    /// Why.
    pub why: String,
    /// Merge: who stays; split: from whom words were taken.
    pub entity: Option<DecidedRow>,
    /// Merge: who became one with it; split: whom the words stand for.
    pub other: Option<DecidedRow>,
    /// Split: only where just these words stand.
    pub words: Option<String>,
    /// Split: only in the document with this id.
    pub document: Option<String>,
    /// Path of that document, when it is in the case.
    pub file: Option<String>,
    /// Undo: id of the decision that was taken back.
    pub undoes: Option<String>,
    /// True when it was not taken back.
    pub in_force: bool,
}

/// Somebody a decision speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DecidedRow {
    /// Id when it was decided.
    pub id: String,
    /// Name when it was decided.
    pub name: String,
    /// Kind when it was decided.
    pub kind: String,
    /// Id of whom it means in the readings as they are; `None` for a decision that is not in force.
    pub now: Option<String>,
}

const LINE: &str =
    "SELECT number, what, who, at, why, entity, entity_name, entity_kind, other, other_name, other_kind, words,
    document, undoes FROM decision WHERE number = ?1";

/// The decisions in the order in which they were made.
pub(super) fn rows(sql: &Connection) -> rusqlite::Result<Vec<DecisionRow>> {
    let mut question = sql.prepare_cached(
        "SELECT d.id, d.number, d.what, d.who, d.at, d.why, d.entity, d.entity_name, d.entity_kind, n.entity, d.other,
             d.other_name, d.other_kind, n.other, d.words, d.document, f.file, d.undoes
         FROM decision d LEFT JOIN decided n ON n.number = d.number LEFT JOIN document f ON f.id = d.document
         ORDER BY d.number",
    )?;
    let mut rows: Vec<DecisionRow> = question
        .query_map([], |row| {
            let side = |first: usize| -> rusqlite::Result<Option<DecidedRow>> {
                let id: Option<String> = row.get(first)?;
                let Some(id) = id else { return Ok(None) };
                let (name, kind, now) = (row.get(first + 1)?, row.get(first + 2)?, row.get(first + 3)?);
                Ok(Some(DecidedRow { id, name, kind, now }))
            };
            Ok(DecisionRow {
                id: row.get(0)?,
                number: row.get(1)?,
                what: row.get(2)?,
                who: row.get(3)?,
                at: row.get(4)?,
                why: row.get(5)?,
                entity: side(6)?,
                other: side(10)?,
                words: row.get(14)?,
                document: row.get(15)?,
                file: row.get(16)?,
                undoes: row.get(17)?,
                in_force: true,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    // What takes back a taking back brings the first one back: the last word counts.
    let mut undone: BTreeSet<String> = BTreeSet::new();
    for row in rows.iter_mut().rev() {
        row.in_force = !undone.contains(&row.id);
        if row.in_force {
            undone.extend(row.undoes.clone());
        }
    }
    Ok(rows)
}

/// The id of a line of the log, with the words it holds on to.
pub(super) fn line_id(sql: &Connection, number: u32, anchors: &[(&str, &Anchor)]) -> rusqlite::Result<String> {
    let before: Option<String> = sql
        .query_row("SELECT id FROM decision WHERE number < ?1 ORDER BY number DESC LIMIT 1", [number], |row| row.get(0))
        .optional()?;
    let mut line = before.unwrap_or_default();
    let mut question = sql.prepare_cached(LINE)?;
    let mut rows = question.query([number])?;
    if let Some(row) = rows.next()? {
        for column in 0..14 {
            line.push('\n');
            match row.get_ref(column)? {
                ValueRef::Null => {}
                ValueRef::Integer(value) => line.push_str(&value.to_string()),
                other => {
                    line.push_str(&serde_json::Value::from(String::from_utf8_lossy(other.as_bytes()?)).to_string())
                }
            }
        }
    }
    for (side, (document, start, end, words)) in anchors {
        // Writing to a string does not fail.
        let _ = write!(line, "\n{side} {document} {start} {end} {}", serde_json::Value::from(words.as_str()));
    }
    Ok(sha256(line.as_bytes())[..16].to_string())
}

/// Lines of the log whose id is not that of what stands there: number and id.
pub(crate) fn broken_links(sql: &Connection) -> rusqlite::Result<Vec<(u32, String)>> {
    let mut numbers = sql.prepare("SELECT number, id FROM decision ORDER BY number")?;
    let numbers: Vec<(u32, String)> =
        numbers.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    let mut question = sql.prepare(
        "SELECT side, document, start, end, words FROM decision_anchor WHERE decision = ?1
         ORDER BY side, document, start, end, words",
    )?;
    let mut broken = Vec::new();
    for (number, id) in numbers {
        let anchors: Vec<(String, Anchor)> = question
            .query_map(params![id], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))))?
            .collect::<rusqlite::Result<_>>()?;
        let anchors: Vec<(&str, &Anchor)> = anchors.iter().map(|(side, anchor)| (side.as_str(), anchor)).collect();
        if line_id(sql, number, &anchors)? != id {
            broken.push((number, id));
        }
    }
    Ok(broken)
}

/// A hash of what the decisions in force mean; `None` when there are none.
pub(crate) fn lines_sha256(sql: &Connection) -> rusqlite::Result<Option<String>> {
    let mut all = String::new();
    let mut rows = sql.prepare_cached("SELECT decision, entity, other FROM decided ORDER BY number")?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        for column in 0..3 {
            all.push_str(&row.get::<_, String>(column)?);
            all.push(' ');
        }
    }
    Ok((!all.is_empty()).then(|| sha256(all.as_bytes())))
}
