//! What the program answers about its own demo reports, and what it does not.

use crate::run::run;
use serde_json::Value;
use std::path::Path;
use std::sync::OnceLock;
use tempfile::TempDir;

/// A folder with `demo.isnad`, made once.
fn demo() -> &'static Path {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let made = run(folder.path(), &["demo", "--case", "demo.isnad", "--no-serve"]);
        assert_eq!(made.status, Some(0), "{}", made.err);
        folder
    });
    folder.path()
}

fn ask(question: &str) -> Value {
    let said = run(demo(), &["ask", "demo.isnad", question, "--json"]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    serde_json::from_str(&said.out).unwrap()
}

/// Every answer with its status, and an outlet that carries it.
fn values(reply: &Value) -> Vec<(String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
    let groups = reply["groups"].as_array().unwrap().iter();
    let values = groups.flat_map(|group| group["values"].as_array().unwrap());
    values.map(|v| (text(&v["says"]), text(&v["status"]), text(&v["claims"][0]["outlet"]))).collect()
}

/// The answers hold this one, with this status, from this outlet.
fn answers(question: &str, says: &str, status: &str, outlet: &str) {
    let reply = ask(question);
    assert_eq!(reply["found"], true, "{question}: {}", reply["notes"]);
    let found = values(&reply);
    let wanted = (says.to_string(), status.to_string(), outlet.to_string());
    assert!(found.contains(&wanted), "{question}: expected {wanted:?}, found {found:#?}");
    // Each claim of an answer stands in the case, and its quote in its report.
    for group in reply["groups"].as_array().unwrap() {
        for claim in group["values"].as_array().unwrap().iter().flat_map(|value| value["claims"].as_array().unwrap()) {
            assert_eq!(claim["id"].as_str().unwrap().len(), 16);
            assert!(!claim["quote"].as_str().unwrap().is_empty());
        }
    }
}

const SO: &str = "said to be so";

#[test]
fn who_and_whom() {
    answers("Who controls Mosul?", "gunmen", SO, "Two Rivers News");
    answers("Who captured Mosul?", "Islamic State", SO, "Kestrel News");
    answers("Who leads the FARC?", "Rodrigo Londoño", SO, "Government of Colombia and FARC");
    answers("Who is the commander of the FARC?", "Rodrigo Londoño", SO, "Government of Colombia and FARC");
    answers("Who destroyed the mosque?", "United States", SO, "Kestrel News");
    answers("Who destroyed the mosque?", "militants", SO, "Kestrel News");
}

#[test]
fn where_and_when() {
    answers("Where did the Security Council meet?", "New York", SO, "Kestrel News");
    answers("Which city did Kurdish forces take over?", "Kirkuk", SO, "Harbour Gazette");
    answers("When was Mosul captured?", "2014-06-10", SO, "Kestrel News");
    answers("When did the battle begin?", "2016-10-17", SO, "Kestrel News");
    // Two days for one happening stand side by side.
    answers("When was Mosul captured?", "2014-06-09", SO, "Harbour Gazette");
}

#[test]
fn how_many() {
    answers("How many people were killed in Tskhinvali?", "2000", SO, "Kestrel News");
    answers("How many people were killed in Tskhinvali?", "44", SO, "Kestrel News");
    answers("How many people fled Mosul?", "500000", SO, "Harbour Gazette");
    answers("How many Russian peacekeepers were killed?", "at least 10", SO, "Kestrel News");
}

#[test]
fn yes_and_no_with_denials_and_forecasts_told_apart() {
    answers("Did Russia bomb Gori?", SO, SO, "Kestrel News");
    answers("Did Russian troops enter Gori?", "denied", "denied", "Kestrel News");
    // Who denies it does not stand alone: others say that the town was taken.
    answers("Did Russian troops enter Gori?", SO, SO, "Kestrel News");
    answers("Did Baghdad fall?", "not expected", "not expected", "The Meridian Review");
    answers("Did Iran support Baghdad?", "planned or expected", "planned or expected", "Harbour Gazette");
}

#[test]
fn according_to_whom_and_what_somebody_said() {
    answers("According to whom were 44 people killed in Tskhinvali?", "doctors", SO, "Kestrel News");
    answers("According to whom did Russia bomb Gori?", "Georgia", SO, "Kestrel News");
    let denied = "Who denied that the army was ordered to withdraw?";
    answers(denied, "spokesman of the Iraqi defence ministry", "denied", "Kestrel News");
    answers("What did Santos say about peace?", "Judgement: peace", SO, "Two Shores");
    answers("What happened in Kirkuk?", "Capture: Peshmerga, Kirkuk", SO, "Harbour Gazette");
}

#[test]
fn what_the_record_does_not_say() {
    for (question, note) in [
        ("Who bombed Damascus?", "The record knows nobody, nothing and no place called “Damascus”."),
        ("What did Anton Brek say about Mosul?", "The record has nothing from a source called “Anton Brek”."),
        ("Did Norway bomb Mosul?", "The record knows “Norway” and “Mosul”, but no claim"),
        (
            "Who captured Raqqa?",
            "The record knows “Raqqa”, but no claim of the type capture that answers speaks of it.",
        ),
        ("How many people were killed in Kirkuk?", "The record knows “Kirkuk”, but no claim of the type casualties"),
        ("Hello", "The question names nobody"),
    ] {
        let reply = ask(question);
        assert_eq!(
            (reply["found"].clone(), values(&reply).len()),
            (false.into(), 0),
            "{question}: {:#?}",
            values(&reply)
        );
        let notes = reply["notes"].to_string();
        assert!(reply["notes"].as_array().unwrap().iter().any(|n| n.as_str().unwrap().starts_with(note)), "{notes}");
    }
}

#[test]
fn an_answer_is_the_same_each_time_and_reads_well() {
    let question = "When was Mosul captured?";
    let one = run(demo(), &["ask", "demo.isnad", question]);
    assert_eq!(one.out, run(demo(), &["ask", "demo.isnad", question]).out);
    let lines: Vec<&str> = one.out.lines().collect();
    assert!(lines[0].starts_with("Asked: when · capture · “Mosul” = Mosul"), "{}", one.out);
    assert!(one.out.contains("\n  2014-06-10 · said to be so · "), "{}", one.out);
    assert!(one.out.contains("Kestrel News, 2014-06-10: “ISIS captured Mosul on Tuesday"), "{}", one.out);
    let refused = run(demo(), &["ask", "demo.isnad", "Who bombed Damascus?"]);
    assert_eq!(
        refused.out.lines().take(3).collect::<Vec<_>>(),
        [
            "Asked: who · strike · “Damascus” = not in the record",
            "The record does not say.",
            "  The record knows nobody, nothing and no place called “Damascus”.",
        ]
    );
}

#[test]
fn a_source_is_listed_and_shown_as_an_author() {
    let list = run(demo(), &["sources", "demo.isnad", "--json"]);
    let rows: Vec<Value> = list.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(rows.iter().any(|row| row["name"] == "Kestrel News"), "{}", list.out);
    let shown = run(demo(), &["sources", "demo.isnad", "Kestrel News"]);
    assert_eq!(shown.status, Some(0), "{}", shown.err);
    for part in [
        "What it said",
        "What its articles say in their own voice",
        "From whom it has it",
        "Who has it from there",
        "Harbour Gazette",
    ] {
        assert!(shown.out.contains(part), "{part}: {}", shown.out);
    }
    let page: Value =
        serde_json::from_str(&run(demo(), &["sources", "demo.isnad", "Kestrel News", "--json"]).out).unwrap();
    assert!(page["articles"].as_u64() >= Some(4) && page["claims"].as_u64() >= Some(4), "{page}");
    let none = run(demo(), &["sources", "demo.isnad", "Norlandic Gazette"]);
    assert_eq!(none.status, Some(2));
    assert!(none.err.contains("found none called “Norlandic Gazette”"), "{}", none.err);
}

#[test]
fn the_timeline_stands_in_lanes_by_actor_or_by_place() {
    let places = run(demo(), &["timeline", "demo.isnad", "--by", "place", "--kind", "event"]);
    assert_eq!(places.status, Some(0), "{}", places.err);
    let lines: Vec<Vec<&str>> = places.out.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    let mosul: Vec<&str> = lines.iter().filter(|line| line[0] == "Mosul").map(|line| line[1]).collect();
    assert!(mosul.len() > 1 && mosul.is_sorted(), "{mosul:?}");
    assert_eq!(lines.last().unwrap()[0], "not stated");
    assert!(places.err.contains("have no day"), "{}", places.err);
    let ahead = run(demo(), &["timeline", "demo.isnad", "--actor", "Iraqi Army"]);
    let marked: Vec<&str> = ahead.out.lines().filter(|line| line.contains("\tahead\t")).collect();
    assert!(marked.iter().any(|line| line.contains("will not retake Mosul")), "{}", ahead.out);
}
