//! How near to the marked point does a place name lie that a text has?
//!
//! Four corpora mark every place name with its coordinates. The measure of the field is the share of names that lie within 161 km
//! (100 miles) of the marked point. It is taken with the marked names given, and end to end: found in the text and placed. A
//! third figure counts a name as right also when the point lies within the radius that we give the place, for the point of a
//! country is its capital to one and its middle to the other. A record gives no point to a place that no table has; a fourth figure
//! asks for one all the same, and takes that of the place beside which it is named. Names without marked coordinates are left out. GeoWebNews marks
//! streets, courthouses and clubs as well, whose points its annotators found by hand: what is published about it counts the names
//! that GeoNames has, and so does a figure of their own.

use crate::chain::{Chain, Read};
use crate::points::Points;
use crate::set::Folder;
use crate::{Figure, Lines};
use anyhow::Result;
use jiff::civil::Date;
use model::{Document, EntityKind, Mention, MentionKind, Place, Reading, Resolution, Span};
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
    geonameid: Option<String>,
}

/// A marked name.
struct Name {
    span: Span,
    point: Point,
    /// Whether GeoNames has what it names.
    listed: bool,
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
        let documents = documents.collect::<Result<Vec<_>>>()?;
        let reads = chain.read(documents)?;
        let (mut given, mut guessed, mut inside, mut found, mut placed, mut all) = (0, 0, 0, 0, 0, 0);
        let (mut listed_given, mut listed) = (0, 0);
        for (text, read) in texts.iter().zip(&reads) {
            let points = Points::new(&text.text);
            let bytes = |name: &Marked| Span { start: points.byte(name.start), end: points.byte(name.end) };
            let named = |name: &Marked| {
                let point = (name.lat?, name.lon?);
                Some(Name { span: bytes(name), point, listed: name.geonameid.is_some() })
            };
            let names: Vec<Name> = marked.get(&text.id).into_iter().flatten().filter_map(named).collect();
            let own = located(&read.resolution);
            let told = told(chain, read, &names);
            let asked = [located(&told), beside(&read.document, &told)].concat();
            let told = located(&told);
            for Name { span, point, listed: has } in &names {
                all += 1;
                listed += usize::from(*has);
                let within = |(here, radius): &Area, least: f64| kilometres(*point, *here) <= least.max(*radius);
                let at = |areas: &[(Span, Area)]| {
                    let over = |(name, _): &&(Span, Area)| name.start < span.end && span.start < name.end;
                    areas.iter().find(over).map(|(_, (here, radius))| (*here, *radius))
                };
                if let Some((here, radius)) = at(&told) {
                    let near = within(&(here, 0.0), NEAR);
                    given += usize::from(near);
                    listed_given += usize::from(near && *has);
                    inside += usize::from(within(&(here, radius), NEAR));
                }
                guessed += usize::from(at(&asked).is_some_and(|(here, _)| within(&(here, 0.0), NEAR)));
                if let Some((here, _)) = at(&own) {
                    placed += 1;
                    found += usize::from(within(&(here, 0.0), NEAR));
                }
            }
        }
        figures.push(Figure::share(SET, corpus, "names given, within 161 km", given, all));
        if 0 < listed && listed < all {
            let metric = "names given that GeoNames has, within 161 km";
            figures.push(Figure::share(SET, corpus, metric, listed_given, listed));
        }
        figures.push(Figure::share(SET, corpus, "names given, within 161 km or their radius", inside, all));
        let metric = "names given, all of them asked for a point, within 161 km";
        figures.push(Figure::share(SET, corpus, metric, guessed, all));
        figures.push(Figure::share(SET, corpus, "names found and placed within 161 km", found, all));
        figures.push(Figure::share(SET, corpus, "names found and given a point", placed, all));
    }
    Ok(figures)
}

/// The names of a text that were given a point.
fn located(resolution: &Resolution) -> Vec<(Span, Area)> {
    let area = |place: &Place| Some((place.point?, place.radius_km.unwrap_or_default()));
    let areas: BTreeMap<_, Area> =
        resolution.places.iter().filter_map(|place| Some((&place.id, area(place)?))).collect();
    let mentions = resolution.reading.mentions.iter().zip(&resolution.mention_places);
    mentions.filter_map(|(mention, place)| Some((mention.span, *areas.get(place.as_ref()?)?))).collect()
}

/// The names of a text that no table has, each with the area around what it is named beside.
fn beside(document: &Document, resolution: &Resolution) -> Vec<(Span, Area)> {
    let mentions = resolution.reading.mentions.iter().zip(resolve::nearby(document, resolution));
    let area = |place: &Place| Some((place.point?, place.radius_km.unwrap_or_default()));
    mentions.filter_map(|(mention, nearby)| Some((mention.span, area(&nearby?.place)?))).collect()
}

/// The resolution of a text in which the marked names, and no others, name places.
fn told(chain: &Chain, read: &Read, names: &[Name]) -> Resolution {
    let own = &read.resolution.reading;
    // A name beside the article belongs to the sentence before it.
    let last = own.sentences.len().saturating_sub(1);
    let sentence = |at: u32| own.sentences.partition_point(|sentence| sentence.span.end <= at).min(last) as u32;
    let over = |mention: &Mention, span: Span| mention.span.start < span.end && span.start < mention.span.end;
    let mut mentions: Vec<Mention> = own.mentions.clone();
    mentions.retain(|mention| !names.iter().any(|name| over(mention, name.span)));
    mentions.extend(names.iter().map(|Name { span, .. }| Mention {
        span: *span,
        head: *span,
        kind: MentionKind::Name,
        hint: Some(EntityKind::Place),
        plural: false,
        sentence: sentence(span.start),
    }));
    mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    let reading = Reading { sentences: own.sentences.clone(), mentions, ..Reading::default() };
    chain.resolved(&read.document, reading)
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
