//! Claims about an invented war, short enough to write by hand.

use fuse::{FuseArticle, FuseClaim, FuseInput, FuseLink, FusePlace, FuseQuantity, Spelling, Wording};
use jiff::civil::Date;
use model::{
    ClaimId, ClaimType, DocumentId, Entity, EntityId, EntityKind, Event, Fusion, PlaceId, QuantityKind, Resolved,
    SourceKind, Stance, TimeRange,
};

/// A record on its way into the fuse.
#[derive(Clone, Debug, Default)]
pub struct Record {
    pub claims: Vec<FuseClaim>,
    pub articles: Vec<FuseArticle>,
    pub copies: Vec<(DocumentId, DocumentId)>,
}

impl Record {
    /// A report by an outlet, published so many days after 1 May 2031.
    pub fn report(mut self, document: &str, outlet: &str, day: i64) -> Record {
        self.articles.push(FuseArticle {
            document: doc(document),
            article: 0,
            outlet: (!outlet.is_empty()).then(|| who(outlet)),
            taken_from: Vec::new(),
            published: Some(may(day)),
        });
        self
    }

    /// A claim of the last report.
    pub fn says(mut self, id: &str, claim_type: ClaimType, build: impl FnOnce(FuseClaim) -> FuseClaim) -> Record {
        let document = self.articles.last().map(|article| article.document.clone()).unwrap_or(doc("none"));
        let sentence = self.claims.len() as u32;
        self.claims
            .push(build(FuseClaim { sentence, ..FuseClaim::new(ClaimId(id.to_string()), document, claim_type) }));
        self
    }

    /// The last report says that it is one of this outlet.
    pub fn carries(mut self, outlet: &str) -> Record {
        if let Some(article) = self.articles.last_mut() {
            article.taken_from.push(who(outlet));
        }
        self
    }

    /// Two documents with one text.
    pub fn copy(mut self, one: &str, other: &str) -> Record {
        self.copies.push((doc(one), doc(other)));
        self
    }

    /// Its events.
    pub fn events(&self) -> Vec<Event> {
        self.fusion().events
    }

    /// All that its claims come to.
    pub fn fusion(&self) -> Fusion {
        let entities: Vec<Entity> = NAMES
            .iter()
            .map(|(name, kind)| Entity {
                id: who(name),
                name: name.to_string(),
                kind: *kind,
                known: None,
                reasons: Vec::new(),
            })
            .collect();
        let places: Vec<(PlaceId, String)> =
            ["Tavan", "Hold", "Arvia"].map(|name| (PlaceId(name.to_string()), name.to_string())).to_vec();
        fuse::fusion(&FuseInput {
            claims: &self.claims,
            articles: &self.articles,
            copies: &self.copies,
            entities: &entities,
            kin: &[],
            places: &places,
        })
    }

    /// The event that holds a claim.
    pub fn event_of(&self, claim: &str) -> Event {
        let found = self.events().into_iter().find(|event| event.claims.iter().any(|id| id.0 == claim));
        found.unwrap_or_else(|| panic!("claim {claim} is in no event"))
    }
}

pub const NAMES: [(&str, EntityKind); 12] = [
    ("army", EntityKind::Organisation),
    ("front", EntityKind::Organisation),
    ("rebels", EntityKind::Group),
    ("villagers", EntityKind::Group),
    ("ministry", EntityKind::Organisation),
    ("Anton Brek", EntityKind::Person),
    ("Arvian Times", EntityKind::Organisation),
    ("Belmark Post", EntityKind::Organisation),
    ("Courier", EntityKind::Organisation),
    ("officials", EntityKind::Group),
    ("Arvian soldiers", EntityKind::Group),
    ("Cora Vell", EntityKind::Person),
];

pub fn who(name: &str) -> EntityId {
    EntityId(name.to_string())
}

pub fn doc(name: &str) -> DocumentId {
    DocumentId(name.to_string())
}

pub fn may(day: i64) -> Date {
    Date::constant(2031, 5, 1).checked_add(jiff::Span::new().days(day)).expect("a day of the invented war")
}

pub fn actor(mut claim: FuseClaim, name: &str) -> FuseClaim {
    claim.actors.push(who(name));
    claim
}

pub fn target(mut claim: FuseClaim, name: &str) -> FuseClaim {
    claim.targets.push(who(name));
    claim
}

/// Every place lies in Arvia.
pub fn place(mut claim: FuseClaim, name: &str) -> FuseClaim {
    let within = if name == "Arvia" { Vec::new() } else { vec![PlaceId("Arvia".to_string())] };
    claim.places.push(FusePlace { id: PlaceId(name.to_string()), within });
    claim
}

pub fn on(mut claim: FuseClaim, from: i64, to: i64) -> FuseClaim {
    claim.time = Some(TimeRange { earliest: may(from), latest: may(to), resolved: Resolved::Stated });
    claim
}

pub fn killed(mut claim: FuseClaim, count: f64) -> FuseClaim {
    claim.quantities.push(FuseQuantity {
        what: QuantityKind::Killed,
        min: Some(count),
        max: Some(count),
        more: false,
        vague: false,
    });
    claim
}

/// In the words of this sentence.
pub fn worded(claim: FuseClaim, sentence: &str) -> FuseClaim {
    FuseClaim { wording: Wording::of(sentence), ..claim }
}

/// Writing the first and the second name of the record in this way: 0 as most do.
pub fn spelt(claim: FuseClaim, ways: [u32; 2]) -> FuseClaim {
    let spellings = [1, 2].into_iter().zip(ways).map(|(name, letters)| Spelling { name, letters });
    FuseClaim { spellings: spellings.collect(), ..claim }
}

/// Adds an inner link to the chain.
pub fn told_by(mut claim: FuseClaim, name: &str, kind: SourceKind) -> FuseClaim {
    claim.chain.push(FuseLink { sources: vec![who(name)], kind, stance: Stance::Asserts });
    claim
}
