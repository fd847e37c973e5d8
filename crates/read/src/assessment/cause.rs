//! By what is a deed explained?
//!
//! "Kestria closed the border *because of* the raid", "*in response to* the raid", "the raid is *why* Kestria closed the border": who did it is the actor, who or what explains
//! it the target.

use super::is_verb;
use crate::claim::{Draft, Setting};
use crate::frame::all_behind;
use crate::{class, grammar};
use language::{Dep, Pos};
use model::ClaimType;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for at in 0..parse.len() {
        let Some(next) = setting.lexicon.causes.after(parse.norm(at)) else { continue };
        let Some((deed, reason)) = explained(setting, at, next) else { continue };
        let verb = grammar::clause_head(parse, deed);
        if !is_verb(parse, verb) {
            continue;
        }
        let doer = grammar::doer(parse, verb).or_else(|| grammar::undergoer(parse, verb));
        let Some(actor) = doer else { continue };
        let mut draft = Draft::new(ClaimType::Cause, at, "assessment/cause");
        draft.actor = all_behind(setting, &grammar::joined(parse, actor), |_| true);
        draft.target = all_behind(setting, &reason, |_| true);
        draft.predicate = verb;
        draft.timed = false;
        drafts.push(draft);
    }
    drafts
}

/// The word explained and the heads of what explains it.
fn explained(setting: Setting, at: usize, next: &str) -> Option<(usize, Vec<usize>)> {
    let parse = &setting.part.parse;
    // "because rebels came": the clause explains.
    if parse.dep(at) == Dep::Mark {
        let reason = parse.head(at);
        let deed = parse.head(reason);
        return (deed != reason).then(|| (deed, grammar::doer(parse, reason).into_iter().collect()));
    }
    // "that is why rebels came": what it is explains.
    let (deed, says) = (parse.head(at), parse.head(parse.head(at)));
    if parse.dep(at) == Dep::Advmod && parse.lemma(says) == "be" && matches!(parse.dep(deed), Dep::Ccomp | Dep::Advcl) {
        return parse.child(says, Dep::Nsubj).map(|reason| (deed, vec![reason]));
    }
    if next.is_empty() {
        // "because of the raid", "over the raid".
        if parse.norm(at) == "over" && !matches!(parse.dep(at), Dep::Prep) {
            return None;
        }
        let object = grammar::object_of(parse, at).or_else(|| {
            parse.children(at).find(|&child| parse.norm(child) == "of").and_then(|of| grammar::object_of(parse, of))
        })?;
        if parse.norm(at) == "over"
            && !class::fits(parse, setting.lexicon, object, &[lexicon::NounClass::Deed, lexicon::NounClass::Accord])
        {
            return None;
        }
        return Some((parse.head(at), grammar::joined(parse, object)));
    }
    // "due to", "in response to", "as a result of".
    let preposition = parse.children(at).find(|&child| parse.norm(child) == next)?;
    let object = grammar::object_of(parse, preposition)?;
    // "a settlement based on trust" describes; what is done is explained.
    if parse.dep(at) == Dep::Acl {
        return None;
    }
    let mut deed = at;
    for _ in 0..3 {
        deed = parse.head(deed);
        if is_verb(parse, deed) || parse.is_root(deed) {
            break;
        }
    }
    // "thanks to the truce" stands by itself before or behind the clause; "was the result of the truce" is said of its subject.
    let said = parse.dep(at) == Dep::Attr && is_verb(parse, parse.head(at));
    if matches!(parse.pos(at), Pos::Noun) && !said && !matches!(parse.dep(at), Dep::Pobj | Dep::Npadvmod) {
        return None;
    }
    Some((deed, grammar::joined(parse, object)))
}
