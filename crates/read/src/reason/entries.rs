//! Which entry of a list is a word of the text?
//!
//! `plans` in "plans to leave" is the line `plan verb planned` of `data/en/hedges.tsv`.

use crate::attribution::verb::dictionary_forms;
use language::Parse;
use lexicon::{Entry, entry};

/// Words that an entry has at most.
const LONGEST: usize = 4;

/// The entries of a file that a word is, alone or with the words beside it; those of more words first.
pub(super) fn of_word(file: &'static str, parse: &Parse, at: usize) -> Vec<Entry> {
    let mut found: Vec<Entry> = Vec::new();
    let mut add = |words: &str| {
        for entry in entry::starting(file, &[words]) {
            if !found.contains(&entry) {
                found.push(entry);
            }
        }
    };
    let sentence = parse.sentences()[parse.sentence_of(at)].clone();
    let word = |at: usize| parse.lower(at);
    for length in (2..=LONGEST).rev() {
        let first = (at + 1).saturating_sub(length).max(sentence.start);
        for start in (first..=at).rev().filter(|start| start + length <= sentence.end) {
            let written: Vec<_> = (start..start + length).map(word).collect();
            add(&written.join(" "));
            // The last word may stand in another form: "defence ministers".
            let last = parse.entry(start + length - 1);
            add(&format!("{} {last}", written[..length - 1].join(" ")));
        }
    }
    for form in [parse.norm(at), word(at), parse.entry(at)] {
        add(form);
    }
    for form in dictionary_forms(parse, at) {
        add(&form);
    }
    // A verb with its particle: "rule out".
    for child in parse.children(at).filter(|&child| child > at) {
        add(&format!("{} {}", parse.entry(at), parse.norm(child)));
    }
    found
}

/// What stands in a column of an entry; nothing where the cell is empty.
pub(super) fn cell(entry: &Entry, column: &str) -> &'static str {
    entry.cells.iter().find(|(name, _)| *name == column).map_or("", |(_, cell)| cell)
}
