//! Why do these words fill a role, and why not those?

use super::{Field, FieldReasons, Note, Reason};
use crate::claim::{Draft, Setting};
use crate::mention;
use model::{Argument, Claim, EntityKind, Span};
use std::collections::BTreeSet;

/// The reasons of actor, target or place.
pub(super) fn of(setting: Setting, draft: &Draft, claim: &Claim, field: Field) -> FieldReasons {
    let (heads, arguments, others) = match field {
        Field::Actor => (&draft.actor, &claim.actor, [(&draft.target, "target"), (&draft.place, "place")]),
        Field::Target => (&draft.target, &claim.target, [(&draft.actor, "actor"), (&draft.place, "place")]),
        _ => (&draft.place, &claim.place, [(&draft.actor, "actor"), (&draft.target, "target")]),
    };
    let elsewhere = |at: usize| others.iter().find(|(heads, _)| heads.contains(&at)).map(|(_, role)| *role);
    let notes: Vec<&Note> = draft.notes.iter().filter(|note| note.field == field).collect();
    let taken: Vec<Reason> =
        arguments.iter().map(|argument| filled(setting, draft, field, &notes, heads, argument)).collect();
    let filled: BTreeSet<Span> = arguments.iter().map(|argument| argument.span).collect();
    let mut passed: Vec<Reason> = Vec::new();
    for note in &notes {
        let Some(at) = note.at.filter(|at| !heads.contains(at)) else { continue };
        let why = match (note.taken, elsewhere(at)) {
            (_, Some(role)) => format!("is the {role} already"),
            (true, None) => format!("{}, but was given up", note.why),
            (false, None) => note.why.clone(),
        };
        let span = setting.part.token_span(at);
        if !filled.iter().any(|words| words.contains(span)) && !passed.iter().any(|one| one.span == Some(span)) {
            passed.push(Reason { line: note.line, ..Reason::of(span, why) });
        }
    }
    let looked_at: Vec<Span> = taken.iter().chain(&passed).filter_map(|reason| reason.span).collect();
    let elsewhere = others_of_sentence(setting, draft, field, &looked_at);
    FieldReasons { field, taken, passed, elsewhere }
}

/// By which slot or rule an argument fills the role.
fn filled(
    setting: Setting,
    draft: &Draft,
    field: Field,
    notes: &[&Note],
    heads: &[usize],
    argument: &Argument,
) -> Reason {
    let parse = &setting.part.parse;
    // The head that became this argument; who speaks, and who did it where it was told before, fill a role without one.
    let head = heads.iter().copied().find(|&at| {
        let core = mention::core(parse, setting.lexicon, at);
        setting.part.token_span(core) == argument.head
    });
    let Some(at) = head else {
        let own = setting.part.span(0..parse.len());
        let below = argument.span.start >= own.end;
        let why = match field {
            _ if draft.spoken => "is who speaks",
            Field::Actor if below => "does the deed where the text below tells it",
            Field::Actor => "did the deed where it was told before",
            Field::Target if below => "is whom or what the deed is done to where the text below tells it",
            Field::Target => "is whom or what it was done to, or the other side, where that was told before",
            _ => "is where the deed was told to be before",
        };
        return Reason::of(argument.span, why.to_string());
    };
    let note = notes.iter().rev().find(|note| note.taken && note.at == Some(at));
    let mut why = note.map_or_else(|| format!("by the rule {}", draft.rule), |note| note.why.clone());
    if setting.part.token_span(at) != argument.head {
        why = format!("{why}; “{}” is about it", parse.word(at));
    }
    Reason { path: path(setting, at, draft.trigger), ..Reason::of(argument.span, why) }
}

/// The other words of the sentence that could stand in the role, which no slot of the trigger leads to.
fn others_of_sentence(setting: Setting, draft: &Draft, field: Field, looked_at: &[Span]) -> Vec<Reason> {
    let parse = &setting.part.parse;
    let place = |hint: Option<EntityKind>| hint == Some(EntityKind::Place);
    let sentence = setting.part.sentence_of(draft.trigger);
    let mentions = mention::all(setting.part, setting.lexicon).into_iter().filter(|mention| {
        mention.sentence == sentence
            && (field != Field::Place || place(mention.hint))
            && !looked_at.iter().any(|span| span.overlaps(mention.span))
    });
    let reason = |mention: model::Mention| {
        let at = setting.part.token_at(mention.head)?;
        let why = format!("stands elsewhere: {} of “{}”", parse.dep(at).meaning(), parse.word(parse.head(at)));
        Some(Reason { path: path(setting, at, draft.trigger), ..Reason::of(mention.span, why) })
    };
    mentions.filter_map(reason).collect()
}

/// The way through the tree from a word to the trigger: `"Velna pobj near prep captured"`. Empty from one sentence to another.
pub(super) fn path(setting: Setting, from: usize, to: usize) -> String {
    let parse = &setting.part.parse;
    let mut up = vec![from];
    while let Some(&last) = up.last()
        && last != to
        && !parse.is_root(last)
    {
        up.push(parse.head(last));
    }
    let mut down = vec![to];
    while let Some(&last) = down.last()
        && !up.contains(&last)
    {
        if parse.is_root(last) {
            return String::new();
        }
        down.push(parse.head(last));
    }
    let meets = down.last().copied().unwrap_or(to);
    let mut words = vec![parse.word(from).to_string()];
    for &at in up.iter().take_while(|&&at| at != meets) {
        words.push(format!("→{}→", parse.dep(at).as_str()));
        words.push(parse.word(parse.head(at)).to_string());
    }
    for &at in down.iter().rev().skip(1) {
        words.push(format!("←{}←", parse.dep(at).as_str()));
        words.push(parse.word(at).to_string());
    }
    words.join(" ")
}
