//! What is said of bad input and of what cannot be done, word for word: `tests/messages/NAME.txt`.
//!
//! `ISNAD_RENEW=1 cargo test -p isnad messages` writes the files anew; look at what changed.

use crate::run::{Said, run, said};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

/// Compares what was said with its file; the folder's own name is left out of it.
fn check(name: &str, folder: &Path, said: &Said) {
    let told =
        format!("exit status {}\n{}{}", said.status.map_or("none".to_string(), |s| s.to_string()), said.out, said.err);
    let told = told.replace(&folder.display().to_string(), "FOLDER");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/messages").join(format!("{name}.txt"));
    if std::env::var_os("ISNAD_RENEW").is_some() {
        fs::write(&path, &told).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(told, expected, "{name}.txt holds other words");
}

const REPORT: &str = "Rebels left the town of Borova on 3 March 2031, the governor of Tavan said.\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("reports")).unwrap();
    fs::write(folder.path().join("reports/good.txt"), REPORT).unwrap();
    folder
}

#[test]
fn a_case_file_that_is_none() {
    let folder = folder();
    let at = folder.path();
    fs::write(at.join("notes.txt"), REPORT.repeat(20)).unwrap();
    check("not-a-case", at, &run(at, &["read", "reports", "--case", "notes.txt"]));
    assert_eq!(fs::read_to_string(at.join("notes.txt")).unwrap(), REPORT.repeat(20));
    for command in ["claims", "events", "documents", "verify"] {
        assert_eq!(run(at, &[command, "notes.txt"]).status, Some(2));
    }
    check("missing-case", at, &run(at, &["claims", "none.isnad"]));
    check("folder-as-case", at, &run(at, &["claims", "reports"]));
    check("no-such-folder", at, &run(at, &["read", "reports", "--case", "no/such/folder/c.isnad"]));
    let raw = rusqlite::Connection::open(at.join("birds.db")).unwrap();
    raw.execute_batch("PRAGMA application_id = 7; CREATE TABLE bird (name TEXT)").unwrap();
    check("foreign-case", at, &run(at, &["read", "reports", "--case", "birds.db"]));
}

#[test]
fn a_case_of_a_newer_schema() {
    let folder = folder();
    let at = folder.path();
    assert_eq!(run(at, &["read", "reports", "--case", "c.isnad"]).status, Some(0));
    let raw = rusqlite::Connection::open(at.join("c.isnad")).unwrap();
    raw.pragma_update(None, "user_version", 99).unwrap();
    check("newer-schema", at, &run(at, &["read", "reports", "--case", "c.isnad"]));
    check("newer-schema-claims", at, &run(at, &["claims", "c.isnad"]));
}

#[test]
fn no_room_left() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    crate::reports::write(&at.join("reports"), 12, 80, 5);
    // A limit on the size of files stands for a full disk: what is written past it fails.
    let script = format!(
        "trap '' XFSZ; ulimit -f 1900; exec {} read reports --case c.isnad --jobs 1",
        env!("CARGO_BIN_EXE_isnad")
    );
    let full = Command::new("sh").args(["-c", &script]).current_dir(at).output().unwrap();
    check("no-room", at, &said(&full));
    // What was finished is kept and sound, and with room the same command goes on.
    let case = case::Case::open(&at.join("c.isnad")).unwrap();
    assert_eq!(case.verify().unwrap().findings, []);
    let kept = case.overview().unwrap().documents;
    drop(case);
    assert!(0 < kept && kept < 12, "{kept} of 12 documents found room");
    let again = run(at, &["read", "reports", "--case", "c.isnad"]);
    assert_eq!(again.status, Some(0));
    let line = format!("12 files: {} read, 0 read with problems, 0 refused, {kept} already in the case", 12 - kept);
    assert_eq!(again.err.lines().next(), Some(line.as_str()));
}

#[test]
fn bad_files_are_named_and_do_not_stop_the_rest() {
    let folder = folder();
    let at = folder.path();
    let reports = at.join("reports");
    fs::write(reports.join("empty.txt"), " \n\n").unwrap();
    fs::write(reports.join("binary.txt"), b"MZ\x00\x01\x02\x00").unwrap();
    fs::write(reports.join("picture.txt"), b"\x89PNG\r\n\x1a\n").unwrap();
    fs::write(
        reports.join("latin.txt"),
        b"Rebels left Borova, the caf\xe9 owner Jos\xe9 said. It was the town's last caf\xe9.\n",
    )
    .unwrap();
    fs::write(reports.join("broken.txt"), b"Rebels left Borova \xff\xfe on Monday \xc3\x28, the governor said.\n")
        .unwrap();
    fs::write(reports.join("long.txt"), "Rebels left Borova on Monday and ".repeat(1_600_000)).unwrap();
    fs::write(reports.join("bomb.html"), format!("<html><body>{}<p>Rebels left Borova.", "<div>".repeat(200_000)))
        .unwrap();
    fs::write(reports.join("table.xlsx"), b"PK\x03\x04").unwrap();
    fs::write(reports.join("reports.csv"), "file,outlet,date\ngood.txt,Tavan Courier,2031-02-30\n").unwrap();
    fs::write(reports.join("locked.txt"), REPORT).unwrap();
    fs::set_permissions(reports.join("locked.txt"), fs::Permissions::from_mode(0o000)).unwrap();
    let locked = fs::read(reports.join("locked.txt")).is_err();
    if !locked {
        // To the superuser no file is locked.
        fs::remove_file(reports.join("locked.txt")).unwrap();
    }
    let mut all = run(at, &["read", "reports", "gone", "--case", "c.isnad", "--jobs", "1"]);
    if locked {
        let line = "refused: locked.txt: may not be opened: permission denied; give yourself the right to read it\n";
        assert!(all.err.contains(line), "{}", all.err);
        all.err = all.err.replace(line, "");
        let counted = |n| format!("{n} files:");
        all.err = all.err.replace(&counted(11), &counted(10)).replace(" 7 refused", " 6 refused");
    }
    check("bad-files", at, &all);
    assert_eq!(run(at, &["verify", "c.isnad"]).status, Some(0));
    let mut refused = run(at, &["documents", "c.isnad", "--refused"]);
    refused.out = refused.out.lines().filter(|l| !l.starts_with("locked")).map(|l| format!("{l}\n")).collect();
    check("bad-files-listed", at, &refused);
    check("bad-files-problems", at, &run(at, &["documents", "c.isnad", "--problems"]));
}

#[test]
fn nothing_to_read() {
    let folder = folder();
    let at = folder.path();
    check("nothing-there", at, &run(at, &["read", "gone", "--case", "c.isnad"]));
    assert!(!at.join("c.isnad").exists());
    fs::create_dir(at.join("bare")).unwrap();
    check("nothing-in-folder", at, &run(at, &["read", "bare", "--case", "c.isnad"]));
}

#[test]
fn what_was_typed_is_wrong() {
    let folder = folder();
    let at = folder.path();
    assert_eq!(run(at, &["read", "reports", "--case", "c.isnad"]).status, Some(0));
    check("wrong-type", at, &run(at, &["claims", "c.isnad", "--type", "battle"]));
    check("wrong-format", at, &run(at, &["export", "c.isnad", "--format", "excel"]));
    check("wrong-day", at, &run(at, &["claims", "c.isnad", "--from", "3 March"]));
    check("no-case-named", at, &run(at, &["read", "reports"]));
    check(
        "export-nowhere",
        at,
        &run(at, &["export", "c.isnad", "--format", "claims", "-o", "no/such/folder/claims.jsonl"]),
    );
}

#[test]
fn a_changed_byte_is_told() {
    let folder = folder();
    let at = folder.path();
    assert_eq!(run(at, &["read", "reports", "--case", "c.isnad"]).status, Some(0));
    let raw = rusqlite::Connection::open(at.join("c.isnad")).unwrap();
    raw.execute("UPDATE document SET text = replace(text, '3 March', '4 March')", []).unwrap();
    drop(raw);
    let told = run(at, &["verify", "c.isnad"]);
    assert_eq!(told.status, Some(1));
    assert!(told.out.contains("(good.txt), text: expected the text that was loaded"), "{}", told.out);
    assert!(told.out.contains("claim (quote)"), "{}", told.out);
}

#[test]
fn one_that_writes_does_not_shut_out_others() {
    let folder = folder();
    let at = folder.path();
    assert_eq!(run(at, &["read", "reports", "--case", "c.isnad"]).status, Some(0));
    let writer = rusqlite::Connection::open(at.join("c.isnad")).unwrap();
    writer.execute_batch("BEGIN IMMEDIATE; DELETE FROM refused").unwrap();
    assert_eq!(run(at, &["claims", "c.isnad"]).status, Some(0));
    assert_eq!(run(at, &["export", "c.isnad", "--format", "claims"]).status, Some(0));
}
