//! What is an office for, or where is it held, that stands between it and its holder?
//!
//! "Deputy Minister *for Arab and African Affairs* Ruth Osei met", "Ambassador *to Kestria* Ruth Osei": the engine takes the field into
//! the name, or the name for a second one beside the office.

use language::{Parse, Pos};
use lexicon::{Known, Lexicon, TitleClass};
use std::ops::Range;

/// The most words of a field.
const LONGEST: usize = 9;

/// The most words of a name.
const LONGEST_NAME: usize = 5;

/// The bytes of the field that begins at a token, with the blank behind it, where a name of two words or with a form of address follows.
pub(super) fn cut(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Range<usize>> {
    let post = matches!(parse.norm(at), "to" | "at");
    if parse.norm(at) != "for" && !post {
        return None;
    }
    let written = |office: &usize| post || parse.word(*office).starts_with(char::is_uppercase);
    let office = at.checked_sub(1).filter(written)?;
    let class = |at: usize| lexicon.titles.class(parse.lower(at));
    let holds = |at: usize| matches!(class(at), Some(TitleClass::Head | TitleClass::Office));
    // "Secretary-*General* for"
    let half = || office >= 2 && parse.word(office - 1) == "-" && holds(office - 2);
    if !holds(office) && !half() {
        return None;
    }
    let end = parse.sentences()[parse.sentence_of(at)].end;
    let large = |at: usize| at < end && parse.word(at).starts_with(|letter: char| letter.is_ascii_uppercase());
    let joins = |at: usize| at < end && matches!(parse.norm(at), "and" | "of" | "the" | "&" | "," | "-");
    let run = (at + 1..end.min(at + 1 + LONGEST)).take_while(|&word| large(word) || joins(word)).last()? + 1;
    let name = |start: usize| {
        let words = (start..end).take_while(|&word| large(word) && parse.pos(word) == Pos::Propn).count();
        let bare = || !matches!(class(start), Some(TitleClass::Portfolio | TitleClass::Head | TitleClass::Office));
        (2..=LONGEST_NAME).contains(&words) && bare()
    };
    let region = |end: usize| {
        (at + 1..end).any(|start| {
            let words = parse.span(start..end).of(parse.text());
            lexicon.places.region(words).is_some() || matches!(lexicon.names.find(words), Some(Known::State(_)))
        })
    };
    // "Minister for Defence | General Brek", "Secretary for Political Affairs | Ruth Osei": the last words of the field say what it is.
    let field = |last: usize| class(last) == Some(TitleClass::Portfolio) || large(last) && region(last + 1);
    // "Ambassador to Kestria | Ruth Osei", "envoy to the United Nations | Ruth Osei": a state or body that the tables know, or one word.
    let start = at + 1 + usize::from(at + 1 < end && parse.norm(at + 1) == "the");
    let known =
        |last: usize| start <= last && lexicon.names.find(parse.span(start..last + 1).of(parse.text())).is_some();
    // "Adviser to the President | Ruth Osei"
    let whom = |last: usize| class(last).is_none() || start > at + 1 && class(last) == Some(TitleClass::Head);
    let lone = |last: usize| start == last && whom(last) && parse.word(office).starts_with(char::is_uppercase);
    let field = |last: usize| if post { large(last) && (known(last) || lone(last)) } else { field(last) };
    let last = (at + 1..run).rev().find(|&word| name(word + 1) && field(word))?;
    Some(parse.token(at).span.start as usize..parse.token(last + 1).span.start as usize)
}
