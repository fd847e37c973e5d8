//! Does somebody say it, or does he keep from saying it?
//!
//! "The army did not confirm that rebels had left", "refused to say", "stopped short of saying": it is not said, so it is doubted.
//! "The army did not deny it" grants it, but "neither confirmed nor denied it" leaves it open.

use crate::{PartText, polarity};
use language::{Dep, Parse, Pos};
use lexicon::{Cue, Lexicon, Reach};
use model::{Polarity, Stance};

/// The stance of a cue that the words around it deny; `None` where they do not.
pub(crate) fn stance(part: &PartText, at: usize, cue: &Cue, lexicon: &Lexicon) -> Option<Stance> {
    let attitude = cue.stance == Stance::Asserts && cue.reach == Reach::View;
    if attitude || !is_withheld(part, at, lexicon) {
        return None;
    }
    let open = cue.stance == Stance::Asserts || has_opposite(&part.parse, at);
    Some(if open { Stance::Doubts } else { Stance::Asserts })
}

/// True for a cue that is denied itself; what it says or who says it may be denied besides ("reported *no* losses").
fn is_withheld(part: &PartText, at: usize, lexicon: &Lexicon) -> bool {
    let parse = &part.parse;
    let negated = polarity::of(part, at, lexicon);
    let Some(cue) = negated.cue.filter(|_| negated.value == Polarity::Negative) else { return false };
    !parse
        .children(at)
        .filter(|&child| matches!(parse.pos(child), Pos::Noun | Pos::Propn | Pos::Pron))
        .any(|child| parse.subtree(child).any(|word| part.token_span(word) == cue))
}

/// True for one of two verbs that are denied together: "confirm *or* deny", "neither confirmed *nor* denied".
fn has_opposite(parse: &Parse, at: usize) -> bool {
    let joined = |verb: usize| {
        parse.children(verb).any(|child| parse.dep(child) == Dep::Cc && matches!(parse.norm(child), "or" | "nor"))
    };
    let second = parse.dep(at) == Dep::Conj && joined(parse.head(at));
    second || joined(at) && parse.child(at, Dep::Conj).is_some()
}
