//! On whom is the blame for a deed laid?
//!
//! "The mayor laid the *blame* for the raid on *the rebels*": the tree hangs them on the raid, though they are who is said to have made it.

use crate::claim::{Draft, Setting};
use crate::{class, grammar};
use lexicon::NounClass::{Forces, Party, People};
use lexicon::{CueClass, Place};
use model::{ClaimType, Kind, Modality};

/// Gives accusations that lay a blame the blamed, and the deed its doers.
pub(in crate::frame) fn read(setting: Setting, drafts: &mut [Draft]) {
    let parse = &setting.part.parse;
    let mut laid: Vec<(usize, Vec<usize>)> = Vec::new();
    for draft in drafts.iter_mut().filter(|draft| draft.claim_type == ClaimType::Accuse && draft.rule == "event/verb") {
        let blame = |at: &&usize| matches!(parse.lemma(**at), "blame" | "responsibility");
        let Some(&blame) = draft.words.iter().find(blame) else { continue };
        let deed = [blame, draft.trigger].into_iter().find_map(|host| grammar::after(parse, host, "for"));
        let Some(deed) = deed else { continue };
        // "the blame for the raid on Velna on *the rebels*"
        let party = |&at: &usize| class::fits(parse, setting.lexicon, at, &[Forces, Party, People]);
        let words = ["on", "onto", "to", "at", "with"].iter();
        let last = words.filter_map(|word| grammar::after(parse, deed, word)).filter(party).max();
        if draft.target.is_empty()
            && let Some(blamed) = last
        {
            draft.target = grammar::joined(parse, blamed);
        }
        laid.push((deed, draft.target.clone()));
    }
    // "convicted two men *of the murder* of the mayor": the tree hangs the deed on who is said to have done it.
    for draft in drafts.iter().filter(|draft| draft.claim_type == ClaimType::Accuse && draft.rule == "event/verb") {
        let [who] = draft.target[..] else { continue };
        let deed = grammar::after(parse, who, "of").filter(|_| who > draft.trigger);
        let blames = || {
            let verb = parse.entry(draft.trigger);
            let mut cues = setting.lexicon.reporting.starting(CueClass::Verb, verb);
            cues.any(|cue| cue.places.iter().any(|place| matches!(place, Place::After(word) if word == "of")))
        };
        let open = |deed: &usize| drafts.iter().any(|told| told.trigger == *deed && told.actor.is_empty());
        if let Some(deed) = deed.filter(open).filter(|_| blames()) {
            laid.push((deed, draft.target.clone()));
        }
    }
    for (deed, blamed) in laid.iter().filter(|(_, blamed)| !blamed.is_empty()) {
        let told = |draft: &&mut Draft| draft.trigger == *deed && draft.claim_type.kind() == Kind::Event;
        for draft in drafts.iter_mut().filter(told) {
            draft.actor.clone_from(blamed);
            draft.target.retain(|at| !blamed.contains(at));
            draft.place.retain(|at| !blamed.contains(at));
            draft.modality = Some(Modality::Claimed);
        }
    }
}
