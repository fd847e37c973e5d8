//! Which claims belong together?
//!
//! Of the pairs of claims that are alike the surest are joined first, and two groups are never joined when any claim of one
//! excludes any claim of the other.

use crate::link::excludes;
use crate::pairs::Pair;
use crate::setting::Set;
use jiff::civil::Date;
use model::{ClaimType, EntityId, Kind, PlaceId};
use std::collections::BTreeSet;

/// Groups of claims with the strongest tie of each claim to another one of its group.
pub(crate) struct Groups {
    /// Positions of claims, ascending in each group; groups in order of their first claim.
    pub groups: Vec<Vec<usize>>,
    /// For each claim the strongest pair it takes part in inside its group.
    pub ties: Vec<Option<(u32, u32)>>,
}

/// Groups claims by the pairs of them that are alike. The claims must be sorted by id, which makes the result independent of the
/// order they came in.
pub(crate) fn group(claims: &[Set<'_>], alike: &[Pair]) -> Groups {
    // Ties between equally sure pairs are broken by what the claims say before who they are, so that a copy of a claim
    // joins where its original does and changes nothing else.
    let ranks = ranks(claims);
    let mut pairs: Vec<(u32, u32, u32, u32, u32)> = alike
        .iter()
        .filter(|pair| pair.apart.is_none())
        .map(|pair| {
            let (x, y) = (ranks[pair.left as usize], ranks[pair.right as usize]);
            (u32::MAX - pair.score, x.min(y), x.max(y), pair.left, pair.right)
        })
        .collect();
    pairs.sort_unstable();
    let mut members: Vec<Vec<usize>> = (0..claims.len()).map(|at| vec![at]).collect();
    let mut home: Vec<usize> = (0..claims.len()).collect();
    // Groups that exclude each other do so for good, however they grow.
    let mut barred: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); claims.len()];
    for &(_, _, _, one, other) in &pairs {
        let (left, right) = (home[one as usize], home[other as usize]);
        if left == right || barred[left].contains(&right) {
            continue;
        }
        // Two relations that tie exclude nothing: their polarity is one.
        let bars = claims[one as usize].claim.claim_type.kind() != Kind::Relation
            && members[left].iter().any(|&x| members[right].iter().any(|&y| excludes(&claims[x], &claims[y])));
        if bars {
            barred[left].insert(right);
            barred[right].insert(left);
            continue;
        }
        // The smaller group moves.
        let (keep, give) = if members[left].len() >= members[right].len() { (left, right) } else { (right, left) };
        let moved = std::mem::take(&mut members[give]);
        moved.iter().for_each(|&at| home[at] = keep);
        members[keep].extend(moved);
        for group in std::mem::take(&mut barred[give]) {
            barred[group].remove(&give);
            barred[group].insert(keep);
            barred[keep].insert(group);
        }
    }
    let mut ties = vec![None; claims.len()];
    for (_, _, _, left, right) in pairs {
        if home[left as usize] == home[right as usize] {
            ties[left as usize].get_or_insert((left, right));
            ties[right as usize].get_or_insert((left, right));
        }
    }
    let mut groups: Vec<Vec<usize>> = members.into_iter().filter(|group| !group.is_empty()).collect();
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups.sort();
    Groups { groups, ties }
}

/// What a claim says, without who says it and where it stands.
type Content<'a> = (ClaimType, Vec<&'a EntityId>, Vec<&'a EntityId>, Vec<&'a PlaceId>, Option<(Date, Date)>);

/// For each claim the place of what it says among all that is said; claims that say the same have the same.
fn ranks(claims: &[Set<'_>]) -> Vec<u32> {
    let content = |at: usize| -> Content<'_> {
        let claim = claims[at].claim;
        let (mut actors, mut targets): (Vec<&EntityId>, Vec<&EntityId>) =
            (claim.actors.iter().collect(), claim.targets.iter().collect());
        let mut places: Vec<&PlaceId> = claim.places.iter().map(|place| &place.id).collect();
        actors.sort();
        targets.sort();
        places.sort();
        (claim.claim_type, actors, targets, places, claim.time.map(|time| (time.earliest, time.latest)))
    };
    let mut order: Vec<(Content<'_>, usize)> = (0..claims.len()).map(|at| (content(at), at)).collect();
    order.sort();
    let mut ranks = vec![0; claims.len()];
    let mut rank = 0;
    for (n, (said, at)) in order.iter().enumerate() {
        if n > 0 && order[n - 1].0 != *said {
            rank += 1;
        }
        ranks[*at] = rank;
    }
    ranks
}
