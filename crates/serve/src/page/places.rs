//! Where do the claims say that things happen? `/places`, `/places/ID`, `/map` and their twins.

use super::claims::filter;
use super::{Answer, Site, json};
use crate::asked::{Asked, Id};
use crate::error::ApiError;
use crate::knowledge::{Candidate, Knowledge, Outlines};
use axum::extract::State;
use case::query::{Named, PlaceFilter, PlacePage, PlaceRow};
use case::{Case, CaseError};
use model::{PlaceClass, PlaceId};
use serde::Serialize;

pub(crate) async fn list(State(site): State<Site>, mut asked: Asked) -> Answer {
    let filter = PlaceFilter {
        name: asked.text("q"),
        classes: asked.words("class", PlaceClass::parse, &["country", "region", "settlement", "other"])?,
        country: asked.text("country"),
        located: asked.word("located", &[("true", true), ("false", false)])?,
        slice: asked.slice()?,
        ..PlaceFilter::default()
    };
    asked.nothing_else()?;
    json(&site.pool.ask(move |case| Ok(case.places(&filter)?)).await?)
}

/// A place with its names, what it lies in, what else its name can mean, and what is said of it.
#[derive(Serialize)]
struct Twin {
    #[serde(flatten)]
    page: PlacePage,
    within: Vec<Containing>,
    candidates: Vec<Candidate>,
    outlines: Outlines,
}

/// A place that another one lies in.
#[derive(Serialize)]
struct Containing {
    id: String,
    name: String,
    /// True when it has a page of its own.
    in_case: bool,
}

pub(crate) async fn one(State(site): State<Site>, Id(id): Id, asked: Asked) -> Answer {
    asked.nothing_else()?;
    let knowledge = site.knowledge.clone();
    let twin = site.pool.ask(move |case| {
        let Some(page) = case.place(&id)? else { return Err(ApiError::not_found("a place", &id)) };
        let within = within(case, &page, knowledge.as_deref())?;
        let names: Vec<&str> =
            page.aliases.iter().map(|alias| alias.words.as_str()).chain([page.place.name.as_str()]).collect();
        let candidates =
            knowledge.as_ref().map(|known| known.candidates(&id, &page.runners_up, &names)).unwrap_or_default();
        let outlines = knowledge.as_ref().map(|known| known.outlines([id.as_str()].into_iter())).unwrap_or_default();
        Ok(Twin { page, within, candidates, outlines })
    });
    json(&twin.await?)
}

fn within(case: &Case, page: &PlacePage, knowledge: Option<&Knowledge>) -> Result<Vec<Containing>, CaseError> {
    let mut all = Vec::new();
    for id in &page.place.within {
        let filter = PlaceFilter { id: Some(id.clone()), ..PlaceFilter::default() };
        let own = case.places(&filter)?.rows.pop();
        let told = knowledge.and_then(|known| known.name(&PlaceId(id.clone()), page.place.country.as_deref()));
        let in_case = own.is_some();
        let name = own.map(|place| place.name).or(told).unwrap_or_else(|| id.clone());
        all.push(Containing { id: id.clone(), name, in_case });
    }
    Ok(all)
}

pub(crate) async fn mentions(State(site): State<Site>, Id(id): Id, mut asked: Asked) -> Answer {
    let words = asked.text("words");
    let slice = asked.slice()?;
    asked.nothing_else()?;
    let found = site.pool.ask(move |case| {
        if case.place(&id)?.is_none() {
            return Err(ApiError::not_found("a place", &id));
        }
        Ok(case.mentions_of_place(&id, words.as_deref(), slice)?)
    });
    json(&found.await?)
}

/// The places that claims name, with how many name each.
#[derive(Serialize)]
struct Map {
    /// Those of which it is known where they lie, the largest first, so that a smaller one is drawn upon it.
    places: Vec<PlaceRow>,
    /// The others that are known by a name, those in most claims first.
    unlocated: Vec<Named>,
    /// Those that texts only describe: "the camps".
    described: Vec<Named>,
    /// The shapes of provinces and counties among them.
    outlines: Outlines,
}

pub(crate) async fn map(State(site): State<Site>, asked: Asked) -> Answer {
    let filter = filter(asked)?;
    let knowledge = site.knowledge.clone();
    let map = site.pool.ask(move |case| {
        let (mut places, unlocated): (Vec<PlaceRow>, Vec<PlaceRow>) =
            case.map(&filter)?.into_iter().partition(|place| place.latitude.is_some() && place.longitude.is_some());
        // The order of the query holds among those of one size.
        places.sort_by(|a, b| b.radius_km.unwrap_or(0.0).total_cmp(&a.radius_km.unwrap_or(0.0)));
        let named = |place: PlaceRow| Named { id: place.id, name: place.name, kind: place.class };
        let by_name = case.places_by_name()?;
        let (unlocated, described): (Vec<Named>, Vec<Named>) =
            unlocated.into_iter().map(named).partition(|place| by_name.binary_search(&place.id).is_ok());
        let ids = places.iter().map(|place| place.id.as_str());
        let outlines = knowledge.as_ref().map(|known| known.outlines(ids)).unwrap_or_default();
        Ok(Map { places, unlocated, described, outlines })
    });
    json(&map.await?)
}
