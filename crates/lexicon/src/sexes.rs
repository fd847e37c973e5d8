//! Which words tell that somebody is a woman or a man?
//!
//! `data/en/sexes.tsv`: `she`, `widow`, `Mrs` and the given name `Teresa` tell of a woman. Most words tell neither.

use crate::lookup::Lookup;
use crate::{LexiconError, Table};

/// What a word tells of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// A woman or girl.
    Female,
    /// A man or boy.
    Male,
}

/// The words that tell it.
#[derive(Clone, Debug, Default)]
pub struct Sexes {
    words: Lookup<Sex>,
    names: Lookup<Sex>,
}

impl Sexes {
    pub(crate) fn load() -> Result<Sexes, LexiconError> {
        let mut all = Sexes::default();
        let text = include_str!("../../../data/en/sexes.tsv");
        for row in Table::parse("en/sexes.tsv", text, &["word", "sex", "kind"])?.rows() {
            let sex = row.closed(1, "female or male", |word| match word {
                "female" => Some(Sex::Female),
                "male" => Some(Sex::Male),
                _ => None,
            })?;
            let is_name = row.closed(2, "word or name", |word| match word {
                "word" => Some(false),
                "name" => Some(true),
                _ => None,
            })?;
            let words = if is_name { &mut all.names } else { &mut all.words };
            if words.insert(row.cell(0), sex).is_some() {
                return Err(row.error(format!("expected each word once, found {:?} again", row.cell(0))));
            }
        }
        Ok(all)
    }

    /// What a pronoun, noun or title, in lower case, tells.
    pub fn word(&self, word: &str) -> Option<Sex> {
        self.words.get(word).copied()
    }

    /// What a given name, in lower case, tells.
    pub fn name(&self, name: &str) -> Option<Sex> {
        self.names.get(name).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_only_as_a_name() {
        let sexes = Sexes::load().unwrap();
        assert_eq!(sexes.word("widow"), Some(Sex::Female));
        assert_eq!(sexes.name("teresa"), Some(Sex::Female));
        assert_eq!(sexes.word("teresa"), None);
        assert_eq!(sexes.word("soldier"), None);
    }
}
