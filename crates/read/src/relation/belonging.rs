//! Who belongs to whom in a noun phrase?
//!
//! "the Guard's Falcon Brigade" is part of the Guard, "the 2nd Battalion, 5th Brigade" of the brigade, "the Morvanian Ministry
//! of Justice" of Morvania; "Brek's government" is led by Brek.

use super::membership::is_titled;
use super::{is_state_word, label, names_state};
use crate::claim::{Draft, Setting};
use crate::frame::in_longer_name;
use crate::{class, grammar};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{ActorKind, Frame, Known, NounClass, Slot, WordClass};
use model::ClaimType;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for at in 0..parse.len() {
        if !matches!(parse.pos(at), Pos::Noun | Pos::Propn) || parse.dep(at) == Dep::Compound {
            continue;
        }
        drafts.extend(part_of(setting, at));
        drafts.extend(unit_of(setting, at));
        drafts.extend(unit_beside(setting, at));
        drafts.extend(unit_behind(setting, at));
        drafts.extend(body_at(setting, at));
        drafts.extend(described_part(setting, at).or_else(|| party_within(setting, at)));
        drafts.extend(led_by(setting, at));
    }
    drafts
}

pub(super) fn draft(claim_type: ClaimType, trigger: usize, rule: &'static str, actor: usize, other: usize) -> Draft {
    let mut draft = Draft::new(claim_type, trigger, rule);
    draft.actor = vec![actor];
    draft.timed = false;
    draft.presupposed = true;
    draft.quote = Some(actor.min(other).min(trigger)..actor.max(other).max(trigger) + 1);
    draft
}

/// "the Guard's Falcon Brigade", "Kestria's Interior Ministry", "the Morvanian Ministry of Justice".
fn part_of(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let body = label(parse, at) == Some(NameLabel::Org)
        || label(parse, at) == Some(NameLabel::Fac) && owner_in_name(setting, at).is_some()
        || is_unit(setting, at) && !matches!(label(parse, at), Some(NameLabel::Gpe | NameLabel::Loc | NameLabel::Norp));
    // "the Sixth Army's 44th Division": a name may end with a common noun.
    let named = parse.pos(at) == Pos::Propn || is_unit(setting, at) && label(parse, at) == Some(NameLabel::Org);
    let numbered = before_number(setting, at);
    if numbered.is_none() && (!body || !named) {
        return None;
    }
    // "Kestria's Permanent Representative" is an office, told by its title.
    if setting.lexicon.titles.relation(&parse.lower(at)).is_some()
        || matches!(setting.known(at), Some(Known::Actor(actor)) if actor.kind == ActorKind::Person)
    {
        return None;
    }
    let can_own = |owner: &usize| {
        // The people of "the People's Front" and "the Workers' Party" are no body of their own.
        let one = match parse.norm(*owner) {
            "children" => "child".to_string(),
            word => class::singular(word),
        };
        let people = parse.name_of(at) == parse.name_of(*owner)
            && [parse.norm(*owner), &one].into_iter().any(|word| setting.lexicon.nouns.is(word, NounClass::People));
        let named = matches!(label(parse, *owner), Some(NameLabel::Org | NameLabel::Gpe | NameLabel::Norp))
            || parse.name_of(*owner).is_none() && setting.is_noun(*owner, NounClass::Party);
        // "*its* 2nd Brigade"
        let own_unit = matches!(parse.norm(*owner), "its" | "their") && is_numbered(setting, at);
        own_unit
            || !people
                && !setting.names_person(*owner)
                && !is_titled(setting, *owner)
                && !is_commander(setting, *owner, at)
                && (named || parse.pos(*owner) == Pos::Propn && label(parse, *owner) != Some(NameLabel::Person))
    };
    let owner = grammar::owner(parse, at)
        .filter(can_own)
        .or_else(|| {
            let name = parse.name_of(at)?;
            let before = name.tokens.start.checked_sub(1)?;
            // "the Kestrian *9th* Division"
            let number = parse.word(before).starts_with(|first: char| first.is_ascii_digit());
            let before = before.checked_sub(usize::from(number))?;
            let nation = is_state_word(setting, before) && parse.dominates(at, before);
            (nation && (is_office(setting, at) || is_unit_of_state(setting, at))).then_some(before)
        })
        .or_else(|| owner_in_name(setting, at))
        .or(numbered)?;
    let mut draft = draft(ClaimType::PartOf, at, "relation/possessor", at, owner);
    draft.target = vec![owner];
    if parse.name_of(at) == parse.name_of(owner)
        && let Some(name) = parse.name_of(at)
    {
        let start = (name.tokens.start..owner).find(|&word| parse.pos(word) != Pos::Det).unwrap_or(owner);
        draft.exact.push((owner, start..owner + 1));
        // "the Kestrian Army *5th Brigade*", "the Guard's *Falcon Brigade*" as one name: the brigade is what follows.
        let number = |&word: &usize| parse.word(word).starts_with(|first: char| first.is_ascii_digit());
        let army = setting.lexicon.nouns.is(&parse.lower(owner), NounClass::Forces);
        draft.exact.extend((owner + 1..at).find(number).filter(|_| army).map(|number| (at, number..at + 1)));
        if let Some(case) = (owner..at).find(|&word| parse.tag(word) == Tag::Pos) {
            draft.exact.push((at, case + 1..at + 1));
        }
    }
    Some(draft)
}

/// "the army's engineering unit", "its Velna unit": a common noun for a part of a force, with the force before it.
fn unit_of(setting: Setting, at: usize) -> Option<Draft> {
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
        (Dep::Nsubjpass, "call" | "name" | "dub" | "know") => {
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
fn unit_beside(setting: Setting, at: usize) -> Option<Draft> {
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
        let forces = setting.lexicon.nouns.is(&parse.lower(at), NounClass::Forces);
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
pub(super) fn is_numbered(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    at > 0
        && parse.word(at - 1).starts_with(|first: char| first.is_ascii_digit())
        && parse.word(at).starts_with(|first: char| first.is_ascii_uppercase())
        && is_unit(setting, at)
}

/// "the Sand network, *a Guard faction*", "the Food Office, *a Union agency*": whose part it is stands before the noun.
fn described_part(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let part = parse.pos(at) == Pos::Noun && parse.tag(at) == Tag::Nn && tells_part(setting, at);
    let named = match parse.dep(at) {
        Dep::Appos => Some(parse.head(at)),
        Dep::Attr => grammar::subject(parse, parse.head(at)),
        _ => None,
    };
    let named = named.filter(|&named| {
        let called =
            parse.children(named).any(|child| parse.dep(child) == Dep::Compound && parse.pos(child) == Pos::Propn);
        part && named < at && (parse.pos(named) == Pos::Propn || parse.pos(named) == Pos::Noun && called)
    });
    // "the Union peacekeeping mission, *KUMIL*,": a body that the noun goes on to name.
    let mission = setting.is_noun(at, NounClass::Deed) && setting.is_noun(at, NounClass::Party);
    let behind = || {
        let name = |&child: &usize| parse.dep(child) == Dep::Appos && label(parse, child) == Some(NameLabel::Org);
        parse.children(at).find(|child| *child > at && (part || mission) && name(child))
    };
    // "the armed wing of the Front, *the Falcons*,": the tree hangs the name on the front.
    let wing = part && named.is_none() && !setting.is_noun(at, NounClass::People);
    if let Some(whole) =
        grammar::after(parse, at, "of").filter(|&whole| wing && label(parse, whole) == Some(NameLabel::Org))
        && let Some(name) = parse.child(whole, Dep::Appos).filter(|&name| label(parse, name) == Some(NameLabel::Org))
        && parse.pos(name) == Pos::Propn
        && parse.name_of(name) != parse.name_of(whole)
    {
        let mut draft = draft(ClaimType::PartOf, at, "relation/of", name, whole);
        draft.target = vec![whole];
        return Some(draft);
    }
    let named = named.or_else(behind)?;
    let one = parse.children(at).any(|child| matches!(parse.norm(child), "a" | "an" | "the" | "another"));
    let whole = parse.children(at).find(|&child| {
        let body = || {
            let words = parse.name_of(child).map_or(child..child + 1, |name| name.tokens.clone());
            matches!(setting.lexicon.names.find(parse.span(words).of(parse.text())), Some(Known::Actor(actor)) if actor.kind != ActorKind::Person)
        };
        one && child < at
            && parse.dep(child) == Dep::Compound
            && parse.pos(child) == Pos::Propn
            && (label(parse, child) == Some(NameLabel::Org) || body())
            && !setting.names_person(child)
    })?;
    if setting.names_person(named) || label(parse, named) == Some(NameLabel::Person) {
        return None;
    }
    let mut draft = draft(ClaimType::PartOf, at, "relation/of", named, whole);
    draft.target = vec![whole];
    Some(draft)
}

/// "the Falcons, a militia *within* the Guard", "the Falcons are the largest faction *in* the Alliance": a party in another one.
fn party_within(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let nouns = &setting.lexicon.nouns;
    // "the Falcons are *one of the* largest factions in the Alliance"
    let one = (parse.tag(at) == Tag::Nns && parse.norm(parse.head(at)) == "of")
        .then(|| parse.head(parse.head(at)))
        .filter(|&one| parse.norm(one) == "one");
    if parse.pos(at) != Pos::Noun || parse.tag(at) != Tag::Nn && one.is_none() {
        return None;
    }
    let said = one.unwrap_or(at);
    let lemma = parse.entry(at);
    if !nouns.is(&lemma, NounClass::Party) || nouns.is(&lemma, NounClass::People) || nouns.is(&lemma, NounClass::Place)
    {
        return None;
    }
    let verb = parse.head(said);
    let named = match parse.dep(said) {
        Dep::Appos => Some(verb),
        Dep::Attr => grammar::subject(parse, verb),
        // "The largest faction in the Alliance is *the Falcons*."
        Dep::Nsubj if parse.lemma(verb) == "be" => parse.child(verb, Dep::Attr),
        _ => None,
    };
    // "the largest faction in the Alliance, *the Falcons*,"
    let apposed = || parse.children(at).find(|&child| child > at && parse.dep(child) == Dep::Appos);
    let named = named
        .or_else(apposed)
        .filter(|&named| parse.pos(named) == Pos::Propn && label(parse, named) != Some(NameLabel::Person))
        .filter(|&named| !setting.names_person(named))?;
    let preposition = parse.children(at).find(|&child| {
        child > at && parse.dep(child) == Dep::Prep && matches!(parse.norm(child), "in" | "within" | "inside")
    })?;
    // "a force in *the country*" is there, and is no part of it.
    let land = |whole: usize| parse.pos(whole) == Pos::Noun && setting.is_noun(whole, NounClass::Place);
    let whole =
        grammar::object_of(parse, preposition).filter(|&whole| is_organisation(setting, whole) && !land(whole))?;
    let mut draft = draft(ClaimType::PartOf, preposition, "relation/of", named, whole);
    draft.target = vec![whole];
    Some(draft)
}

/// "the 3rd Division of the Kestrian Army", "the 2nd Battalion from the 5th Brigade": the whole stands behind.
fn unit_behind(setting: Setting, at: usize) -> Option<Draft> {
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

/// "the Security Council at the White House": a body at another is a part of it.
fn body_at(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let is_body = |at: usize| parse.pos(at) == Pos::Propn && label(parse, at) == Some(NameLabel::Org);
    if !is_body(at) {
        return None;
    }
    let preposition = parse.children(at).find(|&child| parse.dep(child) == Dep::Prep && parse.norm(child) == "at")?;
    let whole = grammar::object_of(parse, preposition).filter(|&whole| is_body(whole))?;
    let mut draft = draft(ClaimType::PartOf, preposition, "relation/of", at, whole);
    draft.target = vec![whole];
    Some(draft)
}

/// True for a word for a part of a force or a body, by the frames that tell so, `brigade`, `unit`, `wing`, and for the letter or
/// number behind it in a name: "Company *B*", "Squadron *9*".
pub(super) fn is_unit(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let word = parse.word(at);
    let sign = word.len() == 1 && word.starts_with(|first: char| first.is_ascii_uppercase())
        || word.bytes().all(|byte| byte.is_ascii_digit());
    let of_sort = |sort: usize| parse.dep(sort) == Dep::Compound && parse.head(sort) == at && tells_part(setting, sort);
    tells_part(setting, at) || sign && at.checked_sub(1).is_some_and(of_sort)
}

fn tells_part(setting: Setting, at: usize) -> bool {
    setting.frames(at).iter().any(|frame| frame.claim_type == ClaimType::PartOf && frame.class == WordClass::Noun)
}

/// "the Kestrian Interior Ministry" taken as one name: its first words name the state or the body it is an office of.
fn owner_in_name(setting: Setting, at: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let name = parse.name_of(at)?;
    let start = (name.tokens.start..at).find(|&word| parse.pos(word) != Pos::Det)?;
    let words = |end: usize| parse.span(start..end).of(parse.text());
    let body = |end: usize| matches!(setting.lexicon.names.find(words(end)), Some(Known::Actor(actor)) if actor.kind == ActorKind::Body);
    // "the *Kestrian Army* 5th Brigade", "the *Kestrian People's Army* (KPA) 4th Corps"
    let force = |end: usize| {
        let close = (end..at.min(end + 4)).find(|&close| parse.word(end) == "(" && parse.word(close) == ")");
        let next = parse.word(close.map_or(end, |close| close + 1));
        let army = end < at && setting.lexicon.nouns.is(&parse.lower(end - 1), NounClass::Forces);
        army && next.starts_with(|first: char| first.is_ascii_digit())
    };
    let owner = (start + 1..=at).rev().find(|&end| force(end)).or_else(|| {
        (start + 1..=(start + 3).min(at)).rev().find(|&end| names_state(setting, words(end)) || body(end))
    })?;
    // "the United Nations *Mission* in Kestria": what a body of states calls so is a part of it.
    let whole = || setting.lexicon.names.find(words(name.tokens.end)).is_some();
    let acts = || !whole() && body(owner) && owner < at && setting.lexicon.nouns.is(&parse.lower(at), NounClass::Party);
    // "the United Nations *Security Council*", "the Kestrian *National Police*": of an organ that all know by the whole name it says nothing.
    let plain = || body(owner) && whole() || setting.lexicon.nouns.is(&parse.lower(at), NounClass::Law);
    (is_office(setting, at) && !plain() || is_unit_of_state(setting, at) || acts()).then_some(owner - 1)
}

/// "the *Kestrian* 9th division", "*TLF* 4th Front": whose unit it is stands before its number, whatever the name finder takes for a name.
fn before_number(setting: Setting, at: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let number = parse
        .children(at)
        .find(|&child| child < at && parse.word(child).starts_with(|first: char| first.is_ascii_digit()))?;
    let ordinal = parse.word(number).ends_with(|last: char| last.is_ascii_lowercase());
    let hangs = |owner: &usize| parse.head(*owner) == at || parse.head(*owner) == number;
    let owner = number.checked_sub(1).filter(hangs).filter(|_| ordinal)?;
    let nation = is_state_word(setting, owner) || label(parse, owner) == Some(NameLabel::Norp);
    let state = nation && is_unit(setting, at);
    let known = || {
        let actor = setting.lexicon.names.find(parse.word(owner));
        let forces = |kind: ActorKind| matches!(kind, ActorKind::ArmedGroup | ActorKind::Force);
        matches!(actor, Some(Known::Actor(actor)) if forces(actor.kind)) && parse.pos(at) == Pos::Propn
    };
    (state || known()).then_some(owner)
}

/// True for a unit that a number or further words of its name tell from others: "the Kestrian *9th* Division", "the Kestrian *Black Sea*
/// Fleet", not "the Kestrian Army".
fn is_unit_of_state(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let forces = setting.lexicon.nouns.is(&parse.lower(at), NounClass::Forces);
    let number = |word: usize| parse.word(word).starts_with(|first: char| first.is_ascii_digit());
    forces && is_unit(setting, at) && parse.children(at).any(|child| child < at && number(child))
}

/// "Brek's government", "Brek's brutal regime", "Brek's Fourth Army", "Brek's troops": its head is who it is called after.
fn led_by(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let institution = parse.pos(at) == Pos::Noun && setting.lexicon.institutions.has(&parse.lower(at));
    // "the Brek *state*" is a place.
    let rules = institution && !setting.lexicon.nouns.is(&parse.lower(at), NounClass::Place);
    // "the newly elected *Anton Brek* government"
    let before = |&person: &usize| {
        rules && person < at && parse.dep(person) == Dep::Compound && label(parse, person) == Some(NameLabel::Person)
    };
    let owner = grammar::owner(parse, at)
        .filter(|&owner| setting.names_person(owner) || is_titled(setting, owner) || is_commander(setting, owner, at))
        .or_else(|| parse.children(at).find(before))
        // "the regime of Anton Brek"
        .or_else(|| grammar::after(parse, at, "of").filter(|&of| rules && setting.names_person(of)))
        .filter(|&owner| !is_state_word(setting, owner))?;
    // "the *General People's Congress*" is one name, in which nobody leads.
    let whole =
        |name: &language::Name| setting.lexicon.names.find(parse.span(name.tokens.clone()).of(parse.text())).is_some();
    if parse.name_of(at).is_some_and(|name| name.tokens.contains(&owner) && whole(name)) {
        return None;
    }
    let named = parse.pos(at) == Pos::Propn
        && (is_unit(setting, at) || label(parse, at) == Some(NameLabel::Org))
        && (parse.name_of(at) != parse.name_of(owner) || parse.child(owner, Dep::Case).is_some());
    let nouns = &setting.lexicon.nouns;
    let lemma = parse.entry(at);
    let body = parse.pos(at) == Pos::Noun
        && parse.name_of(at).is_none()
        && nouns.is(&lemma, NounClass::Forces)
        && !nouns.is(&lemma, NounClass::Vehicle)
        && nouns.is(&lemma, NounClass::Party);
    // "Brek's *Tavan Front* party"
    let capital = |word: usize| parse.word(word).starts_with(char::is_uppercase);
    let party =
        parse.pos(at) == Pos::Noun && nouns.is(&lemma, NounClass::Party) && !nouns.is(&lemma, NounClass::People);
    let party = party && at > owner + 1 && parse.head(at - 1) == at && capital(at - 1);
    // "under Brek's command": what he has is no body.
    if !institution && !named && !body && !party || super::membership::is_command(setting, at) {
        return None;
    }
    let mut draft = draft(ClaimType::Leads, at, "relation/possessor", owner, at);
    draft.target = vec![at];
    let name = parse.name_of(owner).map_or(owner..owner + 1, |name| name.tokens.clone());
    draft.quote = Some(name.start.min(at)..name.end.max(at + 1));
    if institution {
        // "Brek's *security forces*"
        let sort = |&word: &usize| parse.pos(word) == Pos::Noun && parse.dep(word) == Dep::Compound;
        let start = (owner + 1..at).rev().take_while(sort).last().unwrap_or(at);
        let start = if parse.dep(owner) == Dep::Compound { name.start } else { start };
        draft.exact.push((at, start..at + 1));
    } else if party && !body {
        let mut words = owner + 1..at;
        let start = match parse.name_of(at - 1) {
            Some(name) => words.find(|word| name.tokens.contains(word) && parse.tag(*word) != Tag::Pos),
            None => words.find(|&word| parse.pos(word) == Pos::Propn),
        };
        let start = start.unwrap_or(at - 1);
        draft.target = vec![at - 1];
        draft.exact.push((at - 1, start..at));
    } else if named
        && parse.name_of(at) == parse.name_of(owner)
        && let Some(case) = parse.child(owner, Dep::Case)
    {
        draft.exact.extend([(at, case + 1..at + 1), (owner, owner..owner + 1)]);
    }
    Some(draft)
}

/// True for a lone name that nothing else is known by, before a unit: "*Brek's* Division".
fn is_commander(setting: Setting, owner: usize, unit: usize) -> bool {
    let parse = &setting.part.parse;
    let word = parse.word(owner);
    let own = match parse.name_of(owner) {
        Some(name) => name.tokens.contains(&unit) || name.tokens.len() == 1 && name.label == NameLabel::Org,
        None => true,
    };
    own && parse.pos(owner) == Pos::Propn
        && parse.pos(unit) == Pos::Propn
        && word.chars().skip(1).all(char::is_lowercase)
        && parse.children(owner).all(|child| parse.dep(child) == Dep::Case)
        && is_unit(setting, unit)
        && setting.lexicon.nouns.is(&parse.lower(unit), NounClass::Forces)
        && setting.lexicon.names.find(word).is_none()
        && setting.lexicon.nouns.classes(&parse.lower(owner)).is_empty()
        && parse.children(unit).all(|child| matches!(parse.dep(child), Dep::Poss | Dep::Prep | Dep::Punct))
}

/// True for what can have parts and members: the name of a body or unit, "the army".
pub(super) fn is_organisation(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    match label(parse, at) {
        Some(NameLabel::Org) => true,
        Some(NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac | NameLabel::Norp | NameLabel::Person) => false,
        _ if is_unit(setting, at) => parse.pos(at) == Pos::Propn,
        _ => {
            let lemma = parse.entry(at);
            let nouns = &setting.lexicon.nouns;
            parse.name_of(at).is_none() && nouns.is(&lemma, NounClass::Party) && !nouns.is(&lemma, NounClass::People)
        }
    }
}

/// True for a name of an office: one of its words is a ministry, a council, a parliament.
fn is_office(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let Some(name) = parse.name_of(at) else { return false };
    name.tokens.clone().any(|word| setting.lexicon.nouns.is(&parse.lower(word), NounClass::Office))
}
