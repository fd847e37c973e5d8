//! What do the claims of one happening tell together, and why are they one?

use crate::fusion::All;
use crate::link::{OneToll, likeness};
use crate::lookup::Lookup;
use crate::origin::origins;
use crate::setting::Set;
use crate::{FuseClaim, FuseInput};
use jiff::civil::Date;
use model::{ClaimType, Entity, EntityId, Event, EventId, Grade, PlaceId, TimeRange};
use std::collections::{BTreeMap, BTreeSet};

/// What to call entities and places in a reason.
pub(crate) struct Names<'a> {
    entities: Lookup<&'a EntityId, &'a Entity>,
    places: Lookup<&'a PlaceId, &'a str>,
}

impl<'a> Names<'a> {
    pub fn new(input: &FuseInput<'a>) -> Names<'a> {
        Names {
            entities: input.entities.iter().map(|entity| (&entity.id, entity)).collect(),
            places: input.places.iter().map(|(id, name)| (id, name.as_str())).collect(),
        }
    }

    pub fn entity(&self, id: &EntityId) -> String {
        self.entities.get(id).map_or_else(|| id.0.clone(), |entity| entity.name.clone())
    }

    /// Somebody who can act: no place and no thing.
    pub fn is_party(&self, id: &EntityId) -> bool {
        use model::EntityKind::{Place, Thing};
        self.entities.get(id).is_some_and(|entity| !matches!(entity.kind, Place | Thing))
    }

    /// Known beforehand, not from the text alone.
    pub fn is_known(&self, id: &EntityId) -> bool {
        self.entities.get(id).is_some_and(|entity| entity.known.is_some())
    }

    pub fn place(&self, id: &PlaceId) -> String {
        self.places.get(id).map_or_else(|| id.0.clone(), |name| (*name).to_string())
    }

    /// "the army and the front"
    pub fn entities<'i>(&self, ids: impl IntoIterator<Item = &'i EntityId>) -> String {
        joined(ids.into_iter().map(|id| self.entity(id)).collect())
    }

    pub fn places<'i>(&self, ids: impl IntoIterator<Item = &'i PlaceId>) -> String {
        joined(ids.into_iter().map(|id| self.place(id)).collect())
    }
}

/// "a, b and c"
pub(crate) fn joined(mut names: Vec<String>) -> String {
    names.dedup();
    let Some(last) = names.pop() else { return String::new() };
    if names.is_empty() { last } else { format!("{} and {last}", names.join(", ")) }
}

/// "2031-05-03" or "2031-05-03 to 2031-05-05"
pub(crate) fn days(from: Date, to: Date) -> String {
    if from == to { from.to_string() } else { format!("{from} to {to}") }
}

/// Sixteen digits made from the ids of the claims, which are sorted.
pub(crate) fn event_of(members: &[usize], claims: &[Set<'_>]) -> EventId {
    let mut hasher = blake3::Hasher::new();
    for &at in members {
        hasher.update(claims[at].claim.id.0.as_bytes());
        hasher.update(b"\n");
    }
    EventId(hasher.finalize().to_hex()[..16].to_string())
}

/// The event of some claims. What it is a part of, what it was kept apart from and its grade are filled in later.
pub(crate) fn event(at: usize, members: &[usize], ties: &[Option<(u32, u32)>], all: &All<'_>) -> Event {
    let reasons = members.iter().skip(1).filter_map(|&at| ties[at]).map(|pair| reason(pair, all)).collect();
    let claims: Vec<&FuseClaim> = members.iter().map(|&at| all.claims[at].claim).collect();
    let (origins, origin_count) = origins(&claims, all);
    let distinct = |ids: BTreeSet<EntityId>| ids.into_iter().collect();
    Event {
        id: all.ids[at].clone(),
        claim_type: most_common_type(&claims),
        claims: claims.iter().map(|claim| claim.id.clone()).collect(),
        actors: distinct(claims.iter().flat_map(|claim| claim.actors.iter().cloned()).collect()),
        targets: distinct(claims.iter().flat_map(|claim| claim.targets.iter().cloned()).collect()),
        places: claims
            .iter()
            .flat_map(|claim| claim.places.iter().map(|place| place.id.clone()))
            .collect::<BTreeSet<PlaceId>>()
            .into_iter()
            .collect(),
        time: shared_days(&claims),
        origins,
        origin_count,
        reasons,
        grade: Grade::Weak,
        whole: None,
        apart: Vec::new(),
    }
}

fn most_common_type(claims: &[&FuseClaim]) -> ClaimType {
    let mut counts: BTreeMap<ClaimType, usize> = BTreeMap::new();
    claims.iter().for_each(|claim| *counts.entry(claim.claim_type).or_default() += 1);
    // The first in the vocabulary on a tie: `min` keeps the first of equals.
    let most = counts.into_iter().min_by_key(|&(of, count)| (usize::MAX - count, of));
    most.map_or(ClaimType::Judgement, |(of, _)| of)
}

/// The days all dated claims share; where they share none, from the first to the last.
pub(crate) fn shared_days(claims: &[&FuseClaim]) -> Option<TimeRange> {
    let times: Vec<TimeRange> = claims.iter().filter_map(|claim| claim.time).collect();
    let narrowest = times.iter().min_by_key(|time| ((time.latest - time.earliest).get_days(), **time))?;
    let earliest = times.iter().map(|time| time.earliest).max()?;
    let latest = times.iter().map(|time| time.latest).min()?;
    if earliest <= latest {
        return Some(TimeRange { earliest, latest, resolved: narrowest.resolved });
    }
    let earliest = times.iter().map(|time| time.earliest).min()?;
    let latest = times.iter().map(|time| time.latest).max()?;
    Some(TimeRange { earliest, latest, resolved: narrowest.resolved })
}

/// "Both are of type capture, name army as actor and lie in Tavan, on 2031-05-03."
fn reason((left, right): (u32, u32), all: &All<'_>) -> String {
    let (a, b) = (&all.claims[left as usize], &all.claims[right as usize]);
    let (left, right) = (a.claim, b.claim);
    let tie = &likeness(a, b).unwrap_or_default();
    let types = if left.claim_type == right.claim_type {
        format!("Both are of type {}", left.claim_type)
    } else {
        let mut both = [left.claim_type, right.claim_type];
        both.sort();
        format!("They are of the kindred types {} and {}", both[0], both[1])
    };
    let mut parts = vec![types];
    if tie.one_death {
        parts.push(format!("tell the death of {}, who dies once", all.names.entities(&tie.targets)));
    }
    if !tie.actors.is_empty() {
        parts.push(format!("share the actor {}", all.names.entities(&tie.actors)));
    }
    if tie.kin.0 {
        parts.push("name actors of which one belongs to the other".to_string());
    }
    if !tie.targets.is_empty() && !tie.one_death {
        parts.push(format!("share the target {}", all.names.entities(&tie.targets)));
    }
    if tie.kin.1 {
        parts.push("name targets of which one belongs to the other".to_string());
    }
    if !tie.swapped.is_empty() {
        parts.push(format!("share the party {}", all.names.entities(&tie.swapped)));
    }
    if !tie.places.is_empty() {
        parts.push(format!("agree on the place {}", all.names.places(&tie.places)));
    } else if !tie.scene.is_empty() {
        parts.push(format!("stand in passages on {}", all.names.places(&tie.scene)));
    }
    if let Some((from, to)) = tie.days {
        parts.push(format!("both allow {}", days(from, to)));
    } else if tie.near_days {
        parts.push("are dated to days next to each other".to_string());
    }
    if tie.same_count {
        parts.push("give the same figure".to_string());
    }
    match tie.one_toll {
        Some(OneToll::SideBySide) => parts.push("set two sources against each other side by side".to_string()),
        Some(OneToll::Many) => parts.push("count more dead than one place has twice in these days".to_string()),
        None => {}
    }
    if tie.retold {
        parts.push("of them one takes up with “the” what the other told".to_string());
    }
    if left.document == right.document {
        parts.push("stand in one report".to_string());
    }
    let last = parts.pop().unwrap_or_default();
    if parts.is_empty() { format!("{last}.") } else { format!("{} and {last}.", parts.join(", ")) }
}
