//! `isnad events`: which happenings do the claims tell of, and on how many independent origins do they stand?

use crate::claims::days;
use crate::disputes::sentence;
use crate::filters::{self, Rows};
use crate::table::{self, Column};
use crate::{Ended, join};
use case::Case;
use case::query::{EventFilter, EventOrder, EventRow, Named, TollSum};
use jiff::civil::Date;
use model::{ClaimType, Kind};
use std::fmt::Write as _;
use std::path::PathBuf;

/// List events: claims about one happening, with their independent origins
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  isnad events mine.isnad --kind event --order claims
  isnad events mine.isnad --type capture --place Borova
  isnad events mine.isnad --min-origins 2
  isnad events mine.isnad --type casualties --figures    who said how many, when
  isnad events mine.isnad --event 5f1c0b7a91d20e44 --echo    how its claims travelled
  isnad claims mine.isnad --event 5f1c0b7a91d20e44    the claims of one event

\"origins\" is the number of independent origins: at least, and at most. \"1-3\" says that three may stand behind the event, \
and that two of them may have it from the third. \"how many\" is low, best and high of the figures that stand: the least lower \
bound, the figure with most origins, the greatest upper bound, or + where a figure has none.")]
pub struct Args {
    /// The case file
    case: PathBuf,
    /// Of this type: fight, strike, capture, … (docs/commands.md lists them)
    #[arg(long = "type", value_name = "TYPE", value_parser = filters::claim_type)]
    types: Vec<ClaimType>,
    /// Of this kind: event, relation, assessment
    #[arg(long, value_name = "KIND", value_parser = filters::kind)]
    kind: Vec<Kind>,
    /// With this actor: an id or part of a name
    #[arg(long, value_name = "NAME")]
    actor: Option<String>,
    /// With this target
    #[arg(long, value_name = "NAME")]
    target: Option<String>,
    /// With this actor or target
    #[arg(long, value_name = "NAME")]
    entity: Option<String>,
    /// In this place
    #[arg(long, value_name = "NAME")]
    place: Option<String>,
    /// With a claim of this document: its id, file name or path
    #[arg(long, value_name = "DOCUMENT")]
    document: Option<String>,
    /// With a claim whose quote holds these words
    #[arg(long, value_name = "WORDS")]
    text: Option<String>,
    /// Not before this day
    #[arg(long, value_name = "DAY", value_parser = filters::day)]
    from: Option<Date>,
    /// Not after this day
    #[arg(long, value_name = "DAY", value_parser = filters::day)]
    to: Option<Date>,
    /// With at least so many claims
    #[arg(long, value_name = "N")]
    min_claims: Option<u32>,
    /// With at least so many origins that are surely independent
    #[arg(long, value_name = "N")]
    min_origins: Option<u32>,
    /// Show the figures of each event that has any: who said how many, when
    #[arg(long)]
    figures: bool,
    /// Show how the claims of each event were passed on: who dropped a doubt or a source, who changed a figure
    #[arg(long, conflicts_with = "figures")]
    echo: bool,
    /// With this id
    #[arg(long, value_name = "ID")]
    event: Option<String>,
    /// In this order
    #[arg(long, value_name = "ORDER", default_value = "time")]
    order: Order,
    #[command(flatten)]
    rows: Rows,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Order {
    /// By first day
    Time,
    /// Most claims first
    Claims,
    /// Most independent origins first
    Origins,
}

const COLUMNS: &[Column] = &[
    Column::narrow("id"),
    Column::narrow("type"),
    Column::narrow("when").from(100),
    Column::wide("who", 2),
    Column::wide("to whom", 2),
    Column::wide("where", 2).from(120),
    Column::narrow("how many").from(100),
    Column::number("claims"),
    Column::number("documents").from(100),
    Column::narrow("origins"),
    Column::narrow("grade").from(140),
    Column::wide("first quote", 5).from(100),
];

/// Lists events; see the module.
pub fn run(args: &Args) -> anyhow::Result<Ended> {
    let mut case = Case::open(&args.case)?;
    join::before_showing(&mut case)?;
    let page = case.events(&EventFilter {
        types: args.types.clone(),
        kinds: args.kind.clone(),
        actor: args.actor.clone(),
        target: args.target.clone(),
        entity: args.entity.clone(),
        place: args.place.clone(),
        document: args.document.clone(),
        text: args.text.clone(),
        from: args.from,
        to: args.to,
        id: args.event.clone(),
        min_claims: args.min_claims,
        min_origins: args.min_origins,
        order: match args.order {
            Order::Time => EventOrder::Time,
            Order::Claims => EventOrder::Claims,
            Order::Origins => EventOrder::Origins,
        },
        slice: args.rows.slice(),
    })?;
    if args.echo {
        return passed_on(&case, &page.rows, args.rows.json);
    }
    if args.figures {
        return ledger(&case, &page.rows, args.rows.json);
    }
    if args.rows.json {
        table::print_json(&page.rows)?;
        return Ok(Ended::Fine);
    }
    let rows: Vec<Vec<String>> = page.rows.iter().map(row).collect();
    table::print(COLUMNS, &rows)?;
    table::print_rest(rows.len(), page.offset, page.total, "events");
    Ok(Ended::Fine)
}

fn row(event: &EventRow) -> Vec<String> {
    let names = |named: &[Named]| named.iter().map(|n| n.name.as_str()).collect::<Vec<_>>().join(", ");
    let (certain, possible) = (event.origins_certain, event.origins_possible);
    vec![
        event.id.clone(),
        event.claim_type.clone(),
        days(event.earliest.as_deref(), event.latest.as_deref(), ""),
        names(&event.actors),
        names(&event.targets),
        names(&event.places),
        event.tolls.iter().map(toll).collect::<Vec<_>>().join(", "),
        event.claims.to_string(),
        event.documents.to_string(),
        if certain == possible { certain.to_string() } else { format!("{certain}-{possible}") },
        event.grade.clone(),
        event.quote.clone(),
    ]
}

/// "killed 5 to 8, best 6": the bounds of the figures that stand and the best of them.
fn toll(toll: &TollSum) -> String {
    let what = &toll.what;
    let best = toll.best.map(|best| format!(", best {best}")).unwrap_or_default();
    match (toll.low, toll.high) {
        (None, None) if toll.best.is_none() => format!("{what}: no figure stands"),
        (Some(low), Some(high)) if low == high => format!("{what} {low}"),
        (Some(low), Some(high)) => format!("{what} {low} to {high}{best}"),
        (Some(low), None) if toll.best == Some(low) => format!("{what} {low} or more"),
        (Some(low), None) => format!("{what} {low} or more{best}"),
        (None, Some(high)) => format!("{what} up to {high}"),
        (None, None) => format!("{what}{best}"),
    }
}

/// The figures of events that have any.
fn ledger(case: &Case, events: &[EventRow], json: bool) -> anyhow::Result<Ended> {
    let mut out = String::new();
    for event in events.iter().filter(|event| !event.tolls.is_empty()) {
        let Some(page) = case.event(&event.id)? else { continue };
        if json {
            table::print_json(&[serde_json::json!({ "event": event.id, "tolls": page.tolls })])?;
            continue;
        }
        let _ = writeln!(out, "{}  {}", event.id, row(event)[1..6].join(" · "));
        for (of, sum) in page.tolls.iter().zip(&event.tolls) {
            let _ = writeln!(out, "  {}  {}", toll(sum), of.reason);
            for figure in &of.figures {
                let bounds = match (figure.at_least, figure.at_most) {
                    (Some(x), Some(y)) if x == y => x.to_string(),
                    (Some(x), Some(y)) => format!("{x} to {y}"),
                    (Some(x), None) => format!("{x} or more"),
                    (None, Some(y)) => format!("{y} or fewer"),
                    (None, None) => "no number".to_string(),
                };
                let day = figure.day.as_deref().unwrap_or("no day");
                let _ = writeln!(out, "    {day}  {bounds}  {} ({})", figure.origin, figure.stand);
                sentence(&figure.claim, "        ", &mut out);
            }
        }
    }
    table::print_text(&out)?;
    Ok(Ended::Fine)
}

/// How the claims of events were passed on, of those that were.
fn passed_on(case: &Case, events: &[EventRow], json: bool) -> anyhow::Result<Ended> {
    let mut out = String::new();
    for event in events {
        let Some(page) = case.event(&event.id)?.filter(|page| !page.echoes.is_empty()) else { continue };
        if json {
            table::print_json(&[serde_json::json!({ "event": event.id, "echoes": page.echoes })])?;
            continue;
        }
        let _ = writeln!(out, "{}  {}", event.id, row(event)[1..6].join(" · "));
        for echo in &page.echoes {
            let _ = writeln!(out, "  {}", echo.by.replace('_', " "));
            sentence(&echo.from, "    from ", &mut out);
            sentence(&echo.claim, "    to   ", &mut out);
            for change in &echo.changes {
                let _ = writeln!(out, "      {}: {}", change.what.replace('_', " "), change.says);
            }
        }
    }
    table::print_text(&out)?;
    Ok(Ended::Fine)
}
