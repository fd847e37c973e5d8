//! Did it happen? What one claim tells, another tells not to be so, denies, doubts, or takes for possible only.

use super::Draft;
use crate::fusion::All;
use crate::link::{Apart, SLACK_DAYS, days_between, near, shared_places};
use crate::setting::Set;
use model::{ClaimType, DisputeKind, EntityId, Modality, PlaceId, Stance, Strength};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn find(all: &All<'_>, drafts: &mut Vec<Draft>) {
    stances(all, drafts);
    negatives(all, drafts);
    possible(all, drafts);
}

/// A denial is about what others assert in the same event.
fn stances(all: &All<'_>, drafts: &mut Vec<Draft>) {
    for members in all.groups {
        let of = |stance: Stance| -> Vec<usize> {
            let wanted = |at: &&usize| {
                let claim = all.claims[**at].claim;
                claim.stance() == stance && (stance != Stance::Asserts || claim.is_told())
            };
            members.iter().filter(wanted).copied().collect()
        };
        let (says, denies, doubts) = (of(Stance::Asserts), of(Stance::Denies), of(Stance::Doubts));
        let strength = if denies.is_empty() { Strength::Tension } else { Strength::Contradiction };
        let against = if denies.is_empty() { ("doubts it", doubts) } else { ("denies it", denies) };
        if says.is_empty() || against.1.is_empty() {
            continue;
        }
        let reason = if strength == Strength::Tension {
            "What one side tells, the other calls in doubt."
        } else {
            "What one side tells, the other denies."
        };
        drafts.push(Draft {
            kind: DisputeKind::Happened,
            strength,
            sides: vec![("says it".to_string(), says), (against.0.to_string(), against.1)],
            reason: reason.to_string(),
        });
    }
}

/// Types whose negative is a deed of its own: a siege is lifted, people return.
fn has_reverse(claim_type: ClaimType) -> bool {
    matches!(claim_type, ClaimType::Besiege | ClaimType::Displace)
}

/// "did not" against "did".
fn negatives(all: &All<'_>, drafts: &mut Vec<Draft>) {
    let mut found: BTreeSet<(usize, usize)> = BTreeSet::new();
    for pair in all.alike.iter().filter(|pair| pair.apart == Some(Apart::Polarity)) {
        let (left, right) = (pair.left as usize, pair.right as usize);
        let (a, b) = (&all.claims[left], &all.claims[right]);
        let plain = |set: &Set<'_>| set.claim.is_told() && set.claim.stance() == Stance::Asserts;
        if has_reverse(a.claim.claim_type)
            || !plain(a)
            || !plain(b)
            || !(near(a, b) || a.same_article(b))
            || !days_and_places_agree(a, b)
            || a.claim.document == b.claim.document && a.claim.sentence == b.claim.sentence
        {
            continue;
        }
        let (so, not) = if a.claim.is_so() { (left, right) } else { (right, left) };
        found.insert((all.home[so], all.home[not]));
    }
    for (so, not) in found {
        drafts.push(Draft {
            kind: DisputeKind::Happened,
            strength: Strength::Contradiction,
            sides: vec![
                (
                    "it is so".to_string(),
                    all.groups[so].iter().copied().filter(|&at| all.claims[at].claim.is_so()).collect(),
                ),
                ("it is not so".to_string(), all.groups[not].clone()),
            ],
            reason: "One side tells that it is so, the other that it is not.".to_string(),
        });
    }
}

fn days_and_places_agree(a: &Set<'_>, b: &Set<'_>) -> bool {
    let days = a.claim.time.zip(b.claim.time).is_none_or(|(x, y)| days_between(x, y) <= SLACK_DAYS);
    let (x, y) = (&a.claim.places, &b.claim.places);
    days && (x.is_empty() || y.is_empty() || !shared_places(x, y).is_empty())
}

/// Types that tell of one party's coming to a place and being there.
fn moves(claim_type: ClaimType) -> bool {
    matches!(claim_type, ClaimType::Deploy | ClaimType::PresentIn | ClaimType::Support)
}

/// What one claim states plainly, another takes for possible only: in one event, or of one party's coming to one place.
fn possible(all: &All<'_>, drafts: &mut Vec<Draft>) {
    let mut blocks: BTreeMap<(&EntityId, &PlaceId), BTreeSet<usize>> = BTreeMap::new();
    for (at, set) in all.claims.iter().enumerate().filter(|(_, set)| moves(set.claim.claim_type)) {
        for party in set.claim.actors.iter().chain(set.above_actors.iter().copied()) {
            for place in set.scene {
                blocks.entry((party, &place.id)).or_default().insert(at);
            }
        }
    }
    let mut groups: BTreeSet<Vec<usize>> = all.groups.iter().filter(|members| members.len() > 1).cloned().collect();
    for block in blocks.values() {
        // One state of things: reports of days.
        let mut rest: Vec<usize> = block.iter().copied().collect();
        rest.sort_by_key(|&at| (all.claims[at].published, at));
        for chunk in rest.chunk_by(|&x, &y| near(&all.claims[x], &all.claims[y])) {
            let mut chunk = chunk.to_vec();
            chunk.sort_unstable();
            groups.insert(chunk);
        }
    }
    groups.retain(|group| {
        let of = |may: bool| group.iter().any(|&at| (all.claims[at].claim.modality == Modality::Possible) == may);
        of(true) && of(false)
    });
    // A party and the state it belongs to give the same claims twice; the larger group says all.
    let mut holding: BTreeMap<usize, Vec<&Vec<usize>>> = BTreeMap::new();
    for group in &groups {
        group.iter().for_each(|&at| holding.entry(at).or_default().push(group));
    }
    let within = |group: &[usize], other: &[usize]| {
        other.len() > group.len() && group.iter().all(|at| other.binary_search(at).is_ok())
    };
    let whole: Vec<&Vec<usize>> =
        groups.iter().filter(|group| !holding[&group[0]].iter().any(|other| within(group, other))).collect();
    for group in whole {
        let of = |modality: Modality| -> Vec<usize> {
            let plain = |at: &&usize| {
                let claim = all.claims[**at].claim;
                claim.modality == modality
                    && claim.polarity == model::Polarity::Positive
                    && claim.stance() == Stance::Asserts
                    && claim.claim_type.kind() != model::Kind::Assessment
            };
            group.iter().filter(plain).copied().collect()
        };
        let (fact, claimed, may) = (of(Modality::Fact), of(Modality::Claimed), of(Modality::Possible));
        if may.is_empty() || fact.is_empty() && claimed.is_empty() {
            continue;
        }
        drafts.push(Draft {
            kind: DisputeKind::Happened,
            strength: Strength::Tension,
            sides: vec![
                ("stated".to_string(), fact),
                ("reported with distance".to_string(), claimed),
                ("possible only".to_string(), may),
            ],
            reason: "What is told as having happened here is only possible there.".to_string(),
        });
    }
}
