//! Against whom is a place attacked in which somebody is said to be?
//!
//! "The rebels attacked Velna, *where Kestrian soldiers were stationed*": against the soldiers.

use crate::claim::{Draft, Setting};
use crate::frame::{is_place, is_state};
use crate::reason::Field;
use crate::{class, grammar};
use language::{Dep, Tag};
use lexicon::NounClass;
use model::ClaimType;

/// Gives fights and sieges that name nobody on the other side those who are said to be where they are.
pub(in crate::frame) fn read(setting: Setting, drafts: &mut [Draft]) {
    use ClaimType::{Besiege, Deploy, Fight, PresentIn};
    let parse = &setting.part.parse;
    for at in 0..drafts.len() {
        let draft = &drafts[at];
        let town = |&at: &usize| draft.place.contains(&at) || is_place(setting, at) && !is_state(setting, at);
        if !matches!(draft.claim_type, Fight | Besiege) || !draft.target.iter().all(town) || draft.actor.is_empty() {
            continue;
        }
        let places: Vec<usize> = draft.place.iter().chain(&draft.target).copied().collect();
        // "the town *of Ostrel*, where": the clause can hang on either.
        let both = |&place: &usize| {
            let of = parse.head(place);
            let whole = (parse.norm(of) == "of" && parse.dep(place) == Dep::Pobj).then(|| parse.head(of));
            [Some(place), whole, grammar::after(parse, place, "of")].into_iter().flatten()
        };
        let mut clauses = places.iter().flat_map(both).flat_map(|at| parse.children(at));
        let led = |&clause: &usize| {
            parse.dep(clause) == Dep::Relcl && parse.children(clause).any(|child| parse.tag(child) == Tag::Wrb)
        };
        let Some(clause) = clauses.find(led) else { continue };
        let there = |other: &&Draft| {
            let forces = |&at: &usize| class::classes(parse, setting.lexicon, at).any(&[NounClass::Forces]);
            matches!(other.claim_type, Deploy | PresentIn)
                && other.trigger == clause
                && !other.actor.is_empty()
                && other.actor.iter().all(forces)
                && other.actor.iter().all(|one| !draft.actor.contains(one))
        };
        let Some(others) = drafts.iter().find(there).map(|other| other.actor.clone()) else { continue };
        drafts[at].place = places;
        drafts[at].target = others;
        drafts[at].because(&setting.part.notes, Field::Target, "are where the fight is");
    }
}
