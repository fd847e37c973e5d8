//! `isnad timeline`: which events lie where on the axis of time, in lanes by actor or place?

use crate::claims::days;
use crate::filters::{self, Rows};
use crate::table::{self, Column};
use crate::{Ended, join};
use case::Case;
use case::query::{EventFilter, MomentRow, Named};
use jiff::civil::Date;
use model::{ClaimType, Kind};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// List events by day in lanes: one for each actor, or for each place
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  isnad timeline mine.isnad
  isnad timeline mine.isnad --by place --kind event
  isnad timeline mine.isnad --actor rebels --from 2031-05-01 --to 2031-05-31

An event stands in the lane of each of its actors. 2031-05-01/2031-05-31 says that it was some time between these two days. \"ahead\" marks \
what is only planned, foretold or conditional. Events without a day are counted at the end.")]
pub struct Args {
    /// The case file
    case: PathBuf,
    /// What makes a lane
    #[arg(long, value_name = "LANES", default_value = "actor")]
    by: Lanes,
    /// Of this type: fight, strike, capture, … (docs/commands.md lists them)
    #[arg(long = "type", value_name = "TYPE", value_parser = filters::claim_type)]
    types: Vec<ClaimType>,
    /// Of this kind: event, relation, assessment
    #[arg(long, value_name = "KIND", value_parser = filters::kind)]
    kind: Vec<Kind>,
    /// With this actor: an id or part of a name
    #[arg(long, value_name = "NAME")]
    actor: Option<String>,
    /// In this place
    #[arg(long, value_name = "NAME")]
    place: Option<String>,
    /// With a claim whose quote holds these words
    #[arg(long, value_name = "WORDS")]
    text: Option<String>,
    /// Not before this day
    #[arg(long, value_name = "DAY", value_parser = filters::day)]
    from: Option<Date>,
    /// Not after this day
    #[arg(long, value_name = "DAY", value_parser = filters::day)]
    to: Option<Date>,
    /// With at least so many origins that are surely independent
    #[arg(long, value_name = "N")]
    min_origins: Option<u32>,
    #[command(flatten)]
    rows: Rows,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Lanes {
    /// Who does it
    Actor,
    /// Where it is
    Place,
}

const COLUMNS: &[Column] = &[
    Column::wide("lane", 2),
    Column::narrow("when"),
    Column::narrow("ahead"),
    Column::narrow("type"),
    Column::wide("to whom", 2).from(120),
    Column::number("claims"),
    Column::narrow("id"),
    Column::wide("first quote", 5).from(100),
];

/// Lists events in lanes; see the module.
pub fn run(args: &Args) -> anyhow::Result<Ended> {
    let mut case = Case::open(&args.case)?;
    join::before_showing(&mut case)?;
    let timeline = case.timeline(&EventFilter {
        types: args.types.clone(),
        kinds: args.kind.clone(),
        actor: args.actor.clone(),
        place: args.place.clone(),
        text: args.text.clone(),
        from: args.from,
        to: args.to,
        min_origins: args.min_origins,
        slice: args.rows.slice(),
        ..EventFilter::default()
    })?;
    if args.rows.json {
        table::print_json(&timeline.rows)?;
        return Ok(Ended::Fine);
    }
    let rows = lanes(&timeline.rows, args.by);
    table::print(COLUMNS, &rows)?;
    if timeline.undated > 0 {
        let (events, have) = if timeline.undated == 1 { ("event", "has") } else { ("events", "have") };
        eprintln!("{} {events} of {} {have} no day", timeline.undated, timeline.total);
    }
    table::print_rest(timeline.rows.len(), args.rows.slice().offset, timeline.total - timeline.undated, "dated events");
    Ok(Ended::Fine)
}

/// The rows lane by lane, those of most events first; in a lane by day.
fn lanes(moments: &[MomentRow], by: Lanes) -> Vec<Vec<String>> {
    let mut lanes: BTreeMap<Option<(&str, &str)>, Vec<&MomentRow>> = BTreeMap::new();
    for moment in moments {
        let named = if by == Lanes::Actor { &moment.actors } else { &moment.places };
        if named.is_empty() {
            lanes.entry(None).or_default().push(moment);
        }
        for one in named {
            lanes.entry(Some((&one.name, &one.id))).or_default().push(moment);
        }
    }
    let mut lanes: Vec<_> = lanes.into_iter().collect();
    // The lane of those that nobody is told of comes last.
    lanes.sort_by_key(|(lane, moments)| (lane.is_none(), usize::MAX - moments.len()));
    let names = |named: &[Named]| named.iter().map(|n| n.name.as_str()).collect::<Vec<_>>().join(", ");
    let row = |lane: Option<(&str, &str)>, moment: &MomentRow| {
        vec![
            lane.map_or("not stated", |(name, _)| name).to_string(),
            days(Some(&moment.earliest), Some(&moment.latest), ""),
            if moment.ahead { "ahead" } else { "" }.to_string(),
            moment.claim_type.clone(),
            names(&moment.targets),
            moment.claims.to_string(),
            moment.id.clone(),
            moment.quote.clone(),
        ]
    };
    lanes.into_iter().flat_map(|(lane, moments)| moments.into_iter().map(move |moment| row(lane, moment))).collect()
}
