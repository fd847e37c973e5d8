//! The pages themselves: one document for all of them, whose script shows what the address names.

use crate::assets;
use crate::error::ApiError;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// The pages of the web app. `*` stands for one id.
const PAGES: [&str; 23] = [
    "/",
    "/documents",
    "/documents/*",
    "/claims",
    "/claims/*",
    "/events",
    "/events/*",
    "/actors",
    "/actors/*",
    "/places",
    "/places/*",
    "/map",
    "/decisions",
    "/disputes",
    "/forecasts",
    "/relations",
    "/sources",
    "/sources/*",
    "/timeline",
    "/ask",
    "/problems",
    "/about",
    "/index.html",
];

/// A file of the app, a page, or an error: in the API's shape under `/api`, else the app, which says so.
pub(crate) async fn page(request: Request) -> Response {
    let path = request.uri().path();
    if path == "/api" || path.starts_with("/api/") {
        return ApiError::no_route(path).into_response();
    }
    let is_page = PAGES.iter().any(|page| fits(page, path));
    if let Some(file) = assets::find(path.trim_start_matches('/')).filter(|_| !is_page) {
        return assets::answer(file, StatusCode::OK, request.headers());
    }
    let status = if is_page { StatusCode::OK } else { StatusCode::NOT_FOUND };
    match assets::find("index.html") {
        Some(file) => assets::answer(file, status, request.headers()),
        None => ApiError::no_route(path).into_response(),
    }
}

fn fits(page: &str, path: &str) -> bool {
    match page.strip_suffix('*') {
        Some(folder) => path.strip_prefix(folder).is_some_and(|id| !id.is_empty() && !id.contains('/')),
        None => page == path,
    }
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn an_id_is_one_step_of_the_path() {
        assert!(fits("/claims/*", "/claims/0f3a"));
        assert!(!fits("/claims/*", "/claims/"));
        assert!(!fits("/claims/*", "/claims/0f3a/x"));
        assert!(!fits("/claims", "/claims/"));
    }
}
