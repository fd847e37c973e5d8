//! What does `-backed` say of the words around it?
//!
//! `data/en/compounds.tsv`: in "Morvania-backed rebels" the name backs the noun; in "guards-affiliated agency" the noun is
//! part of the name; `pro-` and `anti-` say where the noun stands to the name.

use crate::{LexiconError, Table};
use model::ClaimType;
use std::collections::BTreeMap;

/// What one part of a compound says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compound {
    /// The relation.
    pub claim_type: ClaimType,
    /// True when the name is the actor and the noun the target, false the other way round.
    pub name_acts: bool,
    /// A sentence it is read in.
    pub example: String,
}

/// The parts of compounds.
#[derive(Clone, Debug, Default)]
pub struct Compounds {
    parts: BTreeMap<String, Compound>,
}

impl Compounds {
    pub(crate) fn load() -> Result<Compounds, LexiconError> {
        let mut parts = BTreeMap::new();
        let text = include_str!("../../../data/en/compounds.tsv");
        for row in Table::parse("en/compounds.tsv", text, &["part", "type", "name", "example"])?.rows() {
            let compound = Compound {
                claim_type: row.closed(1, "a claim type", ClaimType::parse)?,
                name_acts: row.closed(2, "subject or object", |word| match word {
                    "subject" => Some(true),
                    "object" => Some(false),
                    _ => None,
                })?,
                example: row.cell(3).to_string(),
            };
            parts.insert(row.cell(0).to_string(), compound);
        }
        Ok(Compounds { parts })
    }

    /// What a part says, in lower case: `backed`, `pro`.
    pub fn get(&self, part: &str) -> Option<&Compound> {
        self.parts.get(part)
    }

    /// Every part.
    pub fn all(&self) -> impl Iterator<Item = (&str, &Compound)> {
        self.parts.iter().map(|(part, compound)| (part.as_str(), compound))
    }
}
