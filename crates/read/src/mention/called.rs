//! By which names are several people called right behind their noun?
//!
//! "met his Morvanian and Kestrian *counterparts*, Anton Brek and Ida Sand": the two are whom he met.

use crate::list;
use language::{NameLabel, Parse, Pos, Tag};
use lexicon::{Lexicon, NounClass};

/// The heads of the names behind the comma after a plural noun for people, where they end the phrase; empty without them.
pub(crate) fn by_names(parse: &Parse, lexicon: &Lexicon, at: usize) -> Vec<usize> {
    if parse.tag(at) != Tag::Nns || !lexicon.nouns.is(parse.entry(at), NounClass::People) {
        return Vec::new();
    }
    // "the ministers *of Kestria and Norland*, Anton Brek and Ida Sand"
    let sentence = parse.sentences()[parse.sentence_of(at)].clone();
    let owner = |word: usize| matches!(parse.pos(word), Pos::Adp | Pos::Cconj | Pos::Det | Pos::Propn);
    let end = (at + 1..sentence.end).take_while(|&word| owner(word)).last().map_or(at + 1, |last| last + 1);
    let leads = end == at + 1 || parse.norm(at + 1) == "of";
    if !leads || end + 1 >= sentence.end || parse.word(end) != "," {
        return Vec::new();
    }
    let person = |name: usize| {
        let label = parse.name_of(name).filter(|name| name.tokens.len() > 1).map(|name| name.label);
        matches!(label, Some(NameLabel::Person | NameLabel::Org)) && parse.pos(name) == Pos::Propn
    };
    let names = list::behind(parse, end + 1);
    let people = names.iter().filter(|&&name| parse.name_of(name).is_some_and(|name| name.label == NameLabel::Person));
    // At most one of them is taken for something else.
    if names.len() < 2 || people.count() + 1 < names.len() || !names.iter().all(|&name| person(name)) {
        return Vec::new();
    }
    let last = names.iter().max().map_or(end, |&last| parse.name_of(last).map_or(last + 1, |name| name.tokens.end));
    // "…, Anton Brek and Ida Sand *said*": they tell it.
    let ends = last >= sentence.end || matches!(parse.word(last), "," | "." | ")" | ";") || parse.pos(last) == Pos::Adp;
    if ends { names } else { Vec::new() }
}
