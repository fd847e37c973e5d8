//! Why claims say what they say, as it is shown: `tests/explanations/NAME.txt`.
//!
//! `ISNAD_RENEW=1 cargo test -p isnad explain` writes the files anew; look at what changed. Lines of the lists move with every
//! word that is added to them, so their numbers are left out.

use crate::run::run;
use serde_json::Value;
use std::fs;
use std::path::Path;

const REPORT: &str = "The mayor said that rebels had captured the bridge near Velna on Monday.\n\n\
    The group did not attack the port, according to the Tavan Courier.\n";

/// A case with the report, its folder, and the ids of its claims by type.
fn case() -> (tempfile::TempDir, Vec<(String, String)>) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("bridge.txt"), REPORT).unwrap();
    let read = run(folder.path(), &["read", "bridge.txt", "--case", "c.isnad", "--date", "2031-03-05"]);
    assert_eq!(read.status, Some(0), "{}", read.err);
    let claims = run(folder.path(), &["claims", "c.isnad", "--json"]).out;
    let rows = claims.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let text = |row: &Value, field: &str| row[field].as_str().unwrap().to_string();
    let ids = rows.map(|row| (text(&row, "type"), text(&row, "id"))).collect();
    (folder, ids)
}

fn id<'c>(claims: &'c [(String, String)], wanted: &str) -> &'c str {
    let found = claims.iter().find(|(claim_type, _)| claim_type == wanted);
    found.map(|(_, id)| id.as_str()).unwrap_or_else(|| panic!("no {wanted} among {claims:?}"))
}

/// The text without what changes with every change of the lists: line numbers, ids and versions.
fn steady(text: &str, id: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(".tsv:") {
        let (before, after) = rest.split_at(at + ".tsv:".len());
        out.push_str(before);
        out.push('N');
        rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    out.push_str(rest);
    out.replace(id, "CLAIM")
}

fn check(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/explanations").join(format!("{name}.txt"));
    if std::env::var_os("ISNAD_RENEW").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
    }
    assert_eq!(text, fs::read_to_string(&path).unwrap_or_default(), "{name}.txt holds other words");
}

#[test]
fn a_claim_is_explained_field_by_field() {
    let (folder, claims) = case();
    let id = id(&claims, "capture");
    let explained = run(folder.path(), &["explain", "c.isnad", id]);
    assert_eq!((explained.status, explained.err.as_str()), (Some(0), ""));
    check("capture", &steady(&explained.out, id));
    assert!(explained.out.lines().all(|line| line.chars().count() <= 100), "{}", explained.out);
    assert_eq!(run(folder.path(), &["explain", "c.isnad", &id[..12]]).out, explained.out, "the first digits will do");
}

#[test]
fn machines_get_the_tokens_and_all_fields() {
    let (folder, claims) = case();
    let id = id(&claims, "capture");
    let explained = run(folder.path(), &["explain", "c.isnad", id, "--json"]);
    let value: Value = serde_json::from_str(&explained.out).unwrap();
    assert_eq!((&value["claim"], &value["type"]), (&id.into(), &"capture".into()));
    assert_eq!(value["differs"], Value::Array(Vec::new()), "the same reader reads the same");
    assert_eq!(value["reader"], value["read_by"]);
    let tokens = value["sentence"]["tokens"].as_array().unwrap();
    for token in tokens {
        let place = |name: &str| token[name].as_u64().unwrap() as usize;
        assert_eq!(token["word"], REPORT[place("start")..place("end")]);
        assert!(place("head") < tokens.len());
    }
    let trigger = tokens.iter().find(|token| token["word"] == "captured").unwrap();
    assert_eq!(
        (&trigger["tag"], &trigger["lemma"], &trigger["fields"][0]),
        (&"VBN".into(), &"capture".into(), &"trigger".into())
    );
    let fields: Vec<&str> = value["fields"].as_array().unwrap().iter().map(|f| f["field"].as_str().unwrap()).collect();
    let expected =
        ["type", "quote", "actor", "target", "place", "time", "quantity", "attribution", "modality", "polarity"];
    assert_eq!(fields, expected);
    assert!(value["fields"][0]["values"][0]["entry"]["line"].as_str().unwrap().starts_with("data/en/events.tsv:"));
}

#[test]
fn every_claim_comes_out_again_as_it_stands_in_the_case() {
    let (folder, claims) = case();
    assert!(claims.len() >= 2, "{claims:?}");
    for (_, id) in &claims {
        let explained = run(folder.path(), &["explain", "c.isnad", id, "--json"]);
        assert_eq!(explained.status, Some(0), "{}", explained.err);
        let value: Value = serde_json::from_str(&explained.out).unwrap();
        assert_eq!(value["differs"], Value::Array(Vec::new()), "{id}");
    }
}

#[test]
fn a_claim_that_is_not_there_or_not_told_apart() {
    let (folder, _) = case();
    let at = folder.path();
    for wanted in ["0000000000000000", "nonsense", "%"] {
        let none = run(at, &["explain", "c.isnad", wanted]);
        assert_eq!(none.status, Some(2));
        assert!(none.err.starts_with("isnad: expected the id of a claim of c.isnad, found “"), "{}", none.err);
    }
    let raw = rusqlite::Connection::open(at.join("c.isnad")).unwrap();
    raw.execute_batch("PRAGMA foreign_keys = OFF; UPDATE claim SET id = 'abc0' || substr(id, 5)").unwrap();
    let several = run(at, &["explain", "c.isnad", "abc"]);
    assert_eq!(several.status, Some(2));
    assert!(several.err.contains("found that abc begins abc0"), "{}", several.err);
    assert!(several.err.contains("Give more of its digits"), "{}", several.err);
}

#[test]
fn a_case_that_was_changed_or_read_by_another_version() {
    let (folder, claims) = case();
    let at = folder.path();
    let id = id(&claims, "capture");
    let raw = rusqlite::Connection::open(at.join("c.isnad")).unwrap();
    raw.execute("UPDATE document SET reading = '0.0.1+old'", []).unwrap();
    let explained = run(at, &["explain", "c.isnad", id]);
    assert_eq!(explained.status, Some(0), "{}", explained.err);
    assert!(explained.out.contains("read into the case by 0.0.1+old, explained by "), "{}", explained.out);
    raw.execute("UPDATE claim SET modality = 'possible' WHERE id = ?1", [id]).unwrap();
    let explained = run(at, &["explain", "c.isnad", id]);
    assert!(explained.out.contains("differently from the case: modality"), "{}", explained.out);
    raw.execute("UPDATE document SET text = replace(text, 'captured', 'took over')", []).unwrap();
    let changed = run(at, &["explain", "c.isnad", id]);
    assert_eq!(changed.status, Some(2));
    assert!(changed.err.contains("expected the text of bridge.txt as it was read"), "{}", changed.err);
}
