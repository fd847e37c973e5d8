//! Who is named behind an office and what it is for?
//!
//! "Minister for Africa Ruth Osei" → `Ruth Osei`. The tree hangs the office before the name, or the name below the office
//! ("Minister for the Middle East Ruth Osei"), where only the list of regions and states tells where the name begins.

use crate::name;
use language::{Dep, NameLabel, Parse, Pos};
use lexicon::{Lexicon, NounClass, TitleClass};
use model::ClaimType;
use std::ops::Range;

/// The words of the name of which `head` is the last, without the office before it.
pub(crate) fn holder(parse: &Parse, lexicon: &Lexicon, head: usize) -> Option<Range<usize>> {
    if parse.pos(head) != Pos::Propn {
        return None;
    }
    behind(parse, lexicon, head).or_else(|| below(parse, lexicon, head))
}

/// The head of the name that the parser hung below an office: `Osei` for `Minister`.
pub(crate) fn holder_of(parse: &Parse, lexicon: &Lexicon, office: usize) -> Option<usize> {
    let object = parse.child(office, Dep::Prep).and_then(|prep| parse.child(prep, Dep::Pobj))?;
    (parse.pos(object) == Pos::Propn && below(parse, lexicon, object).is_some()).then_some(object)
}

/// "Minister for Africa | Ruth Osei": the office hangs on the name.
fn behind(parse: &Parse, lexicon: &Lexicon, head: usize) -> Option<Range<usize>> {
    let office = parse
        .children(head)
        .filter(|&child| child < head)
        .rfind(|&child| matches!(parse.dep(child), Dep::Compound | Dep::Nmod) && is_office(parse, lexicon, child))?;
    parse.children(office).find(|&child| parse.dep(child) == Dep::Prep)?;
    person(parse, lexicon, parse.subtree(office).end..head + 1)
}

/// "Minister for the Middle East | Ruth Osei": the name hangs on the office with the region.
fn below(parse: &Parse, lexicon: &Lexicon, head: usize) -> Option<Range<usize>> {
    let prep = parse.head(head);
    let office = parse.head(prep);
    if parse.dep(head) != Dep::Pobj || office > prep || !is_office(parse, lexicon, office) {
        return None;
    }
    let start = (prep + 1..head).find(|&at| parse.pos(at) == Pos::Propn)?;
    if is_body(parse, lexicon, start..head + 1) {
        return None;
    }
    let region = |end: usize| {
        let words = (start..end).map(|at| parse.word(at)).collect::<Vec<_>>().join(" ");
        lexicon.places.region(&words).is_some()
            || matches!(lexicon.names.find(&words), Some(lexicon::Known::State(_)))
            || lexicon.titles.class(&words.to_lowercase()) == Some(TitleClass::Portfolio)
    };
    // "President of the Union Council | Ruth Osei": the finder parts the person from the body.
    let parted = |end: usize| {
        let person = parse.name_of(head).filter(|name| name.label == NameLabel::Person && name.tokens.start == end);
        let body = parse.name_of(end - 1).is_some_and(|name| name.label == NameLabel::Org);
        person.is_some_and(|name| name.tokens.len() > 1) && body
    };
    let end = (start + 1..head).rev().find(|&end| region(end) || parted(end))?;
    person(parse, lexicon, end..head + 1)
}

/// True for the name of a body that begins with a state: "US Africa Command" is known, "US Mapping Service" says so by its last word.
pub(crate) fn is_body(parse: &Parse, lexicon: &Lexicon, words: Range<usize>) -> bool {
    let last = parse.lower(words.end - 1);
    lexicon.names.find(&name::written(parse, words)).is_some()
        || lexicon.institutions.has(last)
        || lexicon.sources.in_name(last).is_some()
        || lexicon.triggers.nouns(last).any(|frame| frame.claim_type == ClaimType::PartOf)
}

/// A name of at least two words, none of which is one for a force: not "US *Army Central*".
fn person(parse: &Parse, lexicon: &Lexicon, words: Range<usize>) -> Option<Range<usize>> {
    let name = |at: usize| parse.pos(at) == Pos::Propn && !lexicon.nouns.is(parse.lower(at), NounClass::Forces);
    (words.len() > 1 && words.clone().all(name)).then_some(words)
}

fn is_office(parse: &Parse, lexicon: &Lexicon, at: usize) -> bool {
    matches!(lexicon.titles.class(parse.entry(at)), Some(TitleClass::Head | TitleClass::Office))
}
