//! Which parts of a reading can be stored?
//!
//! A value that does not point into its text, or at an entity that nobody told of, would be a value without source. It is
//! left out and a problem of the document says so; the rest of the document stays.

use crate::Entry;
use model::{Argument, Aside, Claim, EntityId, Mention, PlaceId, Problem, Sentence, Span, Stage};
use std::collections::BTreeSet;

/// What of an entry is sound, in its order.
pub(crate) struct Sound<'a> {
    pub sentences: Vec<&'a Sentence>,
    pub mentions: Vec<(&'a Mention, Option<&'a EntityId>, Option<&'a PlaceId>)>,
    pub claims: Vec<&'a Claim>,
    pub asides: Vec<&'a Aside>,
    pub problems: Vec<Problem>,
    entities: BTreeSet<&'a EntityId>,
    places: BTreeSet<&'a PlaceId>,
}

impl<'a> Sound<'a> {
    /// Looks through an entry.
    pub fn of(entry: &Entry<'a>) -> Sound<'a> {
        let (document, resolution) = (entry.document, entry.resolution);
        let reading = &resolution.reading;
        let text = document.text.as_str();
        let inside = |span: Span| span.get(text).is_some();
        let mut problems: Vec<Problem> = document.problems.iter().chain(&reading.problems).cloned().collect();
        let mut left_out = |stage, what: &str, span: Option<Span>| {
            let message = format!(
                "expected {what}; this one was left out. It is a mistake of the program: please report it with the text"
            );
            let span = span.filter(|s| s.get(text).is_some());
            problems.push(Problem { stage, code: "case/unsound".to_string(), span, message });
        };
        let entities: BTreeSet<&EntityId> = resolution.entities.iter().map(|e| &e.id).collect();
        let places: BTreeSet<&PlaceId> = resolution.places.iter().map(|p| &p.id).collect();

        let asides = keep(
            &document.asides,
            |a| inside(a.span),
            || {
                left_out(Stage::Intake, "a stretch beside the article that lies in the text", None);
            },
        );
        let sentences = keep(
            &reading.sentences,
            |s| inside(s.span),
            || {
                left_out(Stage::Read, "a sentence that lies in the text", None);
            },
        );
        let mut mentions = Vec::new();
        for (i, mention) in reading.mentions.iter().enumerate() {
            if !inside(mention.span) || !inside(mention.head) {
                left_out(Stage::Read, "a mention whose words lie in the text", None);
                continue;
            }
            let entity = resolution.mention_entities.get(i).and_then(Option::as_ref);
            if entity.is_some_and(|e| !entities.contains(e)) {
                left_out(Stage::Resolve, "a mention of an entity that the reading tells of", Some(mention.span));
            }
            let place = resolution.mention_places.get(i).and_then(Option::as_ref);
            if place.is_some_and(|p| !places.contains(p)) {
                left_out(Stage::Resolve, "a mention of a place that the reading tells of", Some(mention.span));
            }
            let (entity, place) = (entity.filter(|e| entities.contains(e)), place.filter(|p| places.contains(p)));
            mentions.push((mention, entity, place));
        }
        let mut ids = BTreeSet::new();
        let mut claims = Vec::new();
        for claim in &reading.claims {
            if !spans(claim).into_iter().all(inside) {
                left_out(Stage::Read, "a claim whose words all lie in the text", Some(claim.quote));
            } else if !ids.insert(&claim.id) {
                left_out(Stage::Read, "a claim with an id of its own", Some(claim.quote));
            } else {
                let known = |a: &Argument| {
                    a.entity.as_ref().is_none_or(|e| entities.contains(e))
                        && a.place.as_ref().is_none_or(|p| places.contains(p))
                };
                if !arguments(claim).all(known) {
                    let what = "arguments that stand for entities and places that the reading tells of";
                    left_out(Stage::Resolve, what, Some(claim.quote));
                }
                claims.push(claim);
            }
        }
        Sound { sentences, mentions, claims, asides, problems, entities, places }
    }

    /// The entity of an argument when it is told of.
    pub fn entity(&self, argument: &'a Argument) -> Option<&'a EntityId> {
        argument.entity.as_ref().filter(|e| self.entities.contains(e))
    }

    /// The place of an argument when it is told of.
    pub fn place(&self, argument: &'a Argument) -> Option<&'a PlaceId> {
        argument.place.as_ref().filter(|p| self.places.contains(p))
    }
}

fn keep<T>(all: &[T], sound: impl Fn(&T) -> bool, mut left_out: impl FnMut()) -> Vec<&T> {
    all.iter()
        .filter(|value| {
            let sound = sound(value);
            if !sound {
                left_out();
            }
            sound
        })
        .collect()
}

fn arguments(claim: &Claim) -> impl Iterator<Item = &Argument> {
    let sources = claim.attribution.iter().flat_map(|l| &l.sources);
    claim.actor.iter().chain(&claim.target).chain(&claim.place).chain(sources)
}

/// Every span of a claim.
fn spans(claim: &Claim) -> Vec<Span> {
    let mut spans = vec![claim.quote, claim.trigger];
    spans.extend(arguments(claim).flat_map(|a| [a.span, a.head]));
    spans.extend(claim.time.iter().map(|t| t.span));
    spans.extend(claim.quantity.iter().map(|q| q.span));
    spans.extend(claim.attribution.iter().map(|l| l.cue));
    spans.extend(claim.modality.cue);
    spans.extend(claim.polarity.cue);
    spans
}
