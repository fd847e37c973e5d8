//! Tables of names of the user: known in every later command, and refused with file and line when they are wrong.

use crate::run::run;
use std::fs;

const REPORT: &str = "VGX captured the bridge near Velna on Monday, the mayor said. The Velna Guard fled on Tuesday.\n";
const ACTORS: &str = "name\tkind\taliases\tparent\tcountries\tsource\n\
    Velna Grey Guard\tarmed_group\tVelna Guard|VGX\tKestrian Union\t\town files\n\
    Kestrian Union\tparty\t\t\t\town files\n";

#[test]
fn names_of_the_user_are_kept_in_the_case() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("bridge.txt"), REPORT).unwrap();
    fs::write(at.join("actors.tsv"), ACTORS).unwrap();
    let read = ["read", "bridge.txt", "--case", "c.isnad", "--date", "2031-03-05"];
    assert_eq!(run(at, &read).status, Some(0));
    let actors = |case: &str| -> String { run(at, &["claims", case, "--type", "capture", "--json"]).out };
    assert!(!actors("c.isnad").contains("Velna Grey Guard"));

    // A table that is wrong changes nothing, not even in a case that is not there yet.
    fs::write(at.join("wrong.tsv"), ACTORS.replace("armed_group", "militia")).unwrap();
    let wrong = run(at, &["read", "bridge.txt", "--case", "new.isnad", "--knowledge", "wrong.tsv"]);
    assert_eq!(wrong.status, Some(2));
    assert!(wrong.err.contains("wrong.tsv:2: expected a kind of actor, found \"militia\""), "{}", wrong.err);
    assert!(!at.join("new.isnad").exists());
    let none = run(at, &["read", "bridge.txt", "--case", "new.isnad", "--knowledge", "none.tsv"]);
    assert!(none.err.contains("none.tsv: expected a table of names"), "{}", none.err);

    // What was read without the table is told; --again reads it with it.
    let with = [&read[..], &["--knowledge", "actors.tsv"]].concat();
    let told = run(at, &with);
    assert!(told.err.contains("with other tables of names"), "{}", told.err);
    assert!(run(at, &[&with[..], &["--again"]].concat()).status == Some(0));
    assert!(actors("c.isnad").contains("Velna Grey Guard"), "{}", actors("c.isnad"));

    // The tables stay: the file is needed no more.
    fs::remove_file(at.join("actors.tsv")).unwrap();
    let same = run(at, &[&read[..], &["--again"]].concat());
    assert_eq!(same.status, Some(0), "{}", same.err);
    assert!(actors("c.isnad").contains("Velna Grey Guard"));
    assert_eq!(run(at, &["verify", "c.isnad"]).status, Some(0));
    let id = actors("c.isnad").split("\"id\":\"").nth(1).map(|rest| rest[..16].to_string()).unwrap();
    let explained = run(at, &["explain", "c.isnad", &id]);
    assert!(explained.out.contains("Velna Grey Guard"), "{}{}", explained.out, explained.err);

    // A table changed behind the program's back is found.
    let raw = rusqlite::Connection::open(at.join("c.isnad")).unwrap();
    raw.execute("UPDATE knowledge SET text = replace(text, 'VGX', 'VGY')", []).unwrap();
    drop(raw);
    let verified = run(at, &["verify", "c.isnad"]);
    assert_eq!(verified.status, Some(1));
    assert!(verified.out.contains("knowledge actors.tsv: expected the table as it was given"), "{}", verified.out);
}
