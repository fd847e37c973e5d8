//! Does every file of the tree keep the rules that hold for all of them?
//!
//! Each rule is one test; its message names the file, the line and the remedy.

mod tree;

use std::collections::BTreeMap;
use std::fs;
use tree::{Source, lines, root, sources};

/// Collects what breaks a rule and fails with all of it at once.
fn refuse(rule: &str, found: Vec<String>) {
    assert!(found.is_empty(), "{rule}:\n  {}\n", found.join("\n  "));
}

/// The lines that hold one of the words, as `file:line: word`.
fn lines_with(sources: &[Source], words: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        for (line, text) in lines(&source.text) {
            found.extend(
                words.iter().filter(|word| text.contains(*word)).map(|word| format!("{}:{line}: {word}", source.path)),
            );
        }
    }
    found
}

#[test]
fn files_are_named_after_what_is_in_them() {
    let empty_words =
        ["manager", "helper", "helpers", "util", "utils", "misc", "common", "processor", "stuff", "various"];
    let found = sources()
        .into_iter()
        .filter(|source| {
            let name = source.path.rsplit('/').next().unwrap_or_default();
            let stem = name.split('.').next().unwrap_or_default().to_lowercase();
            empty_words.contains(&stem.as_str())
        })
        .map(|source| source.path)
        .collect();
    refuse("a file is named by the type, reading or page in it", found);
}

#[test]
fn nothing_is_left_for_later() {
    // Put together here so that this file does not hold them.
    let words = [["TO", "DO"], ["FIX", "ME"], ["todo", "!("], ["unimplemented", "!("], ["allow(dead", "_code)"]];
    let words: Vec<String> = words.iter().map(|halves| halves.concat()).collect();
    let code: Vec<Source> = sources().into_iter().filter(|source| source.is_code()).collect();
    refuse("finish it or take it out", lines_with(&code, &words));
}

#[test]
fn no_file_names_a_package_registry() {
    // The clients know their registries, and the user may have others. Cargo's own lock names its index by itself.
    let hosts = [["registry.npm", "js.org"], ["py", "pi.org"], ["python", "hosted.org"], ["deb.deb", "ian.org"]];
    let mut hosts: Vec<String> = hosts.iter().map(|halves| halves.concat()).collect();
    hosts.push(["static.crat", "es.io"].concat());
    hosts.push(["index.crat", "es.io"].concat());
    let found = lines_with(&sources(), &hosts);
    refuse("leave it to the package client (npm: `omit-lockfile-registry-resolved=true`)", found);
}

#[test]
fn no_file_names_a_folder_of_one_machine() {
    let folders = [["/wo", "rk/"], ["/ro", "ot/"], ["/Us", "ers/"], ["/ho", "me/"], ["C:\\Us", "ers"]];
    let folders: Vec<String> = folders.iter().map(|halves| halves.concat()).collect();
    let code: Vec<Source> =
        sources().into_iter().filter(|source| !source.path.ends_with("package-lock.json")).collect();
    refuse("use a path below the checkout", lines_with(&code, &folders));
}

#[test]
fn files_stay_short_enough_to_be_one_thing() {
    let found = sources()
        .into_iter()
        .filter(|source| [".rs", ".ts", ".svelte", ".sql", ".css"].iter().any(|end| source.path.ends_with(end)))
        .map(|source| (source.text.lines().count(), source.path))
        .filter(|(count, _)| *count > 800)
        .map(|(count, path)| format!("{path}: {count} lines"))
        .collect();
    refuse("above 800 lines a file holds a second noun: give it a file of its own", found);
}

#[test]
fn unsafe_code_stays_in_the_kernels_and_says_why_it_is_sound() {
    let word = ["un", "safe "].concat();
    let mut found = Vec::new();
    for source in sources().into_iter().filter(|source| source.path.ends_with(".rs")) {
        let code: Vec<&str> = source.text.lines().collect();
        for (at, line) in code.iter().enumerate() {
            let line_of_code = line.split("//").next().unwrap_or_default();
            if !line_of_code.contains(&word) || line_of_code.contains('"') {
                continue;
            }
            if !source.path.starts_with("crates/language/src/") {
                found.push(format!("{}:{}: outside of crates/language", source.path, at + 1));
            }
            let declares =
                line_of_code.contains(&format!("{word}fn")) || line_of_code.contains(&format!("{word}extern"));
            let before = code[at.saturating_sub(12)..=at].join("\n");
            if !declares && !before.contains("SAFETY") {
                found.push(format!("{}:{}: no SAFETY reason above it", source.path, at + 1));
            }
            if declares && !before.contains("# Safety") && !before.contains("SAFETY") {
                found.push(format!("{}:{}: no `# Safety` section above it", source.path, at + 1));
            }
        }
    }
    refuse("unsafe code", found);
}

#[test]
fn every_data_file_tells_origin_licence_and_date() {
    let mut found = Vec::new();
    let is_data = |path: &str| {
        path.starts_with("data/") && !path.ends_with(".md") || path.starts_with("crates/") && path.ends_with(".tsv")
    };
    for source in sources().into_iter().filter(|source| is_data(&source.path)) {
        let head: String = source
            .text
            .lines()
            .take_while(|line| line.starts_with('#') || line.is_empty())
            .collect::<Vec<_>>()
            .join("\n")
            .to_lowercase();
        for word in ["origin", "licence"] {
            if !head.contains(word) {
                found.push(format!("{}: no line `# {word}: …` at its head", source.path));
            }
        }
        let is_year =
            |word: &str| word.len() == 4 && word.starts_with("20") && word.chars().all(|c| c.is_ascii_digit());
        if !head.split(|c: char| !c.is_ascii_alphanumeric()).any(is_year) {
            found.push(format!("{}: no date at its head", source.path));
        }
    }
    refuse("knowledge is data whose origin is known", found);
}

#[test]
fn every_data_file_stands_in_the_data_readme() {
    let readme = fs::read_to_string(root().join("data/README.md")).unwrap();
    let found = sources()
        .into_iter()
        .filter_map(|source| source.path.strip_prefix("data/").map(str::to_string))
        .filter(|path| path != "README.md" && !readme.contains(&format!("`{path}`")))
        .collect();
    refuse("data/README.md has a line for each file", found);
}

#[test]
fn the_pure_crates_are_held_to_it_by_their_lints() {
    let mut files = BTreeMap::new();
    for name in ["model", "language", "lexicon", "read", "resolve", "fuse", "explain"] {
        let path = format!("crates/{name}/clippy.toml");
        let text = fs::read_to_string(root().join(&path)).unwrap_or_else(|_| panic!("{path} is missing"));
        for banned in ["std::fs::read", "std::net::TcpStream", "std::time::SystemTime", "std::env::var", "HashMap"] {
            assert!(text.contains(banned), "{path} does not ban {banned}");
        }
        let manifest = fs::read_to_string(root().join(format!("crates/{name}/Cargo.toml"))).unwrap();
        assert!(manifest.contains("[lints]\nworkspace = true"), "crates/{name} does not take the workspace's lints");
        let dependencies: String = manifest.split("[dev-dependencies]").next().unwrap_or_default().to_string();
        for crate_name in ["rand", "getrandom", "tokio", "rusqlite", "case", "intake", "serve"] {
            let found = dependencies.lines().any(|line| line.split(['.', ' ', '=']).next() == Some(crate_name));
            assert!(!found, "crates/{name} may not depend on {crate_name}: a pure crate knows no I/O and no chance");
        }
        files.entry(text).or_insert_with(Vec::new).push(name);
    }
    assert_eq!(files.len(), 1, "the pure crates share one list of bans, found several: {:?}", files.values());
}

#[test]
fn every_demo_report_says_that_it_was_written_for_the_demo() {
    let readme = fs::read_to_string(root().join("demo/README.md")).unwrap();
    let reports: Vec<Source> = sources()
        .into_iter()
        .filter(|source| source.path.starts_with("demo/reports/") && !source.path.ends_with(".csv"))
        .collect();
    assert!(reports.len() >= 10, "expected ten demo reports or more, found {}", reports.len());
    let mut found = Vec::new();
    for report in reports {
        if !report.text.contains("Written for the Isnad demo.") || !report.text.contains("invented") {
            found.push(format!("{}: no such line", report.path));
        }
        let name = report.path.rsplit('/').next().unwrap_or_default();
        if !readme.contains(&format!("`{name}`")) {
            found.push(format!("{}: not in demo/README.md", report.path));
        }
    }
    refuse("a demo report is marked and explained", found);
}
