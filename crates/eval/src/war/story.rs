//! What happened? A story is some happenings in one town within days, that many papers tell of.

use super::chance::{Chance, mixed};
use super::world::{State, World};
use fuse::FusePlace;
use jiff::civil::Date;
use model::{ClaimType, EntityId};

/// Days that the war lasts.
const DAYS: usize = 1096;

/// One story.
pub(super) struct Story<'a> {
    pub state: &'a State,
    pub town: &'a FusePlace,
    pub day: Date,
    /// Positions of attacker and attacked among the parties of the state.
    pub sides: (usize, usize),
    pub happenings: Vec<Happening>,
}

/// One happening of a story.
pub(super) struct Happening {
    /// By which claims of it are known to be about one thing.
    pub number: u64,
    pub claim_type: ClaimType,
    pub day: Date,
    pub actor: Option<EntityId>,
    /// Told of by some papers instead of the actor.
    pub actor_as: Option<EntityId>,
    pub target: Option<EntityId>,
    pub target_as: Option<EntityId>,
    /// The dead.
    pub count: Option<u32>,
    /// An offensive, not a clash.
    pub long: bool,
    /// Blamed by others than the attacked.
    pub other_actor: Option<EntityId>,
}

/// The story with a number.
pub(super) fn story<'a>(world: &'a World, number: u64, chance: &mut Chance) -> Story<'a> {
    let state = chance.of_ranked(&world.states);
    let town = chance.of_ranked(&state.towns);
    let from = Date::constant(2031, 1, 1);
    let day = from.checked_add(jiff::Span::new().days(chance.below(DAYS) as i64)).unwrap_or(from);
    let one = chance.below(state.parties.len());
    let other = (one + 1 + chance.below(state.parties.len() - 1)) % state.parties.len();
    let mut story = Story { state, town, day, sides: (one, other), happenings: Vec::new() };
    let deed = *chance.of(&[ClaimType::Strike, ClaimType::Attack, ClaimType::Fight, ClaimType::Fight]);
    story.add(number, deed, 0, chance);
    for (claim_type, times, later) in [
        (ClaimType::Casualties, 70, 0),
        (ClaimType::Casualties, 20, 0),
        (ClaimType::Capture, 30, 1),
        (ClaimType::Destroy, 20, 0),
        (ClaimType::Accuse, 35, 1),
        (ClaimType::Withdraw, 20, 2),
        (ClaimType::Displace, 20, 1),
        (ClaimType::Detain, 15, 0),
        (ClaimType::Deploy, 25, 1),
        (ClaimType::Agree, 5, 2),
    ] {
        if chance.in_hundred(times) {
            story.add(number, claim_type, later, chance);
        }
    }
    story
}

impl Story<'_> {
    fn add(&mut self, number: u64, claim_type: ClaimType, later: i64, chance: &mut Chance) {
        let (one, other) = self.sides;
        let party = |at: usize| (Some(self.state.parties[at].clone()), Some(self.state.soldiers[at].clone()));
        let nobody = (None, None);
        let civilians = (Some(self.state.civilians.clone()), None);
        let second = self.happenings.iter().any(|happening| happening.claim_type == claim_type);
        let ((actor, actor_as), (target, target_as)) = match claim_type {
            ClaimType::Casualties if second => (party(one), civilians),
            ClaimType::Casualties => (party(one), (Some(self.state.soldiers[other].clone()), None)),
            ClaimType::Withdraw => (party(other), nobody),
            ClaimType::Capture | ClaimType::Destroy | ClaimType::Deploy => (party(one), nobody),
            ClaimType::Displace | ClaimType::Detain => (party(one), civilians),
            ClaimType::Accuse => (party(other), party(one)),
            _ => (party(one), party(other)),
        };
        let third = (one.max(other) + 1) % self.state.parties.len();
        let contested = matches!(claim_type, ClaimType::Strike | ClaimType::Attack) && chance.in_hundred(15);
        self.happenings.push(Happening {
            number: mixed(number << 8 | self.happenings.len() as u64),
            claim_type,
            day: self.day.checked_add(jiff::Span::new().days(later)).unwrap_or(self.day),
            actor,
            actor_as,
            target,
            target_as,
            long: claim_type == ClaimType::Fight && chance.in_hundred(20),
            count: (claim_type == ClaimType::Casualties).then(|| 1 + chance.below(40) as u32),
            other_actor: contested.then(|| self.state.parties[third].clone()),
        });
    }
}
