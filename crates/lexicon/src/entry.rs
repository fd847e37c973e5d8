//! Where does an entry of the lists stand, and what does it say?
//!
//! A reading names the lines it rests on. The line 132 of `data/en/events.tsv` is a [`Line`]; its cells under the names of
//! their columns are an [`Entry`].

use std::fmt;

/// Place of an entry: a file below `data/` and a line of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line {
    /// Path below `data/`: `"en/events.tsv"`.
    pub file: &'static str,
    /// Line, from 1.
    pub line: u32,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "data/{}:{}", self.file, self.line)
    }
}

/// An entry as its file has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it stands.
    pub line: Line,
    /// Names of the columns with what stands in them, in order. Empty cells are left out.
    pub cells: Vec<(&'static str, &'static str)>,
}

/// Declares the files whose entries readings rest on.
macro_rules! files {
    ($($file:literal,)+) => {
        const FILES: &[(&str, &str)] = &[$(($file, include_str!(concat!("../../../data/", $file))),)+];
    };
}

files! {
    "en/anaphors.tsv",
    "en/assessments.tsv",
    "en/calendar.tsv",
    "en/causes.tsv",
    "en/compounds.tsv",
    "en/counted_nouns.tsv",
    "en/evaluations.tsv",
    "en/events.tsv",
    "en/hedges.tsv",
    "en/light_verbs.tsv",
    "en/negation.tsv",
    "en/nouns.tsv",
    "en/numbers.tsv",
    "en/place_words.tsv",
    "en/relations.tsv",
    "en/reporting.tsv",
    "en/source_nouns.tsv",
    "en/time_words.tsv",
    "en/titles.tsv",
    "names/actors.tsv",
    "names/states.tsv",
    "names/titles.tsv",
    "names/unnamed.tsv",
    "places/regions.tsv",
    "places/type_words.tsv",
}

/// The entry at a line; `None` where the file has none there.
pub fn at(line: Line) -> Option<Entry> {
    rows(line.file).find(|entry| entry.line == line)
}

/// The entries of a file whose first cells are these, in order of the file.
pub fn starting(file: &'static str, cells: &[&str]) -> Vec<Entry> {
    let first = cells.first().copied().unwrap_or_default();
    // Most lines are told by their first bytes; only the others are cut into cells.
    let text = text(file);
    let (head, lines) = head(text);
    let found = lines
        .filter(|(_, line)| line.strip_prefix(first).is_some_and(|rest| rest.is_empty() || rest.starts_with('\t')));
    let found = found.filter(|(_, line)| {
        let mut of_line = line.split('\t');
        cells.iter().all(|cell| of_line.next() == Some(*cell))
    });
    found.map(|(at, line)| entry(file, at, head, line)).collect()
}

fn text(file: &str) -> &'static str {
    FILES.iter().find(|(name, _)| *name == file).map_or("", |(_, text)| *text)
}

/// The line that names the columns, and the entries with their line numbers.
fn head(text: &'static str) -> (&'static str, impl Iterator<Item = (u32, &'static str)>) {
    let mut lines = (1..).zip(text.lines()).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    (lines.next().map_or("", |(_, head)| head), lines)
}

fn rows(file: &'static str) -> impl Iterator<Item = Entry> {
    let (columns, lines) = head(text(file));
    lines.map(move |(at, line)| entry(file, at, columns, line))
}

fn entry(file: &'static str, line: u32, columns: &'static str, text: &'static str) -> Entry {
    let cells = columns.split('\t').zip(text.split('\t')).filter(|(_, cell)| !cell.is_empty()).collect();
    Entry { line: Line { file, line }, cells }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lexicon;

    #[test]
    fn a_frame_knows_its_line() {
        let lexicon = Lexicon::load().unwrap();
        for frame in lexicon.triggers.all() {
            let entry = at(frame.line).unwrap();
            assert_eq!(entry.cells[0], ("lemma", frame.lemma.as_str()), "{}", frame.line);
            assert_eq!(entry.cells.last(), Some(&("example", frame.example.as_str())), "{}", frame.line);
        }
    }

    #[test]
    fn entries_are_found_by_their_first_cells() {
        let found = starting("en/hedges.tsv", &["may", "auxiliary"]);
        assert_eq!(found.len(), 1);
        assert!(found[0].cells.contains(&("modality", "possible")), "{found:?}");
        assert_eq!(at(found[0].line).as_ref(), Some(&found[0]));
        assert!(starting("en/hedges.tsv", &["ma"]).is_empty());
        assert!(starting("en/none.tsv", &["may"]).is_empty());
        assert_eq!(Line { file: "en/hedges.tsv", line: 7 }.to_string(), "data/en/hedges.tsv:7");
    }
}
