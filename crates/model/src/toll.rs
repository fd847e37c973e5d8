use crate::{ClaimId, EventId, FigureStand, QuantityKind};
use jiff::civil::Date;

/// All figures that the claims of one event give for one thing: a ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Toll {
    /// The event.
    pub event: EventId,
    /// What is counted.
    pub what: QuantityKind,
    /// The figures by day of their reports, then by claim.
    pub figures: Vec<Figure>,
    /// The least lower bound of the figures that stand.
    pub low: Option<f64>,
    /// The figure with the most origins; on a tie the later, then the lower: its lower bound, or its upper where it has no
    /// other.
    pub best: Option<f64>,
    /// The greatest upper bound of the figures that stand; `None` where one of them has none.
    pub high: Option<f64>,
    /// How `best` was chosen, in a sentence.
    pub reason: String,
}

/// One figure of a toll.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The claim that gives it.
    pub claim: ClaimId,
    /// At least.
    pub min: Option<f64>,
    /// At most.
    pub max: Option<f64>,
    /// Who says it: the origin's name.
    pub origin: String,
    /// The day of the report.
    pub day: Option<Date>,
    /// How it stands to the others.
    pub stand: FigureStand,
}
