//! Which place does each mention of a reading name?
//!
//! "Fire in *Velna*": Velna. "*Velna* police", "*Velna Police Department*", "the *University of Velna*": Velna as well, for who is called
//! after a town or province is there. "VELNA — Two men": a text is written in Velna, whatever the name finder takes it for. A name that
//! looks like a person or a body is a place where the words around it show that it is one, or where it is one of the places around
//! which the article goes.

use super::{named, words};
use crate::called_after::called_after;
use crate::cast::Cast;
use crate::claim::Scene;
use crate::place::Places;
use crate::surroundings::JOINTS;
use crate::wording::{clean, is_in_singular, singulars};
use lexicon::{ActorKind, Known, NounClass, TypeWord};
use model::{Argument, EntityKind, Mention, MentionKind, PlaceId};
use std::collections::BTreeSet;

/// Marks between the place of a report and its first sentence. What stands before a colon says something: "VELNA: We will …".
const DASHES: [&str; 3] = ["—", "–", "--"];

/// Sentences of an article, with its title, that a report can begin with.
const FIRST: usize = 3;

/// Digits of an age.
const LONGEST_AGE: usize = 3;

/// Words in which a row that shares a noun ends.
const LONGEST_ROW: usize = 24;

/// Which place each mention of the reading names.
pub(crate) fn mentioned(scene: &Scene<'_, '_>, cast: &Cast, places: &mut Places<'_>) -> Vec<Option<PlaceId>> {
    let mentions = &scene.reading.mentions;
    let mut told: BTreeSet<(u32, String)> = BTreeSet::new();
    for mention in mentions.iter().filter(|mention| looks_like_one(mention)) {
        let sentence = scene.reading.sentences.get(mention.sentence as usize);
        if let (Some(sentence), Some(words)) = (sentence, mention.span.get(&scene.document.text)) {
            told.insert((sentence.article, clean(words)));
        }
    }
    (0..mentions.len()).map(|at| place(at, &told, scene, cast, places)).collect()
}

fn looks_like_one(mention: &Mention) -> bool {
    matches!(mention.hint, Some(EntityKind::Place | EntityKind::State))
}

/// The place of a mention; `told`: the names that look like places, each with the number of its article.
fn place(
    at: usize,
    told: &BTreeSet<(u32, String)>,
    scene: &Scene<'_, '_>,
    cast: &Cast,
    places: &mut Places<'_>,
) -> Option<PlaceId> {
    let mention = &scene.reading.mentions[at];
    let article = scene.reading.sentences.get(mention.sentence as usize)?.article;
    let looks = looks_like_one(mention);
    let is_told = |words: &str| told.contains(&(article, words.to_string()));
    let name = mention.kind == MentionKind::Name;
    if !name && (mention.kind != MentionKind::Modifier || mention.hint == Some(EntityKind::Group)) {
        return None;
    }
    let argument = Argument { span: mention.span, head: mention.head, entity: None, place: None };
    let argument = named(&argument, scene, cast).into_iter().next()?;
    // "Velna refused" names the capital, whoever it stands for.
    let own = argument.span.get(&scene.document.text).map(clean);
    let own = own.filter(|own| scene.roster.lexicon.names.capital(own).is_some());
    let words = own.or_else(|| words(&argument, scene, cast))?;
    if let Some(county) = county(mention, scene)
        && let Some(place) = places.find_known(&county, article)
        && place.0.starts_with("admin2:")
    {
        return Some(place);
    }
    let shown = looks
        || name && is_led(mention, scene)
        || shows(at, scene, cast)
        || mention.hint != Some(EntityKind::Group) && is_told(&words) && !is_surname(mention, scene, cast);
    if shown && let Some(place) = places.find_known(&words, article) {
        return Some(place);
    }
    // A state or province of two words is nobody's name.
    let two = mention.hint == Some(EntityKind::Person) && words.contains(' ') && !is_surname(mention, scene, cast);
    if two && let Some(place) = places.find_land(&words, article) {
        return Some(place);
    }
    let somebody = matches!(mention.hint, Some(EntityKind::Person | EntityKind::Group));
    if !somebody {
        let known = !is_short_form(&words) || scene.roster.lexicon.places.short_name(&words).is_some();
        if known && let Some(place) = places.find_around(&words, article) {
            return Some(place);
        }
        if !name
            && is_before_people(mention, scene)
            && let Some(place) = places.find_in_home(&words, article)
        {
            return Some(place);
        }
        // "the senator (*R-Velna*)"
        if let Some((party, place)) = words.split_once('-')
            && party.chars().count() == 1
            && let Some(place) = places.find_in_home(place, article)
        {
            return Some(place);
        }
        for part in called_after(&words, scene.roster.lexicon) {
            let place = match part.whole && is_told(&part.name) {
                true => places.find_known(&part.name, article),
                false if part.sure => places.find_in_home(&part.name, article),
                false => {
                    let chief = || places.find_chief_town(&part.name, article);
                    (looks && part.whole).then(chief).flatten().or_else(|| places.find_around(&part.name, article))
                }
            };
            // "*Velna Delta* Development Commission" is not called after Velna.
            if place.is_some() || places.has(&part.name, article) {
                return place;
            }
        }
    }
    if looks && name { places.find(&words, article) } else { None }
}

/// True for a name right behind a preposition of place.
fn is_led(mention: &Mention, scene: &Scene<'_, '_>) -> bool {
    let before = scene.document.text.get(..mention.span.start as usize).unwrap_or("").trim_end();
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    mention.hint != Some(EntityKind::Group) && scene.roster.lexicon.place_words.is_preposition(&word.to_lowercase())
}

/// True for a name that the words around it show to be a place: the head of a report, a name before that of its state or province, one of a
/// row of places, where somebody of an age is from.
fn shows(at: usize, scene: &Scene<'_, '_>, cast: &Cast) -> bool {
    let mentions = &scene.reading.mentions;
    let mention = &mentions[at];
    if mention.kind != MentionKind::Name || is_surname(mention, scene, cast) {
        return false;
    }
    let text = &scene.document.text;
    let before = text.get(..mention.span.start as usize).unwrap_or("");
    let behind = text.get(mention.span.end as usize..).unwrap_or("");
    let capitals = mention.span.get(text).is_some_and(|words| !words.contains(char::is_lowercase));
    if capitals && is_before_dash(behind.trim_start(), scene) && opens_report(mention, before, scene) {
        return true;
    }
    let place = |other: Option<&Mention>| {
        other.is_some_and(|other| {
            other.kind == MentionKind::Name && matches!(other.hint, Some(EntityKind::Place | EntityKind::State))
        })
    };
    let gap = |one: &Mention, other: &Mention| text.get(one.span.end as usize..other.span.start as usize);
    // Phrases around the names stand in the list as well.
    let next = mentions[at + 1..].iter().find(|other| other.span.start >= mention.span.end);
    let last = mentions[..at].iter().rev().find(|other| other.span.end <= mention.span.start);
    let joined = |gap: Option<&str>| gap.is_some_and(|gap| JOINTS.contains(&gap));
    if place(next) && joined(next.and_then(|next| gap(mention, next)))
        || place(last) && joined(last.and_then(|last| gap(last, mention)))
    {
        return true;
    }
    // "Anton Brek, 41, of *Velna*"
    before.strip_suffix(" of ").is_some_and(|before| {
        let is_age =
            |age: &str| (1..=LONGEST_AGE).contains(&age.len()) && age.bytes().all(|byte| byte.is_ascii_digit());
        let aged = before.strip_suffix(',').and_then(|before| before.rsplit_once(", "));
        let name = match aged.filter(|(_, age)| is_age(age)) {
            Some((name, _)) => name,
            None => before.trim_end_matches(','),
        };
        let mut here = mentions[..at].iter().rev().take_while(|other| other.sentence == mention.sentence);
        here.any(|other| other.hint == Some(EntityKind::Person) && other.span.end as usize == name.len())
    })
}

/// True for words that begin with a dash, or with an agency in brackets: "(AP) —".
fn is_before_dash(words: &str, scene: &Scene<'_, '_>) -> bool {
    let agency = words.strip_prefix('(').and_then(|words| words.split_once(')'));
    DASHES.iter().any(|dash| words.starts_with(dash))
        || agency.is_some_and(|(agency, _)| match scene.roster.lexicon.names.find(agency) {
            Some(Known::Actor(actor)) => actor.kind == ActorKind::Outlet,
            _ => false,
        })
}

/// True for a name that opens one of the first sentences of its article.
fn opens_report(mention: &Mention, before: &str, scene: &Scene<'_, '_>) -> bool {
    let sentences = &scene.reading.sentences;
    let Some(sentence) = sentences.get(mention.sentence as usize) else { return false };
    let first = sentences.partition_point(|other| other.article < sentence.article);
    mention.sentence as usize - first < FIRST
        && (before.is_empty() || before.ends_with('\n') || sentence.span.start == mention.span.start)
}

/// True for a name before a noun for people who are from there: "*Velna* residents", "a *Velna* man".
fn is_before_people(mention: &Mention, scene: &Scene<'_, '_>) -> bool {
    let behind = scene.document.text.get(mention.span.end as usize..).and_then(|rest| rest.strip_prefix(' '));
    let noun = behind.and_then(|rest| rest.split(|c: char| !c.is_alphabetic()).next()).unwrap_or("");
    is_in_singular(noun, |noun| scene.roster.lexicon.nouns.is(noun, NounClass::People))
}

/// True for a part of the name of a person.
fn is_surname(mention: &Mention, scene: &Scene<'_, '_>, cast: &Cast) -> bool {
    let entity = scene.discourse.entity(mention.head).and_then(|id| cast.get(id));
    let words = mention.span.get(&scene.document.text).unwrap_or("");
    entity.is_some_and(|entity| entity.kind == EntityKind::Person && (entity.known.is_some() || entity.name != words))
}

/// `Velna county` for the first name of "*Velna*, Orl and Hold counties".
fn county(mention: &Mention, scene: &Scene<'_, '_>) -> Option<String> {
    let text = &scene.document.text;
    let places = &scene.roster.lexicon.places;
    let rest = text.get(mention.span.end as usize..)?;
    let mut joined = false;
    for word in rest.split(' ').skip_while(|word| matches!(*word, "" | ",")).take(LONGEST_ROW) {
        let bare = word.trim_end_matches(',');
        match bare {
            "and" | "or" => joined = true,
            _ if bare.starts_with(char::is_uppercase) && !bare.ends_with(['.', ';']) => {}
            _ if !joined => return None,
            _ => {
                let noun = bare.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
                let county = |one: &String| one != noun && places.type_word(one) == Some(TypeWord::County);
                let one = singulars(noun).into_iter().find(county)?;
                return Some(format!("{} {one}", clean(mention.span.get(text)?)));
            }
        }
    }
    None
}

/// True for a name in capitals, which is seldom that of a town.
fn is_short_form(words: &str) -> bool {
    words.chars().count() < 5 && !words.contains(char::is_lowercase)
}
