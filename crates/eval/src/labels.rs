//! Which label of a set does a claim have?
//!
//! `data/labels.tsv` is a list of decisions for each set: "a casualties claim that says *wounded* is `Life.Injure`". The
//! first line that fits tells. `data/roles.tsv` says what our roles are called there.

use anyhow::{Context, Result};
use case::query::{ArgumentRow, ClaimRow};
use lexicon::Table;
use model::ClaimType;

/// The decisions of one set, in order.
#[derive(Clone, Debug)]
pub struct Labels(Vec<Decision>);

#[derive(Clone, Debug)]
struct Decision {
    types: Vec<&'static str>,
    words: Vec<Pattern>,
    actors: Vec<Pattern>,
    label: &'static str,
}

/// Words that follow one another; with `true` any ending will do.
#[derive(Clone, Debug)]
struct Pattern(Vec<(&'static str, bool)>);

impl Labels {
    /// The decisions for a set.
    pub fn of(set: &str) -> Result<Labels> {
        let columns = ["set", "rank", "types", "words", "actors", "label"];
        let table = Table::parse("labels.tsv", include_str!("../data/labels.tsv"), &columns)?;
        let mut decisions = Vec::new();
        for row in table.rows().iter().filter(|row| row.cell(0) == set) {
            let types = row.list(2);
            if let Some(foreign) = types.iter().find(|word| ClaimType::parse(word).is_none()) {
                return Err(row.error(format!("expected types of claims, found {foreign:?}"))).context("data of eval");
            }
            decisions.push(Decision {
                types,
                words: row.list(3).into_iter().map(Pattern::new).collect(),
                actors: row.list(4).into_iter().map(Pattern::new).collect(),
                label: row.cell(5),
            });
        }
        Ok(Labels(decisions))
    }

    /// The label of that name, if a decision leads to it.
    pub fn name(&self, label: &str) -> Option<&'static str> {
        self.0.iter().map(|decision| decision.label).find(|name| *name == label)
    }

    /// The label of one claim, by its own words. A decision for any text is none for a claim.
    pub fn of_claim(&self, claim: &ClaimRow) -> Option<&'static str> {
        let words = Words::new(&claim.quote);
        self.0.iter().find(|d| !d.types.is_empty() && d.fits(claim, &words)).map(|d| d.label)
    }

    /// The label of a text, by its claims and all its words.
    pub fn of_text(&self, text: &str, claims: &[ClaimRow]) -> Option<&'static str> {
        let words = Words::new(text);
        let fits = |d: &&Decision| match d.types.is_empty() {
            true => words.have_any(&d.words),
            false => claims.iter().any(|claim| d.fits(claim, &words)),
        };
        self.0.iter().find(fits).map(|d| d.label)
    }
}

impl Decision {
    fn fits(&self, claim: &ClaimRow, words: &Words) -> bool {
        let actor = |argument: &ArgumentRow| {
            Words::new(&argument.words).have_any(&self.actors)
                || argument.name().is_some_and(|name| Words::new(name).have_any(&self.actors))
        };
        self.types.contains(&claim.claim_type.as_str())
            && words.have_any(&self.words)
            && (self.actors.is_empty() || claim.actor.iter().any(actor))
    }
}

impl Pattern {
    fn new(text: &'static str) -> Pattern {
        let word = |word: &'static str| word.strip_suffix('*').map_or((word, false), |start| (start, true));
        Pattern(text.split(' ').map(word).collect())
    }
}

/// The words of a text in lower case.
struct Words(Vec<String>);

impl Words {
    fn new(text: &str) -> Words {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        Words(words.map(str::to_lowercase).collect())
    }

    /// True when one of the patterns is found, or none is asked for.
    fn have_any(&self, patterns: &[Pattern]) -> bool {
        let at = |words: &[String], pattern: &Pattern| {
            let same = |(word, &(start, any)): (&String, &(&str, bool))| {
                if any { word.starts_with(start) } else { word == start }
            };
            words.iter().zip(&pattern.0).all(same)
        };
        let found = |pattern: &Pattern| self.0.windows(pattern.0.len()).any(|words| at(words, pattern));
        patterns.is_empty() || patterns.iter().any(found)
    }
}

/// What our roles are called in a set.
#[derive(Clone, Debug)]
pub struct Roles(Vec<(&'static str, &'static str, Vec<&'static str>)>);

impl Roles {
    /// The roles of a set.
    pub fn of(set: &str) -> Result<Roles> {
        let columns = ["set", "label", "ours", "theirs"];
        let table = Table::parse("roles.tsv", include_str!("../data/roles.tsv"), &columns)?;
        let rows = table.rows().iter().filter(|row| row.cell(0) == set);
        Ok(Roles(rows.map(|row| (row.cell(1), row.cell(2), row.list(3))).collect()))
    }

    /// The names of one of our roles (`actor`, `target`, `place`) in a claim with that label.
    pub fn theirs(&self, label: &str, ours: &str) -> &[&'static str] {
        self.0.iter().find(|row| row.0 == label && row.1 == ours).map_or(&[], |row| row.2.as_slice())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_sound() {
        for set in crate::SETS {
            Labels::of(set.name).expect("labels");
            Roles::of(set.name).expect("roles");
        }
    }

    #[test]
    fn words_are_found_whole_or_by_their_start() {
        let words = Words::new("Rebels shelled Velna with car-bombs.");
        let found = |pattern| words.have_any(&[Pattern::new(pattern)]);
        assert!(found("shell*") && found("car bomb*") && found("velna"));
        assert!(!found("shell") && !found("car bomb") && !found("vel"));
        assert!(words.have_any(&[]), "nothing asked for");
    }
}
