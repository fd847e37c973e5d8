//! How well are times found and told in the news of TempEval-3?

use crate::chain::Chain;
use crate::dates;
use crate::set::Folder;
use crate::{Figure, Lines};
use anyhow::Result;
use serde::Deserialize;

const SET: &str = "tempeval3";

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
    value: Option<String>,
    r#mod: Option<String>,
}

impl Marked {
    fn plain(&self) -> dates::Marked<'_> {
        let value = self.value.as_deref();
        dates::Marked { start: self.start, end: self.end, value, whole: self.r#mod.is_none() }
    }
}

/// Measures each corpus of the set.
pub fn measure(chain: &Chain, folder: &Folder) -> Result<Vec<Figure>> {
    let texts: Lines<Text> = folder.lines("documents.jsonl")?;
    let marked: Lines<Marked> = folder.lines("timexes.jsonl")?;
    let mut figures = Vec::new();
    for corpus in ["TimeBank", "AQUAINT", "TE3-platinum"] {
        let of = |text: &Text| {
            let times = marked.rows.iter().filter(|time| time.doc == text.id);
            times.map(Marked::plain).collect()
        };
        let texts: Vec<dates::Text<'_>> = texts
            .rows
            .iter()
            .filter(|text| text.corpus == corpus)
            .map(|text| dates::Text { id: &text.id, day: text.date.as_deref(), text: &text.text, marked: of(text) })
            .collect();
        figures.extend(dates::measure(chain, SET, corpus, &texts)?);
    }
    Ok(figures)
}
