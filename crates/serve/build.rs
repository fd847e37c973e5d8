//! Embeds the built web app: every file of `web/dist`, text compressed with gzip, in one table.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let dist = root.join("web").join("dist");
    println!("cargo:rerun-if-changed=web/dist");
    if !dist.join("index.html").is_file() {
        eprintln!(
            "error: the web app is not built.\n  expected: {}\n  found: no such file\n  what to do: run `cargo xtask setup` \
             (or `npm ci && npm run build` in crates/serve/web), then build again",
            dist.join("index.html").display()
        );
        process::exit(1);
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    if let Err(error) = embed(&dist, &out) {
        eprintln!("error: the web app in {} could not be embedded: {error}", dist.display());
        process::exit(1);
    }
}

fn embed(dist: &Path, out: &Path) -> std::io::Result<()> {
    let mut files = Vec::new();
    walk(dist, dist, &mut files)?;
    files.sort();
    let mut table = String::from("pub(crate) const FILES: &[File] = &[\n");
    for (index, (name, path)) in files.iter().enumerate() {
        println!("cargo:rerun-if-changed={}", path.display());
        let bytes = fs::read(path)?;
        let packed = !name.ends_with(".woff2");
        let stored = if packed {
            let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
            encoder.write_all(&bytes)?;
            encoder.finish()?
        } else {
            bytes
        };
        let file = out.join(format!("asset-{index}"));
        fs::write(&file, stored)?;
        let _ = writeln!(table, "    File {{ name: {name:?}, packed: {packed}, bytes: include_bytes!({file:?}) }},");
    }
    table.push_str("];\n");
    fs::write(out.join("assets.rs"), table)
}

fn walk(root: &Path, folder: &Path, files: &mut Vec<(String, PathBuf)>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(root, &path, files)?;
        } else if let Ok(name) = path.strip_prefix(root) {
            files.push((name.to_string_lossy().replace('\\', "/"), path.clone()));
        }
    }
    Ok(())
}
