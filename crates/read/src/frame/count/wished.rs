//! Who is hurt where a recovery is wished?
//!
//! "We wish those injured a full recovery" → casualties of `those`: the tree takes the recovery for what they injured.

use crate::claim::{Draft, Setting};
use crate::grammar;
use crate::reason::Field;
use language::{Dep, Parse, Tag};
use model::ClaimType;

/// Makes those to whom something is wished the hurt ones, not who hurt what is wished.
pub(in crate::frame) fn read(setting: Setting, drafts: &mut [Draft]) {
    let parse = &setting.part.parse;
    let words: Vec<usize> = drafts.iter().flat_map(|draft| draft.words.iter().copied()).collect();
    for draft in drafts.iter_mut().filter(|draft| draft.claim_type == ClaimType::Casualties) {
        let Some(whom) = hurt(parse, draft.trigger) else { continue };
        if draft.target.iter().any(|wished| words.contains(wished)) {
            draft.target = grammar::joined(parse, whom);
            draft.actor.clear();
            draft.because(&setting.part.notes, Field::Target, "are those to whom a recovery is wished");
        }
    }
}

/// To whom something is wished, where a participle of what befell them stands between: "*those* injured a full recovery", "the
/// *injured* a full recovery".
pub(in crate::frame) fn wished_to(parse: &Parse, verb: usize) -> Option<usize> {
    let participle = |&child: &usize| parse.tag(child) == Tag::Vbn && child > verb;
    let those = parse.child(verb, Dep::Dobj).into_iter().flat_map(|those| parse.children(those));
    let below = parse.children(verb).chain(those).filter(participle);
    if let Some(whom) = below.filter_map(|befell| hurt(parse, befell)).next() {
        return Some(whom);
    }
    // "wished *the injured* a speedy recovery"
    let wished = parse.child(verb, Dep::Dobj)?;
    let article = |at: usize| parse.dep(at) == Dep::Det && parse.head(at) == wished;
    let befell = parse.children(wished).filter(participle).find(|&at| at < wished && parse.dep(at) == Dep::Amod)?;
    (befell == verb + 2 && article(befell - 1) && article(befell + 1)).then_some(befell)
}

/// Those whom a participle right behind them tells to be hurt, though it has an object.
fn hurt(parse: &Parse, participle: usize) -> Option<usize> {
    let before = participle.checked_sub(1).filter(|&before| parse.norm(before) == "those")?;
    let told = matches!(parse.dep(participle), Dep::Ccomp | Dep::Acl) && parse.tag(participle) == Tag::Vbn;
    (told && parse.child(participle, Dep::Dobj).is_some()).then_some(before)
}
