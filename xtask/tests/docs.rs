//! Do the documents still say what is so?

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The documents that people read.
fn documents() -> Vec<String> {
    let mut documents: Vec<String> =
        ["README.md", "ARCHITECTURE.md", "GLOSSARY.md", "CHANGELOG.md", "CONTRIBUTING.md"].map(String::from).into();
    documents.extend(["crates/README.md", "data/README.md", "demo/README.md"].map(String::from));
    for entry in fs::read_dir(root().join("docs")).unwrap().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".md") {
            documents.push(format!("docs/{name}"));
        }
    }
    documents
}

#[test]
fn every_crate_has_its_line_in_the_map() {
    let (map, architecture) = (read("crates/README.md"), read("ARCHITECTURE.md"));
    let mut crates = 0;
    for entry in fs::read_dir(root().join("crates")).unwrap().flatten() {
        if entry.path().join("Cargo.toml").is_file() {
            let name = entry.file_name().to_string_lossy().into_owned();
            assert!(map.contains(&format!("| `{name}` |")), "crates/README.md has no line for {name}");
            assert!(architecture.contains(&format!("### `{name}`")), "ARCHITECTURE.md has no section for {name}");
            crates += 1;
        }
    }
    let lines = map.lines().filter(|line| line.starts_with("| `")).count();
    assert_eq!(lines, crates, "crates/README.md has a line for a crate that is not there");
}

#[test]
fn every_noun_of_the_model_has_its_word_in_the_glossary() {
    let glossary = read("GLOSSARY.md").to_lowercase();
    let model = read("crates/model/src/lib.rs");
    let mut nouns = BTreeSet::new();
    for statement in model.split("pub use ").skip(1) {
        let names = statement.split(';').next().unwrap_or_default().rsplit("::").next().unwrap_or_default();
        nouns.extend(names.trim_matches(['{', '}']).split(',').map(|name| name.trim().to_string()));
    }
    assert!(nouns.len() > 20, "expected the nouns of the model, found {nouns:?}");
    let missing: Vec<&String> = nouns
        .iter()
        .filter(|noun| !noun.is_empty() && !glossary.contains(&format!("`{}`", noun.to_lowercase())))
        .collect();
    assert!(missing.is_empty(), "GLOSSARY.md has no `Noun` for {missing:?}");
}

#[test]
fn every_task_is_in_the_documents() {
    let text = documents().iter().map(|path| read(path)).collect::<String>();
    let tasks = read("xtask/src/main.rs");
    let usage = tasks.split("const USAGE: &str = \"").nth(1).unwrap().split("\";").next().unwrap();
    let mut count = 0;
    for line in usage.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with(' ')) {
        let task: Vec<&str> =
            line.split_whitespace().take_while(|word| word.chars().all(|c| c.is_ascii_lowercase())).take(1).collect();
        let task = format!("cargo xtask {}", task.join(" "));
        assert!(text.contains(&task), "no document tells of `{task}`");
        count += 1;
    }
    assert_eq!(count, 9, "the tasks in xtask's usage");
}

#[test]
fn every_link_between_documents_leads_somewhere() {
    let mut broken = Vec::new();
    for path in documents() {
        let text = read(&path);
        let folder = root().join(&path).parent().unwrap().to_path_buf();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = link.split('#').next().unwrap_or_default();
            if !file.is_empty() && !link.contains("://") && !folder.join(file).exists() {
                broken.push(format!("{path}: {link}"));
            }
        }
    }
    assert!(broken.is_empty(), "links to nothing:\n  {}", broken.join("\n  "));
}

#[test]
fn every_path_that_a_document_names_is_there() {
    let mut missing = Vec::new();
    for path in documents() {
        let text = read(&path);
        for name in text.split('`').skip(1).step_by(2) {
            let below = ["crates/", "data/", "demo/", "xtask/", "docs/", "tests/", "fuzz/"];
            let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
            // What set-up makes is not there in a fresh checkout.
            let made = name.contains("/dist") || name.contains("node_modules");
            if plain && !made && below.iter().any(|start| name.starts_with(start)) && !root().join(name).exists() {
                missing.push(format!("{path}: {name}"));
            }
        }
    }
    assert!(missing.is_empty(), "names of nothing:\n  {}", missing.join("\n  "));
}

#[test]
fn the_pictures_are_there_and_small() {
    let readme = read("README.md");
    for link in readme.split("![").skip(1).filter_map(|rest| rest.split("](").nth(1)?.split(')').next()) {
        let size = fs::metadata(root().join(link)).unwrap_or_else(|error| panic!("{link}: {error}")).len();
        assert!(size < 300_000, "{link} has {size} bytes; a picture stays below 300 kB");
    }
}
