//! Which place do words mean?
//!
//! "Hold" in an article on Belmark is the Belmarkian town, not a larger Hold elsewhere: the states and towns that the
//! article speaks of weigh more than population. "Tavan province" is the division around Tavan, "northern Tavan" a part of
//! it, "Tavan airport" a thing near it. A place that no table has keeps its name and nothing more.

use crate::reason::Journal;
use crate::wording::clean;
use lexicon::gazetteer::PlaceRecord;
use lexicon::{Gazetteer, Known, Lexicon, State, TypeWord, fold};
use model::{Document, MentionKind, Place, PlaceClass, PlaceId, Reading};
use std::collections::BTreeMap;

/// People from whom on a town is meant in an article that speaks of no country near it.
const WORLD_CITY: u32 = 300_000;
/// The same for the only town of its name.
const LONE_TOWN: u32 = 15_000;
/// Other candidates that are kept.
const RUNNERS_UP: usize = 5;

/// How much the state spoken of second may be spoken of, beside the first, for the article to be about the first.
const BESIDE_HOME: f64 = 0.6;

/// The state that each article is about, where there is one.
#[derive(Debug, Default)]
pub(crate) struct Home<'l> {
    states: BTreeMap<u32, &'l State>,
}

impl<'l> Home<'l> {
    /// The state that an article is about.
    pub fn state(&self, article: u32) -> Option<&'l State> {
        self.states.get(&article).copied()
    }
}

/// The places of a document.
pub(crate) struct Places<'l> {
    lexicon: &'l Lexicon,
    gazetteer: &'l Gazetteer,
    /// For each article how much it speaks of each country, by ISO code; the most spoken of has 1.
    contexts: BTreeMap<u32, BTreeMap<String, f64>>,
    places: BTreeMap<PlaceId, Place>,
    /// Why the words that are looked at now mean the place they mean.
    pub journal: Journal,
}

impl<'l> Places<'l> {
    /// Learns of which countries each article speaks.
    pub fn of(document: &Document, reading: &Reading, lexicon: &'l Lexicon, gazetteer: &'l Gazetteer) -> Places<'l> {
        let mut contexts: BTreeMap<u32, BTreeMap<String, f64>> = BTreeMap::new();
        for mention in &reading.mentions {
            if !matches!(mention.kind, MentionKind::Name | MentionKind::Modifier) {
                continue;
            }
            let Some(text) = mention.span.get(&document.text) else { continue };
            let article = reading.sentences.get(mention.sentence as usize).map_or(0, |sentence| sentence.article);
            let context = contexts.entry(article).or_default();
            for (iso, weight) in countries(&clean(text), lexicon, gazetteer) {
                *context.entry(iso).or_default() += weight;
            }
        }
        for context in contexts.values_mut() {
            let most = context.values().copied().fold(0.0, f64::max);
            context.values_mut().for_each(|weight| *weight /= most.max(f64::MIN_POSITIVE));
        }
        Places { lexicon, gazetteer, contexts, places: BTreeMap::new(), journal: Journal::default() }
    }

    /// The states that the articles are about: spoken of clearly more than any other.
    pub fn home(&self) -> Home<'l> {
        let mut home = Home::default();
        for (&article, context) in &self.contexts {
            let mut weights: Vec<(&String, f64)> = context.iter().map(|(iso, weight)| (iso, *weight)).collect();
            weights.sort_by(|(a, x), (b, y)| y.total_cmp(x).then(a.cmp(b)));
            if let Some((first, _)) = weights.first()
                && weights.get(1).is_none_or(|(_, second)| *second <= BESIDE_HOME)
                && let Some(state) = self.lexicon.names.state(first)
            {
                home.states.insert(article, state);
            }
        }
        home
    }

    /// The place that words mean in an article. `None` for words without letters.
    pub fn find(&mut self, words: &str, article: u32) -> Option<PlaceId> {
        let words = clean(words);
        if !words.chars().any(char::is_alphabetic) {
            return None;
        }
        let place = self.meant(&words, article);
        let id = place.id.clone();
        let name_length = place.name.chars().count();
        let kept = self.places.entry(id.clone()).or_insert_with(|| place.clone());
        // The fullest of the names that the document has for it.
        if kept.name.chars().count() < name_length {
            kept.name = place.name;
        }
        Some(id)
    }

    /// All that were found, sorted by id.
    pub fn into_places(self) -> Vec<Place> {
        self.places.into_values().collect()
    }

    fn meant(&mut self, words: &str, article: u32) -> Place {
        if let Some(place) = self.whole(words, article) {
            return place;
        }
        if let Some((kind, base)) = self.typed(words) {
            let name = if words.contains(" of ") && kind == TypeWord::Division {
                format!("{base} {}", type_before_of(words))
            } else {
                words.to_string()
            };
            let inner = self.meant(&base, article);
            self.journal.because(|| format!("{words} is told by its type word and {}", inner.name));
            return self.kind_of_place(kind, name, inner);
        }
        if let Some((first, rest)) = words.split_once(' ')
            && self.lexicon.place_words.is_direction(&first.to_lowercase())
        {
            let inner = self.meant(&clean(rest), article);
            self.journal.because(|| format!("{words} is a part of {}", inner.name));
            return self.kind_of_place(TypeWord::Part, words.to_string(), inner);
        }
        self.journal.because(|| format!("no table has a place {words} that fits the article"));
        nil(words)
    }

    /// A place that is known under all of the words.
    fn whole(&mut self, words: &str, article: u32) -> Option<Place> {
        if let Some(Known::State(state)) = self.lexicon.names.find(words) {
            let record = self.gazetteer.state(&state.iso)?;
            self.journal.because(|| format!("{words} is a name of the state {}", state.name));
            return Some(self.place(&record, &state.name, Vec::new()));
        }
        // A party is nowhere on the map, even where a village has its name.
        if let Some(Known::Actor(actor)) = self.lexicon.names.find(words) {
            self.journal
                .because(|| format!("{words} is a name of the party {}, which is nowhere on the map", actor.name));
            return Some(nil(words));
        }
        if let Some(region) = self.lexicon.places.region(words) {
            self.journal.because(|| format!("{words} is the region {} of the list of regions", region.name));
            let country = match region.countries.as_slice() {
                [one] => Some(one.clone()),
                _ => None,
            };
            let within = region.countries.iter().filter_map(|iso| self.gazetteer.state(iso));
            return Some(Place {
                id: PlaceId(format!("name:{}", region.name)),
                name: region.name.clone(),
                class: PlaceClass::Region,
                point: Some(region.point),
                radius_km: Some(region.radius_km),
                within: within.map(|state| state.id()).collect(),
                country,
                runners_up: Vec::new(),
            });
        }
        let mut scored: Vec<(f64, PlaceRecord<'_>)> =
            self.gazetteer.lookup(words).into_iter().map(|record| (self.score(&record, article), record)).collect();
        scored.sort_by(|(x, a), (y, b)| y.total_cmp(x).then(a.index.cmp(&b.index)));
        let exact = scored.iter().filter(|(_, record)| record.exact).count();
        let plausible = self.is_plausible(&scored.first()?.1, exact, article);
        self.note(&scored, plausible, article);
        let (_, best) = scored.first().filter(|_| plausible)?;
        let runners_up = scored[1..].iter().take(RUNNERS_UP).map(|(_, record)| record.id().0).collect();
        Some(self.place(best, words, runners_up))
    }

    /// Notes what speaks for the best place of a name and for the others, when somebody asks.
    fn note(&mut self, scored: &[(f64, PlaceRecord<'_>)], plausible: bool, article: u32) {
        if !self.journal.is_kept() {
            return;
        }
        for (at, (score, record)) in scored.iter().take(RUNNERS_UP + 1).enumerate() {
            let spoken_of = match self.weight(record.country, article) {
                0.0 => "the article does not speak of its country".to_string(),
                weight => format!("the article speaks of its country ({weight:.2} of 1)"),
            };
            let spelled = if record.exact { "spelled so" } else { "spelled like it" };
            let people = match record.population {
                0 => String::new(),
                people => format!(", {people} people"),
            };
            let about = format!("{spelled}{people}; {spoken_of}; {score:.1} points");
            let class = record.class.as_str();
            let name = format!("{} ({class} in {}, {})", record.name, record.country, record.id().0);
            match (at, plausible) {
                (0, true) => self.journal.because(|| format!("{name}: {about}")),
                (0, false) => self.journal.passed(&name, || format!("{about}, too little for a place so far away")),
                _ => self.journal.passed(&name, || about),
            }
        }
    }

    fn score(&self, record: &PlaceRecord<'_>, article: u32) -> f64 {
        let people = f64::from(record.population.max(10)).log10() / 3.5;
        4.0 * self.weight(record.country, article)
            + if record.exact { 2.0 } else { 0.0 }
            + if record.usual { 0.5 } else { 0.0 }
            + if record.class == PlaceClass::Region { 1.0 } else { 0.0 }
            + people
    }

    /// Better no place than a town on the other side of the world.
    fn is_plausible(&self, record: &PlaceRecord<'_>, exact: usize, article: u32) -> bool {
        let weight = self.weight(record.country, article);
        if record.class != PlaceClass::Settlement {
            return record.exact;
        }
        if weight >= 0.1 {
            return record.exact || weight >= 0.25;
        }
        record.exact && (record.population >= WORLD_CITY || exact == 1 && record.population >= LONE_TOWN)
    }

    fn weight(&self, iso: &str, article: u32) -> f64 {
        self.contexts.get(&article).and_then(|context| context.get(iso)).copied().unwrap_or(0.0)
    }

    fn place(&self, record: &PlaceRecord<'_>, name: &str, runners_up: Vec<String>) -> Place {
        let unknown = record.point == (0.0, 0.0);
        Place {
            id: record.id(),
            name: name.to_string(),
            class: record.class,
            point: (!unknown).then_some(record.point),
            radius_km: (!unknown).then_some(record.radius_km),
            country: Some(record.country.to_string()),
            within: self.gazetteer.within(record),
            runners_up,
        }
    }

    /// The type word beside a name and the name: `province`, `Tavan` for "Tavan province" and "province of Tavan".
    fn typed(&self, words: &str) -> Option<(TypeWord, String)> {
        if let Some((before, base)) = words.split_once(" of ") {
            let noun = type_word_at_end(before);
            if let Some(kind) = self.lexicon.places.type_word(&noun.to_lowercase()) {
                return Some((kind, clean(base)));
            }
        }
        let parts: Vec<&str> = words.split(' ').collect();
        for length in [2, 1] {
            if parts.len() <= length {
                continue;
            }
            let (base, kind) = parts.split_at(parts.len() - length);
            if let Some(kind) = self.lexicon.places.type_word(&kind.join(" ").to_lowercase()) {
                return Some((kind, clean(&base.join(" "))));
            }
        }
        None
    }

    fn kind_of_place(&self, kind: TypeWord, name: String, inner: Place) -> Place {
        let named_only = inner.id.0.starts_with("name:");
        match kind {
            TypeWord::Settlement => Place { name: inner.name.clone(), ..inner },
            TypeWord::Division if inner.class == PlaceClass::Region && !named_only => Place { name, ..inner },
            TypeWord::Division => {
                let code = inner.within.iter().find_map(|id| id.0.strip_prefix("admin1:"));
                match code.and_then(|code| self.gazetteer.division(code)) {
                    Some(division) => Place { name, ..self.place(&division, "", inner.runners_up) },
                    None if named_only && inner.point.is_some() => inner,
                    None => Place { class: PlaceClass::Region, ..around(name, inner, 1.0) },
                }
            }
            TypeWord::Part => Place { class: PlaceClass::Region, ..around(name, inner, 1.5) },
            TypeWord::Site => Place { class: PlaceClass::Other, ..around(name, inner, 1.5) },
        }
    }
}

/// A place that is known by another one in or near which it lies.
fn around(name: String, inner: Place, wider: f64) -> Place {
    let mut within = inner.within;
    if inner.point.is_some() {
        within.insert(0, inner.id);
    }
    Place {
        id: PlaceId(format!("name:{name}")),
        name,
        class: PlaceClass::Other,
        point: inner.point,
        radius_km: inner.radius_km.map(|radius| radius * wider),
        country: inner.country,
        within,
        runners_up: Vec::new(),
    }
}

fn nil(words: &str) -> Place {
    Place {
        id: PlaceId(format!("name:{words}")),
        name: words.to_string(),
        class: PlaceClass::Other,
        point: None,
        radius_km: None,
        country: None,
        within: Vec::new(),
        runners_up: Vec::new(),
    }
}

fn type_before_of(words: &str) -> &str {
    type_word_at_end(words.split(" of ").next().unwrap_or(words))
}

fn type_word_at_end(before: &str) -> &str {
    before.rsplit(' ').next().unwrap_or(before)
}

/// Countries that a name speaks of, and how clearly.
fn countries(name: &str, lexicon: &Lexicon, gazetteer: &Gazetteer) -> Vec<(String, f64)> {
    let names = &lexicon.names;
    match names.find(name) {
        Some(Known::State(state)) => return vec![(state.iso.clone(), 1.0)],
        Some(Known::Actor(actor)) => return actor.countries.iter().map(|iso| (iso.clone(), 0.4)).collect(),
        None => {}
    }
    let states = names.demonym(name);
    if !states.is_empty() {
        return states.iter().map(|state| (state.iso.clone(), 1.0 / states.len() as f64)).collect();
    }
    if let Some(state) = names.capital(name).or_else(|| names.seat(name)) {
        return vec![(state.iso.clone(), 0.5)];
    }
    if let Some(region) = lexicon.places.region(name) {
        return region.countries.iter().map(|iso| (iso.clone(), 0.5)).collect();
    }
    // A town's name that only one country has.
    let found = gazetteer.lookup(&fold::plain(name));
    let exact: Vec<&PlaceRecord<'_>> = found.iter().filter(|record| record.exact).collect();
    match exact.first() {
        Some(first) if first.population > 0 && exact.iter().all(|record| record.country == first.country) => {
            vec![(first.country.to_string(), 0.3)]
        }
        _ => Vec::new(),
    }
}
