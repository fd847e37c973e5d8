use super::{ClaimRow, Page, Slice, Where, anywhere, claim_rows, repeated};
use crate::{Case, CaseError};
use model::{DisputeKind, Strength};
use rusqlite::types::Value;
use rusqlite::{Connection, Row};
use serde::Serialize;

/// Which disputes to give. An empty list or `None` leaves that field open; all that is set must hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisputeFilter {
    /// Of one of these kinds.
    pub kinds: Vec<DisputeKind>,
    /// Of one of these strengths.
    pub strengths: Vec<Strength>,
    /// With a claim of this event.
    pub event: Option<String>,
    /// With this claim.
    pub claim: Option<String>,
    /// With a claim of this document (id, file name or path).
    pub document: Option<String>,
    /// With a claim that has this entity (id), or one whose name contains this, in a role or as a source.
    pub entity: Option<String>,
    /// At most so many claims of each side; `None`: all.
    pub claims: Option<u32>,
    /// Which of them.
    pub slice: Slice,
}

/// Claims on one matter that cannot all be true, or hardly are.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DisputeRow {
    /// Sixteen hexadecimal digits.
    pub id: String,
    /// What it is about: number, date, place, …
    pub kind: String,
    /// `contradiction` or `tension`.
    pub strength: String,
    /// The event it is about.
    pub event: String,
    /// Why the sides cannot stand beside each other.
    pub reason: String,
    /// Number of documents its claims stand in.
    pub documents: u64,
    /// The sides.
    pub sides: Vec<SideRow>,
}

/// One side of a dispute.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SideRow {
    /// What it says, in a few words.
    pub says: String,
    /// How many claims say it.
    pub total: u64,
    /// The claims that say it, in order of file and text; where fewer were asked for, the first of them.
    pub claims: Vec<ClaimRow>,
}

/// The disputes that hold claims of an event, in the order of [`Case::disputes`].
pub(crate) fn disputes_of(sql: &Connection, event: &str) -> rusqlite::Result<Vec<DisputeRow>> {
    let filter = DisputeFilter { event: Some(event.to_string()), ..DisputeFilter::default() };
    rows(sql, &condition(&filter), Slice::ALL, Some(SHOWN))
}

/// As many claims of each side stand on the page of an event; the list of disputes leads to all.
const SHOWN: u32 = 12;

/// The first of some disputes, each side with its first claims, in the order of [`Case::disputes`].
pub(super) fn disputes_by_id(
    sql: &Connection,
    ids: &[String],
    most: usize,
    claims: u32,
) -> rusqlite::Result<Vec<DisputeRow>> {
    let mut wanted = Where::default();
    let ids = serde_json::to_string(ids).unwrap_or_default();
    wanted.and("v.id IN (SELECT value FROM json_each(?))", [Value::Text(ids)]);
    rows(sql, &wanted, Slice::first(most as u64), Some(claims))
}

fn rows(sql: &Connection, wanted: &Where, slice: Slice, claims: Option<u32>) -> rusqlite::Result<Vec<DisputeRow>> {
    let list = format!(
        "SELECT v.id, v.kind, v.strength, v.event, v.reason, v.documents FROM dispute v{}
         ORDER BY v.strength, v.kind, v.documents DESC, v.id{}",
        wanted.sql(),
        slice.sql()
    );
    let mut rows: Vec<DisputeRow> =
        sql.prepare(&list)?.query_map(wanted.params(), head)?.collect::<rusqlite::Result<_>>()?;
    rows.iter_mut().try_for_each(|row| fill(sql, row, claims))?;
    Ok(rows)
}

impl Case {
    /// The disputes that a filter lets through: contradictions before tensions, then by kind, those with most documents first.
    pub fn disputes(&self, filter: &DisputeFilter) -> Result<Page<DisputeRow>, CaseError> {
        let wanted = condition(filter);
        self.ask_at_once(|sql| {
            let total = sql
                .prepare(&format!("SELECT count(*) FROM dispute v{}", wanted.sql()))?
                .query_row(wanted.params(), |row| row.get(0))?;
            let rows = rows(sql, &wanted, filter.slice, filter.claims)?;
            Ok(Page { total, offset: filter.slice.offset, rows })
        })
    }
}

fn head(row: &Row<'_>) -> rusqlite::Result<DisputeRow> {
    Ok(DisputeRow {
        id: row.get(0)?,
        kind: row.get(1)?,
        strength: row.get(2)?,
        event: row.get(3)?,
        reason: row.get(4)?,
        documents: row.get(5)?,
        sides: Vec::new(),
    })
}

fn fill(sql: &Connection, dispute: &mut DisputeRow, most: Option<u32>) -> rusqlite::Result<()> {
    let mut sides = sql.prepare_cached("SELECT side, says FROM dispute_side WHERE dispute = ?1 ORDER BY side")?;
    let sides: Vec<(u32, String)> =
        sides.query_map([&dispute.id], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    for (side, says) in sides {
        // Those that are shown are chosen first, so that all else is looked up for them alone.
        let tail = " WHERE c.number IN (SELECT c.number FROM dispute_claim x JOIN claim c ON c.id = x.claim
                        JOIN document d ON d.id = c.document WHERE x.dispute = ?1 AND x.side = ?2
                        ORDER BY d.file, d.id, c.n LIMIT ?3)
                    ORDER BY d.file, d.id, c.n";
        let claims = claim_rows(sql, tail, (&dispute.id, side, most.map_or(-1, i64::from)))?;
        let mut total = sql.prepare_cached("SELECT count(*) FROM dispute_claim WHERE dispute = ?1 AND side = ?2")?;
        let total = total.query_row((&dispute.id, side), |row| row.get(0))?;
        dispute.sides.push(SideRow { says, total, claims });
    }
    Ok(())
}

fn condition(filter: &DisputeFilter) -> Where {
    let mut wanted = Where::default();
    wanted.one_of("v.kind", filter.kinds.iter().map(|k| k.as_str()));
    wanted.one_of("v.strength", filter.strengths.iter().map(|s| s.as_str()));
    if let Some(event) = &filter.event {
        wanted.and(
            "v.id IN (SELECT x.dispute FROM dispute_claim x JOIN event_claim e ON e.claim = x.claim WHERE e.event = ?)",
            [Value::Text(event.clone())],
        );
    }
    if let Some(claim) = &filter.claim {
        wanted.and("v.id IN (SELECT dispute FROM dispute_claim WHERE claim = ?)", [Value::Text(claim.clone())]);
    }
    if let Some(document) = &filter.document {
        wanted.and(
            "v.id IN (SELECT x.dispute FROM dispute_claim x JOIN claim c ON c.id = x.claim WHERE c.document IN
             (SELECT id FROM document WHERE id = ?
              UNION SELECT document FROM document_path WHERE path = ? OR path LIKE '%/' || ?))",
            repeated(document, 3),
        );
    }
    if let Some(name) = &filter.entity {
        wanted.and(
            "v.id IN (SELECT x.dispute FROM entity e CROSS JOIN argument a ON a.entity = e.id
             CROSS JOIN dispute_claim x ON x.claim = a.claim WHERE e.id = ? OR e.name LIKE ? ESCAPE '\\')",
            [Value::Text(name.clone()), anywhere(name)],
        );
    }
    wanted
}
