//! How does an older case file become one of today?
//!
//! Each step of the schema is a file of SQL with a name. A step runs once, in a transaction, and is recorded with the
//! SHA-256 of its SQL; `user_version` is the number of steps that were run.

use crate::{CaseError, sha256};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use std::path::Path;

/// `"Isnd"`: tells a case file from other SQLite files.
pub(crate) const APPLICATION_ID: i64 = 0x4973_6e64;

/// The steps in order. A step that was released never changes.
const STEPS: &[(&str, &str)] = &[
    ("001_record", include_str!("../schema/001_record.sql")),
    ("002_knowledge", include_str!("../schema/002_knowledge.sql")),
    ("003_decisions", include_str!("../schema/003_decisions.sql")),
    ("004_fusion", include_str!("../schema/004_fusion.sql")),
    ("005_large", include_str!("../schema/005_large.sql")),
    ("006_counted", include_str!("../schema/006_counted.sql")),
    ("007_passed_on", include_str!("../schema/007_passed_on.sql")),
    ("008_times", include_str!("../schema/008_times.sql")),
    ("009_misspellings", include_str!("../schema/009_misspellings.sql")),
];

/// Number of the newest schema.
pub(crate) fn newest() -> i64 {
    STEPS.len() as i64
}

/// Number of the file's schema.
pub(crate) fn found(sql: &Connection) -> rusqlite::Result<i64> {
    sql.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Runs the steps that the file lacks. The file must be new or a case file.
pub(crate) fn run(sql: &mut Connection, path: &Path) -> Result<(), CaseError> {
    let told = |e| CaseError::from_sql(path, e);
    let before = found(sql).map_err(told)?;
    if before > newest() {
        return Err(CaseError::Newer { path: path.to_path_buf(), found: before, known: newest() });
    }
    if before < newest() {
        // The lock is taken before looking: two programs that open one new file do not both build it.
        let step = sql.transaction_with_behavior(TransactionBehavior::Immediate).map_err(told)?;
        step.execute_batch(
            "CREATE TABLE IF NOT EXISTS migration (
                 number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL
             ) STRICT",
        )
        .map_err(told)?;
        let done = found(&step).map_err(told)?;
        for (number, (name, text)) in (1..).zip(STEPS).filter(|(number, _)| *number > done) {
            step.execute_batch(text).map_err(told)?;
            step.execute("INSERT INTO migration VALUES (?1, ?2, ?3)", params![number, name, sha256(text.as_bytes())])
                .map_err(told)?;
        }
        step.pragma_update(None, "application_id", APPLICATION_ID).map_err(told)?;
        step.pragma_update(None, "user_version", newest()).map_err(told)?;
        step.commit().map_err(told)?;
    }
    check(sql, path)
}

/// Compares the steps that were run with those of this program.
pub(crate) fn check(sql: &Connection, path: &Path) -> Result<(), CaseError> {
    for (number, (name, text)) in (1_i64..).zip(STEPS) {
        let stored: Option<String> = sql
            .query_row("SELECT sha256 FROM migration WHERE number = ?1", [number], |row| row.get(0))
            .optional()
            .map_err(|e| CaseError::from_sql(path, e))?;
        if stored.as_deref() != Some(sha256(text.as_bytes()).as_str()) {
            return Err(CaseError::OtherSchema { path: path.to_path_buf(), name: (*name).to_string() });
        }
    }
    Ok(())
}
