//! Which claims does each sentence make, and who is said to say so?
//!
//! "The mayor said rebels had seized the bridge." is one claim: `capture`, actor "rebels", place "bridge", according to
//! "mayor". Each part of an article is parsed alone ([`PartText`]); the readings in this crate look at its words, tags and
//! heads and at the tables of the lexicon, and point every field of a claim at the words that say it. Whom the words stand
//! for is not decided here.

mod part;

pub mod attribution;
pub mod modality;
pub mod polarity;
pub mod quantity;
pub mod time;

mod assessment;
mod claim;
mod frame;
mod grammar;
mod mention;
mod relation;

pub use part::PartText;

use attribution::Voices;
use claim::Setting;
use language::{English, Parse};
use lexicon::Lexicon;
use model::{Claim, Document, Reading};

/// Reads a document.
pub fn document(document: &Document, english: &English, lexicon: &Lexicon) -> Reading {
    parsed(document, |text| english.parse(text), lexicon)
}

/// Reads a document whose parts `parse` parses.
pub fn parsed<'a>(document: &'a Document, parse: impl Fn(&'a str) -> Parse<'a>, lexicon: &Lexicon) -> Reading {
    let parts = PartText::all(document, parse);
    let voices = Voices::read(&parts, lexicon);
    let mut reading = Reading::default();
    for (index, part) in parts.iter().enumerate() {
        reading.sentences.extend(part.sentences());
        reading.mentions.extend(mention::all(part, lexicon));
        let setting = Setting { part, index, lexicon, voices: &voices };
        let mut drafts = frame::read(setting);
        drafts.extend(relation::read(setting));
        drafts.extend(assessment::read(setting));
        let drafts = assessment::without_aims(setting, drafts);
        reading.claims.extend(drafts.into_iter().map(|draft| claim::finish(document, setting, draft)));
    }
    in_order(&mut reading.claims);
    reading
}

/// Sorts claims by quote, trigger and type, and drops what is told twice in the same words.
fn in_order(claims: &mut Vec<Claim>) {
    claims.sort_by(|a, b| (a.quote, a.trigger, a.claim_type, &a.id).cmp(&(b.quote, b.trigger, b.claim_type, &b.id)));
    claims.dedup_by(|a, b| {
        a.claim_type == b.claim_type
            && a.trigger == b.trigger
            && a.actor == b.actor
            && a.target == b.target
            && a.place == b.place
            && a.quantity == b.quantity
    });
}
