//! What of a claim's words matters when it is held against other claims?
//!
//! "Since the offensive began on 3 May, another five guards were killed": the offensive *begins*, it was told before, and the
//! figure adds to one.

use crate::wording::hash;
use crate::{FuseClaim, FuseLink, FusePlace, FuseQuantity, Spelling, Wording};
use lexicon::{Lexicon, Sign, WordClass};
use model::{Argument, Claim, ClaimType, Entity, EntityId, Kind, Place, PlaceClass, PlaceId, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Words between a trigger and a sign that still belong together.
const NEAR_WORDS: usize = 9;
/// The same for a verb that says that a deed goes on, which governs it.
const GOES_ON_WORDS: usize = 5;
/// Words between an actor and what is told of its growing.
const ACTOR_WORDS: usize = 4;

/// Letters of a name that can be written wrong in a way to remember.
const SHORTEST_NAME: usize = 5;

/// Makes claims for the fuse out of those of a record.
pub struct Reader<'a> {
    places: &'a BTreeMap<PlaceId, Place>,
    countries: BTreeMap<&'a str, &'a PlaceId>,
    lexicon: &'a Lexicon,
}

impl<'a> Reader<'a> {
    /// For a record with these places.
    pub fn new(places: &'a BTreeMap<PlaceId, Place>, lexicon: &'a Lexicon) -> Reader<'a> {
        let countries = places.values().filter(|place| place.class == PlaceClass::Country);
        Reader { places, countries: countries.map(|place| (place.name.as_str(), &place.id)).collect(), lexicon }
    }

    /// A claim for the fuse. `quote` is the words of the claim, `sentence` those of its sentence, `next` those of the sentence after it.
    pub fn claim(&self, claim: &Claim, quote: &str, sentence: &str, next: &str) -> FuseClaim {
        let places = claim.place.iter().filter_map(|a| a.place.as_ref()).filter_map(|id| self.place(id)).collect();
        let mut read = read(claim, quote, sentence, places, self.lexicon);
        if is_withdrawn(next, self.lexicon) {
            read.signs.insert(Sign::Withdrawn);
        }
        read
    }

    /// A place that can be compared. "The area" cannot; "Kestrian towns" are as far as one can tell Kestria.
    fn place(&self, id: &PlaceId) -> Option<FusePlace> {
        let within = |id: &PlaceId| self.places.get(id).map(|place| place.within.clone()).unwrap_or_default();
        let name = self.places.get(id).map_or("", |place| place.name.as_str());
        let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
        if !name.contains(char::is_uppercase) {
            return None;
        }
        let states = self.lexicon.names.demonym(first);
        let known = self.places.get(id).is_some_and(|place| place.point.is_some());
        if let ([state], false, false, false) =
            (states.as_slice(), rest.is_empty(), rest.contains(char::is_uppercase), known)
        {
            let country = *self.countries.get(state.name.as_str())?;
            return Some(FusePlace { within: within(country), id: country.clone() });
        }
        Some(FusePlace { within: within(id), id: id.clone() })
    }
}

fn read(claim: &Claim, quote: &str, sentence: &str, places: Vec<FusePlace>, lexicon: &Lexicon) -> FuseClaim {
    let entities =
        |arguments: &[Argument]| -> Vec<EntityId> { arguments.iter().filter_map(|a| a.entity.clone()).collect() };
    let at =
        |span: Span| Words { quote, from: span.start.wrapping_sub(claim.quote.start) as usize, length: span.len() };
    let trigger = at(claim.trigger);
    let signs = lexicon.signs.find(quote);
    let mut found: BTreeSet<Sign> = signs
        .iter()
        .filter(|(sign, _)| !is_of_trigger(*sign) && !matches!(sign, Sign::More | Sign::Contrast))
        .filter(|(sign, range)| !is_of_actor(*sign) || claim.actor.iter().any(|a| at(a.span).leads_to(range.start)))
        .map(|(sign, _)| *sign)
        .collect();
    // A quote may begin behind the verb that says that its deed goes on: "They continue *to push the offensive*".
    let whole = sentence.find(quote).map(|base| Words { quote: sentence, from: base + trigger.from, ..trigger });
    let around = whole.unwrap_or(trigger);
    let of_sentence = lexicon.signs.find(sentence);
    found.extend(
        if whole.is_some() { &of_sentence } else { &signs }
            .iter()
            .filter(|(sign, range)| is_of_trigger(*sign) && around.distance(range.start, range.end) <= near(*sign))
            .map(|(sign, _)| *sign),
    );
    // "The brokers argued, but …" is no contrast to the sentence before.
    if of_sentence.iter().any(|(sign, range)| *sign == Sign::Contrast && range.start == 0) {
        found.insert(Sign::Contrast);
    }
    FuseClaim {
        id: claim.id.clone(),
        document: claim.document.clone(),
        article: claim.article,
        sentence: claim.sentence,
        claim_type: claim.claim_type,
        actors: entities(&claim.actor),
        targets: entities(&claim.target),
        places,
        time: claim.time.as_ref().and_then(|t| t.range),
        quantities: claim
            .quantity
            .iter()
            .map(|q| {
                let words = at(q.span);
                FuseQuantity {
                    what: q.what,
                    min: q.min,
                    max: q.max,
                    more: words.is_more(&signs),
                    vague: q.min.is_some() && q.max.is_none() && words.is_magnitude(),
                }
            })
            .collect(),
        modality: claim.modality.value,
        polarity: claim.polarity.value,
        chain: claim
            .attribution
            .iter()
            .map(|link| FuseLink { sources: entities(&link.sources), kind: link.kind, stance: link.stance })
            .collect(),
        signs: found,
        retold: around.is_definite(),
        deed: (claim.claim_type.kind() == Kind::Assessment).then(|| deed(trigger.after(), lexicon)).flatten(),
        wording: Wording::of(sentence),
        spellings: spellings(claim, at),
    }
}

/// How a claim writes the names of its roles: those that stand in its quote.
fn spellings<'q>(claim: &Claim, at: impl Fn(Span) -> Words<'q>) -> Vec<Spelling> {
    let arguments = claim.actor.iter().chain(&claim.target).chain(&claim.place);
    let mut found: Vec<Spelling> = arguments
        .filter_map(|argument| {
            let text = at(argument.span).text();
            let id = argument.place.as_ref().map(|id| &id.0).or(argument.entity.as_ref().map(|id| &id.0))?;
            let named = text.starts_with(char::is_uppercase) && text.chars().count() >= SHORTEST_NAME;
            named.then(|| Spelling {
                name: hash(format!("{id} {}", lexicon::fold::deep(text)).chars()) as u32,
                letters: hash(text.chars().flat_map(char::to_lowercase)) as u32,
            })
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// "This figure is withdrawn": a sentence that takes back what the one before it told.
fn is_withdrawn(next: &str, lexicon: &Lexicon) -> bool {
    let first = next.split_whitespace().next().unwrap_or_default();
    let takes_up = matches!(first, "This" | "That" | "These" | "Those" | "It" | "They" | "The" | "Both");
    takes_up && lexicon.signs.find(next).iter().any(|(sign, _)| *sign == Sign::Withdrawn)
}

/// Words that may stand between a trigger and a sign of it.
fn near(sign: Sign) -> usize {
    if sign == Sign::GoesOn { GOES_ON_WORDS } else { NEAR_WORDS }
}

/// Signs that must stand near the trigger to be about it.
fn is_of_trigger(sign: Sign) -> bool {
    matches!(sign, Sign::Begins | Sign::GoesOn | Sign::Ends | Sign::Long | Sign::Dies)
}

/// Signs that must stand right behind the actor to be about it.
fn is_of_actor(sign: Sign) -> bool {
    matches!(sign, Sign::Up | Sign::Down)
}

/// Words inside a quote.
#[derive(Clone, Copy)]
struct Words<'a> {
    quote: &'a str,
    from: usize,
    length: usize,
}

impl<'a> Words<'a> {
    fn text(self) -> &'a str {
        self.quote.get(self.from..self.from.saturating_add(self.length)).unwrap_or_default()
    }

    fn before(self) -> &'a str {
        self.quote.get(..self.from).unwrap_or_default()
    }

    fn after(self) -> &'a str {
        self.quote.get(self.from.saturating_add(self.length)..).unwrap_or_default()
    }

    /// Words between these and others.
    fn distance(self, start: usize, end: usize) -> usize {
        let own_end = self.from.saturating_add(self.length);
        let between =
            if end <= self.from { self.quote.get(end..self.from) } else { self.quote.get(own_end..start.max(own_end)) };
        between.map_or(usize::MAX, |between| between.split_whitespace().count())
    }

    /// "*Kestria* would start to *lose*"; of an actor outside the quote the quote's own beginning.
    fn leads_to(self, start: usize) -> bool {
        let from = if self.text().is_empty() { 0 } else { self.from.saturating_add(self.length) };
        let between = self.quote.get(from..start).unwrap_or("no word of it behind the actor at all");
        between.split_whitespace().count() <= ACTOR_WORDS
    }

    /// "the offensive", "the major insurgent offensive"; not "an offensive".
    fn is_definite(self) -> bool {
        for word in self.before().split_whitespace().rev().take(3) {
            match word.to_lowercase().as_str() {
                "the" | "this" | "that" | "these" | "those" => return true,
                "a" | "an" => return false,
                _ if word.ends_with([',', '.', ';', ':']) => return false,
                _ => {}
            }
        }
        false
    }

    /// "*another* five", "five *more*"; "more than five" is a bound.
    fn is_more(self, signs: &[(Sign, std::ops::Range<usize>)]) -> bool {
        let end = self.from.saturating_add(self.length);
        let compares = |range: &std::ops::Range<usize>| {
            self.quote.get(range.end..).unwrap_or_default().split_whitespace().next() == Some("than")
        };
        signs.iter().filter(|(sign, range)| *sign == Sign::More && !compares(range)).any(|(_, range)| {
            let inside = range.start >= self.from && range.end <= end;
            inside || self.distance(range.start, range.end) == 0
        })
    }

    /// "hundreds": one word, in letters.
    fn is_magnitude(self) -> bool {
        let text = self.text();
        text.ends_with('s') && text.chars().all(char::is_alphabetic)
    }
}

/// The type of the first deed that words name by a verb: "to retake the country".
fn deed(words: &str, lexicon: &Lexicon) -> Option<ClaimType> {
    words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(8).find_map(|word| {
        let word = word.to_lowercase();
        let verb = lexicon.verb_forms.verb(&word).unwrap_or(word);
        let frames = lexicon.triggers.frames(&verb);
        frames
            .iter()
            .find(|frame| {
                frame.class == WordClass::Verb && frame.words.is_empty() && frame.claim_type.kind() == Kind::Event
            })
            .map(|frame| frame.claim_type)
    })
}

/// Who belongs to whom by what is known of names: "Kestrian soldiers" to Kestria, a branch to the body it is a branch of. Part,
/// then whole; sorted.
pub fn kin(entities: &[Entity], lexicon: &Lexicon) -> Vec<(EntityId, EntityId)> {
    let by_name: BTreeMap<&str, &EntityId> = entities.iter().rev().map(|e| (e.name.as_str(), &e.id)).collect();
    let mut kin = BTreeSet::new();
    for entity in entities {
        let mut wholes: Vec<String> = Vec::new();
        if let Some(lexicon::Known::Actor(actor)) = lexicon.names.find(&entity.name) {
            wholes.extend(actor.parent.clone());
        } else {
            let first = entity.name.split([' ', '-', '’', '\'']).next().unwrap_or_default();
            let states = lexicon.names.demonym(first);
            if let [state] = states.as_slice() {
                wholes.push(state.name.clone());
            }
        }
        for whole in wholes {
            if let Some(id) = by_name.get(whole.as_str()).filter(|id| **id != &entity.id) {
                kin.insert((entity.id.clone(), (*id).clone()));
            }
        }
    }
    kin.into_iter().collect()
}
