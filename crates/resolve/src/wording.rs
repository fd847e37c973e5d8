//! What do words look like without what sentences put around them?
//!
//! "the Arvian army’s" is `Arvian army`.

use lexicon::{Lexicon, NumberWord};
use std::borrow::Cow;

/// Words that open a noun phrase and say nothing about which thing it is.
const DETERMINERS: [&str; 22] = [
    "the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my", "your", "some",
    "any", "all", "both", "each", "every", "such", "other",
];

/// The words with single spaces, without quotes, determiners and possessive ending around them.
pub(crate) fn clean(text: &str) -> String {
    let mut rest = text.trim();
    // "unprovoked *and naked aggression*": what joins words says nothing.
    rest = rest.strip_prefix("and ").map_or(rest, str::trim_start);
    while let Some((first, after)) = rest.split_once(char::is_whitespace)
        && DETERMINERS.iter().any(|word| word.eq_ignore_ascii_case(first))
        // "some of those who fled"
        && !after.trim_start().starts_with("of ")
    {
        rest = after.trim_start();
    }
    // Most words have no marks that could come off.
    let mut before = b' ';
    let plain = rest.bytes().all(|byte| {
        let last = std::mem::replace(&mut before, byte);
        byte.is_ascii_alphanumeric() || byte == b' ' && last != b' '
    });
    if plain {
        return rest.to_string();
    }
    let mut joined = String::with_capacity(rest.len());
    let mut words = rest.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let inside = !joined.is_empty() && words.peek().is_some();
        if inside && (is_short_form(word) || is_nickname(word)) {
            continue;
        }
        if !joined.is_empty() {
            joined.push(' ');
        }
        // "Arvian ‘peacekeepers": a mark that opens inside says nothing.
        joined.push_str(&without_dots(word.trim_start_matches(['‘', '“', '"'])));
    }
    let joined = without_notes(&joined);
    let trimmed = joined.trim_matches(|c: char| {
        matches!(c, '"' | '“' | '”' | '‘' | ',' | ';' | ':' | '(' | ')' | '[' | ']' | '—' | '–' | '-' | '*' | '_')
    });
    let trimmed = without_possessive(without_open_bracket(trimmed));
    // A full stop ends an abbreviation, unless it is the only one.
    let trimmed = if trimmed.matches('.').count() == 1 { trimmed.trim_end_matches('.') } else { trimmed };
    trimmed.trim().to_string()
}

/// True for `(AF)` inside a name, "Arvian Front (AF) fighters": the name in short, which says no part of it.
fn is_short_form(word: &str) -> bool {
    let inside = word.strip_prefix('(').and_then(|word| word.strip_suffix(')'));
    inside.is_some_and(|form| form.len() > 1 && form.chars().all(|letter| letter.is_uppercase() || letter == '-'))
}

/// True for `“Tony”` inside a name, "Anton “Tony” Brek": what he is called among friends.
fn is_nickname(word: &str) -> bool {
    let inside = word.strip_prefix(['“', '"']).and_then(|word| word.strip_suffix(['”', '"']));
    inside.is_some_and(|name| name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphabetic))
}

/// `envoys of the Arvian Front` for `envoys of the Arvian Front (AF`: a bracket that these words do not close says no part of them.
fn without_open_bracket(words: &str) -> &str {
    match words.rfind('(') {
        Some(at) if at > 0 && !words[at..].contains(')') => words[..at].trim_end(),
        _ => words,
    }
}

/// `Anton Brek` for `Anton Brek,[1`: encyclopedias put the numbers of notes right behind words.
fn without_notes(words: &str) -> &str {
    let opens = |&(at, _): &(usize, &str)| words[at + 1..].starts_with(|c: char| c.is_ascii_digit());
    match words.match_indices('[').filter(|&(at, _)| at > 0).find(opens) {
        Some((at, _)) => words[..at].trim_end_matches(['.', ',', ';', ' ']),
        None => words,
    }
}

/// The form under which tables know a pronoun or noun: small letters. `None` for an abbreviation, which is neither: "US".
pub(crate) fn as_word(words: &str) -> Option<String> {
    let letters = words.chars().filter(|c| c.is_alphabetic());
    let abbreviation = letters.clone().count() > 1 && letters.clone().all(char::is_uppercase);
    (!abbreviation).then(|| words.to_lowercase())
}

/// `US` for `U.S.`: the same abbreviation is written both ways.
fn without_dots(word: &str) -> Cow<'_, str> {
    let mut letters = word.chars();
    let mut pair = || matches!((letters.next(), letters.next()), (Some(letter), Some('.')) if letter.is_uppercase());
    if pair() && pair() { Cow::Owned(word.replace('.', "")) } else { Cow::Borrowed(word) }
}

/// `Arvia` for `Arvia's`, `rebels` for `rebels’`.
pub(crate) fn without_possessive(text: &str) -> &str {
    for ending in ["'s", "’s", "'", "’"] {
        if let Some(rest) = text.strip_suffix(ending) {
            return rest;
        }
    }
    text
}

/// The word before a byte of a text, in lower case; `None` at the start of a sentence.
pub(crate) fn word_before(text: &str, at: usize) -> Option<String> {
    let before = text.get(..at)?.trim_end_matches([' ', '\n', '\u{a0}']);
    let start = before
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let word = &before[start..];
    (!word.is_empty()).then(|| word.to_lowercase())
}

/// Words in small letters; most are written so.
pub(crate) fn small(words: &str) -> Cow<'_, str> {
    let is_small = words.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_small { Cow::Borrowed(words) } else { Cow::Owned(words.to_lowercase()) }
}

/// A noun in lower case as the tables have it: `militia` for `militias`, `policeman` for `policemen`.
pub(crate) fn singulars(noun: &str) -> Vec<String> {
    let mut all = Vec::new();
    is_in_singular(noun, |form| {
        all.push(form.to_string());
        false
    });
    all
}

/// True when one of the [`singulars`] of a noun is such.
pub(crate) fn is_in_singular(noun: &str, mut is: impl FnMut(&str) -> bool) -> bool {
    let noun = &*small(noun);
    is(noun)
        || noun.strip_suffix("ies").is_some_and(|stem| is(&format!("{stem}y")))
        || noun.strip_suffix("men").is_some_and(|stem| is(&format!("{stem}man")))
        || noun.strip_suffix("es").is_some_and(&mut is)
        || noun.strip_suffix('s').is_some_and(is)
}

/// The last word of some words.
pub(crate) fn last_word(text: &str) -> &str {
    text.rsplit(' ').next().unwrap_or(text)
}

/// True for small words that count people and name none: "hundreds", "scores", "hundreds of thousands".
pub(crate) fn only_counts(words: &str, lexicon: &Lexicon) -> bool {
    let counts =
        |word: &str| matches!(lexicon.numbers.word(word), Some(NumberWord::Scale(_) | NumberWord::Vague { .. }));
    let small = |word: &str| word.chars().all(char::is_lowercase);
    words.split(' ').any(counts) && words.split(' ').all(|word| small(word) && (counts(word) || word == "of"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sentences_put_around_words_comes_off() {
        for (text, expected) in [
            ("the Arvian army’s", "Arvian army"),
            ("these  two\nmen", "two men"),
            ("“Tavan,”", "Tavan"),
            ("Anton “Tony” Brek", "Anton Brek"),
            ("U.N.", "UN"),
            ("U.S.-led", "US-led"),
            ("Sept.", "Sept"),
            ("Anton Brek,[1", "Anton Brek"),
            ("residents.[4][5]", "residents"),
            ("envoys of the Arvian Front (AF)", "envoys of the Arvian Front"),
            ("the Front (Tavan) Council", "Front (Tavan) Council"),
            ("Arvian ‘peacekeepers’", "Arvian peacekeepers"),
            ("and the raid", "raid"),
            ("and  Velna", "Velna"),
            ("the", "the"),
            ("", ""),
        ] {
            assert_eq!(clean(text), expected, "{text}");
        }
        assert_eq!(word_before("As the group", 7).as_deref(), Some("the"));
        assert_eq!(word_before("“The group", 3), None);
        assert_eq!((as_word("US"), as_word("Us").as_deref(), as_word("I").as_deref()), (None, Some("us"), Some("i")));
        assert!(singulars("Militias").contains(&"militia".to_string()));
    }
}
