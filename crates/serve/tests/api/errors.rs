//! One shape for every error, whatever was asked:
//! `{"error": {"code": "…", "expected": "…", "found": "…", "todo": "…"}}`.

use crate::site::{Reply, get, send};
use axum::body::Body;
use axum::http::{Request, StatusCode};

fn check(reply: &Reply, status: StatusCode, code: &str) {
    assert_eq!(reply.status, status, "{}", String::from_utf8_lossy(&reply.body));
    assert_eq!(reply.header("content-type"), "application/json");
    let body = reply.json();
    let error = body["error"].as_object().expect("an error");
    assert_eq!(body.as_object().unwrap().len(), 1);
    assert_eq!(error.keys().collect::<Vec<_>>(), ["code", "expected", "found", "todo"]);
    assert_eq!(error["code"], code);
    for (name, words) in error {
        assert!(!words.as_str().unwrap().is_empty(), "{name} says nothing");
    }
}

#[tokio::test]
async fn an_id_that_is_not_there() {
    for path in ["documents", "claims", "events", "actors", "places", "sources"] {
        check(&get(&format!("/api/{path}/0000000000000000")).await, StatusCode::NOT_FOUND, "not_found");
    }
}

#[tokio::test]
async fn a_claim_that_cannot_be_explained() {
    check(&get("/api/claims/0000000000000000/explanation").await, StatusCode::NOT_FOUND, "not_found");
    let talks = crate::site::ids("/api/claims?type=agree").await;
    let reply = get(&format!("/api/claims/{}/explanation", talks[0])).await;
    check(&reply, StatusCode::CONFLICT, "no_explanation");
    assert!(reply.json()["error"]["found"].as_str().unwrap().contains("another version"));
}

#[tokio::test]
async fn an_address_that_is_not_there() {
    for path in ["/api", "/api/", "/api/rumours", "/api/documents/a/b", "/api/claims/%ff"] {
        check(&get(path).await, StatusCode::NOT_FOUND, "not_found");
    }
}

#[tokio::test]
async fn a_parameter_that_is_not_understood() {
    for query in [
        "documents?sort=colour",
        "documents?problems=perhaps",
        "claims?kind=rumour",
        "claims?type=event",
        "claims?from=yesterday",
        "claims?limit=0",
        "claims?limit=1001",
        "claims?offset=-1",
        "claims?actor=a&actor=b",
        "claims?plase=Lindow",
        "events?min_origins=many",
        "sources?kind=outlet",
        "actors?kind=rumour",
        "places?class=sea",
        "overview?q=x",
        "about?q=x",
        "documents/0000000000000000?q=x",
    ] {
        check(&get(&format!("/api/{query}")).await, StatusCode::BAD_REQUEST, "bad_parameter");
    }
}

#[tokio::test]
async fn a_method_that_writes() {
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"] {
        let request = Request::builder().method(method).uri("/api/claims").header("host", "127.0.0.1:4848");
        check(&send(request.body(Body::empty()).unwrap()).await, StatusCode::METHOD_NOT_ALLOWED, "method");
    }
}

#[tokio::test]
async fn a_host_that_is_not_this_one() {
    for (path, host) in
        [("/", "attacker.example"), ("/api/overview", "127.0.0.1.attacker.example:4848"), ("/theme.js", "")]
    {
        let request = Request::builder().uri(path).header("host", host).body(Body::empty()).unwrap();
        check(&send(request).await, StatusCode::MISDIRECTED_REQUEST, "bad_host");
    }
    let none = Request::builder().uri("/api/overview").body(Body::empty()).unwrap();
    check(&send(none).await, StatusCode::MISDIRECTED_REQUEST, "bad_host");
}

#[tokio::test]
async fn what_a_client_sent_is_not_shown_back_at_any_length() {
    let reply = get(&format!("/api/claims/{}", "x".repeat(5000))).await;
    check(&reply, StatusCode::NOT_FOUND, "not_found");
    assert!(reply.body.len() < 600);
}

#[test]
fn an_address_that_others_can_reach_is_refused_unless_allowed() {
    let options = serve::Options { address: "0.0.0.0:0".parse().unwrap(), ..serve::Options::default() };
    let refused = serve::run("none.isnad".as_ref(), options, |_| panic!("it must not listen")).unwrap_err();
    assert!(refused.to_string().contains("0.0.0.0:0") && refused.to_string().contains("--allow-remote"), "{refused}");
}

#[test]
fn a_case_that_is_not_there_is_named() {
    let missing =
        serve::run("none.isnad".as_ref(), serve::Options::default(), |_| panic!("it must not listen")).unwrap_err();
    assert!(missing.to_string().contains("none.isnad"), "{missing}");
}

#[test]
fn an_address_in_use_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.isnad");
    case::Case::open_or_create(&path).unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap();
    let options = serve::Options { address, ..serve::Options::default() };
    let refused = serve::run(&path, options, |_| panic!("it must not listen")).unwrap_err();
    assert!(refused.to_string().contains(&address.to_string()), "{refused}");
}
