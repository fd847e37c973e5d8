//! Which words judge, and which explain?
//!
//! `data/en/evaluations.tsv`: `cowardly` judges wherever it stands, `important` only as what something is said to be;
//! `provide` gives what is said of its object to its subject, `turn into` what follows; `on the defensive` is a state to be in.
//! `data/en/causes.tsv`: `because`, `in response to`.

use crate::lookup::{Lookup, WordSet};
use crate::{LexiconError, Table};
use std::collections::BTreeMap;

/// How much a word needs around it to judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Judges wherever it stands before a noun.
    Strong,
    /// Judges only as what somebody or something is said to be.
    Weak,
    /// Says how things are, and judges nowhere.
    Plain,
}

/// The words that judge.
#[derive(Clone, Debug, Default)]
pub struct Evaluations {
    adjectives: Lookup<Strength>,
    nouns: Lookup<Strength>,
    carriers: WordSet,
    conduct: WordSet,
    copulas: WordSet,
    /// By the verb, the prepositions.
    links: Lookup<Vec<String>>,
    needs: WordSet,
    /// By the noun, the prepositions.
    states: Lookup<Vec<(String, Strength)>>,
    examples: Vec<(String, Strength, String)>,
}

impl Evaluations {
    pub(crate) fn load() -> Result<Evaluations, LexiconError> {
        let mut all = Evaluations::default();
        let text = include_str!("../../../data/en/evaluations.tsv");
        for row in Table::parse("en/evaluations.tsv", text, &["word", "class", "strength", "example"])?.rows() {
            let strength = row.closed(2, "strong, weak, plain or nothing", |word| match word {
                "strong" => Some(Some(Strength::Strong)),
                "weak" => Some(Some(Strength::Weak)),
                "plain" => Some(Some(Strength::Plain)),
                "" => Some(None),
                _ => None,
            })?;
            let (word, class) = (row.cell(0).to_string(), row.cell(1));
            if row.cell(3).is_empty() {
                return Err(row.error("expected an example sentence, found none".to_string()));
            }
            if strength.is_some() != matches!(class, "adjective" | "noun" | "state") {
                return Err(
                    row.error(format!("expected a strength for an adjective, noun or state alone, not for {class:?}"))
                );
            }
            // What is needed is asked for, not judged.
            if class != "need" {
                all.examples.push((word.clone(), strength.unwrap_or(Strength::Weak), row.cell(3).to_string()));
            }
            let wrong = || row.error(format!("expected two words, found {:?}", row.cell(0)));
            let pair = || {
                let pair = row.cell(0).split_once(' ');
                pair.map(|(first, second)| (first.to_string(), second.to_string())).ok_or_else(wrong)
            };
            match (class, strength) {
                ("adjective", Some(strength)) => _ = all.adjectives.insert(word, strength),
                ("noun", Some(strength)) => _ = all.nouns.insert(word, strength),
                ("state", Some(strength)) => {
                    let (preposition, noun) = pair()?;
                    all.states.or_default(noun).push((preposition, strength));
                }
                ("carrier", _) => _ = all.carriers.insert(word, ()),
                ("conduct", _) => _ = all.conduct.insert(word, ()),
                ("copula", _) => _ = all.copulas.insert(word, ()),
                ("link", _) => {
                    let (verb, preposition) = pair()?;
                    all.links.or_default(verb).push(preposition);
                }
                ("need", _) => _ = all.needs.insert(word, ()),
                (other, _) => {
                    let expected = "adjective, noun, carrier, conduct, copula, link, need or state";
                    return Err(row.error(format!("expected {expected}, found {other:?}")));
                }
            }
        }
        Ok(all)
    }

    /// Each word with a sentence that judges by it, or, for a plain one, that holds it and does not judge.
    pub fn examples(&self) -> &[(String, Strength, String)] {
        &self.examples
    }

    /// How much an adjective judges, by its words in lower case.
    pub fn adjective(&self, word: &str) -> Option<Strength> {
        self.adjectives.get(word).copied()
    }

    /// True for the dictionary form of a verb that gives what is said of its object to its subject: "the brigade *provides* a
    /// vital service".
    pub fn is_carrier(&self, verb: &str) -> bool {
        self.carriers.contains_key(verb)
    }

    /// True for the dictionary form of a verb for what can be done well or badly: "the guards *behaved* shamefully".
    pub fn is_conduct(&self, verb: &str) -> bool {
        self.conduct.contains_key(verb)
    }

    /// True for an adjective by which something is asked for: "it is *vital* that both sides stop".
    pub fn is_need(&self, adjective: &str) -> bool {
        self.needs.contains_key(adjective)
    }

    /// True for the dictionary form of a verb by which something is said to be something: "the truce *remains* fragile".
    pub fn is_copula(&self, verb: &str) -> bool {
        self.copulas.contains_key(verb)
    }

    /// True for a verb and a preposition by which something is said to be what follows: "the truce *turned into* a farce".
    pub fn is_link(&self, verb: &str, preposition: &str) -> bool {
        self.links.get(verb).is_some_and(|all| all.iter().any(|other| other == preposition))
    }

    /// A state to be in, by preposition and noun in lower case: "the brigade is *on* the *defensive*". A strong one judges with
    /// any verb: "acted *in violation* of the treaty".
    pub fn state(&self, preposition: &str, noun: &str) -> Option<Strength> {
        let all = self.states.get(noun)?;
        all.iter().find(|(other, _)| other == preposition).map(|(_, strength)| *strength)
    }

    /// How much a noun judges, by its dictionary form, with the noun before it where the two are one: `turning point`.
    pub fn noun(&self, lemma: &str) -> Option<Strength> {
        self.nouns.get(lemma).copied()
    }
}

/// The words that lead to an explanation.
#[derive(Clone, Debug, Default)]
pub struct Causes {
    /// By the last word: the prepositions that must stand before it, empty for any, and the one that must follow, empty for none.
    words: Lookup<Vec<(String, String)>>,
    examples: Vec<String>,
}

impl Causes {
    pub(crate) fn load() -> Result<Causes, LexiconError> {
        let text = include_str!("../../../data/en/causes.tsv");
        let table = Table::parse("en/causes.tsv", text, &["word", "preposition", "example"])?;
        let mut words: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
        for row in table.rows() {
            let (before, word) = row.cell(0).rsplit_once(' ').unwrap_or(("", row.cell(0)));
            words.entry(word.to_string()).or_default().push((before.to_string(), row.cell(1).to_string()));
        }
        // "for reasons of safety" says more than "for reasons".
        words.values_mut().for_each(|all| all.sort_by_key(|(_, next)| next.is_empty()));
        let words = words.into_iter().collect();
        Ok(Causes { words, examples: table.rows().iter().map(|row| row.cell(2).to_string()).collect() })
    }

    /// A sentence for each word, which explains a deed by it.
    pub fn examples(&self) -> &[String] {
        &self.examples
    }

    /// The prepositions one of which must follow a word, with what stands `before` it, for it to lead to an explanation; empty
    /// when none must: "*for lack of* water", "*for* security *reasons*".
    pub fn after<'s>(&'s self, before: &'s str, word: &str) -> impl Iterator<Item = &'s str> {
        let rows = self.words.get(word).into_iter().flatten();
        rows.filter(move |(lead, _)| lead.is_empty() || lead == before).map(|(_, next)| next.as_str())
    }
}
