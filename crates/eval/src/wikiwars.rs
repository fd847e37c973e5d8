//! How well are times found and told in histories of wars?
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

impl Marked {
    fn plain(&self) -> dates::Marked<'_> {
        let value = self.val.as_deref();
        dates::Marked { start: self.start, end: self.end, value, whole: self.r#mod.is_none() }
    }
}

/// Measures the set as one part: it has no split.
pub fn measure(chain: &Chain, folder: &Folder) -> Result<Vec<Figure>> {
    let texts: Lines<Text> = folder.lines("documents.jsonl")?;
    let marked: Lines<Marked> = folder.lines("timexes.jsonl")?;
    let of = |text: &Text| {
        let times = marked.rows.iter().filter(|time| time.doc == text.id && time.depth == 0);
        times.map(Marked::plain).collect()
    };
    let texts: Vec<dates::Text<'_>> = texts
        .rows
        .iter()
        .map(|text| dates::Text { id: &text.id, day: text.date.as_deref(), text: &text.text, marked: of(text) })
        .collect();
    dates::measure(chain, SET, "all", &texts)
}
