//! What was foretold, vowed or meant, by whom, and what became of it?
//!
//! "The rebels vowed on 1 May to take Tavan" is open until a later claim tells that rebels took Tavan, or that they did not. No
//! outcome without the claims it rests on; what nobody tells of stays open, even when its day has passed.

use crate::fusion::All;
use crate::link::{family, shared_places};
use crate::setting::Set;
use jiff::civil::Date;
use model::{ClaimType, EntityId, Evidence, Forecast, Kind, Modality, Outcome, Polarity, Stance};
use std::collections::{BTreeMap, BTreeSet};

/// As many claims are given for an outcome.
const EVIDENCE: usize = 8;

/// The forecasts of a record, sorted by claim.
pub(crate) fn forecasts(all: &All<'_>) -> Vec<Forecast> {
    let mut told: BTreeMap<(ClaimType, &EntityId), BTreeSet<usize>> = BTreeMap::new();
    for (at, set) in all.claims.iter().enumerate() {
        let claim = set.claim;
        if claim.claim_type.kind() == Kind::Event && claim.is_told() && claim.stance() == Stance::Asserts {
            for party in claim.actors.iter().chain(set.above_actors.iter().copied()) {
                told.entry((family(claim.claim_type), party)).or_default().insert(at);
            }
        }
    }
    let mut forecasts = Vec::new();
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    // What says outright that it foretells comes first; the deed of its sentence belongs to it.
    for (at, set) in all.claims.iter().enumerate() {
        if !speaks_ahead(set) {
            continue;
        }
        let also: Vec<usize> = all
            .article(set)
            .iter()
            .copied()
            .filter(|&other| {
                let it = &all.claims[other];
                it.claim.sentence == set.claim.sentence
                    && lies_ahead(it)
                    && (it.claim.actors.is_empty() || all.kin.any_related(&it.claim.actors, &set.claim.actors))
            })
            .filter(|other| !taken.contains(other))
            .collect();
        taken.extend(&also);
        forecasts.push(forecast(all, at, &also, &told));
    }
    for (at, set) in all.claims.iter().enumerate() {
        if lies_ahead(set) && !taken.contains(&at) {
            forecasts.push(forecast(all, at, &[], &told));
        }
    }
    forecasts.sort_by(|x, y| x.claim.cmp(&y.claim));
    forecasts
}

/// A forecast, a vow, an aim, a threat.
fn speaks_ahead(set: &Set<'_>) -> bool {
    matches!(set.claim.claim_type, ClaimType::Forecast | ClaimType::Intent | ClaimType::Threaten)
}

/// A happening that is planned, foretold or hangs on a condition.
fn lies_ahead(set: &Set<'_>) -> bool {
    set.claim.claim_type.kind() == Kind::Event
        && set.claim.claim_type != ClaimType::Threaten
        && matches!(set.claim.modality, Modality::Planned | Modality::Forecast | Modality::Conditional)
}

/// The deed that is foretold.
struct Deed<'a> {
    of: ClaimType,
    negative: bool,
    set: &'a Set<'a>,
}

fn forecast(
    all: &All<'_>,
    at: usize,
    also: &[usize],
    told: &BTreeMap<(ClaimType, &EntityId), BTreeSet<usize>>,
) -> Forecast {
    let set = &all.claims[at];
    let claim = set.claim;
    let whole = std::iter::once(at).chain(also.iter().copied());
    let deeds: Vec<Deed<'_>> = whole
        .clone()
        .map(|at| &all.claims[at])
        .filter_map(|set| {
            let event = set.claim.claim_type.kind() == Kind::Event && set.claim.claim_type != ClaimType::Threaten;
            let of = if event { Some(set.claim.claim_type) } else { set.claim.deed };
            let negative = set.claim.polarity == Polarity::Negative;
            of.map(|of| Deed { of, negative, set })
        })
        .collect();
    let mut evidence: BTreeSet<Evidence> = BTreeSet::new();
    for deed in &deeds {
        for party in &deed.set.claim.actors {
            for &later in told.get(&(family(deed.of), party)).into_iter().flatten() {
                let other = &all.claims[later];
                if let Some(reason) = comes_of(set, deed, other, all) {
                    let came = (other.claim.polarity == Polarity::Negative) == deed.negative;
                    let shows = if came { Outcome::CameTrue } else { Outcome::DidNot };
                    evidence.insert(Evidence { claim: other.claim.id.clone(), shows, reason });
                }
            }
        }
    }
    let shows = |outcome: Outcome| evidence.iter().any(|one| one.shows == outcome);
    let horizon = whole
        .clone()
        .filter_map(|at| all.claims[at].claim.time)
        .map(|time| time.latest)
        .filter(|day| set.published.is_some_and(|published| *day >= published))
        .max();
    let (outcome, reason) = match (shows(Outcome::CameTrue), shows(Outcome::DidNot)) {
        (true, false) => (Outcome::CameTrue, "Later claims tell that it came.".to_string()),
        (false, true) => {
            (Outcome::DidNot, "Later claims tell that it did not come, or that the opposite did.".to_string())
        }
        (true, true) => (Outcome::Open, "Later claims tell both that it came and that it did not.".to_string()),
        (false, false) if deeds.is_empty() => {
            (Outcome::Open, "Its words name no deed that a later claim could be held against.".to_string())
        }
        (false, false) => (Outcome::Open, "No later claim of the record tells of it.".to_string()),
    };
    Forecast {
        claim: claim.id.clone(),
        also: also.iter().map(|&at| all.claims[at].claim.id.clone()).collect(),
        holders: claim.chain.last().map(|link| link.sources.clone()).unwrap_or_default(),
        conditional: whole.clone().any(|at| all.claims[at].claim.modality == Modality::Conditional),
        horizon,
        outcome,
        evidence: evidence.into_iter().take(EVIDENCE).collect(),
        reason,
    }
}

/// Why a claim tells what became of a deed; `None` when it does not.
fn comes_of(forecast: &Set<'_>, deed: &Deed<'_>, other: &Set<'_>, all: &All<'_>) -> Option<String> {
    let said = forecast.published?;
    let day: Date = other.claim.time.map(|time| time.earliest).or(other.published)?;
    let later =
        day > said || other.claim.document != forecast.claim.document && day >= said && other.claim.time.is_some();
    if !later || other.claim.document == forecast.claim.document && other.claim.time.is_none() {
        return None;
    }
    let (told, foretold) = (other.claim, deed.set.claim);
    let places = shared_places(&told.places, &foretold.places);
    let targets = all.kin.any_related(&told.targets, &foretold.targets);
    if !foretold.places.is_empty() && places.is_empty()
        || !foretold.targets.is_empty() && !told.targets.is_empty() && !targets
    {
        return None;
    }
    if places.is_empty() && !targets {
        return None;
    }
    let mut reason =
        format!("Told of {day} or after, of type {}, by {}", told.claim_type, all.names.entities(&told.actors));
    if !places.is_empty() {
        reason += &format!(", in {}", all.names.places(&places));
    }
    if targets {
        reason += &format!(", to {}", all.names.entities(&told.targets));
    }
    Some(reason + ".")
}
