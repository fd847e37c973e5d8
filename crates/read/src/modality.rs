//! How sure does the text make what a word asserts?

use crate::PartText;
use lexicon::Lexicon;
use model::{Marked, Modality};

/// The modality of the claim whose trigger is this token.
pub fn of(_part: &PartText, _token: usize, _lexicon: &Lexicon) -> Marked<Modality> {
    Marked { value: Modality::Fact, cue: None }
}
