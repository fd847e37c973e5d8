//! Whom do we answer, and what may our pages do?
//!
//! A page on another site must not be able to read a case through the reader's own browser. Three things stand against
//! it: the host that a request names must be this machine or one the user allowed (a name that an attacker points at
//! 127.0.0.1 is refused), only reading methods exist but for one address that takes decisions, as JSON with a header of
//! ours that no foreign page can send, and every answer carries headers that forbid foreign pages to embed
//! it and our own pages to run or load anything that is not ours. Article text is hostile by assumption.

use crate::error::ApiError;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::IpAddr;
use std::sync::Arc;

/// What our pages may do: run and load what this server hands out, nothing else.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const HEADERS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
];

/// Host names that are answered besides `localhost` and addresses written as numbers.
pub(crate) type Hosts = Arc<[String]>;

/// Refuses foreign hosts and writing methods; sets the headers of every answer, refusals too.
pub(crate) async fn guard(State(hosts): State<Hosts>, request: Request, next: Next) -> Response {
    let mut response = match check(&hosts, &request) {
        Ok(()) => next.run(request).await,
        Err(error) => error.into_response(),
    };
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

fn check(hosts: &[String], request: &Request) -> Result<(), ApiError> {
    let host = match (request.headers().get(header::HOST), request.uri().host()) {
        (Some(value), _) => value.to_str().unwrap_or_default(),
        (None, Some(host)) => host,
        (None, None) => "",
    };
    if !allowed(host, hosts) {
        return Err(ApiError::bad_host(host));
    }
    match *request.method() {
        Method::GET | Method::HEAD => Ok(()),
        Method::POST if request.uri().path() == WRITES => own_page(request, host),
        ref other => Err(ApiError::method(other.as_str())),
    }
}

/// The address that takes what is written.
const WRITES: &str = "/api/decisions";

/// Refuses what a page of another site makes the reader's browser send: such a page can neither set our header nor this
/// media type without asking first, which is not answered, and its browser says where it comes from.
fn own_page(request: &Request, host: &str) -> Result<(), ApiError> {
    let header = |name: &str| request.headers().get(name).map(|value| value.to_str().unwrap_or("?"));
    let origin = header("origin");
    let elsewhere = origin.filter(|origin| origin.split_once("://").is_none_or(|(_, from)| from != host));
    if let Some(origin) = elsewhere {
        return Err(ApiError::foreign(&format!("one sent by {origin}")));
    }
    if header("x-isnad").is_none() || header("content-type") != Some("application/json") {
        return Err(ApiError::foreign("one without them"));
    }
    Ok(())
}

/// True for `localhost`, an address in numbers, or a name of the list; with any port. Rebinding needs a name, so an
/// address in numbers is no danger.
fn allowed(host: &str, hosts: &[String]) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.rsplit_once(':').map_or(host, |(name, _)| name),
    };
    name.eq_ignore_ascii_case("localhost")
        || name.parse::<IpAddr>().is_ok()
        || hosts.iter().any(|known| known.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::allowed;

    #[test]
    fn this_machine_is_answered_and_strange_names_are_not() {
        let hosts = ["desk.example".to_owned()];
        for host in ["localhost", "LOCALHOST:8080", "127.0.0.1:9000", "[::1]:9000", "[::1]", "desk.example:80"] {
            assert!(allowed(host, &hosts), "{host}");
        }
        for host in ["", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "evil.example:127"] {
            assert!(!allowed(host, &hosts), "{host}");
        }
    }
}
