//! Whom does a deed help that is done "in support of" somebody, and who helps whoever does one "with the help of" somebody?
//!
//! "In support of the army, Morvanian jets struck the depot": Morvania's jets support the army. "With the help of Morvania the army
//! took the town": Morvania supports the army. The noun is one that the lexicon has for help.

use crate::claim::{Draft, Setting};
use crate::frame::fillers::{behind, doer};
use crate::grammar;
use crate::reason::Field;
use language::{Dep, NameLabel, Pos};
use lexicon::{Frame, Slot, WordClass};
use model::{ClaimType, Kind};

/// Adds the help that a deed gives.
pub(in crate::frame) fn read(setting: Setting, drafts: &mut Vec<Draft>) {
    for at in 0..setting.part.parse.len() {
        let Some(draft) = given(setting, at, drafts).or_else(|| taken(setting, at)) else { continue };
        match drafts.iter_mut().find(|other| other.trigger == at && other.claim_type.kind() == Kind::Event) {
            // "*with* Morvanian *air support* the army took the town", which the noun tells of by itself
            Some(other) if other.claim_type == ClaimType::Support && other.target.is_empty() => {
                other.target = draft.target;
            }
            // "with the backing *of Morvania* the army took the town": of whom it is, and for nobody.
            Some(other)
                if other.claim_type == ClaimType::Support && other.actor.is_empty() && other.target == draft.actor =>
            {
                (other.actor, other.target) = (draft.actor, draft.target);
            }
            Some(_) => {}
            None => drafts.push(draft),
        }
    }
}

/// Whom a delivery is for that names nobody who gets it: "sent weapons *to help Kestria* defend itself", "delivered food *to feed the
/// villagers*".
pub(in crate::frame) fn supplied(setting: Setting, draft: &mut Draft) {
    let parse = &setting.part.parse;
    if draft.claim_type != ClaimType::Supply || !draft.target.is_empty() || parse.pos(draft.trigger) != Pos::Verb {
        return;
    }
    let helps = |&clause: &usize| {
        let frames = setting.frames(clause);
        let helps = |frame: &Frame| {
            frame.class == WordClass::Verb
                && matches!(frame.claim_type, ClaimType::Support | ClaimType::Supply)
                && frame.target.first() == Some(&Slot::Object)
                && frame.words.is_empty()
        };
        clause > draft.trigger && grammar::is_infinitive(parse, clause) && frames.iter().any(helps)
    };
    let thing = parse.child(draft.trigger, Dep::Dobj);
    let mut hosts = std::iter::once(draft.trigger).chain(thing).flat_map(|host| parse.children(host));
    let Some(clause) = hosts.find(helps) else { return };
    // "to help *Kestria* defend itself": the tree takes whom it helps for who defends.
    let below = || parse.child(clause, Dep::Ccomp).and_then(|verb| parse.child(verb, Dep::Nsubj));
    let Some(helped) = parse.child(clause, Dep::Dobj).or_else(below) else { return };
    draft.target = behind::all_behind(setting, &grammar::joined(parse, helped), |_| true);
    draft.target.retain(|at| !draft.actor.contains(at));
    draft.because(&setting.part.notes, Field::Target, "is whom what is sent is to help");
}

fn given(setting: Setting, noun: usize, drafts: &[Draft]) -> Option<Draft> {
    let parse = &setting.part.parse;
    let mut preposition = parse.head(noun);
    let fixed = parse.pos(noun) == Pos::Noun
        && parse.dep(noun) == Dep::Pobj
        && parse.norm(preposition) == "in"
        && preposition + 1 == noun;
    if !fixed {
        return None;
    }
    let frame = frame(setting, noun)?;
    let helped = grammar::after(parse, noun, "of")?;
    // "coordinated with and in support of the army"
    while parse.dep(preposition) == Dep::Conj && parse.pos(parse.head(preposition)) == Pos::Adp {
        preposition = parse.head(preposition);
    }
    let host = parse.head(preposition);
    let verb = grammar::clause_head(parse, host);
    let mut draft = Draft::new(ClaimType::Support, noun, "event/noun");
    draft.line = Some(frame.line);
    draft.predicate = if parse.pos(verb) == Pos::Verb { verb } else { noun };
    // "strikes *delivered* in support of the army" help as well as what delivers them.
    let deed = if matches!(parse.dep(verb), Dep::Acl | Dep::Relcl) { parse.head(verb) } else { verb };
    let told = drafts.iter().find(|other| {
        let here = [host, verb, deed].into_iter().any(|at| other.trigger == at || other.predicate == at);
        here && other.claim_type.kind() == Kind::Event && !other.actor.is_empty()
    });
    let notes = &setting.part.notes;
    draft.actor = match told {
        Some(told) => told.actor.clone(),
        None => {
            let doer = doer::doer(setting, verb).or_else(|| grammar::undergoer(parse, verb));
            let doers = doer.map_or(Vec::new(), |doer| grammar::joined(parse, doer));
            behind::all_behind(setting, &doers, |_| false)
        }
    };
    draft.because(notes, Field::Actor, "does what helps");
    draft.target = behind::all_behind(setting, &grammar::joined(parse, helped), |_| true);
    draft.target.retain(|at| !draft.actor.contains(at));
    (!draft.target.is_empty()).then_some(draft)
}

/// The frame by which a noun tells of help.
fn frame<'s>(setting: Setting<'s, '_>, noun: usize) -> Option<&'s Frame> {
    let frames = setting.frames(noun);
    frames.iter().find(|frame| frame.class == WordClass::Noun && frame.claim_type == ClaimType::Support)
}

/// "*with* Morvania's *help* the army took the town", "took it with support from Morvania".
fn taken(setting: Setting, noun: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let preposition = parse.head(noun);
    let host = parse.head(preposition);
    // "The regime, *with* the support of Morvania, has bombed the town": the tree may hang it on who does it.
    let beside =
        matches!(parse.dep(host), Dep::Nsubj | Dep::Nsubjpass) && preposition > 0 && parse.word(preposition - 1) == ",";
    // "conducted an operation in Velna *with* support from Morvania": or on the deed that a verb carries.
    let carried = parse.dep(host) == Dep::Dobj && parse.pos(host) == Pos::Noun;
    let verb = if beside || carried { parse.head(host) } else { host };
    let means = parse.pos(noun) == Pos::Noun
        && parse.dep(noun) == Dep::Pobj
        && parse.norm(preposition) == "with"
        && parse.pos(verb) == Pos::Verb;
    let frame = if means { frame(setting, noun)? } else { return None };
    let before = || {
        parse.children(noun).find(|&child| {
            let label = parse.name_of(child).map(|name| name.label);
            child < noun && matches!(label, Some(NameLabel::Norp | NameLabel::Gpe | NameLabel::Org))
        })
    };
    let behind = || ["from", "of", "by"].iter().find_map(|word| grammar::after(parse, noun, word));
    let giver = grammar::owner(parse, noun).or_else(before).or_else(behind)?;
    let mut draft = Draft::new(ClaimType::Support, noun, "event/noun");
    draft.line = Some(frame.line);
    // Help that stands beside the doer is given also where the deed is denied.
    draft.predicate = if beside { noun } else { verb };
    draft.actor = behind::all_behind(setting, &grammar::joined(parse, giver), |_| false);
    let helped = doer::doer(setting, verb).map_or(Vec::new(), |helped| grammar::joined(parse, helped));
    draft.target = behind::all_behind(setting, &helped, |_| false);
    draft.target.retain(|at| !draft.actor.contains(at));
    draft.because(&setting.part.notes, Field::Target, "does what the help is for");
    (!draft.actor.is_empty() && !draft.target.is_empty()).then_some(draft)
}
