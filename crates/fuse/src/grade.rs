//! How well is an event attested? A proposal; people grant it.
//!
//! After the grades of Airwars: a strike that the air force itself tells of is *confirmed*, one that two independent origins
//! tell of is *fair*, one with a single origin *weak*; where it is in dispute whether it happened or who did it, it is *contested*.

use crate::fusion::All;
use model::{ClaimId, Dispute, DisputeKind, Event, Grade, Stance, Stand, Strength};
use std::collections::BTreeSet;

pub(crate) fn grade(event: &Event, at: usize, all: &All<'_>, contested: &BTreeSet<&ClaimId>) -> Grade {
    if all.members(at).all(|set| set.claim.stance() != Stance::Asserts) {
        return Grade::Denied;
    }
    if event.claims.iter().any(|claim| contested.contains(claim)) {
        return Grade::Contested;
    }
    let so = |claim: &ClaimId| all.position(claim).is_some_and(|at| all.claims[at].claim.is_so());
    let admits = |origin: &&model::Origin| origin.stand == Stand::Doer && origin.claims.iter().any(so);
    if event.origins.iter().any(|origin| admits(&origin)) {
        return Grade::Confirmed;
    }
    if event.origin_count.certain >= 2 { Grade::Fair } else { Grade::Weak }
}

/// The claims of which it is in dispute whether it happened, or who did it.
pub(crate) fn contested(disputes: &[Dispute]) -> BTreeSet<&ClaimId> {
    disputes
        .iter()
        .filter(|dispute| {
            matches!(dispute.kind, DisputeKind::Responsibility | DisputeKind::Happened)
                && dispute.strength == Strength::Contradiction
        })
        .flat_map(|dispute| dispute.sides.iter().flat_map(|side| &side.claims))
        .collect()
}
