//! Who is said to say what, and from whom does it come? `/sources`, `/sources/ID` and their twins.

use super::{Answer, Site, json};
use crate::asked::{Asked, Id};
use crate::error::ApiError;
use axum::extract::State;
use case::query::SourceFilter;

pub(crate) async fn list(State(site): State<Site>, mut asked: Asked) -> Answer {
    let filter = SourceFilter { name: asked.text("q"), slice: asked.slice()?, ..SourceFilter::default() };
    asked.nothing_else()?;
    json(&site.pool.ask(move |case| Ok(case.sources(&filter)?)).await?)
}

pub(crate) async fn one(State(site): State<Site>, Id(id): Id, asked: Asked) -> Answer {
    asked.nothing_else()?;
    let page = site.pool.ask(move |case| case.author(&id)?.ok_or_else(|| ApiError::not_found("a source", &id)));
    json(&page.await?)
}
