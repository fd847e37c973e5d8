//! What must somebody do, in a speaker's words?
//!
//! "The rebels *must* leave" is the speaker's demand on the rebels. Who speaks is told by the voice around it.

use super::{is_verb, modal};
use crate::claim::{Draft, Setting};
use crate::{grammar, mention};
use language::Dep;
use lexicon::NounClass;
use model::ClaimType;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for verb in 0..parse.len() {
        if !is_verb(parse, verb) {
            continue;
        }
        // Verbs joined to "must leave" share its modal.
        let mut bearer = verb;
        while parse.dep(bearer) == Dep::Conj && modal(parse, bearer).is_none() && is_verb(parse, parse.head(bearer)) {
            bearer = parse.head(bearer);
        }
        let obliging = |at: &usize| matches!(parse.norm(*at), "must" | "should" | "ought");
        let needed = || {
            let head = parse.head(bearer);
            (parse.dep(bearer) == Dep::Xcomp && matches!(parse.lemma(head), "need" | "have") && is_verb(parse, head))
                .then_some(head)
        };
        let Some(modal) = modal(parse, bearer).filter(obliging).or_else(needed) else { continue };
        let Some(subject) = grammar::subject(parse, verb) else { continue };
        use NounClass::*;
        if matches!(parse.norm(subject), "we" | "i" | "it")
            || !mention::fits(parse, setting.lexicon, subject, &[People, Party, Forces])
        {
            continue;
        }
        let mut draft = Draft::new(ClaimType::Demand, modal, "event/must");
        draft.predicate = verb;
        draft.target = grammar::joined(parse, subject);
        draft.spoken = true;
        draft.timed = false;
        draft.modality = Some(model::Modality::Fact);
        drafts.push(draft);
    }
    drafts
}
