//! Do two names stand for one?
//!
//! "Colonel Anton Brek" and "Anton Brek" do: most of their words are shared. "Brek" and "the commander" do when a gold
//! entity has both.

use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;

/// Words that make no difference between names.
const PASSED_OVER: [&str; 9] = ["the", "a", "an", "al", "el", "of", "and", "in", "s"];

/// The words of a name that count, in plain lower-case letters.
pub type Norm = Vec<String>;

/// The surface forms of the gold entities, each with the form of its canonical name.
#[derive(Clone, Debug, Default)]
pub struct Aliases(BTreeMap<Norm, Norm>);

impl Aliases {
    /// Adds a form of a name; the first entity that has a form keeps it.
    pub fn add(&mut self, form: &str, name: &str) {
        self.0.entry(norm(form)).or_insert_with(|| norm(name));
    }

    /// The form of the canonical name of a name, in its words that count.
    pub fn canonical<'a>(&'a self, of: &'a Norm) -> &'a Norm {
        self.0.get(of).unwrap_or(of)
    }

    /// True when two names stand for one entity: equal, forms of one gold entity, or most of their words shared.
    pub fn same(&self, one: &str, other: &str) -> bool {
        let (one, other) = (norm(one), norm(other));
        if one.is_empty() || other.is_empty() {
            return false;
        }
        if one == other || self.canonical(&one) == self.canonical(&other) {
            return true;
        }
        let (one, other): (BTreeSet<_>, BTreeSet<_>) = (one.iter().collect(), other.iter().collect());
        let shared = one.intersection(&other).count();
        shared >= 1 && (2 * shared) as f64 / (one.len() + other.len()) as f64 >= 0.7
    }
}

/// The words of a name: accents off, in lower case, without those that make no difference.
pub fn norm(name: &str) -> Norm {
    let plain: String = name.nfkd().filter(|c| c.is_ascii() && *c != '\'').map(|c| c.to_ascii_lowercase()).collect();
    plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty() && !PASSED_OVER.contains(word))
        .map(str::to_string)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_its_words_in_plain_letters() {
        assert_eq!(norm("The Vélna’s Army of al-Ostrel"), ["velnas", "army", "ostrel"]);
        assert_eq!(norm("Velna's"), ["velnas"]);
        assert!(norm("the").is_empty());
    }

    #[test]
    fn names_are_one_by_alias_or_by_most_of_their_words() {
        let mut aliases = Aliases::default();
        aliases.add("the Grey Guard", "Velna Guard");
        aliases.add("the Guard", "Velna Guard");
        assert!(aliases.same("Grey Guard", "the guard"));
        assert!(aliases.same("Colonel Anton Brek", "Anton Brek"), "4 of 5");
        assert!(!aliases.same("Anton Brek", "Brek"), "2 of 3");
        assert!(!aliases.same("the", "the"), "no word that counts");
    }
}
