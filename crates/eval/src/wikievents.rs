//! How well are events and their arguments found in news on bombings and attacks?
//!
//! "A roadside bomb wounded three soldiers near Velna": event `Life.Injure` at `wounded`, `Victim` soldiers, `Place` Velna.
//! Types are compared by their first two words (`Conflict.Attack`). A trigger is right when it shares a character with the
//! marked one; an argument when its head word shares one with the marked mention. Two measures: end to end, and with the
//! marked triggers given, where the claim with that trigger tells the arguments.

use crate::chain::{Chain, Read};
use crate::labels::{Labels, Roles};
use crate::points::Points;
use crate::set::Folder;
use crate::{Counts, Figure, Lines};
use anyhow::Result;
use case::query::{ArgumentRow, ClaimRow};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

const SET: &str = "wikievents";

#[derive(Debug, Deserialize)]
struct Text {
    id: String,
    official_split: String,
    date: Option<String>,
    text: String,
}

#[derive(Debug, Deserialize)]
struct Event {
    doc: String,
    r#type: String,
    trigger: Words,
    arguments: Vec<Marked>,
}

#[derive(Debug, Deserialize)]
struct Words {
    start: usize,
    end: usize,
}

#[derive(Debug, Deserialize)]
struct Marked {
    role: String,
    start: usize,
    end: usize,
}

/// First and last byte.
type Bytes = (u32, u32);

/// A marked event in bytes, its type in two words.
struct Key {
    of: String,
    trigger: Bytes,
    arguments: Vec<(String, Bytes)>,
}

/// Measures the parts that are there.
pub fn measure(chain: &Chain, folder: &Folder) -> Result<Vec<Figure>> {
    let (labels, roles) = (Labels::of(SET)?, Roles::of(SET)?);
    let texts: Lines<Text> = folder.lines("documents.jsonl")?;
    let mut marked: BTreeMap<String, Vec<Event>> = BTreeMap::new();
    for event in folder.lines::<Event>("events.jsonl")?.rows {
        marked.entry(event.doc.clone()).or_default().push(event);
    }
    let mut figures = Vec::new();
    for part in ["dev", "test"] {
        let texts: Vec<&Text> = texts.rows.iter().filter(|text| text.official_split == part).collect();
        let documents =
            texts.iter().map(|text| chain.report(&format!("{}.txt", text.id), &text.text, text.date.as_deref(), None));
        let reads = chain.read(documents.collect::<Result<Vec<_>>>()?)?;
        let (mut triggers, mut whole, mut given) = (Counts::default(), Counts::default(), Counts::default());
        for (text, read) in texts.iter().zip(&reads) {
            let keys = keys(&text.text, marked.get(&text.id).map_or(&[], Vec::as_slice));
            let (found, arguments) = end_to_end(read, &keys, &labels, &roles);
            triggers.add(found);
            whole.add(arguments);
            keys.iter().for_each(|key| given.add(with_trigger(read, key, &roles)));
        }
        figures.push(Figure::f1(SET, part, "triggers, end to end, F1", triggers));
        figures.push(Figure::f1(SET, part, "arguments, end to end, F1", whole));
        figures.push(Figure::f1(SET, part, "arguments, triggers given, F1", given));
    }
    Ok(figures)
}

fn keys(text: &str, events: &[Event]) -> Vec<Key> {
    let points = Points::new(text);
    let bytes = |start, end| (points.byte(start), points.byte(end));
    let key = |event: &Event| Key {
        of: event.r#type.split('.').take(2).collect::<Vec<_>>().join("."),
        trigger: bytes(event.trigger.start, event.trigger.end),
        arguments: event.arguments.iter().map(|a| (a.role.clone(), bytes(a.start, a.end))).collect(),
    };
    events.iter().map(key).collect()
}

/// Triggers, and arguments whatever trigger they hang on.
fn end_to_end(read: &Read, keys: &[Key], labels: &Labels, roles: &Roles) -> (Counts, Counts) {
    let mut found: BTreeSet<(&str, Bytes)> = BTreeSet::new();
    let mut arguments: BTreeSet<(&[&str], &str, Bytes)> = BTreeSet::new();
    for claim in &read.claims {
        let Some(label) = labels.of_claim(claim) else { continue };
        found.insert((label, (claim.trigger.start, claim.trigger.end)));
        arguments.extend(arguments_of(claim, label, roles).map(|(theirs, head)| (theirs, label, head)));
    }
    let mut left: Vec<&Key> = keys.iter().collect();
    let mut right = 0;
    for (label, trigger) in &found {
        if let Some(at) = left.iter().position(|key| key.of == *label && meet(key.trigger, *trigger)) {
            left.remove(at);
            right += 1;
        }
    }
    let triggers = Counts::new(right, found.len(), keys.len());
    let mut left: BTreeSet<(&str, &str, Bytes)> = keys
        .iter()
        .flat_map(|key| key.arguments.iter().map(|(role, at)| (key.of.as_str(), role.as_str(), *at)))
        .collect();
    let marked = left.len();
    let mut right = 0;
    for (theirs, label, head) in &arguments {
        let hit = left.iter().find(|(of, role, at)| of == label && theirs.contains(role) && meet(*at, *head)).copied();
        right += usize::from(hit.is_some_and(|hit| left.remove(&hit)));
    }
    (triggers, Counts::new(right, arguments.len(), marked))
}

/// The arguments of one marked event, from the claims with its trigger.
fn with_trigger(read: &Read, key: &Key, roles: &Roles) -> Counts {
    let there = |claim: &&ClaimRow| meet((claim.trigger.start, claim.trigger.end), key.trigger);
    let found: BTreeSet<(&[&str], Bytes)> =
        read.claims.iter().filter(there).flat_map(|claim| arguments_of(claim, &key.of, roles)).collect();
    let mut left: Vec<&(String, Bytes)> = key.arguments.iter().collect();
    let mut right = 0;
    for (theirs, head) in &found {
        if let Some(at) = left.iter().position(|(role, at)| theirs.contains(&role.as_str()) && meet(*at, *head)) {
            left.remove(at);
            right += 1;
        }
    }
    Counts::new(right, found.len(), key.arguments.len())
}

/// The arguments of a claim that have a role in events of a type: what the role may be called, and the head word.
fn arguments_of<'a>(
    claim: &'a ClaimRow,
    label: &str,
    roles: &'a Roles,
) -> impl Iterator<Item = (&'a [&'static str], Bytes)> {
    let lists: [(&str, &'a [ArgumentRow]); 3] =
        [("actor", &claim.actor), ("target", &claim.target), ("place", &claim.place)];
    let named = lists.map(|(ours, arguments)| (roles.theirs(label, ours), arguments));
    named.into_iter().filter(|(theirs, _)| !theirs.is_empty()).flat_map(|(theirs, arguments)| {
        arguments.iter().map(move |argument| (theirs, (argument.head_start, argument.head_end)))
    })
}

fn meet(one: Bytes, other: Bytes) -> bool {
    one.0 < other.1 && other.0 < one.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_meet_when_they_share_a_byte() {
        assert!(meet((3, 8), (7, 9)) && !meet((3, 8), (8, 9)));
    }

    #[test]
    fn types_are_compared_by_their_first_two_words() {
        let event = Event {
            doc: "d".to_string(),
            r#type: "Conflict.Attack.DetonateExplode".to_string(),
            trigger: Words { start: 1, end: 2 },
            arguments: vec![Marked { role: "Place".to_string(), start: 2, end: 3 }],
        };
        let keys = keys("“a”", &[event]);
        assert_eq!((keys[0].of.as_str(), keys[0].trigger, keys[0].arguments[0].1), ("Conflict.Attack", (3, 4), (4, 7)));
    }
}
