//! `isnad relations`: who stood how to whom or what, when is it attested, and what changed it?

use crate::disputes::sentence;
use crate::filters::{self, Rows};
use crate::table;
use crate::{Ended, join};
use case::Case;
use case::query::{CourseFilter, CourseRow, Named};
use jiff::civil::Date;
use model::ClaimType;
use std::fmt::Write as _;
use std::path::PathBuf;

/// List relations over time: first and last attested, and what changed them
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  isnad relations mine.isnad --type controls --place Borova
  isnad relations mine.isnad --entity rebels --on 2031-05-03
  isnad relations mine.isnad --changed

A relation is attested for the days its claims speak of; where they name none, for the day of their report.")]
pub struct Args {
    /// The case file
    case: PathBuf,
    /// Of this type: backs, leads, allied_with, opposes, controls, present_in
    #[arg(long = "type", value_name = "TYPE", value_parser = filters::claim_type)]
    types: Vec<ClaimType>,
    /// With this actor or target: an id or part of a name
    #[arg(long, value_name = "NAME")]
    entity: Option<String>,
    /// In this place
    #[arg(long, value_name = "NAME")]
    place: Option<String>,
    /// Attested around this day
    #[arg(long, value_name = "DAY", value_parser = filters::day)]
    on: Option<Date>,
    /// Only those with a change
    #[arg(long)]
    changed: bool,
    #[command(flatten)]
    rows: Rows,
}

/// Lists relations; see the module.
pub fn run(args: &Args) -> anyhow::Result<Ended> {
    let mut case = Case::open(&args.case)?;
    join::before_showing(&mut case)?;
    let page = case.courses(&CourseFilter {
        types: args.types.clone(),
        entity: args.entity.clone(),
        place: args.place.clone(),
        on: args.on,
        changed: args.changed,
        slice: args.rows.slice(),
    })?;
    if args.rows.json {
        table::print_json(&page.rows)?;
        return Ok(Ended::Fine);
    }
    let mut out = String::new();
    page.rows.iter().for_each(|course| show(course, &mut out));
    table::print_text(&out)?;
    table::print_rest(page.rows.len(), page.offset, page.total, "relations");
    Ok(Ended::Fine)
}

fn show(course: &CourseRow, out: &mut String) {
    let names = |named: &[Named]| named.iter().map(|n| n.name.as_str()).collect::<Vec<_>>().join(", ");
    let relation = &course.relation;
    let other = [names(&relation.targets), names(&relation.places)].into_iter().filter(|n| !n.is_empty());
    let (first, last) = (course.first.as_deref().unwrap_or("not dated"), course.last.as_deref().unwrap_or(""));
    let span = if first == last || last.is_empty() { first.to_string() } else { format!("{first} to {last}") };
    let _ = writeln!(
        out,
        "{} · {} → {} · {span} · {} claims",
        relation.claim_type,
        names(&relation.actors),
        other.collect::<Vec<_>>().join(", "),
        relation.claims
    );
    course.first_claim.iter().for_each(|claim| sentence(claim, "  ", out));
    for change in &course.changes {
        let _ = writeln!(out, "    {}: {}", change.day, change.reason);
        sentence(&change.claim, "      ", out);
    }
    out.push('\n');
}
