//! What sort of source do words name?
//!
//! `data/en/source_nouns.tsv`: a newspaper is an outlet, a ministry an official source, a tape a recording; a name with
//! `Ministry` in it is official too. `data/names/outlets.tsv`: outlets whose names do not say so.

use crate::lookup::{Lookup, WordSet};
use crate::{LexiconError, Table};
use model::SourceKind;
use std::collections::BTreeMap;

/// Nouns and names of sources.
#[derive(Clone, Debug, Default)]
pub struct SourceNouns {
    nouns: Lookup<SourceKind>,
    in_names: Lookup<SourceKind>,
    outlets: WordSet,
    examples: BTreeMap<String, String>,
}

impl SourceNouns {
    pub(crate) fn load() -> Result<SourceNouns, LexiconError> {
        let mut all = SourceNouns::default();
        let columns = ["noun", "kind", "name_kind", "example"];
        let table = Table::parse("en/source_nouns.tsv", include_str!("../../../data/en/source_nouns.tsv"), &columns)?;
        for row in table.rows() {
            let kind = |column: usize| {
                row.closed(column, "a sort of source or nothing", |word| match word {
                    "" => Some(None),
                    _ => SourceKind::parse(word).map(Some),
                })
            };
            let (noun, name) = (kind(1)?, kind(2)?);
            all.examples.insert(row.cell(0).to_string(), row.cell(3).to_string());
            if let Some(noun) = noun {
                all.nouns.insert(row.cell(0), noun);
            }
            if let Some(name) = name {
                all.in_names.insert(row.cell(0), name);
            }
        }
        let table = Table::parse("names/outlets.tsv", include_str!("../../../data/names/outlets.tsv"), &["name"])?;
        all.outlets = table.rows().iter().map(|row| (row.cell(0).to_lowercase(), ())).collect();
        Ok(all)
    }

    /// Every noun with a sentence in which it, or a name with it, is a source of its sort, in order.
    pub fn examples(&self) -> impl Iterator<Item = (&str, &str)> {
        self.examples.iter().map(|(noun, example)| (noun.as_str(), example.as_str()))
    }

    /// The nouns and words of names but for one.
    pub fn without(&self, noun: &str) -> SourceNouns {
        let mut rest = self.clone();
        rest.nouns.remove(noun);
        rest.in_names.remove(noun);
        rest
    }

    /// The sort of source that a common noun or title is, by its dictionary form.
    pub fn noun(&self, lemma: &str) -> Option<SourceKind> {
        self.nouns.get(lemma).copied()
    }

    /// The sort of source that a name is, for one of its words in lower case.
    pub fn in_name(&self, word: &str) -> Option<SourceKind> {
        self.in_names.get(word).copied()
    }

    /// True for the name of an outlet, in any case, without article.
    pub fn is_outlet(&self, name: &str) -> bool {
        self.outlets.contains_key(&name.to_lowercase())
    }
}
