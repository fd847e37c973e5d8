//! Which events lie where on the axis of time?

use super::events::{EventFilter, condition};
use super::{Named, Where};
use crate::{Case, CaseError};
use rusqlite::Row;
use serde::Serialize;

/// The events of a filter on the axis of time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Timeline {
    /// How many events the filter lets through.
    pub total: u64,
    /// How many of them have no day.
    pub undated: u64,
    /// Those with a day, by first and last day; cut at the limit of the filter.
    pub rows: Vec<MomentRow>,
}

/// An event as a line on the axis of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MomentRow {
    /// Sixteen hexadecimal digits.
    pub id: String,
    /// `event`, `relation`, `assessment`.
    pub kind: String,
    /// The type.
    #[serde(rename = "type")]
    pub claim_type: String,
    /// First day it can have been.
    pub earliest: String,
    /// Last day.
    pub latest: String,
    /// How the days were told: `stated`, `from_publication`, `from_text`.
    pub resolved: Option<String>,
    /// True when every claim of it speaks of what is planned, foretold or hangs on a condition.
    pub ahead: bool,
    /// Claims.
    pub claims: u64,
    /// Independent origins: at least.
    pub origins_certain: u64,
    /// At most.
    pub origins_possible: u64,
    /// Who does it, by name.
    pub actors: Vec<Named>,
    /// To whom, by name.
    pub targets: Vec<Named>,
    /// Where, by name.
    pub places: Vec<Named>,
    /// Words of its first claim.
    pub quote: String,
}

impl Case {
    /// The events that a filter lets through on the axis of time, in its order of days, whatever order the filter asks for.
    pub fn timeline(&self, filter: &EventFilter) -> Result<Timeline, CaseError> {
        let wanted = condition(filter);
        let mut dated = condition(filter);
        dated.and("v.earliest IS NOT NULL AND v.latest IS NOT NULL", []);
        self.ask_at_once(|sql| {
            let count = |wanted: &Where| -> rusqlite::Result<u64> {
                sql.prepare(&format!("SELECT count(*) FROM event v{}", wanted.sql()))?
                    .query_row(wanted.params(), |row| row.get(0))
            };
            let (total, with_day) = (count(&wanted)?, count(&dated)?);
            let list = format!("{MOMENT}{} ORDER BY v.earliest, v.latest, v.id{}", dated.sql(), filter.slice.sql());
            let rows = sql.prepare(&list)?.query_map(dated.params(), moment)?.collect::<rusqlite::Result<_>>()?;
            Ok(Timeline { total, undated: total - with_day, rows })
        })
    }
}

const MOMENT: &str = "SELECT v.id, v.kind, v.type, v.earliest, v.latest, v.time_resolved,
     v.ahead, v.claims, v.origins_certain, v.origins_possible,
     (SELECT json_group_array(json_array(id, name, kind)) FROM (SELECT e.id, e.name, e.kind FROM event_entity x
          JOIN entity e ON e.id = x.entity WHERE x.event = v.id AND x.role = 'actor' ORDER BY e.name, e.id)),
     (SELECT json_group_array(json_array(id, name, kind)) FROM (SELECT e.id, e.name, e.kind FROM event_entity x
          JOIN entity e ON e.id = x.entity WHERE x.event = v.id AND x.role = 'target' ORDER BY e.name, e.id)),
     (SELECT json_group_array(json_array(id, name, class)) FROM (SELECT p.id, p.name, p.class FROM event_place x
          JOIN place p ON p.id = x.place WHERE x.event = v.id ORDER BY p.name, p.id)),
     (SELECT c.quote FROM claim c WHERE c.id = v.first_claim)
     FROM event v";

fn moment(row: &Row<'_>) -> rusqlite::Result<MomentRow> {
    Ok(MomentRow {
        id: row.get(0)?,
        kind: row.get(1)?,
        claim_type: row.get(2)?,
        earliest: row.get(3)?,
        latest: row.get(4)?,
        resolved: row.get(5)?,
        ahead: row.get(6)?,
        claims: row.get(7)?,
        origins_certain: row.get(8)?,
        origins_possible: row.get(9)?,
        actors: named(row, 10)?,
        targets: named(row, 11)?,
        places: named(row, 12)?,
        quote: row.get::<_, Option<String>>(13)?.unwrap_or_default(),
    })
}

/// Reads a list of ids, names and kinds.
fn named(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<Named>> {
    let list: String = row.get(column)?;
    let list: Vec<(String, String, String)> = serde_json::from_str(&list).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error))
    })?;
    Ok(list.into_iter().map(|(id, name, kind)| Named { id, name, kind }).collect())
}
