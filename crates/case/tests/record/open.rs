//! What is told of a file that cannot be used as a case.

use case::{Case, CaseError};
use std::fs;
use std::path::Path;

fn refused(path: &Path) -> String {
    let told = Case::open_or_create(path).unwrap_err().to_string();
    assert_eq!(Case::open(path).unwrap_err().to_string(), told);
    told.replace(&path.parent().unwrap().display().to_string(), "…")
}

#[test]
fn a_file_that_is_no_case_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.txt");
    fs::write(
        &path,
        "Rebels left Borova, and much more text than a head would need, so that it is not taken for a new file.",
    )
    .unwrap();
    assert_eq!(
        refused(&path),
        "…/notes.txt: expected a case file, found a file of another kind. It was not changed. Give the name of a case file, \
         or a new name to make one"
    );
    assert!(fs::read_to_string(&path).unwrap().starts_with("Rebels left"));
    fs::write(&path, "short").unwrap();
    assert!(matches!(Case::open(&path), Err(CaseError::NotACase { .. })));

    let path = folder.path().join("other.db");
    rusqlite::Connection::open(&path)
        .unwrap()
        .execute_batch("PRAGMA application_id = 7; CREATE TABLE bird (name TEXT)")
        .unwrap();
    let before = fs::read(&path).unwrap();
    assert_eq!(
        refused(&path),
        "…/other.db: expected a case file, found an SQLite file of another program (application id 0x7). It was not changed. \
         Give the name of a case file, or a new name to make one"
    );
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(
        refused(folder.path()).rsplit('/').next().unwrap().split_once(": ").unwrap().1,
        "expected a case file, found a folder. Name a file inside it"
    );
}

#[test]
fn a_case_of_a_newer_schema_or_another_build_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.isnad");
    drop(Case::open_or_create(&path).unwrap());
    let raw = rusqlite::Connection::open(&path).unwrap();
    let known: i64 = raw.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    raw.pragma_update(None, "user_version", 99).unwrap();
    assert_eq!(
        refused(&path),
        format!(
            "…/c.isnad: expected a case file of schema {known} or older, found schema 99. A newer isnad made it: open it with \
             that one"
        )
    );
    raw.pragma_update(None, "user_version", known).unwrap();
    raw.execute("UPDATE migration SET sha256 = 'x' WHERE number = 1", []).unwrap();
    assert_eq!(
        refused(&path),
        "…/c.isnad: expected step 001_record of the schema as this program has it, found a different one. The file was made \
         by another build of isnad: open it with that one, or read the reports into a new case file"
    );
}

#[test]
fn what_is_not_there_is_not_made_by_looking() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.isnad");
    assert!(matches!(Case::open(&path), Err(CaseError::Missing { .. })));
    assert!(matches!(Case::view(&path), Err(CaseError::Missing { .. })));
    assert!(!path.exists());
    let error = Case::open_or_create(&folder.path().join("no/such/c.isnad")).unwrap_err();
    assert!(matches!(error, CaseError::NoFolder { .. }), "{error}");
}

#[test]
fn steps_of_the_schema_run_once_and_are_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.isnad");
    drop(Case::open_or_create(&path).unwrap());
    drop(Case::open_or_create(&path).unwrap());
    let raw = rusqlite::Connection::open(&path).unwrap();
    let steps: Vec<(i64, String, i64)> = raw
        .prepare("SELECT number, name, length(sha256) FROM migration ORDER BY number")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let names = [
        "001_record",
        "002_knowledge",
        "003_decisions",
        "004_fusion",
        "005_large",
        "006_counted",
        "007_passed_on",
        "008_times",
        "009_misspellings",
    ];
    let wanted: Vec<(i64, String, i64)> = (1..).zip(names).map(|(n, name)| (n, name.to_string(), 64)).collect();
    assert_eq!(steps, wanted);
    let id: i64 = raw.query_row("PRAGMA application_id", [], |row| row.get(0)).unwrap();
    assert_eq!(id.to_be_bytes()[4..], *b"Isnd");
}

#[test]
fn a_case_that_may_not_be_written_can_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.isnad");
    drop(Case::open_or_create(&path).unwrap());
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let opened = Case::open(&path).map(|case| case.overview().unwrap().documents);
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(opened.unwrap(), 0);
}
