//! Every answer forbids what our pages do not need.

use crate::site::{Reply, get, send};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use std::io::Read;

fn check(path: &str, reply: &Reply) {
    let policy = reply.header("content-security-policy");
    assert_eq!(policy, serve::CONTENT_SECURITY_POLICY, "{path}");
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("x-frame-options", "DENY"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(reply.header(name), value, "{path}: {name}");
    }
    assert!(!reply.headers.contains_key("access-control-allow-origin"), "{path}");
}

/// The script and the sheet that the page loads.
async fn assets() -> Vec<String> {
    let page = String::from_utf8(get("/").await.body).unwrap();
    let found: Vec<String> = page.split('"').filter(|word| word.starts_with("/assets/")).map(str::to_owned).collect();
    assert!(found.iter().any(|path| path.ends_with(".js")) && found.iter().any(|path| path.ends_with(".css")));
    found
}

#[tokio::test]
async fn pages_data_files_and_errors_carry_the_same_headers() {
    let mut paths = vec!["/".to_owned(), "/claims".into(), "/nowhere".into(), "/theme.js".into(), "/icon.svg".into()];
    paths.extend([
        "/api/overview".into(),
        "/api/claims/none".into(),
        "/api/claims?limit=x".into(),
        "/api/nowhere".into(),
    ]);
    paths.extend(assets().await);
    for path in paths {
        check(&path, &get(&path).await);
    }
    let strange = Request::builder().uri("/").header("host", "attacker.example").body(Body::empty()).unwrap();
    check("/ of a strange host", &send(strange).await);
}

#[test]
fn the_policy_allows_files_of_this_server_only() {
    let policy = serve::CONTENT_SECURITY_POLICY;
    for rule in [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    ] {
        assert!(policy.split("; ").any(|part| part == rule), "{rule}");
    }
    assert!(!policy.contains("unsafe") && !policy.contains('*') && !policy.contains("http"));
}

#[tokio::test]
async fn hashed_files_are_kept_and_others_asked_for_again() {
    for path in assets().await {
        assert_eq!(get(&path).await.header("cache-control"), "public, max-age=31536000, immutable", "{path}");
    }
    for path in ["/", "/documents/x", "/theme.js", "/api/overview"] {
        assert_eq!(get(path).await.header("cache-control"), "no-cache", "{path}");
    }
    assert_eq!(get("/api/claims/none").await.header("cache-control"), "no-store");
}

#[tokio::test]
async fn files_come_packed_to_those_who_can_unpack_them() {
    for path in assets().await {
        let plain = get(&path).await;
        assert_eq!(plain.header("content-encoding"), "");
        let request =
            Request::builder().uri(&path).header("host", "localhost").header("accept-encoding", "br, gzip;q=0.8");
        let packed = send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(packed.header("content-encoding"), "gzip", "{path}");
        assert!(packed.body.len() < plain.body.len());
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(&packed.body[..]).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, plain.body, "{path}");
    }
}

#[tokio::test]
async fn a_head_request_tells_without_a_body() {
    for path in ["/", "/api/overview"] {
        let request =
            Request::builder().method("HEAD").uri(path).header("host", "localhost").body(Body::empty()).unwrap();
        let reply = send(request).await;
        assert_eq!((reply.status, reply.body.len()), (StatusCode::OK, 0), "{path}");
    }
}
