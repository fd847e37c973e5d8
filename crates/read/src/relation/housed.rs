//! Who has a home, forces or a seat in a place, as a phrase beside the name tells it?
//!
//! "Velna, *home to* the Fifth Fleet", "Morvania, *with 300 advisers in Velna*", "900 soldiers in Kestria, including *300 in Velna*".

use super::{is_place_name, is_state_word, label};
use crate::claim::{Draft, Setting};
use crate::frame::is_place;
use crate::{class, grammar, quantity};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{NounClass, TitleClass, WordClass};
use model::{ClaimType, QuantityKind};

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for at in 0..parse.len() {
        if parse.norm(at) == "home" {
            drafts.extend(home_to(setting, at));
        }
        if parse.norm(at) == "with" && parse.dep(at) == Dep::Prep {
            drafts.extend(with_forces(setting, at));
        }
        if parse.pos(at) == Pos::Num {
            drafts.extend(number_in(setting, at));
        }
        if parse.tag(at) == Tag::Nn {
            drafts.extend(of_town(setting, at));
        }
    }
    drafts
}

fn draft(setting: Setting, trigger: usize, actor: usize, place: usize) -> Draft {
    let parse = &setting.part.parse;
    let mut draft = Draft::new(ClaimType::PresentIn, trigger, "relation/presence");
    draft.actor = grammar::joined(parse, actor);
    draft.place = grammar::joined(parse, place);
    draft.quantity = quantity::of(setting.part, actor, setting.lexicon).into_iter().collect();
    draft.timed = false;
    draft.presupposed = true;
    let words = draft.actor.iter().chain(&draft.place).copied().chain([trigger]);
    let (first, last) = words.fold((trigger, trigger), |(first, last), at| (first.min(at), last.max(at)));
    draft.quote = Some(first..last + 1);
    draft
}

/// "Velna *is* for many years *home to* the Fifth Fleet", "Velna, the largest town in the valley and *home to* the brigade's headquarters".
fn home_to(setting: Setting, home: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    if home == 0 || home + 2 >= parse.len() || parse.norm(home + 1) != "to" {
        return None;
    }
    let somebody = |at: usize| {
        class::fits(parse, setting.lexicon, at, &[NounClass::Forces, NounClass::Party, NounClass::Vehicle])
            || parse.pos(at) == Pos::Propn && label(parse, at) == Some(NameLabel::Org)
    };
    let people = |at: usize| class::fits(parse, setting.lexicon, at, &[NounClass::People]);
    let housed = grammar::object_of(parse, home + 1)?;
    // "home to *the brigade's* headquarters", "to the headquarters of *the fleet*"
    let seat = setting.is_noun(housed, NounClass::Site);
    let owner = grammar::owner(parse, housed).or_else(|| grammar::after(parse, housed, "of"));
    let who = if seat { owner.filter(|&owner| somebody(owner)) } else { Some(housed) };
    let who = who.filter(|&who| somebody(who) || people(who))?;
    let place = host(setting, home).filter(|&place| parse.pos(place) != Pos::Pron && is_place(setting, place))?;
    let mut draft = draft(setting, home, who, place);
    draft.place = vec![place];
    Some(draft)
}

/// What is a home: the subject of a "be", or the place that stands before it.
fn host(setting: Setting, home: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let beside = matches!(parse.word(home - 1), "," | "and") || parse.norm(home - 1) == "now";
    let be = grammar::clause_head(parse, home);
    // Where the tree takes it for a noun, the frames tell whose home the place is.
    if !beside {
        let is = parse.pos(home) == Pos::Adv && matches!(parse.lemma(be), "be" | "become" | "serve" | "remain");
        return grammar::subject(parse, be).filter(|_| is);
    }
    if parse.dep(home) == Dep::Appos {
        return None;
    }
    let start = parse.sentences()[parse.sentence_of(home)].start;
    let named = |&at: &usize| {
        let place = is_place_name(parse, at) || parse.pos(at) == Pos::Propn && is_place(setting, at);
        place && !is_state_word(setting, at) && parse.dep(at) != Dep::Compound
    };
    // "*Velna*, the largest town in Kordun and home to …": what is described as well.
    let described = |&at: &usize| {
        named(&at) && parse.children(at).any(|child| parse.dep(child) == Dep::Appos && child > at && child < home)
    };
    let mut before = (start..home).rev();
    let described = before.clone().filter(|_| parse.word(home - 1) == "and").find(|at| described(at));
    described.or_else(|| before.find(named))
}

/// "Morvania, *with forces in three states*", "a firm *with offices in Velna*": who has them is there.
fn with_forces(setting: Setting, with: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let what = grammar::object_of(parse, with)?;
    let stands = |frame: &lexicon::Frame| frame.claim_type == ClaimType::PresentIn && frame.class == WordClass::Noun;
    let presence = setting.noun_frames(what).any(stands);
    let office = parse.lemma(what) == "office";
    let seat = presence || office || setting.is_noun(what, NounClass::Site) || setting.is_noun(what, NounClass::Forces);
    let whose = grammar::owner(parse, what).is_some() || parse.pos(what) != Pos::Noun;
    let lead = parse.children(what).find(|&child| {
        child > what && parse.dep(child) == Dep::Prep && setting.lexicon.place_words.is_standing(parse.norm(child))
    });
    let place = lead.and_then(|lead| grammar::object_of(parse, lead)).filter(|_| seat && !whose)?;
    let known = is_place(setting, place) || is_place_name(parse, place);
    let host = parse.head(with);
    let host = match parse.pos(host) {
        Pos::Noun | Pos::Propn => host,
        _ => return None,
    };
    // "is *a firm* with offices in Velna"
    let host = match parse.dep(host) {
        Dep::Attr => grammar::subject(parse, parse.head(host))?,
        Dep::Appos => parse.head(host),
        _ => host,
    };
    let party = class::fits(parse, setting.lexicon, host, &[NounClass::Party, NounClass::Forces])
        || label(parse, host) == Some(NameLabel::Org);
    let house = setting.is_noun(host, NounClass::Site) && !setting.is_noun(host, NounClass::Party);
    let land = parse.pos(host) == Pos::Noun && setting.is_noun(host, NounClass::Place);
    let site = house || land || setting.is_noun(host, NounClass::Deed);
    (known && party && !site && host < with).then(|| draft(setting, what, host, place))
}

/// "the *Velna* charity Norden Aid", "*Velna* lawyer Anton Brek", "a nurse *from Velna*, Ida Sand": whom a town stands before or behind is at
/// home there.
fn of_town(setting: Setting, noun: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let people = setting.is_noun(noun, NounClass::People);
    let body = setting.is_noun(noun, NounClass::Party) && !setting.is_noun(noun, NounClass::Office);
    let title = setting.lexicon.titles.class(parse.entry(noun));
    let office = matches!(title, Some(TitleClass::Head | TitleClass::Office | TitleClass::Rank));
    let place = setting.is_noun(noun, NounClass::Place) || setting.is_noun(noun, NounClass::Deed);
    if !(people || body) || office || place || parse.name_of(noun).is_some() {
        return None;
    }
    let town =
        |&place: &usize| is_place_name(parse, place) && !is_state_word(setting, place) && !setting.names_person(place);
    let before = noun.checked_sub(1).filter(town).filter(|&place| parse.dep(place) == Dep::Compound);
    let from = || grammar::after(parse, noun, "from").filter(town).filter(|_| people);
    let place = before.or_else(from)?;
    let start = noun.max(place) + 1;
    let start = start + usize::from(start < parse.len() && parse.word(start) == "," && place > noun);
    let name = parse.name_of(start.min(parse.len() - 1)).filter(|name| name.tokens.start == start)?;
    let last = name.tokens.end - 1;
    let fits = if people && !body { setting.names_person(last) } else { name.label == NameLabel::Org };
    let joined = parse.head(last) == noun || parse.head(noun) == last || parse.dep(last) == Dep::Appos;
    if !fits || !joined {
        return None;
    }
    let mut draft = draft(setting, noun, last, place);
    draft.place = vec![place];
    draft.actor = vec![last];
    draft.quantity = Vec::new();
    Some(draft)
}

/// "900 soldiers in Kestria, including *300 in Velna*", "400 rebels in Velna and *30 in Brel*": a number alone counts those named before.
fn number_in(setting: Setting, number: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let alone = matches!(parse.dep(number), Dep::Pobj | Dep::Conj | Dep::Dobj | Dep::Appos | Dep::Attr);
    let lead = number + 1;
    if !alone || lead + 1 >= parse.len() || !matches!(parse.norm(lead), "in" | "at" | "on" | "near") {
        return None;
    }
    let day = |at: usize| matches!(label(parse, at), Some(NameLabel::Date | NameLabel::Time | NameLabel::Money));
    let place = grammar::object_of(parse, lead).filter(|&place| is_place_name(parse, place) && place > lead)?;
    if day(number) || parse.word(number).len() == 4 && parse.word(number).starts_with(['1', '2']) {
        return None;
    }
    // Those who are counted and told to be somewhere before.
    let start = parse.sentences()[parse.sentence_of(number)].start;
    let forces =
        |at: usize| class::fits(parse, setting.lexicon, at, &[NounClass::Forces]) && parse.pos(at) == Pos::Noun;
    let there = |at: usize| {
        parse.children(at).any(|child| {
            child > at
                && matches!(parse.norm(child), "in" | "at" | "on" | "near")
                && grammar::object_of(parse, child).is_some_and(|other| is_place(setting, other))
        })
    };
    let counted = |at: &usize| forces(*at) && there(*at) && parse.child(*at, Dep::Nummod).is_some();
    let who = (start..number).rev().find(counted)?;
    let mut draft = draft(setting, lead, who, place);
    draft.quantity =
        quantity::number(setting.part, number, QuantityKind::Fighters, setting.lexicon).into_iter().collect();
    draft.quote = Some(number..place + 1);
    Some(draft)
}
