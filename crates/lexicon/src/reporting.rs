//! Which words mark a source, and where does what the source says stand?
//!
//! One line of `data/en/reporting.tsv` is one [`Cue`]: `deny`, a verb, content in a clause, a gerund or the object, the
//! source denies it, the text keeps its distance.

use crate::lookup::Lookup;
use crate::{LexiconError, Table};
use model::{Modality, Stance};
use std::collections::BTreeMap;

const COLUMNS: [&str; 7] = ["lemma", "pos", "pattern", "stance", "modality", "reach", "example"];

/// What sort of word a cue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CueClass {
    /// A verb: `said`.
    Verb,
    /// A noun: `claims that`.
    Noun,
    /// A preposition, often of several words: `according to`; `'s` stands for whose it is: `in 's view`.
    Preposition,
    /// A participle that says through whom the words of a source come: `quoted by`.
    Participle,
    /// An adjective that says what somebody holds to be so: `sure that`.
    Adjective,
}

/// Where the content of a cue stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A clause with or without `that`, or a quotation.
    Clause,
    /// A quotation only.
    Quote,
    /// An infinitive: `claimed to have seized`.
    Infinitive,
    /// A gerund: `admitted shelling`.
    Gerund,
    /// The object: `denied the accusation`.
    Object,
    /// The object and what it is called: `called the raid a crime`.
    Small,
    /// What describes the object: `published a report describing the attack`.
    Inside,
    /// The subject of a passive that names no agent: `has been reported`.
    Passive,
    /// The clause that the cue itself stands in: `according to`.
    Around,
    /// After this preposition: `accused of shelling`.
    After(String),
}

/// Whether a cue makes a link of the attribution chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// Always.
    Chain,
    /// When its subject is a known sort of source, not just any thing that shows something.
    Evidence,
    /// Always, but nobody is named: the subject is who heard it.
    Hearsay,
    /// Never: an attitude, kept as an attribution.
    View,
}

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Dictionary form; a second word is a particle or complement that must be there: `point out`.
    pub lemma: String,
    /// Verb, noun, preposition, participle or adjective.
    pub class: CueClass,
    /// Where the content stands, any of these.
    pub places: Vec<Place>,
    /// Where the source stands to the content.
    pub stance: Stance,
    /// The distance the text keeps from it; [`Modality::Fact`] for none.
    pub modality: Modality,
    /// Whether it makes a link of the attribution chain.
    pub reach: Reach,
    /// A sentence in which it is a cue.
    pub example: String,
}

/// The cues, by their first word.
#[derive(Clone, Debug, Default)]
pub struct Reporting {
    cues: Vec<Cue>,
    by_first: Lookup<Vec<usize>>,
}

impl Reporting {
    pub(crate) fn load() -> Result<Reporting, LexiconError> {
        let mut all = Reporting::default();
        let mut by_first: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let table = Table::parse("en/reporting.tsv", include_str!("../../../data/en/reporting.tsv"), &COLUMNS)?;
        for row in table.rows() {
            let class = row.closed(1, "verb, noun, preposition, participle or adjective", |word| match word {
                "verb" => Some(CueClass::Verb),
                "noun" => Some(CueClass::Noun),
                "preposition" => Some(CueClass::Preposition),
                "participle" => Some(CueClass::Participle),
                "adjective" => Some(CueClass::Adjective),
                _ => None,
            })?;
            let places = row.list(2).into_iter().map(place).collect::<Vec<_>>();
            if places.is_empty() {
                return Err(row.error("expected where the content stands, found nothing".to_string()));
            }
            let cue = Cue {
                lemma: row.cell(0).to_string(),
                class,
                places,
                stance: row.closed(3, "a stance", Stance::parse)?,
                modality: row.closed(4, "a modality", Modality::parse)?,
                reach: row.closed(5, "chain, evidence, hearsay or view", |word| match word {
                    "hearsay" => Some(Reach::Hearsay),
                    "chain" => Some(Reach::Chain),
                    "evidence" => Some(Reach::Evidence),
                    "view" => Some(Reach::View),
                    _ => None,
                })?,
                example: row.cell(6).to_string(),
            };
            let first = cue.lemma.split(' ').next().unwrap_or_default().to_string();
            by_first.entry(first).or_default().push(all.cues.len());
            all.cues.push(cue);
        }
        // The longer cue wins: "point out" before "point".
        for list in by_first.values_mut() {
            list.sort_by_key(|&at| std::cmp::Reverse(all.cues[at].lemma.split(' ').count()));
        }
        all.by_first = by_first.into_iter().collect();
        Ok(all)
    }

    /// The cues that start with this word, those of more words first.
    pub fn starting(&self, class: CueClass, first: &str) -> impl Iterator<Item = &Cue> {
        let list = self.by_first.get(first).map_or(&[][..], Vec::as_slice);
        list.iter().map(|&at| &self.cues[at]).filter(move |cue| cue.class == class)
    }

    /// All cues, in order of the table.
    pub fn cues(&self) -> &[Cue] {
        &self.cues
    }
}

fn place(word: &str) -> Place {
    match word {
        "clause" | "that" => Place::Clause,
        "quote" => Place::Quote,
        "infinitive" => Place::Infinitive,
        "gerund" => Place::Gerund,
        "object" => Place::Object,
        "small" => Place::Small,
        "inside" => Place::Inside,
        "passive" => Place::Passive,
        "around" => Place::Around,
        preposition => Place::After(preposition.to_string()),
    }
}
