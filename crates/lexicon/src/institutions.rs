//! Which nouns after the name of a state or group make one of its institutions, and which add nothing?
//!
//! `data/names/institutions.tsv`: "the Arvian army" is the army of its state, and "the army" alone is that of the state spoken
//! of. `data/names/membership.tsv`: "fighters" after the name of a group are the group.

use crate::lookup::{Lookup, WordSet};
use crate::{LexiconError, Table};

/// The nouns.
#[derive(Clone, Debug, Default)]
pub struct Institutions {
    members: WordSet,
    /// Noun to the usual noun for the same, and whether it needs no adjective.
    nouns: Lookup<(Option<String>, bool)>,
}

impl Institutions {
    pub(crate) fn load() -> Result<Institutions, LexiconError> {
        let members = include_str!("../../../data/names/membership.tsv");
        let members = Table::parse("names/membership.tsv", members, &["word"])?;
        let members = members.rows().iter().map(|row| (row.cell(0).to_string(), ())).collect();
        let mut nouns = Lookup::default();
        let table = include_str!("../../../data/names/institutions.tsv");
        for row in Table::parse("names/institutions.tsv", table, &["word", "alone", "usual"])?.rows() {
            let alone = row.closed(1, "yes or nothing", |cell| match cell {
                "yes" => Some(true),
                "" => Some(false),
                _ => None,
            })?;
            let usual = (!row.cell(2).is_empty()).then(|| row.cell(2).to_string());
            nouns.insert(row.cell(0), (usual, alone));
        }
        Ok(Institutions { members, nouns })
    }

    /// True for a noun that adds nothing to the name of an armed group before it: `fighters`.
    pub fn is_membership(&self, word: &str) -> bool {
        self.members.contains_key(word)
    }

    /// True for a noun that names an institution of the state before it: `army`.
    pub fn has(&self, word: &str) -> bool {
        self.nouns.contains_key(word)
    }

    /// True for one that "the" alone gives to the state that is spoken of: `the army`, not `the troops`.
    pub fn is_lone(&self, word: &str) -> bool {
        self.nouns.get(word).is_some_and(|(_, alone)| *alone)
    }

    /// The usual noun for the same institution: `government` for `regime`.
    pub fn usual(&self, word: &str) -> Option<&str> {
        self.nouns.get(word)?.0.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::Institutions;

    #[test]
    fn an_army_is_one_and_its_soldiers_are_none() {
        let institutions = Institutions::load().unwrap();
        assert!(institutions.has("army") && institutions.is_lone("army") && !institutions.is_membership("army"));
        assert!(institutions.is_membership("fighters") && !institutions.has("fighters"));
        assert_eq!((institutions.usual("regime"), institutions.usual("army")), (Some("government"), None));
    }
}
