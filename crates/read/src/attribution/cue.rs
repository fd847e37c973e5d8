//! Which words of one part mark a source, who is the source, and what do they cover?
//!
//! "The mayor said rebels had left." → cue `said`, source `mayor`, content `rebels had left`. Pronouns are not followed and
//! nothing is carried from one sentence to the next here; see `carry`.

mod line;
pub(super) mod outlet;
mod teller;
mod told;

use super::conviction;
use super::handover::{colons, statement};
use super::marker::{adjective, adverb, citing, noun, preposition};
use super::source::Source;
use super::tail;
use super::verb::{dictionary_forms, verb_words};
use crate::PartText;
use language::{Dep, Parse, Pos};
use lexicon::{Cue, CueClass, Lexicon};
use model::{Modality, Stance};
use std::ops::Range;

/// An attribution inside one part, in tokens.
#[derive(Clone, Debug)]
pub(crate) struct Raw {
    /// The word that heads the cue.
    pub head: usize,
    /// The words of the cue.
    pub cue: Range<usize>,
    /// Who says it; `None` when nobody is named.
    pub source: Option<Source>,
    /// The relative pronoun that stands for the source in the clause of the cue.
    pub relative: Option<usize>,
    /// True when a phrase is itself what is said, as the deed that somebody is blamed for or the object of "announced".
    pub phrase_said: bool,
    /// True when it says who did a deed that is taken for granted: "blamed for", "accused of", "believed to be behind".
    pub blames: bool,
    /// The outlet or platform it was said to: `told Reuters`, `on Facebook`.
    pub outlet: Option<Source>,
    /// What is said.
    pub content: Vec<Range<usize>>,
    /// Where the source stands to it.
    pub stance: Stance,
    /// The distance of the text to it.
    pub modality: Modality,
    /// Whether it makes a link.
    pub chain: bool,
    /// True for a verb of saying that can govern a quotation.
    pub speech: bool,
    /// True when the cue itself is no deed: `said`, unlike `accused`.
    pub only_says: bool,
    /// Name of the pattern.
    pub rule: &'static str,
}

/// The attributions of a part, in order of their cues.
pub(crate) fn read(part: &PartText, lexicon: &Lexicon) -> Vec<Raw> {
    let parse = &part.parse;
    let mut all = Vec::new();
    for at in 0..parse.len() {
        if let Some(held) = conviction::read(part, at, lexicon) {
            all.push(held);
            continue;
        }
        match parse.pos(at) {
            Pos::Verb | Pos::Aux if parse.dep(at) != Dep::Amod => all.extend(
                tail::read(part, at, lexicon).or_else(|| citing(part, at, lexicon)).or_else(|| verb(part, at, lexicon)),
            ),
            Pos::Noun => all.extend(noun(part, at, lexicon)),
            Pos::Adv => all.extend(adverb(part, at, lexicon)),
            _ if parse.dep(at) == Dep::Amod => all.extend(adjective(part, at, lexicon)),
            _ => {}
        }
        all.extend(preposition(part, at, lexicon));
    }
    tail::cut_off(parse, &mut all);
    all.extend(statement(part, lexicon));
    let colons = colons(part, &all, lexicon);
    all.extend(colons);
    all
}

/// The lines of the table that hold for a word, each with the words of its cue; those of the longest cue only.
pub(crate) fn cues_of<'l>(
    parse: &Parse,
    class: CueClass,
    at: usize,
    lexicon: &'l Lexicon,
) -> Vec<(&'l Cue, Range<usize>)> {
    let whole = if class == CueClass::Verb { verb_words(parse, at) } else { at..at + 1 };
    let mut found: Vec<(&Cue, Range<usize>)> = Vec::new();
    for form in dictionary_forms(parse, at) {
        for cue in lexicon.reporting.starting(class, &form) {
            if found.first().is_some_and(|(first, _)| first.lemma != cue.lemma) {
                return found;
            }
            let Some(second_word) = cue.lemma.split(' ').nth(1) else {
                found.push((cue, whole.clone()));
                continue;
            };
            let second = parse.children(at).find(|&child| {
                child > at
                    && parse.norm(child) == second_word
                    && matches!(
                        parse.dep(child),
                        Dep::Prt | Dep::Prep | Dep::Advmod | Dep::Acomp | Dep::Oprd | Dep::Ccomp | Dep::Dobj
                    )
            });
            if let Some(second) = second {
                found.push((cue, whole.start..whole.end.max(second + 1)));
            }
        }
        if !found.is_empty() {
            break;
        }
    }
    found
}

/// The reading that says most: a link with its content, then an attitude with its content, then a cue whose quotation is
/// still to be found.
pub(crate) fn fullest(readings: Vec<Raw>) -> Option<Raw> {
    let rank = |raw: &Raw| (raw.content.is_empty(), !raw.chain);
    readings.into_iter().min_by_key(rank)
}

/// What a verb says, by the line of the table that tells most of it: "The mayor *said* rebels had left".
pub(crate) fn verb(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Raw> {
    let lines = cues_of(&part.parse, CueClass::Verb, at, lexicon);
    fullest(lines.into_iter().filter_map(|(cue, words)| line::read(part, at, cue, words, lexicon)).collect())
}
