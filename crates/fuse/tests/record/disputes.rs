//! Where claims disagree, and where they only seem to.

use crate::invented::*;
use fuse::{FuseClaim, FuseQuantity};
use lexicon::Sign;
use model::{ClaimType, Dispute, DisputeKind, Grade, Modality, Polarity, QuantityKind, SourceKind, Stance, Strength};

fn of(record: &Record, kind: DisputeKind) -> Vec<Dispute> {
    record.fusion().disputes.into_iter().filter(|dispute| dispute.kind == kind).collect()
}

/// What the sides say, with the claims of each.
fn sides(dispute: &Dispute) -> Vec<(String, Vec<&str>)> {
    dispute.sides.iter().map(|s| (s.says.clone(), s.claims.iter().map(|id| id.0.as_str()).collect())).collect()
}

fn signed(mut claim: FuseClaim, signs: &[Sign]) -> FuseClaim {
    claim.signs.extend(signs);
    claim
}

fn dead(count: f64) -> impl Fn(FuseClaim) -> FuseClaim {
    move |c| killed(place(target(c, "Arvian soldiers"), "Tavan"), count)
}

fn at_least(count: f64) -> impl Fn(FuseClaim) -> FuseClaim {
    move |c| {
        let mut claim = place(target(c, "Arvian soldiers"), "Tavan");
        claim.quantities.push(FuseQuantity {
            what: QuantityKind::Killed,
            min: Some(count),
            max: None,
            more: false,
            vague: false,
        });
        claim
    }
}

#[test]
fn two_figures_that_exclude_each_other_are_a_dispute() {
    let record = Record::default()
        .report("d1", "Arvian Times", 4)
        .says("a", ClaimType::Casualties, dead(5.0))
        .report("d2", "Belmark Post", 6)
        .says("b", ClaimType::Casualties, at_least(6.0));
    let found = of(&record, DisputeKind::Number);
    assert_eq!(found.len(), 1);
    assert_eq!(sides(&found[0]), [("5".to_string(), vec!["a"]), ("at least 6".to_string(), vec!["b"])]);
    assert_eq!(found[0].strength, Strength::Contradiction);
}

#[test]
fn figures_that_can_both_be_true_are_none() {
    let joined = |one: &dyn Fn(FuseClaim) -> FuseClaim, other: &dyn Fn(FuseClaim) -> FuseClaim| {
        Record::default()
            .report("d1", "Arvian Times", 4)
            .says("a", ClaimType::Casualties, one)
            .report("d2", "Belmark Post", 6)
            .says("b", ClaimType::Casualties, other)
    };
    assert_eq!(of(&joined(&dead(5.0), &at_least(4.0)), DisputeKind::Number), []);
    assert_eq!(of(&joined(&at_least(5.0), &at_least(9.0)), DisputeKind::Number), [], "at least 5, at least 9");
    let more = |c: FuseClaim| {
        let mut claim = dead(5.0)(c);
        claim.quantities[0].more = true;
        claim
    };
    let record = joined(&dead(9.0), &more);
    assert_eq!(of(&record, DisputeKind::Number), [], "five more");
    assert_ne!(record.event_of("a"), record.event_of("b"), "five more are other people");
}

#[test]
fn a_side_holds_only_what_clashes() {
    let record = Record::default()
        .report("d1", "Arvian Times", 4)
        .says("a", ClaimType::Casualties, dead(5.0))
        .report("d2", "Belmark Post", 5)
        .says("b", ClaimType::Casualties, at_least(4.0))
        .report("d3", "Courier", 6)
        .says("c", ClaimType::Casualties, at_least(6.0));
    let found = of(&record, DisputeKind::Number);
    assert_eq!(found.len(), 1);
    assert_eq!(sides(&found[0]), [("5".to_string(), vec!["a"]), ("at least 6".to_string(), vec!["c"])]);
}

#[test]
fn a_later_figure_of_one_origin_is_a_revision() {
    let told = |count: f64| move |c| told_by(dead(count)(c), "ministry", SourceKind::Official);
    let record = Record::default()
        .report("d1", "Arvian Times", 4)
        .says("a", ClaimType::Casualties, told(5.0))
        .report("d2", "Belmark Post", 6)
        .says("b", ClaimType::Casualties, told(7.0));
    assert_eq!(of(&record, DisputeKind::Number), []);
    let tolls = record.fusion().tolls;
    let stands: Vec<&str> = tolls[0].figures.iter().map(|figure| figure.stand.as_str()).collect();
    assert_eq!(stands, ["revised", "whole"]);
    assert_eq!((tolls[0].low, tolls[0].best, tolls[0].high), (Some(7.0), Some(7.0), Some(7.0)));
}

#[test]
fn a_ledger_gives_low_best_and_high() {
    let record = Record::default()
        .report("d1", "Arvian Times", 4)
        .says("a", ClaimType::Casualties, dead(5.0))
        .report("d2", "Belmark Post", 5)
        .says("b", ClaimType::Casualties, dead(7.0))
        .report("d3", "Courier", 6)
        .says("c", ClaimType::Casualties, dead(5.0));
    let tolls = record.fusion().tolls;
    assert_eq!(tolls.len(), 1);
    assert_eq!((tolls[0].low, tolls[0].best, tolls[0].high), (Some(5.0), Some(5.0), Some(7.0)));
    assert_eq!(tolls[0].reason, "Best is the figure with most origins, 2.");
}

#[test]
fn a_copy_weighs_nothing_in_a_ledger() {
    let record = Record::default()
        .report("d1", "Arvian Times", 4)
        .says("a", ClaimType::Casualties, dead(5.0))
        .report("d2", "Courier", 4)
        .says("b", ClaimType::Casualties, dead(5.0))
        .report("d3", "Belmark Post", 6)
        .says("c", ClaimType::Casualties, dead(7.0))
        .copy("d1", "d2");
    let tolls = record.fusion().tolls;
    assert_eq!(tolls[0].best, Some(7.0), "one origin each, and the later counts");
}

fn offensive(claim: FuseClaim, day: i64) -> FuseClaim {
    signed(on(claim, day, day), &[Sign::Begins, Sign::Long])
}

#[test]
fn one_offensive_that_begins_twice_in_one_article_is_a_dispute() {
    let record = Record::default()
        .report("d1", "Arvian Times", 9)
        .says("a", ClaimType::Fight, |c| place(actor(offensive(c, 4), "army"), "Tavan"))
        .says("b", ClaimType::Fight, |c| FuseClaim { retold: true, ..offensive(c, 1) });
    let found = of(&record, DisputeKind::Date);
    assert_eq!(found.len(), 1);
    assert_eq!(sides(&found[0]), [("2031-05-02".to_string(), vec!["b"]), ("2031-05-05".to_string(), vec!["a"])]);
    let other = Record::default()
        .report("d1", "Arvian Times", 9)
        .says("a", ClaimType::Fight, |c| place(actor(offensive(c, 4), "army"), "Tavan"))
        .says("b", ClaimType::Fight, |c| place(actor(offensive(c, 1), "army"), "Hold"));
    assert_eq!(of(&other, DisputeKind::Date), [], "an offensive elsewhere is another one");
}

#[test]
fn a_person_dies_once() {
    let death = |day: i64| move |c| signed(on(target(c, "Anton Brek"), day, day), &[Sign::Dies]);
    let record = Record::default()
        .report("d1", "Arvian Times", 9)
        .says("a", ClaimType::Attack, death(2))
        .report("d2", "Belmark Post", 30)
        .says("b", ClaimType::Attack, death(5));
    assert_eq!(record.event_of("a"), record.event_of("b"));
    assert_eq!(of(&record, DisputeKind::Date).len(), 1);
}

fn capture(claim: FuseClaim) -> FuseClaim {
    on(place(actor(claim, "army"), "Tavan"), 2, 2)
}

#[test]
fn a_denial_is_tied_to_what_it_denies() {
    let denies = |c| {
        let mut claim = told_by(capture(c), "ministry", SourceKind::Official);
        claim.chain[0].stance = Stance::Denies;
        claim
    };
    let record = Record::default()
        .report("d1", "Arvian Times", 4)
        .says("a", ClaimType::Capture, capture)
        .report("d2", "Belmark Post", 5)
        .says("b", ClaimType::Capture, denies);
    let found = of(&record, DisputeKind::Happened);
    assert_eq!(found.len(), 1);
    assert_eq!(sides(&found[0]), [("denies it".to_string(), vec!["b"]), ("says it".to_string(), vec!["a"])]);
    assert_eq!(record.event_of("a").grade, Grade::Contested);
    let alone = Record::default().report("d2", "Belmark Post", 5).says("b", ClaimType::Capture, denies);
    assert_eq!(alone.event_of("b").grade, Grade::Denied);
}

#[test]
fn did_not_clashes_with_did() {
    let negative = |c| FuseClaim { polarity: Polarity::Negative, ..capture(c) };
    let record = Record::default()
        .report("d1", "Arvian Times", 4)
        .says("a", ClaimType::Capture, capture)
        .report("d2", "Belmark Post", 5)
        .says("b", ClaimType::Capture, negative);
    let found = of(&record, DisputeKind::Happened);
    assert_eq!(found.len(), 1);
    assert_eq!(sides(&found[0]), [("it is not so".to_string(), vec!["b"]), ("it is so".to_string(), vec!["a"])]);
    let elsewhere = |c| FuseClaim { polarity: Polarity::Negative, ..on(place(actor(c, "army"), "Hold"), 2, 2) };
    let record = Record::default()
        .report("d1", "Arvian Times", 4)
        .says("a", ClaimType::Capture, capture)
        .report("d2", "Belmark Post", 5)
        .says("b", ClaimType::Capture, elsewhere);
    assert_eq!(of(&record, DisputeKind::Happened), [], "not in Hold");
}

#[test]
fn what_is_told_and_what_is_possible_are_a_tension() {
    let may = |c| FuseClaim { modality: Modality::Possible, ..capture(c) };
    let record = Record::default()
        .report("d1", "Arvian Times", 4)
        .says("a", ClaimType::Capture, capture)
        .report("d2", "Belmark Post", 5)
        .says("b", ClaimType::Capture, may);
    let found = of(&record, DisputeKind::Happened);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].strength, Strength::Tension);
}

#[test]
fn one_deed_of_two_doers_is_a_dispute() {
    let by = |name: &'static str| move |c| on(place(target(actor(c, name), "villagers"), "Tavan"), 2, 2);
    let record = Record::default()
        .report("d1", "Arvian Times", 4)
        .says("a", ClaimType::Attack, by("army"))
        .report("d2", "Belmark Post", 5)
        .says("b", ClaimType::Attack, by("rebels"));
    let found = of(&record, DisputeKind::Responsibility);
    assert_eq!(found.len(), 1);
    assert_eq!(sides(&found[0]), [("army".to_string(), vec!["a"]), ("rebels".to_string(), vec!["b"])]);
    let allied = record.says("c", ClaimType::AlliedWith, |c| target(actor(c, "army"), "rebels"));
    assert_eq!(of(&allied, DisputeKind::Responsibility), [], "allies do it together");
}

#[test]
fn two_that_blame_each_other_are_a_dispute() {
    let blame = |c| signed(actor(actor(c, "army"), "rebels"), &[Sign::EachOther]);
    let record = Record::default().report("d1", "Arvian Times", 4).says("a", ClaimType::Accuse, blame);
    assert_eq!(of(&record, DisputeKind::Responsibility).len(), 1);
    let record = Record::default()
        .report("d1", "Arvian Times", 4)
        .says("a", ClaimType::Accuse, |c| target(actor(c, "army"), "rebels"))
        .says("b", ClaimType::Accuse, |c| target(actor(c, "rebels"), "army"));
    assert_eq!(of(&record, DisputeKind::Responsibility).len(), 1);
    let record = Record::default()
        .report("d1", "Arvian Times", 4)
        .says("a", ClaimType::Accuse, |c| target(actor(c, "army"), "rebels"));
    assert_eq!(of(&record, DisputeKind::Responsibility), []);
}

#[test]
fn two_holders_of_one_place_are_a_dispute_unless_they_belong_together() {
    let holds = |name: &'static str| move |c| place(actor(c, name), "Tavan");
    let record = Record::default()
        .report("d1", "Arvian Times", 4)
        .says("a", ClaimType::Controls, holds("Arvian army"))
        .report("d2", "Belmark Post", 5)
        .says("b", ClaimType::Controls, holds("Free Band"));
    assert_eq!(of(&record, DisputeKind::Control).len(), 1);
    let part = record.clone().says("c", ClaimType::PartOf, |c| target(actor(c, "Arvian army"), "Free Band"));
    assert_eq!(of(&part, DisputeKind::Control), []);
}

#[test]
fn a_truce_that_is_not_kept_is_a_tension() {
    let truce = |c| signed(on(target(actor(c, "army"), "rebels"), 2, 2), &[Sign::Truce]);
    let goes_on = |c| signed(target(actor(c, "army"), "villagers"), &[Sign::GoesOn]);
    let record = Record::default().report("d1", "Arvian Times", 4).says("a", ClaimType::Agree, truce).says(
        "b",
        ClaimType::Strike,
        goes_on,
    );
    assert_eq!(of(&record, DisputeKind::AnnouncedVsObserved).len(), 1);
    let before = Record::default().report("d1", "Arvian Times", 4).says("a", ClaimType::Agree, truce).says(
        "b",
        ClaimType::Strike,
        |c| on(target(actor(c, "army"), "villagers"), 1, 1),
    );
    assert_eq!(of(&before, DisputeKind::AnnouncedVsObserved), [], "a strike before the truce breaks none");
}

#[test]
fn neighbouring_days_in_two_reports_are_a_tension() {
    let taken = |day: i64| move |c| on(place(actor(c, "rebels"), "Tavan"), day, day);
    let record = Record::default()
        .report("d1", "Arvian Times", 5)
        .says("a", ClaimType::Capture, taken(3))
        .report("d2", "Belmark Post", 5)
        .says("b", ClaimType::Capture, taken(4));
    let found = of(&record, DisputeKind::Date);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].strength, Strength::Tension);
    assert_eq!(found[0].reason, "One happening is told of days next to each other: 2031-05-04 and 2031-05-05.");
    let one = Record::default().report("d1", "Arvian Times", 5).says("a", ClaimType::Capture, taken(3)).says(
        "b",
        ClaimType::Capture,
        taken(4),
    );
    assert!(of(&one, DisputeKind::Date).is_empty(), "one report that goes from day to day");
}

#[test]
fn denied_presence_stands_against_coming_and_holding() {
    let denied = |c: FuseClaim| {
        let mut claim = told_by(place(actor(c, "army"), "Tavan"), "ministry", SourceKind::Official);
        claim.chain[0].stance = Stance::Denies;
        claim
    };
    let there = |c| told_by(place(actor(c, "army"), "Tavan"), "officials", SourceKind::Official);
    let record = Record::default()
        .report("d1", "Arvian Times", 5)
        .says("no", ClaimType::Deploy, denied)
        .says("yes", ClaimType::Capture, there)
        .report("d2", "Courier", 6)
        .says("held", ClaimType::Controls, there);
    let found = of(&record, DisputeKind::Happened);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(sides(&found[0]), [("not there".to_string(), vec!["no"]), ("there".to_string(), vec!["held", "yes"])]);
    // Who does not hold a place may still be in it; others may be there as well.
    let weaker = Record::default()
        .report("d1", "Arvian Times", 5)
        .says("no", ClaimType::Controls, denied)
        .says("yes", ClaimType::PresentIn, there)
        .says("other", ClaimType::Controls, |c| place(actor(c, "front"), "Tavan"));
    assert!(of(&weaker, DisputeKind::Happened).is_empty());
}

#[test]
fn a_figure_that_its_paper_takes_back_stands_no_more() {
    use model::FigureStand::{Revised, Whole};
    let record = Record::default()
        .report("d1", "Arvian Times", 5)
        .says("first", ClaimType::Casualties, |c| told_by(on(dead(20.0)(c), 4, 4), "officials", SourceKind::Official))
        .report("d2", "Courier", 6)
        .says("other", ClaimType::Casualties, |c| on(dead(20.0)(c), 4, 4))
        .report("d3", "Arvian Times", 120)
        .says("back", ClaimType::Casualties, |c| {
            signed(told_by(dead(20.0)(c), "Arvian Times", SourceKind::Outlet), &[Sign::Withdrawn])
        })
        .report("d4", "Belmark Post", 220)
        .says("far", ClaimType::Casualties, dead(20.0));
    let event = record.event_of("first");
    let ids: Vec<&str> = event.claims.iter().map(|id| id.0.as_str()).collect();
    assert_eq!(ids, ["back", "first", "other"], "months later only who names the paper speaks of what it told");
    let fusion = record.fusion();
    let toll = fusion.tolls.iter().find(|toll| toll.event == event.id).expect("a toll");
    let stands: Vec<_> = toll.figures.iter().map(|figure| (figure.claim.0.as_str(), figure.stand)).collect();
    assert_eq!(stands, [("first", Revised), ("other", Whole), ("back", Revised)]);
}
