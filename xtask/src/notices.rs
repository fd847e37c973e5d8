//! Under which terms are the crates in the binary passed on?
//!
//! One file for all of them: first a list of crate, version, licence and where its source is, then every licence and notice
//! file that the crates bring, each text once with the names of those who bring it.

use crate::checkout::{Checkout, cargo_metadata};
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The notices of all crates that `isnad` links, as one text. The same lock file gives the same text.
pub fn of_the_binary(checkout: &Checkout) -> Result<String> {
    let metadata = cargo_metadata(&checkout.root, &["--locked"])?;
    let linked = linked(&metadata, "isnad").context("cargo metadata has no package isnad")?;
    let mut list = String::new();
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in members(&metadata).filter(|package| linked.contains(word(package, "id"))) {
        // The workspace's own crates have no source; their licence is the program's.
        if package["source"].is_null() {
            continue;
        }
        let name = format!("{} {}", word(package, "name"), word(package, "version"));
        let _ = writeln!(list, "{name}: {}, {}", word(package, "license"), word(package, "repository"));
        let folder = Path::new(word(package, "manifest_path")).parent().unwrap_or(Path::new("."));
        for text in notices_in(folder)? {
            texts.entry(text).or_default().insert(name.clone());
        }
    }
    let mut all = format!("Isnad is built from these crates, unchanged:\n\n{list}");
    let mut texts: Vec<(Vec<String>, String)> =
        texts.into_iter().map(|(text, names)| (names.into_iter().collect(), text)).collect();
    texts.sort();
    for (names, text) in texts {
        let _ = write!(all, "\n{}\n{}\n\n{text}\n", "=".repeat(80), names.join(", "));
    }
    Ok(all)
}

/// Ids of the packages that end up in a program: its dependencies but for those of builds and tests.
fn linked<'a>(metadata: &'a Value, program: &str) -> Option<BTreeSet<&'a str>> {
    let edges: BTreeMap<&str, Vec<&str>> = list(&metadata["resolve"]["nodes"])
        .map(|node| {
            let normal = |dependency: &&Value| list(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null());
            (word(node, "id"), list(&node["deps"]).filter(normal).map(|dependency| word(dependency, "pkg")).collect())
        })
        .collect();
    let mut found = BTreeSet::new();
    let mut next = vec![members(metadata).find(|package| word(package, "name") == program).map(|it| word(it, "id"))?];
    while let Some(id) = next.pop() {
        if found.insert(id) {
            next.extend(edges.get(id).into_iter().flatten());
        }
    }
    Some(found)
}

fn members(metadata: &Value) -> impl Iterator<Item = &Value> {
    list(&metadata["packages"])
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn word<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// The licence and notice files at the top of a crate's folder, with line ends as `\n`, sorted by name.
fn notices_in(folder: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} could not be listed", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if path.is_file()
            && ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"].iter().any(|it| name.starts_with(it))
        {
            files.push(path);
        }
    }
    files.sort();
    let text = |path: &std::path::PathBuf| -> Result<String> {
        let bytes = fs::read(path).with_context(|| format!("{} could not be read", path.display()))?;
        Ok(String::from_utf8_lossy(&bytes).replace("\r\n", "\n").trim().to_string())
    };
    files.iter().map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_builds_or_tests_need_is_not_linked() {
        let metadata: Value = serde_json::from_str(
            r#"{"packages": [{"name": "program", "id": "p"}, {"name": "a", "id": "a"}, {"name": "t", "id": "t"}],
                "resolve": {"nodes": [
                    {"id": "p", "deps": [{"pkg": "a", "dep_kinds": [{"kind": null}]},
                                         {"pkg": "t", "dep_kinds": [{"kind": "dev"}]}]},
                    {"id": "a", "deps": [{"pkg": "t", "dep_kinds": [{"kind": "build"}]}]}]}}"#,
        )
        .unwrap();
        assert_eq!(linked(&metadata, "program"), Some(BTreeSet::from(["p", "a"])));
        assert_eq!(linked(&metadata, "absent"), None);
    }

    #[test]
    fn the_binary_names_what_it_is_built_from() {
        let text = of_the_binary(&Checkout::find().unwrap()).unwrap();
        assert!(text.contains("\nrusqlite "), "the list names rusqlite");
        assert!(!text.contains("\nproptest "), "the list leaves out what tests need");
        assert!(text.contains("Permission is hereby granted, free of charge"), "the texts are there");
    }
}
