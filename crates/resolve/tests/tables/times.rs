use crate::invented::{claim, document, gazetteer, reading, rows, span};
use lexicon::Lexicon;
use model::{ClaimType, Reading, Span, TimeExpression, TimeSide, TimeSort, TimeWords};

/// A text without its square brackets, with the expressions of time that stand in them.
fn told(marked: &str) -> (String, Vec<Span>) {
    let (mut text, mut spans, mut start) = (String::new(), Vec::new(), 0);
    for letter in marked.chars() {
        match letter {
            '[' => start = text.len(),
            ']' => spans.push(Span::new(start, text.len())),
            letter => text.push(letter),
        }
    }
    (text, spans)
}

fn expression(span: Span, sort: TimeSort, side: TimeSide) -> TimeExpression {
    TimeExpression { article: 0, span, sort, side, value: None, range: None }
}

#[test]
fn times_come_to_the_days_they_mean() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let mut wrong = Vec::new();
    for (heading, row) in rows(include_str!("times.md")) {
        let [marked, words, expected] = row.as_slice() else { panic!("expected three cells: {row:?}") };
        let (text, before) = told(marked);
        let published = heading.strip_prefix("Published ").filter(|day| *day != "none");
        let mut reading = reading(&text);
        let span = span(&text, words);
        let mut claim = claim(&reading, ClaimType::Capture, span.start);
        claim.time = Some(TimeWords { span, range: None, value: None });
        reading.claims.push(claim);
        reading.times = before.into_iter().map(|span| expression(span, TimeSort::Date, TimeSide::Before)).collect();
        let resolution = resolve::document(&document(&text, published), reading, &lexicon, &gazetteer);
        let range = resolution.reading.claims[0].time.as_ref().and_then(|time| time.range);
        let found = match range {
            None => "none".to_string(),
            Some(range) if range.earliest == range.latest => range.earliest.to_string(),
            Some(range) => format!("{} {}", range.earliest, range.latest),
        };
        if found != *expected {
            wrong.push(format!("{words} in {text:?}: expected {expected}, found {found}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn expressions_have_the_value_that_timex_writes() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let mut wrong = Vec::new();
    for (heading, row) in rows(include_str!("values.md")) {
        let [marked, sort, side, expected] = row.as_slice() else { panic!("expected four cells: {row:?}") };
        let (text, spans) = told(marked);
        let published = heading.strip_prefix("Published ").filter(|day| *day != "none");
        let sort = match sort.as_ref() {
            "time" => TimeSort::Time,
            "duration" => TimeSort::Duration,
            "set" => TimeSort::Set,
            _ => TimeSort::Date,
        };
        let side = match side.as_ref() {
            "after" => TimeSide::After,
            "open" => TimeSide::Open,
            _ => TimeSide::Before,
        };
        let last = spans.len() - 1;
        let sort_of = |at: usize| if at == last { sort } else { TimeSort::Date };
        let times = spans.iter().enumerate().map(|(at, &span)| expression(span, sort_of(at), side)).collect();
        let reading = Reading { times, ..reading(&text) };
        let resolution = resolve::document(&document(&text, published), reading, &lexicon, &gazetteer);
        let found = resolution.reading.times[last].value.clone().unwrap_or("none".to_string());
        if found != *expected {
            wrong.push(format!("{marked}: expected {expected}, found {found}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn times_of_claims_have_a_value() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let rows = [
        ("on Feb. 3", "2031-02-03"),
        ("last week", "2031-W10"),
        ("in February", "2031-02"),
        ("early in 2030", "2030"),
        ("on Friday night", "2031-03-07TNI"),
        ("since Feb. 3", "2031-02-03/2031-03-12"),
        ("between 3 and 5 February", "2031-02-03/2031-02-05"),
        ("from May to July 2030", "2030-05-01/2030-07-31"),
        ("recently", "none"),
        ("for years", "none"),
    ];
    for (words, expected) in rows {
        let text = format!("The army held Tavan {words}.");
        let mut reading = reading(&text);
        let mut claim = claim(&reading, ClaimType::Capture, 0);
        claim.time = Some(TimeWords {
            span: span(&text, words.trim_start_matches("on ").trim_start_matches("in ")),
            range: None,
            value: None,
        });
        reading.claims.push(claim);
        let resolution = resolve::document(&document(&text, Some("2031-03-12")), reading, &lexicon, &gazetteer);
        let value = resolution.reading.claims[0].time.as_ref().and_then(|time| time.value.clone());
        assert_eq!(value.as_deref().unwrap_or("none"), expected, "{words}");
    }
}

#[test]
fn words_count_days_as_their_table_says() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let mut wrong = Vec::new();
    for line in lexicon.time_senses.lines() {
        let text = format!("The army took Hold on 4 March 2031. It held Tavan {}.", line.example);
        let span = span(&text, &line.example);
        let mut reading = reading(&text);
        let mut claim = claim(&reading, ClaimType::Capture, span.start);
        claim.time = Some(TimeWords { span, range: None, value: None });
        reading.claims.push(claim);
        let told = self::span(&text, "4 March 2031");
        reading.times = vec![expression(told, TimeSort::Date, TimeSide::Before)];
        let resolution = resolve::document(&document(&text, Some("2031-03-12")), reading, &lexicon, &gazetteer);
        let found = match resolution.reading.claims[0].time.as_ref().and_then(|time| time.range) {
            None => "none".to_string(),
            Some(range) if range.earliest == range.latest => range.earliest.to_string(),
            Some(range) => format!("{} {}", range.earliest, range.latest),
        };
        if found != line.days || !line.example.contains(&line.word) {
            wrong.push(format!("{} {:?}: {} is {found}", line.word, line.sense, line.example));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_time_that_is_counted_from_a_deed_has_the_days_of_the_deed() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let rows = [
        (
            "The operation began on 5 February 2031.",
            "It fell in the first week of the operation.",
            "2031-02-05 2031-02-11",
        ),
        (
            "The operation began on 5 February 2031.",
            "It fell on the second day of the operation.",
            "2031-02-06 2031-02-06",
        ),
        (
            "The operation began on 5 February 2031.",
            "They fight since the start of the operation.",
            "2031-02-05 2031-03-12",
        ),
        ("The operation began on 5 February 2031.", "They fight since the raid.", "none"),
        ("The operation began in 2029.", "It fell in the first week of the operation.", "none"),
        (
            "The killing of Osei came on 5 February 2031.",
            "They fight since the killing of Osei.",
            "2031-02-05 2031-03-12",
        ),
        ("The killing of Osei came on 5 February 2031.", "They fight since the killing of Brek.", "none"),
        ("The operation began on 5 February 2031.", "It fell after the operation.", "none"),
    ];
    for (told, asked, expected) in rows {
        let text = format!("{told} {asked}");
        let mut reading = reading(&text);
        let dated = |words: &str| TimeWords { span: span(&text, words), range: None, value: None };
        let lead = if told.contains(" on ") { " on " } else { " in " };
        let (deed, day) = told.trim_end_matches('.').split_once(lead).unwrap();
        let noun = if deed.contains("killing") { "killing" } else { "operation" };
        let mut first = claim(&reading, ClaimType::Fight, 0);
        first.trigger = span(&text, noun);
        if deed.contains("Osei") {
            let osei = span(&text, "Osei");
            first.target = vec![model::Argument { span: osei, head: osei, entity: None, place: None }];
        }
        first.time = Some(dated(day));
        let mut second = claim(&reading, ClaimType::Capture, told.len() as u32 + 1);
        let words = ["the first week", "the second day", "since", "after"].iter().find(|&&words| asked.contains(words));
        let from = told.len() + 1 + asked.find(words.unwrap()).unwrap();
        second.time = Some(TimeWords { span: Span::new(from, text.len() - 1), range: None, value: None });
        reading.claims.extend([first, second]);
        let resolution = resolve::document(&document(&text, Some("2031-03-12")), reading, &lexicon, &gazetteer);
        let range = resolution.reading.claims[1].time.as_ref().and_then(|time| time.range);
        let found = range.map_or("none".to_string(), |range| format!("{} {}", range.earliest, range.latest));
        assert_eq!(found, expected, "{text}");
    }
}
