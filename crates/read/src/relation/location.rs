//! Which place lies in which?
//!
//! "Velna, Kestria", "the Kestrian town of Velna", "Velna in northern Kestria", "the Ostrel district of Velna", "Kestria's Kordun
//! province", "Velna, a town 14 km south of Ostrel": the first place lies in or near the second.

use super::members::members;
use super::place_word::{
    could_be_place, is_community, is_known_party, is_name_of_place, is_named_by_noun, is_named_deed, is_place_noun,
    is_settlement, is_site_noun, plural,
};
use super::{chain, is_place_name, is_state_word, label, nearby, sited, whereabouts};
use crate::claim::{Draft, Setting};
use crate::frame::{between_commas, is_place, named_parts};
use crate::{class, grammar};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{NounClass, WordClass};
use model::{ClaimType, SourceKind};
use std::ops::Range;

/// The drafts found so far.
pub(super) struct Found<'s, 'a> {
    pub(super) setting: Setting<'s, 'a>,
    drafts: Vec<Draft>,
}

impl Found<'_, '_> {
    /// The inner places lie in the outer ones.
    pub(super) fn add(
        &mut self,
        trigger: usize,
        inner: Vec<usize>,
        outer: Vec<usize>,
        exact: Vec<(usize, Range<usize>)>,
    ) {
        let parse = &self.setting.part.parse;
        // A body whose name sounds like a place, "the Kordun State in Kestria", is present there.
        let names = &self.setting.lexicon.names;
        let acts = |at: usize| {
            // A base is a site, whoever has it.
            if is_site_noun(self.setting, at) {
                return false;
            }
            if class::is_known_body(parse, self.setting.lexicon, at) {
                return true;
            }
            let name = parse.name_of(at).map(|name| parse.span(name.tokens.clone()).of(parse.text()));
            let name = name.map(|words| words.strip_prefix("the ").unwrap_or(words));
            name.is_some_and(|words| matches!(names.find(words), Some(lexicon::Known::Actor(actor)) if actor.kind != lexicon::ActorKind::Outlet))
        };
        let inner: Vec<usize> = inner
            .into_iter()
            .filter(|&at| !is_state_word(self.setting, at) && !is_named_deed(self.setting, at) && !acts(at))
            // "*its headquarters* in Velna": that they are there is told, not where a house lies.
            .filter(|&at| parse.child(at, Dep::Poss).is_none_or(|owner| parse.tag(owner) != Tag::PrpPoss))
            .collect();
        // "a post *on Facebook*" lies nowhere.
        // "fell at *4 A.M.* in Velna"
        let hour = |at: &usize| matches!(parse.lower(*at), "a.m." | "p.m.");
        // "on *September 10* east of Velna"
        let day = |at: usize| matches!(label(parse, at), Some(NameLabel::Date | NameLabel::Time));
        let inner: Vec<usize> = inner.into_iter().filter(|at| !hour(at) && !day(*at)).collect();
        let platform = |at: usize| self.setting.lexicon.sources.noun(parse.lower(at)) == Some(SourceKind::SocialMedia);
        let outer: Vec<usize> = outer
            .into_iter()
            .filter(|&at| !inner.contains(&at) && !is_named_deed(self.setting, at) && !platform(at))
            .collect();
        let known = |draft: &Draft| {
            inner.iter().any(|at| draft.actor.contains(at)) && outer.iter().any(|at| draft.place.contains(at))
        };
        if inner.is_empty() || outer.is_empty() || self.drafts.iter().any(known) {
            return;
        }
        let mut draft = Draft::new(ClaimType::LocatedIn, trigger, "relation/location");
        let words = |at: &usize| match exact.iter().find(|(head, _)| head == at) {
            Some((_, words)) => [words.start, words.end - 1],
            None => [*at, parse.name_of(*at).map_or(*at, |name| name.tokens.start)],
        };
        let all = outer.iter().chain(&inner).flat_map(words);
        let (first, last) = all.fold((trigger, trigger), |(first, last), at| (first.min(at), last.max(at)));
        draft.quote = Some(first..last + 1);
        draft.actor = inner;
        draft.place = outer;
        draft.exact = exact;
        draft.timed = false;
        draft.presupposed = true;
        self.drafts.push(draft);
    }
}

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut found = Found { setting, drafts: Vec::new() };
    for at in 0..parse.len() {
        if matches!(parse.pos(at), Pos::Noun | Pos::Propn) {
            chain::read(&mut found, at);
            side_by_side(&mut found, at);
            before_noun(&mut found, at);
            after_preposition(&mut found, at);
            nearby::read(&mut found, at);
            whereabouts::read(&mut found, at);
            sited::read(&mut found, at);
            including(&mut found, at);
            stretch(&mut found, at);
        }
        if matches!(parse.pos(at), Pos::Verb | Pos::Aux) {
            nearby::lies_off(&mut found, at);
            nearby::inverted(&mut found, at);
        }
    }
    found.drafts
}

/// "Velna, Kestria", "Velna, northern Kestria", "the city of Velna, in southern Kestria", "Velna district, Ostrel province".
fn side_by_side(found: &mut Found, at: usize) {
    let setting = found.setting;
    let parse = &setting.part.parse;
    let end = parse.name_of(at).map_or(at + 1, |name| name.tokens.end.max(at + 1));
    let by_noun = |at: usize| is_named_by_noun(setting, at) && !plural(parse, at);
    if end != at + 1 || end + 1 >= parse.len() || parse.word(end) != "," {
        return;
    }
    if !could_be_place(setting, at) && !by_noun(at) {
        return;
    }
    // "the 9th *Division*, Fort Hald": a unit is stationed somewhere, and is no part of it.
    if setting.lexicon.nouns.is(parse.lower(at), NounClass::Forces) {
        return;
    }
    let before = at.checked_sub(1).map(|before| parse.lower(before));
    if before.is_some_and(|word| setting.lexicon.titles.class(word).is_some()) {
        return;
    }
    let mut next = end + 1;
    let inside = parse.norm(next) == "in" && is_place_name(parse, at);
    next += usize::from(inside);
    let start = next;
    while next + 1 < parse.len() && setting.lexicon.place_words.is_direction(parse.norm(next)) {
        next += 1;
    }
    if next >= parse.len() || parse.pos(next) != Pos::Propn {
        return;
    }
    let outer = parse.name_of(next).map_or(next, |name| {
        let last = name.tokens.end - 1;
        if parse.tag(last) == Tag::Pos { last - 1 } else { last }
    });
    // "Velna, Ostrel *province*"
    let outer = if outer + 1 < parse.len() && by_noun(outer + 1) { outer + 1 } else { outer };
    let words = parse.span(next..outer + 1).of(parse.text());
    let name = matches!(setting.lexicon.names.find(words), Some(lexicon::Known::State(_)));
    let state = name && parse.pos(outer) == Pos::Propn && !is_state_word(setting, at);
    let directed = next > start && is_place_name(parse, outer);
    let after_outer = outer + 1;
    // "Velna, Tavan and Ostrel" is a list, and so is "Velna, Tavan, and Ostrel".
    let word = |at: usize| if at < parse.len() { parse.norm(at) } else { "" };
    let joint = |at: usize| matches!(word(at), "and" | "or" | "&");
    let third = after_outer + usize::from(word(after_outer) == ",") + 1;
    let third = third + usize::from(word(third) == "the");
    let three =
        joint(third - 1 - usize::from(word(third - 1) == "the")) && third < parse.len() && is_place_name(parse, third);
    let listed = joint(after_outer)
        || three
        || parse.child(at, Dep::Cc).is_some_and(|cc| cc > at && cc < outer)
        || parse.dep(at) == Dep::Conj && parse.head(at) + 2 == at && parse.word(at - 1) == ",";
    let below = parse.dominates(at, outer);
    let clause = matches!(parse.dep(outer), Dep::Nsubj | Dep::Nsubjpass | Dep::Poss | Dep::Agent);
    let beside = below
        && matches!(parse.dep(outer), Dep::Appos | Dep::Npadvmod | Dep::Conj | Dep::Nmod)
        && (matches!(label(parse, outer), Some(NameLabel::Gpe | NameLabel::Loc)) || by_noun(outer))
        && (is_place_name(parse, at) || is_site_noun(setting, at) || by_noun(at))
        && parse.children(outer).all(|child| !matches!(parse.dep(child), Dep::Conj | Dep::Cc))
        && !listed;
    // "Kestria, Morvania and Norland": three states lie beside each other.
    let states = three && is_state_word(setting, third);
    let beside_it =
        parse.head(outer) == parse.head(at) || parse.dep(outer) == Dep::Npadvmod || doubled(parse, at, outer);
    let in_state =
        state && !states && (!clause || doubled(parse, at, outer)) && (below || beside_it) && (!listed || below);
    let stated = (inside || directed) && is_place_name(parse, outer) && !clause;
    if beside || in_state || stated {
        let whole = |at: usize| {
            let name = parse.name_of(at - 1).map_or(at - 1, |name| name.tokens.start.min(at - 1));
            (at, name..at + 1)
        };
        let mut exact: Vec<_> = [at, outer].into_iter().filter(|&at| by_noun(at)).map(whole).collect();
        if start < next {
            exact.push((outer, start..outer + 1));
        }
        found.add(outer, vec![at], vec![outer], exact);
    }
}

/// "northern Kestria, including Velna and Ostrel".
fn including(found: &mut Found, at: usize) {
    let setting = found.setting;
    let inner = if is_place_name(&setting.part.parse, at) { named_parts(setting, at) } else { Vec::new() };
    if let Some(&first) = inner.first() {
        found.add(first - 1, inner, vec![at], directed(setting, at));
    }
}

/// "the road between Velna and Ostrel": it lies at both; a border between two states is theirs.
fn stretch(found: &mut Found, at: usize) {
    let setting = found.setting;
    let parse = &setting.part.parse;
    if parse.pos(at) != Pos::Noun || plural(parse, at) {
        return;
    }
    let way = || is_site_noun(setting, at) || is_place_noun(setting, at);
    let between = grammar::after(parse, at, "between").filter(|&end| end > at && end <= at + 4 && way());
    let ends = between.map(|end| grammar::joined(parse, end)).unwrap_or_default();
    // What a way runs between are places, whatever the name finder takes them for.
    let town =
        |&end: &usize| parse.pos(end) == Pos::Propn && !is_state_word(setting, end) && !is_known_party(setting, end);
    if ends.len() == 2 && ends.iter().all(town) {
        found.add(at, vec![at], ends, Vec::new());
    }
}

/// True for a state that the tree makes a second subject, or a part of one: "an attack in Velna, *Kestria* killed six", "Velna,
/// *Kestria* bomb kills six".
fn doubled(parse: &Parse, at: usize, outer: usize) -> bool {
    let subject = |word: usize| matches!(parse.dep(word), Dep::Nsubj | Dep::Nsubjpass);
    let second = if parse.dep(outer) == Dep::Compound { parse.head(outer) } else { outer };
    let mut first = at;
    while !subject(first) && parse.head(first) != first && first > 0 {
        first = parse.head(first);
    }
    subject(second) && subject(first) && first < second && first <= at && parse.head(first) == parse.head(second)
}

/// "the Kestrian town of Velna", "the Ostrel district of Velna", "northern Kestria's Kordun province", "the Kestrian capital Velna".
fn before_noun(found: &mut Found, at: usize) {
    let setting = found.setting;
    let parse = &setting.part.parse;
    let place_noun = is_place_noun(setting, at) && !plural(parse, at);
    let own_name = parse.children(at).find(|&child| {
        child < at
            && parse.dep(child) == Dep::Compound
            && parse.pos(child) == Pos::Propn
            && child + 1 == at
            // "the *Kordun* capital" is that of Kordun.
            && parse.lemma(at) != "capital"
            && !is_state_word(setting, child)
    });
    // "the Morvanian colony of Ostrel" tells whose it is, not where.
    let held = || {
        let frames = setting.frames(at);
        setting.is_noun(at, NounClass::Party)
            && frames.iter().any(|frame| frame.claim_type == ClaimType::Controls && frame.class == WordClass::Noun)
    };
    if place_noun && held() {
        return;
    }
    let nation = || {
        parse.children(at).find(|&child| {
            child < at
                && matches!(parse.dep(child), Dep::Amod | Dep::Compound | Dep::Poss | Dep::Nmod)
                && (parse.name_of(child).is_none() || parse.name_of(child) != parse.name_of(at))
                && (is_state_word(setting, child)
                    // "the *Kordun* capital", "the *Kordun* provincial capital"
                    || parse.lemma(at) == "capital"
                        && parse.dep(child) != Dep::Amod
                        && (child + 1 == at || !is_place_noun(setting, child + 1))
                        && parse.pos(child) == Pos::Propn
                        && !is_known_party(setting, child)
                    // "the *Tavan state* capital"
                    || is_named_by_noun(setting, child)
                    || parse.pos(child) == Pos::Noun
                        && is_place_noun(setting, child)
                        && child > 0
                        && parse.pos(child - 1) == Pos::Propn
                        && parse.head(child - 1) == at
                    || label(parse, child) == Some(NameLabel::Norp) && !is_community(setting, child)
                    || parse.dep(child) == Dep::Poss
                        && (label(parse, child) == Some(NameLabel::Gpe)
                            || is_named_by_noun(setting, child)))
        })
    };
    if place_noun && own_name.is_none() {
        let inner = grammar::after(parse, at, "of").filter(|&inner| parse.pos(inner) == Pos::Propn).or_else(|| {
            parse
                .children(at)
                .find(|&child| parse.dep(child) == Dep::Appos && could_be_place(setting, child))
                .or_else(|| matches!(parse.dep(at), Dep::Compound | Dep::Appos).then(|| parse.head(at)))
                // "Velna is Kestria's largest city"
                .or_else(|| grammar::subject(parse, parse.head(at)).filter(|_| parse.dep(at) == Dep::Attr))
                .filter(|&inner| parse.pos(inner) == Pos::Propn)
                .or_else(|| between_commas(setting, at))
        });
        if let (Some(inner), Some(outer)) = (inner, nation()) {
            found.add(at, vec![inner], vec![outer], directed(setting, outer));
        }
    }
    if let Some(name) = own_name
        && place_noun
    {
        let whole = vec![(at, parse.name_of(name).map_or(name, |name| name.tokens.start).min(name)..at + 1)];
        let inside = |&outer: &usize| {
            is_place_name(parse, outer)
                || is_named_by_noun(setting, outer)
                || parse.pos(outer) == Pos::Propn && !setting.names_person(outer) && !is_known_party(setting, outer)
        };
        let inner = grammar::after(parse, at, "of").filter(inside);
        // "the *Ostrel suburb of Orl*", "the eastern *Ostrel district of Orl*", "the *Hald town of Orl*": the wider place stands first.
        let settles = parse.lemma(at) == "suburb" || is_settlement(setting, at);
        // "Velna *town of Hald province*" lies in it.
        let narrow = |inner: usize| {
            parse.pos(inner) == Pos::Propn && !is_state_word(setting, inner) && grammar::owner(parse, inner).is_none()
        };
        let town = settles && inner.is_some_and(narrow)
            || is_place_name(parse, name)
                && (name > 0 && setting.lexicon.place_words.is_direction(parse.norm(name - 1))
                    || inner.is_some_and(|inner| is_capital(setting, name) && !is_capital(setting, inner)));
        if let Some(inner) = inner.filter(|_| town) {
            found.add(at, vec![inner], vec![name], directed(setting, name));
        } else if let Some(outer) = inner {
            found.add(at, vec![at], vec![outer], whole);
        } else if let Some(outer) = nation() {
            let exact = whole.into_iter().chain(directed(setting, outer)).collect();
            found.add(at, vec![at], vec![outer], exact);
        }
        return;
    }
    let site = is_site_noun(setting, at) && !plural(parse, at) && parse.name_of(at).is_none();
    // "Morvania's arch-enemy Kestria" does not lie in Morvania.
    let called = |child: usize| {
        parse.pos(child) == Pos::Noun
            && parse.dep(child) == Dep::Compound
            && !is_place_noun(setting, child)
            && !is_site_noun(setting, child)
    };
    let somebody = is_place_name(parse, at) && parse.children(at).any(|child| child < at && called(child));
    // "Kestria's eastern Badra"
    let part = parse.pos(at) == Pos::Propn
        && parse.children(at).any(|child| child < at && setting.lexicon.place_words.is_direction(parse.norm(child)));
    // "*Kestria's* overseas base is in Morvania": where a state has people its own land is not told.
    let held = || {
        let stands = |frame: &lexicon::Frame| frame.claim_type == ClaimType::PresentIn;
        setting.noun_frames(at).any(stands)
    };
    let site = site && !held();
    if (is_place_name(parse, at) && !somebody || site || part)
        && let Some(outer) = grammar::owner(parse, at).filter(|&owner| label(parse, owner) == Some(NameLabel::Gpe))
    {
        found.add(at, vec![at], vec![outer], directed(setting, outer));
    }
}

/// "the two breakaway regions of Kestria, *Velna* and *Brel*".
fn named_parts_of_state(found: &mut Found, many: usize) {
    let setting = found.setting;
    let parse = &setting.part.parse;
    let state = grammar::after(parse, many, "of").filter(|&state| is_state_word(setting, state));
    let Some(state) = state.filter(|_| is_place_noun(setting, many)) else { return };
    let beside = |host: usize| {
        let name = |&child: &usize| parse.dep(child) == Dep::Appos && parse.pos(child) == Pos::Propn && child > state;
        parse.children(host).find(name)
    };
    let names = beside(many).or_else(|| beside(state)).map(|first| grammar::joined(parse, first)).unwrap_or_default();
    if names.len() > 1 && names.iter().all(|&name| !is_state_word(setting, name) && !is_known_party(setting, name)) {
        found.add(many, names, vec![state], Vec::new());
    }
}

/// Those of which a noun for many places tells what they are: "*Velna* is one of the poorest provinces in Kestria", "*Velna* and *Brel*, two
/// villages in Kestria".
fn among(setting: Setting, many: usize) -> Option<Vec<usize>> {
    let parse = &setting.part.parse;
    let town = |&name: &usize| parse.pos(name) == Pos::Propn && !is_state_word(setting, name);
    if parse.dep(many) == Dep::Appos {
        let mut all = grammar::joined(parse, parse.head(many));
        all.retain(|name| town(name) && *name < many);
        return (all.len() > 1 && all.iter().all(|&name| could_be_place(setting, name))).then_some(all);
    }
    let of = parse.head(many);
    let one = parse.head(of);
    let is = parse.dep(many) == Dep::Pobj
        && parse.norm(of) == "of"
        && parse.norm(one) == "one"
        && matches!(parse.dep(one), Dep::Attr | Dep::Appos);
    let named = match parse.dep(one) {
        Dep::Attr => grammar::subject(parse, parse.head(one)),
        _ => Some(parse.head(one)),
    };
    named.filter(|name| is && town(name)).map(|name| vec![name])
}

/// True for the name of a capital.
fn is_capital(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let words = parse.name_of(at).map_or(at..at + 1, |name| name.tokens.clone());
    setting.lexicon.names.capital(parse.span(words).of(parse.text())).is_some()
}

/// The outer place with the direction before it: `northern Kestria` in "northern Kestria's Kordun province".
pub(super) fn directed(setting: Setting, outer: usize) -> Vec<(usize, Range<usize>)> {
    let parse = &setting.part.parse;
    let start = parse.name_of(outer).map_or(outer, |name| name.tokens.start.min(outer));
    // "the *South Morvanian* town"
    if parse.pos(outer) == Pos::Adj && start < outer && label(parse, outer) == Some(NameLabel::Norp) {
        return vec![(outer, start..outer + 1)];
    }
    let direction = start > 0 && setting.lexicon.place_words.is_direction(parse.norm(start - 1));
    let first = match parse.pos(outer) {
        Pos::Propn if direction => start - 1,
        // "the *Tavan state* capital"
        Pos::Noun if outer > 0 && parse.pos(outer - 1) == Pos::Propn => {
            parse.name_of(outer - 1).map_or(outer - 1, |name| name.tokens.start.min(outer - 1))
        }
        _ => return Vec::new(),
    };
    vec![(outer, first..outer + 1)]
}

/// "Velna in northern Kestria", "a bridge near Velna", "Velna, a town south of Ostrel", "towns in Kestria including Velna".
fn after_preposition(found: &mut Found, at: usize) {
    let setting = found.setting;
    let parse = &setting.part.parse;
    let place_noun = is_place_noun(setting, at);
    let site = is_site_noun(setting, at) && parse.name_of(at).is_none();
    let named = is_place_name(parse, at) && !is_known_party(setting, at)
        || parse.pos(at) == Pos::Propn
            && (place_noun || is_site_noun(setting, at))
            && label(parse, at) != Some(NameLabel::Person)
        || whereabouts::is_led(setting, at);
    let inner: Vec<usize> = if named {
        // "Velna and Ostrel in northern Kestria".
        let mut row = vec![at];
        let mut first = at;
        while parse.dep(first) == Dep::Conj && is_place_name(parse, parse.head(first)) && is_place_name(parse, at) {
            first = parse.head(first);
            row.push(first);
        }
        row
    } else if let Some(names) = members(parse, setting.lexicon, at).filter(|_| place_noun) {
        names
    } else if is_named_by_noun(setting, at) && !plural(parse, at) {
        // "Kordun province in Kestria"
        vec![at]
    } else if plural(parse, at) {
        // "the villages of Velna and Ostrel in northern Kestria".
        match grammar::after(parse, at, "of").filter(|&inner| place_noun && is_name_of_place(setting, inner)) {
            Some(inner) => grammar::joined(parse, inner),
            None => match among(setting, at).filter(|_| place_noun) {
                Some(names) => names,
                None => return named_parts_of_state(found, at),
            },
        }
    } else if place_noun {
        let described = match parse.dep(at) {
            Dep::Appos => Some(parse.head(at)),
            Dep::Attr => grammar::subject(parse, parse.head(at)),
            _ => None,
        };
        let described = described.filter(|&inner| parse.pos(inner) == Pos::Propn);
        let of = grammar::after(parse, at, "of").filter(|&inner| parse.pos(inner) == Pos::Propn);
        // "the capital of Kestria, *Velna*"
        let around = grammar::after(parse, at, "of").filter(|&outer| whereabouts::lies_around(setting, outer));
        let parted =
            |name: usize| parse.subtree(name).start.checked_sub(1).is_some_and(|comma| parse.word(comma) == ",");
        let called = parse.child(at, Dep::Appos).filter(|&name| parse.pos(name) == Pos::Propn && parted(name));
        if let (Some(outer), Some(name)) =
            (around, called.filter(|&name| is_settlement(setting, at) && !is_state_word(setting, name)))
        {
            let exact = [whereabouts::named_words(setting, outer), directed(setting, outer)].concat();
            return found.add(at, vec![name], vec![outer], exact);
        }
        // "another breakaway region of Kestria, *Ostrel*": the tree hangs the name on the state.
        let one = parse.children(at).any(|child| matches!(parse.norm(child), "a" | "an" | "another"));
        let state = of.filter(|&state| one && described.is_none() && is_state_word(setting, state));
        let behind = |state: usize| {
            let name = parse.children(state).find(|&child| parse.dep(child) == Dep::Appos)?;
            (parse.pos(name) == Pos::Propn && !is_state_word(setting, name) && !is_known_party(setting, name))
                .then_some((name, state))
        };
        if let Some((name, state)) = state.and_then(behind) {
            return found.add(at, vec![name], vec![state], Vec::new());
        }
        match described.or(of) {
            Some(inner) => vec![inner],
            // "a town in northern Kestria"
            None if is_settlement(setting, at) && parse.dep(at) != Dep::Attr => vec![at],
            None => return,
        }
    } else if site {
        let apposed =
            parse.children(at).find(|&child| parse.dep(child) == Dep::Appos && parse.pos(child) == Pos::Propn);
        // "Camp Orvek, a prison in Kestria".
        let host = Some(parse.head(at)).filter(|&host| parse.dep(at) == Dep::Appos && parse.pos(host) == Pos::Propn);
        vec![apposed.or(host).unwrap_or(at)]
    } else {
        return;
    };
    // "Velna, the capital of Kestria": what is described lies in what follows.
    if !named
        && let [host] = inner[..]
        && host < at
        && let Some(outer) =
            grammar::after(parse, at, "of").filter(|&outer| whereabouts::lies_around(setting, outer) && outer != host)
    {
        found.add(
            at,
            inner.clone(),
            vec![outer],
            [whereabouts::named_words(setting, outer), directed(setting, outer)].concat(),
        );
    }
    let hosts: Vec<usize> = inner.iter().copied().chain([at]).collect();
    // "a village 10 km north of *Velna* in Hald": the village is in Hald.
    let aside = parse.dep(at) == Dep::Pobj && parse.norm(parse.head(at)) == "of" && {
        let off = parse.head(parse.head(at));
        setting.lexicon.place_words.is_preposition(parse.norm(off))
            && setting.lexicon.place_words.is_relative(parse.norm(off))
    };
    for &host in hosts.iter().filter(|_| !aside) {
        let prepositions = parse.children(host).filter(|&child| {
            child > host
                && parse.dep(child) == Dep::Prep
                && setting.lexicon.place_words.is_preposition(parse.norm(child))
                && !matches!(
                    parse.norm(child),
                    "to" | "into" | "toward" | "towards" | "from" | "via" | "over" | "off" | "through" | "amid"
                )
        });
        for preposition in prepositions {
            let Some(outer) = grammar::object_of(parse, preposition) else { continue };
            let outer = whereabouts::named(setting, outer);
            let exact = whereabouts::named_words(setting, outer);
            if is_place_name(parse, outer)
                || is_name_of_place(setting, outer)
                || !exact.is_empty()
                || is_place(setting, outer) && parse.pos(outer) == Pos::Propn
            {
                // "the largest town in Kestria *and home to* the brigade"
                let mut outer = grammar::joined(parse, outer);
                outer.retain(|&at| parse.lemma(at) != "home");
                found.add(preposition, inner.clone(), outer, exact);
            }
        }
    }
    // "Velna, 14 km south of Ostrel", "a town south of Ostrel", "the valley south and east of Ostrel".
    let direction = hosts.iter().flat_map(|&host| parse.children(host)).find(|&child| {
        child > hosts[0].min(at)
            && setting.lexicon.place_words.is_preposition(parse.norm(child))
            && grammar::after(parse, child, "of").is_some()
    });
    if let Some(direction) = direction
        && let Some(outer) = grammar::after(parse, direction, "of").filter(|&outer| is_place(setting, outer))
    {
        found.add(direction, inner, vec![outer], Vec::new());
    }
}
