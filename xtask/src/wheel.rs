use crate::stamp;
use anyhow::{Context, Result, bail};
use std::borrow::Cow;
use std::cell::RefCell;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use zip::ZipArchive;

/// A Python wheel, read as the zip archive it is. Nothing in it is run.
#[derive(Debug)]
pub struct Wheel {
    path: PathBuf,
    archive: RefCell<ZipArchive<Cursor<Vec<u8>>>>,
}

impl Wheel {
    /// Opens a wheel whose bytes must have this SHA-256.
    pub fn open(path: &Path, sha256: &str) -> Result<Wheel> {
        let bytes = fs::read(path).with_context(|| format!("{} could not be read", path.display()))?;
        stamp::must_be(&bytes, sha256, path)?;
        let archive = ZipArchive::new(Cursor::new(bytes))
            .with_context(|| format!("{} is not a zip archive, as a wheel should be", path.display()))?;
        Ok(Wheel { path: path.to_path_buf(), archive: RefCell::new(archive) })
    }

    /// The bytes of the one file whose path ends so, from the start of the path or from a `/` on.
    pub fn file(&self, end: &str) -> Result<Vec<u8>> {
        let mut archive = self.archive.borrow_mut();
        let names: Vec<String> = archive
            .file_names()
            .filter_map(Result::ok)
            .map(Cow::into_owned)
            .filter(|name| name.strip_suffix(end).is_some_and(|before| before.is_empty() || before.ends_with('/')))
            .collect();
        let [name] = names.as_slice() else {
            bail!("expected one file {end} in {}, found {}", self.path.display(), names.len());
        };
        let mut bytes = Vec::new();
        archive.by_name(name)?.read_to_end(&mut bytes).with_context(|| format!("{name} is damaged"))?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    fn wheel(folder: &Path) -> PathBuf {
        let path = folder.join("some_data-1.0-py3-none-any.whl");
        let mut zip = zip::ZipWriter::new(fs::File::create(&path).unwrap());
        for (name, bytes) in [("some_data/a/model", "A"), ("some_data/b/model", "B")] {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes.as_bytes()).unwrap();
        }
        zip.finish().unwrap();
        path
    }

    #[test]
    fn a_file_is_found_by_the_end_of_its_path() {
        let folder = tempfile::tempdir().unwrap();
        let path = wheel(folder.path());
        let hash = stamp::sha256(&fs::read(&path).unwrap());
        let wheel = Wheel::open(&path, &hash).unwrap();
        assert_eq!(wheel.file("b/model").unwrap(), b"B");
        let message = wheel.file("model").unwrap_err().to_string();
        assert!(message.starts_with("expected one file model in "), "{message}");
        assert!(message.ends_with(", found 2"), "{message}");
    }

    #[test]
    fn an_altered_wheel_is_refused_with_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        let path = wheel(folder.path());
        let hash = stamp::sha256(&fs::read(&path).unwrap());
        fs::OpenOptions::new().append(true).open(&path).unwrap().write_all(b"!").unwrap();
        let message = Wheel::open(&path, &hash).unwrap_err().to_string();
        assert!(message.starts_with(&format!("wrong hash: expected {hash} for ")), "{message}");
        assert!(message.contains("delete the file and run the same command again"), "{message}");
    }
}
