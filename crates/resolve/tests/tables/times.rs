use crate::invented::{claim, document, gazetteer, reading, rows, span};
use lexicon::Lexicon;
use model::{ClaimType, TimeWords};

#[test]
fn times_come_to_the_days_they_mean() {
    let (lexicon, gazetteer) = (Lexicon::load().unwrap(), gazetteer());
    let mut wrong = Vec::new();
    for (heading, row) in rows(include_str!("times.md")) {
        let [text, words, expected] = row.as_slice() else { panic!("expected three cells: {row:?}") };
        let published = heading.strip_prefix("Published ").filter(|day| *day != "none");
        let mut reading = reading(text);
        let span = span(text, words);
        let mut claim = claim(&reading, ClaimType::Capture, span.start);
        claim.time = Some(TimeWords { span, range: None });
        reading.claims.push(claim);
        let resolution = resolve::document(&document(text, published), reading, &lexicon, &gazetteer);
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
