//! What is counted when claims are joined, and not each time somebody asks?
//!
//! Pages that look at all claims, or at all those of a source that has many: `counted` holds them as JSON, as they are given. A
//! change of the documents takes them away with the events; until the claims are joined anew such a page is counted when it is asked
//! for. Both ways go through the same functions.

use super::{Overview, author, courses, entities, facets, forecasts, overview, place};
use crate::EventState;
use rusqlite::{Connection, OptionalExtension, Transaction};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// True when the claims are joined, and all that follows is counted.
pub(super) fn is_there(sql: &Connection) -> rusqlite::Result<bool> {
    sql.prepare_cached("SELECT EXISTS (SELECT 1 FROM fusion)")?.query_row([], |row| row.get(0))
}

/// A page that was counted; `None` when it was not.
pub(super) fn kept<T: DeserializeOwned>(sql: &Connection, page: &str, key: &str) -> rusqlite::Result<Option<T>> {
    let value: Option<String> = sql
        .prepare_cached("SELECT value FROM counted WHERE page = ?1 AND key = ?2")?
        .query_row([page, key], |row| row.get(0))
        .optional()?;
    // What cannot be read as the page is counted anew; `verify` tells that it was changed.
    Ok(value.and_then(|value| serde_json::from_str(&value).ok()))
}

/// Keeps a page.
pub(super) fn keep(sql: &Connection, page: &str, key: &str, value: &impl Serialize) -> rusqlite::Result<()> {
    let value =
        serde_json::to_string(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    sql.prepare_cached("INSERT INTO counted VALUES (?1, ?2, ?3)")?.execute([page, key, &value]).map(drop)
}

/// Counts everything. The events, and all that stands beside them, must be there.
pub(crate) fn count(sql: &Transaction<'_>) -> rusqlite::Result<()> {
    sql.execute_batch(forecasts::PLACES)?;
    sql.execute_batch(courses::PLACES)?;
    entities::count(sql)?;
    keep(sql, "facets", "", &facets::of_all(sql)?)?;
    keep(sql, "map", "", &place::map_of_all(sql)?)?;
    author::count(sql)?;
    keep(sql, "overview", "", &Overview { event_state: EventState::Current, ..overview::overview(sql)? })
}
