//! Whom does a pronoun or a noun with `the` point back to?
//!
//! "The newspaper Halden Post reported … The newspaper added …": the second one is the first. "The Foreign Secretary" is whoever
//! the article named with that title. Looked for in the article only, nearest first.

use super::cue::Raw;
use super::quotation::Quotation;
use super::source::{Reference, Source, argument, clean, is_own_words, object_of};
use super::verb::{clause_verb, subject};
use crate::PartText;
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::Lexicon;
use model::{Argument, Link, SourceKind};
use std::ops::Range;

/// A source that was named, for what points back to it.
#[derive(Clone)]
pub(crate) struct Known {
    pub part: usize,
    pub token: usize,
    pub arguments: Vec<Argument>,
    pub words: Vec<String>,
    pub kind: SourceKind,
    pub person: bool,
    pub plural: bool,
    pub outlet: Option<Link>,
}

/// The source that a noun with `the` points back to.
pub(crate) fn nominal(part: &PartText, source: &Source, known: &[Known]) -> Option<Known> {
    let parse = &part.parse;
    let lemma = parse.entry(source.head);
    let plural = parse.tag(source.head) == Tag::Nns;
    // "the Kestrian interior ministry" is not "the Morvanian defence ministry".
    let own: Vec<String> = parse
        .children(source.head)
        .filter(|&child| child < source.head && (parse.dep(child) == Dep::Compound || parse.name_of(child).is_some()))
        .map(|child| parse.entry(child).to_string())
        .collect();
    let fits = |before: &&Known| own.iter().all(|word| before.words.contains(word));
    let known: Vec<&Known> = known.iter().filter(fits).collect();
    // The same noun in the words of an earlier source: "the newspaper" after "the newspaper Halden Post".
    let same = known
        .iter()
        .rev()
        .copied()
        .find(|before| before.words.iter().any(|word| *word == lemma) && before.plural == plural);
    // Or an earlier source of just this sort: "the newspaper" after "the Halden Post".
    let kind = || {
        let near = |before: &&Known| {
            before.kind == source.kind && matches!(source.kind, SourceKind::Outlet) && before.plural == plural
        };
        known.iter().rev().copied().find(near)
    };
    let named = |before: &&Known| before.token != source.head || !before.arguments.is_empty();
    same.or_else(kind).filter(named).cloned()
}

/// True for an office with `the` in place of its holder's name: `the Foreign Secretary`.
pub(crate) fn is_role(parse: &Parse, source: &Source) -> bool {
    let head = source.head;
    let definite = parse.children(head).any(|child| parse.dep(child) == Dep::Det && parse.norm(child) == "the");
    let bare =
        parse.children(head).all(|child| matches!(parse.dep(child), Dep::Det | Dep::Compound | Dep::Amod | Dep::Punct));
    definite && bare && source.names.len() == 1 && source.names[0].1 == head && source.kind == SourceKind::Official
}

/// The person whose title, earlier in the article, ends with the same word: "Foreign Secretary Ruth Osei".
pub(crate) fn holder(parts: &[PartText], index: usize, source: &Source, lexicon: &Lexicon) -> Option<Known> {
    let title = parts[index].parse.entry(source.head);
    for at in (0..=index).rev().filter(|&at| parts[at].article == parts[index].article) {
        let parse = &parts[at].parse;
        let before = |name: &&language::Name| at < index || name.tokens.end <= source.head;
        for name in parse.names().iter().rev().filter(|name| name.label == NameLabel::Person).filter(before) {
            let start = name.tokens.start;
            let titled = (start.saturating_sub(1)..=start).any(|word| lexicon.titles.full(parse.entry(word)) == title);
            let head = name.tokens.end - 1;
            // "the mayor of Velna, Ruth Osei,"
            let described = (parse.dep(head) == Dep::Appos)
                .then(|| (0..start).rev().find(|&word| parse.entry(word) == title))
                .flatten()
                .is_some_and(|word| clean(parse, word, lexicon).1 == head);
            let titled = titled || described;
            if titled && head > start.saturating_sub(1) {
                let words = without_the(parse, name.tokens.clone(), head);
                return Some(Known {
                    part: at,
                    token: head,
                    arguments: vec![argument(&parts[at], words, head)],
                    words: vec![parse.entry(head).to_string(), title.to_string()],
                    kind: SourceKind::Official,
                    person: true,
                    plural: false,
                    outlet: None,
                });
            }
        }
    }
    None
}

/// Who issued the document that a noun with `the` takes up: "The ministry issued a statement. *The statement* said". A report speaks
/// for itself.
pub(crate) fn issuer(parts: &[PartText], index: usize, source: &Source, lexicon: &Lexicon) -> Option<Known> {
    let parse = &parts[index].parse;
    let bare = parse.children(source.head).all(|child| matches!(parse.dep(child), Dep::Det | Dep::Punct));
    let the = parse.children(source.head).any(|child| matches!(parse.norm(child), "the" | "this"));
    if !(bare && the && is_own_words(&parts[index].parse, source.head, lexicon)) {
        return None;
    }
    let lemma = parse.entry(source.head);
    (0..=index).rev().filter(|&at| parts[at].article == parts[index].article).find_map(|at| {
        let (part, parse) = (&parts[at], &parts[at].parse);
        let end = if at == index { source.head } else { parse.len() };
        (0..end).rev().filter(|&noun| parse.pos(noun) == Pos::Noun && parse.entry(noun) == lemma).find_map(|noun| {
            let head = parse.head(noun);
            let who = match parse.dep(noun) {
                Dep::Dobj => subject(parse, head),
                Dep::Nsubjpass => parse.child(head, Dep::Agent).and_then(|by| object_of(parse, by)),
                Dep::Pobj if parse.norm(head) == "in" => subject(parse, clause_verb(parse, head)),
                _ => None,
            };
            let issuer = Source::at(part, who.filter(|&who| who != noun)?, lexicon);
            let named = issuer.speaks && !issuer.evidence && parse.pos(issuer.head) != Pos::Pron;
            named.then(|| Known {
                part: at,
                token: issuer.head,
                arguments: issuer.arguments(part),
                words: vec![parse.entry(issuer.head).to_string()],
                kind: issuer.kind,
                person: parse.name_of(issuer.head).is_some_and(|name| name.label == NameLabel::Person),
                plural: issuer.names.len() > 1,
                outlet: None,
            })
        })
    })
}

/// The outlet whose name stands before "the newspaper", where it was no source yet.
pub(crate) fn paper(parts: &[PartText], index: usize, source: &Source, lexicon: &Lexicon) -> Option<Known> {
    if source.kind != SourceKind::Outlet || parts[index].parse.tag(source.head) != Tag::Nn {
        return None;
    }
    for at in (0..=index).rev().filter(|&at| parts[at].article == parts[index].article) {
        let parse = &parts[at].parse;
        for name in parse.names().iter().rev() {
            let head = name.tokens.end - 1;
            let words = without_the(parse, name.tokens.clone(), head);
            let text = words.clone().map(|word| parse.word(word)).collect::<Vec<_>>().join(" ");
            let outlet = lexicon.sources.is_outlet(&text)
                || lexicon.sources.in_name(parse.lower(head)) == Some(SourceKind::Outlet);
            if outlet && (at < index || head < source.head) && parse.pos(head) == Pos::Propn {
                return Some(Known {
                    part: at,
                    token: head,
                    arguments: vec![argument(&parts[at], words, head)],
                    words: vec![parse.entry(head).to_string()],
                    kind: SourceKind::Outlet,
                    person: false,
                    plural: false,
                    outlet: None,
                });
            }
        }
    }
    None
}

/// The source or name that a pronoun stands for, looked for in the sentence and the four before it.
pub(crate) fn pronoun(
    parts: &[PartText],
    index: usize,
    source: &Source,
    raw: &Raw,
    quotations: &[Quotation],
    known: &[Known],
) -> Option<Known> {
    let mut part_at = index;
    let mut sentence = parts[index].parse.sentence_of(source.head);
    for back in 0..5 {
        let parse = &parts[part_at].parse;
        let tokens = parse.sentences()[sentence].clone();
        let limit = if back == 0 { source.head } else { tokens.end };
        let own = |at: usize| back == 0 && raw.content.iter().any(|range| range.contains(&at));
        let quoted = |at: usize| quotations.iter().any(|q| q.part == part_at && q.tokens.contains(&at));
        let fits = |person: bool, plural: bool| match source.reference {
            Reference::Person => person && !plural,
            Reference::Thing => !person && !plural,
            _ => plural || !person,
        };
        let spoke = known.iter().rev().find(|before| {
            before.part == part_at
                && tokens.contains(&before.token)
                && before.token < limit
                && !own(before.token)
                && fits(before.person, before.plural)
        });
        if let Some(found) = spoke {
            return Some(found.clone());
        }
        let name = |subject: bool| {
            parse
                .names()
                .iter()
                .rev()
                .filter(|name| tokens.contains(&name.tokens.start) && name.tokens.end <= limit)
                .find_map(|name| {
                    let person = name.label == NameLabel::Person;
                    let body = matches!(name.label, NameLabel::Org | NameLabel::Gpe | NameLabel::Norp);
                    let head =
                        name.tokens.clone().find(|&at| !name.tokens.contains(&parse.head(at)) || parse.is_root(at))?;
                    let fit = match source.reference {
                        Reference::Person => person,
                        Reference::Thing => body,
                        _ => body && name.label != NameLabel::Gpe,
                    };
                    let role = matches!(parse.dep(head), Dep::Nsubj | Dep::Nsubjpass);
                    // "in the *Sahel* region": what stands before a noun is taken up by nobody.
                    let fit = fit && parse.dep(head) != Dep::Compound;
                    (fit && role == subject && !own(head) && !quoted(head)).then_some((name.tokens.clone(), head))
                })
        };
        let person_only = source.reference == Reference::Person;
        if let Some((words, head)) = name(true).or_else(|| if person_only { name(false) } else { None }) {
            return Some(Known {
                part: part_at,
                token: head,
                arguments: vec![argument(&parts[part_at], without_the(parse, words, head), head)],
                words: vec![parse.entry(head).to_string()],
                kind: if person_only { SourceKind::Person } else { SourceKind::Organisation },
                person: person_only,
                plural: false,
                outlet: None,
            });
        }
        if sentence > 0 {
            sentence -= 1;
        } else {
            if part_at == 0 || parts[part_at - 1].article != parts[index].article {
                return None;
            }
            part_at -= 1;
            sentence = parts[part_at].parse.sentences().len().checked_sub(1)?;
        }
    }
    None
}

pub(crate) fn without_the(parse: &Parse, words: Range<usize>, head: usize) -> Range<usize> {
    let start = words.clone().find(|&at| parse.pos(at) != Pos::Det).unwrap_or(words.start).min(head);
    let end = if words.len() > 1 && parse.tag(words.end - 1) == Tag::Pos { words.end - 1 } else { words.end };
    start..end.max(head + 1)
}
