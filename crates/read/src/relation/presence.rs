//! Whose people, forces or bases are in a place, in a noun phrase?
//!
//! "Morvanian troops in Velna", "400 rebels near Ostrel", "a Morvanian base in Velna". Forces
//! that nobody counts and no name says whose they are tell of no presence.

use super::belonging::{is_numbered, is_unit};
use super::place_word::{is_community, is_named_deed};
use super::{is_place_name, is_state_word, label};
use crate::claim::{Draft, Setting};
use crate::frame::{is_force, is_place};
use crate::{class, grammar, mention, quantity};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{NounClass, TitleClass, WordClass};
use model::ClaimType;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for at in 0..parse.len() {
        if matches!(parse.pos(at), Pos::Noun | Pos::Propn) && parse.dep(at) != Dep::Compound {
            drafts.extend(present_in(setting, at).or_else(|| inhabitants(setting, at)));
            drafts.extend(community(setting, at));
            drafts.extend(population(setting, at));
            drafts.extend(home(setting, at).or_else(|| at_base(setting, at)));
        }
        drafts.extend(resident(setting, at));
        if matches!(parse.pos(at), Pos::Aux | Pos::Verb) && !matches!(parse.dep(at), Dep::Aux | Dep::Auxpass) {
            drafts.extend(was_in(setting, at).or_else(|| so_far_from(setting, at)));
        }
    }
    drafts
}

fn draft(parse: &Parse, trigger: usize, actor: usize, place: usize) -> Draft {
    let mut draft = Draft::new(ClaimType::PresentIn, trigger, "relation/presence");
    draft.actor = vec![actor];
    draft.timed = false;
    // "there were no soldiers in the town" tells it, and can deny it.
    draft.presupposed = !exists(parse, actor);
    draft.quote = Some(if exists(parse, actor) {
        parse.subtree(parse.head(actor))
    } else {
        actor.min(place).min(trigger)..actor.max(place).max(trigger) + 1
    });
    draft
}

/// True for what there is: "there were *soldiers* in the town".
fn exists(parse: &Parse, noun: usize) -> bool {
    parse.dep(noun) == Dep::Attr && parse.child(parse.head(noun), Dep::Expl).is_some()
}

/// "the mostly Kordun towns of Velna and Ostrel": a people lives in them.
fn community(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    // "the Kordun *capital*, Velna" is whose seat it is.
    let seat = parse.lemma(at) == "capital";
    if parse.pos(at) != Pos::Noun || seat || !setting.is_noun(at, NounClass::Place) {
        return None;
    }
    let mut before = parse.children(at).filter(|&child| child < at && parse.dep(child) == Dep::Amod);
    let people = before.find(|&child| is_community(setting, child))?;
    let named = grammar::after(parse, at, "of").filter(|&name| parse.pos(name) == Pos::Propn);
    let place = named.or_else(|| {
        parse.children(at).find(|&child| parse.dep(child) == Dep::Appos && parse.pos(child) == Pos::Propn)
    })?;
    let mut draft = draft(parse, at, people, place);
    draft.place = grammar::joined(parse, place);
    Some(draft)
}

/// "Velna, a town of 12,000 people", "Velna (population 12,000)": so many live there.
fn population(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let inhabited = setting.is_noun(at, NounClass::Place) || setting.is_noun(at, NounClass::Many);
    if parse.pos(at) != Pos::Noun || !inhabited {
        return None;
    }
    let beside = match parse.dep(at) {
        Dep::Appos => Some(parse.head(at)),
        Dep::Attr => grammar::subject(parse, parse.head(at)),
        // "Velna has a population of 12,000"
        Dep::Dobj if parse.lemma(parse.head(at)) == "have" => grammar::subject(parse, parse.head(at)),
        Dep::Pobj if parse.norm(parse.head(at)) == "with" => Some(parse.head(parse.head(at))),
        _ => None,
    };
    let named = beside.filter(|&place| is_place_name(parse, place) || is_place(setting, place));
    if setting.is_noun(at, NounClass::Many) {
        let place = named?;
        let number = |&at: &usize| parse.pos(at) == Pos::Num;
        let beside = parse.children(at).find(|child| *child > at && number(child));
        let count = beside.or_else(|| grammar::after(parse, at, "of").filter(number))?;
        let mut draft = draft(parse, at, at, place);
        draft.place = vec![place];
        draft.quantity = quantity::number(setting.part, count, model::QuantityKind::Population, setting.lexicon)
            .into_iter()
            .collect();
        draft.quote = Some(at.min(place)..at.max(place).max(count) + 1);
        return (!draft.quantity.is_empty()).then_some(draft);
    }
    let people = grammar::after(parse, at, "of").filter(|&people| {
        setting.is_noun(people, NounClass::People)
            && parse.name_of(people).is_none_or(|name| name.label == NameLabel::Cardinal)
    })?;
    let count = quantity::of(setting.part, people, setting.lexicon)?;
    let place = named.unwrap_or(at);
    let mut draft = draft(parse, at, people, place);
    draft.place = vec![place];
    draft.quantity = vec![model::Quantity { what: model::QuantityKind::Population, ..count }];
    Some(draft)
}

/// True for whom a deed of force has behind it, whose place is that of the deed: "were killed *by rebels* in Velna", "clashed *with rebels*
/// in Velna".
fn is_side_of_deed(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let lead = parse.head(at);
    let led =
        parse.dep(lead) == Dep::Agent || parse.dep(lead) == Dep::Prep && matches!(parse.norm(lead), "by" | "with");
    let deed = parse.head(lead);
    let force = || {
        let verb = matches!(parse.pos(deed), Pos::Verb | Pos::Aux);
        setting.frames(deed).iter().any(|frame| {
            let class = if verb { WordClass::Verb } else { WordClass::Noun };
            frame.class == class && frame.words.is_empty() && is_force(frame.claim_type)
        })
    };
    parse.dep(at) == Dep::Pobj && led && force()
}

fn present_in(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    if is_side_of_deed(setting, at) {
        return None;
    }
    // "rebels this week in Velna": a time between takes the preposition.
    let between = parse.children(at).filter(|&child| child > at && parse.dep(child) == Dep::Npadvmod);
    let below = between.flat_map(|child| parse.children(child));
    // "There are units *of the Front in* Velna": the tree may hang it on who they are of, or on the verb.
    let there = exists(parse, at);
    let of = parse.children(at).filter(|&child| there && matches!(parse.norm(child), "of" | "from"));
    let whose = of.filter_map(|child| grammar::object_of(parse, child)).chain(there.then(|| parse.head(at)));
    let below = below.chain(whose.flat_map(|host| parse.children(host)));
    let preposition = parse.children(at).chain(below).find(|&child| {
        child > at
            && parse.dep(child) == Dep::Prep
            && matches!(
                parse.norm(child),
                "in" | "at"
                    | "near"
                    | "inside"
                    | "across"
                    | "along"
                    | "around"
                    | "on"
                    | "outside"
                    | "within"
                    | "throughout"
            )
    });
    let preposition = preposition.or_else(|| right_behind(setting, at))?;
    let object = grammar::object_of(parse, preposition)?;
    // "within 25 km of *Velna*", "in the vicinity of *Velna*"
    let far = setting.lexicon.place_words.is_distance(parse.entry(object));
    let object = if far { grammar::after(parse, object, "of")? } else { object };
    let place = Some(super::whereabouts::named(setting, object)).filter(|&place| is_place_name(parse, place));
    let place = place.unwrap_or(object);
    // After such a preposition a name of one word is a place, whatever it looks like.
    let named = is_place_name(parse, place)
        || parse.pos(place) == Pos::Propn && class::fits(parse, setting.lexicon, place, &[NounClass::Place]);
    if !(named || is_place(setting, place) && parse.pos(place) == Pos::Noun) || is_named_deed(setting, place) {
        return None;
    }
    // "sent a division *across* the river": it goes there.
    let sent = || {
        let frames = setting.frames(parse.head(at));
        frames.iter().any(|frame| frame.claim_type == ClaimType::Deploy && frame.class == WordClass::Verb)
    };
    if parse.dep(at) == Dep::Dobj && parse.norm(preposition) == "across" && sent() {
        return None;
    }
    let classes = setting.nouns(at);
    let has = |class: NounClass| classes.contains(&class);
    let count = quantity::of(setting.part, at, setting.lexicon);
    let forces = has(NounClass::Forces) && matches!(parse.tag(at), Tag::Nns | Tag::Nnps)
        || has(NounClass::Party) && has(NounClass::Forces) && parse.name_of(at).is_none();
    // "there are 20,000 civilians in the town", "the Sands on Mount Ostrel".
    let be = parse.head(at);
    // "There were 300 *casualties* at Velna": they fell there.
    let fallen = || setting.noun_frames(at).any(|frame| frame.claim_type == ClaimType::Casualties);
    let there =
        parse.dep(at) == Dep::Attr && parse.child(be, Dep::Expl).is_some() && has(NounClass::People) && !fallen();
    let folk = label(parse, at) == Some(NameLabel::Norp)
        && parse.tag(at) == Tag::Nnps
        && matches!(parse.norm(preposition), "in" | "on")
        && named;
    // "the Kestrian refugees in Velna": who had to leave is somewhere else.
    let exiles = parse.tag(at) == Tag::Nns
        && setting.lexicon.numbers.counted(parse.entry(at)) == Some(model::QuantityKind::Displaced)
        && named
        && preposition == at + 1
        && (count.is_some()
            || tells_whose(setting, at) && parse.children(at).any(|child| child < at && says_who(parse, child)));
    if exiles {
        let mut draft = draft(parse, preposition, at, place);
        draft.place = grammar::joined(parse, place);
        draft.quantity = count.into_iter().collect();
        return Some(draft);
    }
    // "the *garrison* at Fort Velna": it is there by its very word.
    let holds = forces && has(NounClass::Inhabitants);
    if (forces || there) && (count.is_some() || holds || forces && tells_whose(setting, at)) || folk {
        let mut draft = draft(parse, preposition, at, place);
        draft.place = grammar::joined(parse, place);
        draft.quantity = count.into_iter().collect();
        return Some(draft);
    }
    // "the Velna movement in Kestria": a party that a name tells of, with the place right behind it.
    let called = called(setting, at);
    // "a Sand *state* in northern Kestria" is where it would be.
    let land = has(NounClass::Place);
    let party =
        has(NounClass::Party) && !has(NounClass::Office) && !land && (called.is_some() || tells_whose(setting, at));
    if party
        && parse.pos(at) == Pos::Noun
        && parse.norm(preposition) == "in"
        && preposition == at + 1
        && matches!(label(parse, place), Some(NameLabel::Gpe | NameLabel::Loc))
    {
        let mut draft = draft(parse, preposition, called.unwrap_or(at), place);
        draft.place = grammar::joined(parse, place);
        return Some(draft);
    }
    if has(NounClass::Site) && parse.name_of(at).is_none() && parse.pos(at) == Pos::Noun && !is_hit(setting, at) {
        let owner = grammar::owner(parse, at)
            .or_else(|| {
                parse.children(at).find(|&child| {
                    child < at
                        && matches!(parse.dep(child), Dep::Amod | Dep::Compound | Dep::Nmod)
                        // "a *Kestrian-run* prison" in one word: nobody of that name is there.
                        && !parse.word(child).contains('-')
                        && (matches!(label(parse, child), Some(NameLabel::Org | NameLabel::Norp))
                            || parse.dep(child) == Dep::Compound
                                && class::fits(parse, setting.lexicon, child, &[NounClass::Forces])
                                // A police station is a sort of house.
                                && (label(parse, child).is_some()
                                    || class::fits(parse, setting.lexicon, child, &[NounClass::People]))
                                && !is_place_name(parse, child))
                })
            })
            .or_else(|| grammar::after(parse, at, "of").filter(|&owner| label(parse, owner) == Some(NameLabel::Org)))?;
        let mut draft = draft(parse, at, owner, place);
        draft.place = grammar::joined(parse, place);
        return Some(draft);
    }
    None
}

/// The preposition right behind a house or a camp, where the tree hangs it on the verb: "hit rebel *camps in Velna*".
fn right_behind(setting: Setting, at: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let next = at + 1;
    let leads = next + 1 < parse.len()
        && parse.dep(next) == Dep::Prep
        && matches!(parse.norm(next), "in" | "at" | "near" | "outside")
        && parse.head(next) == parse.head(at)
        && matches!(parse.dep(at), Dep::Dobj | Dep::Nsubjpass);
    let held = || {
        let stands = |frame: &lexicon::Frame| frame.claim_type == ClaimType::PresentIn;
        setting.noun_frames(at).any(stands)
    };
    (leads && setting.is_noun(at, NounClass::Site) && held()).then_some(next)
}

/// True for a noun for what is struck, by the verb of the same form: "the Guard's *targets* in Velna" are not the Guard's.
fn is_hit(setting: Setting, at: usize) -> bool {
    let frames = setting.frames(at);
    let strikes = |claim_type| matches!(claim_type, ClaimType::Strike | ClaimType::Attack);
    frames.iter().any(|frame| frame.class == WordClass::Verb && strikes(frame.claim_type))
}

/// Whom a noun says to be what it is: "*the Front*, a group in Velna", "*the Front* is a group in Velna".
fn called(setting: Setting, noun: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let named = match parse.dep(noun) {
        Dep::Appos => Some(parse.head(noun)),
        Dep::Attr => grammar::subject(parse, parse.head(noun)),
        _ => None,
    };
    named.filter(|&name| name < noun && label(parse, name) == Some(NameLabel::Org))
}

/// "the 5th Brigade, *Camp Orl*, Kestria": where soldiers say that a unit is at home.
fn home(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let end = parse.name_of(at).map_or(at + 1, |name| name.tokens.end);
    if end != at + 1 || end + 1 >= parse.len() || parse.word(end) != "," || !is_unit(setting, at) {
        return None;
    }
    let first = end + 1;
    let last =
        (first..parse.len()).take_while(|&word| parse.pos(word) == Pos::Propn).last().filter(|&last| last > first)?;
    let site = |word: usize| setting.lexicon.nouns.is(parse.norm(word), NounClass::Site);
    if !site(first) && !site(last) {
        return None;
    }
    let mut draft = draft(parse, end, at, last);
    draft.place = vec![last];
    draft.exact.push((last, first..last + 1));
    Some(draft)
}

/// "the 5th Wing *at* Halden Air Base, Kestria": where a unit is at home.
fn at_base(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let end = parse.name_of(at).map_or(at + 1, |name| name.tokens.end);
    let unit = parse.pos(at) == Pos::Propn && is_unit(setting, at) || is_numbered(setting, at);
    if !unit || end >= parse.len() || !matches!(parse.norm(end), "at" | "in") {
        return None;
    }
    let place = grammar::object_of(parse, end).filter(|&place| parse.pos(place) == Pos::Propn)?;
    // "served in the 25th Division *in* Ostrel": the land or town that the unit is in.
    if parse.norm(end) == "in" {
        let forces = class::fits(parse, setting.lexicon, at, &[NounClass::Forces]);
        let land = matches!(label(parse, place), Some(NameLabel::Gpe | NameLabel::Loc));
        // "fighters *from the Front* in Ostrel": they are.
        let many = parse.tag(parse.head(parse.head(at))) == Tag::Nns;
        let own = parse.head(end) == at && parse.dep(at) == Dep::Pobj && !many;
        let mut draft = draft(parse, end, at, place);
        draft.place = vec![place];
        return (forces && land && own).then_some(draft);
    }
    let site = |word: usize| setting.lexicon.nouns.is(parse.norm(word), NounClass::Site);
    let words = parse.name_of(place).map_or(place..place + 1, |name| name.tokens.clone());
    if !words.into_iter().any(site) && label(parse, place) != Some(NameLabel::Fac) {
        return None;
    }
    let mut draft = draft(parse, end, at, place);
    draft.place = vec![place];
    Some(draft)
}

/// "General Brek was in Velna": a person is seen there; that forces are there the frames tell.
fn was_in(setting: Setting, verb: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let only = parse.lemma(verb) == "be"
        && parse.children(verb).all(|child| !matches!(parse.dep(child), Dep::Attr | Dep::Acomp | Dep::Expl));
    if !only {
        return None;
    }
    let preposition = parse.children(verb).find(|&child| {
        child > verb && parse.dep(child) == Dep::Prep && matches!(parse.norm(child), "in" | "at" | "near" | "inside")
    })?;
    let place = grammar::object_of(parse, preposition)?;
    let town = parse.pos(place) == Pos::Noun
        && setting.is_noun(place, NounClass::Place)
        && parse.children(place).any(|child| parse.norm(child) == "the");
    if !is_place_name(parse, place) && !town {
        return None;
    }
    let who = mention::core(parse, setting.lexicon, grammar::subject(parse, verb)?);
    if !is_person(setting, who) {
        return None;
    }
    let mut draft = Draft::new(ClaimType::Appear, verb, "event/verb");
    draft.actor = grammar::joined(parse, who);
    draft.place = grammar::joined(parse, place);
    Some(draft)
}

/// "The rebels were 10 km south of Velna", "the army is within 5 km of the town": they are there.
fn so_far_from(setting: Setting, verb: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let words = &setting.lexicon.place_words;
    let who = grammar::subject(parse, verb).filter(|_| parse.lemma(verb) == "be")?;
    let forces = parse.pos(who) != Pos::Pron
        && class::fits(parse, setting.lexicon, who, &[NounClass::Forces])
        && !class::fits(parse, setting.lexicon, who, &[NounClass::Place]);
    let end = parse.len().min(verb + 8);
    let unit = (verb + 2..end).find(|&unit| words.is_distance(parse.entry(unit)) && parse.pos(unit - 1) == Pos::Num)?;
    let lead = (unit + 1..end.min(unit + 4)).find(|&lead| matches!(parse.norm(lead), "of" | "from" | "outside"))?;
    let place =
        grammar::object_of(parse, lead).filter(|&place| is_place(setting, place) || parse.pos(place) == Pos::Propn)?;
    if !forces || grammar::clause_head(parse, unit) != verb {
        return None;
    }
    let mut draft = Draft::new(ClaimType::PresentIn, verb, "relation/presence");
    draft.actor = grammar::joined(parse, who);
    draft.place = vec![place];
    Some(draft)
}

/// True for one person, by name or by office: "*General Brek* was in Velna", "*the chancellor* will be in Velna".
pub(crate) fn is_person(setting: Setting, who: usize) -> bool {
    let parse = &setting.part.parse;
    let office = || {
        use TitleClass::{Head, Office, Rank};
        matches!(setting.lexicon.titles.class(parse.entry(who)), Some(Head | Office | Rank))
            && matches!(parse.tag(who), Tag::Nn | Tag::Nnp)
    };
    matches!(parse.norm(who), "he" | "she" | "i") || setting.names_person(who) || office()
}

/// "*Velna resident* Ivo Hald", "Ivo Hald, 34, *of Velna*", "Ivo Hald *from Velna*": where a person is at home.
fn resident(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let town = |place: &usize| {
        is_place_name(parse, *place) && !is_state_word(setting, *place) && !setting.names_person(*place)
    };
    // Behind "34, of" and before "resident" any name is one of a place.
    let name = |place: &usize| parse.pos(*place) == Pos::Propn && label(parse, *place) != Some(NameLabel::Org);
    let person = |at: usize| label(parse, at) == Some(NameLabel::Person) && setting.names_person(at);
    if parse.pos(at) == Pos::Noun && setting.is_noun(at, NounClass::Inhabitants) {
        let named = Some(parse.head(at)).filter(|&name| parse.dep(at) == Dep::Compound && name > at && person(name))?;
        let place = [at, named]
            .into_iter()
            .flat_map(|head| parse.children(head))
            .find(|child| child < &at && name(child) && parse.dep(*child) == Dep::Compound)?;
        let mut draft = draft(parse, at, named, place);
        draft.place = vec![place];
        return Some(draft);
    }
    if parse.dep(at) != Dep::Prep || !matches!(parse.norm(at), "of" | "from") {
        return None;
    }
    let named = Some(parse.head(at)).filter(|&name| name < at && person(name))?;
    let end = parse.name_of(named).map_or(named + 1, |name| name.tokens.end);
    // "President Anton Brek of Kestria" is told by the title; "Ivo Hald, 34, of Velna" is at home there.
    let beside = parse.word(at - 1) == ",";
    let from = parse.norm(at) == "from" && end == at;
    let aged = at > 1 && beside && parse.pos(at - 2) == Pos::Num && parse.head(at - 2) == named;
    let place = grammar::object_of(parse, at).filter(|place| {
        (beside || from) && town(place) || aged && parse.pos(*place) == Pos::Propn && !is_unit(setting, *place)
    })?;
    let mut draft = draft(parse, at, named, place);
    draft.place = vec![place];
    Some(draft)
}

/// "the residents of Velna", "Velna residents", "the city's residents": those whose noun says that they live where they are.
fn inhabitants(setting: Setting, at: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    if !setting.is_noun(at, NounClass::Inhabitants) {
        return None;
    }
    let before = parse.children(at).find(|&child| {
        child < at && parse.dep(child) == Dep::Compound && is_place_name(parse, child) && !is_state_word(setting, child)
    });
    let of = || grammar::after(parse, at, "of").filter(|&place| is_place_name(parse, place));
    let owner = || grammar::owner(parse, at).filter(|&place| is_place(setting, place));
    let place = before.or_else(of).or_else(owner)?;
    let mut draft = draft(parse, at, at, place);
    draft.place = vec![place];
    draft.quantity = quantity::of(setting.part, at, setting.lexicon).into_iter().collect();
    // "the residents of Velna" are only named; how many they are is told, and so is that somebody has them.
    (before.is_some() || !draft.quantity.is_empty()).then_some(draft)
}

/// True when a name or a party before a noun says whose they are: "*Morvanian* troops", "*the clan's* fighters".
fn tells_whose(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let lemma = parse.entry(at);
    let who = |at: usize| says_who(parse, at) || is_state_word(setting, at);
    // Rebels and militants are a party by their very word.
    let itself = setting.lexicon.nouns.is(lemma, NounClass::People)
        && !setting.lexicon.nouns.is(lemma, NounClass::Party)
        && parse.children(at).all(|child| parse.dep(child) != Dep::Prep || parse.norm(child) != "of");
    itself
        || parse.children(at).any(|child| {
            (child < at && matches!(parse.dep(child), Dep::Amod | Dep::Compound | Dep::Nmod | Dep::Poss)
                || matches!(parse.norm(child), "of" | "from") && grammar::object_of(parse, child).is_some_and(who))
                && parse.pos(child) != Pos::Pron
                && (who(child)
                    || parse.children(child).any(who)
                    || class::fits(parse, setting.lexicon, child, &[NounClass::Party]))
        })
}

fn says_who(parse: &Parse, at: usize) -> bool {
    matches!(
        label(parse, at),
        Some(NameLabel::Org | NameLabel::Norp | NameLabel::Gpe | NameLabel::Person | NameLabel::Product)
    )
}
