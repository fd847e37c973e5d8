//! What is told of the names in a row?
//!
//! "long-time *rivals* Morvania and Kestria": they oppose each other. "Morvania, Kestria and nine *other members* of the Union" are members
//! like the nine. "the Alliance, *including* the Guard and the Falcon Brigade,": they are part of it, and so are the units that it *has*:
//! "The corps has two brigades, the Falcon Brigade and the Border Brigade."

use super::belonging::{draft, is_organisation, is_unit};
use super::label;
use crate::claim::{Draft, Setting};
use crate::{grammar, list};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{NounClass, WordClass};
use model::ClaimType;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for at in 0..parse.len() {
        match parse.norm(at) {
            "other" | "fellow" => drafts.extend(other_members(setting, at)),
            "including" => drafts.extend(including(setting, at)),
            _ if parse.lemma(at) == "have" && parse.pos(at) == Pos::Verb => drafts.extend(has_units(setting, at)),
            _ if matches!(parse.tag(at), Tag::Nns | Tag::Vbz) => drafts.extend(each_other(setting, at)),
            _ => {}
        }
    }
    drafts
}

/// "long-time *rivals* Morvania and Kestria", "the *allies* Morvania and Kestria".
fn each_other(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    if at + 3 >= parse.len() || parse.pos(at + 1) != Pos::Propn || grammar::owner(parse, at).is_some() {
        return None;
    }
    let frames = setting.frames(at);
    let mutual = |claim_type| matches!(claim_type, ClaimType::Opposes | ClaimType::AlliedWith);
    let frame = frames
        .iter()
        .find(|frame| mutual(frame.claim_type) && frame.class == WordClass::Noun && frame.words.is_empty())?;
    // A compound before it says whose they are: "coalition allies Morvania and Kestria".
    let whose = parse.children(at).any(|child| child < at && parse.pos(child) == Pos::Propn);
    let names = list::behind(parse, at + 1);
    let party = |&name: &usize| !setting.names_person(name) && parse.pos(name) == Pos::Propn;
    let [first, rest @ ..] = names.as_slice() else { return None };
    if whose || rest.is_empty() || !names.iter().all(party) {
        return None;
    }
    let mut draft = draft(frame.claim_type, at, "relation/side", *first, *rest.last()?);
    draft.target = rest.to_vec();
    Some(draft)
}

/// "Morvania, Kestria and nine *other* members of the Union": those before the word are members as well.
fn other_members(setting: Setting, other: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let member = parse.head(other);
    let frames = setting.frames(member);
    let tells = frames.iter().any(|frame| {
        frame.class == WordClass::Noun && matches!(frame.claim_type, ClaimType::PartOf | ClaimType::MemberOf)
    });
    if member < other || !tells || parse.tag(member) != Tag::Nns || parse.dep(member) != Dep::Conj {
        return None;
    }
    let body = grammar::after(parse, member, "of")
        .or_else(|| {
            parse
                .children(member)
                .find(|&child| parse.dep(child) == Dep::Compound && label(parse, child) == Some(NameLabel::Org))
        })
        .or_else(|| grammar::owner(parse, member))
        .filter(|&body| is_organisation(setting, body) || parse.pos(body) == Pos::Propn)
        // "Velna and other parts of Kestria" are places in it.
        .filter(|&body| parse.lemma(member) != "part" || label(parse, body) != Some(NameLabel::Gpe))?;
    let mut first = member;
    while parse.dep(first) == Dep::Conj && parse.head(first) < first {
        first = parse.head(first);
    }
    let names: Vec<usize> = grammar::joined(parse, first)
        .into_iter()
        .filter(|&name| name < other && parse.pos(name) == Pos::Propn)
        .collect();
    let (&first, &last) = (names.first()?, names.last()?);
    let person = setting.names_person(last);
    let claim_type = if person { ClaimType::MemberOf } else { ClaimType::PartOf };
    let mut draft = draft(claim_type, member, "relation/of", first, body);
    draft.actor = names;
    draft.target = vec![body];
    Some(draft)
}

/// "the Alliance, *including* the Guard and the Falcon Brigade, …": a body and those of it that are named.
fn including(setting: Setting, preposition: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let comma = preposition.checked_sub(2).filter(|&at| parse.word(at + 1) == ",")?;
    let host = parse.head(preposition);
    let end = parse.name_of(comma).map_or(comma, |name| name.tokens.end - 1);
    let one = parse.tag(host) != Tag::Nns && is_organisation(setting, host) && !setting.names_person(host);
    if parse.dep(preposition) != Dep::Prep || !one || host != comma && end != comma {
        return None;
    }
    let first = grammar::object_of(parse, preposition)?;
    let named = |&name: &usize| {
        matches!(label(parse, name), Some(NameLabel::Org | NameLabel::Gpe | NameLabel::Norp))
            && parse.pos(name) == Pos::Propn
            && !setting.is_noun(name, NounClass::People)
    };
    let (joined, written) = (grammar::joined(parse, first), list::written(parse, first));
    let names = if written.len() > joined.len() { written } else { joined };
    let names: Vec<usize> = names.into_iter().filter(named).collect();
    let (&first, &last) = (names.first()?, names.last()?);
    let mut draft = draft(ClaimType::PartOf, preposition, "relation/of", first, host);
    draft.quote = Some(parse.name_of(host).map_or(host, |name| name.tokens.start).min(host)..last + 1);
    draft.actor = names;
    draft.target = vec![host];
    Some(draft)
}

/// "The corps *has* two brigades, the Falcon Brigade and the Border Brigade", "The party *has* an armed wing, the Falcons".
fn has_units(setting: Setting, verb: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let units = parse.child(verb, Dep::Dobj).filter(|&units| {
        units > verb && parse.pos(units) == Pos::Noun && parse.name_of(units).is_none() && is_unit(setting, units)
    })?;
    let whole = grammar::subject(parse, verb).filter(|&whole| {
        let forces =
            || parse.pos(whole) == Pos::Propn && setting.lexicon.nouns.is(parse.lower(whole), NounClass::Forces);
        is_organisation(setting, whole)
            || is_unit(setting, whole)
            || forces()
            || matches!(parse.norm(whole), "it" | "which" | "that")
    })?;
    let end = parse.sentences()[parse.sentence_of(verb)].end;
    let mark = (units + 1..(end - 1).min(units + 4)).find(|&at| matches!(parse.word(at), "," | ":" | "–" | "—"))?;
    let first = mark + 1 + usize::from(parse.norm(mark + 1) == "including");
    let named = |&name: &usize| {
        parse.pos(name) == Pos::Propn
            && !setting.names_person(name)
            && (is_unit(setting, name) || label(parse, name) == Some(NameLabel::Org))
    };
    // Who leads them can stand between: "the 1st Brigade under Brek, the 2nd Brigade under Sand".
    let heads = |at: usize| {
        named(&at)
            && (at + 1 == end || !matches!(parse.pos(at + 1), Pos::Propn | Pos::Noun))
            && (parse.dep(at) != Dep::Pobj || parse.norm(parse.head(at)) == "including")
    };
    let names: Vec<usize> = if parse.tag(units) == Tag::Nns {
        (first..end).take_while(|&at| !matches!(parse.pos(at), Pos::Verb | Pos::Aux)).filter(|&at| heads(at)).collect()
    } else {
        parse.children(units).filter(|&child| parse.dep(child) == Dep::Appos).filter(named).collect()
    };
    let (&start, &last) = (names.first()?, names.last()?);
    let mut draft = draft(ClaimType::PartOf, verb, "relation/of", start, whole);
    draft.quote = Some(whole.min(start)..last + 1);
    draft.exact = names
        .iter()
        .filter(|&&name| {
            parse.name_of(name).is_none_or(|found| !found.tokens.contains(&name) || found.tokens.len() == 1)
        })
        .filter(|&&name| parse.word(name - 1).starts_with(|first: char| first.is_ascii_digit()))
        .map(|&name| (name, name - 1..name + 1))
        .collect();
    draft.actor = names;
    draft.target = vec![whole];
    Some(draft)
}
