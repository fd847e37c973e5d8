//! Which reasons has a claim, field by field?
//!
//! The notes of its reading say which slots filled its roles and what was passed over; the finished claim and the tree say the
//! rest: the clause of the quote, the words that other fields took.

use super::entries::{self, cell};
use super::{Field, FieldReasons, Reason, Reasons, chain, counts, roles, sureness};
use crate::claim::{Draft, Setting};
use lexicon::Line;
use model::Claim;

/// The lists that rules without a frame rest on.
const LISTS: [(&str, &str); 4] = [
    ("assessment/cause", "en/causes.tsv"),
    ("assessment/evaluation", "en/evaluations.tsv"),
    ("relation/compound", "en/compounds.tsv"),
    ("relation/title", "en/titles.tsv"),
];

impl Reasons {
    /// The reasons of a claim that was made of a draft.
    pub(crate) fn of(setting: Setting, draft: &Draft, claim: &Claim) -> Reasons {
        let mut draft = draft.clone();
        draft.line = draft.line.or_else(|| line(setting, &draft));
        let fields = vec![
            claim_type(setting, &draft, claim),
            quote(setting, &draft, claim),
            roles::of(setting, &draft, claim, Field::Actor),
            roles::of(setting, &draft, claim, Field::Target),
            roles::of(setting, &draft, claim, Field::Place),
            counts::time(setting, &draft, claim),
            counts::quantity(setting, &draft, claim),
            chain::of(setting, &draft, claim),
            sureness::modality(setting, &draft, claim),
            sureness::polarity(setting, &draft, claim),
        ];
        Reasons { part: setting.index, trigger: draft.trigger, fields }
    }
}

/// The entry of a rule that reads a list of its own.
fn line(setting: Setting, draft: &Draft) -> Option<Line> {
    let (_, file) = LISTS.iter().find(|(rule, _)| *rule == draft.rule)?;
    let words = std::iter::once(draft.trigger).chain(draft.words.iter().copied());
    let mut found = words.flat_map(|at| entries::of_word(file, &setting.part.parse, at));
    found.next().map(|entry| entry.line)
}

/// The trigger with the entry it rests on, the verb that carries it, and the entries of the same word that make no claim here.
fn claim_type(setting: Setting, draft: &Draft, claim: &Claim) -> FieldReasons {
    let parse = &setting.part.parse;
    let mut taken =
        vec![Reason { line: draft.line, ..Reason::of(claim.trigger, format!("by the rule {}", draft.rule)) }];
    let carrier = entries::of_word("en/light_verbs.tsv", parse, draft.predicate);
    let has = |word: &str| word.is_empty() || parse.children(draft.predicate).any(|child| parse.norm(child) == word);
    if draft.predicate != draft.trigger
        && let Some(entry) = carrier.iter().rev().find(|entry| has(cell(entry, "word")))
    {
        let why = format!("carries “{}”: sureness, negation and time stand here", parse.word(draft.trigger));
        let span = setting.part.token_span(draft.predicate);
        taken.push(Reason { line: Some(entry.line), ..Reason::of(span, why) });
    }
    let passed = draft.notes.iter().filter(|note| note.field == Field::Type && !note.taken).map(|note| Reason {
        span: note.at.map(|at| setting.part.token_span(at)),
        line: note.line,
        ..Reason::none(note.why.clone())
    });
    FieldReasons { field: Field::Type, passed: passed.collect(), taken, elsewhere: Vec::new() }
}

/// How the words of the quote were told.
fn quote(setting: Setting, draft: &Draft, claim: &Claim) -> FieldReasons {
    let parse = &setting.part.parse;
    let sentence = setting.part.span(parse.sentences()[parse.sentence_of(draft.trigger)].clone());
    let why = match &draft.quote {
        Some(_) => format!("the words that the rule {} reads", draft.rule),
        None if claim.quote.contains(sentence) || sentence.len() <= claim.quote.len() => {
            "the whole sentence".to_string()
        }
        None => format!("the clause of “{}”", parse.word(draft.predicate)),
    };
    FieldReasons {
        field: Field::Quote,
        taken: vec![Reason::of(claim.quote, why)],
        passed: Vec::new(),
        elsewhere: Vec::new(),
    }
}
