use super::{Page, Slice, Where, anywhere, counted};
use crate::{Case, CaseError};
use model::PlaceClass;
use rusqlite::{Connection, Row};
use serde::{Deserialize, Serialize};

/// Which places to give.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlaceFilter {
    /// Whose name contains this.
    pub name: Option<String>,
    /// With this id.
    pub id: Option<String>,
    /// Of one of these classes.
    pub classes: Vec<PlaceClass>,
    /// In the country with this ISO 3166 code.
    pub country: Option<String>,
    /// Only those of which it is known where they lie, or only the others.
    pub located: Option<bool>,
    /// Which of them.
    pub slice: Slice,
}

/// A place as an area.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct PlaceRow {
    /// `geonames:…` or `name:…`.
    pub id: String,
    /// Canonical name.
    pub name: String,
    /// `country`, `region`, `settlement`, `other`.
    pub class: String,
    /// Degrees north, WGS 84.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// Kilometres around the point that the name covers.
    pub radius_km: Option<f64>,
    /// ISO 3166 code of its country.
    pub country: Option<String>,
    /// Ids of the places it lies in, smallest first.
    pub within: Vec<String>,
    /// Claims that name it.
    pub claims: u64,
    /// Documents that name it.
    pub documents: u64,
}

impl Case {
    /// The places that a filter lets through; those in most claims first, then by name.
    pub fn places(&self, filter: &PlaceFilter) -> Result<Page<PlaceRow>, CaseError> {
        let mut wanted = Where::default();
        if let Some(name) = &filter.name {
            wanted.and("p.name LIKE ? ESCAPE '\\'", [anywhere(name)]);
        }
        if let Some(id) = &filter.id {
            wanted.and("p.id = ?", super::repeated(id, 1));
        }
        wanted.one_of("p.class", filter.classes.iter().map(|c| c.as_str()));
        if let Some(country) = &filter.country {
            wanted.and("p.country = ? COLLATE NOCASE", super::repeated(country, 1));
        }
        match filter.located {
            Some(true) => wanted.and("p.latitude IS NOT NULL", []),
            Some(false) => wanted.and("p.latitude IS NULL", []),
            None => {}
        }
        self.ask_at_once(|sql| {
            let total = sql
                .prepare(&format!("SELECT count(*) FROM place p{}", wanted.sql()))?
                .query_row(wanted.params(), |row| row.get(0))?;
            let from = place_sql(sql)?;
            let list = format!("{from}{} ORDER BY claims DESC, p.name, p.id{}", wanted.sql(), filter.slice.sql());
            let rows = sql.prepare(&list)?.query_map(wanted.params(), place_row)?.collect::<rusqlite::Result<_>>()?;
            Ok(Page { total, offset: filter.slice.offset, rows })
        })
    }
}

const COUNTING: &str = "SELECT p.id, p.name, p.class, p.latitude, p.longitude, p.radius_km, p.country, p.within,
         (SELECT count(DISTINCT a.claim) FROM argument a WHERE a.place = p.id) AS claims,
         (SELECT count(*) FROM document_place x WHERE x.place = p.id) AS documents FROM place p";

const COUNTED: &str = "SELECT p.id, p.name, p.class, p.latitude, p.longitude, p.radius_km, p.country, p.within,
         coalesce(k.claims, 0) AS claims, coalesce(k.documents, 0) AS documents
     FROM place p LEFT JOIN place_count k ON k.place = p.id";

/// The columns of a row, for conditions and an order over `place p`.
pub(super) fn place_sql(sql: &Connection) -> rusqlite::Result<&'static str> {
    Ok(if counted::is_there(sql)? { COUNTED } else { COUNTING })
}

/// Counts how often each place is named.
pub(super) fn count(sql: &Connection) -> rusqlite::Result<()> {
    sql.execute(&format!("INSERT INTO place_count SELECT id, claims, documents FROM ({COUNTING})"), []).map(drop)
}

pub(super) fn place_row(row: &Row<'_>) -> rusqlite::Result<PlaceRow> {
    Ok(PlaceRow {
        id: row.get(0)?,
        name: row.get(1)?,
        class: row.get(2)?,
        latitude: row.get(3)?,
        longitude: row.get(4)?,
        radius_km: row.get(5)?,
        country: row.get(6)?,
        within: crate::load::list("place.within", &row.get::<_, String>(7)?)?,
        claims: row.get(8)?,
        documents: row.get(9)?,
    })
}
