//! Documents, readings, a gazetteer and tables as the tests need them.

use lexicon::gazetteer::{Gazetteer, compile};
use model::{
    Article, Claim, ClaimId, ClaimType, Document, DocumentId, Format, HowKnown, Known, Marked, Mention, Modality, Part,
    PartRole, Polarity, Reading, Sentence, Span,
};

const CITIES: &str = r#"{
  "11": {"geonameid": 11, "name": "Tavan", "latitude": -10.0, "longitude": -75.0, "countrycode": "PE", "population": 60000,
         "timezone": "", "admin1code": "01", "alternatenames": ["Tawan"]},
  "12": {"geonameid": 12, "name": "Tavan", "latitude": 46.0, "longitude": 2.0, "countrycode": "FR", "population": 900000,
         "timezone": "", "admin1code": "07", "alternatenames": []},
  "13": {"geonameid": 13, "name": "Deir al-Mur", "latitude": -11.0, "longitude": -75.5, "countrycode": "PE",
         "population": 900, "timezone": "", "admin1code": "01", "alternatenames": []},
  "14": {"geonameid": 14, "name": "Hold", "latitude": 50.0, "longitude": 10.0, "countrycode": "FR", "population": 700,
         "timezone": "", "admin1code": "07", "alternatenames": []},
  "16": {"geonameid": 16, "name": "Port Brand", "latitude": -10.2, "longitude": -75.2, "countrycode": "PE", "population": 900,
         "timezone": "", "admin1code": "01", "alternatenames": []},
  "17": {"geonameid": 17, "name": "Port Brand", "latitude": 46.1, "longitude": 2.1, "countrycode": "FR", "population": 900,
         "timezone": "", "admin1code": "07", "alternatenames": []},
  "18": {"geonameid": 18, "name": "Old City", "latitude": -10.4, "longitude": -75.4, "countrycode": "PE", "population": 900,
         "timezone": "", "admin1code": "01", "alternatenames": []},
  "19": {"geonameid": 19, "name": "Ostrel", "latitude": 47.0, "longitude": 5.0, "countrycode": "FR", "population": 4000000,
         "timezone": "", "admin1code": "07", "alternatenames": []},
  "20": {"geonameid": 20, "name": "Ostrel", "latitude": -10.6, "longitude": -75.6, "countrycode": "PE", "population": 12000,
         "timezone": "", "admin1code": "01", "alternatenames": []},
  "21": {"geonameid": 21, "name": "Vesk", "latitude": 48.0, "longitude": 7.0, "countrycode": "FR", "population": 8000000,
         "timezone": "", "admin1code": "07", "alternatenames": []},
  "22": {"geonameid": 22, "name": "Drina", "latitude": 46.3, "longitude": 2.3, "countrycode": "FR", "population": 900,
         "timezone": "", "admin1code": "07", "alternatenames": []},
  "23": {"geonameid": 23, "name": "West Side", "latitude": -10.3, "longitude": -75.3, "countrycode": "PE", "population": 900,
         "timezone": "", "admin1code": "01", "alternatenames": []},
  "24": {"geonameid": 24, "name": "Halm", "latitude": 46.7, "longitude": 2.7, "countrycode": "FR", "population": 2000000,
         "timezone": "", "admin1code": "07", "alternatenames": []},
  "25": {"geonameid": 25, "name": "Halm", "latitude": 40.1, "longitude": -90.0, "countrycode": "US", "population": 200000,
         "timezone": "", "admin1code": "IL", "alternatenames": []},
  "15": {"geonameid": 15, "name": "Lima", "latitude": -12.0, "longitude": -77.0, "countrycode": "PE",
         "population": 7000000, "timezone": "", "admin1code": "15", "alternatenames": []}
}"#;
const COUNTRIES: &str = r#"{
  "FR": {"geonameid": 2, "name": "France", "iso": "FR", "iso3": "FRA", "areakm2": 547030, "population": 66000000},
  "US": {"geonameid": 3, "name": "United States", "iso": "US", "iso3": "USA", "areakm2": 9629091, "population": 327000000},
  "PE": {"geonameid": 1, "name": "Peru", "iso": "PE", "iso3": "PER", "areakm2": 1285220, "population": 31000000}
}"#;

const AREAS: &str = r#"{"features": [
  {"properties": {"gn_a1_code": "PE.01", "name": "Montavia"},
   "geometry": {"type": "Polygon", "coordinates": [[[-76, -11], [-75, -11], [-75, -10], [-76, -10], [-76, -11]]]}},
  {"properties": {"gn_a1_code": "PE.02", "name": "Vesk"},
   "geometry": {"type": "Polygon", "coordinates": [[[-74, -9], [-73, -9], [-73, -8], [-74, -8], [-74, -9]]]}},
  {"properties": {"gn_a1_code": "PE.03", "name": "Orlmark"},
   "geometry": {"type": "Polygon", "coordinates": [[[-72, -9], [-71, -9], [-71, -8], [-72, -8], [-72, -9]]]}},
  {"properties": {"gn_a1_code": "PE.04", "name": "Asante"},
   "geometry": {"type": "Polygon", "coordinates": [[[-70, -9], [-69, -9], [-69, -8], [-70, -8], [-70, -9]]]}},
  {"properties": {"gn_a1_code": "US.PA", "name": "Halm"},
   "geometry": {"type": "Polygon", "coordinates": [[[-79, 40], [-78, 40], [-78, 41], [-79, 41], [-79, 40]]]}},
  {"properties": {"gn_a1_code": "FR.07", "name": "Norwall"},
   "geometry": {"type": "Polygon", "coordinates": [[[2, 46], [3, 46], [3, 47], [2, 47], [2, 46]]]}}
]}"#;

const NO_COUNTIES: &str =
    r#"{"transform": {"scale": [1, 1], "translate": [0, 0]}, "objects": {"counties": {"geometries": []}}, "arcs": []}"#;

/// Two Tavans, of which the smaller lies in Peru.
pub fn gazetteer() -> Gazetteer {
    let file = |path: &str| {
        let text = match path {
            "data/cities500.json" => CITIES,
            "data/countries.json" => COUNTRIES,
            "data/states/admin1.json" => AREAS,
            "data/us_counties.json" => "[]",
            "counties-10m.json" => NO_COUNTIES,
            _ => "{}",
        };
        Some(text.as_bytes().to_vec())
    };
    Gazetteer::from_pack(&compile(&file).expect("the extract is whole")).expect("the pack is whole")
}

/// A document of one article.
pub fn document(text: &str, published: Option<&str>) -> Document {
    Document {
        id: DocumentId("0".repeat(16)),
        sha256: "0".repeat(64),
        file: "report.txt".to_string(),
        format: Format::Text,
        bytes: text.len() as u64,
        charset: "utf-8".to_string(),
        text: text.to_string(),
        articles: vec![Article {
            title: None,
            outlet: None,
            authors: Vec::new(),
            published: published.map(|day| Known { value: day.parse().expect("an ISO day"), how: HowKnown::Given }),
            dateline: None,
            taken_from: Vec::new(),
            translated: None,
            url: None,
            language: None,
            parts: vec![Part { span: Span::new(0, text.len()), role: PartRole::Paragraph }],
        }],
        asides: Vec::new(),
        problems: Vec::new(),
    }
}

/// A reading with the sentences of the text: they end at a full stop before a space and a capital.
pub fn reading(text: &str) -> Reading {
    let mut reading = Reading::default();
    let mut start = 0;
    for (at, _) in text.match_indices(". ") {
        let short = text[start..at]
            .rsplit(' ')
            .next()
            .is_some_and(|word| word.len() <= 3 && word.len() > 1 && !word.ends_with("en"));
        if !short && text[at + 2..].starts_with(|c: char| c.is_uppercase() || c == '"') {
            reading.sentences.push(Sentence { span: Span::new(start, at + 1), article: 0, part: 0 });
            start = at + 2;
        }
    }
    reading.sentences.push(Sentence { span: Span::new(start, text.len()), article: 0, part: 0 });
    reading
}

/// A claim with nothing in it, in the sentence at a byte.
pub fn claim(reading: &Reading, claim_type: ClaimType, at: u32) -> Claim {
    let sentence = reading.sentences.iter().position(|sentence| sentence.span.end > at).unwrap_or(0);
    let quote = reading.sentences[sentence].span;
    Claim {
        id: ClaimId(format!("{at:016x}")),
        document: DocumentId("0".repeat(16)),
        article: 0,
        sentence: sentence as u32,
        quote,
        claim_type,
        trigger: quote,
        actor: Vec::new(),
        target: Vec::new(),
        place: Vec::new(),
        time: None,
        quantity: Vec::new(),
        attribution: Vec::new(),
        modality: Marked { value: Modality::Fact, cue: None },
        polarity: Marked { value: Polarity::Positive, cue: None },
        rule: "test".to_string(),
    }
}

/// The first place of some words in a text.
pub fn span(text: &str, words: &str) -> Span {
    let at = text.find(words).unwrap_or_else(|| panic!("{words:?} is not in {text:?}"));
    Span::new(at, at + words.len())
}

/// A mention by its words.
pub fn mention(text: &str, words: &str, kind: model::MentionKind, hint: Option<model::EntityKind>) -> Mention {
    let span = span(text, words);
    let head = words.rsplit(' ').next().unwrap_or(words);
    let head = Span::new(span.end as usize - head.len(), span.end as usize);
    let sentence = reading(text).sentences.iter().position(|sentence| sentence.span.end > span.start).unwrap_or(0);
    Mention { span, head, kind, hint, plural: false, sentence: sentence as u32 }
}

/// The rows of the tables of a Markdown file, each with the heading it stands under.
pub fn rows(markdown: &str) -> Vec<(String, Vec<String>)> {
    let mut heading = String::new();
    let mut rows = Vec::new();
    let mut in_table = false;
    for line in markdown.lines() {
        if let Some(text) = line.strip_prefix("## ") {
            heading = text.to_string();
        }
        if !line.starts_with('|') {
            in_table = false;
            continue;
        }
        let cells = line.replace("\\|", "\u{1}");
        let cells: Vec<String> =
            cells.trim_matches('|').split('|').map(|cell| cell.trim().replace('\u{1}', "|")).collect();
        if in_table && !cells[0].starts_with("---") {
            rows.push((heading.clone(), cells));
        }
        in_table = true;
    }
    rows
}
