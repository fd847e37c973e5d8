//! What does a checkout need done besides compiling?
//!
//! Set-up, the demo, the tests and the benchmarks, each as one command: `cargo xtask setup`, `cargo xtask demo`,
//! `cargo xtask test`, `cargo xtask eval`, `cargo xtask bench case`, `cargo xtask bench language`, `cargo xtask bench read`, `cargo xtask bench fuse`,
//! `cargo xtask bench serve`. One file here for each of them; below them the steps they share.

mod setup;
mod demo;
mod test;
mod eval;
mod bench;

mod checkout;
mod client;
mod chromium;
mod lock;
mod fetch;
mod wheel;
mod tarball;
mod packs;
mod notices;
mod server;
mod web;
mod stamp;
mod whole;

use anyhow::{Result, bail};
use checkout::Checkout;
use std::process::ExitCode;

const USAGE: &str = "\
Isnad's tasks. Run one as `cargo xtask TASK`:

  setup [packs|web]     fetch the data packages, make the packs, build the front end
  demo [--no-open] [--exit-when-ready]
                        set up, build, read the demo reports and open them in a browser
  test                  everything that is checked before a change is taken in
  eval [ARGS]           how near a reading comes to what people read; --help tells more
  bench case [ARGS]     time of a case by its number of documents
  bench language [ARGS] speed of the language engine beside its peer
  bench read [ARGS]     speed of a whole reading beside the language engine alone
  bench fuse [ARGS]     time, memory and B³ of fusing the claims of an invented war
  bench serve [ARGS]    time of each page of a large case

Each task does all that it needs; a second run skips what has not changed.";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &[String]) -> Result<ExitCode> {
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] | ["help" | "--help" | "-h"] => println!("{USAGE}"),
        ["setup"] => setup::all(&Checkout::find()?)?,
        ["setup", "packs"] => setup::packs(&Checkout::find()?)?,
        ["setup", "web"] => setup::web(&Checkout::find()?)?,
        ["demo", options @ ..] => demo::run(&Checkout::find()?, options)?,
        ["test"] => return test::run(&Checkout::find()?),
        ["eval", ..] => return eval::run(&Checkout::find()?, &args[1..]),
        ["bench", "case", ..] => bench::case::run(&args[2..])?,
        ["bench", "language", ..] => bench::language::run(&args[2..])?,
        ["bench", "read", ..] => bench::read::run(&args[2..])?,
        ["bench", "fuse", ..] => bench::fuse::run(&args[2..])?,
        ["bench", "serve", ..] => bench::serve::run(&args[2..])?,
        _ => bail!("no task is called `{}`\n\n{USAGE}", words.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
}
