//! How well is the article of a web page told from what stands around it?
//!
//! Compared over runs of four words, as the benchmark does: the mean of the pages' precision and recall, and the F1 of the
//! two means. Headline and captions are left out, since the marked articles do not hold them; a language that is not
//! read is no fault of the extraction. The second figure reads the text of each page as a text file, as if somebody had copied the page whole.

use crate::chain::{Chain, on_all_processors};
use crate::counts::harmonic;
use crate::set::Folder;
use crate::{Figure, Lines};
use anyhow::Result;
use intake::Sidecars;
use model::{AsideReason, Document, PartRole};
use serde::Deserialize;
use std::collections::BTreeMap;

const SET: &str = "article_extraction";

#[derive(Debug, Deserialize)]
struct Text {
    id: String,
    text: String,
}

#[derive(Debug, Deserialize)]
struct Page {
    doc: String,
    html: String,
}

/// Measures the set as one part: it has no split.
pub fn measure(chain: &Chain, folder: &Folder) -> Result<Vec<Figure>> {
    let articles: BTreeMap<String, String> =
        folder.lines::<Text>("documents.jsonl")?.rows.into_iter().map(|text| (text.id, text.text)).collect();
    let pages: Lines<Page> = folder.lines("pages.jsonl")?;
    let sidecars = Sidecars::default();
    let context = intake::Context::new(&chain.lexicon, &sidecars);
    let found = on_all_processors(&pages.rows, |page| {
        let wanted = articles.get(&page.doc).map_or("", String::as_str);
        // A page that is refused gives no article.
        let web = intake::document(&format!("{}.html", page.doc), page.html.as_bytes(), None, &context).ok();
        let text = web.as_ref().map_or("", |document| &document.text);
        let copied = intake::document(&format!("{}.txt", page.doc), text.as_bytes(), None, &context).ok();
        Ok([web, copied].map(|document| compare(&document.as_ref().map(article).unwrap_or_default(), wanted)))
    })?;
    let figure = |at: usize, metric: &str| {
        let mean =
            |of: fn((f64, f64)) -> f64| found.iter().map(|page| of(page[at])).sum::<f64>() / found.len().max(1) as f64;
        let (precision, recall) = (mean(|page| page.0), mean(|page| page.1));
        Figure {
            set: SET,
            part: "all".to_string(),
            metric: metric.to_string(),
            value: Some(harmonic(precision, recall)),
            note: format!("P {:.1} R {:.1}, {} pages", 100.0 * precision, 100.0 * recall, found.len()),
        }
    };
    Ok(vec![figure(0, "article of the page, F1"), figure(1, "article of the copied text, F1")])
}

/// The article of a page, but for its headline and the words under its pictures.
fn article(document: &Document) -> String {
    let parts = document.articles.iter().flat_map(|article| &article.parts);
    let read = parts.filter(|part| !matches!(part.role, PartRole::Headline | PartRole::Caption));
    let unread = document.asides.iter().filter(|aside| aside.reason == AsideReason::OtherLanguage);
    let mut spans: Vec<_> = read.map(|part| part.span).chain(unread.map(|aside| aside.span)).collect();
    spans.sort();
    spans.into_iter().map(|span| span.of(&document.text)).collect::<Vec<_>>().join("\n")
}

/// Precision and recall over runs of four words.
fn compare(found: &str, wanted: &str) -> (f64, f64) {
    let (found, wanted) = (fours(found), fours(wanted));
    let both: usize = found.iter().map(|(four, count)| count.min(wanted.get(four).unwrap_or(&0))).sum();
    let share = |all: &BTreeMap<Vec<&str>, usize>| match all.values().sum::<usize>() {
        0 => 1.0,
        all => both as f64 / all as f64,
    };
    (share(&found), share(&wanted))
}

fn fours(text: &str) -> BTreeMap<Vec<&str>, usize> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect();
    let mut counts = BTreeMap::new();
    for run in words.windows(4.min(words.len().max(1))) {
        *counts.entry(run.to_vec()).or_insert(0) += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::compare;

    #[test]
    fn runs_of_four_words_are_compared() {
        // Found: abcd, bcde. Wanted: abcd, bcde, cdef, defg.
        assert_eq!(compare("a b c d e", "a b c d e f g"), (1.0, 0.5));
        assert_eq!(compare("", "a b"), (1.0, 0.0));
        assert_eq!(compare("", ""), (1.0, 1.0));
    }
}
