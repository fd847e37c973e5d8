//! Which data become part of the program, and which version of it is this?
//!
//! Checks that the packs are there, lists the demo reports, and makes the hash that tells one reader from another.

use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let packs = root.join("packs");
    let carried = ["english.pack", "gazetteer.pack"];
    for name in carried {
        println!("cargo::rerun-if-changed={}", packs.join(name).display());
        if !packs.join(name).is_file() {
            println!("cargo::error=expected packs/{name}, found none: run cargo xtask setup");
            return;
        }
    }
    let licences = list(&packs.join("licences"));
    if licences.is_empty() {
        println!(
            "cargo::error=expected the licences of the packs in packs/licences, found none: run cargo xtask setup"
        );
        return;
    }

    println!("cargo::rerun-if-changed={}", packs.join("crates.txt").display());
    if !packs.join("crates.txt").is_file() {
        println!(
            "cargo::error=expected the terms of the crates in packs/crates.txt, found none: run cargo xtask setup"
        );
        return;
    }

    // All that decides how a text is read, but for the code, whose version the program knows.
    let mut hash = Sha256::new();
    for path in list(&root.join("data")).iter().filter(|p| p.extension().is_some_and(|e| e == "tsv")) {
        hash.update(read(path));
    }
    for name in carried {
        hash.update(read(&packs.join(name)));
    }
    let data: String = hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    println!("cargo::rustc-env=ISNAD_DATA={data}");

    let out = env::var_os("OUT_DIR").map(PathBuf::from).expect("cargo sets OUT_DIR");
    let reports = list(&root.join("demo/reports"));
    fs::write(out.join("demo.rs"), embedded(&reports, &root.join("demo/reports"), "include_bytes!"))
        .expect("OUT_DIR is writable");
    fs::write(out.join("licences.rs"), embedded(&licences, &packs.join("licences"), "include_str!"))
        .expect("OUT_DIR is writable");
}

/// The files below a folder, sorted; tells cargo to look at them again when they change.
fn list(folder: &Path) -> Vec<PathBuf> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(list(&path));
        } else {
            println!("cargo::rerun-if-changed={}", path.display());
            files.push(path);
        }
    }
    files.sort();
    files
}

fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{} could not be read: {error}", path.display()))
}

/// An array of names relative to `folder`, and contents.
fn embedded(files: &[PathBuf], folder: &Path, include: &str) -> String {
    let mut code = String::from("&[\n");
    for file in files {
        let name = file.strip_prefix(folder).unwrap_or(file).to_string_lossy().replace('\\', "/");
        let file = file.canonicalize().unwrap_or_else(|_| file.clone());
        let _ = writeln!(code, "    ({name:?}, {include}({:?})),", file.display().to_string());
    }
    code.push(']');
    code
}
