//! Which ends can a relation have?
//!
//! A person is a member of a body, and a body a part of it; a detachment of tanks is no part of tanks, "on the part of
//! Morvania" tells of no part, and "the south side of the Orn" of no ally.

use super::{Spot, is_place};
use crate::claim::{Draft, Setting};
use crate::grammar;
use language::{Dep, NameLabel, Pos};
use lexicon::{NounClass, WordClass};
use model::ClaimType;

/// Puts the ends of a relation right; false when it is none.
pub(super) fn holds(setting: Setting, site: &Spot, draft: &mut Draft) -> bool {
    use ClaimType::{AlliedWith, LocatedIn, MemberOf, PartOf};
    let parse = &setting.part.parse;
    match draft.claim_type {
        PartOf => {
            // "on the part of the army"
            if parse.dep(site.trigger) == Dep::Pobj && parse.norm(parse.head(site.trigger)) == "on" {
                return false;
            }
            let vehicle = |at: usize| {
                parse.pos(at) == Pos::Noun
                    && parse.name_of(at).is_none()
                    && setting.lexicon.nouns.is(&parse.lemma(at).to_lowercase(), NounClass::Vehicle)
            };
            draft.target.retain(|&at| !vehicle(at));
            let named = |at: usize| parse.name_of(at).is_some_and(|name| name.label == NameLabel::Person);
            let person = |at: &usize| parse.pos(*at) == Pos::Propn && (setting.names_person(*at) || named(*at));
            if site.class == WordClass::Verb && !draft.actor.is_empty() && draft.actor.iter().all(person) {
                draft.claim_type = MemberOf;
            }
        }
        // "connects Velna *with Ostrel*": it lies in both.
        LocatedIn if site.class == WordClass::Verb && draft.place.len() == 1 => {
            let end = ["with", "to"].into_iter().find_map(|word| grammar::after(parse, site.trigger, word));
            let joins = parse.child(site.trigger, Dep::Dobj) == draft.place.first().copied();
            draft.place.extend(end.filter(|&end| joins && is_place(setting, end)));
        }
        AlliedWith => {
            let land =
                |at: usize| parse.name_of(at).is_some_and(|name| matches!(name.label, NameLabel::Loc | NameLabel::Fac));
            draft.target.retain(|&at| !land(at));
        }
        _ => {}
    }
    true
}
