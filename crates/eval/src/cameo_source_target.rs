//! How well are source, target and quad class of the CAMEO sentences told?
//!
//! "NATO on Monday declined to comment …": source `NATO`, class 0. The claim that stands highest gives actor and target; two
//! actors without a target are reciprocal. Marked spans begin with the article, so a determiner in front of ours
//! is taken in. Without a claim the class is 0, a statement.

use crate::chain::{Chain, Read, passage};
use crate::labels::Labels;
use crate::points::Points;
use crate::principal::principal;
use crate::set::Folder;
use crate::{Counts, Figure, Lines};
use anyhow::Result;
use case::query::ArgumentRow;
use language::Pos;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

const SET: &str = "cameo_source_target";

#[derive(Debug, Deserialize)]
struct Text {
    id: String,
    official_split: String,
    penta_class: Option<u8>,
    text: String,
}

#[derive(Debug, Deserialize)]
struct Actor {
    doc: String,
    role: String,
    start: usize,
    end: usize,
}

/// Role, first and last code point.
type Span = (&'static str, usize, usize);

/// Measures the official test part.
pub fn measure(chain: &Chain, folder: &Folder) -> Result<Vec<Figure>> {
    let labels = Labels::of(SET)?;
    let texts: Lines<Text> = folder.lines("documents.jsonl")?;
    let actors: Lines<Actor> = folder.lines("actors.jsonl")?;
    let mut marked: BTreeMap<&str, BTreeSet<Span>> = BTreeMap::new();
    for (row, actor) in actors.rows.iter().enumerate() {
        let role = ["source", "target", "R"].into_iter().find(|role| *role == actor.role);
        let role =
            role.ok_or_else(|| actors.wrong(row, "the role source, target or R", format!("{:?}", actor.role)))?;
        marked.entry(&actor.doc).or_default().insert((role, actor.start, actor.end));
    }
    let test: Vec<&Text> = texts.rows.iter().filter(|text| text.official_split == "test").collect();
    let documents = test.iter().map(|text| passage(&text.id, &text.text, None)).collect::<Result<Vec<_>>>()?;
    let (mut exact, mut near) = (Counts::default(), Counts::default());
    let mut classes: Vec<(String, String)> = Vec::new();
    for (text, read) in test.iter().zip(chain.read(documents)?) {
        let none = BTreeSet::new();
        let marked = marked.get(text.id.as_str()).unwrap_or(&none);
        let claim = principal(chain, &read, |claim| labels.of_claim(claim).is_some());
        let found: Vec<(Span, Span)> = claim.map_or(Vec::new(), |claim| {
            let reciprocal = claim.target.is_empty() && claim.actor.len() > 1;
            let actor = if reciprocal { "R" } else { "source" };
            let roles = claim.actor.iter().map(|a| (actor, a)).chain(claim.target.iter().map(|a| ("target", a)));
            spans(chain, &read, roles)
        });
        let right = found.iter().filter(|(span, _)| marked.contains(span)).count();
        exact.add(Counts::new(right, found.len(), marked.len()));
        let holds = |head: &Span, span: &Span| head.0 == span.0 && span.1 <= head.1 && head.2 <= span.2;
        let right = marked.iter().filter(|span| found.iter().any(|(_, head)| holds(head, span))).count();
        near.add(Counts::new(right, found.len(), marked.len()));
        if let Some(class) = text.penta_class {
            let found = claim.and_then(|claim| labels.of_claim(claim)).or_else(|| labels.of_text("", &[]));
            classes.push((found.unwrap_or_default().to_string(), class.to_string()));
        }
    }
    let mut figures = vec![
        Figure::f1(SET, "test", "source and target, exact F1", exact),
        Figure::f1(SET, "test", "source and target, head word F1", near),
    ];
    let (value, note) = macro_f1(&classes);
    figures.push(Figure {
        set: SET,
        part: "test".to_string(),
        metric: "penta class, macro F1".to_string(),
        value: Some(value),
        note,
    });
    Ok(figures)
}

/// The spans of arguments with a determiner in front, and those of their head words.
fn spans<'a>(
    chain: &Chain,
    read: &Read,
    roles: impl Iterator<Item = (&'static str, &'a ArgumentRow)>,
) -> Vec<(Span, Span)> {
    let text = &read.document.text;
    let (points, parse) = (Points::new(text), chain.parse(text));
    let point = |byte: u32| points.before(byte);
    roles
        .map(|(role, argument)| {
            let first = (0..parse.len()).find(|&token| parse.token(token).span.end > argument.start).unwrap_or(0);
            let before = first.checked_sub(1).filter(|&token| parse.pos(token) == Pos::Det);
            let start = before.map_or(argument.start, |token| parse.token(token).span.start);
            let head = (role, point(argument.head_start), point(argument.head_end));
            ((role, point(start), point(argument.end)), head)
        })
        .collect()
}

/// The mean of the F1 of each class that is marked, and the share that is right.
fn macro_f1(pairs: &[(String, String)]) -> (f64, String) {
    let classes: BTreeSet<&str> = pairs.iter().map(|(_, marked)| marked.as_str()).collect();
    let f1 = |class: &str| counts(pairs, class).f1();
    let right = pairs.iter().filter(|(found, marked)| found == marked).count();
    let mean = classes.iter().map(|class| f1(class)).sum::<f64>() / classes.len().max(1) as f64;
    (mean, format!("{right} of {} right", pairs.len()))
}

/// How often one class was found, marked, and both.
pub(crate) fn counts(pairs: &[(String, String)], class: &str) -> Counts {
    let of = |which: &dyn Fn(&(String, String)) -> bool| pairs.iter().filter(|pair| which(pair)).count();
    Counts::new(of(&|p| p.0 == class && p.1 == class), of(&|p| p.0 == class), of(&|p| p.1 == class))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_class_weighs_the_same() {
        let pairs: Vec<(String, String)> =
            [("4", "4"), ("4", "4"), ("4", "1"), ("0", "0")].map(|(a, b)| (a.to_string(), b.to_string())).into();
        // 4: P 2/3, R 1, F1 0.8; 1: 0; 0: 1.
        assert!((macro_f1(&pairs).0 - 0.6).abs() < 1e-12);
    }
}
