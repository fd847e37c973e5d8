//! `isnad verify`: does every value still say what the text says?

use crate::Ended;
use case::{Case, EventState};
use std::path::PathBuf;

/// Find every quote in its text again, count again, and check every hash
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  isnad verify mine.isnad
  isnad verify mine.isnad --json | jq .findings

Looks at the file's pages and indexes, compares the text of each document, each quote and all rows with the hashes that \
were stored with them, finds the words of each span in the text, counts the claims and origins of events, and goes through the decisions on who is who \
again. Nothing is changed.

Exit status: 0 all is as it should be, 1 something is not and was told, 2 it could not be looked at.")]
pub struct Args {
    /// The case file
    case: PathBuf,
    /// Write JSON
    #[arg(long)]
    json: bool,
}

/// Checks a case; see the module.
pub fn run(args: &Args) -> anyhow::Result<Ended> {
    let case = Case::open(&args.case)?;
    let verified = case.verify()?;
    let ended = if verified.findings.is_empty() { Ended::Fine } else { Ended::WithProblems };
    if args.json {
        crate::table::print_json(&[verified])?;
        return Ok(ended);
    }
    for finding in &verified.findings {
        println!("{}: {}", finding.place, finding.message);
    }
    let found = match verified.findings.len() {
        0 => "nothing is amiss".to_string(),
        1 => "1 finding".to_string(),
        n => format!("{n} findings"),
    };
    println!(
        "{}: {} documents, {} claims, {} spans, {} events, {} decisions: {found}",
        args.case.display(),
        verified.documents,
        verified.claims,
        verified.spans,
        verified.events,
        verified.decisions
    );
    if case.event_state().is_ok_and(|state| state == EventState::Missing) {
        println!(
            "claims on one happening have not been joined since documents were added; isnad read or isnad events does it"
        );
    }
    Ok(ended)
}
