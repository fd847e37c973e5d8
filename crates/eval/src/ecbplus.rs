//! Which marked events of ECB+ are claims of one happening?
//!
//! Not measured. The set asks which of all events in news on any subject are one, by single words; Isnad joins claims of
//! its own types about armed conflict whose parties, places and days agree, and leaves open the rest. A figure over the few
//! events that both have would say little of either.

use crate::Figure;
use crate::chain::Chain;
use crate::set::Folder;
use anyhow::Result;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
struct Text {}

/// Says that it is not measured.
pub fn measure(_: &Chain, folder: &Folder) -> Result<Vec<Figure>> {
    folder.lines::<Text>("documents.jsonl")?;
    let why =
        "the set marks events of any subject, most of which are no claim here; joining is tested on texts of our own";
    Ok(vec![Figure::none("ecbplus", "coreference over documents", why)])
}
