//! What does somebody make of it, want, expect, or explain it by?
//!
//! Frames read the verbs and nouns that say so outright. Here is what the grammar says without such a word: "the raid was *a
//! mistake*", "troops came *to free* the town", "the law *would* help", "closed the border *because of* the raid".

mod cause;
mod demand;
mod judgement;
mod outlook;
mod purpose;

use crate::claim::{Draft, Setting};
use language::{Dep, Parse, Pos, Tag};

/// Drafts of all assessments of a part that no frame reads.
pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let mut drafts = judgement::read(setting);
    drafts.extend(purpose::read(setting));
    drafts.extend(outlook::read(setting));
    drafts.extend(cause::read(setting));
    drafts.extend(demand::read(setting));
    drafts
}

/// The modal verb of a verb: `would`, `must`.
fn modal(parse: &Parse, verb: usize) -> Option<usize> {
    parse.children(verb).find(|&child| parse.dep(child) == Dep::Aux && parse.tag(child) == Tag::Md)
}

fn is_verb(parse: &Parse, at: usize) -> bool {
    matches!(parse.pos(at), Pos::Verb | Pos::Aux) && !matches!(parse.dep(at), Dep::Aux | Dep::Auxpass)
}
