//! What do weapons and vehicles do, and whose are they?
//!
//! "fired rockets *targeting the base*", "a bomb *planted by rebels* killed two" tell of one deed; "sent trucks to the rebels" that the rebels
//! got them.

use crate::claim::{Draft, Setting};
use crate::frame::fillers::{doer, is_known};
use crate::frame::is_state;
use crate::frame::together::without;
use crate::reason::Field;
use crate::{class, grammar, mention};
use language::{Dep, Pos};
use lexicon::NounClass;
use model::ClaimType;

/// Drops that vehicles or arms were moved somewhere where the same word tells that somebody got them: "sent *trucks* to the rebels".
pub(super) fn without_mere_transport(setting: Setting, drafts: Vec<Draft>) -> Vec<Draft> {
    let parse = &setting.part.parse;
    // "to *Velna*" tells where.
    let somebody = |at: usize| parse.pos(at) == Pos::Noun || is_state(setting, at) || is_known(setting, at);
    let got = |draft: &Draft| draft.claim_type == ClaimType::Supply && draft.target.iter().any(|&at| somebody(at));
    let got: Vec<usize> = drafts.iter().filter(|draft| got(draft)).map(|draft| draft.trigger).collect();
    let gone = |draft: &Draft| {
        let thing = grammar::undergoer(parse, draft.trigger);
        let things = thing.map_or(Vec::new(), |thing| grammar::joined(parse, thing));
        let moved = |&thing: &usize| {
            setting.nouns(thing).iter().any(|class| matches!(class, NounClass::Arms | NounClass::Vehicle))
        };
        let moved = !things.is_empty() && things.iter().all(moved);
        draft.claim_type == ClaimType::Deploy && draft.rule == "event/verb" && moved && got.contains(&draft.trigger)
    };
    drafts.into_iter().filter(|draft| !gone(draft)).collect()
}

/// Joins a weapon's deed with what the weapon does: "fired rockets *targeting the base*" is one strike on the base.
pub(super) fn weapons_that_do(setting: Setting, mut drafts: Vec<Draft>) -> Vec<Draft> {
    use ClaimType::{Attack, Strike};
    let parse = &setting.part.parse;
    let violent = |draft: &Draft| matches!(draft.claim_type, Attack | Strike) && draft.rule == "event/verb";
    let mut gone: Vec<usize> = Vec::new();
    for verb in 0..drafts.len() {
        if !violent(&drafts[verb]) {
            continue;
        }
        let arms = parse.child(drafts[verb].trigger, Dep::Dobj);
        let weapon = |&arms: &usize| class::fits(parse, setting.lexicon, arms, &[NounClass::Arms]);
        let Some(arms) = arms.filter(weapon) else { continue };
        let does =
            |draft: &Draft| violent(draft) && parse.dep(draft.trigger) == Dep::Acl && parse.head(draft.trigger) == arms;
        let done: Vec<usize> = (0..drafts.len()).filter(|&at| at != verb && does(&drafts[at])).collect();
        for &at in &done {
            if drafts[verb].target.is_empty() {
                drafts[verb].target = drafts[at].target.clone();
            }
            if drafts[verb].place.is_empty() {
                drafts[verb].place = drafts[at].place.clone();
            }
        }
        gone.extend(done);
    }
    without(drafts, &gone)
}

/// Joins what a weapon or a deed does with the words that say whose it is: "a bomb *planted by the rebels* killed two" is one attack.
pub(super) fn weapons_of(setting: Setting, mut drafts: Vec<Draft>) -> Vec<Draft> {
    use ClaimType::{Attack, Strike};
    let parse = &setting.part.parse;
    let violent = |draft: &Draft| matches!(draft.claim_type, Attack | Strike) && draft.rule == "event/verb";
    let mut gone: Vec<usize> = Vec::new();
    for verb in 0..drafts.len() {
        let subject = doer::doer(setting, drafts[verb].trigger).filter(|_| violent(&drafts[verb]));
        let Some(weapon) = subject.map(|subject| mention::core(parse, setting.lexicon, subject)) else { continue };
        let used = |draft: &Draft| {
            violent(draft)
                && parse.dep(draft.trigger) == Dep::Acl
                && parse.head(draft.trigger) == weapon
                && grammar::agent(parse, draft.trigger).is_some()
                && draft.target.iter().all(|&at| at == weapon)
        };
        let Some(used) = (0..drafts.len()).find(|&at| at != verb && used(&drafts[at])) else { continue };
        if drafts[verb].actor.is_empty() {
            drafts[verb].actor = drafts[used].actor.clone();
            drafts[verb].because(&setting.part.notes, Field::Actor, "used what does it");
        }
        gone.push(used);
    }
    without(drafts, &gone)
}
