//! Who stood how to whom, and when? `/relations` and `/api/relations`.

use super::{Answer, Site, json};
use crate::asked::Asked;
use axum::extract::State;
use case::query::CourseFilter;
use model::ClaimType;

/// The relations that lie on the axis of time.
const TYPES: [ClaimType; 6] = [
    ClaimType::Leads,
    ClaimType::Backs,
    ClaimType::AlliedWith,
    ClaimType::Opposes,
    ClaimType::Controls,
    ClaimType::PresentIn,
];

pub(crate) async fn list(State(site): State<Site>, mut asked: Asked) -> Answer {
    let types: Vec<_> = TYPES.iter().map(|t| t.as_str()).collect();
    let of = |word: &str| ClaimType::parse(word).filter(|t| TYPES.contains(t));
    let filter = CourseFilter {
        types: asked.words("relation", of, &types)?,
        entity: asked.text("entity"),
        place: asked.text("place"),
        on: asked.day("on")?,
        changed: asked.word("changed", &[("true", true), ("false", false)])?.unwrap_or(false),
        slice: asked.slice()?,
    };
    asked.nothing_else()?;
    json(&site.pool.ask(move |case| Ok(case.courses(&filter)?)).await?)
}
