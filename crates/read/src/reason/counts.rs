//! Why this number and this time, and why not the others of the sentence?

use super::entries::{self, cell};
use super::roles::path;
use super::{Field, FieldReasons, Reason};
use crate::claim::{Draft, Setting};
use crate::grammar;
use language::{NameLabel, Tag};
use model::{Claim, Span};

/// The reasons of the time.
pub(super) fn time(setting: Setting, draft: &Draft, claim: &Claim) -> FieldReasons {
    let parse = &setting.part.parse;
    let taken: Vec<Reason> = claim
        .time
        .iter()
        .filter_map(|time| {
            let head = head(setting, time.span)?;
            let at = parse.head(head);
            let why = format!("says when “{}” is", parse.word(grammar::clause_head(parse, at)));
            let lines = tokens(setting, time.span).flat_map(|at| entries::of_word("en/calendar.tsv", parse, at));
            let line = lines.map(|entry| entry.line).next();
            Some(Reason { line, path: path(setting, head, draft.predicate), ..Reason::of(time.span, why) })
        })
        .collect();
    let sentence = parse.sentences()[parse.sentence_of(draft.trigger)].clone();
    let dates = parse.names().iter().filter(|name| {
        matches!(name.label, NameLabel::Date | NameLabel::Time)
            && sentence.contains(&name.tokens.start)
            && claim.time.as_ref().is_none_or(|time| !time.span.overlaps(setting.part.span(name.tokens.clone())))
    });
    let passed = dates.map(|name| {
        let span = setting.part.span(name.tokens.clone());
        let at = head(setting, span).unwrap_or(name.tokens.start);
        let clause = parse.word(grammar::clause_head(parse, parse.head(at)));
        let why = match draft.timed {
            true => format!("belongs to “{clause}”"),
            false => "is not asked for: what stands over time has no day of its own".to_string(),
        };
        Reason { path: path(setting, at, draft.predicate), ..Reason::of(span, why) }
    });
    FieldReasons { field: Field::Time, passed: passed.collect(), taken, elsewhere: Vec::new() }
}

/// The reasons of the quantities.
pub(super) fn quantity(setting: Setting, draft: &Draft, claim: &Claim) -> FieldReasons {
    let parse = &setting.part.parse;
    let taken: Vec<Reason> = claim
        .quantity
        .iter()
        .map(|quantity| {
            let noun = tokens(setting, quantity.span).map(|at| parse.head(at)).next_back();
            let counted = noun.and_then(|noun| {
                let found = entries::of_word("en/counted_nouns.tsv", parse, noun);
                let fits = found.iter().find(|entry| cell(entry, "what") == quantity.what.as_str());
                Some((noun, fits?.line))
            });
            match counted {
                Some((noun, line)) => {
                    let why = format!("counts “{}”: {}", parse.word(noun), quantity.what);
                    Reason { line: Some(line), ..Reason::of(quantity.span, why) }
                }
                None => {
                    let why = format!("counts {}, as what makes the claim says", quantity.what);
                    Reason { line: draft.line, ..Reason::of(quantity.span, why) }
                }
            }
        })
        .collect();
    let sentence = parse.sentences()[parse.sentence_of(draft.trigger)].clone();
    let in_date = |at: usize| {
        parse.name_of(at).is_some_and(|name| {
            matches!(name.label, NameLabel::Date | NameLabel::Time | NameLabel::Ordinal | NameLabel::Percent)
        })
    };
    let others = sentence.filter(|&at| {
        parse.tag(at) == Tag::Cd
            && !in_date(at)
            && !claim.quantity.iter().any(|quantity| quantity.span.contains(setting.part.token_span(at)))
    });
    let passed = others.map(|at| {
        let why = format!("stands at “{}”, which this claim does not count", parse.word(parse.head(at)));
        Reason::of(setting.part.token_span(at), why)
    });
    FieldReasons { field: Field::Quantity, passed: passed.collect(), taken, elsewhere: Vec::new() }
}

/// The tokens of some words.
fn tokens(setting: Setting<'_, '_>, span: Span) -> impl DoubleEndedIterator<Item = usize> {
    let part = setting.part;
    (0..part.parse.len()).filter(move |&at| span.contains(part.token_span(at)))
}

/// The word of a span that the others hang on.
fn head(setting: Setting, span: Span) -> Option<usize> {
    let parse = &setting.part.parse;
    let outside = |at: &usize| parse.is_root(*at) || !span.contains(setting.part.token_span(parse.head(*at)));
    tokens(setting, span).find(outside)
}
