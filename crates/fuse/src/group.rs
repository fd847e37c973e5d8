//! Which claims belong together?
//!
//! Of the pairs of claims that are alike the surest are joined first, and two groups are never joined when any claim of one
//! excludes any claim of the other. What one report tells as two happenings is not made one by another report that tells the same
//! two: "The army killed two men at Tavan. Two men were killed in the north" is two events, however many papers copy it.

use crate::link::excludes;
use crate::pairs::Pair;
use crate::setting::Set;
use jiff::civil::Date;
use model::{ClaimType, DocumentId, EntityId, Kind, PlaceId, QuantityKind};
use std::collections::{BTreeMap, BTreeSet};

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
    let told = Told::new(claims, &ranks, alike);
    let mut pairs: Vec<(u32, u32, u32, u32, u32)> = alike
        .iter()
        .filter(|pair| pair.apart.is_none() && !told.apart(pair.left, pair.right))
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

/// What the reports themselves tell as one happening, and what as two.
struct Told<'a> {
    claims: &'a [Set<'a>],
    ranks: &'a [u32],
    /// The claims of happenings that a document makes, by what they say.
    saying: BTreeMap<(&'a DocumentId, u32), Vec<u32>>,
    /// Sorted by its two claims.
    alike: &'a [Pair],
}

impl<'a> Told<'a> {
    fn new(claims: &'a [Set<'a>], ranks: &'a [u32], alike: &'a [Pair]) -> Told<'a> {
        let mut saying: BTreeMap<(&DocumentId, u32), Vec<u32>> = BTreeMap::new();
        for (at, set) in claims.iter().enumerate().filter(|(_, set)| set.claim.claim_type.kind() == Kind::Event) {
            saying.entry((&set.claim.document, ranks[at])).or_default().push(at as u32);
        }
        Told { claims, ranks, saying, alike }
    }

    /// Whether the report of one of two claims also tells what the other says, and tells it apart from the one.
    fn apart(&self, one: u32, other: u32) -> bool {
        let apart = |own: u32, foreign: u32| {
            let same = self.saying.get(&(&self.claims[own as usize].claim.document, self.ranks[foreign as usize]));
            same.is_some_and(|same| !same.iter().any(|&at| at == own || self.are_one(own, at)))
        };
        let foreign = self.claims[one as usize].claim.document != self.claims[other as usize].claim.document;
        foreign && (apart(one, other) || apart(other, one))
    }

    fn are_one(&self, one: u32, other: u32) -> bool {
        let key = (one.min(other), one.max(other));
        let found = self.alike.binary_search_by_key(&key, |pair| (pair.left, pair.right));
        found.is_ok_and(|at| self.alike[at].apart.is_none())
    }
}

/// What a claim says, without who says it and where it stands.
type Content<'a> = (
    ClaimType,
    Vec<&'a EntityId>,
    Vec<&'a EntityId>,
    Vec<&'a PlaceId>,
    Option<(Date, Date)>,
    Vec<(QuantityKind, Option<u64>, Option<u64>, bool)>,
);

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
        let figure = |bound: Option<f64>| bound.map(f64::to_bits);
        let mut quantities: Vec<_> =
            claim.quantities.iter().map(|q| (q.what, figure(q.min), figure(q.max), q.more)).collect();
        quantities.sort_unstable();
        (claim.claim_type, actors, targets, places, claim.time.map(|time| (time.earliest, time.latest)), quantities)
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
