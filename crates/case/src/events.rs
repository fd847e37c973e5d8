//! Which claims are about one happening, and are the events those of the documents as they are?

use crate::query::{self, SOURCES};
use crate::tally::{Tally, claims_of};
use crate::{Case, CaseError, decision, dump, sha256};
use model::{Course, Dispute, DocumentId, Echo, Event, Forecast, Fusion, Toll};
use rusqlite::{Connection, Transaction, params};
use serde::{Deserialize, Serialize};

/// Whether the stored events are those of the documents as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EventState {
    /// They are.
    Current,
    /// Documents changed and the claims have not been joined since: there are none.
    Missing,
}

/// Two articles whose words are nearly the same.
#[derive(Clone, Debug, PartialEq)]
pub struct NearDuplicate {
    /// Document and index of the one article.
    pub one: (DocumentId, u32),
    /// Document and index of the other article.
    pub other: (DocumentId, u32),
    /// Part of the shorter text's word groups that stand in the longer one, 0 to 1.
    pub similarity: f64,
}

impl Case {
    /// Whether the stored events are those of the documents as they are.
    pub fn event_state(&self) -> Result<EventState, CaseError> {
        self.ask(state)
    }

    /// The version of the program that joined the claims; `None` when they are not joined.
    pub fn event_version(&self) -> Result<Option<String>, CaseError> {
        self.ask(|sql| {
            let mut rows = sql.prepare("SELECT version FROM fusion")?;
            let mut rows = rows.query([])?;
            rows.next()?.map(|row| row.get(0)).transpose()
        })
    }

    /// A hash that tells the documents as they are, with their readings and the decisions in force, from all others.
    pub fn documents_sha256(&self) -> Result<String, CaseError> {
        self.ask(documents_sha256)
    }

    /// Replaces all events and near-duplicates in one transaction. `documents` is what [`Case::documents_sha256`] gave
    /// when the claims were loaded: `false`, with nothing changed, when the documents are others by now.
    pub fn replace_events(
        &mut self,
        documents: &str,
        fusion: &Fusion,
        near_duplicates: &[NearDuplicate],
        version: &str,
    ) -> Result<bool, CaseError> {
        // Every id is of a claim, an entity or a place that was loaded from these very documents: to look each of them up again would
        // cost more than to store the events. `isnad verify` does look.
        self.check_references(false)?;
        let done = self.change(|sql| {
            if documents_sha256(sql)? != documents {
                return Ok(false);
            }
            forget(sql)?;
            // Ids are hashes: to sort all rows of an index at the end is far quicker than to find the place of each in a tree that has
            // outgrown the processor's caches.
            let indexes = without_indexes(sql)?;
            let tally = Tally::of(sql, fusion)?;
            for event in &fusion.events {
                insert(sql, event, &tally)?;
            }
            // What binds events to each other waits until all are there.
            for event in &fusion.events {
                insert_bonds(sql, event)?;
            }
            fusion.disputes.iter().try_for_each(|dispute| insert_dispute(sql, dispute, &tally))?;
            fusion.tolls.iter().try_for_each(|toll| insert_toll(sql, toll))?;
            fusion.forecasts.iter().try_for_each(|forecast| insert_forecast(sql, forecast))?;
            fusion.courses.iter().try_for_each(|course| insert_course(sql, course))?;
            insert_echoes(sql, &fusion.echoes)?;
            for pair in near_duplicates {
                let (one, other) =
                    if pair.one <= pair.other { (&pair.one, &pair.other) } else { (&pair.other, &pair.one) };
                sql.prepare_cached("INSERT OR REPLACE INTO near_duplicate VALUES (?1, ?2, ?3, ?4, ?5)")?
                    .execute(params![one.0.0, one.1, other.0.0, other.1, pair.similarity])?;
            }
            indexes.iter().try_for_each(|index| sql.execute_batch(index))?;
            count(sql)?;
            let number: u64 = sql.query_row("SELECT count(*) FROM document", [], |row| row.get(0))?;
            let sealed = dump::events_sha256(sql)?;
            sql.execute("INSERT INTO fusion VALUES (1, ?1, ?2, ?3, ?4)", params![number, documents, version, sealed])?;
            Ok(true)
        });
        self.check_references(true)?;
        done
    }

    /// Whether each stored reference is looked up; without effect inside a transaction.
    fn check_references(&self, on: bool) -> Result<(), CaseError> {
        self.ask(|sql| sql.pragma_update(None, "foreign_keys", on))
    }
}

/// The tables of events and of what follows from them, children before their parents.
const TABLES: [&str; 26] = [
    "fusion",
    "counted",
    "entity_count",
    "place_count",
    "near_duplicate",
    "echo_change",
    "echo",
    "source",
    "course_change",
    "course",
    "forecast_evidence",
    "forecast_holder",
    "forecast_also",
    "forecast",
    "figure",
    "toll",
    "dispute_claim",
    "dispute_side",
    "dispute",
    "event_bond",
    "origin_claim",
    "origin",
    "event_place",
    "event_entity",
    "event_claim",
    "event",
];

/// Takes all events away.
pub(crate) fn forget(sql: &Transaction<'_>) -> rusqlite::Result<()> {
    // The children go first: one statement each is far faster than a cascade for each event.
    TABLES.iter().try_for_each(|table| sql.prepare_cached(&format!("DELETE FROM {table}"))?.execute([]).map(drop))
}

/// Drops the indexes of the tables of events, and gives the statements that make them again, in the order in which they were made.
fn without_indexes(sql: &Transaction<'_>) -> rusqlite::Result<Vec<String>> {
    let mut indexes: Vec<(String, String)> = Vec::new();
    let mut made = sql.prepare(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?1 ORDER BY rowid",
    )?;
    for table in TABLES {
        let of_table = made.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?;
        indexes.extend(of_table.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    drop(made);
    for (name, _) in &indexes {
        sql.execute_batch(&format!("DROP INDEX {name}"))?;
    }
    Ok(indexes.into_iter().map(|(_, made)| made).collect())
}

pub(crate) fn state(sql: &Connection) -> rusqlite::Result<EventState> {
    let current: bool =
        sql.query_row("SELECT EXISTS (SELECT 1 FROM fusion) OR NOT EXISTS (SELECT 1 FROM document)", [], |row| {
            row.get(0)
        })?;
    Ok(if current { EventState::Current } else { EventState::Missing })
}

pub(crate) fn documents_sha256(sql: &Connection) -> rusqlite::Result<String> {
    let mut all = String::new();
    let mut documents = sql.prepare("SELECT id, record_sha256 FROM document ORDER BY id")?;
    let mut rows = documents.query([])?;
    while let Some(row) = rows.next()? {
        let (id, record): (String, String) = (row.get(0)?, row.get(1)?);
        all.push_str(&id);
        all.push_str(&record);
    }
    // Who is who is a part of what the events are made from; without decisions nothing is added.
    all.push_str(&decision::lines_sha256(sql)?.unwrap_or_default());
    Ok(sha256(all.as_bytes()))
}

fn insert(sql: &Transaction<'_>, event: &Event, tally: &Tally<'_>) -> rusqlite::Result<()> {
    let id = event.id.0.as_str();
    let told = tally.told(event.claims.iter());
    sql.prepare_cached("INSERT INTO event VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)")?
        .execute(params![
            id,
            event.claim_type.kind().as_str(),
            event.claim_type.as_str(),
            event.time.map(|t| t.earliest.to_string()),
            event.time.map(|t| t.latest.to_string()),
            event.time.map(|t| t.resolved.as_str()),
            event.origin_count.certain,
            event.origin_count.possible,
            event.grade.as_str(),
            event.claims.len(),
            told.documents,
            told.first.map(|claim| claim.0.as_str()),
            told.disputes,
            told.ahead,
        ])?;
    for (n, claim) in event.claims.iter().enumerate() {
        let reason = n.checked_sub(1).and_then(|n| event.reasons.get(n));
        sql.prepare_cached("INSERT INTO event_claim VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![id, n, claim.0, reason])?;
    }
    for (role, entities) in [("actor", &event.actors), ("target", &event.targets)] {
        for entity in entities {
            sql.prepare_cached("INSERT INTO event_entity VALUES (?1, ?2, ?3)")?.execute([id, role, &entity.0])?;
        }
    }
    for place in &event.places {
        sql.prepare_cached("INSERT INTO event_place VALUES (?1, ?2)")?.execute([id, &place.0])?;
    }
    for origin in &event.origins {
        sql.prepare_cached("INSERT INTO origin VALUES (?1, ?2, ?3, ?4, ?5)")?.execute(params![
            id,
            origin.key,
            origin.name,
            origin.certain,
            origin.stand.as_str()
        ])?;
        for claim in &origin.claims {
            sql.prepare_cached("INSERT INTO origin_claim VALUES (?1, ?2, ?3)")?.execute([id, &origin.key, &claim.0])?;
        }
    }
    Ok(())
}

fn insert_bonds(sql: &Transaction<'_>, event: &Event) -> rusqlite::Result<()> {
    let whole = event.whole.iter().map(|bond| ("whole", bond));
    let apart = event.apart.iter().map(|bond| ("apart", bond));
    let mut n = 0;
    let mut before = "";
    for (word, bond) in whole.chain(apart) {
        n = if word == before { n + 1 } else { 0 };
        before = word;
        sql.prepare_cached("INSERT INTO event_bond VALUES (?1, ?2, ?3, ?4, ?5)")?.execute(params![
            event.id.0,
            word,
            n,
            bond.event.0,
            bond.reason
        ])?;
    }
    Ok(())
}

fn insert_dispute(sql: &Transaction<'_>, dispute: &Dispute, tally: &Tally<'_>) -> rusqlite::Result<()> {
    let id = dispute.id.0.as_str();
    sql.prepare_cached("INSERT INTO dispute VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?.execute(params![
        id,
        dispute.kind.as_str(),
        dispute.strength.as_str(),
        dispute.event.0,
        dispute.reason,
        tally.told(claims_of(dispute)).documents
    ])?;
    for (number, side) in dispute.sides.iter().enumerate() {
        sql.prepare_cached("INSERT INTO dispute_side VALUES (?1, ?2, ?3)")?.execute(params![id, number, side.says])?;
        for (n, claim) in side.claims.iter().enumerate() {
            sql.prepare_cached("INSERT INTO dispute_claim VALUES (?1, ?2, ?3, ?4)")?
                .execute(params![id, number, n, claim.0])?;
        }
    }
    Ok(())
}

fn insert_toll(sql: &Transaction<'_>, toll: &Toll) -> rusqlite::Result<()> {
    let (event, what) = (toll.event.0.as_str(), toll.what.as_str());
    sql.prepare_cached("INSERT INTO toll VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?.execute(params![
        event,
        what,
        toll.low,
        toll.best,
        toll.high,
        toll.reason
    ])?;
    for (n, figure) in toll.figures.iter().enumerate() {
        sql.prepare_cached("INSERT INTO figure VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?.execute(params![
            event,
            what,
            n,
            figure.claim.0,
            figure.min,
            figure.max,
            figure.origin,
            figure.day.map(|day| day.to_string()),
            figure.stand.as_str()
        ])?;
    }
    Ok(())
}

fn insert_forecast(sql: &Transaction<'_>, forecast: &Forecast) -> rusqlite::Result<()> {
    let claim = forecast.claim.0.as_str();
    sql.prepare_cached("INSERT INTO forecast VALUES (?1, ?2, ?3, ?4, ?5, 0)")?.execute(params![
        claim,
        forecast.conditional,
        forecast.horizon.map(|day| day.to_string()),
        forecast.outcome.as_str(),
        forecast.reason
    ])?;
    for (n, also) in forecast.also.iter().enumerate() {
        sql.prepare_cached("INSERT INTO forecast_also VALUES (?1, ?2, ?3)")?.execute(params![claim, n, also.0])?;
    }
    for (n, holder) in forecast.holders.iter().enumerate() {
        sql.prepare_cached("INSERT INTO forecast_holder VALUES (?1, ?2, ?3)")?.execute(params![claim, n, holder.0])?;
    }
    for (n, evidence) in forecast.evidence.iter().enumerate() {
        sql.prepare_cached("INSERT INTO forecast_evidence VALUES (?1, ?2, ?3, ?4, ?5)")?.execute(params![
            claim,
            n,
            evidence.claim.0,
            evidence.shows.as_str(),
            evidence.reason
        ])?;
    }
    Ok(())
}

fn insert_course(sql: &Transaction<'_>, course: &Course) -> rusqlite::Result<()> {
    let event = course.relation.0.as_str();
    let day = |end: &Option<(jiff::civil::Date, model::ClaimId)>| end.as_ref().map(|(day, _)| day.to_string());
    let claim = |end: &Option<(jiff::civil::Date, model::ClaimId)>| end.as_ref().map(|(_, claim)| claim.0.clone());
    sql.prepare_cached("INSERT INTO course VALUES (?1, ?2, ?3, ?4, ?5, 0)")?.execute(params![
        event,
        day(&course.first),
        claim(&course.first),
        day(&course.last),
        claim(&course.last)
    ])?;
    for (n, change) in course.changes.iter().enumerate() {
        sql.prepare_cached("INSERT INTO course_change VALUES (?1, ?2, ?3, ?4, ?5)")?.execute(params![
            event,
            n,
            change.day.to_string(),
            change.claim.0,
            change.reason
        ])?;
    }
    Ok(())
}

fn insert_echoes(sql: &Transaction<'_>, echoes: &[Echo]) -> rusqlite::Result<()> {
    for of_event in echoes.chunk_by(|x, y| x.event == y.event) {
        for (n, echo) in of_event.iter().enumerate() {
            let event = echo.event.0.as_str();
            sql.prepare_cached("INSERT INTO echo VALUES (?1, ?2, ?3, ?4, ?5)")?.execute(params![
                event,
                n,
                echo.claim.0,
                echo.from.0,
                echo.by.as_str()
            ])?;
            for (m, change) in echo.changes.iter().enumerate() {
                sql.prepare_cached("INSERT INTO echo_change VALUES (?1, ?2, ?3, ?4, ?5)")?.execute(params![
                    event,
                    n,
                    m,
                    change.what.as_str(),
                    change.says
                ])?;
            }
        }
    }
    Ok(())
}

/// Fills in what would be counted anew for each question.
fn count(sql: &Transaction<'_>) -> rusqlite::Result<()> {
    let wanted = format!("INSERT INTO source (entity, name, kind, claims, innermost, against, documents) {SOURCES}");
    sql.execute(&wanted, [])?;
    query::count(sql)
}
