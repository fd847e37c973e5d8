use super::{ClaimRow, EventRow, Page, Slice, Where, anywhere, claim_rows, events};
use crate::{Case, CaseError};
use jiff::civil::Date;
use model::ClaimType;
use rusqlite::types::Value;
use rusqlite::{Connection, Row};
use serde::Serialize;

/// Which relations to give. An empty list or `None` leaves that field open; all that is set must hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CourseFilter {
    /// Of one of these types.
    pub types: Vec<ClaimType>,
    /// With this entity (id), or one whose name contains this, at either end.
    pub entity: Option<String>,
    /// In this place (id), or one whose name contains this.
    pub place: Option<String>,
    /// Attested on this day or around it: first not after it, last not before it.
    pub on: Option<Date>,
    /// With a change.
    pub changed: bool,
    /// Which of them.
    pub slice: Slice,
}

/// A relation on the axis of time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CourseRow {
    /// The relation, as an event.
    pub relation: EventRow,
    /// The first day it is attested for.
    pub first: Option<String>,
    /// The claim that attests it.
    pub first_claim: Option<ClaimRow>,
    /// The last day it is attested for.
    pub last: Option<String>,
    /// The claim that attests it.
    pub last_claim: Option<ClaimRow>,
    /// What changed it, by day.
    pub changes: Vec<ChangeRow>,
}

/// What changed a relation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChangeRow {
    /// The day, or the day of the report.
    pub day: String,
    /// In a sentence.
    pub reason: String,
    /// The claim.
    pub claim: ClaimRow,
}

impl Case {
    /// The relations that a filter lets through, by type, then by first day.
    pub fn courses(&self, filter: &CourseFilter) -> Result<Page<CourseRow>, CaseError> {
        let wanted = condition(filter);
        self.ask_at_once(|sql| {
            let from = if wanted.parts.is_empty() { "" } else { " JOIN event v ON v.id = k.event" };
            let total = sql
                .prepare(&format!("SELECT count(*) FROM course k{from}{}", wanted.sql()))?
                .query_row(wanted.params(), |row| row.get(0))?;
            let list = format!(
                "SELECT k.event, k.first, k.first_claim, k.last, k.last_claim FROM course k{from}{} ORDER BY k.place{}",
                wanted.sql(),
                filter.slice.sql()
            );
            let mut question = sql.prepare(&list)?;
            let mut heads = question.query(wanted.params())?;
            let mut rows = Vec::new();
            while let Some(row) = heads.next()? {
                rows.extend(course(sql, row)?);
            }
            Ok(Page { total, offset: filter.slice.offset, rows })
        })
    }
}

/// The order of the list: by type, then by first day.
pub(super) const PLACES: &str = "WITH placed AS (SELECT k.event AS event, row_number() OVER (
         ORDER BY v.type, k.first IS NULL, k.first, k.last, k.event) AS place
         FROM course k JOIN event v ON v.id = k.event)
     UPDATE course SET place = placed.place FROM placed WHERE placed.event = course.event;";

fn course(sql: &Connection, row: &Row<'_>) -> rusqlite::Result<Option<CourseRow>> {
    let event: String = row.get(0)?;
    let Some(relation) = events::event_row(sql, &event)? else { return Ok(None) };
    let claim = |id: Option<String>| -> rusqlite::Result<Option<ClaimRow>> {
        match id {
            Some(id) => Ok(claim_rows(sql, " WHERE c.id = ?1", [&id])?.pop()),
            None => Ok(None),
        }
    };
    let mut question =
        sql.prepare_cached("SELECT day, reason, claim FROM course_change WHERE event = ?1 ORDER BY n")?;
    let mut rows = question.query([&event])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        if let Some(claim) = claim(row.get(2)?)? {
            changes.push(ChangeRow { day: row.get(0)?, reason: row.get(1)?, claim });
        }
    }
    Ok(Some(CourseRow {
        relation,
        first: row.get(1)?,
        first_claim: claim(row.get(2)?)?,
        last: row.get(3)?,
        last_claim: claim(row.get(4)?)?,
        changes,
    }))
}

fn condition(filter: &CourseFilter) -> Where {
    let mut wanted = Where::default();
    wanted.one_of("v.type", filter.types.iter().map(|t| t.as_str()));
    if let Some(name) = &filter.entity {
        wanted.and(
            "k.event IN (SELECT x.event FROM event_entity x JOIN entity e ON e.id = x.entity
             WHERE e.id = ? OR e.name LIKE ? ESCAPE '\\')",
            [Value::Text(name.clone()), anywhere(name)],
        );
    }
    if let Some(place) = &filter.place {
        wanted.and(
            "k.event IN (SELECT x.event FROM event_place x JOIN place p ON p.id = x.place
             WHERE p.id = ? OR p.name LIKE ? ESCAPE '\\')",
            [Value::Text(place.clone()), anywhere(place)],
        );
    }
    if let Some(day) = filter.on {
        let day = Value::Text(day.to_string());
        wanted.and("k.first <= ? AND k.last >= ?", [day.clone(), day]);
    }
    if filter.changed {
        wanted.and("k.event IN (SELECT event FROM course_change)", []);
    }
    wanted
}
