//! Does the text say that it is, or that it is not?

use crate::PartText;
use lexicon::Lexicon;
use model::{Marked, Polarity};

/// The polarity of the claim whose trigger is this token.
pub fn of(_part: &PartText, _token: usize, _lexicon: &Lexicon) -> Marked<Polarity> {
    Marked { value: Polarity::Positive, cue: None }
}
