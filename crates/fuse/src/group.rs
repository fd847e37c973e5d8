//! Which claims belong together?
//!
//! Claims that share a party or a place are compared two by two; the surest pairs are joined first, and two groups are
//! never joined when any claim of one excludes any claim of the other.

use crate::link::{Dated, Tie, excludes, family, tie};
use model::{ClaimType, EntityId, PlaceId};
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
pub(crate) fn group(claims: &[Dated<'_>]) -> Groups {
    let mut pairs = candidate_pairs(claims);
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
        let barred = members[left].iter().any(|&x| members[right].iter().any(|&y| excludes(claims[x], claims[y])));
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
type Content = (ClaimType, Vec<EntityId>, Vec<EntityId>, Vec<PlaceId>, Option<(jiff::civil::Date, jiff::civil::Date)>);

fn content(dated: &Dated<'_>) -> Content {
    let claim = dated.claim;
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
    Party(&'a EntityId),
    Place(&'a PlaceId),
}

/// Every pair of one family that shares a party or a place and has enough else in common.
fn candidate_pairs(claims: &[Dated<'_>]) -> Vec<Pair> {
    let mut blocks: BTreeMap<(ClaimType, Shared<'_>), BTreeSet<usize>> = BTreeMap::new();
    for (at, dated) in claims.iter().enumerate() {
        let family = family(dated.claim.claim_type);
        for party in dated.claim.actors.iter().chain(&dated.claim.targets) {
            blocks.entry((family, Shared::Party(party))).or_default().insert(at);
        }
        for place in &dated.claim.places {
            blocks.entry((family, Shared::Place(&place.id))).or_default().insert(at);
        }
    }
    let mut seen = BTreeSet::new();
    for block in blocks.values() {
        for (rank, &left) in block.iter().enumerate() {
            for &right in block.iter().skip(rank + 1) {
                seen.insert((left, right));
            }
        }
    }
    seen.into_iter()
        .filter_map(|(left, right)| tie(claims[left], claims[right]).map(|tie| Pair { left, right, tie }))
        .collect()
}
