//! Is anybody there? "There are no Morvian soldiers in Velna", "Morvia denied that its troops had entered Velna", beside "Morvian forces
//! captured Velna": whoever holds a place or takes it is in it, whatever word the texts have for it.

use super::near::ByDay;
use super::{Draft, STATE_DAYS};
use crate::fusion::All;
use crate::link::{SLACK_DAYS, days_between};
use crate::setting::Set;
use model::{ClaimType, DisputeKind, EntityId, PlaceId, Polarity, Stance, Strength};
use std::collections::BTreeMap;

pub(super) fn find(all: &All<'_>, drafts: &mut Vec<Draft>) {
    let mut told: BTreeMap<&PlaceId, Vec<usize>> = BTreeMap::new();
    for (at, set) in all.claims.iter().enumerate().filter(|(_, set)| depth(set).is_some() && set.claim.is_so()) {
        for place in &set.claim.places {
            told.entry(&place.id).or_default().push(at);
        }
    }
    let told: BTreeMap<&PlaceId, ByDay<'_>> =
        told.into_iter().map(|(place, claims)| (place, ByDay::new(all, claims))).collect();
    // Denials of one thing are one, in whatever words.
    let mut found: BTreeMap<(Option<u8>, Vec<usize>), Vec<usize>> = BTreeMap::new();
    for (at, set) in all.claims.iter().enumerate().filter(|(_, set)| depth(set).is_some() && is_denied(set)) {
        let there = set.claim.places.iter().filter_map(|place| told.get(&place.id));
        let mut against: Vec<usize> =
            there.flat_map(|by_day| by_day.around(set, STATE_DAYS)).filter(|&other| clash(all, at, other)).collect();
        against.sort_unstable();
        against.dedup();
        if !against.is_empty() {
            found.entry((depth(set), against)).or_default().push(at);
        }
    }
    for ((_, told), denials) in found {
        let first = &all.claims[denials[0]];
        let place = all.names.places(first.claim.places.iter().map(|place| &place.id));
        drafts.push(Draft {
            kind: DisputeKind::Happened,
            strength: Strength::Contradiction,
            reason: format!(
                "It is told of {} both to be in {place}, or to have come there, and not to.",
                all.names.entities(&first.claim.actors)
            ),
            sides: vec![("there".to_string(), told), ("not there".to_string(), denials)],
        });
    }
}

/// How much a claim says of being in a place: coming or being there is less than holding it.
fn depth(set: &Set<'_>) -> Option<u8> {
    let claim = set.claim;
    let depth = match claim.claim_type {
        ClaimType::Deploy | ClaimType::PresentIn => 0,
        ClaimType::Capture | ClaimType::Controls => 1,
        _ => return None,
    };
    (!claim.actors.is_empty() && !claim.places.is_empty()).then_some(depth)
}

/// Told not to be so, or denied by somebody.
fn is_denied(set: &Set<'_>) -> bool {
    let claim = set.claim;
    match claim.stance() {
        Stance::Denies => claim.polarity == Polarity::Positive,
        Stance::Asserts => claim.is_told() && claim.polarity == Polarity::Negative,
        Stance::Doubts => false,
    }
}

/// A denial and a claim that it leaves no room for. Who was never there cannot hold it; who does not hold it may be there.
fn clash(all: &All<'_>, denial: usize, told: usize) -> bool {
    let (no, yes) = (&all.claims[denial], &all.claims[told]);
    let days = no.claim.time.zip(yes.claim.time).is_none_or(|(x, y)| days_between(x, y) <= SLACK_DAYS);
    let one_sentence = no.same_article(yes) && no.claim.sentence == yes.claim.sentence;
    // Events that are one have their denials found there.
    depth(yes) >= depth(no)
        && days
        && !one_sentence
        && all.home[denial] != all.home[told]
        && no.claim.actors.iter().any(|x| yes.claim.actors.iter().any(|y| one_side(all, x, y)))
}

/// One belongs to the other, or both to a third: the troops and the soldiers of one state.
fn one_side(all: &All<'_>, x: &EntityId, y: &EntityId) -> bool {
    all.kin.related(x, y) || all.kin.above(x).any(|above| all.kin.above(y).any(|other| above == other))
}
