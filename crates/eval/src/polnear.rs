//! How well are sources, cues and contents found in news whose attributions people have marked?
//!
//! "Ostrel will pay, *said* the mayor": source `the mayor`, cue `said`, content `Ostrel will pay`. Scored as sequence
//! taggers are: each unbroken piece is a span of its own, and right when both ends are. Each line of a text is read as a paragraph, as the set
//! gives them. Beside the published metric two of our own: pieces that share more than half of their characters with a
//! marked one, and whole attributions.

use crate::chain::{Chain, on_all_processors, passage};
use crate::set::Folder;
use crate::{Counts, Figure, Lines};
use anyhow::Result;
use model::{PartRole, Span};
use read::PartText;
use read::attribution::{Attribution, Voices};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

const FIELDS: [&str; 3] = ["source", "cue", "content"];

#[derive(Debug, Deserialize)]
struct Text {
    id: String,
    official_split: String,
    text: String,
}

#[derive(Debug, Deserialize)]
struct Marked {
    doc: String,
    source: Vec<Piece>,
    cue: Vec<Piece>,
    content: Vec<Piece>,
}

#[derive(Debug, Deserialize)]
struct Piece {
    start: usize,
    end: usize,
}

/// From and to, in code points.
type Range = (usize, usize);

/// One attribution: the pieces of source, cue and content, each sorted.
type Pieces = [Vec<Range>; 3];

/// Measures the parts that are there but for the one that systems are trained on.
pub fn measure(chain: &Chain, folder: &Folder) -> Result<Vec<Figure>> {
    let texts: Lines<Text> = folder.lines("documents.jsonl")?;
    let mut marked: BTreeMap<String, Vec<Pieces>> = BTreeMap::new();
    for row in folder.lines::<Marked>("attributions.jsonl")?.rows {
        let pieces = [row.source, row.cue, row.content].map(|list| {
            let mut ranges: Vec<Range> = list.iter().map(|piece| (piece.start, piece.end)).collect();
            ranges.sort();
            ranges
        });
        marked.entry(row.doc).or_default().push(pieces);
    }
    let mut figures = Vec::new();
    for part in ["dev", "test"] {
        let texts: Vec<&Text> = texts.rows.iter().filter(|text| text.official_split == part).collect();
        let found = on_all_processors(&texts, |text| attributions(chain, text))?;
        let none = Vec::new();
        let pairs: Vec<(&[Pieces], &[Pieces])> = texts
            .iter()
            .zip(&found)
            .map(|(text, found)| (found.as_slice(), marked.get(&text.id).unwrap_or(&none).as_slice()))
            .collect();
        if !pairs.is_empty() {
            figures.extend(figures_of(part, &pairs));
        }
    }
    Ok(figures)
}

/// The figures of texts, each with what was found in it and what was marked.
fn figures_of(part: &str, texts: &[(&[Pieces], &[Pieces])]) -> Vec<Figure> {
    let (mut exact, mut near) = ([Counts::default(); 3], [Counts::default(); 3]);
    let mut whole = Counts::default();
    for (found, marked) in texts {
        for field in 0..FIELDS.len() {
            let (found, marked) = (each_piece(found, field), each_piece(marked, field));
            exact[field].add(Counts::new(found.intersection(&marked).count(), found.len(), marked.len()));
            let covered = found.iter().filter(|one| marked.iter().any(|other| shared(**one, *other) > 0.5)).count();
            near[field].add(Counts::new(covered, found.len(), marked.len()));
        }
        let (found, marked): (BTreeSet<_>, BTreeSet<_>) = (found.iter().collect(), marked.iter().collect());
        whole.add(Counts::new(found.intersection(&marked).count(), found.len(), marked.len()));
    }
    let figure = |metric: String, counts| Figure::f1("polnear", part, &metric, counts);
    let mut figures: Vec<Figure> = (0..3).map(|at| figure(format!("{}, exact F1", FIELDS[at]), exact[at])).collect();
    figures.extend((0..3).map(|at| figure(format!("{}, half shared F1", FIELDS[at]), near[at])));
    figures.push(figure("all three, exact F1".to_string(), whole));
    figures
}

fn each_piece(list: &[Pieces], field: usize) -> BTreeSet<Range> {
    list.iter().flat_map(|pieces| pieces[field].iter().copied()).collect()
}

/// How much two ranges share, of what either covers.
fn shared(one: Range, other: Range) -> f64 {
    let both = one.1.min(other.1).saturating_sub(one.0.max(other.0));
    both as f64 / (one.1 - one.0 + other.1 - other.0 - both).max(1) as f64
}

/// The attributions of a text, each line a part.
fn attributions(chain: &Chain, text: &Text) -> Result<Vec<Pieces>> {
    let mut document = passage(&text.id, &text.text, None)?;
    // The first line of each text is its title.
    if let Some(title) = document.articles.first_mut().and_then(|article| article.parts.first_mut()) {
        title.role = PartRole::Headline;
    }
    let parts = PartText::all(&document, |part| chain.parse(part), &chain.lexicon);
    let voices = Voices::read(&parts, &chain.lexicon);
    let all = voices.attributions();
    let outermost = all.iter().filter(|one| !all.iter().any(|other| !std::ptr::eq(*one, other) && inside(one, other)));
    Ok(outermost.map(|attribution| pieces(&text.text, attribution)).collect())
}

/// True when an attribution is part of what another one says: "She said *he believed* the road was open". The set marks the
/// outermost one only; none of its 5,576 attributions has its cue inside the content of another.
fn inside(one: &Attribution, other: &Attribution) -> bool {
    other.content.iter().any(|piece| piece.contains(one.cue))
}

fn pieces(text: &str, attribution: &Attribution) -> Pieces {
    let points = |byte: u32| text[..byte as usize].chars().count();
    let ranges = |list: &[Span]| list.iter().map(|span| (points(span.start), points(span.end))).collect::<Vec<_>>();
    let source: Vec<Span> = attribution.source.into_iter().collect();
    [ranges(&source), ranges(&[attribution.cue]), ranges(&attribution.content)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_right_at_both_ends() {
        let found: Vec<Pieces> = vec![[vec![(0, 5)], vec![(6, 10)], vec![(12, 20), (30, 40)]]];
        let marked: Vec<Pieces> =
            vec![[vec![(0, 5)], vec![(6, 9)], vec![(12, 20), (32, 40)]], [vec![], vec![(50, 54)], vec![(55, 60)]]];
        let figures = figures_of("dev", &[(&found, &marked)]);
        let value = |metric: &str| figures.iter().find(|f| f.metric == metric).and_then(|f| f.value).expect("a figure");
        assert_eq!(value("source, exact F1"), 1.0);
        assert_eq!(value("cue, exact F1"), 0.0);
        // Two pieces found, one of them right, of three marked.
        assert!((value("content, exact F1") - 0.4).abs() < 1e-12);
        assert!((value("content, half shared F1") - 0.8).abs() < 1e-12);
        assert_eq!(value("all three, exact F1"), 0.0);
    }
}
