use crate::{ClaimId, EventId};
use jiff::civil::Date;

/// A relation laid on the axis of time: when it is attested, and what changed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The event that holds the claims of the relation.
    pub relation: EventId,
    /// The first day it is attested for, with the claim.
    pub first: Option<(Date, ClaimId)>,
    /// The last day it is attested for, with the claim.
    pub last: Option<(Date, ClaimId)>,
    /// Claims that tell of its coming or its end, by day.
    pub changes: Vec<Change>,
}

/// What changed a relation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The day, or the day of the report where the claim tells none.
    pub day: Date,
    /// The claim.
    pub claim: ClaimId,
    /// In a sentence.
    pub reason: String,
}
