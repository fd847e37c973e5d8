//! What did one source say, from whom does it take it, who takes it from there?

use super::disputes::disputes_by_id;
use super::{DisputeRow, Named, counted};
use crate::{Case, CaseError};
use rusqlite::{Connection, OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Disputes that a page of a source shows.
const DISPUTES: usize = 20;
/// As many claims of each of their sides; the list of disputes leads to all.
const DISPUTE_CLAIMS: u32 = 3;

/// A source as an author: an outlet, or anybody to whom texts ascribe claims.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct AuthorPage {
    /// What it is asked for by: the id of its entity, else its name.
    pub key: String,
    /// Its canonical name; else the words.
    pub name: String,
    /// The entity, where it could be told.
    pub entity: Option<Named>,
    /// The sorts of source that texts cite it as, most claims first.
    pub kinds: Vec<KindCount>,
    /// Claims in whose chain it stands.
    pub claims: u64,
    /// Claims of which it is the innermost source.
    pub innermost: u64,
    /// Documents that cite it.
    pub cited_in: u64,
    /// Articles that it published; 0 when it is no outlet.
    pub articles: u64,
    /// What it says, by type and stance, most claims first.
    pub says: Vec<SaysCount>,
    /// What its own articles say in their own voice, by type, most claims first.
    pub own_voice: Vec<SaysCount>,
    /// Those from whom it has what it says: the next link inwards in each chain. First those of most claims.
    pub takes_from: Vec<TieRow>,
    /// Those who have it from there: the link before, or the outlet of the article. First those of most claims.
    pub taken_by: Vec<TieRow>,
    /// Articles whose words are nearly those of an article of its own.
    pub copies: Vec<CopiedRow>,
    /// Where it stands to the events that claims of it tell of, by word, with how many events.
    pub stands: Vec<StandCount>,
    /// Disputes in which it stands on a side, contradictions first; at most twenty.
    #[serde(skip_deserializing)]
    pub disputes: Vec<DisputeRow>,
    /// How many there are in all.
    pub disputes_total: u64,
}

/// How many claims cite a source as one sort.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct KindCount {
    /// outlet, official, person, …
    pub kind: String,
    /// Claims.
    pub claims: u64,
}

/// How many claims of one type a source stands behind, in one stance.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct SaysCount {
    /// `event`, `relation`, `assessment`.
    pub kind: String,
    /// The type.
    #[serde(rename = "type")]
    pub claim_type: String,
    /// `asserts`, `denies`, `doubts`.
    pub stance: String,
    /// Claims.
    pub claims: u64,
}

/// Somebody next to a source in chains.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct TieRow {
    /// What its own page is asked for by; `None` when nobody is named.
    pub key: Option<String>,
    /// Its name; `None` when nobody is named.
    pub name: Option<String>,
    /// What sort of source it is there.
    pub kind: String,
    /// Claims.
    pub claims: u64,
    /// Documents.
    pub documents: u64,
}

/// An article whose words are nearly those of an article of the source.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct CopiedRow {
    /// Id of the document of the source.
    pub document: String,
    /// Id of the other document.
    pub other: String,
    /// Its path.
    pub other_file: String,
    /// The outlet of the other article.
    pub other_outlet: Option<String>,
    /// The day of the article of the source.
    pub published: Option<String>,
    /// The day of the other one.
    pub other_published: Option<String>,
    /// Part of the shorter text's word groups that stand in the longer one, 0 to 1.
    pub similarity: f64,
}

/// In how many events a source stands so to what it tells.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct StandCount {
    /// doer, sufferer, ally, third, unknown.
    pub stand: String,
    /// Events.
    pub events: u64,
}

/// The links of the source: `claim`, `link`, `kind`, `stance`. Claims of its own articles stand in `own`.
const LINKS: &str = "WITH mine AS MATERIALIZED (
         SELECT a.claim AS claim, a.link AS link FROM argument a WHERE a.role = 'source' AND a.entity = ?1
         UNION SELECT a.claim, a.link FROM argument a
         WHERE ?1 IS NULL AND a.role = 'source' AND a.entity IS NULL AND a.words = ?2),
     own AS (SELECT c.id AS claim, c.document AS document FROM article_fact f CROSS JOIN claim c
         ON c.document = f.document AND c.article = f.article WHERE f.field = 'outlet' AND f.value = ?2)";

/// Articles of an outlet from which on its page is counted when the claims are joined.
const MANY_ARTICLES: u32 = 25;

impl Case {
    /// One source by the id of its entity, else by its name as a list of sources or an article gives it; `None` when no text
    /// cites it and no article is of it.
    pub fn author(&self, key: &str) -> Result<Option<AuthorPage>, CaseError> {
        self.ask_at_once(|sql| {
            let Some((entity, name)) = identity(sql, key)? else { return Ok(None) };
            let kept = counted::kept(sql, "source", entity.as_ref().map_or(&name, |entity| &entity.id))?;
            let told: Option<(AuthorPage, Vec<String>)> = match kept {
                Some(kept) => Some(kept),
                None => page(sql, entity, name)?,
            };
            let Some((page, disputes)) = told else { return Ok(None) };
            Ok(Some(AuthorPage { disputes: disputes_by_id(sql, &disputes, DISPUTES, DISPUTE_CLAIMS)?, ..page }))
        })
    }
}

/// Counts the pages of those who have many claims.
pub(super) fn count(sql: &Connection) -> rusqlite::Result<()> {
    let mut question = sql.prepare(
        "SELECT coalesce(entity, name) FROM source WHERE name IS NOT NULL GROUP BY 1 HAVING sum(claims) >= ?1
         UNION SELECT value FROM article_fact WHERE field = 'outlet' GROUP BY value HAVING count(*) >= ?2",
    )?;
    let keys: Vec<String> =
        question.query_map([counted::MANY, MANY_ARTICLES], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let mut done = BTreeSet::new();
    for key in keys {
        let Some((entity, name)) = identity(sql, &key)? else { continue };
        let key = entity.as_ref().map_or(name.clone(), |entity| entity.id.clone());
        if done.insert(key.clone())
            && let Some(told) = page(sql, entity, name)?
        {
            counted::keep(sql, "source", &key, &told)?;
        }
    }
    Ok(())
}

/// The page of a source without the claims of its disputes, and the ids of those that it shows; `None` when no text cites it and no
/// article is of it.
fn page(sql: &Connection, entity: Option<Named>, name: String) -> rusqlite::Result<Option<(AuthorPage, Vec<String>)>> {
    let id = entity.as_ref().map(|entity| entity.id.clone());
    let who = (id.as_deref(), name.as_str());
    let (claims, innermost, cited_in) = totals(sql, who)?;
    let articles: u64 = sql
        .prepare_cached("SELECT count(*) FROM article_fact WHERE field = 'outlet' AND value = ?1")?
        .query_row([&name], |row| row.get(0))?;
    if claims == 0 && articles == 0 {
        return Ok(None);
    }
    let kinds = rows(
        sql,
        "SELECT l.kind, count(DISTINCT l.claim) FROM mine m JOIN link l ON l.claim = m.claim AND l.link = m.link
                 GROUP BY l.kind ORDER BY 2 DESC, 1",
        who,
        |row| Ok(KindCount { kind: row.get(0)?, claims: row.get(1)? }),
    )?;
    let says = rows(
        sql,
        "SELECT c.kind, c.type, l.stance, count(DISTINCT c.id) FROM mine m
                 JOIN link l ON l.claim = m.claim AND l.link = m.link JOIN claim c ON c.id = m.claim
                 GROUP BY c.kind, c.type, l.stance ORDER BY 4 DESC, 2, 3",
        who,
        says_count,
    )?;
    let own_voice = rows(
        sql,
        "SELECT c.kind, c.type, 'asserts', count(DISTINCT c.id) FROM own o JOIN claim c ON c.id = o.claim
                 WHERE NOT EXISTS (SELECT 1 FROM link l WHERE l.claim = c.id)
                 GROUP BY c.kind, c.type ORDER BY 4 DESC, 2",
        who,
        says_count,
    )?;
    let takes_from = rows(
                sql,
                &format!(
                    "{TIE} FROM (SELECT claim, link + 1 AS link FROM mine UNION SELECT claim, 0 FROM own) n
                     JOIN link l ON l.claim = n.claim AND l.link = n.link JOIN claim c ON c.id = l.claim
                     LEFT JOIN argument a ON a.claim = l.claim AND a.role = 'source' AND a.link = l.link
                     LEFT JOIN entity e ON e.id = a.entity
                     WHERE NOT EXISTS (SELECT 1 FROM mine m WHERE m.claim = l.claim AND m.link = l.link)
                     GROUP BY coalesce(e.id, a.words), coalesce(e.name, a.words), l.kind ORDER BY 4 DESC, who IS NULL, who, 3, 1"
                ),
                who,
                tie,
            )?;
    let taken_by = rows(
                sql,
                "SELECT key, name AS who, kind, count(DISTINCT claim), count(DISTINCT document) FROM (
                     SELECT coalesce(e.id, a.words) AS key, coalesce(e.name, a.words) AS name, l.kind AS kind, c.id AS claim,
                         c.document AS document
                     FROM mine m JOIN link l ON l.claim = m.claim AND l.link = m.link - 1 JOIN claim c ON c.id = l.claim
                     LEFT JOIN argument a ON a.claim = l.claim AND a.role = 'source' AND a.link = l.link
                     LEFT JOIN entity e ON e.id = a.entity
                     UNION ALL
                     SELECT f.value, f.value, 'outlet', c.id, c.document
                     FROM mine m JOIN claim c ON c.id = m.claim LEFT JOIN article_fact f
                         ON f.document = c.document AND f.article = c.article AND f.field = 'outlet' AND f.n = 0
                     WHERE m.link = 0 AND f.value IS NOT ?2)
                 GROUP BY key, name, kind ORDER BY 4 DESC, who IS NULL, who, 3, 1",
                who,
                tie,
            )?;
    let (disputes_total, shown) = disputes(sql, who)?;
    let page = AuthorPage {
        key: id.clone().unwrap_or_else(|| name.clone()),
        stands: stands(sql, id.as_deref())?,
        copies: copies(sql, &name)?,
        name,
        entity,
        kinds,
        claims,
        innermost,
        cited_in,
        articles,
        says,
        own_voice,
        takes_from,
        taken_by,
        disputes: Vec::new(),
        disputes_total,
    };
    Ok(Some((page, shown)))
}

const TIE: &str = "SELECT coalesce(e.id, a.words), coalesce(e.name, a.words) AS who, l.kind, count(DISTINCT l.claim),
     count(DISTINCT c.document)";

/// Who is asked for: an entity (one that is one with another by a decision as that one), an outlet, or words of a source.
fn identity(sql: &Connection, key: &str) -> rusqlite::Result<Option<(Option<Named>, String)>> {
    let entity = "SELECT e.id, e.name, e.kind FROM entity e";
    let named = |row: &Row<'_>| Ok(Named { id: row.get(0)?, name: row.get(1)?, kind: row.get(2)? });
    let into: Option<String> = sql
        .prepare_cached("SELECT into_ FROM merged WHERE entity = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?;
    let id = into.as_deref().unwrap_or(key);
    if let Some(found) = sql.prepare_cached(&format!("{entity} WHERE e.id = ?1"))?.query_row([id], named).optional()? {
        let name = found.name.clone();
        return Ok(Some((Some(found), name)));
    }
    // A name: of somebody whom texts cite, the one of most claims first; else of an outlet; else the words of a source.
    let cited = format!(
        "{entity} WHERE e.name = ?1 COLLATE NOCASE AND EXISTS (SELECT 1 FROM argument a WHERE a.entity = e.id AND a.role = 'source')
         ORDER BY (SELECT count(DISTINCT a.claim) FROM argument a WHERE a.entity = e.id AND a.role = 'source') DESC, e.id LIMIT 1"
    );
    if let Some(found) = sql.prepare_cached(&cited)?.query_row([key], named).optional()? {
        let name = found.name.clone();
        return Ok(Some((Some(found), name)));
    }
    for question in [
        "SELECT value FROM article_fact WHERE field = 'outlet' AND value = ?1 COLLATE NOCASE ORDER BY value LIMIT 1",
        "SELECT words FROM argument WHERE role = 'source' AND entity IS NULL AND words = ?1 LIMIT 1",
    ] {
        let found: Option<String> = sql.prepare_cached(question)?.query_row([key], |row| row.get(0)).optional()?;
        if let Some(name) = found {
            return Ok(Some((None, name)));
        }
    }
    Ok(None)
}

fn totals(sql: &Connection, who: (Option<&str>, &str)) -> rusqlite::Result<(u64, u64, u64)> {
    let question = format!(
        "{LINKS} SELECT count(DISTINCT m.claim),
             count(DISTINCT CASE WHEN m.link = (SELECT max(l.link) FROM link l WHERE l.claim = m.claim) THEN m.claim END),
             count(DISTINCT c.document)
         FROM mine m JOIN claim c ON c.id = m.claim"
    );
    sql.prepare_cached(&question)?.query_row(who, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
}

fn rows<T>(
    sql: &Connection,
    question: &str,
    who: (Option<&str>, &str),
    row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    sql.prepare_cached(&format!("{LINKS} {question}"))?.query_map(who, row)?.collect()
}

fn says_count(row: &Row<'_>) -> rusqlite::Result<SaysCount> {
    Ok(SaysCount { kind: row.get(0)?, claim_type: row.get(1)?, stance: row.get(2)?, claims: row.get(3)? })
}

fn tie(row: &Row<'_>) -> rusqlite::Result<TieRow> {
    Ok(TieRow { key: row.get(0)?, name: row.get(1)?, kind: row.get(2)?, claims: row.get(3)?, documents: row.get(4)? })
}

fn stands(sql: &Connection, id: Option<&str>) -> rusqlite::Result<Vec<StandCount>> {
    let mut question = sql.prepare_cached(
        "SELECT stand, count(*) FROM origin WHERE origin IN ('entity:' || ?1, 'outlet:' || ?1) GROUP BY stand ORDER BY 2 DESC, 1",
    )?;
    question.query_map([id], |row| Ok(StandCount { stand: row.get(0)?, events: row.get(1)? }))?.collect()
}

fn copies(sql: &Connection, outlet: &str) -> rusqlite::Result<Vec<CopiedRow>> {
    let mut question = sql.prepare_cached(
        "WITH pair AS (SELECT document, article, other_document, other_article, similarity FROM near_duplicate
             UNION ALL SELECT other_document, other_article, document, article, similarity FROM near_duplicate)
         SELECT p.document, p.other_document, d.file,
             (SELECT value FROM article_fact f WHERE f.document = p.other_document AND f.article = p.other_article AND f.field = 'outlet' AND f.n = 0),
             (SELECT value FROM article_fact f WHERE f.document = p.document AND f.article = p.article AND f.field = 'published' AND f.n = 0),
             (SELECT value FROM article_fact f WHERE f.document = p.other_document AND f.article = p.other_article AND f.field = 'published' AND f.n = 0),
             p.similarity
         FROM pair p JOIN document d ON d.id = p.other_document
         JOIN article_fact o ON o.document = p.document AND o.article = p.article AND o.field = 'outlet' AND o.value = ?1
         ORDER BY p.similarity DESC, d.file, p.document, p.other_document",
    )?;
    let rows = question.query_map([outlet], |row| {
        Ok(CopiedRow {
            document: row.get(0)?,
            other: row.get(1)?,
            other_file: row.get(2)?,
            other_outlet: row.get(3)?,
            published: row.get(4)?,
            other_published: row.get(5)?,
            similarity: row.get(6)?,
        })
    })?;
    rows.collect()
}

/// In how many disputes a source stands on a side, and the first of them, contradictions before tensions.
fn disputes(sql: &Connection, who: (Option<&str>, &str)) -> rusqlite::Result<(u64, Vec<String>)> {
    let all = format!(
        "{LINKS} SELECT v.id FROM dispute v WHERE v.id IN (
             SELECT x.dispute FROM mine m JOIN dispute_claim x ON x.claim = m.claim
             UNION SELECT x.dispute FROM own o JOIN dispute_claim x ON x.claim = o.claim)
         ORDER BY v.strength, v.kind, v.documents DESC, v.id"
    );
    let mut ids: Vec<String> = sql.prepare_cached(&all)?.query_map(who, |row| row.get(0))?.collect::<Result<_, _>>()?;
    let total = ids.len() as u64;
    ids.truncate(DISPUTES);
    Ok((total, ids))
}
