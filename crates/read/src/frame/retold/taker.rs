//! Who took a place that is only said to have fallen?
//!
//! "The brigade besieged Velna for a month … Velna *fell* on 5 May", "advanced towards Velna. The town *was taken*": whoever besieged it
//! or came against it last.

use super::Doers;
use crate::claim::{Draft, Setting};
use crate::grammar;
use language::Pos;
use lexicon::Slot;
use model::{Argument, Claim, ClaimType, Polarity};

impl Doers {
    /// Keeps who besieges a place or comes against it.
    pub(super) fn tell_siege(&mut self, setting: Setting, draft: &Draft, claim: &Claim) {
        let goes = match draft.claim_type {
            ClaimType::Besiege => true,
            ClaimType::Fight => advances(setting, draft),
            _ => false,
        };
        if !goes || claim.actor.is_empty() || claim.polarity.value == Polarity::Negative {
            return;
        }
        for &place in &draft.place {
            let key = (setting.part.article, name_of(setting, place));
            self.besieger.insert(key, claim.actor.clone());
        }
    }

    /// Who took the place of a draft that says nothing of it; what is *re*taken the other side took.
    pub(super) fn taker(&self, setting: Setting, draft: &Draft) -> Option<&[Argument]> {
        let parse = &setting.part.parse;
        let again = parse.entry(draft.trigger).starts_with("re");
        if draft.claim_type != ClaimType::Capture || !draft.actor.is_empty() || draft.line.is_none() || again {
            return None;
        }
        let taken = |&at: &usize| self.besieger.get(&(setting.part.article, name_of(setting, at)));
        draft.place.iter().find_map(taken).map(Vec::as_slice)
    }
}

/// The word by which a place is known: `velna` of "the village of Velna".
fn name_of(setting: Setting, place: usize) -> String {
    let parse = &setting.part.parse;
    let name = grammar::after(parse, place, "of").filter(|&name| parse.pos(name) == Pos::Propn);
    parse.lower(name.unwrap_or(place)).to_string()
}

/// True for a move against a place, by the prepositions of its frame: "*advanced* towards Velna".
fn advances(setting: Setting, draft: &Draft) -> bool {
    let frames = setting.lexicon.triggers.frames(&setting.part.parse.entry(draft.trigger));
    let frame = frames.iter().find(|frame| Some(frame.line) == draft.line);
    frame.is_some_and(|frame| frame.place.contains(&Slot::Preposition("towards".to_string())))
}
