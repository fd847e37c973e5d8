//! How well are the articles of web pages found? Precision, recall and F1 over words in fours.
//!
//! `cargo run --release -p intake --example extraction -- DIR [--pages] [--as-text]`, where DIR holds `pages.jsonl` (`doc`, `html`) and
//! `documents.jsonl` (`id`, `text`: the article of each page as people cut it out). With `--pages` each page has a line. With `--as-text` the text of each
//! page is read as a text file, as if somebody had copied the page whole.

use intake::{Context, Sidecars, document};
use lexicon::Lexicon;
use model::{AsideReason, PartRole};
use serde_json::Value;
use std::collections::BTreeMap;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("expected the folder that holds pages.jsonl and documents.jsonl")?;
    let options: Vec<String> = arguments.collect();
    let given = |name: &str| options.iter().any(|option| option == name);
    let (each, as_text) = (given("--pages"), given("--as-text"));
    let lines = |name: &str| -> Result<Vec<Value>, Box<dyn std::error::Error>> {
        let text = std::fs::read_to_string(std::path::Path::new(&folder).join(name))?;
        Ok(text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
    };
    let field = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_string();
    let gold: BTreeMap<String, String> =
        lines("documents.jsonl")?.iter().map(|value| (field(value, "id"), field(value, "text"))).collect();
    let lexicon = Lexicon::load()?;
    let sidecars = Sidecars::default();
    let context = Context::new(&lexicon, &sidecars);
    let (mut pages, mut slowest) = (0, 0.0f64);
    let mut sums = [0.0f64; 3];
    for value in lines("pages.jsonl")? {
        let id = field(&value, "doc");
        let Some(wanted) = gold.get(&id) else { continue };
        let from = Instant::now();
        let page = document(&format!("{id}.html"), field(&value, "html").as_bytes(), None, &context);
        let taken = match page {
            Ok(page) if as_text => document(&format!("{id}.txt"), page.text.as_bytes(), None, &context),
            page => page,
        };
        let found = match taken {
            Ok(document) => article(&document),
            Err(refusal) => {
                println!("{refusal}");
                String::new()
            }
        };
        slowest = slowest.max(from.elapsed().as_secs_f64());
        let (precision, recall, f1) = score(&found, wanted);
        if each {
            println!("{id} P {precision:.3} R {recall:.3} F1 {f1:.3}");
        }
        pages += 1;
        for (sum, value) in sums.iter_mut().zip([precision, recall, f1]) {
            *sum += value;
        }
    }
    // As the benchmark counts: the mean of the pages' precision and recall, and the F1 of the two means.
    let [precision, recall, f1] = sums.map(|sum| sum / f64::from(pages.max(1)));
    let of_means = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
    println!(
        "{pages} pages: P {precision:.3} R {recall:.3} F1 {of_means:.3} (mean of the pages' F1 {f1:.3}), slowest {slowest:.2} s"
    );
    Ok(())
}

/// The article of a page, but for its headline and the words under its pictures. A language that is not read is no fault
/// of the extraction.
fn article(document: &model::Document) -> String {
    let parts = document.articles.iter().flat_map(|article| &article.parts);
    let read = parts.filter(|part| !matches!(part.role, PartRole::Headline | PartRole::Caption));
    let unread = document.asides.iter().filter(|aside| aside.reason == AsideReason::OtherLanguage);
    let mut spans: Vec<_> = read.map(|part| part.span).chain(unread.map(|aside| aside.span)).collect();
    spans.sort();
    spans.into_iter().map(|span| span.of(&document.text)).collect::<Vec<_>>().join("\n")
}

fn score(found: &str, wanted: &str) -> (f64, f64, f64) {
    let (found, wanted) = (fours(found), fours(wanted));
    let both: usize = found.iter().map(|(four, count)| count.min(wanted.get(four).unwrap_or(&0))).sum();
    let part = |all: &BTreeMap<Vec<&str>, usize>| {
        let all: usize = all.values().sum();
        if all == 0 { 1.0 } else { both as f64 / all as f64 }
    };
    let (precision, recall) = (part(&found), part(&wanted));
    let f1 = if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 };
    (precision, recall, f1)
}

fn fours(text: &str) -> BTreeMap<Vec<&str>, usize> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect();
    let mut counts = BTreeMap::new();
    for window in words.windows(4.min(words.len().max(1))) {
        *counts.entry(window.to_vec()).or_insert(0) += 1;
    }
    counts
}
