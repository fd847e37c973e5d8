//! What is this, and what is it made of? `/about`, `/api/about` and the description of the API.

use super::{Answer, Site, json};
use crate::asked::Asked;
use crate::assets;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};

/// Something that the binary is made of and must name: a model, a gazetteer, a font.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Its name and version.
    pub name: String,
    /// What it is for.
    pub what: String,
    /// The licence's short name: `MIT`.
    pub licence: String,
    /// The words its makers ask to be named with.
    pub attribution: Option<String>,
    /// The licence in full, where it must go along.
    pub text: Option<String>,
}

#[derive(Serialize)]
struct Twin {
    version: &'static str,
    licences: Vec<Notice>,
}

pub(crate) async fn twin(State(site): State<Site>, asked: Asked) -> Answer {
    asked.nothing_else()?;
    let mut licences = site.notices.to_vec();
    // The front end's own parts: its build writes down what it bundles.
    if let Some(notices) = assets::find("notices.json").and_then(assets::plain) {
        licences.extend(serde_json::from_slice::<Vec<Notice>>(&notices).unwrap_or_default());
    }
    json(&Twin { version: env!("CARGO_PKG_VERSION"), licences })
}

pub(crate) async fn openapi() -> Answer {
    Ok(([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], crate::OPENAPI).into_response())
}
