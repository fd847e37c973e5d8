//! How does what a reading found become a claim?
//!
//! Readings give a [`Draft`]: tokens of one part. [`finish`] turns it into a [`Claim`] of the document: clean phrases for
//! the roles (`claim/role.rs`), the clause for the quote (`claim/quote.rs`), who says so (`claim/voice.rs`), how sure, yes or no
//! (`claim/sureness.rs`), when (`claim/day.rs`), and an id that the same bytes always get.

mod day;
mod draft;
mod quote;
mod role;
mod setting;
mod sureness;
mod voice;

pub(crate) use draft::Draft;
pub(crate) use setting::{Entries, Setting};
pub(crate) use voice::voiced_at;

use crate::frame::Doers;
use model::{Claim, ClaimId, Document, Span};
use sureness::Sureness;

/// Makes the claim of a draft. Where it has no actor, and where a fight or a capture has nobody on the other side, those told before
/// stand for them.
pub(crate) fn finish(document: &Document, setting: Setting, draft: &Draft, doers: &Doers) -> Claim {
    let part = setting.part;
    let words = draft.words.iter().copied().chain([draft.trigger]);
    let trigger = words.map(|at| part.token_span(at)).reduce(Span::cover).unwrap_or(part.token_span(draft.trigger));
    let role = |heads: &[usize], acts: bool| role::phrases(setting, draft, heads, acts);
    let (mut actor, mut target, mut place) =
        (role(&draft.actor, true), role(&draft.target, true), role(&draft.place, false));
    // An infinitive or a participle leaves out whom it is about: the words of the roles in the sentence belong to the quote.
    let sentence = part.parse.sentences()[part.parse.sentence_of(draft.trigger)].clone();
    let here = part.span(sentence.clone());
    let told = actor.iter().chain(&target).map(|argument| argument.span).filter(|span| here.contains(*span));
    let quote = told.fold(quote::of(setting, draft, trigger), Span::cover);

    let mut attribution = voice::chain(setting, draft);
    let said = attribution.last().and_then(|link| { sentence }.find(|&at| link.cue.contains(part.token_span(at))));
    if actor.is_empty() {
        actor = role::speaker(setting, draft, &attribution);
    }
    voice::without_doer(setting, draft, &actor, &mut attribution);
    role::retold(document, setting, draft, doers, &mut actor, &mut target);

    let sureness = Sureness::of(document, setting, draft, trigger);
    if place.is_empty() {
        place = doers.scene(setting, draft, sureness.is_real()).to_vec();
    }
    let time = day::of(document, setting, draft, sureness.claim_type, said, [&actor, &target]);
    let Sureness { claim_type, modality, polarity } = sureness;
    let mut claim = Claim {
        id: ClaimId(String::new()),
        document: document.id.clone(),
        article: part.article,
        sentence: part.sentence_of(draft.trigger),
        quote,
        claim_type,
        trigger,
        actor,
        target,
        place,
        time,
        quantity: draft.quantity.clone(),
        attribution,
        modality,
        polarity,
        rule: draft.rule.to_string(),
    };
    claim.id = id(&claim);
    claim
}

/// Sixteen hexadecimal digits from the document, the quote, the type, the trigger and the words of the roles.
pub(crate) fn id(claim: &Claim) -> ClaimId {
    let mut hasher = blake3::Hasher::new();
    let mut add = |bytes: &[u8]| {
        hasher.update(&(bytes.len() as u32).to_le_bytes());
        hasher.update(bytes);
    };
    add(claim.document.0.as_bytes());
    add(claim.claim_type.as_str().as_bytes());
    let span = |span: Span| [span.start.to_le_bytes(), span.end.to_le_bytes()].concat();
    add(&span(claim.quote));
    add(&span(claim.trigger));
    for role in [&claim.actor, &claim.target, &claim.place] {
        add(&role.iter().flat_map(|argument| span(argument.span)).collect::<Vec<u8>>());
    }
    add(&claim.quantity.iter().flat_map(|quantity| span(quantity.span)).collect::<Vec<u8>>());
    add(claim.rule.as_bytes());
    ClaimId(hasher.finalize().to_hex()[..16].to_string())
}
