//! In which place does a building, a body with a seat, or a district with a name of its own stand?
//!
//! "the Orsha prison *in Kestria*", "the prisons of Orsha and Veli *in Kestria*", "the Peace Court *in Ostrel*", "Tavan district, *in the
//! south of Kestria*": what follows right behind such a name says where it is, wherever the tree hangs it.

use super::location::Found;
use super::place_word::{is_known_party, is_place_noun, is_site_noun, plural};
use super::{is_place_name, label};
use crate::claim::Setting;
use crate::{class, grammar};
use language::{Dep, NameLabel, Pos};
use lexicon::NounClass;

pub(super) fn read(found: &mut Found, at: usize) {
    let setting = found.setting;
    let parse = &setting.part.parse;
    let names = names(setting, at);
    let Some(&last) = names.iter().max() else { return };
    let end = parse.name_of(last).map_or(last + 1, |name| name.tokens.end).max(at + 1);
    let comma = end < parse.len() && parse.word(end) == ",";
    let lead = end + usize::from(comma);
    if lead + 1 >= parse.len()
        || parse.dep(lead) != Dep::Prep
        || !matches!(parse.norm(lead), "at" | "in" | "near" | "outside")
    {
        return;
    }
    // "in *the south of Kestria*"
    let outer = grammar::object_of(parse, lead).map(|outer| {
        let part = setting.lexicon.place_words.is_relative(parse.entry(outer)) || is_place_noun(setting, outer);
        grammar::after(parse, outer, "of").filter(|_| part && parse.pos(outer) == Pos::Noun).unwrap_or(outer)
    });
    let Some(outer) = outer.filter(|&outer| is_place_name(parse, outer) && outer > lead && !names.contains(&outer))
    else {
        return;
    };
    // "was shot at the prison, in Kestria": only a district is told so behind a comma.
    if comma && !is_place_noun(setting, at) {
        return;
    }
    let start = |name: usize| parse.name_of(name).map_or(name, |name| name.tokens.start);
    let whole = |&name: &usize| {
        let first = if name == at { parse.subtree(at).find(|&word| parse.pos(word) == Pos::Propn) } else { None };
        first.filter(|&first| first < at).map(|first| (at, start(first)..at + 1))
    };
    let exact = names.iter().filter_map(whole).collect();
    found.add(lead, names, vec![outer], exact);
}

/// What a noun for a site, a district or a seat names: itself with the name before it, or the names behind its "of".
fn names(setting: Setting, at: usize) -> Vec<usize> {
    let parse = &setting.part.parse;
    // Whatever the name finder takes them for: a site may be called after somebody.
    let proper = |&name: &usize| parse.pos(name) == Pos::Propn;
    let site = is_site_noun(setting, at) || is_place_noun(setting, at);
    if parse.pos(at) == Pos::Noun && site {
        let of = grammar::after(parse, at, "of").filter(|of| plural(parse, at) && proper(of));
        if let Some(first) = of {
            return grammar::joined(parse, first).into_iter().filter(proper).collect();
        }
        // "*Falcon Brigade* strongholds" are the brigade's, wherever they are.
        let body = |at: usize| matches!(label(parse, at), Some(NameLabel::Norp | NameLabel::Org));
        let own = parse.children(at).any(|child| {
            let named = child + 1 == at && parse.dep(child) == Dep::Compound && proper(&child);
            named && !body(child) && !is_known_party(setting, child)
        });
        // "the *Orsha* and Veli prisons"
        let first = (plural(parse, at) && parse.dep(at) == Dep::Conj).then(|| parse.head(at)).filter(proper);
        return if own { first.into_iter().chain([at]).collect() } else { Vec::new() };
    }
    // "the Peace Court", "Velna University"
    let body = parse.name_of(at).is_some_and(|name| {
        let seat = |word: usize| {
            class::fits(parse, setting.lexicon, word, &[NounClass::Site])
                || setting.lexicon.nouns.is(parse.lower(word), NounClass::Site)
                || setting.lexicon.nouns.is(parse.lower(word), NounClass::Office)
        };
        let head = !name.tokens.contains(&parse.head(at));
        name.label == NameLabel::Org && head && name.tokens.len() > 1 && name.tokens.clone().any(seat)
    });
    if body && parse.pos(at) == Pos::Propn { vec![at] } else { Vec::new() }
}
