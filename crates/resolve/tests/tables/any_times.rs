//! Whatever words stand for a time: nothing breaks, and no time ends before it begins.

use crate::invented::{claim, document, gazetteer, reading};
use lexicon::{Gazetteer, Lexicon};
use model::{ClaimType, Modality, Reading, Span, TimeExpression, TimeRange, TimeSide, TimeSort, TimeWords};
use proptest::prelude::*;
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::load().unwrap());
static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(gazetteer);

/// Words of the calendar and around it, numbers, figures, and what parts them.
fn pieces() -> Vec<String> {
    let calendar = LEXICON.calendar.examples().iter().map(|(word, _)| word.clone());
    let around = LEXICON.time_words.examples().iter().map(|(word, ..)| word.clone());
    let counts = LEXICON.numbers.examples().iter().map(|line| line.word.clone());
    let large = LEXICON.calendar.examples().iter().map(|(word, _)| {
        let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
        format!("{}{rest}", first.to_uppercase())
    });
    let others = [
        "0",
        "1",
        "9",
        "28th",
        "29",
        "31",
        "99",
        "1900",
        "2031",
        "1999s",
        "'80s",
        "2031-02-29",
        "9999",
        "99999999999999999999",
        "5:38",
        "a.m.",
        "and",
        "to",
        "-",
        "–",
        ",",
        "/",
        "the",
        "a",
        "ago",
        "later",
        "half",
        "of",
        "é",
        "’s",
        "2031–32",
    ];
    calendar.chain(around).chain(counts).chain(large).chain(others.map(str::to_string)).collect()
}

static PIECES: LazyLock<Vec<String>> = LazyLock::new(pieces);

fn words() -> impl Strategy<Value = String> {
    let known = prop::collection::vec(prop::sample::select(PIECES.clone()), 1..7).prop_map(|words| words.join(" "));
    let glued = prop::collection::vec(prop::sample::select(PIECES.clone()), 1..5).prop_map(|words| words.concat());
    prop_oneof![6 => known, 2 => glued, 1 => "\\PC{0,24}"]
}

fn sorts() -> impl Strategy<Value = (TimeSort, TimeSide)> {
    let sort = prop::sample::select(vec![TimeSort::Date, TimeSort::Time, TimeSort::Duration, TimeSort::Set]);
    let side = prop::sample::select(vec![TimeSide::Before, TimeSide::After, TimeSide::Open]);
    (sort, side)
}

/// Some times in a row, each with what it is, and the day of their article.
type Row = (Vec<(String, (TimeSort, TimeSide))>, Option<&'static str>, bool);

fn rows() -> impl Strategy<Value = Row> {
    let published = prop::sample::select(vec![
        None,
        Some("2031-03-12"),
        Some("2032-02-29"),
        Some("0001-01-01"),
        Some("9999-12-31"),
    ]);
    (prop::collection::vec((words(), sorts()), 1..4), published, any::<bool>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn no_time_ends_before_it_begins((times, published, ahead) in rows()) {
        let mut text = String::from("The army held Tavan");
        let mut spans = Vec::new();
        for (words, _) in &times {
            text.push(' ');
            spans.push(Span::new(text.len(), text.len() + words.len()));
            text.push_str(words);
        }
        text.push('.');
        let expressions = spans.iter().zip(&times).map(|(&span, (_, (sort, side)))| TimeExpression {
            article: 0,
            span,
            sort: *sort,
            side: *side,
            value: None,
            range: None,
        });
        let mut reading = Reading { times: expressions.collect(), ..reading(&text) };
        for &span in &spans {
            let mut held = claim(&reading, ClaimType::Capture, 0);
            held.time = Some(TimeWords { span, range: None, value: None });
            if ahead {
                held.modality.value = Modality::Planned;
            }
            reading.claims.push(held);
        }
        let resolution = resolve::document(&document(&text, published), reading, &LEXICON, &GAZETTEER);
        let of_claims = resolution.reading.claims.iter().filter_map(|claim| claim.time.as_ref()?.range);
        let of_text = resolution.reading.times.iter().filter_map(|time| time.range);
        let all: Vec<TimeRange> = of_claims.chain(of_text).collect();
        prop_assert!(all.iter().all(|range| range.earliest <= range.latest), "{text} {all:?}");
    }
}
