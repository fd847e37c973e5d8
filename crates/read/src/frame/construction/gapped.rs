//! Which towns more does a verb take that is not said again?
//!
//! "took Velna on 17 April, *Ostrel on 19 April* and finally *Tavan on 8 August*": each town with a day of its own is taken as the first.

use crate::claim::{Draft, Setting};
use crate::frame::fillers::preposition;
use crate::time;
use language::{Dep, Pos};
use model::ClaimType;

/// Adds a draft for each further town of a capture.
pub(in crate::frame) fn read(setting: Setting, drafts: &mut Vec<Draft>) {
    let parse = &setting.part.parse;
    let mut more = Vec::new();
    for draft in drafts.iter().filter(|draft| draft.claim_type == ClaimType::Capture && draft.rule == "event/verb") {
        let Some(&first) = draft.place.iter().find(|&&at| parse.pos(at) == Pos::Propn && at > draft.trigger) else {
            continue;
        };
        let end = parse.sentences()[parse.sentence_of(first)].end;
        let towns = (first + 1..end).filter(|&at| is_next(setting, draft.trigger, at) && !draft.place.contains(&at));
        for town in towns {
            let mut next = draft.clone();
            next.place = vec![town];
            // Its day stands beside it, and the verb has another.
            next.timed = false;
            more.push(next);
        }
    }
    drafts.extend(more);
}

/// True for a name behind a comma or "and", with a day of its own behind it, in the clause of a verb.
fn is_next(setting: Setting, verb: usize, at: usize) -> bool {
    let parse = &setting.part.parse;
    let named = parse.pos(at) == Pos::Propn && !preposition::is_day(parse, at) && !preposition::is_day(parse, at - 1);
    if !named || !matches!(parse.dep(at), Dep::Appos | Dep::Conj | Dep::Dobj | Dep::Npadvmod) {
        return false;
    }
    let start = parse.subtree(at).start;
    let behind = |at: usize| matches!(parse.norm(at), "," | "and" | "then" | "finally");
    let dated = at + 2 < parse.len() && matches!(parse.norm(at + 1), "on" | "in") && preposition::is_day(parse, at + 2);
    // Nothing but days and towns stands between.
    let head = parse.head(at);
    let clause = head == verb || preposition::is_day(parse, head) || parse.head(head) == verb;
    start > verb && behind(start - 1) && dated && clause && time::of(setting.part, verb, setting.lexicon).is_some()
}
