//! Who took a place that is only said to have fallen?
//!
//! "The brigade besieged Velna for a month … Velna *fell* on 5 May", "advanced towards Velna. The town *was taken*": whoever besieged it
//! or came against it last.

use crate::claim::{Draft, Setting};
use crate::frame::places::is_named_place;
use crate::frame::retold::Doers;
use crate::frame::retold::occupier::takes_back;
use crate::grammar;
use language::{Dep, Pos, Tag};
use lexicon::Slot;
use model::{Argument, Claim, ClaimType, Modality, Polarity};

/// Sentences within which whoever advances takes what falls.
const REACH: u32 = 4;

impl Doers {
    /// Keeps who besieges a place or comes against it.
    pub(super) fn tell_siege(&mut self, setting: Setting, draft: &Draft, claim: &Claim) {
        let goes = match draft.claim_type {
            ClaimType::Besiege => true,
            ClaimType::Capture => {
                claim.modality.value == Modality::Fact && draft.target.iter().all(|at| !draft.place.contains(at))
            }
            ClaimType::Fight => advances(setting, draft),
            _ => false,
        };
        if !goes || draft.actor.is_empty() || claim.polarity.value == Polarity::Negative {
            return;
        }
        for &place in
            draft.place.iter().filter(|&&at| is_named_place(setting, at) || draft.claim_type != ClaimType::Capture)
        {
            let key = (setting.part.article, name_of(setting, place));
            self.besieger.insert(key, claim.actor.clone());
        }
    }

    /// Who took the place of a draft that says nothing of it. What is *re*taken is taken from whoever had taken it.
    pub(super) fn taker(&self, setting: Setting, draft: &Draft) -> Option<&[Argument]> {
        let open = draft.actor.is_empty() && draft.target.is_empty();
        if draft.claim_type != ClaimType::Capture || !open || draft.line.is_none() || takes_back(setting, draft) {
            return None;
        }
        let taken = |&at: &usize| self.besieger.get(&(setting.part.article, name_of(setting, at)));
        draft.place.iter().find_map(taken).map(Vec::as_slice).or_else(|| self.advancing(setting, draft))
    }

    /// Who was told last to fight or to take a place, in a history that says shortly after that a town fell.
    fn advancing(&self, setting: Setting, draft: &Draft) -> Option<&[Argument]> {
        let article = setting.part.article;
        let parse = &setting.part.parse;
        let verb = draft.trigger;
        let falls = grammar::is_passive(parse, verb) && parse.dep(verb) != Dep::Amod
            || matches!(parse.tag(verb), Tag::Vbd | Tag::Vbn) && parse.child(verb, Dep::Dobj).is_none();
        let named = || draft.place.iter().any(|&at| is_named_place(setting, at));
        if draft.rule != "event/verb" || draft.predicate != verb || !falls || !named() {
            return None;
        }
        self.history.contains(&article).then(|| self.last_force(setting, draft, REACH))?
    }

    /// Who was told last to fight or to take a place, at most some sentences before.
    pub(super) fn last_force(&self, setting: Setting, draft: &Draft, reach: u32) -> Option<&[Argument]> {
        let told = [ClaimType::Fight, ClaimType::Capture].into_iter();
        let last = told.filter_map(|told| self.force.get(&(setting.part.article, told)));
        let (sentence, doers) = last.max_by_key(|(sentence, _)| *sentence)?;
        let back = setting.part.sentence_of(draft.trigger).saturating_sub(*sentence);
        (back <= reach).then_some(doers.as_slice())
    }
}

/// The word by which a place is known: `velna` of "the village of Velna".
pub(super) fn name_of(setting: Setting, place: usize) -> String {
    let parse = &setting.part.parse;
    let name = grammar::after(parse, place, "of").filter(|&name| parse.pos(name) == Pos::Propn);
    parse.lower(name.unwrap_or(place)).to_string()
}

/// True for a move against a place, by the prepositions of its frame: "*advanced* towards Velna".
fn advances(setting: Setting, draft: &Draft) -> bool {
    draft.frame(setting).is_some_and(|frame| frame.place.contains(&Slot::Preposition("towards".to_string())))
}
