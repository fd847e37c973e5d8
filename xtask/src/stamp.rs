//! Has anything changed since this was made?
//!
//! What was made from files carries a stamp: the hash of their names and bytes. The same stamp, nothing to do.

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// SHA-256 of some bytes, as 64 hexadecimal digits in lower case.
pub fn sha256(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// The stamp of files: their paths below `root` and their bytes. A folder stands for all files below it, but for those
/// below a folder whose name is in `without`. What does not exist counts as absent.
pub fn of(root: &Path, inputs: &[&str], without: &[&str]) -> Result<String> {
    let mut files = Vec::new();
    for input in inputs {
        collect(&root.join(input), without, &mut files)?;
    }
    files.sort();
    files.dedup();
    let mut lines = String::new();
    for file in files {
        let bytes = fs::read(&file).with_context(|| format!("{} could not be read", file.display()))?;
        let name = file.strip_prefix(root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let _ = writeln!(lines, "{} {name}", sha256(&bytes));
    }
    Ok(sha256(lines.as_bytes()))
}

/// True when `file` holds this stamp.
pub fn is(file: &Path, stamp: &str) -> bool {
    fs::read_to_string(file).is_ok_and(|found| found.trim() == stamp)
}

fn collect(path: &Path, without: &[&str], files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_file() {
        files.push(path.to_path_buf());
    } else if path.is_dir() {
        let entries = fs::read_dir(path).with_context(|| format!("{} could not be listed", path.display()))?;
        for entry in entries {
            let entry = entry?;
            if !without.iter().any(|name| entry.file_name() == *name) {
                collect(&entry.path(), without, files)?;
            }
        }
    }
    Ok(())
}

/// Refuses bytes that have another SHA-256 than the one pinned for the file they came from.
pub fn must_be(bytes: &[u8], sha256: &str, path: &Path) -> Result<()> {
    let found = self::sha256(bytes);
    if found != sha256 {
        bail!(
            "wrong hash: expected {sha256} for {}, found {found}. The download was altered or cut short: delete \
             the file and run the same command again. If it comes back, do not use it: the registry or a mirror \
             serves another file than the one that was pinned",
            path.display()
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_changes_with_bytes_and_names_and_with_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("in/node_modules")).unwrap();
        fs::write(root.join("in/a"), "1").unwrap();
        let stamp = || of(root, &["in", "absent"], &["node_modules"]).unwrap();
        let first = stamp();
        fs::write(root.join("in/node_modules/b"), "2").unwrap();
        fs::write(root.join("in/a"), "1").unwrap();
        assert_eq!(stamp(), first);
        fs::write(root.join("in/a"), "2").unwrap();
        let second = stamp();
        assert_ne!(second, first);
        fs::rename(root.join("in/a"), root.join("in/c")).unwrap();
        assert_ne!(stamp(), second);
    }
}
