//! Which place lies in which?
//!
//! "Velna, Kestria", "the Kestrian town of Velna", "Velna in northern Kestria", "the Ostrel district of Velna", "Kestria's Kordun
//! province", "14 km south of Velna": the first place lies in or near the second.

use super::{is_place_name, label};
use crate::claim::{Draft, Setting};
use crate::frame::is_place;
use crate::grammar;
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::NounClass;
use model::ClaimType;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts: Vec<Draft> = Vec::new();
    let mut add = |trigger: usize, inner: usize, outer: Vec<usize>| {
        let outer: Vec<usize> = outer.into_iter().filter(|&at| at != inner).collect();
        if outer.is_empty() || drafts.iter().any(|draft| draft.actor == [inner] && draft.place == outer) {
            return;
        }
        let mut draft = Draft::new(ClaimType::LocatedIn, trigger, "relation/location");
        let all = outer.iter().copied().chain([inner, trigger]);
        let (first, last) = all.fold((trigger, trigger), |(first, last), at| (first.min(at), last.max(at)));
        draft.quote = Some(first..last + 1);
        draft.actor = vec![inner];
        draft.place = outer;
        draft.timed = false;
        drafts.push(draft);
    };
    for at in 0..parse.len() {
        if !matches!(parse.pos(at), Pos::Noun | Pos::Propn) {
            continue;
        }
        let lemma = parse.lemma(at).to_lowercase();
        let place_noun = setting.lexicon.nouns.is(&lemma, NounClass::Place) && parse.tag(at) != Tag::Nns;
        // "the town of Velna": Velna is what the phrase is about.
        let named =
            if is_place_name(parse, at) || parse.pos(at) == Pos::Propn && label(parse, at) != Some(NameLabel::Person) {
                Some(at)
            } else if place_noun {
                grammar::after(parse, at, "of").filter(|&inner| parse.pos(inner) == Pos::Propn)
            } else {
                None
            };
        let site = setting.lexicon.nouns.is(&lemma, NounClass::Site) && parse.tag(at) != Tag::Nns;
        if place_noun {
            // "the Kestrian town of Velna".
            if let Some(inner) = named.filter(|&inner| inner != at)
                && let Some(outer) = parse.children(at).find(|&child| {
                    child < at
                        && matches!(label(parse, child), Some(NameLabel::Norp | NameLabel::Gpe))
                        && matches!(parse.dep(child), Dep::Amod | Dep::Compound | Dep::Poss | Dep::Nmod)
                })
            {
                add(at, inner, vec![outer]);
            }
            // "the Ostrel district of Velna", "Kestria's Kordun province".
            let own_name = parse
                .children(at)
                .find(|&child| child < at && parse.dep(child) == Dep::Compound && parse.pos(child) == Pos::Propn);
            if own_name.is_some()
                && let Some(outer) = grammar::after(parse, at, "of").filter(|&outer| is_place_name(parse, outer))
            {
                add(at, at, vec![outer]);
            }
        }
        if (own_place(setting, at) || site && named.is_none())
            && let Some(outer) = grammar::owner(parse, at).filter(|&owner| label(parse, owner) == Some(NameLabel::Gpe))
            && (is_place_name(parse, at) || place_noun)
        {
            add(at, at, vec![outer]);
        }
        let Some(inner) = named.or(site.then_some(at)) else { continue };
        if !(is_place_name(parse, inner) || place_noun || site) {
            continue;
        }
        // "Velna, Kestria".
        if named.is_some()
            && let Some(outer) = parse.children(inner).find(|&child| {
                child == inner + 2
                    && parse.word(inner + 1) == ","
                    && matches!(parse.dep(child), Dep::Appos | Dep::Npadvmod | Dep::Conj)
                    && label(parse, child) == Some(NameLabel::Gpe)
                    && parse.child(child, Dep::Cc).is_none()
                    && parse.child(inner, Dep::Cc).is_none()
                    && parse.children(child).all(|below| parse.dep(below) != Dep::Conj)
            })
        {
            add(outer, inner, vec![outer]);
        }
        // "Velna in northern Kestria", "a bridge near Velna".
        for host in [at, inner] {
            for preposition in parse.children(host).filter(|&child| {
                child > host
                    && parse.dep(child) == Dep::Prep
                    && setting.lexicon.place_words.is_preposition(parse.norm(child))
                    && !matches!(
                        parse.norm(child),
                        "to" | "into" | "toward" | "towards" | "from" | "via" | "over" | "off" | "through"
                    )
            }) {
                if let Some(outer) = grammar::object_of(parse, preposition)
                    && (is_place_name(parse, outer) || is_place(setting, outer) && parse.pos(outer) == Pos::Propn)
                {
                    add(preposition, inner, grammar::joined(parse, outer));
                }
            }
        }
        // "Velna, 14 km south of Ostrel", "a town south of Ostrel".
        let direction = parse.children(inner).chain(parse.children(at)).find(|&child| {
            child > inner
                && setting.lexicon.place_words.is_preposition(parse.norm(child))
                && grammar::after(parse, child, "of").is_some()
        });
        if let Some(direction) = direction
            && let Some(outer) = grammar::after(parse, direction, "of").filter(|&outer| is_place(setting, outer))
        {
            add(direction, inner, vec![outer]);
        }
    }
    drafts
}

fn own_place(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    is_place_name(parse, at)
}
