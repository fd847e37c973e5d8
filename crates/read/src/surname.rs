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
    let mut surnames: BTreeSet<String> = BTreeSet::new();
    let mut others: BTreeSet<String> = BTreeSet::new();
    for part in &parts {
        for name in part.parse.names() {
            let last = part.parse.word(name.tokens.end - 1).to_string();
            match name.label {
                NameLabel::Person if name.tokens.len() > 1 => surnames.insert(last),
                NameLabel::Org | NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac if name.tokens.len() > 1 => {
                    others.insert(last)
                }
                _ => false,
            };
        }
    }
    surnames.retain(|name| !others.contains(name) && lexicon.names.find(name).is_none());
    parts.into_iter().map(|part| relabelled(part, &surnames)).collect()
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
