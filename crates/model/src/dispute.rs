use crate::{ClaimId, DisputeKind, EventId, Strength};

/// Sixteen hexadecimal digits made from the kind and the claims of the dispute's sides.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DisputeId(pub String);

/// Claims on one matter that cannot all be true, or that can hardly be.
///
/// The sides are a smallest set: each holds what cannot stand beside what any other side holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// See [`DisputeId`].
    pub id: DisputeId,
    /// What it is about.
    pub kind: DisputeKind,
    /// How hard the sides clash.
    pub strength: Strength,
    /// The event it is about: that of the first claim of the first side.
    pub event: EventId,
    /// The sides; two at least, but for one claim that holds both ("they blame each other").
    pub sides: Vec<Side>,
    /// Why the sides cannot stand beside each other, in a sentence.
    pub reason: String,
}

/// What one side of a dispute says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Side {
    /// In a few words: `"5"`, `"2031-05-03"`, `"denies"`.
    pub says: String,
    /// The claims that say it, sorted.
    pub claims: Vec<ClaimId>,
}
