//! What is asked, who is a source, and what lies where on the axis of time.

use crate::site::{address, get, json};
use axum::http::StatusCode;
use serde_json::Value;

async fn ask(question: &str) -> Value {
    json(&format!("/api/ask?q={}", address(question))).await
}

fn rows(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

#[tokio::test]
async fn figures_stand_side_by_side_with_who_says_them() {
    let reply = ask("How many soldiers were killed near Lindow?").await;
    assert_eq!((reply["found"].clone(), reply["asks"].clone()), (true.into(), "how many".into()));
    let group = &reply["groups"][0];
    let says: Vec<&str> = rows(&group["values"]).iter().map(|value| value["says"].as_str().unwrap()).collect();
    assert_eq!(says, ["6", "at least 5", "at most 3"]);
    // The agency and its copy are one origin.
    let six = &group["values"][0];
    assert_eq!((six["claims"].as_array().unwrap().len(), six["origins_certain"].clone()), (2, 1.into()));
    assert_eq!(group["clashes"][0]["kind"], "number");
    for value in rows(&group["values"]) {
        for claim in rows(&value["claims"]) {
            assert_eq!(json(&format!("/api/claims/{}", claim["id"].as_str().unwrap())).await["claim"], *claim);
        }
    }
}

#[tokio::test]
async fn a_denial_is_told_apart_from_what_is_said() {
    let reply = ask("Did the Kestrin Front attack the convoy?").await;
    let statuses: Vec<&str> =
        rows(&reply["groups"]).iter().map(|g| g["values"][0]["status"].as_str().unwrap()).collect();
    assert_eq!(statuses, ["denied"]);
}

#[tokio::test]
async fn what_is_not_said_is_not_made_up() {
    let reply = ask("Who captured Bellwick?").await;
    assert_eq!((reply["found"].clone(), rows(&reply["groups"]).len()), (false.into(), 0));
    assert_eq!(reply["notes"][0], "The record knows no place called “Bellwick”.");
    assert_eq!(reply["parts"][0]["found"], false);
    let reply = ask("Who besieged Lindow?").await;
    assert_eq!(reply["found"], false);
    assert_eq!(
        reply["notes"][0],
        "The record knows “Lindow”, but no claim of the type siege that answers speaks of it."
    );
    assert!(rows(&reply["passages"]).iter().all(|passage| passage["words"].as_str().unwrap().contains("Lindow")));
    assert_eq!(get("/api/ask").await.status, StatusCode::BAD_REQUEST);
    assert_eq!(get(&format!("/api/ask?q={}", "a".repeat(501))).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_source_is_shown_as_an_author() {
    let list = json("/api/sources?limit=1000").await;
    for row in rows(&list["rows"]) {
        let Some(key) = row["entity"].as_str().or(row["name"].as_str()) else { continue };
        let page = json(&format!("/api/sources/{}", address(key))).await;
        let said: u64 = rows(&page["says"]).iter().map(|row| row["claims"].as_u64().unwrap()).sum();
        assert!(said >= page["claims"].as_u64().unwrap(), "{key}");
        assert_eq!(page["claims"], json(&format!("/api/claims?source={}", address(key))).await["total"], "{key}");
        for row in rows(&page["says"]) {
            let of = format!("/api/claims?source={}&type={}", address(key), row["type"].as_str().unwrap());
            assert!(json(&of).await["total"].as_u64() >= row["claims"].as_u64(), "{key}: {row}");
        }
    }
    let agency = json("/api/sources/Harbour%20Agency").await;
    assert_eq!(agency["articles"], 1);
    let names = |list: &str| -> Vec<String> {
        rows(&agency[list]).iter().map(|tie| tie["name"].as_str().unwrap_or("nobody").to_string()).collect()
    };
    assert_eq!(names("taken_by"), ["Ostrel Courier"]);
    assert!(names("takes_from").contains(&"Ministry of Defence of Velmark".to_string()), "{:?}", names("takes_from"));
    assert_eq!(agency["copies"][0]["other_outlet"], "Lakes Today");
    let front = json("/api/sources/Kestrin%20Front").await;
    assert!(rows(&front["says"]).iter().any(|row| row["stance"] == "denies"), "{}", front["says"]);
    assert!(!rows(&front["disputes"]).is_empty());
}

#[tokio::test]
async fn the_timeline_holds_the_events_that_have_a_day() {
    let line = json("/api/timeline").await;
    let all = json("/api/events?limit=1000").await;
    let dated = rows(&all["rows"]).iter().filter(|event| !event["earliest"].is_null()).count();
    assert_eq!(line["total"], all["total"]);
    assert_eq!(rows(&line["rows"]).len(), dated);
    assert_eq!(line["undated"].as_u64().unwrap(), all["total"].as_u64().unwrap() - dated as u64);
    let days: Vec<&str> = rows(&line["rows"]).iter().map(|row| row["earliest"].as_str().unwrap()).collect();
    assert!(days.is_sorted(), "{days:?}");
    let few = json("/api/timeline?from=2031-03-04&to=2031-03-04").await;
    assert!(rows(&few["rows"]).iter().all(|row| row["earliest"].as_str() <= Some("2031-03-04")));
    assert!(rows(&few["rows"]).len() < dated);
    for row in rows(&line["rows"]) {
        let event = json(&format!("/api/events/{}", row["id"].as_str().unwrap())).await;
        assert_eq!((&event["event"]["actors"], &event["event"]["places"]), (&row["actors"], &row["places"]));
    }
}
