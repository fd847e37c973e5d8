//! Why is it so sure, and why said to be or not to be?

use super::entries::{self, cell};
use super::{Field, FieldReasons, Reason};
use crate::claim::{Draft, Setting};
use language::{Dep, Pos, Tag};
use lexicon::{Entry, Line};
use model::{Claim, Marked, Modality, Polarity, Span};

/// The reasons of the modality.
pub(super) fn modality(setting: Setting, draft: &Draft, claim: &Claim) -> FieldReasons {
    let value = claim.modality.value;
    let trigger = setting.part.parse.word(draft.predicate);
    let taken = match claim.modality {
        Marked { cue: None, .. } => Reason::none(format!("nothing at “{trigger}” makes it less than {value}")),
        Marked { cue: Some(cue), .. } if draft.modality.is_some() => {
            Reason { line: draft.line, ..Reason::of(cue, format!("what makes the claim says that it is {value}")) }
        }
        Marked { cue: Some(cue), .. } => {
            let (why, line) = match hedge(setting, cue, value) {
                Some(line) => (format!("makes it {value}"), Some(line)),
                None => (format!("says it with a distance: {value}"), None),
            };
            Reason { line: line.or_else(|| reporting(setting, cue)), ..Reason::of(cue, why) }
        }
    };
    let mut passed = Vec::new();
    if let Some(distance) = setting.voices.distance(setting.index, draft.predicate)
        && let Some(cue) = distance.cue
        && claim.modality.cue != Some(cue)
    {
        passed.push(Reason {
            line: reporting(setting, cue),
            ..Reason::of(cue, format!("makes it {}, but a word nearer to the claim decides", distance.value))
        });
    }
    for at in words(setting, draft, claim.modality.cue) {
        if let Some(entry) = entries::of_word("en/hedges.tsv", &setting.part.parse, at)
            .into_iter()
            .find(|entry| stands_as(setting, at, cell(entry, "pos")) && cell(entry, "modality") != "fact")
        {
            passed.push(Reason {
                line: Some(entry.line),
                ..Reason::of(setting.part.token_span(at), format!("does not reach “{trigger}”"))
            });
        }
    }
    FieldReasons { field: Field::Modality, taken: vec![taken], passed, elsewhere: Vec::new() }
}

/// The reasons of the polarity.
pub(super) fn polarity(setting: Setting, draft: &Draft, claim: &Claim) -> FieldReasons {
    let trigger = setting.part.parse.word(draft.predicate);
    let negations = |at: usize| entries::of_word("en/negation.tsv", &setting.part.parse, at);
    let taken = match claim.polarity {
        Marked { cue: Some(cue), .. } if cue == claim.trigger && draft.negative => {
            Reason { line: draft.line, ..Reason::of(cue, "says that it ends or did not come about".to_string()) }
        }
        Marked { cue: Some(cue), .. } => {
            let line = token(setting, cue).and_then(|at| negations(at).first().map(|entry| entry.line));
            Reason { line, ..Reason::of(cue, format!("denies “{trigger}”")) }
        }
        Marked { value: Polarity::Positive, .. } => Reason::none(format!("nothing denies “{trigger}”")),
        Marked { .. } => Reason::none(format!("“{trigger}” is denied")),
    };
    let reach = words(setting, draft, claim.polarity.cue).filter_map(|at| {
        let entry = negations(at).into_iter().find(|entry| cell(entry, "pos") == "word")?;
        let why = format!("does not reach “{trigger}”");
        Some(Reason { line: Some(entry.line), ..Reason::of(setting.part.token_span(at), why) })
    });
    FieldReasons { field: Field::Polarity, taken: vec![taken], passed: reach.collect(), elsewhere: Vec::new() }
}

/// The words of the sentence that are neither the trigger's nor the cue's.
fn words<'s>(setting: Setting<'s, 's>, draft: &'s Draft, cue: Option<Span>) -> impl Iterator<Item = usize> + 's {
    let parse = &setting.part.parse;
    let sentence = parse.sentences()[parse.sentence_of(draft.trigger)].clone();
    sentence.filter(move |&at| {
        at != draft.trigger
            && at != draft.predicate
            && !draft.words.contains(&at)
            && cue.is_none_or(|cue| !cue.contains(setting.part.token_span(at)))
    })
}

/// True for a word that stands as an entry of this class would.
fn stands_as(setting: Setting, at: usize, class: &str) -> bool {
    let parse = &setting.part.parse;
    match class {
        "auxiliary" => parse.tag(at) == Tag::Md,
        "adverb" => parse.pos(at) == Pos::Adv,
        "adjective" => parse.dep(at) == Dep::Amod,
        "conjunction" => parse.dep(at) == Dep::Mark,
        "verb" => parse.pos(at) == Pos::Verb,
        "predicate" => matches!(parse.dep(at), Dep::Acomp | Dep::Attr),
        "noun" => parse.pos(at) == Pos::Noun,
        _ => false,
    }
}

/// The hedge that a cue is.
fn hedge(setting: Setting, cue: Span, value: Modality) -> Option<Line> {
    let at = token(setting, cue)?;
    let found = entries::of_word("en/hedges.tsv", &setting.part.parse, at);
    let says = |entry: &&Entry| {
        matches!(cell(entry, "modality"), "will" | "would") || cell(entry, "modality") == value.as_str()
    };
    let fits = |entry: &&Entry| says(entry) && stands_as(setting, at, cell(entry, "pos"));
    found.iter().find(fits).or_else(|| found.iter().find(says)).map(|entry| entry.line)
}

fn reporting(setting: Setting, cue: Span) -> Option<Line> {
    let parse = &setting.part.parse;
    let inside = (0..parse.len()).filter(|&at| cue.contains(setting.part.token_span(at)));
    let mut found = inside.flat_map(|at| entries::of_word("en/reporting.tsv", parse, at));
    found.find(|entry| cell(entry, "modality") != "fact").map(|entry| entry.line)
}

/// The first token of a cue.
fn token(setting: Setting, cue: Span) -> Option<usize> {
    (0..setting.part.parse.len()).find(|&at| cue.contains(setting.part.token_span(at)))
}
