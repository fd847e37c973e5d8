//! Which countries, provinces and places does an article speak of?
//!
//! "A fire in Athens, Ga., and a march in Macon": the article speaks of Georgia of the United States; `Athens` lies in it by the
//! words behind it; Macon is a town near it. Of two towns of one name the one is meant that lies in or near what the rest of
//! the article speaks of.

use crate::called_after::{Part, called_after};
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
/// Kilometres within which they do so twice.
const BESIDE: f64 = 40.0;
/// How much must be spoken of other countries for a name to say nothing of its own.
const LEAST: f64 = 0.15;
/// How much a province or capital tells of its country by itself.
const CLEAR: f64 = 0.5;
/// How much is spoken of the one country that an article is about, and of any other.
const ABOUT: f64 = 0.9;
const BESIDE_ABOUT: f64 = 0.3;
/// What stands between the names of a row.
pub(crate) const JOINTS: [&str; 5] = [", ", " and ", ", and ", " or ", ", or "];

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
    countries: Spoken,
    /// The same for provinces, by code.
    divisions: Spoken,
    /// For a name the country or province that stands behind it: "Athens, Ga.".
    holders: BTreeMap<String, Holder>,
    /// Names that stand in a row with provinces: "Ohio, *Georgia* and Texas".
    rows: BTreeSet<String>,
    /// Where the places lie that its names can mean, each with the number of its name.
    points: Vec<Candidate>,
    names: BTreeMap<String, Name>,
    /// The countries that more than the name of one village speaks for.
    plain: BTreeSet<String>,
}

/// How much is spoken of what has these codes, and which name speaks for it.
#[derive(Debug, Default)]
struct Spoken {
    all: BTreeMap<String, f64>,
    by_name: BTreeMap<String, BTreeMap<String, f64>>,
    most: f64,
}

impl Spoken {
    fn add(&mut self, name: &str, code: &str, weight: f64) {
        *self.all.entry(code.to_string()).or_default() += weight;
        *self.by_name.entry(name.to_string()).or_default().entry(code.to_string()).or_default() += weight;
    }

    /// Gives whatever is most spoken of 1.
    fn even(&mut self) {
        self.most = self.all.values().copied().fold(0.0, f64::max);
    }

    /// From 0 to 1.
    fn of(&self, code: &str) -> f64 {
        self.all.get(code).map_or(0.0, |weight| weight / self.most.max(f64::MIN_POSITIVE))
    }

    /// True where another name than this one speaks of it.
    fn besides(&self, name: &str, code: &str) -> bool {
        let own = self.by_name.get(name).and_then(|own| own.get(code)).copied().unwrap_or(0.0);
        self.all.get(code).is_some_and(|weight| *weight > own)
    }

    /// The same by all names but one; by all, where that one alone speaks of anything.
    fn without(&self, name: &str, code: &str) -> f64 {
        let Some(own) = self.by_name.get(name) else { return self.of(code) };
        let left = |code: &String, weight: f64| weight - own.get(code).copied().unwrap_or(0.0);
        let most = self.all.iter().map(|(code, weight)| left(code, *weight)).fold(0.0, f64::max);
        if most < LEAST {
            return self.of(code);
        }
        self.all.get_key_value(code).map_or(0.0, |(code, weight)| left(code, *weight).max(0.0) / most)
    }
}

/// Where one of the places of a name lies.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    /// The number of the name.
    of: usize,
    point: (f64, f64),
    /// Kilometres around a county, of which the name tells nothing else; none for a town.
    county: Option<f64>,
}

/// A name that an article tells.
#[derive(Debug)]
struct Name {
    number: usize,
    /// How often.
    told: f64,
}

/// What can stand behind a name: a province and a state can have one name.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Holder {
    country: Option<String>,
    division: Option<String>,
}

impl Holder {
    /// True where a place of this name lies in it.
    fn has_one_of(&self, name: &str, gazetteer: &Gazetteer) -> bool {
        gazetteer.lookup(name).iter().filter(|record| record.exact).any(|record| {
            let division = record.division.and_then(|at| gazetteer.get(at)).map(|division| division.code);
            self.country.as_deref() == Some(record.country)
                || self.division.is_some() && division == self.division.as_deref()
        })
    }
}

/// True for the last but one of a list: "Velna, Orl, *Arvia*, and Hold" may be four places.
fn is_listed(mention: &Mention, document: &Document) -> bool {
    let behind = document.text.get(mention.span.end as usize..).unwrap_or("");
    [", and ", ", or "].iter().any(|joint| behind.starts_with(joint))
}

/// What the tables tell of a name, wherever it stands.
#[derive(Debug)]
struct Meaning<'l> {
    /// The name in its plain form.
    key: String,
    found: Vec<PlaceRecord<'l>>,
    known: Option<Known<'l>>,
    /// Countries that it speaks of, and how clearly.
    countries: Vec<(String, f64)>,
    /// The province that it stands for.
    division: Option<String>,
    /// True where only small places have it.
    village: bool,
}

impl<'l> Meaning<'l> {
    fn of(name: &str, lexicon: &'l Lexicon, gazetteer: &'l Gazetteer) -> Meaning<'l> {
        let key = fold::plain(name);
        let found = gazetteer.lookup(&key);
        let known = lexicon.names.find(name);
        Meaning {
            countries: countries(name, known, lexicon, &found),
            division: division(name, known, lexicon, gazetteer, &found),
            village: is_village(name, known, lexicon, &found),
            key,
            found,
            known,
        }
    }
}

impl Surroundings {
    /// Looks at the names of a reading.
    pub fn of(document: &Document, reading: &Reading, lexicon: &Lexicon, gazetteer: &Gazetteer) -> Surroundings {
        let mut all = Surroundings::default();
        for (number, article) in document.articles.iter().enumerate() {
            if let Some(dateline) = &article.dateline {
                let article = all.articles.entry(number as u32).or_default();
                article.written_in(&dateline.value, lexicon, gazetteer);
            }
        }
        // An article tells the same names again and again.
        let mut meanings: BTreeMap<String, Meaning> = BTreeMap::new();
        let mut before: Option<(&Mention, String)> = None;
        let mut row = Row::default();
        for mention in &reading.mentions {
            if !matches!(mention.kind, MentionKind::Name | MentionKind::Modifier) {
                continue;
            }
            let Some(text) = mention.span.get(&document.text) else { continue };
            let name = clean(text);
            let number = reading.sentences.get(mention.sentence as usize).map_or(0, |sentence| sentence.article);
            let gap = row.end.and_then(|end| document.text.get(end as usize..mention.span.start as usize));
            if row.article != number || !gap.is_some_and(|gap| JOINTS.contains(&gap)) {
                row.close(&mut all.articles);
                row.article = number;
            }
            let article = all.articles.entry(number).or_default();
            let meaning = meanings.entry(name).or_insert_with_key(|name| Meaning::of(name, lexicon, gazetteer));
            let Meaning { key, found, division, .. } = &*meaning;
            if found.is_empty() && !matches!(mention.hint, Some(EntityKind::Person | EntityKind::Group)) {
                article.hear_of_body(&clean(text), lexicon, gazetteer);
            }
            let divisions = found.iter().any(|record| record.exact && record.usual && record.is_division());
            // A name that is told again says less each time.
            let told = article.tell(key, found);
            // "Prime Minister *Tavan*" alone tells no country of a town of that name.
            let somebody = mention.hint == Some(EntityKind::Person) && meaning.known.is_none();
            for (iso, weight) in &meaning.countries {
                if !somebody && (!meaning.village || told == 1.0 && article.countries.all.contains_key(iso)) {
                    article.plain.insert(iso.clone());
                }
                article.countries.add(key, iso, weight / told);
            }
            if let Some(code) = division {
                article.divisions.add(key, code, 1.0 / told);
                article.countries.add(key, &code[..2], 0.5 / told);
            }
            if let Some((last, held)) = &before
                && document.text.get(last.span.end as usize..mention.span.start as usize) == Some(", ")
                && !document.text.get(mention.span.end as usize..).is_some_and(|rest| rest.starts_with(" and "))
                && let Some(holder) = holder(meaning)
                && (!is_listed(mention, document) || holder.has_one_of(held, gazetteer))
            {
                article.holders.entry(held.clone()).or_insert(holder);
            }
            // "Ohio, Georgia and Texas" is a list.
            let county = found.first().is_some_and(PlaceRecord::is_county);
            let large = division.is_some() && !county || matches!(meaning.known, Some(Known::State(_)));
            row.end = Some(mention.span.end);
            row.names.push((key.clone(), divisions, division.is_some() && !county));
            before = (!large).then(|| (mention, key.clone()));
        }
        row.close(&mut all.articles);
        for article in all.articles.values_mut() {
            article.countries.even();
            article.divisions.even();
        }
        all
    }

    /// The states that the articles are about: spoken of clearly more than any other.
    pub fn home<'l>(&self, lexicon: &'l Lexicon) -> Home<'l> {
        let mut home = Home::default();
        for (&number, article) in &self.articles {
            let spoken = &article.countries;
            let mut weights: Vec<(&String, f64)> = spoken.all.keys().map(|iso| (iso, spoken.of(iso))).collect();
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
        self.articles.get(&article).map_or(0.0, |article| article.countries.of(iso))
    }

    /// How much the other names of the article speak of the country that a name can lie in.
    pub fn country_of(&self, name: &str, iso: &str, article: u32) -> f64 {
        self.articles.get(&article).map_or(0.0, |article| article.countries.without(&fold::plain(name), iso))
    }

    /// True where the article tells a name by itself.
    pub fn names(&self, name: &str, article: u32) -> bool {
        self.articles.get(&article).is_some_and(|article| article.names.contains_key(&fold::plain(name)))
    }

    /// True where another name of the article speaks of a country.
    pub fn speaks_besides(&self, name: &str, iso: &str, article: u32) -> bool {
        self.articles.get(&article).is_some_and(|article| article.countries.besides(&fold::plain(name), iso))
    }

    /// True where the other names of the article tell other countries clearly, and not this one.
    pub fn speaks_of_others(&self, name: &str, iso: &str, article: u32) -> bool {
        let Some(article) = self.articles.get(&article) else { return false };
        let spoken = &article.countries;
        let name = fold::plain(name);
        let own = |code: &str| spoken.by_name.get(&name).and_then(|own| own.get(code)).copied().unwrap_or(0.0);
        let clear = |(code, weight): (&String, &f64)| code != iso && weight - own(code) >= CLEAR;
        !spoken.besides(&name, iso) && spoken.all.iter().any(clear)
    }

    /// How much it speaks of a province, from 0 to 1.
    pub fn division(&self, code: &str, article: u32) -> f64 {
        self.articles.get(&article).map_or(0.0, |article| article.divisions.of(code))
    }

    /// True where another name of the article speaks of a province.
    pub fn division_besides(&self, name: &str, code: &str, article: u32) -> bool {
        self.articles.get(&article).is_some_and(|article| article.divisions.besides(&fold::plain(name), code))
    }

    /// True where it names provinces of a country by other names than this.
    pub fn names_divisions(&self, name: &str, iso: &str, article: u32) -> bool {
        let Some(article) = self.articles.get(&article) else { return false };
        let own = article.divisions.by_name.get(&fold::plain(name));
        article.divisions.all.keys().any(|code| code.starts_with(iso) && own.is_none_or(|own| !own.contains_key(code)))
    }

    /// True where the names other than this speak of a country, and of one more at most.
    pub fn is_about(&self, name: &str, iso: &str, article: u32) -> bool {
        let Some(article) = self.articles.get(&article) else { return false };
        let name = fold::plain(name);
        let weight = |code: &str| article.countries.without(&name, code);
        let others = article.countries.all.keys().filter(|code| *code != iso && weight(code) > BESIDE_ABOUT);
        weight(iso) > ABOUT && others.count() < 2
    }

    /// True for a name that stands in a row with provinces: "Ohio, *Georgia* and Texas".
    pub fn is_in_row(&self, name: &str, article: u32) -> bool {
        self.articles.get(&article).is_some_and(|article| article.rows.contains(&fold::plain(name)))
    }

    /// The province that it speaks of most.
    pub fn division_most(&self, article: u32) -> Option<&str> {
        let divisions = &self.articles.get(&article)?.divisions;
        divisions.all.iter().max_by(|(a, x), (b, y)| x.total_cmp(y).then(b.cmp(a))).map(|(code, _)| code.as_str())
    }

    /// True when the words behind this name say that it lies in the country or province of a place, false when they say another;
    /// `None` where nothing stands behind it.
    pub fn holds(&self, name: &str, country: &str, code: &str, article: u32) -> Option<bool> {
        let holder = self.articles.get(&article)?.holders.get(&fold::plain(name))?;
        Some(holder.country.as_deref() == Some(country) || holder.division.as_deref() == Some(code))
    }

    /// How many other names of the article can mean a place near a point.
    pub fn near(&self, name: &str, point: (f64, f64), article: u32) -> usize {
        self.beside(name, point, article).len()
    }

    /// How much they speak for it: a town nearby once, one beside it twice, the county around it three times.
    pub fn nearness(&self, name: &str, point: (f64, f64), article: u32) -> u32 {
        self.beside(name, point, article).values().sum()
    }

    /// The numbers of the names that can mean a place near a point, and how much each speaks for it.
    fn beside(&self, name: &str, point: (f64, f64), article: u32) -> BTreeMap<usize, u32> {
        let mut found = BTreeMap::new();
        let Some(article) = self.articles.get(&article) else { return found };
        let own = article.names.get(&fold::plain(name)).map(|name| &name.number);
        for candidate in article.points.iter().filter(|candidate| Some(&candidate.of) != own) {
            let speaks = match roughly(candidate.point, point) {
                far if candidate.county.is_some_and(|radius| far <= radius) => 3,
                far if far <= BESIDE => 2,
                far if far <= NEAR => 1,
                _ => continue,
            };
            let most = found.entry(candidate.of).or_insert(speaks);
            *most = speaks.max(*most);
        }
        found
    }
}

impl Article {
    /// Takes what the place of writing tells: "VELNA, Arvia", as a name of its own.
    fn written_in(&mut self, dateline: &str, lexicon: &Lexicon, gazetteer: &Gazetteer) {
        let names: Vec<String> = dateline.split(", ").map(clean).collect();
        for (at, name) in names.iter().enumerate() {
            let meaning = Meaning::of(name, lexicon, gazetteer);
            let key = &meaning.key;
            self.tell(key, &meaning.found);
            for (iso, weight) in &meaning.countries {
                self.countries.add(key, iso, *weight);
            }
            if let Some(code) = &meaning.division {
                self.divisions.add(key, code, 1.0);
                self.countries.add(key, &code[..2], 0.5);
            }
            if let Some(holder) = at.checked_sub(1).and_then(|_| holder(&meaning)) {
                self.holders.entry(fold::plain(&names[at - 1])).or_insert(holder);
            }
        }
    }

    /// Takes what the name of a body tells that is called after a place: "Arvia State University". A town that nothing else
    /// speaks of tells nothing so.
    fn hear_of_body(&mut self, name: &str, lexicon: &Lexicon, gazetteer: &Gazetteer) {
        // "WA Department of Health": letters alone are those of too many.
        let named = |part: &Part| part.whole && part.name.contains(char::is_lowercase);
        for part in called_after(name, lexicon).into_iter().filter(named) {
            let found = gazetteer.lookup(&part.name);
            let known = lexicon.names.find(&part.name);
            if let Some(code) = division(&part.name, known, lexicon, gazetteer, &found) {
                let key = fold::plain(&part.name);
                let told = self.tell(&key, &found);
                self.divisions.add(&key, &code, 1.0 / told);
                self.countries.add(&key, &code[..2], 0.5 / told);
                return;
            }
        }
    }

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
        let counties = towns.iter().all(|town| town.is_county());
        self.points.extend(towns.iter().take(most).map(|town| Candidate {
            of: number,
            point: town.point,
            county: counties.then_some(town.radius_km),
        }));
        1.0
    }
}

/// Names that only commas and joining words part.
#[derive(Debug, Default)]
struct Row {
    /// Each name, whether a province has it, and whether it is clearly meant.
    names: Vec<(String, bool, bool)>,
    /// The number of the article that they stand in.
    article: u32,
    end: Option<u32>,
}

impl Row {
    /// Ends the row: what stands beside two provinces and can be one, is one.
    fn close(&mut self, articles: &mut BTreeMap<u32, Article>) {
        let names = std::mem::take(&mut self.names);
        let Some(article) = articles.get_mut(&self.article) else { return };
        if names.iter().filter(|(_, _, clear)| *clear).count() < 2 {
            return;
        }
        for (at, (name, can, clear)) in names.iter().enumerate() {
            let beside = |at: Option<usize>| at.and_then(|at| names.get(at)).is_some_and(|(_, _, clear)| *clear);
            if *can && !clear && (beside(at.checked_sub(1)) || beside(Some(at + 1))) {
                article.rows.insert(name.clone());
                article.holders.remove(name);
            }
        }
    }
}

/// What a name behind another says of where that lies.
fn holder(meaning: &Meaning<'_>) -> Option<Holder> {
    let state = match meaning.known {
        Some(Known::State(state)) => Some(state.iso.clone()),
        _ => None,
    };
    // "Velna, Arvia": of a state and a province of one name it is in either.
    let namesake = || {
        let found = meaning.found.iter();
        let mut divisions = found.filter(|record| record.exact && record.usual && record.is_division());
        divisions.find(|division| Some(division.country) != state.as_deref()).map(|division| division.code)
    };
    let division = meaning.division.as_deref().or_else(|| state.as_ref().and_then(|_| namesake())).map(str::to_string);
    (state.is_some() || division.is_some()).then_some(Holder { country: state, division })
}

/// Kilometres between two points that are near each other.
fn roughly(one: (f64, f64), other: (f64, f64)) -> f64 {
    let east = (one.1 - other.1) * one.0.to_radians().cos();
    111.2 * (one.0 - other.0).hypot(east)
}

/// The province that a name stands for: by its short form, or where nothing larger has the name.
fn division(
    name: &str,
    known: Option<Known<'_>>,
    lexicon: &Lexicon,
    gazetteer: &Gazetteer,
    found: &[PlaceRecord<'_>],
) -> Option<String> {
    if let Some(code) = lexicon.places.short_name(name) {
        return Some(code.to_string());
    }
    if known.is_some() {
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
fn is_village(name: &str, known: Option<Known<'_>>, lexicon: &Lexicon, found: &[PlaceRecord<'_>]) -> bool {
    let names = &lexicon.names;
    let towns = found.iter().filter(|record| record.exact && record.class == PlaceClass::Settlement);
    let known = known.is_some() || names.capital(name).or_else(|| names.seat(name)).is_some();
    !known && towns.map(|record| record.population).max().is_some_and(|most| most < TELLING_TOWN)
}

/// Countries that a name speaks of, and how clearly.
fn countries(name: &str, known: Option<Known<'_>>, lexicon: &Lexicon, found: &[PlaceRecord<'_>]) -> Vec<(String, f64)> {
    let names = &lexicon.names;
    match known {
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
        return countries(whole, names.find(whole), lexicon, &[]);
    }
    // A town's name that only one country has.
    match exact.first() {
        Some(first)
            if (first.population > 0 || first.is_county())
                && exact.iter().all(|record| record.country == first.country) =>
        {
            vec![(first.country.to_string(), 0.3)]
        }
        _ => Vec::new(),
    }
}
