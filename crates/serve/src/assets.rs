//! Which bytes of the built web app answer a request?
//!
//! `build.rs` puts every file of `web/dist` into the binary, text compressed. Files under `assets/` carry a hash of their
//! content in their names and may be kept for ever; the few others are asked for again each time.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use std::io::Read;

/// A file of the web app.
pub(crate) struct File {
    /// Path below `dist`: `"assets/index-x1y2.js"`.
    name: &'static str,
    /// True when `bytes` are gzip.
    packed: bool,
    bytes: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The file with this path below `dist`.
pub(crate) fn find(name: &str) -> Option<&'static File> {
    FILES.binary_search_by(|file| file.name.cmp(name)).ok().map(|index| &FILES[index])
}

/// The answer that hands `file` over with `status`; unpacked for a client that does not take gzip.
pub(crate) fn answer(file: &'static File, status: StatusCode, asked: &HeaderMap) -> Response<Body> {
    let takes_gzip = asked
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .any(|value| value.split(',').any(|coding| coding.trim().split(';').next() == Some("gzip")));
    let mut response = if takes_gzip || !file.packed {
        Response::new(Body::from(file.bytes))
    } else {
        match plain(file) {
            Some(bytes) => Response::new(Body::from(bytes)),
            None => return internal(),
        }
    };
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(file.name)));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if file.packed && takes_gzip {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    let kept = if file.name.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    response
}

/// The bytes of a file, unpacked; `None` when they are damaged.
pub(crate) fn plain(file: &File) -> Option<Vec<u8>> {
    if !file.packed {
        return Some(file.bytes.to_vec());
    }
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(file.bytes).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

fn internal() -> Response<Body> {
    let mut response = Response::new(Body::from("a file of the web app is damaged: install Isnad again"));
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
