//! Which words name a source, and what do they cover?

use crate::PartText;
use lexicon::Lexicon;
use model::{Link, Marked, Modality};

/// The voices of an article: who is said to say what.
#[derive(Debug, Default)]
pub struct Voices {}

impl Voices {
    /// Reads the voices of the parts of a document, in order.
    pub fn read(_parts: &[PartText], _lexicon: &Lexicon) -> Voices {
        Voices {}
    }

    /// The links whose content covers this token, outermost first; spans are bytes of the document.
    pub fn chain(&self, _part: usize, _token: usize) -> Vec<Link> {
        Vec::new()
    }

    /// The distance that the reporting words put between the text and what they cover.
    pub fn distance(&self, _part: usize, _token: usize) -> Option<Marked<Modality>> {
        None
    }

    /// True for a word that marks a source, which is therefore no event of its own.
    pub fn is_cue(&self, _part: usize, _token: usize) -> bool {
        false
    }
}
