//! Which words say how sure a claim is, and which say that it is not so?
//!
//! `data/en/hedges.tsv`: `may` makes what it governs possible, `plan to` planned, `reportedly` claimed by somebody unnamed.
//! `data/en/negation.tsv`: `not` where it stands, `fail` its infinitive, `lift` its object.

use crate::lookup::Lookup;
use crate::{LexiconError, Table};
use model::Modality;

/// What sort of word a hedge is, which tells what it governs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HedgeClass {
    /// Modifies a verb, a number or a whole clause: `reportedly`.
    Adverb,
    /// `may`, `will`.
    Auxiliary,
    /// Modifies a noun: `alleged`.
    Adjective,
    /// Governs an infinitive: `plan to`.
    Verb,
    /// After a form of `be` before an infinitive: `is ready to`.
    Predicate,
    /// Governs an infinitive or what follows `of`: `plan to`, `risk of`.
    Noun,
    /// Opens a clause: `if`.
    Conjunction,
    /// A verb of being or coming to be, which `will` makes a forecast and no plan: `will lose`.
    State,
    /// A verb that only says that what it governs goes on: `continue to strike`.
    Course,
    /// A verb of seeing and hearing, of which `could` tells what was seen: `could hear`.
    Sense,
}

/// What a hedge makes of the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hedging {
    /// This modality.
    Is(Modality),
    /// Planned by who does it, or a forecast of what will happen: `will`.
    Will,
    /// As `will` when reported, otherwise depending on a condition: `would`.
    Would,
}

/// One line of the table of hedges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hedge {
    /// Dictionary form, in lower case.
    pub word: String,
    /// What it governs.
    pub class: HedgeClass,
    /// What it makes of it.
    pub makes: Hedging,
    /// True when it also says that somebody unnamed reports the claim.
    pub unnamed: bool,
    /// True for a verb that makes the same of its object: `plan an attack`.
    pub object: bool,
    /// True for a word of which the past tells what was done: `was able to enter`.
    pub done: bool,
    /// A sentence in which it is a hedge.
    pub example: String,
}

/// The hedges, in order of the table.
#[derive(Clone, Debug, Default)]
pub struct Hedges {
    all: Vec<Hedge>,
    by_word: Lookup<Vec<usize>>,
}

impl Hedges {
    pub(crate) fn load() -> Result<Hedges, LexiconError> {
        let mut all = Hedges::default();
        let columns = ["word", "pos", "modality", "also", "example"];
        let table = Table::parse("en/hedges.tsv", include_str!("../../../data/en/hedges.tsv"), &columns)?;
        for row in table.rows() {
            let class = row.closed(1, "a class of hedges", |word| match word {
                "adverb" => Some(HedgeClass::Adverb),
                "auxiliary" => Some(HedgeClass::Auxiliary),
                "adjective" => Some(HedgeClass::Adjective),
                "verb" => Some(HedgeClass::Verb),
                "predicate" => Some(HedgeClass::Predicate),
                "noun" => Some(HedgeClass::Noun),
                "conjunction" => Some(HedgeClass::Conjunction),
                "state" => Some(HedgeClass::State),
                "course" => Some(HedgeClass::Course),
                "sense" => Some(HedgeClass::Sense),
                _ => None,
            })?;
            let makes = row.closed(2, "a modality, will or would", |word| match word {
                "will" => Some(Hedging::Will),
                "would" => Some(Hedging::Would),
                _ => Modality::parse(word).map(Hedging::Is),
            })?;
            let (unnamed, object, done) = row.closed(3, "unnamed, object, done or nothing", |word| match word {
                "unnamed" => Some((true, false, false)),
                "object" => Some((false, true, false)),
                "done" => Some((false, false, true)),
                "" => Some((false, false, false)),
                _ => None,
            })?;
            let hedge = Hedge {
                word: row.cell(0).to_string(),
                class,
                makes,
                unnamed,
                object,
                done,
                example: row.cell(4).to_string(),
            };
            if all.get(class, &hedge.word).is_some() {
                return Err(row.error(format!("expected each hedge of a class once, found {:?} twice", row.cell(0))));
            }
            all.by_word.or_default(hedge.word.clone()).push(all.all.len());
            all.all.push(hedge);
        }
        Ok(all)
    }

    /// The hedge that this word is, when it is one of this class.
    pub fn get(&self, class: HedgeClass, word: &str) -> Option<&Hedge> {
        self.by_word.get(word)?.iter().map(|&at| &self.all[at]).find(|hedge| hedge.class == class)
    }

    /// All hedges.
    pub fn all(&self) -> impl Iterator<Item = &Hedge> {
        self.all.iter()
    }
}

/// What sort of word a negation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NegationClass {
    /// Negates what it stands at: `not`, `no`.
    Word,
    /// Governs what is negated: `fail to`.
    Verb,
    /// Governs what is negated: `failure to`.
    Noun,
    /// Governs what is negated: `unable to`.
    Adjective,
    /// A state that can be lifted: `siege`.
    State,
}

/// What a negation negates.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NegationScope {
    /// What it stands at.
    Here,
    /// The infinitive it governs.
    Infinitive,
    /// The gerund it governs.
    Gerund,
    /// Its object: `lifted the siege`.
    Object,
    /// Its object, when that names a state that one can be freed from: `broke the siege`.
    Lifted,
    /// What goes on until then: `must stop shelling` tells that there is shelling.
    Ending,
    /// What follows this preposition: `prevented from entering`.
    After(String),
}

/// One line of the table of negations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Negation {
    /// Dictionary form; a second word must follow: `no longer`.
    pub word: String,
    /// What sort of word.
    pub class: NegationClass,
    /// What it negates.
    pub scopes: Vec<NegationScope>,
    /// A sentence in which it negates.
    pub example: String,
}

/// The negations, in order of the table.
#[derive(Clone, Debug, Default)]
pub struct Negations {
    all: Vec<Negation>,
    by_word: Lookup<Vec<usize>>,
}

impl Negations {
    pub(crate) fn load() -> Result<Negations, LexiconError> {
        let mut all = Negations::default();
        let columns = ["word", "pos", "scope", "example"];
        let table = Table::parse("en/negation.tsv", include_str!("../../../data/en/negation.tsv"), &columns)?;
        for row in table.rows() {
            let class = row.closed(1, "word, verb, noun, adjective or state", |word| match word {
                "word" => Some(NegationClass::Word),
                "verb" => Some(NegationClass::Verb),
                "noun" => Some(NegationClass::Noun),
                "adjective" => Some(NegationClass::Adjective),
                "state" => Some(NegationClass::State),
                _ => None,
            })?;
            let scopes = row.list(2).into_iter().map(scope).collect::<Vec<_>>();
            if scopes.is_empty() {
                return Err(row.error("expected what is negated, found nothing".to_string()));
            }
            let entry = Negation { word: row.cell(0).to_string(), class, scopes, example: row.cell(3).to_string() };
            if all.get(class, &entry.word).is_some() {
                return Err(row.error(format!("expected each negation once, found {:?} twice", row.cell(0))));
            }
            all.by_word.or_default(entry.word.clone()).push(all.all.len());
            all.all.push(entry);
        }
        Ok(all)
    }

    /// The negation that this word is, when it is one of this class.
    pub fn get(&self, class: NegationClass, word: &str) -> Option<&Negation> {
        self.by_word.get(word)?.iter().map(|&at| &self.all[at]).find(|entry| entry.class == class)
    }

    /// All negations.
    pub fn all(&self) -> impl Iterator<Item = &Negation> {
        self.all.iter()
    }
}

fn scope(word: &str) -> NegationScope {
    match word {
        "here" => NegationScope::Here,
        "infinitive" => NegationScope::Infinitive,
        "gerund" => NegationScope::Gerund,
        "object" => NegationScope::Object,
        "lifted" => NegationScope::Lifted,
        "ending" => NegationScope::Ending,
        preposition => NegationScope::After(preposition.to_string()),
    }
}
