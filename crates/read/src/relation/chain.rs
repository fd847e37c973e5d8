//! Which places does an address name, from the smallest to the largest?
//!
//! "Barangay *Velna*, *Ostrel*, *Kordun Province*", "Sitio Velna, Municipality of Ostrel": behind a name that begins with the sort of a
//! place, commas part it from the places it lies in, whatever the name finder takes them for.

use super::location::Found;
use super::place_word::{is_known_party, is_place_noun};
use super::{is_state_word, label};
use language::{Dep, NameLabel, Parse, Pos};
use lexicon::{Known, NounClass, TypeWord};
use std::ops::Range;

pub(super) fn read(found: &mut Found, at: usize) {
    in_state(found, at);
    let setting = found.setting;
    let parse = &setting.part.parse;
    let capital = |at: usize| parse.pos(at) == Pos::Propn && parse.word(at).starts_with(char::is_uppercase);
    let sort = capital(at)
        && parse.dep(at) == Dep::Compound
        && at + 1 < parse.len()
        && capital(at + 1)
        && (at == 0 || !capital(at - 1))
        && setting.lexicon.places.type_word(parse.lower(at)) == Some(TypeWord::Settlement);
    if !sort {
        return;
    }
    let inner = at..run(parse, at + 1);
    // "the Town *Council*, Velna"
    let body = |noun: NounClass| setting.lexicon.nouns.is(parse.lower(inner.end - 1), noun);
    if [NounClass::Forces, NounClass::Party, NounClass::Office, NounClass::Site].into_iter().any(body) {
        return;
    }
    let mut outer: Vec<Range<usize>> = Vec::new();
    let mut from = inner.end;
    while from + 1 < parse.len() && parse.word(from) == "," && outer.len() < 3 {
        let start = from + 1;
        // "*Municipality of* Ostrel"
        let sort = is_place_noun(setting, start) || setting.lexicon.places.type_word(parse.lower(start)).is_some();
        let first = if sort && start + 2 < parse.len() && parse.norm(start + 1) == "of" { start + 2 } else { start };
        if first >= parse.len() || !capital(first) {
            break;
        }
        let mut end = run(parse, first);
        let last = end - 1;
        let person = label(parse, last) == Some(NameLabel::Person) && end > first + 1;
        let speaks = outer.is_empty() && matches!(parse.dep(last), Dep::Nsubj | Dep::Nsubjpass);
        if person
            || speaks
            || is_known_party(setting, last)
            || setting.lexicon.calendar.get(parse.norm(first)).is_some()
        {
            break;
        }
        // "Ostrel *town*"
        end += usize::from(end < parse.len() && is_place_noun(setting, end) && parse.pos(end) == Pos::Noun);
        outer.push(first..end);
        from = end;
    }
    // "Barangay Velna, Ostrel *and* Hald" is a list.
    let listed = |at: usize| at < parse.len() && matches!(parse.norm(at), "and" | "or" | "&");
    if outer.is_empty() || listed(from) || parse.word(from.min(parse.len() - 1)) == "," && listed(from + 1) {
        return;
    }
    let words = |words: &Range<usize>| (words.end - 1, words.clone());
    let exact = outer.iter().chain([&inner]).map(words).collect();
    let heads = outer.iter().map(|words| words.end - 1).collect();
    found.add(inner.end, vec![inner.end - 1], heads, exact);
}

/// "sailed to *Velna (Kestria)*", "in *Velna – Kestria*": the state stands in brackets or behind a dash.
fn in_state(found: &mut Found, at: usize) {
    let setting = found.setting;
    let parse = &setting.part.parse;
    let mark = at + 1;
    let led = matches!(parse.dep(at), Dep::Pobj | Dep::Compound)
        && parse.pos(at) == Pos::Propn
        && mark + 1 < parse.len()
        && (label(parse, at) != Some(NameLabel::Person)
            || parse.name_of(at).is_some_and(|name| name.tokens.len() == 1));
    let first = parse.name_of(at).map_or(at, |name| name.tokens.start.min(at));
    let before =
        first.checked_sub(1).filter(|&before| led && setting.lexicon.place_words.is_preposition(parse.norm(before)));
    if before.is_none() || is_state_word(setting, at) || is_known_party(setting, at) {
        return;
    }
    let end = parse.name_of(mark + 1).map_or(mark + 2, |name| name.tokens.end.max(mark + 2));
    let state = matches!(setting.lexicon.names.find(parse.span(mark + 1..end).of(parse.text())), Some(Known::State(_)));
    let open = |at: usize| parse.token(at).span.end < parse.token(at + 1).span.start;
    let set_off = match parse.word(mark) {
        "(" => end < parse.len() && parse.word(end) == ")",
        "-" | "–" | "—" => open(at) && open(mark),
        _ => false,
    };
    if state && set_off {
        found.add(mark, vec![at], vec![end - 1], vec![(end - 1, mark + 1..end), (at, first..at + 1)]);
    }
}

/// One past the names that stand side by side from a word on.
fn run(parse: &Parse, from: usize) -> usize {
    (from..parse.len()).find(|&at| parse.pos(at) != Pos::Propn).unwrap_or(parse.len())
}
