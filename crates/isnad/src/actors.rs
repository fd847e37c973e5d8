//! `isnad actors`: who and what do the claims speak of?

use crate::Ended;
use crate::filters::{self, Rows};
use crate::table::{self, Column};
use case::Case;
use case::query::{EntityFilter, EntityOrder, EntityRow};
use model::EntityKind;
use std::path::PathBuf;

/// List persons, states, groups and other actors, with how often they act, are acted on, and speak
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  isnad actors mine.isnad
  isnad actors mine.isnad --kind person --name Brek
  isnad actors mine.isnad --nil --order documents    only those that no list knows
  isnad claims mine.isnad --actor 5f1c0b7a91d20e44   what one of them did

\"did\", \"done to\" and \"said\" count the claims in which somebody is the actor, the target, or a source in the chain. \
\"known\" is the entry of the lists that somebody was matched to; NIL is known only from the texts. isnad entity shows one \
of them with all names and relations.")]
pub struct Args {
    /// The case file
    case: PathBuf,
    /// Of this kind: person, state, organisation, group, place, thing
    #[arg(long, value_name = "KIND", value_parser = filters::entity_kind)]
    kind: Vec<EntityKind>,
    /// Whose name contains this
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// With this id
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// Only those that the lists know
    #[arg(long, conflicts_with = "nil")]
    known: bool,
    /// Only those that are known from the texts alone
    #[arg(long)]
    nil: bool,
    /// Also those that stand in no claim
    #[arg(long)]
    mentioned: bool,
    /// In this order
    #[arg(long, value_name = "ORDER", default_value = "claims")]
    order: Order,
    #[command(flatten)]
    rows: Rows,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Order {
    /// Those in most claims first
    Claims,
    /// By name
    Name,
    /// Those in most documents first
    Documents,
}

const COLUMNS: &[Column] = &[
    Column::narrow("id"),
    Column::wide("name", 4),
    Column::narrow("kind"),
    Column::wide("known", 3).from(100),
    Column::number("did"),
    Column::number("done to"),
    Column::number("said"),
    Column::number("documents").from(80),
];

/// Lists actors; see the module.
pub fn run(args: &Args) -> anyhow::Result<Ended> {
    let case = Case::open(&args.case)?;
    let page = case.entities(&EntityFilter {
        kinds: args.kind.clone(),
        name: args.name.clone(),
        id: args.id.clone(),
        known: if args.known { Some(true) } else { args.nil.then_some(false) },
        in_claims: !args.mentioned,
        order: match args.order {
            Order::Claims => EntityOrder::Claims,
            Order::Name => EntityOrder::Name,
            Order::Documents => EntityOrder::Documents,
        },
        slice: args.rows.slice(),
    })?;
    if args.rows.json {
        table::print_json(&page.rows)?;
        return Ok(Ended::Fine);
    }
    let rows: Vec<Vec<String>> = page.rows.iter().map(row).collect();
    table::print(COLUMNS, &rows)?;
    table::print_rest(rows.len(), page.offset, page.total, "actors");
    Ok(Ended::Fine)
}

fn row(entity: &EntityRow) -> Vec<String> {
    vec![
        entity.id.clone(),
        entity.name.clone(),
        entity.kind.clone(),
        entity.known.clone().unwrap_or_else(|| "NIL".to_string()),
        entity.as_actor.to_string(),
        entity.as_target.to_string(),
        entity.as_source.to_string(),
        entity.documents.to_string(),
    ]
}
