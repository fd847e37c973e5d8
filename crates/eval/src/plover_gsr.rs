//! How often is the event of a sentence of the PLOVER records told, and who did it to whom?
//!
//! One sentence, one event with its class (`AGREE`, `THREATEN` …), sources and targets. The claim that stands highest in the
//! sentence is taken for its event. An actor is right when its head word stands inside a marked source.

use crate::chain::{Chain, passage};
use crate::labels::Labels;
use crate::points::Points;
use crate::principal::principal;
use crate::set::Folder;
use crate::{Counts, Figure, Lines};
use anyhow::Result;
use case::query::ArgumentRow;
use serde::Deserialize;
use std::collections::BTreeMap;

const SET: &str = "plover_gsr";

#[derive(Debug, Deserialize)]
struct Text {
    id: String,
    text: String,
}

#[derive(Debug, Deserialize)]
struct Event {
    doc: String,
    event: String,
    spans: Vec<Marked>,
}

#[derive(Debug, Deserialize)]
struct Marked {
    role: String,
    start: Option<usize>,
    end: Option<usize>,
}

/// Measures the set as one part: it has no split.
pub fn measure(chain: &Chain, folder: &Folder) -> Result<Vec<Figure>> {
    let labels = Labels::of(SET)?;
    let texts: Lines<Text> = folder.lines("documents.jsonl")?;
    let events: BTreeMap<String, Event> =
        folder.lines::<Event>("events.jsonl")?.rows.into_iter().map(|event| (event.doc.clone(), event)).collect();
    let documents = texts.rows.iter().map(|text| passage(&text.id, &text.text, None)).collect::<Result<Vec<_>>>()?;
    let (mut named, mut among, mut whole, mut all) = (0, 0, 0, 0);
    let (mut sources, mut targets) = (Counts::default(), Counts::default());
    for read in chain.read(documents)? {
        let Some(event) = events.get(&read.document.file) else { continue };
        let points = Points::new(&read.document.text);
        let marked = |role: &str| -> Vec<(u32, u32)> {
            let has = |span: &&Marked| span.role.split('/').any(|word| word == role);
            let spans = event.spans.iter().filter(has).filter_map(|span| Some((span.start?, span.end?)));
            spans.map(|(start, end)| (points.byte(start), points.byte(end))).collect()
        };
        let claim = principal(chain, &read, |claim| labels.of_claim(claim).is_some());
        let class = claim.and_then(|claim| labels.of_claim(claim));
        let (source, source_right) = found(claim.map_or(&[], |claim| &claim.actor), &marked("SRC"));
        let (target, target_right) = found(claim.map_or(&[], |claim| &claim.target), &marked("TAR"));
        all += 1;
        named += usize::from(class == Some(event.event.as_str()));
        among += usize::from(read.claims.iter().any(|claim| labels.of_claim(claim) == Some(event.event.as_str())));
        whole += usize::from(class == Some(event.event.as_str()) && source_right && target_right);
        sources.add(source);
        targets.add(target);
    }
    Ok(vec![
        Figure::share(SET, "all", "class of the highest claim, accuracy", named, all),
        Figure::share(SET, "all", "class among the claims, recall", among, all),
        Figure::f1(SET, "all", "source, head word F1", sources),
        Figure::f1(SET, "all", "target, head word F1", targets),
        Figure::share(SET, "all", "class, source and target, accuracy", whole, all),
    ])
}

/// How many arguments and marked spans meet; and whether the role as a whole is right: one meets, or there is nothing to
/// find and nothing was found.
pub(crate) fn found(arguments: &[ArgumentRow], marked: &[(u32, u32)]) -> (Counts, bool) {
    let mut left = marked.to_vec();
    let mut right = 0;
    for argument in arguments {
        if let Some(at) = left.iter().position(|&(start, end)| start <= argument.head_start && argument.head_end <= end)
        {
            left.remove(at);
            right += 1;
        }
    }
    let fine = right > 0 || (marked.is_empty() && arguments.is_empty());
    (Counts::new(right, arguments.len(), marked.len()), fine)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn argument(at: (u32, u32), head: (u32, u32)) -> ArgumentRow {
        ArgumentRow {
            start: at.0,
            end: at.1,
            words: String::new(),
            head_start: head.0,
            head_end: head.1,
            read_as: None,
            entity: None,
            place: None,
        }
    }

    #[test]
    fn an_argument_meets_a_span_with_its_head_once() {
        let two = [argument((0, 12), (4, 12)), argument((0, 30), (20, 30))];
        assert_eq!(found(&two, &[(4, 12)]), (Counts::new(1, 2, 1), true));
        assert_eq!(found(&two[..1], &[(5, 12)]), (Counts::new(0, 1, 1), false));
        assert_eq!(found(&[], &[]), (Counts::default(), true));
        assert!(!found(&two[..1], &[]).1);
    }
}
