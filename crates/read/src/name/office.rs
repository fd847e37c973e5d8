//! Which names hold an office, which is nobody's name?
//!
//! "*UN Spokesman* Anton Brek" is a body, its office and a person; "the UN *Special Representative*" is a body with its office.

use language::{Dep, Name, NameLabel, Parse};
use lexicon::{Lexicon, NounClass, TitleClass};

/// The most words of an office.
const LONGEST: usize = 4;

/// Takes the body and the office out of what the finder takes for a person's name: "*UN Spokesman* | Anton Brek". The body is a name
/// of its own.
pub(super) fn before_holder(parse: &Parse, lexicon: &Lexicon, name: &mut Name) -> Option<Name> {
    let tokens = name.tokens.clone();
    if !matches!(name.label, NameLabel::Person | NameLabel::Gpe | NameLabel::Org) || tokens.len() < 3 {
        return None;
    }
    let title = |&at: &usize| {
        let class = lexicon.titles.class(parse.lower(at));
        matches!(class, Some(TitleClass::Head | TitleClass::Office)) && parse.dep(at) == Dep::Compound
    };
    let office = (tokens.start + 1..tokens.end - 1).rev().find(title)?;
    let body = tokens.start..office;
    let known = lexicon.names.find(parse.span(body.clone()).of(parse.text())).is_some();
    let letters = |at: usize| parse.word(at).len() > 1 && parse.word(at).chars().all(char::is_uppercase);
    let sort = |at: usize| lexicon.nouns.is(parse.lower(at), NounClass::Party);
    if !(known || body.len() == 1 && (letters(body.start) || sort(body.start))) {
        return None;
    }
    // "the *Council President* Award": a lone word behind the office may be anything but a person.
    if name.label != NameLabel::Person && tokens.end - office < 3 {
        return None;
    }
    name.label = NameLabel::Person;
    name.tokens.start = office + 1;
    Some(Name { tokens: body, label: NameLabel::Org })
}

/// Leaves of what the finder takes for a body and is an office of one the body alone: "the *UN* Special Representative, Anton Brek";
/// nothing where it is the office alone: "the Kestrian Deputy | Permanent Representative".
pub(super) fn without(parse: &Parse, lexicon: &Lexicon, names: &mut Vec<Name>) {
    names.retain_mut(|name| {
        let tokens = name.tokens.clone();
        let title = |start: usize| {
            let words = parse.span(start..tokens.end).of(parse.text()).to_lowercase();
            matches!(lexicon.titles.class(&words), Some(TitleClass::Head | TitleClass::Office))
        };
        if name.label != NameLabel::Org || !title(tokens.end - 1) {
            return true;
        }
        let known = |end: usize| {
            let words = parse.span(tokens.start..end).of(parse.text());
            lexicon.names.find(words).is_some() || !lexicon.names.demonym(words).is_empty()
        };
        if known(tokens.end) {
            return true;
        }
        let first = tokens.start.max(tokens.end.saturating_sub(LONGEST));
        match (first..tokens.end).find(|&start| title(start)) {
            // "the *Permanent Representative*": of two words at least, for one alone may be all of a name.
            Some(start) if start == tokens.start => tokens.len() == 1,
            Some(start) if known(start) => {
                name.tokens.end = start;
                true
            }
            _ => true,
        }
    });
}
