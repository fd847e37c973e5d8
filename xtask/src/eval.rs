//! How near does a reading come to what people read?
//!
//! `cargo xtask eval --data ../shared/eval` builds the crate `eval` for speed and runs it; its arguments are given on. The
//! readers are not linked into this program: it must build before the packs are there.

use crate::checkout::Checkout;
use crate::client::Clients;
use crate::packs;
use anyhow::{Context, Result, bail};
use std::process::{Command, ExitCode};

/// Measures and prints what the crate `eval` prints.
pub fn run(checkout: &Checkout, args: &[String]) -> Result<ExitCode> {
    let status = program(checkout)?.args(args).status().context("the program `eval` could not be started")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::from(2) })
}

/// The program that measures, built. Says nothing on standard output, which belongs to the table.
fn program(checkout: &Checkout) -> Result<Command> {
    packs::make(checkout, &Clients::of_this_machine()).context("set-up of the packs")?;
    let mut build = checkout.cargo();
    let built = build.args(["build", "--quiet", "--release", "--locked", "--package", "eval"]).status();
    if !built.context("cargo could not be started")?.success() {
        bail!("the crate `eval` could not be built");
    }
    Ok(Command::new(checkout.built("release", "eval")))
}
