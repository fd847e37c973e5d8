//! What do the words of the claim vocabulary mean, for people and in other code books?
//!
//! `data/vocabulary/`: one file for each closed list of [`model`], with a label and a sentence for every word. The lists
//! must agree: a word too many or too few stops the load.

use crate::{LexiconError, Table};
use model::{
    ClaimType, DisputeKind, FigureStand, Grade, Kind, Modality, Outcome, Passage, Polarity, QuantityKind, SourceKind,
    Stance, Stand, Strength, Turn,
};
use std::collections::BTreeMap;

/// What is said for people about a word of the vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// A word or two, for tables and buttons.
    pub label: String,
    /// What it means, in a sentence.
    pub meaning: String,
}

/// A claim type in other code books. Empty where they have nothing near.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Codes {
    /// PLOVER event category: `"ASSAULT"`.
    pub plover: String,
    /// ACLED event type and sub-event: `"Battles: Armed clash"`.
    pub acled: String,
}

/// Labels, meanings and foreign codes of every word of the closed lists.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    claim_types: BTreeMap<ClaimType, (Entry, Codes)>,
    near: BTreeMap<ClaimType, Vec<ClaimType>>,
    modalities: BTreeMap<Modality, Entry>,
    polarities: BTreeMap<Polarity, Entry>,
    stances: BTreeMap<Stance, Entry>,
    source_kinds: BTreeMap<SourceKind, Entry>,
    quantities: BTreeMap<QuantityKind, Entry>,
    grades: BTreeMap<Grade, Entry>,
    dispute_kinds: BTreeMap<DisputeKind, Entry>,
    strengths: BTreeMap<Strength, Entry>,
    stands: BTreeMap<Stand, Entry>,
    figure_stands: BTreeMap<FigureStand, Entry>,
    outcomes: BTreeMap<Outcome, Entry>,
    passages: BTreeMap<Passage, Entry>,
    turns: BTreeMap<Turn, Entry>,
    rules: BTreeMap<String, String>,
}

impl Vocabulary {
    pub(crate) fn load() -> Result<Vocabulary, LexiconError> {
        macro_rules! list {
            ($type:ident, $file:literal, $column:literal) => {
                entries(
                    $file,
                    include_str!(concat!("../../../data/vocabulary/", $file)),
                    $column,
                    $type::ALL,
                    $type::parse,
                    $type::as_str,
                )
            };
        }
        Ok(Vocabulary {
            claim_types: claim_types()?,
            near: near_types()?,
            modalities: list!(Modality, "modalities.tsv", "modality")?,
            polarities: list!(Polarity, "polarities.tsv", "polarity")?,
            stances: list!(Stance, "stances.tsv", "stance")?,
            source_kinds: list!(SourceKind, "source_kinds.tsv", "kind")?,
            quantities: list!(QuantityKind, "quantities.tsv", "what")?,
            grades: list!(Grade, "grades.tsv", "grade")?,
            dispute_kinds: list!(DisputeKind, "dispute_kinds.tsv", "kind")?,
            strengths: list!(Strength, "strengths.tsv", "strength")?,
            stands: list!(Stand, "stands.tsv", "stand")?,
            figure_stands: list!(FigureStand, "figure_stands.tsv", "stand")?,
            outcomes: list!(Outcome, "outcomes.tsv", "outcome")?,
            passages: list!(Passage, "passages.tsv", "passage")?,
            turns: list!(Turn, "turns.tsv", "turn")?,
            rules: rules()?,
        })
    }

    /// Label and meaning of a claim type.
    pub fn claim_type(&self, of: ClaimType) -> &Entry {
        &self.claim_types[&of].0
    }

    /// The codes that come nearest to a claim type elsewhere.
    pub fn codes(&self, of: ClaimType) -> &Codes {
        &self.claim_types[&of].1
    }

    /// The types of claims that can answer a question for this one, nearest first.
    pub fn near(&self, of: ClaimType) -> &[ClaimType] {
        self.near.get(&of).map_or(&[], Vec::as_slice)
    }

    /// Label and meaning of a modality.
    pub fn modality(&self, of: Modality) -> &Entry {
        &self.modalities[&of]
    }

    /// Label and meaning of a polarity.
    pub fn polarity(&self, of: Polarity) -> &Entry {
        &self.polarities[&of]
    }

    /// Label and meaning of a stance.
    pub fn stance(&self, of: Stance) -> &Entry {
        &self.stances[&of]
    }

    /// Label and meaning of a sort of source.
    pub fn source_kind(&self, of: SourceKind) -> &Entry {
        &self.source_kinds[&of]
    }

    /// What a rule of reading reads, by its id; `None` for a rule that nothing describes.
    pub fn rule(&self, id: &str) -> Option<&str> {
        self.rules.get(id).map(String::as_str)
    }

    /// The ids of all rules that are described, sorted.
    pub fn rules(&self) -> impl Iterator<Item = &str> {
        self.rules.keys().map(String::as_str)
    }

    /// Label and definition of a grade.
    pub fn grade(&self, of: Grade) -> &Entry {
        &self.grades[&of]
    }

    /// Label and meaning of what a dispute is about.
    pub fn dispute_kind(&self, of: DisputeKind) -> &Entry {
        &self.dispute_kinds[&of]
    }

    /// Label and meaning of how hard a dispute is.
    pub fn strength(&self, of: Strength) -> &Entry {
        &self.strengths[&of]
    }

    /// Label and meaning of where an origin stands.
    pub fn stand(&self, of: Stand) -> &Entry {
        &self.stands[&of]
    }

    /// Label and meaning of how a figure stands to others.
    pub fn figure_stand(&self, of: FigureStand) -> &Entry {
        &self.figure_stands[&of]
    }

    /// Label and meaning of what became of a forecast.
    pub fn outcome(&self, of: Outcome) -> &Entry {
        &self.outcomes[&of]
    }

    /// Label and meaning of by what a claim is known to be passed on.
    pub fn passage(&self, of: Passage) -> &Entry {
        &self.passages[&of]
    }

    /// Label and meaning of what became of a claim on its way.
    pub fn turn(&self, of: Turn) -> &Entry {
        &self.turns[&of]
    }

    /// Label and meaning of what a quantity counts.
    pub fn quantity(&self, of: QuantityKind) -> &Entry {
        &self.quantities[&of]
    }
}

fn rules() -> Result<BTreeMap<String, String>, LexiconError> {
    let text = include_str!("../../../data/vocabulary/rules.tsv");
    let table = Table::parse("vocabulary/rules.tsv", text, &["rule", "meaning"])?;
    Ok(table.rows().iter().map(|row| (row.cell(0).to_string(), row.cell(1).to_string())).collect())
}

/// Reads a list of word, label and meaning. Every word of the closed list stands in it, so that look-ups cannot fail.
fn entries<T: Copy + Ord>(
    file: &str,
    text: &str,
    column: &str,
    all: &[T],
    parse: impl Fn(&str) -> Option<T>,
    word: impl Fn(T) -> &'static str,
) -> Result<BTreeMap<T, Entry>, LexiconError> {
    let path = format!("vocabulary/{file}");
    let table = Table::parse(&path, text, &[column, "label", "meaning"])?;
    let mut entries = BTreeMap::new();
    for row in table.rows() {
        let value = row.closed(0, &format!("a {column} of the vocabulary"), &parse)?;
        let entry = Entry { label: row.cell(1).to_string(), meaning: row.cell(2).to_string() };
        if entries.insert(value, entry).is_some() {
            return Err(row.error(format!("expected each {column} once, found {:?} again", row.cell(0))));
        }
    }
    missing(&path, all, |value| entries.contains_key(value), word)?;
    Ok(entries)
}

fn claim_types() -> Result<BTreeMap<ClaimType, (Entry, Codes)>, LexiconError> {
    let file = "vocabulary/claim_types.tsv";
    let text = include_str!("../../../data/vocabulary/claim_types.tsv");
    let table = Table::parse(file, text, &["type", "kind", "label", "meaning", "plover", "acled"])?;
    let mut entries = BTreeMap::new();
    for row in table.rows() {
        let claim_type = row.closed(0, "a claim type", ClaimType::parse)?;
        let kind = row.closed(1, "event, relation or assessment", Kind::parse)?;
        if kind != claim_type.kind() {
            return Err(row.error(format!("expected {} for {claim_type}, found {kind}", claim_type.kind())));
        }
        let entry = Entry { label: row.cell(2).to_string(), meaning: row.cell(3).to_string() };
        let codes = Codes { plover: row.cell(4).to_string(), acled: row.cell(5).to_string() };
        if entries.insert(claim_type, (entry, codes)).is_some() {
            return Err(row.error(format!("expected each type once, found {claim_type} again")));
        }
    }
    missing(file, ClaimType::ALL, |value| entries.contains_key(value), ClaimType::as_str)?;
    Ok(entries)
}

fn near_types() -> Result<BTreeMap<ClaimType, Vec<ClaimType>>, LexiconError> {
    let text = include_str!("../../../data/vocabulary/near_types.tsv");
    let table = Table::parse("vocabulary/near_types.tsv", text, &["type", "near"])?;
    let mut near = BTreeMap::new();
    for row in table.rows() {
        let claim_type = row.closed(0, "a claim type", ClaimType::parse)?;
        let others = row.list(1).into_iter().map(|word| {
            let other = ClaimType::parse(word).filter(|&other| other != claim_type);
            other.ok_or_else(|| row.error(format!("expected another claim type, found {word:?}")))
        });
        if near.insert(claim_type, others.collect::<Result<_, _>>()?).is_some() {
            return Err(row.error(format!("expected each type once, found {claim_type} again")));
        }
    }
    Ok(near)
}

fn missing<T: Copy>(
    file: &str,
    all: &[T],
    has: impl Fn(&T) -> bool,
    word: impl Fn(T) -> &'static str,
) -> Result<(), LexiconError> {
    match all.iter().find(|value| !has(value)) {
        None => Ok(()),
        Some(&value) => Err(LexiconError {
            file: file.to_string(),
            line: 1,
            message: format!("expected an entry for {:?}, which the vocabulary has, found none", word(value)),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_and_the_model_agree() {
        let vocabulary = Vocabulary::load().unwrap();
        assert_eq!(vocabulary.claim_types.len(), ClaimType::ALL.len());
        assert_eq!(vocabulary.claim_type(ClaimType::Backs).label, "Backs");
        assert_eq!(vocabulary.codes(ClaimType::Fight).plover, "ASSAULT");
        assert_eq!(vocabulary.near(ClaimType::Withdraw), [ClaimType::Displace, ClaimType::Deploy]);
        for &claim_type in ClaimType::ALL {
            assert!(vocabulary.claim_type(claim_type).meaning.ends_with('.'), "{claim_type}");
            let coded = claim_type.kind() == Kind::Event || vocabulary.codes(claim_type).plover.is_empty();
            assert!(coded, "{claim_type}: only events have codes in PLOVER");
        }
    }

    #[test]
    fn a_list_that_lacks_or_invents_a_word_stops() {
        let load = |text: &str| {
            entries("stances.tsv", text, "stance", Stance::ALL, Stance::parse, Stance::as_str)
                .map_err(|e| e.to_string())
        };
        assert_eq!(
            load("stance\tlabel\tmeaning\nasserts\ta\tb\ndenies\ta\tb\n").unwrap_err(),
            "vocabulary/stances.tsv:1: expected an entry for \"doubts\", which the vocabulary has, found none"
        );
        assert_eq!(
            load("stance\tlabel\tmeaning\nshrugs\ta\tb\n").unwrap_err(),
            "vocabulary/stances.tsv:2: expected a stance of the vocabulary, found \"shrugs\""
        );
    }
}
