//! What can be asked for on the command line, in words of the vocabulary.

use case::query::Slice;
use jiff::civil::Date;
use model::{ClaimType, DisputeKind, EntityKind, Kind, Modality, Outcome, PlaceClass, Polarity, Strength};

/// Reads a word of a closed list; the error names the list.
fn word<T: Copy + 'static>(found: &str, all: &'static [T], name: impl Fn(T) -> &'static str) -> Result<T, String> {
    all.iter().copied().find(|value| name(*value) == found).ok_or_else(|| {
        let words: Vec<&str> = all.iter().map(|value| name(*value)).collect();
        format!("expected one of {}", words.join(", "))
    })
}

/// A type of claim.
pub fn claim_type(found: &str) -> Result<ClaimType, String> {
    word(found, ClaimType::ALL, ClaimType::as_str)
}

/// A kind of claim.
pub fn kind(found: &str) -> Result<Kind, String> {
    word(found, Kind::ALL, Kind::as_str)
}

/// A modality.
pub fn modality(found: &str) -> Result<Modality, String> {
    word(found, Modality::ALL, Modality::as_str)
}

/// A polarity.
pub fn polarity(found: &str) -> Result<Polarity, String> {
    word(found, Polarity::ALL, Polarity::as_str)
}

/// A kind of entity.
pub fn entity_kind(found: &str) -> Result<EntityKind, String> {
    let all = "expected one of person, state, organisation, group, place, thing";
    EntityKind::parse(found).ok_or_else(|| all.to_string())
}

/// A class of place.
pub fn place_class(found: &str) -> Result<PlaceClass, String> {
    PlaceClass::parse(found).ok_or_else(|| "expected one of country, region, settlement, other".to_string())
}

/// What a dispute is about.
pub fn dispute_kind(found: &str) -> Result<DisputeKind, String> {
    word(found, DisputeKind::ALL, DisputeKind::as_str)
}

/// How hard a dispute is.
pub fn strength(found: &str) -> Result<Strength, String> {
    word(found, Strength::ALL, Strength::as_str)
}

/// What became of a forecast.
pub fn outcome(found: &str) -> Result<Outcome, String> {
    word(found, Outcome::ALL, Outcome::as_str)
}

/// A day.
pub fn day(found: &str) -> Result<Date, String> {
    found.parse().map_err(|_| "expected a day as 2020-02-04".to_string())
}

/// Which of the rows, and how they are written.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Rows {
    /// How many rows to show at most; 0 shows all [default: 50, all with --json]
    #[arg(long, value_name = "N")]
    limit: Option<u64>,
    /// How many rows to leave out at the start
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: u64,
    /// Write JSON, one row a line, with all fields
    #[arg(long)]
    pub json: bool,
}

impl Rows {
    /// The rows that were asked for.
    pub fn slice(&self) -> Slice {
        let limit = match self.limit {
            Some(0) => None,
            None if self.json => None,
            limit => Some(limit.unwrap_or(50)),
        };
        Slice { offset: self.offset, limit }
    }
}
