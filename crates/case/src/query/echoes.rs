use super::{ClaimRow, claim_rows};
use rusqlite::Connection;
use serde::Serialize;

/// A claim that one document has from another, and what became of it on the way.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EchoRow {
    /// By what it is known: `copy`, `carries`, `cites`, `rewords`, `misspells`, `same_source`.
    pub by: String,
    /// The claim that was passed on.
    pub from: ClaimRow,
    /// What the later document makes of it.
    pub claim: ClaimRow,
    /// What is other in the later one; empty: nothing.
    pub changes: Vec<EchoChangeRow>,
}

/// One difference between a claim and what was made of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EchoChangeRow {
    /// What sort of difference: `doubt_dropped`, `source_dropped`, `figure_changed`, …
    pub what: String,
    /// The difference in a few words.
    pub says: String,
}

/// How the claims of an event were passed on, by the days of the reports.
pub(crate) fn echoes(sql: &Connection, event: &str) -> rusqlite::Result<Vec<EchoRow>> {
    let mut steps = sql.prepare_cached("SELECT n, claim, from_claim, by FROM echo WHERE event = ?1 ORDER BY n")?;
    let mut turns = sql.prepare_cached("SELECT what, says FROM echo_change WHERE event = ?1 AND n = ?2 ORDER BY m")?;
    let mut rows = steps.query([event])?;
    let mut echoes = Vec::new();
    while let Some(row) = rows.next()? {
        let (n, claim, from): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let one = |id: &String| claim_rows(sql, " WHERE c.id = ?1", [id]).map(|mut rows| rows.pop());
        let (Some(claim), Some(from)) = (one(&claim)?, one(&from)?) else { continue };
        let changes = turns
            .query_map((event, n), |row| Ok(EchoChangeRow { what: row.get(0)?, says: row.get(1)? }))?
            .collect::<rusqlite::Result<_>>()?;
        echoes.push(EchoRow { by: row.get(3)?, from, claim, changes });
    }
    Ok(echoes)
}
