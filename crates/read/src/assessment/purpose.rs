//! What is a deed done for?
//!
//! "Troops advanced *to free* the town", "a campaign *to free* the town": an infinitive of purpose below a verb or a deed is
//! the intent of whoever does it.

use super::is_verb;
use crate::claim::{Draft, Setting};
use crate::frame::{Spot, all_behind, fill};
use crate::grammar;
use language::{Dep, Pos, Tag};
use lexicon::{Slot, WordClass};
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
            Dep::Acl if matches!(parse.pos(above), Pos::Noun | Pos::Propn) && !tells_intent(setting, above) => {
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

/// True for a noun whose own frame tells the intent: "a plan to free the town".
fn tells_intent(setting: Setting, at: usize) -> bool {
    let frames = setting.lexicon.triggers.frames(&setting.part.parse.lemma(at).to_lowercase());
    frames.iter().any(|frame| frame.claim_type == ClaimType::Intent)
}
