//! Which words fill a slot of a trigger?
//!
//! For a verb the tree tells most of it. For a noun the doer stands before it ("*rebel* attack", "*Morvania's* attack"),
//! after `by`, or is the subject of the verb that carries it ("*rebels* carried out an attack").

pub(super) mod behind;
pub(super) mod bond;
mod comma;
pub(super) mod doer;
pub(super) mod goal;
pub(super) mod holder;
mod hung;
mod members;
mod noun_doer;
pub(super) mod pair;
pub(super) mod preposition;
pub(super) mod published;
pub(super) mod sides;
pub(super) mod whole;

use crate::claim::Setting;
use crate::frame::count::wished;
use crate::frame::fillers::doer::doer;
use crate::frame::fillers::members::named_members;
use crate::frame::fillers::noun_doer::noun_doer;
use crate::frame::is_place;
use crate::frame::places::standing;
use crate::frame::trigger::carrier::Carrier;
use crate::{class, grammar};
use language::{Dep, Name, NameLabel, Parse, Pos, Tag};
use lexicon::{CalendarWord, CueClass, NounClass, Place, Sense, Slot, WordClass};
use std::cell::RefCell;

/// A trigger where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Spot {
    pub(crate) trigger: usize,
    pub(crate) class: WordClass,
    /// Further words of the trigger.
    pub(crate) words: Vec<usize>,
    /// The light verb that carries a noun.
    pub(crate) carrier: Option<Carrier>,
    /// What was found in the slots that were looked at: the frames of a trigger ask for the same ones.
    filled: RefCell<Vec<(Slot, Vec<usize>)>>,
}

impl Spot {
    pub(crate) fn new(trigger: usize, class: WordClass, words: Vec<usize>, carrier: Option<Carrier>) -> Spot {
        Spot { trigger, class, words, carrier, filled: RefCell::default() }
    }

    /// A noun that nothing else tells of.
    pub(crate) fn noun(trigger: usize) -> Spot {
        Spot::new(trigger, WordClass::Noun, Vec::new(), None)
    }
}

/// The heads that fill a slot, joined ones apart, in order of the text.
pub(crate) fn fill(setting: Setting, site: &Spot, slot: &Slot) -> Vec<usize> {
    // Whoever asks for reasons hears for each frame what was passed over.
    if setting.part.notes.are_kept() {
        return fillers(setting, site, slot);
    }
    if let Some((_, found)) = site.filled.borrow().iter().find(|(filled, _)| filled == slot) {
        return found.clone();
    }
    let found = fillers(setting, site, slot);
    site.filled.borrow_mut().push((slot.clone(), found.clone()));
    found
}

fn fillers(setting: Setting, site: &Spot, slot: &Slot) -> Vec<usize> {
    let parse = &setting.part.parse;
    let found = match (site.class, slot) {
        (WordClass::Verb, Slot::Subject) => doer(setting, site.trigger),
        (WordClass::Verb, Slot::Object) => {
            let object = named_before(setting, site.trigger).or_else(|| grammar::undergoer(parse, site.trigger));
            // "burned *down the village*", where the tree takes the particle for a preposition.
            let below = || {
                let particle = |&&word: &&usize| {
                    let particle = matches!(parse.norm(word), "down" | "off" | "out" | "over" | "up");
                    particle && parse.dep(word) == Dep::Prep && parse.head(word) == site.trigger
                };
                site.words.iter().find(particle).and_then(|&word| parse.child(word, Dep::Pobj))
            };
            // "summoned the *Kestrian* ambassador": whose the word of the trigger is.
            let object = object.or_else(below);
            if let Some(own) = object.filter(|own| site.words.contains(own)) {
                let whose = noun_doer(setting, &Spot::noun(own));
                return whose.into_iter().filter(|&at| parse.head(at) == own && parse.pos(at) != Pos::Pron).collect();
            }
            object
        }
        (WordClass::Verb, Slot::Dative) => dative(parse, site.trigger),
        (_, Slot::Clause) => std::iter::once(site.trigger)
            .chain(site.words.iter().copied().filter(|&word| parse.pos(word) == Pos::Noun))
            .find_map(|host| clause_subject(parse, host)),
        // "stands *ready* to help the villagers"
        (_, Slot::Goal) => {
            let hosts = std::iter::once(site.trigger).chain(site.words.iter().copied());
            let parties = hosts.map(|host| goal::below(setting, host).parties).find(|parties| !parties.is_empty());
            return parties.unwrap_or_default();
        }
        (_, Slot::Itself) => return vec![site.trigger],
        (WordClass::Noun, Slot::Subject) => {
            // "a *two-state* solution" is no state's.
            let counted = |at: usize| parse.dep(at) == Dep::Compound && parse.child(at, Dep::Nummod).is_some();
            // "one of *the world's* worst famines" is nobody's, nor is "last year's".
            let spanned = |at: usize| setting.lexicon.senses.has(parse.lemma(at), Sense::Period);
            return noun_doer(setting, site).into_iter().filter(|&at| !counted(at) && !spanned(at)).collect();
        }
        (WordClass::Noun, Slot::Object) => {
            grammar::after(parse, site.trigger, "of").or_else(|| done_to(setting, site.trigger))
        }
        (WordClass::Noun, Slot::Dative) => grammar::after(parse, site.trigger, "to"),
        (WordClass::Adjective, Slot::Subject | Slot::Object | Slot::Dative) => described(setting, site.trigger),
        (_, Slot::Described) => described(setting, site.trigger),
        (WordClass::Noun, Slot::Preposition(word)) if word == "of" => {
            preposition::after(setting, site, word).or_else(|| done_to(setting, site.trigger))
        }
        (_, Slot::Where) => return standing::place(setting, site),
        (_, Slot::Preposition(word)) => preposition::after(setting, site, word),
    };
    let found = match slot {
        Slot::Preposition(word) if site.class == WordClass::Verb => led_besides(parse, site, word, found),
        _ => found.into_iter().collect(),
    };
    let mut found: Vec<usize> = found
        .into_iter()
        .map(|at| one_among(parse, at).unwrap_or(at))
        .flat_map(|at| grammar::joined(parse, at))
        .filter(|&at| !is_own(setting, at))
        .flat_map(|at| comma::before(setting, at).into_iter().chain([at]))
        .map(|at| numbered(parse, at))
        .flat_map(|at| named_members(setting, at))
        .map(|at| named_behind(setting, at))
        .collect();
    found.dedup();
    let notes = &setting.part.notes;
    // "attacks on *a scale* not seen before": how great something is is nobody and nothing.
    let size = |at: usize| {
        parse.pos(at) == Pos::Noun
            && (setting.nouns(at) == [NounClass::Measure]
                // "strikes on *a regular basis*"
                || matches!(parse.lemma(at), "basis" | "occasion"))
            && parse.child(at, Dep::Det).is_some_and(|article| matches!(parse.norm(article), "a" | "an"))
            && grammar::after(parse, at, "of").is_none()
    };
    // "9,000 people, or *4% of the population*, fled": the same told once more.
    let share = |at: usize| parse.dep(at) == Dep::Conj && matches!(parse.norm(at), "%" | "percent");
    let keeps = |at: &usize| {
        if share(*at) {
            notes.passed(*at, || "says how large a part".to_string());
            return false;
        }
        if matches!(slot, Slot::Preposition(_)) && site.class == WordClass::Noun && size(*at) {
            notes.passed(*at, || "only tells how great it is".to_string());
            return false;
        }
        if class::is_medium(parse, setting.lexicon, *at) {
            notes.passed(*at, || "is where it is said".to_string());
            return false;
        }
        if *at == site.trigger || site.words.contains(at) {
            notes.passed(*at, || "is a word of the trigger itself".to_string());
            return false;
        }
        let keeps = is_filler(setting, *at);
        if !keeps {
            notes.passed(*at, || "stands for nobody and nothing".to_string());
        }
        keeps
    };
    found.into_iter().filter(keeps).collect()
}

/// True for what somebody has who stands before it in a row: "supports the court and *its mandate*". People, places and things of his stand
/// for themselves.
fn is_own(setting: Setting, at: usize) -> bool {
    use NounClass::{Aid, Arms, Deed, Forces, Party, People, Place, Site, Vehicle};
    let parse = &setting.part.parse;
    let first = parse.head(at);
    let pronoun = |owner: usize| matches!(parse.norm(owner), "its" | "his" | "her" | "their");
    let somebody = |at: usize| class::fits(parse, setting.lexicon, at, &[Forces, Party, People, Place]);
    parse.dep(at) == Dep::Conj
        && parse.pos(at) == Pos::Noun
        && parse.child(at, Dep::Poss).is_some_and(pronoun)
        && somebody(first)
        && !class::fits(parse, setting.lexicon, at, &[Aid, Arms, Deed, Forces, Party, People, Place, Site, Vehicle])
}

/// Those whom a preposition leads in again: "condolences to the family, as well as *to the council* and *to the people*".
fn led_besides(parse: &Parse, site: &Spot, word: &str, found: Option<usize>) -> Vec<usize> {
    let Some(found) = found else { return Vec::new() };
    let again = |at: usize| at > 0 && parse.norm(at) == word && matches!(parse.norm(at - 1), "and" | "as" | "or");
    let below = |at: &usize| site.words.contains(at) || *at == site.trigger || parse.norm(*at) == word;
    let above =
        |at: usize| if parse.dep(parse.head(at)) == Dep::Cc { parse.head(parse.head(at)) } else { parse.head(at) };
    let host = |at: &usize| matches!(parse.dep(*at), Dep::Prep | Dep::Conj) && below(&above(*at));
    let first = || site.words.iter().find_map(|&host| grammar::after(parse, host, word)).filter(|&first| first < found);
    let first = if again(parse.head(found)) { first().unwrap_or(found) } else { found };
    let besides = (first..parse.subtree(site.trigger).end.max(first)).filter(|&at| again(at) && host(&at));
    [first, found].into_iter().chain(besides.filter_map(|at| grammar::object_of(parse, at))).collect()
}

/// The person whose name stands behind what he is: *Brek* of "the murdered reporter Anton Brek", where the participle hangs on the reporter.
fn named_behind(setting: Setting, at: usize) -> usize {
    let parse = &setting.part.parse;
    let name = parse.head(at);
    let one = parse.pos(at) == Pos::Noun && parse.dep(at) == Dep::Compound && name > at;
    if one && parse.pos(name) == Pos::Propn && setting.names_person(name) {
        return name;
    }
    // "his counterpart from Kestria, *Anton Brek*", where the tree hangs the name on the place.
    let office = parse.tag(at) == Tag::Nn && setting.lexicon.titles.class(parse.entry(at)).is_some();
    let place = || ["from", "in", "of"].into_iter().find_map(|word| grammar::after(parse, at, word));
    let beside = office && parse.child(at, Dep::Appos).is_none();
    let name = beside.then(place).flatten().and_then(|place| parse.child(place, Dep::Appos));
    name.filter(|&name| name > at && setting.names_person(name)).unwrap_or(at)
}

/// "signed it with *the council of Velna*, led by Brek": who is led by somebody is the party nearest before the comma, whatever the
/// tree hangs it on.
fn named_before(setting: Setting, verb: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let comma = verb.checked_sub(1).filter(|&comma| parse.word(comma) == ",")?;
    // "a siege *by the army*, supported by militias": the tree may hang it on the deed.
    let deed = parse.head(verb);
    let of_deed = parse.dep(verb) == Dep::Acl
        && parse.pos(deed) == Pos::Noun
        && class::classes(parse, setting.lexicon, deed).only(&[NounClass::Deed])
        && grammar::agent(parse, deed).is_some();
    let hung = parse.dep(verb) == Dep::Advcl || of_deed;
    if parse.tag(verb) != Tag::Vbn || !hung || grammar::agent(parse, verb).is_none() {
        return None;
    }
    let mut at = comma.checked_sub(1)?;
    for _ in 0..6 {
        let noun = matches!(parse.pos(at), Pos::Noun | Pos::Propn);
        let body = class::fits(parse, setting.lexicon, at, &[NounClass::Party, NounClass::Forces]);
        if noun && body && (!is_place(setting, at) || parse.dep(at) != Dep::Pobj) {
            return Some(at);
        }
        if !noun && parse.dep(at) != Dep::Prep {
            return None;
        }
        at = parse.head(at);
    }
    None
}

/// Who is said to be one of those: "Among *those* arrested were **two students**", "**two students** were among *those* arrested", "*one* of
/// the oldest militias, **the Tavan Front**, left".
fn one_among(parse: &Parse, those: usize) -> Option<usize> {
    if parse.norm(those) == "one" {
        let hosts = [Some(those), grammar::after(parse, those, "of")].into_iter().flatten();
        let mut below = hosts.flat_map(|host| parse.children(host)).filter(|&child| child > those);
        return below.rfind(|&name| parse.dep(name) == Dep::Appos && parse.pos(name) == Pos::Propn);
    }
    let among = parse.head(those);
    let be = parse.head(among);
    if parse.norm(those) != "those" || parse.norm(among) != "among" || parse.lemma(be) != "be" {
        return None;
    }
    let mut told = parse.children(be).filter(|&child| matches!(parse.dep(child), Dep::Nsubj | Dep::Attr));
    told.rfind(|&told| matches!(parse.pos(told), Pos::Noun | Pos::Propn))
}

/// What bears a number that the tree takes for the head: `Resolution` of "Resolution *2328*".
fn numbered(parse: &Parse, at: usize) -> usize {
    let before = at.checked_sub(1).filter(|&before| parse.pos(at) == Pos::Num && parse.head(before) == at);
    before.filter(|&before| parse.pos(before) == Pos::Propn && parse.dep(before) != Dep::Quantmod).unwrap_or(at)
}

/// Words that can stand for somebody or something; expletives and question words cannot.
pub(crate) fn is_filler(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    // "blamed *each other*": those who do it, and no others.
    if grammar::is_each_other(parse, at) {
        return false;
    }
    match parse.pos(at) {
        Pos::Noun | Pos::Propn | Pos::Num | Pos::Sym | Pos::X => {
            let time = |name: &Name| matches!(name.label, NameLabel::Date | NameLabel::Time);
            // "*today*’s attack": the name finder does not know every apostrophe.
            let day = matches!(setting.lexicon.calendar.get(parse.lower(at)), Some(CalendarWord::FromPublication(_)));
            !parse.name_of(at).is_some_and(time) && !day
        }
        Pos::Pron => {
            // "the attacks the day before *that* killed ten": taken for a pronoun.
            let relative = parse.norm(at) == "that" && parse.dep(parse.head(at)) == Dep::Relcl;
            parse.dep(at) != Dep::Expl
                && !grammar::is_relative(parse, at)
                && !relative
                && !matches!(parse.norm(at), "there" | "what")
        }
        // "*civilian* deaths"
        Pos::Adj if parse.dep(at) == Dep::Amod => is_people(setting, at),
        Pos::Adj | Pos::Det => {
            matches!(parse.dep(at), Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj | Dep::Pobj | Dep::Conj | Dep::Poss)
        }
        // "the wounded"
        Pos::Verb => parse.tag(at) == Tag::Vbn && parse.child(at, Dep::Det).is_some(),
        _ => false,
    }
}

/// True for the name of a state or the adjective made of it.
pub(crate) fn is_state(setting: Setting, at: usize) -> bool {
    setting.is_of_state(at)
}

/// True for a name that the tables of names have, or that stands for a state.
pub(super) fn is_known(setting: Setting, at: usize) -> bool {
    setting.known(at).is_some() || setting.is_of_state(at)
}

/// To whom something is given, where no "to" leads him in: "gave *the brigade* 40 trucks".
pub(super) fn bare_dative(parse: &Parse, verb: usize) -> Option<usize> {
    if let Some(dative) = parse.child(verb, Dep::Dative) {
        return Some(dative).filter(|&dative| parse.pos(dative) != Pos::Adp);
    }
    // "gave *the brigade* 40 trucks": the tree may take it for a word before the trucks.
    let before = || {
        let thing = parse.child(verb, Dep::Dobj)?;
        let whom = parse.children(thing).find(|&child| parse.dep(child) == Dep::Nmod && child < thing)?;
        let own = parse.children(whom).any(|child| parse.dep(child) == Dep::Det);
        let counted = parse.dep(whom + 1) == Dep::Nummod && parse.pos(whom) == Pos::Noun;
        // "caused *the Kestrians* heavy losses"
        let described = parse.dep(whom + 1) == Dep::Amod && matches!(parse.tag(whom), Tag::Nns | Tag::Nnps);
        let article = whom > 0 && parse.dep(whom - 1) == Dep::Det;
        (own && counted || article && described).then_some(whom)
    };
    // "sent *Kestria* 40 tanks", "gave *Kestria* tanks": the name of a state before a plural is no word for its sort.
    // "sent *Kestria* troops to Norland" says whose they are.
    let goes = |host: usize| parse.children(host).any(|at| at > verb && matches!(parse.norm(at), "to" | "into"));
    let state = || {
        let thing = parse.child(verb, Dep::Dobj).filter(|&thing| parse.tag(thing) == Tag::Nns)?;
        if goes(verb) || goes(thing) {
            return None;
        }
        let named = |whom: usize| parse.name_of(whom).is_some_and(|name| name.label == NameLabel::Gpe);
        let beside = |&child: &usize| matches!(parse.dep(child), Dep::Compound | Dep::Nmod) && child == verb + 1;
        parse.children(thing).find(beside).filter(|&whom| parse.pos(whom) == Pos::Propn && named(whom))
    };
    // "*the brigade* was given 40 trucks"
    let given = || grammar::retained(parse, verb).and_then(|_| parse.child(verb, Dep::Nsubjpass));
    let first = || grammar::two_objects(parse, verb).map(|(whom, _)| whom);
    before().or_else(state).or_else(first).or_else(given)
}

/// To whom something is given: "gave *the brigade* 40 trucks", "gave 40 trucks to *the brigade*".
pub(super) fn dative(parse: &Parse, verb: usize) -> Option<usize> {
    let wished = || wished::wished_to(parse, verb);
    let Some(dative) = parse.child(verb, Dep::Dative) else { return bare_dative(parse, verb).or_else(wished) };
    if parse.pos(dative) != Pos::Adp {
        return Some(dative);
    }
    // "sent an ultimatum to *Kestria* demanding their return": the tree takes who gets it for who demands.
    let taken = || parse.child(dative, Dep::Pcomp).and_then(|clause| parse.child(clause, Dep::Nsubj));
    grammar::object_of(parse, dative).or_else(taken)
}

/// The subject of the clause below: "urged the rebels to leave", "said that rebels left", "called for the rebels to leave".
fn clause_subject(parse: &Parse, at: usize) -> Option<usize> {
    // In "called for the law to be dropped" nobody is told who should drop it.
    if let Some(clause) = grammar::for_clause(parse, at) {
        return parse.child(clause, Dep::Nsubj);
    }
    // "the demand *that Morvania hand* them over" hangs on a noun.
    // "demands that they may not accept" are no more than such.
    let marked = |child: usize| {
        let modal = |aux: usize| parse.tag(aux) == Tag::Md && parse.norm(aux) != "should";
        parse.children(child).any(|mark| parse.dep(mark) == Dep::Mark) && !parse.children(child).any(modal)
    };
    let clause = parse.children(at).find(|&child| match parse.dep(child) {
        Dep::Ccomp | Dep::Xcomp => true,
        Dep::Acl => child > at && parse.pos(at) == Pos::Noun && marked(child),
        _ => false,
    })?;
    let own = parse.children(clause).find(|&child| matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass));
    own.or_else(|| parse.child(at, Dep::Dobj)).map(|subject| grammar::antecedent(parse, subject))
}

/// The noun that an apposition, a copula or an adjective describes.
fn described(setting: Setting, at: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let head = parse.head(at);
    // "near Velna, *the army's stronghold*": what no "and" joins says what it is.
    let joins = |first: usize| parse.child(first, Dep::Cc).is_some();
    if let Some(name) = name_behind(parse, at) {
        return Some(name);
    }
    match parse.dep(at) {
        // "Ostrel is a *strategic* town", "Ostrel, a *key* town".
        Dep::Amod
            if parse.pos(head) == Pos::Noun
                && matches!(parse.dep(head), Dep::Attr | Dep::Appos)
                && class::fits(parse, setting.lexicon, head, &[NounClass::Place, NounClass::Site]) =>
        {
            described(setting, head)
        }
        // "the 9th Brigade and *two companies* of the Guard" are two things, also without the "and".
        Dep::Appos
            if parse.child(at, Dep::Nummod).is_some()
                && parse.tag(at) == Tag::Nns
                && parse.pos(head) == Pos::Propn
                && parse.tag(head) != Tag::Nnps
                && parse.child(at, Dep::Conj).is_some() =>
        {
            None
        }
        Dep::Conj
            if parse.child(at, Dep::Nummod).is_some()
                && !matches!(parse.dep(head), Dep::Attr | Dep::Appos | Dep::Acomp | Dep::Oprd) =>
        {
            None
        }
        // "The Front is a group *active* in Velna."
        Dep::Amod if head < at && parse.pos(at) == Pos::Adj => grammar::called(parse, head).or(Some(head)),
        Dep::Appos | Dep::Amod | Dep::Compound | Dep::Nmod => Some(head),
        // "left many others *wounded*" tells of them, and not of what left them so.
        Dep::Oprd if parse.child(head, Dep::Dobj).is_some() && !grammar::is_passive(parse, head) => {
            parse.child(head, Dep::Dobj)
        }
        Dep::Attr | Dep::Acomp | Dep::Oprd => grammar::subject(parse, head),
        // "*Eager* to end the war, the council offered a truce"
        Dep::Advcl if parse.pos(at) == Pos::Adj && at < head => grammar::doer(parse, head),
        // "the town is *home* to 300 refugees", "the town, *home* to 300 refugees"
        Dep::Advmod if matches!(parse.pos(at), Pos::Noun | Pos::Adv) => match parse.pos(head) {
            Pos::Aux => grammar::subject(parse, head),
            Pos::Noun | Pos::Propn => Some(head),
            _ => None,
        },
        // "called on Kestria and *its allies*" describes nobody else.
        Dep::Conj
            if parse.child(at, Dep::Poss).is_some()
                && (joins(head) || parse.child(at, Dep::Poss).is_some_and(|owner| parse.pos(owner) == Pos::Pron))
                && !matches!(parse.dep(head), Dep::Attr | Dep::Appos | Dep::Acomp | Dep::Oprd) =>
        {
            None
        }
        Dep::Conj if head != at => described(setting, head),
        // "Brek is among the *members* of the council"
        Dep::Pobj if parse.norm(head) == "among" && parse.lemma(parse.head(head)) == "be" => {
            grammar::subject(parse, parse.head(head))
        }
        Dep::Pobj if matches!(parse.norm(head), "as" | "at" | "in" | "on" | "under") => {
            let above = parse.head(head);
            let noun = matches!(parse.pos(above), Pos::Noun | Pos::Propn);
            // "regards *the militia* as a branch of the army"
            let regarded = || {
                let lemma = parse.entry(above);
                let cues = setting.lexicon.reporting.starting(CueClass::Verb, lemma);
                let as_what = |place: &Place| matches!(place, Place::After(word) if word == "as");
                let says = cues.flat_map(|cue| &cue.places).any(as_what);
                grammar::undergoer(parse, above).filter(|_| says && parse.norm(head) == "as")
            };
            // "focuses *on its* control of the town": whose it is is not what is controlled.
            let own = parse.child(at, Dep::Poss).is_some_and(|owner| parse.pos(owner) == Pos::Pron);
            // "fired *at supporters* of the council": they are others than whoever fired.
            let classes = setting.nouns(at);
            let others = matches!(parse.norm(head), "at" | "on") && classes.contains(&NounClass::People);
            let subject = || grammar::subject(parse, above).filter(|_| (parse.norm(head) != "on" || !own) && !others);
            if noun { Some(above) } else { regarded().or_else(subject) }
        }
        // "freed the town from rebel control", "areas of rebel control".
        Dep::Pobj if parse.norm(head) == "from" => grammar::undergoer(parse, parse.head(head)),
        // "the road is *of* great importance to the rebels"
        Dep::Pobj if parse.norm(head) == "of" && parse.pos(parse.head(head)) == Pos::Aux => {
            grammar::subject(parse, parse.head(head))
        }
        // "Kestria is one *of Morvania's allies*"
        Dep::Pobj if parse.norm(head) == "of" && parse.norm(parse.head(head)) == "one" => {
            described(setting, parse.head(head))
        }
        // Not "the capture of members", "the leader of the branch", "the families of members".
        Dep::Pobj if parse.norm(head) == "of" => {
            let is = |noun: usize, class: NounClass| setting.is_noun(noun, class);
            let kin = |above: usize| {
                is(at, NounClass::People) && is(above, NounClass::People) && !is(above, NounClass::Measure)
            };
            Some(parse.head(head)).filter(|&above| !kin(above)).filter(|&above| {
                matches!(parse.pos(above), Pos::Noun | Pos::Propn)
                    && !class::fits(parse, setting.lexicon, above, &[NounClass::Deed])
                    && !(parse.tag(above) == Tag::Nn && setting.lexicon.titles.class(parse.entry(above)).is_some())
            })
        }
        // "the reason was the raid".
        Dep::Nsubj if parse.lemma(head) == "be" => parse.child(head, Dep::Attr).or_else(|| parse.child(at, Dep::Appos)),
        _ => parse.child(at, Dep::Appos),
    }
}

/// The name right behind a noun that tells what it is, which the parser often hangs beside it: "its ally *Morvania* sent troops".
fn name_behind(parse: &Parse, at: usize) -> Option<usize> {
    let next = at + 1;
    if parse.pos(at) != Pos::Noun || next >= parse.len() || parse.pos(next) != Pos::Propn {
        return None;
    }
    let name = parse.name_of(next).filter(|name| name.tokens.start == next)?;
    if !matches!(name.label, NameLabel::Gpe | NameLabel::Org | NameLabel::Person) {
        return None;
    }
    let outside = |&word: &usize| parse.is_root(word) || !name.tokens.contains(&parse.head(word));
    let head = name.tokens.clone().find(outside)?;
    let above = parse.head(at);
    let joined = parse.dep(at) == Dep::Conj && parse.head(above) == parse.head(head);
    (parse.head(head) == above && matches!(parse.pos(above), Pos::Verb | Pos::Aux) || joined).then_some(head)
}

/// True for a word in front of a noun that can only name people, also where it is taken for an adjective: "*civilian* deaths", not
/// "*major* attacks", "*minor* clashes".
fn is_people(setting: Setting, at: usize) -> bool {
    let lemma = setting.part.parse.entry(at);
    setting.lexicon.nouns.is_only_people(lemma)
        && setting.lexicon.titles.class(lemma).is_none()
        && !setting.lexicon.nouns.is_plain(setting.part.parse.norm(at))
        && !setting.lexicon.nouns.is_sort(setting.part.parse.norm(at))
}

/// The noun before a noun that suffers it: "*ceasefire* violations", "the *convoy* attack", "*civilian* deaths".
pub(super) fn done_to(setting: Setting, noun: usize) -> Option<usize> {
    use NounClass::{Accord, Forces, Party, People, Site, Talk, Vehicle};
    let parse = &setting.part.parse;
    // "*peace* talks" are about peace, and in a "*car* bomb attack" the bomb was in the car.
    let entry = parse.entry(noun);
    if setting.lexicon.nouns.is(entry, Talk) || setting.lexicon.nouns.classes(entry) == [NounClass::Arms] {
        return None;
    }
    let classes = |at: usize| setting.nouns(at);
    parse.children(noun).find(|&child| {
        let classes = classes(child);
        // The tagger may take a noun for people for an adjective.
        let before = match parse.dep(child) {
            Dep::Compound => parse.pos(child) == Pos::Noun,
            Dep::Amod => matches!(parse.pos(child), Pos::Adj | Pos::Noun) && is_people(setting, child),
            _ => false,
        };
        child < noun
            && before
            && classes.iter().any(|class| matches!(class, Accord | People | Site | Vehicle))
            && !classes.iter().any(|class| matches!(class, Forces | Party))
    })
}
