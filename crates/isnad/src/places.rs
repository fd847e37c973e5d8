//! `isnad places`: where do the claims say that things happen?

use crate::Ended;
use crate::filters::{self, Rows};
use crate::table::{self, Column};
use case::Case;
use case::query::{PlaceFilter, PlaceRow};
use model::PlaceClass;
use std::path::PathBuf;

/// List places, with where they lie and how exactly that is known
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  isnad places mine.isnad
  isnad places mine.isnad --class settlement --country XA
  isnad places mine.isnad --unlocated                 names that no list of places has
  isnad claims mine.isnad --place geonames:4200001    what happened in one of them

A place is an area: the point is its middle, the radius the kilometres around it that the name covers. Nothing is finer than \
the words. A place that no list has keeps its name and nothing more.")]
pub struct Args {
    /// The case file
    case: PathBuf,
    /// Whose name contains this
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// With this id
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// Of this class: country, region, settlement, other
    #[arg(long, value_name = "CLASS", value_parser = filters::place_class)]
    class: Vec<PlaceClass>,
    /// In the country with this ISO 3166 code
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
    /// Only those that no list of places has
    #[arg(long)]
    unlocated: bool,
    #[command(flatten)]
    rows: Rows,
}

const COLUMNS: &[Column] = &[
    Column::wide("id", 2),
    Column::wide("name", 4),
    Column::narrow("class"),
    Column::narrow("country"),
    Column::narrow("middle").from(90),
    Column::number("radius km").from(80),
    Column::number("claims"),
    Column::number("documents").from(80),
];

/// Lists places; see the module.
pub fn run(args: &Args) -> anyhow::Result<Ended> {
    let case = Case::open(&args.case)?;
    let page = case.places(&PlaceFilter {
        name: args.name.clone(),
        id: args.id.clone(),
        classes: args.class.clone(),
        country: args.country.clone(),
        located: args.unlocated.then_some(false),
        slice: args.rows.slice(),
    })?;
    if args.rows.json {
        table::print_json(&page.rows)?;
        return Ok(Ended::Fine);
    }
    let rows: Vec<Vec<String>> = page.rows.iter().map(row).collect();
    table::print(COLUMNS, &rows)?;
    table::print_rest(rows.len(), page.offset, page.total, "places");
    Ok(Ended::Fine)
}

fn row(place: &PlaceRow) -> Vec<String> {
    let middle = place.latitude.zip(place.longitude);
    vec![
        place.id.clone(),
        place.name.clone(),
        place.class.clone(),
        place.country.clone().unwrap_or_default(),
        middle.map(|(north, east)| format!("{north:.2} {east:.2}")).unwrap_or_default(),
        place.radius_km.map(|km| format!("{km:.0}")).unwrap_or_default(),
        place.claims.to_string(),
        place.documents.to_string(),
    ]
}
