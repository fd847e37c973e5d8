//! Which names are those of bodies, and which of persons, by the words around them?
//!
//! "the *May 9 Movement*" is a movement and no day, "the militia group *Tavan Front*" a front and no person; whoever "was born" is somebody.

use super::capital;
use crate::class;
use language::{Dep, Name, NameLabel, Parse, Pos, Tag};
use lexicon::{Known, Lexicon, NounClass, TitleClass};
use std::ops::Range;

/// True for the day by which a body is called: "the *May 9* Movement".
pub(super) fn is_dated(parse: &Parse, lexicon: &Lexicon, name: &Name) -> bool {
    let (start, end) = (name.tokens.start, name.tokens.end);
    let the = |at: usize| parse.norm(at) == "the";
    name.label == NameLabel::Date
        && (the(start) || start > 0 && the(start - 1))
        && end < parse.len()
        && parse.word(end).starts_with(char::is_uppercase)
        && lexicon.nouns.is(parse.lower(end), NounClass::Party)
}

/// True for a name that the finder takes for a person's right behind the sort of a body, or behind "the" with a word for one at its end:
/// "the militia group *Tavan Dawn*", "the *Tavan Brigade*".
pub(super) fn is_behind_sort(parse: &Parse, lexicon: &Lexicon, name: &Name) -> bool {
    let (start, last) = (name.tokens.start, name.tokens.end - 1);
    if name.label != NameLabel::Person || name.tokens.len() == 1 || start == 0 {
        return false;
    }
    let (sort, word) = (start - 1, parse.lower(last));
    let body = |word: &str| lexicon.nouns.is(word, NounClass::Party) && !lexicon.nouns.is(word, NounClass::People);
    parse.pos(sort) == Pos::Noun && parse.tag(sort) == Tag::Nn && body(parse.entry(sort))
        || parse.norm(sort) == "the" && body(word)
}

/// Takes the state out of what the finder takes for a person's name: "Brek of | *Kestria*". It is a name of its own.
pub(super) fn of_state(parse: &Parse, lexicon: &Lexicon, name: &mut Name) -> Option<Name> {
    let tokens = name.tokens.clone();
    let of = (tokens.start + 1..tokens.end.saturating_sub(1)).find(|&at| parse.word(at) == "of")?;
    let state = parse.span(of + 1..tokens.end).of(parse.text());
    let known = matches!(lexicon.names.find(state), Some(Known::State(_)));
    if name.label != NameLabel::Person || !known {
        return None;
    }
    name.tokens.end = of;
    Some(Name { tokens: of + 1..tokens.end, label: NameLabel::Gpe })
}

/// Takes the state before a person's name out of it where a title leads to it: "Minister of | *Kestria* | Anton Brek". It is a name of
/// its own.
pub(super) fn behind_state(parse: &Parse, lexicon: &Lexicon, name: &mut Name) -> Option<Name> {
    let tokens = name.tokens.clone();
    let title = tokens.start.checked_sub(2).filter(|_| parse.word(tokens.start - 1) == "of")?;
    let held = lexicon.titles.class(parse.lower(title)).is_some() && parse.word(title).starts_with(char::is_uppercase);
    let state = |end: usize| {
        matches!(lexicon.names.find(parse.span(tokens.start..end).of(parse.text())), Some(Known::State(_)))
    };
    let end = (tokens.start + 1..tokens.end).rev().find(|&end| state(end))?;
    // "the chief of staff of the Kestrian *Army*", "the head of the Kestrian Defence *Forces*"
    let person = (end..tokens.end).all(|at| {
        parse.pos(at) == Pos::Propn
            && parse.word(at).starts_with(char::is_uppercase)
            && !class::is_noun(lexicon, parse.lower(at))
    });
    if !held || !person || !matches!(name.label, NameLabel::Person | NameLabel::Org | NameLabel::Gpe) {
        return None;
    }
    *name = Name { tokens: end..tokens.end, label: NameLabel::Person };
    Some(Name { tokens: tokens.start..end, label: NameLabel::Gpe })
}

/// Takes who is called by an alias for a person: "captured alias *Wolf*".
pub(super) fn aliases(parse: &Parse, all: &mut Vec<Name>) {
    let alias = |at: usize| parse.norm(at) == "alias";
    for name in all.iter_mut().filter(|name| alias(name.tokens.start) && name.tokens.len() > 1) {
        name.tokens.start += 1;
    }
    for at in (1..parse.len()).filter(|&at| alias(at - 1) && parse.pos(at) == Pos::Propn) {
        match all.iter_mut().find(|name| name.tokens.contains(&at)) {
            Some(name) => name.label = NameLabel::Person,
            None => all.push(Name { tokens: at..at + 1, label: NameLabel::Person }),
        }
    }
}

/// Takes a name of one word for a person's where the words around it say so: "*Orvek* was born in Velna", "*Orvek*, who led them, fled".
pub(super) fn persons(parse: &Parse, lexicon: &Lexicon, all: &mut Vec<Name>) {
    let somebody = |at: usize| {
        if parse.tag(at) != Tag::Nnp || !parse.children(at).all(|child| child > at) {
            return false;
        }
        let verb = parse.head(at);
        let born = parse.dep(at) == Dep::Nsubjpass && parse.lemma(verb) == "bear" && parse.tag(verb) == Tag::Vbn;
        let who = |clause: usize| {
            parse.dep(clause) == Dep::Relcl
                && parse.child(clause, Dep::Nsubj).is_some_and(|who| parse.norm(who) == "who")
        };
        // "*Orvek* became commander of the fleet", not a state or a town that leads others.
        let title = |attr: usize| {
            let word = parse.entry(attr);
            lexicon.titles.class(word).is_some() && lexicon.nouns.is(word, NounClass::People)
        };
        let place = parse.name_of(at).is_some_and(|name| matches!(name.label, NameLabel::Gpe | NameLabel::Loc));
        let named = parse.dep(at) == Dep::Nsubj
            && matches!(parse.lemma(verb), "be" | "become")
            && parse.child(verb, Dep::Attr).is_some_and(title)
            && !place;
        born || named || parse.children(at).any(who)
    };
    let unknown =
        |at: usize| lexicon.names.find(parse.word(at)).is_none() && lexicon.nouns.classes(parse.lower(at)).is_empty();
    // "the chairman of the council, *Moru Faki Hald*, spoke": whoever stands beside an office holds it.
    let holds = |name: &&mut Name| {
        let last = name.tokens.end - 1;
        let title = || {
            let office = parse.entry(parse.head(last));
            matches!(lexicon.titles.class(office), Some(TitleClass::Head | TitleClass::Office))
        };
        let beside = parse.dep(last) == Dep::Appos
            && name.tokens.start > 0
            && parse.word(name.tokens.start - 1) == ","
            && parse.tag(parse.head(last)) != Tag::Nns;
        (2..=4).contains(&name.tokens.len())
            && matches!(name.label, NameLabel::Org | NameLabel::Product | NameLabel::WorkOfArt)
            && beside
            && title()
            && name.tokens.clone().all(|at| parse.tag(at) == Tag::Nnp && unknown(at))
    };
    for name in all.iter_mut().filter(holds) {
        name.label = NameLabel::Person;
    }
    for at in (0..parse.len()).filter(|&at| somebody(at) && unknown(at)) {
        match all.iter_mut().find(|name| name.tokens.contains(&at)) {
            Some(name) if name.tokens.len() == 1 => name.label = NameLabel::Person,
            Some(_) => {}
            None => all.push(Name { tokens: at..at + 1, label: NameLabel::Person }),
        }
    }
}

/// Persons behind an office or rank whom the finder does not see at all: "spokesman *Anur Brekhash*". `taken`: the words of all names.
pub(super) fn behind_titles(parse: &Parse, lexicon: &Lexicon, taken: &[Range<usize>]) -> Vec<Name> {
    let own = |at: usize| {
        if parse.tag(at) != Tag::Nnp || !capital(parse, at) || !parse.word(at).chars().any(char::is_lowercase) {
            return false;
        }
        let word = parse.lower(at);
        lexicon.nouns.classes(word).is_empty()
            && lexicon.places.type_word(word).is_none()
            && lexicon.titles.class(word).is_none()
            && lexicon.names.demonym(parse.word(at)).is_empty()
            && lexicon.names.find(parse.word(at)).is_none()
            && lexicon.calendar.get(word).is_none()
            && !taken.iter().any(|name| name.contains(&at))
    };
    let class = |at: usize| lexicon.titles.class(parse.lower(at));
    let titled = |start: usize| {
        let title = start.checked_sub(1).and_then(class);
        matches!(title, Some(TitleClass::Head | TitleClass::Office | TitleClass::Rank))
    };
    let mut found = Vec::new();
    for start in 1..parse.len() {
        if !own(start) || own(start - 1) || !titled(start) {
            continue;
        }
        let end = (start..parse.len()).find(|&at| !own(at)).unwrap_or(parse.len());
        // The words of a longer name go on: "Captain *Anur Bay*".
        let goes_on = end < parse.len() && parse.pos(end) == Pos::Propn;
        if (2..=3).contains(&(end - start)) && !goes_on && parse.dep(end - 1) != Dep::Compound {
            found.push(Name { tokens: start..end, label: NameLabel::Person });
        }
    }
    found
}
