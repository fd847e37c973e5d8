//! Which words are quoted for a claim?
//!
//! "The mayor said *that rebels had captured the bridge on Monday*, and left": the clause of the verb, without what is joined to it.

use super::{Draft, Setting};
use crate::grammar;
use language::{Dep, Pos};
use model::Span;
use std::ops::Range;

/// The words of a draft, else its clause, with the trigger.
pub(super) fn of(setting: Setting, draft: &Draft, trigger: Span) -> Span {
    let words = draft.quote.clone().unwrap_or_else(|| clause(setting, draft.predicate));
    setting.part.span(words).cover(trigger)
}

/// The clause a word stands in: the subtree of its verb without the clauses joined to it, or the whole sentence when the
/// verb is its root.
fn clause(setting: Setting, predicate: usize) -> Range<usize> {
    let parse = &setting.part.parse;
    let verb = grammar::clause_head(parse, predicate);
    let mut range = parse.subtree(verb);
    if parse.is_root(verb) {
        range = parse.sentences()[parse.sentence_of(verb)].clone();
    }
    if let Dep::Relcl | Dep::Acl = parse.dep(verb) {
        range.start = range.start.min(parse.head(verb));
    }
    if let Some(end) = grammar::quoted_end(parse, verb).filter(|&end| predicate < end) {
        range.end = end;
    }
    let joined = |child: &usize| {
        matches!(parse.dep(*child), Dep::Conj | Dep::Parataxis)
            && *child > verb
            && matches!(parse.pos(*child), Pos::Verb | Pos::Aux)
            && *child > predicate
            && !parse.dominates(*child, predicate)
    };
    if !parse.is_root(verb)
        && let Some(next) = parse.children(verb).find(joined)
    {
        range.end = parse.subtree(next).start.max(verb + 1).max(predicate + 1);
        while range.end > verb + 1 && matches!(parse.pos(range.end - 1), Pos::Cconj | Pos::Punct) {
            range.end -= 1;
        }
    }
    // "shelled the town late on Friday, *and*": what would have been joined is cut off by the voice that says it.
    let cut = (range.start + 1..range.end).rev().find(|&at| !matches!(parse.pos(at), Pos::Space | Pos::Cconj));
    if let Some(last) = cut.filter(|&last| last + 1 < range.end) {
        let comma = parse.pos(last) == Pos::Punct && parse.norm(last) == ",";
        range.end = last + usize::from(!comma);
    }
    while range.len() > 1 && matches!(parse.pos(range.start), Pos::Space) {
        range.start += 1;
    }
    range
}
