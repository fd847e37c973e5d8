//! Who else stands before the comma that a headline puts for "and"?
//!
//! "*Police*, protesters clash in Velna", "*Five soldiers*, three civilians killed": both do it, or suffer it. Running text says so with
//! "and"; there a comma leads to what somebody is.

use crate::claim::Setting;
use crate::class;
use language::{Dep, NameLabel, Pos};
use lexicon::NounClass;
use model::PartRole;

/// The head of the party before the comma behind which the words of another begin a headline's clause.
pub(in crate::frame) fn before(setting: Setting, at: usize) -> Option<usize> {
    use NounClass::{Forces, Party, People};
    let parse = &setting.part.parse;
    if setting.part.role != PartRole::Headline || !matches!(parse.pos(at), Pos::Noun | Pos::Propn) {
        return None;
    }
    let sentence = parse.sentences()[parse.sentence_of(at)].clone();
    let stands_before =
        |child: &usize| *child < at && matches!(parse.dep(*child), Dep::Amod | Dep::Compound | Dep::Det | Dep::Nummod);
    let start = parse.children(at).filter(stands_before).min().unwrap_or(at);
    let comma = start.checked_sub(1).filter(|&comma| comma > sentence.start && parse.word(comma) == ",")?;
    // "Kestria: police, protesters clash"
    let first = (sentence.start..comma).rev().find(|&word| parse.norm(word) == ":").map_or(sentence.start, |at| at + 1);
    let named = |word: usize| matches!(parse.pos(word), Pos::Adj | Pos::Noun | Pos::Num | Pos::Propn);
    let head = comma - 1;
    let acts = |who: usize| {
        let place = parse.name_of(who).is_some_and(|name| matches!(name.label, NameLabel::Gpe | NameLabel::Loc));
        !place && class::fits(parse, setting.lexicon, who, &[Forces, Party, People])
    };
    (first < comma && (first..comma).all(named) && acts(head) && acts(at)).then_some(head)
}
