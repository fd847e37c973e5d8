//! What is counted when claims are joined, and not each time somebody asks?
//!
//! Pages that look at all claims, or at all those of a source, an actor or a place that has many: `counted` holds them as JSON, as they are given. A
//! change of the documents takes them away with the events; until the claims are joined anew such a page is counted when it is asked
//! for. Both ways go through the same functions, but where one look at all arguments gives what each would be asked for by itself: the
//! facets of each type and the counts of each entity.

use super::{Overview, actor, author, courses, entities, facets, forecasts, overview, place, places};
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

/// Claims or documents from which on a page is counted when the claims are joined.
pub(super) const MANY: u32 = 250;

/// Keeps the pages of those of whom the rows of `counts` (its only column: their ids) count many claims or documents.
pub(super) fn keep_many<T: Serialize>(
    sql: &Connection,
    name: &str,
    counts: &str,
    page: impl Fn(&Connection, &str) -> rusqlite::Result<Option<T>>,
) -> rusqlite::Result<()> {
    let mut question = sql.prepare(&format!("{counts} WHERE claims >= ?1 OR documents >= ?1"))?;
    let ids: Vec<String> = question.query_map([MANY], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    ids.iter().try_for_each(|id| page(sql, id)?.map_or(Ok(()), |page| keep(sql, name, id, &page)))
}

/// Counts everything. The events, and all that stands beside them, must be there.
pub(crate) fn count(sql: &Transaction<'_>) -> rusqlite::Result<()> {
    sql.execute_batch(forecasts::PLACES)?;
    sql.execute_batch(courses::PLACES)?;
    entities::count(sql)?;
    places::count(sql)?;
    facets::count(sql)?;
    keep(sql, "map", "", &place::map_of_all(sql)?)?;
    author::count(sql)?;
    actor::count(sql)?;
    place::count(sql)?;
    keep(sql, "overview", "", &Overview { event_state: EventState::Current, ..overview::overview(sql)? })
}
