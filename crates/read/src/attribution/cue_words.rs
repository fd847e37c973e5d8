//! Which words make up a cue besides its verb or noun?
//!
//! "The mayor *has also refused to say*: …", "Halden *was accused of* shelling", "*repeated warnings from* the council": adverbs
//! right before a verb, the verbs it hangs on when they report nothing themselves, the colon that hands over, and the
//! preposition behind which what is said starts. Of a noun its article and adjectives.

use super::verb::{is_verbal, verb_words};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{CueClass, Lexicon, Place};
use std::ops::Range;

/// The words of a verbal cue: of `said` in "she also said:" all but the source.
pub(crate) fn of_verb(
    parse: &Parse,
    verb: usize,
    words: Range<usize>,
    content: &[Range<usize>],
    lexicon: &Lexicon,
) -> Range<usize> {
    let opening = (0..LONGEST).try_fold((verb, words.start), |(top, start), _| {
        let start = with_adverbs(parse, top, start);
        let to = start.checked_sub(1).filter(|&to| parse.tag(to) == Tag::To && parse.head(to) == top);
        let start = to.map_or(start, |to| with_adverbs(parse, top, to));
        let above = parse.head(top);
        let governed = matches!(parse.dep(top), Dep::Xcomp)
            && is_verbal(parse, above)
            && (to.is_some() || parse.tag(top) == Tag::Vbg)
            && verb_words(parse, above).end == start
            && !governs(parse.entry(above), lexicon);
        if governed { Ok((above, verb_words(parse, above).start)) } else { Err(start) }
    });
    let start = match opening {
        Ok((_, start)) | Err(start) => start,
    };
    start..closing(parse, words.end, content)
}

/// How many verbs may stand above the one that says: "has begun to try to explain".
const LONGEST: usize = 4;

/// The words of a nominal cue: of `warnings` in "the repeated warnings from the council" all but the council.
pub(crate) fn of_noun(
    parse: &Parse,
    noun: usize,
    owner: Option<Range<usize>>,
    content: &[Range<usize>],
) -> Range<usize> {
    let free = |at: usize| !owner.as_ref().is_some_and(|owner| owner.contains(&at));
    let mut start = noun;
    while start > 0 && free(start - 1) {
        let before = start - 1;
        let describes = matches!(parse.dep(before), Dep::Amod | Dep::Det | Dep::Advmod | Dep::Predet)
            && (start..=noun).contains(&parse.head(before));
        if !describes || parse.name_of(before).is_some_and(|name| name.label != NameLabel::Ordinal) {
            break;
        }
        start = before;
    }
    let from = owner.map(|owner| owner.start..owner.end);
    let pieces: Vec<Range<usize>> = content.iter().cloned().chain(from).collect();
    start..closing(parse, noun + 1, &pieces)
}

/// Adverbs that touch a verb from before, and auxiliaries before them: `has also | said`.
fn with_adverbs(parse: &Parse, verb: usize, mut start: usize) -> usize {
    while start > 0 {
        let before = start - 1;
        let adverb = parse.dep(before) == Dep::Advmod && parse.pos(before) == Pos::Adv && parse.tag(before) != Tag::Wrb;
        let own =
            adverb || matches!(parse.dep(before), Dep::Aux | Dep::Auxpass | Dep::Neg) && parse.tag(before) != Tag::To;
        // "only recently said": an adverb of the adverb.
        let near = parse.head(before) == verb || adverb && parse.head(before) == start && parse.pos(start) == Pos::Adv;
        if !(own && near) {
            break;
        }
        start = before;
    }
    start
}

/// True for a verb that reports what is done to be done: `wants to say` has two cues, `tried to say` one.
fn governs(lemma: &str, lexicon: &Lexicon) -> bool {
    lexicon.reporting.starting(CueClass::Verb, lemma).any(|cue| cue.places.contains(&Place::Infinitive))
}

/// The end of a cue with the colon or preposition behind which what is said, or who says it, starts.
fn closing(parse: &Parse, end: usize, pieces: &[Range<usize>]) -> usize {
    if end >= parse.len() || parse.sentence_of(end) != parse.sentence_of(end - 1) {
        return end;
    }
    let opens = matches!(parse.dep(end), Dep::Prep | Dep::Agent) && pieces.iter().any(|piece| piece.start == end + 1);
    let by = parse.dep(end) == Dep::Agent;
    if parse.norm(end) == ":" || opens || by { end + 1 } else { end }
}
