//! Who did it? Doers of one deed that have nothing to do with each other, and parties that blame each other.

use super::near::ByDay;
use super::{Draft, STATE_DAYS};
use crate::fusion::All;
use crate::link::distance;
use lexicon::Sign;
use model::{ClaimType, DisputeKind, EntityId, Strength};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn find(all: &All<'_>, drafts: &mut Vec<Draft>) {
    doers(all, drafts);
    blame(all, drafts);
    leaders(all, drafts);
}

/// Deeds that one side does. A battle has many on each side.
fn has_one_doer(claim_type: ClaimType) -> bool {
    use ClaimType::*;
    matches!(claim_type, Strike | Attack | Destroy | Detain | Casualties | Capture)
}

fn strangers(all: &All<'_>, these: &[EntityId], those: &[EntityId]) -> bool {
    let friends = |x: &EntityId, y: &EntityId| all.friends.contains(&(x.clone(), y.clone()));
    !all.kin.any_related(these, those) && !these.iter().any(|x| those.iter().any(|y| friends(x, y)))
}

fn doers(all: &All<'_>, drafts: &mut Vec<Draft>) {
    for members in all.groups {
        let mut sides: Vec<(Vec<EntityId>, Vec<usize>)> = Vec::new();
        for &at in members {
            let claim = all.claims[at].claim;
            if claim.actors.is_empty() || !claim.is_so() || !has_one_doer(claim.claim_type) {
                continue;
            }
            match sides.iter_mut().find(|(doers, _)| !strangers(all, doers, &claim.actors)) {
                Some((doers, claims)) => {
                    doers.extend(claim.actors.iter().cloned());
                    claims.push(at);
                }
                None => sides.push((claim.actors.clone(), vec![at])),
            }
        }
        let documents: BTreeSet<_> =
            sides.iter().flat_map(|(_, claims)| claims).map(|&at| &all.claims[at].claim.document).collect();
        if sides.len() < 2 || documents.len() < 2 {
            continue;
        }
        let said: Vec<String> = sides.iter().map(|(doers, _)| all.names.entities(doers)).collect();
        drafts.push(Draft {
            kind: DisputeKind::Responsibility,
            strength: Strength::Contradiction,
            reason: format!("One deed is told of doers who have nothing in common: {}.", said.join(" against ")),
            sides: said.into_iter().zip(sides.into_iter().map(|(_, claims)| claims)).collect(),
        });
    }
}

/// "Morvania and Kestria blamed each other"; one report has the one blame the other, another the other way round.
fn blame(all: &All<'_>, drafts: &mut Vec<Draft>) {
    let mut by_pair: BTreeMap<(&EntityId, &EntityId), Vec<usize>> = BTreeMap::new();
    for (at, set) in all.claims.iter().enumerate() {
        let claim = set.claim;
        if claim.claim_type != ClaimType::Accuse || !claim.is_so() {
            continue;
        }
        if claim.has(Sign::EachOther) && claim.actors.len() == 2 {
            let says = |n: usize| format!("{} blames the other", all.names.entity(&claim.actors[n]));
            drafts.push(Draft {
                kind: DisputeKind::Responsibility,
                strength: Strength::Contradiction,
                sides: vec![(says(0), vec![at]), (says(1), vec![at])],
                reason: "Each of two parties blames the other.".to_string(),
            });
            continue;
        }
        for actor in &claim.actors {
            for target in &claim.targets {
                by_pair.entry((actor, target)).or_default().push(at);
            }
        }
    }
    for ((one, other), claims) in &by_pair {
        let Some(back) = by_pair.get(&(*other, *one)).filter(|_| one < other) else { continue };
        let answered = ByDay::new(all, back.iter().copied());
        let close: Vec<usize> =
            claims.iter().copied().filter(|&x| answered.near(&all.claims[x]).next().is_some()).collect();
        let blames = ByDay::new(all, close.iter().copied());
        let answers: Vec<usize> =
            back.iter().copied().filter(|&y| blames.near(&all.claims[y]).next().is_some()).collect();
        if close.is_empty() {
            continue;
        }
        let says =
            |who: &EntityId, whom: &EntityId| format!("{} blames {}", all.names.entity(who), all.names.entity(whom));
        drafts.push(Draft {
            kind: DisputeKind::Responsibility,
            strength: Strength::Contradiction,
            sides: vec![(says(one, other), close), (says(other, one), answers)],
            reason: "Each of two parties blames the other.".to_string(),
        });
    }
}

/// Who is said to lead an offensive, or to be at its head, is none of those who are said to have launched it.
fn leaders(all: &All<'_>, drafts: &mut Vec<Draft>) {
    let heads = |at: usize| {
        let claim = all.claims[at].claim;
        let of_deed = !claim.targets.is_empty() && !claim.targets.iter().any(|target| all.names.is_party(target));
        let heads = match claim.claim_type {
            ClaimType::Leads => of_deed,
            ClaimType::Judgement => claim.has(Sign::Central),
            _ => false,
        };
        heads && claim.has(Sign::Long) && claim.is_so()
    };
    let place = |at: usize| (&all.claims[at].claim.document, all.claims[at].claim.sentence);
    // "the corps, which has a central role in operations": such a sentence tells who heads them, not who launched them.
    let told_heads: BTreeSet<_> = (0..all.claims.len()).filter(|&at| heads(at)).map(place).collect();
    for (at, set) in all.claims.iter().enumerate().filter(|(at, _)| heads(*at)) {
        let claim = set.claim;
        // The offensive told nearest to it in the article, with its beginning.
        let told = |other: &&usize| {
            let other = &all.claims[**other];
            other.claim.claim_type == ClaimType::Fight
                && other.claim.has(Sign::Long)
                && other.claim.has(Sign::Begins)
                && other.claim.is_so()
        };
        let mut nearest: Vec<usize> = all.article(set).iter().filter(told).copied().collect();
        nearest.sort_by_key(|&at| (all.claims[at].claim.sentence.abs_diff(claim.sentence), at));
        // Who launched it may stand in another sentence on the same happening: the nearest that names a party.
        let launched = nearest.iter().find_map(|&at| {
            let far = |other: &usize| {
                let (one, other) = (all.claims[at].claim, all.claims[*other].claim);
                (one.document != other.document, one.sentence.abs_diff(other.sentence))
            };
            let own = all.groups[all.home[at]].iter().copied();
            let mut own: Vec<usize> =
                own.filter(|&at| all.claims[at].claim.is_so() && !told_heads.contains(&place(at))).collect();
            own.sort_by_key(|other| (far(other), *other));
            let doers = own.iter().map(|&at| {
                let actors = all.claims[at].claim.actors.iter();
                let mut doers: Vec<EntityId> = actors.filter(|doer| all.names.is_party(doer)).cloned().collect();
                doers.sort();
                doers.dedup();
                doers
            });
            { doers }.find(|doers| !doers.is_empty()).map(|doers| (at, doers))
        });
        let Some((launched, doers)) = launched else { continue };
        if claim.actors.is_empty() || !strangers(all, &doers, &claim.actors) {
            continue;
        }
        let begins = |at: &usize| all.claims[*at].claim.has(Sign::Begins) && all.claims[*at].claim.is_so();
        let begun = all.groups[all.home[launched]].iter().copied().filter(begins).collect();
        let (launchers, leader) = (all.names.entities(&doers), all.names.entities(&claim.actors));
        drafts.push(Draft {
            kind: DisputeKind::Responsibility,
            strength: Strength::Tension,
            reason: format!("It is launched by {launchers}, yet headed by {leader}, who is none of them."),
            sides: vec![(format!("launched by {launchers}"), begun), (format!("headed by {leader}"), vec![at])],
        });
    }
}

/// Two articles speak of one state of things.
pub(super) fn one_state(a: &crate::setting::Set<'_>, b: &crate::setting::Set<'_>) -> bool {
    match (a.published, b.published) {
        (Some(x), Some(y)) => distance(x, y) <= STATE_DAYS,
        _ => a.claim.document == b.claim.document,
    }
}
