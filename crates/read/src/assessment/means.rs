//! Who is strong or weak by what he has?
//!
//! "The army had *no tanks*", "the rebels had *more* guns than the army": whoever has none, few or more of what wars are fought with
//! is judged by it.

use crate::claim::Setting;
use crate::{class, grammar};
use language::Pos;
use lexicon::NounClass;

/// Who has less or more than enough: "the army had *no tanks*", "had *more* guns than the rebels".
pub(super) fn short_of(setting: Setting, at: usize) -> Option<usize> {
    use NounClass::{Aid, Arms, Forces, Money, Party, Vehicle};
    let parse = &setting.part.parse;
    let verb = parse.head(at);
    let few = |word: usize| matches!(parse.norm(word), "few" | "fewer" | "less" | "little" | "more" | "no");
    let means = parse.lemma(verb) == "have"
        && parse.pos(at) == Pos::Noun
        && parse.children(at).any(|word| word < at && few(word))
        && class::fits(parse, setting.lexicon, at, &[Aid, Arms, Forces, Money, Vehicle]);
    grammar::subject(parse, verb).filter(|&who| {
        means && parse.pos(who) != Pos::Pron && class::fits(parse, setting.lexicon, who, &[Forces, Party])
    })
}
