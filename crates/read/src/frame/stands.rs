//! Do the words assert something, or do they only mention it?
//!
//! "The murder of the mayor shocked Velna" tells of a deed with somebody in it; in "after the murder" the deed is only named
//! again and makes no claim.

use super::Spot;
use crate::claim::{Draft, Setting};
use crate::time;
use language::{Dep, Parse, Pos, Tag};
use lexicon::WordClass;
use model::{ClaimType, Kind, PartRole};

/// True when the words assert something: a trigger with nobody and nothing around it only mentions.
pub(super) fn stands(setting: Setting, site: &Spot, draft: &Draft) -> bool {
    let parse = &setting.part.parse;
    let named = |heads: &[usize]| heads.iter().any(|&at| parse.pos(at) != Pos::Pron);
    let filled = !draft.actor.is_empty() || !draft.target.is_empty() || !draft.place.is_empty();
    match draft.claim_type.kind() {
        Kind::Relation => {
            let ends = [&draft.actor, &draft.target, &draft.place].iter().filter(|heads| !heads.is_empty()).count();
            return ends >= 2 || matches!(draft.claim_type, ClaimType::ImportantTo | ClaimType::PresentIn) && ends >= 1;
        }
        Kind::Assessment => {
            return !draft.actor.is_empty() || draft.claim_type == ClaimType::Cause && !draft.target.is_empty();
        }
        Kind::Event => {}
    }
    if draft.claim_type == ClaimType::Demand && reports(parse, site.trigger) {
        return false;
    }
    // "151 were wounded", "the toll rose to 42"
    if draft.claim_type == ClaimType::Casualties && !draft.quantity.is_empty() {
        return true;
    }
    if site.class == WordClass::Verb {
        return filled;
    }
    if setting.part.role == PartRole::Headline {
        return true;
    }
    let definite = parse.children(site.trigger).any(|child| {
        parse.dep(child) == Dep::Det
            && matches!(parse.norm(child), "the" | "this" | "that" | "these" | "those" | "such")
            || parse.tag(child) == Tag::PrpPoss
    });
    if let Some(carrier) = site.carrier {
        // "the operation began on Monday"
        return filled || !definite || time::of(setting.part, carrier.verb, setting.lexicon).is_some();
    }
    // A heading of a word or two tells of nothing.
    if parse.len() < 4 {
        return filled;
    }
    !definite || named(&draft.actor) || named(&draft.target) || !draft.place.is_empty()
}

/// True for a verb whose clause is a statement, as in "told Radio Velna that rebels had left": nothing is asked for.
fn reports(parse: &Parse, verb: usize) -> bool {
    parse.child(verb, Dep::Ccomp).is_some_and(|clause| {
        let finite = |at: usize| matches!(parse.tag(at), Tag::Vbd | Tag::Vbz | Tag::Vbp);
        let infinitive = parse.children(clause).any(|child| parse.tag(child) == Tag::To || parse.tag(child) == Tag::Md);
        !infinitive
            && (finite(clause) || parse.children(clause).any(|child| parse.dep(child) == Dep::Aux && finite(child)))
    })
}
