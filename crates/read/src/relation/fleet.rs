//! Whose are ships, aircraft and vehicles that a noun phrase names with their force?
//!
//! "the Kestrian Navy frigate *Halden*", "Alliance flagship *Sea Hald*", "a Royal Air Force *helicopter*", "Royal Air Force
//! *Kestrels*": what a force sails and flies is part of it. The maker of a vehicle stands before it as well ("a Velm Motors
//! truck"), so only forces and bodies that the tables know own what stands behind them.

use super::belonging::{draft, is_numbered, is_unit};
use super::label;
use crate::claim::{Draft, Setting};
use crate::{grammar, list, quantity};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{ActorKind, Known, NounClass};
use model::ClaimType;
use std::ops::Range;

/// The longest name of a force that is looked for before a vehicle, in tokens.
const LONGEST: usize = 5;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let noun = |at: usize| matches!(parse.pos(at), Pos::Noun | Pos::Propn) && parse.dep(at) != Dep::Compound;
    let told = |at: usize| {
        by_sort(setting, at)
            .or_else(|| by_type(setting, at))
            .into_iter()
            .chain(noun(at).then(|| vehicles_of(setting, at)).flatten())
    };
    (0..parse.len()).flat_map(told).collect()
}

/// "the Kestrian Navy *frigate* Halden", "a Kestrian Air Force Mi-9 *helicopter*".
fn by_sort(setting: Setting, sort: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    if parse.pos(sort) != Pos::Noun || parse.name_of(sort).is_some() {
        return None;
    }
    if !setting.is_noun(sort, NounClass::Vehicle) || setting.is_noun(sort, NounClass::Party) {
        return None;
    }
    // "a Kestrian Air Force *Mi-9* helicopter"
    let typed = |at: &usize| parse.word(*at).contains(|sign: char| sign.is_ascii_digit());
    let before = (sort.saturating_sub(2)..sort).rev().find(|at| !typed(at))?;
    // A ship that has a name is that of whoever it is named with: "the Orlneft tanker *Halden*".
    let owner = || parse.name_of(before).filter(|name| name.label == NameLabel::Org && name.tokens.end == before + 1);
    let whole =
        || owner().map(|name| name.tokens.clone().find(|&at| parse.pos(at) != Pos::Det).unwrap_or(before)..before + 1);
    let force = force_at(setting, before).or_else(whole)?;
    // "the flagship *ITS* Sea Hald": the tree may take what all ships of a navy are called by for another word.
    let prefix = sort + 1 < parse.len() && parse.pos(sort + 1) != Pos::Propn && is_letters(parse.word(sort + 1));
    let start = sort + 1 + usize::from(prefix);
    let behind = list::behind(parse, start);
    let names: Vec<usize> = if parse.tag(sort) == Tag::Nns { behind } else { behind.into_iter().take(1).collect() };
    let name = |at: &usize| parse.pos(*at) == Pos::Propn && !matches!(label(parse, *at), Some(NameLabel::Date));
    let (&first, &last) = (names.first()?, names.last()?);
    if parse.pos(start) != Pos::Propn || !names.iter().all(name) {
        return None;
    }
    let mut draft = draft(ClaimType::PartOf, sort, "relation/possessor", first, before);
    draft.quote = Some(force.start..last.max(sort) + 1);
    draft.actor = names;
    draft.target = vec![before];
    // "the flagship *HNLMS Halden*", which the tree hangs on the noun.
    let words = |&name: &usize| {
        let run = (start..name).rev().take_while(|&at| parse.pos(at) == Pos::Propn).last().unwrap_or(name);
        (name, run..name + 1)
    };
    draft.exact = draft.actor.iter().map(words).chain([(before, force)]).collect();
    Some(draft)
}

fn is_letters(word: &str) -> bool {
    word.len() > 1 && word.chars().all(char::is_uppercase)
}

/// "Royal Air Force *Kestrels*", "two Kestrian Air Force *Su-9s*", "the Guard Corps *Falcon Force*": the type or the name alone says what
/// they are.
fn by_type(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    if parse.pos(at) != Pos::Propn || parse.pos(at.checked_sub(1)?) != Pos::Propn {
        return None;
    }
    let force = force_at(setting, at - 1).filter(|force| find(setting, force.clone()).is_some_and(is_force))?;
    let end = (at..parse.len()).find(|&end| parse.pos(end) != Pos::Propn).unwrap_or(parse.len());
    let coded = |word: usize| parse.word(word).contains(|sign: char| sign.is_ascii_digit());
    let kinds = || setting.lexicon.nouns.classes(parse.norm(at).trim_end_matches('s'));
    // "Academy Awards" are no army's: what a force of one word has is not known by being many.
    let sure = force.len() > 1 || is_letters(parse.word(force.start));
    let many = || parse.tag(at) == Tag::Nnps && kinds().is_empty() && sure;
    let unit = || end > at + 1 && find(setting, at..end).is_some_and(is_force);
    // "the *KLF Naval Force*"
    let arm = is_letters(parse.word(force.start))
        && force.len() == 1
        && setting.lexicon.nouns.is(parse.lower(end - 1), NounClass::Forces)
        && !setting.lexicon.nouns.is(parse.lower(end - 1), NounClass::People);
    let vehicle = end <= at + 2 && (coded(end - 1) || end == at + 1 && many());
    if !arm && (!vehicle && !unit() || find(setting, force.start..end).is_some()) {
        return None;
    }
    let (named, owner) = (end - 1, force.end - 1);
    let mut draft = draft(ClaimType::PartOf, named, "relation/possessor", named, owner);
    draft.quote = Some(force.start..end);
    draft.quantity = quantity::of(setting.part, named, setting.lexicon).into_iter().collect();
    draft.target = vec![owner];
    draft.exact = vec![(named, at..end), (owner, force)];
    Some(draft)
}

fn find<'s>(setting: Setting<'s, '_>, words: Range<usize>) -> Option<Known<'s>> {
    let parse = &setting.part.parse;
    setting.lexicon.names.find(parse.span(words).of(parse.text()))
}

/// The name of a force or known body that ends at a word.
fn force_at(setting: Setting, last: usize) -> Option<Range<usize>> {
    let parse = &setting.part.parse;
    if parse.pos(last) != Pos::Propn {
        return None;
    }
    let run = (last.saturating_sub(LONGEST - 1)..=last).rev();
    let first = run.take_while(|&at| matches!(parse.pos(at), Pos::Propn)).last()?;
    let body = |known| matches!(known, Known::Actor(actor) if actor.kind == ActorKind::Body) || is_force(known);
    let known = (first..=last).find(|&start| find(setting, start..last + 1).is_some_and(body));
    let forces = || setting.lexicon.nouns.is(parse.lower(last), NounClass::Forces) && first < last;
    let start = known.or_else(|| forces().then_some(first))?;
    // "the *Kestrian* Navy": the state stands before a name that the tables know without it.
    let start = parse
        .name_of(last)
        .map_or(start, |name| name.tokens.clone().find(|&at| parse.pos(at) != Pos::Det).unwrap_or(start).min(start));
    Some(start..last + 1)
}

fn is_force(known: Known) -> bool {
    matches!(known, Known::Actor(actor) if matches!(actor.kind, ActorKind::Force | ActorKind::ArmedGroup))
}

/// "jets from the 34th Squadron", "a B-7 of the 12th Wing": what a unit flies and sails is part of it.
fn vehicles_of(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let preposition = parse.children(at).find(|&child| {
        child > at && parse.dep(child) == Dep::Prep && matches!(parse.norm(child), "of" | "from" | "with")
    })?;
    let unit = grammar::object_of(parse, preposition)
        .filter(|&unit| is_unit(setting, unit) && parse.pos(unit) != Pos::Noun || is_numbered(setting, unit))?;
    let body = label(parse, unit) == Some(NameLabel::Org) || is_numbered(setting, unit);
    if !body || !is_vehicle(setting, at) {
        return None;
    }
    let mut draft = draft(ClaimType::PartOf, preposition, "relation/of", at, unit);
    draft.target = vec![unit];
    draft.quantity = quantity::of(setting.part, at, setting.lexicon).into_iter().collect();
    if parse.name_of(unit).is_none() {
        draft.exact.push((unit, unit - 1..unit + 1));
    }
    Some(draft)
}

/// True for a vehicle by its noun, and for one that its type names: "jets", "an F-7", "two Kestrian *Falcons*" that the name finder knows
/// for a product.
pub(super) fn is_vehicle(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let nouns = &setting.lexicon.nouns;
    match parse.name_of(at) {
        // One convoy of a unit is the unit on its way.
        None => {
            let lemma = parse.entry(at);
            let many = parse.tag(at) == Tag::Nns || !nouns.is(lemma, NounClass::Party);
            many && nouns.is(lemma, NounClass::Vehicle)
        }
        Some(name) => {
            let word = parse.word(at);
            let coded = word.starts_with(|first: char| first.is_ascii_uppercase())
                && word.contains(|sign: char| sign.is_ascii_digit())
                && word.contains('-');
            name.label == NameLabel::Product || coded
        }
    }
}
