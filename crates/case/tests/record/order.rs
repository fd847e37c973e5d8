//! The record does not depend on the order in which documents came.

use crate::sample::{document, resolution};
use case::{Added, Case, Entry};
use model::{Document, HowKnown, Known, Resolution};
use proptest::prelude::*;

/// The reports of a made-up folder: some are copies of each other under another path, some of these with another outlet.
fn folder() -> Vec<(Document, Resolution)> {
    let mut all = Vec::new();
    for (number, file) in
        [(1, "d/one.txt"), (2, "two.txt"), (3, "c/three.txt"), (1, "b/one.txt"), (1, "a/one.txt"), (3, "z.txt")]
    {
        let mut document = document(number, file);
        if file == "a/one.txt" || file == "z.txt" {
            document.articles[0].outlet =
                Some(Known { value: "Port Amel Post".to_string(), how: HowKnown::Sidecar(9) });
        }
        let mut resolution = resolution(&document);
        if file == "a/one.txt" {
            // The names of one entity and one place as another document tells them.
            resolution.entities[0].known = Some("rebels-of-borova".to_string());
            resolution.places[0].name = "Borowa".to_string();
        }
        all.push((document, resolution));
    }
    all
}

fn record(order: &[usize], batch: usize, again: bool) -> Case {
    let folder = folder();
    let mut case = Case::in_memory().unwrap();
    let entries: Vec<Entry<'_>> =
        order.iter().map(|i| Entry { document: &folder[*i].0, signatures: &[], resolution: &folder[*i].1 }).collect();
    for batch in entries.chunks(batch) {
        case.add(batch, "1", again).unwrap();
    }
    case
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_order_and_any_batches_give_the_same_record(
        order in Just((0..6).collect::<Vec<usize>>()).prop_shuffle(), batch in 1_usize..7, again: bool,
    ) {
        let expected = record(&[0, 1, 2, 3, 4, 5], 1, false);
        let found = record(&order, batch, again);
        prop_assert_eq!(found.dump().unwrap(), expected.dump().unwrap());
        prop_assert_eq!(found.verify().unwrap().findings, []);
    }
}

#[test]
fn the_first_path_holds_and_the_others_are_noted() {
    let case = record(&[0, 1, 2, 3, 4, 5], 2, false);
    let id = document(1, "").id;
    let page = case.document(&id.0).unwrap().unwrap();
    assert_eq!(page.document.file, "a/one.txt");
    assert_eq!(page.document.other_files, ["b/one.txt", "d/one.txt"]);
    assert_eq!(page.document.articles[0].outlet.as_ref().unwrap().value, "Port Amel Post");
    let third = case.document(&document(3, "").id.0).unwrap().unwrap();
    assert_eq!(third.document.file, "c/three.txt");
    assert_eq!(third.document.articles[0].outlet.as_ref().unwrap().value, "Tavan Courier");
}

#[test]
fn a_document_is_read_anew_on_request_only() {
    let document = document(1, "a.txt");
    let (first, mut second) = (resolution(&document), resolution(&document));
    second.reading.claims.truncate(1);
    second.entities.retain(|e| Some(&e.id) == second.reading.claims[0].actor[0].entity.as_ref());
    second.mention_entities = vec![None; 3];
    second.mention_places = vec![None; 3];
    let mut case = Case::in_memory().unwrap();
    let entry = |resolution| Entry { document: &document, signatures: &[], resolution };
    assert_eq!(case.add(&[entry(&first)], "1", false).unwrap(), [Added::New]);
    assert_eq!(case.add(&[entry(&second)], "2", false).unwrap(), [Added::Known]);
    assert!(case.is_read_by_other(&document, "2").unwrap());
    assert_eq!(case.overview().unwrap().claims, 3);
    assert_eq!(case.add(&[entry(&second)], "2", true).unwrap(), [Added::Replaced]);
    assert!(!case.is_read_by_other(&document, "2").unwrap());
    let mut fresh = Case::in_memory().unwrap();
    fresh.add(&[entry(&second)], "2", false).unwrap();
    assert_eq!(case.dump().unwrap(), fresh.dump().unwrap());
    assert_eq!(case.verify().unwrap().findings, []);
    assert_eq!(case.overview().unwrap().entities, 1);
}

#[test]
fn a_refused_file_that_is_read_later_is_refused_no_more() {
    let document = document(1, "a.txt");
    let mut case = Case::in_memory().unwrap();
    case.refuse("a.txt", "refused/empty", "expected a report, found an empty file").unwrap();
    assert_eq!(case.refused().unwrap().len(), 1);
    let resolution = resolution(&document);
    case.add(&[Entry { document: &document, signatures: &[], resolution: &resolution }], "1", false).unwrap();
    assert_eq!(case.refused().unwrap(), []);
}
