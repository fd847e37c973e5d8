//! Which words say when?

use crate::PartText;
use lexicon::Lexicon;
use model::TimeWords;

/// The time words that belong to the claim whose trigger is this token.
pub fn of(_part: &PartText, _trigger: usize, _lexicon: &Lexicon) -> Option<TimeWords> {
    None
}
