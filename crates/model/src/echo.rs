use crate::{ClaimId, EventId, Passage, Turn};

/// A claim that one document has from another, and what became of it on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Echo {
    /// The event that both tell of.
    pub event: EventId,
    /// The claim that was passed on.
    pub from: ClaimId,
    /// What the later document makes of it.
    pub claim: ClaimId,
    /// By what it is known that the one comes from the other.
    pub by: Passage,
    /// What is other in the later one, in the order of the vocabulary. Empty: nothing.
    pub changes: Vec<EchoChange>,
}

/// One difference between a claim and what was made of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EchoChange {
    /// What sort of difference.
    pub what: Turn,
    /// The difference in a few words: `"killed: 5 became at least 6"`.
    pub says: String,
}
