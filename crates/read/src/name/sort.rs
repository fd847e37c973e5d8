//! Which names say by a word for their sort what they are?
//!
//! "Task *Force* Anvil", "the 2nd *Division*", "*HMS* Lasta" are bodies by the word for what they are, whatever the finder sees,
//! and "the *F-7* Sky Hawks" a type by its letter and number.

use super::{capital, touches};
use language::{Dep, Name, NameLabel, Parse, Pos, Tag};
use lexicon::{Lexicon, NounClass, TitleClass};
use model::SourceKind;
use std::ops::Range;

/// Names that say by a word of theirs what they are, where the finder sees nothing, a part or another sort of thing: "Task *Force*
/// Anvil", "the 2nd *Division*", "*Company* B", "the Labour *Party*", "*HMS* Lasta".
pub(super) fn told(parse: &Parse, lexicon: &Lexicon, known: &[Name]) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    for at in 0..parse.len() {
        if is_regiment(parse, lexicon, at) && !known.iter().any(|name| name.tokens.contains(&at)) {
            found.push(Name { tokens: at - 1..at + 1, label: NameLabel::Org });
            continue;
        }
        if parse.pos(at) != Pos::Propn || !capital(parse, at) || parse.tag(at) == Tag::Nnps {
            continue;
        }
        if is_numbered_accord(parse, lexicon, at) {
            found.push(Name { tokens: at..at + 2, label: NameLabel::Law });
            continue;
        }
        let classes = lexicon.nouns.classes(parse.norm(at));
        let tokens =
            if classes.contains(&NounClass::Party) && !is_people_or_land(classes) || is_front(parse, lexicon, at) {
                around(parse, lexicon, at)
            } else if classes == [NounClass::Vehicle] && parse.word(at).chars().all(char::is_uppercase) {
                at..behind(parse, lexicon, at)
            } else {
                continue;
            };
        let own = |word: usize| word != at && is_own(parse, lexicon, word);
        let free = || tokens.clone().filter_map(|word| parse.name_of(word)).all(|name| is_free(name, &tokens, at));
        let new =
            || parse.name_of(at).is_none_or(|name| name.label != NameLabel::Org || name.tokens.start > tokens.start);
        let taken = |name: &Name| touches(name, &tokens);
        if tokens.len() > 1 && tokens.clone().any(own) && new() && free() && !known.iter().chain(&found).any(taken) {
            found.push(Name { tokens, label: NameLabel::Org });
        }
    }
    found
}

/// True for soldiers or arms in the plural behind a number: "the 4th *Rifles*", "the 9th *Lancers*", where the finder sees at most the
/// number.
fn is_regiment(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    use NounClass::{Arms, Forces, People, Vehicle};
    let Some(number) = at.checked_sub(1).filter(|&number| is_ordinal(parse, number)) else { return false };
    let suffix = parse.word(number).ends_with(|last: char| last.is_ascii_lowercase());
    let finder = [number, at].into_iter().filter_map(|word| parse.name_of(word));
    let soldiers =
        |classes: &[NounClass]| classes.iter().all(|class| matches!(class, Arms | Forces | People | Vehicle));
    suffix
        && parse.pos(at) == Pos::Propn
        && parse.tag(at) == Tag::Nnps
        && capital(parse, at)
        && parse.head(number) == at
        && finder
            .into_iter()
            .all(|name| matches!(name.label, NameLabel::Ordinal | NameLabel::Cardinal) && name.tokens.len() == 1)
        && soldiers(lexicon.nouns.classes(&parse.norm(at).to_lowercase()))
        && soldiers(lexicon.nouns.classes(parse.norm(at).trim_end_matches('s')))
}

fn is_people_or_land(classes: &[NounClass]) -> bool {
    use NounClass::{Deed, People, Place};
    classes.iter().any(|class| matches!(class, Deed | People | Place))
}

/// True for "Front" at the end of a name that calls no part of a war so: "the *Tavan Front*", not "the Eastern Front".
fn is_front(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    let word = parse.lower(at);
    let before = at.checked_sub(1).filter(|&before| parse.head(before) == at);
    lexicon.nouns.classes(word) == [NounClass::Place]
        && lexicon.sources.noun(word) == Some(SourceKind::Organisation)
        && before.is_some_and(|before| !lexicon.place_words.is_direction(parse.lower(before)))
}

/// The run of a word for a body and the capitals and numbers that hang on it or that it stands before.
fn around(parse: &Parse, lexicon: &Lexicon, at: usize) -> Range<usize> {
    let end = behind(parse, lexicon, at);
    let before = |&word: &usize| {
        let hung = matches!(parse.dep(word), Dep::Compound | Dep::Amod | Dep::Nmod | Dep::Nummod)
            && (word + 1..end).contains(&parse.head(word));
        // "*Commander* Task Group Anvil" leads it.
        let leads = lexicon.titles.class(parse.lower(word)) == Some(TitleClass::Head);
        hung && !leads && (parse.pos(word) == Pos::Propn && capital(parse, word) || is_ordinal(parse, word))
    };
    (0..at).rev().take_while(before).last().unwrap_or(at)..end
}

/// One past the name that a word for its sort stands before: `Anvil` in "Task Force Anvil", `B` in "Company B".
fn behind(parse: &Parse, lexicon: &Lexicon, at: usize) -> usize {
    let next = at + 1;
    if next >= parse.len() {
        return next;
    }
    let name = parse.dep(at) == Dep::Compound && parse.head(at) == next && parse.pos(next) == Pos::Propn;
    let number = parse.dep(next) == Dep::Nummod
        && parse.head(next) == at
        && parse.word(next).bytes().all(|byte| byte.is_ascii_digit());
    // "9th Wing *Commander* Brek" leads it.
    let name = name && lexicon.titles.class(parse.lower(next)).is_none() && capital(parse, next);
    // "Task Group Anvil *5*"
    let digits = |at: usize| parse.word(at).bytes().all(|byte| byte.is_ascii_digit());
    let further = || next + 1 < parse.len() && parse.dep(next + 1) == Dep::Nummod && parse.head(next + 1) == next;
    next + usize::from(name || number) + usize::from(name && further() && digits(next + 1))
}

/// True for a word that makes a name of a word for a sort: a number, a letter, a word that is no noun of the tables.
fn is_own(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    let word = parse.norm(at);
    word.starts_with(|first: char| first.is_ascii_digit())
        || word.len() == 1
        || lexicon.nouns.classes(&word.to_lowercase()).is_empty()
            && lexicon.titles.class(&word.to_lowercase()).is_none()
            && lexicon.names.demonym(word).is_empty()
}

fn is_ordinal(parse: &Parse, at: usize) -> bool {
    let word = parse.word(at);
    let digits = word.trim_end_matches(|last: char| last.is_ascii_lowercase());
    matches!(word.len() - digits.len(), 0 | 2) && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// True for what the finder sees inside a run that may be another name: a body inside it, or what is no name of somebody or some
/// place.
fn is_free(name: &Name, tokens: &Range<usize>, sort: usize) -> bool {
    use NameLabel::{Gpe, Loc, Norp, Person};
    let inside = tokens.start <= name.tokens.start && name.tokens.end <= tokens.end;
    // "the 2nd *Velna Division*" is no place.
    let unit = matches!(name.label, Gpe | Loc) && name.tokens.start < sort && name.tokens.contains(&sort);
    inside && (unit || !matches!(name.label, Gpe | Loc | Norp | Person))
        || name.label == Person && name.tokens == *tokens
}

/// True for "*Resolution* 2328", which the finder takes for a date.
fn is_numbered_accord(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    let dated = parse.name_of(at).is_some_and(|name| name.label == NameLabel::Date && name.tokens == (at..at + 2));
    dated && parse.pos(at + 1) == Pos::Num && lexicon.nouns.is(parse.norm(at), NounClass::Accord)
}

/// Makes names of types out of those that the finder takes for something else, with what it sees of their letter and number.
pub(super) fn types(parse: &Parse, known: &[Name], all: &mut Vec<Name>) {
    let told: Vec<Range<usize>> = all
        .iter()
        .filter_map(|name| type_of(parse, name).map(|start| start..name.tokens.end))
        .filter(|tokens| !known.iter().any(|name| touches(name, tokens)))
        .collect();
    for tokens in told {
        all.retain(|name| !touches(name, &tokens));
        all.push(Name { tokens, label: NameLabel::Product });
    }
}

/// Where the name of a type of aircraft or vehicle begins that the finder takes for something else, by the letter and number before it:
/// "the *F-7* Sky Hawks", "two *Su-9A* | Kestrels".
fn type_of(parse: &Parse, name: &Name) -> Option<usize> {
    use NameLabel::{Gpe, Loc, Norp, Org, Person, WorkOfArt};
    let last = name.tokens.end - 1;
    let coded = |&at: &usize| {
        let (letters, number) = parse.word(at).split_once('-').unwrap_or_default();
        (1..=3).contains(&letters.len())
            && letters.starts_with(|first: char| first.is_ascii_uppercase())
            && (letters.len() < 3 || letters.contains(char::is_lowercase))
            && letters.chars().all(|sign| sign.is_ascii_alphabetic())
            && number.starts_with(|first: char| first.is_ascii_digit())
    };
    if !matches!(name.label, Gpe | Loc | Norp | Org | Person | WorkOfArt) || !capital(parse, last) {
        return None;
    }
    let first = name.tokens.clone().find(|&at| parse.pos(at) != Pos::Det).filter(|&first| first < last);
    let before = name.tokens.start.checked_sub(1).filter(|&at| parse.dep(at) == Dep::Compound);
    let before = before.filter(|&at| name.tokens.contains(&parse.head(at)));
    first.filter(coded).or(before.filter(coded))
}
