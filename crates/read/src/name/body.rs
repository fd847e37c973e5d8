//! Which names are those of bodies by the words in them and before them?
//!
//! "the *May 9 Movement*" is a movement and no day, "the militia group *Tavan Front*" a front and no person.

use language::{Name, NameLabel, Parse, Pos, Tag};
use lexicon::{Lexicon, NounClass};

/// True for the day by which a body is called: "the *May 9* Movement".
pub(super) fn is_dated(parse: &Parse, lexicon: &Lexicon, name: &Name) -> bool {
    let (start, end) = (name.tokens.start, name.tokens.end);
    let the = |at: usize| parse.norm(at) == "the";
    name.label == NameLabel::Date
        && (the(start) || start > 0 && the(start - 1))
        && end < parse.len()
        && parse.word(end).starts_with(char::is_uppercase)
        && lexicon.nouns.is(&parse.lower(end), NounClass::Party)
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
    parse.pos(sort) == Pos::Noun && parse.tag(sort) == Tag::Nn && body(&parse.entry(sort))
        || parse.norm(sort) == "the" && body(&word)
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
