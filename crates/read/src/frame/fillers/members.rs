//! Who is meant by a word for several, or for a member of something?
//!
//! "the frigates *Lasta* and *Orn*" are the two ships, "the forces of *Morvania* and *Kestria*" the two states, and in "the Tavan
//! Front, whose fighters withdrew" the Front withdrew.

use crate::claim::Setting;
use crate::frame::fillers::is_state;
use crate::{class, grammar};
use language::{Dep, Pos, Tag};
use lexicon::NounClass;

/// "the frigates *Lasta* and *Orn*", "the ministers, *Ida Sand* and *Anton Brek*,": several names behind a plural are meant by it, and so
/// are those whose forces or leaders they are: "the forces of *Morvania* and *Kestria*".
pub(super) fn named_members(setting: Setting, at: usize) -> Vec<usize> {
    let parse = &setting.part.parse;
    let several = parse.tag(at) == Tag::Nns && parse.name_of(at).is_none();
    let forces = setting.is_noun(at, NounClass::Forces);
    // "officials from Kestria and Morvania" are two states' officials, not the states.
    let from = || grammar::after(parse, at, "from").filter(|_| forces);
    if several
        && (forces || setting.lexicon.titles.class(parse.entry(at)).is_some())
        && parse.children(at).all(|child| matches!(parse.dep(child), Dep::Amod | Dep::Det | Dep::Prep | Dep::Nummod))
        && let Some(whose) = grammar::after(parse, at, "of").or_else(from)
    {
        let owners = grammar::joined(parse, whose);
        let named = |&owner: &usize| parse.pos(owner) == Pos::Propn || is_state(setting, owner);
        if owners.len() > 1 && owners.iter().any(named) {
            return owners;
        }
    }
    if let Some(body) = whose(setting, at).filter(|_| several && forces) {
        return vec![body];
    }
    // "a member of the team, *Owen Marsh*," is the one who is named.
    let person = |child: &usize| *child > at && parse.dep(*child) == Dep::Appos && setting.names_person(*child);
    let measure = setting.is_noun(at, NounClass::Measure);
    if let Some(person) = parse.children(at).find(person).filter(|_| measure && !several) {
        return vec![person];
    }
    let first = parse
        .children(at)
        .find(|&child| several && child > at && parse.dep(child) == Dep::Appos && parse.pos(child) == Pos::Propn);
    let names = first.map_or(Vec::new(), |first| grammar::joined(parse, first));
    if names.len() > 1 && names.iter().all(|&name| parse.pos(name) == Pos::Propn) { names } else { vec![at] }
}

/// The body whose members act in a clause about it: "the *Tavan Front*, whose fighters withdrew".
fn whose(setting: Setting, members: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    parse.child(members, Dep::Poss).filter(|&owner| parse.norm(owner) == "whose")?;
    let clause = parse.head(members);
    let body = parse.head(clause);
    let named = parse.dep(clause) == Dep::Relcl && parse.pos(body) == Pos::Propn;
    (named && class::fits(parse, setting.lexicon, body, &[NounClass::Party, NounClass::Forces])).then_some(body)
}
