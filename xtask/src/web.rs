//! How is the front end built?
//!
//! `npm ci` when `package.json` or its lock changed, `npm run build` when any of its sources did. What it gives,
//! `crates/serve/web/dist`, becomes part of the binary.

use crate::checkout::Checkout;
use crate::client::Clients;
use crate::fetch::indented;
use crate::{stamp, whole};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// The front end's folder in a checkout.
pub const FOLDER: &str = "crates/serve/web";

/// Builds the front end if need be. True when something was done.
pub fn build(checkout: &Checkout, clients: &Clients) -> Result<bool> {
    let folder = checkout.path(FOLDER);
    if !folder.join("package-lock.json").is_file() {
        bail!("expected the front end at {}, found no package-lock.json there", folder.display());
    }
    let installed = install(checkout, clients)?;
    // Inputs from beside the folder: the schema of the pages' data, from which the build makes its types, and the words
    // that claims are told in.
    let made = ["node_modules", "dist", "test-results", "schema.d.ts"];
    let stamp = stamp::of(&checkout.root, &[FOLDER, "crates/serve/openapi.json", "data/vocabulary"], &made)?;
    let stamp_file = folder.join("node_modules/.isnad-built");
    if stamp::is(&stamp_file, &stamp) && folder.join("dist/index.html").is_file() {
        return Ok(installed);
    }
    npm(clients, &folder, &["run", "build"], "the front end could not be built")?;
    if !folder.join("dist/index.html").is_file() {
        bail!("expected `npm run build` to make {}, found nothing there", folder.join("dist/index.html").display());
    }
    whole::write(&stamp_file, stamp.as_bytes())?;
    Ok(true)
}

/// Installs the packages of the front end if need be. True when something was done.
fn install(checkout: &Checkout, clients: &Clients) -> Result<bool> {
    let folder = checkout.path(FOLDER);
    let stamp = stamp::of(&folder, &["package.json", "package-lock.json"], &[])?;
    let stamp_file = folder.join("node_modules/.isnad-installed");
    if stamp::is(&stamp_file, &stamp) {
        return Ok(false);
    }
    npm(clients, &folder, &["ci", "--no-audit", "--no-fund"], "the packages of the front end could not be installed")?;
    whole::write(&stamp_file, stamp.as_bytes())?;
    Ok(true)
}

fn npm(clients: &Clients, folder: &PathBuf, arguments: &[&str], failed: &str) -> Result<()> {
    let mut npm: Command = clients.npm()?;
    npm.env("NO_COLOR", "1").env("FORCE_COLOR", "0");
    let out = npm.args(arguments).current_dir(folder).output().context("npm could not be started")?;
    if out.status.success() {
        return Ok(());
    }
    let words = format!("{}\n{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    bail!("{failed}: {}\nnpm said:\n{}", remedy(&words), indented(&words))
}

/// What to do about npm's failure, from what it says.
pub(crate) fn remedy(words: &str) -> &'static str {
    let says = |any: &[&str]| any.iter().any(|part| words.contains(part));
    if says(&["EINTEGRITY"]) {
        "a package has another hash than package-lock.json pins. Clear npm's cache (`npm cache clean --force`), check its \
         mirror (`npm config list`) and run the same command again"
    } else if says(&["ENOSPC", "No space left on device"]) {
        "the disk is full: the packages of the front end need about 300 MB. Free some space and run the same command again"
    } else if says(&["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "ENETUNREACH", "ECONNRESET"]) {
        "the package registry could not be reached. Connect this machine to the network, or set up npm's mirror or proxy \
         (`npm config list`), and run the same command again. The network is needed for set-up only"
    } else if says(&["EUSAGE"]) {
        "package.json and package-lock.json do not agree. Run `npm install` in the front end's folder"
    } else {
        "its own words tell why"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn checkout(folder: &std::path::Path, package: &str, lock: &str) -> Checkout {
        let web = folder.join(FOLDER);
        fs::create_dir_all(&web).unwrap();
        fs::write(web.join("package.json"), package).unwrap();
        fs::write(web.join("package-lock.json"), lock).unwrap();
        Checkout { root: folder.to_path_buf(), target: folder.join("target") }
    }

    const PACKAGE: &str =
        r#"{"name":"w","version":"1.0.0","scripts":{"build":"mkdir -p dist && date +%N > dist/index.html"}}"#;
    const LOCK: &str =
        r#"{"name":"w","version":"1.0.0","lockfileVersion":3,"packages":{"":{"name":"w","version":"1.0.0"}}}"#;

    #[test]
    fn a_second_build_does_nothing_until_a_source_changes() {
        let folder = tempfile::tempdir().unwrap();
        let checkout = checkout(folder.path(), PACKAGE, LOCK);
        let clients = Clients::of_this_machine();
        let page = folder.path().join(FOLDER).join("dist/index.html");
        assert!(build(&checkout, &clients).unwrap());
        let first = fs::read(&page).unwrap();
        assert!(!build(&checkout, &clients).unwrap());
        assert_eq!(fs::read(&page).unwrap(), first);
        fs::write(folder.path().join(FOLDER).join("main.ts"), "let a = 1").unwrap();
        assert!(build(&checkout, &clients).unwrap());
        // Nothing to do: a machine without npm does not miss it.
        assert!(!build(&checkout, &Clients::within(folder.path())).unwrap());
    }

    #[test]
    fn a_lock_that_does_not_agree_is_told_so() {
        let folder = tempfile::tempdir().unwrap();
        let package = r#"{"name":"w","version":"1.0.0","dependencies":{"beside":"file:./beside"}}"#;
        let checkout = checkout(folder.path(), package, LOCK);
        let beside = folder.path().join(FOLDER).join("beside");
        fs::create_dir_all(&beside).unwrap();
        fs::write(beside.join("package.json"), r#"{"name":"beside","version":"1.0.0"}"#).unwrap();
        let message = build(&checkout, &Clients::of_this_machine()).unwrap_err().to_string();
        assert!(message.contains("package.json and package-lock.json do not agree"), "{message}");
    }

    #[test]
    fn a_machine_without_network_is_told_so() {
        let folder = tempfile::tempdir().unwrap();
        // A port of this machine that nobody listens on stands for a registry out of reach.
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let package = r#"{"name":"w","version":"1.0.0","dependencies":{"far":"1.0.0"}}"#;
        let lock = LOCK.replace(
            r#""version":"1.0.0"}}"#,
            &format!(
                r#""version":"1.0.0","dependencies":{{"far":"1.0.0"}}}},
                "node_modules/far":{{"version":"1.0.0","resolved":"http://{free}/far.tgz","integrity":"sha512-AAAA"}}}}"#
            ),
        );
        let checkout = checkout(folder.path(), package, &lock);
        fs::write(folder.path().join(FOLDER).join(".npmrc"), "fetch-retries=0\n").unwrap();
        let message = build(&checkout, &Clients::of_this_machine()).unwrap_err().to_string();
        assert!(message.contains("the package registry could not be reached."), "{message}");
    }

    #[test]
    fn a_registry_out_of_reach_and_a_wrong_hash_have_their_own_words() {
        assert!(remedy("npm error code ENOTFOUND").starts_with("the package registry could not be reached"));
        assert!(remedy("npm error code EINTEGRITY").starts_with("a package has another hash"));
        assert!(remedy("npm error ENOSPC: no space left").starts_with("the disk is full"));
    }
}
