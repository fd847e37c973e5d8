//! Decisions are taken from our own pages only, hold until they are taken back, and leave the rest as it was.

use crate::invented;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode};
use serde_json::{Value, json};
use tempfile::TempDir;
use tower::ServiceExt;

/// A case of its own: these tests write.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        invented::write(&folder.path().join("lakes.isnad"));
        Desk { folder }
    }

    async fn send(&self, request: Request<Body>, options: serve::Options) -> (StatusCode, Value) {
        let router = serve::router(&self.folder.path().join("lakes.isnad"), options).unwrap();
        let response = router.oneshot(request).await.unwrap();
        let status = response.status();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, serde_json::from_slice(&body).unwrap())
    }

    async fn get(&self, path: &str) -> Value {
        let request = Request::builder().uri(path).header("host", "localhost:4848").body(Body::empty()).unwrap();
        let (status, body) = self.send(request, invented::options()).await;
        assert_eq!(status, StatusCode::OK, "{path}: {body}");
        body
    }

    async fn decide(&self, wanted: Value) -> (StatusCode, Value) {
        self.send(post(&[("x-isnad", "1"), ("content-type", "application/json")], &wanted), invented::options()).await
    }

    async fn id(&self, name: &str) -> String {
        let page = self.get(&format!("/api/actors?limit=1000&q={}", crate::site::address(name))).await;
        let row = page["rows"].as_array().unwrap().iter().find(|row| row["name"] == name).unwrap().clone();
        row["id"].as_str().unwrap().to_string()
    }
}

fn post(headers: &[(&str, &str)], body: &Value) -> Request<Body> {
    let request = Request::builder().method(Method::POST).uri("/api/decisions").header("host", "localhost:4848");
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    request.body(Body::from(body.to_string())).unwrap()
}

#[tokio::test]
async fn a_merge_holds_until_it_is_taken_back() {
    let desk = Desk::new();
    let (front, fighters) = (desk.id("Kestrin Front").await, desk.id("gunmen").await);
    let before = desk.get("/api/actors?limit=1000").await;
    let events = desk.get("/api/events?limit=1000").await;
    let merge =
        json!({"what": "merge", "entity": front, "other": fighters, "who": "Ada Lind", "why": "their own word"});
    let (status, made) = desk.decide(merge).await;
    assert_eq!(status, StatusCode::OK, "{made}");
    let decision = &made["decision"];
    assert_eq!((&decision["what"], &decision["in_force"]), (&"merge".into(), &true.into()));
    assert_eq!(decision["entity"]["now"], front.as_str());
    let page = desk.get(&format!("/api/actors/{front}")).await;
    assert!(page["aliases"].as_array().unwrap().iter().any(|alias| alias["words"] == "gunmen"));
    let claims = desk.get(&format!("/api/claims?actor={front}&q=ambushed")).await;
    assert_eq!(claims["rows"][0]["actor"][0]["read_as"]["name"], "gunmen");
    assert_eq!(desk.get("/api/actors?limit=1000").await["total"].as_u64(), before["total"].as_u64().map(|n| n - 1));

    let undo = json!({"what": "undo", "undoes": decision["id"], "who": "Ada Lind", "why": "it was not said so"});
    assert_eq!(desk.decide(undo.clone()).await.0, StatusCode::OK);
    assert_eq!(desk.get("/api/actors?limit=1000").await, before);
    assert_eq!(desk.get("/api/events?limit=1000").await, events);
    let log = desk.get("/api/decisions").await;
    let log: Vec<&str> = log["rows"].as_array().unwrap().iter().map(|row| row["what"].as_str().unwrap()).collect();
    assert_eq!(log, ["undo", "merge"]);
    let (status, refused) = desk.decide(undo).await;
    assert_eq!((status, &refused["error"]["code"]), (StatusCode::CONFLICT, &"no_decision".into()));
}

#[tokio::test]
async fn words_can_be_taken_from_an_actor() {
    let desk = Desk::new();
    let front = desk.id("Kestrin Front").await;
    let split = json!({"what": "split", "entity": front, "name": "fighters of the front", "kind": "group",
        "words": "its fighters", "who": "Ada Lind", "why": "they are not all of it"});
    let (status, made) = desk.decide(split).await;
    assert_eq!(status, StatusCode::OK, "{made}");
    let other = desk.id("fighters of the front").await;
    assert_eq!(desk.get(&format!("/api/claims?actor={other}")).await["total"], 1);
}

#[tokio::test]
async fn what_does_not_come_from_our_own_pages_is_refused() {
    let desk = Desk::new();
    let (front, gunmen) = (desk.id("Kestrin Front").await, desk.id("gunmen").await);
    let merge = json!({"what": "merge", "entity": front, "other": gunmen, "who": "x", "why": "y"});
    let json_type = ("content-type", "application/json");
    for headers in [
        vec![json_type],
        vec![("x-isnad", "1"), ("content-type", "text/plain")],
        vec![("x-isnad", "1"), json_type, ("origin", "http://attacker.example")],
        vec![("x-isnad", "1"), json_type, ("origin", "http://localhost:9999")],
        vec![("x-isnad", "1"), json_type, ("origin", "null")],
    ] {
        let (status, body) = desk.send(post(&headers, &merge), invented::options()).await;
        assert_eq!((status, &body["error"]["code"]), (StatusCode::FORBIDDEN, &"foreign".into()), "{headers:?}");
    }
    let own = [("x-isnad", "1"), json_type, ("origin", "http://localhost:4848")];
    let only_shown = serve::Options::default();
    assert_eq!(desk.send(post(&own, &merge), only_shown).await.0, StatusCode::CONFLICT);
    assert_eq!(desk.decide(json!({"what": "rename"})).await.0, StatusCode::BAD_REQUEST);
    assert_eq!(desk.get("/api/decisions").await["rows"].as_array().unwrap().len(), 0);
    assert_eq!(desk.send(post(&own, &merge), invented::options()).await.0, StatusCode::OK);
}
