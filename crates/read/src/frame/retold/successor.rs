//! What does somebody lead who takes another's place?
//!
//! "The 5th Army was led by Brek, who was *succeeded* by Tarn", "Tarn *replaced* him in May": what Brek was told to lead. Who follows
//! somebody of whom no such thing was told leads nothing that is known.

use crate::claim::{Draft, Setting};
use crate::frame::retold::Doers;
use crate::grammar;
use language::Pos;
use lexicon::WordClass;
use model::{Argument, Claim, ClaimType, Document, Polarity};

/// Sentences within which "him" is whoever led last.
const REACH: u32 = 2;

impl Doers {
    /// Keeps what somebody is told to lead.
    pub(super) fn tell_office(&mut self, document: &Document, setting: Setting, draft: &Draft, claim: &Claim) {
        let leads = draft.claim_type == ClaimType::Leads && claim.polarity.value == Polarity::Positive;
        if !leads || claim.target.is_empty() {
            return;
        }
        let article = setting.part.article;
        for leader in &claim.actor {
            self.offices.insert((article, leader.head.of(&document.text).to_lowercase()), claim.target.clone());
        }
        self.office.insert(article, (claim.sentence, claim.target.clone()));
    }

    /// What was led by whomever somebody follows.
    pub(crate) fn office(&self, setting: Setting, draft: &Draft) -> &[Argument] {
        let parse = &setting.part.parse;
        let article = setting.part.article;
        let Some(before) = grammar::undergoer(parse, draft.trigger).filter(|_| succeeds(setting, draft)) else {
            return &[];
        };
        if parse.pos(before) != Pos::Pron {
            return self.offices.get(&(article, parse.lower(before).to_string())).map_or(&[], Vec::as_slice);
        }
        let here = setting.part.sentence_of(draft.trigger);
        let near = self.office.get(&article).filter(|(sentence, _)| here.saturating_sub(*sentence) <= REACH);
        near.map_or(&[], |(_, office)| office.as_slice())
    }
}

/// True for somebody who follows another one of whom nobody told what he led.
pub(crate) fn is_of_no_office(setting: Setting, draft: &Draft, claim: &Claim) -> bool {
    claim.target.is_empty() && succeeds(setting, draft)
}

/// True for a verb that says who leads, and not what.
pub(in crate::frame) fn succeeds(setting: Setting, draft: &Draft) -> bool {
    let bare = |frame: &lexicon::Frame| frame.class == WordClass::Verb && frame.target.is_empty();
    draft.claim_type == ClaimType::Leads && draft.frame(setting).is_some_and(bare)
}
