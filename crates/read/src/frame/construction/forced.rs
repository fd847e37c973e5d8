//! Who makes people flee?
//!
//! "*The rebels* took the town, forcing the villagers to flee": whoever forces them displaces them.

use crate::claim::{Draft, Setting};
use crate::frame::all_behind;
use crate::frame::fillers::doer;
use crate::reason::Field;
use crate::{class, grammar};
use language::Dep;
use lexicon::{Frame, NounClass, Slot, WordClass};
use model::ClaimType;

/// Gives those who are made to flee whoever makes them, where he is somebody.
pub(in crate::frame) fn read(setting: Setting, drafts: &mut [Draft]) {
    use NounClass::{Forces, Party, People};
    let parse = &setting.part.parse;
    for draft in drafts.iter_mut().filter(|draft| draft.claim_type == ClaimType::Displace && draft.actor.is_empty()) {
        let verb = draft.trigger;
        let above = parse.head(verb);
        let frames = setting.frames(above);
        let makes = |frame: &Frame| {
            let does = frame.class == WordClass::Verb && frame.claim_type == ClaimType::Cause;
            does && frame.actor.contains(&Slot::Clause)
        };
        let below = matches!(parse.dep(verb), Dep::Xcomp | Dep::Ccomp) && above < verb;
        if !below || !grammar::is_infinitive(parse, verb) || !frames.iter().any(makes) {
            continue;
        }
        let Some(doer) = doer::doer(setting, above) else { continue };
        let doers = all_behind(setting, &grammar::joined(parse, doer), |_| false);
        let somebody = |&at: &usize| {
            class::classes(parse, setting.lexicon, at).any(&[Forces, Party, People]) && !draft.target.contains(&at)
        };
        if !doers.is_empty() && doers.iter().all(somebody) {
            draft.actor = doers;
            draft.because(&setting.part.notes, Field::Actor, "makes them go");
        }
    }
}
