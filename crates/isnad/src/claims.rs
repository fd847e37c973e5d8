//! `isnad claims`: which claims does the record hold?

use crate::Ended;
use crate::filters::{self, Rows};
use crate::table::{self, Column};
use case::Case;
use case::query::{ArgumentRow, ClaimFilter, ClaimRow};
use jiff::civil::Date;
use model::{ClaimType, Kind, Modality, Polarity};
use std::path::PathBuf;

/// List claims
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  isnad claims mine.isnad --type casualties --from 2020-02-01 --to 2020-02-29
  isnad claims mine.isnad --actor rebels --place Borova
  isnad claims mine.isnad --text '\"left the town\"'
  isnad claims mine.isnad --source courier --json | jq .quote

--actor, --target, --place, --source and --entity take an id, or part of a name or of the words in the text. --text finds \
quotes with all its words, in any order, also as the start of longer words; words inside double quotes are found as they \
stand. --type, --kind and --modality can be given several times: any of them will do.")]
pub struct Args {
    /// The case file
    case: PathBuf,
    /// Of this type: fight, strike, capture, … (docs/commands.md lists them)
    #[arg(long = "type", value_name = "TYPE", value_parser = filters::claim_type, hide_possible_values = true)]
    types: Vec<ClaimType>,
    /// Of this kind: event, relation, assessment
    #[arg(long, value_name = "KIND", value_parser = filters::kind)]
    kind: Vec<Kind>,
    /// With this actor
    #[arg(long, value_name = "NAME")]
    actor: Option<String>,
    /// With this target
    #[arg(long, value_name = "NAME")]
    target: Option<String>,
    /// In this place
    #[arg(long, value_name = "NAME")]
    place: Option<String>,
    /// According to this source, anywhere in the chain
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// With this in any of these roles
    #[arg(long, value_name = "NAME")]
    entity: Option<String>,
    /// Of this modality: fact, claimed, possible, planned, forecast, conditional
    #[arg(long, value_name = "MODALITY", value_parser = filters::modality)]
    modality: Vec<Modality>,
    /// Said to be (positive) or not to be (negative)
    #[arg(long, value_name = "POLARITY", value_parser = filters::polarity)]
    polarity: Option<Polarity>,
    /// Whose quote holds these words
    #[arg(long, value_name = "WORDS")]
    text: Option<String>,
    /// In an article of this outlet
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
    /// Only what a document says in its own voice
    #[arg(long)]
    own_voice: bool,
    /// In this document: its id, file name or path
    #[arg(long, value_name = "DOCUMENT")]
    document: Option<String>,
    /// In this event: its id
    #[arg(long, value_name = "ID")]
    event: Option<String>,
    /// About days that are not before this one
    #[arg(long, value_name = "DAY", value_parser = filters::day)]
    from: Option<Date>,
    /// About days that are not after this one
    #[arg(long, value_name = "DAY", value_parser = filters::day)]
    to: Option<Date>,
    #[command(flatten)]
    rows: Rows,
}

const COLUMNS: &[Column] = &[
    Column::narrow("id"),
    Column::narrow("type"),
    Column::wide("who", 3),
    Column::wide("to whom", 3),
    Column::wide("where", 2).from(100),
    Column::narrow("when").from(130),
    Column::wide("how many", 2).from(180),
    Column::wide("according to", 3).from(110),
    Column::narrow("how sure").from(160),
    Column::wide("file", 2).from(160),
    Column::wide("quote", 8),
];

/// Lists claims; see the module.
pub fn run(args: &Args) -> anyhow::Result<Ended> {
    let mut case = Case::open(&args.case)?;
    if args.event.is_some() || args.rows.json {
        crate::join::before_showing(&mut case)?;
    }
    let filter = ClaimFilter {
        types: args.types.clone(),
        kinds: args.kind.clone(),
        actor: args.actor.clone(),
        target: args.target.clone(),
        place: args.place.clone(),
        source: args.source.clone(),
        entity: args.entity.clone(),
        modalities: args.modality.clone(),
        polarity: args.polarity,
        text: args.text.clone(),
        outlet: args.outlet.clone(),
        own_voice: args.own_voice,
        document: args.document.clone(),
        event: args.event.clone(),
        from: args.from,
        to: args.to,
        slice: args.rows.slice(),
        ..ClaimFilter::default()
    };
    let page = case.claims(&filter)?;
    if args.rows.json {
        table::print_json(&page.rows)?;
        return Ok(Ended::Fine);
    }
    let rows: Vec<Vec<String>> = page.rows.iter().map(row).collect();
    table::print(COLUMNS, &rows)?;
    table::print_rest(rows.len(), page.offset, page.total, "claims");
    Ok(Ended::Fine)
}

fn row(claim: &ClaimRow) -> Vec<String> {
    let negated = if claim.polarity == "negative" { "not " } else { "" };
    vec![
        claim.id.clone(),
        format!("{negated}{}", claim.claim_type),
        names(&claim.actor),
        names(&claim.target),
        names(&claim.place),
        claim.time.as_ref().map(|t| days(t.earliest.as_deref(), t.latest.as_deref(), &t.words)).unwrap_or_default(),
        claim.quantity.iter().map(|q| q.words.as_str()).collect::<Vec<_>>().join(", "),
        chain(claim),
        claim.modality.clone(),
        claim.file.clone(),
        claim.quote.clone(),
    ]
}

fn names(arguments: &[ArgumentRow]) -> String {
    arguments.iter().map(export::claims::name).collect::<Vec<_>>().join(", ")
}

/// Who says a claim, outermost first; empty: the document in its own voice.
pub fn chain(claim: &ClaimRow) -> String {
    let links = claim.attribution.iter().map(|link| match link.sources.as_slice() {
        [] => export::claims::UNNAMED.to_string(),
        sources => names(sources),
    });
    links.collect::<Vec<_>>().join(" → ")
}

/// A range of days, short; the words where the days could not be told.
pub fn days(earliest: Option<&str>, latest: Option<&str>, words: &str) -> String {
    match (earliest, latest) {
        (Some(first), Some(last)) if first == last => first.to_string(),
        (Some(first), Some(last)) => format!("{first}/{last}"),
        _ => words.to_string(),
    }
}
