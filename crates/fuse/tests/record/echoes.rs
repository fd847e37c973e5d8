//! How claims travel, and what becomes of them.

use crate::invented::*;
use fuse::FuseClaim;
use model::{ClaimType, Echo, Modality, Passage, SourceKind, Turn};

fn dead(claim: FuseClaim, count: f64) -> FuseClaim {
    killed(on(place(target(claim, "Arvian soldiers"), "Tavan"), 2, 2), count)
}

fn turns(echo: &Echo) -> Vec<(Turn, &str)> {
    echo.changes.iter().map(|change| (change.what, change.says.as_str())).collect()
}

#[test]
fn a_citing_paper_drops_doubt_and_source_and_changes_the_figure() {
    let record = Record::default()
        .report("d1", "Arvian Times", 3)
        .says("a", ClaimType::Casualties, |c| FuseClaim {
            modality: Modality::Claimed,
            ..told_by(dead(c, 5.0), "ministry", SourceKind::Official)
        })
        .report("d2", "Belmark Post", 4)
        .says("b", ClaimType::Casualties, |c| told_by(dead(c, 6.0), "Arvian Times", SourceKind::Outlet));
    let echoes = record.fusion().echoes;
    let [echo] = echoes.as_slice() else { panic!("{echoes:?}") };
    assert_eq!((echo.from.0.as_str(), echo.claim.0.as_str(), echo.by), ("a", "b", Passage::Cites));
    assert_eq!(
        turns(echo),
        [
            (Turn::DoubtDropped, "claimed before, stated plainly here"),
            (Turn::SourceDropped, "ministry is named no more"),
            (Turn::FigureChanged, "killed: 5 became 6"),
        ]
    );
}

#[test]
fn a_carried_report_has_its_claims_from_the_agency() {
    let record = Record::default()
        .report("d1", "Arvian Times", 3)
        .says("a", ClaimType::Casualties, |c| dead(c, 5.0))
        .report("d2", "Belmark Post", 3)
        .carries("Arvian Times")
        .says("b", ClaimType::Casualties, |c| dead(c, 6.0));
    let echoes = record.fusion().echoes;
    let [echo] = echoes.as_slice() else { panic!("{echoes:?}") };
    assert_eq!((echo.from.0.as_str(), echo.claim.0.as_str(), echo.by), ("a", "b", Passage::Carries));
    assert_eq!(turns(echo), [(Turn::FigureChanged, "killed: 5 became 6")]);
}

#[test]
fn a_copy_changes_nothing_unless_it_does() {
    let ministry = |c| told_by(c, "ministry", SourceKind::Official);
    let record = Record::default()
        .report("d1", "Arvian Times", 3)
        .says("a", ClaimType::Casualties, |c| ministry(dead(c, 5.0)))
        .report("d2", "Belmark Post", 4)
        .says("b", ClaimType::Casualties, |c| ministry(dead(c, 5.0)))
        .report("d3", "Courier", 4)
        .says("c", ClaimType::Casualties, |c| dead(c, 5.0))
        .copy("d1", "d2")
        .copy("d3", "d1");
    let echoes = record.fusion().echoes;
    let told: Vec<_> = echoes.iter().map(|e| (e.from.0.as_str(), e.claim.0.as_str(), e.by, turns(e))).collect();
    assert_eq!(
        told,
        [
            ("a", "b", Passage::Copy, vec![]),
            ("a", "c", Passage::Copy, vec![(Turn::SourceDropped, "ministry is named no more")]),
        ]
    );
}

#[test]
fn a_sentence_written_anew_has_its_claim_from_the_first() {
    let record = Record::default()
        .report("d1", "Arvian Times", 3)
        .says("a", ClaimType::Casualties, |c| {
            let claim = told_by(dead(c, 5.0), "ministry", SourceKind::Official);
            worded(claim, "Five soldiers were killed when a shell hit the depot in Tavan on Monday, the ministry said.")
        })
        .report("d2", "Belmark Post", 4)
        .says("b", ClaimType::Casualties, |c| {
            let claim = told_by(dead(c, 5.0), "Anton Brek", SourceKind::Person);
            worded(claim, "At least five soldiers died when a shell hit the depot in Tavan on Monday, Anton Brek said.")
        });
    let echoes = record.fusion().echoes;
    let [echo] = echoes.as_slice() else { panic!("{echoes:?}") };
    assert_eq!((echo.from.0.as_str(), echo.claim.0.as_str(), echo.by), ("a", "b", Passage::Rewords));
    assert_eq!(turns(echo), [(Turn::SourceDropped, "ministry is named no more")]);
}

/// Four reports that write both names as most do, and two of one shelling: by whom, how written, how many others write so.
fn misspelt(ways: [[u32; 2]; 2], others: usize) -> Record {
    let shelled = |c| on(place(target(actor(c, "army"), "villagers"), "Tavan"), 2, 2);
    let mut record = Record::default();
    for n in 0..4 {
        let document = format!("usual {n}");
        record = record.report(&document, "", 1).says(&format!("u{n}"), ClaimType::Meet, |c| spelt(c, [0, 0]));
    }
    for n in 0..others {
        let document = format!("other {n}");
        record = record.report(&document, "", 1).says(&format!("o{n}"), ClaimType::Meet, |c| spelt(c, ways[0]));
    }
    let told = |name: &'static str, ways| move |c| spelt(told_by(shelled(c), name, SourceKind::Person), ways);
    record
        .report("d1", "Arvian Times", 3)
        .says("a", ClaimType::Strike, told("Anton Brek", ways[0]))
        .report("d2", "Belmark Post", 4)
        .says("b", ClaimType::Strike, told("Cora Vell", ways[1]))
}

#[test]
fn two_names_written_wrong_alike_show_a_way() {
    let record = misspelt([[7, 8], [7, 8]], 0);
    let echoes = record.fusion().echoes;
    let [echo] = echoes.as_slice() else { panic!("{echoes:?}") };
    assert_eq!((echo.from.0.as_str(), echo.claim.0.as_str(), echo.by), ("a", "b", Passage::Misspells));
    assert_eq!(record.event_of("b").origin_count.certain, 1, "whomever the later report names");
    for (ways, others, why) in [
        ([[7, 8], [7, 9]], 0, "one odd spelling may be chance"),
        ([[0, 0], [0, 0]], 0, "as most do"),
        ([[7, 8], [7, 8]], 2, "a spelling of many is a way to write"),
    ] {
        let record = misspelt(ways, others);
        assert!(record.fusion().echoes.is_empty(), "{why}");
        assert_eq!(record.event_of("b").origin_count.certain, 2, "{why}");
    }
}

#[test]
fn two_papers_that_show_no_way_have_none() {
    let record = Record::default()
        .report("d1", "Arvian Times", 3)
        .says("a", ClaimType::Casualties, |c| dead(c, 5.0))
        .report("d2", "Belmark Post", 4)
        .says("b", ClaimType::Casualties, |c| dead(c, 6.0));
    assert_eq!(record.event_of("a").claims.len(), 2);
    assert!(record.fusion().echoes.is_empty());
    // One source, told on one day: who has it from whom cannot be told.
    let ministry = |c| told_by(c, "ministry", SourceKind::Official);
    let one_day = Record::default()
        .report("d1", "Arvian Times", 3)
        .says("a", ClaimType::Casualties, |c| ministry(dead(c, 5.0)))
        .report("d2", "Belmark Post", 3)
        .says("b", ClaimType::Casualties, |c| ministry(dead(c, 6.0)));
    assert!(one_day.fusion().echoes.is_empty());
    let later = one_day
        .report("d3", "Courier", 5)
        .says("c", ClaimType::Casualties, |c| ministry(killed(target(place(c, "Tavan"), "Arvian soldiers"), 5.0)));
    let echoes = later.fusion().echoes;
    assert_eq!(echoes.len(), 1, "{echoes:?}");
    assert_eq!((echoes[0].claim.0.as_str(), echoes[0].by), ("c", Passage::SameSource));
}
