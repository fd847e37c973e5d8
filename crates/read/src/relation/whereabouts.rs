//! Which place lies where, when the words around its noun tell it?
//!
//! "the northern city of Velna" lies in the north of its state, "the capital, Velna" in the state, "the nearby town of Brel" near the
//! place named before, "the Ostrel neighbourhoods of Husk and Yarl" in Ostrel, "the province's towns of Tavan and Brel" in the province.

use super::location::{Found, directed};
use super::place_word::{
    could_be_place, is_known_party, is_named_by_noun, is_place_noun, is_settlement, is_site_noun, plural,
};
use super::{is_place_name, is_state_word, label};
use crate::claim::Setting;
use crate::grammar;
use language::{Dep, NameLabel, Parse, Pos};
use lexicon::TypeWord;
use std::ops::Range;

pub(super) fn read(found: &mut Found, at: usize) {
    let setting = found.setting;
    let parse = &setting.part.parse;
    if parse.pos(at) != Pos::Noun || parse.name_of(at).is_some_and(|name| name.tokens.len() > 1) {
        return;
    }
    let place_noun = is_place_noun(setting, at);
    regions_of(found, at);
    let names = if place_noun { named_by(setting, at) } else { Vec::new() };
    let before = |wanted: &dyn Fn(usize) -> bool| parse.children(at).find(|&child| child < at && wanted(child));
    // "the Ostrel neighbourhoods of Husk and Yarl", "the province's towns of Tavan and Brel"
    let whole = before(&|child| match parse.dep(child) {
        Dep::Compound if parse.pos(child) == Pos::Propn => {
            child + 1 == at && !setting.names_person(child) && !is_known_party(setting, child)
        }
        Dep::Compound | Dep::Amod | Dep::Nmod => is_place_name(parse, child) || is_state_word(setting, child),
        Dep::Poss => {
            matches!(label(parse, child), Some(NameLabel::Gpe | NameLabel::Loc))
                || parse.pos(child) == Pos::Noun && is_place_noun(setting, child)
        }
        _ => false,
    });
    if let Some(whole) = whole {
        if plural(parse, at) && !names.is_empty() {
            found.add(at, names, vec![whole], directed(setting, whole));
        }
        return;
    }
    let words = &setting.lexicon.place_words;
    if let Some(near) = before(&|child| words.is_near(parse.norm(child))) {
        let inner = match names.as_slice() {
            [] if place_noun || is_site_noun(setting, at) => vec![at],
            _ => names,
        };
        if let Some(place) = named_before(setting, near).filter(|_| !plural(parse, at) || inner != [at]) {
            found.add(near, inner, vec![place], Vec::new());
        }
        return;
    }
    // "the northern part of Velna"
    if names.is_empty() || plural(parse, at) || words.is_relative(parse.entry(at)) {
        return;
    }
    // "the capital, Velna": of which state the name tells.
    let capital = |&name: &usize| setting.lexicon.names.capital(parse.word(name)).is_some();
    // "the southern district of Velna" can be a part of Velna, as the southern border of a state is one of the state.
    let kind = setting.lexicon.places.type_word(parse.entry(at));
    let whole = is_settlement(setting, at) || kind == Some(TypeWord::Division);
    if let Some(direction) = before(&|child| whole && words.is_direction(parse.norm(child))) {
        found.add(at, names, vec![direction], vec![(direction, direction..direction + 1)]);
    } else if parse.lemma(at) == "capital" && names.iter().all(capital) {
        found.add(at, names, vec![at], vec![(at, at..at + 1)]);
    }
}

/// "the *Velna and Ostrel* regions of Kestria": each of those named before the noun lies in what follows it.
fn regions_of(found: &mut Found, at: usize) {
    let setting = found.setting;
    let parse = &setting.part.parse;
    let one = |at: usize| parse.name_of(at).is_none_or(|name| name.tokens.len() == 1);
    let name = |&at: &usize| parse.pos(at) == Pos::Propn && one(at) && !is_state_word(setting, at);
    let before = |&child: &usize| child < at && matches!(parse.dep(child), Dep::Nmod | Dep::Compound);
    if !plural(parse, at) || !is_place_noun(setting, at) {
        return;
    }
    let state = grammar::after(parse, at, "of").filter(|&state| is_state_word(setting, state));
    let names = parse.children(at).find(before).map(|first| grammar::joined(parse, first)).unwrap_or_default();
    if let Some(state) = state.filter(|_| names.len() > 1 && names.iter().all(name)) {
        found.add(at, names, vec![state], Vec::new());
    }
}

/// The names that a noun for a place stands for: "the towns of *Tavan* and *Brel*", "the capital, *Velna*", "the capital *Velna*".
fn named_by(setting: Setting, at: usize) -> Vec<usize> {
    let parse = &setting.part.parse;
    let name = |&place: &usize| parse.pos(place) == Pos::Propn;
    if let Some(first) = grammar::after(parse, at, "of").filter(name) {
        let mut all = grammar::joined(parse, first);
        all.retain(name);
        return all;
    }
    let beside = parse.children(at).find(|&child| parse.dep(child) == Dep::Appos && could_be_place(setting, child));
    let behind =
        || Some(parse.head(at)).filter(|&head| parse.dep(at) == Dep::Compound && head == at + 1 && name(&head));
    let described =
        || Some(parse.head(at)).filter(|&host| parse.dep(at) == Dep::Appos && could_be_place(setting, host));
    beside.or_else(behind).or_else(described).into_iter().filter(name).collect()
}

/// The last place that the sentence names before a word.
fn named_before(setting: Setting, at: usize) -> Option<usize> {
    let parse: &Parse = &setting.part.parse;
    let start = parse.sentences()[parse.sentence_of(at)].start;
    let town = |&word: &usize| {
        parse.pos(word) == Pos::Propn
            && is_place_name(parse, word)
            && !is_state_word(setting, word)
            && parse.dep(word) != Dep::Compound
    };
    (start..at).rev().find(town)
}

/// The name that words for a place come to: `Kordun` for "the province of Kordun", `Velna` for "the centre of the town of Velna" and
/// "the provincial capital Velna".
pub(super) fn named(setting: Setting, place: usize) -> usize {
    let parse = &setting.part.parse;
    let mut at = place;
    for _ in 0..2 {
        // "on the army's side of the river"
        let part = is_place_noun(setting, at) || setting.lexicon.place_words.is_relative(parse.entry(at));
        let part = part && grammar::owner(parse, at).is_none();
        match grammar::after(parse, at, "of").filter(|_| part && parse.pos(at) == Pos::Noun) {
            Some(next) => at = next,
            None => break,
        }
    }
    if parse.pos(at) == Pos::Propn { at } else { place }
}

/// True for a name of a place and for a place noun with its name: "the capital of *Kordun*", "of *Kordun province*".
pub(super) fn lies_around(setting: Setting, outer: usize) -> bool {
    is_place_name(&setting.part.parse, outer) || !named_words(setting, outer).is_empty()
}

/// A place noun together with the name before it: "a hotel in *Kordun province*".
pub(super) fn named_words(setting: Setting, at: usize) -> Vec<(usize, Range<usize>)> {
    let parse = &setting.part.parse;
    let named = is_named_by_noun(setting, at) && parse.name_of(at).is_none();
    let start = || parse.name_of(at - 1).map_or(at - 1, |name| name.tokens.start);
    if named { vec![(at, start()..at + 1)] } else { Vec::new() }
}

/// True for a name of unknown kind between a preposition of place and another place: "a summit at *Velna* in Kestria".
pub(super) fn is_led(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let preposition = parse.head(at);
    let led = parse.pos(at) == Pos::Propn
        && parse.dep(at) == Dep::Pobj
        && matches!(parse.norm(preposition), "at" | "near" | "in" | "outside");
    led && !matches!(
        label(parse, at),
        Some(NameLabel::Person | NameLabel::Event | NameLabel::WorkOfArt | NameLabel::Law)
    ) && !is_known_party(setting, at)
        && parse.children(at).any(|child| {
            child == at + 1
                && matches!(parse.norm(child), "in" | "near")
                && grammar::object_of(parse, child).is_some_and(|outer| label(parse, outer) == Some(NameLabel::Gpe))
        })
        && parse.children(at).all(|child| !matches!(parse.dep(child), Dep::Det | Dep::Amod | Dep::Poss))
}
