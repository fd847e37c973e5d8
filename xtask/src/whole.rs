//! How does a file get written whole or not at all?
//!
//! Beside its place first, then renamed: a full disk or a lost process never leaves half a pack behind.

use anyhow::{Result, anyhow};
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Writes a file whole. Errors say what to do: a full disk and a folder that may not be written have their own words.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".partial");
    let beside = Path::new(&beside);
    let attempt = || -> std::io::Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut file = File::create(beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        drop(file);
        fs::rename(beside, path)
    };
    attempt().map_err(|error| {
        let _ = fs::remove_file(beside);
        let name = path.display();
        let size = bytes.len().div_ceil(1_000_000);
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                anyhow!("the disk is full: {name} needs {size} MB. Free some space and run the same command again")
            }
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                anyhow!("{name} may not be written ({error}). Make its folder writable and run the same command again")
            }
            _ => anyhow!("{name} could not be written: {error}"),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_with_its_folder_and_leaves_nothing_beside() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("new/pack");
        write(&file, b"bytes").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"bytes");
        assert_eq!(fs::read_dir(file.parent().unwrap()).unwrap().count(), 1);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_said_to_be_full_and_the_old_file_stays() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("pack");
        fs::write(&file, "old").unwrap();
        std::os::unix::fs::symlink("/dev/full", folder.path().join("pack.partial")).unwrap();
        let message = write(&file, &[0; 2_500_000]).unwrap_err().to_string();
        assert_eq!(
            message,
            format!("the disk is full: {} needs 3 MB. Free some space and run the same command again", file.display())
        );
        assert_eq!(fs::read(&file).unwrap(), b"old");
    }
}
