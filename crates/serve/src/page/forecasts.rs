//! What was foretold, and what became of it? `/forecasts` and `/api/forecasts`.

use super::{Answer, Site, json};
use crate::asked::Asked;
use axum::extract::State;
use case::query::ForecastFilter;
use model::Outcome;

pub(crate) async fn list(State(site): State<Site>, mut asked: Asked) -> Answer {
    let outcomes: Vec<_> = Outcome::ALL.iter().map(|o| o.as_str()).collect();
    let filter = ForecastFilter {
        outcomes: asked.words("outcome", Outcome::parse, &outcomes)?,
        entity: asked.text("entity"),
        slice: asked.slice()?,
        ..ForecastFilter::default()
    };
    asked.nothing_else()?;
    json(&site.pool.ask(move |case| Ok(case.forecasts(&filter)?)).await?)
}
