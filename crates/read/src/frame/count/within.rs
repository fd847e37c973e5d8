//! Who came to harm in the deed of which a clause behind it tells?
//!
//! "the attack *in which six soldiers were killed*": the attack was on the soldiers, whoever else it hit.

use crate::claim::Setting;
use crate::frame::Spot;
use crate::grammar;
use language::{Dep, Pos};
use lexicon::{Frame, WordClass};
use model::ClaimType;

/// Those whom the clause says to have been killed or hurt in a deed of force; empty for other deeds and clauses.
pub(in crate::frame) fn victims(setting: Setting, site: &Spot, claim_type: ClaimType) -> Vec<usize> {
    use ClaimType::{Attack, Fight, Strike};
    let parse = &setting.part.parse;
    if site.class != WordClass::Noun || !matches!(claim_type, Attack | Fight | Strike) {
        return Vec::new();
    }
    let harms = |frame: &Frame| {
        frame.class == WordClass::Verb && frame.claim_type == ClaimType::Casualties && frame.words.is_empty()
    };
    let within = |&clause: &usize| {
        let which = |at: usize| {
            matches!(parse.norm(at), "in" | "during")
                && parse.child(at, Dep::Pobj).is_some_and(|which| grammar::is_relative(parse, which))
        };
        parse.dep(clause) == Dep::Relcl
            && parse.pos(clause) == Pos::Verb
            && parse.children(clause).any(which)
            && setting.frames(clause).iter().any(harms)
    };
    let clause = parse.children(site.trigger).find(within);
    let harmed =
        clause.and_then(|clause| grammar::undergoer(parse, clause).or_else(|| grammar::subject(parse, clause)));
    harmed.map(|harmed| grammar::joined(parse, harmed)).unwrap_or_default()
}
