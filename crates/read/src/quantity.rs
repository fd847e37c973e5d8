//! How many does a noun stand for?

use crate::PartText;
use lexicon::Lexicon;
use model::Quantity;

/// The count that modifies a noun.
pub fn of(_part: &PartText, _noun: usize, _lexicon: &Lexicon) -> Option<Quantity> {
    None
}
