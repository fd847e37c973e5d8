//! What will happen, and who says he will do it?
//!
//! "We *will* continue to strike" is what a party intends; "the law *would* help" is what somebody expects. The subject tells
//! which: who can act and speaks in the first person intends, a thing is expected.

use super::{is_verb, modal};
use crate::claim::{Draft, Setting};
use crate::frame::{Spot, all_behind, fill};
use crate::{grammar, mention};
use language::{Dep, Pos};
use lexicon::{NounClass, Slot, WordClass};
use model::{ClaimType, Modality};

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for verb in 0..parse.len() {
        if !is_verb(parse, verb) || setting.voices.is_cue(setting.index, verb) {
            continue;
        }
        let Some(modal) = modal(parse, verb) else { continue };
        let Some(subject) = grammar::subject(parse, verb) else { continue };
        let word = parse.norm(modal);
        let future = matches!(word, "will" | "'ll" | "wo" | "shall" | "would");
        let speaks = matches!(parse.norm(subject), "we" | "i");
        use NounClass::*;
        let acts = mention::fits(parse, setting.lexicon, subject, &[People, Party, Forces]);
        let (claim_type, modality) = match word {
            _ if future && speaks => (ClaimType::Intent, Some(Modality::Planned)),
            "will" | "'ll" | "wo" if acts => (ClaimType::Intent, Some(Modality::Planned)),
            _ if future => (ClaimType::Forecast, Some(Modality::Forecast)),
            "may" | "might" | "could" if !acts && parse.dep(verb) != Dep::Relcl => {
                (ClaimType::Forecast, Some(Modality::Possible))
            }
            _ => continue,
        };
        let mut draft = Draft::new(
            claim_type,
            verb,
            if claim_type == ClaimType::Intent { "assessment/will" } else { "assessment/outlook" },
        );
        draft.actor = grammar::joined(parse, subject);
        draft.modality = modality;
        draft.timed = false;
        let site = Spot { trigger: verb, class: WordClass::Verb, words: Vec::new(), carrier: None };
        draft.target = fill(setting, &site, &Slot::Object);
        if draft.target.is_empty() {
            draft.target = fill(setting, &site, &Slot::Goal);
        }
        if parse.pos(subject) == Pos::Pron && matches!(parse.norm(subject), "there" | "what") {
            continue;
        }
        draft.actor = all_behind(setting, &draft.actor, |_| true);
        draft.target = all_behind(setting, &draft.target, |_| false);
        draft.target.retain(|at| !draft.actor.contains(at));
        drafts.push(draft);
    }
    drafts
}
