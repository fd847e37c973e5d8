use jiff::civil::Date;
use model::{ClaimId, ClaimType, DocumentId, Entity, EntityId, PlaceId, Polarity, QuantityKind, SourceKind, TimeRange};

/// All that fusing looks at. The slices may stand in any order: the events are the same.
///
/// Entities, places and articles that claims refer to but that are missing here are taken as unknown: an entity without
/// a name is called by its id, an article without an outlet speaks as its document.
#[derive(Clone, Copy, Debug)]
pub struct FuseInput<'a> {
    /// The claims of the record. Ids are unique; a doubled one is used once.
    pub claims: &'a [FuseClaim],
    /// One for each article that a claim stands in.
    pub articles: &'a [FuseArticle],
    /// Pairs of documents that are copies of each other (near-duplicate text), in either order, each once or twice.
    pub copies: &'a [(DocumentId, DocumentId)],
    /// Names and kinds of the entities, for reasons and origins.
    pub entities: &'a [Entity],
    /// Names of the places, for reasons.
    pub places: &'a [(PlaceId, String)],
}

/// A claim as far as it matters for which happening it is about and who stands behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct FuseClaim {
    /// Its id.
    pub id: ClaimId,
    /// The document it stands in.
    pub document: DocumentId,
    /// Index of its article in the document.
    pub article: u32,
    /// Index of its sentence in the document's reading.
    pub sentence: u32,
    /// Its type.
    pub claim_type: ClaimType,
    /// Entities of its actors, in any order.
    pub actors: Vec<EntityId>,
    /// Entities of its targets, in any order.
    pub targets: Vec<EntityId>,
    /// Its places, in any order.
    pub places: Vec<FusePlace>,
    /// Its days; `None` where the text gives none or they could not be told.
    pub time: Option<TimeRange>,
    /// Its counts, for "which toll is it".
    pub quantities: Vec<FuseQuantity>,
    /// Whether it is or is not.
    pub polarity: Polarity,
    /// Its attribution chain, outermost first; empty: the document's own voice.
    pub chain: Vec<FuseLink>,
}

/// A place of a claim with what it lies in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FusePlace {
    /// The place.
    pub id: PlaceId,
    /// The places that contain it, smallest first, as in [`model::Place::within`].
    pub within: Vec<PlaceId>,
}

/// A count of a claim: what, at least, at most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FuseQuantity {
    /// What is counted.
    pub what: QuantityKind,
    /// At least so many.
    pub min: Option<f64>,
    /// At most so many.
    pub max: Option<f64>,
}

/// One link of an attribution chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FuseLink {
    /// Its sources that stand side by side; empty when none could be told.
    pub sources: Vec<EntityId>,
    /// What sort of source they are.
    pub kind: SourceKind,
}

/// What is known about an article that claims stand in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FuseArticle {
    /// Its document.
    pub document: DocumentId,
    /// Its index there.
    pub article: u32,
    /// The entity of its outlet, the same that other articles name when they cite it (`resolve::outlet` makes it).
    pub outlet: Option<EntityId>,
    /// The day it was published.
    pub published: Option<Date>,
}
