//! Where do claims disagree?
//!
//! "Five soldiers were killed in Tavan on 3 May" and "at least six soldiers were killed in Tavan": one event, two figures, a
//! dispute on number. Each file here holds the rules of some kinds. The sides of a dispute are a smallest set: what is
//! compatible with the other sides stays out. A later figure of the same origin is a revision and no dispute, and "five more" clashes with
//! nothing. Who is right is not decided.

mod announced;
mod control;
mod date;
mod degree;
mod happened;
mod near;
mod number;
mod place;
mod presence;
mod responsibility;

use crate::fusion::All;
use model::{ClaimId, Dispute, DisputeId, DisputeKind, Side, Strength, Toll};
use std::collections::BTreeMap;

/// Days between two articles within which they speak of one state of things.
pub(crate) const STATE_DAYS: i32 = 60;

/// The disputes of a record, sorted by id.
pub(crate) fn disputes(all: &All<'_>, tolls: &[Toll]) -> Vec<Dispute> {
    let mut drafts = Vec::new();
    number::find(all, tolls, &mut drafts);
    date::find(all, &mut drafts);
    place::find(all, &mut drafts);
    happened::find(all, &mut drafts);
    presence::find(all, &mut drafts);
    responsibility::find(all, &mut drafts);
    control::find(all, &mut drafts);
    announced::find(all, &mut drafts);
    degree::find(all, &mut drafts);
    let mut disputes: BTreeMap<DisputeId, Dispute> = BTreeMap::new();
    for draft in drafts {
        if let Some(dispute) = draft.finished(all) {
            disputes.entry(dispute.id.clone()).or_insert(dispute);
        }
    }
    disputes.into_values().collect()
}

/// A dispute as it is found.
pub(crate) struct Draft {
    pub kind: DisputeKind,
    pub strength: Strength,
    /// What each side says, and its claims by position.
    pub sides: Vec<(String, Vec<usize>)>,
    pub reason: String,
}

impl Draft {
    fn finished(self, all: &All<'_>) -> Option<Dispute> {
        let mut sides: Vec<Side> = self
            .sides
            .into_iter()
            .map(|(says, mut claims)| {
                claims.sort_unstable();
                claims.dedup();
                Side { says, claims: claims.iter().map(|&at| all.claims[at].claim.id.clone()).collect() }
            })
            .filter(|side| !side.claims.is_empty())
            .collect();
        sides.sort();
        let first: &ClaimId = sides.first()?.claims.first()?;
        if sides.len() < 2 {
            return None;
        }
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.kind.as_str().as_bytes());
        for side in &sides {
            hasher.update(b"\n\n");
            for claim in &side.claims {
                hasher.update(claim.0.as_bytes());
                hasher.update(b"\n");
            }
        }
        Some(Dispute {
            id: DisputeId(hasher.finalize().to_hex()[..16].to_string()),
            kind: self.kind,
            strength: self.strength,
            event: all.ids[all.event_of(first)?].clone(),
            sides,
            reason: self.reason,
        })
    }
}
