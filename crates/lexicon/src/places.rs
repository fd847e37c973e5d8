//! Which regions does a gazetteer of settlements lack, and which words say what a place is?
//!
//! `data/places/regions.tsv`: regions, seas, rivers, mountains and bases with a middle and a radius. `data/places/type_words.tsv`:
//! `province`, `town`, `airport`. `data/places/short_names.tsv`: `Pa.` for Pennsylvania.

use crate::lookup::Lookup;
use crate::{LexiconError, Table, fold};

/// A place that is no settlement, division or state.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Common English name.
    pub name: String,
    /// ISO codes of the states it lies in, where they are one or two.
    pub countries: Vec<String>,
    /// Degrees north and east of its middle.
    pub point: (f64, f64),
    /// Kilometres around the middle that the name covers, roughly.
    pub radius_km: f64,
}

/// What a type word makes of the name beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TypeWord {
    /// A first-level division, named after its chief town: `province`.
    Division,
    /// A settlement: `town`.
    Settlement,
    /// A part of a division with a name of its own, often that of a town elsewhere: `county`.
    County,
    /// A part of or around what the name names: `district`, `countryside`.
    Part,
    /// Something that takes its name from a place and is not that place: `airport`.
    Site,
}

/// Regions and type words.
#[derive(Clone, Debug, Default)]
pub struct Places {
    regions: Vec<Region>,
    names: Lookup<usize>,
    /// Single words that stand for a longer name: `Potomac`. Other spellings of so few letters are other places.
    bare: Lookup<usize>,
    types: Lookup<TypeWord>,
    short: Lookup<String>,
}

impl Places {
    pub(crate) fn load() -> Result<Places, LexiconError> {
        let mut all = Places::default();
        let text = include_str!("../../../data/places/type_words.tsv");
        let table = Table::parse("places/type_words.tsv", text, &["word", "kind"])?;
        for row in table.rows() {
            let kind = row.closed(1, "division, settlement, county, part or site", |word| match word {
                "division" => Some(TypeWord::Division),
                "settlement" => Some(TypeWord::Settlement),
                "county" => Some(TypeWord::County),
                "part" => Some(TypeWord::Part),
                "site" => Some(TypeWord::Site),
                _ => None,
            })?;
            if all.types.insert(row.cell(0), kind).is_some() {
                return Err(row.error(format!("expected each word once, found {:?} again", row.cell(0))));
            }
        }
        let columns = ["name", "aliases", "countries", "latitude", "longitude", "radius"];
        let text = include_str!("../../../data/places/regions.tsv");
        let table = Table::parse("places/regions.tsv", text, &columns)?;
        for row in table.rows() {
            let number = |column: usize, least: f64, most: f64| {
                row.closed(column, &format!("a number from {least} to {most}"), |cell| {
                    cell.parse::<f64>().ok().filter(|number| (least..=most).contains(number))
                })
            };
            let region = Region {
                name: row.cell(0).to_string(),
                countries: row.list(2).into_iter().map(str::to_string).collect(),
                point: (number(3, -90.0, 90.0)?, number(4, -180.0, 180.0)?),
                radius_km: number(5, 1.0, 6500.0)?,
            };
            // A province is spelled in many ways, whether or not its type word stands beside it.
            let last = row.cell(0).rsplit(' ').next().unwrap_or("");
            let division = all.types.get(&last.to_lowercase()) == Some(&TypeWord::Division);
            for name in std::iter::once(row.cell(0)).chain(row.list(1)) {
                let plain = fold::plain(name);
                let whole = division || name == row.cell(0) || plain.contains(' ');
                let (names, key) = match whole {
                    true => (&mut all.names, fold::deep(name)),
                    false => (&mut all.bare, plain),
                };
                if names.insert(key, all.regions.len()).is_some_and(|at| at != all.regions.len()) {
                    return Err(row.error(format!("expected each name for one region, found {name:?} for two")));
                }
            }
            all.regions.push(region);
        }
        let text = include_str!("../../../data/places/short_names.tsv");
        let table = Table::parse("places/short_names.tsv", text, &["code", "forms"])?;
        for row in table.rows() {
            let code = row.closed(0, "a province's code such as US.PA", |cell| {
                let (iso, division) = cell.split_once('.')?;
                let upper = iso.len() == 2 && iso.bytes().all(|byte| byte.is_ascii_uppercase());
                (upper && !division.is_empty()).then(|| cell.to_string())
            })?;
            for form in row.list(1) {
                if all.short.insert(form, code.clone()).is_some() {
                    return Err(row.error(format!("expected each form for one province, found {form:?} for two")));
                }
            }
        }
        Ok(all)
    }

    /// The code of the province that a short form stands for: `"US.PA"` for `Pa.`.
    pub fn short_name(&self, words: &str) -> Option<&str> {
        self.short.get(&words.replace('.', "")).map(String::as_str)
    }

    /// The region of this name: in any spelling, where the name is more than a single word of a longer one.
    pub fn region(&self, name: &str) -> Option<&Region> {
        let plain = fold::plain(name);
        let found = self.bare.get(&plain).or_else(|| self.names.get(&fold::deep_of_plain(&plain)));
        found.map(|&at| &self.regions[at])
    }

    /// What a word, in lower case, says a place is.
    pub fn type_word(&self, word: &str) -> Option<TypeWord> {
        self.types.get(word).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_found_in_every_spelling_and_types_by_their_word() {
        let places = Places::load().unwrap();
        assert_eq!(places.region("Persian gulf").map(|region| region.name.as_str()), Some("Persian Gulf"));
        assert_eq!(places.region("Hilmand").map(|region| region.name.as_str()), Some("Helmand Province"));
        assert_eq!(places.region("Qandil").map(|region| region.name.as_str()), Some("Qandil Mountains"));
        assert_eq!(places.region("Kandil"), None);
        assert_eq!(places.type_word("governorate"), Some(TypeWord::Division));
        assert_eq!(places.type_word("military airport"), Some(TypeWord::Site));
        assert_eq!(places.type_word("army"), None);
        assert_eq!(places.short_name("W.Va."), Some("US.WV"));
        for region in &places.regions {
            assert!(region.name.chars().next().is_some_and(char::is_uppercase), "{}", region.name);
        }
    }
}
