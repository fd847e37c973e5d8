//! What sort of thing does a common noun stand for?
//!
//! `data/en/nouns.tsv` gives each noun the classes that the needs of frames ask for: `soldier` is people and forces,
//! `bridge` a site.

use crate::lookup::{Lookup, WordSet};
use crate::{LexiconError, Table};
use std::collections::BTreeMap;

/// What a noun can stand for, as far as roles care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NounClass {
    /// Human beings: soldiers, civilians, journalists.
    People,
    /// Who fights or can be sent to fight: troops, ships, aircraft.
    Forces,
    /// Who acts as one: a government, a group, an army.
    Party,
    /// A place: a town, a province, a border.
    Place,
    /// Something built, or a position: a bridge, a base, a checkpoint.
    Site,
    /// Weapons and ammunition.
    Arms,
    /// Vehicles, aircraft, ships.
    Vehicle,
    /// Money.
    Money,
    /// Goods that help: food, medicine, aid.
    Aid,
    /// What parties conclude: a ceasefire, a treaty.
    Accord,
    /// What is released: a report, a photograph.
    Publication,
    /// Something done: an attack, an offensive.
    Deed,
    /// A noun that only counts or gathers what follows `of`: a group of soldiers.
    Measure,
    /// A talk between parties.
    Talk,
    /// An office of a state or body: a ministry, a council.
    Office,
    /// Who was killed or hurt: the dead, the casualties.
    Victims,
    /// Those who live in a place: residents, villagers.
    Inhabitants,
    /// What is won: a victory, an advance.
    Gain,
    /// Who reports: journalists, newspapers, stations.
    Press,
    /// What flies at its target and bursts there: rockets, shells, drones.
    Missile,
    /// Who enforces the law: police, investigators, prosecutors.
    Law,
    /// What parties fight for: independence, control.
    Stake,
    /// Who is held: hostages, prisoners.
    Captive,
    /// More than one, whoever they are. Told by the form of the word, not by the table.
    Many,
}

impl NounClass {
    /// Every class under its word in the tables.
    pub const ALL: [(&'static str, NounClass); 24] = [
        ("people", NounClass::People),
        ("forces", NounClass::Forces),
        ("party", NounClass::Party),
        ("place", NounClass::Place),
        ("site", NounClass::Site),
        ("arms", NounClass::Arms),
        ("vehicle", NounClass::Vehicle),
        ("money", NounClass::Money),
        ("aid", NounClass::Aid),
        ("accord", NounClass::Accord),
        ("publication", NounClass::Publication),
        ("deed", NounClass::Deed),
        ("measure", NounClass::Measure),
        ("talk", NounClass::Talk),
        ("office", NounClass::Office),
        ("victims", NounClass::Victims),
        ("inhabitants", NounClass::Inhabitants),
        ("gain", NounClass::Gain),
        ("press", NounClass::Press),
        ("missile", NounClass::Missile),
        ("law", NounClass::Law),
        ("stake", NounClass::Stake),
        ("captive", NounClass::Captive),
        ("many", NounClass::Many),
    ];

    /// The class a word of the tables stands for.
    pub fn parse(word: &str) -> Option<NounClass> {
        NounClass::ALL.iter().find(|(name, _)| *name == word).map(|(_, class)| *class)
    }
}

/// The classes of nouns, by their dictionary form.
#[derive(Clone, Debug, Default)]
pub struct Nouns {
    classes: Lookup<Vec<NounClass>>,
    plain: WordSet,
    forms: WordSet,
    sorts: WordSet,
    vague: WordSet,
    examples: BTreeMap<String, String>,
}

impl Nouns {
    pub(crate) fn load() -> Result<Nouns, LexiconError> {
        let mut nouns = Nouns::default();
        let table =
            Table::parse("en/nouns.tsv", include_str!("../../../data/en/nouns.tsv"), &["noun", "classes", "example"])?;
        for row in table.rows() {
            let mut classes = Vec::new();
            for word in row.list(1) {
                let class = NounClass::parse(word);
                classes.push(class.ok_or_else(|| row.error(format!("expected a class of nouns, found {word:?}")))?);
            }
            if nouns.classes.insert(row.cell(0), classes).is_some() {
                return Err(row.error(format!("expected each noun once, found {:?} twice", row.cell(0))));
            }
            nouns.examples.insert(row.cell(0).to_string(), row.cell(2).to_string());
        }
        let text = include_str!("../../../data/en/plain_adjectives.tsv");
        for row in Table::parse("en/plain_adjectives.tsv", text, &["adjective"])?.rows() {
            nouns.plain.insert(row.cell(0), ());
        }
        let text = include_str!("../../../data/en/form_nouns.tsv");
        for row in Table::parse("en/form_nouns.tsv", text, &["noun"])?.rows() {
            nouns.forms.insert(row.cell(0), ());
        }
        let text = include_str!("../../../data/en/sort_adjectives.tsv");
        for row in Table::parse("en/sort_adjectives.tsv", text, &["adjective"])?.rows() {
            nouns.sorts.insert(row.cell(0), ());
        }
        let text = include_str!("../../../data/en/vague_people.tsv");
        for row in Table::parse("en/vague_people.tsv", text, &["noun"])?.rows() {
            nouns.vague.insert(row.cell(0), ());
        }
        Ok(nouns)
    }

    /// The classes of a noun; none when the table does not have it.
    pub fn classes(&self, lemma: &str) -> &[NounClass] {
        // "Airmen", written as a name, keeps its plural.
        let singular = || self.classes.get(&format!("{}man", lemma.strip_suffix("men")?));
        self.classes.get(lemma).or_else(singular).map_or(&[], Vec::as_slice)
    }

    /// True for a noun that stands for human beings and nothing else, free or held.
    pub fn is_only_people(&self, lemma: &str) -> bool {
        let classes = self.classes(lemma);
        classes.contains(&NounClass::People)
            && classes.iter().all(|class| matches!(class, NounClass::People | NounClass::Captive))
    }

    /// True for a noun for people that tells nothing of them: `people`, `individual`.
    pub fn is_vague(&self, lemma: &str) -> bool {
        self.vague.contains_key(lemma)
    }

    /// Every noun with a sentence that is read otherwise without it, in order.
    pub fn examples(&self) -> impl Iterator<Item = (&str, &str)> {
        self.examples.iter().map(|(noun, example)| (noun.as_str(), example.as_str()))
    }

    /// The nouns but for one.
    pub fn without(&self, noun: &str) -> Nouns {
        let mut rest = self.clone();
        rest.classes.remove(noun);
        rest
    }

    /// True for an adjective that tells nothing of which thing is meant: `several`, `recent`.
    pub fn is_plain(&self, adjective: &str) -> bool {
        self.plain.contains_key(adjective)
    }

    /// True for a word for people that before a noun tells of what sort that is: `regular` in "regular strikes".
    pub fn is_sort(&self, word: &str) -> bool {
        self.sorts.contains_key(word)
    }

    /// True for a noun that says in what form a deed goes on: the `program` of a training program.
    pub fn is_form(&self, lemma: &str) -> bool {
        self.forms.contains_key(lemma)
    }

    /// True when the table gives the noun this class.
    pub fn is(&self, lemma: &str, class: NounClass) -> bool {
        self.classes(lemma).contains(&class)
    }
}
