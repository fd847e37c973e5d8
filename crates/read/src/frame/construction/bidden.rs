//! Who is asked for what he does at somebody's request?
//!
//! "*At the request of* Kestria, Morvania sent troops", "Brek left *at the army's request*", "*despite repeated requests from* the
//! council, the brigade stayed": whoever does it, or does not, is who was asked.

use crate::claim::{Draft, Setting};
use crate::frame::fillers;
use crate::frame::fillers::doer;
use crate::reason::Field;
use crate::{class, grammar};
use language::{Dep, Pos};
use lexicon::NounClass::{Forces, Party, People};
use model::ClaimType;

/// Fills whom the demands of a sentence are for that say only what was done about them, or how somebody is to bear himself.
pub(in crate::frame) fn read(setting: Setting, drafts: &mut [Draft]) {
    let parse = &setting.part.parse;
    for draft in drafts.iter_mut().filter(|draft| draft.claim_type == ClaimType::Demand && draft.target.is_empty()) {
        if let Some(bearer) = bearer(setting, draft.trigger) {
            draft.target = grammar::joined(parse, bearer);
            draft.because(&setting.part.notes, Field::Target, "bears what is asked for");
        }
    }
    for draft in drafts.iter_mut() {
        if draft.claim_type != ClaimType::Demand || draft.rule != "event/noun" || !draft.target.is_empty() {
            continue;
        }
        let preposition = parse.head(draft.trigger);
        let led = parse.dep(draft.trigger) == Dep::Pobj
            && matches!(
                parse.norm(preposition),
                "at" | "on" | "upon" | "under" | "despite" | "following" | "after" | "by" | "to"
            );
        if !led {
            continue;
        }
        // "in response *to* a request"
        let host = parse.head(preposition);
        let host = if parse.pos(host) == Pos::Noun && parse.norm(host) == "response" { parse.head(host) } else { host };
        if parse.norm(preposition) == "to" && host == parse.head(preposition) {
            continue;
        }
        let verb = grammar::clause_head(parse, host);
        if !matches!(parse.pos(verb), Pos::Verb | Pos::Aux) || parse.dominates(draft.trigger, verb) {
            continue;
        }
        let Some(asked) = doer::doer(setting, verb) else { continue };
        draft.target = grammar::joined(parse, asked);
        let actor = draft.actor.clone();
        // "*The news* came after his call": nothing is asked of news.
        let party = |at: usize| class::fits(parse, setting.lexicon, at, &[Forces, Party, People]);
        draft.target.retain(|&at| fillers::is_filler(setting, at) && party(at) && !actor.contains(&at));
        if draft.target.is_empty() {
            continue;
        }
        draft.because(&setting.part.notes, Field::Target, "does what was asked");
    }
}

/// Who is to bear what is asked for: `sides` in "called for restraint *on both sides*", "urged calm *from* all".
fn bearer(setting: Setting, verb: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let called_for = || grammar::after(parse, verb, "for");
    let thing = parse.child(verb, Dep::Dobj).or_else(called_for).filter(|&thing| parse.pos(thing) == Pos::Noun)?;
    let judges = setting.lexicon.evaluations.noun(parse.entry(thing)).is_some();
    let on = || grammar::after(parse, thing, "on").filter(|_| judges);
    let bearer = on().or_else(|| grammar::after(parse, thing, "from"))?;
    class::fits(parse, setting.lexicon, bearer, &[Forces, Party, People]).then_some(bearer)
}
