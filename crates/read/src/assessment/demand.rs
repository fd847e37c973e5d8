//! What must somebody do, in a speaker's words?
//!
//! "The rebels *must* leave" is the speaker's demand on the rebels, as is "it is *vital* that the rebels leave"; "the bombing *must*
//! stop" is one on nobody named. Who speaks is told by the voice around it.

use super::{is_verb, modal};
use crate::claim::{Draft, Setting};
use crate::{grammar, mention};
use language::{Dep, Pos, Tag};
use lexicon::{NegationClass, NegationScope, NounClass};
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
        let modal = modal(parse, bearer).filter(obliging).or_else(needed).or_else(|| necessary(setting, bearer));
        let Some(modal) = modal else { continue };
        let Some(subject) = grammar::subject(parse, verb) else { continue };
        use NounClass::*;
        if matches!(parse.norm(subject), "we" | "i" | "it") || grammar::is_inverted_condition(parse, verb) {
            continue;
        }
        let party = mention::fits(parse, setting.lexicon, subject, &[People, Party, Forces]);
        let negation = setting.lexicon.negations.get(NegationClass::Verb, &parse.lemma(verb).to_lowercase());
        let ends = negation.is_some_and(|negation| negation.scopes.contains(&NegationScope::Object))
            || grammar::is_passive(parse, verb);
        if !(party || parse.norm(modal) == "must" && ends) {
            continue;
        }
        let mut draft = Draft::new(ClaimType::Demand, modal, "event/must");
        draft.predicate = verb;
        draft.target = if party { grammar::joined(parse, subject) } else { Vec::new() };
        draft.spoken = true;
        draft.timed = false;
        draft.modality = Some(model::Modality::Fact);
        drafts.push(draft);
    }
    drafts
}

/// The adjective in "it is *vital* that all sides *stop* the fighting", where the verb is not told as a fact.
pub(super) fn necessary(setting: Setting, verb: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let be = parse.head(verb);
    let adjective = if parse.pos(be) == Pos::Adj { be } else { parse.child(be, Dep::Acomp)? };
    let bare = matches!(parse.tag(verb), Tag::Vb | Tag::Vbp)
        && parse.children(verb).any(|mark| parse.dep(mark) == Dep::Mark && parse.norm(mark) == "that");
    let it =
        parse.children(if parse.pos(be) == Pos::Adj { parse.head(be) } else { be }).any(|it| parse.norm(it) == "it");
    (parse.dep(verb) == Dep::Ccomp && bare && it && setting.lexicon.evaluations.is_need(parse.norm(adjective)))
        .then_some(adjective)
}
