//! `claims`: every claim as a line of JSON.
//!
//! ```json
//! {"id":"5f1c0b7a91d20e44","file":"003.txt","path":"2020/003.txt","document":"9a02…","article":0,"start":211,"end":260,
//!  "quote":"At least 42 rebels left Borova on Feb. 3","kind":"event","type":"withdraw","actor":["rebels"],"target":[],
//!  "place":["Borova"],"time":{"text":"Feb. 3","start":"2031-02-03","end":"2031-02-03","value":"2031-02-03",
//!  "resolved":"from_publication"},
//!  "quantity":[{"what":"fighters","min":42,"max":null,"text":"At least 42"}],
//!  "attribution":[{"source":"Tavan Courier","kind":"outlet","cue":"wrote","stance":"asserts"}],
//!  "modality":"fact","polarity":"positive"}
//! ```
//!
//! `start` and `end` count Unicode code points from the start of the document's text; `quote` is the text between them.
//! `file` is the base name of the document's file, `path` the path it was read from. Lines are in order of path, document
//! and text.
//!
//! Names: a role holds the canonical names of what its words stand for, each once; words that stand for nothing known are
//! given as they stand, without an article in front and without a possessive ending. A link that names nobody is
//! [`UNNAMED`]; sources that stand side by side are a list. `time` has the first and the last day (inclusive), the value as
//! TIMEX3 writes it (an ISO interval for a span that has none) and how the days were told: `stated`, `from_publication` or
//! `from_text`. It is `null` where no days could be told; the words of such a time stand in `time_words`, which other lines do not have.

use crate::offsets::CodePoints;
use crate::{ExportError, Written};
use case::Case;
use case::query::{ArgumentRow, ClaimFilter, ClaimRow, LinkRow};
use serde::Serialize;
use std::io::Write;

/// The source of a link in which nobody is named and for whom the reading has no name either.
pub const UNNAMED: &str = "unnamed reports";

/// What of a claim does not stand in this format.
pub const LOSSES: &[&str] = &[
    "where the words of roles, times, quantities and cues stand: only the quote has its place",
    "ids of entities and places, and places that are not roles of a claim",
    "whether a link was carried over from an earlier sentence",
    "from which day the days of a time were counted",
    "events and their origins",
    "documents without claims, text that is not article, problems",
];

/// Articles are no part of a name.
const ARTICLES: &[&str] = &["the", "a", "an"];

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    file: &'a str,
    path: &'a str,
    document: &'a str,
    article: u32,
    start: u32,
    end: u32,
    quote: &'a str,
    kind: &'a str,
    r#type: &'a str,
    actor: Vec<&'a str>,
    target: Vec<&'a str>,
    place: Vec<&'a str>,
    time: Option<Time<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time_words: Option<&'a str>,
    quantity: Vec<Quantity<'a>>,
    attribution: Vec<Link<'a>>,
    modality: &'a str,
    polarity: &'a str,
}

#[derive(Serialize)]
struct Time<'a> {
    text: &'a str,
    start: &'a str,
    end: &'a str,
    value: Option<&'a str>,
    resolved: Option<&'a str>,
}

#[derive(Serialize)]
struct Quantity<'a> {
    what: &'a str,
    min: Option<Number>,
    max: Option<Number>,
    text: &'a str,
}

#[derive(Serialize)]
struct Link<'a> {
    source: Source<'a>,
    kind: &'a str,
    cue: &'a str,
    stance: &'a str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Source<'a> {
    One(&'a str),
    Several(Vec<&'a str>),
}

/// A bound: without a fraction where it has none.
#[derive(Serialize)]
#[serde(untagged)]
enum Number {
    Whole(i64),
    Part(f64),
}

impl Number {
    fn of(value: f64) -> Number {
        // Whole numbers of this size are exact in both.
        if value.fract() == 0.0 && value.abs() < 9e15 { Number::Whole(value as i64) } else { Number::Part(value) }
    }
}

/// Writes all claims of the case.
pub fn write(case: &Case, out: &mut dyn Write) -> Result<Written, ExportError> {
    let mut written = Written::default();
    let mut of: Option<(String, CodePoints)> = None;
    case.each_claim(&ClaimFilter::default(), |claim| {
        // Claims of one document come one after the other.
        if of.as_ref().is_none_or(|(document, _)| *document != claim.document) {
            let text = case.text(&claim.document)?.unwrap_or_default();
            of = Some((claim.document.clone(), CodePoints::new(text)));
        }
        let Some((_, points)) = &of else { return Ok(()) };
        serde_json::to_writer(&mut *out, &line(&claim, points)?).map_err(std::io::Error::from)?;
        out.write_all(b"\n")?;
        written.rows += 1;
        Ok(())
    })
    .map(|()| written)
}

fn line<'a>(claim: &'a ClaimRow, points: &CodePoints) -> Result<Line<'a>, ExportError> {
    let point = |at: u32| points.before(at).ok_or_else(|| ExportError::Span { document: claim.document.clone(), at });
    let time = claim.time.as_ref().and_then(|time| {
        Some(Time {
            text: &time.words,
            start: time.earliest.as_deref()?,
            end: time.latest.as_deref()?,
            value: time.value.as_deref(),
            resolved: time.resolved.as_deref(),
        })
    });
    let undated = time.is_none();
    Ok(Line {
        id: &claim.id,
        file: claim.file.rsplit('/').next().unwrap_or(&claim.file),
        path: &claim.file,
        document: &claim.document,
        article: claim.article,
        start: point(claim.start)?,
        end: point(claim.end)?,
        quote: &claim.quote,
        kind: &claim.kind,
        r#type: &claim.claim_type,
        actor: names(&claim.actor),
        target: names(&claim.target),
        place: names(&claim.place),
        time,
        time_words: claim.time.as_ref().filter(|_| undated).map(|time| time.words.as_str()),
        quantity: claim
            .quantity
            .iter()
            .map(|q| Quantity { what: &q.what, min: q.min.map(Number::of), max: q.max.map(Number::of), text: &q.words })
            .collect(),
        attribution: claim.attribution.iter().map(link).collect(),
        modality: &claim.modality,
        polarity: &claim.polarity,
    })
}

fn link(link: &LinkRow) -> Link<'_> {
    let mut sources = names(&link.sources);
    let source = match (sources.pop(), sources.is_empty()) {
        (None, _) => Source::One(UNNAMED),
        (Some(one), true) => Source::One(one),
        (Some(last), false) => {
            sources.push(last);
            Source::Several(sources)
        }
    };
    Link { source, kind: &link.kind, cue: &link.cue.words, stance: &link.stance }
}

/// The names of arguments in their order, each once.
fn names(arguments: &[ArgumentRow]) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for argument in arguments {
        let name = name(argument);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// What an argument is called in exports: the canonical name, else its words without article and possessive ending.
pub fn name(argument: &ArgumentRow) -> &str {
    argument.name().unwrap_or_else(|| bare(&argument.words))
}

/// Words without an article in front and a possessive ending behind; as they stand when nothing else would be left.
fn bare(words: &str) -> &str {
    let trimmed = words.trim();
    let without = match trimmed.split_once(char::is_whitespace) {
        Some((first, rest)) if ARTICLES.contains(&first.to_lowercase().as_str()) => rest.trim_start(),
        _ => trimmed,
    };
    let without = ["'s", "’s", "'", "’"].iter().find_map(|end| without.strip_suffix(end)).unwrap_or(without);
    if without.is_empty() { trimmed } else { without }
}

#[cfg(test)]
mod tests {
    use super::{Number, bare};

    #[test]
    fn words_lose_their_article_and_possessive_ending() {
        assert_eq!(bare("The Tavan army"), "Tavan army");
        assert_eq!(bare("an  officer’s"), "officer");
        assert_eq!(bare("rebels'"), "rebels");
        assert_eq!(bare("Theron"), "Theron");
        assert_eq!(bare("the"), "the");
        assert_eq!(bare("Its"), "Its");
    }

    #[test]
    fn whole_numbers_have_no_fraction() {
        let json = |n: f64| serde_json::to_string(&Number::of(n)).unwrap_or_default();
        assert_eq!([json(42.0), json(2.5), json(1e18)], ["42", "2.5", "1e+18"]);
    }
}
