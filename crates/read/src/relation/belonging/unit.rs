//! Which unit is part of which?
//!
//! "the army's engineering unit" is part of the army, "the 2nd Battalion, 5th Brigade" and "the 2nd Battalion of the 5th Brigade" of the
//! brigade.

use super::{draft, is_office, is_organisation};
use crate::claim::{Draft, Setting};
use crate::frame::in_longer_name;
use crate::grammar;
use crate::relation::label;
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{Frame, NounClass, Sense, Slot, WordClass};
use model::ClaimType;

/// "the army's engineering unit", "its Velna unit": a common noun for a part of a force, with the force before it.
pub(super) fn unit_of(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    if parse.pos(at) != Pos::Noun || parse.name_of(at).is_some() || !is_unit(setting, at) {
        return None;
    }
    // "the brigade's *parent organisation*" is no part of it.
    let below = |word: &String| parse.children(at).any(|child| parse.norm(child) == word);
    let part = |frame: &Frame| {
        let itself = frame.actor.iter().any(|slot| matches!(slot, Slot::Described | Slot::Itself));
        frame.claim_type == ClaimType::PartOf && itself && frame.words.iter().all(below)
    };
    let frames = setting.frames(at);
    let owner = grammar::owner(parse, at).filter(|&owner| !setting.names_person(owner) && frames.iter().any(part))?;
    // "its force" and "its wings" say no more than that it has some.
    let own = || {
        let frames = setting.frames(at);
        // "its initial *service*": what only forces have is no part of a body.
        let any = |frame: &Frame| frame.needs.iter().all(|need| need.classes.contains(&NounClass::Party));
        let plain = |frame: &Frame| frame.claim_type == ClaimType::PartOf && frame.words.is_empty() && any(frame);
        matches!(parse.norm(owner), "its" | "their")
            && parse.tag(at) == Tag::Nn
            && frames.iter().any(plain)
            && parse.children(at).any(|child| matches!(parse.dep(child), Dep::Amod | Dep::Compound | Dep::Appos))
    };
    let body = matches!(label(parse, owner), Some(NameLabel::Org))
        || own()
        || parse.name_of(owner).is_none() && parse.pos(owner) == Pos::Noun && setting.is_noun(owner, NounClass::Party);
    if !body {
        return None;
    }
    let named = called(setting, at).unwrap_or(at);
    let mut draft = draft(ClaimType::PartOf, at, "relation/possessor", named, owner);
    draft.target = vec![owner];
    Some(draft)
}

/// What a unit of somebody is called: "the party's armed wing is (called) *the Falcons*", "the bank's branch in Velna, *Ostrel Trust*,".
fn called(setting: Setting, at: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let verb = parse.head(at);
    let named = match (parse.dep(at), parse.lemma(verb)) {
        (Dep::Nsubj, "be") => parse.child(verb, Dep::Attr),
        // "the Falcons (*the party's armed wing*)"
        (Dep::Appos, _) if at > verb => Some(verb),
        (Dep::Nsubjpass, lemma) if setting.lexicon.senses.has(lemma, Sense::Names) => {
            parse.child(verb, Dep::Oprd).or_else(|| grammar::after(parse, verb, "as"))
        }
        _ => None,
    };
    let beyond = || {
        let place = parse.children(at).find(|&child| child > at && parse.dep(child) == Dep::Prep)?;
        let place = grammar::object_of(parse, place).filter(|&place| label(parse, place) == Some(NameLabel::Gpe))?;
        let beside = |&child: &usize| parse.dep(child) == Dep::Appos && label(parse, child) == Some(NameLabel::Org);
        parse.children(place).find(beside)
    };
    named.or_else(beyond).filter(|&name| parse.pos(name) == Pos::Propn && !setting.names_person(name))
}

/// "the 2nd Battalion, 5th Brigade": the smaller unit stands first.
pub(super) fn unit_beside(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let (start, larger) = larger_unit(setting, at)?;
    let mut draft = draft(ClaimType::PartOf, at, "relation/possessor", at, larger);
    draft.target = vec![larger];
    let article = usize::from(parse.norm(at + 2) == "the");
    draft.exact = vec![(at, start..at + 1), (larger, at + 2 + article..larger + 1)];
    Some(draft)
}

/// The unit behind the comma that a unit is part of, and where the name of the smaller one begins.
pub(crate) fn larger_unit(setting: Setting, at: usize) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    if parse.pos(at) != Pos::Propn || at + 2 >= parse.len() || parse.word(at + 1) != "," {
        return None;
    }
    // "*K Troop*, 3rd Squadron"
    let lettered = || {
        let forces = setting.lexicon.nouns.is(parse.lower(at), NounClass::Forces);
        forces && parse.child(at, Dep::Compound).is_some_and(|sign| parse.word(sign).len() == 1)
    };
    // "the armed wing of the Tavan Front, the Falcon Brigades": the brigades are the wing.
    let above = parse.head(parse.head(at));
    let wing = parse.dep(at) == Dep::Pobj
        && parse.norm(parse.head(at)) == "of"
        && parse.pos(above) == Pos::Noun
        && tells_part(setting, above)
        && !setting.is_noun(above, NounClass::People);
    if !(is_unit(setting, at) && !wing || lettered()) {
        return None;
    }
    let ordinal = |at: usize| {
        let first = parse.word(at).chars().next();
        first.is_some_and(|first| first.is_ascii_digit())
            || matches!(parse.pos(at), Pos::Num | Pos::Adj | Pos::Propn)
                && first.is_some_and(|first| first.is_uppercase())
    };
    // "3rd Battalion, *the* Royal Regiment"
    let start = at + 2 + usize::from(parse.norm(at + 2) == "the" && at + 3 < parse.len());
    let larger = (start..parse.len().min(at + 8)).take_while(|&next| ordinal(next) || is_unit(setting, next));
    let first = parse.word(start).chars().next();
    // "1st Battalion, 7th Marines": a number makes a unit of any name.
    let numbered = |at: usize| first.is_some_and(|first| first.is_ascii_digit()) && parse.pos(at) == Pos::Propn;
    // "the 5th Wing, *Kestria Air Guard*"
    let named = |next: usize| {
        parse.dep(next) == Dep::Appos && parse.head(next) == at && label(parse, next) == Some(NameLabel::Org)
    };
    let larger = larger.filter(|&next| is_unit(setting, next) || numbered(next) || named(next)).last()?;
    // "11th Regiment, Royal Corps of Engineers,": a larger one without a number stands by itself.
    let by_itself = || {
        let end = parse.name_of(larger).map_or(larger + 1, |name| name.tokens.end);
        let list = |word: usize| matches!(parse.norm(word), "and" | "or" | "&");
        parse.dep(larger) == Dep::Appos
            && parse.head(larger) == at
            && parse.children(larger).all(|child| parse.dep(child) != Dep::Conj)
            && !(end..parse.len().min(end + 2)).any(list)
            && is_organisation(setting, larger)
    };
    let whole = first
        .is_some_and(|first| first.is_ascii_digit() || first.is_uppercase() && parse.word(start).len() == 1)
        || by_itself();
    // "the 5th Brigade, 6th Brigade" is a list.
    if !whole || larger == start || parse.lemma(larger).eq_ignore_ascii_case(parse.lemma(at)) {
        return None;
    }
    let first_word = start;
    let start = (0..at).rev().take_while(|&word| ordinal(word) && parse.word(word) != ",").last().unwrap_or(at);
    // "the 4th Regiment, the 5th Brigade, the 6th Corps" is one too.
    let article = first_word > at + 2;
    let further = larger + 2 < parse.len() && parse.word(larger + 1) == "," && parse.norm(larger + 2) == "the";
    let earlier = start > 1 && parse.norm(start - 1) == "the" && parse.word(start - 2) == ",";
    if article && (further || earlier) {
        return None;
    }
    Some((start, larger))
}

/// Leaves of units that stand beside each other the smaller ones: who is in "the 2nd Battalion, 5th Brigade" is in the battalion.
pub(crate) fn smaller_units(setting: Setting, units: &mut Vec<usize>) {
    if units.len() > 1 {
        let larger: Vec<usize> =
            units.iter().filter_map(|&at| larger_unit(setting, at).map(|(_, larger)| larger)).collect();
        units.retain(|at| !larger.contains(at));
    }
}

/// True for a unit with its number right before it: "the 23rd *Squadron*".
pub(in crate::relation) fn is_numbered(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    at > 0
        && parse.word(at - 1).starts_with(|first: char| first.is_ascii_digit())
        && parse.word(at).starts_with(|first: char| first.is_ascii_uppercase())
        && is_unit(setting, at)
}

/// "the 3rd Division of the Kestrian Army", "the 2nd Battalion from the 5th Brigade": the whole stands behind.
pub(super) fn unit_behind(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    if !is_unit(setting, at) || parse.pos(at) != Pos::Propn {
        return None;
    }
    let preposition = parse.children(at).find(|&child| {
        child > at && parse.dep(child) == Dep::Prep && matches!(parse.norm(child), "of" | "from" | "within")
    })?;
    // Of a word that is no part of a longer name the frame tells it.
    if parse.norm(preposition) == "of" && !in_longer_name(setting, at) {
        return None;
    }
    let numbered = |whole: usize| {
        parse.pos(whole) == Pos::Propn
            && whole > 0
            && parse.word(whole - 1).starts_with(|first: char| first.is_ascii_digit())
    };
    let whole =
        grammar::object_of(parse, preposition).filter(|&whole| is_organisation(setting, whole) || numbered(whole))?;
    // What a ministry is "of" it sees to.
    let one_name = setting.part.bound_at(at).is_some_and(|name| name.contains(&whole));
    if one_name || is_office(setting, at) && parse.name_of(at) == parse.name_of(whole) {
        return None;
    }
    let mut draft = draft(ClaimType::PartOf, preposition, "relation/of", at, whole);
    draft.target = vec![whole];
    // "3rd Division of the Kestrian Army" taken as one name: the army must be known for forces by its word.
    if let Some(name) = parse.name_of(at).filter(|name| name.tokens.contains(&whole)) {
        // "the 6th Battalion of the *Velna Fusiliers*"
        let forces = setting.is_noun(whole, NounClass::Forces) || parse.tag(whole) == Tag::Nnps;
        let start = (preposition + 1..whole).find(|&word| parse.pos(word) != Pos::Det).unwrap_or(whole);
        draft.exact = vec![(at, name.tokens.start..preposition), (whole, start..whole + 1)];
        return forces.then_some(draft);
    }
    Some(draft)
}

/// True for a word for a part of a force or a body, by the frames that tell so, `brigade`, `unit`, `wing`, and for the letter or
/// number behind it in a name: "Company *B*", "Squadron *9*".
pub(in crate::relation) fn is_unit(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let word = parse.word(at);
    let sign = word.len() == 1 && word.starts_with(|first: char| first.is_ascii_uppercase())
        || word.bytes().all(|byte| byte.is_ascii_digit());
    let of_sort = |sort: usize| parse.dep(sort) == Dep::Compound && parse.head(sort) == at && tells_part(setting, sort);
    tells_part(setting, at) || sign && at.checked_sub(1).is_some_and(of_sort)
}

pub(super) fn tells_part(setting: Setting, at: usize) -> bool {
    setting.frames(at).iter().any(|frame| frame.claim_type == ClaimType::PartOf && frame.class == WordClass::Noun)
}

/// True for a unit that a number or further words of its name tell from others: "the Kestrian *9th* Division", "the Kestrian *Black Sea*
/// Fleet", not "the Kestrian Army".
pub(super) fn is_unit_of_state(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let forces = setting.lexicon.nouns.is(parse.lower(at), NounClass::Forces);
    let number = |word: usize| parse.word(word).starts_with(|first: char| first.is_ascii_digit());
    forces && is_unit(setting, at) && parse.children(at).any(|child| child < at && number(child))
}
