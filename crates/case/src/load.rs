//! How does what is stored become the model's nouns again?

use crate::error::BadValue;
use crate::query::{ArgumentRow, ClaimRow, DocumentPage, KnownRow, LinkRow, Words, document_page};
use crate::{Case, CaseError, words};
use jiff::civil::Date;
use model::{
    Argument, Article, Aside, AsideReason, Claim, ClaimId, ClaimType, Document, DocumentId, Entity, EntityId,
    EntityKind, Format, HowKnown, Known, Link, Marked, Mention, Modality, Part, PartRole, Place, PlaceClass, PlaceId,
    Polarity, Problem, Quantity, QuantityKind, Reading, Resolution, Resolved, Sentence, SourceKind, Span, Stage,
    Stance, TimeRange, TimeWords,
};
use rusqlite::{Connection, OptionalExtension};

/// A document as it was stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// The document.
    pub document: Document,
    /// Numbers by which copies of each article are found.
    pub signatures: Vec<Vec<u64>>,
    /// What was read in it. Problems of all stages but intake stand in its reading.
    pub resolution: Resolution,
    /// Version of the reader that read it.
    pub reading: String,
    /// True when the text has the hash that was stored with it: it is the text that was read.
    pub whole: bool,
}

/// What joining claims asks of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredArticle {
    /// Its document.
    pub document: DocumentId,
    /// Its index there.
    pub article: u32,
    /// Who published it.
    pub outlet: Option<String>,
    /// Whose report it says it passes on.
    pub taken_from: Vec<String>,
    /// The day it was published.
    pub published: Option<Date>,
    /// Numbers by which copies of it are found; empty when it is too short.
    pub signature: Vec<u64>,
}

type Sql<T> = rusqlite::Result<T>;

impl Case {
    /// Ids of all documents, sorted.
    pub fn document_ids(&self) -> Result<Vec<DocumentId>, CaseError> {
        self.ask(|sql| {
            let mut ids = sql.prepare("SELECT id FROM document ORDER BY id")?;
            let ids = ids.query_map([], |row| row.get(0).map(DocumentId))?;
            ids.collect()
        })
    }

    /// A document with what was read in it, as it was added, whatever was decided since; `None` when the case has none of that id.
    pub fn stored(&self, id: &DocumentId) -> Result<Option<Stored>, CaseError> {
        self.ask_at_once(|sql| stored(sql, &id.0))
    }

    /// All articles, sorted by document and index.
    pub fn articles(&self) -> Result<Vec<StoredArticle>, CaseError> {
        self.ask_at_once(|sql| {
            let mut takers =
                sql.prepare("SELECT value FROM article_fact WHERE document = ?1 AND article = ?2 AND field = 'taken_from' ORDER BY n")?;
            let mut rows = sql.prepare(
                "SELECT a.document, a.article, a.signature,
                     (SELECT value FROM article_fact f WHERE f.document = a.document AND f.article = a.article
                      AND f.field = 'outlet' AND f.n = 0),
                     (SELECT value FROM article_fact f WHERE f.document = a.document AND f.article = a.article
                      AND f.field = 'published' AND f.n = 0)
                 FROM article a ORDER BY a.document, a.article",
            )?;
            let rows = rows.query_map([], |row| {
                let published: Option<String> = row.get(4)?;
                let (document, article): (String, u32) = (row.get(0)?, row.get(1)?);
                let taken_from = takers.query_map((&document, article), |row| row.get(0))?.collect::<Sql<_>>()?;
                Ok(StoredArticle {
                    document: DocumentId(document),
                    article,
                    taken_from,
                    signature: signature(&row.get::<_, Vec<u8>>(2)?),
                    outlet: row.get(3)?,
                    published: published.map(|found| day("article_fact.value", &found)).transpose()?,
                })
            })?;
            rows.collect()
        })
    }

    /// All entities, sorted by id, without their reasons: these stand with each document, and joining claims does not ask for them.
    pub fn all_entities(&self) -> Result<Vec<Entity>, CaseError> {
        self.ask_at_once(|sql| {
            let mut rows = sql.prepare("SELECT id, kind, name, known, '[]' FROM entity ORDER BY id")?;
            let rows = rows.query_map([], entity)?;
            rows.collect()
        })
    }

    /// All places, sorted by id. Their runners-up are those of all documents, sorted.
    pub fn all_places(&self) -> Result<Vec<Place>, CaseError> {
        self.ask_at_once(|sql| {
            let mut rows = sql.prepare(
                "SELECT p.id, p.name, p.class, p.latitude, p.longitude, p.radius_km, p.country, p.within,
                     (SELECT json_group_array(value) FROM
                         (SELECT DISTINCT r.value FROM document_place x, json_each(x.runners_up) r
                          WHERE x.place = p.id ORDER BY 1))
                 FROM place p ORDER BY p.id",
            )?;
            let rows = rows.query_map([], place)?;
            rows.collect()
        })
    }
}

fn stored(sql: &Connection, id: &str) -> Sql<Option<Stored>> {
    let Some(page) = document_page(sql, id)? else { return Ok(None) };
    let signatures = sql
        .prepare_cached("SELECT signature FROM article WHERE document = ?1 ORDER BY article")?
        .query_map([id], |row| row.get::<_, Vec<u8>>(0))?
        .map(|blob| blob.map(|blob| signature(&blob)))
        .collect::<Sql<_>>()?;
    let entities = sql
        .prepare_cached(
            "SELECT entity, kind, name, known, reasons FROM document_entity WHERE document = ?1 ORDER BY entity",
        )?
        .query_map([id], entity)?
        .collect::<Sql<_>>()?;
    let places = sql
        .prepare_cached(
            "SELECT place, name, class, latitude, longitude, radius_km, country, within, runners_up FROM document_place
             WHERE document = ?1 ORDER BY place",
        )?
        .query_map([id], place)?
        .collect::<Sql<_>>()?;
    let facts: Option<(String, u64, String, String)> = sql
        .prepare_cached("SELECT sha256, bytes, reading, text_sha256 FROM document WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .optional()?;
    let Some((sha256, bytes, read_by, text_sha256)) = facts else { return Ok(None) };
    let problems: Vec<Problem> = page.problems.iter().map(problem).collect::<Sql<_>>()?;
    let (of_intake, of_reading) = problems.into_iter().partition(|p| p.stage == Stage::Intake);
    let mut document = document(&page, sha256, bytes)?;
    document.problems = of_intake;
    let sentences = page
        .sentences
        .iter()
        .map(|s| Sentence { span: span(s.start, s.end), article: s.article, part: s.part })
        .collect();
    let mut mentions = Vec::with_capacity(page.mentions.len());
    let mut mention_entities = Vec::with_capacity(page.mentions.len());
    let mut mention_places = Vec::with_capacity(page.mentions.len());
    for row in &page.mentions {
        let hint = row.hint.as_deref();
        mentions.push(Mention {
            span: span(row.start, row.end),
            head: span(row.head_start, row.head_end),
            kind: BadValue::check("mention.kind", "a kind of mention", &row.kind, words::parse_mention)?,
            hint: hint
                .map(|h| BadValue::check("mention.hint", "a kind of entity", h, EntityKind::parse))
                .transpose()?,
            plural: row.plural,
            sentence: row.sentence,
        });
        let entity = row.read_as.clone().or_else(|| row.entity.as_ref().map(|e| e.id.clone()));
        mention_entities.push(entity.map(EntityId));
        mention_places.push(row.place.clone().map(PlaceId));
    }
    let claims = page.claims.iter().cloned().map(|row| claim(&as_read(row))).collect::<Sql<_>>()?;
    // Expressions of time that no claim uses are not kept.
    let reading = Reading { sentences, mentions, claims, times: Vec::new(), problems: of_reading };
    let resolution = Resolution { reading, mention_entities, mention_places, entities, places };
    let whole = crate::sha256(document.text.as_bytes()) == text_sha256;
    Ok(Some(Stored { document, signatures, resolution, reading: read_by, whole }))
}

fn signature(blob: &[u8]) -> Vec<u64> {
    blob.chunks_exact(8).map(|bytes| bytes.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte))).collect()
}

pub(crate) fn span(start: u32, end: u32) -> Span {
    Span { start, end }
}

fn of(words: &Words) -> Span {
    span(words.start, words.end)
}

fn document(page: &DocumentPage, sha256: String, bytes: u64) -> Sql<Document> {
    let row = &page.document;
    let mut articles: Vec<Article> = row
        .articles
        .iter()
        .map(|a| {
            Ok(Article {
                title: a.title.as_ref().map(known).transpose()?,
                outlet: a.outlet.as_ref().map(known).transpose()?,
                authors: a.authors.iter().map(known).collect::<Sql<_>>()?,
                published: match &a.published {
                    Some(row) => Some(Known { value: day("article_fact.value", &row.value)?, how: how(row)? }),
                    None => None,
                },
                dateline: a.dateline.as_ref().map(known).transpose()?,
                taken_from: a.taken_from.iter().map(known).collect::<Sql<_>>()?,
                translated: a.translated.as_ref().map(known).transpose()?,
                url: a.url.as_ref().map(known).transpose()?,
                language: a.language.clone(),
                parts: Vec::new(),
            })
        })
        .collect::<Sql<_>>()?;
    for part in &page.parts {
        let role = BadValue::check("part.role", "a role of a part", &part.role, PartRole::parse)?;
        if let Some(article) = articles.get_mut(part.article as usize) {
            article.parts.push(Part { span: span(part.start, part.end), role });
        }
    }
    let asides = page
        .asides
        .iter()
        .map(|a| {
            let reason = BadValue::check("aside.reason", "a reason not to read", &a.reason, AsideReason::parse)?;
            Ok(Aside { span: span(a.start, a.end), reason })
        })
        .collect::<Sql<_>>()?;
    Ok(Document {
        id: DocumentId(row.id.clone()),
        sha256,
        file: row.file.clone(),
        format: BadValue::check("document.format", "a format", &row.format, Format::parse)?,
        bytes,
        charset: row.charset.clone(),
        text: page.text.clone(),
        articles,
        asides,
        problems: Vec::new(),
    })
}

fn known(row: &KnownRow) -> Sql<Known<String>> {
    Ok(Known { value: row.value.clone(), how: how(row)? })
}

fn how(row: &KnownRow) -> Sql<HowKnown> {
    let detail = row.detail.clone().unwrap_or_default();
    match (row.how.as_str(), row.start, row.end) {
        ("text", Some(start), Some(end)) => Ok(HowKnown::Text(span(start, end))),
        ("page_data", ..) => Ok(HowKnown::PageData(detail)),
        ("sidecar", ..) => {
            BadValue::check("article_fact.detail", "a line number", &detail, |d| d.parse().ok()).map(HowKnown::Sidecar)
        }
        ("given", ..) => Ok(HowKnown::Given),
        _ => BadValue::check("article_fact.how", "how it is known", &row.how, |_| None),
    }
}

pub(crate) fn day(place: &'static str, found: &str) -> Sql<Date> {
    BadValue::check(place, "a day such as 2020-02-04", found, |found| found.parse().ok())
}

fn problem(row: &crate::query::ProblemRow) -> Sql<Problem> {
    Ok(Problem {
        stage: BadValue::check("problem.stage", "a stage", &row.stage, Stage::parse)?,
        code: row.code.clone(),
        span: row.start.zip(row.end).map(|(start, end)| span(start, end)),
        message: row.message.clone(),
    })
}

fn entity(row: &rusqlite::Row<'_>) -> Sql<Entity> {
    let (kind, reasons): (String, String) = (row.get(1)?, row.get(4)?);
    Ok(Entity {
        id: EntityId(row.get(0)?),
        kind: BadValue::check("entity.kind", "a kind of entity", &kind, EntityKind::parse)?,
        name: row.get(2)?,
        known: row.get(3)?,
        reasons: list("document_entity.reasons", &reasons)?,
    })
}

fn place(row: &rusqlite::Row<'_>) -> Sql<Place> {
    let (class, within, runners_up): (String, String, String) = (row.get(2)?, row.get(7)?, row.get(8)?);
    let (latitude, longitude): (Option<f64>, Option<f64>) = (row.get(3)?, row.get(4)?);
    Ok(Place {
        id: PlaceId(row.get(0)?),
        name: row.get(1)?,
        class: BadValue::check("place.class", "a class of place", &class, PlaceClass::parse)?,
        point: latitude.zip(longitude),
        radius_km: row.get(5)?,
        country: row.get(6)?,
        within: list("document_place.within", &within)?.into_iter().map(PlaceId).collect(),
        runners_up: list("document_place.runners_up", &runners_up)?,
    })
}

/// Reads a JSON array of strings.
pub(crate) fn list(place: &'static str, found: &str) -> Sql<Vec<String>> {
    BadValue::check(place, "a JSON array of strings", found, |found| serde_json::from_str(found).ok())
}

/// A claim with whom the reading told, whatever was decided since.
fn as_read(mut row: ClaimRow) -> ClaimRow {
    let sources = row.attribution.iter_mut().flat_map(|link| &mut link.sources);
    for argument in row.actor.iter_mut().chain(&mut row.target).chain(sources) {
        if let Some(told) = argument.read_as.take() {
            argument.entity = Some(told);
        }
    }
    row
}

fn claim(row: &ClaimRow) -> Sql<Claim> {
    let time = match &row.time {
        Some(time) => Some(TimeWords {
            span: span(time.start, time.end),
            range: match (&time.earliest, &time.latest, &time.resolved) {
                (Some(earliest), Some(latest), Some(resolved)) => Some(TimeRange {
                    earliest: day("claim.earliest", earliest)?,
                    latest: day("claim.latest", latest)?,
                    resolved: BadValue::check("claim.time_resolved", "how days are told", resolved, Resolved::parse)?,
                }),
                _ => None,
            },
            value: time.value.clone(),
        }),
        None => None,
    };
    Ok(Claim {
        id: ClaimId(row.id.clone()),
        document: DocumentId(row.document.clone()),
        article: row.article,
        sentence: row.sentence,
        quote: span(row.start, row.end),
        claim_type: BadValue::check("claim.type", "a type of the vocabulary", &row.claim_type, ClaimType::parse)?,
        trigger: of(&row.trigger),
        actor: row.actor.iter().map(argument).collect(),
        target: row.target.iter().map(argument).collect(),
        place: row.place.iter().map(argument).collect(),
        time,
        quantity: row
            .quantity
            .iter()
            .map(|q| {
                let what = BadValue::check("quantity.what", "what is counted", &q.what, QuantityKind::parse)?;
                Ok(Quantity { what, min: q.min, max: q.max, span: span(q.start, q.end) })
            })
            .collect::<Sql<_>>()?,
        attribution: row.attribution.iter().map(link).collect::<Sql<_>>()?,
        modality: Marked {
            value: BadValue::check("claim.modality", "a modality", &row.modality, Modality::parse)?,
            cue: row.modality_cue.as_ref().map(of),
        },
        polarity: Marked {
            value: BadValue::check("claim.polarity", "a polarity", &row.polarity, Polarity::parse)?,
            cue: row.polarity_cue.as_ref().map(of),
        },
        rule: row.rule.clone(),
    })
}

fn link(row: &LinkRow) -> Sql<Link> {
    Ok(Link {
        sources: row.sources.iter().map(argument).collect(),
        kind: BadValue::check("link.kind", "a kind of source", &row.kind, SourceKind::parse)?,
        cue: of(&row.cue),
        stance: BadValue::check("link.stance", "a stance", &row.stance, Stance::parse)?,
        carried: row.carried,
    })
}

fn argument(row: &ArgumentRow) -> Argument {
    Argument {
        span: span(row.start, row.end),
        head: span(row.head_start, row.head_end),
        entity: row.entity.as_ref().map(|e| EntityId(e.id.clone())),
        place: row.place.as_ref().map(|p| PlaceId(p.id.clone())),
    }
}
