//! What else is wanted, foretold or judged in the same row of words?
//!
//! "hopes to win the vote *and form a government*" are two aims, "can never unite Kestria *and bring peace*" two forecasts, "is lawful *and
//! compatible with the treaty*" two judgements: each member of the row is a claim of its own, with the holder of the first. Rows of
//! demands are read in `frame::construction::asked`.

use super::{is_verb, touched};
use crate::claim::{Draft, Setting};
use crate::frame::{aim, aim_verbs, joined_things, joined_verbs};
use crate::{class, grammar, modality};
use language::{Dep, Parse, Pos};
use lexicon::NounClass;
use model::{ClaimType, Modality};
use std::ops::Range;

/// Adds a draft for each further member of a row that a draft tells the first member of.
pub(crate) fn read(setting: Setting, drafts: &mut Vec<Draft>) {
    let mut found: Vec<Draft> = Vec::new();
    for draft in drafts.iter() {
        for member in members(setting, draft) {
            let told = |other: &Draft| {
                other.claim_type == draft.claim_type && (other.trigger == member || other.predicate == member)
            };
            if !drafts.iter().chain(&found).any(told) {
                found.push(of_member(setting, draft, member));
            }
        }
    }
    drafts.extend(found);
}

/// The further members of the row whose first member tells what a draft is about.
fn members(setting: Setting, draft: &Draft) -> Vec<usize> {
    use ClaimType::{Forecast, Intent, Judgement};
    let parse = &setting.part.parse;
    let of_verbs = |verbs: Vec<usize>| {
        let mut all: Vec<usize> = verbs.iter().flat_map(|&verb| joined_verbs(parse, verb)).collect();
        // "wants to win and *said* so": what is told in a tense of its own, or of another, is no member.
        all.retain(|&verb| {
            let bare = verbs.iter().any(|&first| parse.tag(first) == parse.tag(verb));
            bare && is_another(parse, verb)
                && !parse.children(verb).any(|child| matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass))
        });
        all
    };
    match (draft.claim_type, draft.rule) {
        (Intent | Forecast, "assessment/purpose" | "assessment/will" | "assessment/outlook") => {
            of_verbs(vec![draft.predicate])
        }
        (Intent | Forecast, _) => {
            let verbs = aim_verbs(parse, draft.trigger);
            if verbs.is_empty() { things(setting, draft) } else { of_verbs(verbs) }
        }
        (Judgement, _) if matches!(parse.dep(draft.trigger), Dep::Acomp | Dep::Attr) => {
            let mut all = grammar::joined(parse, draft.trigger);
            // "is ready and willing" says one thing; "is lawful and *compatible with the treaty*" two.
            let full = |at: usize| {
                let more = |child: usize| matches!(parse.dep(child), Dep::Prep | Dep::Det | Dep::Xcomp | Dep::Ccomp);
                parse.children(at).any(more)
            };
            all.retain(|&at| at > draft.trigger && parse.dep(at) == Dep::Conj && is_another(parse, at) && full(at));
            all
        }
        _ => Vec::new(),
    }
}

/// The further things wanted: "wanted the surrender of the fort and *the withdrawal* of the fleet".
fn things(setting: Setting, draft: &Draft) -> Vec<usize> {
    use NounClass::{Accord, Aid, Deed, Gain, Talk};
    let parse = &setting.part.parse;
    if parse.pos(draft.trigger) != Pos::Verb {
        return Vec::new();
    }
    let direct = parse.child(draft.trigger, Dep::Dobj);
    let behind = || ["for", "on"].iter().find_map(|word| grammar::after(parse, draft.trigger, word));
    let Some(first) = direct.or_else(behind) else { return Vec::new() };
    let deed = |at: usize| {
        class::fits(parse, setting.lexicon, at, &[Accord, Aid, Deed, Gain, Talk]) || !setting.frames(at).is_empty()
    };
    let all = joined_things(parse, first);
    if all.iter().any(|&at| deed(at)) { all[1..].to_vec() } else { Vec::new() }
}

/// True for a member that says more than the one it is joined to: not "prevent *or limit* wars", "maintain *and strengthen* the gains".
fn is_another(parse: &Parse, member: usize) -> bool {
    let first = parse.head(member);
    let between = |child: usize| (first..member).contains(&child);
    let or =
        parse.children(first).any(|child| parse.dep(child) == Dep::Cc && between(child) && parse.norm(child) != "and");
    let told = |child: usize| {
        between(child)
            && matches!(parse.dep(child), Dep::Dobj | Dep::Prep | Dep::Xcomp | Dep::Ccomp | Dep::Advmod | Dep::Prt)
    };
    !or && (!is_verb(parse, member) || parse.children(first).any(told))
}

/// The claim of a further member: the same holder, in the same voice.
fn of_member(setting: Setting, draft: &Draft, member: usize) -> Draft {
    let parse = &setting.part.parse;
    let mut other = Draft {
        trigger: member,
        quote: Some(words(parse, member)),
        words: Vec::new(),
        quantity: Vec::new(),
        ..draft.clone()
    };
    match draft.claim_type {
        ClaimType::Judgement => other.target = touched::about(setting, member),
        _ => {
            let aim = if is_verb(parse, member) { aim(setting, member) } else { Default::default() };
            (other.target, other.place) = (aim.parties, aim.places);
        }
    }
    other.target.retain(|at| !other.actor.contains(at));
    // As sure as the first is: an infinitive by itself would be planned.
    other.modality =
        draft.modality.or_else(|| Some(modality::of(setting.part, draft.predicate, setting.lexicon).value));
    if draft.rule == "assessment/purpose" {
        other.predicate = member;
        other.modality = Some(Modality::Fact);
    }
    other
}

/// The words of one member of a row, without those of the next.
fn words(parse: &Parse, member: usize) -> Range<usize> {
    let whole = parse.subtree(member);
    let next =
        parse.children(member).filter(|&child| child > member && matches!(parse.dep(child), Dep::Conj | Dep::Cc)).min();
    let mut end = next.map_or(whole.end, |next| parse.subtree(next).start.min(next).max(member + 1));
    while end > member + 1 && matches!(parse.pos(end - 1), Pos::Punct | Pos::Cconj) {
        end -= 1;
    }
    whole.start..end
}
