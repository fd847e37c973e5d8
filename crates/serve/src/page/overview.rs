//! What does the case hold? `/` and `/api/overview`.

use super::events::{Listed, listed};
use super::problems::{Trouble, troubles};
use super::{Answer, Site, json};
use crate::asked::Asked;
use axum::extract::State;
use case::query::{DocumentFilter, DocumentRow, EventFilter, EventOrder, Overview, Slice, SourceFilter, SourceRow};
use model::Kind;
use serde::Serialize;

/// Events, sources, documents and problems that the page shows of each.
const SHOWN: u64 = 8;

#[derive(Serialize)]
struct Twin {
    case: String,
    figures: Overview,
    sources: u64,
    leading: Vec<Listed>,
    top_sources: Vec<SourceRow>,
    documents: Vec<DocumentRow>,
    problems: Vec<Trouble>,
}

pub(crate) async fn twin(State(site): State<Site>, asked: Asked) -> Answer {
    asked.nothing_else()?;
    let case = site.pool.name();
    let twin = site.pool.ask(move |record| {
        let sources = record.sources(&SourceFilter { slice: Slice::first(SHOWN), ..SourceFilter::default() })?;
        let events = EventFilter {
            kinds: vec![Kind::Event],
            order: EventOrder::Origins,
            slice: Slice::first(SHOWN),
            ..EventFilter::default()
        };
        let documents = DocumentFilter { slice: Slice::first(SHOWN), ..DocumentFilter::default() };
        Ok(Twin {
            case,
            figures: record.overview()?,
            sources: sources.total,
            leading: listed(record, &events)?.rows,
            top_sources: sources.rows,
            documents: record.documents(&documents)?.rows,
            problems: troubles(record, Slice::first(SHOWN))?.rows,
        })
    });
    json(&twin.await?)
}
