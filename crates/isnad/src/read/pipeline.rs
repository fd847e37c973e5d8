//! How are many reports read at the same time and stored by one writer?
//!
//! Each thread takes the next report, asks the case whether it is new, and reads it. What it read goes through a channel of
//! bounded length to the one writer, so that memory stays bounded by the longest documents, however many there are. The writer
//! stores what has come in one transaction. The order does not matter to the record; what is said of the reports is said in theirs.

use super::Tally;
use super::progress::{Progress, Sayings};
use crate::engine::Engine;
use case::{Added, Case, CaseError, Entry, Stand};
use intake::{Found, Reason, Refusal, Sidecar};
use model::{Document, Resolution};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// Name of the threads that read.
pub const READER: &str = "reader";

/// Room for the deepest parse of a long sentence.
const STACK: usize = 16 << 20;

/// Documents that are stored in one transaction at most.
const BATCH: usize = 64;

/// A report to read.
#[derive(Clone, Copy, Debug)]
pub enum Report<'a> {
    /// A file that was found.
    Found(&'a Found),
    /// A report that the program carries: name, bytes, and what tells of it.
    Carried(&'a str, &'a [u8], &'a Sidecar),
}

/// How to go about it.
#[derive(Clone, Copy, Debug)]
pub struct Settings<'a> {
    /// Threads that read.
    pub jobs: usize,
    /// Read also what is there.
    pub again: bool,
    /// Raised to stop after what is being read.
    pub stop: &'a AtomicBool,
}

/// What a thread made of a report.
enum Outcome {
    Refused(Refusal),
    /// It is there. True: read by another version.
    Known(bool),
    /// It is there under another path. True: read by another version.
    OtherPath(Box<Document>, bool),
    Read(Box<Whole>),
    Failed(CaseError),
}

struct Whole {
    document: Document,
    signatures: Vec<Vec<u64>>,
    resolution: Resolution,
}

/// Reads all reports into the case and counts how each ended.
pub fn read_all(
    case: &mut Case,
    engine: &Engine,
    context: &intake::Context<'_>,
    reports: &[Report<'_>],
    settings: Settings<'_>,
    tally: &mut Tally,
    progress: &Progress,
) -> anyhow::Result<()> {
    let next = AtomicUsize::new(0);
    let jobs = settings.jobs.clamp(1, reports.len().max(1));
    let views = (0..jobs).map(|_| case.another()).collect::<Result<Vec<_>, _>>()?;
    thread::scope(|scope| {
        let (sender, receiver) = sync_channel(2 * jobs);
        for view in views {
            let (sender, next) = (sender.clone(), &next);
            let work = move || work(&view, engine, context, reports, settings, next, &sender);
            thread::Builder::new().name(READER.to_string()).stack_size(STACK).spawn_scoped(scope, work)?;
        }
        drop(sender);
        let written = write(case, &engine.version, &receiver, settings.again, tally, progress);
        // Threads that still read find nobody to hand it to, and end.
        drop(receiver);
        written
    })
}

/// One thread: reads reports until there are none left or nobody takes them.
fn work(
    view: &Case,
    engine: &Engine,
    context: &intake::Context<'_>,
    reports: &[Report<'_>],
    settings: Settings<'_>,
    next: &AtomicUsize,
    sender: &SyncSender<(usize, Outcome)>,
) {
    while !settings.stop.load(Ordering::Relaxed) {
        let at = next.fetch_add(1, Ordering::Relaxed);
        let Some(report) = reports.get(at) else { return };
        let outcome = match load(*report, context) {
            Err(refusal) => Outcome::Refused(refusal),
            Ok(document) => read(view, engine, document, settings.again).unwrap_or_else(Outcome::Failed),
        };
        if sender.send((at, outcome)).is_err() {
            return;
        }
    }
}

fn load(report: Report<'_>, context: &intake::Context<'_>) -> Result<Document, Refusal> {
    let (name, loaded) = match report {
        Report::Found(found) => (found.name.as_str(), catch_unwind(AssertUnwindSafe(|| intake::load(found, context)))),
        Report::Carried(name, bytes, sidecar) => {
            (name, catch_unwind(AssertUnwindSafe(|| intake::document(name, bytes, Some(sidecar), context))))
        }
    };
    loaded.unwrap_or_else(|_| {
        let detail = "a mistake of the program; please report it with the file".to_string();
        Err(Refusal { name: name.to_string(), reason: Reason::Unreadable { detail } })
    })
}

fn read(view: &Case, engine: &Engine, document: Document, again: bool) -> Result<Outcome, CaseError> {
    let stand = view.stand(&document)?;
    if !again && matches!(stand, Stand::Known | Stand::OtherPath) {
        let older = view.is_read_by_other(&document, &engine.version)?;
        return Ok(match stand {
            Stand::Known => Outcome::Known(older),
            _ => Outcome::OtherPath(Box::new(document), older),
        });
    }
    let resolution = engine.read(&document);
    let signatures = Engine::signatures(&document);
    Ok(Outcome::Read(Box::new(Whole { document, signatures, resolution })))
}

/// The writer: stores what comes until nothing comes any more.
fn write(
    case: &mut Case,
    version: &str,
    receiver: &Receiver<(usize, Outcome)>,
    again: bool,
    tally: &mut Tally,
    progress: &Progress,
) -> anyhow::Result<()> {
    // Paths that were read by this run: the same bytes twice in one run are read once more only.
    let mut done: BTreeSet<String> = BTreeSet::new();
    let mut sayings = Sayings::default();
    while let Ok(first) = receiver.recv() {
        let mut batch = Vec::new();
        for (at, outcome) in std::iter::once(first).chain(receiver.try_iter().take(BATCH - 1)) {
            match outcome {
                Outcome::Failed(error) => return Err(error.into()),
                Outcome::Refused(refusal) => sayings.add(at, Some(refuse(case, &refusal, tally)?)),
                Outcome::Known(older) => {
                    tally.same += 1;
                    tally.older += u64::from(older);
                    sayings.add(at, None);
                }
                Outcome::OtherPath(document, older) => {
                    case.note_path(&document)?;
                    tally.same += 1;
                    tally.older += u64::from(older);
                    sayings.add(at, None);
                }
                Outcome::Read(whole) => {
                    batch.push((at, whole));
                    continue;
                }
            }
            progress.step(tally);
        }
        // A document that this run has read already is not read anew for a copy of it.
        let (fresh, copies): (Vec<_>, Vec<_>) =
            batch.into_iter().partition(|(_, whole)| done.insert(whole.document.id.0.clone()));
        for (batch, again) in [(fresh, again), (copies, false)] {
            for (at, line) in store(case, version, &batch, again, tally, progress)? {
                sayings.add(at, line);
            }
        }
        sayings.ready().for_each(|line| progress.say(&line));
    }
    sayings.rest().for_each(|line| progress.say(&line));
    Ok(())
}

/// Stores documents; gives what is to be said of each.
fn store(
    case: &mut Case,
    version: &str,
    batch: &[(usize, Box<Whole>)],
    again: bool,
    tally: &mut Tally,
    progress: &Progress,
) -> anyhow::Result<Vec<(usize, Option<String>)>> {
    let entries: Vec<Entry<'_>> = batch
        .iter()
        .map(|(_, w)| Entry { document: &w.document, signatures: &w.signatures, resolution: &w.resolution })
        .collect();
    let added = case.add(&entries, version, again)?;
    let mut lines = Vec::new();
    for ((at, whole), added) in batch.iter().zip(added) {
        let problems = whole.document.problems.iter().chain(&whole.resolution.reading.problems);
        let problems: Vec<_> = problems.collect();
        let mut line = None;
        match added {
            Added::Known | Added::OtherPath => tally.same += 1,
            Added::New | Added::Replaced => match problems.first() {
                None => tally.read += 1,
                Some(first) => {
                    tally.read_with_problems += 1;
                    line = Some(problems_line(&whole.document.file, &first.message, problems.len()));
                }
            },
        }
        lines.push((*at, line));
        progress.step(tally);
    }
    Ok(lines)
}

/// The problems of a file: the first one, and how many there are; all of them stand in the case.
fn problems_line(file: &str, first: &str, number: usize) -> String {
    match number {
        1 => format!("problem: {file}: {first}"),
        _ => format!("problems: {file}: {number}, the first: {first}"),
    }
}

/// Notes that a file was refused; gives what is to be said of it.
pub fn refuse(case: &mut Case, refusal: &Refusal, tally: &mut Tally) -> Result<String, CaseError> {
    case.refuse(&refusal.name, refusal.reason.code(), &refusal.reason.to_string())?;
    tally.refused += 1;
    Ok(format!("refused: {refusal}"))
}
