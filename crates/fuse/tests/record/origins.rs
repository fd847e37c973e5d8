//! Who stands behind an event, and how many of them are independent.

use crate::invented::*;
use fuse::{FuseClaim, FuseLink};
use model::{ClaimType, OriginCount, SourceKind, Stance};

fn taken(claim: FuseClaim) -> FuseClaim {
    on(place(actor(claim, "army"), "Tavan"), 2, 2)
}

fn count(record: &Record) -> (u32, u32) {
    let OriginCount { certain, possible } = record.event_of("a").origin_count;
    (certain, possible)
}

fn said(record: Record, id: &str, source: &[(&'static str, SourceKind)]) -> Record {
    record.says(id, ClaimType::Capture, |claim| {
        source.iter().fold(taken(claim), |claim, (name, kind)| told_by(claim, name, *kind))
    })
}

#[test]
fn an_article_that_names_nobody_speaks_for_itself_when_alone() {
    let one = said(Record::default().report("d1", "Arvian Times", 3), "a", &[]);
    assert_eq!(count(&one), (1, 1));
    let two = said(one.report("d2", "Belmark Post", 3), "b", &[]);
    assert_eq!(count(&two), (1, 2), "where either has it from is not told");
    let origins = two.event_of("a").origins;
    assert_eq!(
        origins.iter().map(|origin| origin.key.as_str()).collect::<Vec<_>>(),
        ["outlet:Arvian Times", "outlet:Belmark Post"]
    );
    assert_eq!(origins.iter().filter(|origin| origin.certain).count(), 1);
}

#[test]
fn named_sources_are_origins_and_whoever_passes_them_on_is_none() {
    let ministry = ("ministry", SourceKind::Official);
    let brek = ("Anton Brek", SourceKind::Person);
    let one = said(Record::default().report("d1", "Arvian Times", 3), "a", &[ministry]);
    let ten = (0..9).fold(one, |record, at| {
        said(record.report(&format!("e{at}"), &format!("paper {at}"), 3), &format!("e{at}"), &[ministry])
    });
    assert_eq!(count(&ten), (1, 1), "ten articles that repeat one communiqué count once");
    let two = said(ten.report("d2", "Belmark Post", 3), "b", &[brek]);
    assert_eq!(count(&two), (2, 2), "a new named witness counts");
    let silent = said(two.report("d3", "Courier", 3), "c", &[]);
    assert_eq!(count(&silent), (2, 3), "a document that names nobody is only possible beside known ones");
    let vague = said(silent.report("d4", "Courier", 3), "d", &[("officials", SourceKind::Official)]);
    assert_eq!(count(&vague), (2, 4), "officials may be of the ministry");
}

#[test]
fn a_citing_article_adds_nothing() {
    let own = said(Record::default().report("d1", "Arvian Times", 3), "a", &[]);
    let cited = said(own.report("d2", "Belmark Post", 4), "b", &[("Arvian Times", SourceKind::Outlet)]);
    assert_eq!(count(&cited), (1, 1));
    let with_source = &[("Arvian Times", SourceKind::Outlet), ("ministry", SourceKind::Official)];
    let told = said(cited.report("d3", "Courier", 4), "c", with_source);
    assert_eq!(count(&told).0, 1, "the ministry is known through the cited paper only");
}

#[test]
fn a_carried_report_is_its_agency_s() {
    let one = said(Record::default().report("d1", "Arvian Times", 3).carries("Courier"), "a", &[]);
    let both = said(one.report("d2", "Belmark Post", 4).carries("Courier"), "b", &[]);
    assert_eq!(count(&both), (1, 1), "two papers that carry one agency's report are one voice");
    assert_eq!(both.event_of("a").origins[0].name, "Courier");
    let with_source = said(both.report("d3", "Courier", 3), "c", &[("ministry", SourceKind::Official)]);
    let carried =
        said(with_source.report("d4", "Daily Hold", 4).carries("Courier"), "d", &[("officials", SourceKind::Official)]);
    assert_eq!(count(&carried).0, 1, "whom a carried report names is known through its agency");
}

#[test]
fn a_sentence_written_anew_adds_nothing_certain_whomever_it_names() {
    let told = |record: Record, id: &str, name: &'static str, kind, sentence: &str| {
        record.says(id, ClaimType::Capture, |claim| worded(told_by(taken(claim), name, kind), sentence))
    };
    let first = "The army took the town of Tavan before dawn on Friday after a siege of nine days.";
    let anew = "The army captured the town of Tavan before dawn on Friday after a siege of nine days, Brek said.";
    let other = "On the ninth day of the siege, a Friday, soldiers entered Tavan while it was still dark.";
    let one = told(Record::default().report("d1", "Arvian Times", 3), "a", "ministry", SourceKind::Official, first);
    let two =
        |sentence| told(one.clone().report("d2", "Belmark Post", 4), "b", "Anton Brek", SourceKind::Person, sentence);
    assert_eq!(count(&two(anew)), (1, 2), "the name may have been put on");
    assert_eq!(count(&two(other)), (2, 2), "a witness in words of his own counts");
    // In its own voice it is not even a possible further one.
    let silent = |sentence| {
        let report = one.clone().report("d2", "Belmark Post", 4);
        report.says("b", ClaimType::Capture, |claim| worded(taken(claim), sentence))
    };
    assert_eq!(count(&silent(anew)), (1, 1));
    assert_eq!(count(&silent(other)), (1, 2));
}

#[test]
fn a_copy_adds_nothing_even_when_it_drops_the_source() {
    let ministry = ("ministry", SourceKind::Official);
    let original = said(Record::default().report("d1", "Arvian Times", 3), "a", &[ministry]);
    let copy = said(original.report("d2", "Belmark Post", 4), "b", &[]).copy("d2", "d1");
    assert_eq!(count(&copy), (1, 1));
    let silent = said(Record::default().report("d1", "Arvian Times", 3), "a", &[]);
    let copies = said(silent.report("d2", "Belmark Post", 4), "b", &[]).copy("d1", "d2");
    assert_eq!(count(&copies), (1, 1), "two outlets with one text are one voice");
}

#[test]
fn sources_side_by_side_are_surely_one_voice() {
    let together = |record: Record, id: &str, names: &[&str]| {
        let sources = names.iter().map(|name| who(name)).collect();
        let link = FuseLink { sources, kind: SourceKind::Official, stance: Stance::Asserts };
        record.says(id, ClaimType::Capture, |claim| FuseClaim { chain: vec![link.clone()], ..taken(claim) })
    };
    let joint = together(Record::default().report("d1", "Arvian Times", 3), "a", &["ministry", "Anton Brek"]);
    assert_eq!(count(&joint), (1, 2), "\"the ministry and Brek said\" can be one statement");
    let alone = together(joint.clone().report("d2", "Belmark Post", 3), "b", &["Anton Brek"]);
    assert_eq!(count(&alone), (1, 2), "Brek can have spoken for both");
    let both = together(alone.report("d3", "Courier", 3), "c", &["ministry"]);
    assert_eq!(count(&both), (2, 2), "each has spoken by himself");
    let others = together(joint.report("d4", "Daily Hold", 3), "d", &["Cora Vell", "front"]);
    assert_eq!(count(&others), (2, 4), "two joint statements of others");
}
