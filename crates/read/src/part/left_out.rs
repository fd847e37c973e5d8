//! Which marks inside names and words take apart what is one?
//!
//! "Free Tavan Army (*FTA*) fighters": with the short form in brackets the engine takes the name and the fighters apart, and "re*-*captured"
//! is three words to it, "Minister *Dr.* Ruth Osei" two and "Anton *“Tony”* Brek" no name; "Tavan (*Тавань*) fell" has a name in letters that it does not know, and of "Anton
//! Brek (*34*), Ivo Hald (*29*) and Ruth Osei (*41*) died" it takes the first to have died. It is shown the text without them, and
//! each word then stands where it stands in the text.

mod field;

use language::{Parse, Pos};
use lexicon::{Lexicon, TitleClass};
use std::ops::Range;

/// The most letters of a short form.
const LONGEST: usize = 12;

/// The most bytes of a bracket with a name in other letters.
const LONGEST_BRACKET: usize = 400;

/// The years of the oldest whose age a bracket can tell.
const OLDEST: u8 = 115;

/// The parse of a text in which such brackets and hyphens have no words.
pub(crate) fn parse<'a>(text: &'a str, parse: &impl Fn(&str) -> Parse<'_>, lexicon: &Lexicon) -> Parse<'a> {
    let plain = parse(text);
    let cut = |at: usize| {
        let hyphen = || prefix_hyphen(&plain, at);
        let field = || field::cut(&plain, at, lexicon);
        let address = || style(&plain, at, lexicon);
        let nickname = || nickname(&plain, at, lexicon);
        let found = short_form(&plain, at).or_else(hyphen).or_else(address).or_else(field);
        found.or_else(|| age(&plain, at)).or_else(nickname)
    };
    let mut cuts: Vec<Range<usize>> = (0..plain.len()).filter_map(cut).collect();
    let touches = |range: &Range<usize>, cut: &Range<usize>| range.start < cut.end && cut.start < range.end;
    let foreign: Vec<Range<usize>> = foreign_brackets(text).collect();
    cuts.retain(|cut| !foreign.iter().any(|bracket| touches(bracket, cut)));
    cuts.extend(foreign);
    cuts.sort_by_key(|cut| cut.start);
    if cuts.is_empty() {
        return plain.over(text);
    }
    let mut shown = String::new();
    let mut from = 0;
    for cut in &cuts {
        shown.push_str(&text[from..cut.start]);
        from = cut.end;
    }
    shown.push_str(&text[from..]);
    parse(&shown).within(text, &cuts)
}

/// A form of address between an office and its holder, with the blank behind it: "Foreign Minister *Dr.* Ruth Osei".
fn style(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Range<usize>> {
    let (before, next) = (at.checked_sub(1)?, at + 1);
    // Each word of a text is asked: what needs no look-up comes first.
    let named = next < parse.len() && parse.pos(next) == Pos::Propn && parse.sentence_of(next) == parse.sentence_of(at);
    let class = |at: usize| lexicon.titles.class(parse.lower(at));
    if !named || !parse.token(at).space_after || class(at) != Some(TitleClass::Style) {
        return None;
    }
    let stands = match class(before)? {
        TitleClass::Head | TitleClass::Office | TitleClass::Portfolio => true,
        TitleClass::Rank => parse.pos(before) == Pos::Propn,
        _ => false,
    };
    stands.then(|| parse.token(at).span.start as usize..parse.token(next).span.start as usize)
}

/// A word in quotation marks inside the name of a person, with the blank before it: "Gen. Anton *“Tony”* Brek".
fn nickname(parse: &Parse, open: usize, lexicon: &Lexicon) -> Option<Range<usize>> {
    if !matches!(parse.word(open), "“" | "\"" | "‘" | "``") {
        return None;
    }
    let sentence = parse.sentences()[parse.sentence_of(open)].clone();
    let (word, close, next) = (open + 1, open + 2, open + 3);
    let marks =
        sentence.contains(&next) && open > sentence.start && matches!(parse.word(close), "”" | "\"" | "’" | "''");
    let capital = |at: usize| parse.word(at).starts_with(char::is_uppercase) && parse.pos(at) == Pos::Propn;
    let spaced = || parse.token(open - 1).space_after && parse.token(close).space_after;
    // "the Tavan “Falcon” *Brigade*" is no person.
    let given = || {
        let noun = |at: usize| !lexicon.nouns.classes(parse.lower(at)).is_empty();
        !noun(open - 1) && !noun(next) && lexicon.titles.class(parse.lower(open - 1)).is_none()
    };
    let named = marks && capital(open - 1) && capital(word) && capital(next) && spaced() && given();
    named.then(|| parse.token(open - 1).span.end as usize..parse.token(close).span.end as usize)
}

/// The hyphen behind a prefix that repeats or answers a deed: "re-captured", "counter-attacked", which the engine takes for one word or
/// three.
fn prefix_hyphen(parse: &Parse, first: usize) -> Option<Range<usize>> {
    let start = parse.token(first).span.start as usize;
    let behind = |prefix: &str| {
        let words = parse.text()[start..].strip_prefix(prefix).filter(|words| words.starts_with('-'))?;
        Some((start + prefix.len(), &words[1..]))
    };
    let again = ["re", "Re"].into_iter().find_map(behind);
    let again = again.filter(|(_, words)| words.starts_with(|letter: char| letter.is_ascii_lowercase()));
    let back = || ["counter", "Counter"].into_iter().find_map(behind).filter(|(_, words)| words.starts_with("attack"));
    again.or_else(back).map(|(hyphen, _)| hyphen..hyphen + 1)
}

/// The bytes of a bracket that opens at a token, with the blank before it, where capitals stand in it and a noun right behind it.
fn short_form(parse: &Parse, open: usize) -> Option<Range<usize>> {
    if parse.word(open) != "(" {
        return None;
    }
    let (form, close, next) = (open + 1, open + 2, open + 3);
    let sentence = parse.sentences()[parse.sentence_of(open)].clone();
    let word = |at: usize| if sentence.contains(&at) { parse.word(at) } else { "" };
    let capitals = |word: &str| {
        (2..=LONGEST).contains(&word.len()) && word.bytes().all(|letter| letter.is_ascii_uppercase() || letter == b'-')
    };
    let brackets = word(close) == ")" && capitals(word(form));
    let named = open > sentence.start && parse.pos(open - 1) == Pos::Propn && parse.token(open - 1).space_after;
    let noun = sentence.contains(&next)
        && matches!(parse.pos(next), Pos::Noun | Pos::Propn | Pos::Adj)
        && parse.token(close).space_after;
    (brackets && named && noun).then(|| parse.token(open).span.start as usize - 1..parse.token(close).span.end as usize)
}

/// The bytes of an age behind a name, with the blank before it: "Anton Brek* (34)*"; between commas only in a row of names, "Anton
/// Brek*, 34*, Ivo Hald".
fn age(parse: &Parse, at: usize) -> Option<Range<usize>> {
    if !matches!(parse.word(at), "(" | ",") {
        return None;
    }
    let sentence = parse.sentences()[parse.sentence_of(at)].clone();
    let word = |at: usize| if sentence.contains(&at) { parse.word(at) } else { "" };
    let named = |at: usize| sentence.contains(&at) && parse.pos(at) == Pos::Propn;
    let (years, close) = (at + 1, at + 2);
    let person = at >= sentence.start + 2 && named(at - 1) && named(at - 2);
    if !person || !word(years).parse().is_ok_and(|age: u8| (1..=OLDEST).contains(&age)) {
        return None;
    }
    let name = |at: usize| named(at) && named(at + 1);
    // The first of the words of the name.
    let first = (sentence.start..at).rev().take_while(|&at| named(at)).last().unwrap_or(at);
    let joins = |at: usize| sentence.contains(&at) && word(at) == "and";
    let last = first.checked_sub(1).is_some_and(joins);
    let alone = first == sentence.start || word(first - 1) != ",";
    let (from, to) = match (word(at), word(close)) {
        ("(", ")") => (at, close),
        (",", ",") if name(close + 1) => (at, years),
        // "Anton Brek*, 34,* and Ivo Hald*, 29,* fled"
        (",", ",") if joins(close + 1) && name(close + 2) => (at, if alone { close } else { years }),
        (",", ",") if last => (at, close),
        (",", _) if last => (at, years),
        _ => return None,
    };
    Some(parse.token(from - 1).span.end as usize..parse.token(to).span.end as usize)
}

/// The brackets that have words in letters other than Latin ones, each with the blank before it: "Tavan *(Тавань)* fell".
fn foreign_brackets(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let latin = |letter: char| letter < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&letter);
    let foreign = move |letter: char| letter.is_alphabetic() && !latin(letter);
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let open = from + text[from..].find(" (")?;
            let end = text.floor_char_boundary((open + LONGEST_BRACKET).min(text.len()));
            from = open + 2;
            let Some(close) = text[from..end].find([')', '(', '\n']).map(|length| from + length) else { continue };
            if text[close..].starts_with(')') && text[from..close].contains(foreign) {
                from = close + 1;
                return Some(open..close + 1);
            }
        }
    })
}
