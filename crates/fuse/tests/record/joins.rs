//! Which claims are one happening and which are not.

use crate::invented::*;
use fuse::FuseClaim;
use model::{ClaimType, DisputeKind, Polarity, SourceKind};

fn capture(claim: FuseClaim) -> FuseClaim {
    place(actor(claim, "army"), "Tavan")
}

/// True when two claims, each in a report of its own, end in one event.
fn joined(
    claim_type: ClaimType,
    one: impl FnOnce(FuseClaim) -> FuseClaim,
    other: impl FnOnce(FuseClaim) -> FuseClaim,
) -> bool {
    let record = Record::default()
        .report("d1", "Arvian Times", 4)
        .says("a", claim_type, one)
        .report("d2", "Belmark Post", 5)
        .says("b", claim_type, other);
    record.event_of("a") == record.event_of("b")
}

#[test]
fn the_same_deed_in_two_reports_is_one_event() {
    use ClaimType::*;
    assert!(joined(Capture, |c| on(capture(c), 2, 2), |c| on(capture(c), 2, 2)));
    assert!(joined(Capture, |c| on(capture(c), 2, 2), |c| on(capture(c), 3, 3)), "a day apart, over a night");
    assert!(joined(Fight, |c| on(target(capture(c), "front"), 2, 2), |c| target(capture(c), "front")), "one undated");
    let in_country = |c| on(place(actor(c, "army"), "Arvia"), 2, 2);
    assert!(joined(Capture, |c| on(capture(c), 2, 2), in_country), "the country holds the town");
    let met = |one: &'static str, other: &'static str| move |c| on(target(actor(c, one), other), 2, 2);
    assert!(joined(Meet, met("Arvia", "Belmark"), met("Belmark", "Arvia")), "whoever met whom");
    assert!(
        joined(
            Casualties,
            |c| on(killed(place(target(c, "villagers"), "Tavan"), 5.0), 2, 2),
            |c| on(killed(place(target(c, "villagers"), "Tavan"), 7.0), 2, 2)
        ),
        "two reports may disagree on a figure"
    );
    let by = |name: &'static str| move |c| on(place(target(actor(c, name), "villagers"), "Tavan"), 2, 2);
    assert!(joined(Attack, by("army"), by("rebels")), "and on who did it");
}

#[test]
fn what_excludes_each_other_is_never_one_event() {
    use ClaimType::*;
    assert!(!joined(Capture, |c| on(capture(c), 2, 2), |c| on(capture(c), 4, 4)), "other days");
    assert!(!joined(Capture, |c| on(capture(c), 2, 2), |c| on(place(actor(c, "army"), "Hold"), 2, 2)), "other places");
    let negative = |c| FuseClaim { polarity: Polarity::Negative, ..on(capture(c), 2, 2) };
    assert!(!joined(Capture, |c| on(capture(c), 2, 2), negative), "it did and did not");
    let ahead = |c| on(capture(c), 9, 9);
    assert!(!joined(Capture, capture, ahead), "told on the 4th, happened on the 9th");
    assert!(!joined(Capture, |c| actor(c, "army"), |c| actor(c, "army")), "an actor alone is too little");
    let fight = |c| on(target(actor(c, "army"), "rebels"), 2, 2);
    assert!(!joined(Fight, fight, fight), "armies and rebels are everywhere");
    assert!(
        joined(Fight, |c| place(fight(c), "Tavan"), |c| place(fight(c), "Tavan")),
        "those of one place are the same"
    );
    let dead = |whom: &'static str| move |c| on(place(target(c, whom), "Tavan"), 2, 2);
    assert!(!joined(Casualties, dead("villagers"), dead("rebels")), "other victims");
}

#[test]
fn two_figures_in_one_report_are_two_groups_of_people() {
    let dead = |count: f64| move |c| on(killed(place(target(c, "villagers"), "Tavan"), count), 2, 2);
    let record = Record::default().report("d1", "Arvian Times", 4).says("a", ClaimType::Casualties, dead(5.0)).says(
        "b",
        ClaimType::Casualties,
        dead(3.0),
    );
    assert_ne!(record.event_of("a"), record.event_of("b"));
}

#[test]
fn two_sources_side_by_side_count_the_same_dead() {
    let dead =
        |count: f64, by: &'static str| move |c| told_by(killed(place(c, "Tavan"), count), by, SourceKind::Official);
    let beside = |one: &'static str, other: &'static str| {
        let record = Record::default().report("d1", "Arvian Times", 4);
        let record = record.says("a", ClaimType::Casualties, dead(2000.0, one));
        record.says("b", ClaimType::Casualties, dead(44.0, other))
    };
    let record = beside("ministry", "officials");
    let event = record.event_of("a");
    assert_eq!(event.id, record.event_of("b").id);
    assert_eq!(
        event.reasons,
        [
            "Both are of type casualties, agree on the place Tavan, set two sources against each other side by side and stand in one report."
        ]
    );
    assert!(record.fusion().disputes.iter().any(|dispute| dispute.kind == DisputeKind::Number));
    let record = beside("ministry", "ministry");
    assert_ne!(record.event_of("a").id, record.event_of("b").id, "one source that counts twice counts two groups");
}

#[test]
fn so_many_die_in_one_place_once_in_days() {
    let dead = |count: f64| move |c| killed(place(target(c, "villagers"), "Tavan"), count);
    assert!(joined(ClaimType::Casualties, dead(1400.0), dead(2000.0)));
    assert!(!joined(ClaimType::Casualties, dead(14.0), dead(20.0)), "a few die often");
    assert!(!joined(ClaimType::Casualties, |c| on(dead(1400.0)(c), 1, 1), |c| on(dead(2000.0)(c), 4, 4)));
}

#[test]
fn a_bridge_does_not_join_what_excludes_each_other() {
    let record = Record::default()
        .report("d1", "Arvian Times", 6)
        .says("a", ClaimType::Capture, |c| on(capture(c), 2, 2))
        .report("d2", "Belmark Post", 6)
        .says("b", ClaimType::Capture, |c| on(capture(c), 3, 3))
        .report("d3", "Courier", 6)
        .says("c", ClaimType::Capture, |c| on(capture(c), 4, 4));
    assert_ne!(record.event_of("a"), record.event_of("c"), "each is a day from b, and two from the other");
}

#[test]
fn relations_are_their_ends_and_assessments_their_words() {
    use ClaimType::*;
    let backs = |client: &'static str| move |c| target(actor(c, "army"), client);
    assert!(joined(Backs, backs("rebels"), backs("rebels")));
    assert!(!joined(Backs, backs("rebels"), backs("front")));
    assert!(joined(Controls, |c| on(capture(c), 1, 1), |c| on(capture(c), 5, 5)), "a state of things has many days");
    assert!(joined(Judgement, backs("rebels"), backs("rebels")));
    assert!(!joined(Judgement, |c| actor(c, "army"), |c| actor(c, "army")), "of whom alone is not of what");
}

#[test]
fn an_event_says_why() {
    let record = Record::default()
        .report("d1", "Arvian Times", 4)
        .says("a", ClaimType::Capture, |c| on(capture(c), 2, 4))
        .report("d2", "Belmark Post", 5)
        .says("b", ClaimType::Capture, |c| on(capture(c), 3, 5));
    let event = record.event_of("a");
    assert_eq!(
        event.reasons,
        [
            "Both are of type capture, share the actor army, agree on the place Tavan and both allow 2031-05-04 to 2031-05-05."
        ]
    );
    let time = event.time.expect("both are dated");
    assert_eq!((time.earliest, time.latest), (may(3), may(4)), "the days both allow");
}

#[test]
fn what_one_report_tells_apart_no_copy_of_it_joins() {
    use ClaimType::Casualties;
    let by_army = |c| killed(place(target(actor(c, "army"), "front"), "Tavan"), 2.0);
    let by_rebels = |c| killed(place(target(actor(c, "rebels"), "front"), "Arvia"), 2.0);
    let cited = |c| told_by(c, "Arvian Times", SourceKind::Outlet);
    let one = Record::default().report("d1", "Arvian Times", 4).says("a", Casualties, by_army);
    let other = one.clone().report("d2", "Belmark Post", 4).says("d", Casualties, |c| cited(by_rebels(c)));
    assert_eq!(other.event_of("a"), other.event_of("d"), "the figure is that of the paper, whoever did it");
    let both = one.says("b", Casualties, by_rebels).report("d2", "Belmark Post", 4);
    let both = both.says("c", Casualties, |c| cited(by_army(c))).says("d", Casualties, |c| cited(by_rebels(c)));
    assert_eq!(both.event_of("a"), both.event_of("c"));
    assert_eq!(both.event_of("b"), both.event_of("d"));
    assert_ne!(both.event_of("a"), both.event_of("b"), "though c and b, a and d are alike");
}
