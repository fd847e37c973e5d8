//! What do the lists that are known before reading say of somebody or some place of the case?

use case::query::EntityRow;
use lexicon::{ActorKind, Gazetteer, Known, Lexicon};
use model::PlaceId;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The lists, handed in by whoever serves.
pub struct Knowledge {
    /// Names, offices and the other tables.
    pub lexicon: Lexicon,
    /// The places; without one no candidates are shown.
    pub gazetteer: Option<Gazetteer>,
}

impl fmt::Debug for Knowledge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Knowledge")
    }
}

/// Rings of degrees east and north, by the id of the place whose shape they are.
pub(crate) type Outlines = BTreeMap<String, Vec<Vec<(f64, f64)>>>;

/// What the lists say of somebody.
#[derive(Debug, Serialize)]
pub(crate) struct Entry {
    /// Its name there.
    name: String,
    /// What it is: `state`, `armed_group`, `force`, …
    kind: &'static str,
    /// What it belongs to.
    parent: Option<String>,
    /// The states it is of or acts in, by name.
    countries: Vec<String>,
    /// Its other names.
    aliases: Vec<String>,
    /// Offices that a person held, in order of their beginning.
    offices: Vec<Office>,
}

/// An office with its months.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(crate) struct Office {
    /// `2031-03`.
    from: String,
    /// `None`: it had not ended when the list was written.
    to: Option<String>,
    /// What it is called.
    title: String,
    /// Of what.
    of: String,
}

/// A place that a name can mean.
#[derive(Debug, Serialize)]
pub(crate) struct Candidate {
    /// Its id.
    id: String,
    /// Its name in the list of places.
    name: String,
    /// `country`, `region`, `settlement`, `other`.
    class: &'static str,
    /// ISO 3166 code of its country.
    country: String,
    /// What it lies in, smallest first, by name.
    within: Vec<String>,
    /// People who live there; 0: not known.
    population: u32,
    /// Kilometres that its name covers around its middle.
    radius_km: f64,
    /// Kilometres from the place that was chosen.
    distance_km: Option<f64>,
    /// True for the one that was chosen.
    chosen: bool,
}

impl Knowledge {
    /// What the lists say of an entity that was matched to an entry of them.
    pub(crate) fn entry(&self, entity: &EntityRow) -> Option<Entry> {
        let key = entity.known.as_deref()?;
        let found = self.lexicon.names.find(&entity.name).filter(|found| found.key() == key)?;
        let state = |iso: &String| self.lexicon.names.state(iso).map_or_else(|| iso.clone(), |s| s.name.clone());
        let month = |(year, month): (i16, i8)| format!("{year:04}-{month:02}");
        let mut offices: Vec<Office> = self
            .lexicon
            .offices
            .of(found.name())
            .map(|office| Office {
                from: month(office.from),
                to: office.to.map(month),
                title: office.titles.first().cloned().unwrap_or_default(),
                of: office.of.clone(),
            })
            .collect();
        offices.sort();
        Some(match found {
            Known::State(one) => Entry {
                name: one.name.clone(),
                kind: "state",
                parent: None,
                countries: Vec::new(),
                aliases: one.aliases.iter().chain(&one.seats).cloned().collect(),
                offices,
            },
            Known::Actor(one) => Entry {
                name: one.name.clone(),
                kind: word(one.kind),
                parent: one.parent.clone(),
                countries: one.countries.iter().map(state).collect(),
                aliases: one.aliases.clone(),
                offices,
            },
        })
    }

    /// The places that were thought of for some names, the chosen one first, the others by population.
    pub(crate) fn candidates(&self, chosen: &str, others: &[String], names: &[&str]) -> Vec<Candidate> {
        let Some(gazetteer) = &self.gazetteer else { return Vec::new() };
        let wanted: BTreeSet<&str> = others.iter().map(String::as_str).chain([chosen]).collect();
        let mut seen = BTreeSet::new();
        let divisions = wanted.iter().filter_map(|id| gazetteer.division(id.strip_prefix("admin1:")?));
        let mut records: Vec<_> = names.iter().flat_map(|name| gazetteer.lookup(name)).chain(divisions).collect();
        records.retain(|record| {
            let id = record.id().0;
            wanted.contains(id.as_str()) && seen.insert(id)
        });
        let middle = records.iter().find(|record| record.id().0 == chosen).map(|record| record.point);
        records.sort_by_key(|record| (record.id().0 != chosen, u32::MAX - record.population, record.index));
        records
            .into_iter()
            .map(|record| {
                let id = record.id().0;
                Candidate {
                    chosen: id == chosen,
                    distance_km: middle.filter(|_| id != chosen).map(|middle| distance(middle, record.point).round()),
                    id,
                    name: record.name.to_string(),
                    class: record.class.as_str(),
                    country: record.country.to_string(),
                    within: gazetteer
                        .within(&record)
                        .into_iter()
                        .map(|id| self.name(&id, Some(record.country)).unwrap_or(id.0))
                        .collect(),
                    population: record.population,
                    radius_km: record.radius_km,
                }
            })
            .collect()
    }

    /// The shapes of those of some places whose shape is known: rings of degrees east and north, by id.
    pub(crate) fn outlines<'p>(&self, places: impl Iterator<Item = &'p str>) -> Outlines {
        let Some(gazetteer) = &self.gazetteer else { return Outlines::new() };
        let shape = |id: &str| -> Vec<Vec<(f64, f64)>> {
            let turned = |ring: Vec<(f64, f64)>| ring.into_iter().map(|(north, east)| (east, north)).collect();
            gazetteer.outline(&PlaceId(id.to_string())).into_iter().map(turned).collect()
        };
        places.map(|id| (id.to_string(), shape(id))).filter(|(_, rings)| !rings.is_empty()).collect()
    }

    /// The name of a division or state by its id; `country` is the ISO code of what lies in it.
    pub(crate) fn name(&self, id: &PlaceId, country: Option<&str>) -> Option<String> {
        let gazetteer = self.gazetteer.as_ref()?;
        if let Some(code) = id.0.strip_prefix("admin1:") {
            return gazetteer.division(code).map(|division| division.name.to_string());
        }
        let state = country.and_then(|iso| Some((iso, gazetteer.state(iso)?)));
        let (iso, record) = state.filter(|(_, state)| state.id() == *id)?;
        Some(self.lexicon.names.state(iso).map_or_else(|| record.name.to_string(), |state| state.name.clone()))
    }
}

fn word(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::ArmedGroup => "armed group",
        ActorKind::Force => "force of a state",
        ActorKind::Agency => "organ of a state",
        ActorKind::Body => "body",
        ActorKind::Party => "party",
        ActorKind::Outlet => "outlet",
        ActorKind::Person => "person",
    }
}

/// Kilometres between two points in degrees north and east.
fn distance((north, east): (f64, f64), (other_north, other_east): (f64, f64)) -> f64 {
    let (north, other_north) = (north.to_radians(), other_north.to_radians());
    let (down, across) = ((other_north - north) / 2.0, (other_east - east).to_radians() / 2.0);
    let part = down.sin().powi(2) + north.cos() * other_north.cos() * across.sin().powi(2);
    2.0 * 6371.0 * part.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn a_degree_along_a_meridian_is_111_kilometres() {
        assert!((distance((10.0, 20.0), (11.0, 20.0)) - 111.2).abs() < 0.1);
        assert!((distance((0.0, 179.5), (0.0, -179.5)) - 111.2).abs() < 0.1);
    }
}
