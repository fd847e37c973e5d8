//! How does a newcomer see what Isnad does?
//!
//! Set-up, the release binary, the reports of `demo/reports` read into a case of their own, the server on a free port of this
//! machine, and the case in the browser if there is a desktop. A second run has only the reports to read again.

use crate::checkout::Checkout;
use crate::client::Clients;
use crate::server::Server;
use crate::setup;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// What the user asked for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Options {
    /// Print the address and leave the browser alone.
    no_open: bool,
    /// Stop the server and end once the first page has come.
    exit_when_ready: bool,
}

fn options(words: &[&str]) -> Result<Options> {
    let mut options = Options::default();
    for word in words {
        match *word {
            "--no-open" => options.no_open = true,
            "--exit-when-ready" => options.exit_when_ready = true,
            _ => bail!("expected --no-open or --exit-when-ready, found {word}"),
        }
    }
    Ok(options)
}

/// Runs the demo until the server is stopped with Ctrl-C.
pub fn run(checkout: &Checkout, words: &[&str]) -> Result<()> {
    let options = options(words)?;
    setup::all(checkout)?;
    build(checkout)?;
    let isnad = checkout.built("release", "isnad");
    let case = checkout.target.join("demo/demo.isnad");
    read_reports(&isnad, &checkout.path("demo/reports"), &case)?;

    let mut server = Server::start(&isnad, &case)?;
    server.first_page()?;
    println!("\n  {}\n", server.address);
    if options.exit_when_ready {
        return Ok(());
    }
    println!("Isnad shows the demo case there. Stop it with Ctrl-C.");
    if !options.no_open {
        open(&Clients::of_this_machine(), &server.address);
    }
    let status = server.process.wait()?;
    if !status.success() && status.code().is_some() {
        bail!("the server ended with {status}");
    }
    Ok(())
}

fn build(checkout: &Checkout) -> Result<()> {
    println!("binary: building (a first time takes some minutes)");
    let status = checkout
        .cargo()
        .args(["build", "--release", "--locked", "--package", "isnad"])
        .status()
        .context("cargo could not be started")?;
    if !status.success() {
        bail!("the binary could not be built; cargo's words above tell why");
    }
    Ok(())
}

/// Reads the reports into a new case, so that the demo shows what this build reads.
fn read_reports(isnad: &Path, reports: &Path, case: &Path) -> Result<()> {
    if let Some(folder) = case.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} could not be made", folder.display()))?;
    }
    for end in ["", "-wal", "-shm"] {
        let mut old = case.as_os_str().to_owned();
        old.push(end);
        let _ = fs::remove_file(&old);
    }
    let status = Command::new(isnad)
        .arg("read")
        .arg(reports)
        .arg("--case")
        .arg(case)
        .status()
        .with_context(|| format!("{} could not be started", isnad.display()))?;
    // 1 says that some reports have problems; the case tells which.
    if !matches!(status.code(), Some(0 | 1)) {
        bail!("the demo reports could not be read ({status})");
    }
    Ok(())
}

/// Opens the address in the user's browser if there is a desktop to open it on.
fn open(clients: &Clients, address: &str) {
    let desktop = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    let opener: &[&str] = match std::env::consts::OS {
        "macos" => &["open"],
        "windows" => &["explorer"],
        _ if desktop => &["xdg-open"],
        _ => return,
    };
    if let Some(program) = opener.iter().find_map(|name| clients.find(name)) {
        let quiet = clients.command(program).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        if quiet.is_err() {
            println!("No browser could be opened; the address above is the page.");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_that_is_none_is_refused() {
        assert_eq!(options(&["--no-open"]).unwrap(), Options { no_open: true, exit_when_ready: false });
        assert_eq!(
            options(&["--nope"]).unwrap_err().to_string(),
            "expected --no-open or --exit-when-ready, found --nope"
        );
    }
}
