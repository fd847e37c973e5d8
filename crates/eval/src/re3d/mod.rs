//! How well are entities and relations found in texts on the war in Syria and Iraq?
//!
//! "Rebels fought the army in Velna": `FightingAgainst` between rebels and army. A claim gives a pair of each actor with each
//! target, or with each place. A pair is right when a relation of its type has one head word in each of its two ends,
//! whichever way round, since the set lists most relations both ways. Three of eleven types have no claim type near and are left out.

mod entities;

use crate::chain::{Chain, Read};
use crate::labels::Labels;
use crate::points::Points;
use crate::set::Folder;
use crate::{Counts, Figure, Lines};
use anyhow::Result;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

const SET: &str = "re3d";

/// Types for which no claim type stands.
const WITHOUT: [&str; 3] = ["Apart", "HasAttrOf", "IsSynonymOf"];

#[derive(Debug, Deserialize)]
struct Text {
    id: String,
    text: String,
}

#[derive(Debug, Deserialize)]
struct Relation {
    doc: String,
    r#type: String,
    source: Ends,
    target: Ends,
}

#[derive(Debug, Deserialize)]
struct Marked {
    doc: String,
    r#type: String,
    start: usize,
    end: usize,
    confidence: f64,
}

#[derive(Debug, Deserialize)]
struct Ends {
    start: usize,
    end: usize,
}

/// First and last byte.
type Bytes = (u32, u32);

/// A type with two spans, the earlier one first.
type Pair<'a> = (&'a str, Bytes, Bytes);

/// Measures the set as one part: it has no split.
pub fn measure(chain: &Chain, folder: &Folder) -> Result<Vec<Figure>> {
    let labels = Labels::of(SET)?;
    let texts: Lines<Text> = folder.lines("documents.jsonl")?;
    let mut relations: BTreeMap<String, Vec<Relation>> = BTreeMap::new();
    for relation in folder.lines::<Relation>("relations.jsonl")?.rows {
        relations.entry(relation.doc.clone()).or_default().push(relation);
    }
    let documents = texts.rows.iter().map(|text| chain.report(&format!("{}.txt", text.id), &text.text, None, None));
    let reads = chain.read(documents.collect::<Result<Vec<_>>>()?)?;
    let (mut all, mut each): (Counts, BTreeMap<&str, Counts>) = (Counts::default(), BTreeMap::new());
    for (text, read) in texts.rows.iter().zip(&reads) {
        let points = Points::new(&text.text);
        let bytes = |ends: &Ends| (points.byte(ends.start), points.byte(ends.end));
        let list = relations.get(&text.id).map_or(&[][..], Vec::as_slice);
        let known = list.iter().filter(|relation| !WITHOUT.contains(&relation.r#type.as_str()));
        let marked: BTreeSet<Pair<'_>> =
            known.map(|r| ordered(&r.r#type, bytes(&r.source), bytes(&r.target))).collect();
        for (of, counts) in compare(&pairs(read, &labels), &marked) {
            all.add(counts);
            each.entry(labels.name(of).unwrap_or_default()).or_default().add(counts);
        }
    }
    let mut figures = vec![Figure::f1(SET, "all", "relations of 8 types, micro F1", all)];
    figures.extend(each.into_iter().map(|(of, counts)| Figure::f1(SET, "all", &format!("{of}, F1"), counts)));
    let types = entities::Types::of(SET)?;
    let mut marked: BTreeMap<String, Vec<Marked>> = BTreeMap::new();
    for entity in folder.lines::<Marked>("entities.jsonl")?.rows.into_iter().filter(|e| e.confidence >= entities::SURE)
    {
        marked.entry(entity.doc.clone()).or_default().push(entity);
    }
    let mut all = Vec::new();
    for (text, read) in texts.rows.iter().zip(&reads) {
        let points = Points::new(&text.text);
        let list = marked.get(&text.id).map_or(&[][..], Vec::as_slice);
        let of = |one: &Marked| types.name(&one.r#type).unwrap_or("other");
        let marked = list.iter().map(|one| (points.byte(one.start), points.byte(one.end), of(one))).collect();
        all.push((entities::found(chain, &types, read), marked));
    }
    figures.extend(entities::figures(SET, &all));
    Ok(figures)
}

fn ordered(of: &str, one: Bytes, other: Bytes) -> Pair<'_> {
    if one <= other { (of, one, other) } else { (of, other, one) }
}

/// The pairs of head words that claims relate.
fn pairs(read: &Read, labels: &Labels) -> BTreeSet<Pair<'static>> {
    let mut pairs = BTreeSet::new();
    for claim in &read.claims {
        let Some(label) = labels.of_claim(claim) else { continue };
        for actor in &claim.actor {
            for other in claim.target.iter().chain(if claim.target.is_empty() { &claim.place[..] } else { &[] }) {
                let (one, other) = ((actor.head_start, actor.head_end), (other.head_start, other.head_end));
                pairs.insert(ordered(label, one, other));
            }
        }
    }
    pairs
}

/// Counts by type; each marked relation is used once.
fn compare<'a>(found: &BTreeSet<Pair<'a>>, marked: &BTreeSet<Pair<'a>>) -> BTreeMap<&'a str, Counts> {
    let mut counts: BTreeMap<&str, Counts> = BTreeMap::new();
    for (of, _, _) in marked {
        counts.entry(of).or_default().marked += 1;
    }
    let holds = |span: Bytes, head: Bytes| span.0 <= head.0 && head.1 <= span.1;
    let mut left = marked.clone();
    for &(of, one, other) in found {
        let count = counts.entry(of).or_default();
        count.found += 1;
        let same = |&&(mark, a, b): &&Pair<'_>| {
            mark == of && ((holds(a, one) && holds(b, other)) || (holds(a, other) && holds(b, one)))
        };
        if let Some(hit) = left.iter().find(same).copied() {
            left.remove(&hit);
            count.right += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_counts_either_way_round_and_once() {
        let marked: BTreeSet<Pair<'_>> =
            [ordered("BelongsTo", (20, 30), (0, 10)), ordered("AlliesOf", (40, 45), (50, 55))].into();
        let found: BTreeSet<Pair<'_>> = [
            ordered("BelongsTo", (5, 10), (25, 30)),
            ordered("BelongsTo", (0, 4), (25, 30)),
            ordered("AlliesOf", (40, 45), (60, 65)),
        ]
        .into();
        let counts = compare(&found, &marked);
        assert_eq!(counts["BelongsTo"], Counts::new(1, 2, 1));
        assert_eq!(counts["AlliesOf"], Counts::new(0, 1, 1));
    }
}
