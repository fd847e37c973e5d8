//! Who holds the place? Two parties that have nothing to do with each other hold one place at one time; the siege of a place is
//! broken by those whose enemies are said to have held it.

use super::near::ByDay;
use super::{Draft, STATE_DAYS};
use crate::fusion::All;
use crate::link::{days_between, shared_places};
use crate::setting::Set;
use model::{ClaimType, DisputeKind, EntityId, PlaceId, Polarity, Strength};
use std::collections::BTreeMap;

pub(super) fn find(all: &All<'_>, drafts: &mut Vec<Draft>) {
    let mut held: BTreeMap<&PlaceId, BTreeMap<usize, Vec<usize>>> = BTreeMap::new();
    for (at, set) in all.claims.iter().enumerate() {
        if set.claim.claim_type == ClaimType::Controls && set.claim.is_so() && !set.claim.actors.is_empty() {
            for place in &set.claim.places {
                held.entry(&place.id).or_default().entry(all.home[at]).or_default().push(at);
            }
        }
    }
    for (place, holders) in &held {
        let holders: Vec<(&Vec<usize>, ByDay<'_>)> =
            holders.values().map(|claims| (claims, ByDay::new(all, claims.iter().copied()))).collect();
        for (n, (these, by_day)) in holders.iter().enumerate() {
            for (those, other_by_day) in &holders[n + 1..] {
                let (one, other) = (clashing(all, these, other_by_day), clashing(all, those, by_day));
                let Some((first, second)) = one.first().zip(other.first()) else { continue };
                let holds = |at: &usize| format!("{} holds it", all.names.entities(&all.claims[*at].claim.actors));
                drafts.push(Draft {
                    kind: DisputeKind::Control,
                    strength: Strength::Contradiction,
                    reason: format!("Two parties are said to hold {} at one time.", all.names.place(place)),
                    sides: vec![(holds(first), one.clone()), (holds(second), other.clone())],
                });
            }
        }
    }
    relieved(all, drafts);
}

/// Those claims to which one of the others tells another holder for the same time.
fn clashing(all: &All<'_>, claims: &[usize], others: &ByDay<'_>) -> Vec<usize> {
    let clash = |&at: &usize| {
        let a = &all.claims[at];
        others.around(a, STATE_DAYS).any(|other| {
            let b = &all.claims[other];
            overlap(a, b) && rivals(all, &a.claim.actors, &b.claim.actors)
        })
    };
    claims.iter().copied().filter(clash).collect()
}

fn overlap(a: &Set<'_>, b: &Set<'_>) -> bool {
    a.claim.time.zip(b.claim.time).is_none_or(|(x, y)| days_between(x, y) == 0)
}

fn rivals(all: &All<'_>, these: &[EntityId], those: &[EntityId]) -> bool {
    let friends = |x: &EntityId, y: &EntityId| all.friends.contains(&(x.clone(), y.clone()));
    !all.kin.any_related(these, those) && !these.iter().any(|x| those.iter().any(|y| friends(x, y)))
}

/// "They broke the siege of Tavan … the liberation of towns held by rebels": whoever was besieged there held it.
fn relieved(all: &All<'_>, drafts: &mut Vec<Draft>) {
    for (at, set) in all.claims.iter().enumerate() {
        let claim = set.claim;
        let lifted = claim.claim_type == ClaimType::Besiege
            && claim.polarity == Polarity::Negative
            && claim.is_told()
            && !claim.actors.is_empty()
            && !claim.places.is_empty();
        if !lifted {
            continue;
        }
        for &other in all.article(set) {
            let held = &all.claims[other];
            if held.claim.claim_type == ClaimType::Controls
                && held.claim.is_so()
                && !held.claim.actors.is_empty()
                && !shared_places(held.scene, &claim.places).is_empty()
                && rivals(all, &held.claim.actors, &claim.actors)
            {
                let holder = all.names.entities(&held.claim.actors);
                drafts.push(Draft {
                    kind: DisputeKind::Control,
                    strength: Strength::Contradiction,
                    reason: format!(
                        "The siege of {} is broken, so those inside held it; it is also said to be held by {holder}.",
                        all.names.places(claim.places.iter().map(|place| &place.id))
                    ),
                    sides: vec![
                        ("besieged and relieved".to_string(), vec![at]),
                        (format!("held by {holder}"), vec![other]),
                    ],
                });
            }
        }
    }
}
