//! `isnad sources`: who is said to say what; and of one source, what it said, from whom it takes it and who takes it from there.

use crate::filters::Rows;
use crate::table::{self, Column};
use crate::{Ended, disputes, join};
use anyhow::Context;
use case::Case;
use case::query::{AuthorPage, SaysCount, SourceFilter, TieRow};
use std::fmt::Write as _;
use std::path::PathBuf;

/// List sources; or show one: what it said, from whom it takes it, who takes it from there
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  isnad sources mine.isnad
  isnad sources mine.isnad --name ministry
  isnad sources mine.isnad 'Tavan Courier'
  isnad sources mine.isnad 'Tavan Courier' --json

A source is an outlet, or anybody to whom a text ascribes a claim; SOURCE is its whole name or its id. \"innermost\" counts the claims \
of which it is the last link, the one who would know; the links before it hand a claim on.")]
pub struct Args {
    /// The case file
    case: PathBuf,
    /// One source: its whole name or its id
    #[arg(value_name = "SOURCE")]
    source: Option<String>,
    /// Whose name contains this
    #[arg(long, value_name = "NAME", conflicts_with = "source")]
    name: Option<String>,
    #[command(flatten)]
    rows: Rows,
}

const COLUMNS: &[Column] = &[
    Column::wide("source", 3),
    Column::narrow("sort"),
    Column::number("claims"),
    Column::number("innermost"),
    Column::number("against"),
    Column::number("documents"),
    Column::narrow("id").from(120),
];

/// Lists sources or shows one; see the module.
pub fn run(args: &Args) -> anyhow::Result<Ended> {
    let mut case = Case::open(&args.case)?;
    if let Some(source) = &args.source {
        join::before_showing(&mut case)?;
        let page = case.author(source)?.with_context(|| {
            format!(
                "expected a source of {}, found none called “{source}”: no text cites one, and no article is of one. isnad sources lists them",
                args.case.display()
            )
        })?;
        if args.rows.json {
            table::print_json(&[page])?;
        } else {
            table::print_text(&shown(&page))?;
        }
        return Ok(Ended::Fine);
    }
    let filter = SourceFilter { name: args.name.clone(), slice: args.rows.slice(), ..SourceFilter::default() };
    let page = case.sources(&filter)?;
    if args.rows.json {
        table::print_json(&page.rows)?;
        return Ok(Ended::Fine);
    }
    let rows: Vec<Vec<String>> = page
        .rows
        .iter()
        .map(|row| {
            vec![
                row.name.clone().unwrap_or_else(|| "nobody named".to_string()),
                row.kind.clone(),
                row.claims.to_string(),
                row.innermost.to_string(),
                row.against.to_string(),
                row.documents.to_string(),
                row.entity.clone().unwrap_or_default(),
            ]
        })
        .collect();
    table::print(COLUMNS, &rows)?;
    table::print_rest(rows.len(), page.offset, page.total, "sources");
    Ok(Ended::Fine)
}

fn shown(page: &AuthorPage) -> String {
    let mut out = String::new();
    let kinds: Vec<String> = page.kinds.iter().map(|k| format!("{} {}", k.kind, k.claims)).collect();
    let _ = writeln!(
        out,
        "{}{}",
        page.name,
        if kinds.is_empty() { String::new() } else { format!(" · {}", kinds.join(", ")) }
    );
    let _ = writeln!(
        out,
        "  in the chain of {} claims, innermost of {}, cited in {} documents; {} articles of its own",
        page.claims, page.innermost, page.cited_in, page.articles
    );
    let mut list = |head: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            let _ = writeln!(out, "{head}");
            lines.iter().for_each(|line| out.push_str(&format!("  {line}\n")));
        }
    };
    let said = |rows: &[SaysCount]| -> Vec<String> {
        let line = |row: &SaysCount| {
            let stance = if row.stance == "asserts" { String::new() } else { format!(" ({})", row.stance) };
            format!("{}{stance} {}", row.claim_type, row.claims)
        };
        rows.iter().map(line).collect()
    };
    let ties = |rows: &[TieRow]| -> Vec<String> {
        let line = |row: &TieRow| {
            let name = row.name.as_deref().unwrap_or("nobody named");
            format!("{name} ({}) {} claims, {} documents", row.kind, row.claims, row.documents)
        };
        rows.iter().map(line).collect()
    };
    list("What it said", said(&page.says));
    list("What its articles say in their own voice", said(&page.own_voice));
    list("From whom it has it", ties(&page.takes_from));
    list("Who has it from there", ties(&page.taken_by));
    let copies = page.copies.iter().map(|copy| {
        let day = |day: &Option<String>| day.clone().unwrap_or_else(|| "no day".to_string());
        let by = copy.other_outlet.as_deref().unwrap_or(&copy.other_file);
        let part = (copy.similarity * 100.0).round();
        format!("{by}, {} (its own: {}), {part} % of the words", day(&copy.other_published), day(&copy.published))
    });
    list("Articles nearly the same", copies.collect());
    list(
        "Where it stands to what it tells",
        page.stands.iter().map(|s| format!("{} {} events", s.stand, s.events)).collect(),
    );
    if page.disputes_total > 0 {
        let _ = writeln!(out, "Disputes: {}", page.disputes_total);
        page.disputes.iter().for_each(|dispute| disputes::show(dispute, &mut out));
    }
    out
}
