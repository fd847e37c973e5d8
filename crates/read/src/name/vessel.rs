//! Which names are those of ships, though the name finder takes them for somebody?
//!
//! "The destroyer USS Lasta sailed on Monday. Lasta is assigned to the 6th Fleet": what one sentence names with the sort of a
//! ship is a ship wherever the text tells of it by its own name alone.

use crate::{PartText, class};
use language::{Dep, Name, NameLabel, Parse, Pos};
use lexicon::Lexicon;
use std::collections::BTreeSet;

/// Gives the names of ships in all parts of a document the label of a body, since a ship acts as its crew does.
pub(crate) fn settle<'a>(parts: Vec<PartText<'a>>, lexicon: &Lexicon) -> Vec<PartText<'a>> {
    let ships: BTreeSet<String> = parts.iter().flat_map(|part| ships(&part.parse, lexicon)).collect();
    if ships.is_empty() {
        return parts;
    }
    parts.into_iter().map(|part| relabelled(part, &ships)).collect()
}

/// The names of one word that stand behind the sort of a ship: `Lasta` in "USS Lasta", "the frigate Lasta".
fn ships<'p>(parse: &'p Parse, lexicon: &'p Lexicon) -> impl Iterator<Item = String> + 'p {
    let own = |name: &&Name| {
        let last = name.tokens.end - 1;
        let sort = name.tokens.len() == 2 && parse.pos(name.tokens.start) == Pos::Propn || name.tokens.len() == 1;
        sort && parse.pos(last) == Pos::Propn && class::is_ship(parse, lexicon, last)
    };
    let words = parse.names().iter().filter(own).map(|name| parse.word(name.tokens.end - 1));
    words.filter(|word| lexicon.names.find(word).is_none()).map(str::to_string)
}

fn relabelled<'a>(part: PartText<'a>, ships: &BTreeSet<String>) -> PartText<'a> {
    let parse = &part.parse;
    let alone = |at: usize| parse.name_of(at).is_none_or(|name| name.tokens.len() == 1);
    let acts = |at: usize| matches!(parse.dep(at), Dep::Nsubj | Dep::Nsubjpass | Dep::Poss);
    let led = |at: usize| parse.dep(at) == Dep::Pobj && parse.norm(parse.head(at)) == "of";
    let found: Vec<usize> = (0..parse.len())
        .filter(|&at| parse.pos(at) == Pos::Propn && ships.contains(parse.word(at)))
        .filter(|&at| alone(at) && (acts(at) || led(at)))
        .collect();
    if found.is_empty() {
        return part;
    }
    let mut names: Vec<Name> =
        parse.names().iter().filter(|name| !found.contains(&name.tokens.start)).cloned().collect();
    names.extend(found.iter().map(|&at| Name { tokens: at..at + 1, label: NameLabel::Org }));
    names.sort_by_key(|name| name.tokens.start);
    PartText { parse: part.parse.with_names(names), ..part }
}
