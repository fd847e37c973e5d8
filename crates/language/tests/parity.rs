//! Does the engine give the same as spaCy 3.8 with the same model, in every field?
//!
//! The records are what spaCy makes of a text; `fixture.py` beside this file writes them. `ISNAD_PARITY` names a further
//! file of records to compare with.

#[path = "parity/compare.rs"]
mod compare;

use compare::{Comparison, compare};
use language::English;
use std::path::{Path, PathBuf};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

fn english() -> English {
    let path = Path::new(ROOT).join("packs/english.pack");
    let bytes =
        std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}: run cargo xtask setup", path.display()));
    English::from_pack(&bytes).expect("a sound pack")
}

fn assert_parity(file: &Path) {
    let Comparison { records, tokens, rows, differences } = {
        let lines = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        compare(&english(), &lines)
    };
    let count = differences.len();
    println!("{}: {records} records, {tokens} tokens, {rows} rows, {count} differences", file.display());
    assert!(records >= 60 && rows >= 60, "{} holds {records} records and {rows} rows: too few", file.display());
    assert!(differences.is_empty(), "{count} differences:\n{}", differences[..count.min(12)].join("\n"));
}

#[test]
fn records_of_this_folder() {
    assert_parity(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/parity.jsonl"));
}

/// Further records: those that `ISNAD_PARITY` names, or those beside the checkout.
#[test]
fn further_records() {
    let named = std::env::var_os("ISNAD_PARITY").map(PathBuf::from);
    let beside = Path::new(ROOT).join("../shared/design/spacy-parity.jsonl");
    if let Some(file) = named.or(Some(beside).filter(|file| file.exists())) {
        assert_parity(&file);
    }
}
