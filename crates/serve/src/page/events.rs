//! Which claims are about one happening, and who stands behind them? `/events`, `/events/ID` and their twins.

use super::{Answer, Site, json};
use crate::asked::{Asked, Id};
use crate::error::ApiError;
use axum::extract::State;
use case::query::{ClaimRow, EventFilter, EventOrder, EventRow, Page};
use case::{Case, CaseError};
use model::{ClaimType, Kind};
use serde::Serialize;

/// Claims that a dossier shows; the list of claims leads to all.
const MOST: u32 = 200;

/// An event with the first of its claims: its words need somebody who says them.
#[derive(Serialize)]
pub(crate) struct Listed {
    #[serde(flatten)]
    event: EventRow,
    first: Option<ClaimRow>,
}

/// The events that a filter lets through, each with its first claim.
pub(crate) fn listed(case: &Case, filter: &EventFilter) -> Result<Page<Listed>, CaseError> {
    let page = case.events(filter)?;
    let mut rows = Vec::with_capacity(page.rows.len());
    for event in page.rows {
        let first = case.claim(&event.claim)?;
        rows.push(Listed { event, first });
    }
    Ok(Page { total: page.total, offset: page.offset, rows })
}

/// What of events is asked for, but for the order and the slice.
pub(super) fn filter(asked: &mut Asked) -> Result<EventFilter, ApiError> {
    let types: Vec<_> = ClaimType::ALL.iter().map(|t| t.as_str()).collect();
    let kinds: Vec<_> = Kind::ALL.iter().map(|k| k.as_str()).collect();
    Ok(EventFilter {
        types: asked.words("type", ClaimType::parse, &types)?,
        kinds: asked.words("kind", Kind::parse, &kinds)?,
        actor: asked.text("actor"),
        place: asked.text("place"),
        text: asked.text("q"),
        min_origins: asked.number("min_origins")?.map(|n| u32::try_from(n).unwrap_or(u32::MAX)),
        from: asked.day("from")?,
        to: asked.day("to")?,
        ..EventFilter::default()
    })
}

pub(crate) async fn list(State(site): State<Site>, mut asked: Asked) -> Answer {
    let orders = [("origins", EventOrder::Origins), ("time", EventOrder::Time), ("claims", EventOrder::Claims)];
    let mut filter = filter(&mut asked)?;
    filter.order = asked.word("sort", &orders)?.unwrap_or(EventOrder::Origins);
    filter.slice = asked.slice()?;
    asked.nothing_else()?;
    json(&site.pool.ask(move |case| Ok(listed(case, &filter)?)).await?)
}

pub(crate) async fn one(State(site): State<Site>, Id(id): Id, asked: Asked) -> Answer {
    asked.nothing_else()?;
    let page = site.pool.ask(move |case| case.dossier(&id, MOST)?.ok_or_else(|| ApiError::not_found("an event", &id)));
    json(&page.await?)
}
