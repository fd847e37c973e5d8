//! Is this checkout fit to be taken in?
//!
//! Set-up, then format, lints, tests, doc tests, the scores on the gold claims where they lie beside the checkout, the front
//! end's checks and the click path in a real browser, all of them even when one fails, and at the end one line that counts:
//! `412 passed, 0 failed`. A check without tests of its own, such as the format, counts as one. The repository's own rules (docs in step, licences, tidiness) are ordinary tests in
//! `xtask/tests`.

mod count;
mod step;

use crate::checkout::Checkout;
use crate::client::Clients;
use crate::{chromium, eval, setup, web};
use anyhow::Result;
use chromium::Chromium;
use std::process::{Command, ExitCode};
use step::Steps;

/// The crates without I/O, clock, chance and hash order; `clippy.toml` in each says what that means.
const PURE: [&str; 6] = ["model", "language", "lexicon", "read", "resolve", "fuse"];
const BANS: [&str; 6] =
    ["-D", "clippy::disallowed_types", "-D", "clippy::disallowed_methods", "-D", "clippy::disallowed_macros"];

/// Runs every check. The exit status is 0 when none failed, else 1.
pub fn run(checkout: &Checkout) -> Result<ExitCode> {
    setup::all(checkout)?;
    let clients = Clients::of_this_machine();
    let mut steps = Steps::default();

    steps.run("format", checkout.cargo().args(["fmt", "--all", "--check"]));
    let lints = ["clippy", "--quiet", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"];
    steps.run("lints", checkout.cargo().args(lints));
    let bans = PURE.iter().flat_map(|name| ["--package", name]).chain(["--lib", "--locked", "--"]).chain(BANS);
    steps.run("lints of the pure crates", checkout.cargo().args(["clippy", "--quiet"]).args(bans));
    if clients.find("cargo-nextest").is_some() {
        let tests = ["nextest", "run", "--workspace", "--locked", "--no-fail-fast", "--status-level", "fail"];
        steps.run("tests", checkout.cargo().args(tests));
    } else {
        let tests = ["test", "--quiet", "--workspace", "--all-targets", "--locked", "--no-fail-fast"];
        steps.run("tests", checkout.cargo().args(tests));
    }
    steps.run(
        "doc tests",
        checkout.cargo().args(["test", "--quiet", "--workspace", "--doc", "--locked", "--no-fail-fast"]),
    );
    match eval::gold_beside(checkout) {
        // The tests have built all of the program that measures but the last link.
        Some(_) => {
            let check = ["run", "--quiet", "--locked", "--package", "xtask", "--", "eval", "--check"];
            steps.run("gold scores", checkout.cargo().args(check));
        }
        None => steps.skip("gold scores", "no ../shared/gold beside the checkout"),
    }
    steps.run("front end", &mut npm(checkout, &clients, "check")?);

    match chromium::find_or_install(&clients) {
        Chromium::At(path) => {
            // The binary that the browser looks at; the tests have built all of it but the last link.
            steps.run("binary", checkout.cargo().args(["build", "--quiet", "--locked", "--package", "isnad"]));
            let mut browser = npm(checkout, &clients, "test:browser")?;
            browser.env("CHROMIUM", path).env("ISNAD", checkout.built("debug", "isnad"));
            steps.run("browser", &mut browser);
        }
        Chromium::Missing(why) if std::env::var_os("CI").is_some() => steps.fail("browser", &why),
        Chromium::Missing(why) => steps.skip("browser", &why),
    }
    Ok(steps.close())
}

fn npm(checkout: &Checkout, clients: &Clients, script: &str) -> Result<Command> {
    let mut npm = clients.npm()?;
    npm.args(["run", "--silent", script]).current_dir(checkout.path(web::FOLDER));
    Ok(npm)
}
