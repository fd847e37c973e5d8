//! Pages have twins, numbers agree with the rows behind them, and text arrives whole and as text.

use crate::invented::HOSTILE;
use crate::site::{address, addresses, get, json};
use axum::http::StatusCode;
use serde_json::Value;

fn rows(page: &Value) -> &Vec<Value> {
    page["rows"].as_array().unwrap()
}

#[tokio::test]
async fn every_list_and_every_row_of_the_api_is_a_page() {
    let shell = get("/").await;
    assert!(String::from_utf8(shell.body.clone()).unwrap().contains("<div id=\"app\">"));
    for (_, twin) in addresses().await {
        let page = match twin.strip_prefix("/api").unwrap() {
            "/overview" => "/",
            "/openapi.json" | "/facets" => continue,
            // Asked for by the pages of claims when somebody wants to know.
            path if path.ends_with("/explanation") || path.ends_with("/mentions") => continue,
            path => path,
        };
        let reply = get(page).await;
        assert_eq!(
            (reply.status, reply.header("content-type")),
            (StatusCode::OK, "text/html; charset=utf-8"),
            "{page}"
        );
        assert_eq!(reply.body, shell.body, "{page}: what a page shows comes from its twin alone");
    }
    let nowhere = get("/rumours").await;
    assert_eq!((nowhere.status, nowhere.body), (StatusCode::NOT_FOUND, shell.body));
}

#[tokio::test]
async fn segments_join_to_the_text_and_marks_to_the_words_of_claims() {
    let mut seen = 0;
    for row in rows(&json("/api/documents").await) {
        let page = json(&format!("/api/documents/{}", row["id"].as_str().unwrap())).await;
        let segments: Vec<&Value> =
            page["blocks"].as_array().unwrap().iter().flat_map(|b| b["segments"].as_array().unwrap()).collect();
        let marked = |claim: &Value, role: &str| -> String {
            let is_marked = |s: &&&Value| {
                s["marks"].as_array().unwrap().iter().any(|m| m["claim"] == claim["id"] && m["role"] == role)
            };
            segments.iter().filter(is_marked).map(|s| s["text"].as_str().unwrap()).collect()
        };
        for claim in page["claims"].as_array().unwrap() {
            assert_eq!(marked(claim, "quote"), claim["quote"].as_str().unwrap());
            assert_eq!(marked(claim, "trigger"), claim["trigger"]["words"].as_str().unwrap());
            if let [one] = &claim["actor"].as_array().unwrap()[..] {
                assert_eq!(marked(claim, "actor"), one["words"].as_str().unwrap());
            }
            seen += 1;
        }
    }
    assert_eq!(seen, json("/api/overview").await["figures"]["claims"]);
}

#[tokio::test]
async fn text_that_is_no_article_comes_with_its_reason() {
    let courier = json("/api/documents?q=convoy").await["rows"][0]["id"].as_str().unwrap().to_owned();
    let page = json(&format!("/api/documents/{courier}")).await;
    let blocks = page["blocks"].as_array().unwrap();
    let asides: Vec<&str> =
        blocks.iter().filter(|b| b["article"].is_null()).map(|b| b["reason"].as_str().unwrap()).collect();
    assert_eq!(asides, ["navigation", "offer", "tags", "comment"]);
    assert!(blocks.iter().filter(|b| b["article"].is_number()).all(|b| b["reason"].is_null()));
    assert_eq!(page["previous"], Value::Null);
    let next = json(&format!("/api/documents/{}", page["next"].as_str().unwrap())).await;
    assert_eq!(next["previous"], courier.as_str());
}

#[tokio::test]
async fn hostile_text_is_data() {
    let found = json("/api/claims?type=strike").await;
    let claim = &rows(&found)[0];
    assert!(claim["quote"].as_str().unwrap().starts_with(HOSTILE));
    assert_eq!(claim["target"][0]["entity"]["name"], HOSTILE);
    for path in ["/api/claims?type=strike".to_owned(), format!("/documents/{}", claim["document"].as_str().unwrap())] {
        let reply = get(&path).await;
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        let is_page = reply.header("content-type").starts_with("text/html");
        assert!(!is_page || !String::from_utf8(reply.body).unwrap().contains("owned"), "{path}");
    }
}

#[tokio::test]
async fn each_count_is_the_number_of_its_rows() {
    let overview = json("/api/overview").await;
    let figures = &overview["figures"];
    let total = async |path: &str| json(path).await["total"].clone();
    assert_eq!(figures["documents"], total("/api/documents").await);
    assert_eq!(figures["claims"], total("/api/claims").await);
    assert_eq!(figures["events"], total("/api/events").await);
    assert_eq!(overview["sources"], total("/api/sources").await);
    assert_eq!(figures["events_with_two_origins"], total("/api/events?min_origins=2").await);
    let problems = figures["problems"].as_u64().unwrap() + figures["refused"].as_u64().unwrap();
    assert_eq!(total("/api/problems").await, problems);
    for row in figures["claims_by_type"].as_array().unwrap() {
        assert_eq!(row["count"], total(&format!("/api/claims?type={}", row["name"].as_str().unwrap())).await, "{row}");
    }
    let facets = json("/api/facets").await;
    for name in ["kind", "type", "modality", "polarity", "actor", "target", "place", "source"] {
        let facet = facets[name].as_array().unwrap();
        assert!(!facet.is_empty(), "{name}");
        for row in facet.iter().filter(|row| row["name"].as_str().unwrap().is_ascii()) {
            let value: String = row["name"].as_str().unwrap().bytes().map(|b| format!("%{b:02x}")).collect();
            let found = total(&format!("/api/claims?{name}={value}")).await;
            // A name is found inside longer names too.
            assert!(found.as_u64() >= row["count"].as_u64(), "{name}: {row}, found {found}");
        }
    }
}

#[tokio::test]
async fn lists_are_paged_sorted_and_filtered() {
    let all = json("/api/claims?limit=1000").await;
    let page = json("/api/claims?offset=5&limit=3").await;
    assert_eq!((page["total"].clone(), page["offset"].clone()), (all["total"].clone(), 5.into()));
    assert_eq!(rows(&page)[..], rows(&all)[5..8]);
    let turned = json("/api/claims?sort=-text&limit=1000").await;
    assert_eq!(rows(&turned).iter().rev().collect::<Vec<_>>(), rows(&all).iter().collect::<Vec<_>>());
    let days: Vec<String> = rows(&json("/api/claims?sort=time").await)
        .iter()
        .filter_map(|row| row["time"]["earliest"].as_str().map(str::to_owned))
        .collect();
    assert!(days.len() > 3 && days.is_sorted(), "{days:?}");
    for row in rows(&json("/api/claims?source=Harbour%20Agency&modality=fact&q=soldiers").await) {
        assert_eq!(row["modality"], "fact");
        assert!(row["quote"].as_str().unwrap().contains("soldiers"));
    }
    let documents = json("/api/documents?sort=-claims").await;
    let counts: Vec<u64> = rows(&documents).iter().map(|row| row["claims"].as_u64().unwrap()).collect();
    assert!(counts[0] > 5 && counts.iter().rev().is_sorted(), "{counts:?}");
    assert_eq!(rows(&json("/api/documents?problems=true").await).len(), 2);
}

#[tokio::test]
async fn an_event_shows_its_claims_by_origin() {
    let events = json("/api/events").await;
    let first = &rows(&events)[0];
    assert_eq!((first["origins_certain"].clone(), first["origins_possible"].clone()), (2.into(), 3.into()));
    let page = json(&format!("/api/events/{}", first["id"].as_str().unwrap())).await;
    let names: Vec<&str> = page["origins"].as_array().unwrap().iter().map(|o| o["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Kestrin Front", "Ministry of Defence of Velmark", "a source close to the Northern Guard"]);
    let told: usize = page["origins"].as_array().unwrap().iter().map(|o| o["claims"].as_array().unwrap().len()).sum();
    assert_eq!(told as u64, first["claims"].as_u64().unwrap());
    let claim = json(&format!("/api/claims/{}", first["claim"].as_str().unwrap())).await;
    assert_eq!(claim["events"][0]["id"], first["id"]);
    let block: String =
        claim["block"]["segments"].as_array().unwrap().iter().map(|s| s["text"].as_str().unwrap()).collect();
    assert!(block.contains(first["quote"].as_str().unwrap()));
}

#[tokio::test]
async fn each_number_of_an_actor_opens_its_claims_and_mentions() {
    let total = async |path: &str| json(path).await["total"].as_u64().unwrap();
    let mut relations = 0;
    for row in rows(&json("/api/actors?limit=1000").await) {
        let id = row["id"].as_str().unwrap();
        let page = json(&format!("/api/actors/{id}")).await;
        assert_eq!(page["entity"], *row);
        for (count, role) in [("as_actor", "actor"), ("as_target", "target"), ("as_source", "source")] {
            assert_eq!(row[count], total(&format!("/api/claims?{role}={id}")).await, "{row}");
        }
        for of in page["roles"].as_array().unwrap() {
            let (role, kind) = (of["role"].as_str().unwrap(), of["type"].as_str().unwrap());
            assert_eq!(of["claims"], total(&format!("/api/claims?{role}={id}&type={kind}")).await, "{of}");
        }
        for alias in page["aliases"].as_array().unwrap() {
            let words = address(alias["words"].as_str().unwrap());
            let kind = alias["kind"].as_str().unwrap();
            let found = json(&format!("/api/actors/{id}/mentions?words={words}&kind={kind}")).await;
            assert_eq!(found["total"], alias["mentions"]);
            for at in rows(&found) {
                let (sentence, before) = (at["sentence"].as_str().unwrap(), at["before"].as_u64().unwrap() as usize);
                assert!(sentence[before..].starts_with(at["words"].as_str().unwrap()), "{at}");
            }
        }
        relations += page["relations"].as_array().unwrap().len();
    }
    assert!(relations > 4);
}

#[tokio::test]
async fn a_place_tells_who_is_there_and_lies_on_the_map() {
    let total = async |path: &str| json(path).await["total"].as_u64().unwrap();
    let all = json("/api/places?limit=1000").await;
    for row in rows(&all) {
        let id = address(row["id"].as_str().unwrap());
        let page = json(&format!("/api/places/{id}")).await;
        assert_eq!(page["place"], *row);
        for of in page["claims"].as_array().unwrap() {
            let kind = of["type"].as_str().unwrap();
            assert_eq!(of["claims"], total(&format!("/api/claims?place={id}&type={kind}")).await, "{of}");
        }
    }
    let map = json("/api/map").await;
    let named = |list: &str| map[list].as_array().unwrap().len();
    assert_eq!(named("places") as u64, total("/api/places?located=true").await);
    assert_eq!(named("places") + named("unlocated") + named("described"), rows(&all).len());
    let sizes: Vec<f64> =
        map["places"].as_array().unwrap().iter().map(|place| place["radius_km"].as_f64().unwrap()).collect();
    assert!(sizes.iter().rev().is_sorted(), "{sizes:?}");
    assert!(json("/api/map?type=capture").await["places"].as_array().unwrap().len() < named("places"));
}

#[tokio::test]
async fn what_isnad_is_made_of_is_named_with_its_licence() {
    let about = json("/api/about").await;
    let licences = about["licences"].as_array().unwrap();
    assert!(licences.iter().any(|l| l["name"].as_str().unwrap().contains("source-serif")));
    assert!(licences.iter().all(|l| !l["licence"].as_str().unwrap().is_empty()));
}
