//! Which words take up what was named before, and what can they stand for?
//!
//! `data/en/anaphors.tsv`: pronouns, and nouns after "the", "this" or "that": `it` is never a person, `the group` an
//! organisation.

use crate::lookup::Lookup;
use crate::{LexiconError, Table};

/// What a word can take up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Antecedent {
    /// A group, body or force.
    Organisation,
    /// A body that is no institution of a state.
    Movement,
    /// A body that neither fights nor is an institution of a state.
    Body,
    /// News.
    Outlet,
    /// A state.
    State,
    /// A city, town or village.
    Settlement,
    /// An area.
    Region,
    /// A base, bridge or building.
    Site,
    /// One person.
    Person,
    /// More than one.
    People,
    /// Whoever is quoted.
    Speaker,
    /// Whoever did the deed of violence told last.
    Attacker,
}

/// What an anaphor asks of the one it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anaphor {
    /// What it can stand for.
    pub stands_for: Vec<Antecedent>,
    /// True for more than one.
    pub plural: bool,
    /// True for a plural that takes somebody up only with a number: "the two officers".
    pub counted: bool,
    /// True for a noun that takes up nobody who is called by another such noun: "the council" is no ministry.
    pub own: bool,
}

/// The words that take something up.
#[derive(Clone, Debug, Default)]
pub struct Anaphors {
    words: Lookup<Anaphor>,
}

impl Anaphors {
    pub(crate) fn load() -> Result<Anaphors, LexiconError> {
        let mut all = Anaphors::default();
        let text = include_str!("../../../data/en/anaphors.tsv");
        let table = Table::parse("en/anaphors.tsv", text, &["word", "stands_for", "number", "own"])?;
        for row in table.rows() {
            let mut stands_for = Vec::new();
            for word in row.list(1) {
                stands_for.push(match word {
                    "organisation" => Antecedent::Organisation,
                    "movement" => Antecedent::Movement,
                    "body" => Antecedent::Body,
                    "outlet" => Antecedent::Outlet,
                    "state" => Antecedent::State,
                    "settlement" => Antecedent::Settlement,
                    "region" => Antecedent::Region,
                    "site" => Antecedent::Site,
                    "person" => Antecedent::Person,
                    "people" => Antecedent::People,
                    "speaker" => Antecedent::Speaker,
                    "attacker" => Antecedent::Attacker,
                    _ => return Err(row.error(format!("expected what the word stands for, found {word:?}"))),
                });
            }
            let (plural, counted) = row.closed(2, "singular, plural or counted", |word| match word {
                "singular" => Some((false, false)),
                "plural" => Some((true, false)),
                "counted" => Some((true, true)),
                _ => None,
            })?;
            let own = row.closed(3, "yes or nothing", |word| match word {
                "yes" => Some(true),
                "" => Some(false),
                _ => None,
            })?;
            if all.words.insert(row.cell(0), Anaphor { stands_for, plural, counted, own }).is_some() {
                return Err(row.error(format!("expected each word once, found {:?} again", row.cell(0))));
            }
        }
        Ok(all)
    }

    /// What a word, in lower case, can take up.
    pub fn get(&self, word: &str) -> Option<&Anaphor> {
        self.words.get(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_never_a_person() {
        let anaphors = Anaphors::load().unwrap();
        let it = anaphors.get("it").unwrap();
        assert!(!it.plural && !it.stands_for.contains(&Antecedent::Person));
        assert_eq!(anaphors.get("newspaper").unwrap().stands_for, [Antecedent::Outlet]);
        assert_eq!(anaphors.get("offensive"), None);
    }
}
