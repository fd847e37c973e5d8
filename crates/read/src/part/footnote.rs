//! Which marks of a text only point to its notes?
//!
//! "Twelve soldiers died.[3][4] A physician said …": the marks join two sentences for the engine. It is shown blanks in their place, as
//! many bytes as they have, so that all spans are those of the text.

use std::borrow::Cow;

/// Bytes of the longest mark, without its brackets.
const LONGEST: usize = "citation needed".len();

/// The text with blanks in place of each mark that stands at the end of a word or of another mark: `[3]`, `[a]`, `[note 2]`.
/// A bracket that holds anything else, such as "[sic]" or "[the rebels]", says something and stays.
pub(crate) fn hidden(text: &str) -> Cow<'_, str> {
    let mut shown = String::new();
    let mut from = 0;
    let mut at = 0;
    while let Some(open) = text[at..].find('[').map(|open| at + open) {
        at = open + 1;
        let inside = text.as_bytes()[at..].iter().take(LONGEST + 1).position(|&byte| byte == b']');
        let Some(close) = inside.map(|length| at + length) else { continue };
        let touches = text[..open].chars().next_back().is_some_and(|before| !before.is_whitespace());
        if touches && is_mark(&text[open + 1..close]) {
            shown.push_str(&text[from..open]);
            shown.extend(std::iter::repeat_n(' ', close + 1 - open));
            (from, at) = (close + 1, close + 1);
        }
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    shown.push_str(&text[from..]);
    Cow::Owned(shown)
}

fn is_mark(inside: &str) -> bool {
    let number = |word: &str| (1..=3).contains(&word.len()) && word.bytes().all(|digit| digit.is_ascii_digit());
    let letter = |word: &str| word.len() == 1 && word.bytes().all(|letter| letter.is_ascii_lowercase());
    match inside.split_once(' ') {
        None => number(inside) || letter(inside),
        Some((word, which)) => {
            matches!(word, "note" | "n" | "nb") && (number(which) || letter(which)) || inside == "citation needed"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::hidden;

    #[test]
    fn marks_are_hidden_and_what_brackets_say_is_not() {
        assert_eq!(hidden("Ten died.[3][14] Two fled[a] at dawn."), "Ten died.        Two fled    at dawn.");
        assert_eq!(
            hidden("He left.[note 2] They said so.[citation needed]"),
            "He left.         They said so.                 "
        );
        for text in ["He said[sic] it.", "said [the rebels] left", "[1] A list", "unit [3] left", "ten[", "år[é]", ""]
        {
            assert_eq!(hidden(text), text);
        }
    }
}
