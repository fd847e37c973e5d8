//! A changed byte is found, wherever it stands.

use crate::sample::{document, event, fusion, resolution};
use case::{Case, Entry};
use std::path::Path;

fn whole_case(path: &Path) {
    let mut case = Case::open_or_create(path).unwrap();
    let (one, two) = (document(1, "a.txt"), document(2, "b.txt"));
    let (first, second) = (resolution(&one), resolution(&two));
    let entry = |document, resolution| Entry { document, signatures: &[], resolution };
    case.add(&[entry(&one, &first), entry(&two, &second)], "1", false).unwrap();
    let documents = case.documents_sha256().unwrap();
    case.replace_events(&documents, &fusion(event(&[&first, &second])), &[], "1").unwrap();
    assert_eq!(case.verify().unwrap().findings, []);
    assert_eq!(case.another().unwrap().verify().unwrap().findings, []);
}

/// Changes a sound case behind its back and gives what is found.
fn after(sql: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.isnad");
    whole_case(&path);
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute_batch(sql).unwrap();
    drop(raw);
    let findings = Case::view(&path).unwrap().verify().unwrap().findings;
    findings.into_iter().map(|f| format!("{}: {}", f.place, f.message)).collect()
}

#[test]
fn a_byte_of_the_text_or_of_a_quote() {
    let found = after("UPDATE document SET text = replace(text, 'Borova on', 'Korova on') WHERE file = 'a.txt'");
    assert!(found.iter().any(|f| f.contains("(a.txt), text: expected the text that was loaded")), "{found:#?}");
    assert!(
        found.iter().any(|f| f.contains("claim (quote)") && f.contains("Korova") && f.contains("Borova")),
        "{found:#?}"
    );
    let found = after("UPDATE claim SET quote = replace(quote, '42', '43') WHERE n = 1");
    assert!(found.iter().any(|f| f.contains("quote: expected the words that were read")), "{found:#?}");
    assert!(found.iter().any(|f| f.starts_with("claim_search: ")), "{found:#?}");
}

#[test]
fn a_span_a_name_a_fact_or_a_row() {
    let beside = |found: &[String], part: &str| assert!(found.iter().any(|f| f.contains(part)), "{part}: {found:#?}");
    beside(&after("UPDATE claim SET time_start = time_start + 1"), "claim (time)");
    beside(&after("UPDATE argument SET start = 100000"), "expected a span on character borders inside the text");
    beside(
        &after("UPDATE problem SET start = start + 1 WHERE start IS NOT NULL"),
        "expected a span on character borders",
    );
    beside(&after("UPDATE quantity SET at_least = 43"), "found rows with another hash");
    beside(
        &after("UPDATE article_fact SET value = '2031-02-06' WHERE field = 'published'"),
        "found rows with another hash",
    );
    beside(&after("DELETE FROM link WHERE link = 1"), "found rows with another hash");
    beside(
        &after("UPDATE entity SET name = 'Tavan Navy' WHERE name = 'Tavan Army'"),
        "expected what the documents tell of it",
    );
    beside(&after("UPDATE document SET file = 'c.txt' WHERE file = 'a.txt'"), "expected the first of its paths");
    beside(
        &after("PRAGMA foreign_keys = OFF; DELETE FROM link WHERE link = 0; DELETE FROM claim WHERE n = 0"),
        "expected a row of claim",
    );
}

#[test]
fn a_count_of_an_event() {
    let beside = |found: &[String], part: &str| assert!(found.iter().any(|f| f.contains(part)), "{part}: {found:#?}");
    beside(&after("UPDATE event SET origins_certain = 2"), "no fewer possible than certain origins");
    beside(&after("DELETE FROM origin_claim"), "expected each claim of an event under an origin");
    beside(
        &after("UPDATE event_claim SET reason = 'Because.' WHERE reason IS NOT NULL"),
        "event: expected the rows that were stored",
    );
    beside(&after("UPDATE fusion SET documents_sha256 = ''"), "found events of other documents");
}

#[test]
fn a_byte_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.isnad");
    whole_case(&path);
    let sound = std::fs::read(&path).unwrap();
    let words = "denied it.\n\nSubscribe now!\n\nNo. 2".as_bytes();
    let places: Vec<usize> = (0..sound.len() - words.len()).filter(|i| &sound[*i..*i + words.len()] == words).collect();
    assert_eq!(places.len(), 1, "the text of the second document stands once in the file");
    for at in places[0]..places[0] + words.len() {
        let mut damaged = sound.clone();
        damaged[at] ^= 1;
        std::fs::write(&path, &damaged).unwrap();
        let findings = Case::view(&path).unwrap().verify().unwrap().findings;
        assert!(findings.iter().any(|f| f.place.ends_with("(b.txt), text")), "byte {at}: {findings:#?}");
    }
    // Half a file cannot be sound; wherever it is looked at, that is told and nothing breaks.
    std::fs::write(&path, &sound[..sound.len() / 2]).unwrap();
    match Case::view(&path) {
        Ok(case) => assert_ne!(case.verify().unwrap().findings, []),
        Err(error) => assert!(error.to_string().contains("damaged"), "{error}"),
    }
}
