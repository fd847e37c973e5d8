//! `isnad forecasts`: what was foretold, vowed or meant, by whom, and what became of it?

use crate::disputes::sentence;
use crate::filters::{self, Rows};
use crate::table;
use crate::{Ended, join};
use case::Case;
use case::query::{ClaimRow, ForecastFilter, ForecastRow};
use model::Outcome;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

/// List forecasts, vows and aims, and what became of them
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  isnad forecasts mine.isnad
  isnad forecasts mine.isnad --outcome came_true --outcome did_not
  isnad forecasts mine.isnad --entity Brek --json

What no later claim of the record tells of stays open, even when its day has passed.")]
pub struct Args {
    /// The case file
    case: PathBuf,
    /// With this outcome: came_true, did_not, open
    #[arg(long, value_name = "WORD", value_parser = filters::outcome)]
    outcome: Vec<Outcome>,
    /// Told by or about this actor, target or source: an id or part of a name
    #[arg(long, value_name = "NAME")]
    entity: Option<String>,
    /// In this document: its id, file name or path
    #[arg(long, value_name = "DOCUMENT")]
    document: Option<String>,
    #[command(flatten)]
    rows: Rows,
}

/// Lists forecasts; see the module.
pub fn run(args: &Args) -> anyhow::Result<Ended> {
    let mut case = Case::open(&args.case)?;
    join::before_showing(&mut case)?;
    let page = case.forecasts(&ForecastFilter {
        outcomes: args.outcome.clone(),
        entity: args.entity.clone(),
        document: args.document.clone(),
        slice: args.rows.slice(),
    })?;
    if args.rows.json {
        table::print_json(&page.rows)?;
        return Ok(Ended::Fine);
    }
    let mut out = String::new();
    page.rows.iter().for_each(|forecast| show(forecast, &mut out));
    table::print_text(&out)?;
    table::print_rest(page.rows.len(), page.offset, page.total, "forecasts");
    Ok(Ended::Fine)
}

fn show(forecast: &ForecastRow, out: &mut String) {
    let holders: Vec<&str> = forecast.holders.iter().map(|holder| holder.name.as_str()).collect();
    let by = if holders.is_empty() { "in its own voice".to_string() } else { format!("by {}", holders.join(", ")) };
    let condition = if forecast.conditional { " · on a condition" } else { "" };
    let horizon = forecast.horizon.as_deref().map(|day| format!(" · until {day}")).unwrap_or_default();
    let _ = writeln!(
        out,
        "{} · {} · {by}{condition}{horizon} · {}",
        forecast.outcome.replace('_', " "),
        forecast.claim.claim_type,
        forecast.reason
    );
    sentence(&forecast.claim, "  ", out);
    let copies = forecast.also.iter().filter(|claim| claim.document != forecast.claim.document);
    let copies: BTreeMap<&String, &ClaimRow> = copies.map(|claim| (&claim.document, claim)).collect();
    for copy in copies.values() {
        let day = copy.published.as_deref().map(|day| format!(", {day}")).unwrap_or_default();
        let _ = writeln!(out, "    also in {}{day}", copy.outlet.as_deref().unwrap_or(&copy.file));
    }
    for evidence in &forecast.evidence {
        let _ = writeln!(out, "    {}: {}", evidence.shows.replace('_', " "), evidence.reason);
        sentence(&evidence.claim, "      ", out);
    }
    out.push('\n');
}
