//! Who is said to say what? `/sources` and `/api/sources`.

use super::{Answer, Site, json};
use crate::asked::Asked;
use axum::extract::State;
use case::query::SourceFilter;

pub(crate) async fn list(State(site): State<Site>, mut asked: Asked) -> Answer {
    let filter = SourceFilter { name: asked.text("q"), slice: asked.slice()?, ..SourceFilter::default() };
    asked.nothing_else()?;
    json(&site.pool.ask(move |case| Ok(case.sources(&filter)?)).await?)
}
