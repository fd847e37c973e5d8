//! Who bans what is banned in a state?
//!
//! "The Front is *banned in Kestria*": Kestria bans it. "The Front was banned by the council in Velna" says itself who did.

use crate::claim::{Draft, Setting};
use crate::frame::fillers::is_state;
use crate::grammar;
use crate::reason::Field;
use model::ClaimType;

/// Gives penalties that nobody is said to set the state in which they hold.
pub(in crate::frame) fn read(setting: Setting, drafts: &mut [Draft]) {
    let parse = &setting.part.parse;
    for draft in drafts.iter_mut() {
        let set = draft.claim_type == ClaimType::Sanction
            && draft.rule == "event/verb"
            && draft.actor.is_empty()
            && !draft.target.is_empty()
            && grammar::is_passive(parse, draft.trigger);
        if let [place] = draft.place[..]
            && set
            && is_state(setting, place)
            && parse.norm(parse.head(place)) == "in"
        {
            draft.actor = vec![place];
            draft.because(&setting.part.notes, Field::Actor, "is the state in which it holds");
        }
    }
}

/// True for a clause that tells which penalty is set on somebody: "the Front, which is *banned* in Kestria".
pub(in crate::frame) fn tells_penalty(setting: Setting, verb: usize) -> bool {
    let frames = setting.frames(verb);
    grammar::is_passive(&setting.part.parse, verb)
        && frames.iter().any(|frame| frame.claim_type == ClaimType::Sanction && frame.words.is_empty())
}
