//! What lists and exports look like to people and to machines.

use crate::run::{isnad, run, said};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::process::Stdio;

const REPORT: &str = "The “Amber Front” captured Borova on 3 March 2031, the governor of Tavan said.\n\n\
    Rebels killed at least 12 soldiers near Korm, according to the Tavan Courier.\n";

#[test]
fn lists_are_lines_with_tabs_or_json() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("front.txt"), REPORT).unwrap();
    let read =
        run(at, &["read", "front.txt", "--case", "c.isnad", "--date", "2031-03-05", "--outlet", "Port Amel Post"]);
    assert_eq!(read.status, Some(0), "{}", read.err);

    let documents = run(at, &["documents", "c.isnad"]);
    let line: Vec<&str> = documents.out.lines().nth(1).unwrap().split('\t').collect();
    assert_eq!(line[1..4], ["front.txt", "2031-03-05", "Port Amel Post"]);

    let claims = run(at, &["claims", "c.isnad", "--json"]);
    let rows: Vec<Value> = claims.out.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert!(
        rows.iter().any(|r| r["type"] == "capture" && r["quote"].as_str().unwrap().contains("captured Borova")),
        "{}",
        claims.out
    );
    assert!(rows.iter().all(|r| !r["events"].as_array().unwrap().is_empty()), "each claim is in an event");
    let table = run(at, &["claims", "c.isnad"]);
    assert_eq!(table.out.lines().count(), rows.len() + 1);
    let few = run(at, &["claims", "c.isnad", "--limit", "1"]);
    assert_eq!(few.out.lines().count(), 2);
    assert_eq!(few.err, format!("1 to 1 of {} claims; --limit and --offset give others\n", rows.len()));
    let captured = run(at, &["claims", "c.isnad", "--type", "capture", "--kind", "event", "--polarity", "positive"]);
    assert_eq!(captured.out.lines().count(), 2);
    assert_eq!(run(at, &["events", "c.isnad", "--json"]).out.lines().count(), rows.len());
}

#[test]
fn actors_and_places_are_listed_with_what_they_do() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("front.txt"), REPORT).unwrap();
    assert_eq!(run(at, &["read", "front.txt", "--case", "c.isnad", "--date", "2031-03-05"]).status, Some(0));
    let actors = run(at, &["actors", "c.isnad", "--json"]);
    let rows: Vec<Value> = actors.out.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let front = rows.iter().find(|r| r["name"] == "Amber Front").expect(&actors.out);
    assert!(front["known"].is_null() && front["as_actor"] == 1, "{front}");
    let kind = front["kind"].as_str().unwrap();
    let named = run(at, &["actors", "c.isnad", "--nil", "--name", "amber", "--kind", kind]);
    let line: Vec<&str> = named.out.lines().nth(1).unwrap().split('\t').collect();
    assert_eq!(line[1..5], ["Amber Front", kind, "NIL", "1"]);
    assert_eq!(run(at, &["actors", "c.isnad", "--known"]).out.lines().count(), 1);
    let places = run(at, &["places", "c.isnad", "--json"]);
    let rows: Vec<Value> = places.out.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert!(rows.iter().any(|r| r["name"] == "Borova"), "{}", places.out);
    let unlocated = rows.iter().filter(|r| r["latitude"].is_null()).count();
    assert_eq!(run(at, &["places", "c.isnad", "--unlocated"]).out.lines().count(), unlocated + 1);
}

#[test]
fn who_is_who_is_decided_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("front.txt"), REPORT).unwrap();
    fs::write(at.join("later.txt"), "The Amber Brigade left Borova on 5 March 2031, residents said.\n").unwrap();
    assert_eq!(
        run(at, &["read", "front.txt", "later.txt", "--case", "c.isnad", "--date", "2031-03-05"]).status,
        Some(0)
    );
    let did = |name: &str| -> Option<u64> {
        let rows = run(at, &["actors", "c.isnad", "--json", "--name", name]).out;
        rows.lines().next().map(|row| serde_json::from_str::<Value>(row).unwrap()["as_actor"].as_u64().unwrap())
    };
    let events = run(at, &["events", "c.isnad", "--json"]).out;
    assert_eq!((did("amber front"), did("amber brigade")), (Some(1), Some(1)));
    let merge =
        ["entity", "merge", "c.isnad", "Amber Front", "amber brigade", "--why", "one group", "--who", "Ada Lind"];
    let merged = run(at, &merge);
    assert_eq!(merged.status, Some(0), "{}", merged.err);
    assert!(merged.out.ends_with("Amber Brigade is one with Amber Front: one group\n"), "{}", merged.out);
    assert_eq!((did("amber front"), did("amber brigade")), (Some(2), None));
    assert_eq!(
        run(at, &["read", "front.txt", "later.txt", "--case", "c.isnad", "--again", "--date", "2031-03-05"]).status,
        Some(0)
    );
    assert_eq!((did("amber front"), did("amber brigade")), (Some(2), None), "a new reading");
    assert_eq!(run(at, &["verify", "c.isnad"]).status, Some(0));
    let shown = run(at, &["entity", "show", "c.isnad", "Amber Front"]).out;
    assert!(shown.contains("“Amber Brigade” (name): 1 in 1 documents"), "{shown}");
    let id = merged.out.split(':').next().unwrap();
    assert_eq!(run(at, &["entity", "undo", "c.isnad", id, "--why", "two", "--who", "Ada Lind"]).status, Some(0));
    assert_eq!((did("amber front"), did("amber brigade")), (Some(1), Some(1)));
    assert_eq!(run(at, &["events", "c.isnad", "--json"]).out, events);
    let log = run(at, &["entity", "log", "c.isnad"]).out;
    assert_eq!(log.lines().count(), 2);
    assert!(log.lines().next().unwrap().ends_with("(taken back)"), "{log}");
    let none = run(at, &["entity", "undo", "c.isnad", "0000", "--why", "x", "--who", "Ada Lind"]);
    assert_eq!(none.status, Some(2));
    assert!(none.err.contains("expected the id of a decision of this case"), "{}", none.err);
}

#[test]
fn a_claim_is_exported_with_code_points() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::create_dir(at.join("reports")).unwrap();
    fs::write(at.join("reports/front.txt"), REPORT).unwrap();
    assert_eq!(run(at, &["read", "reports", "--case", "c.isnad"]).status, Some(0));
    assert_eq!(run(at, &["export", "c.isnad", "--format", "claims", "-o", "claims.jsonl"]).status, Some(0));
    let exported = fs::read_to_string(at.join("claims.jsonl")).unwrap();
    assert_eq!(run(at, &["export", "c.isnad", "--format", "claims"]).out, exported);
    assert!(exported.lines().count() >= 2);
    for line in exported.lines() {
        let claim: Value = serde_json::from_str(line).unwrap();
        let at = |name: &str| claim[name].as_u64().unwrap() as usize;
        let words: String = REPORT.chars().skip(at("start")).take(at("end") - at("start")).collect();
        assert_eq!(claim["quote"], words.as_str());
        assert_eq!((&claim["file"], &claim["path"]), (&"front.txt".into(), &"front.txt".into()));
        for role in ["actor", "target", "place", "quantity", "attribution"] {
            assert!(claim[role].is_array(), "{role} of {line}");
        }
    }
}

#[test]
fn standard_input_is_a_report() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = isnad()
        .current_dir(folder.path())
        .args(["read", "-", "--case", "c.isnad"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(REPORT.as_bytes()).unwrap();
    let read = said(&child.wait_with_output().unwrap());
    assert_eq!(read.status, Some(0), "{}", read.err);
    assert!(run(folder.path(), &["documents", "c.isnad"]).out.contains("\tstdin\t"));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    crate::reports::write(&at.join("reports"), 6, 60, 2);
    assert_eq!(run(at, &["read", "reports", "--case", "c.isnad"]).status, Some(0));
    let mut child = isnad()
        .current_dir(at)
        .args(["claims", "c.isnad", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ended = said(&child.wait_with_output().unwrap());
    assert_eq!((ended.status, ended.err.as_str()), (Some(0), ""));
}

#[test]
fn the_demo_reads_what_the_program_carries() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let demo = run(at, &["demo", "--case", "demo.isnad", "--no-serve"]);
    assert_eq!(demo.status, Some(0), "{}", demo.err);
    let events: Vec<Value> =
        run(at, &["events", "demo.isnad", "--json"]).out.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert!(events.iter().any(|e| e["documents"].as_u64() > Some(1)), "some events are told by several reports");
    assert_eq!(run(at, &["verify", "demo.isnad"]).status, Some(0));

    let rows = |args: &[&str]| -> Vec<Value> {
        run(at, args).out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    // The paper that reprints the agency is no second origin, and its claims are shown to come from the agency.
    let copied = rows(&["events", "demo.isnad", "--echo", "--json", "--limit", "1000"]);
    let copied: Vec<&Value> = copied.iter().flat_map(|of| of["echoes"].as_array().unwrap()).collect();
    let of = |echo: &&&Value| {
        let file = |claim: &str| echo[claim]["file"].as_str().unwrap_or_default().to_string();
        echo["by"] == "copy" && file("from").contains("kestrel") && file("claim").contains("harbour-gazette")
    };
    assert!(copied.iter().filter(of).count() >= 3, "{copied:#?}");
    for echo in copied.iter().filter(of) {
        let event = events.iter().find(|event| event["id"] == echo["claim"]["events"][0]);
        assert!(event.is_none_or(|event| event["origins_certain"] == 1), "{event:#?}");
    }
    // The figure that the agency takes back is told as such, beside the report that had it first.
    let tolls = rows(&["events", "demo.isnad", "--figures", "--json", "--limit", "1000"]);
    let figures =
        tolls.iter().flat_map(|of| of["tolls"].as_array().unwrap()).flat_map(|t| t["figures"].as_array().unwrap());
    let withdrawn: Vec<&Value> =
        figures.filter(|figure| figure["at_least"] == 2000.0 && figure["stand"] == "revised").collect();
    let files: Vec<&str> = withdrawn.iter().filter_map(|figure| figure["claim"]["file"].as_str()).collect();
    assert_eq!(files, ["georgia-2008-08-12-kestrel.txt", "georgia-2008-12-24-kestrel-correction.txt"]);
    // The denial stands against what it denies, and Monday against Tuesday.
    let disputes = rows(&["disputes", "demo.isnad", "--json", "--limit", "1000"]);
    let quotes = |dispute: &Value, says: &str| -> Vec<String> {
        let sides = dispute["sides"].as_array().unwrap().iter().filter(|side| side["says"] == says);
        let claims = sides.flat_map(|side| side["claims"].as_array().unwrap());
        claims.map(|claim| claim["quote"].as_str().unwrap_or_default().to_string()).collect()
    };
    let denied = |dispute: &Value| {
        quotes(dispute, "not there").iter().any(|quote| quote.contains("entered the Georgian city of Gori"))
            && quotes(dispute, "there").iter().any(|quote| quote.contains("had captured Gori"))
    };
    assert!(disputes.iter().any(denied), "{disputes:#?}");
    let fall = |dispute: &Value| {
        dispute["kind"] == "date"
            && quotes(dispute, "2014-06-09").iter().any(|quote| quote.contains("on Monday"))
            && quotes(dispute, "2014-06-10").iter().any(|quote| quote.contains("on Tuesday"))
    };
    assert!(disputes.iter().any(fall), "{disputes:#?}");
}

#[test]
fn the_version_names_licences_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let version = run(folder.path(), &["--version"]);
    assert_eq!(version.out, format!("isnad {}\n", env!("CARGO_PKG_VERSION")));
    let whole = run(folder.path(), &["--version", "--verbose"]);
    assert!(whole.out.starts_with(&version.out));
    for part in ["Apache License", "ExplosionAI", "LICENSES_SOURCES", "GeoNames", "Creative Commons Attribution 4.0"] {
        assert!(whole.out.contains(part), "{part} is not named");
    }
    assert_eq!(run(folder.path(), &["about"]).out, whole.out);
}
