//! Which tables of names does the user add to those of the program?
//!
//! `--knowledge my-actors.tsv` is read and checked before anything is written, and kept in the case: every later command
//! takes it from there.

use crate::carried::READING;
use anyhow::Context;
use case::{KnowledgeTable, knowledge_version};
use lexicon::{Knowledge, Lexicon};
use std::path::{Path, PathBuf};

/// The tables in these files.
pub fn files(paths: &[PathBuf]) -> anyhow::Result<Vec<KnowledgeTable>> {
    paths.iter().map(|path| file(path)).collect()
}

fn file(path: &Path) -> anyhow::Result<KnowledgeTable> {
    let shown = path.display();
    let bytes = std::fs::read(path).with_context(|| format!("{shown}: expected a table of names"))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let line = 1 + error.as_bytes()[..valid].iter().filter(|byte| **byte == b'\n').count();
        anyhow::anyhow!("{shown}:{line}: expected text in UTF-8, found bytes that are none. Save the table as UTF-8")
    })?;
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let name = path.file_name().map_or_else(|| shown.to_string(), |name| name.to_string_lossy().into_owned());
    Ok(KnowledgeTable { file: name, text })
}

/// The lists of the program with these tables. Errors name file, line, what was expected and what was found.
pub fn lexicon(tables: &[KnowledgeTable]) -> anyhow::Result<Lexicon> {
    if tables.is_empty() {
        return Lexicon::load().context("the lists that the program carries");
    }
    let tables: Vec<Knowledge> =
        tables.iter().map(|table| Knowledge { file: table.file.clone(), text: table.text.clone() }).collect();
    Lexicon::with_knowledge(&tables)
        .context("the tables of names given with --knowledge (docs/knowledge.md tells what they hold)")
}

/// Version of program, lists and model, and of these tables.
pub fn version(tables: &[KnowledgeTable]) -> String {
    match knowledge_version(tables) {
        Some(tables) => format!("{READING}+{tables}"),
        None => READING.to_string(),
    }
}
