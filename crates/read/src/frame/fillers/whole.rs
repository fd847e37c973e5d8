//! Of which longer happening is a deed told to be a part?
//!
//! "the worst attack *of the war*": the war is what the attack was a part of, and was not attacked. "The shelling of the town" hit it.

use crate::claim::{Draft, Setting};
use crate::frame::Spot;
use language::{Dep, Pos};
use lexicon::WordClass;
use model::ClaimType;

/// Takes the wars and campaigns that a deed was a part of out of those it was done to.
pub(in crate::frame) fn read(setting: Setting, site: &Spot, draft: &mut Draft) {
    use ClaimType::{Attack, Besiege, Casualties, Destroy, Detain, Fight, Strike};
    let parse = &setting.part.parse;
    let force = matches!(draft.claim_type, Attack | Besiege | Casualties | Destroy | Detain | Fight | Strike);
    if site.class != WordClass::Noun || !force {
        return;
    }
    let fights = |at: usize| {
        let mut frames = setting.noun_frames(at);
        frames.any(|frame| frame.claim_type == Fight && frame.words.is_empty())
    };
    let of = |at: usize| parse.dep(at) == Dep::Pobj && parse.norm(parse.head(at)) == "of";
    draft.target.retain(|&at| !(parse.pos(at) == Pos::Noun && of(at) && fights(at)));
}
