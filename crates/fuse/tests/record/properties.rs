//! What holds for any record: the order of its claims changes nothing, every claim is in one event, and no copy, rewrite or
//! citing article raises the number of origins that are certain.

use crate::invented::*;
use fuse::{FuseClaim, FuseLink, Wording};
use lexicon::Sign;
use model::{ClaimId, ClaimType, Event, Modality, Polarity, SourceKind, Stance};
use proptest::prelude::*;
use std::collections::BTreeMap;

const OUTLETS: [&str; 4] = ["", "Arvian Times", "Belmark Post", "Courier"];
const SOURCES: [(&str, SourceKind); 4] = [
    ("ministry", SourceKind::Official),
    ("Anton Brek", SourceKind::Person),
    ("officials", SourceKind::Official),
    ("Arvian Times", SourceKind::Outlet),
];

const WORDINGS: [&str; 3] = [
    "Five guards were killed when a shell hit the depot in Tavan on Monday, the ministry said.",
    "At least five guards died when a shell hit the depot in Tavan on Monday night.",
    "A shell that struck the depot at Tavan late on Monday cost the lives of five of its guards.",
];

/// One claim in small numbers: type, actor, target, place, day, source, negative, and what tells it apart from others: count, sign,
/// modality, taken up again.
type Seed = (usize, usize, usize, usize, Option<i64>, Vec<usize>, bool, (usize, usize, usize, bool));

fn seed() -> impl Strategy<Value = Seed> {
    (
        0..8usize,
        0..4usize,
        0..4usize,
        0..4usize,
        prop::option::of(0..4i64),
        prop::collection::vec(0..4usize, 0..3),
        prop::bool::weighted(0.1),
        (0..4usize, 0..9usize, 0..5usize, prop::bool::weighted(0.3)),
    )
}

fn record() -> impl Strategy<Value = Record> {
    let document = (0..4usize, 4..9i64, prop::collection::vec(seed(), 1..5));
    prop::collection::vec(document, 1..6).prop_map(|documents| {
        let mut record = Record::default();
        for (at, (outlet, day, claims)) in documents.into_iter().enumerate() {
            record = record.report(&format!("d{at}"), OUTLETS[outlet], day);
            for (number, claim) in claims.into_iter().enumerate() {
                use ClaimType::*;
                let types = [Capture, Strike, Fight, Casualties, Backs, Controls, Agree, Forecast];
                record = record.says(&format!("c{at}.{number}"), types[claim.0], |c| filled(c, &claim));
            }
        }
        record
    })
}

fn filled(claim: FuseClaim, seed: &Seed) -> FuseClaim {
    let parties = ["army", "front", "rebels"];
    let mut claim = claim;
    if let Some(name) = parties.get(seed.1) {
        claim = actor(claim, name);
    }
    if let Some(name) = parties.get(seed.2) {
        claim = target(claim, name);
    }
    if let Some(name) = ["Tavan", "Hold", "Arvia"].get(seed.3) {
        claim = place(claim, name);
    }
    if let Some(day) = seed.4 {
        claim = on(claim, day, day);
    }
    for &source in &seed.5 {
        claim = told_by(claim, SOURCES[source].0, SOURCES[source].1);
    }
    if seed.6 {
        claim.polarity = Polarity::Negative;
    }
    let (count, sign, modality, retold) = seed.7;
    if count > 0 && claim.claim_type == ClaimType::Casualties {
        claim = killed(claim, count as f64);
    }
    let signs = [Sign::Begins, Sign::Long, Sign::GoesOn, Sign::Truce, Sign::Dies, Sign::Up, Sign::Down, Sign::Pretence];
    claim.signs.extend(signs.get(sign));
    if let Some(modality) = [Modality::Possible, Modality::Planned].get(modality) {
        claim.modality = *modality;
    }
    claim.retold = retold;
    // Some in spellings that few share.
    claim = spelt(claim, [(count % 3) as u32, (sign % 3) as u32]);
    // Some in words that others share, some in words that are not known.
    if sign > 4 {
        claim = worded(claim, WORDINGS[count % WORDINGS.len()]);
    }
    claim
}

fn certain(events: &[Event]) -> BTreeMap<ClaimId, u32> {
    events.iter().flat_map(|event| event.claims.iter().map(|id| (id.clone(), event.origin_count.certain))).collect()
}

/// The record with one document more that tells what the document at `of` tells.
fn with_another(record: &Record, of: usize, tell: impl Fn(&FuseClaim) -> Vec<FuseLink>) -> Record {
    let first = &record.articles[of % record.articles.len()];
    let mut more = record.clone();
    more.articles.push(fuse::FuseArticle {
        document: doc("new"),
        article: 0,
        outlet: Some(who("a new outlet")),
        taken_from: Vec::new(),
        published: first.published,
    });
    for claim in record.claims.iter().filter(|claim| claim.document == first.document) {
        let id = ClaimId(format!("new.{}", claim.id.0));
        more.claims.push(FuseClaim { id, document: doc("new"), chain: tell(claim), ..claim.clone() });
    }
    more
}

fn never_raised(before: &Record, after: &Record) -> Result<(), TestCaseError> {
    let (before, after) = (certain(&before.events()), certain(&after.events()));
    for (claim, count) in before {
        prop_assert!(after[&claim] <= count, "{} rose from {} to {}", claim.0, count, after[&claim]);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_input_changes_nothing(record in record(), seed in any::<u64>()) {
        let mut shuffled = record.clone();
        // A small generator of its own: the order is part of the case that proptest shrinks.
        let mut state = seed | 1;
        let mut next = move |below: usize| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 33) as usize % below
        };
        for at in (1..shuffled.claims.len()).rev() {
            shuffled.claims.swap(at, next(at + 1));
        }
        shuffled.articles.reverse();
        for claim in &mut shuffled.claims {
            claim.actors.reverse();
            claim.targets.reverse();
        }
        shuffled.copies.reverse();
        prop_assert_eq!(record.fusion(), shuffled.fusion());
        prop_assert_eq!(format!("{:?}", record.fusion()), format!("{:?}", shuffled.fusion()), "byte for byte");
    }

    #[test]
    fn every_claim_is_in_one_event(record in record()) {
        let mut claims: Vec<String> =
            record.events().iter().flat_map(|event| event.claims.iter().map(|id| id.0.clone())).collect();
        claims.sort();
        let mut expected: Vec<String> = record.claims.iter().map(|claim| claim.id.0.clone()).collect();
        expected.sort();
        prop_assert_eq!(claims, expected);
        for event in record.events() {
            prop_assert_eq!(event.reasons.len() + 1, event.claims.len());
            let count = event.origin_count;
            prop_assert!(1 <= count.certain && count.certain <= count.possible, "{:?}", count);
            prop_assert!(count.possible as usize <= event.origins.len());
            let marked = event.origins.iter().filter(|origin| origin.certain).count();
            prop_assert_eq!(marked, count.certain as usize);
        }
    }

    #[test]
    fn a_copy_never_raises_the_lower_bound(record in record(), of in 0..6usize) {
        let mut after = with_another(&record, of, |claim| claim.chain.clone());
        let first = after.articles[of % record.articles.len()].document.clone();
        after.copies.push((first, doc("new")));
        never_raised(&record, &after)?;
    }

    #[test]
    fn a_rewrite_that_drops_its_sources_never_raises_the_lower_bound(record in record(), of in 0..6usize) {
        never_raised(&record, &with_another(&record, of, |_| Vec::new()))?;
    }

    #[test]
    fn a_sentence_written_anew_never_raises_the_lower_bound(record in record(), of in 0..6usize) {
        // Under the name of somebody who was never heard of before.
        let witness = FuseLink { sources: vec![who("Cora Vell")], kind: SourceKind::Person, stance: Stance::Asserts };
        let mut record = record;
        for (at, claim) in record.claims.iter_mut().enumerate() {
            claim.wording = Wording::of(&format!("five guards {at} died when {at} a shell {at} hit the depot {at} in Tavan"));
        }
        never_raised(&record, &with_another(&record, of, |_| vec![witness.clone()]))?;
    }

    #[test]
    fn an_article_that_cites_an_earlier_one_never_raises_the_lower_bound(record in record(), of in 0..6usize) {
        let Some(outlet) = record.articles[of % record.articles.len()].outlet.clone() else { return Ok(()) };
        let after = with_another(&record, of, |claim| {
            let outlet = FuseLink { sources: vec![outlet.clone()], kind: SourceKind::Outlet, stance: Stance::Asserts };
            let mut chain = vec![outlet];
            chain.extend(claim.chain.iter().cloned());
            chain
        });
        never_raised(&record, &after)?;
    }

    #[test]
    fn an_article_that_carries_a_report_never_raises_the_lower_bound(record in record(), of in 0..6usize) {
        let Some(outlet) = record.articles[of % record.articles.len()].outlet.clone() else { return Ok(()) };
        let mut after = with_another(&record, of, |claim| claim.chain.clone());
        if let Some(article) = after.articles.last_mut() {
            article.taken_from.push(outlet);
        }
        never_raised(&record, &after)?;
    }

    #[test]
    fn a_new_named_witness_raises_the_lower_bound(record in record(), of in 0..6usize) {
        // A person nobody named before tells each claim of one document once more, in a paper of its own.
        let witness = FuseLink { sources: vec![who("Cora Vell")], kind: SourceKind::Person, stance: Stance::Asserts };
        let mut after = with_another(&record, of, |_| vec![witness.clone()]);
        for claim in after.claims.iter_mut().filter(|claim| claim.id.0.starts_with("new.")) {
            claim.wording = Wording::default();
            claim.spellings.clear();
        }
        let after_events = after.events();
        for event in &after_events {
            let told = |id: &&ClaimId| id.0.starts_with("new.");
            let (new, old): (Vec<&ClaimId>, Vec<&ClaimId>) = event.claims.iter().partition(told);
            // Where somebody certain and named stood before, the witness is one more.
            let named = event.origins.iter().filter(|o| o.certain && o.key.starts_with("entity:")).count();
            if !new.is_empty() && !old.is_empty() && named > 0 {
                let witness = event.origins.iter().find(|origin| origin.name == "Cora Vell");
                prop_assert!(witness.is_some_and(|origin| origin.certain));
            }
        }
    }

    #[test]
    fn every_dispute_holds_two_sides_of_told_claims(record in record()) {
        let fusion = record.fusion();
        for dispute in &fusion.disputes {
            prop_assert!(dispute.sides.len() >= 2);
            prop_assert!(dispute.sides.iter().all(|side| !side.claims.is_empty() && !side.says.is_empty()));
            prop_assert!(fusion.events.iter().any(|event| event.id == dispute.event));
            prop_assert!(dispute.reason.ends_with('.'));
        }
        for toll in &fusion.tolls {
            let standing = |figure: &&model::Figure| figure.stand == model::FigureStand::Whole;
            if let (Some(low), Some(best)) = (toll.low, toll.best) {
                prop_assert!(low <= best);
                prop_assert!(toll.high.is_none_or(|high| best <= high));
            }
            prop_assert_eq!(toll.low.is_some(), toll.figures.iter().any(|f| standing(&f)));
        }
    }
}
