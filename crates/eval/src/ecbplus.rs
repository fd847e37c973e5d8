//! Which marked events of ECB+ are one happening?
//!
//! "The blast killed two" and "two died in the explosion", in two papers: one chain. Nothing is given but the texts: our claims of
//! events in the sentences that were marked stand for mentions, by their triggers, and our events for chains. The set marks events of any
//! subject, most of which are no claim here, and Isnad leaves open what it cannot tell; the figure says what it is worth on news
//! on anything.

use crate::Figure;
use crate::chain::{Chain, passage};
use crate::coreference::{Clusters, b_cubed, ceaf, conll, muc};
use crate::fused::fusion;
use crate::points::Points;
use crate::set::Folder;
use anyhow::Result;
use model::{DocumentId, Kind};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

const SET: &str = "ecbplus";

#[derive(Clone, Debug, Deserialize)]
struct Text {
    id: String,
    official_split: String,
    eval_sentences: Vec<usize>,
    date: Option<String>,
    text: String,
}

#[derive(Clone, Debug, Deserialize)]
struct Mention {
    doc: String,
    id: String,
    start: usize,
    end: usize,
    is_event: bool,
    chain: Option<String>,
}

/// Measures the part that was set apart to develop on.
pub fn measure(chain: &Chain, folder: &Folder) -> Result<Vec<Figure>> {
    let texts: Vec<Text> =
        folder.lines::<Text>("documents.jsonl")?.rows.into_iter().filter(|text| text.official_split == "dev").collect();
    let mut marks: BTreeMap<String, Vec<Mention>> = BTreeMap::new();
    for mention in folder.lines::<Mention>("mentions.jsonl")?.rows.into_iter().filter(|mention| mention.is_event) {
        marks.entry(mention.doc.clone()).or_default().push(mention);
    }
    let documents = texts
        .iter()
        .map(|text| {
            passage(&text.id, &text.text, text.date.as_deref().filter(|day| day.parse::<jiff::civil::Date>().is_ok()))
        })
        .collect::<Result<Vec<_>>>()?;
    let ids: BTreeMap<DocumentId, usize> = documents.iter().enumerate().map(|(at, d)| (d.id.clone(), at)).collect();
    let reads = chain.read(documents)?;
    let fused = fusion(chain, &reads);
    // Each of our claims is named by the marked mention its trigger meets, else by itself.
    let mut named: BTreeMap<&str, String> = BTreeMap::new();
    for read in &reads {
        let text = &texts[ids[&read.document.id]];
        let points = Points::new(&text.text);
        let lines: Vec<(usize, usize)> = lines(&text.text);
        let mut taken: BTreeSet<&str> = BTreeSet::new();
        for claim in &read.resolution.reading.claims {
            let (start, end) = (claim.trigger.start as usize, claim.trigger.end as usize);
            let judged =
                text.eval_sentences.iter().any(|&n| lines.get(n).is_some_and(|&(a, b)| a <= start && end <= b));
            if claim.kind() != Kind::Event || !judged {
                continue;
            }
            let met = marks.get(&text.id).into_iter().flatten().find(|mention| {
                let (from, until) = (points.byte(mention.start) as usize, points.byte(mention.end) as usize);
                from < end && start < until && !taken.contains(mention.id.as_str())
            });
            let name = match met {
                Some(mention) => {
                    taken.insert(&mention.id);
                    mention.id.clone()
                }
                None => format!("{} {start}", text.id),
            };
            named.insert(&claim.id.0, name);
        }
    }
    let found: Clusters = fused
        .events
        .iter()
        .map(|event| event.claims.iter().filter_map(|id| named.get(id.0.as_str()).cloned()).collect())
        .filter(|cluster: &BTreeSet<String>| !cluster.is_empty())
        .collect();
    let known: BTreeSet<&str> = texts.iter().map(|text| text.id.as_str()).collect();
    let mut chains: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for mention in marks.values().flatten().filter(|mention| known.contains(mention.doc.as_str())) {
        let chain = mention.chain.clone().unwrap_or_else(|| mention.id.clone());
        chains.entry(chain).or_default().insert(mention.id.clone());
    }
    let marked: Clusters = chains.into_values().collect();
    let mentions: (BTreeSet<&String>, BTreeSet<&String>) =
        (found.iter().flatten().collect(), marked.iter().flatten().collect());
    let right = mentions.0.intersection(&mentions.1).count();
    let note = format!(
        "MUC {:.1}, B³ {:.1}, CEAFe {:.1}; {right} of {} marked mentions among {} of ours",
        100.0 * muc(&found, &marked).f1(),
        100.0 * b_cubed(&found, &marked).f1(),
        100.0 * ceaf(&found, &marked).f1(),
        mentions.1.len(),
        mentions.0.len()
    );
    // The same on the mentions that both have: how well are those joined that were found?
    let shared = |clusters: &Clusters| -> Clusters {
        let both: BTreeSet<&String> = mentions.0.intersection(&mentions.1).copied().collect();
        let kept = clusters.iter().map(|c| c.iter().filter(|m| both.contains(m)).cloned().collect());
        kept.filter(|cluster: &BTreeSet<String>| !cluster.is_empty()).collect()
    };
    let (ours, theirs) = (shared(&found), shared(&marked));
    let figure = |metric: &str, value: f64, note: String| Figure {
        set: SET,
        part: "dev".to_string(),
        metric: metric.to_string(),
        value: Some(value),
        note,
    };
    Ok(vec![
        figure("events over documents, mentions found, CoNLL F1", conll(&found, &marked), note),
        figure(
            "events over documents, of mentions that both have, CoNLL F1",
            conll(&ours, &theirs),
            format!(
                "MUC {:.1}, B³ {:.1}, CEAFe {:.1}",
                100.0 * muc(&ours, &theirs).f1(),
                100.0 * b_cubed(&ours, &theirs).f1(),
                100.0 * ceaf(&ours, &theirs).f1()
            ),
        ),
    ])
}

/// First and last byte of each line.
fn lines(text: &str) -> Vec<(usize, usize)> {
    let mut start = 0;
    text.split('\n')
        .map(|line| {
            let span = (start, start + line.len());
            start += line.len() + 1;
            span
        })
        .collect()
}
