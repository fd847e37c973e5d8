//! Which countries, provinces and places does an article speak of?
//!
//! "A fire in Athens, Ga., and a march in Macon": the article speaks of Georgia of the United States; `Athens` lies in it by the
//! words behind it; Macon is a town near it. Of two towns of one name the one is meant that lies in or near what the rest of
//! the article speaks of.

use crate::wording::clean;
use lexicon::gazetteer::PlaceRecord;
use lexicon::{Gazetteer, Known, Lexicon, State, fold};
use model::{Document, EntityKind, Mention, MentionKind, PlaceClass, Reading};
use std::collections::{BTreeMap, BTreeSet};

/// How much the state spoken of second may be spoken of, beside the first, for the article to be about the first.
const BESIDE_HOME: f64 = 0.6;
/// Places of one name that are compared with the others of an article: the most populous.
const PLACES_OF_A_NAME: usize = 12;
/// The same for counties, of which no state has two of one name.
const COUNTIES_OF_A_NAME: usize = 32;
/// People in a town from which on its name alone says which state an article is about; a village may be the namesake of another.
const TELLING_TOWN: u32 = 5_000;
/// Kilometres within which two places speak for each other.
const NEAR: f64 = 120.0;

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

/// What the articles of a document speak of.
#[derive(Debug, Default)]
pub(crate) struct Surroundings {
    articles: BTreeMap<u32, Article>,
}

#[derive(Debug, Default)]
struct Article {
    /// How much it speaks of each country, by ISO code; the most spoken of has 1.
    countries: BTreeMap<String, f64>,
    /// The same for provinces, by code.
    divisions: BTreeMap<String, f64>,
    /// For a name the country or province that stands behind it: "Athens, Ga.".
    holders: BTreeMap<String, Holder>,
    /// Where the places lie that its names can mean, each with the number of its name.
    points: Vec<(usize, (f64, f64))>,
    names: BTreeMap<String, Name>,
    /// The countries that more than the name of one village speaks for.
    plain: BTreeSet<String>,
}

/// A name that an article tells.
#[derive(Debug)]
struct Name {
    number: usize,
    /// How often.
    told: f64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Holder {
    Country(String),
    Division(String),
}

impl Surroundings {
    /// Looks at the names of a reading.
    pub fn of(document: &Document, reading: &Reading, lexicon: &Lexicon, gazetteer: &Gazetteer) -> Surroundings {
        let mut all = Surroundings::default();
        let mut before: Option<(&Mention, String)> = None;
        for mention in &reading.mentions {
            if !matches!(mention.kind, MentionKind::Name | MentionKind::Modifier) {
                continue;
            }
            let Some(text) = mention.span.get(&document.text) else { continue };
            let name = clean(text);
            let number = reading.sentences.get(mention.sentence as usize).map_or(0, |sentence| sentence.article);
            let article = all.articles.entry(number).or_default();
            let key = fold::plain(&name);
            let found = gazetteer.lookup(&key);
            // A name that is told again says less each time.
            let told = article.tell(&key, &found);
            let spoken_of = countries(&name, lexicon, &found);
            let village = is_village(&name, lexicon, &found);
            for (iso, weight) in spoken_of {
                // "Prime Minister *Tavan*" alone tells no country of a town of that name.
                let somebody = mention.hint == Some(EntityKind::Person) && lexicon.names.find(&name).is_none();
                if !somebody && (!village || told == 1.0 && article.countries.contains_key(&iso)) {
                    article.plain.insert(iso.clone());
                }
                *article.countries.entry(iso).or_default() += weight / told;
            }
            let division = division(&name, lexicon, gazetteer, &found);
            if let Some(code) = &division {
                *article.divisions.entry(code.clone()).or_default() += 1.0 / told;
                *article.countries.entry(code[..2].to_string()).or_default() += 0.5 / told;
            }
            if let Some((last, held)) = &before
                && document.text.get(last.span.end as usize..mention.span.start as usize) == Some(", ")
                && !document.text.get(mention.span.end as usize..).is_some_and(|rest| rest.starts_with(" and "))
                && let Some(holder) = match (&division, lexicon.names.find(&name)) {
                    (_, Some(Known::State(state))) => Some(Holder::Country(state.iso.clone())),
                    (Some(code), _) => Some(Holder::Division(code.clone())),
                    _ => None,
                }
            {
                article.holders.entry(held.clone()).or_insert(holder);
            }
            // "Ohio, Georgia and Texas" is a list.
            let county = found.first().is_some_and(PlaceRecord::is_county);
            let large = division.is_some() && !county || matches!(lexicon.names.find(&name), Some(Known::State(_)));
            before = (!large).then_some((mention, key));
        }
        for article in all.articles.values_mut() {
            even(&mut article.countries);
            even(&mut article.divisions);
        }
        all
    }

    /// The states that the articles are about: spoken of clearly more than any other.
    pub fn home<'l>(&self, lexicon: &'l Lexicon) -> Home<'l> {
        let mut home = Home::default();
        for (&number, article) in &self.articles {
            let mut weights: Vec<(&String, f64)> =
                article.countries.iter().map(|(iso, weight)| (iso, *weight)).collect();
            weights.sort_by(|(a, x), (b, y)| y.total_cmp(x).then(a.cmp(b)));
            if let Some((first, _)) = weights.first()
                && weights.get(1).is_none_or(|(_, second)| *second <= BESIDE_HOME)
                && article.plain.contains(*first)
                && let Some(state) = lexicon.names.state(first)
            {
                home.states.insert(number, state);
            }
        }
        home
    }

    /// How much an article speaks of a country, from 0 to 1.
    pub fn country(&self, iso: &str, article: u32) -> f64 {
        self.articles.get(&article).and_then(|article| article.countries.get(iso)).copied().unwrap_or(0.0)
    }

    /// How much it speaks of a province, from 0 to 1.
    pub fn division(&self, code: &str, article: u32) -> f64 {
        self.articles.get(&article).and_then(|article| article.divisions.get(code)).copied().unwrap_or(0.0)
    }

    /// The province that it speaks of most.
    pub fn division_most(&self, article: u32) -> Option<&str> {
        let divisions = &self.articles.get(&article)?.divisions;
        divisions.iter().max_by(|(a, x), (b, y)| x.total_cmp(y).then(b.cmp(a))).map(|(code, _)| code.as_str())
    }

    /// True when the words behind this name say that it lies in the country or province of a place, false when they say another;
    /// `None` where nothing stands behind it.
    pub fn holds(&self, name: &str, country: &str, code: &str, article: u32) -> Option<bool> {
        let holder = self.articles.get(&article)?.holders.get(&fold::plain(name))?;
        Some(match holder {
            Holder::Country(iso) => iso == country,
            Holder::Division(division) => division == code,
        })
    }

    /// How many other names of the article can mean a place near a point.
    pub fn near(&self, name: &str, point: (f64, f64), article: u32) -> usize {
        let Some(article) = self.articles.get(&article) else { return 0 };
        let own = article.names.get(&fold::plain(name)).map(|name| &name.number);
        let near = article.points.iter().filter(|(of, at)| Some(of) != own && roughly(*at, point) <= NEAR);
        near.map(|(of, _)| *of).collect::<BTreeSet<usize>>().len()
    }
}

impl Article {
    /// Keeps where the places of a name lie; gives how often it has been told.
    fn tell(&mut self, key: &str, found: &[PlaceRecord<'_>]) -> f64 {
        if let Some(name) = self.names.get_mut(key) {
            name.told += 1.0;
            return name.told;
        }
        let number = self.names.len();
        self.names.insert(key.to_string(), Name { number, told: 1.0 });
        let mut towns: Vec<&PlaceRecord<'_>> = found
            .iter()
            .filter(|record| record.exact && (record.class == PlaceClass::Settlement || record.is_county()))
            .collect();
        towns.sort_by_key(|town| (std::cmp::Reverse(town.population), town.index));
        // A county tells where its towns are, one of many of its name rather little.
        let most =
            if towns.first().is_some_and(|town| town.is_county()) { COUNTIES_OF_A_NAME } else { PLACES_OF_A_NAME };
        self.points.extend(towns.iter().take(most).map(|town| (number, town.point)));
        1.0
    }
}

fn even(weights: &mut BTreeMap<String, f64>) {
    let most = weights.values().copied().fold(0.0, f64::max);
    weights.values_mut().for_each(|weight| *weight /= most.max(f64::MIN_POSITIVE));
}

/// Kilometres between two points that are near each other.
fn roughly(one: (f64, f64), other: (f64, f64)) -> f64 {
    let east = (one.1 - other.1) * one.0.to_radians().cos();
    111.2 * (one.0 - other.0).hypot(east)
}

/// The province that a name stands for: by its short form, or where nothing larger has the name.
fn division(name: &str, lexicon: &Lexicon, gazetteer: &Gazetteer, found: &[PlaceRecord<'_>]) -> Option<String> {
    if let Some(code) = lexicon.places.short_name(name) {
        return Some(code.to_string());
    }
    if lexicon.names.find(name).is_some() {
        return None;
    }
    let exact: Vec<&PlaceRecord<'_>> = found.iter().filter(|record| record.exact && record.usual).collect();
    let region = exact.iter().find(|record| record.class == PlaceClass::Region)?;
    let town = exact.iter().any(|record| record.class == PlaceClass::Settlement && record.population > 1_000_000);
    // A county tells its state where no other state has one of that name.
    let code = if region.is_county() {
        let mut counties = exact.iter().filter(|record| record.is_county());
        let lone = counties.all(|other| other.division == region.division);
        gazetteer.get(region.division.filter(|_| lone)?)?.code
    } else {
        region.code
    };
    (!town).then(|| code.to_string())
}

/// True for a name that only small places have. What is no settlement tells no people: the district around a city.
fn is_village(name: &str, lexicon: &Lexicon, found: &[PlaceRecord<'_>]) -> bool {
    let names = &lexicon.names;
    let towns = found.iter().filter(|record| record.exact && record.class == PlaceClass::Settlement);
    let known = names.find(name).is_some() || names.capital(name).or_else(|| names.seat(name)).is_some();
    !known && towns.map(|record| record.population).max().is_some_and(|most| most < TELLING_TOWN)
}

/// Countries that a name speaks of, and how clearly.
fn countries(name: &str, lexicon: &Lexicon, found: &[PlaceRecord<'_>]) -> Vec<(String, f64)> {
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
    let exact: Vec<&PlaceRecord<'_>> = found.iter().filter(|record| record.exact).collect();
    // "northern Arvia" speaks of Arvia.
    if exact.is_empty()
        && let Some((first, whole)) = name.split_once(' ')
        && lexicon.place_words.is_direction(&first.to_lowercase())
    {
        return countries(whole, lexicon, &[]);
    }
    // A town's name that only one country has.
    match exact.first() {
        Some(first) if first.population > 0 && exact.iter().all(|record| record.country == first.country) => {
            vec![(first.country.to_string(), 0.3)]
        }
        _ => Vec::new(),
    }
}
