//! Who belongs to whom in a noun phrase?
//!
//! "the Guard's Falcon Brigade" is part of the Guard, "the 2nd Battalion, 5th Brigade" of the brigade, "the Morvanian Ministry
//! of Justice" of Morvania; "Brek's government" is led by Brek.

mod described;
mod led;
mod unit;

use super::membership::is_titled;
use super::{is_state_word, label, names_state};
use crate::claim::{Draft, Setting};
use crate::{class, grammar};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{ActorKind, Known, NounClass};
use model::ClaimType;

pub(crate) use unit::smaller_units;
pub(super) use unit::{is_numbered, is_unit, larger_unit};

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for at in 0..parse.len() {
        if !matches!(parse.pos(at), Pos::Noun | Pos::Propn) || parse.dep(at) == Dep::Compound {
            continue;
        }
        drafts.extend(part_of(setting, at));
        drafts.extend(unit::unit_of(setting, at));
        drafts.extend(unit::unit_beside(setting, at));
        drafts.extend(unit::unit_behind(setting, at));
        drafts.extend(body_at(setting, at));
        drafts.extend(described::described_part(setting, at).or_else(|| described::party_within(setting, at)));
        drafts.extend(led::led_by(setting, at));
    }
    drafts
}

pub(super) fn draft(claim_type: ClaimType, trigger: usize, rule: &'static str, actor: usize, other: usize) -> Draft {
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
        || label(parse, at) == Some(NameLabel::Fac) && owner_in_name(setting, at).is_some()
        || is_unit(setting, at) && !matches!(label(parse, at), Some(NameLabel::Gpe | NameLabel::Loc | NameLabel::Norp));
    // "the Sixth Army's 44th Division": a name may end with a common noun.
    let named = parse.pos(at) == Pos::Propn || is_unit(setting, at) && label(parse, at) == Some(NameLabel::Org);
    let numbered = before_number(setting, at);
    if numbered.is_none() && (!body || !named) {
        return None;
    }
    // "Kestria's Permanent Representative" is an office, told by its title.
    if setting.lexicon.titles.relation(parse.lower(at)).is_some()
        || matches!(setting.known(at), Some(Known::Actor(actor)) if actor.kind == ActorKind::Person)
    {
        return None;
    }
    let can_own = |owner: &usize| {
        // The people of "the People's Front" and "the Workers' Party" are no body of their own.
        let one = match parse.norm(*owner) {
            "children" => "child".to_string(),
            word => class::singular(word),
        };
        let people = parse.name_of(at) == parse.name_of(*owner)
            && [parse.norm(*owner), &one].into_iter().any(|word| setting.lexicon.nouns.is(word, NounClass::People));
        let named = matches!(label(parse, *owner), Some(NameLabel::Org | NameLabel::Gpe | NameLabel::Norp))
            || parse.name_of(*owner).is_none() && setting.is_noun(*owner, NounClass::Party);
        // "*its* 2nd Brigade"
        let own_unit = matches!(parse.norm(*owner), "its" | "their") && is_numbered(setting, at);
        own_unit
            || !people
                && !setting.names_person(*owner)
                && !is_titled(setting, *owner)
                && !led::is_commander(setting, *owner, at)
                && (named || parse.pos(*owner) == Pos::Propn && label(parse, *owner) != Some(NameLabel::Person))
    };
    let owner = grammar::owner(parse, at)
        .filter(can_own)
        .or_else(|| {
            let name = parse.name_of(at)?;
            let before = name.tokens.start.checked_sub(1)?;
            // "the Kestrian *9th* Division"
            let number = parse.word(before).starts_with(|first: char| first.is_ascii_digit());
            let before = before.checked_sub(usize::from(number))?;
            let nation = is_state_word(setting, before) && parse.dominates(at, before);
            (nation && (is_office(setting, at) || unit::is_unit_of_state(setting, at))).then_some(before)
        })
        .or_else(|| owner_in_name(setting, at))
        .or(numbered)?;
    let mut draft = draft(ClaimType::PartOf, at, "relation/possessor", at, owner);
    draft.target = vec![owner];
    if parse.name_of(at) == parse.name_of(owner)
        && let Some(name) = parse.name_of(at)
    {
        let start = (name.tokens.start..owner).find(|&word| parse.pos(word) != Pos::Det).unwrap_or(owner);
        draft.exact.push((owner, start..owner + 1));
        // "the Kestrian Army *5th Brigade*", "the Guard's *Falcon Brigade*" as one name: the brigade is what follows.
        let number = |&word: &usize| parse.word(word).starts_with(|first: char| first.is_ascii_digit());
        let army = setting.lexicon.nouns.is(parse.lower(owner), NounClass::Forces);
        draft.exact.extend((owner + 1..at).find(number).filter(|_| army).map(|number| (at, number..at + 1)));
        if let Some(case) = (owner..at).find(|&word| parse.tag(word) == Tag::Pos) {
            draft.exact.push((at, case + 1..at + 1));
        }
    }
    Some(draft)
}

/// "the Security Council at the White House": a body at another is a part of it.
fn body_at(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let is_body = |at: usize| parse.pos(at) == Pos::Propn && label(parse, at) == Some(NameLabel::Org);
    if !is_body(at) {
        return None;
    }
    let preposition = parse.children(at).find(|&child| parse.dep(child) == Dep::Prep && parse.norm(child) == "at")?;
    let whole = grammar::object_of(parse, preposition).filter(|&whole| is_body(whole))?;
    let mut draft = draft(ClaimType::PartOf, preposition, "relation/of", at, whole);
    draft.target = vec![whole];
    Some(draft)
}

/// "the Kestrian Interior Ministry" taken as one name: its first words name the state or the body it is an office of.
fn owner_in_name(setting: Setting, at: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let name = parse.name_of(at)?;
    let start = (name.tokens.start..at).find(|&word| parse.pos(word) != Pos::Det)?;
    let words = |end: usize| parse.span(start..end).of(parse.text());
    let body = |end: usize| matches!(setting.lexicon.names.find(words(end)), Some(Known::Actor(actor)) if actor.kind == ActorKind::Body);
    // "the *Kestrian Army* 5th Brigade", "the *Kestrian People's Army* (KPA) 4th Corps"
    let force = |end: usize| {
        let close = (end..at.min(end + 4)).find(|&close| parse.word(end) == "(" && parse.word(close) == ")");
        let next = parse.word(close.map_or(end, |close| close + 1));
        let army = end < at && setting.lexicon.nouns.is(parse.lower(end - 1), NounClass::Forces);
        army && next.starts_with(|first: char| first.is_ascii_digit())
    };
    let owner = (start + 1..=at).rev().find(|&end| force(end)).or_else(|| {
        (start + 1..=(start + 3).min(at)).rev().find(|&end| names_state(setting, words(end)) || body(end))
    })?;
    // "the United Nations *Mission* in Kestria": what a body of states calls so is a part of it.
    let whole = || setting.lexicon.names.find(words(name.tokens.end)).is_some();
    let acts = || !whole() && body(owner) && owner < at && setting.lexicon.nouns.is(parse.lower(at), NounClass::Party);
    // "the United Nations *Security Council*", "the Kestrian *National Police*": of an organ that all know by the whole name it says nothing.
    let plain = || body(owner) && whole() || setting.lexicon.nouns.is(parse.lower(at), NounClass::Law);
    (is_office(setting, at) && !plain() || unit::is_unit_of_state(setting, at) || acts()).then_some(owner - 1)
}

/// "the *Kestrian* 9th division", "*TLF* 4th Front": whose unit it is stands before its number, whatever the name finder takes for a name.
fn before_number(setting: Setting, at: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let number = parse
        .children(at)
        .find(|&child| child < at && parse.word(child).starts_with(|first: char| first.is_ascii_digit()))?;
    let ordinal = parse.word(number).ends_with(|last: char| last.is_ascii_lowercase());
    let hangs = |owner: &usize| parse.head(*owner) == at || parse.head(*owner) == number;
    let owner = number.checked_sub(1).filter(hangs).filter(|_| ordinal)?;
    let nation = is_state_word(setting, owner) || label(parse, owner) == Some(NameLabel::Norp);
    let state = nation && is_unit(setting, at);
    let known = || {
        let actor = setting.lexicon.names.find(parse.word(owner));
        let forces = |kind: ActorKind| matches!(kind, ActorKind::ArmedGroup | ActorKind::Force);
        matches!(actor, Some(Known::Actor(actor)) if forces(actor.kind)) && parse.pos(at) == Pos::Propn
    };
    (state || known()).then_some(owner)
}

/// True for what can have parts and members: the name of a body or unit, "the army".
pub(super) fn is_organisation(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    match label(parse, at) {
        Some(NameLabel::Org) => true,
        Some(NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac | NameLabel::Norp | NameLabel::Person) => false,
        _ if is_unit(setting, at) => parse.pos(at) == Pos::Propn,
        _ => {
            let lemma = parse.entry(at);
            let nouns = &setting.lexicon.nouns;
            parse.name_of(at).is_none() && nouns.is(lemma, NounClass::Party) && !nouns.is(lemma, NounClass::People)
        }
    }
}

/// True for a name of an office: one of its words is a ministry, a council, a parliament.
fn is_office(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let Some(name) = parse.name_of(at) else { return false };
    name.tokens.clone().any(|word| setting.lexicon.nouns.is(parse.lower(word), NounClass::Office))
}
