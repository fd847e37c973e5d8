//! Who takes part in a document, each once.

use crate::reason::Journal;
use lexicon::{Known, State};
use model::{Entity, EntityId, EntityKind};
use std::collections::BTreeMap;

/// Whom some words were found to stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub name: String,
    pub kind: EntityKind,
    /// Key of the entry it was matched to.
    pub known: Option<String>,
    /// Why, for people.
    pub reason: String,
}

impl Found {
    /// A state, by the reason why words stand for it.
    pub fn state(state: &State, reason: String) -> Found {
        Found::known(Known::State(state), reason)
    }

    /// An entry of the tables, by the reason why words stand for it.
    pub fn known(known: Known<'_>, reason: String) -> Found {
        Found { name: known.name().to_string(), kind: known.kind(), known: Some(known.key()), reason }
    }
}

/// The entities of a document by id.
#[derive(Debug, Default)]
pub(crate) struct Cast {
    entities: BTreeMap<EntityId, Entity>,
    /// Why the words that are looked at now stand for whom they stand for.
    pub journal: Journal,
}

impl Cast {
    /// Takes somebody in; who is there already gets the reason added.
    pub fn add(&mut self, found: &Found) -> EntityId {
        let id = id(found.kind, &found.name);
        self.entities.entry(id.clone()).or_insert_with(|| Entity {
            id: id.clone(),
            name: found.name.clone(),
            kind: found.kind,
            known: found.known.clone(),
            reasons: Vec::new(),
        });
        self.because(&id, &found.reason, found.known.clone());
        id
    }

    /// Adds a reason why words were taken for somebody who is there.
    pub fn because(&mut self, id: &EntityId, reason: &str, known: Option<String>) {
        self.journal.because(|| reason.to_string());
        if let Some(entity) = self.entities.get_mut(id) {
            if let Err(at) = entity.reasons.binary_search_by(|have| have.as_str().cmp(reason)) {
                entity.reasons.insert(at, reason.to_string());
            }
            if entity.known.is_none() {
                entity.known = known;
            }
        }
    }

    /// The entity with this id.
    pub fn get(&self, id: &EntityId) -> Option<&Entity> {
        self.entities.get(id)
    }

    /// All of them, sorted by id.
    pub fn into_entities(self) -> Vec<Entity> {
        self.entities.into_values().collect()
    }
}

/// The id that every document makes for this kind and name.
pub(crate) fn id(kind: EntityKind, name: &str) -> EntityId {
    let mut hasher = blake3::Hasher::new();
    hasher.update(kind.as_str().as_bytes());
    hasher.update(b"\n");
    hasher.update(name.as_bytes());
    EntityId(hasher.finalize().to_hex()[..16].to_string())
}
