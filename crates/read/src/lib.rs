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
pub mod reason;
pub mod time;

mod assessment;
mod claim;
mod class;
mod denial;
mod frame;
mod grammar;
mod list;
mod mention;
mod name;
mod rehung;
mod relation;

pub use part::PartText;

use attribution::Voices;
use claim::{Draft, Entries, Setting};
use language::{English, Parse};
use lexicon::Lexicon;
use model::{Claim, ClaimId, ClaimType, Document, PartRole, Reading, Span};
use reason::{Notes, Reasons};
use std::collections::BTreeMap;

/// Reads a document.
pub fn document(document: &Document, english: &English, lexicon: &Lexicon) -> Reading {
    parsed(document, |text| english.parse(text), lexicon)
}

/// Reads a document whose parts `parse` parses.
pub fn parsed(document: &Document, parse: impl Fn(&str) -> Parse<'_>, lexicon: &Lexicon) -> Reading {
    let parts = PartText::all(document, parse, lexicon);
    told(document, &parts, &Voices::read(&parts, lexicon), lexicon, |_, _, _| {})
}

/// A reading with the parses and reasons it rests on.
#[derive(Debug)]
pub struct Explained<'a> {
    /// What [`document`] gives.
    pub reading: Reading,
    /// The parts that were read.
    pub parts: Vec<PartText<'a>>,
    /// Why each claim says what it says.
    pub reasons: BTreeMap<ClaimId, Reasons>,
}

/// Reads a document whose parts `parse` parses, and says why. The reading is that of [`document`].
pub fn explained<'a>(document: &'a Document, parse: impl Fn(&str) -> Parse<'_>, lexicon: &Lexicon) -> Explained<'a> {
    let mut parts = PartText::all(document, parse, lexicon);
    parts.iter_mut().for_each(|part| part.notes = Notes::kept());
    let voices = Voices::read(&parts, lexicon);
    let mut reasons = BTreeMap::new();
    let reading = told(document, &parts, &voices, lexicon, |setting, draft, claim| {
        reasons.entry(claim.id.clone()).or_insert_with(|| Reasons::of(setting, draft, claim));
    });
    Explained { reading, parts, reasons }
}

/// Reads the parts of a document, and shows each claim with the draft it was made of.
fn told(
    document: &Document,
    parts: &[PartText],
    voices: &Voices,
    lexicon: &Lexicon,
    mut show: impl FnMut(Setting, &Draft, &Claim),
) -> Reading {
    let mut reading = Reading::default();
    let mut doers = frame::Doers::of_parts(parts, lexicon);
    let surnames = name::surname::written(parts, lexicon);
    // What a title tells waits for what stands below it.
    let mut titles: Vec<(usize, Draft, ClaimId)> = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        reading.sentences.extend(part.sentences());
        reading.mentions.extend(mention::all(part, lexicon));
        reading.times.extend(time::of_part(part));
        let entries = Entries::of(&part.parse, lexicon);
        let setting = Setting { part, index, lexicon, voices, surnames: &surnames, entries: &entries };
        let mut drafts = frame::read(setting);
        drafts.extend(relation::read(setting));
        let mut drafts = relation::taken_or_held(setting, relation::named(setting, drafts));
        drafts = relation::had_or_located(setting, drafts);
        drafts.extend(assessment::read(setting, &drafts));
        let drafts = frame::without_related(setting, assessment::without_aims(setting, drafts));
        let mut drafts = frame::without_asked(setting, drafts);
        assessment::rows(setting, &mut drafts);
        assessment::settle(setting, &mut drafts);
        frame::settle(setting, &mut drafts);
        drafts.retain(|draft| !frame::says_nothing(setting, draft));
        mention::divide(part, lexicon, drafts.iter().flat_map(|draft| &draft.exact), &mut reading.mentions);
        for draft in drafts {
            let claim = claim::finish(document, setting, &draft, &doers);
            doers.tell(document, setting, &draft, &claim);
            let nothing = frame::is_of_no_office(setting, &draft, &claim);
            if doers.names_again(document, setting, &draft, &claim) || nothing {
                continue;
            }
            if part.role == PartRole::Headline {
                titles.push((index, draft, claim.id.clone()));
            } else {
                show(setting, &draft, &claim);
            }
            reading.claims.push(claim);
        }
        let denied = denial::read(setting, &reading.claims);
        // "…, a claim the army *rejected*": nothing is refused besides what is denied.
        let said_no = |claim: &Claim| denied.iter().any(|(_, denied)| denied.modality.cue == Some(claim.trigger));
        reading.claims.retain(|claim| claim.claim_type != ClaimType::Refuse || !said_no(claim));
        for (draft, claim) in denied {
            show(setting, &draft, &claim);
            reading.claims.push(claim);
        }
    }
    for (index, draft, id) in titles {
        let Some(at) = reading.claims.iter().position(|claim| claim.id == id) else { continue };
        let mut claim = reading.claims[at].clone();
        frame::of_title(document, lexicon, &reading.claims, &mut claim);
        claim.id = claim::id(&claim);
        let (part, surnames) = (&parts[index], &surnames);
        let entries = Entries::of(&part.parse, lexicon);
        show(Setting { part, index, lexicon, voices, surnames, entries: &entries }, &draft, &claim);
        reading.claims[at] = claim;
    }
    in_order(&mut reading.claims);
    relation::told_once(document, &mut reading);
    reading
}

/// Sorts claims by quote, trigger and type, and drops what is told twice in the same words.
fn in_order(claims: &mut Vec<Claim>) {
    // "injured 17 others, including 16 guards and a nurse": in the order in which the text has them.
    fn whom(claim: &Claim) -> (Option<Span>, Option<Span>) {
        let whom = claim.target.first().or(claim.actor.first()).map(|argument| argument.span);
        (whom, claim.quantity.first().map(|quantity| quantity.span))
    }
    claims.sort_by(|a, b| {
        let key = |claim: &Claim| (claim.quote, claim.trigger, claim.claim_type, whom(claim));
        key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
    });
    claims.dedup_by(|a, b| {
        a.claim_type == b.claim_type
            && a.trigger == b.trigger
            && a.actor == b.actor
            && a.target == b.target
            && a.place == b.place
            && a.quantity == b.quantity
    });
}
