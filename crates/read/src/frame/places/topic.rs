//! Is a place named only as what is talked about?
//!
//! In "discussed the situation in Velna" and "a conference on Kestria" nobody met in Velna or Kestria; in "attended the summit in Velna" they did.

use crate::claim::{Draft, Setting};
use crate::{class, grammar};
use language::{Dep, NameLabel, Pos};
use lexicon::NounClass;
use model::ClaimType;

/// True for the "on" behind talks, an accord or a report that leads to what it is about: "a conference *on* Kestria".
pub(super) fn leads_to(setting: Setting, preposition: usize) -> bool {
    use NounClass::{Accord, Publication, Talk};
    let parse = &setting.part.parse;
    let noun = parse.head(preposition);
    let named = |at: usize| {
        parse.name_of(at).is_some_and(|name| matches!(name.label, NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac))
    };
    let classes = setting.nouns(noun);
    parse.norm(preposition) == "on"
        && parse.pos(noun) == Pos::Noun
        && classes.iter().any(|class| matches!(class, Accord | Publication | Talk))
        && grammar::object_of(parse, preposition).is_some_and(named)
}

/// True for a place inside what those who meet talk about: "discussed the situation in *Velna*", "briefed the council on the fighting in
/// *Velna*".
pub(in crate::frame) fn holds(setting: Setting, draft: &Draft, place: usize) -> bool {
    use NounClass::{Forces, Party, People, Site, Talk};
    let parse = &setting.part.parse;
    if draft.claim_type != ClaimType::Meet || draft.rule != "event/verb" {
        return false;
    }
    let mut at = place;
    while at != draft.trigger && !parse.is_root(at) {
        let above = parse.head(at);
        if above == draft.trigger {
            let met = || class::fits(parse, setting.lexicon, at, &[Forces, Party, People, Site, Talk]);
            return match parse.dep(at) {
                Dep::Dobj => at != place && !met(),
                Dep::Prep => matches!(parse.norm(at), "on" | "about" | "over") && parse.head(place) != at,
                _ => false,
            };
        }
        at = above;
    }
    false
}
