//! Does every value still say what the text says?

use crate::{Case, CaseError, decision, dump, events, sha256};
use rusqlite::backup::Backup;
use rusqlite::{Connection, Row};
use serde::Serialize;
use std::time::Duration;

/// Something in the case that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Finding {
    /// Table, row and column: `"claim 5f1c…, quote"`.
    pub place: String,
    /// What was expected and what was found.
    pub message: String,
}

/// What `verify` looked at, and what it found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Verified {
    /// Documents whose text and rows were compared with their hashes.
    pub documents: u64,
    /// Claims.
    pub claims: u64,
    /// Spans that were found again in the text.
    pub spans: u64,
    /// Decisions of the log that were compared with their ids.
    pub decisions: u64,
    /// Events whose claims and origins were counted again.
    pub events: u64,
    /// What is wrong, in order of the checks. Empty: nothing.
    pub findings: Vec<Finding>,
}

/// Words that must stand at their span: table, how to name a row, and the question, which gives that name, start, end, and
/// the words that stand in the row (NULL where the row has none).
const SPANS: &[(&str, &str)] = &[
    (
        "article_fact",
        "SELECT article || ' ' || field || ' ' || n, start, end, NULL FROM article_fact WHERE document = ?1 AND start IS NOT NULL",
    ),
    ("part", "SELECT article || ' ' || part, start, end, NULL FROM part WHERE document = ?1"),
    ("aside", "SELECT n, start, end, NULL FROM aside WHERE document = ?1"),
    ("problem", "SELECT n, start, end, NULL FROM problem WHERE document = ?1 AND start IS NOT NULL"),
    ("sentence", "SELECT sentence, start, end, words FROM sentence WHERE document = ?1"),
    ("mention", "SELECT mention, start, end, words FROM mention WHERE document = ?1"),
    ("mention (head)", "SELECT mention, head_start, head_end, NULL FROM mention WHERE document = ?1"),
    ("claim (quote)", "SELECT id, start, end, quote FROM claim WHERE document = ?1"),
    ("claim (trigger)", "SELECT id, trigger_start, trigger_end, trigger_words FROM claim WHERE document = ?1"),
    (
        "claim (time)",
        "SELECT id, time_start, time_end, time_words FROM claim WHERE document = ?1 AND time_start IS NOT NULL",
    ),
    (
        "claim (modality)",
        "SELECT id, modality_start, modality_end, modality_words FROM claim WHERE document = ?1 AND modality_start IS NOT NULL",
    ),
    (
        "claim (polarity)",
        "SELECT id, polarity_start, polarity_end, polarity_words FROM claim WHERE document = ?1 AND polarity_start IS NOT NULL",
    ),
    (
        "argument",
        "SELECT a.claim || ' ' || a.role || ' ' || a.link || ' ' || a.n, a.start, a.end, a.words FROM argument a JOIN claim c ON c.id = a.claim WHERE c.document = ?1",
    ),
    (
        "argument (head)",
        "SELECT a.claim || ' ' || a.role || ' ' || a.link || ' ' || a.n, a.head_start, a.head_end, NULL FROM argument a JOIN claim c ON c.id = a.claim WHERE c.document = ?1",
    ),
    (
        "quantity",
        "SELECT q.claim || ' ' || q.n, q.start, q.end, q.words FROM quantity q JOIN claim c ON c.id = q.claim WHERE c.document = ?1",
    ),
    (
        "link",
        "SELECT l.claim || ' ' || l.link, l.cue_start, l.cue_end, l.cue_words FROM link l JOIN claim c ON c.id = l.claim WHERE c.document = ?1",
    ),
];

/// Rows that must not be there: what is wrong with them, and a question that names them.
const COUNTS: &[(&str, &str)] = &[
    (
        "expected a claim, found an event without one",
        "SELECT 'event ' || id FROM event WHERE id NOT IN (SELECT event FROM event_claim)",
    ),
    (
        "expected each claim of an event under an origin of it, found a claim that stands under none",
        "SELECT 'event ' || event || ', claim ' || claim FROM (SELECT event, claim FROM event_claim EXCEPT SELECT event, claim FROM origin_claim)",
    ),
    (
        "expected only claims of the event under its origins, found another",
        "SELECT 'origin ' || origin || ' of event ' || event || ', claim ' || claim FROM origin_claim o
         WHERE NOT EXISTS (SELECT 1 FROM event_claim x WHERE x.event = o.event AND x.claim = o.claim)",
    ),
    (
        "expected no fewer possible than certain origins and no more than there are, found other numbers",
        "SELECT 'event ' || id FROM event v WHERE origins_certain > origins_possible
         OR origins_possible > (SELECT count(*) FROM origin o WHERE o.event = v.id)",
    ),
    (
        "expected an entity that a document tells of, found none",
        "SELECT 'entity ' || id FROM entity WHERE id NOT IN (SELECT entity FROM document_entity)
         AND id NOT IN (SELECT other FROM decided)",
    ),
    (
        "expected a place that a document tells of, found none",
        "SELECT 'place ' || id FROM place WHERE id NOT IN (SELECT place FROM document_place)",
    ),
    (
        "expected the first of its paths as the file, found another",
        "SELECT 'document ' || id || ', file' FROM document d
         WHERE file IS NOT (SELECT min(path) FROM document_path p WHERE p.document = d.id)",
    ),
    (
        "expected what the documents tell of it, found something else",
        "SELECT 'entity ' || id FROM entity e WHERE NOT EXISTS (SELECT 1 FROM document_entity x
         WHERE (x.entity = e.id OR x.entity IN (SELECT entity FROM merged WHERE into_ = e.id))
         AND x.kind = e.kind AND x.name = e.name AND x.known IS e.known)
         AND NOT (e.known IS NULL AND e.id NOT IN (SELECT entity FROM document_entity)
                  AND EXISTS (SELECT 1 FROM decision d WHERE d.what = 'split' AND d.other = e.id AND d.other_name = e.name))",
    ),
    (
        "expected what the documents tell of it, found something else",
        "SELECT 'place ' || id FROM place p WHERE NOT EXISTS (SELECT 1 FROM document_place x WHERE x.place = p.id
         AND x.name = p.name AND x.class = p.class AND x.latitude IS p.latitude AND x.longitude IS p.longitude
         AND x.radius_km IS p.radius_km AND x.country IS p.country AND x.within = p.within)",
    ),
];

impl Case {
    /// Looks at everything: the file itself, each text and quote against its hash, each span against the text, each row
    /// against the hash of its document, the counts of the events, and the indexes.
    ///
    /// Damage is a finding. Errors only when the file cannot be read at all, or is in use by a writer.
    pub fn verify(&self) -> Result<Verified, CaseError> {
        let mut verified = Verified::default();
        let checks: [Check; 7] = [file, foreign_keys, documents, counts, decisions, sealed_events, knowledge];
        let mut asked: Vec<Result<(), CaseError>> =
            checks.iter().map(|check| self.ask_at_once(|sql| check(sql, &mut verified))).collect();
        asked.push(self.verify_indexes(&mut verified));
        for answer in asked {
            if let Err(error) = answer {
                match error {
                    CaseError::Busy { .. } | CaseError::Denied { .. } | CaseError::NotACase { .. } => {
                        return Err(error);
                    }
                    other => verified.note("the file", other.to_string()),
                }
            }
        }
        Ok(verified)
    }

    /// The check of an index is a command to it, and decisions are gone through for trial, which only a file that can be written takes: else a copy is asked.
    fn verify_indexes(&self, verified: &mut Verified) -> Result<(), CaseError> {
        if self.is_writable() {
            return self.ask(|sql| {
                indexes(sql, verified)?;
                decided(sql, verified)
            });
        }
        self.ask(|sql| {
            // A file without a name lies in the folder for temporary files and goes away with its connection.
            let mut copy = Connection::open("")?;
            Backup::new(sql, &mut copy)?.run_to_completion(1024, Duration::ZERO, None)?;
            indexes(&copy, verified)?;
            decided(&copy, verified)
        })
    }
}

type Check = fn(&Connection, &mut Verified) -> rusqlite::Result<()>;

impl Verified {
    fn note(&mut self, place: impl Into<String>, message: impl Into<String>) {
        self.findings.push(Finding { place: place.into(), message: message.into() });
    }
}

/// The pages of the file.
fn file(sql: &Connection, verified: &mut Verified) -> rusqlite::Result<()> {
    let mut rows = sql.prepare("PRAGMA integrity_check")?;
    for message in rows.query_map([], |row| row.get::<_, String>(0))? {
        let message = message?;
        if message != "ok" {
            verified.note("the file", format!("expected sound pages, found: {message}"));
        }
    }
    Ok(())
}

/// The tables of names that the user gave.
fn knowledge(sql: &Connection, verified: &mut Verified) -> rusqlite::Result<()> {
    let mut rows = sql.prepare("SELECT file, text, sha256 FROM knowledge ORDER BY number")?;
    let found =
        rows.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?)))?;
    for row in found {
        let (file, text, hash) = row?;
        if sha256(text.as_bytes()) != hash {
            verified.note(format!("knowledge {file}"), "expected the table as it was given, found that it was changed");
        }
    }
    Ok(())
}

fn foreign_keys(sql: &Connection, verified: &mut Verified) -> rusqlite::Result<()> {
    let mut rows = sql.prepare("PRAGMA foreign_key_check")?;
    let found = rows.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(2)?)))?;
    for row in found {
        let (table, parent) = row?;
        verified.note(table, format!("expected a row of {parent} that it belongs to, found none"));
    }
    Ok(())
}

/// Each document by itself, so that damage in one does not hide the others.
fn documents(sql: &Connection, verified: &mut Verified) -> rusqlite::Result<()> {
    let mut ids = sql.prepare("SELECT id FROM document ORDER BY id")?;
    let ids: Vec<String> = ids.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    for id in ids {
        verified.documents += 1;
        if let Err(error) = document(sql, &id, verified) {
            verified.note(format!("document {id}"), format!("expected rows that can be read, found: {error}"));
        }
    }
    Ok(())
}

fn document(sql: &Connection, id: &str, verified: &mut Verified) -> rusqlite::Result<()> {
    let mut question = sql.prepare_cached(
        "SELECT CAST(text AS BLOB), text_sha256, record_sha256, sha256, file FROM document WHERE id = ?1",
    )?;
    let (text, text_sha256, record, bytes_sha256, path): (Vec<u8>, String, String, String, String) =
        question.query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))?;
    let name = format!("document {id} ({path})");
    if sha256(&text) != text_sha256 {
        verified.note(format!("{name}, text"), "expected the text that was loaded, found a text with another hash");
    }
    if !bytes_sha256.starts_with(id) {
        verified
            .note(format!("{name}, sha256"), format!("expected a hash that begins with {id}, found {bytes_sha256}"));
    }
    if dump::document_sha256(sql, id)? != record {
        verified.note(name.clone(), "expected the rows that were stored, found rows with another hash");
    }
    for (table, question) in SPANS {
        let mut question = sql.prepare_cached(question)?;
        let mut rows = question.query([id])?;
        while let Some(row) = rows.next()? {
            verified.spans += 1;
            if let Some(message) = span(row, &text)? {
                let key = match row.get_ref(0)? {
                    rusqlite::types::ValueRef::Integer(n) => n.to_string(),
                    other => String::from_utf8_lossy(other.as_bytes().unwrap_or_default()).into_owned(),
                };
                verified.note(format!("{name}, {table} {key}"), message);
            }
        }
    }
    let mut quotes =
        sql.prepare_cached("SELECT id, CAST(quote AS BLOB), quote_sha256 FROM claim WHERE document = ?1")?;
    let mut rows = quotes.query([id])?;
    while let Some(row) = rows.next()? {
        verified.claims += 1;
        let (claim, quote, hash): (String, Vec<u8>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if sha256(&quote) != hash {
            verified.note(
                format!("{name}, claim {claim}, quote"),
                "expected the words that were read, found words with another hash",
            );
        }
    }
    Ok(())
}

/// What is wrong with the span of a row; `None`: nothing.
fn span(row: &Row<'_>, text: &[u8]) -> rusqlite::Result<Option<String>> {
    let (start, end): (usize, usize) = (row.get(1)?, row.get(2)?);
    let border = |at: usize| at == text.len() || text.get(at).is_some_and(|byte| byte & 0xC0 != 0x80);
    let Some(there) = text.get(start..end).filter(|_| border(start) && border(end)) else {
        return Ok(Some(format!(
            "expected a span on character borders inside the text of {} bytes, found {start} to {end}",
            text.len()
        )));
    };
    Ok(match row.get_ref(3)? {
        rusqlite::types::ValueRef::Null => None,
        words => {
            let words = words.as_bytes().unwrap_or_default();
            (words != there).then(|| {
                let (there, words) = (String::from_utf8_lossy(there), String::from_utf8_lossy(words));
                format!("expected the words of the text at {start} to {end}, {there:?}, found {words:?}")
            })
        }
    })
}

/// Events against their claims, names against the documents.
fn counts(sql: &Connection, verified: &mut Verified) -> rusqlite::Result<()> {
    verified.events = sql.query_row("SELECT count(*) FROM event", [], |row| row.get(0))?;
    for (message, question) in COUNTS {
        let mut question = sql.prepare(question)?;
        for place in question.query_map([], |row| row.get::<_, String>(0))? {
            verified.note(place?, *message);
        }
    }
    Ok(())
}

/// The full-text indexes against their tables.
fn indexes(sql: &Connection, verified: &mut Verified) -> rusqlite::Result<()> {
    for index in ["sentence_search", "claim_search"] {
        // A command to FTS5 is written as an insert; it changes nothing.
        let checked = sql.execute(&format!("INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"), []);
        if let Err(error) = checked {
            if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) {
                return Err(error);
            }
            verified.note(index, format!("expected an index of the words of its table, found: {error}"));
        }
    }
    Ok(())
}

/// The log of decisions against its ids, the words it holds on to against the texts, and what follows from it.
fn decisions(sql: &Connection, verified: &mut Verified) -> rusqlite::Result<()> {
    verified.decisions = sql.query_row("SELECT count(*) FROM decision", [], |row| row.get(0))?;
    for (number, id) in decision::broken_links(sql)? {
        let place = format!("decision {number} ({id})");
        verified.note(place, "expected the id of what stands there and before it, found another: the log was changed");
    }
    let mut anchors = sql.prepare(
        "SELECT a.decision || ', ' || a.document || ' ' || a.start, a.words FROM decision_anchor a
         JOIN document d ON d.id = a.document
         WHERE CAST(substr(CAST(d.text AS BLOB), a.start + 1, a.end - a.start) AS TEXT) IS NOT a.words",
    )?;
    let mut rows = anchors.query([])?;
    while let Some(row) = rows.next()? {
        let (place, words): (String, String) = (row.get(0)?, row.get(1)?);
        verified.note(format!("decision {place}"), format!("expected the words of the text, found {words:?}"));
    }
    Ok(())
}

/// What follows from the decisions, made again.
fn decided(sql: &Connection, verified: &mut Verified) -> rusqlite::Result<()> {
    let any: bool = sql.query_row("SELECT EXISTS (SELECT 1 FROM decision)", [], |row| row.get(0))?;
    if any && !decision::apply::holds(sql)? {
        verified.note("decided", "expected what follows from the decisions in force, found something else");
    }
    Ok(())
}

/// The events as a whole, and the documents they were made from.
fn sealed_events(sql: &Connection, verified: &mut Verified) -> rusqlite::Result<()> {
    let mut fusion = sql.prepare("SELECT documents_sha256, events_sha256 FROM fusion")?;
    let mut rows = fusion.query([])?;
    if let Some(row) = rows.next()? {
        let (of_documents, of_events): (String, String) = (row.get(0)?, row.get(1)?);
        if events::documents_sha256(sql)? != of_documents {
            verified.note("fusion", "expected events of the documents as they are, found events of other documents");
        }
        if dump::events_sha256(sql)? != of_events {
            verified.note("event", "expected the rows that were stored, found rows with another hash");
        }
    }
    Ok(())
}
