use crate::{
    ClaimType, DocumentId, EntityId, Kind, Modality, PlaceId, Polarity, QuantityKind, SourceKind, Span, Stance,
    TimeRange,
};

/// Sixteen hexadecimal digits made from the document, the quote, the type and the words of the claim: the same reading of
/// the same bytes gives the same id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimId(pub String);

/// The smallest thing a sentence asserts that could be true or false of the world. Every field points at its words.
///
/// `read` makes it; `resolve` fills the fields that say so. Nothing else changes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// See [`ClaimId`].
    pub id: ClaimId,
    /// The document it stands in.
    pub document: DocumentId,
    /// Index of its article in the document.
    pub article: u32,
    /// Index of its sentence in the reading.
    pub sentence: u32,
    /// The clause or sentence that makes the claim.
    pub quote: Span,
    /// Its type; [`Claim::kind`] follows from it.
    pub claim_type: ClaimType,
    /// The word or words the type was read from.
    pub trigger: Span,
    /// Who does it, the subject; in an assessment, whom it is about.
    pub actor: Vec<Argument>,
    /// Whom or what it is done to, the object.
    pub target: Vec<Argument>,
    /// Where.
    pub place: Vec<Argument>,
    /// When. `None` where the text gives none for this claim.
    pub time: Option<TimeWords>,
    /// How many.
    pub quantity: Vec<Quantity>,
    /// Who says so, outermost first. Empty: the document says it in its own voice.
    pub attribution: Vec<Link>,
    /// How sure the text makes it.
    pub modality: Marked<Modality>,
    /// Whether it is or is not.
    pub polarity: Marked<Polarity>,
    /// Id of the rule that read it, named after the pattern: `"event/verb"`, `"relation/title"`.
    pub rule: String,
}

impl Claim {
    /// Event, relation or assessment.
    pub fn kind(&self) -> Kind {
        self.claim_type.kind()
    }
}

/// Words that fill a role of a claim, or name a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Argument {
    /// The words that fill the role in this sentence: `"its"`, `"the group"`, `"Syrian army"`.
    pub span: Span,
    /// The head word inside them.
    pub head: Span,
    /// Whom the words stand for. `read` leaves it empty; `resolve` fills it for actors, targets and sources.
    pub entity: Option<EntityId>,
    /// Which place the words stand for. `read` leaves it empty; `resolve` fills it for places it knows.
    pub place: Option<PlaceId>,
}

/// A value with the word that marks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked<T> {
    /// The value.
    pub value: T,
    /// The word that says so: `"may"`, `"did not"`. `None` when it is the plain case.
    pub cue: Option<Span>,
}

/// The words that say when, and what they come to.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeWords {
    /// The words: `"On Feb. 3"` without its preposition, `"Feb. 3"`.
    pub span: Span,
    /// The days they stand for. `read` leaves it empty; `resolve` fills it where it can be told.
    pub range: Option<TimeRange>,
    /// The value as TIMEX3 writes it: `2031-02-03`, `2031-W06`; `2031-02-03/2031-02-05` (ISO 8601) for a span that no value of
    /// TIMEX3 has. `read` leaves it empty; `resolve` fills it where it can be told.
    pub value: Option<String>,
}

/// A count with its bounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// What is counted.
    pub what: QuantityKind,
    /// At least so many, inclusive. `None`: no lower bound stated.
    pub min: Option<f64>,
    /// At most so many, inclusive. `None`: no upper bound stated.
    pub max: Option<f64>,
    /// The words: `"at least 42"`.
    pub span: Span,
}

/// One link of an attribution chain.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Who says it; several when they stand side by side. Empty when nobody is named ("reportedly"): then
    /// [`Link::cue`] holds all that is known.
    pub sources: Vec<Argument>,
    /// What sort of source the first one is.
    pub kind: SourceKind,
    /// The words that mark it: `"said"`, `"according to"`.
    pub cue: Span,
    /// Where the source stands to it.
    pub stance: Stance,
    /// True when the link was carried over from an earlier sentence or stands for a pronoun ("it added").
    pub carried: bool,
}
