//! Which lone names are those of people whom the document writes in full?
//!
//! "Arif Noori left. *Noori* said …": the finder may take the second for a body or a town; the first shows that it is a person.

use crate::PartText;
use language::{Name, NameLabel, Parse, Pos};
use lexicon::Lexicon;
use std::collections::BTreeSet;

/// Takes the lone surnames of people for people, but for those that name a state or a body as well and those that a preposition leads to
/// as to a place.
pub(crate) fn settle<'a>(parts: Vec<PartText<'a>>, lexicon: &Lexicon) -> Vec<PartText<'a>> {
    let bodies = |name: &&Name| {
        matches!(name.label, NameLabel::Org | NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac) && name.tokens.len() > 1
    };
    let mut surnames = written(&parts, lexicon);
    for part in &parts {
        for name in part.parse.names().iter().filter(bodies) {
            surnames.remove(part.parse.word(name.tokens.end - 1));
        }
    }
    parts.into_iter().map(|part| relabelled(part, &surnames)).collect()
}

/// The last words of the names of people that a document writes in full, without those that name a state or a body as well.
pub(crate) fn written(parts: &[PartText], lexicon: &Lexicon) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for part in parts {
        let parse = &part.parse;
        for name in parse.names().iter().filter(|name| name.label == NameLabel::Person && name.tokens.len() > 1) {
            let last = name.tokens.clone().rev().find(|&at| parse.pos(at) == Pos::Propn);
            all.extend(last.map(|at| parse.word(at).to_string()).filter(|word| lexicon.names.find(word).is_none()));
        }
    }
    all
}

fn relabelled<'a>(part: PartText<'a>, surnames: &BTreeSet<String>) -> PartText<'a> {
    let mut names: Vec<Name> = part.parse.names().to_vec();
    let mut changed = false;
    for name in names.iter_mut().filter(|name| is_person(&part.parse, name, surnames)) {
        name.label = NameLabel::Person;
        changed = true;
    }
    if changed { PartText { parse: part.parse.with_names(names), ..part } } else { part }
}

fn is_person(parse: &Parse, name: &Name, surnames: &BTreeSet<String>) -> bool {
    use NameLabel::{Fac, Gpe, Loc, Norp, Org, Product, WorkOfArt};
    let at = name.tokens.start;
    let place = matches!(name.label, Gpe | Loc | Fac);
    let led = at > 0 && matches!(parse.pos(at - 1), Pos::Adp | Pos::Det);
    name.tokens.len() == 1
        && parse.pos(at) == Pos::Propn
        && (matches!(name.label, Org | Norp | Product | WorkOfArt) || place)
        && !led
        && surnames.contains(parse.word(at))
}
