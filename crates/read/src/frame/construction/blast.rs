//! What does a blast hit that only says what it went off beside?
//!
//! "A car bomb *outside a ministry* killed twelve people", "a mine exploded *under an army convoy*": the ministry and the convoy were
//! attacked, whoever died. "A bomb in the town", "a blast near Velna" say no more than where it was.

use crate::claim::{Draft, Setting};
use crate::reason::Field;
use crate::{class, grammar};
use language::{Dep, Pos};
use lexicon::{NounClass, WordClass};
use model::ClaimType;

/// Prepositions that lead to what is beside a blast.
const BESIDE: [&str; 6] = ["outside", "near", "under", "beneath", "beside", "underneath"];

/// Gives blasts that say what they were beside a target.
pub(in crate::frame) fn read(setting: Setting, drafts: &mut [Draft]) {
    let dead: Vec<Vec<usize>> = drafts
        .iter()
        .filter(|draft| draft.claim_type == ClaimType::Casualties)
        .map(|draft| draft.target.clone())
        .collect();
    for draft in drafts.iter_mut().filter(|draft| draft.claim_type == ClaimType::Attack) {
        // Those who died are told apart, and are whom it was meant for where nothing else says.
        if !draft.target.is_empty() && !dead.contains(&draft.target) {
            continue;
        }
        let Some(hit) = beside(setting, draft.trigger) else { continue };
        draft.target = grammar::joined(&setting.part.parse, hit);
        draft.because(&setting.part.notes, Field::Target, "is what it went off beside");
    }
}

/// What stands beside a blast, by the words for it or by its weapon.
fn beside(setting: Setting, trigger: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let arms = |at: usize| class::fits(parse, setting.lexicon, at, &[NounClass::Arms]);
    let weapon = [Dep::Nsubj, Dep::Nsubjpass, Dep::Dobj].into_iter().find_map(|dep| parse.child(trigger, dep));
    let weapon = weapon.filter(|&at| arms(at));
    // "blew *himself* up"
    let suicide = parse.child(trigger, Dep::Dobj).is_some_and(|at| parse.norm(at).ends_with("self"));
    if weapon.is_none() && !suicide && !arms(trigger) && !goes_off(setting, trigger) {
        return None;
    }
    // "A bomb planted *outside the court* went off"
    let planted = weapon.into_iter().flat_map(|weapon| parse.children(weapon));
    let planted = planted.filter(|&verb| matches!(parse.dep(verb), Dep::Acl | Dep::Relcl));
    let hosts: Vec<usize> = std::iter::once(trigger).chain(weapon).chain(planted).collect();
    let objects =
        hosts.iter().flat_map(|&host| BESIDE.iter().filter_map(move |&word| grammar::after(parse, host, word)));
    let next_to = hosts.iter().filter_map(|&host| next_to(setting, host));
    let mut found = objects.chain(next_to);
    found.find(|&at| {
        use NounClass::{Forces, Office, Place, Site, Vehicle};
        parse.pos(at) == Pos::Noun
            && class::fits(parse, setting.lexicon, at, &[Forces, Office, Site, Vehicle])
            && !setting.is_noun(at, Place)
    })
}

/// "next to a bus", "close to the gate", "in front of the court"
fn next_to(setting: Setting, host: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let lead = parse.children(host).find(|&child| matches!(parse.norm(child), "next" | "close"));
    let front = || {
        let front = grammar::after(parse, host, "in").filter(|&front| parse.norm(front) == "front")?;
        grammar::after(parse, front, "of")
    };
    lead.and_then(|lead| grammar::after(parse, lead, "to")).or_else(front)
}

/// True for words for a blast that nobody has to be named for: `explode`, `blast`, `explosion`, `bombing`.
fn goes_off(setting: Setting, trigger: usize) -> bool {
    let parse = &setting.part.parse;
    let frames = setting.frames(trigger).iter();
    let mut own = frames.filter(|frame| frame.claim_type == ClaimType::Attack);
    match parse.pos(trigger) {
        Pos::Noun => own.any(|frame| frame.class == WordClass::Noun && frame.target.is_empty()),
        _ => own.any(|frame| frame.class == WordClass::Verb && frame.target.is_empty() && frame.actor.is_empty()),
    }
}
