use super::{ClaimRow, claim_rows};
use rusqlite::Connection;
use serde::Serialize;

/// The figures of an event for one thing, and what they come to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TollRow {
    /// What is counted: killed, wounded, fighters, …
    pub what: String,
    /// The least lower bound of the figures that stand.
    pub low: Option<f64>,
    /// The figure with most origins.
    pub best: Option<f64>,
    /// The greatest upper bound; `None`: a figure has none.
    pub high: Option<f64>,
    /// How the best was chosen.
    pub reason: String,
    /// The figures, by day of their reports.
    pub figures: Vec<FigureRow>,
}

/// What the figures of an event for one thing come to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TollSum {
    /// What is counted.
    pub what: String,
    /// The least lower bound of the figures that stand.
    pub low: Option<f64>,
    /// The figure with most origins.
    pub best: Option<f64>,
    /// The greatest upper bound; `None`: a figure has none.
    pub high: Option<f64>,
    /// Number of figures.
    pub figures: u64,
}

/// What the figures of an event come to, by what is counted.
pub(crate) fn sums(sql: &Connection, event: &str) -> rusqlite::Result<Vec<TollSum>> {
    let mut sums = sql.prepare_cached(
        "SELECT what, low, best, high, (SELECT count(*) FROM figure f WHERE f.event = t.event AND f.what = t.what)
         FROM toll t WHERE event = ?1 ORDER BY what",
    )?;
    let rows = sums.query_map([event], |row| {
        Ok(TollSum { what: row.get(0)?, low: row.get(1)?, best: row.get(2)?, high: row.get(3)?, figures: row.get(4)? })
    })?;
    rows.collect()
}

/// One figure: who said how many, when.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FigureRow {
    /// The claim that gives it.
    pub claim: ClaimRow,
    /// At least.
    pub at_least: Option<f64>,
    /// At most.
    pub at_most: Option<f64>,
    /// Who says it.
    pub origin: String,
    /// The day of the report.
    pub day: Option<String>,
    /// `whole`, `more`, `revised`, `denied`.
    pub stand: String,
}

/// The tolls of an event by what is counted.
pub(crate) fn tolls(sql: &Connection, event: &str) -> rusqlite::Result<Vec<TollRow>> {
    let mut tolls =
        sql.prepare_cached("SELECT what, low, best, high, reason FROM toll WHERE event = ?1 ORDER BY what")?;
    let mut tolls: Vec<TollRow> = tolls
        .query_map([event], |row| {
            Ok(TollRow {
                what: row.get(0)?,
                low: row.get(1)?,
                best: row.get(2)?,
                high: row.get(3)?,
                reason: row.get(4)?,
                figures: Vec::new(),
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    for toll in &mut tolls {
        let mut figures = sql.prepare_cached(
            "SELECT claim, at_least, at_most, origin, day, stand FROM figure WHERE event = ?1 AND what = ?2 ORDER BY n",
        )?;
        let mut rows = figures.query([event, &toll.what])?;
        while let Some(row) = rows.next()? {
            let claim: String = row.get(0)?;
            let Some(claim) = claim_rows(sql, " WHERE c.id = ?1", [&claim])?.pop() else { continue };
            toll.figures.push(FigureRow {
                claim,
                at_least: row.get(1)?,
                at_most: row.get(2)?,
                origin: row.get(3)?,
                day: row.get(4)?,
                stand: row.get(5)?,
            });
        }
    }
    Ok(tolls)
}
