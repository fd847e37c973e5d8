//! When is a relation attested, and what changed it?
//!
//! "Rebels hold Tavan", said in reports of 1 and 9 May, and "the army took Tavan on 12 May": held by rebels as far as told from 1
//! to 9 May, with a change on the 12th.

use crate::fusion::All;
use crate::link::place_ids;
use crate::setting::Set;
use jiff::civil::Date;
use lexicon::Sign;
use model::{Change, ClaimId, ClaimType, Course, EntityId, PlaceId, Polarity, Stance};
use std::collections::{BTreeMap, BTreeSet};

/// The relations of a record that lie on the axis of time, sorted by event.
pub(crate) fn courses(all: &All<'_>) -> Vec<Course> {
    let index = Index::new(all);
    let mut courses = Vec::new();
    for (event, members) in all.groups.iter().enumerate() {
        let sets: Vec<&Set<'_>> = members
            .iter()
            .map(|&at| &all.claims[at])
            .filter(|set| has_course(set.claim.claim_type) && set.claim.is_so())
            .collect();
        let attested = |set: &&Set<'_>| -> Option<(Date, Date, ClaimId)> {
            let days = set.claim.time.map(|time| (time.earliest, time.latest));
            let (from, until) = days.or(set.published.map(|day| (day, day)))?;
            Some((from, until, set.claim.id.clone()))
        };
        if sets.is_empty() {
            continue;
        }
        let days: Vec<(Date, Date, ClaimId)> = sets.iter().filter_map(attested).collect();
        let first = days.iter().map(|(from, _, claim)| (*from, claim.clone())).min();
        let last = days
            .iter()
            .map(|(_, until, claim)| (*until, claim.clone()))
            .max_by(|x, y| x.0.cmp(&y.0).then(y.1.cmp(&x.1)));
        // Claims with the same ends are changed by the same.
        let mut ends = BTreeSet::new();
        let mut changes: BTreeSet<Change> = sets
            .iter()
            .filter(|set| ends.insert((&set.claim.actors, &set.claim.targets, place_ids(set.claim))))
            .flat_map(|set| index.changes(set, all))
            .collect();
        let own: BTreeSet<&ClaimId> = sets.iter().map(|set| &set.claim.id).collect();
        changes.retain(|change| !own.contains(&change.claim));
        // One change told by several claims is told once, by the first.
        let mut told: BTreeSet<String> = BTreeSet::new();
        changes.retain(|change| told.insert(change.reason.clone()));
        courses.push(Course { relation: all.ids[event].clone(), first, last, changes: changes.into_iter().collect() });
    }
    courses
}

fn has_course(claim_type: ClaimType) -> bool {
    use ClaimType::*;
    matches!(claim_type, Backs | Leads | AlliedWith | Opposes | Controls | PresentIn)
}

/// What can change a relation, by what it can be found with.
struct Index<'a> {
    negatives: BTreeMap<(ClaimType, &'a EntityId), Vec<usize>>,
    captures: BTreeMap<&'a PlaceId, Vec<usize>>,
    leaving: BTreeMap<&'a EntityId, Vec<usize>>,
    deaths: BTreeMap<&'a EntityId, Vec<usize>>,
    leaders: BTreeMap<&'a EntityId, Vec<usize>>,
}

impl<'a> Index<'a> {
    fn new(all: &'a All<'_>) -> Index<'a> {
        let mut index = Index {
            negatives: BTreeMap::new(),
            captures: BTreeMap::new(),
            leaving: BTreeMap::new(),
            deaths: BTreeMap::new(),
            leaders: BTreeMap::new(),
        };
        for (at, set) in all.claims.iter().enumerate() {
            let claim = set.claim;
            if !claim.is_told() || claim.stance() != Stance::Asserts {
                continue;
            }
            if has_course(claim.claim_type) && claim.polarity == Polarity::Negative {
                for actor in &claim.actors {
                    index.negatives.entry((claim.claim_type, actor)).or_default().push(at);
                }
            }
            if !claim.is_so() {
                continue;
            }
            match claim.claim_type {
                ClaimType::Capture => {
                    claim.places.iter().for_each(|place| index.captures.entry(&place.id).or_default().push(at));
                }
                ClaimType::Withdraw => {
                    claim.actors.iter().for_each(|actor| index.leaving.entry(actor).or_default().push(at));
                }
                ClaimType::Leads => {
                    claim.targets.iter().for_each(|target| index.leaders.entry(target).or_default().push(at));
                }
                _ if set.persons && claim.has(Sign::Dies) => {
                    claim.targets.iter().for_each(|person| index.deaths.entry(person).or_default().push(at));
                }
                _ => {}
            }
        }
        index
    }

    fn changes(&self, set: &Set<'_>, all: &All<'_>) -> Vec<Change> {
        let claim = set.claim;
        let mut changes = Vec::new();
        let mut add = |at: usize, reason: String| {
            let other = &all.claims[at];
            let day = other.claim.time.map(|time| time.latest).or(other.published);
            changes.extend(day.map(|day| Change { day, claim: other.claim.id.clone(), reason }));
        };
        let names = |ids: &[EntityId]| all.names.entities(ids);
        for actor in &claim.actors {
            for &at in self.negatives.get(&(claim.claim_type, actor)).into_iter().flatten() {
                let other = all.claims[at].claim;
                let same_target = claim.targets.iter().any(|target| other.targets.contains(target));
                if (claim.targets.is_empty() && other.targets.is_empty() || same_target)
                    && place_ids(claim) == place_ids(other)
                {
                    add(at, "It is told not to be so.".to_string());
                }
            }
            match claim.claim_type {
                ClaimType::Leads => {
                    for &at in self.deaths.get(actor).into_iter().flatten() {
                        add(at, format!("The death of {} is told.", all.names.entity(actor)));
                    }
                }
                ClaimType::Controls | ClaimType::PresentIn => {
                    for &at in self.leaving.get(actor).into_iter().flatten() {
                        let left = &all.claims[at].claim.places;
                        let there = claim.places.iter().any(|place| {
                            left.iter().any(|left| left.id == place.id || place.within.contains(&left.id))
                        });
                        if there {
                            add(at, format!("{} is told to leave.", all.names.entity(actor)));
                        }
                    }
                }
                _ => {}
            }
        }
        if claim.claim_type == ClaimType::Controls {
            for &at in claim.places.iter().filter_map(|place| self.captures.get(&place.id)).flatten() {
                add(at, format!("{} is told to take it.", names(&all.claims[at].claim.actors)));
            }
        }
        if claim.claim_type == ClaimType::Leads {
            for target in claim.targets.iter().filter(|target| all.names.is_known(target)) {
                for &at in self.leaders.get(target).into_iter().flatten() {
                    let other = all.claims[at].claim;
                    if !all.kin.any_related(&other.actors, &claim.actors) && !other.actors.is_empty() {
                        add(at, format!("{} is told to lead it.", names(&other.actors)));
                    }
                }
            }
        }
        changes
    }
}
