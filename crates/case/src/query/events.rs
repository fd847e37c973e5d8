use super::disputes::disputes_of;
use super::echoes::{EchoRow, echoes};
use super::tolls::{TollRow, TollSum, sums, tolls};
use super::{ClaimRow, DisputeRow, Named, Page, Slice, Where, anywhere, claim_rows, repeated, search};
use crate::{Case, CaseError};
use jiff::civil::Date;
use model::{ClaimType, Kind};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};
use serde::Serialize;
use std::collections::BTreeSet;

/// Which events to give. An empty list or `None` leaves that field open; all that is set must hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventFilter {
    /// Of one of these types.
    pub types: Vec<ClaimType>,
    /// Of one of these kinds.
    pub kinds: Vec<Kind>,
    /// With an actor that is this entity (id) or whose name contains this.
    pub actor: Option<String>,
    /// The same for a target.
    pub target: Option<String>,
    /// The same for either.
    pub entity: Option<String>,
    /// The same for a place.
    pub place: Option<String>,
    /// With a claim of this document (id, file name or path).
    pub document: Option<String>,
    /// With a claim whose quote holds these words.
    pub text: Option<String>,
    /// Not before this day.
    pub from: Option<Date>,
    /// Not after this day.
    pub to: Option<Date>,
    /// With this id.
    pub id: Option<String>,
    /// With at least so many claims.
    pub min_claims: Option<u32>,
    /// With at least so many origins that are certainly independent.
    pub min_origins: Option<u32>,
    /// In which order.
    pub order: EventOrder,
    /// Which of them.
    pub slice: Slice,
}

/// The order of a list of events; ties are broken by id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EventOrder {
    /// By first day; those without a day last.
    #[default]
    Time,
    /// Those with most claims first.
    Claims,
    /// Those with most certain, then most possible origins first.
    Origins,
}

/// One happening or standing relation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventRow {
    /// Sixteen hexadecimal digits.
    pub id: String,
    /// `event`, `relation`, `assessment`.
    pub kind: String,
    /// Its type.
    #[serde(rename = "type")]
    pub claim_type: String,
    /// First day.
    pub earliest: Option<String>,
    /// Last day.
    pub latest: Option<String>,
    /// How the days were told.
    pub resolved: Option<String>,
    /// Independent origins: at least so many.
    pub origins_certain: u32,
    /// Independent origins: at most so many.
    pub origins_possible: u32,
    /// How well it is attested, as a proposal: confirmed, fair, weak, contested, denied.
    pub grade: String,
    /// Number of claims.
    pub claims: u64,
    /// Number of documents they stand in.
    pub documents: u64,
    /// Who.
    pub actors: Vec<Named>,
    /// To whom.
    pub targets: Vec<Named>,
    /// Where.
    pub places: Vec<Named>,
    /// What its figures come to.
    pub tolls: Vec<TollSum>,
    /// Number of disputes that hold claims of it.
    pub disputes: u64,
    /// Its first claim in order of file and text.
    pub claim: String,
    /// The words of that claim.
    pub quote: String,
}

/// An event with its claims.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventPage {
    /// The event.
    pub event: EventRow,
    /// Who stands behind it, certain ones first, with their claims. A claim can stand under several.
    pub origins: Vec<OriginRow>,
    /// Claims that stand under no origin; in a dossier the first of them.
    pub other: Vec<ClaimRow>,
    /// How many there are of these.
    pub other_total: u64,
    /// Why each of these claims was joined.
    pub joined: Vec<JoinedRow>,
    /// The longer event it is a part of.
    pub whole: Option<BondRow>,
    /// The events that are parts of it, by first day.
    pub parts: Vec<BondRow>,
    /// Events that are like it and were kept apart, most alike first.
    pub apart: Vec<BondRow>,
    /// Its figures.
    pub tolls: Vec<TollRow>,
    /// The disputes that hold claims of it.
    pub disputes: Vec<DisputeRow>,
    /// Copies among its documents.
    pub copies: Vec<CopyRow>,
    /// How its claims were passed on, by the days of the reports.
    pub echoes: Vec<EchoRow>,
}

/// Another event that one stands to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BondRow {
    /// The other event.
    pub event: EventRow,
    /// Why, in a sentence.
    pub reason: String,
}

/// Two documents of an event whose words are nearly the same.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CopyRow {
    /// The one document.
    pub document: String,
    /// The other.
    pub other: String,
    /// Part of the shorter text's word groups that stand in the longer one, 0 to 1.
    pub similarity: f64,
}

/// From whom claims of an event come.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OriginRow {
    /// What makes two claims share it.
    pub origin: String,
    /// Name for people.
    pub name: String,
    /// True when it is surely not another origin under a second name.
    pub certain: bool,
    /// Where it stands to what it tells: doer, sufferer, ally, third, unknown.
    pub stand: String,
    /// How many claims come from it.
    pub total: u64,
    /// Its claims, in order of file and text; in a dossier the first of them, or none.
    pub claims: Vec<ClaimRow>,
}

/// Why a claim belongs to an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct JoinedRow {
    /// Id of the claim.
    pub claim: String,
    /// In a sentence; `None` for the claim that the others were joined to.
    pub reason: Option<String>,
}

impl Case {
    /// The events that a filter lets through. None when the claims have not been joined since documents changed:
    /// see [`Case::event_state`].
    pub fn events(&self, filter: &EventFilter) -> Result<Page<EventRow>, CaseError> {
        let wanted = condition(filter);
        let order = match filter.order {
            EventOrder::Time => "v.earliest IS NULL, v.earliest, v.latest, v.id",
            EventOrder::Claims => "v.claims DESC, v.id",
            EventOrder::Origins => "v.origins_certain DESC, v.origins_possible DESC, v.claims DESC, v.id",
        };
        self.ask_at_once(|sql| {
            let total = sql
                .prepare(&format!("SELECT count(*) FROM event v{}", wanted.sql()))?
                .query_row(wanted.params(), |row| row.get(0))?;
            let list = format!("{EVENT}{} ORDER BY {order}{}", wanted.sql(), filter.slice.sql());
            let mut rows: Vec<EventRow> =
                sql.prepare(&list)?.query_map(wanted.params(), head)?.collect::<rusqlite::Result<_>>()?;
            for row in &mut rows {
                fill(sql, row)?;
            }
            Ok(Page { total, offset: filter.slice.offset, rows })
        })
    }

    /// One event with its claims by origin; `None` when the case has none of that id.
    pub fn event(&self, id: &str) -> Result<Option<EventPage>, CaseError> {
        self.ask_at_once(|sql| page(sql, id, None))
    }

    /// The same with at most so many claims, the first of each origin.
    pub fn dossier(&self, id: &str, most: u32) -> Result<Option<EventPage>, CaseError> {
        self.ask_at_once(|sql| page(sql, id, Some(most)))
    }
}

/// Claims of one origin that a dossier shows.
const OF_ORIGIN: u32 = 12;

/// One event with its claims; with `most` no more than so many of them.
fn page(sql: &Connection, id: &str, most: Option<u32>) -> rusqlite::Result<Option<EventPage>> {
    let found = sql.prepare_cached(&format!("{EVENT} WHERE v.id = ?1"))?.query_row([id], head).optional()?;
    let Some(mut event) = found else { return Ok(None) };
    fill(sql, &mut event)?;
    let mut origins = origins(sql, id)?;
    let mut left = most;
    for origin in &mut origins {
        let tail = " WHERE c.id IN (SELECT claim FROM origin_claim WHERE event = ?1 AND origin = ?2)
                    ORDER BY d.file, d.id, c.n LIMIT ?3";
        let limit = left.map_or(-1, |left| i64::from(left.min(OF_ORIGIN)));
        if limit != 0 {
            origin.claims = claim_rows(sql, tail, (id, &origin.origin, limit))?;
        }
        left = left.map(|left| left.saturating_sub(origin.claims.len() as u32));
    }
    let rest = "FROM event_claim WHERE event = ?1 AND claim NOT IN (SELECT claim FROM origin_claim WHERE event = ?1)";
    let other_total = sql.prepare_cached(&format!("SELECT count(*) {rest}"))?.query_row([id], |row| row.get(0))?;
    let tail = format!(" WHERE c.id IN (SELECT claim {rest}) ORDER BY d.file, d.id, c.n LIMIT ?2");
    let other = claim_rows(sql, &tail, (id, left.map_or(-1, i64::from)))?;
    let mut joined: Vec<JoinedRow> = sql
        .prepare_cached("SELECT claim, reason FROM event_claim WHERE event = ?1 ORDER BY n")?
        .query_map([id], |row| Ok(JoinedRow { claim: row.get(0)?, reason: row.get(1)? }))?
        .collect::<rusqlite::Result<_>>()?;
    if most.is_some() {
        let shown: BTreeSet<&str> =
            origins.iter().flat_map(|origin| &origin.claims).chain(&other).map(|claim| claim.id.as_str()).collect();
        joined.retain(|row| shown.contains(row.claim.as_str()));
    }
    let whole = bonds(sql, "SELECT other, reason FROM event_bond WHERE event = ?1 AND bond = 'whole'", id)?.pop();
    let parts = "SELECT b.event, b.reason FROM event_bond b JOIN event v ON v.id = b.event
                 WHERE b.other = ?1 AND b.bond = 'whole' ORDER BY v.earliest IS NULL, v.earliest, v.latest, v.id";
    let parts = bonds(sql, parts, id)?;
    let apart = bonds(sql, "SELECT other, reason FROM event_bond WHERE event = ?1 AND bond = 'apart' ORDER BY n", id)?;
    let tolls = tolls(sql, id)?;
    let disputes = disputes_of(sql, id)?;
    // The plus: each document's pairs are walked, not every two documents looked up.
    let copies = sql
        .prepare_cached(
            "WITH own AS (SELECT DISTINCT c.document FROM event_claim x JOIN claim c ON c.id = x.claim WHERE x.event = ?1)
             SELECT document, other_document, max(similarity) FROM near_duplicate
             WHERE document IN own AND +other_document IN own
             GROUP BY document, other_document ORDER BY document, other_document",
        )?
        .query_map([id], |row| {
            Ok(CopyRow { document: row.get(0)?, other: row.get(1)?, similarity: row.get(2)? })
        })?
        .collect::<rusqlite::Result<_>>()?;
    let echoes = echoes(sql, id)?;
    Ok(Some(EventPage {
        event,
        origins,
        other,
        other_total,
        joined,
        whole,
        parts,
        apart,
        tolls,
        disputes,
        copies,
        echoes,
    }))
}

/// The origins of an event without their claims, certain ones first.
fn origins(sql: &Connection, id: &str) -> rusqlite::Result<Vec<OriginRow>> {
    let mut question = sql.prepare_cached(
        "SELECT o.origin, o.name, o.certain, o.stand,
             (SELECT count(*) FROM origin_claim x WHERE x.event = o.event AND x.origin = o.origin)
         FROM origin o WHERE o.event = ?1 ORDER BY o.certain DESC, o.name, o.origin",
    )?;
    let rows = question.query_map([id], |row| {
        Ok(OriginRow {
            origin: row.get(0)?,
            name: row.get(1)?,
            certain: row.get(2)?,
            stand: row.get(3)?,
            total: row.get(4)?,
            claims: Vec::new(),
        })
    })?;
    rows.collect()
}

/// The events that a question names, with the reason beside each.
fn bonds(sql: &Connection, question: &str, id: &str) -> rusqlite::Result<Vec<BondRow>> {
    let mut question = sql.prepare_cached(question)?;
    let mut rows = question.query([id])?;
    let mut bonds = Vec::new();
    while let Some(row) = rows.next()? {
        let (other, reason): (String, String) = (row.get(0)?, row.get(1)?);
        bonds.extend(event_row(sql, &other)?.map(|event| BondRow { event, reason }));
    }
    Ok(bonds)
}

/// One event without its claims.
pub(crate) fn event_row(sql: &Connection, id: &str) -> rusqlite::Result<Option<EventRow>> {
    let found = sql.prepare_cached(&format!("{EVENT} WHERE v.id = ?1"))?.query_row([id], head).optional()?;
    found.map(|mut event| fill(sql, &mut event).map(|()| event)).transpose()
}

pub(super) fn condition(filter: &EventFilter) -> Where {
    let mut wanted = Where::default();
    wanted.one_of("v.type", filter.types.iter().map(|t| t.as_str()));
    wanted.one_of("v.kind", filter.kinds.iter().map(|k| k.as_str()));
    let roles =
        [(&filter.actor, " AND x.role = 'actor'"), (&filter.target, " AND x.role = 'target'"), (&filter.entity, "")];
    for (name, role) in roles.iter().filter_map(|(name, role)| name.as_ref().map(|n| (n, role))) {
        let sql = format!(
            "v.id IN (SELECT x.event FROM event_entity x JOIN entity e ON e.id = x.entity
             WHERE (e.id = ? OR e.name LIKE ? ESCAPE '\\'){role})"
        );
        wanted.and(&sql, [Value::Text(name.clone()), anywhere(name)]);
    }
    if let Some(place) = &filter.place {
        wanted.and(
            "v.id IN (SELECT x.event FROM event_place x JOIN place p ON p.id = x.place
             WHERE p.id = ? OR p.name LIKE ? ESCAPE '\\')",
            [Value::Text(place.clone()), anywhere(place)],
        );
    }
    if let Some(document) = &filter.document {
        wanted.and(
            "v.id IN (SELECT x.event FROM event_claim x JOIN claim c ON c.id = x.claim WHERE c.document IN
             (SELECT id FROM document WHERE id = ?
              UNION SELECT document FROM document_path WHERE path = ? OR path LIKE '%/' || ?))",
            repeated(document, 3),
        );
    }
    if let Some(question) = filter.text.as_deref().and_then(search::question) {
        wanted.and(
            "v.id IN (SELECT x.event FROM claim_search q JOIN claim c ON c.number = q.rowid
             JOIN event_claim x ON x.claim = c.id WHERE claim_search MATCH ?)",
            [Value::Text(question)],
        );
    }
    if let Some(from) = filter.from {
        wanted.and("v.latest >= ?", [Value::Text(from.to_string())]);
    }
    if let Some(to) = filter.to {
        wanted.and("v.earliest <= ?", [Value::Text(to.to_string())]);
    }
    if let Some(id) = &filter.id {
        wanted.and("v.id = ?", [Value::Text(id.clone())]);
    }
    if let Some(claims) = filter.min_claims {
        wanted.and("v.claims >= ?", [Value::Integer(i64::from(claims))]);
    }
    if let Some(origins) = filter.min_origins {
        wanted.and("v.origins_certain >= ?", [Value::Integer(i64::from(origins))]);
    }
    wanted
}

const EVENT: &str =
    "SELECT v.id, v.kind, v.type, v.earliest, v.latest, v.time_resolved, v.origins_certain, v.origins_possible,
    v.claims, v.grade, v.documents, v.disputes, c.id, c.quote FROM event v LEFT JOIN claim c ON c.id = v.first_claim";

fn head(row: &Row<'_>) -> rusqlite::Result<EventRow> {
    Ok(EventRow {
        id: row.get(0)?,
        kind: row.get(1)?,
        claim_type: row.get(2)?,
        earliest: row.get(3)?,
        latest: row.get(4)?,
        resolved: row.get(5)?,
        origins_certain: row.get(6)?,
        origins_possible: row.get(7)?,
        claims: row.get(8)?,
        grade: row.get(9)?,
        documents: row.get(10)?,
        actors: Vec::new(),
        targets: Vec::new(),
        places: Vec::new(),
        tolls: Vec::new(),
        disputes: row.get(11)?,
        claim: row.get::<_, Option<String>>(12)?.unwrap_or_default(),
        quote: row.get::<_, Option<String>>(13)?.unwrap_or_default(),
    })
}

fn fill(sql: &Connection, event: &mut EventRow) -> rusqlite::Result<()> {
    let entities = "SELECT e.id, e.name, e.kind FROM event_entity x JOIN entity e ON e.id = x.entity
                    WHERE x.event = ?1 AND x.role = ?2 ORDER BY e.name, e.id";
    let named = |row: &Row<'_>| Ok(Named { id: row.get(0)?, name: row.get(1)?, kind: row.get(2)? });
    let mut question = sql.prepare_cached(entities)?;
    event.actors = question.query_map([&event.id, "actor"], named)?.collect::<rusqlite::Result<_>>()?;
    event.targets = question.query_map([&event.id, "target"], named)?.collect::<rusqlite::Result<_>>()?;
    let mut question = sql.prepare_cached(
        "SELECT p.id, p.name, p.class FROM event_place x JOIN place p ON p.id = x.place WHERE x.event = ?1 ORDER BY p.name, p.id",
    )?;
    event.places = question.query_map([&event.id], named)?.collect::<rusqlite::Result<_>>()?;
    event.tolls = sums(sql, &event.id)?;
    Ok(())
}
