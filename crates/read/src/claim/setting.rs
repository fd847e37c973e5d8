//! What may a reading look at?
//!
//! One part, all voices of the document and the tables, and what is looked up once of each word: the noun classes of `bridge`, the
//! frames of `shell`, and that `Morvanian` is of a state.

use crate::PartText;
use crate::attribution::Voices;
use crate::class::is_ship;
use language::{Dep, NameLabel, Parse, Pos};
use lexicon::{ActorKind, Frame, Known, Lexicon, NounClass, WordClass};
use std::collections::BTreeSet;
use std::ops::Range;

/// What a reading may look at: one part, all voices of the document, and the tables.
#[derive(Clone, Copy)]
pub(crate) struct Setting<'s, 'a> {
    pub(crate) part: &'s PartText<'a>,
    /// Position of the part among the parts of the document.
    pub(crate) index: usize,
    pub(crate) lexicon: &'s Lexicon,
    pub(crate) voices: &'s Voices,
    /// The last words of the names of people that the document writes in full: `Brek` of "Anton Brek".
    pub(crate) surnames: &'s BTreeSet<String>,
    /// What rule after rule asks about the words of the part.
    pub(crate) entries: &'s Entries<'s>,
}

/// What is looked up once about the words of a part.
#[derive(Debug)]
pub(crate) struct Entries<'s> {
    by_word: Vec<Entry<'s>>,
    /// The spellings and dictionary forms in each sentence, and in the two words before it.
    sentences: Vec<Marks>,
}

/// What the tables have of one word.
#[derive(Clone, Copy, Debug)]
struct Entry<'s> {
    /// Under its dictionary form.
    nouns: &'s [NounClass],
    frames: &'s [Frame],
    /// Of the word as it stands.
    word: Naming<'s>,
    /// Of the whole name that it is part of; of the word where there is none.
    name: Naming<'s>,
}

/// Whom the tables have under some words.
#[derive(Clone, Copy, Debug)]
struct Naming<'s> {
    known: Option<Known<'s>>,
    /// True for the adjective of a state or people.
    people: bool,
}

impl<'s> Naming<'s> {
    fn of(words: &str, lexicon: &'s Lexicon) -> Naming<'s> {
        let bare = words.strip_prefix("the ").unwrap_or(words);
        Naming { known: lexicon.names.find(words), people: !lexicon.names.demonym(bare).is_empty() }
    }

    fn is_state(&self) -> bool {
        matches!(self.known, Some(Known::State(_))) || self.people
    }
}

impl<'s> Entries<'s> {
    /// Those of each word of a parse.
    pub(crate) fn of(parse: &Parse, lexicon: &'s Lexicon) -> Entries<'s> {
        let entry = |at: usize| {
            let lemma = parse.entry(at);
            let word = Naming::of(parse.word(at), lexicon);
            Entry { nouns: lexicon.nouns.classes(lemma), frames: lexicon.triggers.frames(lemma), word, name: word }
        };
        let mut by_word: Vec<Entry> = (0..parse.len()).map(entry).collect();
        for name in parse.names().iter().filter(|name| name.tokens.len() > 1) {
            let naming = Naming::of(parse.span(name.tokens.clone()).of(parse.text()), lexicon);
            by_word[name.tokens.clone()].iter_mut().for_each(|entry| entry.name = naming);
        }
        let words = |sentence: &Range<usize>| {
            let mut marks = Marks::default();
            for at in sentence.start.saturating_sub(2)..sentence.end {
                marks.add(parse.norm(at));
                marks.add(parse.entry(at));
            }
            marks
        };
        Entries { by_word, sentences: parse.sentences().iter().map(words).collect() }
    }
}

/// Which words a sentence may have: a mark for each, which it shares with others. Where there is none, the word is not there.
#[derive(Clone, Copy, Debug, Default)]
struct Marks([u64; 8]);

impl Marks {
    fn add(&mut self, word: &str) {
        let (block, bit) = Marks::place(word);
        self.0[block] |= 1 << bit;
    }

    fn may_have(&self, word: &str) -> bool {
        let (block, bit) = Marks::place(word);
        self.0[block] >> bit & 1 == 1
    }

    /// By its ends, its middle and its length.
    #[inline]
    fn place(word: &str) -> (usize, u32) {
        let bytes = word.as_bytes();
        let byte = |at: usize| bytes.get(at).copied().unwrap_or_default();
        let last = bytes.len().saturating_sub(1);
        let sum = u32::from_le_bytes([byte(0), byte(last / 2), byte(last), last as u8]).wrapping_mul(0x9e37_79b1);
        ((sum >> 29) as usize, sum >> 23 & 63)
    }
}

impl<'s> Setting<'s, '_> {
    /// The classes that the table of nouns gives a word.
    pub(crate) fn nouns(&self, at: usize) -> &'s [NounClass] {
        self.entries.by_word[at].nouns
    }

    /// True when the table of nouns gives a word this class.
    pub(crate) fn is_noun(&self, at: usize, class: NounClass) -> bool {
        self.nouns(at).contains(&class)
    }

    /// The frames under the dictionary form of a word.
    pub(crate) fn frames(&self, at: usize) -> &'s [Frame] {
        self.entries.by_word[at].frames
    }

    /// Those of them that are a noun's.
    pub(crate) fn noun_frames(&self, at: usize) -> impl Iterator<Item = &'s Frame> + use<'s> {
        self.frames(at).iter().filter(|frame| frame.class == WordClass::Noun)
    }

    /// Whom the tables know under the name that a word is part of, or else under the word.
    pub(crate) fn known(&self, at: usize) -> Option<Known<'s>> {
        self.entries.by_word[at].name.known
    }

    /// True where that name, or else the word, is one of a state or its people: `Morvania`, `Morvanian`.
    pub(crate) fn is_of_state(&self, at: usize) -> bool {
        self.entries.by_word[at].name.is_state()
    }

    /// True where the word alone is one.
    pub(crate) fn is_state_alone(&self, at: usize) -> bool {
        self.entries.by_word[at].word.is_state()
    }

    /// False when a word, in small letters, is not in the sentence of another in any form. Half of a word can stand before the sentence,
    /// "counter | -attack".
    pub(crate) fn may_be_around(&self, at: usize, word: &str) -> bool {
        self.entries.sentences[self.part.parse.sentence_of(at)].may_have(word)
    }
}

impl Setting<'_, '_> {
    /// True for a name of a person: the name finder says so, or the document has written it in full elsewhere.
    pub(crate) fn names_person(&self, at: usize) -> bool {
        let parse = &self.part.parse;
        match parse.name_of(at) {
            Some(name) if name.label == NameLabel::Person => !is_ship(parse, self.lexicon, at),
            // "Brek's Fourth Army", taken for one name.
            Some(name) => {
                let owner = parse.child(at, Dep::Case).is_some();
                // "*Al-Brek*'s Falcon Front": the finder may take both for one name.
                let words = if owner { name.tokens.start..at + 1 } else { name.tokens.clone() };
                let known = self.lexicon.names.find(parse.span(words).of(parse.text()));
                (name.tokens.len() == 1 || owner) && self.surnames.contains(parse.word(at))
                    || matches!(known, Some(Known::Actor(actor)) if actor.kind == ActorKind::Person)
            }
            None => parse.pos(at) == Pos::Propn && self.surnames.contains(parse.word(at)),
        }
    }
}
