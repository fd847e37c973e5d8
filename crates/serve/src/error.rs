//! What does a client get that asked for something we cannot give?
//!
//! One shape for every error, whatever the route:
//! `{"error": {"code": "not_found", "expected": "…", "found": "…", "todo": "…"}}`.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// An answer that says what was expected, what was found and what to do.
#[derive(Debug, Serialize)]
pub(crate) struct ApiError {
    #[serde(skip)]
    status: StatusCode,
    code: &'static str,
    expected: String,
    found: String,
    todo: String,
}

impl ApiError {
    /// Nothing has this id.
    pub(crate) fn not_found(what: &str, id: &str) -> ApiError {
        ApiError {
            status: StatusCode::NOT_FOUND,
            code: "not_found",
            expected: format!("the id of {what} of this case"),
            found: format!("“{}”", shortened(id)),
            todo: "follow a link from a list; an id changes when the text or its reading changes".into(),
        }
    }

    /// There is no such address.
    pub(crate) fn no_route(path: &str) -> ApiError {
        ApiError {
            status: StatusCode::NOT_FOUND,
            code: "not_found",
            expected: "an address of the API".into(),
            found: format!("“{}”", shortened(path)),
            todo: "see /api/openapi.json for all addresses".into(),
        }
    }

    /// A query parameter has a value that is not understood.
    pub(crate) fn bad_parameter(expected: String, found: &str) -> ApiError {
        ApiError {
            status: StatusCode::BAD_REQUEST,
            code: "bad_parameter",
            expected,
            found: format!("“{}”", shortened(found)),
            todo: "correct the parameter or leave it out; see /api/openapi.json".into(),
        }
    }

    /// The request names a host that is not this server's.
    pub(crate) fn bad_host(host: &str) -> ApiError {
        ApiError {
            status: StatusCode::MISDIRECTED_REQUEST,
            code: "bad_host",
            expected: "a request for localhost, for an address in numbers or for a host name allowed at the start"
                .into(),
            found: format!("“{}”", shortened(host)),
            todo: "open the address that `isnad serve` printed".into(),
        }
    }

    /// A method that writes.
    pub(crate) fn method(method: &str) -> ApiError {
        ApiError {
            status: StatusCode::METHOD_NOT_ALLOWED,
            code: "method",
            expected: "GET or HEAD: the case is only read at this address".into(),
            found: shortened(method),
            todo: "ask with GET".into(),
        }
    }

    /// A question cannot be answered.
    pub(crate) fn no_answer(found: &str) -> ApiError {
        ApiError {
            status: StatusCode::CONFLICT,
            code: "no_answer",
            expected: "to read the question".into(),
            found: found.to_owned(),
            todo: "look for words at /claims, or start the server with `isnad serve FILE`".into(),
        }
    }

    /// A claim is there but cannot be explained.
    pub(crate) fn no_explanation(found: &str) -> ApiError {
        ApiError {
            status: StatusCode::CONFLICT,
            code: "no_explanation",
            expected: "to read the claim again, as it stands in the case".into(),
            found: found.to_owned(),
            todo: "run `isnad verify` on the case file, or read the report again with `isnad read --again`".into(),
        }
    }

    /// A decision cannot be made.
    pub(crate) fn no_decision(found: &str) -> ApiError {
        ApiError {
            status: StatusCode::CONFLICT,
            code: "no_decision",
            expected: "a decision that can be made in this case".into(),
            found: found.to_owned(),
            todo: "load the page again and look at the decisions; the program takes them too: isnad help entity".into(),
        }
    }

    /// What was sent is no decision.
    pub(crate) fn bad_body(problem: &str) -> ApiError {
        ApiError {
            status: StatusCode::BAD_REQUEST,
            code: "bad_body",
            expected: "a decision as /api/openapi.json describes it".into(),
            found: shortened(problem),
            todo: "correct what is sent".into(),
        }
    }

    /// A request that writes and does not come from our own pages.
    pub(crate) fn foreign(found: &str) -> ApiError {
        ApiError {
            status: StatusCode::FORBIDDEN,
            code: "foreign",
            expected: "a decision sent as JSON by a page of this server or by a program, with the header x-isnad"
                .into(),
            found: shortened(found),
            todo: "decide on the page of the actor, or with isnad entity".into(),
        }
    }

    /// The case file did not answer.
    pub(crate) fn case_file(problem: impl std::fmt::Display) -> ApiError {
        ApiError {
            status: StatusCode::INTERNAL_SERVER_ERROR,
            code: "case_file",
            expected: "an answer from the case file".into(),
            found: problem.to_string(),
            todo: "run `isnad verify` on the case file; when it passes, start the server again".into(),
        }
    }
}

/// The first 80 characters: what a client sent is shown back, but not at any length.
fn shortened(words: &str) -> String {
    match words.char_indices().nth(80) {
        Some((cut, _)) => format!("{}…", &words[..cut]),
        None => words.to_owned(),
    }
}

#[derive(Serialize)]
struct Body {
    error: ApiError,
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let status = self.status;
        let mut response = (status, Json(Body { error: self })).into_response();
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}

impl From<case::CaseError> for ApiError {
    fn from(error: case::CaseError) -> ApiError {
        ApiError::case_file(error)
    }
}
