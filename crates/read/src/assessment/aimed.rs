//! Whose is an aim that a noun tells and nobody is named for, and whom does it reach but himself?
//!
//! "Under a plan to disarm the clans, *Kestria* sent observers", "the raid was part of a campaign to weaken the clan *by the army*": who
//! does what the plan is for has the aim. "Committed to its pact with *Morvania*": nobody aims at himself.

use crate::claim::{Draft, Setting};
use crate::frame::all_behind;
use crate::{class, grammar};
use language::{Dep, Pos, Tag};
use lexicon::NounClass;
use model::{ClaimType, Kind};
use std::collections::BTreeMap;

/// Fills the actors of intents that have none from the clause that the noun of the aim belongs to, and takes from the targets who aims.
pub(crate) fn settle(setting: Setting, drafts: &mut [Draft]) {
    for draft in drafts.iter_mut().filter(|draft| draft.claim_type == ClaimType::Intent) {
        if draft.actor.is_empty()
            && let Some(noun) = noun(setting, draft)
        {
            draft.actor = holder(setting, noun);
        }
        if let Some(verb) = above_thing(setting, draft) {
            let parse = &setting.part.parse;
            let doers = grammar::doer(parse, verb).map_or(Vec::new(), |doer| grammar::joined(parse, doer));
            draft.actor = all_behind(setting, &doers, |_| true);
        }
        reach(setting, draft);
    }
    done_by_holder(setting, drafts);
}

/// The verb of "the villagers *face* challenges working to feed their families": the participle hangs on a thing, and a thing has no aims.
fn above_thing(setting: Setting, draft: &Draft) -> Option<usize> {
    use NounClass::{Accord, Deed, Forces, Party, People, Publication, Talk, Vehicle};
    let parse = &setting.part.parse;
    let [thing] = draft.actor[..] else { return None };
    let hangs = parse.dep(draft.trigger) == Dep::Acl
        && parse.tag(draft.trigger) == Tag::Vbg
        && parse.head(draft.trigger) == thing
        && parse.dep(thing) == Dep::Dobj
        && parse.pos(thing) == Pos::Noun
        && parse.name_of(thing).is_none();
    // Those in a boat mean to get somewhere, and talks and accords are somebody's.
    let aims = [Accord, Deed, Forces, Party, People, Publication, Talk, Vehicle];
    (hangs && draft.rule == "assessment/verb" && !class::fits(parse, setting.lexicon, thing, &aims))
        .then(|| parse.head(thing))
}

/// "welcomed the *government's* intention to extend the truce": whose aim it is would do it, whoever speaks of the aim.
fn done_by_holder(setting: Setting, drafts: &mut [Draft]) {
    let parse = &setting.part.parse;
    let aims = drafts.iter().filter(|draft| draft.rule == "assessment/noun" && draft.claim_type == ClaimType::Intent);
    let holders: BTreeMap<usize, Vec<usize>> = aims.map(|aim| (aim.trigger, aim.actor.clone())).collect();
    for draft in drafts.iter_mut().filter(|draft| draft.claim_type.kind() == Kind::Event) {
        let verb = draft.predicate;
        let aim = (parse.dep(verb) == Dep::Acl && grammar::is_infinitive(parse, verb)).then(|| parse.head(verb));
        let holder = aim.and_then(|noun| holders.get(&noun)).filter(|holder| !holder.is_empty());
        // Who would do it by himself is told right before the verb.
        if let Some(holder) = holder.filter(|_| parse.child(verb, Dep::Nsubj).is_none() && !draft.actor.is_empty()) {
            draft.actor = holder.iter().copied().filter(|at| !draft.target.contains(at)).collect();
        }
    }
}

/// The noun that tells an aim: "a *plan* to disarm them", "the *campaign* to take the town".
fn noun(setting: Setting, draft: &Draft) -> Option<usize> {
    let parse = &setting.part.parse;
    let above = parse.head(draft.trigger);
    [draft.trigger, above].into_iter().find(|&at| parse.pos(at) == Pos::Noun)
}

/// Who does what the clause tells into which the noun is put: "*under* a plan", "as *part of* an effort".
fn holder(setting: Setting, noun: usize) -> Vec<usize> {
    use NounClass::{Forces, Party, People};
    let parse = &setting.part.parse;
    let mut at = noun;
    let mut preposition = parse.head(at);
    // "as part of a campaign"
    if parse.norm(preposition) == "of" && parse.norm(parse.head(preposition)) == "part" {
        at = parse.head(preposition);
        preposition = parse.head(at);
    }
    let put = match parse.dep(at) {
        Dep::Pobj => matches!(parse.norm(preposition), "as" | "during" | "in" | "through" | "under" | "with"),
        // "was *part* of a campaign"
        Dep::Attr => at != noun,
        _ => false,
    };
    let clause = if parse.dep(at) == Dep::Attr { preposition } else { parse.head(preposition) };
    if !put || parse.dep(noun) != Dep::Pobj || !matches!(parse.pos(clause), Pos::Verb | Pos::Aux) {
        return Vec::new();
    }
    let Some(doer) = grammar::doer(parse, clause) else { return Vec::new() };
    let mut found = all_behind(setting, &grammar::joined(parse, doer), |_| true);
    found.retain(|&at| parse.pos(at) == Pos::Pron || class::fits(parse, setting.lexicon, at, &[Forces, Party, People]));
    found
}

/// "its pact with *Morvania*": where only who aims himself is found, the other party of the noun is reached.
fn reach(setting: Setting, draft: &mut Draft) {
    let parse = &setting.part.parse;
    let [owner] = draft.target[..] else { return };
    let own = parse.dep(owner) == Dep::Poss && matches!(parse.norm(owner), "his" | "her" | "its" | "our" | "their");
    if !own {
        return;
    }
    let noun = parse.head(owner);
    let other = ["with", "to", "between", "against", "on"].iter().find_map(|word| grammar::after(parse, noun, word));
    use NounClass::{Forces, Party, People};
    draft.target = other.map_or(Vec::new(), |other| grammar::joined(parse, other));
    draft.target.retain(|&at| class::fits(parse, setting.lexicon, at, &[Forces, Party, People]));
}
