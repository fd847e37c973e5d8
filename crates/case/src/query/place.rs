//! What does the record hold about one place, and which places do some claims name?

use super::actor::{AliasRow, aliases};
use super::claims::condition;
use super::places::{PlaceRow, place_row, place_sql};
use super::{ClaimFilter, Named, Where, counted};
use crate::{Case, CaseError};
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A place with all that the record holds about it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct PlacePage {
    /// The place.
    pub place: PlaceRow,
    /// Ids of other places of that name that were thought of in any document, sorted.
    pub runners_up: Vec<String>,
    /// The words that name it, most frequent first.
    pub aliases: Vec<AliasRow>,
    /// The claims there by kind and type, most first.
    pub claims: Vec<PlaceCount>,
    /// Who is said to stand in a relation to it: to hold it, to be there, to lie in it.
    pub relations: Vec<PlaceRelation>,
    /// Places of the case that lie in it, by name.
    pub inside: Vec<Named>,
}

/// How many claims of one type name a place.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct PlaceCount {
    /// `event`, `relation`, `assessment`.
    pub kind: String,
    /// The type.
    #[serde(rename = "type")]
    pub claim_type: String,
    /// Claims.
    pub claims: u64,
    /// First day any of them is about; `None`: not stated.
    pub earliest: Option<String>,
    /// Last day.
    pub latest: Option<String>,
}

/// Who stands in a relation to a place, as claims tell it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct PlaceRelation {
    /// The type of the claims: `controls`, `present_in`, …
    #[serde(rename = "type")]
    pub claim_type: String,
    /// Who; `None`: not stated, or it could not be told.
    pub actor: Option<Named>,
    /// `positive` or `negative`.
    pub polarity: String,
    /// Claims that say so.
    pub claims: u64,
    /// First day any of them is about; `None`: not stated.
    pub earliest: Option<String>,
    /// Last day.
    pub latest: Option<String>,
    /// First day an article that says so was published.
    pub first_published: Option<String>,
    /// Last day.
    pub last_published: Option<String>,
}

impl Case {
    /// One place; `None` when the case has none of that id.
    pub fn place(&self, id: &str) -> Result<Option<PlacePage>, CaseError> {
        self.ask_at_once(|sql| counted::kept(sql, "place", id)?.map_or_else(|| page(sql, id), |kept| Ok(Some(kept))))
    }

    /// The places that the claims of a filter name, with how many of them name each; most first. The filter's order and
    /// slice do not matter.
    pub fn map(&self, filter: &ClaimFilter) -> Result<Vec<PlaceRow>, CaseError> {
        let wanted = condition(filter);
        self.ask_at_once(|sql| {
            let kept = if wanted.parts.is_empty() { counted::kept(sql, "map", "")? } else { None };
            kept.map_or_else(|| map(sql, &wanted), Ok)
        })
    }
}

/// Counts the pages of those that are named often.
pub(super) fn count(sql: &Connection) -> rusqlite::Result<()> {
    counted::keep_many(sql, "place", "SELECT place FROM place_count", page)
}

fn page(sql: &Connection, id: &str) -> rusqlite::Result<Option<PlacePage>> {
    let head = format!("{} WHERE p.id = ?1", place_sql(sql)?);
    let Some(place) = sql.prepare_cached(&head)?.query_row([id], place_row).optional()? else { return Ok(None) };
    Ok(Some(PlacePage {
        place,
        runners_up: runners_up(sql, id)?,
        aliases: aliases(sql, "place", id)?,
        claims: claims(sql, id)?,
        relations: relations(sql, id)?,
        inside: inside(sql, id)?,
    }))
}

/// The places that all claims name.
pub(super) fn map_of_all(sql: &Connection) -> rusqlite::Result<Vec<PlaceRow>> {
    map(sql, &Where::default())
}

fn map(sql: &Connection, wanted: &Where) -> rusqlite::Result<Vec<PlaceRow>> {
    let list = format!(
                "SELECT p.id, p.name, p.class, p.latitude, p.longitude, p.radius_km, p.country, p.within, n.claims, n.documents
                 FROM (SELECT a.place AS place, count(DISTINCT c.id) AS claims, count(DISTINCT c.document) AS documents
                       FROM claim c JOIN document d ON d.id = c.document JOIN argument a ON a.claim = c.id AND a.place IS NOT NULL
                       {} GROUP BY a.place) n JOIN place p ON p.id = n.place ORDER BY n.claims DESC, p.name, p.id",
                wanted.sql()
            );
    sql.prepare(&list)?.query_map(wanted.params(), place_row)?.collect()
}

fn runners_up(sql: &Connection, id: &str) -> rusqlite::Result<Vec<String>> {
    let mut question = sql.prepare_cached("SELECT DISTINCT runners_up FROM document_place WHERE place = ?1")?;
    let mut all = BTreeSet::new();
    for list in question.query_map([id], |row| row.get::<_, String>(0))? {
        all.extend(crate::load::list("document_place.runners_up", &list?)?);
    }
    Ok(all.into_iter().collect())
}

fn claims(sql: &Connection, id: &str) -> rusqlite::Result<Vec<PlaceCount>> {
    let mut question = sql.prepare_cached(
        "SELECT c.kind, c.type, count(DISTINCT c.id), min(c.earliest), max(c.latest)
         FROM argument a JOIN claim c ON c.id = a.claim WHERE a.place = ?1 GROUP BY c.kind, c.type ORDER BY 3 DESC, 2",
    )?;
    let rows = question.query_map([id], |row| {
        Ok(PlaceCount {
            kind: row.get(0)?,
            claim_type: row.get(1)?,
            claims: row.get(2)?,
            earliest: row.get(3)?,
            latest: row.get(4)?,
        })
    })?;
    rows.collect()
}

fn relations(sql: &Connection, id: &str) -> rusqlite::Result<Vec<PlaceRelation>> {
    let mut question = sql.prepare_cached(
        "SELECT c.type, e.id, e.name, e.kind, c.polarity, count(DISTINCT c.id), min(c.earliest), max(c.latest),
             min(f.value), max(f.value)
         FROM argument a JOIN claim c ON c.id = a.claim AND c.kind = 'relation'
         LEFT JOIN argument b ON b.claim = a.claim AND b.role = 'actor' LEFT JOIN entity e ON e.id = b.entity
         LEFT JOIN article_fact f ON f.document = c.document AND f.article = c.article AND f.field = 'published' AND f.n = 0
         WHERE a.place = ?1 GROUP BY c.type, e.id, c.polarity
         ORDER BY c.type, 6 DESC, e.name IS NULL, e.name, e.id, c.polarity",
    )?;
    let rows = question.query_map([id], |row| {
        let actor: Option<String> = row.get(1)?;
        let actor = match actor {
            Some(id) => Some(Named { id, name: row.get(2)?, kind: row.get(3)? }),
            None => None,
        };
        Ok(PlaceRelation {
            claim_type: row.get(0)?,
            actor,
            polarity: row.get(4)?,
            claims: row.get(5)?,
            earliest: row.get(6)?,
            latest: row.get(7)?,
            first_published: row.get(8)?,
            last_published: row.get(9)?,
        })
    })?;
    rows.collect()
}

fn inside(sql: &Connection, id: &str) -> rusqlite::Result<Vec<Named>> {
    let mut question = sql.prepare_cached(
        "SELECT p.id, p.name, p.class FROM place p
         WHERE p.id <> ?1 AND EXISTS (SELECT 1 FROM json_each(p.within) w WHERE w.value = ?1) ORDER BY p.name, p.id",
    )?;
    let rows = question.query_map([id], |row| Ok(Named { id: row.get(0)?, name: row.get(1)?, kind: row.get(2)? }))?;
    rows.collect()
}
