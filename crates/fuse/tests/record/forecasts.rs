//! What was foretold, and what became of it.

use crate::invented::*;
use fuse::FuseClaim;
use model::{ClaimType, Forecast, Modality, Outcome, Polarity, SourceKind};

/// The ministry vows on 4 May that the army will take Tavan.
fn vowed() -> Record {
    Record::default().report("d1", "Arvian Times", 3).says("vow", ClaimType::Intent, vow)
}

fn vow(claim: FuseClaim) -> FuseClaim {
    let claim = worded(place(actor(claim, "army"), "Tavan"), "The ministry vowed that the army would take Tavan");
    let claim = FuseClaim { deed: Some(ClaimType::Capture), modality: Modality::Planned, ..claim };
    told_by(claim, "ministry", SourceKind::Official)
}

/// One more report, published so many days after 1 May, that tells of a capture.
fn later(record: Record, id: &str, day: i64, build: impl FnOnce(FuseClaim) -> FuseClaim) -> Record {
    record.report(&format!("of {id}"), "Belmark Post", day).says(id, ClaimType::Capture, build)
}

fn the_only(record: &Record) -> Forecast {
    let mut forecasts = record.fusion().forecasts;
    assert_eq!(forecasts.len(), 1, "{forecasts:?}");
    forecasts.remove(0)
}

fn rests_on(forecast: &Forecast) -> Vec<(&str, Outcome)> {
    forecast.evidence.iter().map(|one| (one.claim.0.as_str(), one.shows)).collect()
}

#[test]
fn what_nobody_tells_of_stays_open() {
    let forecast = the_only(&vowed());
    assert_eq!((forecast.outcome, forecast.holders.as_slice()), (Outcome::Open, [who("ministry")].as_slice()));
    assert_eq!(forecast.reason, "No later claim of the record tells of it.");
    let elsewhere = later(vowed(), "a", 9, |claim| place(actor(claim, "army"), "Hold"));
    let others = later(elsewhere, "b", 9, |claim| place(actor(claim, "front"), "Tavan"));
    let before = later(others, "c", 9, |claim| on(place(actor(claim, "army"), "Tavan"), 1, 1));
    assert_eq!(the_only(&before).outcome, Outcome::Open, "another place, another party, a day before");
}

#[test]
fn a_later_claim_tells_that_it_came() {
    let forecast = the_only(&later(vowed(), "a", 9, |claim| place(actor(claim, "army"), "Tavan")));
    assert_eq!(forecast.outcome, Outcome::CameTrue);
    assert_eq!(rests_on(&forecast), [("a", Outcome::CameTrue)]);
    assert_eq!(forecast.evidence[0].reason, "Told of 2031-05-10 or after, of type capture, by army, in Tavan.");
}

#[test]
fn a_later_claim_tells_that_it_did_not_come() {
    let not = |claim| FuseClaim { polarity: Polarity::Negative, ..place(actor(claim, "army"), "Tavan") };
    let missed = later(vowed(), "a", 9, not);
    assert_eq!(rests_on(&the_only(&missed)), [("a", Outcome::DidNot)]);
    assert_eq!(the_only(&missed).outcome, Outcome::DidNot);
    let both = the_only(&later(missed, "b", 12, |claim| place(actor(claim, "army"), "Tavan")));
    assert_eq!(both.outcome, Outcome::Open, "no verdict where the record has both");
    assert_eq!(rests_on(&both), [("a", Outcome::DidNot), ("b", Outcome::CameTrue)]);
}

#[test]
fn the_deed_of_its_sentence_belongs_to_it() {
    let record = vowed().says("deed", ClaimType::Capture, |claim| FuseClaim {
        sentence: 0,
        modality: Modality::Planned,
        ..on(place(actor(claim, "army"), "Tavan"), 10, 12)
    });
    let forecast = the_only(&record);
    assert_eq!((forecast.claim.0.as_str(), forecast.also.len()), ("vow", 1));
    assert_eq!(forecast.horizon, Some(may(12)));
}

#[test]
fn copies_foretell_it_once() {
    let twice = vowed().report("d0", "Courier", 4).says("a", ClaimType::Intent, vow);
    assert_eq!(twice.fusion().forecasts.len(), 2, "two papers that heard it");
    let forecast = the_only(&twice.copy("d0", "d1"));
    assert_eq!(forecast.claim.0, "vow", "the earlier of two copies tells it");
    assert_eq!(forecast.also.iter().map(|claim| claim.0.as_str()).collect::<Vec<_>>(), ["a"]);
}
