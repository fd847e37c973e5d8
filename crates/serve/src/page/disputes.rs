//! Where do claims disagree? `/disputes` and `/api/disputes`.

use super::{Answer, Site, json};
use crate::asked::Asked;
use axum::extract::State;
use case::query::DisputeFilter;
use model::{DisputeKind, Strength};

/// As many claims of each side are shown; the page of its event has more.
const SHOWN: u32 = 3;

pub(crate) async fn list(State(site): State<Site>, mut asked: Asked) -> Answer {
    let kinds: Vec<_> = DisputeKind::ALL.iter().map(|k| k.as_str()).collect();
    let strengths: Vec<_> = Strength::ALL.iter().map(|s| s.as_str()).collect();
    let filter = DisputeFilter {
        kinds: asked.words("kind", DisputeKind::parse, &kinds)?,
        strengths: asked.words("strength", Strength::parse, &strengths)?,
        entity: asked.text("entity"),
        claims: Some(SHOWN),
        slice: asked.slice()?,
        ..DisputeFilter::default()
    };
    asked.nothing_else()?;
    json(&site.pool.ask(move |case| Ok(case.disputes(&filter)?)).await?)
}
