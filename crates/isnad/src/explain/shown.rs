//! What does an explanation look like in a terminal?
//!
//! ```text
//! capture (event) 5f1c0b7a91d20e44 front.txt
//!
//! Rebels captured Borova.
//!
//! ┌► Rebels    NNS  nsubj  actor
//! ├─ captured  VBD  ROOT   trigger
//! ├► Borova    NNP  dobj   place
//! └► .         .    punct
//!
//! actor        rebels (group)
//!              “Rebels”: who does it: subject slot of “captured”
//!              tree: Rebels →nsubj→ captured
//!              is meant: described as rebels
//! ```

use console::measure_text_width;
use explain::{Entry, Explanation, FieldExplanation, Sentence, StandsFor, TokenRow, Value};
use std::fmt::Write;

/// Where what is told of a field begins.
const INDENT: usize = 13;
/// Longest word of a tree that is shown whole.
const WORD: usize = 22;
/// Below so many columns a tree has no room for what its words are in the claim.
const NARROW: usize = 60;

/// An explanation as lines of at most `width` columns where the words allow it.
pub fn text(explanation: &Explanation, width: usize) -> String {
    let mut out = String::new();
    let Explanation { claim_type, kind, claim, file, .. } = explanation;
    wrapped(&mut out, "", 0, &format!("{claim_type} ({kind}) {claim} {file}"), width);
    versions(&mut out, explanation, width);
    out.push('\n');
    wrapped(&mut out, "", 0, &explanation.sentence.words, width);
    out.push('\n');
    tree(&mut out, &explanation.sentence, width);
    for field in &explanation.fields {
        out.push('\n');
        told(&mut out, field, width);
    }
    out
}

/// Says so when this reader is not the one that read the document, or reads the claim differently.
fn versions(out: &mut String, explanation: &Explanation, width: usize) {
    let Explanation { reader, read_by, differs, .. } = explanation;
    if reader != read_by {
        let line = format!("read into the case by {read_by}, explained by {reader}");
        wrapped(out, "note", INDENT, &line, width);
    }
    if !differs.is_empty() {
        let line = format!("this reader reads these fields differently from the case: {}", differs.join(", "));
        wrapped(out, "note", INDENT, &line, width);
    }
}

/// The sentence, a word a line: branches, word, tag, relation, and what it is in the claim.
fn tree(out: &mut String, sentence: &Sentence, width: usize) {
    let heads: Vec<usize> = sentence.tokens.iter().map(|token| token.head as usize).collect();
    let word = |token: &TokenRow| shortened(&token.word);
    let widest = |of: &dyn Fn(&TokenRow) -> String| {
        sentence.tokens.iter().map(|token| measure_text_width(&of(token))).max().unwrap_or(0)
    };
    let (words, tags) = (widest(&word), widest(&|token| token.tag.clone()));
    let labels = widest(&|token| token.label.clone());
    for (token, branches) in sentence.tokens.iter().zip(language::branches(&heads)) {
        let mut line = format!("{branches} {}", padded(&word(token), words));
        let _ = write!(line, "  {}  {}", padded(&token.tag, tags), padded(&token.label, labels));
        if width >= NARROW {
            let _ = write!(line, "  {}", token.fields.join(", "));
        }
        let _ = writeln!(out, "{}", line.trim_end());
    }
}

fn shortened(word: &str) -> String {
    let word = word.escape_debug().to_string();
    match word.char_indices().nth(WORD) {
        Some((cut, _)) => format!("{}…", &word[..cut]),
        None => word,
    }
}

fn padded(word: &str, width: usize) -> String {
    format!("{word}{}", " ".repeat(width.saturating_sub(measure_text_width(word))))
}

/// A field: what it says and why, what was passed over and why.
fn told(out: &mut String, field: &FieldExplanation, width: usize) {
    let name = field.field.as_str();
    let mut lines: Vec<String> = Vec::new();
    match (field.values.is_empty(), name) {
        (true, "attribution") => lines.push("the document's own voice".to_string()),
        (true, _) => lines.push("not stated".to_string()),
        (false, _) => {}
    }
    for value in &field.values {
        lines.extend(taken(value));
    }
    for value in &field.passed {
        lines.push(format!("not: {}", reason(value)));
        lines.extend(value.entry.as_ref().map(entry));
    }
    let elsewhere: Vec<String> = field.elsewhere.iter().filter_map(words).collect();
    if !elsewhere.is_empty() {
        lines.push(format!("elsewhere in the sentence: {}", elsewhere.join(", ")));
    }
    for (at, line) in lines.iter().enumerate() {
        wrapped(out, if at == 0 { name } else { "" }, INDENT, line, width);
    }
}

/// A value with all that stands behind it.
fn taken(value: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    let names: Vec<String> = value.stands_for.iter().map(named).collect();
    match (&value.value, names.is_empty()) {
        (Some(said), true) => lines.push(said.clone()),
        (Some(said), false) => lines.push(format!("{} ({said})", names.join(", "))),
        (None, false) => lines.push(names.join(", ")),
        (None, true) => {}
    }
    lines.push(reason(value));
    if !value.path.is_empty() {
        lines.push(format!("tree: {}", value.path));
    }
    lines.extend(value.entry.as_ref().map(entry));
    for covered in &value.covers {
        lines.push(format!("covers “{}”", covered.words));
    }
    for meant in &value.stands_for {
        lines.extend(meant.because.iter().map(|why| format!("is meant: {why}")));
        // Those that were passed over for one reason stand together.
        for (at, passed) in meant.passed.iter().enumerate() {
            if meant.passed[..at].iter().any(|before| before.why == passed.why) {
                continue;
            }
            let names = meant.passed.iter().filter(|one| one.why == passed.why).map(|one| one.name.as_str());
            lines.push(format!("is not meant: {}: {}", names.collect::<Vec<_>>().join(", "), passed.why));
        }
    }
    lines
}

fn named(meant: &StandsFor) -> String {
    match (&meant.name, &meant.kind) {
        (Some(name), Some(kind)) => format!("{name} ({kind})"),
        (Some(name), None) => name.clone(),
        _ => format!("nobody that can be told (“{}”)", meant.words.words),
    }
}

fn words(value: &Value) -> Option<String> {
    value.words.as_ref().map(|words| format!("“{}”", words.words))
}

fn reason(value: &Value) -> String {
    match words(value) {
        Some(words) => format!("{words}: {}", value.why),
        None => value.why.clone(),
    }
}

/// An entry on one line: its place, then its cells.
fn entry(entry: &Entry) -> String {
    let cells: Vec<String> = entry.cells.iter().map(|cell| format!("{} {}", cell.column, cell.text)).collect();
    format!("{}: {}", entry.line, cells.join(" · "))
}

/// Writes a line with a name before it, broken at spaces; further lines begin below the first word.
fn wrapped(out: &mut String, name: &str, indent: usize, line: &str, width: usize) {
    let room = width.saturating_sub(indent).max(24);
    let (mut at, mut first) = (0, true);
    let mut current = String::new();
    let mut flush = |current: &mut String, first: &mut bool| {
        let before = if *first { padded(name, indent) } else { " ".repeat(indent + 2 * usize::from(indent > 0)) };
        let _ = writeln!(out, "{}", format!("{before}{current}").trim_end());
        current.clear();
        *first = false;
    };
    for word in line.split_whitespace() {
        let long = measure_text_width(word);
        let room = if first || indent == 0 { room } else { room - 2 };
        if at > 0 && at + 1 + long > room {
            flush(&mut current, &mut first);
            at = 0;
        }
        if at > 0 {
            current.push(' ');
            at += 1;
        }
        current.push_str(word);
        at += long;
    }
    flush(&mut current, &mut first);
}

#[cfg(test)]
mod tests {
    use super::*;
    use explain::{Cell, Passage, PassedName};

    fn passage(words: &str) -> Passage {
        Passage { start: 0, end: words.len() as u32, words: words.to_string() }
    }

    fn token(word: &str, head: u32, label: &str, fields: &[&str]) -> TokenRow {
        TokenRow {
            start: 0,
            end: 0,
            word: word.to_string(),
            lemma: word.to_lowercase(),
            pos: "NOUN".to_string(),
            tag: "NN".to_string(),
            tag_means: String::new(),
            label: label.to_string(),
            label_means: String::new(),
            head,
            name: None,
            fields: fields.iter().map(|field| field.to_string()).collect(),
        }
    }

    fn explanation() -> Explanation {
        let cell =
            Cell { column: "example".to_string(), text: "The army captured Ostrel from the rebels.".to_string() };
        let passed =
            ["Velna", "Ostrel"].map(|name| PassedName { name: name.to_string(), why: "is no party".to_string() });
        let value = Value {
            words: Some(passage("Rebels")),
            value: None,
            why: "who does it: subject slot of “captured”".to_string(),
            path: "Rebels →nsubj→ captured".to_string(),
            entry: Some(Entry { line: "data/en/events.tsv:7".to_string(), cells: vec![cell] }),
            covers: Vec::new(),
            stands_for: vec![StandsFor {
                words: passage("Rebels"),
                id: None,
                name: Some("rebels".to_string()),
                kind: Some("group".to_string()),
                because: vec!["described as rebels".to_string()],
                passed: passed.to_vec(),
            }],
        };
        let field = |field: &str, values| FieldExplanation {
            field: field.to_string(),
            values,
            passed: Vec::new(),
            elsewhere: Vec::new(),
        };
        Explanation {
            claim: "5f1c0b7a91d20e44".to_string(),
            document: "0".repeat(16),
            file: "front.txt".to_string(),
            kind: "event".to_string(),
            claim_type: "capture".to_string(),
            reader: "2".to_string(),
            read_by: "1".to_string(),
            differs: vec!["time".to_string()],
            rule: "event/verb".to_string(),
            rule_means: None,
            sentence: Sentence {
                start: 0,
                end: 0,
                words: "Rebels captured Borova.".to_string(),
                tokens: vec![
                    token("Rebels", 1, "nsubj", &["actor"]),
                    token("captured", 1, "ROOT", &["trigger"]),
                    token("Borova", 1, "dobj", &["place"]),
                    token(".", 1, "punct", &[]),
                ],
            },
            fields: vec![field("actor", vec![value]), field("target", Vec::new()), field("attribution", Vec::new())],
        }
    }

    #[test]
    fn an_explanation_is_told_in_lines() {
        let expected = [
            "capture (event) 5f1c0b7a91d20e44 front.txt",
            "note         read into the case by 1, explained by 2",
            "note         this reader reads these fields differently from the case: time",
            "",
            "Rebels captured Borova.",
            "",
            "┌► Rebels    NN  nsubj  actor",
            "├─ captured  NN  ROOT   trigger",
            "├► Borova    NN  dobj   place",
            "└► .         NN  punct",
            "",
            "actor        rebels (group)",
            "             “Rebels”: who does it: subject slot of “captured”",
            "             tree: Rebels →nsubj→ captured",
            "             data/en/events.tsv:7: example The army captured Ostrel from the rebels.",
            "             is meant: described as rebels",
            "             is not meant: Velna, Ostrel: is no party",
            "",
            "target       not stated",
            "",
            "attribution  the document's own voice",
            "",
        ];
        assert_eq!(text(&explanation(), 100), expected.join("\n"));
    }

    #[test]
    fn a_narrow_terminal_breaks_lines_at_words() {
        for width in [40, 56, 72] {
            let told = text(&explanation(), width);
            assert!(told.lines().all(|line| measure_text_width(line) <= width), "{width}:\n{told}");
            let words: Vec<&str> = told.split_whitespace().collect();
            assert!(words.join(" ").contains("is not meant: Velna, Ostrel: is no party"), "{told}");
        }
    }
}
