//! How near to the marked point does a place of a claim lie?
//!
//! Four corpora mark every place name with its coordinates. Isnad locates a name where it fills a role of a claim, so three
//! figures: of the marked names that fill one and were given a point, how many lie within 161 km (100 miles, the measure of
//! the field); how many lie there or within the radius that we give the place, for the point of a country is its capital to one
//! and its middle to the other; and how many of all marked names were given a point at all. Names without marked coordinates
//! are left out.

use crate::chain::{Chain, Read};
use crate::points::Points;
use crate::set::Folder;
use crate::{Figure, Lines};
use anyhow::Result;
use jiff::civil::Date;
use model::{Argument, Place};
use serde::Deserialize;
use std::collections::BTreeMap;

const SET: &str = "geoparsing";

/// Kilometres.
const NEAR: f64 = 161.0;

#[derive(Debug, Deserialize)]
struct Text {
    id: String,
    corpus: String,
    date: Option<String>,
    text: String,
}

#[derive(Debug, Deserialize)]
struct Marked {
    doc: String,
    start: usize,
    end: usize,
    lat: Option<f64>,
    lon: Option<f64>,
}

/// Degrees north and east.
type Point = (f64, f64);

/// A point with the kilometres around it that the name covers.
type Area = (Point, f64);

/// Measures each corpus of the set.
pub fn measure(chain: &Chain, folder: &Folder) -> Result<Vec<Figure>> {
    let texts: Lines<Text> = folder.lines("documents.jsonl")?;
    let mut marked: BTreeMap<String, Vec<Marked>> = BTreeMap::new();
    for name in folder.lines::<Marked>("toponyms.jsonl")?.rows {
        marked.entry(name.doc.clone()).or_default().push(name);
    }
    let mut figures = Vec::new();
    for corpus in ["LGL", "TR-News", "GeoWebNews", "GeoVirus"] {
        let texts: Vec<&Text> = texts.rows.iter().filter(|text| text.corpus == corpus).collect();
        let day = |text: &Text| text.date.clone().filter(|day| day.parse::<Date>().is_ok());
        let documents =
            texts.iter().map(|text| chain.report(&format!("{}.txt", text.id), &text.text, day(text).as_deref(), None));
        let reads = chain.read(documents.collect::<Result<Vec<_>>>()?)?;
        let (mut near, mut inside, mut told, mut all) = (0, 0, 0, 0);
        for (text, read) in texts.iter().zip(&reads) {
            let (points, places) = (Points::new(&text.text), located(read));
            for name in marked.get(&text.id).into_iter().flatten() {
                let (Some(lat), Some(lon)) = (name.lat, name.lon) else { continue };
                let (start, end) = (points.byte(name.start), points.byte(name.end));
                all += 1;
                if let Some((_, (point, radius))) = places.iter().find(|(head, _)| start <= head.0 && head.1 <= end) {
                    told += 1;
                    let away = kilometres((lat, lon), *point);
                    near += usize::from(away <= NEAR);
                    inside += usize::from(away <= NEAR.max(*radius));
                }
            }
        }
        figures.push(Figure::share(SET, corpus, "places of claims within 161 km", near, told));
        figures.push(Figure::share(SET, corpus, "places of claims within 161 km or their radius", inside, told));
        figures.push(Figure::share(SET, corpus, "marked names that were given a point", told, all));
    }
    Ok(figures)
}

/// The head words of arguments that stand for a place with a point.
fn located(read: &Read) -> Vec<((u32, u32), Area)> {
    let area = |place: &Place| Some((place.point?, place.radius_km.unwrap_or_default()));
    let areas: BTreeMap<_, Area> =
        read.resolution.places.iter().filter_map(|place| Some((&place.id, area(place)?))).collect();
    let claims = read.resolution.reading.claims.iter();
    let arguments = claims.flat_map(|claim| claim.place.iter().chain(&claim.actor).chain(&claim.target));
    let area = |argument: &Argument| areas.get(argument.place.as_ref()?).copied();
    arguments.filter_map(|a| Some(((a.head.start, a.head.end), area(a)?))).collect()
}

/// Along the surface of the earth.
fn kilometres(one: Point, other: Point) -> f64 {
    let [a, b] = [one, other].map(|(north, east)| (north.to_radians(), east.to_radians()));
    let half = |angle: f64| (angle / 2.0).sin().powi(2);
    let chord = half(b.0 - a.0) + a.0.cos() * b.0.cos() * half(b.1 - a.1);
    2.0 * 6371.0 * chord.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::kilometres;

    #[test]
    fn a_degree_on_the_equator_is_111_km() {
        assert!((kilometres((0.0, 10.0), (0.0, 11.0)) - 111.2).abs() < 0.1);
        assert!((kilometres((60.0, 10.0), (60.0, 11.0)) - 55.6).abs() < 0.1);
        assert_eq!(kilometres((5.0, 5.0), (5.0, 5.0)), 0.0);
    }
}
