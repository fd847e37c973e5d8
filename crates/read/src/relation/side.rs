//! Who acts at whose side?
//!
//! "Morvanian troops attacked alongside the militia", "Morvania, together with Kestria, struck Velna", "Morvania acts in
//! partnership with Kestria", "government forces and allied militias": the two are allied. A word for an alliance is known by its
//! frames.

use crate::claim::{Draft, Setting};
use crate::{class, grammar};
use language::{Dep, Pos};
use lexicon::{NounClass, WordClass};
use model::ClaimType;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    (0..parse.len())
        .filter_map(|at| match parse.dep(at) {
            Dep::Prep => beside(setting, at),
            Dep::Conj => allied(setting, at),
            _ => None,
        })
        .collect()
}

/// "government forces and *allied militias*": they are allied with those they are joined to.
fn allied(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let word = parse
        .children(at)
        .find(|&child| child < at && parse.dep(child) == Dep::Amod && is_alliance(setting, child, WordClass::Verb))?;
    let beside = parse.head(at);
    if !is_party(setting, at) || !is_party(setting, beside) {
        return None;
    }
    let mut draft = Draft::new(ClaimType::AlliedWith, word, "relation/side");
    draft.actor = vec![at];
    draft.target = vec![beside];
    draft.presupposed = true;
    Some(draft)
}

fn beside(setting: Setting, preposition: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let head = parse.head(preposition);
    let host = match parse.norm(preposition) {
        // "a leader fighting *rebels* alongside the army" fights at the army's side.
        "alongside" if parse.dep(head) == Dep::Dobj => parse.head(head),
        "alongside" => head,
        "with" if preposition > 0 && parse.norm(preposition - 1) == "together" => match parse.pos(head) {
            Pos::Adv => parse.head(head),
            _ => head,
        },
        "with" if parse.dep(head) == Dep::Pobj && is_alliance(setting, head, WordClass::Noun) => {
            let outer = parse.head(head);
            (parse.norm(outer) == "in").then(|| parse.head(outer))?
        }
        _ => return None,
    };
    let actor = match parse.pos(host) {
        Pos::Verb | Pos::Aux => grammar::doer(parse, host)?,
        Pos::Noun | Pos::Propn => host,
        _ => return None,
    };
    let target = grammar::object_of(parse, preposition)?;
    if !is_party(setting, actor) || !is_party(setting, target) || actor == target {
        return None;
    }
    let mut draft = Draft::new(ClaimType::AlliedWith, preposition, "relation/side");
    draft.actor = grammar::joined(parse, actor);
    draft.target = grammar::joined(parse, target);
    draft.target.retain(|at| !draft.actor.contains(at));
    Some(draft)
}

fn is_party(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    class::fits(parse, setting.lexicon, at, &[NounClass::Party, NounClass::Forces])
        && (parse.pos(at) != Pos::Pron || parse.norm(at) != "it")
}

/// True for a word for an alliance or for acting together, by the frames that tell so.
fn is_alliance(setting: Setting, at: usize, class: WordClass) -> bool {
    let frames = setting.lexicon.triggers.frames(&setting.part.parse.entry(at));
    frames.iter().any(|frame| frame.claim_type == ClaimType::AlliedWith && frame.class == class)
}
