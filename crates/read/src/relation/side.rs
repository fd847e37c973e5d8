//! Who acts at whose side?
//!
//! "Morvanian troops attacked alongside the militia", "Morvania, together with Kestria, struck Velna", "Morvania acts in
//! partnership with Kestria": the two are allied. A noun for an alliance is known by its frames.

use crate::claim::{Draft, Setting};
use crate::{grammar, mention};
use language::{Dep, Pos};
use lexicon::{NounClass, WordClass};
use model::ClaimType;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    (0..parse.len()).filter(|&at| parse.dep(at) == Dep::Prep).filter_map(|at| beside(setting, at)).collect()
}

fn beside(setting: Setting, preposition: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let head = parse.head(preposition);
    let host = match parse.norm(preposition) {
        "alongside" => head,
        "with" if preposition > 0 && parse.norm(preposition - 1) == "together" => match parse.pos(head) {
            Pos::Adv => parse.head(head),
            _ => head,
        },
        "with" if parse.dep(head) == Dep::Pobj && is_alliance(setting, head) => {
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
    let party = |at: usize| {
        mention::fits(parse, setting.lexicon, at, &[NounClass::Party, NounClass::Forces])
            && (parse.pos(at) != Pos::Pron || parse.norm(at) != "it")
    };
    if !party(actor) || !party(target) || actor == target {
        return None;
    }
    let mut draft = Draft::new(ClaimType::AlliedWith, preposition, "relation/side");
    draft.actor = grammar::joined(parse, actor);
    draft.target = grammar::joined(parse, target);
    draft.target.retain(|at| !draft.actor.contains(at));
    Some(draft)
}

/// True for a noun for an alliance or for acting together, by the frames that tell so.
fn is_alliance(setting: Setting, at: usize) -> bool {
    let frames = setting.lexicon.triggers.frames(&setting.part.parse.lemma(at).to_lowercase());
    frames.iter().any(|frame| frame.claim_type == ClaimType::AlliedWith && frame.class == WordClass::Noun)
}
