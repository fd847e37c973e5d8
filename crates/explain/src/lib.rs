//! Why does a claim say what it says?
//!
//! "The mayor said rebels had seized the bridge." → its sentence with its tree; for the actor `rebels` the slot that they
//! fill, the line of the lexicon and whom they stand for; for each field what was looked at besides and why it was passed over.
//!
//! Nothing of this is stored. The document is read again, by the same functions that read it first, which are asked for their
//! reasons. When the claim comes out differently, the explanation says so; when it does not come out at all, there is none.

mod answer;
mod explanation;
mod sentence;
mod values;

pub use answer::{Missing, Reader};
pub use explanation::{
    Cell, Entry, Explanation, FieldExplanation, Passage, PassedName, Sentence, StandsFor, TokenRow, Value,
};
