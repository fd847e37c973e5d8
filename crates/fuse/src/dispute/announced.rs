//! Is it real? A truce beside fighting that goes on, a withdrawal beside forces that are still there, and a move that is called
//! a pretence.

use super::Draft;
use super::responsibility::one_state;
use crate::fusion::All;
use crate::link::shared_places;
use crate::setting::Set;
use lexicon::Sign;
use model::{ClaimType, DisputeKind, EntityId, Polarity, Strength};
use std::collections::BTreeMap;

/// Sentences back to the move that is called a pretence.
const MOVE_SENTENCES: u32 = 40;

pub(super) fn find(all: &All<'_>, drafts: &mut Vec<Draft>) {
    // What can stand against a truce or a withdrawal, by article, so that each looks at its own days only.
    let mut by_day: BTreeMap<Option<jiff::civil::Date>, Vec<usize>> = BTreeMap::new();
    for (at, set) in all.claims.iter().enumerate() {
        if set.claim.has(Sign::GoesOn)
            || set.claim.has(Sign::Unceasing)
            || arms(set.claim.claim_type) && set.claim.time.is_some()
        {
            by_day.entry(set.published).or_default().push(at);
        }
    }
    let mut truces: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    let mut stays: BTreeMap<&EntityId, BTreeMap<Option<jiff::civil::Date>, Vec<usize>>> = BTreeMap::new();
    for (at, set) in all.claims.iter().enumerate().filter(|(_, set)| is_there_still(set)) {
        for party in set.claim.actors.iter().chain(set.above_actors.iter().copied()) {
            stays.entry(party).or_default().entry(set.published).or_default().push(at);
        }
    }
    for (at, set) in all.claims.iter().enumerate() {
        let after = |by_day: &BTreeMap<Option<jiff::civil::Date>, Vec<usize>>| -> Vec<usize> {
            match set.published {
                Some(day) => {
                    let span = jiff::Span::new().days(i64::from(super::STATE_DAYS));
                    let until = day.checked_add(span).unwrap_or(day);
                    by_day.range(Some(day)..=Some(until)).flat_map(|(_, claims)| claims).copied().collect()
                }
                None => by_day.get(&None).into_iter().flatten().copied().collect(),
            }
        };
        if is_truce(set) {
            truce(all, at, set, &after(&by_day), &mut truces);
        }
        if is_withdrawal(set) {
            let parties = set.claim.actors.iter().chain(set.above_actors.iter().copied());
            let mut against: Vec<usize> = parties.filter_map(|party| stays.get(party)).flat_map(after).collect();
            against.sort_unstable();
            against.dedup();
            withdrawal(all, at, set, &against, drafts);
        }
        pretence(all, at, set, drafts);
    }
    // One truce told twice is broken once.
    for (broken, agreed) in truces {
        let mut parties: Vec<_> = agreed.iter().flat_map(|&at| &all.claims[at].claim.actors).collect();
        parties.sort();
        parties.dedup();
        drafts.push(Draft {
            kind: DisputeKind::AnnouncedVsObserved,
            strength: Strength::Tension,
            reason: format!("A truce is agreed by {}, yet arms do not rest.", all.names.entities(parties)),
            sides: vec![("arms are to rest".to_string(), agreed), ("fighting goes on".to_string(), broken)],
        });
    }
}

fn arms(claim_type: ClaimType) -> bool {
    use ClaimType::*;
    matches!(claim_type, Fight | Strike | Attack | Besiege | Capture)
}

fn is_truce(set: &Set<'_>) -> bool {
    let claim = set.claim;
    claim.claim_type == ClaimType::Agree && claim.has(Sign::Truce) && claim.is_so() && !claim.actors.is_empty()
}

fn is_withdrawal(set: &Set<'_>) -> bool {
    let claim = set.claim;
    claim.claim_type == ClaimType::Withdraw && claim.is_so() && !claim.actors.is_empty() && !set.scene.is_empty()
}

fn is_there_still(set: &Set<'_>) -> bool {
    let there = matches!(set.claim.claim_type, ClaimType::PresentIn | ClaimType::Controls | ClaimType::Deploy);
    there && set.claim.has(Sign::GoesOn) && set.claim.is_so()
}

fn truce(all: &All<'_>, at: usize, set: &Set<'_>, against: &[usize], truces: &mut BTreeMap<Vec<usize>, Vec<usize>>) {
    let claim = set.claim;
    let breaks = |&&other: &&usize| {
        let it = &all.claims[other];
        let after = it.claim.time.zip(claim.time.or(set.scene_time)).is_some_and(|(x, y)| x.earliest > y.latest);
        let later = it.same_article(set) && it.claim.sentence > claim.sentence;
        let vowed = later && it.claim.has(Sign::Unceasing);
        let goes_on = later && it.claim.has(Sign::GoesOn) || vowed;
        let of_arms = arms(it.claim.claim_type) && it.claim.polarity == Polarity::Positive && it.claim.is_told()
            || vowed && (arms(it.claim.claim_type) || it.claim.claim_type.kind() == model::Kind::Assessment);
        let party = it.claim.actors.is_empty() && goes_on
            || all.kin.any_related(&it.claim.actors, &claim.actors)
            || it
                .claim
                .actors
                .iter()
                .any(|x| claim.actors.iter().any(|y| all.friends.contains(&(x.clone(), y.clone()))));
        let place = claim.places.is_empty()
            || it.scene.is_empty()
            || !shared_places(it.scene, &claim.places).is_empty()
            || it.same_article(set);
        one_state(it, set) && of_arms && (goes_on || after) && (party || goes_on && it.same_article(set)) && place
    };
    let broken: Vec<usize> = against.iter().filter(breaks).copied().collect();
    if !broken.is_empty() {
        truces.entry(broken).or_default().push(at);
    }
}

fn withdrawal(all: &All<'_>, at: usize, set: &Set<'_>, against: &[usize], drafts: &mut Vec<Draft>) {
    let claim = set.claim;
    let stays = |&&other: &&usize| {
        let it = &all.claims[other];
        let inside = it
            .claim
            .places
            .iter()
            .any(|place| set.scene.iter().any(|left| place.id == left.id || place.within.contains(&left.id)));
        inside && one_state(it, set) && all.kin.any_related(&it.claim.actors, &claim.actors)
    };
    let there: Vec<usize> = against.iter().filter(stays).copied().collect();
    if there.is_empty() {
        return;
    }
    drafts.push(Draft {
        kind: DisputeKind::AnnouncedVsObserved,
        strength: Strength::Tension,
        sides: vec![("has left".to_string(), vec![at]), ("is still there".to_string(), there)],
        reason: format!("{} is told to have left, yet to be there still.", all.names.entities(&claim.actors)),
    });
}

/// "The operation could be a ruse": the last move told before it in the article.
fn pretence(all: &All<'_>, at: usize, set: &Set<'_>, drafts: &mut Vec<Draft>) {
    if !set.claim.has(Sign::Pretence) {
        return;
    }
    let moved = |at: &&usize| {
        use ClaimType::*;
        let other = &all.claims[**at];
        other.claim.sentence < set.claim.sentence
            && set.claim.sentence <= other.claim.sentence + MOVE_SENTENCES
            && matches!(other.claim.claim_type, Withdraw | Agree | Deploy)
            && other.claim.is_so()
            && !other.claim.actors.is_empty()
    };
    if let Some(&told) = all.article(set).iter().rfind(moved) {
        let other = &all.claims[told];
        drafts.push(Draft {
            kind: DisputeKind::AnnouncedVsObserved,
            strength: Strength::Tension,
            sides: vec![
                (format!("{} as told", other.claim.claim_type), vec![told]),
                ("only a pretence".to_string(), vec![at]),
            ],
            reason: "What is told as done is elsewhere called a pretence.".to_string(),
        });
    }
}
