//! Why is this who says so?

use super::entries;
use super::{Field, FieldReasons, Reason};
use crate::attribution::Attribution;
use crate::claim::{Draft, Setting, voiced_at};
use lexicon::Line;
use model::Claim;

/// The reasons of the attribution chain: each link in order, and the cues of the sentence that make none.
pub(super) fn of(setting: Setting, draft: &Draft, claim: &Claim) -> FieldReasons {
    let all = setting.voices.attributions();
    let voiced = voiced_at(setting, draft);
    let mut taken = Vec::new();
    let mut used: Vec<usize> = Vec::new();
    for link in &claim.attribution {
        let makes = |one: &Attribution| one.links.iter().any(|of| of.cue == link.cue && of.sources == link.sources);
        // One word can mark a sentence and a whole speech: the one that reaches the claim is meant.
        let reaches = |one: &Attribution| setting.voices.covers(setting.index, voiced, one);
        let found = all.iter().position(|one| makes(one) && reaches(one)).or_else(|| all.iter().position(makes));
        let reason = match found {
            None => Reason::of(link.cue, format!("by the rule {}", draft.rule)),
            Some(at) => {
                used.push(at);
                let carried = if link.carried { ", carried over from an earlier sentence" } else { "" };
                let why = format!("by the rule {}{carried}", all[at].rule);
                let line = line(setting, at);
                Reason { line, covers: all[at].content.clone(), ..Reason::of(link.cue, why) }
            }
        };
        taken.push(reason);
    }
    let sentence = setting.part.parse.sentences()[setting.part.parse.sentence_of(draft.trigger)].clone();
    let sentence = setting.part.span(sentence);
    let near = (0..all.len())
        .filter(|at| !used.contains(at) && all[*at].part == setting.index && sentence.contains(all[*at].cue));
    let passed = near.map(|at| {
        let why = why_not(setting, draft, &all[at]);
        Reason { line: line(setting, at), covers: all[at].content.clone(), ..Reason::of(all[at].cue, why) }
    });
    FieldReasons { field: Field::Attribution, taken, passed: passed.collect(), elsewhere: Vec::new() }
}

/// Why a cue of the sentence puts no link on the claim.
fn why_not(setting: Setting, draft: &Draft, attribution: &Attribution) -> String {
    let at = voiced_at(setting, draft);
    let span = setting.part.token_span(at);
    let inside = attribution.content.iter().any(|piece| piece.contains(span));
    if attribution.cue.contains(span) {
        "is itself what the claim tells".to_string()
    } else if !inside {
        "covers other words only".to_string()
    } else if attribution.links.is_empty() {
        "is an attitude, which hands nothing on".to_string()
    } else if !setting.voices.covers(setting.index, at, attribution) {
        "takes these words for granted: they are the document's own".to_string()
    } else {
        "names a source that is in the chain already".to_string()
    }
}

/// The entry of an attribution's cue.
fn line(setting: Setting, attribution: usize) -> Option<Line> {
    let head = setting.voices.head_of(setting.index, attribution)?;
    let parse = &setting.part.parse;
    let class = match parse.pos(head) {
        language::Pos::Verb | language::Pos::Aux => "verb",
        language::Pos::Noun => "noun",
        _ => "preposition",
    };
    let found = entries::of_word("en/reporting.tsv", parse, head);
    let best = found.iter().find(|entry| entries::cell(entry, "pos") == class).or(found.first());
    let unnamed = || {
        let hedges = entries::of_word("en/hedges.tsv", parse, head);
        hedges.into_iter().find(|entry| entries::cell(entry, "also") == "unnamed").map(|entry| entry.line)
    };
    best.map(|entry| entry.line).or_else(unnamed)
}
