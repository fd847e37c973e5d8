//! How far does it go, and who stands with whom? A party's weight in a place is told to grow and to shrink; two parties are told
//! to be allied and to be enemies; a sentence sets itself against what the one before makes of the same thing.

use super::near::ByDay;
use super::{Draft, STATE_DAYS};
use crate::fusion::All;
use crate::link::shared_places;
use crate::setting::Set;
use lexicon::Sign;
use model::{ClaimType, DisputeKind, EntityId, Kind, Modality, Polarity, Strength};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn find(all: &All<'_>, drafts: &mut Vec<Draft>) {
    growth(all, drafts);
    bonds(all, drafts);
    contrast(all, drafts);
}

/// Grows: `Some(true)`; shrinks: `Some(false)`; neither or both: `None`.
fn grows(set: &Set<'_>) -> Option<bool> {
    let claim = set.claim;
    let told = match (claim.has(Sign::Up), claim.has(Sign::Down)) {
        (true, false) => true,
        (false, true) => false,
        _ => return None,
    };
    Some(told == (claim.polarity == Polarity::Positive))
}

fn growth(all: &All<'_>, drafts: &mut Vec<Draft>) {
    let mut by_party: BTreeMap<&EntityId, Vec<usize>> = BTreeMap::new();
    for (at, set) in all.claims.iter().enumerate() {
        use ClaimType::*;
        let of_weight = set.claim.claim_type.kind() == Kind::Assessment
            || matches!(set.claim.claim_type, PresentIn | Controls | Backs | Support | Fight | Deploy | Withdraw);
        if of_weight && grows(set).is_some() && set.claim.modality != Modality::Conditional {
            for actor in &set.claim.actors {
                by_party.entry(actor).or_default().push(at);
            }
        }
    }
    for (party, claims) in by_party {
        let mut pairs: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        let downs = ByDay::new(all, claims.iter().copied().filter(|&at| grows(&all.claims[at]) == Some(false)));
        for &up in claims.iter().filter(|&&at| grows(&all.claims[at]) == Some(true)) {
            for down in downs.near(&all.claims[up]) {
                let (a, b) = (&all.claims[up], &all.claims[down]);
                if a.claim.sentence != b.claim.sentence && !shared_places(a.scene, b.scene).is_empty() {
                    pairs.entry(up).or_default().insert(down);
                }
            }
        }
        let downs: BTreeSet<usize> = pairs.values().flatten().copied().collect();
        if pairs.is_empty() {
            continue;
        }
        drafts.push(Draft {
            kind: DisputeKind::Degree,
            strength: Strength::Tension,
            reason: format!("The weight of {} is told to grow here and to shrink there.", all.names.entity(party)),
            sides: vec![
                ("grows".to_string(), pairs.into_keys().collect()),
                ("shrinks".to_string(), downs.into_iter().collect()),
            ],
        });
    }
}

fn bonds(all: &All<'_>, drafts: &mut Vec<Draft>) {
    let mut by_pair: BTreeMap<(&EntityId, &EntityId), Vec<usize>> = BTreeMap::new();
    for (at, set) in all.claims.iter().enumerate() {
        let claim = set.claim;
        if !matches!(claim.claim_type, ClaimType::Backs | ClaimType::AlliedWith | ClaimType::Opposes)
            || !claim.is_told()
            || claim.stance() != model::Stance::Asserts
        {
            continue;
        }
        for one in &claim.actors {
            for other in &claim.targets {
                by_pair.entry((one.min(other), one.max(other))).or_default().push(at);
            }
        }
    }
    for ((one, other), claims) in by_pair {
        let with = |at: usize| {
            let claim = all.claims[at].claim;
            (claim.claim_type != ClaimType::Opposes) == (claim.polarity == Polarity::Positive)
        };
        let (friends, foes): (Vec<usize>, Vec<usize>) = claims.into_iter().partition(|&at| with(at));
        // One sentence that has both tells a change: "once an ally, now at war".
        let clash = |x: usize, y: usize| {
            let (a, b) = (&all.claims[x], &all.claims[y]);
            !(a.same_article(b) && a.claim.sentence == b.claim.sentence)
        };
        let close = |x: &usize, others: &ByDay<'_>| others.around(&all.claims[*x], STATE_DAYS).any(|y| clash(*x, y));
        let against = ByDay::new(all, foes.iter().copied());
        let friends: Vec<usize> = friends.into_iter().filter(|x| close(x, &against)).collect();
        let with = ByDay::new(all, friends.iter().copied());
        let foes: Vec<usize> = foes.into_iter().filter(|x| close(x, &with)).collect();
        drafts.push(Draft {
            kind: DisputeKind::Degree,
            strength: Strength::Tension,
            reason: format!(
                "{} and {} are told to stand together and to stand against each other.",
                all.names.entity(one),
                all.names.entity(other)
            ),
            sides: vec![("together".to_string(), friends), ("against each other".to_string(), foes)],
        });
    }
}

/// "The meeting was seen as a first step. However, the clashes are a sign that …"
fn contrast(all: &All<'_>, drafts: &mut Vec<Draft>) {
    let mut order: Vec<usize> =
        (0..all.claims.len()).filter(|&at| all.claims[at].claim.claim_type.kind() == Kind::Assessment).collect();
    order.sort_by_key(|&at| {
        let claim = all.claims[at].claim;
        (&claim.document, claim.article, claim.sentence, &claim.id)
    });
    let sentences: Vec<&[usize]> = order
        .chunk_by(|&x, &y| {
            all.claims[x].same_article(&all.claims[y]) && all.claims[x].claim.sentence == all.claims[y].claim.sentence
        })
        .collect();
    for pair in sentences.windows(2) {
        let (before, here) = (&all.claims[pair[0][0]], &all.claims[pair[1][0]]);
        if !before.same_article(here)
            || before.claim.sentence + 1 != here.claim.sentence
            || !here.claim.has(Sign::Contrast)
        {
            continue;
        }
        let judges = |at: &&usize| all.claims[**at].claim.claim_type == ClaimType::Judgement;
        let (one, other): (Vec<usize>, Vec<usize>) =
            (pair[0].iter().filter(judges).copied().collect(), pair[1].iter().filter(judges).copied().collect());
        let about = |x: usize, y: usize| {
            let (a, b) = (&all.claims[x], &all.claims[y]);
            all.kin.any_related(&a.claim.actors, &b.claim.actors)
                || all.kin.any_related(&a.claim.targets, &b.claim.targets)
                || !shared_places(&a.claim.places, &b.claim.places).is_empty()
        };
        let told: Vec<usize> = one.iter().copied().filter(|&x| other.iter().any(|&y| about(x, y))).collect();
        let against: Vec<usize> = other.iter().copied().filter(|&y| told.iter().any(|&x| about(x, y))).collect();
        drafts.push(Draft {
            kind: DisputeKind::Degree,
            strength: Strength::Tension,
            sides: vec![("judged so".to_string(), told), ("judged otherwise".to_string(), against)],
            reason: "The text sets one judgement against the one before it.".to_string(),
        });
    }
}
