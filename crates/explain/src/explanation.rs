//! What is an explanation? Its wire form: it serialises to JSON with the names of its fields.
//!
//! Offsets count bytes of UTF-8 in the document's text, end exclusive.

use serde::Serialize;

/// Why a claim says what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// Id of the claim.
    pub claim: String,
    /// Id of its document.
    pub document: String,
    /// Path of the document.
    pub file: String,
    /// `event`, `relation`, `assessment`.
    pub kind: String,
    /// Type of the claim.
    #[serde(rename = "type")]
    pub claim_type: String,
    /// Version of the reader that explains.
    pub reader: String,
    /// Version of the reader that read the document into the case.
    pub read_by: String,
    /// Fields that this reader reads differently from what the case has. Empty when all are the same.
    pub differs: Vec<String>,
    /// The pattern that read it.
    pub rule: String,
    /// What that pattern is, in words, where it is described.
    pub rule_means: Option<String>,
    /// The sentence with its tree.
    pub sentence: Sentence,
    /// The fields, in order.
    pub fields: Vec<FieldExplanation>,
}

/// A sentence with its tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Its words.
    pub words: String,
    /// Its tokens, in order.
    pub tokens: Vec<TokenRow>,
}

/// A token of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TokenRow {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The word as it stands.
    pub word: String,
    /// Dictionary form.
    pub lemma: String,
    /// Coarse part of speech: `NOUN`.
    pub pos: String,
    /// Fine tag: `NNS`.
    pub tag: String,
    /// What the tag means: `noun, plural`.
    pub tag_means: String,
    /// Relation to the head: `nsubj`.
    pub label: String,
    /// What the relation means: `nominal subject`.
    pub label_means: String,
    /// Position of its head among the tokens; a root's own.
    pub head: u32,
    /// Kind of the name that it is part of: `PERSON`.
    pub name: Option<String>,
    /// The fields of the claim whose words it is part of, in order: `actor`, `trigger`.
    pub fields: Vec<String>,
}

/// Why a field says what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldExplanation {
    /// `type`, `quote`, `actor`, `target`, `place`, `time`, `quantity`, `attribution`, `modality`, `polarity`.
    pub field: String,
    /// What it says; empty: not stated.
    pub values: Vec<Value>,
    /// What was looked at for it and is not taken.
    pub passed: Vec<Value>,
    /// Of a role: what else of the sentence could stand in it, where none of the slots leads to.
    pub elsewhere: Vec<Value>,
}

/// Something that a field says, or that it might have said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Value {
    /// The words; `None` where no words say it, as for a plain fact.
    pub words: Option<Passage>,
    /// What they come to: `2021-05-10`, `killed, 12 or more`. `None` where they are all.
    pub value: Option<String>,
    /// Why.
    pub why: String,
    /// The way through the tree from the words to the trigger: `Velna →pobj→ near →prep→ seized`. Empty where there is none.
    pub path: String,
    /// The entry of the lists that it rests on.
    pub entry: Option<Entry>,
    /// Of a cue of a source: what the source is said to say.
    pub covers: Vec<Passage>,
    /// Whom or what its words stand for: of a link each of its sources, of a role its words.
    pub stands_for: Vec<StandsFor>,
}

/// Words of the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words.
    pub words: String,
}

/// An entry of the lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Where it stands: `data/en/events.tsv:132`.
    pub line: String,
    /// Its columns, but for those that are empty.
    pub cells: Vec<Cell>,
}

/// A cell of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Name of the column.
    pub column: String,
    /// What stands in it.
    pub text: String,
}

/// Whom or what some words stand for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StandsFor {
    /// The words.
    pub words: Passage,
    /// Id of the entity or place; `None` where it could not be told.
    pub id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// Kind of an entity, class of a place.
    pub kind: Option<String>,
    /// Why.
    pub because: Vec<String>,
    /// Who or what else was thought of.
    pub passed: Vec<PassedName>,
}

/// Somebody or something that words might have stood for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PassedName {
    /// Its name.
    pub name: String,
    /// Why not.
    pub why: String,
}
