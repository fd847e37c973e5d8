//! The files of the checkout that people write, with their text.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders that hold what was built, fetched or kept, not written.
const MADE: [&str; 9] =
    ["target", "packs", "node_modules", "dist", ".git", "corpus", "artifacts", "test-results", "__pycache__"];

/// Files that programs write: cargo's lock, and the types of the pages' data.
const WRITTEN_BY_PROGRAMS: [&str; 2] = ["Cargo.lock", "crates/serve/web/src/schema.d.ts"];

/// One text file.
#[derive(Debug)]
pub struct Source {
    /// Below the root, with `/` between folders.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Source {
    /// Code and settings, as opposed to prose and reports.
    pub fn is_code(&self) -> bool {
        let ends = [".rs", ".toml", ".ts", ".svelte", ".js", ".mjs", ".sql", ".css", ".html", ".tsv", "run"];
        !self.path.starts_with("demo/") && ends.iter().any(|end| self.path.ends_with(end))
    }
}

/// The root of the checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// All text files of the checkout, sorted by path, but for those that programs write.
pub fn sources() -> Vec<Source> {
    let mut sources = Vec::new();
    walk(&root(), "", &mut sources);
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(sources.len() > 50, "expected the files of the checkout, found {}", sources.len());
    sources
}

/// The lines of a text with their numbers, from 1.
pub fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines())
}

fn walk(folder: &Path, below: &str, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if below.is_empty() { name.clone() } else { format!("{below}/{name}") };
        if entry.path().is_dir() {
            if !MADE.contains(&name.as_str()) {
                walk(&entry.path(), &path, sources);
            }
        } else if !WRITTEN_BY_PROGRAMS.contains(&path.as_str())
            && let Ok(bytes) = fs::read(entry.path())
            && let Ok(text) = String::from_utf8(bytes)
        {
            sources.push(Source { path, text });
        }
    }
}
