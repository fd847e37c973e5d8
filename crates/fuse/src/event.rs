use crate::group::{Pair, group};
use crate::link::Dated;
use crate::origin::{Sources, origins};
use crate::{FuseClaim, FuseInput};
use model::{ClaimType, EntityId, Event, EventId, PlaceId, TimeRange};
use std::collections::{BTreeMap, BTreeSet};

/// The events that claims are about, sorted by id. Every claim is in exactly one of them.
pub fn events(input: &FuseInput<'_>) -> Vec<Event> {
    let sources = Sources::new(input.articles, input.copies, input.entities);
    let places: BTreeMap<&PlaceId, &str> = input.places.iter().map(|(id, name)| (id, name.as_str())).collect();
    let mut sorted: Vec<&FuseClaim> = input.claims.iter().collect();
    sorted.sort_by(|x, y| x.id.cmp(&y.id));
    sorted.dedup_by(|x, y| x.id == y.id);
    let claims: Vec<Dated<'_>> =
        sorted.iter().map(|claim| Dated { claim, published: sources.published(claim) }).collect();
    let groups = group(&claims);
    let mut events: Vec<Event> = groups
        .groups
        .iter()
        .map(|members| {
            let reasons = members.iter().skip(1).filter_map(|at| groups.ties.get(at));
            let reasons = reasons.map(|pair| reason(pair, &claims, &sources, &places)).collect();
            let members: Vec<&FuseClaim> = members.iter().map(|&at| claims[at].claim).collect();
            event(&members, reasons, &sources)
        })
        .collect();
    events.sort_by(|x, y| x.id.cmp(&y.id));
    events
}

/// `claims` are sorted by id.
fn event(claims: &[&FuseClaim], reasons: Vec<String>, sources: &Sources<'_>) -> Event {
    let mut hasher = blake3::Hasher::new();
    for claim in claims {
        hasher.update(claim.id.0.as_bytes());
        hasher.update(b"\n");
    }
    let id = EventId(hasher.finalize().to_hex()[..16].to_string());
    let (origins, origin_count) = origins(claims, sources);
    let distinct = |ids: BTreeSet<EntityId>| ids.into_iter().collect();
    Event {
        id,
        claim_type: most_common_type(claims),
        claims: claims.iter().map(|claim| claim.id.clone()).collect(),
        actors: distinct(claims.iter().flat_map(|claim| claim.actors.iter().cloned()).collect()),
        targets: distinct(claims.iter().flat_map(|claim| claim.targets.iter().cloned()).collect()),
        places: claims
            .iter()
            .flat_map(|claim| claim.places.iter().map(|place| place.id.clone()))
            .collect::<BTreeSet<PlaceId>>()
            .into_iter()
            .collect(),
        time: shared_days(claims),
        origins,
        origin_count,
        reasons,
    }
}

fn most_common_type(claims: &[&FuseClaim]) -> ClaimType {
    let count = |of: ClaimType| claims.iter().filter(|claim| claim.claim_type == of).count();
    // The first in the vocabulary on a tie: `min` keeps the first of equals.
    let types = claims.iter().map(|claim| claim.claim_type);
    types.min_by_key(|&of| (usize::MAX - count(of), of)).unwrap_or(ClaimType::Judgement)
}

/// The days all dated claims share; where they share none, from the first to the last.
fn shared_days(claims: &[&FuseClaim]) -> Option<TimeRange> {
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
fn reason(pair: &Pair, claims: &[Dated<'_>], sources: &Sources<'_>, places: &BTreeMap<&PlaceId, &str>) -> String {
    let (left, right) = (claims[pair.left].claim, claims[pair.right].claim);
    let types = if left.claim_type == right.claim_type {
        format!("Both are of type {}", left.claim_type)
    } else {
        let mut both = [left.claim_type, right.claim_type];
        both.sort();
        format!("They are of the kindred types {} and {}", both[0], both[1])
    };
    let names = |ids: &[EntityId]| ids.iter().map(|id| sources.name(id)).collect::<Vec<_>>().join(" and ");
    let mut parts = vec![types];
    if !pair.tie.actors.is_empty() {
        parts.push(format!("share the actor {}", names(&pair.tie.actors)));
    }
    if !pair.tie.targets.is_empty() {
        parts.push(format!("share the target {}", names(&pair.tie.targets)));
    }
    if !pair.tie.swapped.is_empty() {
        parts.push(format!("share the party {}", names(&pair.tie.swapped)));
    }
    if !pair.tie.places.is_empty() {
        let names: Vec<&str> =
            pair.tie.places.iter().map(|id| places.get(id).copied().unwrap_or(id.0.as_str())).collect();
        parts.push(format!("agree on the place {}", names.join(" and ")));
    }
    if let Some((from, to)) = pair.tie.days {
        let days = if from == to { from.to_string() } else { format!("{from} to {to}") };
        parts.push(format!("both allow {days}"));
    } else if pair.tie.near_days {
        parts.push("are dated to days next to each other".to_string());
    }
    if pair.tie.same_count {
        parts.push("give the same figure".to_string());
    }
    if left.document == right.document {
        parts.push("stand in one report".to_string());
    }
    let last = parts.pop().unwrap_or_default();
    if parts.is_empty() { format!("{last}.") } else { format!("{} and {last}.", parts.join(", ")) }
}
