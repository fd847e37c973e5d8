//! Which words are names that the tables know, whatever the name finder takes them for?
//!
//! "Islamic Front" is a party though the finder may see a place, or nothing. "Front for Peace and Bread" is one party when the
//! tables of names have it, though its tree joins two nouns with `and`. "Task Force Anvil" and "HMS Lasta" say by a word what they are.

mod body;
mod office;
mod ranked;
mod sort;

pub(crate) mod movement;
pub(crate) mod portfolio;
pub(crate) mod proper;
pub(crate) mod surname;
pub(crate) mod toponym;
pub(crate) mod vessel;

use crate::rehung::without_ending;
use language::{Dep, Name, NameLabel, Parse, Pos, Tag};
use lexicon::{ActorKind, Known, Lexicon, NounClass, Slot, TitleClass, WordClass};
use model::SourceKind;
use std::borrow::Cow;
use std::ops::Range;

/// The longest name looked for, in tokens.
const LONGEST: usize = 10;

/// The names of a parse: those of the name finder with what the tables know of them, and those that only the tables know.
pub(crate) fn all(parse: &Parse, lexicon: &Lexicon) -> Vec<Name> {
    let mut known = known(parse, lexicon);
    let told = sort::told(parse, lexicon, &known);
    known.extend(told);
    // What the finder sees in a part of a known name, or across its end, is not a name of its own.
    let apart = |name: &&Name| {
        let touches = |other: &Name| other.tokens.start < name.tokens.end && name.tokens.start < other.tokens.end;
        !known.iter().any(touches)
    };
    let mut all: Vec<Name> = parse.names().iter().filter(apart).cloned().collect();
    let seconds: Vec<Name> = all.iter_mut().filter_map(|name| second(parse, name)).collect();
    all.extend(seconds);
    for name in all
        .iter_mut()
        .filter(|name| opens_with_adjective(parse, lexicon, name) || opens_with_deed(parse, lexicon, name))
    {
        name.tokens.start += 1;
    }
    for name in all.iter_mut().filter(|name| is_place(parse, lexicon, name)) {
        name.label = NameLabel::Fac;
    }
    // "*his quarter*" is a part of a town.
    all.retain(|name| {
        let owned = |at: usize| parse.children(at).any(|child| parse.tag(child) == Tag::PrpPoss);
        let era = is_era(parse, name.tokens.start);
        let quarter = name.label == NameLabel::Date && owned(name.tokens.start);
        name.tokens.len() > 1 || !era && !quarter && !is_large_opening(parse, lexicon, name)
    });
    body::aliases(parse, &mut all);
    body::persons(parse, lexicon, &mut all);
    ranked::persons(parse, lexicon, &known, &mut all);
    ranked::units(parse, lexicon, &mut all);
    ranked::numbered(parse, lexicon, &known, &mut all);
    let free = |at: usize| all.iter().chain(&known).all(|name| !name.tokens.contains(&at));
    let eras = (1..parse.len()).filter(|&at| is_era(parse, at) && free(at));
    let eras: Vec<Name> = eras.map(|at| Name { tokens: at..at + 1, label: NameLabel::Date }).collect();
    all.extend(eras);
    for name in &mut all {
        if is_unit(parse, lexicon, name) || is_platform(parse, lexicon, name) {
            name.label = NameLabel::Org;
        } else if let Some(end) = counted_outlet(parse, lexicon, name) {
            *name = Name { tokens: name.tokens.start..end, label: NameLabel::Org };
        }
    }
    // The finder takes some capitals for languages.
    let language = |name: &Name| {
        let words = parse.span(name.tokens.clone());
        name.label == NameLabel::Language && lexicon.names.capital(words.of(parse.text())).is_some()
    };
    let place =
        |name: &Name| language(name) || is_entered(parse, lexicon, name) || is_state_somewhere(parse, lexicon, name);
    for name in all.iter_mut().filter(|name| place(name)) {
        name.label = NameLabel::Gpe;
    }
    for name in all.iter_mut().filter(|name| begins_given(parse, lexicon, name)) {
        name.label = NameLabel::Person;
    }
    for name in all.iter_mut().filter(|name| bears_title(parse, lexicon, &name.tokens)) {
        name.label = NameLabel::Person;
    }
    let taken: Vec<Range<usize>> = all.iter().chain(&known).map(|name| name.tokens.clone()).collect();
    let free = |at: usize| !taken.iter().any(|name| name.contains(&at));
    for name in all.iter_mut().filter(|name| names_vessel(parse, lexicon, name) && free(name.tokens.start - 1)) {
        name.tokens.start -= 1;
        name.label = NameLabel::Org;
    }
    for name in &mut all {
        if let Some(owner) = before_title(parse, lexicon, name) {
            *name = owner;
        }
    }
    for name in all.iter_mut().filter(|name| names_make(parse, lexicon, name)) {
        name.label = NameLabel::Product;
    }
    sort::types(parse, &known, &mut all);
    for name in all.iter_mut().filter(|name| is_after_deed(parse, lexicon, name)) {
        name.tokens.start -= 1;
        name.label = NameLabel::Event;
    }
    for name in all.iter_mut().filter(|name| body::is_dated(parse, lexicon, name)) {
        *name = Name { tokens: name.tokens.start..name.tokens.end + 1, label: NameLabel::Org };
    }
    for name in all.iter_mut().filter(|name| body::is_behind_sort(parse, lexicon, name)) {
        name.label = NameLabel::Org;
    }
    office::without(parse, lexicon, &mut all);
    nicknames(parse, &mut all);
    let offices: Vec<Name> = all.iter_mut().filter_map(|name| office::before_holder(parse, lexicon, name)).collect();
    all.extend(offices);
    let states: Vec<Name> = all.iter_mut().filter_map(|name| body::of_state(parse, lexicon, name)).collect();
    all.extend(states);
    let states: Vec<Name> = all.iter_mut().filter_map(|name| body::behind_state(parse, lexicon, name)).collect();
    all.extend(states);
    let taken: Vec<Range<usize>> = all.iter().chain(&known).map(|name| name.tokens.clone()).collect();
    all.extend(body::behind_titles(parse, lexicon, &taken));
    // "*Capt.* Anton Brek": a rank is no part of a name.
    for name in all.iter_mut().filter(|name| name.label == NameLabel::Person) {
        let rank = |at: usize| {
            let class = lexicon.titles.class(parse.lower(at));
            parse.word(at).ends_with('.') && class == Some(TitleClass::Rank)
        };
        while name.tokens.len() > 1 && rank(name.tokens.start) {
            name.tokens.start += 1;
        }
        // "Anton Brek *MP*": nor is an office that follows it in capitals.
        while name.tokens.len() > 2 && is_office_letters(parse, name.tokens.end - 1, lexicon) {
            name.tokens.end -= 1;
        }
    }
    let taken: Vec<Range<usize>> = all.iter().chain(&known).map(|name| name.tokens.clone()).collect();
    for name in all.iter_mut().filter(|name| name.label == NameLabel::Person) {
        name.tokens.start = given_name(parse, lexicon, name, &taken);
    }
    for name in all.iter_mut().filter(|name| name.label == NameLabel::Org) {
        name.tokens.end = end_of_body(parse, lexicon, name);
    }
    all.extend(known);
    all.sort_by_key(|name| name.tokens.start);
    // Whatever was joined above, a word is of one name.
    all.dedup_by(|next, name| next.tokens.start < name.tokens.end);
    all
}

/// True for the letters of an office: "Anton Brek *MP*".
pub(crate) fn is_office_letters(parse: &Parse, at: usize, lexicon: &Lexicon) -> bool {
    parse.word(at).chars().all(char::is_uppercase) && lexicon.titles.class(parse.lower(at)) == Some(TitleClass::Office)
}

/// Takes the second of two names out of what the finder takes for one, where it has an article of its own: "the Coalition and | *the
/// Government of Kestria*".
fn second(parse: &Parse, name: &mut Name) -> Option<Name> {
    let tokens = name.tokens.clone();
    let and = (tokens.start + 1..tokens.end.saturating_sub(2))
        .find(|&at| parse.dep(at) == Dep::Cc && parse.word(at) == "and" && parse.word(at + 1) == "the")?;
    let capitals = |range: Range<usize>| range.into_iter().any(|at| capital(parse, at));
    if !capitals(tokens.start..and) || !capitals(and + 2..tokens.end) || !tokens.contains(&parse.head(and)) {
        return None;
    }
    if name.label == NameLabel::WorkOfArt {
        name.label = NameLabel::Org;
    }
    name.tokens.end = and;
    Some(Name { tokens: and + 2..tokens.end, label: name.label })
}

/// Joins what the finder takes for two names on either side of a nickname: "Anton “*Hawk*” Brek".
fn nicknames(parse: &Parse, all: &mut Vec<Name>) {
    all.sort_by_key(|name| name.tokens.start);
    let quote = |at: usize| matches!(parse.tag(at), Tag::OpenQuote | Tag::CloseQuote);
    let mut at = 0;
    while at + 1 < all.len() {
        let (first, second) = (&all[at], &all[at + 1]);
        let between = first.tokens.end..second.tokens.start;
        let nickname = between.len() == 3
            && quote(between.start)
            && parse.pos(between.start + 1) == Pos::Propn
            && quote(between.end - 1);
        let surname = second.label == NameLabel::Person || second.tokens.len() == 1;
        if nickname && first.label == NameLabel::Person && surname {
            all[at].tokens.end = second.tokens.end;
            all.remove(at + 1);
        }
        at += 1;
    }
}

/// True for a participle or a word that judges which is only written large since it opens the sentence: "*Coordinated* strikes hit the
/// camp", "*Fierce* rebel attacks".
fn is_large_opening(parse: &Parse, lexicon: &Lexicon, name: &Name) -> bool {
    let at = name.tokens.start;
    let opens = at == parse.sentences()[parse.sentence_of(at)].start;
    let common = match parse.tag(at) {
        Tag::Vbn | Tag::Vbg => true,
        Tag::Jj => lexicon.evaluations.adjective(parse.lower(at)).is_some(),
        _ => false,
    };
    opens && common && lexicon.names.find(parse.word(at)).is_none()
}

/// Whose title it is of which the finder takes the first words for the end of a body: "*Kestrian* National Security | Adviser Anton Brek",
/// "Anton Brek, *Kestria* Permanent | Representative".
fn before_title(parse: &Parse, lexicon: &Lexicon, name: &Name) -> Option<Name> {
    let Name { tokens, label } = name;
    let (start, next) = (tokens.start, tokens.end);
    if *label != NameLabel::Org || tokens.len() < 2 || next >= parse.len() {
        return None;
    }
    let word = parse.word(start);
    let label = match lexicon.names.find(word) {
        _ if parse.pos(start) == Pos::Adj || !lexicon.names.demonym(word).is_empty() => NameLabel::Norp,
        Some(Known::State(_)) => NameLabel::Gpe,
        _ => return None,
    };
    let title = parse.span(start + 1..next + 1).of(parse.text()).to_lowercase();
    lexicon.titles.class(&title).map(|_| Name { tokens: start..start + 1, label })
}

/// True for "*Removing Brek*" at the head of a sentence: what is done to him is no part of his name.
fn opens_with_deed(parse: &Parse, lexicon: &Lexicon, name: &Name) -> bool {
    let first = name.tokens.start;
    let leads = parse.sentences()[parse.sentence_of(first)].start == first;
    if !leads || name.label != NameLabel::Person || name.tokens.len() < 2 {
        return false;
    }
    let tells = |lemma: &String| {
        let mut frames = lexicon.triggers.frames(lemma).iter();
        frames.any(|frame| frame.class == WordClass::Verb && frame.target.contains(&Slot::Object))
    };
    without_ending(parse.norm(first), "ing").is_some_and(|forms| forms.iter().any(tells))
}

/// True for a body that the tables know behind a word that is only written large since it opens the sentence: "*New* UN measures".
fn opens_with_adjective(parse: &Parse, lexicon: &Lexicon, name: &Name) -> bool {
    let start = name.tokens.start;
    let known = |start: usize| lexicon.names.find(parse.span(start..name.tokens.end).of(parse.text())).is_some();
    let sentence = parse.sentences()[parse.sentence_of(start)].start;
    name.tokens.len() > 1
        && name.label == NameLabel::Org
        && (sentence..start).all(|at| parse.pos(at) == Pos::Punct)
        && !lexicon.place_words.is_direction(parse.lower(start))
        && !known(start)
        && known(start + 1)
}

/// True for a name that begins with a given name and says nothing else, which the finder takes for a body or, where no preposition leads to
/// it, for a place: "*Teresa Holt* fled".
fn begins_given(parse: &Parse, lexicon: &Lexicon, name: &Name) -> bool {
    use NameLabel::{Fac, Gpe, Loc, Norp, Org, Product, WorkOfArt};
    let tokens = name.tokens.clone();
    let body = matches!(name.label, Org | Product | WorkOfArt | Norp);
    let place = matches!(name.label, Gpe | Loc | Fac);
    let led = tokens.start > 0 && matches!(parse.pos(tokens.start - 1), Pos::Adp | Pos::Det | Pos::Part);
    let plain = |at: usize| {
        let lower = parse.lower(at);
        capital(parse, at)
            && parse.pos(at) == Pos::Propn
            && lexicon.nouns.classes(lower).is_empty()
            && lexicon.places.type_word(lower).is_none()
            && lexicon.sources.noun(lower).is_none()
            && lexicon.names.demonym(parse.word(at)).is_empty()
    };
    matches!(tokens.len(), 2 | 3)
        && (body || place && !led)
        && lexicon.sexes.name(parse.lower(tokens.start)).is_some()
        && tokens.into_iter().all(plain)
}

/// True for the era of a year: "in 486 *BC*".
fn is_era(parse: &Parse, at: usize) -> bool {
    matches!(parse.word(at), "BC" | "BCE" | "AD" | "CE")
        && at > 0
        && parse.word(at - 1).chars().all(|sign| sign.is_ascii_digit())
}

/// True for a name that says by its first or last word that it is a place, whatever the finder takes it for: "Hill 203", "Orl
/// Valley".
fn is_place(parse: &Parse, lexicon: &Lexicon, name: &Name) -> bool {
    use NameLabel::{Org, Person, Product, WorkOfArt};
    if name.tokens.len() < 2 || !matches!(name.label, Org | Person | Product | WorkOfArt) {
        return false;
    }
    let start = name.tokens.start + usize::from(parse.norm(name.tokens.start) == "the");
    // "Adm. Mark Hill", "Mark Hill" is a man of that name.
    let titled = start > 0 && lexicon.titles.class(parse.lower(start - 1)).is_some();
    let given = lexicon.sexes.name(parse.lower(start)).is_some();
    if name.label == Person && (titled || given) {
        return false;
    }
    // "Kordun Front" is a body that speaks.
    let last = parse.norm(name.tokens.end - 1);
    if lexicon.sources.noun(last) == Some(SourceKind::Organisation) {
        return false;
    }
    let classes = |at: usize| lexicon.nouns.classes(parse.norm(at));
    let last = classes(name.tokens.end - 1);
    let only = |classes: &[NounClass], wanted: &[NounClass]| {
        !classes.is_empty() && classes.iter().all(|class| wanted.contains(class))
    };
    only(last, &[NounClass::Place]) || last.is_empty() && only(classes(start), &[NounClass::Place, NounClass::Site])
}

/// True for a person's name behind a title that is the name of a ship: "the cruiser General *Brek*".
fn names_vessel(parse: &Parse, lexicon: &Lexicon, name: &Name) -> bool {
    let Some(sort) = name.tokens.start.checked_sub(2) else { return false };
    let classes = lexicon.nouns.classes(parse.norm(sort));
    let vehicle = classes.contains(&NounClass::Vehicle)
        && classes.iter().all(|class| matches!(class, NounClass::Forces | NounClass::Vehicle));
    name.label == NameLabel::Person
        && vehicle
        && parse.pos(sort) == Pos::Noun
        && parse.dep(sort) == Dep::Compound
        && name.tokens.contains(&parse.head(sort))
        && lexicon.titles.class(parse.norm(sort + 1)).is_some()
}

/// True for the make of a weapon or a vehicle, which the finder takes for a body or a place: "a *Skua* missile"; a bomb is where it went off.
fn names_make(parse: &Parse, lexicon: &Lexicon, name: &Name) -> bool {
    let at = name.tokens.start;
    let thing = at + 1;
    let arms = |class: &NounClass| matches!(class, NounClass::Arms | NounClass::Vehicle);
    name.tokens.len() == 1
        && matches!(name.label, NameLabel::Gpe | NameLabel::Loc | NameLabel::Org | NameLabel::Person)
        && thing < parse.len()
        && parse.dep(at) == Dep::Compound
        && parse.head(at) == thing
        && parse.pos(thing) == Pos::Noun
        && lexicon.nouns.classes(parse.entry(thing)).iter().any(arms)
        && lexicon.triggers.nouns(parse.entry(thing)).next().is_none()
        && lexicon.names.find(parse.word(at)).is_none()
        && lexicon.names.demonym(parse.word(at)).is_empty()
        && parse.word(at).chars().any(char::is_lowercase)
}

/// True for a name behind a title, which the finder may take for a place or a body: "President *Brekhash*", "Council President *Anur Brekhash*".
/// What the tables know is what they say it is: "Captain *Kestria*", "Premier *League*".
fn bears_title(parse: &Parse, lexicon: &Lexicon, name: &Range<usize>) -> bool {
    let title = |before: usize| {
        let class = lexicon.titles.class(parse.norm(before));
        parse.dep(before) == Dep::Compound
            && parse.head(before) == name.end - 1
            && parse.word(before).starts_with(char::is_uppercase)
            && class.is_some_and(|class| matches!(class, TitleClass::Head | TitleClass::Office | TitleClass::Rank))
    };
    let own = |at: usize| {
        parse.pos(at) == Pos::Propn
            && capital(parse, at)
            && parse.word(at).chars().any(char::is_lowercase)
            && lexicon.nouns.classes(parse.lower(at)).is_empty()
            // "Pope *County*" is a place.
            && lexicon.places.type_word(parse.lower(at)).is_none()
            && lexicon.names.demonym(parse.word(at)).is_empty()
    };
    let known = lexicon.names.find(parse.span(name.clone()).of(parse.text()));
    let somebody = if name.len() == 1 { !matches!(known, Some(Known::State(_))) } else { known.is_none() };
    somebody && name.start.checked_sub(1).is_some_and(title) && name.clone().all(own)
}

/// The first word of a person's name that the finder lets begin with a small word: "*Hamza* | bin Dal". Titles are no part of it.
/// `taken`: the words of all names.
fn given_name(parse: &Parse, lexicon: &Lexicon, name: &Name, taken: &[Range<usize>]) -> usize {
    let mut start = name.tokens.start;
    let given = |before: usize, start: usize| {
        parse.word(start).starts_with(char::is_lowercase)
            && parse.pos(before) == Pos::Propn
            && parse.dep(before) == Dep::Compound
            && name.tokens.contains(&parse.head(before))
            && !taken.iter().any(|other| other.contains(&before))
            && lexicon.titles.class(parse.norm(before)).is_none()
            && lexicon.names.after_titles(parse.word(before)) == 0
            && lexicon.names.demonym(parse.word(before)).is_empty()
    };
    while start > 0 && given(start - 1, start) {
        start -= 1;
    }
    start
}

/// One past the words of the name of a body, without those of whoever leads or is in it: "*Union Army* under Major | General Brek",
/// "*Marine Corps* Sgt".
fn end_of_body(parse: &Parse, lexicon: &Lexicon, name: &Name) -> usize {
    let tokens = name.tokens.clone();
    let under = (tokens.start + 1..tokens.end).find(|&at| parse.word(at) == "under");
    let end = under.unwrap_or(tokens.end);
    let named =
        |at: usize| parse.pos(at) == Pos::Propn && capital(parse, at) && lexicon.titles.class(parse.norm(at)).is_none();
    // "Army *Chief of Staff*" | "Gen. Ray Dunn": a holder stands behind.
    let held = end < parse.len() && parse.pos(end) == Pos::Propn || end < parse.len() && parse.word(end) == ".";
    let title = (tokens.start + 1..end).find(|&at| {
        let words = parse.span(at..end).of(parse.text()).to_lowercase();
        named(at - 1) && lexicon.titles.relation(&words).is_some()
    });
    title.filter(|_| held && under.is_none()).unwrap_or(end)
}

/// True for a number and a word for forces, which the finder takes for a day or a count: "the 12th Regiment", "Third Army".
fn is_unit(parse: &Parse, lexicon: &Lexicon, name: &Name) -> bool {
    let last = name.tokens.end - 1;
    let lemma = parse.entry(last);
    matches!(name.label, NameLabel::Date | NameLabel::Ordinal | NameLabel::Cardinal | NameLabel::Quantity)
        && name.tokens.len() > 1
        && capital(parse, last)
        && parse.tag(last) != Tag::Nns
        && lexicon.nouns.is(lemma, NounClass::Forces)
}

/// True for the name of a platform, which the finder takes for a person or a place: "on *Twitter*".
fn is_platform(parse: &Parse, lexicon: &Lexicon, name: &Name) -> bool {
    let word = parse.lower(name.tokens.start);
    name.tokens.len() == 1
        && lexicon.sources.noun(word) == Some(SourceKind::SocialMedia)
        && lexicon.sources.in_name(word).is_none()
}

/// Where the name of an outlet ends that begins with a number, which the finder takes for a count: "*Two Rivers News*".
fn counted_outlet(parse: &Parse, lexicon: &Lexicon, name: &Name) -> Option<usize> {
    let start = name.tokens.start;
    if name.label != NameLabel::Cardinal || name.tokens.len() > 1 || !capital(parse, start) {
        return None;
    }
    let named = |&at: &usize| parse.pos(at) == Pos::Propn && capital(parse, at) && parse.name_of(at).is_none();
    let last = (start + 1..parse.len()).take_while(named).last()?;
    let outlet = lexicon.sources.in_name(parse.lower(last)) == Some(SourceKind::Outlet);
    (outlet && last > start + 1).then_some(last + 1)
}

/// True for a name behind the sort of a deed that bears it, whatever the finder takes the name for: "Operation *Harrow*".
fn is_after_deed(parse: &Parse, lexicon: &Lexicon, name: &Name) -> bool {
    let Some(sort) = name.tokens.start.checked_sub(1).filter(|&sort| capital(parse, sort)) else { return false };
    parse.dep(sort) == Dep::Compound
        && parse.name_of(sort).is_none()
        && name.tokens.contains(&parse.head(sort))
        && lexicon.triggers.frames(parse.entry(sort)).iter().any(|frame| frame.named)
}

/// True for a lone word that the finder takes for a person or people, though something happens in it: "signed *in Tavan*".
fn is_entered(parse: &Parse, lexicon: &Lexicon, name: &Name) -> bool {
    let at = name.tokens.start;
    let preposition = parse.head(at);
    let verb = parse.head(preposition);
    name.tokens.len() == 1
        && matches!(name.label, NameLabel::Person | NameLabel::Norp)
        && parse.tag(at) == Tag::Nnp
        && parse.dep(at) == Dep::Pobj
        && parse.norm(preposition) == "in"
        && parse.pos(verb) == Pos::Verb
        && lexicon.names.find(parse.word(at)).is_none()
        && lexicon.names.demonym(parse.word(at)).is_empty()
}

/// True for a state that the finder takes for somebody, by the direction before it or a preposition of place: "in northern *Kestria*".
fn is_state_somewhere(parse: &Parse, lexicon: &Lexicon, name: &Name) -> bool {
    let at = name.tokens.start;
    let part = parse.children(at).any(|child| child + 1 == at && lexicon.place_words.is_direction(parse.norm(child)));
    let behind =
        parse.dep(at) == Dep::Pobj && matches!(parse.norm(parse.head(at)), "in" | "into" | "across" | "inside");
    name.tokens.len() == 1
        && name.label == NameLabel::Person
        && (part || behind && parse.head(at) + 1 == at)
        && matches!(lexicon.names.find(parse.word(at)), Some(Known::State(_)))
}

/// The longest runs of names that the tables know, where the finder's own names end with them or lie inside.
fn known(parse: &Parse, lexicon: &Lexicon) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    let mut start = 0;
    while start < parse.len() {
        let named = |at: usize| parse.pos(at) == Pos::Propn && capital(parse, at);
        if !named(start) {
            start += 1;
            continue;
        }
        let end = (start + 1..(start + LONGEST).min(parse.len()))
            .find(|&at| !named(at))
            .unwrap_or(parse.len().min(start + LONGEST));
        let longest = (start + 1..=end).rev().find_map(|end| Some((end, label(parse, lexicon, start..end)?)));
        match longest.filter(|(end, _)| whole(parse, start..*end)) {
            Some((end, label)) => {
                let article = start > 0 && parse.norm(start - 1) == "the" && parse.name_of(start - 1).is_some();
                found.push(Name { tokens: start - usize::from(article)..end, label });
                start = end;
            }
            None => start += 1,
        }
    }
    found
}

/// The words of a name as the tables have it: in "African Union (AU) Commission" the bracket has no words.
pub(crate) fn written<'p>(parse: &'p Parse, tokens: Range<usize>) -> Cow<'p, str> {
    let words = parse.span(tokens.clone()).of(parse.text());
    if !words.contains('(') {
        return Cow::Borrowed(words);
    }
    Cow::Owned(tokens.map(|at| parse.word(at)).collect::<Vec<_>>().join(" "))
}

/// What the tables know a run of words as.
fn label(parse: &Parse, lexicon: &Lexicon, tokens: Range<usize>) -> Option<NameLabel> {
    match lexicon.names.find_whole(&written(parse, tokens))? {
        Known::Actor(actor) if actor.kind == ActorKind::Person => Some(NameLabel::Person),
        Known::Actor(_) => Some(NameLabel::Org),
        Known::State(_) => None,
    }
}

/// True when no name of the finder reaches beyond the run but for an article: "the Islamic Front Museum" is another name.
fn whole(parse: &Parse, tokens: Range<usize>) -> bool {
    tokens.clone().filter_map(|at| parse.name_of(at)).all(|name| {
        let start = name.tokens.start + usize::from(parse.norm(name.tokens.start) == "the");
        start >= tokens.start && name.tokens.end <= tokens.end
    })
}

/// Runs of words that the tables know as one name and that a joining word or a possessive ending parts, in order of the text.
pub(crate) fn bound(parse: &Parse, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let named = |at: usize| matches!(parse.pos(at), Pos::Propn | Pos::Noun | Pos::Adj) && capital(parse, at);
    let mut start = 0;
    while start < parse.len() {
        if !named(start) {
            start += 1;
            continue;
        }
        let longest = (start + 3..=(start + LONGEST).min(parse.len())).rev().find(|&end| {
            named(end - 1)
                && (start..end).any(|at| {
                    // "Kestria's | Velna Agency" is one whose it is.
                    let owned = parse.tag(at) == Tag::Pos
                        && lexicon.names.find(parse.span(at + 1..end).of(parse.text())).is_none();
                    matches!(parse.pos(at), Pos::Cconj | Pos::Adp | Pos::Punct) || owned
                })
                && parse.sentence_of(start) == parse.sentence_of(end - 1)
                && lexicon.names.find(parse.span(start..end).of(parse.text())).is_some()
        });
        match longest {
            Some(end) => {
                found.push(start..end);
                start = end;
            }
            None => start += 1,
        }
    }
    found
}

/// True for a name that shares a word with others.
fn touches(name: &Name, tokens: &Range<usize>) -> bool {
    name.tokens.start < tokens.end && tokens.start < name.tokens.end
}

fn capital(parse: &Parse, at: usize) -> bool {
    parse.word(at).chars().next().is_some_and(char::is_uppercase)
}

/// The word of a run that the others hang on; before a noun, its last: `Army` of "the *Tavan's Free Army* offensive".
pub(crate) fn head(parse: &Parse, tokens: &Range<usize>) -> usize {
    let out = |at: &usize| !tokens.contains(&parse.head(*at)) || parse.is_root(*at);
    let first = tokens.clone().find(out).unwrap_or(tokens.start);
    let last = tokens.end - 1;
    let beside = parse.dep(first) == Dep::Poss && parse.head(last) == parse.head(first);
    if beside { last } else { first }
}
