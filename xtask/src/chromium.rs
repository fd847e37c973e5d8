//! Which browser do the browser tests click in?
//!
//! Chromium or Chrome as found on `PATH`; where there is none, Debian's own, if this process may install it.

use crate::client::Clients;
use crate::fetch::indented;
use std::path::PathBuf;

/// A browser, or why there is none.
#[derive(Debug, PartialEq, Eq)]
pub enum Chromium {
    /// The program.
    At(PathBuf),
    /// Why there is none and what to do.
    Missing(String),
}

/// The browser of this machine; installs Debian's where it is missing and that is allowed.
pub fn find_or_install(clients: &Clients) -> Chromium {
    if let Some(path) = find(clients) {
        return Chromium::At(path);
    }
    if clients.find("apt-get").is_none() || !may_install(clients) {
        return Chromium::Missing(
            "no chromium on PATH, and it may not be installed from here (that takes Debian's apt-get and root). Install \
             chromium and run the same command again"
                .to_string(),
        );
    }
    println!("chromium: installing Debian's with apt-get");
    for arguments in [&["update", "-qq"][..], &["install", "-y", "-qq", "--no-install-recommends", "chromium"]] {
        let mut apt = clients.command("apt-get");
        match apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive").output() {
            Ok(out) if out.status.success() => {}
            Ok(out) => {
                return Chromium::Missing(format!(
                    "apt-get {} failed. It said:\n{}",
                    arguments.join(" "),
                    indented(&String::from_utf8_lossy(&out.stderr))
                ));
            }
            Err(error) => return Chromium::Missing(format!("apt-get could not be started: {error}")),
        }
    }
    match find(clients) {
        Some(path) => Chromium::At(path),
        None => Chromium::Missing("apt-get installed chromium, but there is none on PATH".to_string()),
    }
}

fn find(clients: &Clients) -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"].iter().find_map(|name| clients.find(name))
}

fn may_install(clients: &Clients) -> bool {
    clients.command("id").arg("-u").output().is_ok_and(|out| out.stdout.trim_ascii() == b"0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_without_browser_and_apt_is_told_what_to_install() {
        let folder = tempfile::tempdir().unwrap();
        let Chromium::Missing(why) = find_or_install(&Clients::within(folder.path())) else {
            panic!("an empty folder has no browser");
        };
        assert!(why.starts_with("no chromium on PATH"), "{why}");
        std::fs::write(folder.path().join("chromium-browser"), "").unwrap();
        assert_eq!(
            find_or_install(&Clients::within(folder.path())),
            Chromium::At(folder.path().join("chromium-browser"))
        );
    }
}
