//! The record does not depend on threads, order or number of runs.

use crate::reports;
use crate::run::{dump, run};
use std::fs;

#[test]
fn threads_order_and_runs_do_not_change_the_record() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    reports::write(&at.join("reports"), 12, 20, 3);
    // The same bytes at two paths, one of which has another outlet beside it.
    fs::copy(at.join("reports/north/report-000.txt"), at.join("reports/south/copy.txt")).unwrap();

    let read = |case: &str, words: &[&str]| {
        let words: Vec<&str> = ["read", "--case", case].iter().chain(words).copied().collect();
        let said = run(at, &words);
        assert_eq!(said.status, Some(0), "{}", said.err);
        said
    };
    let said = read("one.isnad", &["reports", "--jobs", "1"]);
    assert_eq!(
        said.err.lines().next(),
        Some("13 files: 12 read, 0 read with problems, 0 refused, 1 already in the case")
    );
    let expected = dump(&at.join("one.isnad"));
    assert!(expected.contains("\nclaim id="), "claims were read");
    assert!(expected.contains("document_path path=\"north/report-000.txt\"\ndocument_path path=\"south/copy.txt\""));

    read("two.isnad", &["reports", "--jobs", "2"]);
    assert!(dump(&at.join("two.isnad")) == expected, "two threads give another record than one");

    // The folders are named so that paths stay the same; the files come in another order, in several runs.
    fs::create_dir(at.join("first")).unwrap();
    fs::rename(at.join("reports/south"), at.join("first/south")).unwrap();
    read("three.isnad", &["first", "reports", "--jobs", "2"]);
    assert!(dump(&at.join("three.isnad")) == expected, "another order gives another record");
    read("four.isnad", &["first"]);
    read("four.isnad", &["reports"]);
    let again = read("four.isnad", &["first", "reports"]);
    assert_eq!(again.err, "13 files: 0 read, 0 read with problems, 0 refused, 13 already in the case\n");
    assert!(dump(&at.join("four.isnad")) == expected, "several runs give another record");
    read("four.isnad", &["reports", "first", "--again"]);
    assert!(dump(&at.join("four.isnad")) == expected, "reading anew gives another record");

    let export = |case: &str| run(at, &["export", case, "--format", "claims"]).out;
    assert_eq!(export("one.isnad"), export("four.isnad"));
}
