//! What is a deed done for?
//!
//! "Troops advanced *to free* the town", "a campaign *to free* the town": an infinitive of purpose below a verb or a deed is
//! the intent of whoever does it.

use super::is_verb;
use crate::claim::{Draft, Setting};
use crate::frame::{Spot, all_behind, fill};
use crate::{grammar, mention};
use language::{Dep, Pos, Tag};
use lexicon::{NounClass, Slot, WordClass};
use model::ClaimType;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for verb in 0..parse.len() {
        if !is_verb(parse, verb) || parse.tag(verb) != Tag::Vb {
            continue;
        }
        let infinitive = parse.children(verb).any(|child| parse.tag(child) == Tag::To);
        if !infinitive {
            continue;
        }
        let above = parse.head(verb);
        let actor = match parse.dep(verb) {
            Dep::Advcl if is_verb(parse, above) && verb > above => match grammar::doer(parse, above) {
                Some(doer) => vec![doer],
                None => Vec::new(),
            },
            Dep::Advcl if is_verb(parse, above) && parse.child(verb, Dep::Nsubj).is_none() => {
                grammar::doer(parse, above).into_iter().collect()
            }
            Dep::Acl if is_deed(setting, above) => {
                let site = Spot { trigger: above, class: WordClass::Noun, words: Vec::new(), carrier: None };
                let mut actor = fill(setting, &site, &Slot::Subject);
                if actor.is_empty() && parse.dep(above) == Dep::Dobj {
                    actor.extend(grammar::doer(parse, parse.head(above)));
                }
                actor
            }
            _ => continue,
        };
        let actor: Vec<usize> = actor.into_iter().flat_map(|at| grammar::joined(parse, at)).collect();
        if actor.is_empty() && parse.dep(verb) == Dep::Advcl {
            continue;
        }
        let mut draft = Draft::new(ClaimType::Intent, verb, "assessment/purpose");
        draft.actor = all_behind(setting, &actor, |_| true);
        let site = Spot { trigger: verb, class: WordClass::Verb, words: Vec::new(), carrier: None };
        draft.target = all_behind(setting, &fill(setting, &site, &Slot::Object), |_| false);
        draft.predicate = verb;
        draft.timed = false;
        draft.modality = Some(model::Modality::Fact);
        drafts.push(draft);
    }
    drafts
}

/// A noun that tells of something done, or of a means to an end.
fn is_deed(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    matches!(parse.pos(at), Pos::Noun | Pos::Propn)
        && mention::fits(parse, setting.lexicon, at, &[NounClass::Deed, NounClass::Forces])
        && !setting
            .lexicon
            .triggers
            .frames(&parse.lemma(at).to_lowercase())
            .iter()
            .any(|frame| frame.claim_type == ClaimType::Intent)
}
