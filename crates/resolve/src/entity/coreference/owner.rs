//! Whose are those whom words tell by their owner: "his country", "its army", "his allies", "President Brek's government"?
//!
//! By whose man somebody is: the state that he was told to lead or serve, or whose adjective stood with his name.

use super::{Pass, description};
use crate::cast::{Cast, Found};
use lexicon::{Antecedent, Known, NounClass, State};
use model::{Argument, Claim, ClaimType, Entity, EntityId, EntityKind, Mention, MentionKind};

impl Pass<'_, '_> {
    /// "his country" is the state whose man he is, "its army" the army of that state, "its fighters" the group itself.
    pub(super) fn owned(&self, mention: &Mention, words: &str, cast: &mut Cast) -> Option<EntityId> {
        let at = self.reading.mentions.partition_point(|other| other.span.start < mention.span.start);
        let owner = (0..at).rev().take(3).find(|&at| {
            let other = &self.reading.mentions[at];
            other.kind == MentionKind::Pronoun && other.span.end + 1 == mention.span.start
        })?;
        let [owner] = self.told(owner).try_into().ok()?;
        let noun = words.to_lowercase();
        let entity = cast.get(&owner)?.clone();
        if entity.kind == EntityKind::Organisation
            && self.roster.is_armed_group(&entity.name)
            && self.roster.lexicon.institutions.is_membership(&noun)
        {
            cast.because(&owner, &format!("its {words} stand for it"), None);
            return Some(owner);
        }
        let institution = self.roster.lexicon.institutions.has(&noun);
        let anaphor = self.roster.lexicon.anaphors.get(&noun);
        let country = anaphor.is_some_and(|anaphor| anaphor.stands_for == [Antecedent::State]);
        if !institution && !country {
            return self.related(mention, &entity, words, cast);
        }
        let state = self.state_of(&owner, cast)?;
        let reason = format!("the {words} of {}", entity.name);
        if country {
            return Some(cast.add(&Found::state(state, reason)));
        }
        let found = description::institution_of(self.roster, state, &noun)?;
        Some(cast.add(&Found { reason, ..found }))
    }

    /// "his allies" are `Anton Brek's allies`, "his office" is `Anton Brek's office`, "its backers" are `backers of the Arvian
    /// government`, "its soldiers" and "its envoy" are `Arvian soldiers` and `Arvian envoy`.
    fn related(&self, mention: &Mention, owner: &Entity, words: &str, cast: &mut Cast) -> Option<EntityId> {
        let own = description::describe(self.roster, words, mention.plural)?;
        if owner.kind == EntityKind::State
            && description::is_served_by(self.roster, words)
            && let Some(Known::State(state)) = self.roster.lexicon.names.find(&owner.name)
        {
            let name = format!("{} {}", state.demonyms.first()?, own.name);
            return Some(cast.add(&Found { reason: format!("the {words} of {}", owner.name), name, ..own }));
        }
        let office = self.roster.lexicon.nouns.is(&words.to_lowercase(), NounClass::Office);
        let group = mention.plural && own.kind == EntityKind::Group || office;
        let name = match owner.kind {
            _ if !group || own.name.contains(&owner.name) => return None,
            EntityKind::Person | EntityKind::State => format!("{}'s {}", owner.name, own.name),
            EntityKind::Organisation => format!("{} of the {}", own.name, owner.name),
            _ => return None,
        };
        Some(cast.add(&Found { reason: format!("the {words} of {}", owner.name), name, ..own }))
    }

    /// The state that somebody is, or whose man somebody is.
    pub(super) fn state_of(&self, id: &EntityId, cast: &Cast) -> Option<&State> {
        let names = &self.roster.lexicon.names;
        if let Some(state) = self.states.get(id) {
            return names.state(state);
        }
        let name = &cast.get(id)?.name;
        // "Arvian officials" are Arvia's.
        let adjective = || match names.demonym(name.split(' ').next()?).as_slice() {
            [state] => Some(*state),
            _ => None,
        };
        match names.find(name) {
            Some(Known::State(state)) => Some(state),
            Some(Known::Actor(actor)) => match actor.countries.as_slice() {
                [iso] => names.state(iso),
                _ => None,
            },
            None => self.led(id, cast).and_then(|state| names.state(state)).or_else(adjective),
        }
    }

    /// Code of the state that somebody was told to lead or serve: "President Brek of Arvia".
    fn led(&self, id: &EntityId, cast: &Cast) -> Option<&str> {
        let by_head = |argument: &Argument| {
            let mention = self.discourse.by_head.get(&argument.head)?;
            self.told(*mention).into_iter().next()
        };
        let office = |claim: &&Claim| {
            matches!(claim.claim_type, ClaimType::Leads | ClaimType::MemberOf) && claim.target.len() == 1
        };
        self.reading.claims.iter().filter(office).find_map(|claim| {
            let holder = by_head(claim.actor.first()?)?;
            let state = cast.get(&by_head(claim.target.first()?)?).filter(|body| body.kind == EntityKind::State)?;
            match self.roster.lexicon.names.find(&state.name)? {
                Known::State(state) if holder == *id => Some(state.iso.as_str()),
                _ => None,
            }
        })
    }

    /// "Anton Brek's government" is the government of the state whose man he is.
    pub(super) fn of_person(&mut self, mention: &Mention, words: &str, cast: &mut Cast) -> Option<EntityId> {
        let (owner, noun) = words.split_once("'s ").or_else(|| words.split_once("’s "))?;
        // "Brek's *brutal* regime"
        let noun = description::without_judging(self.roster, noun).to_lowercase();
        if !self.roster.lexicon.institutions.has(&noun) {
            return None;
        }
        let found = self.roster.find(owner, MentionKind::Name, None).filter(|one| one.kind == EntityKind::Person)?;
        let person = cast.add(&found);
        // "President Brek's government": whose president is not told is that of the state the article is about.
        let head = || {
            let first = owner.split(' ').next()?.to_lowercase();
            let mut offices = self.roster.lexicon.offices.called(&first);
            let of_state =
                offices.any(|office| matches!(self.roster.lexicon.names.find(&office.of), Some(Known::State(_))));
            self.home.state(self.article(mention)).filter(|_| of_state)
        };
        let state = self.state_of(&person, cast).or_else(head)?;
        let found = description::institution_of(self.roster, state, &noun)?;
        Some(cast.add(&Found { reason: format!("the {noun} of {}", owner), ..found }))
    }
}
