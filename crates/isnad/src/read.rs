//! `isnad read`: which files are read into the case, and how did each of them end?

mod pipeline;
mod progress;

pub use pipeline::{Report, Settings, read_all};
pub use progress::{Progress, Tally};

use crate::engine::Engine;
use crate::{Ended, filters, join, knowledge};
use anyhow::{Context, bail};
use case::Case;
use jiff::civil::Date;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

/// Read reports into a case file
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  isnad read reports/ --case mine.isnad
  isnad read a.txt b.html --case mine.isnad --date 2020-02-04 --outlet 'Tavan Courier'
  isnad read reports/ --case mine.isnad --knowledge my-actors.tsv
  curl -s https://example.org/report.html | isnad read - --case mine.isnad

Text, Markdown and HTML files are read, folders to any depth. A file reports.csv beside the reports can say what \
their texts do not; its columns are file,title,outlet,date,author,url.

Files that are in the case already are passed over; a file of the same bytes under another name is noted as another \
path of the one document. When the same bytes come with different outlets or days, the first path in the order of \
the alphabet holds. After an interruption the same command goes on where it stopped: each document is in the case \
whole or not at all.

--knowledge adds parties, persons, states and offices of your own to those that the program knows; docs/knowledge.md \
tells the columns of such a table. A mistake in one is told with file and line, and nothing is read.

Exit status: 0 all files were read, 1 some had problems or were refused, 2 it could not be done.")]
pub struct Args {
    /// Files and folders to read; - reads one report from standard input
    #[arg(required = true, value_name = "REPORTS")]
    reports: Vec<PathBuf>,
    /// The case file; made when it is not there
    #[arg(long, value_name = "FILE")]
    case: PathBuf,
    /// How many reports to read at the same time [default: one for each processor]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,
    /// The day all these reports were published, before all that they say themselves
    #[arg(long, value_name = "DAY", value_parser = filters::day)]
    date: Option<Date>,
    /// The outlet that published all these reports
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
    /// A table of names to know beside those of the program, kept in the case; may be given more than once. Tables given
    /// later take the place of these
    #[arg(long, value_name = "FILE")]
    knowledge: Vec<PathBuf>,
    /// Read anew what is in the case already, as after an update of the program
    #[arg(long)]
    again: bool,
}

/// Reads and joins; see the module.
pub fn run(args: &Args, verbose: bool) -> anyhow::Result<Ended> {
    let finds = intake::find(&args.reports);
    if finds.files.is_empty() {
        for refusal in &finds.refused {
            eprintln!("refused: {refusal}");
        }
        bail!(
            "expected reports to read, found none: name files that end in .txt, .md or .html, or folders that hold some"
        );
    }
    // What is wrong with a table is told before a case file is made or changed.
    let tables = knowledge::files(&args.knowledge)?;
    let given = if tables.is_empty() { None } else { Some(Engine::load(&tables)?) };
    let mut case = Case::open_or_create(&args.case)?;
    let stop = stop_on_interrupt()?;
    let engine = match given {
        Some(engine) => {
            case.keep_knowledge(&tables)?;
            engine
        }
        None => Engine::of(&case)?,
    };
    keep_quiet_about_mistakes(verbose);
    let progress = Progress::new(finds.files.len() as u64);
    for (path, fault) in finds.sidecars.faults() {
        progress.say(&format!("{}, line {}: {}", path.display(), fault.line, fault.message));
    }

    let mut tally = Tally::default();
    for refusal in &finds.refused {
        progress.say(&pipeline::refuse(&mut case, refusal, &mut tally)?);
    }
    let mut context = intake::Context::new(&engine.lexicon, &finds.sidecars);
    context.given = intake::Given { published: args.date, outlet: args.outlet.clone() };
    let reports: Vec<Report<'_>> = finds.files.iter().map(Report::Found).collect();
    let jobs = args.jobs.map_or_else(processors, usize::from);
    let settings = pipeline::Settings { jobs, again: args.again, stop: &stop };
    let began = Instant::now();
    let read = read_all(&mut case, &engine, &context, &reports, settings, &mut tally, &progress);
    progress.end();
    read?;

    if stop.load(Ordering::Relaxed) {
        eprintln!("{tally}");
        eprintln!("stopped; the same command goes on from here");
        return Ok(Ended::Not);
    }
    let read_in = began.elapsed();
    let joined = join::if_needed(&mut case, &engine.lexicon).context("joining claims on one happening")?;
    eprintln!("{tally}");
    if verbose {
        let joined_in = began.elapsed() - read_in;
        eprintln!("read in {:.2} s, joined in {:.2} s", read_in.as_secs_f64(), joined_in.as_secs_f64());
    }
    if tally.older > 0 {
        eprintln!(
            "{} of the documents that were there had been read by another version of the program or with other tables of names; --again reads them anew",
            tally.older
        );
    }
    if joined || verbose {
        let overview = case.overview()?;
        eprintln!(
            "{}: {} documents, {} claims, {} events",
            args.case.display(),
            overview.documents,
            overview.claims,
            overview.events
        );
    }
    Ok(if tally.refused + tally.read_with_problems > 0 { Ended::WithProblems } else { Ended::Fine })
}

/// A mistake of the program in one document becomes a problem of that document; where in the code it happened is for those
/// who ask.
fn keep_quiet_about_mistakes(verbose: bool) {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if verbose || std::thread::current().name() != Some(pipeline::READER) {
            usual(panic);
        }
    }));
}

fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// A flag that Ctrl-C raises: what is being read is finished and stored, and nothing more begun. A second Ctrl-C ends the
/// program at once; the case file is sound even then.
fn stop_on_interrupt() -> anyhow::Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&stop);
    ctrlc::set_handler(move || {
        if flag.swap(true, Ordering::Relaxed) {
            std::process::exit(Ended::Not as i32);
        }
        eprintln!("\nstopping after what is being read now; once more to stop at once");
    })
    .context("Ctrl-C could not be watched for")?;
    Ok(stop)
}
