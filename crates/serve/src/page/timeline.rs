//! Which events lie where on the axis of time? `/timeline` and `/api/timeline`.

use super::events::filter;
use super::{Answer, Site, json};
use crate::asked::Asked;
use axum::extract::State;
use case::query::{EventOrder, Slice};

/// Events on the axis at most; beyond, nobody can tell them apart.
const MOST: u64 = 5_000;

pub(crate) async fn twin(State(site): State<Site>, mut asked: Asked) -> Answer {
    let mut filter = filter(&mut asked)?;
    asked.nothing_else()?;
    filter.order = EventOrder::Time;
    filter.slice = Slice::first(MOST);
    json(&site.pool.ask(move |case| Ok(case.timeline(&filter)?)).await?)
}
