//! Is a place taken, or is it held?
//!
//! "Kestria *occupied* Velna" tells that it took the town; "forces *occupying* Velna", "the rebels, who *occupy* Velna" and "Velna *is
//! occupied* by the rebels" that it holds it.

use crate::claim::{Draft, Setting};
use language::{Dep, Pos, Tag};
use model::ClaimType;

/// Leaves of a house that somebody has in a place, and of where it lies, the one that tells who is there: "Morvania has *an embassy in Velna*".
pub(crate) fn had_or_located(setting: Setting, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let there: Vec<(usize, Vec<usize>)> = drafts
        .iter()
        .filter(|draft| draft.claim_type == ClaimType::PresentIn && !draft.actor.is_empty())
        .map(|draft| (draft.trigger, draft.place.clone()))
        .collect();
    drafts.retain(|draft| {
        let [house] = draft.actor[..] else { return true };
        let had = |(trigger, place): &(usize, Vec<usize>)| {
            let tells = *trigger == parse.head(house) && parse.dep(house) == Dep::Dobj;
            tells && draft.place.iter().all(|at| place.contains(at))
        };
        draft.claim_type != ClaimType::LocatedIn || parse.pos(house) != Pos::Noun || !there.iter().any(had)
    });
    drafts
}

/// Leaves of a taking and a holding that one verb tells the one that its form tells.
pub(crate) fn taken_or_held(setting: Setting, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let of =
        |wanted: ClaimType| drafts.iter().filter(move |draft| draft.claim_type == wanted).map(|draft| draft.trigger);
    let holds: Vec<usize> = of(ClaimType::Controls).collect();
    let both: Vec<usize> = of(ClaimType::Capture).filter(|verb| holds.contains(verb)).collect();
    drafts.retain(|draft| {
        let other = if goes_on(setting, draft.trigger) { ClaimType::Capture } else { ClaimType::Controls };
        draft.claim_type != other || !both.contains(&draft.trigger)
    });
    drafts
}

/// True for a verb that tells of what lasts: "is occupying", "occupies", "is occupied".
fn goes_on(setting: Setting, verb: usize) -> bool {
    let parse = &setting.part.parse;
    let present = |at: usize| matches!(parse.tag(at), Tag::Vbp | Tag::Vbz);
    let auxiliary = || parse.children(verb).any(|child| parse.dep(child) == Dep::Auxpass && present(child));
    // "has occupied Velna *since May*"
    let since = || {
        let lasts = parse.children(verb).any(|child| parse.norm(child) == "since" && child > verb);
        lasts && parse.children(verb).any(|child| parse.dep(child) == Dep::Aux && present(child))
    };
    parse.tag(verb) == Tag::Vbg || present(verb) || parse.tag(verb) == Tag::Vbn && (auxiliary() || since())
}
