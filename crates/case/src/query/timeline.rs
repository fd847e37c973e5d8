//! Which events lie where on the axis of time?

use super::events::{EventFilter, condition};
use super::{Named, Where};
use crate::{Case, CaseError};
use rusqlite::{Connection, Row};
use serde::Serialize;
use std::collections::BTreeMap;

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
            // In the order of an index, so that no more events are looked at than are shown.
            let shown = format!(
                "{} ORDER BY v.earliest IS NULL, v.earliest, v.latest, v.id{}",
                dated.sql(),
                filter.slice.sql()
            );
            let mut rows: Vec<MomentRow> = sql
                .prepare(&format!("{MOMENT}{shown}"))?
                .query_map(dated.params(), moment)?
                .collect::<rusqlite::Result<_>>()?;
            name_all(sql, &mut rows, &shown, &dated)?;
            Ok(Timeline { total, undated: total - with_day, rows })
        })
    }
}

const MOMENT: &str = "SELECT v.id, v.kind, v.type, v.earliest, v.latest, v.time_resolved, v.ahead, v.claims,
         v.origins_certain, v.origins_possible, c.quote
     FROM event v LEFT JOIN claim c ON c.id = v.first_claim";

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
        actors: Vec::new(),
        targets: Vec::new(),
        places: Vec::new(),
        quote: row.get::<_, Option<String>>(10)?.unwrap_or_default(),
    })
}

/// Fills in who does it, to whom and where, for all rows in one question. `shown`: conditions and order that select them.
fn name_all(sql: &Connection, rows: &mut [MomentRow], shown: &str, dated: &Where) -> rusqlite::Result<()> {
    let at: BTreeMap<String, usize> = rows.iter().enumerate().map(|(at, row)| (row.id.clone(), at)).collect();
    let named = format!(
        "WITH shown AS MATERIALIZED (SELECT v.id AS id FROM event v{shown})
         SELECT s.id, x.role, e.id, e.name, e.kind FROM shown s
             CROSS JOIN event_entity x ON x.event = s.id JOIN entity e ON e.id = x.entity
         UNION ALL SELECT s.id, 'place', p.id, p.name, p.class FROM shown s
             CROSS JOIN event_place x ON x.event = s.id JOIN place p ON p.id = x.place"
    );
    let mut question = sql.prepare(&named)?;
    let mut found = question.query(dated.params())?;
    while let Some(row) = found.next()? {
        let Some(&at) = at.get(row.get_ref(0)?.as_str()?) else { continue };
        let names = match row.get_ref(1)?.as_str()? {
            "actor" => &mut rows[at].actors,
            "target" => &mut rows[at].targets,
            _ => &mut rows[at].places,
        };
        names.push(Named { id: row.get(2)?, name: row.get(3)?, kind: row.get(4)? });
    }
    for row in rows {
        for names in [&mut row.actors, &mut row.targets, &mut row.places] {
            names.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        }
    }
    Ok(())
}
