//! Which claims belong together?
//!
//! Claims that share a party or a place, or of which one takes up the other, are compared two by two; the surest pairs are
//! joined first, and two groups are never joined when any claim of one excludes any claim of the other.

use crate::link::{NEWS_DAYS, SLACK_DAYS, Tie, excludes, family, place_ids, tie};
use crate::setting::Set;
use jiff::civil::Date;
use lexicon::Sign;
use model::{ClaimType, DocumentId, EntityId, Kind, PlaceId};
use std::collections::{BTreeMap, BTreeSet};

/// Groups of claims with the strongest tie of each claim to another one of its group.
pub(crate) struct Groups {
    /// Positions of claims, ascending in each group; groups in order of their first claim.
    pub groups: Vec<Vec<usize>>,
    /// For each claim the strongest pair it takes part in inside its group.
    pub ties: BTreeMap<usize, Pair>,
}

/// Two claims and what ties them.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    pub left: usize,
    pub right: usize,
    pub tie: Tie,
}

/// Groups claims. They must be sorted by id, which makes the result independent of the order they came in.
pub(crate) fn group(claims: &[Set<'_>]) -> Groups {
    let mut pairs: Vec<Pair> = Vec::new();
    each_pair(claims, |left, right| {
        if let Some(tie) = tie(&claims[left], &claims[right]) {
            pairs.push(Pair { left, right, tie });
        }
    });
    // Ties between equally sure pairs are broken by what the claims say before who they are, so that a copy of a claim
    // joins where its original does and changes nothing else.
    pairs.sort_by_cached_key(|pair| {
        let (x, y) = (content(&claims[pair.left]), content(&claims[pair.right]));
        let (low, high) = if x <= y { (x, y) } else { (y, x) };
        (u32::MAX - pair.tie.score, low, high, pair.left, pair.right)
    });
    let mut members: Vec<Vec<usize>> = (0..claims.len()).map(|at| vec![at]).collect();
    let mut home: Vec<usize> = (0..claims.len()).collect();
    for pair in &pairs {
        let (left, right) = (home[pair.left], home[pair.right]);
        if left == right {
            continue;
        }
        // Two relations that tie exclude nothing: their polarity is one.
        let barred = claims[pair.left].claim.claim_type.kind() != Kind::Relation
            && members[left].iter().any(|&x| members[right].iter().any(|&y| excludes(&claims[x], &claims[y])));
        if barred {
            continue;
        }
        let (keep, give) = (left.min(right), left.max(right));
        let moved = std::mem::take(&mut members[give]);
        for &at in &moved {
            home[at] = keep;
        }
        members[keep].extend(moved);
    }
    let mut ties = BTreeMap::new();
    for pair in pairs {
        if home[pair.left] == home[pair.right] {
            ties.entry(pair.left).or_insert_with(|| pair.clone());
            ties.entry(pair.right).or_insert(pair);
        }
    }
    let mut groups: Vec<Vec<usize>> = members.into_iter().filter(|group| !group.is_empty()).collect();
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups.sort();
    Groups { groups, ties }
}

/// What a claim says, without who says it and where it stands.
type Content = (ClaimType, Vec<EntityId>, Vec<EntityId>, Vec<PlaceId>, Option<(Date, Date)>);

fn content(set: &Set<'_>) -> Content {
    let claim = set.claim;
    let mut actors = claim.actors.clone();
    let mut targets = claim.targets.clone();
    let mut places: Vec<PlaceId> = claim.places.iter().map(|place| place.id.clone()).collect();
    actors.sort();
    targets.sort();
    places.sort();
    (claim.claim_type, actors, targets, places, claim.time.map(|time| (time.earliest, time.latest)))
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Shared<'a> {
    /// Of a relation: one of its two ends with the other.
    Ends(&'a EntityId, Option<&'a EntityId>, Vec<&'a PlaceId>),
    Party(&'a EntityId),
    Place(&'a PlaceId),
    /// Of a person, who dies once.
    Death(&'a EntityId),
    /// One takes up what the other told.
    Article(&'a DocumentId, u32),
}

/// Every pair of one family that shares a party or a place, or of which one can take up the other, left before right, each
/// once. Claims whose days are too far apart are not compared, which keeps long records quick and changes nothing.
pub(crate) fn each_pair(claims: &[Set<'_>], mut each: impl FnMut(usize, usize)) {
    let mut blocks: BTreeMap<(ClaimType, Shared<'_>), BTreeSet<usize>> = BTreeMap::new();
    for (at, set) in claims.iter().enumerate() {
        let claim = set.claim;
        let family = family(claim.claim_type);
        if claim.claim_type.kind() == Kind::Relation {
            let places = place_ids(claim);
            for actor in &claim.actors {
                for target in claim.targets.iter().map(Some).chain(claim.targets.is_empty().then_some(None)) {
                    blocks
                        .entry((claim.claim_type, Shared::Ends(actor, target, places.clone())))
                        .or_default()
                        .insert(at);
                }
            }
            continue;
        }
        let parties = claim.actors.iter().chain(&claim.targets);
        for party in parties.chain(set.above_actors.iter().copied()).chain(set.above_targets.iter().copied()) {
            blocks.entry((family, Shared::Party(party))).or_default().insert(at);
        }
        for place in set.scene {
            blocks.entry((family, Shared::Place(&place.id))).or_default().insert(at);
        }
        if claim.has(Sign::Dies) && set.persons {
            for person in &claim.targets {
                blocks.entry((family, Shared::Death(person))).or_default().insert(at);
            }
        }
        if claim.has(Sign::Long) {
            blocks.entry((family, Shared::Article(&claim.document, claim.article))).or_default().insert(at);
        }
    }
    let mut seen = BTreeSet::new();
    for ((claim_type, shared), block) in &blocks {
        if claim_type.kind() == Kind::Relation {
            // All tie that have one polarity: each to the one before it is enough.
            let block: Vec<usize> = block.iter().copied().collect();
            for (n, &right) in block.iter().enumerate() {
                let polarity = claims[right].claim.polarity;
                let before = block[..n].iter().rev().find(|&&left| claims[left].claim.polarity == polarity);
                seen.extend(before.map(|&left| (left, right)));
            }
            continue;
        }
        let any_day = matches!(shared, Shared::Death(_) | Shared::Article(..));
        let mut windows: Vec<(Option<(Date, Date)>, usize)> =
            block.iter().map(|&at| (window(&claims[at]).filter(|_| !any_day), at)).collect();
        windows.sort();
        let mut open: Vec<(Option<Date>, usize)> = Vec::new();
        for (window, at) in windows {
            if let Some((from, _)) = window {
                open.retain(|(until, _)| until.is_none_or(|until| until >= from));
            }
            seen.extend(open.iter().map(|&(_, other)| (at.min(other), at.max(other))));
            open.push((window.map(|(_, until)| until), at));
        }
    }
    for (left, right) in seen {
        each(left, right);
    }
}

/// The days within which another claim can be about the same: its own days or those around its article. `None`: any.
fn window(set: &Set<'_>) -> Option<(Date, Date)> {
    let claim = set.claim;
    if claim.claim_type.kind() == Kind::Assessment {
        return None;
    }
    let span = |from: Date, until: Date, slack: i32| {
        let slack = jiff::Span::new().days(slack);
        Some((from.checked_sub(slack).ok()?, until.checked_add(slack).ok()?))
    };
    match (claim.time, set.published) {
        // A report tells of what was before it, and undated claims are held against reports of these days.
        (Some(time), Some(day)) => span(time.earliest.min(day), time.latest.max(day), SLACK_DAYS + NEWS_DAYS),
        (None, Some(day)) => span(day, day, NEWS_DAYS),
        (_, None) => None,
    }
}
