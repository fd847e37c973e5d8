//! Is a word an address of the web, so that it stays one token?
//!
//! `https://example.org/a?b=1`, `example.org`, `name@example.org` and `8.8.8.8:53` are; `al.-Bab` is not. This is the
//! model's `url_match` pattern by hand: scheme, user, then a host of labels and a top level or of four numbers, then
//! port and path. A word has no white space in it, so "any character but white space" is any character here.

use crate::characters::{Characters, DECIMAL, WORD};

/// Flags of the two classes that the pack assigns.
#[derive(Clone, Copy)]
pub(crate) struct Classes {
    /// Characters a label starts and ends with.
    pub(crate) label: u32,
    /// Characters of a top level.
    pub(crate) top: u32,
}

/// True when the whole word is an address.
pub(crate) fn is_url(word: &str, classes: Classes, characters: &Characters) -> bool {
    if !word.contains('.') {
        return false;
    }
    let host_at = |at: usize| host(&word[at..], classes, characters);
    if host_at(0) {
        return true;
    }
    let scheme = word.find("://").filter(|&end| {
        let name = &word[..end];
        name.chars().nth(1).is_some() && name.chars().all(|c| matches!(c, '+' | '-' | '.') || characters.is(c, WORD))
    });
    if let Some(end) = scheme
        && host_at(end + 3)
    {
        return true;
    }
    // A user needs at least one character before its @, or after the scheme; a scheme alone already gives that.
    word.match_indices('@').any(|(at, _)| at > 0 && host_at(at + 1))
}

fn host(text: &str, classes: Classes, characters: &Characters) -> bool {
    (!is_private(text, characters) && numbers(text, characters).is_some_and(|rest| tail(rest, characters)))
        || labels(text, classes, characters)
}

/// Labels with dots and a top level of 2 to 63 characters, then port and path.
fn labels(text: &str, classes: Classes, characters: &Characters) -> bool {
    let mut rest = text;
    let mut any = false;
    loop {
        if any {
            // A top level may be followed by its end only where the rest fits, so every length is tried.
            let mut after = rest.chars();
            for count in 1..=63 {
                if !after.next().is_some_and(|found| characters.is(found, classes.top)) {
                    break;
                }
                if count >= 2 && tail(after.as_str(), characters) {
                    return true;
                }
            }
        }
        let Some(dot) = rest.char_indices().take(65).find(|(_, found)| *found == '.').map(|(at, _)| at) else {
            return false;
        };
        let label = &rest[..dot];
        let ends = |found: Option<char>| found.is_some_and(|found| characters.is(found, classes.label));
        let inner = |found: char| matches!(found, '_' | '-') || characters.is(found, classes.label);
        if !ends(label.chars().next()) || !ends(label.chars().next_back()) || !label.chars().all(inner) {
            return false;
        }
        rest = &rest[dot + 1..];
        any = true;
    }
}

/// An optional port and path, then the end.
fn tail(text: &str, characters: &Characters) -> bool {
    let path = |rest: &str| rest.is_empty() || rest.starts_with(['/', '?', '#']);
    if path(text) {
        return true;
    }
    let Some(port) = text.strip_prefix(':') else { return false };
    let digits = port.chars().take(5).take_while(|&found| characters.is(found, DECIMAL));
    let mut len = 0;
    for (count, digit) in digits.enumerate() {
        len += digit.len_utf8();
        if count >= 1 && path(&port[len..]) {
            return true;
        }
    }
    false
}

/// The readings of up to `most` decimal digits at the start: for each length the characters and the rest.
fn digits<'t>(text: &'t str, most: usize, characters: &Characters) -> Vec<(&'t str, &'t str)> {
    let mut end = 0;
    let mut found = Vec::new();
    for digit in text.chars().take(most).take_while(|&digit| characters.is(digit, DECIMAL)) {
        end += digit.len_utf8();
        found.push((&text[..end], &text[end..]));
    }
    found
}

/// Four numbers with dots, as far as the pattern asks: what follows them. Numbers are read whole, as what follows an
/// address is never a digit.
fn numbers<'t>(text: &'t str, characters: &Characters) -> Option<&'t str> {
    let in_class = |found: char, from: char, to: char| (from..=to).contains(&found);
    let fits = |number: &str, place: usize| {
        let c: Vec<char> = number.chars().collect();
        match (place, c.as_slice()) {
            (0 | 3, [a]) => in_class(*a, '1', '9'),
            (0 | 3, [a, _]) => in_class(*a, '1', '9'),
            (0, [a, b, c]) => {
                *a == '1' || (*a == '2' && (in_class(*b, '0', '1') || (*b == '2' && in_class(*c, '0', '3'))))
            }
            (3, [a, b, c]) => {
                *a == '1' || (*a == '2' && (in_class(*b, '0', '4') || (*b == '5' && in_class(*c, '0', '4'))))
            }
            (_, [_] | [_, _]) => true,
            (_, [a, b, c]) => {
                *a == '1' || (*a == '2' && (in_class(*b, '0', '4') || (*b == '5' && in_class(*c, '0', '5'))))
            }
            _ => false,
        }
    };
    let mut rest = text;
    for place in 0..4 {
        if place > 0 {
            rest = rest.strip_prefix('.')?;
        }
        let (number, after) = *digits(rest, 4, characters).last()?;
        if !fits(number, place) {
            return None;
        }
        rest = after;
    }
    Some(rest)
}

/// Addresses of private nets, which the pattern leaves out: 10, 127, 169.254, 192.168, 172.16 to 172.31.
fn is_private(text: &str, characters: &Characters) -> bool {
    let groups = |mut rest: &str, count: usize| {
        (0..count).all(|at| {
            let Some(number) = rest.strip_prefix('.') else { return false };
            // All but the last group must be followed by a dot, so they are read whole.
            let Some((whole, after)) = digits(number, 4, characters).last().copied() else { return false };
            rest = after;
            whole.chars().count() <= 3 || at + 1 == count
        })
    };
    let after = |head: &str, count: usize| text.strip_prefix(head).is_some_and(|rest| groups(rest, count));
    let second_172 = || {
        let Some(rest) = text.strip_prefix("172.") else { return false };
        let mut c = rest.chars();
        let (Some(tens), Some(ones)) = (c.next(), c.next()) else { return false };
        let fits = match tens {
            '1' => ('6'..='9').contains(&ones),
            '2' => characters.is(ones, DECIMAL),
            '3' => matches!(ones, '0' | '1'),
            _ => false,
        };
        fits && groups(c.as_str(), 2)
    };
    after("10", 3) || after("127", 3) || after("169.254", 2) || after("192.168", 2) || second_172()
}
