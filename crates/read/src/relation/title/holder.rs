//! Who holds the title?
//!
//! The name after it ("commander Maj. Gen. *Anton Brek*"), beside it ("*Anton Brek*, the head of the navy"), after what it is
//! of ("the head of the navy, *Anton Brek*"), or what it is said of ("*she* is the leader", "named *Brek* as minister").

use super::{Title, surely_person, title_words};
use crate::claim::Setting;
use crate::name::portfolio;
use crate::relation::{head_of, is_state_word, label, names_state};
use crate::{class, grammar, mention};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{NounClass, Sense, TitleClass};
use std::ops::Range;

/// A person beside a title.
pub(super) struct Holder {
    pub(super) head: usize,
    /// The words of the name.
    pub(super) words: Range<usize>,
    /// The words from title to name.
    pub(super) span: Range<usize>,
}

impl Holder {
    fn at(parse: &Parse, head: usize, title: &Title) -> Holder {
        let words = name_words(parse, head);
        let span = words.start.min(title.words.start)..words.end.max(title.words.end);
        Holder { head, words, span }
    }
}

pub(super) fn of(setting: Setting, title: &Title) -> Option<Holder> {
    let parse = &setting.part.parse;
    after(setting, title)
        .or_else(|| beyond(setting, title))
        .or_else(|| beside(setting, title))
        .or_else(|| said_of(setting, title))
        // "the president and commander Anton Brek", "Brek, founder and leader of the party".
        .or_else(|| {
            let first = parse.head(title.head());
            let joined = parse.dep(title.head()) == Dep::Conj && first < title.words.start;
            let words = joined.then(|| super::title_at(setting, first))??;
            beside(setting, &words).or_else(|| said_of(setting, &words))
        })
        .map(|mut holder| {
            holder.span.start = holder.span.start.min(title.words.start);
            holder.span.end = holder.span.end.max(title.words.end);
            holder
        })
}

/// True for a word of a person's name, or of a name that nothing says is no person.
fn is_person(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    match label(parse, at) {
        Some(NameLabel::Person) => true,
        Some(NameLabel::Org | NameLabel::Gpe | NameLabel::Fac | NameLabel::Product | NameLabel::WorkOfArt) | None => {
            parse.pos(at) == Pos::Propn && !is_state_word(setting, at)
        }
        _ => false,
    }
}

/// The words of the name that a word belongs to, without a possessive ending.
fn name_words(parse: &Parse, at: usize) -> Range<usize> {
    let Some(name) = parse.name_of(at) else {
        let mut words = at..at + 1;
        while words.start > 0
            && parse.pos(words.start - 1) == Pos::Propn
            && parse.dep(words.start - 1) == Dep::Compound
            && parse.name_of(words.start - 1).is_none()
        {
            words.start -= 1;
        }
        return words;
    };
    let mut words = name.tokens.clone();
    while words.len() > 1 && (parse.tag(words.end - 1) == Tag::Pos || parse.pos(words.end - 1) == Pos::Punct) {
        words.end -= 1;
    }
    words
}

/// The name that starts at a word.
fn name_from(parse: &Parse, at: usize) -> Range<usize> {
    if parse.name_of(at).is_some() {
        return at..name_words(parse, at).end.max(at + 1);
    }
    let mut end = at + 1;
    while end < parse.len() && parse.pos(end) == Pos::Propn && parse.name_of(end).is_none() {
        end += 1;
    }
    at..end
}

/// The first word after titles and styles from `at` on: `Anton` in "Maj. Gen. Anton Brek".
pub(super) fn past_titles(setting: Setting, from: usize) -> usize {
    let parse = &setting.part.parse;
    let mut at = from;
    while at < parse.len() {
        // "Maj." is one token or two.
        let length = (1..=3.min(parse.len() - at))
            .rev()
            .find(|length| setting.lexicon.titles.class(&title_words(parse, at..at + length)).is_some());
        match length {
            Some(length) if capital(parse, at) => at += length,
            // "Spc | . Anton Brek": a short form may be parted from its full stop.
            _ if parse.word(at) == "." && (at > from || at > 0 && is_short(setting, at - 1)) => at += 1,
            _ => break,
        }
    }
    at
}

/// True for the short form of a title without its full stop: "Spc".
fn is_short(setting: Setting, at: usize) -> bool {
    let word = setting.part.parse.lower(at);
    setting.lexicon.titles.full(word) != word
}

fn capital(parse: &Parse, at: usize) -> bool {
    parse.word(at).chars().next().is_some_and(char::is_uppercase)
}

/// "commander Maj. Gen. Anton Brek", "agent and arms expert Ida Sand".
fn after(setting: Setting, title: &Title) -> Option<Holder> {
    let parse = &setting.part.parse;
    let (start, end) = (title.words.start, title.words.end);
    if matches!(parse.tag(title.head()), Tag::Nns | Tag::Nnps) && parse.pos(title.head()) == Pos::Noun {
        return None;
    }
    let at = past_titles(setting, end);
    if at < parse.len() && is_person(setting, at) && capital(parse, at) {
        // "*Fighter Wing*" is a unit, and so are the letters of "Anton Brek, commander *KLF*,".
        let letters = parse.word(at).chars().all(char::is_uppercase) && parse.word(at).len() > 2;
        let short = letters && parse.word(title.head()).starts_with(char::is_lowercase) && !surely_person(parse, at);
        let forces = |at: usize| setting.lexicon.nouns.is(parse.lower(at), NounClass::Forces);
        // "Commander *Task Group Lasta*"
        let unit = || parse.name_of(at).filter(|name| name.label == NameLabel::Org && name.tokens.len() > 1);
        if short || forces(at) || unit().is_some_and(|name| (at..name.tokens.end).any(forces)) {
            return None;
        }
        let words = name_from(parse, at);
        // "*King Brek* Training Center" is named after him.
        let last = words.end - 1;
        let longer = parse.dep(last) == Dep::Compound
            && parse.head(last) >= words.end
            && label(parse, parse.head(last)) != Some(NameLabel::Person)
            && (words.end..=parse.head(last)).all(|at| parse.pos(at) == Pos::Propn);
        if longer {
            return None;
        }
        if label(parse, at) != Some(NameLabel::Gpe) || parse.dep(title.head()) == Dep::Compound {
            return Some(Holder { head: head_of(parse, words.clone()), span: start..words.end, words });
        }
    }
    if at < parse.len() && parse.norm(at) == "and" {
        let plain = |at: usize| matches!(parse.pos(at), Pos::Adj | Pos::Noun) && !surely_person(parse, at);
        let next = (at + 1..parse.len().min(at + 6)).find(|&next| !plain(next))?;
        if next > at + 1 && surely_person(parse, next) {
            let words = name_from(parse, next);
            let head = head_of(parse, words.clone());
            return parse.dominates(head, title.head()).then_some(Holder { head, span: start..words.end, words });
        }
    }
    None
}

/// "the head of the navy, Anton Brek", "Minister of Information Anton Brek".
fn beyond(setting: Setting, title: &Title) -> Option<Holder> {
    let parse = &setting.part.parse;
    let head = title.head();
    // "one of the group's *founders*, Anton Brek,"
    let one = super::one_of(parse, head).filter(|_| grammar::owner(parse, head).is_some());
    let mut hosts = [Some(head), one].into_iter().flatten().flat_map(|host| parse.children(host));
    let apposed = hosts.find(|&child| parse.dep(child) == Dep::Appos && surely_person(parse, child));
    if let Some(person) = apposed {
        return Some(Holder::at(parse, person, title));
    }
    if let Some(holder) = behind_remit(setting, title).or_else(|| behind_unit(setting, title)) {
        return Some(holder);
    }
    let of = parse
        .children(head)
        .find(|&child| child == title.words.end && matches!(parse.norm(child), "of" | "for" | "to" | "at" | "in"))?;
    let object = grammar::object_of(parse, of)?;
    // "Minister of *Information* Anton Brek", where the tree takes the office for a part of the name.
    if surely_person(parse, object) {
        let words = name_words(parse, object);
        let office = |word: usize| setting.lexicon.titles.class(parse.lower(word)) == Some(TitleClass::Portfolio);
        // "President of the *Union Council* Anton Brek": so it does with a body.
        let body = parse
            .name_of(words.start - 1)
            .is_some_and(|name| matches!(name.label, NameLabel::Org | NameLabel::Gpe) && name.tokens.start <= of + 2);
        // "head of *Union diplomacy* Anton Brek", but not "aide of *former president* Anton Brek"
        let field = words.start > of + 1 && is_field(setting, of + 1..words.start);
        if words.start > of + 1 && (body || field || (of + 1..words.start).all(office)) {
            return Some(Holder { head: object, span: title.words.start..words.end, words });
        }
    }
    // A name that swallowed both: "of Morvania Anton Brek".
    if let Some(name) = parse.name_of(object)
        && let Some(cut) = fused(setting, name.tokens.clone())
    {
        let words = cut..name.tokens.end;
        return Some(Holder { head: object.max(cut), span: title.words.start..words.end, words });
    }
    let end_of = |noun: usize| parse.name_of(noun).map_or(noun + 1, |name| name.tokens.end.max(noun + 1));
    let mut stop = end_of(object);
    // "the commander of the forces *in Halden*, Anton Brek"
    if stop < parse.len()
        && parse.dep(stop) == Dep::Prep
        && parse.head(stop) == object
        && let Some(further) = grammar::object_of(parse, stop).filter(|&further| !surely_person(parse, further))
    {
        stop = end_of(further);
    }
    let comma = stop < parse.len() && parse.word(stop) == ",";
    let from = stop + usize::from(comma);
    let at = past_titles(setting, from);
    if at >= parse.len() || !surely_person(parse, at) {
        let mut inside = (of + 1..parse.subtree(of).end).filter(|&at| surely_person(parse, at) && at > object);
        let inside = inside.find(|&at| at == object + 1 || parse.head(name_words(parse, at).end - 1) == object);
        return inside.map(|person| {
            let words = name_from(parse, person);
            Holder { head: head_of(parse, words.clone()), span: title.words.start..words.end, words }
        });
    }
    let words = name_from(parse, at);
    let person = head_of(parse, words.clone());
    let beside = !comma
        || at > from
        || parse.dep(person) == Dep::Appos
        || parse.dominates(head, person)
        || parse.dominates(person, head);
    beside.then_some(Holder { head: person, span: title.words.start..words.end, words })
}

/// True for words that say of what somebody is the head, and name nobody: `rebel forces`, `the secret service`.
fn is_field(setting: Setting, words: Range<usize>) -> bool {
    let parse = &setting.part.parse;
    let last = words.end - 1;
    let people = setting.is_noun(last, NounClass::People);
    parse.pos(last) == Pos::Noun
        && !(people && parse.tag(last) == Tag::Nn)
        && setting.lexicon.titles.class(parse.entry(last)).is_none_or(|class| class == TitleClass::Portfolio)
        && words.into_iter().all(|at| matches!(parse.pos(at), Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn))
}

/// "Assistant Secretary of State for Eastern Affairs *Anton Brek*": the name right behind what the office is for, which the tree puts above
/// the office, beside it or into what it is for ("Special Representative for Velna *Anton Brek*").
fn behind_remit(setting: Setting, title: &Title) -> Option<Holder> {
    let parse = &setting.part.parse;
    let head = title.head();
    if !capital(parse, title.words.start) {
        return None;
    }
    let holder = |person: usize, words: Range<usize>| {
        let named = parse.pos(person) == Pos::Propn && label(parse, person) != Some(NameLabel::Gpe);
        let span = title.words.start..words.end;
        (named && words.start > title.words.end).then_some(Holder { head: person, words, span })
    };
    let mut behind = parse.children(head).filter(|&child| child >= title.words.end);
    let remit = behind.rfind(|&child| parse.dep(child) == Dep::Prep)?;
    // "Secretary of *War* Anton Brek" is all one title.
    let whole = parse.norm(remit) == "of" && parse.subtree(remit).len() > 2;
    if !whole && !matches!(parse.norm(remit), "for" | "to" | "on" | "in") {
        return None;
    }
    if let Some(person) = parse.child(remit, Dep::Pobj).filter(|&person| surely_person(parse, person)) {
        let words = name_words(parse, person);
        let between = remit + 1..words.start;
        let names = !between.is_empty() && between.clone().all(|word| matches!(parse.pos(word), Pos::Propn | Pos::Det));
        return if names { holder(person, words) } else { None };
    }
    // "Minister for the East & North Halden": the tree joins the second region to the office.
    let second = parse.children(head).find(|&child| child > remit && parse.dep(child) == Dep::Conj);
    let second = second.filter(|&region| parse.pos(region) == Pos::Propn);
    let end = parse.subtree(second.unwrap_or(remit)).end;
    let sibling = || {
        let name = parse.name_of(end).filter(|_| matches!(parse.dep(head), Dep::Nsubj | Dep::Dobj | Dep::Pobj))?;
        let person = head_of(parse, name.tokens.clone());
        (parse.head(person) == parse.head(head)).then_some(person)
    };
    let person = match parse.dep(head) {
        Dep::Nmod | Dep::Compound => parse.head(head),
        _ => parse
            .children(head)
            .find(|&child| child > head && parse.dep(child) == Dep::Appos)
            .or_else(|| (end < parse.len()).then(sibling).flatten())?,
    };
    let words = name_words(parse, person);
    // The finder may have taken what the office is for into the name.
    let fused = words.start < end && words.contains(&end) && person + 1 == words.end && person > end;
    let behind = words.start == end && is_person(setting, person);
    if behind || fused { holder(person, end..words.end) } else { None }
}

/// "Commander *Task Group Lasta*, Colonel Anton Brek", "Commander 5th Brigade Brigadier Anton Brek": some armies put the unit right
/// behind the office, and its holder's rank behind the unit.
fn behind_unit(setting: Setting, title: &Title) -> Option<Holder> {
    let parse = &setting.part.parse;
    let start = title.words.end;
    let unit = (start < parse.len()).then(|| parse.name_of(start)).flatten()?;
    let forces = |at: usize| setting.lexicon.nouns.is(parse.lower(at), NounClass::Forces);
    let end = unit.tokens.end;
    if !capital(parse, title.words.start)
        || unit.tokens.start != start
        || unit.label != NameLabel::Org
        || !unit.tokens.clone().any(forces)
        || end >= parse.len()
    {
        return None;
    }
    let rank = end + usize::from(parse.word(end) == ",");
    let at = past_titles(setting, rank);
    let named = at > rank && at < parse.len() && surely_person(parse, at);
    named.then(|| {
        let words = name_from(parse, at);
        Holder { head: head_of(parse, words.clone()), span: title.words.start..words.end, words }
    })
}

/// Where a person's name begins inside a name that starts with a state or a place: `Anton` in `Morvania Anton Brek`.
pub(super) fn fused(setting: Setting, name: Range<usize>) -> Option<usize> {
    let parse = &setting.part.parse;
    let start = (name.start..name.end).find(|&at| parse.pos(at) != Pos::Det)?;
    let cut = (start + 1..name.end).rev().find(|&cut| {
        let words = parse.span(start..cut).of(parse.text());
        let place = setting.lexicon.nouns.is(parse.lower(cut - 1), NounClass::Place) && cut > start + 1;
        place
            || setting.lexicon.titles.class(&words.to_lowercase()) == Some(TitleClass::Portfolio)
            || names_state(setting, words)
            || setting.lexicon.places.region(words).is_some()
    })?;
    let person =
        (cut..name.end).all(|at| parse.pos(at) == Pos::Propn && !class::is_noun(setting.lexicon, parse.lower(at)));
    if portfolio::is_body(parse, setting.lexicon, start..name.end) {
        return None;
    }
    (person && (1..=3).contains(&(name.end - cut))).then_some(cut)
}

/// "Anton Brek, the head of the navy", "Anton Brek, one of the leaders of the movement".
fn beside(setting: Setting, title: &Title) -> Option<Holder> {
    let parse = &setting.part.parse;
    let head = super::one_of(parse, title.head()).unwrap_or(title.head());
    // "Anton Brek, deputy *East and West Kestria director* at the Fund,": the tree joins the office to the first region.
    let region = parse.head(head);
    let joined = parse.dep(head) == Dep::Conj && matches!(label(parse, region), Some(NameLabel::Gpe | NameLabel::Loc));
    let head = if joined { region } else { head };
    // "Anton Brek, commander *KLF*,", "Anton Brek, GOC *3rd Division*,": the tree makes the title a part of what is led.
    let unit = |name: &language::Name| name.label == NameLabel::Org && name.tokens.start == title.words.end;
    let letters = parse.dep(head) == Dep::Compound
        && (region == title.words.end && parse.word(region).chars().all(char::is_uppercase)
            || parse.name_of(region).is_some_and(unit));
    let head = if letters { region } else { head };
    if parse.dep(head) != Dep::Appos {
        return None;
    }
    // "Anton Brek and *Ida Sand*, Kestria's foreign minister,": the last one is.
    let first = parse.head(head);
    let one = matches!(parse.tag(title.head()), Tag::Nn | Tag::Nnp);
    let row = grammar::joined(parse, first).into_iter().filter(|&name| one && name < title.words.start);
    let before = row.filter(|&name| surely_person(parse, name)).max().unwrap_or(first);
    // "has left Halden, *the head of the navy* said": who says it is not who was named last.
    let end = parse.subtree(head).end;
    let speaks = end < parse.len() && grammar::set_beside(parse, end) == Some(head);
    if !is_person(setting, before) || before >= title.words.start || speaks {
        return None;
    }
    let mut holder = Holder::at(parse, before, title);
    holder.span.end = holder.span.end.max(parse.subtree(head).end);
    Some(holder)
}

/// "Anton Brek is the leader of the opposition", "the council named Brek as minister".
fn said_of(setting: Setting, title: &Title) -> Option<Holder> {
    let parse = &setting.part.parse;
    let head = super::one_of(parse, title.head()).unwrap_or(title.head());
    let above = parse.head(head);
    if let Some(person) = mention::appointed(parse, setting.lexicon, head) {
        return Some(Holder::at(parse, person, title));
    }
    let subject = match parse.dep(head) {
        // "The leader of the opposition is *Anton Brek*."
        Dep::Nsubj if parse.lemma(above) == "be" => {
            parse.child(above, Dep::Attr).filter(|&named| named > head && is_person(setting, named))
        }
        // "The leader of the Front is known as *Anton Brek*."
        Dep::Nsubjpass if setting.lexicon.senses.has(parse.lemma(above), Sense::Names) => parse
            .child(above, Dep::Oprd)
            .or_else(|| grammar::after(parse, above, "as"))
            .filter(|&named| named > head && is_person(setting, named)),
        Dep::Attr => grammar::subject(parse, above),
        // "declared *himself* president of Kestria"
        Dep::Ccomp | Dep::Oprd if let Some(own) = himself(parse, head) => Some(grammar::antecedent(parse, own)),
        Dep::Oprd => grammar::undergoer(parse, above).or_else(|| grammar::subject(parse, above)),
        // "*Brek* was promoted to commander of the fleet."
        Dep::Pobj if parse.norm(above) == "to" && class::appoints(parse, setting.lexicon, parse.head(above)) => {
            grammar::undergoer(parse, parse.head(above))
        }
        // "appointed *Brek* as the new commander", where the tree hangs the office on his name
        Dep::Pobj if parse.norm(above) == "as" && surely_person(parse, parse.head(above)) => Some(parse.head(above)),
        Dep::Pobj if parse.norm(above) == "as" && matches!(parse.pos(parse.head(above)), Pos::Verb) => {
            let verb = parse.head(above);
            // "*As* commander of the fleet, Brek sailed": whoever does what the clause tells.
            let first =
                grammar::subject(parse, verb).filter(|&subject| head < subject && !grammar::is_passive(parse, verb));
            // "*Brek* replaced Sand as commander".
            let follows = setting.lexicon.senses.has(parse.lemma(verb), Sense::Follows);
            let first = first
                .or_else(|| grammar::subject(parse, verb).filter(|_| follows && !grammar::is_passive(parse, verb)));
            // "replaced Sand with *Brek* as commander", "was replaced by *Brek* as commander"
            let instead = || {
                let agent = grammar::agent(parse, verb).filter(|_| grammar::is_passive(parse, verb));
                grammar::after(parse, verb, "with").filter(|&named| surely_person(parse, named)).or(agent)
            };
            let first = if follows { instead().or(first) } else { first };
            let named = parse.child(verb, Dep::Oprd).filter(|&named| surely_person(parse, named));
            // "took *office* as president": whoever took it.
            let chosen = grammar::undergoer(parse, verb).filter(|&who| {
                is_person(setting, who) || parse.pos(who) == Pos::Pron || setting.is_noun(who, NounClass::People)
            });
            first.or(named).or(chosen).or_else(|| grammar::subject(parse, verb))
        }
        _ => None,
    }?;
    // "it is unclear *who* will be the new leader"
    let asked = parse.norm(subject) == "who" && grammar::antecedent(parse, subject) == subject;
    if asked {
        return None;
    }
    // "*The commander* Colonel Brek will be chairman": the name behind the other office.
    let name = past_titles(setting, subject + 1);
    let named = name < parse.len() && name < head && surely_person(parse, name) && parse.dominates(subject, name);
    let subject =
        if named && parse.pos(subject) == Pos::Noun { head_of(parse, name_from(parse, name)) } else { subject };
    let person =
        is_person(setting, subject) || matches!(parse.norm(subject), "he" | "she" | "i" | "who" | "him" | "her");
    // "the prince was named commander of the fleet"
    let somebody = || parse.tag(subject) == Tag::Nn && setting.is_noun(subject, NounClass::People);
    (person || somebody()).then(|| Holder::at(parse, subject, title))
}

/// The reflexive pronoun of which a noun is said: `himself` in "declared *himself* president".
fn himself(parse: &Parse, noun: usize) -> Option<usize> {
    let hosts = [noun, parse.head(noun)];
    let mut below = hosts.into_iter().flat_map(|host| parse.children(host));
    below.find(|&child| {
        let object = matches!(parse.dep(child), Dep::Nsubj | Dep::Dobj);
        object && child < noun && matches!(parse.norm(child), "himself" | "herself")
    })
}
