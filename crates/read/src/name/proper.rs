//! Which words are names, though the tagger takes them for common nouns?
//!
//! "The rebels took Soledar": a word written large inside a sentence names somebody or some place, unless the tables have it as a
//! noun ("the Army"). At the head of a sentence only what the finder or another sentence takes for a name is one.

use language::{Parse, Pos, Tag};
use lexicon::{Lexicon, NounClass, WordClass};
use model::PartRole;
use std::collections::BTreeSet;

/// The single words that the parses of a document take for names.
pub(crate) fn named<'p, 't: 'p>(parses: impl IntoIterator<Item = &'p Parse<'t>>) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for parse in parses {
        let names = (0..parse.len()).filter(|&at| parse.pos(at) == Pos::Propn && is_large(parse, at));
        all.extend(names.map(|at| parse.word(at).to_string()));
    }
    all
}

/// The parse with those nouns for names that are written as names.
pub(crate) fn settle<'t>(parse: Parse<'t>, role: PartRole, named: &BTreeSet<String>, lexicon: &Lexicon) -> Parse<'t> {
    // Headlines write common nouns large as well.
    if matches!(role, PartRole::Headline | PartRole::Heading) {
        return parse;
    }
    let parse = parse
        .with_lemmas(|parse, at| soldier(parse, at, lexicon))
        .with_kinds(|parse, at| soldier(parse, at, lexicon).map(|_| (Pos::Noun, Tag::Nns)));
    let missed: BTreeSet<usize> = (0..parse.len()).filter(|&at| is_missed(&parse, at, named, lexicon)).collect();
    if missed.is_empty() {
        return parse;
    }
    let parse = parse.with_lemmas(|parse, at| missed.contains(&at).then(|| parse.word(at).to_string()));
    parse.with_kinds(|_, at| missed.contains(&at).then_some((Pos::Propn, Tag::Nnp)))
}

/// The dictionary form of soldiers whom a force writes large: `airman` for "Several hundred *Airmen* deployed".
fn soldier(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<String> {
    if parse.pos(at) != Pos::Propn && parse.word(at).starts_with(char::is_lowercase) || parse.name_of(at).is_some() {
        return None;
    }
    let word = parse.lower(at);
    let one = word.strip_suffix("men").map(|start| format!("{start}man"))?;
    let is = |class: NounClass| lexicon.nouns.is(&one, class);
    (is(NounClass::Forces) && is(NounClass::People)).then_some(one)
}

fn is_missed(parse: &Parse, at: usize, named: &BTreeSet<String>, lexicon: &Lexicon) -> bool {
    if parse.pos(at) != Pos::Noun || !is_large(parse, at) {
        return false;
    }
    let lemma = parse.entry(at);
    let noun = !lexicon.nouns.classes(lemma).is_empty()
        || lexicon.titles.class(lemma).is_some()
        || lexicon.triggers.frames(lemma).iter().any(|frame| frame.class == WordClass::Noun);
    // Shortened bodies have more than one: "the FLN"; in "GIs", "POWs" the last letter makes a plural.
    let shortened = parse.word(at).chars().filter(|letter| letter.is_uppercase()).count() > 1;
    if noun || shortened && parse.word(at).ends_with('s') {
        return false;
    }
    let first = parse.sentences()[parse.sentence_of(at)].start;
    let inside =
        at > first && (first..at).any(|before| parse.pos(before) != Pos::Punct && parse.pos(before) != Pos::Space);
    // Behind a colon or an opening quote a sentence begins anew, and in a title all words are written large.
    let anew = at > 0 && parse.pos(at - 1) == Pos::Punct && parse.norm(at - 1) != "," && parse.norm(at - 1) != "-";
    shortened || inside && !anew && !is_title(parse, at) || named.contains(parse.word(at))
}

/// True among words that are all written large: "the Law on Weights and Measures".
fn is_title(parse: &Parse, at: usize) -> bool {
    let near = [at.checked_sub(1), Some(at + 1)];
    near.into_iter().flatten().any(|next| {
        next < parse.len()
            && matches!(parse.pos(next), Pos::Noun | Pos::Verb | Pos::Adj | Pos::Adp | Pos::Adv)
            && is_large(parse, next)
            && next != parse.sentences()[parse.sentence_of(next)].start
            && parse.name_of(next).is_none()
    })
}

fn is_large(parse: &Parse, at: usize) -> bool {
    parse.word(at).chars().next().is_some_and(char::is_uppercase)
}
