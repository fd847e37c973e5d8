//! Which claims come into question for an answer?

use super::events::event_row;
use super::{ClaimRow, EventRow, Named, claim_rows};
use crate::{Case, CaseError};
use model::ClaimType;
use rusqlite::types::Value;
use rusqlite::{Row, params};
use serde::Serialize;

/// What claims must have, in the order in which it counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted {
    /// Of one of these types; of any when there are none.
    pub types: Vec<ClaimType>,
    /// Or of one of these, when their quote holds [`Wanted::deed`]: "Baghdad will not *fall*" is a forecast.
    pub retold: Vec<ClaimType>,
    /// A word for the deed, as the start of words.
    pub deed: Option<String>,
    /// What the question names. A claim with more of them comes first; it has at least one.
    pub parts: Vec<WantedPart>,
    /// Claims at most.
    pub most: u64,
}

/// Somebody, something or some place that a question names, in all its forms.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WantedPart {
    /// Ids of entities and places: in a role, in the chain, or in the event of the claim.
    pub ids: Vec<String>,
    /// Names of outlets that publish the claim.
    pub outlets: Vec<String>,
    /// Words that the quote holds, as starts of words; empty: not looked for.
    pub words: Vec<String>,
    /// Looked for in the headline too, of claims that name no place.
    pub headline: bool,
}

/// A sentence with where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PassageRow {
    /// Id of the document.
    pub document: String,
    /// Path of the document.
    pub file: String,
    /// Outlet of the article.
    pub outlet: Option<String>,
    /// Day the article was published.
    pub published: Option<String>,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The sentence.
    pub words: String,
}

impl Case {
    /// The claims that have most of what is wanted, in order of file and text among those that have as much.
    pub fn candidates(&self, wanted: &Wanted) -> Result<Vec<ClaimRow>, CaseError> {
        let mut values: Vec<Value> = Vec::new();
        let parts: Vec<String> = wanted.parts.iter().map(|part| holders(part, &mut values)).collect();
        // Claims are counted up from what holds each part; going through all claims would take the longer the larger the case.
        let found = match parts.as_slice() {
            [] => "SELECT id AS claim, 1 AS has FROM claim".to_string(),
            parts => format!("SELECT claim, count(*) AS has FROM ({}) GROUP BY claim", parts.join(" UNION ALL ")),
        };
        let mut types: Vec<String> = Vec::new();
        if !wanted.types.is_empty() {
            types.push(format!("c.type IN ({})", listed(&wanted.types)));
            if let Some(deed) = started(wanted.deed.as_slice(), " ") {
                values.push(Value::Text(deed));
                types.push(format!(
                    "c.type IN ({}) AND c.number IN (SELECT rowid FROM claim_search WHERE claim_search MATCH ?{})",
                    listed(&wanted.retold),
                    values.len()
                ));
            }
        }
        let types = if types.is_empty() { "1".to_string() } else { types.join(" OR ") };
        let tail = format!(
            " WHERE c.number IN (SELECT number FROM (SELECT c.number AS number FROM ({found}) f
                  JOIN claim c ON c.id = f.claim JOIN document d ON d.id = c.document
                  WHERE {types} ORDER BY f.has DESC, d.file, d.id, c.n LIMIT {}))
              ORDER BY d.file, d.id, c.n",
            wanted.most
        );
        self.ask_at_once(|sql| claim_rows(sql, &tail, rusqlite::params_from_iter(values.iter())))
    }

    /// The sentences that hold most of some words, best first. Words count the more the rarer they are.
    pub fn passages(&self, words: &[String], most: u64) -> Result<Vec<PassageRow>, CaseError> {
        let Some(question) = started(words, " OR ") else { return Ok(Vec::new()) };
        self.ask_at_once(|sql| {
            let mut found = sql.prepare_cached(
                "SELECT d.id, d.file,
                     (SELECT value FROM article_fact f WHERE f.document = d.id AND f.article = s.article AND f.field = 'outlet' AND f.n = 0),
                     (SELECT value FROM article_fact f WHERE f.document = d.id AND f.article = s.article AND f.field = 'published' AND f.n = 0),
                     s.start, s.end, s.words
                 FROM (SELECT rowid, rank FROM sentence_search WHERE sentence_search MATCH ?1 ORDER BY rank LIMIT ?2) q
                 JOIN sentence s ON s.number = q.rowid JOIN document d ON d.id = s.document
                 ORDER BY round(q.rank, 6), d.file, d.id, s.start",
            )?;
            found.query_map(params![question, most], passage)?.collect()
        })
    }

    /// Ids of the entities and places for which some words stand as a name in the texts, sorted.
    pub fn called(&self, words: &str) -> Result<Vec<String>, CaseError> {
        self.ask(|sql| {
            let mut found = sql.prepare_cached(
                "SELECT entity FROM mention WHERE words = ?1 COLLATE NOCASE AND kind <> 'pronoun' AND entity IS NOT NULL
                 UNION SELECT place FROM mention WHERE words = ?1 COLLATE NOCASE AND place IS NOT NULL ORDER BY 1",
            )?;
            found.query_map([words], |row| row.get(0))?.collect()
        })
    }

    /// Id, name and class of every place with the ids of those it lies in, sorted by id.
    pub fn place_names(&self) -> Result<Vec<(Named, Vec<String>)>, CaseError> {
        self.ask(|sql| {
            let mut rows = sql.prepare_cached("SELECT id, name, class, within FROM place ORDER BY id")?;
            let rows = rows.query_map([], |row| {
                let within = crate::load::list("place.within", &row.get::<_, String>(3)?)?;
                Ok((Named { id: row.get(0)?, name: row.get(1)?, kind: row.get(2)? }, within))
            })?;
            rows.collect()
        })
    }

    /// Ids of the places that stand with a capital letter inside a sentence, sorted: not the camps, nor "Camps" at its start.
    pub fn places_by_name(&self) -> Result<Vec<String>, CaseError> {
        self.ask(|sql| {
            let mut rows = sql.prepare_cached(
                // For most the first claim tells it: the others are not gone through.
                "SELECT p.id FROM place p WHERE (p.name GLOB '*[A-Z]*' OR unicode(p.name) > 127) AND EXISTS (
                     SELECT 1 FROM argument a JOIN claim c ON c.id = a.claim
                     JOIN sentence s ON s.document = c.document AND s.sentence = c.sentence
                     WHERE a.place = p.id AND a.role = 'place' AND (a.start > s.start OR substr(p.name, 2) GLOB '*[A-Z]*'))
                 ORDER BY p.id",
            )?;
            rows.query_map([], |row| row.get(0))?.collect()
        })
    }

    /// The names of all outlets that published an article, sorted.
    pub fn outlets(&self) -> Result<Vec<String>, CaseError> {
        self.ask(|sql| {
            let mut rows =
                sql.prepare_cached("SELECT DISTINCT value FROM article_fact WHERE field = 'outlet' ORDER BY value")?;
            rows.query_map([], |row| row.get(0))?.collect()
        })
    }

    /// Events by their ids, without their claims; ids that the case does not have are left out.
    pub fn event_rows(&self, ids: &[String]) -> Result<Vec<EventRow>, CaseError> {
        self.ask_at_once(|sql| {
            let mut rows = Vec::with_capacity(ids.len());
            for id in ids {
                rows.extend(event_row(sql, id)?);
            }
            Ok(rows)
        })
    }
}

fn listed(types: &[ClaimType]) -> String {
    types.iter().map(|t| format!("'{t}'")).collect::<Vec<_>>().join(", ")
}

/// A question for the full-text index: each of some words as the start of a word.
fn started(words: &[String], between: &str) -> Option<String> {
    let words = words.iter().filter(|word| word.chars().any(char::is_alphanumeric));
    let terms: Vec<String> = words.map(|word| format!("\"{}\"*", word.replace('"', ""))).collect();
    (!terms.is_empty()).then(|| terms.join(between))
}

/// The ids of the claims that have a part, each once, as SQL with a column `claim`.
fn holders(part: &WantedPart, values: &mut Vec<Value>) -> String {
    let json = |list: &[String]| Value::Text(serde_json::to_string(list).unwrap_or_default());
    values.push(json(&part.ids));
    let ids = format!("(SELECT value FROM json_each(?{}))", values.len());
    let mut either = vec![format!(
        "SELECT claim FROM argument WHERE entity IN {ids}
         UNION SELECT claim FROM argument WHERE place IN {ids}
         UNION SELECT x.claim FROM event_entity v JOIN event_claim x ON x.event = v.event WHERE v.entity IN {ids}
         UNION SELECT x.claim FROM event_place v JOIN event_claim x ON x.event = v.event WHERE v.place IN {ids}"
    )];
    if !part.outlets.is_empty() {
        values.push(json(&part.outlets));
        either.push(format!(
            "SELECT c.id FROM article_fact f JOIN claim c ON c.document = f.document AND c.article = f.article
             WHERE f.field = 'outlet' AND f.value IN (SELECT value FROM json_each(?{}))",
            values.len()
        ));
    }
    if let Some(question) = started(&part.words, " ") {
        values.push(Value::Text(question));
        either.push(format!(
            "SELECT c.id FROM claim_search q JOIN claim c ON c.number = q.rowid WHERE claim_search MATCH ?{}",
            values.len()
        ));
    }
    for word in part.words.iter().filter(|_| part.headline) {
        values.push(super::anywhere(word));
        either.push(format!(
            "SELECT c.id FROM article_fact f JOIN claim c ON c.document = f.document AND c.article = f.article
             WHERE f.field = 'title' AND f.value LIKE ?{} ESCAPE '\\'
             AND NOT EXISTS (SELECT 1 FROM argument a WHERE a.claim = c.id AND a.role = 'place')",
            values.len()
        ));
    }
    format!("SELECT claim FROM ({})", either.join(" UNION "))
}

fn passage(row: &Row<'_>) -> rusqlite::Result<PassageRow> {
    Ok(PassageRow {
        document: row.get(0)?,
        file: row.get(1)?,
        outlet: row.get(2)?,
        published: row.get(3)?,
        start: row.get(4)?,
        end: row.get(5)?,
        words: row.get(6)?,
    })
}
