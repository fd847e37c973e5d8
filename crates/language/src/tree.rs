//! What does a parse look like?

use crate::Parse;
use std::fmt::Write;

/// One sentence of a parse as plain text: its tree with a word a line, each below its head, then its names.
///
/// ```text
/// seized  VBD seize ROOT
///   fighters  NNS fighter nsubj
///     The  DT the det
///   bridge  NN bridge dobj
/// ```
///
/// `sentence` is a position in [`Parse::sentences`]; there is nothing to print for one past the end.
pub fn tree(parse: &Parse<'_>, sentence: usize) -> String {
    let mut out = String::new();
    let Some(range) = parse.sentences().get(sentence) else { return out };
    // Words still to print with their depth, the next one last. Recursion would not do for a tree as deep as a text is long.
    let mut waiting: Vec<(usize, usize)> =
        range.clone().rev().filter(|&at| parse.is_root(at)).map(|at| (at, 0)).collect();
    while let Some((at, depth)) = waiting.pop() {
        let token = parse.token(at);
        let (indent, word) = (2 * depth.min(40), parse.word(at));
        let word = word.escape_debug();
        let _ = writeln!(out, "{:indent$}{word}  {} {} {}", "", token.tag.as_str(), token.lemma, token.dep.as_str());
        waiting.extend(parse.children(at).rev().map(|child| (child, depth + 1)));
    }
    for name in parse.names().iter().filter(|name| range.contains(&name.tokens.start)) {
        let words = parse.span(name.tokens.clone()).of(parse.text());
        let _ = writeln!(out, "{} = {}", words.escape_debug(), name.label.as_str());
    }
    out
}
