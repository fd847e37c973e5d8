//! Which words that the tree parts are one name?
//!
//! "Front for Peace and Bread" is one party when the tables of names have it, though its tree joins two nouns with `and` and the
//! name finder may see two names.

use language::{Parse, Pos};
use lexicon::Lexicon;
use std::ops::Range;

/// The longest name looked for, in tokens.
const LONGEST: usize = 10;

/// Runs of words that the tables know as one name and that a joining word parts, in order of the text.
pub(crate) fn bound(parse: &Parse, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let named = |at: usize| matches!(parse.pos(at), Pos::Propn | Pos::Noun | Pos::Adj) && capital(parse, at);
    let mut start = 0;
    while start < parse.len() {
        let longest = (start + 3..=(start + LONGEST).min(parse.len())).rev().find(|&end| {
            named(start)
                && named(end - 1)
                && (start..end).any(|at| matches!(parse.pos(at), Pos::Cconj | Pos::Adp | Pos::Punct))
                && parse.sentence_of(start) == parse.sentence_of(end - 1)
                && lexicon.names.find(parse.span(start..end).of(parse.text())).is_some()
        });
        match longest {
            Some(end) => {
                found.push(start..end);
                start = end;
            }
            None => start += 1,
        }
    }
    found
}

fn capital(parse: &Parse, at: usize) -> bool {
    parse.word(at).chars().next().is_some_and(char::is_uppercase)
}

/// The word of a run that the others hang on.
pub(crate) fn head(parse: &Parse, tokens: &Range<usize>) -> usize {
    tokens.clone().find(|&at| !tokens.contains(&parse.head(at)) || parse.is_root(at)).unwrap_or(tokens.start)
}
