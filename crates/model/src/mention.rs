use crate::{EntityKind, Span};

/// Words that stand for a person, a group, a place or another thing a claim can be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The words, without article and without trailing clauses: `"Syrian army"`.
    pub span: Span,
    /// The head word inside it: `"army"`.
    pub head: Span,
    /// How it names.
    pub kind: MentionKind,
    /// What the words look like by themselves: the name recogniser's label, a title before them, the head noun.
    pub hint: Option<EntityKind>,
    /// True for more than one: `"rebels"`, `"they"`.
    pub plural: bool,
    /// Index of its sentence in the reading.
    pub sentence: u32,
}

/// How a mention names what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionKind {
    /// A name: `Hezbollah`.
    Name,
    /// A description: `Turkish soldiers`, `the group`.
    Nominal,
    /// A pronoun: `it`, `they`.
    Pronoun,
    /// An adjective or possessive that stands for a party: `Iranian`, `Turkey's`, the first half of `Iran-backed`.
    Modifier,
}
