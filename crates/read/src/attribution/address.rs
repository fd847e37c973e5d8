//! Where does a text become a speech, and who holds it?
//!
//! "Ambassador Dana Morrow urges both sides to keep the truce." stands over "Thank you, Mr. President. …": what follows the thanks is
//! hers, to the end.

use super::cue::Raw;
use super::handover::raw;
use super::source::Source;
use crate::PartText;
use language::{Dep, Name, NameLabel, Parse, Pos, Tag};
use lexicon::{Lexicon, TitleClass};
use model::{PartRole, SourceKind};
use std::ops::Range;

/// Parts of an article before its speech: a headline, who speaks, his office, where, when.
const BEFORE: usize = 9;
/// Words at most of a part that stands before a speech.
const SHORT: usize = 60;
/// Words within which the thanks stand where others are spoken to first: "Secretary-General Osei, *thank you*".
const THANKS: usize = 15;

/// Name of the pattern in which what stands over a speech names its speaker.
pub(crate) const ADDRESS: &str = "attribution/address";

/// True for a part that speaks to those who hear it: "Thank you, Mr. President.", "Secretary-General Osei, thank you for your report."
fn opens(part: &PartText, lexicon: &Lexicon) -> bool {
    let parse = &part.parse;
    if part.role == PartRole::Headline || parse.is_empty() {
        return false;
    }
    let first = parse.sentences()[0].clone();
    let marked = first.clone().any(|at| is_mark(parse, at));
    let thanks = |at: usize| {
        let after = at > 0 && matches!(parse.norm(at - 1), "," | "and");
        after && parse.norm(at) == "thank" && at + 1 < first.end && parse.norm(at + 1) == "you"
    };
    lexicon.speeches.begin(parse.text()) || !marked && first.clone().take(THANKS).any(thanks)
}

/// By part, the one within a few that follow it in which a speech begins.
pub(crate) fn starts(parts: &[PartText], lexicon: &Lexicon) -> Vec<Option<usize>> {
    let opening: Vec<bool> = parts.iter().map(|part| opens(part, lexicon)).collect();
    let long = |at: usize| parts[at].parse.len() > SHORT;
    let start = |index: usize| {
        let following = (index + 1..parts.len()).take(BEFORE);
        let mut near = following.take_while(|&at| parts[at].article == parts[index].article);
        // A long part that is no speech ends what stands over one.
        near.find(|&at| opening[at] || long(at)).filter(|&at| opening[at] && !long(index))
    };
    (0..parts.len()).map(start).collect()
}

/// Who holds the speech that begins below a part: the person with whom its first sentence begins, who is its subject, or whom a line
/// names alone.
pub(crate) fn speaker(part: &PartText, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    let first = parse.sentences().first()?.clone();
    let root = first.clone().find(|&at| parse.is_root(at))?;
    let mut people =
        parse.names().iter().filter(|name| name.label == NameLabel::Person && first.contains(&name.tokens.start));
    let begins = |name: &&Name| (first.start..name.tokens.start).all(|at| is_capital(parse, at));
    let acts = |name: &&Name| parse.child(root, Dep::Nsubj).is_some_and(|subject| name.tokens.contains(&subject));
    let alone = people.clone().count() == 1 && !first.clone().any(|at| is_finite(parse, at));
    let name = people.find(|name| begins(name) || acts(name) || alone)?;
    let words = written_out(parse, name);
    let title = name.tokens.start.checked_sub(1);
    let cue = if words.contains(&root) { title? } else { root };
    Some(spoken(part, words, cue..cue + 1, ADDRESS, lexicon))
}

/// The head of a statement that names its speaker and his office, and says nothing: "Anna Hale, *Secretary of State*, Vask", "*The
/// Secretary of State for Trade* (Anna Hale)", "*Ambassador* Anna Hale", or "Anna *Hale*" in one line and "Secretary of State" in the next.
pub(crate) fn signatory(parts: &[PartText], index: usize, lexicon: &Lexicon) -> Option<Raw> {
    let part = &parts[index];
    let parse = &part.parse;
    if part.role == PartRole::Headline || parse.len() > SIGNATURE || (0..parse.len()).any(|at| is_finite(parse, at)) {
        return None;
    }
    let person = |name: &&Name| name.label == NameLabel::Person && written_out(parse, name).len() > 1;
    let mut words = bracketed(parse).or_else(|| Some(written_out(parse, parse.names().iter().find(person)?)))?;
    // "The Hon": also without its stop.
    let style = |word: &str| lexicon.titles.class(word) == Some(TitleClass::Style);
    let styles = |at: usize| {
        let word = parse.lower(at);
        word == "the" || style(word) || style(&format!("{word}."))
    };
    while words.len() > 2 && styles(words.start) {
        words.start += 1;
    }
    let office = |words: Range<usize>| is_office(parse, words, lexicon);
    let bracket = words.start.checked_sub(1).filter(|&at| at > 0 && parse.word(at) == "(");
    let styled = (0..words.start).all(|at| is_capital(parse, at) && parse.norm(at) != "by");
    let title = words.start.checked_sub(1).filter(|&at| styled && office(at..at + 1));
    // What follows a name at the end of its line: "MP".
    let end =
        (words.end..parse.len()).find(|&at| parse.word(at).chars().any(char::is_lowercase) || parse.word(at) == ",");
    let cue = if let Some(bracket) = bracket.filter(|&bracket| office(0..bracket) || office(1..bracket)) {
        0..bracket
    } else if let Some(comma) = end.filter(|&at| parse.word(at) == ",") {
        let last = parse.len().min(comma + 1 + TITLE);
        let end = (comma + 2..last + 1).rev().find(|&end| office(comma + 1..end))?;
        comma + 1..end
    } else if end.is_some() {
        return None;
    } else if let Some(title) = title {
        title..title + 1
    } else {
        let next = parts.get(index + 1).filter(|next| next.article == part.article && !next.parse.is_empty())?;
        // A source that is its own cue would be one without a name.
        (styled && is_office(&next.parse, 0..next.parse.len(), lexicon)).then_some(words.end - 1..words.end)?
    };
    Some(spoken(part, words, cue, SIGNATORY, lexicon))
}

/// Name of the pattern in which the head of a statement names its speaker.
pub(crate) const SIGNATORY: &str = "attribution/signatory";
/// Words at most of the head of a statement.
const SIGNATURE: usize = 24;
/// Words at most of an office: "Assistant Secretary of State".
const TITLE: usize = 5;

/// What somebody says whom these words name.
fn spoken(part: &PartText, words: Range<usize>, cue: Range<usize>, rule: &'static str, lexicon: &Lexicon) -> Raw {
    let source = Source::at(part, words.end - 1, lexicon);
    let names = vec![(words.clone(), words.end - 1)];
    let source = Source { phrase: words, names, kind: SourceKind::Official, speaks: true, ..source };
    Raw { speech: true, only_says: false, ..raw(cue.end - 1, cue, source, Vec::new(), rule) }
}

/// The name that stands in brackets at the end of a line: "The Secretary of State for Trade (*Anna Hale*)".
fn bracketed(parse: &Parse) -> Option<Range<usize>> {
    let close = (0..parse.len()).next_back().filter(|&at| parse.word(at) == ")")?;
    let open = (0..close).rfind(|&at| parse.word(at) == "(").filter(|&at| at > 0)?;
    let name = open + 1..close;
    (name.len() > 1 && name.clone().all(|at| is_capital(parse, at))).then_some(name)
}

/// The words of a name of which the name finder may have taken only the first: "Ambassador *Dana* Morrow".
fn written_out(parse: &Parse, name: &Name) -> Range<usize> {
    let more = (name.tokens.end..parse.len()).take_while(|&at| {
        let letters = parse.word(at);
        is_capital(parse, at)
            && letters.chars().any(char::is_lowercase)
            && parse.sentence_of(at) == parse.sentence_of(name.tokens.start)
    });
    let end = name.tokens.end + more.count();
    let possessive = parse.tag(end - 1) == Tag::Pos && name.tokens.len() > 1;
    name.tokens.start..end - usize::from(possessive)
}

/// True for words that are an office, by all of them or by their last or first: "Department *Spokesperson*", "*Minister* for Trade",
/// "Deputy *Spokesperson*, Press Office".
fn is_office(parse: &Parse, words: Range<usize>, lexicon: &Lexicon) -> bool {
    let cut = |at: usize| matches!(parse.norm(at), "," | "for" | "to");
    let end = words.clone().find(|&at| cut(at)).unwrap_or(words.end);
    let known = |words: Range<usize>| {
        let words = parse.span(words).of(parse.text()).to_lowercase();
        matches!(lexicon.titles.class(&words), Some(TitleClass::Head | TitleClass::Office))
    };
    end > words.start && (known(words.start..end) || known(end - 1..end))
}

/// True for a quotation mark.
fn is_mark(parse: &Parse, at: usize) -> bool {
    matches!(parse.tag(at), Tag::OpenQuote | Tag::CloseQuote) || matches!(parse.word(at), "“" | "”")
}

fn is_capital(parse: &Parse, at: usize) -> bool {
    parse.word(at).starts_with(char::is_uppercase)
}

fn is_finite(parse: &Parse, at: usize) -> bool {
    matches!(parse.tag(at), Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md)
}

/// True for a line that stands between whose speech it is and the speech itself: where, when, an office. It ends as no sentence does.
pub(crate) fn is_line(part: &PartText) -> bool {
    let parse = &part.parse;
    let last = (0..parse.len()).rev().find(|&at| parse.pos(at) != Pos::Space);
    let stops = last.is_some_and(|at| is_mark(parse, at) || matches!(parse.word(at), "." | "!" | "?" | ":" | ";"));
    !stops && parse.len() <= SHORT / 2
}
