//! `isnad disputes`: where do claims disagree, and what does each side say in whose words?

use crate::claims;
use crate::filters::{self, Rows};
use crate::table;
use crate::{Ended, join};
use case::Case;
use case::query::{ClaimRow, DisputeFilter, DisputeRow};
use model::{DisputeKind, Strength};
use std::fmt::Write as _;
use std::path::PathBuf;

/// List disputes: claims that cannot all be true, side by side
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  isnad disputes mine.isnad
  isnad disputes mine.isnad --kind number --strength contradiction
  isnad disputes mine.isnad --json

A contradiction cannot be: not all of its sides are true. A tension can be, but hardly is. A later figure of the same origin is a \
revision, which `isnad events CASE --figures` shows, and \"five more\" clashes with nothing.")]
pub struct Args {
    /// The case file
    case: PathBuf,
    /// About this: number, date, place, responsibility, happened, control, announced_vs_observed, degree
    #[arg(long, value_name = "KIND", value_parser = filters::dispute_kind)]
    kind: Vec<DisputeKind>,
    /// That clash so hard: contradiction, tension
    #[arg(long, value_name = "WORD", value_parser = filters::strength)]
    strength: Vec<Strength>,
    /// With a claim of this event: its id
    #[arg(long, value_name = "ID")]
    event: Option<String>,
    /// With this claim: its id
    #[arg(long, value_name = "ID")]
    claim: Option<String>,
    /// With a claim of this document: its id, file name or path
    #[arg(long, value_name = "DOCUMENT")]
    document: Option<String>,
    /// With this actor, target or source: an id or part of a name
    #[arg(long, value_name = "NAME")]
    entity: Option<String>,
    #[command(flatten)]
    rows: Rows,
}

/// Lists disputes; see the module.
pub fn run(args: &Args) -> anyhow::Result<Ended> {
    let mut case = Case::open(&args.case)?;
    join::before_showing(&mut case)?;
    let page = case.disputes(&DisputeFilter {
        claims: None,
        kinds: args.kind.clone(),
        strengths: args.strength.clone(),
        event: args.event.clone(),
        claim: args.claim.clone(),
        document: args.document.clone(),
        entity: args.entity.clone(),
        slice: args.rows.slice(),
    })?;
    if args.rows.json {
        table::print_json(&page.rows)?;
        return Ok(Ended::Fine);
    }
    let mut out = String::new();
    page.rows.iter().for_each(|dispute| show(dispute, &mut out));
    table::print_text(&out)?;
    table::print_rest(page.rows.len(), page.offset, page.total, "disputes");
    Ok(Ended::Fine)
}

/// A dispute with its sides, each in the words of those who say it.
pub fn show(dispute: &DisputeRow, out: &mut String) {
    let _ = writeln!(out, "{} · {} · event {} · {}", dispute.kind, dispute.strength, dispute.event, dispute.reason);
    for side in &dispute.sides {
        let _ = writeln!(out, "  {}", side.says);
        side.claims.iter().for_each(|claim| sentence(claim, "    ", out));
    }
    out.push('\n');
}

/// A claim on one line: its id, whose report of what day, according to whom, whether he denies it, and its words.
pub fn sentence(claim: &ClaimRow, indent: &str, out: &mut String) {
    let report = claim.outlet.as_deref().unwrap_or(&claim.file);
    let day = claim.published.as_deref().map(|day| format!(", {day}")).unwrap_or_default();
    let chain = claims::chain(claim);
    let whom = if chain.is_empty() { String::new() } else { format!(", according to {chain}") };
    let stances = claim
        .attribution
        .iter()
        .filter(|link| link.stance != "asserts")
        .map(|link| format!(", who {} it", link.stance));
    let stances: String = stances.collect();
    let not_so = if claim.polarity == "negative" { ", not so" } else { "" };
    let quote = claim.quote.split_whitespace().collect::<Vec<_>>().join(" ");
    let _ = writeln!(out, "{indent}{} {report}{day}{whom}{stances}{not_so}: “{quote}”", claim.id);
}
