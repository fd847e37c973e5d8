//! What follows from the decisions in force?
//!
//! They are gone through in the order in which they were made; each is a step that says of every mention and argument whom
//! it stands for, given whom it stood for before. A step looks at one row at a time, at its entity, words and document: so
//! it does not matter in which order documents came, and a document that is added goes through the steps by itself.
//!
//! Whom a decision means is told by its anchors: whoever stands at most of these words when its turn comes. Where none of
//! them is left, the id of then counts.

use super::log::{self, DecisionRow};
use crate::named::choose_entity;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use std::collections::BTreeMap;

/// A decision in force, with whom it means now.
struct Step {
    split: bool,
    entity: String,
    other: String,
    other_name: String,
    other_kind: String,
    words: Option<String>,
    document: Option<String>,
}

/// Goes through all decisions for the whole record, from what the readings told.
pub(crate) fn anew(sql: &Transaction<'_>) -> rusqlite::Result<()> {
    forget(sql)?;
    for row in log::rows(sql)?.iter().filter(|row| row.in_force && row.what != "undo") {
        let (Some(entity), Some(other)) = (&row.entity, &row.other) else { continue };
        let mut step = Step {
            split: row.what == "split",
            entity: meant(sql, row, "entity", &entity.id)?,
            other: other.id.clone(),
            other_name: other.name.clone(),
            other_kind: other.kind.clone(),
            words: row.words.clone(),
            document: row.document.clone(),
        };
        if !step.split {
            step.other = meant(sql, row, "other", &other.id)?;
        }
        sql.prepare_cached("INSERT INTO decided VALUES (?1, ?2, ?3, ?4)")?.execute(params![
            row.number,
            row.id,
            step.entity,
            step.other
        ])?;
        take(sql, &step, None)?;
    }
    tidy(sql)
}

/// Goes through the decisions for documents that were just read.
pub(crate) fn to_documents(sql: &Transaction<'_>, documents: &[&str]) -> rusqlite::Result<()> {
    let any = sql.prepare_cached("SELECT 1 FROM decision")?.exists([])?;
    if !any || documents.is_empty() {
        return Ok(());
    }
    // A decision on somebody who was not there before may have begun to mean somebody.
    let idle = sql
        .prepare_cached(
            "SELECT 1 FROM decided n JOIN decision d ON d.id = n.decision WHERE d.what = 'merge' AND n.entity <> n.other
             AND n.other NOT IN (SELECT entity FROM merged)",
        )?
        .exists([])?;
    if idle {
        return anew(sql);
    }
    // Where one holds on to one of the documents, it may mean somebody else now.
    for document in documents {
        if sql.prepare_cached("SELECT 1 FROM decision_anchor WHERE document = ?1")?.exists([document])? {
            return anew(sql);
        }
    }
    let steps: Vec<Step> = sql
        .prepare_cached(
            "SELECT d.what = 'split', n.entity, n.other, d.other_name, d.other_kind, d.words, d.document
             FROM decided n JOIN decision d ON d.id = n.decision ORDER BY n.number",
        )?
        .query_map([], |row| {
            Ok(Step {
                split: row.get(0)?,
                entity: row.get(1)?,
                other: row.get(2)?,
                other_name: row.get(3)?,
                other_kind: row.get(4)?,
                words: row.get(5)?,
                document: row.get(6)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    for step in &steps {
        for document in documents {
            take(sql, step, Some(document))?;
        }
    }
    tidy(sql)
}

/// True when going through all decisions again changes nothing. Leaves the record as it is.
pub(crate) fn holds(sql: &Connection) -> rusqlite::Result<bool> {
    let before = derived(sql)?;
    let trial = sql.unchecked_transaction()?;
    hold_references(&trial)?;
    anew(&trial)?;
    let after = derived(&trial)?;
    trial.rollback()?;
    Ok(before == after)
}

/// References are looked at when the transaction ends: for a moment rows hold on to an entity that a decision made one with
/// another.
pub(crate) fn hold_references(sql: &Transaction<'_>) -> rusqlite::Result<()> {
    sql.pragma_update(None, "defer_foreign_keys", true)
}

/// All that follows from the decisions, as text.
fn derived(sql: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut all = Vec::new();
    for question in [
        "SELECT number || ' ' || decision || ' ' || entity || ' ' || other FROM decided ORDER BY number",
        "SELECT entity || ' ' || into_ FROM merged ORDER BY entity",
        "SELECT id || ' ' || kind || ' ' || name || ' ' || coalesce(known, '') FROM entity ORDER BY id",
        "SELECT document || ' ' || mention || ' ' || entity || ' ' || read_as FROM mention WHERE read_as IS NOT NULL ORDER BY 1",
        "SELECT claim || ' ' || role || ' ' || link || ' ' || n || ' ' || entity || ' ' || read_as FROM argument
         WHERE read_as IS NOT NULL ORDER BY 1",
    ] {
        let mut rows = sql.prepare(question)?;
        let rows = rows.query_map([], |row| row.get::<_, String>(0))?;
        all.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
        all.push(String::new());
    }
    Ok(all)
}

/// Takes back all that follows from decisions: the record is what the readings told.
fn forget(sql: &Transaction<'_>) -> rusqlite::Result<()> {
    let merged: Vec<String> =
        sql.prepare("SELECT entity FROM merged")?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let touched: Vec<String> = sql
        .prepare("SELECT entity FROM decided UNION SELECT other FROM decided UNION SELECT into_ FROM merged")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    sql.execute("DELETE FROM merged", [])?;
    sql.execute("DELETE FROM decided", [])?;
    for entity in &merged {
        choose_entity(sql, entity)?;
    }
    for table in ["mention", "argument"] {
        sql.execute(&format!("UPDATE {table} SET entity = read_as, read_as = NULL WHERE read_as IS NOT NULL"), [])?;
    }
    for entity in &touched {
        choose_entity(sql, entity)?;
    }
    Ok(())
}

/// Whom one side of a decision means: who stands at most of its anchors now; else the id of then.
fn meant(sql: &Transaction<'_>, row: &DecisionRow, side: &str, then: &str) -> rusqlite::Result<String> {
    let mut anchors = sql.prepare_cached(
        "SELECT document, start, end FROM decision_anchor WHERE decision = ?1 AND side = ?2 ORDER BY document, start, end",
    )?;
    let mut found: BTreeMap<String, u32> = BTreeMap::new();
    let mut rows = anchors.query(params![row.id, side])?;
    while let Some(anchor) = rows.next()? {
        let at: (String, u32, u32) = (anchor.get(0)?, anchor.get(1)?, anchor.get(2)?);
        if let Some(entity) = standing_at(sql, &at)? {
            *found.entry(entity).or_default() += 1;
        }
    }
    // The most, and of equals the first in the order of their ids.
    let most = found.values().max().copied();
    let chosen = found.into_iter().find(|(_, count)| Some(*count) == most).map(|(entity, _)| entity);
    Ok(match chosen {
        Some(entity) => entity,
        None => now(sql, then)?,
    })
}

/// Who stands at some words: the mention of just these words, else one that shares words with them, else an argument.
fn standing_at(sql: &Transaction<'_>, (document, start, end): &(String, u32, u32)) -> rusqlite::Result<Option<String>> {
    let mention = sql
        .prepare_cached(
            "SELECT entity FROM mention WHERE document = ?1 AND start < ?3 AND end > ?2 AND entity IS NOT NULL
             ORDER BY start = ?2 AND end = ?3 DESC, start, end LIMIT 1",
        )?
        .query_row(params![document, start, end], |row| row.get(0))
        .optional()?;
    if mention.is_some() {
        return Ok(mention);
    }
    sql.prepare_cached(
        "SELECT a.entity FROM claim c JOIN argument a ON a.claim = c.id
         WHERE c.document = ?1 AND a.start = ?2 AND a.end = ?3 AND a.entity IS NOT NULL ORDER BY c.n, a.role, a.link, a.n LIMIT 1",
    )?
    .query_row(params![document, start, end], |row| row.get(0))
    .optional()
}

/// With whom an entity is one now.
fn now(sql: &Transaction<'_>, entity: &str) -> rusqlite::Result<String> {
    let into: Option<String> = sql
        .prepare_cached("SELECT into_ FROM merged WHERE entity = ?1")?
        .query_row([entity], |row| row.get(0))
        .optional()?;
    Ok(into.unwrap_or_else(|| entity.to_string()))
}

/// One decision, for all documents or for one.
fn take(sql: &Transaction<'_>, step: &Step, document: Option<&str>) -> rusqlite::Result<()> {
    if step.entity == step.other {
        return Ok(());
    }
    if step.split { split(sql, step, document) } else { merge(sql, step, document) }
}

fn merge(sql: &Transaction<'_>, step: &Step, document: Option<&str>) -> rusqlite::Result<()> {
    choose_entity(sql, &step.entity)?;
    let there = sql.prepare_cached("SELECT 1 FROM entity WHERE id = ?1")?.exists([&step.entity])?;
    if !there {
        return Ok(());
    }
    sql.prepare_cached(
        "UPDATE mention SET read_as = coalesce(read_as, entity), entity = ?1
         WHERE entity = ?2 AND (?3 IS NULL OR document = ?3)",
    )?
    .execute(params![step.entity, step.other, document])?;
    sql.prepare_cached(
        "UPDATE argument SET read_as = coalesce(read_as, entity), entity = ?1
         WHERE entity = ?2 AND (?3 IS NULL OR claim IN (SELECT id FROM claim WHERE document = ?3))",
    )?
    .execute(params![step.entity, step.other, document])?;
    sql.prepare_cached("UPDATE merged SET into_ = ?1 WHERE into_ = ?2")?.execute(params![step.entity, step.other])?;
    sql.prepare_cached("DELETE FROM merged WHERE entity = ?1")?.execute([&step.entity])?;
    sql.prepare_cached("INSERT OR REPLACE INTO merged VALUES (?1, ?2)")?.execute(params![step.other, step.entity])?;
    choose_entity(sql, &step.entity)?;
    choose_entity(sql, &step.other)
}

fn split(sql: &Transaction<'_>, step: &Step, document: Option<&str>) -> rusqlite::Result<()> {
    if document.is_some() && step.document.is_some() && document != step.document.as_deref() {
        return Ok(());
    }
    let document = document.or(step.document.as_deref());
    sql.prepare_cached("INSERT OR IGNORE INTO entity VALUES (?1, ?2, ?3, NULL)")?.execute(params![
        step.other,
        step.other_kind,
        step.other_name
    ])?;
    // Arguments first: they are told by the mention that has their head, as long as it stands for the one side.
    sql.prepare_cached(
        "UPDATE argument SET read_as = coalesce(read_as, entity), entity = ?1
         WHERE entity = ?2 AND (?3 IS NULL OR claim IN (SELECT id FROM claim WHERE document = ?3))
         AND (?4 IS NULL OR words = ?4 OR EXISTS (SELECT 1 FROM claim c JOIN mention m ON m.document = c.document
              WHERE c.id = argument.claim AND m.entity = ?2 AND m.head_start = argument.head_start
              AND m.head_end = argument.head_end AND m.words = ?4))",
    )?
    .execute(params![step.other, step.entity, document, step.words])?;
    sql.prepare_cached(
        "UPDATE mention SET read_as = coalesce(read_as, entity), entity = ?1
         WHERE entity = ?2 AND (?3 IS NULL OR document = ?3) AND (?4 IS NULL OR words = ?4)",
    )?
    .execute(params![step.other, step.entity, document, step.words])?;
    Ok(())
}

/// A row that came back to what the reading told bears no sign of it; what no row stands for and no document tells is away.
fn tidy(sql: &Transaction<'_>) -> rusqlite::Result<()> {
    for table in ["mention", "argument"] {
        sql.execute(&format!("UPDATE {table} SET read_as = NULL WHERE read_as = entity"), [])?;
    }
    sql.execute(
        "DELETE FROM entity WHERE id IN (SELECT other FROM decided)
         AND id NOT IN (SELECT entity FROM document_entity)
         AND NOT EXISTS (SELECT 1 FROM mention m WHERE m.entity = entity.id)
         AND NOT EXISTS (SELECT 1 FROM argument a WHERE a.entity = entity.id)",
        [],
    )?;
    Ok(())
}
