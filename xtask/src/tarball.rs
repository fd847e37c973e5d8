use crate::stamp;
use anyhow::{Context, Result, bail};
use flate2::read::GzDecoder;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use tar::Archive;

/// An npm package, read as the compressed tar archive it is. Nothing in it is run.
#[derive(Debug)]
pub struct Tarball {
    path: PathBuf,
    bytes: Vec<u8>,
}

impl Tarball {
    /// Opens an archive whose bytes must have this SHA-256.
    pub fn open(path: &Path, sha256: &str) -> Result<Tarball> {
        let bytes = fs::read(path).with_context(|| format!("{} could not be read", path.display()))?;
        stamp::must_be(&bytes, sha256, path)?;
        Ok(Tarball { path: path.to_path_buf(), bytes })
    }

    /// The bytes of the file at a path inside the package.
    pub fn file(&self, name: &str) -> Result<Vec<u8>> {
        let damaged = || format!("{} is damaged", self.path.display());
        let wanted = Path::new("package").join(name);
        for entry in Archive::new(GzDecoder::new(self.bytes.as_slice())).entries().with_context(damaged)? {
            let mut entry = entry.with_context(damaged)?;
            if entry.path().with_context(damaged)? == wanted {
                let mut bytes = Vec::new();
                entry.read_to_end(&mut bytes).with_context(damaged)?;
                return Ok(bytes);
            }
        }
        bail!("expected the file {name} in {}, found none", self.path.display())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::GzEncoder;

    #[test]
    fn a_file_is_found_by_its_path_and_an_altered_archive_refused() {
        let mut archive = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
        let mut header = tar::Header::new_gnu();
        header.set_size(1);
        header.set_cksum();
        archive.append_data(&mut header, "package/data/a.json", &b"A"[..]).unwrap();
        let mut bytes = archive.into_inner().unwrap().finish().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("some-data-1.0.tgz");
        fs::write(&path, &bytes).unwrap();
        let hash = stamp::sha256(&bytes);

        let tarball = Tarball::open(&path, &hash).unwrap();
        assert_eq!(tarball.file("data/a.json").unwrap(), b"A");
        let message = tarball.file("a.json").unwrap_err().to_string();
        assert!(message.starts_with("expected the file a.json in "), "{message}");

        bytes.push(b'!');
        fs::write(&path, &bytes).unwrap();
        let message = Tarball::open(&path, &hash).unwrap_err().to_string();
        assert!(message.starts_with(&format!("wrong hash: expected {hash} for ")), "{message}");
    }
}
