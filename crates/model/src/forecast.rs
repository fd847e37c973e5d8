use crate::{ClaimId, EntityId, Outcome};
use jiff::civil::Date;

/// What somebody foretold, vowed or meant to do, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The claim that tells it.
    pub claim: ClaimId,
    /// Further claims that tell the same: of its sentence, and of copies of its text.
    pub also: Vec<ClaimId>,
    /// Who foretold it: the innermost source; empty for the document's own voice.
    pub holders: Vec<EntityId>,
    /// True when it hangs on a condition.
    pub conditional: bool,
    /// The day by which it should have come, where the words give one.
    pub horizon: Option<Date>,
    /// What became of it.
    pub outcome: Outcome,
    /// The claims the outcome rests on; empty when it is open.
    pub evidence: Vec<Evidence>,
    /// Why, in a sentence.
    pub reason: String,
}

/// A claim that tells what became of a forecast.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// The claim.
    pub claim: ClaimId,
    /// What it shows: that it came, or that it did not.
    pub shows: Outcome,
    /// Why it is about the forecast, in a sentence.
    pub reason: String,
}
