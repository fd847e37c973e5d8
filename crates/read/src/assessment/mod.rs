//! What does somebody make of it, want, expect, or explain it by?
//!
//! Frames read the verbs and nouns that say so outright. Here is what the grammar says without such a word: "the raid was *a
//! mistake*", "troops came *to free* the town", "the law *would* help", "closed the border *because of* the raid".

mod aimed;
mod bearer;
mod blame;
mod cause;
mod demand;
mod empty;
mod intended;
mod judged;
mod judgement;
mod means;
mod outlook;
mod purpose;
mod repeated;
mod row;
mod statement;
mod touched;

pub(crate) use intended::without_aims;
pub(crate) use outlook::lies_in_plan;
pub(crate) use row::read as rows;
pub(crate) use touched::settle;

use crate::claim::{Draft, Setting};
use language::{Dep, Parse, Pos, Tag};

/// Drafts of all assessments of a part that no frame reads, beside those that frames have `told`.
pub(crate) fn read(setting: Setting, told: &[Draft]) -> Vec<Draft> {
    let blamed = blame::read(setting);
    let mut drafts = judgement::read(setting, told);
    // "said that the army was *responsible* for the raid" accuses it, and judges it no further.
    let blames = |draft: &Draft| {
        blamed.iter().any(|blame| blame.trigger == draft.trigger || blame.words.contains(&draft.trigger))
    };
    drafts.retain(|draft| !blames(draft));
    drafts.extend(purpose::read(setting, told));
    drafts.extend(outlook::read(setting, told));
    drafts.extend(cause::read(setting, told));
    drafts.extend(demand::read(setting));
    drafts.extend(blamed);
    let read: Vec<(usize, usize)> = told.iter().chain(&drafts).map(|draft| (draft.trigger, draft.predicate)).collect();
    drafts.extend(statement::read(setting, &read));
    drafts
}

/// The modal verb of a verb: `would`, `must`.
fn modal(parse: &Parse, verb: usize) -> Option<usize> {
    parse.children(verb).find(|&child| parse.dep(child) == Dep::Aux && parse.tag(child) == Tag::Md)
}

fn is_verb(parse: &Parse, at: usize) -> bool {
    matches!(parse.pos(at), Pos::Verb | Pos::Aux) && !matches!(parse.dep(at), Dep::Aux | Dep::Auxpass)
}
