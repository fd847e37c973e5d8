//! `isnad demo`: what the program does, on reports that it carries.

use crate::engine::Engine;
use crate::read::{Progress, Report, Settings, Tally, read_all};
use crate::{Ended, carried, join, serve};
use case::Case;
use intake::Sidecar;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

/// Read the demo reports and look at them in the browser
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  isnad demo
  isnad demo --case demo.isnad --no-serve     only make the case file

The reports were written for the demo, in the voices of outlets that do not exist, on well-documented events. They copy and \
contradict each other. Without --case the case file is a temporary one.")]
pub struct Args {
    /// Keep the case in this file
    #[arg(long, value_name = "FILE")]
    case: Option<PathBuf>,
    /// Only read; serve nothing
    #[arg(long, requires = "case")]
    no_serve: bool,
    #[command(flatten)]
    at: serve::At,
}

/// Reads and serves; see the module.
pub fn run(args: &Args) -> anyhow::Result<Ended> {
    let folder = tempfile::tempdir()?;
    let path = args.case.clone().unwrap_or_else(|| folder.path().join("demo.isnad"));
    let mut case = Case::open_or_create(&path)?;
    let engine = Engine::of(&case)?;
    let sidecars = intake::Sidecars::default();
    let context = intake::Context::new(&engine.lexicon, &sidecars);
    let sidecar = carried::DEMO.iter().find(|(name, _)| *name == "reports.csv");
    let sidecar = sidecar.map(|(_, bytes)| Sidecar::parse(bytes)).unwrap_or_default();
    let reports: Vec<Report<'_>> = carried::DEMO
        .iter()
        .filter(|(name, _)| intake::format_of(name).is_some())
        .map(|(name, bytes)| Report::Carried(name, bytes, &sidecar))
        .collect();
    let stop = AtomicBool::new(false);
    let jobs = std::thread::available_parallelism().map_or(1, usize::from);
    let settings = Settings { jobs, again: false, stop: &stop };
    let mut tally = Tally::default();
    let progress = Progress::new(reports.len() as u64);
    let read = read_all(&mut case, &engine, &context, &reports, settings, &mut tally, &progress);
    progress.end();
    read?;
    join::if_needed(&mut case, &engine.lexicon)?;
    eprintln!("{tally}");
    drop(case);
    if args.no_serve {
        return Ok(Ended::Fine);
    }
    serve::at(&path, &args.at)
}
