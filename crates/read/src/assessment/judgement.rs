//! What is somebody or something said to be?
//!
//! "The raid was a grave mistake", "this cowardly attack", "called the law absurd". Words of `data/en/evaluations.tsv` judge;
//! the judged is the subject, the noun described, or the object called so.

use super::is_verb;
use crate::claim::{Draft, Setting};
use crate::frame::all_behind;
use crate::{grammar, mention};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{NounClass, Strength};
use model::ClaimType;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts: Vec<Draft> = Vec::new();
    for at in 0..parse.len() {
        let judged = match parse.dep(at) {
            Dep::Acomp | Dep::Attr if is_verb(parse, parse.head(at)) => said_to_be(setting, at),
            Dep::Oprd if is_verb(parse, parse.head(at)) && judges(setting, at) => {
                grammar::undergoer(parse, parse.head(at)).map(|object| (object, at))
            }
            Dep::Amod => described(setting, at),
            _ => None,
        };
        let Some((actor, predicate)) = judged else { continue };
        if !setting.lexicon.triggers.frames(&parse.lemma(at).to_lowercase()).is_empty() {
            continue;
        }
        if drafts.iter().any(|draft| draft.actor == [actor] && draft.predicate == predicate) {
            continue;
        }
        let mut draft = Draft::new(ClaimType::Judgement, at, "assessment/evaluation");
        draft.predicate = predicate;
        draft.actor = all_behind(setting, &[actor], |_| true);
        draft.timed = false;
        if parse.dep(at) == Dep::Amod {
            draft.quote = Some(parse.subtree(predicate));
            draft.target = about(setting, predicate);
        } else {
            draft.target = about(setting, at);
        }
        draft.target.retain(|at| !draft.actor.contains(at));
        drafts.push(draft);
    }
    drafts
}

/// True when the word, or an adjective before it, judges.
fn judges(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let evaluations = &setting.lexicon.evaluations;
    let adjective =
        |at: usize| evaluations.adjective(parse.norm(at)).or_else(|| evaluations.adjective(parse.lemma(at)));
    match parse.pos(at) {
        // What somebody is said to be is an evaluation with any adjective; participles and adverbs must be known to judge.
        Pos::Adj if parse.dep(at) == Dep::Acomp => true,
        Pos::Adj | Pos::Verb | Pos::Adv => adjective(at).is_some(),
        Pos::Noun => {
            evaluations.noun(&parse.lemma(at).to_lowercase()).is_some()
                || parse.children(at).any(|child| parse.dep(child) == Dep::Amod && parse.name_of(child).is_none())
        }
        _ => false,
    }
}

fn said_to_be(setting: Setting, at: usize) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let verb = parse.head(at);
    if !judges(setting, at) {
        return None;
    }
    let subject = grammar::subject(parse, verb)?;
    let empty = parse.pos(subject) == Pos::Pron && matches!(parse.norm(subject), "there" | "what" | "this" | "that")
        || matches!(parse.pos(subject), Pos::Verb | Pos::Aux)
        || parse.dep(subject) == Dep::Expl;
    (!empty).then_some((subject, verb))
}

/// "this cowardly attack": the strong adjectives judge where they stand.
fn described(setting: Setting, at: usize) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let noun = parse.head(at);
    let strong = setting.lexicon.evaluations.adjective(parse.norm(at)) == Some(Strength::Strong);
    let copula = matches!(parse.dep(noun), Dep::Attr | Dep::Oprd);
    (strong && !copula && matches!(parse.pos(noun), Pos::Noun | Pos::Propn)).then_some((noun, noun))
}

/// Whom the judgement touches: what follows `for`, `to`, `of` or `with` when it is a party, person or place.
fn about(setting: Setting, at: usize) -> Vec<usize> {
    let parse = &setting.part.parse;
    for word in ["for", "to", "of", "with", "against", "on"] {
        if let Some(object) = grammar::after(parse, at, word) {
            let mut found = grammar::joined(parse, object);
            found.retain(|&at| {
                use NounClass::*;
                mention::fits(parse, setting.lexicon, at, &[People, Party, Forces])
                    && !parse
                        .name_of(at)
                        .is_some_and(|name| matches!(name.label, NameLabel::Date | NameLabel::Cardinal))
                    && parse.tag(at) != Tag::Vbg
            });
            if !found.is_empty() {
                return found;
            }
        }
    }
    Vec::new()
}
