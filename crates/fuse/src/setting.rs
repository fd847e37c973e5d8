//! What surrounds a claim: when its article came out, what places and days its story is at, to whom its parties belong?
//!
//! "Kestria sent a convoy to Velna on 3 May. It was shelled, killing five Kestrian soldiers." The dead have no place and no day
//! of their own; their *scene* is Velna on 3 May. Kestrian soldiers belong to Kestria.

use crate::lookup::Lookup;
use crate::origin::Sources;
use crate::{FuseClaim, FuseInput, FusePlace};
use jiff::civil::Date;
use model::{ClaimType, EntityId, EntityKind, Kind, TimeRange};
use std::collections::{BTreeMap, BTreeSet};

/// Sentences back that a scene is taken from.
const SCENE_SENTENCES: u32 = 2;
/// A scene's days are of use only when they are few.
const SCENE_DAYS: i32 = 7;

/// A claim with what surrounds it.
#[derive(Debug)]
pub(crate) struct Set<'a> {
    pub claim: &'a FuseClaim,
    pub published: Option<Date>,
    /// The outlet of its article.
    pub outlet: Option<&'a EntityId>,
    /// Places of the claim, or of the sentences before it in its article where it has none, first of those that tell of its parties.
    pub scene: &'a [FusePlace],
    /// Its days, or those of the sentences before it that tell of its parties.
    pub scene_time: Option<TimeRange>,
    /// To whom its actors belong, at any remove.
    pub above_actors: BTreeSet<&'a EntityId>,
    /// The same of its targets.
    pub above_targets: BTreeSet<&'a EntityId>,
    /// True where a target is a person.
    pub persons: bool,
    /// Those of its parties that have no name of their own: "soldiers", not "Kestrian soldiers".
    pub described: BTreeSet<&'a EntityId>,
    /// True where all targets are told by a name of their own.
    pub named_targets: bool,
}

impl Set<'_> {
    pub fn same_article(&self, other: &Set<'_>) -> bool {
        self.claim.document == other.claim.document && self.claim.article == other.claim.article
    }
}

/// Who belongs to whom.
#[derive(Debug, Default)]
pub(crate) struct Kin<'a> {
    above: BTreeMap<&'a EntityId, BTreeSet<&'a EntityId>>,
}

impl<'a> Kin<'a> {
    /// From names, and from what the record says is part of what.
    pub fn new(input: &FuseInput<'a>) -> Kin<'a> {
        let mut direct: BTreeMap<&EntityId, BTreeSet<&EntityId>> = BTreeMap::new();
        for (part, whole) in input.kin {
            direct.entry(part).or_default().insert(whole);
        }
        // Whose "soldiers" are meant differs from report to report: what only a description tells of is part of nothing.
        let described: BTreeSet<&EntityId> = input.entities.iter().filter(|e| !is_named(e)).map(|e| &e.id).collect();
        for claim in input.claims.iter().filter(|claim| claim.is_so()) {
            if matches!(claim.claim_type, ClaimType::PartOf | ClaimType::MemberOf) {
                for part in claim.actors.iter().filter(|part| !described.contains(part)) {
                    direct.entry(part).or_default().extend(&claim.targets);
                }
            }
        }
        let mut above = BTreeMap::new();
        for part in direct.keys() {
            let mut found: BTreeSet<&EntityId> = BTreeSet::new();
            let mut open: Vec<&EntityId> = vec![part];
            while let Some(at) = open.pop() {
                for whole in direct.get(at).into_iter().flatten() {
                    if *whole != *part && found.insert(whole) {
                        open.push(whole);
                    }
                }
            }
            above.insert(*part, found);
        }
        Kin { above }
    }

    /// To whom somebody belongs, at any remove.
    pub fn above(&self, id: &EntityId) -> impl Iterator<Item = &'a EntityId> + '_ {
        self.above.get(id).into_iter().flatten().copied()
    }

    /// One and the same, or one belongs to the other.
    pub fn related(&self, one: &EntityId, other: &EntityId) -> bool {
        one == other || self.above(one).any(|id| id == other) || self.above(other).any(|id| id == one)
    }

    /// Any of these and any of those are one, or one belongs to the other.
    pub fn any_related(&self, these: &[EntityId], those: &[EntityId]) -> bool {
        these.iter().any(|one| those.iter().any(|other| self.related(one, other)))
    }
}

/// Told by a name of its own: "Kestrian soldiers", not "soldiers".
fn is_named(entity: &model::Entity) -> bool {
    entity.name.chars().any(char::is_uppercase)
}

/// Sets each claim among the others. `claims` are sorted by id, and so is the answer.
pub(crate) fn set<'a>(
    claims: &[&'a FuseClaim],
    input: &FuseInput<'a>,
    sources: &Sources<'a>,
    kin: &Kin<'a>,
) -> Vec<Set<'a>> {
    let entities: Lookup<&EntityId, &model::Entity> = input.entities.iter().map(|e| (&e.id, e)).collect();
    let above = |ids: &[EntityId]| -> BTreeSet<&'a EntityId> { ids.iter().flat_map(|id| kin.above(id)).collect() };
    let above: Vec<[BTreeSet<&EntityId>; 2]> =
        claims.iter().map(|claim| [above(&claim.actors), above(&claim.targets)]).collect();
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_by_key(|&at| {
        let claim = claims[at];
        (&claim.document, claim.article, claim.sentence, &claim.id)
    });
    let mut scenes: Vec<(&[FusePlace], Option<TimeRange>)> = vec![(&[], None); claims.len()];
    let mut from = 0;
    for (n, &at) in order.iter().enumerate() {
        let claim = claims[at];
        let here = |&other: &usize| {
            let other = claims[order[other]];
            other.document == claim.document
                && other.article == claim.article
                && other.sentence + SCENE_SENTENCES >= claim.sentence
        };
        while from < n && !here(&from) {
            from += 1;
        }
        // Nearest first; of the claims of one sentence all count, whichever comes first by id.
        let mut before: Vec<usize> = order[from..n].to_vec();
        before.extend(order[n + 1..].iter().copied().take_while(|&other| {
            let other = claims[other];
            other.document == claim.document && other.article == claim.article && other.sentence == claim.sentence
        }));
        before.retain(|&other| claims[other].claim_type.kind() == Kind::Event && other != at);
        // Positions go with the ids.
        before.sort_by_key(|&other| (u32::MAX - claims[other].sentence, other));
        let parties = |at: usize| claims[at].actors.iter().chain(&claims[at].targets);
        let belongs = |part: usize, whole: usize| {
            above[part].iter().flatten().any(|above| parties(whole).any(|party| party == *above))
        };
        let is_related = |other: usize| {
            parties(other).any(|one| parties(at).any(|own| one == own)) || belongs(other, at) || belongs(at, other)
        };
        let related: Vec<&FuseClaim> =
            before.iter().filter(|&&other| is_related(other)).map(|&other| claims[other]).collect();
        let before = before.iter().map(|&other| claims[other]);
        let places = if claim.places.is_empty() {
            let placed = |other: &&FuseClaim| !other.places.is_empty();
            let told = related.iter().copied().find(placed).or_else(|| before.clone().find(placed));
            told.map_or(&[][..], |other| &other.places)
        } else {
            &claim.places
        };
        let time = claim.time.or_else(|| {
            let narrow = |time: &TimeRange| (time.latest - time.earliest).get_days() < SCENE_DAYS;
            related.iter().filter_map(|other| other.time).find(narrow)
        });
        scenes[at] = (places, time);
    }
    claims
        .iter()
        .zip(scenes)
        .zip(above)
        .map(|((claim, (scene, scene_time)), [above_actors, above_targets])| {
            let target = |id: &EntityId| entities.get(id);
            Set {
                claim,
                published: sources.published(claim),
                outlet: sources.outlet(claim),
                scene,
                scene_time,
                above_actors,
                above_targets,
                persons: claim.targets.iter().filter_map(target).any(|e| e.kind == EntityKind::Person),
                described: claim
                    .actors
                    .iter()
                    .chain(&claim.targets)
                    .filter(|id| target(id).is_some_and(|e| !is_named(e)))
                    .collect(),
                named_targets: !claim.targets.is_empty()
                    && claim.targets.iter().filter_map(target).all(|e| is_named(e)),
            }
        })
        .collect()
}
