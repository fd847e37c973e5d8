//! What do a title, an office or a rank say of their holder?
//!
//! `data/en/titles.tsv`: a `president` leads, a `spokesman` is a member, `Gen.` is a rank. Portfolios (`Defence` in "Minister
//! of Defence") follow `of` and name no organisation.

use crate::lookup::{Lookup, WordSet};
use crate::{LexiconError, Table};
use model::ClaimType;
use std::collections::BTreeMap;

/// What a title is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TitleClass {
    /// Its holder leads.
    Head,
    /// Its holder holds an office or belongs.
    Office,
    /// What its holder does for a living, which makes them a member of who employs them.
    Profession,
    /// A military rank.
    Rank,
    /// A field of government that follows `of`.
    Portfolio,
    /// A form of address, which can stand between title and name.
    Style,
}

/// The titles by their words in lower case; one of several words has single spaces between them.
#[derive(Clone, Debug, Default)]
pub struct Titles {
    titles: Lookup<(TitleClass, Option<ClaimType>)>,
    /// The first words of titles.
    firsts: WordSet,
    full: Lookup<String>,
    examples: BTreeMap<String, String>,
}

impl Titles {
    pub(crate) fn load() -> Result<Titles, LexiconError> {
        let mut titles = Lookup::default();
        let mut firsts = WordSet::default();
        let mut examples = BTreeMap::new();
        let text = include_str!("../../../data/en/titles.tsv");
        for row in Table::parse("en/titles.tsv", text, &["title", "type", "class", "example"])?.rows() {
            let class = row.closed(2, "head, office, profession, rank, portfolio or style", |word| match word {
                "head" => Some(TitleClass::Head),
                "office" => Some(TitleClass::Office),
                "profession" => Some(TitleClass::Profession),
                "rank" => Some(TitleClass::Rank),
                "portfolio" => Some(TitleClass::Portfolio),
                "style" => Some(TitleClass::Style),
                _ => None,
            })?;
            let claim_type = match row.cell(1) {
                "" => None,
                _ => Some(row.closed(1, "a claim type", ClaimType::parse)?),
            };
            firsts.insert(first_word(row.cell(0)), ());
            titles.insert(row.cell(0), (class, claim_type));
            examples.insert(row.cell(0).to_string(), row.cell(3).to_string());
        }
        let text = include_str!("../../../data/en/title_forms.tsv");
        let mut full = Lookup::default();
        for row in Table::parse("en/title_forms.tsv", text, &["short", "title"])?.rows() {
            if row.cell(1).is_empty() || full.insert(row.cell(0), row.cell(1).to_string()).is_some() {
                return Err(row.error(format!("expected a title for {:?}, once", row.cell(0))));
            }
        }
        Ok(Titles { titles, firsts, full, examples })
    }

    /// Every title with a sentence that is read otherwise without it, in order.
    pub fn examples(&self) -> impl Iterator<Item = (&str, &str)> {
        self.examples.iter().map(|(title, example)| (title.as_str(), example.as_str()))
    }

    /// The ranks that are written with a stop, as they stand before a name: `Sgt.`.
    pub fn abbreviated_ranks(&self) -> impl Iterator<Item = String> {
        let ranks = self.examples.keys().filter(|title| {
            let rank = self.titles.get(title.as_str()).is_some_and(|(class, _)| *class == TitleClass::Rank);
            rank && title.ends_with('.') && !title.contains(' ')
        });
        ranks.map(|title| title[..1].to_uppercase() + &title[1..])
    }

    /// The titles but for one.
    pub fn without(&self, title: &str) -> Titles {
        let mut rest = self.clone();
        rest.titles.remove(title);
        rest
    }

    /// A title in full: `general` for `gen.` and `gen`; any other word stands for itself.
    pub fn full<'w>(&'w self, word: &'w str) -> &'w str {
        self.full.get(word.trim_end_matches('.')).map_or(word, String::as_str)
    }

    /// True for a word, in lower case, with which a title begins, or for more of its words.
    pub fn begins(&self, words: &str) -> bool {
        self.firsts.contains_key(first_word(words))
    }

    /// What some words, in lower case, are as a title.
    pub fn class(&self, words: &str) -> Option<TitleClass> {
        self.entry(words).map(|(class, _)| *class)
    }

    /// The relation of its holder to what the title belongs to.
    pub fn relation(&self, words: &str) -> Option<ClaimType> {
        self.entry(words).and_then(|(_, claim_type)| *claim_type)
    }

    /// The title of some words; a short form may have lost its full stop, "lance cpl".
    fn entry(&self, words: &str) -> Option<&(TitleClass, Option<ClaimType>)> {
        self.titles.get(words).or_else(|| {
            let space = words.bytes().rposition(|byte| byte == b' ');
            let last = space.map_or(words, |space| &words[space + 1..]);
            let full = self.full.get(last)?;
            if last.len() == words.len() { self.titles.get(full) } else { self.titles.get(&format!("{words}.")) }
        })
    }
}

/// `commander` of "commander-in-chief": the parser makes several words of it.
fn first_word(words: &str) -> &str {
    words.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(words)
}
