//! Who fights where? States with armies, fronts and soldiers, provinces with towns, ministries, spokesmen and papers.

use super::chance::Chance;
use fuse::FusePlace;
use model::{Entity, EntityId, EntityKind, PlaceId};

const STATES: usize = 8;
const PROVINCES: usize = 12;
const TOWNS: usize = 25;
const OUTLETS: usize = 300;
/// Of each state, beside its army.
const FRONTS: usize = 9;
const SPOKESMEN: usize = 20;

/// What stays the same through the war.
pub(super) struct World {
    pub entities: Vec<Entity>,
    pub kin: Vec<(EntityId, EntityId)>,
    pub places: Vec<(PlaceId, String)>,
    pub states: Vec<State>,
    pub outlets: Vec<EntityId>,
}

/// A state with all that is in it.
pub(super) struct State {
    pub id: EntityId,
    /// The army first, then fronts and militias.
    pub parties: Vec<EntityId>,
    /// Whom a party is told of as by some papers: "soldiers of" it. Same order.
    pub soldiers: Vec<EntityId>,
    pub civilians: EntityId,
    pub ministry: EntityId,
    pub spokesmen: Vec<EntityId>,
    pub towns: Vec<FusePlace>,
}

impl World {
    pub fn new(chance: &mut Chance) -> World {
        let mut world = World {
            entities: Vec::new(),
            kin: Vec::new(),
            places: Vec::new(),
            states: Vec::new(),
            outlets: Vec::new(),
        };
        for n in 0..STATES {
            let state = world.state(n, chance);
            world.states.push(state);
        }
        for n in 0..OUTLETS {
            let outlet = world.entity(format!("Paper {n}"), EntityKind::Organisation);
            world.outlets.push(outlet);
        }
        world
    }

    fn entity(&mut self, name: String, kind: EntityKind) -> EntityId {
        let id = EntityId(blake3::hash(name.as_bytes()).to_hex()[..16].to_string());
        self.entities.push(Entity { id: id.clone(), kind, name, known: None, reasons: Vec::new() });
        id
    }

    fn place(&mut self, name: String) -> PlaceId {
        let id = PlaceId(format!("name:{}", name.replace(' ', "_")));
        self.places.push((id.clone(), name));
        id
    }

    fn state(&mut self, n: usize, chance: &mut Chance) -> State {
        let id = self.entity(format!("Arvia {n}"), EntityKind::State);
        let country = self.place(format!("Arvia {n}"));
        let (mut parties, mut soldiers) = (Vec::new(), Vec::new());
        for party in 0..=FRONTS {
            let name = if party == 0 { format!("Army of Arvia {n}") } else { format!("Front {party} of Arvia {n}") };
            let one = self.entity(name.clone(), EntityKind::Organisation);
            let of = self.entity(format!("Soldiers of {name}"), EntityKind::Group);
            self.kin.push((of.clone(), one.clone()));
            if party == 0 {
                self.kin.push((one.clone(), id.clone()));
            }
            parties.push(one);
            soldiers.push(of);
        }
        let civilians = self.entity(format!("Civilians in Arvia {n}"), EntityKind::Group);
        let ministry = self.entity(format!("Ministry of Arvia {n}"), EntityKind::Organisation);
        self.kin.push((ministry.clone(), id.clone()));
        let spokesmen =
            (0..SPOKESMEN).map(|m| self.entity(format!("Spokesman {m} of Arvia {n}"), EntityKind::Person)).collect();
        let mut towns = Vec::new();
        for province in 0..PROVINCES {
            let outer = self.place(format!("Province {province} of Arvia {n}"));
            for town in 0..TOWNS {
                let town = self.place(format!("Tavan {n} {province} {town}"));
                towns.push(FusePlace { id: town, within: vec![outer.clone(), country.clone()] });
            }
        }
        // Towns are told of by rank; which come first is chance.
        for at in (1..towns.len()).rev() {
            towns.swap(at, chance.below(at + 1));
        }
        State { id, parties, soldiers, civilians, ministry, spokesmen, towns }
    }
}

/// The province of a town.
pub(super) fn province(town: &FusePlace) -> FusePlace {
    let within = town.within.iter().skip(1).cloned().collect();
    FusePlace { id: town.within.first().unwrap_or(&town.id).clone(), within }
}
