//! What a person decided holds, for readings and documents that come later too, until it is taken back.

use crate::sample::{document, entity, event, fusion, resolution};
use case::query::{ClaimFilter, EntityFilter};
use case::{Author, Case, DecisionError, Entry, Part};
use model::{Document, Entity, EntityKind, Resolution};
use proptest::prelude::*;

fn by(why: &str) -> Author {
    Author { who: "Ada Lind".to_string(), at: "2031-03-06T10:00:00Z".to_string(), why: why.to_string() }
}

fn report(number: u32) -> (Document, Resolution) {
    let document = document(number, &format!("{number}.txt"));
    let resolution = resolution(&document);
    (document, resolution)
}

fn add(case: &mut Case, (document, resolution): &(Document, Resolution), again: bool) {
    case.add(&[Entry { document, signatures: &[], resolution }], "1", again).unwrap();
}

fn case_of(numbers: &[u32]) -> Case {
    let mut case = Case::in_memory().unwrap();
    numbers.iter().for_each(|number| add(&mut case, &report(*number), false));
    case
}

/// The record without the log.
fn record(case: &Case) -> String {
    let dump = case.dump().unwrap();
    dump.lines().filter(|line| !line.starts_with("decision")).map(|line| format!("{line}\n")).collect()
}

fn actors(case: &Case) -> Vec<(String, u64)> {
    let page = case.entities(&EntityFilter::default()).unwrap();
    page.rows.into_iter().map(|row| (row.name, row.claims)).collect()
}

fn rebels() -> Entity {
    entity(EntityKind::Group, "rebels")
}

fn army() -> Entity {
    entity(EntityKind::Organisation, "Tavan Army")
}

#[test]
fn a_merge_makes_one_of_two_until_it_is_taken_back() {
    let mut case = case_of(&[1, 2]);
    let resolutions = [report(1).1, report(2).1];
    let known = case.documents_sha256().unwrap();
    assert!(case.replace_events(&known, &fusion(event(&[&resolutions[0], &resolutions[1]])), &[], "1").unwrap());
    let before = record(&case);
    let id = case.merge_entities(&army().id.0, &rebels().id.0, &by("the army is meant")).unwrap();
    assert_eq!(actors(&case), [("Tavan Army".to_string(), 6), ("Tavan Courier".to_string(), 2)]);
    let page = case.entity(&army().id.0).unwrap().unwrap();
    assert_eq!(page.aliases[0].words, "Rebels");
    assert_eq!(case.entity(&rebels().id.0).unwrap().unwrap().entity.id, army().id.0, "links outlive it");
    let claims = case.claims(&ClaimFilter { actor: Some(army().id.0), ..ClaimFilter::default() }).unwrap();
    assert_eq!(claims.total, 4);
    assert_eq!(claims.rows[0].actor[0].read_as.as_ref().unwrap().name, "rebels");
    assert_ne!(case.documents_sha256().unwrap(), known, "events are to be joined anew");
    assert_eq!(case.verify().unwrap().findings, []);
    let stored = case.stored(&report(1).0.id).unwrap().unwrap();
    assert_eq!(stored.resolution.reading.claims[0].actor[0].entity, Some(rebels().id), "what was read stays");

    case.undo(&id, &by("it was not")).unwrap();
    assert!(case.replace_events(&known, &fusion(event(&[&resolutions[0], &resolutions[1]])), &[], "1").unwrap());
    assert_eq!(record(&case), before);
    let log = case.decisions().unwrap();
    assert_eq!(
        log.iter().map(|row| (row.what.as_str(), row.in_force)).collect::<Vec<_>>(),
        [("merge", false), ("undo", true)]
    );
    assert_eq!(case.verify().unwrap().findings, []);

    let again = log[1].id.clone();
    case.undo(&again, &by("it was, after all")).unwrap();
    assert_eq!(actors(&case)[0], ("Tavan Army".to_string(), 6));
}

#[test]
fn a_merge_survives_a_new_reading_under_another_name() {
    let mut case = case_of(&[1, 2]);
    case.merge_entities(&army().id.0, &rebels().id.0, &by("the army is meant")).unwrap();
    let before = record(&case);
    add(&mut case, &report(1), true);
    assert_eq!(record(&case), before);
    // A later version of the reader calls the rebels by another name.
    for number in [1, 2] {
        let (document, mut resolution) = report(number);
        let named = entity(EntityKind::Organisation, "Borova Rebels");
        let old = rebels().id;
        for claim in &mut resolution.reading.claims {
            for argument in claim.actor.iter_mut().filter(|a| a.entity.as_ref() == Some(&old)) {
                argument.entity = Some(named.id.clone());
            }
        }
        resolution.mention_entities[0] = Some(named.id.clone());
        resolution.entities.retain(|entity| entity.id != old);
        resolution.entities.push(named);
        resolution.entities.sort_by(|a, b| a.id.cmp(&b.id));
        add(&mut case, &(document, resolution), true);
    }
    assert_eq!(actors(&case), [("Tavan Army".to_string(), 6), ("Tavan Courier".to_string(), 2)]);
    assert_eq!(case.verify().unwrap().findings, []);
}

#[test]
fn a_split_takes_words_or_a_document() {
    let mut case = case_of(&[1, 2]);
    let before = record(&case);
    let other = entity(EntityKind::Group, "other rebels");
    let words = Part { words: Some("Rebels".to_string()), document: None };
    let id = case.split_entity(&rebels().id.0, &words, &other, &by("two groups")).unwrap();
    assert_eq!(actors(&case)[..2], [("Tavan Army".to_string(), 2), ("Tavan Courier".to_string(), 2)]);
    assert_eq!(actors(&case)[2..], [("other rebels".to_string(), 2), ("rebels".to_string(), 2)]);
    add(&mut case, &report(3), false);
    assert_eq!(actors(&case)[2..], [("other rebels".to_string(), 3), ("rebels".to_string(), 3)], "later documents too");
    assert_eq!(case.verify().unwrap().findings, []);
    case.undo(&id, &by("one group")).unwrap();
    assert_eq!(record(&case), record(&case_of(&[1, 2, 3])));

    let mut case = case_of(&[1, 2]);
    let part = Part { words: None, document: Some(report(2).0.id) };
    let id = case.split_entity(&rebels().id.0, &part, &army(), &by("the army there")).unwrap();
    assert_eq!(actors(&case)[0], ("Tavan Army".to_string(), 4));
    assert_eq!(case.verify().unwrap().findings, []);
    case.undo(&id, &by("not so")).unwrap();
    assert_eq!(record(&case), before);
}

#[test]
fn what_cannot_be_decided_is_told() {
    let mut case = case_of(&[1]);
    let before = case.dump().unwrap();
    let (rebels, army) = (rebels().id.0, army().id.0);
    assert!(matches!(case.merge_entities(&rebels, &rebels, &by("x")), Err(DecisionError::Same(_))));
    assert!(matches!(case.merge_entities(&rebels, "none", &by("x")), Err(DecisionError::NoEntity(_))));
    assert!(matches!(case.merge_entities(&rebels, &army, &by(" ")), Err(DecisionError::Empty(_))));
    assert!(matches!(case.undo("none", &by("x")), Err(DecisionError::NoDecision(_))));
    let part = Part { words: Some("nobody".to_string()), document: None };
    let other = entity(EntityKind::Group, "other rebels");
    assert!(matches!(case.split_entity(&rebels, &part, &other, &by("x")), Err(DecisionError::NoMention(_))));
    assert_eq!(case.dump().unwrap(), before);
    let id = case.merge_entities(&army, &rebels, &by("x")).unwrap();
    case.undo(&id, &by("x")).unwrap();
    assert!(matches!(case.undo(&id, &by("x")), Err(DecisionError::Undone(_))));
}

#[test]
fn a_log_that_was_changed_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.isnad");
    let mut case = Case::open_or_create(&path).unwrap();
    add(&mut case, &report(1), false);
    case.merge_entities(&army().id.0, &rebels().id.0, &by("the army is meant")).unwrap();
    drop(case);
    for (change, place) in [
        ("UPDATE decision SET who = 'Bo Stern'", "decision 1"),
        (
            "UPDATE decision SET who = 'Ada Lind'; UPDATE decision_anchor SET words = 'army' WHERE words = 'Rebels'",
            "decision",
        ),
        ("UPDATE decision_anchor SET words = 'Rebels' WHERE words = 'army'; DELETE FROM merged", "decided"),
    ] {
        rusqlite::Connection::open(&path).unwrap().execute_batch(change).unwrap();
        let findings = Case::open(&path).unwrap().verify().unwrap().findings;
        assert!(findings.iter().any(|finding| finding.place.starts_with(place)), "{change}: {findings:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn later_documents_in_any_order_give_the_same_record(
        order in Just(vec![2_u32, 3, 4, 5]).prop_shuffle(), decided_after in 0_usize..4, again: bool,
    ) {
        let decided = |order: &[u32]| {
            let mut case = case_of(&[1]);
            let part = Part { words: Some("Rebels".to_string()), document: None };
            let other = entity(EntityKind::Group, "other rebels");
            case.split_entity(&rebels().id.0, &part, &other, &by("two groups")).unwrap();
            case.merge_entities(&army().id.0, &rebels().id.0, &by("the army is meant")).unwrap();
            for number in order {
                add(&mut case, &report(*number), false);
            }
            case
        };
        let expected = decided(&[2, 3, 4, 5]);
        let mut found = decided(&order);
        if again {
            add(&mut found, &report(order[decided_after]), true);
        }
        prop_assert_eq!(found.dump().unwrap(), expected.dump().unwrap());
        prop_assert_eq!(found.verify().unwrap().findings, []);
    }
}
