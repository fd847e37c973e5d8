//! Who did the harm that a noun tells, "the *deaths* of ten villagers", "Morvania's *killing* of Brek"?
//!
//! "The rebels are *responsible for* the deaths of ten villagers": they killed them. "Morvania's killing of Brek *in an air strike*" tells
//! of a strike and of the dead man, as "killed Brek in an air strike" does.

use crate::claim::{Draft, Setting};
use crate::frame::fillers::Spot;
use crate::grammar;
use crate::reason::Field;
use lexicon::WordClass;
use model::ClaimType;

/// Gives deaths that somebody is told to be behind their doer: "*Brek* was responsible for the deaths of ten villagers", "*rebels* claimed
/// responsibility for the death of the mayor"; not "the army announced the deaths".
pub(in crate::frame) fn answered_for(setting: Setting, site: &Spot, draft: &mut Draft) {
    let parse = &setting.part.parse;
    if draft.claim_type != ClaimType::Casualties || site.class != WordClass::Noun || !draft.actor.is_empty() {
        return;
    }
    let Some(carrier) = site.carrier else { return };
    let behind = carrier.claimed || carrier.verb == site.trigger || parse.lemma(carrier.verb) == "be";
    let Some(subject) = carrier.subject.filter(|_| behind) else { return };
    draft.actor = grammar::joined(parse, subject);
    draft.actor.retain(|at| !draft.target.contains(at));
    draft.because(&setting.part.notes, Field::Actor, "is told to be behind the harm");
}

/// True for a noun that tells of a deed of killing and, without a number, of the dead as well: "the *killing* of Brek".
pub(in crate::frame) fn is_killing(setting: Setting, drafts: &[Draft], at: usize) -> bool {
    let draft = &drafts[at];
    if draft.claim_type != ClaimType::Attack || draft.rule != "event/noun" || draft.target.is_empty() {
        return false;
    }
    let counted = |other: &Draft| other.claim_type == ClaimType::Casualties && other.trigger == draft.trigger;
    let frames = setting.frames(draft.trigger);
    let dead = frames.iter().any(|frame| {
        frame.class == WordClass::Noun && frame.claim_type == ClaimType::Casualties && frame.words.is_empty()
    });
    dead && !drafts.iter().any(counted)
}
