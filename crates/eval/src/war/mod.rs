//! What would the claims of so many reports on an invented war be, and which of them are about one happening?
//!
//! `War::of(1000, 7)` makes the claims of a thousand reports without reading any: stories of parties, places and days that are
//! known, told by many papers with fields left out, figures that differ, denials, copies, rewritten copies and papers that cite papers.
//! With each claim stands the number of the happening it was made from, so that a fusion can be held against the truth. The same
//! two numbers give the same claims on any machine.

mod chance;
mod report;
mod story;
mod world;
mod written;

use chance::Chance;
use fuse::{FuseArticle, FuseClaim, FuseInput};
use model::{ClaimId, DocumentId, Entity, EntityId, Event, PlaceId};
use std::collections::BTreeMap;

/// Claims of invented reports, with what they were made from.
#[derive(Clone, Debug)]
pub struct War {
    /// The claims, in the order of [`War::truth`].
    pub claims: Vec<FuseClaim>,
    /// For each claim the number of the happening, relation or judgement that it tells.
    pub truth: Vec<u64>,
    /// One for each report.
    pub articles: Vec<FuseArticle>,
    /// Reports with the words of another.
    pub copies: Vec<(DocumentId, DocumentId)>,
    /// Parties, persons and outlets.
    pub entities: Vec<Entity>,
    /// Who belongs to whom.
    pub kin: Vec<(EntityId, EntityId)>,
    /// Places with their names.
    pub places: Vec<(PlaceId, String)>,
}

/// How near found events come to the truth, in parts of one: for each claim the share of its event that is right, and
/// the share of its happening that was found (B³).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nearness {
    /// Of what was found.
    pub precision: f64,
    /// Of what is true.
    pub recall: f64,
}

impl Nearness {
    /// Harmonic mean of the two.
    pub fn f1(self) -> f64 {
        2.0 * self.precision * self.recall / (self.precision + self.recall).max(f64::MIN_POSITIVE)
    }
}

impl War {
    /// The claims of so many reports, about ten in each.
    pub fn of(documents: usize, seed: u64) -> War {
        let world = world::World::new(&mut Chance::new(seed));
        report::told(&world, documents, &mut Chance::new(seed ^ 0x5eed))
    }

    /// The claims in another order; the truth goes with them.
    pub fn shuffle(&mut self, seed: u64) {
        let mut chance = Chance::new(seed);
        for at in (1..self.claims.len()).rev() {
            let other = chance.below(at + 1);
            self.claims.swap(at, other);
            self.truth.swap(at, other);
        }
        self.articles.reverse();
        self.copies.reverse();
        self.entities.reverse();
    }

    /// What the fuse takes.
    pub fn input(&self) -> FuseInput<'_> {
        FuseInput {
            claims: &self.claims,
            articles: &self.articles,
            copies: &self.copies,
            entities: &self.entities,
            kin: &self.kin,
            places: &self.places,
        }
    }

    /// How near events come to the happenings that the claims were made from.
    pub fn nearness(&self, events: &[Event]) -> Nearness {
        let truth: BTreeMap<&ClaimId, u64> =
            self.claims.iter().map(|c| &c.id).zip(self.truth.iter().copied()).collect();
        let mut sizes: BTreeMap<u64, usize> = BTreeMap::new();
        for of in &self.truth {
            *sizes.entry(*of).or_default() += 1;
        }
        let (mut precision, mut recall) = (0.0, 0.0);
        for event in events {
            let mut parts: BTreeMap<u64, usize> = BTreeMap::new();
            for claim in &event.claims {
                *parts.entry(truth[claim]).or_default() += 1;
            }
            for (of, part) in parts {
                let part = part as f64;
                precision += part * part / event.claims.len() as f64;
                recall += part * part / sizes[&of] as f64;
            }
        }
        let all = self.claims.len().max(1) as f64;
        Nearness { precision: precision / all, recall: recall / all }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_numbers_give_the_same_war() {
        let (one, other) = (War::of(20, 3), War::of(20, 3));
        assert_eq!(one.claims, other.claims);
        assert_ne!(one.claims, War::of(20, 4).claims);
        assert!((150..350).contains(&one.claims.len()), "{} claims", one.claims.len());
    }

    /// A few thousand claims: any order gives the same record, and it is near the truth. The figures of a hundred thousand reports
    /// stand in docs/accuracy.md.
    #[test]
    fn a_war_is_fused_near_the_truth_in_any_order() {
        let mut war = War::of(400, 1);
        let record = fuse::fusion(&war.input());
        let near = war.nearness(&record.events);
        assert!(near.precision > 0.9 && near.f1() > 0.85, "{near:?}, F1 {}", near.f1());
        for seed in [2, 3] {
            war.shuffle(seed);
            assert_eq!(format!("{:?}", fuse::fusion(&war.input())), format!("{record:?}"), "byte for byte");
        }
        assert!(record.disputes.len() > 20, "{} disputes", record.disputes.len());
    }
}
