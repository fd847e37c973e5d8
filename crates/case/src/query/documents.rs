use super::{ClaimRow, Named, Page, Slice, Where, claim_rows, repeated, search};
use crate::{Case, CaseError};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};
use serde::Serialize;

/// Which documents to give. `None` leaves that field open; all that is set must hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DocumentFilter {
    /// With an article of this outlet, in any case of letters.
    pub outlet: Option<String>,
    /// With a sentence or a title that holds these words.
    pub text: Option<String>,
    /// With this id, file name or path.
    pub document: Option<String>,
    /// Only those with problems, or only those without.
    pub problems: Option<bool>,
    /// In which order.
    pub order: DocumentOrder,
    /// The order turned round.
    pub descending: bool,
    /// Which of them.
    pub slice: Slice,
}

/// The order of a list of documents; ties are broken by file and id. What is not stated comes last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DocumentOrder {
    /// By file.
    #[default]
    File,
    /// By the first day that one of its articles was published.
    Published,
    /// By number of claims.
    Claims,
    /// By number of problems.
    Problems,
}

impl DocumentOrder {
    fn sql(self, descending: bool) -> &'static str {
        match (self, descending) {
            (DocumentOrder::File, false) => "d.file, d.id",
            (DocumentOrder::File, true) => "d.file DESC, d.id DESC",
            (DocumentOrder::Published, false) => "published IS NULL, published, d.file, d.id",
            (DocumentOrder::Published, true) => "published IS NULL, published DESC, d.file, d.id",
            (DocumentOrder::Claims, false) => "claims, d.file, d.id",
            (DocumentOrder::Claims, true) => "claims DESC, d.file, d.id",
            (DocumentOrder::Problems, false) => "problems, d.file, d.id",
            (DocumentOrder::Problems, true) => "problems DESC, d.file, d.id",
        }
    }
}

/// A document without its text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DocumentRow {
    /// Sixteen hexadecimal digits.
    pub id: String,
    /// SHA-256 of the file's bytes.
    pub sha256: String,
    /// The first of its paths.
    pub file: String,
    /// Its other paths, sorted.
    pub other_files: Vec<String>,
    /// `text`, `markdown`, `html`.
    pub format: String,
    /// Length of the file in bytes.
    pub bytes: u64,
    /// Encoding of the file.
    pub charset: String,
    /// Version of program, lexicon and model that read it.
    pub reading: String,
    /// Its articles.
    pub articles: Vec<ArticleRow>,
    /// Number of sentences.
    pub sentences: u64,
    /// Number of claims.
    pub claims: u64,
    /// Number of problems.
    pub problems: u64,
}

/// What is known about an article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArticleRow {
    /// Index in the document, from 0.
    pub article: u32,
    /// Headline.
    pub title: Option<KnownRow>,
    /// Who published it.
    pub outlet: Option<KnownRow>,
    /// Who wrote it.
    pub authors: Vec<KnownRow>,
    /// Day it was published.
    pub published: Option<KnownRow>,
    /// Where it says it was written.
    pub dateline: Option<KnownRow>,
    /// Whose report it says it passes on.
    pub taken_from: Vec<KnownRow>,
    /// The line that says it was translated.
    pub translated: Option<KnownRow>,
    /// Where it was published.
    pub url: Option<KnownRow>,
    /// ISO 639-1 code as recognised.
    pub language: Option<String>,
    /// Articles of the case with nearly the same words.
    pub near_duplicates: Vec<NearDuplicateRow>,
}

/// A value and how it is known.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct KnownRow {
    /// The value.
    pub value: String,
    /// `text`, `page_data`, `sidecar` or `given`.
    pub how: String,
    /// First byte, when the text says so.
    pub start: Option<u32>,
    /// One past the last byte.
    pub end: Option<u32>,
    /// Name of the page's field, or line of the sidecar.
    pub detail: Option<String>,
}

/// An article with nearly the same words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NearDuplicateRow {
    /// Id of its document.
    pub document: String,
    /// Path of its document.
    pub file: String,
    /// Its index there.
    pub article: u32,
    /// Part of the shorter text's word groups that stand in the longer one, 0 to 1.
    pub similarity: f64,
}

/// A stretch of an article that is read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PartRow {
    /// Index of its article.
    pub article: u32,
    /// Index in the article.
    pub part: u32,
    /// `headline`, `heading`, `paragraph`, `list_item`, `caption`.
    pub role: String,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A stretch that is not article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AsideRow {
    /// Why it is not read.
    pub reason: String,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// What could not be read as it should.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProblemRow {
    /// The stage that met it.
    pub stage: String,
    /// Stable name of the case.
    pub code: String,
    /// First byte; `None`: the whole file.
    pub start: Option<u32>,
    /// One past the last byte.
    pub end: Option<u32>,
    /// What was expected, what was found, what to do.
    pub message: String,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SentenceRow {
    /// Index in the document.
    pub sentence: u32,
    /// Index of its article.
    pub article: u32,
    /// Index of its part.
    pub part: u32,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// Words that stand for somebody or something.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MentionRow {
    /// Index of its sentence.
    pub sentence: u32,
    /// `name`, `nominal`, `pronoun`, `modifier`.
    pub kind: String,
    /// What the words look like by themselves.
    pub hint: Option<String>,
    /// True for more than one.
    pub plural: bool,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words.
    pub words: String,
    /// First byte of the head word.
    pub head_start: u32,
    /// One past the last byte of the head word.
    pub head_end: u32,
    /// Whom they stand for.
    pub entity: Option<Named>,
    /// Id of whom the reading told, where a decision says somebody else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_as: Option<String>,
    /// Id of the place they name.
    pub place: Option<String>,
}

/// A document with its text and all that was read in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DocumentPage {
    /// The document.
    pub document: DocumentRow,
    /// Its text.
    pub text: String,
    /// What is read of it, in order of the text.
    pub parts: Vec<PartRow>,
    /// What is not, in order of the text.
    pub asides: Vec<AsideRow>,
    /// What could not be read as it should.
    pub problems: Vec<ProblemRow>,
    /// Its sentences.
    pub sentences: Vec<SentenceRow>,
    /// Its mentions.
    pub mentions: Vec<MentionRow>,
    /// Its claims, in order of the text.
    pub claims: Vec<ClaimRow>,
}

/// A file that could not be taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RefusedRow {
    /// Its path.
    pub path: String,
    /// Stable name of the case.
    pub code: String,
    /// What was expected, what was found, what to do.
    pub message: String,
}

impl Case {
    /// The documents that a filter lets through, in the filter's order.
    pub fn documents(&self, filter: &DocumentFilter) -> Result<Page<DocumentRow>, CaseError> {
        let wanted = condition(filter);
        self.ask_at_once(|sql| {
            let total = sql
                .prepare(&format!("SELECT count(*) FROM document d{}", wanted.sql()))?
                .query_row(wanted.params(), |row| row.get(0))?;
            let order = filter.order.sql(filter.descending);
            let list = format!("{DOCUMENT}{} ORDER BY {order}{}", wanted.sql(), filter.slice.sql());
            let mut rows: Vec<DocumentRow> =
                sql.prepare(&list)?.query_map(wanted.params(), head)?.collect::<rusqlite::Result<_>>()?;
            for row in &mut rows {
                fill(sql, row)?;
            }
            Ok(Page { total, offset: filter.slice.offset, rows })
        })
    }

    /// One document with its text and all that was read in it; `None` when the case has none of that id.
    pub fn document(&self, id: &str) -> Result<Option<DocumentPage>, CaseError> {
        self.ask_at_once(|sql| document_page(sql, id))
    }

    /// Ids of the documents before and after one, in order of file and id.
    pub fn neighbours(&self, id: &str) -> Result<(Option<String>, Option<String>), CaseError> {
        self.ask_at_once(|sql| {
            let one = |question: &str| sql.prepare_cached(question)?.query_row([id], |row| row.get(0)).optional();
            let before = one("SELECT o.id FROM document d JOIN document o ON (o.file, o.id) < (d.file, d.id)
                 WHERE d.id = ?1 ORDER BY o.file DESC, o.id DESC LIMIT 1")?;
            let after = one("SELECT o.id FROM document d JOIN document o ON (o.file, o.id) > (d.file, d.id)
                 WHERE d.id = ?1 ORDER BY o.file, o.id LIMIT 1")?;
            Ok((before, after))
        })
    }

    /// The text of one document; `None` when the case has none of that id.
    pub fn text(&self, id: &str) -> Result<Option<String>, CaseError> {
        self.ask(|sql| {
            sql.prepare_cached("SELECT text FROM document WHERE id = ?1")?.query_row([id], |row| row.get(0)).optional()
        })
    }

    /// The files that could not be taken in, in order of their paths.
    pub fn refused(&self) -> Result<Vec<RefusedRow>, CaseError> {
        self.ask(|sql| {
            let mut rows = sql.prepare("SELECT path, code, message FROM refused ORDER BY path")?;
            let rows = rows
                .query_map([], |row| Ok(RefusedRow { path: row.get(0)?, code: row.get(1)?, message: row.get(2)? }))?;
            rows.collect()
        })
    }
}

fn condition(filter: &DocumentFilter) -> Where {
    let mut wanted = Where::default();
    if let Some(outlet) = &filter.outlet {
        wanted.and(
            "d.id IN (SELECT document FROM article_fact WHERE field = 'outlet' AND value = ? COLLATE NOCASE)",
            repeated(outlet, 1),
        );
    }
    if let Some(question) = filter.text.as_deref().and_then(search::question) {
        wanted.and(
            "d.id IN (SELECT s.document FROM sentence_search q JOIN sentence s ON s.number = q.rowid
                      WHERE sentence_search MATCH ?)",
            [Value::Text(question)],
        );
    }
    if let Some(document) = &filter.document {
        wanted.and(
            "d.id IN (SELECT id FROM document WHERE id = ?
             UNION SELECT document FROM document_path WHERE path = ? OR path LIKE '%/' || ?)",
            repeated(document, 3),
        );
    }
    match filter.problems {
        Some(true) => wanted.and("EXISTS (SELECT 1 FROM problem p WHERE p.document = d.id)", []),
        Some(false) => wanted.and("NOT EXISTS (SELECT 1 FROM problem p WHERE p.document = d.id)", []),
        None => {}
    }
    wanted
}

// The plus keeps SQLite from walking all days for the least one: those of a document are few.
const DOCUMENT: &str = "SELECT d.id, d.sha256, d.file, d.format, d.bytes, d.charset, d.reading,
    (SELECT count(*) FROM sentence s WHERE s.document = d.id),
    (SELECT count(*) FROM claim c WHERE c.document = d.id) AS claims,
    (SELECT count(*) FROM problem p WHERE p.document = d.id) AS problems,
    (SELECT min(value) FROM article_fact f WHERE f.document = d.id AND +f.field = 'published') AS published
    FROM document d";

fn head(row: &Row<'_>) -> rusqlite::Result<DocumentRow> {
    Ok(DocumentRow {
        id: row.get(0)?,
        sha256: row.get(1)?,
        file: row.get(2)?,
        other_files: Vec::new(),
        format: row.get(3)?,
        bytes: row.get(4)?,
        charset: row.get(5)?,
        reading: row.get(6)?,
        articles: Vec::new(),
        sentences: row.get(7)?,
        claims: row.get(8)?,
        problems: row.get(9)?,
    })
}

/// Fills in paths and articles.
fn fill(sql: &Connection, document: &mut DocumentRow) -> rusqlite::Result<()> {
    let mut paths =
        sql.prepare_cached("SELECT path FROM document_path WHERE document = ?1 AND path <> ?2 ORDER BY path")?;
    document.other_files =
        paths.query_map([&document.id, &document.file], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let mut articles =
        sql.prepare_cached("SELECT article, language FROM article WHERE document = ?1 ORDER BY article")?;
    document.articles = articles
        .query_map([&document.id], |row| {
            Ok(ArticleRow {
                article: row.get(0)?,
                title: None,
                outlet: None,
                authors: Vec::new(),
                published: None,
                dateline: None,
                taken_from: Vec::new(),
                translated: None,
                url: None,
                language: row.get(1)?,
                near_duplicates: Vec::new(),
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    let mut facts = sql.prepare_cached(
        "SELECT article, field, value, how, start, end, detail FROM article_fact
         WHERE document = ?1 ORDER BY article, field, n",
    )?;
    let mut rows = facts.query([&document.id])?;
    while let Some(row) = rows.next()? {
        let Some(article) = document.articles.get_mut(row.get::<_, usize>(0)?) else { continue };
        let fact = KnownRow {
            value: row.get(2)?,
            how: row.get(3)?,
            start: row.get(4)?,
            end: row.get(5)?,
            detail: row.get(6)?,
        };
        match row.get::<_, String>(1)?.as_str() {
            "title" => article.title = Some(fact),
            "outlet" => article.outlet = Some(fact),
            "author" => article.authors.push(fact),
            "published" => article.published = Some(fact),
            "dateline" => article.dateline = Some(fact),
            "taken_from" => article.taken_from.push(fact),
            "translated" => article.translated = Some(fact),
            _ => article.url = Some(fact),
        }
    }
    let mut near = sql.prepare_cached(
        "SELECT n.article, d.id, d.file, n.other_article, n.similarity FROM near_duplicate n
         JOIN document d ON d.id = n.other_document WHERE n.document = ?1
         UNION ALL SELECT n.other_article, d.id, d.file, n.article, n.similarity FROM near_duplicate n
         JOIN document d ON d.id = n.document WHERE n.other_document = ?1 ORDER BY 3, 2, 4",
    )?;
    let mut rows = near.query([&document.id])?;
    while let Some(row) = rows.next()? {
        let Some(article) = document.articles.get_mut(row.get::<_, usize>(0)?) else { continue };
        let (document, file, other, similarity) = (row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?);
        article.near_duplicates.push(NearDuplicateRow { document, file, article: other, similarity });
    }
    Ok(())
}

/// One document with everything.
pub(crate) fn document_page(sql: &Connection, id: &str) -> rusqlite::Result<Option<DocumentPage>> {
    let found = sql.prepare_cached(&format!("{DOCUMENT} WHERE d.id = ?1"))?.query_row([id], head).optional()?;
    let Some(mut document) = found else { return Ok(None) };
    fill(sql, &mut document)?;
    let text = sql.prepare_cached("SELECT text FROM document WHERE id = ?1")?.query_row([id], |row| row.get(0))?;
    let parts = all(
        sql,
        "SELECT article, part, role, start, end FROM part WHERE document = ?1 ORDER BY article, part",
        id,
        |row| {
            Ok(PartRow {
                article: row.get(0)?,
                part: row.get(1)?,
                role: row.get(2)?,
                start: row.get(3)?,
                end: row.get(4)?,
            })
        },
    )?;
    let asides = all(sql, "SELECT reason, start, end FROM aside WHERE document = ?1 ORDER BY n", id, |row| {
        Ok(AsideRow { reason: row.get(0)?, start: row.get(1)?, end: row.get(2)? })
    })?;
    let problems =
        all(sql, "SELECT stage, code, start, end, message FROM problem WHERE document = ?1 ORDER BY n", id, |row| {
            let (stage, code, message) = (row.get(0)?, row.get(1)?, row.get(4)?);
            Ok(ProblemRow { stage, code, start: row.get(2)?, end: row.get(3)?, message })
        })?;
    let sentences = all(
        sql,
        "SELECT sentence, article, part, start, end FROM sentence WHERE document = ?1 ORDER BY sentence",
        id,
        |row| {
            let (sentence, article, part) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(SentenceRow { sentence, article, part, start: row.get(3)?, end: row.get(4)? })
        },
    )?;
    let mentions = all(
        sql,
        "SELECT m.sentence, m.kind, m.hint, m.plural, m.start, m.end, m.words, m.head_start, m.head_end, e.id, e.name, e.kind, m.place,
             m.read_as
         FROM mention m LEFT JOIN entity e ON e.id = m.entity WHERE m.document = ?1 ORDER BY m.mention",
        id,
        |row| {
            let entity = match row.get::<_, Option<String>>(9)? {
                Some(id) => Some(Named { id, name: row.get(10)?, kind: row.get(11)? }),
                None => None,
            };
            Ok(MentionRow {
                sentence: row.get(0)?,
                kind: row.get(1)?,
                hint: row.get(2)?,
                plural: row.get(3)?,
                start: row.get(4)?,
                end: row.get(5)?,
                words: row.get(6)?,
                head_start: row.get(7)?,
                head_end: row.get(8)?,
                entity,
                place: row.get(12)?,
                read_as: row.get(13)?,
            })
        },
    )?;
    let claims = claim_rows(sql, " WHERE c.document = ?1 ORDER BY c.n", [id])?;
    Ok(Some(DocumentPage { document, text, parts, asides, problems, sentences, mentions, claims }))
}

/// All rows of one document.
fn all<T>(
    sql: &Connection,
    question: &str,
    document: &str,
    row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    sql.prepare_cached(question)?.query_map([document], row)?.collect()
}
