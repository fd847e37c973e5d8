//! Which words of the text stand in the roles of a claim?
//!
//! "The raid by *Morvanian jets* …" → actor `Morvanian jets`: clean phrases around the heads that a draft has. Where it has none, whoever
//! speaks, or those told before, stand for them.

use super::{Draft, Setting};
use crate::frame::Doers;
use crate::mention::{Phrase, by_names, core};
use crate::{grammar, name};
use model::{Argument, ClaimType, Document, Kind, Link, SourceKind, Stance};
use std::collections::BTreeSet;

/// The phrases around the heads of a role. `acts`: the role is that of a party.
pub(super) fn phrases(setting: Setting, draft: &Draft, heads: &[usize], acts: bool) -> Vec<Argument> {
    let Setting { part, lexicon, .. } = setting;
    let parse = &part.parse;
    let exact = |at: usize| draft.exact.iter().find(|(head, _)| *head == at).map(|(_, words)| words.clone());
    let event = draft.claim_type.kind() == Kind::Event;
    let meant = |&at: &usize| {
        let core = if exact(at).is_some() { at } else { core(parse, lexicon, at) };
        let names = if event { by_names(parse, lexicon, core) } else { Vec::new() };
        if names.is_empty() { vec![core] } else { names }
    };
    let cores: BTreeSet<usize> = heads.iter().flat_map(meant).collect();
    let phrase = |at: usize| match (exact(at), part.bound_at(at)) {
        (Some(tokens), _) => Phrase { tokens, head: at },
        (None, Some(name)) => Phrase { tokens: name.clone(), head: name::head(parse, name) },
        (None, None) => Phrase::of(parse, lexicon, at),
    };
    let mut phrases: Vec<Phrase> = cores.into_iter().map(phrase).collect();
    phrases.dedup_by(|a, b| a.tokens == b.tokens);
    // "*Kestrian* rebel" tells whose rebels they are, and no other party.
    let holds = |one: &Phrase, other: &Phrase| {
        one.tokens != other.tokens && one.tokens.start <= other.tokens.start && other.tokens.end <= one.tokens.end
    };
    if acts && phrases.len() > 1 {
        let whole = phrases.clone();
        let part_of = |phrase: &Phrase| whole.iter().any(|other| other.head == phrase.head + 1 && holds(other, phrase));
        phrases.retain(|phrase| !part_of(phrase));
    }
    phrases.iter().map(|phrase| phrase.argument(part)).collect()
}

/// Who does by speaking what a draft without an actor tells; nobody where it is not done so.
pub(super) fn speaker(setting: Setting, draft: &Draft, attribution: &[Link]) -> Vec<Argument> {
    // "Per the report, Kestria was asked to stop": the report asks.
    let read_in = |link: &Link| link.kind == SourceKind::Document && link.stance == Stance::Asserts;
    let asked = || draft.claim_type == ClaimType::Demand && grammar::is_passive(&setting.part.parse, draft.trigger);
    let speaks = |link: &&Link| draft.spoken && !link.sources.is_empty() || read_in(link) && asked();
    attribution.last().filter(speaks).map(|link| link.sources.clone()).unwrap_or_default()
}

/// Gives the actor and the target of a draft whom others told before, where it has none of its own or only takes somebody up.
pub(super) fn retold(
    document: &Document,
    setting: Setting,
    draft: &Draft,
    doers: &Doers,
    actor: &mut Vec<Argument>,
    target: &mut Vec<Argument>,
) {
    if actor.is_empty() {
        *actor = doers.of(setting, draft).to_vec();
    }
    if actor.is_empty() && !target.is_empty() {
        *actor = doers.belligerent(document, setting, draft, target).to_vec();
    }
    let judged = doers.judged(setting, draft);
    if !judged.is_empty() {
        *actor = judged;
    }
    let helped = doers.helped(setting, draft);
    if !helped.is_empty() && helped != actor.as_slice() {
        *target = helped.to_vec();
    }
    if target.is_empty() {
        *target = doers.other_side(document, setting, draft, actor).to_vec();
    }
    if target.is_empty() {
        *target = doers.victims(setting, draft).to_vec();
    }
    if target.is_empty() {
        *target = doers.office(setting, draft).to_vec();
    }
}
