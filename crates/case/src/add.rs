//! How does a document come into the file, whole or not at all?

use crate::check::Sound;
use crate::named::{choose_entity, choose_place, insert_names};
use crate::{Case, CaseError, decision, dump, events, sha256, words};
use model::{Argument, Article, Claim, Document, HowKnown, Resolution, Span};
use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params};

/// A document with what was read in it.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The document.
    pub document: &'a Document,
    /// Numbers by which copies of each article are found, in order; empty for one that is too short.
    pub signatures: &'a [Vec<u64>],
    /// What was read in it.
    pub resolution: &'a Resolution,
}

/// What the case knows of a document before it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// Nothing: it is to be read.
    New,
    /// Its bytes are there under this path: nothing is to be done.
    Known,
    /// Its bytes are there under another path: only the path is to be noted.
    OtherPath,
    /// Its bytes are there under a path that comes later, with another outlet, day or other fact beside the text: it is to
    /// be read anew, because the facts of the first path hold, whichever was read first.
    FirstPath,
}

/// What became of a document that was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is in the record now.
    New,
    /// It was there, word for word; nothing changed.
    Known,
    /// It was there under another path; this path was noted.
    OtherPath,
    /// It was there; this reading replaced the earlier one.
    Replaced,
}

impl Case {
    /// What the case knows of a document.
    pub fn stand(&self, document: &Document) -> Result<Stand, CaseError> {
        self.ask(|sql| stand(sql, document))
    }

    /// True when the document was read by another version of program, lexicon or model than `reading`.
    pub fn is_read_by_other(&self, document: &Document, reading: &str) -> Result<bool, CaseError> {
        self.ask(|sql| {
            let found: Option<String> = sql
                .prepare_cached("SELECT reading FROM document WHERE id = ?1")?
                .query_row([&document.id.0], |row| row.get(0))
                .optional()?;
            Ok(found.is_some_and(|found| found != reading))
        })
    }

    /// Adds documents with what was read in them, all in one transaction: after an error or the end of the process none
    /// of them is there. `reading` names the version of program, lexicon and model. With `again` a document that is there
    /// is replaced by this reading.
    ///
    /// A change takes the events away until [`Case::replace_events`] is called.
    pub fn add(&mut self, entries: &[Entry<'_>], reading: &str, again: bool) -> Result<Vec<Added>, CaseError> {
        self.change(|sql| {
            decision::apply::hold_references(sql)?;
            let mut added = Vec::with_capacity(entries.len());
            for entry in entries {
                added.push(add(sql, entry, reading, again)?);
            }
            if added.iter().any(|a| *a != Added::Known) {
                events::forget(sql)?;
            }
            if added.contains(&Added::Replaced) {
                // Whom a decision means may hang on the reading that is away.
                decision::apply::anew(sql)?;
            } else {
                let read = entries.iter().zip(&added).filter(|(_, added)| **added == Added::New);
                let read: Vec<&str> = read.map(|(entry, _)| entry.document.id.0.as_str()).collect();
                decision::apply::to_documents(sql, &read)?;
            }
            Ok(added)
        })
    }

    /// Notes that a document that is in the case also lies at this path.
    pub fn note_path(&mut self, document: &Document) -> Result<(), CaseError> {
        self.change(|sql| {
            let before: usize = sql.query_row(
                "SELECT count(*) FROM document_path WHERE document = ?1 AND path = ?2",
                params![document.id.0, document.file],
                |row| row.get(0),
            )?;
            if before == 0 {
                note_path(sql, &document.id.0, &document.file)?;
                events::forget(sql)?;
            }
            Ok(())
        })
    }

    /// Notes that a file could not be taken in, and why.
    pub fn refuse(&mut self, path: &str, code: &str, message: &str) -> Result<(), CaseError> {
        self.change(|sql| {
            sql.execute("INSERT OR REPLACE INTO refused VALUES (?1, ?2, ?3)", params![path, code, message]).map(drop)
        })
    }

    /// Runs writing SQL in a transaction of its own.
    pub(crate) fn change<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, CaseError> {
        let path = self.path.clone();
        let told = |e| CaseError::from_sql(&path, e);
        let transaction = self.sql.transaction_with_behavior(TransactionBehavior::Immediate).map_err(told)?;
        let answer = work(&transaction).map_err(told)?;
        transaction.commit().map_err(told)?;
        Ok(answer)
    }
}

fn stand(sql: &rusqlite::Connection, document: &Document) -> rusqlite::Result<Stand> {
    let found: Option<(String, String)> = sql
        .prepare_cached("SELECT file, facts_sha256 FROM document WHERE id = ?1")?
        .query_row([&document.id.0], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((file, facts)) = found else { return Ok(Stand::New) };
    if document.file < file && facts != facts_sha256(document) {
        return Ok(Stand::FirstPath);
    }
    let known = sql
        .prepare_cached("SELECT 1 FROM document_path WHERE document = ?1 AND path = ?2")?
        .exists(params![document.id.0, document.file])?;
    Ok(if known { Stand::Known } else { Stand::OtherPath })
}

fn add(sql: &Transaction<'_>, entry: &Entry<'_>, reading: &str, again: bool) -> rusqlite::Result<Added> {
    let document = entry.document;
    sql.prepare_cached("DELETE FROM refused WHERE path = ?1")?.execute([&document.file])?;
    let stand = stand(sql, document)?;
    match stand {
        Stand::New => {
            insert(sql, entry, reading, &[])?;
            Ok(Added::New)
        }
        Stand::FirstPath => {
            replace(sql, entry, reading)?;
            Ok(Added::Replaced)
        }
        Stand::Known | Stand::OtherPath => {
            if again && may_replace(sql, document)? {
                replace(sql, entry, reading)?;
                Ok(Added::Replaced)
            } else if stand == Stand::OtherPath {
                note_path(sql, &document.id.0, &document.file)?;
                Ok(Added::OtherPath)
            } else {
                Ok(Added::Known)
            }
        }
    }
}

/// The facts of the first path hold: a copy under a later path with other facts does not replace it.
fn may_replace(sql: &Transaction<'_>, document: &Document) -> rusqlite::Result<bool> {
    let (file, facts): (String, String) = sql
        .prepare_cached("SELECT file, facts_sha256 FROM document WHERE id = ?1")?
        .query_row([&document.id.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(document.file <= file || facts == facts_sha256(document))
}

/// Puts a document in the place of its earlier reading; its paths stay.
fn replace(sql: &Transaction<'_>, entry: &Entry<'_>, reading: &str) -> rusqlite::Result<()> {
    let id = &entry.document.id.0;
    events::forget(sql)?;
    let paths: Vec<String> = sql
        .prepare_cached("SELECT path FROM document_path WHERE document = ?1")?
        .query_map([id], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let entities = ids(sql, "SELECT entity FROM document_entity WHERE document = ?1", id)?;
    let places = ids(sql, "SELECT place FROM document_place WHERE document = ?1", id)?;
    sql.execute("DELETE FROM document WHERE id = ?1", [id])?;
    for entity in entities {
        choose_entity(sql, &entity)?;
    }
    for place in places {
        choose_place(sql, &place)?;
    }
    insert(sql, entry, reading, &paths)
}

fn ids(sql: &Transaction<'_>, question: &str, document: &str) -> rusqlite::Result<Vec<String>> {
    sql.prepare_cached(question)?.query_map([document], |row| row.get(0))?.collect()
}

/// Notes a path and, when it is the first in byte order, makes it the file of the document.
fn note_path(sql: &Transaction<'_>, document: &str, path: &str) -> rusqlite::Result<()> {
    sql.prepare_cached("DELETE FROM refused WHERE path = ?1")?.execute([path])?;
    sql.prepare_cached("INSERT OR IGNORE INTO document_path VALUES (?1, ?2)")?.execute([document, path])?;
    sql.prepare_cached(
        "UPDATE document SET file = (SELECT min(path) FROM document_path WHERE document = ?1) WHERE id = ?1",
    )?
    .execute([document])?;
    seal(sql, document)
}

/// Stores the hash of all rows of a document.
fn seal(sql: &Transaction<'_>, document: &str) -> rusqlite::Result<()> {
    let record = dump::document_sha256(sql, document)?;
    sql.prepare_cached("UPDATE document SET record_sha256 = ?2 WHERE id = ?1")?.execute([document, &record])?;
    Ok(())
}

fn insert(sql: &Transaction<'_>, entry: &Entry<'_>, reading: &str, paths: &[String]) -> rusqlite::Result<()> {
    let document = entry.document;
    let id = document.id.0.as_str();
    let sound = Sound::of(entry);
    sql.prepare_cached(
        "INSERT INTO document (id, sha256, file, format, bytes, charset, text, text_sha256, facts_sha256, reading)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        id,
        document.sha256,
        document.file,
        document.format.as_str(),
        document.bytes,
        document.charset,
        document.text,
        sha256(document.text.as_bytes()),
        facts_sha256(document),
        reading,
    ])?;
    for (n, article) in document.articles.iter().enumerate() {
        let signature = entry.signatures.get(n).map(Vec::as_slice).unwrap_or_default();
        insert_article(sql, document, n, article, signature)?;
    }
    for (n, aside) in sound.asides.iter().enumerate() {
        sql.prepare_cached("INSERT INTO aside VALUES (?1, ?2, ?3, ?4, ?5)")?.execute(params![
            id,
            n,
            aside.reason.as_str(),
            aside.span.start,
            aside.span.end
        ])?;
    }
    for (n, problem) in sound.problems.iter().enumerate() {
        let span = problem.span.filter(|s| s.get(&document.text).is_some());
        sql.prepare_cached("INSERT INTO problem VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?.execute(params![
            id,
            n,
            problem.stage.as_str(),
            problem.code,
            span.map(|s| s.start),
            span.map(|s| s.end),
            problem.message
        ])?;
    }
    insert_names(sql, id, entry.resolution)?;
    insert_reading(sql, document, &sound)?;
    for path in paths {
        sql.prepare_cached("INSERT INTO document_path VALUES (?1, ?2)")?.execute([id, path])?;
    }
    note_path(sql, id, &document.file)
}

fn insert_article(
    sql: &Transaction<'_>,
    document: &Document,
    n: usize,
    article: &Article,
    signature: &[u64],
) -> rusqlite::Result<()> {
    let id = document.id.0.as_str();
    let signature: Vec<u8> = signature.iter().flat_map(|number| number.to_le_bytes()).collect();
    sql.prepare_cached("INSERT INTO article VALUES (?1, ?2, ?3, ?4)")?.execute(params![
        id,
        n,
        article.language,
        signature
    ])?;
    for (field, at, value, how) in facts(article) {
        let (how, span, detail) = match how {
            HowKnown::Text(span) => ("text", Some(span).filter(|s| s.get(&document.text).is_some()), None),
            HowKnown::PageData(name) => ("page_data", None, Some(name.clone())),
            HowKnown::Sidecar(line) => ("sidecar", None, Some(line.to_string())),
            HowKnown::Given => ("given", None, None),
        };
        sql.prepare_cached("INSERT INTO article_fact VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?
            .execute(params![id, n, field, at, value, how, span.map(|s| s.start), span.map(|s| s.end), detail])?;
    }
    for (at, part) in article.parts.iter().filter(|p| p.span.get(&document.text).is_some()).enumerate() {
        sql.prepare_cached("INSERT INTO part VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?.execute(params![
            id,
            n,
            at,
            part.role.as_str(),
            part.span.start,
            part.span.end
        ])?;
    }
    Ok(())
}

/// What is known about an article: field, position in the field, value, how it is known.
fn facts(article: &Article) -> Vec<(&'static str, usize, String, &HowKnown)> {
    let mut facts = Vec::new();
    let single = [
        ("title", &article.title),
        ("outlet", &article.outlet),
        ("dateline", &article.dateline),
        ("translated", &article.translated),
        ("url", &article.url),
    ];
    for (field, known) in single {
        facts.extend(known.iter().map(|k| (field, 0, k.value.clone(), &k.how)));
    }
    facts.extend(article.published.iter().map(|k| ("published", 0, k.value.to_string(), &k.how)));
    facts.extend(article.taken_from.iter().enumerate().map(|(n, k)| ("taken_from", n, k.value.clone(), &k.how)));
    facts.extend(article.authors.iter().enumerate().map(|(n, k)| ("author", n, k.value.clone(), &k.how)));
    facts
}

/// SHA-256 of all that intake told about a document but its path.
fn facts_sha256(document: &Document) -> String {
    let told = (&document.format, &document.charset, &document.articles, &document.asides, &document.problems);
    sha256(format!("{told:?}").as_bytes())
}

fn insert_reading<'a>(sql: &Transaction<'_>, document: &'a Document, sound: &Sound<'a>) -> rusqlite::Result<()> {
    let id = document.id.0.as_str();
    let text = document.text.as_str();
    let of = |span: Span| span.get(text).unwrap_or_default();
    for (n, sentence) in sound.sentences.iter().enumerate() {
        sql.prepare_cached(
            "INSERT INTO sentence (document, sentence, article, part, start, end, words) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![id, n, sentence.article, sentence.part, sentence.span.start, sentence.span.end, of(sentence.span)])?;
    }
    for (n, (mention, entity, place)) in sound.mentions.iter().enumerate() {
        sql.prepare_cached(
            "INSERT INTO mention (document, mention, sentence, kind, hint, plural, start, end, words, head_start, head_end,
                 entity, place) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?
            .execute(params![
                id,
                n,
                mention.sentence,
                words::mention(mention.kind),
                mention.hint.map(|h| h.as_str()),
                mention.plural,
                mention.span.start,
                mention.span.end,
                of(mention.span),
                mention.head.start,
                mention.head.end,
                entity.map(|e| e.0.as_str()),
                place.map(|p| p.0.as_str()),
            ])?;
    }
    for (n, claim) in sound.claims.iter().enumerate() {
        insert_claim(sql, text, n, claim, id)?;
        let roles = [("actor", &claim.actor), ("target", &claim.target), ("place", &claim.place)];
        for (role, arguments) in roles {
            insert_arguments(sql, text, sound, claim, (role, 0), arguments)?;
        }
        for (at, link) in claim.attribution.iter().enumerate() {
            sql.prepare_cached("INSERT INTO link VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?.execute(params![
                claim.id.0,
                at,
                link.kind.as_str(),
                link.stance.as_str(),
                link.carried,
                link.cue.start,
                link.cue.end,
                of(link.cue)
            ])?;
            insert_arguments(sql, text, sound, claim, ("source", at), &link.sources)?;
        }
        for (at, quantity) in claim.quantity.iter().enumerate() {
            sql.prepare_cached("INSERT INTO quantity VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?.execute(params![
                claim.id.0,
                at,
                quantity.what.as_str(),
                quantity.min,
                quantity.max,
                quantity.span.start,
                quantity.span.end,
                of(quantity.span)
            ])?;
        }
    }
    Ok(())
}

fn insert_claim(sql: &Transaction<'_>, text: &str, n: usize, claim: &Claim, document: &str) -> rusqlite::Result<()> {
    let of = |span: Span| span.get(text).unwrap_or_default();
    let quote = of(claim.quote);
    let time = claim.time.as_ref();
    let range = time.and_then(|t| t.range);
    let (modality, polarity) = (claim.modality.cue, claim.polarity.cue);
    sql.prepare_cached(
        "INSERT INTO claim (id, document, n, article, sentence, start, end, quote, quote_sha256, kind, type, trigger_start,
             trigger_end, trigger_words, time_start, time_end, time_words, earliest, latest, time_resolved, modality,
             modality_start, modality_end, modality_words, polarity, polarity_start, polarity_end, polarity_words, rule, time_value)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,
             ?24, ?25, ?26, ?27, ?28, ?29, ?30)",
    )?
    .execute(params![
        claim.id.0,
        document,
        n,
        claim.article,
        claim.sentence,
        claim.quote.start,
        claim.quote.end,
        quote,
        sha256(quote.as_bytes()),
        claim.kind().as_str(),
        claim.claim_type.as_str(),
        claim.trigger.start,
        claim.trigger.end,
        of(claim.trigger),
        time.map(|t| t.span.start),
        time.map(|t| t.span.end),
        time.map(|t| of(t.span)),
        range.map(|r| r.earliest.to_string()),
        range.map(|r| r.latest.to_string()),
        range.map(|r| r.resolved.as_str()),
        claim.modality.value.as_str(),
        modality.map(|s| s.start),
        modality.map(|s| s.end),
        modality.map(of),
        claim.polarity.value.as_str(),
        polarity.map(|s| s.start),
        polarity.map(|s| s.end),
        polarity.map(of),
        claim.rule,
        time.and_then(|t| t.value.as_deref()),
    ])?;
    Ok(())
}

fn insert_arguments<'a>(
    sql: &Transaction<'_>,
    text: &str,
    sound: &Sound<'a>,
    claim: &Claim,
    (role, link): (&str, usize),
    arguments: &'a [Argument],
) -> rusqlite::Result<()> {
    for (n, argument) in arguments.iter().enumerate() {
        sql.prepare_cached(
            "INSERT INTO argument (claim, role, link, n, start, end, words, head_start, head_end, entity, place)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute(params![
            claim.id.0,
            role,
            link,
            n,
            argument.span.start,
            argument.span.end,
            argument.span.get(text).unwrap_or_default(),
            argument.head.start,
            argument.head.end,
            sound.entity(argument).map(|e| e.0.as_str()),
            sound.place(argument).map(|p| p.0.as_str()),
        ])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::{Case, CaseError};

    #[test]
    fn without_room_nothing_is_written_and_that_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let mut case = Case::open_or_create(&folder.path().join("c.isnad")).unwrap();
        let before = case.dump().unwrap();
        let pages: i64 = case.ask(|sql| sql.query_row("PRAGMA page_count", [], |row| row.get(0))).unwrap();
        case.sql.pragma_update(None, "max_page_count", pages + 1).unwrap();
        let error = case.refuse("a.txt", "refused/empty", &"long ".repeat(10_000)).unwrap_err();
        assert!(matches!(error, CaseError::Full { .. }), "{error}");
        assert_eq!(case.dump().unwrap(), before);
        case.refuse("a.txt", "refused/empty", "short").unwrap();
    }
}
