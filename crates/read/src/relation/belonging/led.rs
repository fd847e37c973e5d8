//! Who heads what is called after him?
//!
//! "*Brek's* government" and "*Brek's* Division" are led by Brek.

use super::{draft, is_unit};
use crate::claim::{Draft, Setting};
use crate::grammar;
use crate::relation::membership::{is_command, is_titled};
use crate::relation::{is_state_word, label};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::NounClass;
use model::ClaimType;

/// "Brek's government", "Brek's brutal regime", "Brek's Fourth Army", "Brek's troops": its head is who it is called after.
pub(super) fn led_by(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let institution = parse.pos(at) == Pos::Noun && setting.lexicon.institutions.has(parse.lower(at));
    // "the Brek *state*" is a place.
    let rules = institution && !setting.lexicon.nouns.is(parse.lower(at), NounClass::Place);
    // "the newly elected *Anton Brek* government"
    let before = |&person: &usize| {
        rules && person < at && parse.dep(person) == Dep::Compound && label(parse, person) == Some(NameLabel::Person)
    };
    let owner = grammar::owner(parse, at)
        .filter(|&owner| setting.names_person(owner) || is_titled(setting, owner) || is_commander(setting, owner, at))
        .or_else(|| parse.children(at).find(before))
        // "the regime of Anton Brek"
        .or_else(|| grammar::after(parse, at, "of").filter(|&of| rules && setting.names_person(of)))
        .filter(|&owner| !is_state_word(setting, owner))?;
    // "the *General People's Congress*" is one name, in which nobody leads.
    let whole =
        |name: &language::Name| setting.lexicon.names.find(parse.span(name.tokens.clone()).of(parse.text())).is_some();
    if parse.name_of(at).is_some_and(|name| name.tokens.contains(&owner) && whole(name)) {
        return None;
    }
    let named = parse.pos(at) == Pos::Propn
        && (is_unit(setting, at) || label(parse, at) == Some(NameLabel::Org))
        && (parse.name_of(at) != parse.name_of(owner) || parse.child(owner, Dep::Case).is_some());
    let nouns = &setting.lexicon.nouns;
    let lemma = parse.entry(at);
    let body = parse.pos(at) == Pos::Noun
        && parse.name_of(at).is_none()
        && nouns.is(lemma, NounClass::Forces)
        && !nouns.is(lemma, NounClass::Vehicle)
        && nouns.is(lemma, NounClass::Party);
    // "Brek's *Tavan Front* party"
    let capital = |word: usize| parse.word(word).starts_with(char::is_uppercase);
    let party = parse.pos(at) == Pos::Noun && nouns.is(lemma, NounClass::Party) && !nouns.is(lemma, NounClass::People);
    let party = party && at > owner + 1 && parse.head(at - 1) == at && capital(at - 1);
    // "under Brek's command": what he has is no body.
    if !institution && !named && !body && !party || is_command(setting, at) {
        return None;
    }
    let mut draft = draft(ClaimType::Leads, at, "relation/possessor", owner, at);
    draft.target = vec![at];
    let name = parse.name_of(owner).map_or(owner..owner + 1, |name| name.tokens.clone());
    draft.quote = Some(name.start.min(at)..name.end.max(at + 1));
    if institution {
        // "Brek's *security forces*"
        let sort = |&word: &usize| parse.pos(word) == Pos::Noun && parse.dep(word) == Dep::Compound;
        let start = (owner + 1..at).rev().take_while(sort).last().unwrap_or(at);
        let start = if parse.dep(owner) == Dep::Compound { name.start } else { start };
        draft.exact.push((at, start..at + 1));
    } else if party && !body {
        let mut words = owner + 1..at;
        let start = match parse.name_of(at - 1) {
            Some(name) => words.find(|word| name.tokens.contains(word) && parse.tag(*word) != Tag::Pos),
            None => words.find(|&word| parse.pos(word) == Pos::Propn),
        };
        let start = start.unwrap_or(at - 1);
        draft.target = vec![at - 1];
        draft.exact.push((at - 1, start..at));
    } else if named
        && parse.name_of(at) == parse.name_of(owner)
        && let Some(case) = parse.child(owner, Dep::Case)
    {
        draft.exact.extend([(at, case + 1..at + 1), (owner, owner..owner + 1)]);
    }
    Some(draft)
}

/// True for a lone name that nothing else is known by, before a unit: "*Brek's* Division".
pub(super) fn is_commander(setting: Setting, owner: usize, unit: usize) -> bool {
    let parse = &setting.part.parse;
    let word = parse.word(owner);
    let own = match parse.name_of(owner) {
        Some(name) => name.tokens.contains(&unit) || name.tokens.len() == 1 && name.label == NameLabel::Org,
        None => true,
    };
    own && parse.pos(owner) == Pos::Propn
        && parse.pos(unit) == Pos::Propn
        && word.chars().skip(1).all(char::is_lowercase)
        && parse.children(owner).all(|child| parse.dep(child) == Dep::Case)
        && is_unit(setting, unit)
        && setting.lexicon.nouns.is(parse.lower(unit), NounClass::Forces)
        && setting.lexicon.names.find(word).is_none()
        && setting.lexicon.nouns.classes(parse.lower(owner)).is_empty()
        && parse.children(unit).all(|child| matches!(parse.dep(child), Dep::Poss | Dep::Prep | Dep::Punct))
}
