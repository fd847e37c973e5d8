//! What are the single things that somebody asks for?
//!
//! "The envoy urged the rebels to free the nurses and leave the town" → two demands, one for each thing; "called for a truce and
//! the release of the nurses" → two as well; "their demands include an inquiry and new elections" → one for each.

use crate::claim::{Draft, Setting};
use crate::{grammar, mention};
use language::{Dep, Parse, Pos};
use lexicon::NounClass;
use model::ClaimType;

/// One draft more for each further thing asked for in the same words.
pub(super) fn read(setting: Setting, drafts: &mut Vec<Draft>) {
    let parse = &setting.part.parse;
    let mut more = Vec::new();
    for draft in drafts.iter().filter(|draft| draft.claim_type == ClaimType::Demand) {
        for thing in further(setting, draft) {
            let taken = drafts.iter().any(|other| other.claim_type == ClaimType::Demand && other.trigger == thing);
            if taken {
                continue;
            }
            let mut copy = draft.clone();
            copy.trigger = thing;
            copy.words = Vec::new();
            // The day of what is asked for is not the day of asking.
            copy.timed = false;
            copy.quote = Some(parse.subtree(thing));
            more.push(copy);
        }
    }
    drafts.extend(more);
}

/// The second and later things: verbs joined to the first one asked for, or nouns joined to the first.
fn further(setting: Setting, draft: &Draft) -> Vec<usize> {
    let parse = &setting.part.parse;
    // "their demands include …"
    let above = parse.head(draft.trigger);
    if draft.rule == "event/noun"
        && parse.dep(draft.trigger) == Dep::Nsubj
        && matches!(parse.lemma(above), "be" | "include")
        && let Some(first) = parse.child(above, Dep::Dobj).or_else(|| parse.child(above, Dep::Attr))
    {
        return grammar::joined(parse, first).into_iter().skip(1).collect();
    }
    let clause = parse.children(draft.trigger).find(|&child| {
        child > draft.trigger
            && matches!(parse.dep(child), Dep::Xcomp | Dep::Ccomp | Dep::Acl)
            && matches!(parse.pos(child), Pos::Verb | Pos::Aux)
    });
    if let Some(clause) = clause {
        return joined_verbs(parse, clause);
    }
    let object = parse.child(draft.trigger, Dep::Dobj);
    let after = || ["for", "on"].iter().find_map(|word| grammar::after(parse, draft.trigger, word));
    let Some(first) = object.or_else(after) else { return Vec::new() };
    let asked = |at: &usize| {
        use NounClass::{Forces, Party, People};
        let core = mention::core(parse, setting.lexicon, *at);
        !mention::fits(parse, setting.lexicon, core, &[People, Party, Forces])
    };
    let all: Vec<usize> = grammar::joined(parse, first).into_iter().filter(asked).collect();
    if all.first() == Some(&first) { all[1..].to_vec() } else { Vec::new() }
}

fn joined_verbs(parse: &Parse, first: usize) -> Vec<usize> {
    let mut all = vec![first];
    let mut next = 0;
    while next < all.len() {
        let joined = parse
            .children(all[next])
            .filter(|&child| parse.dep(child) == Dep::Conj && matches!(parse.pos(child), Pos::Verb | Pos::Aux));
        all.extend(joined.collect::<Vec<usize>>());
        next += 1;
    }
    all[1..].to_vec()
}
