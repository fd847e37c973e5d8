//! A router on an invented case, asked without a network.

use crate::invented;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use serde_json::Value;
use std::sync::OnceLock;
use tempfile::TempDir;
use tower::ServiceExt;

/// What came back.
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&self.body)))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

fn router() -> axum::Router {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        invented::write(&folder.path().join("lakes.isnad"));
        folder
    });
    serve::router(&folder.path().join("lakes.isnad"), invented::options()).unwrap()
}

/// Sends a request as it stands.
pub async fn send(request: Request<Body>) -> Reply {
    let response = router().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
    Reply { status: parts.status, headers: parts.headers, body }
}

/// Asks for an address as a browser on this machine would.
pub async fn get(path: &str) -> Reply {
    send(Request::builder().method(Method::GET).uri(path).header("host", "localhost:4848").body(Body::empty()).unwrap())
        .await
}

/// The JSON of an address that must answer.
pub async fn json(path: &str) -> Value {
    let reply = get(path).await;
    assert_eq!(reply.status, StatusCode::OK, "{path}: {}", String::from_utf8_lossy(&reply.body));
    assert_eq!(reply.header("content-type"), "application/json", "{path}");
    reply.json()
}

/// The ids of all rows of a list.
pub async fn ids(list: &str) -> Vec<String> {
    let joint = if list.contains('?') { '&' } else { '?' };
    let page = json(&format!("{list}{joint}limit=1000")).await;
    page["rows"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

/// Every address of the API that answers on the invented case, with the path it is described under.
pub async fn addresses() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for path in [
        "overview",
        "documents",
        "claims",
        "facets",
        "events",
        "actors",
        "places",
        "map",
        "decisions",
        "disputes",
        "forecasts",
        "relations",
        "sources",
        "timeline",
        "problems",
        "about",
        "openapi.json",
    ] {
        all.push((format!("/api/{path}"), format!("/api/{path}")));
    }
    for list in ["/api/documents", "/api/claims", "/api/events", "/api/actors", "/api/places"] {
        for id in ids(list).await {
            all.push((format!("{list}/{{id}}"), format!("{list}/{}", address(&id))));
        }
    }
    for list in ["/api/actors", "/api/places"] {
        for id in ids(list).await {
            let address = format!("{list}/{}/mentions", address(&id));
            all.push((format!("{list}/{{id}}/mentions"), address));
        }
    }
    for row in json("/api/sources?limit=1000").await["rows"].as_array().unwrap() {
        let key = row["entity"].as_str().or(row["name"].as_str());
        if let Some(key) = key {
            all.push(("/api/sources/{id}".to_string(), format!("/api/sources/{}", address(key))));
        }
    }
    for outlet in ["Ostrel Courier", "Harbour Agency", "Lakes Today"] {
        all.push(("/api/sources/{id}".to_string(), format!("/api/sources/{}", address(outlet))));
    }
    for question in [
        "How many soldiers were killed near Lindow?",
        "Did the Kestrin Front attack the convoy?",
        "Who captured Bellwick?",
        "Who besieged Lindow?",
        "Lindow",
    ] {
        all.push(("/api/ask".to_string(), format!("/api/ask?q={}", address(question))));
    }
    for id in ids("/api/claims?type=casualties").await {
        all.push(("/api/claims/{id}/explanation".to_string(), format!("/api/claims/{id}/explanation")));
    }
    all
}

/// An id as it stands in an address: ids of places hold names.
pub fn address(id: &str) -> String {
    id.bytes()
        .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}
