//! How sure is a claim, and is it said to be so or not?
//!
//! "may have *seized*" is possible, "did not *seize*" negative; "did not comply with the treaty" is another type, told as so.

use super::voice::voiced_at;
use super::{Draft, Setting};
use crate::assessment::lies_in_plan;
use crate::{modality, polarity};
use model::{ClaimType, Document, Kind, Marked, Modality, Polarity, Span};

/// The type of a claim with how sure and whether it is so.
pub(super) struct Sureness {
    pub(super) claim_type: ClaimType,
    pub(super) modality: Marked<Modality>,
    pub(super) polarity: Marked<Polarity>,
}

impl Sureness {
    /// That of a draft whose trigger has these words.
    pub(super) fn of(document: &Document, setting: Setting, draft: &Draft, trigger: Span) -> Sureness {
        let modality = modality(document, setting, draft, trigger);
        let (claim_type, polarity) = told(setting, draft, trigger);
        if draft.presupposed {
            let modality = Marked { value: Modality::Fact, cue: None };
            return Sureness { claim_type, modality, polarity: Marked { value: Polarity::Positive, cue: None } };
        }
        Sureness { claim_type, modality, polarity }
    }

    /// True for what is told to have been.
    pub(super) fn is_real(&self) -> bool {
        matches!(self.modality.value, Modality::Fact | Modality::Claimed) && self.polarity.value == Polarity::Positive
    }
}

fn modality(document: &Document, setting: Setting, draft: &Draft, trigger: Span) -> Marked<Modality> {
    let Setting { part, index, lexicon, voices, .. } = setting;
    if let Some(value) = draft.modality {
        return Marked { value, cue: Some(trigger) };
    }
    let mut modality = modality::of(part, draft.predicate, lexicon);
    if modality.value == Modality::Fact && draft.predicate != draft.trigger {
        modality = modality::of(part, draft.trigger, lexicon);
    }
    if modality.value == Modality::Fact
        && let Some(distance) =
            voices.distance(index, draft.predicate).or_else(|| voices.distance(index, voiced_at(setting, draft)))
    {
        modality = distance;
    }
    // The purpose of a deed is a fact about who does it, whatever comes of it.
    let purpose = modality.cue.is_some_and(|cue| cue.of(&document.text).eq_ignore_ascii_case("to"));
    if draft.claim_type.kind() == Kind::Assessment && modality.value == Modality::Planned && purpose {
        modality = Marked { value: Modality::Fact, cue: None };
    }
    // A meeting or a delivery that will be is planned, whoever says so.
    if modality.value == Modality::Forecast && lies_in_plan(draft.claim_type) {
        modality.value = Modality::Planned;
    }
    // What is expected is foretold, as plainly as the text may say so.
    if draft.claim_type == ClaimType::Forecast && modality.value == Modality::Fact {
        modality = Marked { value: Modality::Forecast, cue: Some(trigger) };
    }
    modality
}

/// The type and the polarity, which tell each other.
fn told(setting: Setting, draft: &Draft, trigger: Span) -> (ClaimType, Marked<Polarity>) {
    let mut polarity = polarity::carried(setting.part, draft.trigger, draft.predicate, setting.lexicon);
    let mut claim_type = draft.claim_type;
    // "does not recognise the republic" refuses; "recognised the republic" supports.
    if draft.negative && claim_type == ClaimType::Refuse && polarity.value == Polarity::Positive {
        claim_type = ClaimType::Support;
    } else if let Some(undone) = draft.undone.filter(|_| polarity.value == Polarity::Negative) {
        // "did not comply with the treaty" breaks it, "did not accept the truce" refuses it.
        claim_type = undone;
        polarity = Marked { value: Polarity::Positive, cue: polarity.cue };
    } else if draft.negative {
        polarity = match polarity.value {
            Polarity::Positive => Marked { value: Polarity::Negative, cue: Some(trigger) },
            Polarity::Negative => Marked { value: Polarity::Positive, cue: polarity.cue },
        };
    }
    // "The army must not leave" is a demand made, whatever it asks for.
    if draft.spoken && draft.claim_type == ClaimType::Demand {
        polarity = Marked { value: Polarity::Positive, cue: None };
    }
    (claim_type, polarity)
}
