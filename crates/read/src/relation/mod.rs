//! Which relations stand between names that no verb joins?
//!
//! English tells much of who belongs to whom in noun phrases: titles ("Guard commander Anton Brek"), compounds
//! ("Morvania-backed rebels"), possessors ("the Guard's Falcon Brigade"), place names side by side ("Velna, Kestria").

mod belonging;
mod compound;
mod location;
mod title;

use crate::claim::{Draft, Setting};
use language::{NameLabel, Parse, Pos};
use std::ops::Range;

/// Drafts of all such relations of a part.
pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let mut drafts = title::read(setting);
    drafts.extend(compound::read(setting));
    drafts.extend(location::read(setting));
    drafts.extend(belonging::read(setting));
    drafts
}

/// The label of the name a word is part of.
fn label(parse: &Parse, at: usize) -> Option<NameLabel> {
    parse.name_of(at).map(|name| name.label)
}

fn is_place_name(parse: &Parse, at: usize) -> bool {
    matches!(label(parse, at), Some(NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac))
}

/// The word of a run of tokens that the others hang on.
fn head_of(parse: &Parse, tokens: Range<usize>) -> usize {
    let outside = |at: &usize| !tokens.contains(&parse.head(*at)) || parse.is_root(*at);
    tokens.clone().rev().find(|at| outside(at) && parse.pos(*at) != Pos::Punct).unwrap_or(tokens.end - 1)
}
