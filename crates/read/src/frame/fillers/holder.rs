//! Whose is what is taken, cut off or hit?
//!
//! "The army attacked rebel-held Velna", "cut off the opposition's road", "freed towns held by the rebels": who holds the place or
//! thing is the other side, though no object names him. "Velna fell under rebel control": who holds it now took it.

use crate::claim::{Draft, Setting};
use crate::frame::all_behind;
use crate::frame::is_place;
use crate::frame::trigger::carrier;
use crate::{class, grammar};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::NounClass;
use model::ClaimType;

/// Fills the target of a deed against a place or thing with its holder; `scenes` are the places that stood as what is hit, also where
/// the deed has another place: "attacked *rebel-held territory* in the valley".
pub(in crate::frame) fn fill(setting: Setting, draft: &mut Draft, scenes: &[usize]) {
    use ClaimType::*;
    if !draft.target.is_empty() || !matches!(draft.claim_type, Capture | Besiege | Fight) {
        return;
    }
    let parse = &setting.part.parse;
    // "fighting *near* the governor's house" says nothing of the governor.
    let beside = |at: usize| {
        draft.claim_type == Fight
            && parse.dep(at) == Dep::Pobj
            && matches!(parse.norm(parse.head(at)), "near" | "around" | "outside" | "beside" | "behind")
    };
    let things: Vec<usize> = draft.place.iter().chain(scenes).copied().filter(|&at| !beside(at)).collect();
    let mut holders: Vec<usize> = things.iter().flat_map(|&at| of(setting, at)).collect();
    holders.retain(|at| !draft.actor.contains(at));
    holders.sort_unstable();
    holders.dedup();
    draft.target = holders;
}

/// Those who hold a place or thing by the words around it.
fn of(setting: Setting, at: usize) -> Vec<usize> {
    let parse = &setting.part.parse;
    let is_party = |at: usize| {
        use NounClass::{Forces, Party, People};
        parse.pos(at) != Pos::Pron && class::fits(parse, setting.lexicon, at, &[Forces, Party, People])
    };
    let holds = |verb: usize| {
        let compound = setting.lexicon.compounds.get(parse.lower(verb));
        compound.is_some_and(|compound| compound.claim_type == ClaimType::Controls && compound.name_acts)
    };
    for child in parse.children(at) {
        // "rebel-held Velna", "the rebel-controlled road".
        if holds(child) && child < at {
            let named = parse
                .children(child)
                .find(|&below| below < child && matches!(parse.pos(below), Pos::Noun | Pos::Propn | Pos::Adj));
            let before = (child >= 2 && parse.tag(child - 1) == Tag::Hyph).then(|| child - 2);
            if let Some(holder) = named.or(before) {
                return vec![holder];
            }
        }
        // "towns held by the rebels".
        if holds(child)
            && child > at
            && let Some(agent) = grammar::agent(parse, child)
        {
            return grammar::joined(parse, agent);
        }
    }
    // "*Guard* strongholds": a body before what it holds.
    let stands = |child: &usize| {
        let body = parse.name_of(*child).is_some_and(|name| name.label == NameLabel::Org);
        *child < at && parse.dep(*child) == Dep::Compound && body && is_party(*child)
    };
    if parse.pos(at) == Pos::Noun
        && let Some(holder) = parse.children(at).find(stands)
    {
        return vec![holder];
    }
    match grammar::owner(parse, at) {
        // "the opposition's road"; a state's own town and a town's own quarter are where they lie.
        Some(owner) if is_party(owner) && !is_place(setting, owner) => grammar::joined(parse, owner),
        _ => Vec::new(),
    }
}

/// Who holds a place that "fell under rebel control" or "to the rebels".
pub(in crate::frame) fn new_holder(setting: Setting, draft: &Draft) -> Vec<usize> {
    let parse = &setting.part.parse;
    if draft.claim_type != ClaimType::Capture || !draft.actor.is_empty() {
        return Vec::new();
    }
    let host = [draft.trigger, draft.predicate];
    let under = host
        .iter()
        .find_map(|&host| grammar::after(parse, host, "under").or_else(|| grammar::after(parse, host, "into")));
    if let Some(control) = under {
        return all_behind(setting, &[control], |_| false);
    }
    host.iter().find_map(|&host| grammar::after(parse, host, "to")).map_or(Vec::new(), |to| grammar::joined(parse, to))
}

/// Who takes the object of "by means of": "supports the army *with* air strikes", "advanced *with* air support".
pub(super) fn user(setting: Setting, trigger: usize) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let mut noun = trigger;
    while parse.dep(noun) == Dep::Conj && matches!(parse.pos(parse.head(noun)), Pos::Noun | Pos::Propn) {
        noun = parse.head(noun);
    }
    let preposition = parse.head(noun);
    if parse.dep(noun) != Dep::Pobj || !matches!(parse.norm(preposition), "with" | "through" | "by" | "using" | "via") {
        return None;
    }
    let verb = parse.head(preposition);
    // "began an offensive | *with* air strikes": the tree hangs the means on the deed.
    let deed = parse.dep(verb) == Dep::Dobj
        && parse.norm(preposition) == "with"
        && carrier::of(setting, verb).is_some_and(|carrier| carrier.verb == parse.head(verb));
    let verb = if deed { parse.head(verb) } else { verb };
    matches!(parse.pos(verb), Pos::Verb | Pos::Aux).then_some((verb, preposition))
}
