//! Which claims does each sentence make, and who is said to say so?
//!
//! "The mayor said rebels had seized the bridge." is one claim: `capture`, actor "rebels", target "bridge", according to
//! "mayor". Each part of an article is parsed alone ([`PartText`]); the readings in this crate look at its words, tags and
//! heads and at the tables of the lexicon, and point every field of a claim at the words that say it. Whom the words stand
//! for is not decided here.

mod part;

pub mod attribution;
pub mod modality;
pub mod polarity;
pub mod quantity;
pub mod time;

pub use part::PartText;
