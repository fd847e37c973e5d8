//! Which reasons has a claim, field by field?
//!
//! The notes of its reading say which slots filled its roles and what was passed over; the finished claim and the tree say the
//! rest: the clause of the quote, the words that other fields took.

use super::{Field, FieldReasons, Note, Reason, Reasons};
use crate::claim::{Draft, Setting};
use crate::mention;
use model::{Argument, Claim, Span};
use std::collections::BTreeSet;

impl Reasons {
    /// The reasons of a claim that was made of a draft.
    pub(crate) fn of(setting: Setting, draft: &Draft, claim: &Claim) -> Reasons {
        let fields = vec![
            claim_type(setting, draft, claim),
            role(setting, draft, claim, Field::Actor),
            role(setting, draft, claim, Field::Target),
            role(setting, draft, claim, Field::Place),
        ];
        Reasons { part: setting.index, trigger: draft.trigger, fields }
    }
}

/// The trigger with the entry it rests on, and the entries of the same word that make no claim here.
fn claim_type(setting: Setting, draft: &Draft, claim: &Claim) -> FieldReasons {
    let taken = Reason { span: Some(claim.trigger), why: format!("rule {}", claim.rule), line: draft.line };
    let passed = draft.notes.iter().filter(|note| note.field == Field::Type && !note.taken);
    FieldReasons { field: Field::Type, taken: vec![taken], passed: passed.map(|note| reason(setting, note)).collect() }
}

fn reason(setting: Setting, note: &Note) -> Reason {
    Reason { span: note.at.map(|at| setting.part.token_span(at)), why: note.why.clone(), line: note.line }
}

/// Which words fill a role and by which slot, and which do not.
fn role(setting: Setting, draft: &Draft, claim: &Claim, field: Field) -> FieldReasons {
    let (heads, arguments, others) = match field {
        Field::Actor => (&draft.actor, &claim.actor, [(&draft.target, "target"), (&draft.place, "place")]),
        Field::Target => (&draft.target, &claim.target, [(&draft.actor, "actor"), (&draft.place, "place")]),
        _ => (&draft.place, &claim.place, [(&draft.actor, "actor"), (&draft.target, "target")]),
    };
    let parse = &setting.part.parse;
    let about: Vec<&Note> = draft.notes.iter().filter(|note| note.field == field).collect();
    let mut taken: Vec<Reason> = Vec::new();
    for argument in arguments {
        // The head that became this argument; whoever speaks fills a role without one.
        let at = heads
            .iter()
            .copied()
            .find(|&at| setting.part.token_span(mention::core(parse, setting.lexicon, at)) == argument.head);
        let why = match at {
            None => "is who speaks".to_string(),
            Some(at) => about
                .iter()
                .rev()
                .find(|note| note.taken && note.at == Some(at))
                .map_or_else(|| format!("by the rule {}", draft.rule), |note| note.why.clone()),
        };
        taken.push(Reason { span: Some(argument.span), why, line: None });
    }
    let filled: BTreeSet<Span> = arguments.iter().map(|argument: &Argument| argument.span).collect();
    let mut passed: Vec<Reason> = Vec::new();
    for note in &about {
        let Some(at) = note.at.filter(|at| !heads.contains(at)) else { continue };
        let elsewhere = others.iter().find(|(heads, _)| heads.contains(&at)).map(|(_, role)| role);
        let why = match (note.taken, elsewhere) {
            (_, Some(role)) => format!("is the {role} already"),
            (true, None) => format!("{}, but was given up", note.why),
            (false, None) => note.why.clone(),
        };
        let reason = Reason { span: Some(setting.part.token_span(at)), why, line: note.line };
        if !passed.contains(&reason) && reason.span.is_none_or(|span| !filled.contains(&span)) {
            passed.push(reason);
        }
    }
    FieldReasons { field, taken, passed }
}
