//! Which places share a word that is said once?
//!
//! "*northern and eastern* Tavan" are northern Tavan and eastern Tavan, "the Tavan, Hold and Orl *provinces*" three provinces.

use super::names_before;
use crate::claim::Scene;
use crate::place::Places;
use crate::wording::singulars;
use lexicon::{Known, Lexicon, TypeWord};
use model::{Argument, Span};

/// Names of directions that are never those of one place.
const OPPOSITES: [(&str, &str); 4] = [("North", "South"), ("South", "North"), ("East", "West"), ("West", "East")];

/// The places of words that share a direction's name or a noun for a division, each with its own; none where nothing is shared.
pub(crate) fn shared(
    argument: &Argument,
    scene: &Scene<'_, '_>,
    places: &mut Places<'_>,
    article: u32,
) -> Option<Vec<Argument>> {
    let several = directions(argument.span, scene).or_else(|| divisions(argument, scene))?;
    let place = |(span, words): (Span, String)| Argument {
        span,
        head: span,
        entity: None,
        place: places.find(&words, article),
    };
    Some(several.into_iter().map(place).collect())
}

/// The words of a row that `and` ends, "Tavan, Hold and Orl", each with where it starts; all in one where nothing ends it.
pub(super) fn row(words: &str) -> Vec<(usize, &str)> {
    if !words.contains(" and ") {
        return vec![(0, words)];
    }
    let mut at = 0;
    let mut found = Vec::new();
    for half in words.split(" and ") {
        let mut within = at;
        for word in half.split(", ") {
            found.push((within, word.trim_end_matches(',')));
            within += word.len() + ", ".len();
        }
        at += half.len() + " and ".len();
    }
    found
}

/// "*northern, central* and *eastern Tavan*": the words of each and what they mean.
fn directions(span: Span, scene: &Scene<'_, '_>) -> Option<Vec<(Span, String)>> {
    let words = span.get(&scene.document.text)?;
    let row = row(words);
    let ((_, last), before) = row.split_last().filter(|(_, before)| !before.is_empty())?;
    let (direction, name) = last.split_once(' ').filter(|(_, name)| name.starts_with(char::is_uppercase))?;
    let Lexicon { names, place_words, .. } = scene.roster.lexicon;
    // "North and South Tavan" are two where the tables know two states.
    let state = |word: &str| matches!(names.find(&format!("{word} {name}")), Some(Known::State(_)));
    // "North and South Orl" are always two, "North and East Orl" may be the name of one.
    let opposite = matches!(before, [(_, first)] if OPPOSITES.contains(&(*first, direction)));
    let is_direction = |word: &str| place_words.is_direction(word) || state(word) || opposite;
    if !is_direction(direction) || !before.iter().all(|(_, word)| is_direction(word)) {
        return None;
    }
    let told = |&(at, word): &(usize, &str)| {
        let start = span.start + at as u32;
        let words = if word == *last { word.to_string() } else { format!("{word} {name}") };
        (Span { start, end: start + word.len() as u32 }, words)
    };
    Some(row.iter().map(told).collect())
}

/// "the *Tavan* and *Hold* provinces": the words of each and what they mean.
fn divisions(argument: &Argument, scene: &Scene<'_, '_>) -> Option<Vec<(Span, String)>> {
    let text = &scene.document.text;
    let noun = argument.head.get(text)?;
    let kind = |noun: &String| {
        matches!(scene.roster.lexicon.places.type_word(noun), Some(TypeWord::Division | TypeWord::County))
    };
    let one = singulars(noun).into_iter().find(|one| one != noun && kind(one))?;
    let names = names_before(argument, scene);
    let told = |name: Span| Some((name, format!("{} {one}", name.get(text)?)));
    (names.len() > 1).then(|| names.into_iter().filter_map(told).collect())
}
