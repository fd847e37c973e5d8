//! Which place do words mean?
//!
//! "Hold" in an article on Belmark is the Belmarkian town, not a larger Hold elsewhere: the states, provinces and towns that the
//! article speaks of weigh more than population. "Tavan province" is the division around Tavan, "northern Tavan" a part of
//! it, "Tavan airport" a thing near it. A place that no table has keeps its name and nothing more.

mod alone;
mod typed;

use crate::reason::Journal;
use crate::surroundings::{Home, Surroundings};
use crate::wording::clean;
use alone::{Alone, alone};
use lexicon::gazetteer::PlaceRecord;
use lexicon::{Gazetteer, Known, Lexicon, State, TypeWord};
use model::{Document, Place, PlaceClass, PlaceId, Reading};
use std::collections::BTreeMap;
use typed::{around, type_before_of};

/// How much an article speaks of its own country, against the one it speaks of most.
const HOME: f64 = 0.5;
/// People from whom on a town is meant in an article that speaks of no country near it.
const WORLD_CITY: u32 = 300_000;
/// The same for a town four times as large as any other of its name.
const LONE_TOWN: u32 = 15_000;
/// The size, as a power of ten of its people, from which on a town is known far from it.
const RENOWNED: f64 = 5.0;
/// People from whom on a town may be meant by the name of its province, or of a province elsewhere.
const CHIEF_TOWN: u32 = 100_000;
/// Kilometres around a division from which on it is known far from it.
const WIDE: f64 = 100.0;
/// Other candidates that are kept.
const RUNNERS_UP: usize = 5;

/// The places of a document.
pub(crate) struct Places<'l> {
    lexicon: &'l Lexicon,
    gazetteer: &'l Gazetteer,
    around: Surroundings,
    places: BTreeMap<PlaceId, Place>,
    /// The places known under all of some words of an article, or that there is none: names come again and again.
    known: BTreeMap<(u32, String), Option<Place>>,
    /// Why the words that are looked at now mean the place they mean.
    pub journal: Journal,
}

impl<'l> Places<'l> {
    /// Learns of which countries and places each article speaks.
    pub fn of(document: &Document, reading: &Reading, lexicon: &'l Lexicon, gazetteer: &'l Gazetteer) -> Places<'l> {
        let around = Surroundings::of(document, reading, lexicon, gazetteer);
        let (places, known) = (BTreeMap::new(), BTreeMap::new());
        Places { lexicon, gazetteer, around, places, known, journal: Journal::default() }
    }

    /// The states that the articles are about.
    pub fn home(&self) -> Home<'l> {
        self.around.home(self.lexicon)
    }

    /// True where an article speaks of a country by other names than this.
    pub fn speaks_of(&self, iso: &str, name: &str, article: u32) -> bool {
        self.around.speaks_besides(name, iso, article)
    }

    /// The place that words mean in an article. `None` for words without letters.
    pub fn find(&mut self, words: &str, article: u32) -> Option<PlaceId> {
        let words = clean(words);
        if !words.chars().any(char::is_alphabetic) {
            return None;
        }
        let place = self.meant(self.called(&words), article);
        Some(self.keep(place))
    }

    /// A name without the word before it that says what or where it is: `Tavan` of "capital Tavan", "neighbouring Tavan".
    fn called<'w>(&self, words: &'w str) -> &'w str {
        match words.split_once(' ') {
            Some((noun, name))
                if (self.lexicon.places.type_word(noun) == Some(TypeWord::Settlement)
                    || self.lexicon.place_words.is_near(noun))
                    && name.starts_with(char::is_uppercase) =>
            {
                name
            }
            _ => words,
        }
    }

    /// The place that words mean, where a table has it.
    pub fn find_known(&mut self, words: &str, article: u32) -> Option<PlaceId> {
        let place = self.meant(&clean(words), article);
        place.point.is_some().then(|| self.keep(place))
    }

    /// The ISO code of the country in which words mean a place.
    pub fn country(&mut self, words: &str, article: u32) -> Option<String> {
        self.meant(&clean(words), article).country
    }

    /// The place that words mean, where a table has it and the article speaks of its country.
    pub fn find_in_home(&mut self, words: &str, article: u32) -> Option<PlaceId> {
        let place = self.meant(&clean(words), article);
        let home = place.point.is_some() && self.weight(place.country.as_deref()?, article) > 0.0;
        home.then(|| self.keep(place))
    }

    /// The place that words mean, where a table has it and the article speaks of what lies around it.
    pub fn find_around(&mut self, words: &str, article: u32) -> Option<PlaceId> {
        let words = clean(words);
        let place = self.whole(&words, article).filter(|place| place.point.is_some())?;
        let around = self.is_land(&place, &words, article)
            || place.id.0.starts_with("name:")
            || self.is_spoken_of(&place, &words, article);
        around.then(|| self.keep(place))
    }

    /// The place that words mean, where it is a large town of a country that the article speaks of.
    pub fn find_chief_town(&mut self, words: &str, article: u32) -> Option<PlaceId> {
        let place = self.meant(&clean(words), article);
        let iso = place.country.as_deref().filter(|iso| self.around.speaks_besides(words, iso, article))?;
        let found = self.gazetteer.lookup(&clean(words)).into_iter();
        let mut chief =
            found.filter(|town| town.country == iso && town.population >= CHIEF_TOWN && town.id() == place.id);
        chief.next().is_some().then(|| self.keep(place))
    }

    /// The state that words mean, or the division of a state that the article speaks of.
    pub fn find_land(&mut self, words: &str, article: u32) -> Option<PlaceId> {
        let words = clean(words);
        let place = self.whole(&words, article).filter(|place| place.point.is_some())?;
        self.is_land(&place, &words, article).then(|| self.keep(place))
    }

    fn is_land(&self, place: &Place, words: &str, article: u32) -> bool {
        let spoken_of = || place.country.as_deref().is_some_and(|iso| self.weight(iso, article) > 0.0);
        matches!(self.lexicon.names.find(words), Some(Known::State(_)))
            || place.id.0.starts_with("admin1:") && spoken_of()
    }

    /// True for words that a table of places has as they are.
    pub fn has(&mut self, words: &str, article: u32) -> bool {
        self.whole(&clean(words), article).is_some_and(|place| place.point.is_some())
    }

    /// True for words that a table of places has.
    pub fn knows(&mut self, words: &str, article: u32) -> bool {
        self.meant(&clean(words), article).point.is_some()
    }

    fn keep(&mut self, place: Place) -> PlaceId {
        let id = place.id.clone();
        let name_length = place.name.chars().count();
        let kept = self.places.entry(id.clone()).or_insert_with(|| place.clone());
        // The fullest of the names that the document has for it.
        if kept.name.chars().count() < name_length {
            kept.name = place.name;
        }
        id
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
            let mut inner = self.meant(&base, article);
            // "Tavan General Hospital" is in Tavan.
            let mut part = base.as_str();
            while kind == TypeWord::Site
                && inner.point.is_none()
                && let Some((shorter, _)) = part.rsplit_once(' ')
            {
                part = shorter;
                inner = self.whole(part, article).unwrap_or(inner);
            }
            // "The Old City" is no town of the name Old.
            if kind == TypeWord::Settlement && inner.point.is_none() && !words.contains(" of ") {
                return nil(words);
            }
            if kind == TypeWord::County && !self.is_spoken_of(&inner, &base, article) {
                return self.county(name, article);
            }
            if kind == TypeWord::Site && !self.gives_its_name(&inner, part, part == base, article) {
                self.journal
                    .because(|| format!("{words} may be called after somebody or something else than {}", inner.name));
                return nil(words);
            }
            self.journal.because(|| format!("{words} is told by its type word and {}", inner.name));
            return self.kind_of_place(kind, name, inner);
        }
        if let Some((first, rest)) = words.split_once(' ')
            && self.lexicon.place_words.is_part(&first.to_lowercase())
            && rest.contains(char::is_uppercase)
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
        // Whoever asks for reasons gets them at each word.
        if self.journal.is_kept() {
            return self.look_up(words, article);
        }
        let key = (article, words.to_string());
        if let Some(place) = self.known.get(&key) {
            return place.clone();
        }
        let place = self.look_up(words, article);
        self.known.insert(key, place.clone());
        place
    }

    fn look_up(&mut self, words: &str, article: u32) -> Option<Place> {
        if let Some(place) = self.seat(words) {
            return Some(place);
        }
        let known = self.lexicon.names.find(words);
        if let Some(Known::State(state)) = known
            && let Some(place) = self.named_like_state(words, state, article)
        {
            return Some(place);
        }
        if let Some(region) = self.lexicon.places.region(words)
            && !self.is_held_elsewhere(words, &region.countries, article)
        {
            self.journal.because(|| format!("{words} is the region {} of the list of regions", region.name));
            let country = match region.countries.as_slice() {
                [one] => Some(one.clone()),
                _ => None,
            };
            // Where the map has it as a division of its state, it has its shape from there.
            let divisions = self.gazetteer.lookup(&region.name).into_iter();
            let mut divisions = divisions.filter(|record| {
                record.exact && record.usual && record.is_division() && Some(record.country) == country.as_deref()
            });
            if let Some(division) = divisions.next() {
                return Some(self.place(&division, &region.name, Vec::new()));
            }
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
        // Another party is nowhere on the map, even where a village has its name.
        if let Some(Known::Actor(actor)) = known {
            self.journal
                .because(|| format!("{words} is a name of the party {}, which is nowhere on the map", actor.name));
            return Some(nil(words));
        }
        let people = words.strip_suffix('s').filter(|one| one.len() > 3).unwrap_or(words);
        let said = [words, people].map(|words| self.lexicon.names.demonym(words));
        if let Some([state]) = said.iter().map(Vec::as_slice).find(|states| !states.is_empty())
            && let Some(record) = self.gazetteer.state(&state.iso)
        {
            self.journal.because(|| format!("{words} is said of {}", state.name));
            return Some(self.of_state(&record, state));
        }
        if let Some(division) = self.lexicon.places.short_name(words).and_then(|code| self.gazetteer.division(code)) {
            self.journal.because(|| format!("{words} is short for {}", division.name));
            return Some(self.place(&division, division.name, Vec::new()));
        }
        let found = self.gazetteer.lookup(words);
        let mut scored: Vec<(f64, PlaceRecord<'_>)> =
            found.iter().map(|record| (self.score(record, alone(record, &found), words, article), *record)).collect();
        scored.sort_by(|(x, a), (y, b)| y.total_cmp(x).then(a.index.cmp(&b.index)));
        let plausible = self.is_plausible(words, &scored, article);
        self.note(words, &scored, plausible, article);
        let (_, best) = scored.first().filter(|_| plausible)?;
        let runners_up = scored[1..].iter().take(RUNNERS_UP).map(|(_, record)| record.id().0).collect();
        // "TAVAN, Belmark (AP)": a town in capitals has its name as the gazetteer writes it.
        let capitals = words.chars().count() > 3 && !words.contains(char::is_lowercase);
        Some(self.place(best, if capitals { best.name } else { words }, runners_up))
    }

    /// The place that a name of a state means: the state, or a division or town that shares it. `None` for a state that the map has no
    /// more, whose name a region or division of today may bear.
    fn named_like_state(&mut self, words: &str, state: &State, article: u32) -> Option<Place> {
        let record = self.gazetteer.state(&state.iso);
        let runners_up = record.map(|record| record.id().0).into_iter().collect();
        if let Some(division) = self.namesake(words, &state.iso, article) {
            self.journal.because(|| {
                format!(
                    "{words} is the division of {}, of which the article speaks more than of {}",
                    division.country, state.name
                )
            });
            return Some(self.place(&division, division.name, runners_up));
        }
        if let Some(town) = self.town_for_state(words, &state.iso, article) {
            self.journal.because(|| format!("{words} is the town, near which the other places of the article are"));
            return Some(self.place(&town, words, runners_up));
        }
        let record = record?;
        self.journal.because(|| format!("{words} is a name of the state {}", state.name));
        Some(self.of_state(&record, state))
    }

    /// True for the name of a region that the words behind it say is another place of the name: "Alpine, Texas". Who tells the
    /// state in which the region lies tells no other.
    fn is_held_elsewhere(&self, words: &str, countries: &[String], article: u32) -> bool {
        let holds = |country: &str, code: &str| self.around.holds(words, country, code, article);
        holds("", "").is_some()
            && self.gazetteer.lookup(words).iter().filter(|record| record.exact).any(|record| {
                let own = countries.iter().any(|iso| iso == record.country);
                holds(record.country, self.division_of(record)) == Some(true)
                    && !(own && holds(record.country, "") == Some(true))
            })
    }

    /// A building or street that stands for the government of a state: it is in the capital.
    fn seat(&mut self, words: &str) -> Option<Place> {
        let names = &self.lexicon.names;
        let state = names.seat(words).filter(|_| names.capital(words).is_none())?;
        let capital = state.capitals.first()?;
        let towns = self.gazetteer.lookup(capital).into_iter();
        let towns = towns.filter(|town| town.country == state.iso && town.class == PlaceClass::Settlement);
        let town = towns.max_by_key(|town| (town.population, std::cmp::Reverse(town.index)))?;
        self.journal.because(|| format!("{words} is in {capital}, the capital of {}", state.name));
        let inner = self.place(&town, capital, Vec::new());
        Some(self.kind_of_place(TypeWord::Site, words.to_string(), inner))
    }

    /// True for a place in a division that the article speaks of, or near its other places.
    fn is_spoken_of(&self, place: &Place, name: &str, article: u32) -> bool {
        let code = place.within.iter().find_map(|id| id.0.strip_prefix("admin1:")).unwrap_or("");
        self.around.division(code, article) > 0.0
            || place.point.is_some_and(|point| self.around.near(name, point, article) >= 2)
    }

    /// A county of which no more is known than that the article is about the division it lies in.
    fn county(&mut self, name: String, article: u32) -> Place {
        let division = self.around.division_most(article).and_then(|code| self.gazetteer.division(code));
        match division {
            Some(division) => {
                self.journal.because(|| {
                    format!("{name} is taken for a part of {}, of which the article speaks", division.name)
                });
                let inner = self.place(&division, division.name, Vec::new());
                Place { class: PlaceClass::Region, ..around(name, inner, 1.0) }
            }
            None => {
                self.journal.because(|| format!("no table has a place {name} that fits the article"));
                nil(&name)
            }
        }
    }

    /// Notes what speaks for the best place of a name and for the others, when somebody asks.
    fn note(&mut self, words: &str, scored: &[(f64, PlaceRecord<'_>)], plausible: bool, article: u32) {
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
            let around = self.speaks_for(record, words, article);
            let about = format!("{spelled}{people}; {spoken_of}{around}; {score:.1} points");
            let class = record.class.as_str();
            let name = format!("{} ({class} in {}, {})", record.name, record.country, record.id().0);
            match (at, plausible) {
                (0, true) => self.journal.because(|| format!("{name}: {about}")),
                (0, false) => self.journal.passed(&name, || format!("{about}, too little for a place so far away")),
                _ => self.journal.passed(&name, || about),
            }
        }
    }

    /// What besides its country speaks for or against a place, in words.
    fn speaks_for(&self, record: &PlaceRecord<'_>, words: &str, article: u32) -> String {
        let code = self.division_of(record);
        let mut told = String::new();
        match self.around.holds(words, record.country, code, article) {
            Some(true) => told.push_str("; lies in what stands behind the name"),
            Some(false) => told.push_str("; does not lie in what stands behind the name"),
            None => {}
        }
        if self.around.division(code, article) > 0.0 {
            told.push_str("; the article speaks of its province");
        }
        match self.around.near(words, record.point, article) {
            0 => {}
            1 => told.push_str("; another name of the article can mean a place near it"),
            several => told.push_str(&format!("; {several} other names of the article can mean places near it")),
        }
        if self.is_capital(record, words) {
            told.push_str("; the capital");
        }
        told
    }

    fn is_capital(&self, record: &PlaceRecord<'_>, words: &str) -> bool {
        let state = self.lexicon.names.capital(words);
        state.is_some_and(|state| state.iso == record.country)
            && record.class == PlaceClass::Settlement
            && record.population >= LONE_TOWN
    }

    fn score(&self, record: &PlaceRecord<'_>, alone: Alone, words: &str, article: u32) -> f64 {
        let people = f64::from(record.population.max(10)).log10();
        let code = self.division_of(record);
        let spoken_of = self.around.country_of(words, record.country, article);
        let told = match self.around.holds(words, record.country, code, article) {
            Some(true) => 6.0,
            Some(false) => -6.0,
            None => 0.0,
        };
        // A report that speaks of the United States and of Russia has Moscow in Russia, though it speaks of the first far more: a
        // country tells of its villages little, their province and the towns beside them tell more.
        let town = record.exact && record.class == PlaceClass::Settlement;
        let renown = if town { (people - RENOWNED).max(0.0) } else { 0.0 };
        3.0 * spoken_of
            + if self.is_capital(record, words) { 1.5 } else { 0.0 }
            + 3.0 * self.around.division(code, article)
            + 0.6 * f64::from(self.around.nearness(words, record.point, article).min(7))
            + told
            + if record.is_division() && self.around.is_in_row(words, article) { 6.0 } else { 0.0 }
            + if record.is_division() && self.around.division_besides(words, code, article) { 2.0 } else { 0.0 }
            + if record.exact { 2.0 } else { 0.0 }
            + if record.usual { 0.5 } else { 0.0 }
            + if record.class == PlaceClass::Region { 1.0 } else { 0.0 }
            + match alone {
                Alone::InCountry | Alone::InWorld if spoken_of > 0.0 => 4.0,
                Alone::InWorld => 2.0,
                // Not a parish on an island far away that has the name of a city.
                Alone::InCountry if record.radius_km >= WIDE => 2.0,
                _ => 0.0,
            }
            + people / 3.5
            + 1.5 * renown
    }

    /// The division that a state shares its name with, where the article speaks more of the division's country and of others of its
    /// divisions.
    fn namesake(&self, words: &str, iso: &str, article: u32) -> Option<PlaceRecord<'l>> {
        let found = self.gazetteer.lookup(words).into_iter();
        let mut divisions = found.filter(|record| {
            record.class == PlaceClass::Region && record.exact && record.usual && record.country != iso
        });
        let weight = |iso: &str| self.around.country_of(words, iso, article);
        divisions.find(|division| {
            self.around.is_in_row(words, article)
                || weight(division.country) > weight(iso)
                    && self.around.names_divisions(words, division.country, article)
        })
    }

    /// The town that shares its name with a state, where the article speaks of the state by this name alone and of places beside the
    /// town: "Kestria" among the villages of another country.
    fn town_for_state(&self, words: &str, iso: &str, article: u32) -> Option<PlaceRecord<'l>> {
        if self.around.country_of(words, iso, article) > 0.0 {
            return None;
        }
        let towns = self.gazetteer.lookup(words).into_iter().filter(|record| {
            record.exact
                && record.usual
                && record.class == PlaceClass::Settlement
                && record.country != iso
                && self.around.is_about(words, record.country, article)
        });
        let beside = towns.map(|town| (self.around.nearness(words, town.point, article), town));
        let (nearness, town) = beside.max_by_key(|(nearness, town)| (*nearness, town.population))?;
        (nearness >= 4 && self.around.near(words, town.point, article) >= 2).then_some(town)
    }

    /// The code of the division that a place lies in or is.
    fn division_of<'g>(&'g self, record: &PlaceRecord<'g>) -> &'g str {
        if record.class == PlaceClass::Region && !record.is_county() {
            return record.code;
        }
        record.division.and_then(|at| self.gazetteer.get(at)).map_or("", |division| division.code)
    }

    /// Better no place than a town on the other side of the world.
    fn is_plausible(&self, words: &str, scored: &[(f64, PlaceRecord<'_>)], article: u32) -> bool {
        let Some((_, best)) = scored.first() else { return false };
        // What only the name itself speaks of is no reason to look for it there, where others speak of something else.
        let elsewhere = self.around.speaks_of_others(words, best.country, article);
        let weight = if elsewhere { 0.0 } else { self.weight(best.country, article) };
        // "The West Coast" and "the Valley" are parts of many a country before they are the town or province of that name.
        let code = self.division_of(best);
        let spoken_of = self.around.division(code, article) > 0.0 || self.around.near(words, best.point, article) >= 2;
        if is_generic(words, self.lexicon)
            && self.around.holds(words, best.country, code, article) != Some(true)
            && !(spoken_of || best.class == PlaceClass::Region && weight >= HOME)
        {
            return false;
        }
        if best.class != PlaceClass::Settlement {
            // Of the counties of one name none is meant until something tells which.
            let even = scored.get(1).is_some_and(|(score, other)| other.is_county() && *score >= scored[0].0);
            return best.exact && !(best.is_county() && even);
        }
        if let Some(told) = self.around.holds(words, best.country, code, article) {
            return told && best.exact;
        }
        // "The Old City" is a quarter of many a town, whatever town of another country bears the name.
        let called = words.rsplit_once(' ').and_then(|(_, last)| self.lexicon.places.type_word(&last.to_lowercase()));
        if called == Some(TypeWord::Settlement) && weight < HOME && best.population < WORLD_CITY {
            return false;
        }
        if weight >= 0.1 {
            return best.exact || weight >= 0.25;
        }
        let exact = scored.iter().filter(|(_, record)| record.exact);
        let others =
            exact.clone().filter(|(_, record)| record.index != best.index).map(|(_, record)| record.population);
        let largest = others.max().unwrap_or(0);
        let stands_out = best.population >= LONE_TOWN && best.population / 4 >= largest;
        best.exact && (best.population >= WORLD_CITY || stands_out || spoken_of)
    }

    fn weight(&self, iso: &str, article: u32) -> f64 {
        self.around.country(iso, article)
    }

    fn of_state(&self, record: &PlaceRecord<'_>, state: &State) -> Place {
        let place = self.place(record, &state.name, Vec::new());
        Place { point: state.middle.or(place.point), ..place }
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
}

/// True for words of which none is a name: "South Side", "Valley".
fn is_generic(words: &str, lexicon: &Lexicon) -> bool {
    words.split(' ').all(|word| {
        let word = word.to_lowercase();
        let part = lexicon.place_words.is_direction(&word) || lexicon.place_words.is_relative(&word);
        part || lexicon.places.type_word(&word).is_some()
    })
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
