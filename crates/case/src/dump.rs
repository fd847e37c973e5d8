//! What is the record, as text that two cases can be compared by?
//!
//! One line a row: the table, then `column=value` for each value that is not NULL, text as JSON strings. Rows are in order
//! of content, documents in order of their ids. What belongs to the file and not to the record is left out: row numbers
//! and the version of the reader.
//!
//! ```text
//! claim id="5f1c…" document="9a02…" n=0 start=0 end=31 quote="The rebels left Borova on Monday." kind="event" …
//! ```

use crate::{Case, CaseError, sha256};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Params};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The rows of one document: table and question.
const OF_DOCUMENT: &[(&str, &str)] = &[
    (
        "document",
        "SELECT id, sha256, file, format, bytes, charset, text, text_sha256, facts_sha256 FROM document WHERE id = ?1",
    ),
    ("document_path", "SELECT path FROM document_path WHERE document = ?1 ORDER BY path"),
    ("article", "SELECT article, language, signature FROM article WHERE document = ?1 ORDER BY article"),
    (
        "article_fact",
        "SELECT article, field, n, value, how, start, end, detail FROM article_fact WHERE document = ?1
         ORDER BY article, field, n",
    ),
    ("part", "SELECT article, part, role, start, end FROM part WHERE document = ?1 ORDER BY article, part"),
    ("aside", "SELECT n, reason, start, end FROM aside WHERE document = ?1 ORDER BY n"),
    ("problem", "SELECT n, stage, code, start, end, message FROM problem WHERE document = ?1 ORDER BY n"),
    (
        "sentence",
        "SELECT sentence, article, part, start, end, words FROM sentence WHERE document = ?1 ORDER BY sentence",
    ),
    (
        "mention",
        "SELECT mention, sentence, kind, hint, plural, start, end, words, head_start, head_end,
             coalesce(read_as, entity) AS entity, place FROM mention
         WHERE document = ?1 ORDER BY mention",
    ),
    (
        "claim",
        "SELECT id, n, article, sentence, start, end, quote, quote_sha256, kind, type, trigger_start, trigger_end,
             trigger_words, time_start, time_end, time_words, earliest, latest, time_resolved, modality, modality_start,
             modality_end, modality_words, polarity, polarity_start, polarity_end, polarity_words, rule, time_value
         FROM claim WHERE document = ?1 ORDER BY n",
    ),
    (
        "argument",
        "SELECT a.claim, a.role, a.link, a.n, a.start, a.end, a.words, a.head_start, a.head_end,
             coalesce(a.read_as, a.entity) AS entity, a.place
         FROM claim c JOIN argument a ON a.claim = c.id WHERE c.document = ?1 ORDER BY c.n, a.role, a.link, a.n",
    ),
    (
        "quantity",
        "SELECT q.claim, q.n, q.what, q.at_least, q.at_most, q.start, q.end, q.words
         FROM claim c JOIN quantity q ON q.claim = c.id WHERE c.document = ?1 ORDER BY c.n, q.n",
    ),
    (
        "link",
        "SELECT l.claim, l.link, l.kind, l.stance, l.carried, l.cue_start, l.cue_end, l.cue_words
         FROM claim c JOIN link l ON l.claim = c.id WHERE c.document = ?1 ORDER BY c.n, l.link",
    ),
    (
        "document_entity",
        "SELECT entity, kind, name, known, reasons FROM document_entity WHERE document = ?1 ORDER BY entity",
    ),
    (
        "document_place",
        "SELECT place, name, class, latitude, longitude, radius_km, country, within, runners_up FROM document_place
         WHERE document = ?1 ORDER BY place",
    ),
];

/// The rows that follow from all documents, but for the events.
const OF_CASE: &[(&str, &str)] = &[
    ("refused", "SELECT path, code, message FROM refused ORDER BY path"),
    ("entity", "SELECT id, kind, name, known FROM entity ORDER BY id"),
    (
        "decision",
        "SELECT number, id, what, who, at, why, entity, entity_name, entity_kind, other, other_name, other_kind, words, document,
             undoes FROM decision ORDER BY number",
    ),
    (
        "decision_anchor",
        "SELECT decision, side, document, start, end, words FROM decision_anchor ORDER BY decision, side, document, start, end",
    ),
    ("decided", "SELECT number, decision, entity, other FROM decided ORDER BY number"),
    ("merged", "SELECT entity, into_ FROM merged ORDER BY entity"),
    (
        "decided_mention",
        "SELECT document, mention, entity FROM mention WHERE read_as IS NOT NULL ORDER BY document, mention",
    ),
    (
        "decided_argument",
        "SELECT claim, role, link, n, entity FROM argument WHERE read_as IS NOT NULL ORDER BY claim, role, link, n",
    ),
    ("place", "SELECT id, name, class, latitude, longitude, radius_km, country, within FROM place ORDER BY id"),
];

/// The rows of the events.
const OF_EVENTS: &[(&str, &str)] = &[
    (
        "event",
        "SELECT id, kind, type, earliest, latest, time_resolved, origins_certain, origins_possible, grade, claims, documents,
             first_claim, disputes, ahead FROM event ORDER BY id",
    ),
    ("event_claim", "SELECT event, n, claim, reason FROM event_claim ORDER BY event, n"),
    ("event_entity", "SELECT event, role, entity FROM event_entity ORDER BY event, role, entity"),
    ("event_place", "SELECT event, place FROM event_place ORDER BY event, place"),
    ("origin", "SELECT event, origin, name, certain, stand FROM origin ORDER BY event, origin"),
    ("origin_claim", "SELECT event, origin, claim FROM origin_claim ORDER BY event, origin, claim"),
    (
        "near_duplicate",
        "SELECT document, article, other_document, other_article, similarity FROM near_duplicate
         ORDER BY document, article, other_document, other_article",
    ),
    ("event_bond", "SELECT event, bond, n, other, reason FROM event_bond ORDER BY event, bond, n"),
    ("dispute", "SELECT id, kind, strength, event, reason, documents FROM dispute ORDER BY id"),
    ("dispute_side", "SELECT dispute, side, says FROM dispute_side ORDER BY dispute, side"),
    ("dispute_claim", "SELECT dispute, side, n, claim FROM dispute_claim ORDER BY dispute, side, n"),
    ("toll", "SELECT event, what, low, best, high, reason FROM toll ORDER BY event, what"),
    (
        "figure",
        "SELECT event, what, n, claim, at_least, at_most, origin, day, stand FROM figure ORDER BY event, what, n",
    ),
    ("forecast", "SELECT claim, conditional, horizon, outcome, reason, place FROM forecast ORDER BY claim"),
    ("forecast_also", "SELECT forecast, n, claim FROM forecast_also ORDER BY forecast, n"),
    ("forecast_holder", "SELECT forecast, n, entity FROM forecast_holder ORDER BY forecast, n"),
    ("forecast_evidence", "SELECT forecast, n, claim, shows, reason FROM forecast_evidence ORDER BY forecast, n"),
    ("course", "SELECT event, first, first_claim, last, last_claim, place FROM course ORDER BY event"),
    ("course_change", "SELECT event, n, day, claim, reason FROM course_change ORDER BY event, n"),
    ("source", "SELECT n, entity, name, kind, claims, innermost, against, documents FROM source ORDER BY n"),
    ("entity_count", "SELECT entity, claims, as_actor, as_target, as_source, documents FROM entity_count ORDER BY entity"),
    ("place_count", "SELECT place, claims, documents FROM place_count ORDER BY place"),
    ("counted", "SELECT page, key, value FROM counted ORDER BY page, key"),
    ("echo", "SELECT event, n, claim, from_claim, by FROM echo ORDER BY event, n"),
    ("echo_change", "SELECT event, n, m, what, says FROM echo_change ORDER BY event, n, m"),
];

impl Case {
    /// The whole record as text; equal for cases of the same documents read by the same reader.
    pub fn dump(&self) -> Result<String, CaseError> {
        self.ask_at_once(|sql| {
            let mut text = String::new();
            let ids: Vec<String> = sql
                .prepare("SELECT id FROM document ORDER BY id")?
                .query_map([], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            for id in ids {
                lines(sql, OF_DOCUMENT, [&id], &mut |line| text.push_str(line))?;
            }
            lines(sql, OF_CASE, [], &mut |line| text.push_str(line))?;
            lines(sql, OF_EVENTS, [], &mut |line| text.push_str(line))?;
            Ok(text)
        })
    }
}

/// SHA-256 of the lines of one document.
pub(crate) fn document_sha256(sql: &Connection, id: &str) -> rusqlite::Result<String> {
    let mut hash = Sha256::new();
    lines(sql, OF_DOCUMENT, [id], &mut |line| hash.update(line))?;
    Ok(crate::hex(&hash.finalize()))
}

/// SHA-256 of the lines of the events.
pub(crate) fn events_sha256(sql: &Connection) -> rusqlite::Result<String> {
    let mut hash = Sha256::new();
    lines(sql, OF_EVENTS, [], &mut |line| hash.update(line))?;
    Ok(crate::hex(&hash.finalize()))
}

fn lines<P: Params + Clone>(
    sql: &Connection,
    tables: &[(&str, &str)],
    params: P,
    each: &mut impl FnMut(&str),
) -> rusqlite::Result<()> {
    let mut line = String::new();
    for (table, question) in tables {
        let mut question = sql.prepare_cached(question)?;
        let columns: Vec<String> = question.column_names().map(str::to_string).collect();
        let mut rows = question.query(params.clone())?;
        while let Some(row) = rows.next()? {
            line.clear();
            line.push_str(table);
            for (n, column) in columns.iter().enumerate() {
                // Writing to a string does not fail.
                let _ = match row.get_ref(n)? {
                    ValueRef::Null => Ok(()),
                    ValueRef::Integer(value) => write!(line, " {column}={value}"),
                    ValueRef::Real(value) => write!(line, " {column}={value}"),
                    ValueRef::Text(bytes) => {
                        // Text that was damaged may be no UTF-8 any more: its hash is still another one.
                        let value = serde_json::Value::from(String::from_utf8_lossy(bytes));
                        write!(line, " {column}={value}")
                    }
                    ValueRef::Blob([]) => Ok(()),
                    ValueRef::Blob(bytes) => write!(line, " {column}=sha256:{}", &sha256(bytes)[..16]),
                };
            }
            line.push('\n');
            each(&line);
        }
    }
    Ok(())
}
