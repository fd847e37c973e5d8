//! What does the record hold about one entity: its names, what it did, what is said of it, what it said, its relations?

use super::entities::{COUNTED, EntityRow, entity_row, entity_sql};
use super::{Named, Page, Slice, counted};
use crate::{Case, CaseError};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// An entity with all that the record holds about it, in numbers; each number is a question for claims or mentions.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct EntityPage {
    /// The entity.
    pub entity: EntityRow,
    /// Why its mentions are taken for one, sorted.
    pub reasons: Vec<String>,
    /// The words that stand for it: names first, then descriptions, then pronouns; the most frequent first.
    pub aliases: Vec<AliasRow>,
    /// Its claims by role, kind and type, most first.
    pub roles: Vec<RoleCount>,
    /// The relations it stands in, those of most claims first.
    pub relations: Vec<RelationRow>,
}

/// Words that stand for an entity or a place.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct AliasRow {
    /// The words.
    pub words: String,
    /// `name`, `nominal`, `pronoun`, `modifier`.
    pub kind: String,
    /// How often.
    pub mentions: u64,
    /// In how many documents.
    pub documents: u64,
}

/// One place in a text where an entity or a place is mentioned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MentionPlaceRow {
    /// Id of the document.
    pub document: String,
    /// Path of the document.
    pub file: String,
    /// Outlet of the article.
    pub outlet: Option<String>,
    /// Day the article was published.
    pub published: Option<String>,
    /// First byte of the mention.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
    /// The words.
    pub words: String,
    /// `name`, `nominal`, `pronoun`, `modifier`.
    pub kind: String,
    /// Its sentence.
    pub sentence: String,
    /// Bytes of the sentence before the mention.
    pub before: u32,
}

/// How many claims of one type somebody stands in, in one role.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct RoleCount {
    /// `actor`, `target`, `source`.
    pub role: String,
    /// `event`, `relation`, `assessment`.
    pub kind: String,
    /// The type.
    #[serde(rename = "type")]
    pub claim_type: String,
    /// Claims.
    pub claims: u64,
}

/// A relation to somebody, something or some place, as claims tell it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct RelationRow {
    /// The type of the claims.
    #[serde(rename = "type")]
    pub claim_type: String,
    /// `actor` when the entity of the page is the subject, `target` when it is the object.
    pub role: String,
    /// To whom or where; `None`: not stated, or it could not be told.
    pub other: Option<OtherRow>,
    /// `positive` or `negative`.
    pub polarity: String,
    /// The words that the type was read from, sorted: `commander`, `leader`.
    pub triggers: Vec<String>,
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

/// The other end of a relation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct OtherRow {
    /// `entity` or `place`.
    pub sort: String,
    /// Who or where.
    #[serde(flatten)]
    pub named: Named,
}

impl Case {
    /// One entity; `None` when the case has none of that id. One that is one with another by a decision is found as that one.
    pub fn entity(&self, id: &str) -> Result<Option<EntityPage>, CaseError> {
        self.ask_at_once(|sql| {
            let into: Option<String> = sql
                .prepare_cached("SELECT into_ FROM merged WHERE entity = ?1")?
                .query_row([id], |row| row.get(0))
                .optional()?;
            let id = into.as_deref().unwrap_or(id);
            counted::kept(sql, "actor", id)?.map_or_else(|| page(sql, id), |kept| Ok(Some(kept)))
        })
    }

    /// Id, name, kind and knowledge entry of every entity, sorted by id.
    pub fn entity_names(&self) -> Result<Vec<(Named, Option<String>)>, CaseError> {
        self.ask(|sql| {
            let mut rows = sql.prepare_cached("SELECT id, name, kind, known FROM entity ORDER BY id")?;
            let rows = rows.query_map([], |row| {
                Ok((Named { id: row.get(0)?, name: row.get(1)?, kind: row.get(2)? }, row.get(3)?))
            })?;
            rows.collect()
        })
    }

    /// In how many claims two entities stand in different roles.
    pub fn claims_with_both(&self, one: &str, other: &str) -> Result<u64, CaseError> {
        self.ask(|sql| {
            sql.prepare_cached(
                // What both have is told by the index alone.
                "SELECT count(DISTINCT a.claim) FROM (SELECT claim FROM argument WHERE entity = ?1
                     INTERSECT SELECT claim FROM argument WHERE entity = ?2) x
                 CROSS JOIN argument a ON a.claim = x.claim AND a.entity = ?1
                 CROSS JOIN argument b ON b.claim = x.claim AND b.entity = ?2 AND b.role <> a.role",
            )?
            .query_row([one, other], |row| row.get(0))
        })
    }

    /// In how many documents two entities are both named or described, not only meant by a pronoun.
    pub fn documents_with_both(&self, one: &str, other: &str) -> Result<u64, CaseError> {
        self.ask(|sql| {
            sql.prepare_cached(
                "SELECT count(*) FROM (SELECT document FROM mention WHERE entity = ?1
                     INTERSECT SELECT document FROM mention WHERE entity = ?2) x
                 WHERE EXISTS (SELECT 1 FROM mention m WHERE m.document = x.document AND m.entity = ?1 AND m.kind <> 'pronoun')
                     AND EXISTS (SELECT 1 FROM mention m WHERE m.document = x.document AND m.entity = ?2 AND m.kind <> 'pronoun')",
            )?
            .query_row([one, other], |row| row.get(0))
        })
    }

    /// Where an entity is mentioned, in order of documents and text; with `words` and `kind` only where these stand for it.
    pub fn mentions_of_entity(
        &self,
        id: &str,
        words: Option<&str>,
        kind: Option<&str>,
        slice: Slice,
    ) -> Result<Page<MentionPlaceRow>, CaseError> {
        self.ask_at_once(|sql| mentions(sql, "entity", id, words, kind, slice))
    }

    /// The same for a place.
    pub fn mentions_of_place(
        &self,
        id: &str,
        words: Option<&str>,
        slice: Slice,
    ) -> Result<Page<MentionPlaceRow>, CaseError> {
        self.ask_at_once(|sql| mentions(sql, "place", id, words, None, slice))
    }
}

/// Counts the pages of those that much is said of.
pub(super) fn count(sql: &Connection) -> rusqlite::Result<()> {
    counted::keep_many(sql, "actor", "SELECT entity FROM entity_count", page)
}

fn page(sql: &Connection, id: &str) -> rusqlite::Result<Option<EntityPage>> {
    let from = if counted::is_there(sql)? { COUNTED.to_string() } else { entity_sql() };
    let head = format!("{from} WHERE e.id = ?1");
    let Some(entity) = sql.prepare_cached(&head)?.query_row([id], entity_row).optional()? else { return Ok(None) };
    Ok(Some(EntityPage {
        entity,
        reasons: reasons(sql, id)?,
        aliases: aliases(sql, "entity", id)?,
        roles: roles(sql, id)?,
        relations: relations(sql, id)?,
    }))
}

fn reasons(sql: &Connection, id: &str) -> rusqlite::Result<Vec<String>> {
    let mut question = sql.prepare_cached(
        "SELECT DISTINCT reasons FROM document_entity
         WHERE entity = ?1 OR entity IN (SELECT entity FROM merged WHERE into_ = ?1)",
    )?;
    let mut all = BTreeSet::new();
    for list in question.query_map([id], |row| row.get::<_, String>(0))? {
        all.extend(crate::load::list("document_entity.reasons", &list?)?);
    }
    Ok(all.into_iter().collect())
}

/// The words that stand for what `column` of the mentions holds.
pub(super) fn aliases(sql: &Connection, column: &str, id: &str) -> rusqlite::Result<Vec<AliasRow>> {
    let mut question = sql.prepare_cached(&format!(
        "SELECT words, kind, count(*), count(DISTINCT document) FROM mention WHERE {column} = ?1 GROUP BY words, kind
         ORDER BY CASE kind WHEN 'name' THEN 0 WHEN 'modifier' THEN 1 WHEN 'nominal' THEN 2 ELSE 3 END, 3 DESC, 1"
    ))?;
    let rows = question.query_map([id], |row| {
        Ok(AliasRow { words: row.get(0)?, kind: row.get(1)?, mentions: row.get(2)?, documents: row.get(3)? })
    })?;
    rows.collect()
}

fn mentions(
    sql: &Connection,
    column: &str,
    id: &str,
    words: Option<&str>,
    kind: Option<&str>,
    slice: Slice,
) -> rusqlite::Result<Page<MentionPlaceRow>> {
    let from = format!(
        "FROM mention m WHERE m.{column} = ?1 AND (?2 IS NULL OR m.words = ?2) AND (?3 IS NULL OR m.kind = ?3)"
    );
    let total = sql
        .prepare_cached(&format!("SELECT count(*) {from}"))?
        .query_row(params![id, words, kind], |row| row.get(0))?;
    let list = format!(
        "SELECT d.id, d.file,
             (SELECT value FROM article_fact f WHERE f.document = d.id AND f.article = s.article AND f.field = 'outlet' AND f.n = 0),
             (SELECT value FROM article_fact f WHERE f.document = d.id AND f.article = s.article AND f.field = 'published' AND f.n = 0),
             m.start, m.end, m.words, m.kind, s.words, m.start - s.start
         FROM (SELECT m.* {from}) m JOIN document d ON d.id = m.document
         JOIN sentence s ON s.document = m.document AND s.sentence = m.sentence
         ORDER BY d.file, d.id, m.start, m.end{}",
        slice.sql()
    );
    let rows =
        sql.prepare_cached(&list)?.query_map(params![id, words, kind], mention_place)?.collect::<Result<_, _>>()?;
    Ok(Page { total, offset: slice.offset, rows })
}

fn mention_place(row: &Row<'_>) -> rusqlite::Result<MentionPlaceRow> {
    Ok(MentionPlaceRow {
        document: row.get(0)?,
        file: row.get(1)?,
        outlet: row.get(2)?,
        published: row.get(3)?,
        start: row.get(4)?,
        end: row.get(5)?,
        words: row.get(6)?,
        kind: row.get(7)?,
        sentence: row.get(8)?,
        before: row.get::<_, i64>(9)?.try_into().unwrap_or(0),
    })
}

fn roles(sql: &Connection, id: &str) -> rusqlite::Result<Vec<RoleCount>> {
    let mut question = sql.prepare_cached(
        "SELECT a.role, c.kind, c.type, count(DISTINCT c.id) FROM argument a JOIN claim c ON c.id = a.claim
         WHERE a.entity = ?1 AND a.role <> 'place' GROUP BY a.role, c.kind, c.type ORDER BY 4 DESC, 1, 2, 3",
    )?;
    let rows = question.query_map([id], |row| {
        Ok(RoleCount { role: row.get(0)?, kind: row.get(1)?, claim_type: row.get(2)?, claims: row.get(3)? })
    })?;
    rows.collect()
}

/// Claims of the kind `relation` by type, other end and polarity.
fn relations(sql: &Connection, id: &str) -> rusqlite::Result<Vec<RelationRow>> {
    let mut question = sql.prepare_cached(
        "SELECT c.type, a.role, e.id, e.name, e.kind, p.id, p.name, p.class, c.polarity,
             json_group_array(DISTINCT c.trigger_words), count(DISTINCT c.id), min(c.earliest), max(c.latest),
             min(f.value), max(f.value)
         FROM argument a JOIN claim c ON c.id = a.claim AND c.kind = 'relation'
         LEFT JOIN argument b ON b.claim = a.claim
             AND (a.role = 'actor' AND b.role IN ('target', 'place') OR a.role = 'target' AND b.role = 'actor')
         LEFT JOIN entity e ON e.id = b.entity LEFT JOIN place p ON p.id = b.place
         LEFT JOIN article_fact f ON f.document = c.document AND f.article = c.article AND f.field = 'published' AND f.n = 0
         WHERE a.entity = ?1 AND a.role IN ('actor', 'target')
         GROUP BY c.type, a.role, e.id, p.id, c.polarity
         ORDER BY 11 DESC, c.type, a.role, coalesce(e.name, p.name) IS NULL, coalesce(e.name, p.name), e.id, p.id, c.polarity",
    )?;
    let rows = question.query_map([id], |row| {
        let named = |sort: &str, first: usize| -> rusqlite::Result<Option<OtherRow>> {
            let id: Option<String> = row.get(first)?;
            let Some(id) = id else { return Ok(None) };
            let named = Named { id, name: row.get(first + 1)?, kind: row.get(first + 2)? };
            Ok(Some(OtherRow { sort: sort.to_string(), named }))
        };
        let other = match named("entity", 2)? {
            Some(entity) => Some(entity),
            None => named("place", 5)?,
        };
        let mut triggers = crate::load::list("claim.trigger_words", &row.get::<_, String>(9)?)?;
        triggers.sort();
        Ok(RelationRow {
            claim_type: row.get(0)?,
            role: row.get(1)?,
            other,
            polarity: row.get(8)?,
            triggers,
            claims: row.get(10)?,
            earliest: row.get(11)?,
            latest: row.get(12)?,
            first_published: row.get(13)?,
            last_published: row.get(14)?,
        })
    })?;
    rows.collect()
}
