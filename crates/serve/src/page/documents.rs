//! What was read, and what does it say? `/documents`, `/documents/ID` and their twins.

use super::problems::Trouble;
use super::{Answer, Site, json};
use crate::asked::{Asked, Id};
use crate::error::ApiError;
use crate::segment::{self, Block};
use axum::extract::State;
use case::query::{ClaimRow, DocumentFilter, DocumentOrder, DocumentRow};
use serde::Serialize;

pub(crate) async fn list(State(site): State<Site>, mut asked: Asked) -> Answer {
    use DocumentOrder::{Claims, File, Problems, Published};
    let orders = [
        ("file", (File, false)),
        ("-file", (File, true)),
        ("published", (Published, false)),
        ("-published", (Published, true)),
        ("claims", (Claims, false)),
        ("-claims", (Claims, true)),
        ("problems", (Problems, false)),
        ("-problems", (Problems, true)),
    ];
    let (order, descending) = asked.word("sort", &orders)?.unwrap_or_default();
    let filter = DocumentFilter {
        text: asked.text("q"),
        problems: asked.word("problems", &[("true", true), ("false", false)])?,
        order,
        descending,
        slice: asked.slice()?,
        ..DocumentFilter::default()
    };
    asked.nothing_else()?;
    json(&site.pool.ask(move |case| Ok(case.documents(&filter)?)).await?)
}

/// A document as the reader shows it.
#[derive(Serialize)]
struct Twin {
    document: DocumentRow,
    blocks: Vec<Block>,
    claims: Vec<ClaimRow>,
    problems: Vec<Trouble>,
    previous: Option<String>,
    next: Option<String>,
}

pub(crate) async fn one(State(site): State<Site>, Id(id): Id, asked: Asked) -> Answer {
    asked.nothing_else()?;
    let twin = site.pool.ask(move |case| {
        let Some(page) = case.document(&id)? else { return Err(ApiError::not_found("a document", &id)) };
        let (previous, next) = case.neighbours(&id)?;
        let blocks = segment::blocks(&page);
        let problems = page.problems.iter().map(|problem| Trouble::of(problem, &page)).collect();
        Ok(Twin { document: page.document, blocks, claims: page.claims, problems, previous, next })
    });
    json(&twin.await?)
}
