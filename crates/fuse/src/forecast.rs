//! What was foretold, vowed or meant, by whom, and what became of it?
//!
//! "The rebels vowed on 1 May to take Tavan" is open until a later claim tells that rebels took Tavan, or that they did not. No
//! outcome without the claims it rests on; what nobody tells of stays open, even when its day has passed.

use crate::FuseClaim;
use crate::fusion::All;
use crate::link::{family, shared_places};
use crate::setting::Set;
use jiff::civil::Date;
use model::{ClaimType, DocumentId, EntityId, Evidence, Forecast, Kind, Modality, Outcome, PlaceId, Polarity, Stance};
use std::collections::{BTreeMap, BTreeSet};

/// As many claims are given for an outcome.
const EVIDENCE: usize = 8;

/// The forecasts of a record, sorted by claim.
pub(crate) fn forecasts(all: &All<'_>) -> Vec<Forecast> {
    let told = Told::new(all);
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
    let mut forecasts = once(forecasts, all);
    forecasts.sort_by(|x, y| x.claim.cmp(&y.claim));
    forecasts
}

/// A forecast that copies of one text repeat stands once, where it was published first; the others tell it also.
fn once(mut forecasts: Vec<Forecast>, all: &All<'_>) -> Vec<Forecast> {
    forecasts.sort_by_cached_key(|forecast| {
        let set = all.position(&forecast.claim).map(|at| &all.claims[at]);
        (set.and_then(|set| set.published).unwrap_or(Date::MAX), forecast.claim.clone())
    });
    let mut firsts: BTreeMap<_, (&DocumentId, usize)> = BTreeMap::new();
    let mut kept: Vec<Forecast> = Vec::new();
    for forecast in forecasts {
        let Some(at) = all.position(&forecast.claim) else { continue };
        let claim = all.claims[at].claim;
        let parties = |ids: &[EntityId]| ids.iter().cloned().collect::<BTreeSet<_>>();
        let text = all.sources.copy_group(&claim.document);
        let told = (text, claim.claim_type, parties(&claim.actors), parties(&claim.targets), &claim.wording);
        let (first, at) = *firsts.entry(told).or_insert((&claim.document, kept.len()));
        if *first == claim.document {
            kept.push(forecast);
        } else {
            kept[at].also.extend(std::iter::once(forecast.claim).chain(forecast.also));
        }
    }
    kept
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

/// What is told, by who did it and where or to whom.
struct Told<'a>(BTreeMap<Under<'a>, Vec<(Date, usize)>>);

type Under<'a> = (ClaimType, &'a EntityId, Of<'a>);

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Of<'a> {
    Place(&'a PlaceId),
    /// Of a place in it.
    Within(&'a PlaceId),
    Target(&'a EntityId),
}

impl<'a> Told<'a> {
    fn new(all: &'a All<'_>) -> Told<'a> {
        let mut told: BTreeMap<Under<'_>, Vec<(Date, usize)>> = BTreeMap::new();
        for (at, set) in all.claims.iter().enumerate() {
            let claim = set.claim;
            if claim.claim_type.kind() != Kind::Event || !claim.is_told() || claim.stance() != Stance::Asserts {
                continue;
            }
            let Some(day) = day_of(set) else { continue };
            for party in claim.actors.iter().chain(set.above_actors.iter().copied()) {
                let mut add =
                    |of: Of<'a>| told.entry((family(claim.claim_type), party, of)).or_default().push((day, at));
                for place in &claim.places {
                    add(Of::Place(&place.id));
                    place.within.iter().for_each(|outer| add(Of::Within(outer)));
                }
                for target in claim.targets.iter().chain(set.above_targets.iter().copied()) {
                    add(Of::Target(target));
                }
            }
        }
        told.values_mut().for_each(|claims| claims.sort_unstable());
        Told(told)
    }

    /// What may tell from a day on what became of a deed of a party: lists, each by day.
    fn of<'t>(&'t self, deed: &'t Deed<'_>, party: &'t EntityId, from: Date) -> Vec<&'t [(Date, usize)]> {
        let claim = deed.set.claim;
        let own = claim.places.iter().flat_map(|place| [Of::Place(&place.id), Of::Within(&place.id)]);
        let outer = claim.places.iter().flat_map(|place| place.within.iter().map(Of::Place));
        let targets = claim.targets.iter().chain(deed.set.above_targets.iter().copied()).map(Of::Target);
        own.chain(outer)
            .chain(targets)
            .filter_map(|of| self.0.get(&(family(deed.of), party, of)))
            .map(|claims| &claims[claims.partition_point(|(day, _)| *day < from)..])
            .collect()
    }
}

/// The day by which a claim tells what became of a forecast: that of the deed, else that of the report.
fn day_of(set: &Set<'_>) -> Option<Date> {
    set.claim.time.map(|time| time.earliest).or(set.published)
}

/// The deed that is foretold.
struct Deed<'a> {
    of: ClaimType,
    negative: bool,
    set: &'a Set<'a>,
}

fn forecast(all: &All<'_>, at: usize, also: &[usize], told: &Told<'_>) -> Forecast {
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
    // By day: what was told first of it is given, and no more than can be given is looked for.
    let mut found: [BTreeMap<(Date, usize), Common>; 2] = Default::default();
    let is_late = |found: &BTreeMap<(Date, usize), Common>, at: (Date, usize)| {
        found.len() >= EVIDENCE && found.last_key_value().is_some_and(|(last, _)| *last < at)
    };
    for (deed, party) in deeds.iter().flat_map(|deed| deed.set.claim.actors.iter().map(move |party| (deed, party))) {
        for later in set.published.map(|said| told.of(deed, party, said)).into_iter().flatten() {
            for &at in later {
                if found.iter().all(|found| is_late(found, at)) {
                    break;
                }
                let other = &all.claims[at.1];
                let came = (other.claim.polarity == Polarity::Negative) == deed.negative;
                let found = &mut found[usize::from(!came)];
                if is_late(found, at) || found.contains_key(&at) {
                    continue;
                }
                if let Some(common) = comes_of(set, deed, other, all) {
                    found.insert(at, common);
                }
                if found.len() > EVIDENCE {
                    found.pop_last();
                }
            }
        }
    }
    let [came, did_not] = &found;
    let some = EVIDENCE.saturating_sub(did_not.len().min(EVIDENCE / 2));
    let given = came.iter().take(some).map(|one| (Outcome::CameTrue, one));
    let rest = EVIDENCE - some.min(came.len());
    let given = given.chain(did_not.iter().take(rest).map(|one| (Outcome::DidNot, one)));
    let evidence: BTreeSet<Evidence> = given
        .map(|(shows, (&(_, later), common))| Evidence {
            claim: all.claims[later].claim.id.clone(),
            shows,
            reason: common.reason(all.claims[later].claim, all),
        })
        .collect();
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
        evidence: evidence.into_iter().collect(),
        reason,
    }
}

/// What a claim has in common with a deed that was foretold.
struct Common {
    day: Date,
    places: Vec<PlaceId>,
    targets: bool,
}

impl Common {
    fn reason(&self, told: &FuseClaim, all: &All<'_>) -> String {
        let mut reason = format!(
            "Told of {} or after, of type {}, by {}",
            self.day,
            told.claim_type,
            all.names.entities(&told.actors)
        );
        if !self.places.is_empty() {
            reason += &format!(", in {}", all.names.places(&self.places));
        }
        if self.targets {
            reason += &format!(", to {}", all.names.entities(&told.targets));
        }
        reason + "."
    }
}

/// Whether a claim tells what became of a deed; `None` when it does not.
fn comes_of(forecast: &Set<'_>, deed: &Deed<'_>, other: &Set<'_>, all: &All<'_>) -> Option<Common> {
    let said = forecast.published?;
    let day = day_of(other)?;
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
    Some(Common { day, places, targets })
}
