//! Which words behind a rank are the name of whoever holds it, and which number ends the name of a unit?
//!
//! The finder often sees a part of a long name, takes it for a body, or lets it begin with the rank: "Lt Gen *Anur Rodrin Fal Hask*" is
//! one person. "Carrier Group (CG) *9*", "commander, *CG 9*": units of a navy end with their number.

use super::{capital, touches};
use language::{Dep, Name, NameLabel, Parse, Pos, Tag};
use lexicon::{Lexicon, NounClass, TitleClass};
use std::ops::Range;

/// The longest name of a person that is looked for, in tokens.
const LONGEST: usize = 5;

/// Puts whoever stands behind a rank in place of the pieces that the finder sees of them. `known`: names of the tables.
pub(super) fn persons(parse: &Parse, lexicon: &Lexicon, known: &[Name], all: &mut Vec<Name>) {
    for start in 1..parse.len() {
        let Some(person) = behind_rank(parse, lexicon, start) else { continue };
        let rank = start - 1;
        let touches = |name: &Name| touches(name, &person);
        // What the finder sees may begin with ranks, and with nothing else.
        let piece = |name: &Name| {
            name.tokens.end <= person.end
                && (name.tokens.start..start).all(|at| at == rank || is_rank(parse, lexicon, at, at + 1))
        };
        let whole = |name: &Name| name.tokens == person && name.label == NameLabel::Person;
        if known.iter().any(touches) || all.iter().any(|name| touches(name) && !piece(name)) || all.iter().any(whole) {
            continue;
        }
        all.retain(|name| !touches(name));
        all.push(Name { tokens: person, label: NameLabel::Person });
    }
}

/// The words behind a rank that ends before `start`, up to the one on which they hang.
fn behind_rank(parse: &Parse, lexicon: &Lexicon, start: usize) -> Option<Range<usize>> {
    let own = |at: usize| {
        parse.pos(at) == Pos::Propn
            && capital(parse, at)
            && parse.word(at).chars().any(char::is_lowercase)
            && lexicon.titles.class(lexicon.titles.full(parse.lower(at))).is_none()
    };
    let plain = |at: usize| {
        lexicon.nouns.classes(parse.lower(at)).is_empty()
            && lexicon.places.type_word(parse.lower(at)).is_none()
            && lexicon.names.demonym(parse.word(at)).is_empty()
    };
    let ranked = || (start.saturating_sub(3)..start).any(|first| is_rank(parse, lexicon, first, start));
    // "spokesman *Anur Rodrin Hask*"
    let office = || {
        let title = start - 1;
        parse.pos(title) == Pos::Noun
            && parse.dep(title) == Dep::Compound
            && matches!(lexicon.titles.class(parse.lower(title)), Some(TitleClass::Head | TitleClass::Office))
    };
    if !own(start) || !plain(start) || !(capital(parse, start - 1) && ranked() || office()) {
        return None;
    }
    let end =
        (start..parse.len().min(start + LONGEST)).find(|&at| !own(at)).unwrap_or(parse.len().min(start + LONGEST));
    let last = (start + 1..end).find(|&at| parse.dep(at) != Dep::Compound)?;
    let inside = (start..last).all(|at| parse.dep(at) == Dep::Compound && (start..=last).contains(&parse.head(at)));
    let goes_on = last + 1 < parse.len() && parse.pos(last + 1) == Pos::Propn && parse.head(last + 1) == last;
    (inside && plain(last) && !goes_on && parse.tag(last) == Tag::Nnp).then_some(start..last + 1)
}

/// True for words that are a rank: "General", "Gen", "Captain 1st Rank".
fn is_rank(parse: &Parse, lexicon: &Lexicon, first: usize, end: usize) -> bool {
    let titles = &lexicon.titles;
    if end == first + 1 {
        return titles.class(titles.full(parse.lower(first))) == Some(TitleClass::Rank);
    }
    titles.begins(parse.lower(first))
        && titles.class(&parse.span(first..end).of(parse.text()).to_lowercase()) == Some(TitleClass::Rank)
}

/// Takes the office out of what the finder takes for one name of a unit, "*Commander* | Task Group Anvil", and parts the names of two:
/// "Battery A, | 1st Battalion".
pub(super) fn units(parse: &Parse, lexicon: &Lexicon, all: &mut Vec<Name>) {
    let forces = |at: usize| lexicon.nouns.is(parse.lower(at), NounClass::Forces);
    let mut larger = Vec::new();
    for name in all.iter_mut().filter(|name| name.label == NameLabel::Org && name.tokens.len() > 2) {
        let head = lexicon.titles.class(parse.lower(name.tokens.start)) == Some(TitleClass::Head);
        if head && (name.tokens.start + 1..name.tokens.end).any(forces) {
            name.tokens.start += 1;
            let end = name.tokens.end;
            let hung = |at: usize| at < parse.len() && parse.pos(at) == Pos::Propn && parse.head(end - 1) == at;
            name.tokens.end += usize::from(hung(end) && parse.dep(end - 1) == Dep::Compound);
        }
        let ordinal = |at: usize| parse.word(at).starts_with(|first: char| first.is_ascii_digit());
        // "2nd Division of | Ivo Tarn's | 17th Army": whose the larger one is does not end the name of the smaller.
        let of = name.tokens.clone().find(|&at| parse.norm(at) == "of" && at > name.tokens.start);
        if let Some(of) = of
            && parse.tag(name.tokens.end - 1) == Tag::Pos
            && (name.tokens.start..of).any(forces)
            && !(of + 1..name.tokens.end).any(forces)
        {
            larger.push(Name { tokens: of + 1..name.tokens.end, label: NameLabel::Person });
            name.tokens.end = of;
            continue;
        }
        let Some(comma) = name.tokens.clone().find(|&at| parse.word(at) == ",") else { continue };
        let (before, behind) = (name.tokens.start..comma, comma + 1..name.tokens.end);
        if behind.is_empty() {
            name.tokens.end = comma;
        } else if before.clone().any(forces) && ordinal(behind.start) && behind.clone().any(forces) {
            name.tokens.end = comma;
            larger.push(Name { tokens: behind, label: NameLabel::Org });
        }
    }
    all.extend(larger);
}

/// Lets the names of units take in their number, behind their short form as well: "Carrier Group (CG) *9*", and finds the short forms
/// that only a title shows to be units: "commander, *CG 9*".
pub(super) fn numbered(parse: &Parse, lexicon: &Lexicon, known: &[Name], all: &mut Vec<Name>) {
    let number = |at: usize| {
        at < parse.len()
            && parse.word(at).len() <= 4
            && parse.word(at).chars().all(|sign| sign.is_ascii_digit())
            && (parse.head(at) < at || parse.dep(at) != Dep::Nummod)
            && !(at + 1 < parse.len() && matches!(parse.pos(at + 1), Pos::Noun | Pos::Num))
    };
    let mut longer: Vec<Range<usize>> = Vec::new();
    for name in all.iter().filter(|name| name.label == NameLabel::Org) {
        let end = name.tokens.end;
        let bracket = end + 2 < parse.len() && parse.word(end) == "(" && parse.word(end + 2) == ")";
        let forces = lexicon.nouns.is(parse.lower(end - 1), NounClass::Forces);
        if bracket && forces && is_letters(parse.word(end + 1)) && number(end + 3) {
            longer.push(name.tokens.start..end + 4);
        }
    }
    for at in 2..parse.len().saturating_sub(1) {
        let title = at - 1 - usize::from(parse.word(at - 1) == ",");
        let led = || matches!(lexicon.titles.class(parse.lower(title)), Some(TitleClass::Head | TitleClass::Rank));
        let free = || all.iter().all(|name| !name.tokens.contains(&at));
        if is_letters(parse.word(at)) && number(at + 1) && led() && free() {
            longer.push(at..at + 2);
        }
    }
    longer.retain(|tokens| !known.iter().any(|name| touches(name, tokens)));
    for tokens in longer {
        all.retain(|name| !touches(name, &tokens));
        all.push(Name { tokens, label: NameLabel::Org });
    }
}

fn is_letters(word: &str) -> bool {
    word.len() > 1 && word.chars().all(|sign| sign.is_ascii_uppercase())
}
