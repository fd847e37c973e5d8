//! Who, where and when do the words of a reading stand for?
//!
//! [`document`] takes what `read` found in one document and fills the entity, place and days of its claims: "Brek", "the
//! general" and "he" become `Anton Brek`; "Tavan" a place of the gazetteer; "on Friday" the Friday before the article's
//! day. Entities get their id from kind and name alone, so that documents agree without seeing each other.
//!
//! Nothing is guessed: a pronoun that fits nobody stays empty, a description stays what it says, a place that no table has
//! keeps its name, and a time without a day that can be told has none. Each entity keeps the reasons for which words were
//! taken for it.

mod alike;
mod called_after;
mod cast;
mod claim;
mod entity;
mod localities;
mod nearby;
mod office;
mod opening;
mod place;
mod reason;
mod speaker;
mod spokesman;
mod surroundings;
mod time;
mod wording;

pub use alike::{Alike, Somebody, alike};
pub use nearby::{Nearby, nearby};
pub use reason::{ArgumentTold, ClaimReasons, Passed, Told};

use cast::Cast;
use entity::Roster;
use lexicon::{Gazetteer, Lexicon};
use model::{Document, Entity, Reading, Resolution};
use place::Places;
use reason::Journal;

/// Tells who, where and when for a reading of `document`. Never fails: what cannot be told is `None`.
pub fn document(document: &Document, reading: Reading, lexicon: &Lexicon, gazetteer: &Gazetteer) -> Resolution {
    told(document, reading, lexicon, gazetteer, Journal::default).0
}

/// The same as [`document`], with the reasons of each claim, in the order of the claims.
pub fn explained(
    document: &Document,
    reading: Reading,
    lexicon: &Lexicon,
    gazetteer: &Gazetteer,
) -> (Resolution, Vec<ClaimReasons>) {
    let (resolution, mut reasons) = told(document, reading, lexicon, gazetteer, Journal::kept);
    nearby::explain(document, &resolution, &mut reasons);
    (resolution, reasons)
}

fn told(
    document: &Document,
    reading: Reading,
    lexicon: &Lexicon,
    gazetteer: &Gazetteer,
    journal: fn() -> Journal,
) -> (Resolution, Vec<ClaimReasons>) {
    let mut reading = reading;
    let mut claims = std::mem::take(&mut reading.claims);
    // The pass over the mentions looks at the claims to know who acts; it gets them back before they are filled.
    reading.claims = claims.clone();
    let mut places = Places::of(document, &reading, lexicon, gazetteer);
    let roster = Roster::of(document, &reading, lexicon, &mut places);
    let mut cast = Cast::default();
    cast.journal = journal();
    let deeds = entity::Deeds::of(document, &reading, lexicon);
    let home = places.home();
    let discourse = entity::resolve(document, &reading, &roster, &home, &deeds, &mut cast);
    places.journal = journal();
    let mut reasons: Vec<ClaimReasons> = claims.iter().map(|_| ClaimReasons::default()).collect();
    let explains = cast.journal.is_kept();
    for (of, time) in reasons.iter_mut().zip(time::fill(document, &mut reading, &mut claims, lexicon, explains)) {
        of.time = time;
    }
    let scene = claim::Scene {
        document,
        reading: &reading,
        roster: &roster,
        gazetteer,
        discourse: &discourse,
        deeds: &deeds,
        home: &home,
    };
    let told = |(mut claim, mut reasons)| {
        claim::fill(&mut claim, &scene, &mut cast, &mut places, &mut reasons).then_some((claim, reasons))
    };
    let (mut claims, mut reasons): (Vec<_>, Vec<_>) = claims.into_iter().zip(reasons).filter_map(told).unzip();
    office::fill(&mut claims, &scene, &mut cast);
    spokesman::fill(&mut claims, &scene, &mut cast, &mut reasons);
    opening::fill(&mut claims, &scene, &mut cast, &mut reasons);
    speaker::fill(&mut claims, &scene, &mut cast, &mut reasons);
    let mention_places = localities::mentioned(&scene, &cast, &mut places);
    let mention_entities = discourse.entities;
    reading.claims = claims;
    let resolution = Resolution {
        reading,
        mention_entities,
        mention_places,
        entities: cast.into_entities(),
        places: places.into_places(),
    };
    (resolution, reasons)
}

/// The entity that every document makes of this kind and name. The reason says that a person named it.
pub fn named(kind: model::EntityKind, name: &str) -> Entity {
    let reasons = vec![format!("named {name} by a decision")];
    Entity { id: cast::id(kind, name), name: name.to_string(), kind, known: None, reasons }
}

/// The entity of an outlet by the name an article gives for its publisher: the same that other articles name when they
/// cite it.
pub fn outlet(name: &str, lexicon: &Lexicon) -> Entity {
    claim::outlet(name, lexicon)
}
