//! Who and what do the claims speak of? `/actors`, `/actors/ID` and their twins.

use super::{Answer, Site, json};
use crate::asked::{Asked, Id};
use crate::error::ApiError;
use crate::knowledge::Entry;
use axum::extract::State;
use case::query::{EntityFilter, EntityOrder, EntityPage, Named};
use case::{Case, CaseError, DecidedRow, DecisionRow};
use model::{EntityId, EntityKind};
use resolve::{Somebody, alike};
use serde::Serialize;
use std::collections::BTreeSet;

const KINDS: [&str; 6] = ["person", "state", "organisation", "group", "place", "thing"];
const MENTION_KINDS: [(&str, &str); 4] =
    [("name", "name"), ("nominal", "nominal"), ("pronoun", "pronoun"), ("modifier", "modifier")];

pub(crate) async fn list(State(site): State<Site>, mut asked: Asked) -> Answer {
    let orders = [("claims", EntityOrder::Claims), ("name", EntityOrder::Name), ("documents", EntityOrder::Documents)];
    let filter = EntityFilter {
        kinds: asked.words("kind", EntityKind::parse, &KINDS)?,
        name: asked.text("q"),
        known: asked.word("known", &[("true", true), ("false", false)])?,
        in_claims: !asked.word("mentioned", &[("true", true), ("false", false)])?.unwrap_or(false),
        order: asked.word("sort", &orders)?.unwrap_or_default(),
        slice: asked.slice()?,
        ..EntityFilter::default()
    };
    asked.nothing_else()?;
    json(&site.pool.ask(move |case| Ok(case.entities(&filter)?)).await?)
}

/// Somebody with names, deeds, words and relations.
#[derive(Serialize)]
struct Twin {
    #[serde(flatten)]
    page: EntityPage,
    entry: Option<Entry>,
    alike: Vec<AlikeRow>,
    /// True when this server takes decisions.
    open: bool,
    /// The decisions that speak of it, in the order in which they were made.
    decisions: Vec<DecisionRow>,
}

/// Somebody else who may be the same.
#[derive(Serialize)]
struct AlikeRow {
    other: Named,
    known: bool,
    speaks_for: Vec<String>,
    speaks_against: Vec<String>,
}

pub(crate) async fn one(State(site): State<Site>, Id(id): Id, asked: Asked) -> Answer {
    asked.nothing_else()?;
    let (knowledge, open) = (site.knowledge.clone(), site.joiner.is_some());
    let twin = site.pool.ask(move |case| {
        let Some(page) = case.entity(&id)? else { return Err(ApiError::not_found("an actor", &id)) };
        let entry = knowledge.and_then(|knowledge| knowledge.entry(&page.entity));
        let alike = may_be_the_same(case, &page.entity.id)?;
        let id = page.entity.id.as_str();
        let is_it = |side: &Option<DecidedRow>| {
            side.as_ref().is_some_and(|side| side.id == id || side.now.as_deref() == Some(id))
        };
        let mut decisions = case.decisions()?;
        // With what takes one of them back.
        let mut of_it = BTreeSet::new();
        decisions.retain(|row| {
            let takes_back = row.undoes.as_ref().is_some_and(|undone| of_it.contains(undone));
            let is_of_it = takes_back || is_it(&row.entity) || is_it(&row.other);
            is_of_it && of_it.insert(row.id.clone())
        });
        Ok(Twin { page, entry, alike, open, decisions })
    });
    json(&twin.await?)
}

/// Those whose names make it likely that they are this one.
fn may_be_the_same(case: &Case, id: &str) -> Result<Vec<AlikeRow>, CaseError> {
    let somebody = |(named, known): (Named, Option<String>)| {
        let kind = EntityKind::parse(&named.kind)?;
        Some(Somebody { id: EntityId(named.id), name: named.name, kind, known })
    };
    let all: Vec<Somebody> = case.entity_names()?.into_iter().filter_map(somebody).collect();
    let Some(one) = all.iter().find(|one| one.id.0 == id) else { return Ok(Vec::new()) };
    // A count that cannot be told is no reason against.
    let found = alike(one, &all, |other| case.claims_with_both(id, &other.0).unwrap_or(0));
    let mut rows = Vec::with_capacity(found.len());
    for mut alike in found {
        // Whoever writes of one by two names in one text mostly means two.
        match case.documents_with_both(id, &alike.other.id.0)? {
            0 => {}
            1 => alike.speaks_against.push("a report speaks of both".to_string()),
            several => alike.speaks_against.push(format!("{several} reports speak of both")),
        }
        rows.push(AlikeRow {
            known: alike.other.known.is_some(),
            other: Named { id: alike.other.id.0, name: alike.other.name, kind: alike.other.kind.as_str().to_string() },
            speaks_for: alike.speaks_for,
            speaks_against: alike.speaks_against,
        });
    }
    Ok(rows)
}

pub(crate) async fn mentions(State(site): State<Site>, Id(id): Id, mut asked: Asked) -> Answer {
    let words = asked.text("words");
    let kind = asked.word("kind", &MENTION_KINDS)?;
    let slice = asked.slice()?;
    asked.nothing_else()?;
    let found = site.pool.ask(move |case| {
        if case.entity(&id)?.is_none() {
            return Err(ApiError::not_found("an actor", &id));
        }
        Ok(case.mentions_of_entity(&id, words.as_deref(), kind, slice)?)
    });
    json(&found.await?)
}
