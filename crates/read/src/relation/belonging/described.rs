//! Whose part is somebody whom a noun describes?
//!
//! "the Falcons, *a militia within the Guard*" are part of the Guard, "the Sand network, *a Guard faction*" is too.

use super::unit::tells_part;
use super::{draft, is_organisation};
use crate::claim::{Draft, Setting};
use crate::grammar;
use crate::relation::label;
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{ActorKind, Known, NounClass};
use model::ClaimType;

/// "the Sand network, *a Guard faction*", "the Food Office, *a Union agency*": whose part it is stands before the noun.
pub(super) fn described_part(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let part = parse.pos(at) == Pos::Noun && parse.tag(at) == Tag::Nn && tells_part(setting, at);
    let named = match parse.dep(at) {
        Dep::Appos => Some(parse.head(at)),
        Dep::Attr => grammar::subject(parse, parse.head(at)),
        _ => None,
    };
    let named = named.filter(|&named| {
        let called =
            parse.children(named).any(|child| parse.dep(child) == Dep::Compound && parse.pos(child) == Pos::Propn);
        part && named < at && (parse.pos(named) == Pos::Propn || parse.pos(named) == Pos::Noun && called)
    });
    // "the Union peacekeeping mission, *KUMIL*,": a body that the noun goes on to name.
    let mission = setting.is_noun(at, NounClass::Deed) && setting.is_noun(at, NounClass::Party);
    let behind = || {
        let name = |&child: &usize| parse.dep(child) == Dep::Appos && label(parse, child) == Some(NameLabel::Org);
        parse.children(at).find(|child| *child > at && (part || mission) && name(child))
    };
    // "the armed wing of the Front, *the Falcons*,": the tree hangs the name on the front.
    let wing = part && named.is_none() && !setting.is_noun(at, NounClass::People);
    if let Some(whole) =
        grammar::after(parse, at, "of").filter(|&whole| wing && label(parse, whole) == Some(NameLabel::Org))
        && let Some(name) = parse.child(whole, Dep::Appos).filter(|&name| label(parse, name) == Some(NameLabel::Org))
        && parse.pos(name) == Pos::Propn
        && parse.name_of(name) != parse.name_of(whole)
    {
        let mut draft = draft(ClaimType::PartOf, at, "relation/of", name, whole);
        draft.target = vec![whole];
        return Some(draft);
    }
    let named = named.or_else(behind)?;
    let one = parse.children(at).any(|child| matches!(parse.norm(child), "a" | "an" | "the" | "another"));
    let whole = parse.children(at).find(|&child| {
        let body = || {
            let words = parse.name_of(child).map_or(child..child + 1, |name| name.tokens.clone());
            matches!(setting.lexicon.names.find(parse.span(words).of(parse.text())), Some(Known::Actor(actor)) if actor.kind != ActorKind::Person)
        };
        one && child < at
            && parse.dep(child) == Dep::Compound
            && parse.pos(child) == Pos::Propn
            && (label(parse, child) == Some(NameLabel::Org) || body())
            && !setting.names_person(child)
    })?;
    if setting.names_person(named) || label(parse, named) == Some(NameLabel::Person) {
        return None;
    }
    let mut draft = draft(ClaimType::PartOf, at, "relation/of", named, whole);
    draft.target = vec![whole];
    Some(draft)
}

/// "the Falcons, a militia *within* the Guard", "the Falcons are the largest faction *in* the Alliance": a party in another one.
pub(super) fn party_within(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let nouns = &setting.lexicon.nouns;
    // "the Falcons are *one of the* largest factions in the Alliance"
    let one = (parse.tag(at) == Tag::Nns && parse.norm(parse.head(at)) == "of")
        .then(|| parse.head(parse.head(at)))
        .filter(|&one| parse.norm(one) == "one");
    if parse.pos(at) != Pos::Noun || parse.tag(at) != Tag::Nn && one.is_none() {
        return None;
    }
    let said = one.unwrap_or(at);
    let lemma = parse.entry(at);
    if !nouns.is(lemma, NounClass::Party) || nouns.is(lemma, NounClass::People) || nouns.is(lemma, NounClass::Place) {
        return None;
    }
    let verb = parse.head(said);
    let named = match parse.dep(said) {
        Dep::Appos => Some(verb),
        Dep::Attr => grammar::subject(parse, verb),
        // "The largest faction in the Alliance is *the Falcons*."
        Dep::Nsubj if parse.lemma(verb) == "be" => parse.child(verb, Dep::Attr),
        _ => None,
    };
    // "the largest faction in the Alliance, *the Falcons*,"
    let apposed = || parse.children(at).find(|&child| child > at && parse.dep(child) == Dep::Appos);
    let named = named
        .or_else(apposed)
        .filter(|&named| parse.pos(named) == Pos::Propn && label(parse, named) != Some(NameLabel::Person))
        .filter(|&named| !setting.names_person(named))?;
    let preposition = parse.children(at).find(|&child| {
        child > at && parse.dep(child) == Dep::Prep && matches!(parse.norm(child), "in" | "within" | "inside")
    })?;
    // "a force in *the country*" is there, and is no part of it.
    let land = |whole: usize| parse.pos(whole) == Pos::Noun && setting.is_noun(whole, NounClass::Place);
    let whole =
        grammar::object_of(parse, preposition).filter(|&whole| is_organisation(setting, whole) && !land(whole))?;
    let mut draft = draft(ClaimType::PartOf, preposition, "relation/of", named, whole);
    draft.target = vec![whole];
    Some(draft)
}
