//! Which deed does a sentence say that a named one was?
//!
//! "The Battle of Velna was a *siege* of the town by the army": one siege, though two words tell of a deed. "The Velna Accord was a peace
//! *agreement* signed on 7 July" is one accord, however many words tell of it.

use crate::claim::{Draft, Setting};
use crate::frame::together;
use crate::grammar;
use language::{Dep, Pos};
use model::{ClaimType, Kind};

/// Makes one draft of what a named deed is called and what it is said to have been.
pub(in crate::frame) fn read(setting: Setting, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut gone: Vec<usize> = Vec::new();
    for noun in 0..parse.len() {
        let be = parse.head(noun);
        if parse.dep(noun) != Dep::Attr || parse.lemma(be) != "be" || parse.pos(noun) != Pos::Noun {
            continue;
        }
        let Some(subject) = grammar::subject(parse, be).filter(|&subject| parse.pos(subject) == Pos::Propn) else {
            continue;
        };
        let told = |at: usize| drafts.iter().position(|draft| draft.trigger == at && is_deed(draft));
        // "an agreement *signed* in May", "a battle *fought* near Velna"
        let behind = |&child: &usize| child > noun && matches!(parse.dep(child), Dep::Acl | Dep::Relcl);
        let behind = parse.children(noun).filter(behind).find_map(told);
        let Some(said) = told(noun).or(behind) else { continue };
        let claim_type = drafts[said].claim_type;
        let called = told(subject).filter(|&called| {
            let general = drafts[called].claim_type == ClaimType::Fight;
            drafts[called].claim_type == claim_type || general
        });
        let behind = behind.filter(|&behind| drafts[behind].claim_type == claim_type);
        for other in [called, behind].into_iter().flatten().filter(|&other| other != said) {
            let Draft { actor, target, place, exact, .. } = drafts[other].clone();
            let keep = &mut drafts[said];
            // The accord that was signed is known by its name.
            if claim_type == ClaimType::Agree && target.iter().any(|&at| parse.pos(at) == Pos::Propn) {
                keep.target.clear();
            }
            for (role, more) in [(&mut keep.actor, actor), (&mut keep.target, target), (&mut keep.place, place)] {
                if role.is_empty() {
                    *role = more;
                }
            }
            keep.exact.extend(exact);
            gone.push(other);
        }
        if drafts[said].predicate == noun {
            drafts[said].predicate = be;
        }
    }
    gone.sort_unstable();
    gone.dedup();
    together::without(drafts, &gone)
}

fn is_deed(draft: &Draft) -> bool {
    draft.claim_type.kind() == Kind::Event && matches!(draft.rule, "event/noun" | "event/verb")
}
