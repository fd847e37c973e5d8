//! Which names are those of bodies, since the text says what they are, though the name finder takes them for somebody or nothing?
//!
//! "Jaysh Tavan is a rebel group. Jaysh Tavan shelled Velna": what one sentence tells to be a group is one wherever the text names it.

use crate::PartText;
use language::{Dep, Name, NameLabel, Parse, Pos};
use lexicon::{Lexicon, NounClass};
use std::collections::BTreeSet;
use std::ops::Range;

/// Gives the names of such bodies in all parts of a document the label of one.
pub(crate) fn settle<'a>(parts: Vec<PartText<'a>>, lexicon: &Lexicon) -> Vec<PartText<'a>> {
    let told = |part: &PartText| {
        let parse = &part.parse;
        let heads = (0..parse.len()).filter(|&at| is_told(parse, at, lexicon));
        heads.filter_map(|at| name_at(parse, at, lexicon)).map(|name| words(parse, &name)).collect::<Vec<String>>()
    };
    let bodies: BTreeSet<String> = parts.iter().flat_map(told).collect();
    if bodies.is_empty() {
        return parts;
    }
    parts.into_iter().map(|part| relabelled(part, &bodies, lexicon)).collect()
}

/// True for the subject of what says that it is a group or party, and for a name with that beside it: "*Jaysh Tavan* is a rebel group",
/// "*Jaysh Tavan*, a rebel group,".
fn is_told(parse: &Parse, at: usize, lexicon: &Lexicon) -> bool {
    let sort = match parse.dep(at) {
        Dep::Nsubj if lexicon.evaluations.is_copula(parse.entry(parse.head(at))) => {
            let verb = parse.head(at);
            parse.child(verb, Dep::Attr).filter(|_| parse.child(verb, Dep::Neg).is_none())
        }
        _ => None,
    };
    let sort = sort.or_else(|| parse.child(at, Dep::Appos));
    sort.is_some_and(|sort| {
        let one = |child: usize| parse.dep(child) == Dep::Det && matches!(parse.norm(child), "a" | "an");
        let classes = lexicon.nouns.classes(parse.entry(sort));
        use NounClass::{People, Place, Site, Stake};
        let other = |class: &NounClass| matches!(class, People | Place | Site | Stake);
        // "a party *to the talks*" is somebody who takes part.
        let takes_part = parse.children(sort).any(|child| parse.dep(child) == Dep::Prep && parse.norm(child) == "to");
        parse.pos(sort) == Pos::Noun
            && sort > at
            && parse.children(sort).any(one)
            && classes.contains(&NounClass::Party)
            && !classes.iter().any(other)
            && !takes_part
    })
}

/// The name that a word is the head of, without its article, where no table knows it and nothing says that it is a place: what the finder takes
/// for a person, a thing or nothing, "the *Sword of the South*".
fn name_at(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Range<usize>> {
    use NameLabel::{Norp, Person, Product, WorkOfArt};
    let capital =
        |at: usize| matches!(parse.pos(at), Pos::Noun | Pos::Propn) && parse.word(at).starts_with(char::is_uppercase);
    if !capital(at) {
        return None;
    }
    let tokens = match parse.name_of(at) {
        Some(name) => {
            let own = |word: usize| word == at || parse.dominates(at, word);
            let wrong = matches!(name.label, Norp | Person | Product | WorkOfArt);
            let tokens = name.tokens.clone();
            let last = tokens.end == at + 1;
            let article = usize::from(parse.pos(tokens.start) == Pos::Det);
            (wrong && (last || tokens.clone().all(own))).then_some(tokens.start + article..tokens.end)?
        }
        None => {
            let before = |&word: &usize| capital(word) && parse.name_of(word).is_none() && parse.dominates(at, word);
            let start = (0..at).rev().take_while(before).last().unwrap_or(at);
            let of = Some(at + 1).filter(|&of| of < parse.len() && parse.norm(of) == "of" && parse.head(of) == at);
            let whose = of.and_then(|of| parse.child(of, Dep::Pobj)).filter(|&whose| capital(whose));
            let small = |word: usize| capital(word) || matches!(parse.norm(word), "of" | "the");
            let end = whose.map(|whose| whose + 1).filter(|&end| (at + 1..end).all(small)).unwrap_or(at + 1);
            start..end
        }
    };
    let opens = || parse.sentences()[parse.sentence_of(at)].start == at;
    let one = tokens.len() > 1 || parse.pos(at) == Pos::Propn || !opens();
    let unknown = lexicon.names.find(&words(parse, &tokens)).is_none();
    // "*Anton* Brek" is a man, whatever he was "a force" for.
    let given = |word: usize| lexicon.sexes.name(parse.lower(word)).is_some();
    if parse.name_of(at).is_some_and(|name| name.label == NameLabel::Person) && given(tokens.start) {
        return None;
    }
    (one && unknown && capital(tokens.start)).then_some(tokens)
}

fn relabelled<'a>(part: PartText<'a>, bodies: &BTreeSet<String>, lexicon: &Lexicon) -> PartText<'a> {
    let parse = &part.parse;
    let mut found: Vec<Range<usize>> = (0..parse.len())
        .filter_map(|at| name_at(parse, at, lexicon))
        .filter(|tokens| bodies.contains(&words(parse, tokens)))
        .collect();
    // The tree may hang the words of one name each by itself.
    found.sort_by_key(|run| (run.start, std::cmp::Reverse(run.end)));
    found.dedup_by(|next, run| next.start < run.end);
    if found.is_empty() {
        return part;
    }
    let touches = |name: &Name, run: &Range<usize>| run.start < name.tokens.end && name.tokens.start < run.end;
    let other = |name: &&Name| !found.iter().any(|run| touches(name, run));
    let mut names: Vec<Name> = parse.names().iter().filter(other).cloned().collect();
    names.extend(found.into_iter().map(|tokens| Name { tokens, label: NameLabel::Org }));
    names.sort_by_key(|name| name.tokens.start);
    PartText { parse: part.parse.with_names(names), ..part }
}

fn words(parse: &Parse, name: &Range<usize>) -> String {
    parse.span(name.clone()).of(parse.text()).to_string()
}
