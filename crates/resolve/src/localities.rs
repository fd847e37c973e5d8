//! Which places do the words of the role of place name?
//!
//! "the towns of Tavan and Hold" are Tavan and Hold, "areas in Tavan" are Tavan, "Near Tavan" is Tavan, `it` the town that
//! was named before. Words for somebody, such as "the army", are no place.

mod mentioned;
mod shared;

pub(crate) use mentioned::mentioned;
pub(crate) use shared::shared;

use crate::cast::Cast;
use crate::claim::Scene;
use crate::place::Places;
use crate::wording::{as_word, clean, singulars};
use crate::wording::{is_in_singular, last_word};
use lexicon::{ActorKind, Known, Lexicon, NounClass, TypeWord};
use model::{Argument, Claim, EntityKind, Mention, MentionKind, SourceKind, Span};

/// Words behind a common noun of place that lead to the names of what it stands for.
const LEADS: [&str; 5] = [" of ", " in ", ", including ", " including ", " such as "];

/// The span without a preposition of place, written large, before a name.
fn behind_preposition(span: Span, text: &str, scene: &Scene<'_, '_>) -> Option<Span> {
    let words = span.get(text)?;
    let (first, rest) = words.split_once(' ')?;
    let large = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let place_words = &scene.roster.lexicon.place_words;
    // "South Carolina" is no place south of Carolina.
    let known = scene.roster.lexicon.names.find(words).is_some() || place_words.is_relative(&first.to_lowercase());
    let leads =
        !known && large(first) && rest.split(' ').all(large) && place_words.is_preposition(&first.to_lowercase());
    leads.then(|| Span { start: span.start + first.len() as u32 + 1, ..span })
}

/// The span without words before a name that tell no part of it: "rebel-held *Tavan*", "Battle of the *Tavan*", but "north-western Tavan",
/// "al-Hold Province".
fn without_description(span: Span, text: &str, scene: &Scene<'_, '_>) -> Span {
    let Some((first, rest)) = span.get(text).and_then(|words| words.split_once(' ')) else { return span };
    // "Third Battle of the Tavan"
    let deed = |words: &str| scene.roster.lexicon.nouns.is(&last_word(words).to_lowercase(), NounClass::Deed);
    let name = span.get(text).and_then(|words| words.split_once(" of ")).filter(|(before, _)| deed(before));
    let name = name.map(|(_, name)| name.strip_prefix("the ").unwrap_or(name));
    if let Some(name) = name.filter(|name| name.starts_with(char::is_uppercase)) {
        return Span { start: span.end - name.len() as u32, ..span };
    }
    let small = first.contains('-') && first.split('-').all(|word| word.starts_with(char::is_lowercase));
    // "government-held western Tavan"
    let next = rest.split(' ').next().is_some_and(|word| scene.roster.lexicon.place_words.is_direction(word));
    let described = small && (rest.starts_with(char::is_uppercase) || next);
    let part = scene.roster.lexicon.place_words.is_direction(first);
    if described && !part { Span { start: span.start + first.len() as u32 + 1, ..span } } else { span }
}

/// The arguments for the places that the words of an argument name: one for each, none where they name no place.
pub(crate) fn named(argument: &Argument, scene: &Scene<'_, '_>, cast: &Cast) -> Vec<Argument> {
    let text = &scene.document.text;
    let span = behind_preposition(argument.span, text, scene).unwrap_or(argument.span);
    let span = without_description(span, text, scene);
    let argument = Argument { span, ..argument.clone() };
    if is_somebody(&argument, scene) || is_party(&argument, scene, cast) {
        return Vec::new();
    }
    // "the Tavan and Hold fronts" are two, "the Tavan area of Belmark" a part of Belmark with a name.
    let before = names_before(&argument, scene);
    let told = |span: Span| Argument { span, head: span, entity: None, place: None };
    match before.as_slice() {
        [] => {}
        [one] => {
            let of = text.get(argument.head.end as usize..argument.span.end as usize).unwrap_or("");
            if of.starts_with(" of ") && !is_wider(&argument, *one, scene) {
                return vec![Argument { span: Span { start: one.start, end: argument.head.end }, ..argument }];
            }
        }
        several => return several.iter().copied().map(told).collect(),
    }
    let names = names_behind(&argument, scene);
    if names.is_empty() {
        return vec![argument];
    }
    names.into_iter().map(|name| Argument { span: name.span, head: name.head, entity: None, place: None }).collect()
}

/// True where the name before the noun is that of what lies around, as in "the *Tavan suburb* of Orl", "the *Belmark city* of Hold"; "the
/// Orl district of Tavan" lies in Tavan.
fn is_wider(argument: &Argument, before: Span, scene: &Scene<'_, '_>) -> bool {
    let Lexicon { names, places, .. } = scene.roster.lexicon;
    let text = &scene.document.text;
    let noun = argument.head.get(text).unwrap_or("").to_lowercase();
    let settles =
        is_in_singular(&noun, |noun| places.type_word(noun) == Some(TypeWord::Settlement) || noun == "suburb");
    let wide = before
        .get(text)
        .map(clean)
        .is_some_and(|words| names.capital(&words).is_some() || matches!(names.find(&words), Some(Known::State(_))));
    let behind = text.get(argument.head.end as usize..argument.span.end as usize);
    let Some(of) = behind.and_then(|words| words.strip_prefix(" of ")) else { return false };
    // "Orl town of Tavan province" lies in it.
    let division =
        matches!(places.type_word(&last_word(of).to_lowercase()), Some(TypeWord::Division | TypeWord::County))
            || matches!(names.find(&clean(of)), Some(Known::State(_)));
    settles && !division || wide && names.capital(&clean(of)).is_none()
}

/// Gives places that are only told as parts of a state their state: "the *northern* city of Tavan" is in northern Belmark, "the
/// *capital*, Hold" in Belmark. Without a state they are no places.
pub(crate) fn of_states(claim: &mut Claim, scene: &Scene<'_, '_>, places: &mut Places<'_>) {
    let Lexicon { names, place_words, .. } = scene.roster.lexicon;
    let text = &scene.document.text;
    let Some(inner) = claim.actor.first().and_then(|inner| inner.span.get(text)).map(clean) else { return };
    let article = claim.article;
    claim.place.retain_mut(|argument| {
        let words = argument.head.get(text).unwrap_or("").to_lowercase();
        let name = match words.as_str() {
            "capital" => names.capital(&inner).map(|state| state.name.clone()),
            direction if argument.head == argument.span && place_words.is_direction(direction) => {
                let country = places.country(&inner, article);
                let state = country.and_then(|iso| names.state(&iso)).or_else(|| scene.home.state(article));
                state.map(|state| format!("{direction} {}", state.name))
            }
            _ => return true,
        };
        argument.place = name.and_then(|name| places.find(&name, article));
        argument.place.is_some()
    });
}

/// True for a common noun for persons, parties or things, and nowhere.
fn is_somebody(argument: &Argument, scene: &Scene<'_, '_>) -> bool {
    let Lexicon { nouns, places, .. } = scene.roster.lexicon;
    let head = argument.head.get(&scene.document.text).unwrap_or("");
    let common = head.chars().next().is_some_and(char::is_lowercase) && as_word(head).is_some();
    let classes: Vec<NounClass> = singulars(head).iter().flat_map(|noun| nouns.classes(noun).to_vec()).collect();
    let somewhere = classes.iter().any(|class| matches!(class, NounClass::Place | NounClass::Site))
        || is_in_singular(head, |noun| places.type_word(noun).is_some());
    common && !classes.is_empty() && !somewhere
}

/// True for the name of somebody the tables or the rest of the text know: a person, a group.
fn is_party(argument: &Argument, scene: &Scene<'_, '_>, cast: &Cast) -> bool {
    let entity = scene.discourse.entity(argument.head).and_then(|id| cast.get(id));
    let person = entity.is_some_and(|entity| entity.kind == EntityKind::Person && entity.known.is_some());
    // "Radio Tavan Plain", "Two Rivers News"
    let name = argument.span.get(&scene.document.text).map(clean).unwrap_or_default();
    let words: Vec<&str> = name.split(' ').collect();
    let outlet = |word: Option<&&str>| {
        let noun = word.map(|word| word.to_lowercase()).unwrap_or_default();
        scene.roster.lexicon.sources.noun(&noun) == Some(SourceKind::Outlet)
    };
    let station = words.len() > 1 && outlet(words.first()) || words.len() > 2 && outlet(words.last());
    // Papers and towns share names, and a union of states is where they are.
    let Lexicon { names, places, .. } = scene.roster.lexicon;
    let known = || matches!(names.find(&name), Some(Known::Actor(actor)) if actor.kind != ActorKind::Outlet);
    station || person || known() && places.region(&name).is_none()
}

/// True for a word with a capital, of which each part behind a hyphen has one: `Tavan-Hold`, not `Tavan-held`.
fn is_large(word: &str) -> bool {
    let small = |part: &str| part.starts_with(char::is_lowercase);
    word.contains(char::is_uppercase) && !word.split('-').skip(1).any(small)
}

/// The names before a common noun, parted by `and` and commas: `Tavan` and `Hold` in "the Tavan and Hold fronts". None where other
/// words than names stand there.
fn names_before(argument: &Argument, scene: &Scene<'_, '_>) -> Vec<Span> {
    let text = &scene.document.text;
    let names = &scene.roster.lexicon.names;
    let start = argument.span.start as usize;
    let before = text.get(start..argument.head.start as usize).unwrap_or("");
    let head = argument.head.get(text).unwrap_or("");
    let Some(before) = before.strip_suffix(' ').filter(|_| head.starts_with(char::is_lowercase)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (at, name) in shared::row(before) {
        let named = name.split(' ').all(|word| is_large(word) && !word.contains([',', '\'', '’']));
        // "the Belmarkian town of Tavan"
        if name.is_empty() || !named || !names.demonym(name).is_empty() && !is_division(name, scene) {
            return Vec::new();
        }
        found.push(Span { start: (start + at) as u32, end: (start + at + name.len()) as u32 });
    }
    found
}

/// The names of places behind a common noun of place: `Tavan` and `Hold` in "the towns of Tavan and Hold".
fn names_behind<'s>(argument: &Argument, scene: &Scene<'s, '_>) -> Vec<&'s Mention> {
    let text = &scene.document.text;
    let head = argument.head.get(text).unwrap_or("");
    // "the airport of Tavan" is no more Tavan than "a base in Tavan" is.
    let common = is_wide(head, scene.roster.lexicon);
    let behind = text.get(argument.head.end as usize..).unwrap_or("");
    let before = names_before(argument, scene);
    let wider = before.first().is_some_and(|&name| behind.starts_with(" of ") && is_wider(argument, name, scene));
    let own = !before.is_empty() && !wider;
    let Some(lead) = LEADS.iter().find(|lead| behind.starts_with(**lead)).filter(|_| common && !own) else {
        return Vec::new();
    };
    let mut at = argument.head.end as usize + lead.len();
    let mentions = &scene.reading.mentions;
    let mut found: Vec<&Mention> = Vec::new();
    // A comma leads on in a list that ends in "and"; "Tavan, Belmark" alone is Tavan in Belmark.
    let mut lists = false;
    let ends = |found: Vec<&'s Mention>, lists: bool| if lists { found } else { found.into_iter().take(1).collect() };
    loop {
        let rest = text.get(at..).unwrap_or("");
        at += rest.strip_prefix("the ").map_or(0, |_| 4);
        let from = mentions.partition_point(|mention| (mention.span.start as usize) < at);
        let fits = |name: &&Mention| {
            // Whatever stands in a row with towns is one.
            let beside = !found.is_empty()
                && name.kind == MentionKind::Name
                && name.span.get(text).is_some_and(|words| !words.contains(' '));
            // "the Tavan suburb of *Orl*": only a town stands there.
            let town = wider && name.kind == MentionKind::Name;
            name.span.start as usize == at && (is_place_name(name) || beside || town)
        };
        let Some(name) = mentions.get(from).filter(fits) else {
            return ends(found, lists);
        };
        found.push(name);
        let end = name.span.end as usize;
        let rest = text.get(end..).unwrap_or("");
        let Some(joint) = [", and ", " and ", ", "].iter().find(|joint| rest.starts_with(**joint)) else {
            return ends(found, lists);
        };
        lists |= joint.contains("and");
        at = end + joint.len();
    }
}

/// True for a common noun that tells of a stretch of land: `area`, `towns`, not `airport`.
fn is_wide(noun: &str, lexicon: &Lexicon) -> bool {
    let wide = |noun: &str| match lexicon.places.type_word(noun) {
        Some(kind) => kind != TypeWord::Site,
        None => lexicon.nouns.is(noun, NounClass::Place) && !lexicon.nouns.is(noun, NounClass::Site),
    };
    noun.starts_with(char::is_lowercase) && is_in_singular(noun, wide)
}

/// True for words that tell what sort of place it is and not which: "the area", "their position".
pub(crate) fn is_unsaid(words: &str, lexicon: &Lexicon) -> bool {
    let small = words.to_lowercase();
    // "the *North*" is a part of what the text is about.
    let side = words.starts_with(char::is_uppercase) && lexicon.place_words.is_relative(&small);
    !words.contains(' ') && !side && is_wide(&small, lexicon)
}

fn is_place_name(mention: &Mention) -> bool {
    mention.kind == MentionKind::Name && !matches!(mention.hint, Some(EntityKind::Person | EntityKind::Group))
}

/// True for a building or street that stands for a government, and not for its capital.
fn is_seat(words: &str, lexicon: &Lexicon) -> bool {
    lexicon.names.seat(words).is_some() && lexicon.names.capital(words).is_none()
}

/// The words for a place: its own, or those of what a pronoun takes up.
pub(crate) fn words(argument: &Argument, scene: &Scene<'_, '_>, cast: &Cast) -> Option<String> {
    let words = clean(argument.span.get(&scene.document.text)?);
    let taken_up = scene.discourse.entity(argument.head).and_then(|id| cast.get(id));
    let anaphor = as_word(&words).is_some_and(|word| scene.roster.lexicon.anaphors.get(&word).is_some());
    // "the fortified city" takes up a town as "the city" does.
    let head = argument.head.get(&scene.document.text).unwrap_or("");
    let described = !anaphor
        && head.starts_with(char::is_lowercase)
        && is_in_singular(head, |noun| scene.roster.lexicon.anaphors.get(noun).is_some())
        && !words.contains(char::is_uppercase);
    match taken_up {
        Some(entity)
            if described
                && matches!(entity.kind, EntityKind::Place | EntityKind::State)
                && entity.name.contains(char::is_uppercase) =>
        {
            Some(entity.name.clone())
        }
        Some(entity) if anaphor && matches!(entity.kind, EntityKind::Place | EntityKind::State) => {
            Some(entity.name.clone())
        }
        _ if anaphor => None,
        // The house of a government is where it stands.
        _ if is_seat(&words, scene.roster.lexicon) => Some(words),
        Some(entity) if entity.kind == EntityKind::State && !is_past(&entity.name, scene) => Some(entity.name.clone()),
        _ => Some(words),
    }
}

/// True for a state of former times, which the map has no more. Words for it may be those of a province of today.
fn is_past(state: &str, scene: &Scene<'_, '_>) -> bool {
    match scene.roster.lexicon.names.find(state) {
        Some(Known::State(state)) => scene.gazetteer.state(&state.iso).is_none(),
        _ => false,
    }
}

/// True for a people that had a state of its own and whose name a province of today bears.
fn is_division(people: &str, scene: &Scene<'_, '_>) -> bool {
    let states = scene.roster.lexicon.names.demonym(people);
    states.iter().all(|state| scene.gazetteer.state(&state.iso).is_none())
        && scene.gazetteer.lookup(people).iter().any(|record| record.exact && record.usual && record.is_division())
}
