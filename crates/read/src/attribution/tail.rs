//! Who is named at the end of a sentence as having told all of it, where the tree makes him a part of what is told?
//!
//! "The governor said rebels had left, *the Halden Post reported*.", "Brek said soldiers had killed ten farmers, *Radio Velna reported on
//! Friday*.": the outlet tells what the governor said, and not he what the outlet did.

use super::cue::{Raw, cues_of};
use super::handover::raw;
use super::source::Source;
use super::verb::own_subject;
use crate::PartText;
use language::{Dep, Parse, Pos, Tag};
use lexicon::{CueClass, Lexicon, Place, Reach};
use model::{Modality, Stance};

/// Name of the pattern.
const TAIL: &str = "attribution/tail";

/// A verb of saying with nothing but its subject, behind the last comma of a sentence that says something already.
pub(crate) fn read(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    let says = |verb: usize| {
        let lines = cues_of(parse, CueClass::Verb, verb, lexicon);
        lines.into_iter().any(|(cue, _)| {
            cue.reach == Reach::Chain
                && (cue.modality, cue.stance) == (Modality::Fact, Stance::Asserts)
                && cue.places.contains(&Place::Clause)
        })
    };
    if !matches!(parse.tag(at), Tag::Vbd | Tag::Vbn | Tag::Vbz) {
        return None;
    }
    let teller = teller(parse, at)?;
    if !says(at) {
        return None;
    }
    let sentence = parse.sentences()[parse.sentence_of(at)].clone();
    let source = Source::at(part, teller, lexicon);
    let start = (sentence.start..teller).rev().find(|&word| parse.tag(word) == Tag::Comma)?;
    let named = (start + 1..teller).all(|word| {
        matches!(parse.pos(word), Pos::Det | Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num | Pos::Part)
            && parse.sentence_of(word) == parse.sentence_of(at)
    });
    let within =
        parse.dep(at) == Dep::Acl || (sentence.start..start).any(|verb| parse.dominates(verb, at) && says(verb));
    let tells = (sentence.start..start).any(|word| parse.pos(word) == Pos::Verb);
    if !named || !within || !tells || !source.speaks || !ends(parse, at, sentence.end) {
        return None;
    }
    let words = start + 1..teller + 1;
    // The tree may have put words of what is told into the name, or describe one of them by it.
    let mut names: Vec<_> = source.names.into_iter().filter(|(_, head)| words.contains(head)).collect();
    names.iter_mut().for_each(|(name, _)| name.start = name.start.max(words.start));
    if names.is_empty() {
        names.push((words.clone(), teller));
    }
    let source = Source { head: teller, names, phrase: words, ..source };
    let told = std::iter::once(sentence.start..start).collect();
    Some(Raw { speech: true, ..raw(at, at..at + 1, source, told, TAIL) })
}

/// What others say in a sentence ends before the words that tell who told all of it, and before who tells something else.
pub(crate) fn cut_off(parse: &Parse, all: &mut [Raw]) {
    let others: Vec<_> = all.iter().filter_map(|raw| Some((raw.head, tells_besides(parse, raw)?))).collect();
    for (head, start) in others {
        for raw in all.iter_mut().filter(|raw| raw.head < start) {
            for piece in raw.content.iter_mut().filter(|piece| piece.start < start && piece.end > head) {
                piece.end = start;
            }
        }
    }
    let tails: Vec<_> =
        all.iter().filter(|raw| raw.rule == TAIL).map(|raw| (raw.head, raw.content[0].clone())).collect();
    for (head, told) in tails {
        for raw in all.iter_mut().filter(|raw| raw.head != head && told.contains(&raw.head)) {
            for piece in raw.content.iter_mut().filter(|piece| piece.start < told.end && piece.end > told.end) {
                piece.end = told.end;
            }
        }
    }
}

/// Where a clause begins in which somebody named tells something else: "The mayor said rebels had left, *and Radio Velna reported that*".
fn tells_besides(parse: &Parse, raw: &Raw) -> Option<usize> {
    let source = raw.source.as_ref()?;
    let start = source.phrase.start.checked_sub(2)?;
    let joined = parse.tag(start) == Tag::Comma && matches!(parse.norm(start + 1), "and" | "but" | "while");
    let named = parse.pos(source.head) == Pos::Propn && raw.chain && parse.dep(raw.head) == Dep::Conj;
    let that = raw.content.first().is_some_and(|piece| piece.start > raw.head && parse.norm(piece.start) == "that");
    let sentence = parse.sentences()[parse.sentence_of(raw.head)].clone();
    let spoken = || sentence.into_iter().any(|at| matches!(parse.tag(at), Tag::OpenQuote | Tag::CloseQuote));
    (joined && named && that && !spoken()).then_some(start)
}

/// The noun right before a verb that is its subject, or that the tree describes by it: "a raid on Halden, *Radio Velna* reported".
fn teller(parse: &Parse, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let described = parse.dep(at) == Dep::Acl && parse.head(at) == before && parse.tag(at) != Tag::Vbz;
    let subject = own_subject(parse, at).filter(|&subject| subject == before && parse.dep(at) == Dep::Ccomp);
    let noun = subject.or(described.then_some(before))?;
    matches!(parse.pos(noun), Pos::Noun | Pos::Propn).then_some(noun)
}

/// True when nothing but times, and those whom he cites, stands between a verb and the end of its sentence.
fn ends(parse: &Parse, at: usize, end: usize) -> bool {
    let below = |word: usize| word > at && parse.head(word) == at;
    let mut rest = (at + 1..end).filter(|&word| below(word) || !parse.dominates(at, word));
    rest.all(|word| {
        let timed = || {
            parse.subtree(word).any(|time| {
                parse
                    .name_of(time)
                    .is_some_and(|name| matches!(name.label, language::NameLabel::Date | language::NameLabel::Time))
            })
        };
        match parse.dep(word) {
            Dep::Punct => true,
            Dep::Prep | Dep::Npadvmod | Dep::Advmod | Dep::Amod => timed(),
            Dep::Advcl => matches!(parse.lemma(word), "cite" | "quote") && parse.tag(word) == Tag::Vbg,
            _ => false,
        }
    })
}
