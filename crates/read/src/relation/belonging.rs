//! Who belongs to whom in a noun phrase?
//!
//! "the Guard's Falcon Brigade" is part of the Guard, "the 2nd Battalion, 5th Brigade" of the brigade, "the Morvanian Ministry
//! of Justice" of Morvania; "Ida Sand of Radio Velna" is a member; "Brek's government" is led by Brek.

use super::{is_state_word, label, names_state};
use crate::claim::{Draft, Setting};
use crate::grammar;
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{ActorKind, Known, NounClass, TitleClass, WordClass};
use model::ClaimType;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for at in 0..parse.len() {
        if !matches!(parse.pos(at), Pos::Noun | Pos::Propn) || parse.dep(at) == Dep::Compound {
            continue;
        }
        drafts.extend(part_of(setting, at));
        drafts.extend(unit_of(setting, at));
        drafts.extend(unit_beside(setting, at));
        drafts.extend(member_of(setting, at));
        drafts.extend(led_by(setting, at));
    }
    drafts
}

fn draft(claim_type: ClaimType, trigger: usize, rule: &'static str, actor: usize, other: usize) -> Draft {
    let mut draft = Draft::new(claim_type, trigger, rule);
    draft.actor = vec![actor];
    draft.timed = false;
    draft.presupposed = true;
    draft.quote = Some(actor.min(other).min(trigger)..actor.max(other).max(trigger) + 1);
    draft
}

/// "the Guard's Falcon Brigade", "Kestria's Interior Ministry", "the Morvanian Ministry of Justice".
fn part_of(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let body = label(parse, at) == Some(NameLabel::Org)
        || is_unit(setting, at) && !matches!(label(parse, at), Some(NameLabel::Gpe | NameLabel::Loc | NameLabel::Norp));
    if !body || parse.pos(at) != Pos::Propn {
        return None;
    }
    let can_own = |owner: &usize| {
        matches!(label(parse, *owner), Some(NameLabel::Org | NameLabel::Gpe | NameLabel::Norp))
            || parse.pos(*owner) == Pos::Propn && label(parse, *owner) != Some(NameLabel::Person)
    };
    let owner = grammar::owner(parse, at)
        .filter(can_own)
        .or_else(|| {
            let name = parse.name_of(at)?;
            let before = name.tokens.start.checked_sub(1)?;
            let nation = is_state_word(setting, before) && parse.dominates(at, before);
            (nation && is_office(setting, at)).then_some(before)
        })
        .or_else(|| owner_in_name(setting, at))?;
    let mut draft = draft(ClaimType::PartOf, at, "relation/possessor", at, owner);
    draft.target = vec![owner];
    if parse.name_of(at) == parse.name_of(owner)
        && let Some(name) = parse.name_of(at)
    {
        let start = (name.tokens.start..owner).find(|&word| parse.pos(word) != Pos::Det).unwrap_or(owner);
        draft.exact.push((owner, start..owner + 1));
        // "the Guard's Falcon Brigade" as one name: the brigade is what follows.
        if let Some(case) = (owner..at).find(|&word| parse.tag(word) == Tag::Pos) {
            draft.exact.push((at, case + 1..at + 1));
        }
    }
    Some(draft)
}

/// "the army's engineering unit": a common noun for a part of a force, with the force before it.
fn unit_of(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    if parse.pos(at) != Pos::Noun || parse.name_of(at).is_some() || !is_unit(setting, at) {
        return None;
    }
    let owner = grammar::owner(parse, at)?;
    let body = matches!(label(parse, owner), Some(NameLabel::Org))
        || parse.name_of(owner).is_none()
            && parse.pos(owner) == Pos::Noun
            && setting.lexicon.nouns.is(&parse.lemma(owner).to_lowercase(), NounClass::Party);
    if !body {
        return None;
    }
    let mut draft = draft(ClaimType::PartOf, at, "relation/possessor", at, owner);
    draft.target = vec![owner];
    Some(draft)
}

/// "the 2nd Battalion, 5th Brigade": the smaller unit stands first.
fn unit_beside(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    if !is_unit(setting, at) || parse.pos(at) != Pos::Propn || at + 2 >= parse.len() || parse.word(at + 1) != "," {
        return None;
    }
    let ordinal = |at: usize| {
        matches!(parse.pos(at), Pos::Num | Pos::Adj | Pos::Propn)
            && parse.word(at).chars().next().is_some_and(|first| first.is_ascii_digit() || first.is_uppercase())
    };
    let larger = (at + 2..parse.len().min(at + 7)).take_while(|&next| ordinal(next) || is_unit(setting, next));
    let larger = larger.filter(|&next| is_unit(setting, next)).last()?;
    let whole = parse.word(at + 2).chars().next().is_some_and(|first| first.is_ascii_digit());
    if !whole || larger == at + 2 {
        return None;
    }
    let start = (0..at).rev().take_while(|&word| ordinal(word) && parse.word(word) != ",").last().unwrap_or(at);
    let mut draft = draft(ClaimType::PartOf, at, "relation/possessor", at, larger);
    draft.target = vec![larger];
    draft.exact = vec![(at, start..at + 1), (larger, at + 2..larger + 1)];
    Some(draft)
}

/// True for a word for a part of a force or a body, by the frames that tell so: `brigade`, `unit`, `wing`.
fn is_unit(setting: Setting, at: usize) -> bool {
    let lemma = setting.part.parse.lemma(at).to_lowercase();
    setting
        .lexicon
        .triggers
        .frames(&lemma)
        .iter()
        .any(|frame| frame.claim_type == ClaimType::PartOf && frame.class == WordClass::Noun)
}

/// "the Kestrian Interior Ministry" taken as one name: its first words name the state or the body it is an office of.
fn owner_in_name(setting: Setting, at: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let name = parse.name_of(at)?;
    let start = (name.tokens.start..at).find(|&word| parse.pos(word) != Pos::Det)?;
    let words = |end: usize| parse.span(start..end).of(parse.text());
    let owner = (start + 1..=(start + 3).min(at)).rev().find(|&end| {
        names_state(setting, words(end))
            || matches!(setting.lexicon.names.find(words(end)), Some(Known::Actor(actor)) if actor.kind == ActorKind::Body)
    })?;
    is_office(setting, at).then_some(owner - 1)
}

/// "Brek's government", "Brek's brutal regime", "Brek's militia": its head is who it is called after.
fn led_by(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let owner = grammar::owner(parse, at).filter(|&owner| label(parse, owner) == Some(NameLabel::Person))?;
    if parse.pos(at) != Pos::Noun || !setting.lexicon.names.is_institution(&parse.word(at).to_lowercase()) {
        return None;
    }
    let mut draft = draft(ClaimType::Leads, at, "relation/possessor", owner, at);
    draft.target = vec![at];
    let name = parse.name_of(owner).map_or(owner..owner + 1, |name| name.tokens.clone());
    draft.quote = Some(name.start..at + 1);
    draft.exact.push((at, at..at + 1));
    Some(draft)
}

/// True for a name of an office: one of its words is a ministry, a council, a parliament.
fn is_office(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let Some(name) = parse.name_of(at) else { return false };
    name.tokens.clone().any(|word| setting.lexicon.nouns.is(&parse.word(word).to_lowercase(), NounClass::Office))
}

/// "Ida Sand of Radio Velna", "Ida Sand, of Radio Velna", "a medic with the 5th Brigade", "12th Wing
/// pilot Ida Sand".
fn member_of(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let person = label(parse, at) == Some(NameLabel::Person);
    let lemma = parse.lemma(at).to_lowercase();
    let people = parse.tag(at) == Tag::Nn
        && setting.lexicon.nouns.is(&lemma, NounClass::People)
        && setting.lexicon.titles.class(&lemma).is_none_or(|class| class == TitleClass::Rank);
    if !person && !people {
        return None;
    }
    let is_body = |body: usize| {
        label(parse, body) == Some(NameLabel::Org) || parse.pos(body) == Pos::Propn && is_unit(setting, body)
    };
    // "President Anton Brek of Kestria" is told by the title.
    let leads = |word: &str| matches!(word, "of" | "from") || people && word == "with";
    let of = parse.children(at).find(|&child| parse.dep(child) == Dep::Prep && leads(parse.norm(child)));
    if let Some(of) = of {
        let body = grammar::object_of(parse, of).filter(|&body| is_body(body))?;
        let mut draft = draft(ClaimType::MemberOf, of, "relation/of", at, body);
        draft.target = grammar::joined(parse, body);
        draft.target.retain(|&body| is_body(body));
        return Some(draft);
    }
    // "12th Wing pilot Ida Sand": a unit before the noun.
    let before = parse.children(at).filter(|&child| people && child < at && parse.dep(child) == Dep::Compound);
    let unit = before.filter(|&child| parse.pos(child) == Pos::Propn && is_unit(setting, child)).last()?;
    let numbered = unit > 0 && parse.word(unit - 1).starts_with(|first: char| first.is_ascii_digit());
    let start = unit - usize::from(numbered);
    let mut draft = draft(ClaimType::MemberOf, at, "relation/of", at, unit);
    draft.quote = Some(parse.subtree(at));
    draft.target = vec![unit];
    draft.exact.push((unit, start..unit + 1));
    Some(draft)
}
