//! Which address shows what? A file for each page, with the query behind it and its JSON twin.

mod about;
mod actors;
mod app;
mod ask;
mod claims;
mod decisions;
mod disputes;
mod documents;
mod events;
mod explanation;
mod forecasts;
mod overview;
mod places;
mod problems;
mod relations;
mod sources;
mod timeline;

pub use about::Notice;
pub use ask::Asker;
pub use decisions::Joiner;
pub use explanation::Explainer;

use crate::error::ApiError;
use crate::knowledge::Knowledge;
use crate::pool::Pool;
use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Serialize;
use std::sync::Arc;

/// What every page can ask.
#[derive(Clone)]
pub(crate) struct Site {
    pub(crate) pool: Arc<Pool>,
    pub(crate) notices: Arc<[Notice]>,
    pub(crate) explainer: Option<Explainer>,
    pub(crate) knowledge: Option<Arc<Knowledge>>,
    pub(crate) joiner: Option<Joiner>,
    pub(crate) asker: Option<Asker>,
}

/// Every address of the site.
pub(crate) fn routes(site: Site) -> Router {
    Router::new()
        .route("/api/overview", get(overview::twin))
        .route("/api/documents", get(documents::list))
        .route("/api/documents/{id}", get(documents::one))
        .route("/api/claims", get(claims::list))
        .route("/api/claims/{id}", get(claims::one))
        .route("/api/claims/{id}/explanation", get(explanation::one))
        .route("/api/facets", get(claims::facets))
        .route("/api/events", get(events::list))
        .route("/api/events/{id}", get(events::one))
        .route("/api/actors", get(actors::list))
        .route("/api/actors/{id}", get(actors::one))
        .route("/api/actors/{id}/mentions", get(actors::mentions))
        .route("/api/places", get(places::list))
        .route("/api/places/{id}", get(places::one))
        .route("/api/places/{id}/mentions", get(places::mentions))
        .route("/api/map", get(places::map))
        .route("/api/decisions", get(decisions::list).post(decisions::decide))
        .route("/api/disputes", get(disputes::list))
        .route("/api/forecasts", get(forecasts::list))
        .route("/api/relations", get(relations::list))
        .route("/api/sources", get(sources::list))
        .route("/api/sources/{id}", get(sources::one))
        .route("/api/timeline", get(timeline::twin))
        .route("/api/ask", get(ask::reply))
        .route("/api/problems", get(problems::list))
        .route("/api/about", get(about::twin))
        .route("/api/openapi.json", get(about::openapi))
        .fallback(app::page)
        .with_state(site)
}

/// The rows as JSON. The record can change at any time, so a client asks again each time.
fn json(value: &impl Serialize) -> Result<Response, ApiError> {
    let body = serde_json::to_vec(value).map_err(ApiError::case_file)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    Ok((headers, body).into_response())
}

type Answer = Result<Response, ApiError>;
