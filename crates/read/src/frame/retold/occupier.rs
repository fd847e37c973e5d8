//! From whom is a place taken back?
//!
//! "The Tavan Front seized Velna in May … The army *recaptured* Velna": from the Front, which had taken it. Where no place says whose it was,
//! from the only party that was told to have taken or to hold anything: "the *liberation* of the province". "The army *captured* Velna" may
//! be the same deed by another name.

use crate::claim::{Draft, Setting};
use crate::frame::retold::enemy::CHAPTER;
use crate::frame::retold::taker::name_of;
use crate::frame::retold::{Doers, named};
use model::{Argument, Claim, ClaimType, Document, Modality, Polarity};

/// The party that an article tells to have taken places.
#[derive(Debug)]
pub(super) struct Occupier {
    /// As the tables have it, else as it is written, in lower case.
    name: String,
    told: Vec<Argument>,
    /// True once another one was told to hold something as well.
    several: bool,
}

impl Doers {
    /// Keeps who took or holds a place.
    pub(super) fn tell_holder(&mut self, document: &Document, setting: Setting, draft: &Draft, claim: &Claim) {
        let real = matches!(claim.modality.value, Modality::Fact | Modality::Claimed)
            && claim.polarity.value == Polarity::Positive;
        if !matches!(draft.claim_type, ClaimType::Capture | ClaimType::Controls) || !real || claim.actor.is_empty() {
            return;
        }
        let article = setting.part.article;
        for &place in &draft.place {
            self.holders.insert((article, name_of(setting, place)), claim.actor.clone());
        }
        if takes_back(setting, draft) {
            return;
        }
        let name = |one: &Argument| named(document, setting, one);
        let [one] = &claim.actor[..] else { return };
        let kept = self.occupier.entry(article).or_insert_with(|| Occupier {
            name: name(one),
            told: claim.actor.clone(),
            several: false,
        });
        kept.several |= kept.name != name(one);
    }

    /// Who held what somebody takes back.
    pub(super) fn holder(
        &self,
        document: &Document,
        setting: Setting,
        draft: &Draft,
        actor: &[Argument],
    ) -> Option<&[Argument]> {
        if !takes_back(setting, draft) {
            return None;
        }
        let article = setting.part.article;
        let apart = |holder: &[Argument]| {
            let name = |one: &Argument| named(document, setting, one);
            let side = self.side_of_all(document, setting, holder);
            let one_side = side.is_some() && side == self.side_of_all(document, setting, actor);
            !one_side && holder.iter().all(|one| actor.iter().all(|other| name(one) != name(other)))
        };
        // In a history others come and go.
        let here = setting.part.token_span(draft.trigger).start;
        let near = |one: &Argument| here.saturating_sub(one.span.start) < CHAPTER;
        let holds_on = |holder: &[Argument]| !self.history.contains(&article) || holder.iter().all(near);
        let of_place = |&at: &usize| self.holders.get(&(article, name_of(setting, at))).map(Vec::as_slice);
        if let Some(holder) = draft.place.iter().find_map(of_place).filter(|holder| apart(holder)) {
            return (!actor.is_empty() && holds_on(holder)).then_some(holder);
        }
        let occupier = self.occupier.get(&article).filter(|occupier| !occupier.several && apart(&occupier.told))?;
        holds_on(&occupier.told).then_some(&occupier.told)
    }
}

/// True for words that tell of a return: "recaptured", "the liberation of".
pub(super) fn takes_back(setting: Setting, draft: &Draft) -> bool {
    draft.claim_type == ClaimType::Capture && draft.frame(setting).is_some_and(|frame| frame.back)
}
