//! How well are the days of times told in histories of wars?
//!
//! WikiWars marks TIMEX2: spans nest, and only the outermost count here. The day of a text is the day its page was fetched.

use crate::chain::Chain;
use crate::dates;
use crate::set::Folder;
use crate::{Figure, Lines};
use anyhow::Result;
use serde::Deserialize;

const SET: &str = "wikiwars";

#[derive(Debug, Deserialize)]
struct Text {
    id: String,
    date: Option<String>,
    text: String,
}

#[derive(Debug, Deserialize)]
struct Marked {
    doc: String,
    start: usize,
    end: usize,
    depth: u32,
    val: Option<String>,
    r#mod: Option<String>,
}

/// Measures the set as one part: it has no split.
pub fn measure(chain: &Chain, folder: &Folder) -> Result<Vec<Figure>> {
    let texts: Lines<Text> = folder.lines("documents.jsonl")?;
    let marked: Lines<Marked> = folder.lines("timexes.jsonl")?;
    let of = |text: &Text| {
        let plain = marked.rows.iter().filter(|time| time.doc == text.id && time.depth == 0 && time.r#mod.is_none());
        plain.filter_map(|time| Some((time.start, time.end, time.val.as_deref()?))).collect()
    };
    let texts: Vec<dates::Text<'_>> = texts
        .rows
        .iter()
        .map(|text| dates::Text { id: &text.id, day: text.date.as_deref(), text: &text.text, marked: of(text) })
        .collect();
    dates::measure(chain, SET, "all", &texts)
}
