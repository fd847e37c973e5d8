//! What are the pieces of some words that say when?

use lexicon::{Calendar, CalendarWord, Lexicon, NumberWord};

/// A piece, with its place in the words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub piece: Piece,
    pub start: usize,
    pub end: usize,
}

/// What a piece is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    /// A number of one or two digits, or a number word.
    Number(i32),
    /// A number of four digits that can be a year.
    Year(i32),
    /// `1990s`.
    Decade(i32),
    /// A word or phrase of the calendar.
    Calendar(CalendarWord),
    /// A hour of the clock: `05:38`.
    Clock,
    /// A hyphen or dash.
    Dash,
    /// Any other word, in lower case.
    Word(String),
}

/// The pieces in order. Commas, full stops and brackets go.
pub(super) fn tokens(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let words = words(text);
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some((length, word)) = phrase(&words[at..], &lexicon.calendar) {
            tokens.push(Token {
                piece: Piece::Calendar(word),
                start: words[at].start,
                end: words[at + length - 1].end,
            });
            at += length;
            continue;
        }
        let word = &words[at];
        tokens.push(Token { piece: piece(word, lexicon), start: word.start, end: word.end });
        at += 1;
    }
    tokens
}

struct Word {
    lower: String,
    capital: bool,
    start: usize,
    end: usize,
}

fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut start: Option<usize> = None;
    let mut push = |from: usize, to: usize| {
        let word = &text[from..to];
        let bare = crate::wording::without_possessive(word);
        if !bare.is_empty() {
            words.push(Word {
                lower: bare.to_lowercase(),
                capital: bare.chars().next().is_some_and(char::is_uppercase),
                start: from,
                end: to,
            });
        }
    };
    for (at, c) in text.char_indices() {
        let inside = c.is_alphanumeric() || c == '\'' || c == '’' || c == ':' && start.is_some();
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                push(from, at);
                start = None;
            }
            _ => {}
        }
        if matches!(c, '-' | '–' | '—') {
            push(at, at + c.len_utf8());
        }
    }
    if let Some(from) = start {
        push(from, text.len());
    }
    words
}

/// The longest phrase of the calendar that begins here, of up to three words.
fn phrase(words: &[Word], calendar: &Calendar) -> Option<(usize, CalendarWord)> {
    for length in (1..=3.min(words.len())).rev() {
        let joined: Vec<&str> = words[..length].iter().map(|word| word.lower.as_str()).collect();
        let Some(found) = calendar.get(&joined.join(" ")) else { continue };
        // "may" and "mar" are words as well; a month has a capital.
        if matches!(found, CalendarWord::Month(_) | CalendarWord::Weekday(_)) && !words[0].capital {
            continue;
        }
        return Some((length, found));
    }
    None
}

fn piece(word: &Word, lexicon: &Lexicon) -> Piece {
    let lower = word.lower.as_str();
    if lower == "-" || lower == "–" || lower == "—" {
        return Piece::Dash;
    }
    if lower.contains(':') && lower.chars().all(|c| c.is_ascii_digit() || c == ':') {
        return Piece::Clock;
    }
    let digits: String = lower.chars().take_while(char::is_ascii_digit).collect();
    let rest = &lower[digits.len()..];
    match (digits.len(), rest) {
        (4, "") => match digits.parse::<i32>() {
            Ok(year) if (1000..=2200).contains(&year) => return Piece::Year(year),
            _ => {}
        },
        (4, "s") => return digits.parse().map_or(Piece::Word(lower.to_string()), Piece::Decade),
        (1..=2, "" | "st" | "nd" | "rd" | "th") => {
            return digits.parse().map_or(Piece::Word(lower.to_string()), Piece::Number);
        }
        (1..=3, "") => return digits.parse().map_or(Piece::Word(lower.to_string()), Piece::Number),
        _ => {}
    }
    if matches!(lower, "a" | "an") {
        return Piece::Word(lower.to_string());
    }
    match lexicon.numbers.word(lower) {
        Some(NumberWord::Value(value)) if value.fract() == 0.0 && value < 1000.0 => Piece::Number(value as i32),
        Some(NumberWord::Vague { min: Some(min), .. }) if min < 100.0 => Piece::Number(min as i32),
        _ => Piece::Word(lower.to_string()),
    }
}
