//! Which claims are there, and what does one say? `/claims`, `/claims/ID` and their twins.

use super::{Answer, Site, json};
use crate::asked::{Asked, Id};
use crate::error::ApiError;
use crate::segment::{self, Block};
use axum::extract::State;
use case::query::{ClaimFilter, ClaimOrder, ClaimRow, EventRow};
use model::{ClaimType, Kind, Modality, Polarity};
use serde::Serialize;

/// Values of each facet.
const FACET_ROWS: u64 = 20;

pub(crate) async fn list(State(site): State<Site>, asked: Asked) -> Answer {
    let filter = filter(asked)?;
    json(&site.pool.ask(move |case| Ok(case.claims(&filter)?)).await?)
}

/// What the same claims can be filtered by further. It takes longer than the rows, so that a page asks for it apart.
pub(crate) async fn facets(State(site): State<Site>, asked: Asked) -> Answer {
    let filter = filter(asked)?;
    json(&site.pool.ask(move |case| Ok(case.facets(&filter, FACET_ROWS)?)).await?)
}

pub(super) fn filter(mut asked: Asked) -> Result<ClaimFilter, ApiError> {
    use ClaimOrder::{Modality as Sure, Published, Text, Time, Type};
    let words = |all: &[&'static str]| all.to_vec();
    let types: Vec<_> = ClaimType::ALL.iter().map(|t| t.as_str()).collect();
    let kinds: Vec<_> = Kind::ALL.iter().map(|k| k.as_str()).collect();
    let modalities: Vec<_> = Modality::ALL.iter().map(|m| m.as_str()).collect();
    let polarities: Vec<_> = Polarity::ALL.iter().map(|p| p.as_str()).collect();
    let orders = [
        ("text", (Text, false)),
        ("-text", (Text, true)),
        ("type", (Type, false)),
        ("-type", (Type, true)),
        ("time", (Time, false)),
        ("-time", (Time, true)),
        ("published", (Published, false)),
        ("-published", (Published, true)),
        ("modality", (Sure, false)),
        ("-modality", (Sure, true)),
    ];
    let (order, descending) = asked.word("sort", &orders)?.unwrap_or_default();
    let filter = ClaimFilter {
        types: asked.words("type", ClaimType::parse, &words(&types))?,
        kinds: asked.words("kind", Kind::parse, &words(&kinds))?,
        actor: asked.text("actor"),
        target: asked.text("target"),
        place: asked.text("place"),
        source: asked.text("source"),
        entity: asked.text("entity"),
        modalities: asked.words("modality", Modality::parse, &words(&modalities))?,
        polarity: asked.words("polarity", Polarity::parse, &words(&polarities))?.into_iter().next_back(),
        text: asked.text("q"),
        outlet: asked.text("outlet"),
        own_voice: asked.word("voice", &[("own", true)])?.unwrap_or(false),
        document: asked.text("document"),
        event: asked.text("event"),
        from: asked.day("from")?,
        to: asked.day("to")?,
        order,
        descending,
        slice: asked.slice()?,
    };
    asked.nothing_else()?;
    Ok(filter)
}

/// One claim in its paragraph.
#[derive(Serialize)]
struct Twin {
    claim: ClaimRow,
    block: Option<Block>,
    events: Vec<EventRow>,
}

pub(crate) async fn one(State(site): State<Site>, Id(id): Id, asked: Asked) -> Answer {
    asked.nothing_else()?;
    let twin = site.pool.ask(move |case| {
        let Some(claim) = case.claim(&id)? else { return Err(ApiError::not_found("a claim", &id)) };
        let block = case
            .document(&claim.document)?
            .and_then(|page| segment::blocks(&page).into_iter().find(|block| block.holds(claim.start)));
        let events = case.event_rows(&claim.events)?;
        Ok(Twin { claim, block, events })
    });
    json(&twin.await?)
}
