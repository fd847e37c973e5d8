//! How often is the ACLED sub-event type of a news snippet told?
//!
//! A snippet of one to three sentences has one of 25 types, with five more for which systems had no training data. Ours is
//! what the list of decisions makes of the snippet's claims and words. The metric weighs each type by how often it is marked.

use crate::cameo_source_target::counts;
use crate::chain::{Chain, passage};
use crate::labels::Labels;
use crate::set::Folder;
use crate::{Figure, Lines};
use anyhow::Result;
use serde::Deserialize;
use std::collections::BTreeSet;

const SET: &str = "case2021_event_types";

/// Types for which the task gave no training data.
const WITHOUT_TRAINING: [&str; 5] = ["ORG_CRIME", "NATURAL_DISASTER", "MAN_MADE_DISASTER", "DIPLO", "ATTRIB"];

#[derive(Debug, Deserialize)]
struct Snippet {
    id: String,
    event_type: String,
    text: String,
}

/// Measures all 30 types and the 25 that have training data.
pub fn measure(chain: &Chain, folder: &Folder) -> Result<Vec<Figure>> {
    let labels = Labels::of(SET)?;
    let snippets: Lines<Snippet> = folder.lines("documents.jsonl")?;
    let texts = snippets.rows.iter().map(|snippet| passage(&snippet.id, &snippet.text, None));
    let reads = chain.read(texts.collect::<Result<Vec<_>>>()?)?;
    let pairs: Vec<(String, String)> = snippets
        .rows
        .iter()
        .zip(&reads)
        .map(|(snippet, read)| {
            let found = labels.of_text(&read.document.text, &read.claims).unwrap_or_default();
            (found.to_string(), snippet.event_type.clone())
        })
        .collect();
    let trained: Vec<(String, String)> =
        pairs.iter().filter(|(_, marked)| !WITHOUT_TRAINING.contains(&marked.as_str())).cloned().collect();
    Ok([("25 types, weighted F1", trained), ("30 types, weighted F1", pairs)]
        .map(|(metric, pairs)| {
            let right = pairs.iter().filter(|(found, marked)| found == marked).count();
            let note = format!("{right} of {} right", pairs.len());
            let (set, part, metric) = (SET, "test".to_string(), metric.to_string());
            Figure { set, part, metric, value: Some(weighted_f1(&pairs)), note }
        })
        .into())
}

/// The F1 of each type, weighed by how often it is marked.
fn weighted_f1(pairs: &[(String, String)]) -> f64 {
    let types: BTreeSet<&str> = pairs.iter().map(|(_, marked)| marked.as_str()).collect();
    let each = types.iter().map(|of| counts(pairs, of)).map(|counts| counts.f1() * counts.marked as f64);
    each.sum::<f64>() / pairs.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_weighs_as_often_as_it_is_marked() {
        let pairs: Vec<(String, String)> =
            [("A", "A"), ("A", "A"), ("A", "B"), ("C", "C")].map(|(a, b)| (a.to_string(), b.to_string())).into();
        // A: 0.8 twice, B: 0 once, C: 1 once.
        assert!((weighted_f1(&pairs) - 0.65).abs() < 1e-12);
    }
}
