//! May everything that the program is built from be used and passed on?
//!
//! Each crate of `Cargo.lock` and each package of the front end's lock has a licence that `xtask/licences.tsv` allows. Each
//! direct dependency has its reason in `ARCHITECTURE.md`.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn allowed() -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("xtask/licences.tsv")).unwrap();
    let mut lines = text.lines().filter(|line| !line.starts_with('#'));
    assert_eq!(lines.next(), Some("licence\treason"));
    lines
        .map(|line| {
            let (licence, reason) = line.split_once('\t').unwrap_or_else(|| panic!("expected two columns: {line:?}"));
            assert!(!reason.is_empty(), "{licence} has no reason");
            licence.to_string()
        })
        .collect()
}

/// True when what an SPDX expression demands is allowed. AND binds closer than OR; `/` is an old way to write OR.
fn permits(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    let answer = either(&words, &mut at, allowed);
    answer && at == words.len()
}

fn either(words: &[&str], at: &mut usize, allowed: &BTreeSet<String>) -> bool {
    let mut answer = both(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        // Not `||`: the right side must be read in any case.
        answer |= both(words, at, allowed);
    }
    answer
}

fn both(words: &[&str], at: &mut usize, allowed: &BTreeSet<String>) -> bool {
    let mut answer = one(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        answer &= one(words, at, allowed);
    }
    answer
}

fn one(words: &[&str], at: &mut usize, allowed: &BTreeSet<String>) -> bool {
    let Some(word) = words.get(*at) else { return false };
    *at += 1;
    if *word == "(" {
        let answer = either(words, at, allowed);
        let closed = words.get(*at) == Some(&")");
        *at += 1;
        return answer && closed;
    }
    let mut name = word.to_string();
    if words.get(*at) == Some(&"WITH") {
        name = format!("{name} WITH {}", words.get(*at + 1).copied().unwrap_or_default());
        *at += 2;
    }
    allowed.contains(&name)
}

#[test]
fn an_expression_is_read_as_it_is_meant() {
    let allowed: BTreeSet<String> = ["MIT", "Zlib", "A WITH b"].map(str::to_string).into();
    for (expression, expected) in [
        ("MIT", true),
        ("GPL-3.0", false),
        ("GPL-3.0 OR MIT", true),
        ("GPL-3.0/MIT", true),
        ("MIT AND GPL-3.0", false),
        ("MIT AND Zlib", true),
        ("GPL-3.0 OR MIT AND GPL-3.0", false),
        ("(GPL-3.0 OR MIT) AND Zlib", true),
        ("(GPL-3.0 OR MIT AND Zlib", false),
        ("A WITH b", true),
        ("A WITH c", false),
        ("A", false),
        ("", false),
    ] {
        assert_eq!(permits(expression, &allowed), expected, "{expression}");
    }
}

fn metadata() -> Value {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let out = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).unwrap()
}

#[test]
fn every_crate_may_be_used() {
    let allowed = allowed();
    let metadata = metadata();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 50, "expected the crates of the lock, found {}", packages.len());
    let refused: Vec<String> = packages
        .iter()
        .filter(|package| !permits(package["license"].as_str().unwrap_or_default(), &allowed))
        .map(|package| format!("{} {}: {}", package["name"], package["version"], package["license"]))
        .collect();
    assert!(refused.is_empty(), "not in xtask/licences.tsv:\n  {}", refused.join("\n  "));
}

#[test]
fn every_package_of_the_front_end_may_be_used() {
    let allowed = allowed();
    let text = fs::read_to_string(root().join("crates/serve/web/package-lock.json")).unwrap();
    let lock: Value = serde_json::from_str(&text).unwrap();
    let packages = lock["packages"].as_object().unwrap();
    assert!(packages.len() > 10, "expected the packages of the lock, found {}", packages.len());
    let refused: Vec<String> = packages
        .iter()
        .filter(|(_, package)| !permits(package["license"].as_str().unwrap_or_default(), &allowed))
        .map(|(name, package)| format!("{name}: {}", package["license"]))
        .collect();
    assert!(refused.is_empty(), "not in xtask/licences.tsv:\n  {}", refused.join("\n  "));
}

#[test]
fn every_direct_dependency_has_its_reason() {
    let metadata = metadata();
    let architecture = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let mut wanted = BTreeSet::new();
    for package in metadata["packages"].as_array().unwrap() {
        // Members of the workspace have no source.
        if package["source"].is_null() {
            for dependency in package["dependencies"].as_array().unwrap() {
                if dependency["path"].is_null() {
                    wanted.insert(dependency["name"].as_str().unwrap().to_string());
                }
            }
        }
    }
    let missing: Vec<String> = wanted.into_iter().filter(|name| !architecture.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "ARCHITECTURE.md gives no reason for: {}", missing.join(", "));
}
