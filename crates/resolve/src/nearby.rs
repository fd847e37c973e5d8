//! Beside which place does a text name one that no table has?
//!
//! "The fire began at the Old Mill in Tavan": the mill is in Tavan, for the words behind it say so. "In Tavan crowds gathered at the
//! Old Mill": it is hardly far from Tavan. [`document`](crate::document) leaves such a place without a point, since the words tell none; who must
//! have one for it asks here, and gets with it how much is guessed: a circle around the other place, and why that one. `isnad explain`
//! tells it as well.

use crate::reason::ClaimReasons;
use crate::wording::clean;
use model::{Document, EntityKind, Mention, MentionKind, Place, PlaceClass, PlaceId, Resolution, Span};
use std::collections::BTreeMap;

/// What stands between a place and the one in which the words say that it lies.
const INSIDE: [&str; 6] = [", ", " in ", ", in ", " at ", " of ", " near "];

/// Kilometres beyond a place within which two in three lie of those that the words put there, of those that its sentence names, and
/// of the others of the text.
const PUT_THERE: f64 = 50.0;
const IN_SENTENCE: f64 = 150.0;
const IN_TEXT: f64 = 300.0;

/// Where a place is that no table has, as far as the text tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Nearby {
    /// The place, with the point of the one beside which it is named and a circle wider than that one's.
    pub place: Place,
    /// How the other one is known to be near.
    pub because: String,
}

/// How a place is known to be near another, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    /// "the Old Mill in *Tavan*"
    Words,
    /// "*Tavan* Old Mill"
    Name,
    /// The nearest in the sentence: a town, else what is larger.
    Sentence(Size),
    /// The nearest in the article.
    Article(Size),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Size {
    Town,
    Region,
    Country,
}

/// A mention whose place has a point.
struct Placed<'r> {
    mention: &'r Mention,
    article: u32,
    place: &'r Place,
    size: Size,
}

/// For each mention of a resolution that names a place without a point: beside which one it is named. A name has one place in an
/// article, by the mention that tells it best.
pub fn nearby(document: &Document, resolution: &Resolution) -> Vec<Option<Nearby>> {
    let reading = &resolution.reading;
    let article = |mention: &Mention| reading.sentences.get(mention.sentence as usize).map(|one| one.article);
    let by_id: BTreeMap<&PlaceId, &Place> = resolution.places.iter().map(|place| (&place.id, place)).collect();
    let mut placed: Vec<Placed<'_>> = Vec::new();
    let mut unplaced: Vec<(usize, u32, String)> = Vec::new();
    for (at, (mention, id)) in reading.mentions.iter().zip(&resolution.mention_places).enumerate() {
        let Some(article) = article(mention) else { continue };
        match id.as_ref().and_then(|id| by_id.get(id)).filter(|place| place.point.is_some()) {
            Some(place) => placed.push(Placed { mention, article, place, size: size(place) }),
            None if is_named(mention) => {
                let words = mention.span.get(&document.text).map(clean).unwrap_or_default();
                if words.contains(char::is_uppercase) || words.contains(|c: char| c.is_ascii_digit()) {
                    unplaced.push((at, article, words));
                }
            }
            None => {}
        }
    }
    let mut best: BTreeMap<(u32, &str), (By, &Placed<'_>)> = BTreeMap::new();
    for (at, article, words) in &unplaced {
        let Some((by, other)) = beside(&reading.mentions[*at], *article, &placed, &document.text) else { continue };
        let kept = best.entry((*article, words)).or_insert((by, other));
        if by < kept.0 {
            *kept = (by, other);
        }
    }
    let mut found = vec![None; reading.mentions.len()];
    for (at, article, words) in &unplaced {
        found[*at] = best.get(&(*article, words.as_str())).map(|(by, other)| told(words, *by, other.place));
    }
    found
}

/// Adds to the reasons of claims beside what their places are named that no table has.
pub(crate) fn explain(document: &Document, resolution: &Resolution, reasons: &mut [ClaimReasons]) {
    let nearby = nearby(document, resolution);
    let known: BTreeMap<Span, &str> = (resolution.reading.mentions.iter().zip(&nearby))
        .filter_map(|(mention, nearby)| Some((mention.span, nearby.as_ref()?.because.as_str())))
        .collect();
    for (span, told) in reasons.iter_mut().flat_map(|reasons| &mut reasons.places) {
        told.because.extend(known.get(span).map(|because| because.to_string()));
    }
}

fn size(place: &Place) -> Size {
    match place.class {
        PlaceClass::Settlement => Size::Town,
        PlaceClass::Region | PlaceClass::Other => Size::Region,
        PlaceClass::Country => Size::Country,
    }
}

fn is_named(mention: &Mention) -> bool {
    matches!(mention.kind, MentionKind::Name | MentionKind::Modifier)
        && matches!(mention.hint, Some(EntityKind::Place | EntityKind::State))
}

/// The place beside which a mention stands, and how that is known.
fn beside<'p, 'r>(
    mention: &Mention,
    article: u32,
    placed: &'p [Placed<'r>],
    text: &str,
) -> Option<(By, &'p Placed<'r>)> {
    let here =
        placed.iter().filter(|other| other.article == article && gap(mention.span, other.mention.span).is_some());
    let own = mention.span.get(text).unwrap_or("");
    let how = |other: &Placed<'_>| {
        let between = text.get(mention.span.end as usize..other.mention.span.start as usize);
        if between.is_some_and(|between| INSIDE.contains(&between)) {
            By::Words
        } else if other.mention.span.get(text).is_some_and(|name| is_called_after(own, name, other.size)) {
            By::Name
        } else if other.mention.sentence == mention.sentence && other.size != Size::Country {
            By::Sentence(other.size)
        } else {
            By::Article(other.size)
        }
    };
    let ranked = here.map(|other| (how(other), gap(mention.span, other.mention.span), other));
    ranked.min_by_key(|(by, far, other)| (*by, *far, other.mention.span.start)).map(|(by, _, other)| (by, other))
}

/// True for words that begin with the name of a place, or end with that of one smaller than a country.
fn is_called_after(words: &str, name: &str, size: Size) -> bool {
    words.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '))
        || size != Size::Country && words.strip_suffix(name).is_some_and(|rest| rest.ends_with(' '))
}

/// Bytes between two spans; `None` where they overlap.
fn gap(one: Span, other: Span) -> Option<u32> {
    let [behind, before] = [(other, one), (one, other)].map(|(later, earlier)| later.start.checked_sub(earlier.end));
    behind.or(before)
}

fn told(words: &str, by: By, other: &Place) -> Nearby {
    let name = &other.name;
    let (wider, because) = match by {
        By::Words => (PUT_THERE, format!("{words} is in or near {name}: the words behind it say so")),
        By::Name => (PUT_THERE, format!("{words} is called after {name}, which the text names")),
        By::Sentence(_) => (IN_SENTENCE, format!("no table has {words}; its sentence names {name}")),
        By::Article(_) => (IN_TEXT, format!("no table has {words}; {name} is the nearest place that the text names")),
    };
    // Only words that say that it lies there tell what else it lies in.
    let lies_there = by <= By::Name;
    let within = std::iter::once(other.id.clone()).chain(other.within.iter().cloned());
    let place = Place {
        id: PlaceId(format!("name:{words}")),
        name: words.to_string(),
        class: PlaceClass::Other,
        point: other.point,
        radius_km: other.radius_km.map(|radius| radius + wider),
        country: other.country.clone().filter(|_| lies_there),
        within: within.filter(|_| lies_there).collect(),
        runners_up: Vec::new(),
    };
    Nearby { place, because }
}
