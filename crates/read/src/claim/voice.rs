//! Who says so?
//!
//! "The mayor said rebels had *seized* the bridge": the mayor, as the voices of the document tell; but "He said the rebels *must leave*"
//! is his own demand, told by the text.

use super::{Draft, Setting};
use crate::frame::speaks;
use model::{Argument, ClaimType, Kind, Link, Stance};

/// The chain of those who hand a draft on.
pub(super) fn chain(setting: Setting, draft: &Draft) -> Vec<Link> {
    let Setting { index, voices, .. } = setting;
    // A vow or a description conveys the view of whoever makes it; a deed is told by whoever tells of it, also where the
    // verb that carries it is the telling ("announced 42 deaths").
    match draft.claim_type.kind() {
        Kind::Assessment => voices.conveyed(index, draft.predicate),
        _ => voices.chain(index, voiced_at(setting, draft)),
    }
}

/// Takes off the last link where it is whoever does what is told, by the words that tell it.
pub(super) fn without_doer(setting: Setting, draft: &Draft, actor: &[Argument], attribution: &mut Vec<Link>) {
    let Setting { part, index, voices, .. } = setting;
    let direct = voices.in_speech(index, draft.trigger, part.token_span(draft.trigger));
    let asks = |attribution: &[Link]| {
        let asks = |link: &Link| link.stance == Stance::Asserts && !link.sources.is_empty() && link.sources == actor;
        !direct && attribution.last().is_some_and(asks)
    };
    // "He said the rebels must leave" tells what he demands, in the words of the text; inside his own words the demand is his.
    if draft.spoken && asks(attribution) {
        attribution.pop();
    }
    // "Kestria declared martial law": what is done by saying it is told by whoever tells of it.
    let done_by_saying = draft.rule == "event/verb" && !speaks(draft.claim_type) && !draft.words.is_empty();
    if done_by_saying && voices.is_cue(index, draft.trigger) && asks(attribution) {
        attribution.pop();
    }
}

/// The word whose voice is that of the claim.
pub(crate) fn voiced_at(setting: Setting, draft: &Draft) -> usize {
    // Where a place lies is taken for granted, as the place is: "in Velna, 40 km south of Korm, he said".
    if let (ClaimType::LocatedIn, true, Some(&inner)) = (draft.claim_type, draft.presupposed, draft.actor.first()) {
        return inner;
    }
    // "*denied* responsibility for the raid" is a deed of its own, and the raid is what is denied.
    let denies = || draft.trigger != draft.predicate && setting.voices.says(setting.index, draft.predicate);
    let cue = setting.voices.is_cue(setting.index, draft.predicate) || denies();
    if draft.claim_type.kind() == Kind::Assessment || !cue {
        return draft.predicate;
    }
    // "announced | 42 deaths": the word that is told has one link more than the telling.
    let told = |word: &usize| setting.voices.chain(setting.index, *word).len();
    let further = draft.words.iter().copied().max_by_key(told).filter(|word| told(word) > told(&draft.trigger));
    further.unwrap_or(draft.trigger)
}
