use crate::Wording;
use jiff::civil::Date;
use lexicon::Sign;
use model::{
    ClaimId, ClaimType, DocumentId, Entity, EntityId, Modality, PlaceId, Polarity, QuantityKind, SourceKind, Stance,
    TimeRange,
};
use std::collections::BTreeSet;

/// All that fusing looks at. The slices may stand in any order: the record is the same.
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
    /// Who belongs to whom: part, then whole. [`crate::kin`] makes it of names; relations of the record are added.
    pub kin: &'a [(EntityId, EntityId)],
    /// Names of the places, for reasons.
    pub places: &'a [(PlaceId, String)],
}

/// A claim as far as it matters for which happening it is about, who stands behind it and what it clashes with.
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
    /// How sure it is.
    pub modality: Modality,
    /// Whether it is or is not.
    pub polarity: Polarity,
    /// Its attribution chain, outermost first; empty: the document's own voice.
    pub chain: Vec<FuseLink>,
    /// What its words tell of how it stands to others.
    pub signs: BTreeSet<Sign>,
    /// True where its trigger takes up what was told before: "the offensive".
    pub retold: bool,
    /// Of an aim or a forecast: the type of the deed it speaks of, where its words name one.
    pub deed: Option<ClaimType>,
    /// The words of its sentence, as far as they show from what it was written.
    pub wording: Wording,
    /// How it writes the names in its roles, in any order.
    pub spellings: Vec<Spelling>,
}

/// A name as a claim writes it. Two ways to write one name have one `name`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spelling {
    /// A hash of whom or what it names and of the name's deep form ([`lexicon::fold::deep`]).
    pub name: u32,
    /// A hash of its letters.
    pub letters: u32,
}

impl FuseClaim {
    /// A claim with nothing in it but what it is of and where it stands: stated plainly, in the document's own voice.
    pub fn new(id: ClaimId, document: DocumentId, claim_type: ClaimType) -> FuseClaim {
        FuseClaim {
            id,
            document,
            article: 0,
            sentence: 0,
            claim_type,
            actors: Vec::new(),
            targets: Vec::new(),
            places: Vec::new(),
            time: None,
            quantities: Vec::new(),
            modality: Modality::Fact,
            polarity: Polarity::Positive,
            chain: Vec::new(),
            signs: BTreeSet::new(),
            retold: false,
            deed: None,
            wording: Wording::default(),
            spellings: Vec::new(),
        }
    }

    /// True where its words have this sign.
    pub(crate) fn has(&self, sign: Sign) -> bool {
        self.signs.contains(&sign)
    }

    /// The hardest stance of its chain: who passes a denial on denies nothing himself, but the claim stays denied.
    pub(crate) fn stance(&self) -> Stance {
        self.chain.iter().map(|link| link.stance).max().unwrap_or(Stance::Asserts)
    }

    /// Said to be so or not so, not planned, foretold or thought possible.
    pub(crate) fn is_told(&self) -> bool {
        matches!(self.modality, Modality::Fact | Modality::Claimed)
    }

    /// Told as having happened.
    pub(crate) fn is_so(&self) -> bool {
        self.is_told() && self.polarity == Polarity::Positive && self.stance() == Stance::Asserts
    }
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
    /// True where it adds to a figure told before: "five more".
    pub more: bool,
    /// True where one word stands for an order of magnitude: "hundreds".
    pub vague: bool,
}

/// One link of an attribution chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FuseLink {
    /// Its sources that stand side by side; empty when none could be told.
    pub sources: Vec<EntityId>,
    /// What sort of source they are.
    pub kind: SourceKind,
    /// Where they stand to it.
    pub stance: Stance,
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
    /// Those whose report it says it passes on, by the same entities.
    pub taken_from: Vec<EntityId>,
    /// The day it was published.
    pub published: Option<Date>,
}
