//! Which names does the engine take for small words?
//!
//! "The town was lost before *IS* fighters came": three letters of a name that spell a small word when no capitals are seen. The
//! engine then finds no doer and a broken tree. Such a name is shown to it with its letters turned round, which spell nothing,
//! and the tree it finds is that of the text.

use crate::part::{footnote, left_out};
use language::{Parse, Pos};
use lexicon::Lexicon;

/// The parse of a text in which names of capitals that spell small words are read as names.
pub(crate) fn parse<'a>(text: &'a str, parse: impl Fn(&str) -> Parse<'_>, lexicon: &Lexicon) -> Parse<'a> {
    let bare = footnote::hidden(text);
    let plain = left_out::parse(&bare, &parse, lexicon);
    let mistaken: Vec<usize> = (0..plain.len()).filter(|&at| is_mistaken(&plain, at, lexicon)).collect();
    if mistaken.is_empty() {
        return plain.over(text);
    }
    let mut shown = bare.as_bytes().to_vec();
    for span in mistaken.into_iter().map(|at| plain.token(at).span) {
        shown[span.start as usize..span.end as usize].reverse();
    }
    match String::from_utf8(shown) {
        Ok(shown) => with_its_words(left_out::parse(&shown, &parse, lexicon), text),
        Err(_) => plain.over(text),
    }
}

/// True for the capitals of a name that the tables know, among small letters, tagged as a small word.
fn is_mistaken(parse: &Parse, at: usize, lexicon: &Lexicon) -> bool {
    let word = parse.word(at);
    let small = |other: usize| parse.word(other).chars().any(char::is_lowercase);
    let small_word =
        matches!(parse.pos(at), Pos::Aux | Pos::Verb | Pos::Pron | Pos::Adp | Pos::Sconj | Pos::Cconj | Pos::Det);
    small_word
        && word.len() > 1
        && word.bytes().all(|letter| letter.is_ascii_uppercase())
        && parse.sentences()[parse.sentence_of(at)].clone().any(small)
        && lexicon.names.find(word).is_some()
}

/// The parse over the text itself, each word with its own spelling.
fn with_its_words<'a>(shown: Parse<'_>, text: &'a str) -> Parse<'a> {
    let turned: Vec<bool> =
        shown.tokens().iter().map(|token| token.span.of(text) != token.span.of(shown.text())).collect();
    shown.over(text).with_lemmas(|parse, at| turned[at].then(|| parse.word(at).to_string()))
}
