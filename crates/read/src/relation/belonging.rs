//! Who belongs to whom, and who is where, in a noun phrase?
//!
//! "the Guard's Falcon Brigade" is part of the Guard; "Morvanian troops in Velna" are present there; "Ida Sand of Radio Velna"
//! is a member.

use super::{is_place_name, label};
use crate::claim::{Draft, Setting};
use crate::frame::is_place;
use crate::{grammar, mention, quantity};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::NounClass;
use model::ClaimType;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for at in 0..parse.len() {
        if !matches!(parse.pos(at), Pos::Noun | Pos::Propn) || parse.dep(at) == Dep::Compound {
            continue;
        }
        drafts.extend(part_of(setting, at));
        drafts.extend(member_of(setting, at));
        drafts.extend(present_in(setting, at));
    }
    drafts
}

fn draft(claim_type: ClaimType, trigger: usize, rule: &'static str, actor: usize, other: usize) -> Draft {
    let mut draft = Draft::new(claim_type, trigger, rule);
    draft.actor = vec![actor];
    draft.timed = false;
    draft.quote = Some(actor.min(other).min(trigger)..actor.max(other).max(trigger) + 1);
    draft
}

/// "the Guard's Falcon Brigade", "Kestria's Interior Ministry", "the Morvanian Ministry of Justice".
fn part_of(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let organised = label(parse, at) == Some(NameLabel::Org);
    if !organised || parse.pos(at) != Pos::Propn {
        return None;
    }
    let owner = grammar::owner(parse, at)
        .filter(|&owner| matches!(label(parse, owner), Some(NameLabel::Org | NameLabel::Gpe | NameLabel::Norp)))
        .or_else(|| {
            let name = parse.name_of(at)?;
            let before = name.tokens.start.checked_sub(1)?;
            let nation = label(parse, before) == Some(NameLabel::Norp)
                && parse.pos(before) == Pos::Adj
                && parse.dominates(at, before);
            (nation && is_office(setting, at)).then_some(before)
        })
        .or_else(|| nation_in_name(setting, at));
    let owner = owner?;
    let mut draft = draft(ClaimType::PartOf, at, "relation/possessor", at, owner);
    draft.target = vec![owner];
    if parse.name_of(at) == parse.name_of(owner)
        && let Some(name) = parse.name_of(at)
    {
        let start = (name.tokens.start..owner).find(|&word| parse.pos(word) != Pos::Det).unwrap_or(owner);
        draft.exact.push(start..owner + 1);
    }
    Some(draft)
}

/// "the Kestrian Interior Ministry" taken as one name: its first words name the state.
fn nation_in_name(setting: Setting, at: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let name = parse.name_of(at)?;
    let start = (name.tokens.start..at).find(|&word| parse.pos(word) != Pos::Det)?;
    let nation = (start + 1..=(start + 3).min(at)).rev().find(|&end| {
        let words = parse.span(start..end).of(parse.text());
        setting.lexicon.names.demonym(words).len() == 1
            || setting.lexicon.names.find(words).is_some_and(|known| matches!(known, lexicon::Known::State(_)))
    })?;
    is_office(setting, at).then_some(nation - 1)
}

/// True for a name of an office: one of its words is a ministry, a council, a parliament.
fn is_office(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let Some(name) = parse.name_of(at) else { return false };
    name.tokens.clone().any(|word| setting.lexicon.nouns.is(&parse.word(word).to_lowercase(), NounClass::Office))
}

/// "Ida Sand of Radio Velna", "Ida Sand, of Radio Velna".
fn member_of(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    if label(parse, at) != Some(NameLabel::Person) {
        return None;
    }
    let of = parse
        .children(at)
        .find(|&child| parse.dep(child) == Dep::Prep && matches!(parse.norm(child), "of" | "from"))?;
    let body = grammar::object_of(parse, of).filter(|&body| label(parse, body) == Some(NameLabel::Org))?;
    let mut draft = draft(ClaimType::MemberOf, of, "relation/of", at, body);
    draft.target = vec![body];
    Some(draft)
}

/// "Morvanian troops in Velna", "a rebel camp near Ostrel".
fn present_in(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let lemma = parse.lemma(at).to_lowercase();
    let classes = setting.lexicon.nouns.classes(&lemma);
    let forces = classes.contains(&NounClass::Forces) && matches!(parse.tag(at), Tag::Nns | Tag::Nnps)
        || classes.contains(&NounClass::Party) && classes.contains(&NounClass::Forces) && parse.name_of(at).is_none();
    let site = classes.contains(&NounClass::Site);
    let preposition = parse.children(at).find(|&child| {
        child > at
            && parse.dep(child) == Dep::Prep
            && matches!(
                parse.norm(child),
                "in" | "at" | "near" | "inside" | "across" | "along" | "around" | "outside" | "within" | "throughout"
            )
    })?;
    let place = grammar::object_of(parse, preposition)?;
    if !(is_place_name(parse, place) || is_place(setting, place) && parse.pos(place) == Pos::Noun) {
        return None;
    }
    if forces {
        let mut draft = draft(ClaimType::PresentIn, preposition, "relation/presence", at, place);
        draft.place = grammar::joined(parse, place);
        draft.quantity = quantity::of(setting.part, at, setting.lexicon).into_iter().collect();
        return Some(draft);
    }
    if site {
        let owner = grammar::owner(parse, at).or_else(|| {
            parse.children(at).find(|&child| {
                child < at
                    && matches!(parse.dep(child), Dep::Amod | Dep::Compound | Dep::Nmod)
                    && (matches!(label(parse, child), Some(NameLabel::Org | NameLabel::Norp))
                        || parse.dep(child) == Dep::Compound
                            && mention::fits(parse, setting.lexicon, child, &[NounClass::Forces])
                            && !is_place_name(parse, child))
            })
        })?;
        let mut draft = draft(ClaimType::PresentIn, at, "relation/presence", owner, place);
        draft.place = grammar::joined(parse, place);
        return Some(draft);
    }
    None
}
