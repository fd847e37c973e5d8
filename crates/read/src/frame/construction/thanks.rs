//! Whom does "thank you" thank?
//!
//! "Envoy Brek, *thank you* for your report": Envoy Brek, by whoever speaks. "Thank you, Chair" at the start of a speech tells nothing.

use crate::claim::{Draft, Setting};
use crate::grammar;
use language::{Dep, Parse, Pos};
use model::ClaimType;

/// The rule of thanks without a subject.
const THANKS: &str = "event/thanks";

/// Gives thanks to those who are spoken to by name, and drops those that are a mere form.
pub(in crate::frame) fn read(setting: Setting, drafts: &mut Vec<Draft>) {
    let parse = &setting.part.parse;
    drafts.retain_mut(|draft| {
        if draft.claim_type != ClaimType::Support || !is_thank_you(parse, draft.trigger) {
            return true;
        }
        let verb = draft.trigger;
        let to = grammar::after(parse, verb, "to").map_or(Vec::new(), |whom| grammar::joined(parse, whom));
        let whom = if to.is_empty() { addressed(parse, verb) } else { to };
        if !parse.children(verb).any(|child| parse.norm(child) == "for") {
            return false;
        }
        draft.rule = THANKS;
        draft.actor.clear();
        if !whom.is_empty() {
            draft.target = whom;
        }
        true
    });
}

/// True for the verb of "thank you" that no subject stands before.
fn is_thank_you(parse: &Parse, verb: usize) -> bool {
    let you = parse.child(verb, Dep::Dobj).is_some_and(|object| parse.norm(object) == "you");
    let subject = parse.child(verb, Dep::Nsubj);
    // "Envoy Brek, thank you": the tree may take whom it is said to for who says it.
    let spoken_to = |at: usize| (at..verb).any(|mark| parse.word(mark) == ",");
    parse.lemma(verb) == "thank" && you && subject.is_none_or(spoken_to)
}

/// Whom the words beside the verb speak to by name: "*Envoy Brek*, thank you", "Thank you, *Envoy Brek*, for".
fn addressed(parse: &Parse, verb: usize) -> Vec<usize> {
    let named = |&child: &usize| parse.pos(child) == Pos::Propn;
    let beside = parse.children(verb).filter(named);
    let of_you = parse.child(verb, Dep::Dobj).into_iter().flat_map(|you| parse.children(you)).filter(named);
    beside.chain(of_you).flat_map(|name| grammar::joined(parse, name)).collect()
}
