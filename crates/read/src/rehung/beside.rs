//! Beside which noun does a name or a noun between commas stand?
//!
//! "Kestria and its proxy, *the Velna Brigade*, attacked": the brigade is the proxy, and not Kestria. "The rebels, *opponents* of the
//! government, attacked": the opponents are the rebels. "the insurgent *Velna Brigade*": the brigade is insurgent.

use super::hung;
use language::{Dep, NameLabel, Parse, Pos, Rehang, Tag};
use lexicon::{Lexicon, NounClass};

/// "Kestria and its proxy, *the Velna Brigade*, attacked": a name right behind the last of a row is that of the last.
pub(super) fn name_of_last(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Rehang> {
    let first = parse.head(at);
    let start = parse.subtree(at).start;
    if parse.dep(at) != Dep::Appos || parse.pos(at) != Pos::Propn || start < 2 || parse.word(start - 1) != "," {
        return None;
    }
    let last = start - 2;
    let party = [NounClass::Party, NounClass::Forces, NounClass::People];
    let described = parse.pos(last) == Pos::Noun
        && parse.tag(last) == Tag::Nn
        && party.iter().any(|&class| lexicon.nouns.is(&parse.entry(last), class))
        && parse.child(last, Dep::Poss).is_some();
    let joined = parse.dep(last) == Dep::Conj && parse.head(last) == first && parse.child(first, Dep::Cc).is_some();
    (described && joined).then(|| hung(at, last, Dep::Appos))
}

/// "The rebels, *opponents* of the government, attacked": a verb has one subject, and a noun between commas behind it tells more of it.
pub(super) fn noun_beside_subject(parse: &Parse, at: usize) -> Option<Rehang> {
    let verb = parse.head(at);
    if parse.dep(at) != Dep::Nsubj || parse.pos(at) != Pos::Noun || at < 2 || verb < at {
        return None;
    }
    let words = parse.subtree(at);
    let apart = words.start > 1 && parse.word(words.start - 1) == "," && words.end < verb && parse.word(words.end) == ",";
    let subject = |child: usize| child < at && parse.dep(child) == Dep::Nsubj && parse.subtree(child).end == words.start - 1;
    let first = parse.children(verb).find(|&child| apart && subject(child))?;
    // "The rebels, the army said, attacked": who says so has a verb of his own.
    Some(hung(at, first, Dep::Appos))
}

/// "joined the insurgent *Velna Brigade*": a word for those who fight right before a name tells what sort of party it is.
pub(super) fn name_behind_sort(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Vec<Rehang>> {
    let noun = parse.head(at);
    let name = parse.name_of(at).filter(|name| name.label == NameLabel::Org && name.tokens.end == at + 1)?;
    let behind = parse.dep(at) == Dep::Appos && noun + 1 == name.tokens.start;
    let sort = parse.pos(noun) == Pos::Noun
        && parse.tag(noun) == Tag::Nn
        && lexicon.nouns.is(&parse.entry(noun), NounClass::People);
    let led = parse.children(noun).any(|child| child < noun && parse.norm(child) == "the");
    if !behind || !sort || !led {
        return None;
    }
    let above = if parse.is_root(noun) { at } else { parse.head(noun) };
    let others = parse.children(noun).filter(|&child| child != at).map(|child| hung(child, at, parse.dep(child)));
    let kind = Some((Pos::Adj, Tag::Jj));
    let noun_hung = Rehang { kind, ..hung(noun, at, Dep::Amod) };
    Some([hung(at, above, parse.dep(noun)), noun_hung].into_iter().chain(others).collect())
}
