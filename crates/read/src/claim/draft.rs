//! What does a reading find?
//!
//! "Rebels captured the town." → a [`Draft`] of a capture in tokens of one part: by `Rebels`, of `town`, told by the frame of `capture`.

use super::Setting;
use crate::reason::Note;
use lexicon::{Frame, Line, Slot};
use model::{ClaimType, Modality, Quantity};
use std::ops::Range;

/// A claim in tokens of one part.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) claim_type: ClaimType,
    /// The word the type was read from.
    pub(crate) trigger: usize,
    /// Further words of the trigger.
    pub(crate) words: Vec<usize>,
    /// The word whose modality, polarity and time are those of the claim: the trigger, or the verb that carries it.
    pub(crate) predicate: usize,
    pub(crate) actor: Vec<usize>,
    pub(crate) target: Vec<usize>,
    pub(crate) place: Vec<usize>,
    pub(crate) quantity: Vec<Quantity>,
    /// True when the trigger says that the thing ends or did not come about.
    pub(crate) negative: bool,
    /// The type of what is told where it is said not to be so: who does not keep a truce breaks it, who does not grant a request refuses it.
    pub(crate) undone: Option<ClaimType>,
    /// What the trigger says about sureness, over what stands around it.
    pub(crate) modality: Option<Modality>,
    /// The words of the quote, where they are not the clause of the predicate.
    pub(crate) quote: Option<Range<usize>>,
    /// Heads whose words fill a role as they stand, where they are part of a longer name, or more than one.
    pub(crate) exact: Vec<(usize, Range<usize>)>,
    /// False for what stands over time or is told without a day of its own.
    pub(crate) timed: bool,
    /// True when the actor is whoever speaks, where nobody else is named.
    pub(crate) spoken: bool,
    /// True when the sentence takes it for granted: it is so whatever is planned, denied or doubted around it.
    pub(crate) presupposed: bool,
    pub(crate) rule: &'static str,
    /// The entry of the lists that the type rests on.
    pub(crate) line: Option<Line>,
    /// Why it has what it has; nothing unless somebody asks.
    pub(crate) notes: Vec<Note>,
}

impl Draft {
    /// The frame of the tables that it was read by; none where a rule reads it without one.
    pub(crate) fn frame<'s>(&self, setting: Setting<'s, '_>) -> Option<&'s Frame> {
        setting.frames(self.trigger).iter().find(|frame| Some(frame.line) == self.line)
    }

    /// True where whoever does it stands behind "from" and nowhere else: "the raid drew condemnation *from the council*". Who did the raid
    /// does not do that.
    pub(crate) fn answers(&self, setting: Setting) -> bool {
        let from = |slots: &[Slot]| matches!(slots, [Slot::Preposition(word)] if word == "from");
        self.frame(setting).is_some_and(|frame| from(&frame.actor))
    }

    pub(crate) fn new(claim_type: ClaimType, trigger: usize, rule: &'static str) -> Draft {
        Draft {
            claim_type,
            trigger,
            words: Vec::new(),
            predicate: trigger,
            actor: Vec::new(),
            target: Vec::new(),
            place: Vec::new(),
            quantity: Vec::new(),
            negative: false,
            undone: None,
            modality: None,
            quote: None,
            exact: Vec::new(),
            timed: true,
            spoken: false,
            presupposed: false,
            rule,
            line: None,
            notes: Vec::new(),
        }
    }
}
