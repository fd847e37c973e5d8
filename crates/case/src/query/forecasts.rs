use super::{ClaimRow, Named, Page, Slice, Where, anywhere, claim_rows, repeated};
use crate::{Case, CaseError};
use model::Outcome;
use rusqlite::types::Value;
use rusqlite::{Connection, Row};
use serde::Serialize;

/// Which forecasts to give. An empty list or `None` leaves that field open; all that is set must hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ForecastFilter {
    /// With one of these outcomes.
    pub outcomes: Vec<Outcome>,
    /// Told by, or about, this entity (id), or one whose name contains this.
    pub entity: Option<String>,
    /// In this document (id, file name or path).
    pub document: Option<String>,
    /// Which of them.
    pub slice: Slice,
}

/// What was foretold, vowed or meant, and what became of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ForecastRow {
    /// The claim that tells it.
    pub claim: ClaimRow,
    /// Further claims that tell the same: of its sentence, and of copies of its text.
    pub also: Vec<ClaimRow>,
    /// Who foretold it; empty: the document in its own voice.
    pub holders: Vec<Named>,
    /// True when it hangs on a condition.
    pub conditional: bool,
    /// The day by which it should have come.
    pub horizon: Option<String>,
    /// `came_true`, `did_not`, `open`.
    pub outcome: String,
    /// Why.
    pub reason: String,
    /// The claims the outcome rests on.
    pub evidence: Vec<EvidenceRow>,
}

/// A claim that tells what became of a forecast.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EvidenceRow {
    /// `came_true` or `did_not`.
    pub shows: String,
    /// Why it is about the forecast.
    pub reason: String,
    /// The claim.
    pub claim: ClaimRow,
}

impl Case {
    /// The forecasts that a filter lets through: those with an outcome first, then by day of the report, file and text.
    pub fn forecasts(&self, filter: &ForecastFilter) -> Result<Page<ForecastRow>, CaseError> {
        let wanted = condition(filter);
        self.ask_at_once(|sql| {
            let from = if wanted.parts.is_empty() { "" } else { " JOIN claim c ON c.id = f.claim" };
            let total = sql
                .prepare(&format!("SELECT count(*) FROM forecast f{from}{}", wanted.sql()))?
                .query_row(wanted.params(), |row| row.get(0))?;
            let list = format!(
                "SELECT f.claim, f.conditional, f.horizon, f.outcome, f.reason FROM forecast f{from}{} ORDER BY f.place{}",
                wanted.sql(),
                filter.slice.sql()
            );
            let mut question = sql.prepare(&list)?;
            let mut heads = question.query(wanted.params())?;
            let mut rows = Vec::new();
            while let Some(row) = heads.next()? {
                rows.extend(forecast(sql, row)?);
            }
            Ok(Page { total, offset: filter.slice.offset, rows })
        })
    }
}

/// The order of the list: those with an outcome first, then by day of the report, file and text.
pub(super) const PLACES: &str = "WITH placed AS (SELECT f.claim AS claim, row_number() OVER (
         ORDER BY CASE f.outcome WHEN 'came_true' THEN 0 WHEN 'did_not' THEN 1 ELSE 2 END,
             (SELECT value FROM article_fact p WHERE p.document = c.document AND p.article = c.article
              AND p.field = 'published' AND p.n = 0), d.file, d.id, c.n) AS place
         FROM forecast f JOIN claim c ON c.id = f.claim JOIN document d ON d.id = c.document)
     UPDATE forecast SET place = placed.place FROM placed WHERE placed.claim = forecast.claim;";

fn forecast(sql: &Connection, row: &Row<'_>) -> rusqlite::Result<Option<ForecastRow>> {
    let id: String = row.get(0)?;
    let Some(claim) = claim_rows(sql, " WHERE c.id = ?1", [&id])?.pop() else { return Ok(None) };
    let also = " WHERE c.id IN (SELECT claim FROM forecast_also WHERE forecast = ?1) ORDER BY c.n";
    let mut holders = sql.prepare_cached(
        "SELECT e.id, e.name, e.kind FROM forecast_holder h JOIN entity e ON e.id = h.entity WHERE h.forecast = ?1 ORDER BY h.n",
    )?;
    let holders = holders
        .query_map([&id], |row| Ok(Named { id: row.get(0)?, name: row.get(1)?, kind: row.get(2)? }))?
        .collect::<rusqlite::Result<_>>()?;
    let mut shown =
        sql.prepare_cached("SELECT claim, shows, reason FROM forecast_evidence WHERE forecast = ?1 ORDER BY n")?;
    let mut shown = shown.query([&id])?;
    let mut evidence = Vec::new();
    while let Some(row) = shown.next()? {
        let other: String = row.get(0)?;
        if let Some(claim) = claim_rows(sql, " WHERE c.id = ?1", [&other])?.pop() {
            evidence.push(EvidenceRow { shows: row.get(1)?, reason: row.get(2)?, claim });
        }
    }
    Ok(Some(ForecastRow {
        also: claim_rows(sql, also, [&id])?,
        claim,
        holders,
        conditional: row.get(1)?,
        horizon: row.get(2)?,
        outcome: row.get(3)?,
        reason: row.get(4)?,
        evidence,
    }))
}

fn condition(filter: &ForecastFilter) -> Where {
    let mut wanted = Where::default();
    wanted.one_of("f.outcome", filter.outcomes.iter().map(|o| o.as_str()));
    if let Some(name) = &filter.entity {
        wanted.and(
            "f.claim IN (SELECT a.claim FROM argument a JOIN entity e ON e.id = a.entity
             WHERE e.id = ? OR e.name LIKE ? ESCAPE '\\')",
            [Value::Text(name.clone()), anywhere(name)],
        );
    }
    if let Some(document) = &filter.document {
        wanted.and(
            "c.document IN (SELECT id FROM document WHERE id = ?
             UNION SELECT document FROM document_path WHERE path = ? OR path LIKE '%/' || ?)",
            repeated(document, 3),
        );
    }
    wanted
}
