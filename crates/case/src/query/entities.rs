use super::{Page, Slice, Where, anywhere};
use crate::{Case, CaseError};
use model::EntityKind;
use rusqlite::{Connection, OptionalExtension, Row};
use serde::Serialize;
use std::collections::BTreeSet;

/// Which entities to give.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EntityFilter {
    /// Of one of these kinds.
    pub kinds: Vec<EntityKind>,
    /// Whose name contains this.
    pub name: Option<String>,
    /// Only those that fill a role of a claim or name a source, not those that are only mentioned.
    pub in_claims: bool,
    /// Which of them.
    pub slice: Slice,
}

/// Somebody or something, and in how many claims it stands in each role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EntityRow {
    /// Sixteen hexadecimal digits.
    pub id: String,
    /// Canonical name.
    pub name: String,
    /// `person`, `state`, `organisation`, `group`, `place`, `thing`.
    pub kind: String,
    /// Key of its knowledge entry; `None`: known only from the text.
    pub known: Option<String>,
    /// Claims in which it is an actor.
    pub as_actor: u64,
    /// Claims in which it is a target.
    pub as_target: u64,
    /// Claims in whose chain it is a source.
    pub as_source: u64,
    /// Documents that speak of it.
    pub documents: u64,
}

/// An entity and the words that stand for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EntityPage {
    /// The entity.
    pub entity: EntityRow,
    /// Why its mentions are taken for one, sorted.
    pub reasons: Vec<String>,
    /// The words that stand for it, most frequent first.
    pub aliases: Vec<AliasRow>,
}

/// Words that stand for an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AliasRow {
    /// The words.
    pub words: String,
    /// `name`, `nominal`, `pronoun`, `modifier`.
    pub kind: String,
    /// How often.
    pub mentions: u64,
}

impl Case {
    /// The entities that a filter lets through; those in most claims first, then by name.
    pub fn entities(&self, filter: &EntityFilter) -> Result<Page<EntityRow>, CaseError> {
        let mut wanted = Where::default();
        wanted.one_of("e.kind", filter.kinds.iter().map(|k| k.as_str()));
        if let Some(name) = &filter.name {
            wanted.and("e.name LIKE ? ESCAPE '\\'", [anywhere(name)]);
        }
        if filter.in_claims {
            wanted.and("EXISTS (SELECT 1 FROM argument a WHERE a.entity = e.id)", []);
        }
        self.ask_at_once(|sql| {
            let total = sql
                .prepare(&format!("SELECT count(*) FROM entity e{}", wanted.sql()))?
                .query_row(wanted.params(), |row| row.get(0))?;
            let list = format!(
                "{ENTITY}{} ORDER BY (SELECT count(*) FROM argument a WHERE a.entity = e.id) DESC, e.name, e.id{}",
                wanted.sql(),
                filter.slice.sql()
            );
            let rows = sql.prepare(&list)?.query_map(wanted.params(), head)?.collect::<rusqlite::Result<_>>()?;
            Ok(Page { total, offset: filter.slice.offset, rows })
        })
    }

    /// One entity; `None` when the case has none of that id.
    pub fn entity(&self, id: &str) -> Result<Option<EntityPage>, CaseError> {
        self.ask_at_once(|sql| {
            let found = sql.prepare_cached(&format!("{ENTITY} WHERE e.id = ?1"))?.query_row([id], head).optional()?;
            let Some(entity) = found else { return Ok(None) };
            Ok(Some(EntityPage { entity, reasons: reasons(sql, id)?, aliases: aliases(sql, id)? }))
        })
    }
}

const ENTITY: &str = "SELECT e.id, e.name, e.kind, e.known,
    (SELECT count(DISTINCT a.claim) FROM argument a WHERE a.entity = e.id AND a.role = 'actor'),
    (SELECT count(DISTINCT a.claim) FROM argument a WHERE a.entity = e.id AND a.role = 'target'),
    (SELECT count(DISTINCT a.claim) FROM argument a WHERE a.entity = e.id AND a.role = 'source'),
    (SELECT count(*) FROM document_entity x WHERE x.entity = e.id) FROM entity e";

fn head(row: &Row<'_>) -> rusqlite::Result<EntityRow> {
    Ok(EntityRow {
        id: row.get(0)?,
        name: row.get(1)?,
        kind: row.get(2)?,
        known: row.get(3)?,
        as_actor: row.get(4)?,
        as_target: row.get(5)?,
        as_source: row.get(6)?,
        documents: row.get(7)?,
    })
}

fn reasons(sql: &Connection, id: &str) -> rusqlite::Result<Vec<String>> {
    let mut question = sql.prepare_cached("SELECT DISTINCT reasons FROM document_entity WHERE entity = ?1")?;
    let mut all = BTreeSet::new();
    for list in question.query_map([id], |row| row.get::<_, String>(0))? {
        all.extend(crate::load::list("document_entity.reasons", &list?)?);
    }
    Ok(all.into_iter().collect())
}

fn aliases(sql: &Connection, id: &str) -> rusqlite::Result<Vec<AliasRow>> {
    let mut question = sql.prepare_cached(
        "SELECT words, kind, count(*) FROM mention WHERE entity = ?1 GROUP BY words, kind ORDER BY 3 DESC, 1, 2",
    )?;
    let rows = question
        .query_map([id], |row| Ok(AliasRow { words: row.get(0)?, kind: row.get(1)?, mentions: row.get(2)? }))?;
    rows.collect()
}
