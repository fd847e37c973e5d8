//! What are the pieces of some words that say when?

use lexicon::{Calendar, CalendarWord, Lexicon, NumberWord, TimeSense, TimeWord};

/// A piece, with its place in the words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub piece: Piece,
    pub start: usize,
    pub end: usize,
    /// True for more than one unit: "days".
    pub plural: bool,
    /// What the word does with the days around it.
    senses: Vec<TimeSense>,
}

impl Token {
    fn new(piece: Piece, words: &[Word], lexicon: &Lexicon) -> Token {
        let [start, end] = [words.first().map_or(0, |word| word.start), words.last().map_or(0, |word| word.end)];
        let senses = match words {
            [word] => lexicon.time_senses.of(&word.lower).to_vec(),
            _ => Vec::new(),
        };
        let unit = matches!(piece, Piece::Calendar(CalendarWord::Unit(_)));
        let plural = unit && words.last().is_some_and(|word| word.lower.ends_with('s'));
        Token { piece, start, end, plural, senses }
    }

    /// True for a word with this sense.
    pub fn is(&self, sense: TimeSense) -> bool {
        self.senses.contains(&sense)
    }

    /// True for a word with one of these senses.
    pub fn any(&self, senses: &[TimeSense]) -> bool {
        senses.iter().any(|&sense| self.is(sense))
    }

    /// Which one of a row the word tells, from 1.
    pub fn ordinal(&self) -> Option<u8> {
        self.senses.iter().find_map(|sense| if let TimeSense::Ordinal(number) = sense { Some(*number) } else { None })
    }
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
            tokens.push(Token::new(Piece::Calendar(word), &words[at..at + length], lexicon));
            at += length;
            continue;
        }
        let word = &words[at];
        // "nineteen ninety-six"
        if let Some((length, year)) = spelled_year(&words[at..], lexicon) {
            tokens.push(Token::new(Piece::Year(year), &words[at..at + length], lexicon));
            at += length;
            continue;
        }
        // "the fiscal year" is one that is reckoned in another way.
        if lexicon.time_words.is(&word.lower, TimeWord::Reckoning) {
            at += 1;
            continue;
        }
        // "1800 GMT", "0400 local time"
        let behind = |next: usize| words.get(at + next).map_or("", |word| word.lower.as_str());
        let zone = lexicon.time_words.is(behind(1), TimeWord::Zone) && words[at + 1].capital;
        let zoned = zone || behind(1) == "local" && behind(2) == "time";
        let figures = word.lower.len() == 4 && word.lower.bytes().all(|figure| figure.is_ascii_digit());
        let found = if figures && zoned { Piece::Clock } else { piece(word, lexicon) };
        tokens.push(Token::new(found, &words[at..=at], lexicon));
        at += 1;
    }
    tokens
}

/// A year as it is spoken: two numbers, of which the first is the century, or thousands.
fn spelled_year(words: &[Word], lexicon: &Lexicon) -> Option<(usize, i32)> {
    let number = |at: usize| match lexicon.numbers.word(&words.get(at)?.lower) {
        Some(NumberWord::Value(value)) => Some(value as i32),
        _ => None,
    };
    if let (Some(thousands @ 1..=2), Some(NumberWord::Scale(1000.0))) =
        (number(0), words.get(1).and_then(|word| lexicon.numbers.word(&word.lower)))
    {
        let and = if words.get(2).is_some_and(|word| word.lower == "and") { 3 } else { 2 };
        let rest = number(and).filter(|rest| (1..100).contains(rest));
        return Some((if rest.is_some() { and + 1 } else { 2 }, thousands * 1000 + rest.unwrap_or(0)));
    }
    let century = number(0).filter(|century| (18..=20).contains(century))?;
    let tens = number(1).filter(|tens| (10..100).contains(tens))?;
    let ones = words.get(2).filter(|dash| dash.lower == "-").and_then(|_| number(3)).filter(|ones| *ones < 10);
    Some((if ones.is_some() { 4 } else { 2 }, century * 100 + tens + ones.unwrap_or(0)))
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
        let inside = c.is_alphanumeric() || c == '\'' || c == '’' || matches!(c, ':' | '/') && start.is_some();
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

/// The longest phrase of the calendar that begins here, of up to four words.
fn phrase(words: &[Word], calendar: &Calendar) -> Option<(usize, CalendarWord)> {
    for length in (1..=4.min(words.len())).rev() {
        let joined: Vec<&str> = words[..length].iter().map(|word| word.lower.as_str()).collect();
        let Some(found) = calendar.get(&joined.join(" ")) else { continue };
        // "may" and "mar" are words as well; a month has a capital.
        if matches!(found, CalendarWord::Month(_) | CalendarWord::Weekday(_) | CalendarWord::Holiday(_))
            && !words[0].capital
        {
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
    let lower = lower.trim_start_matches(['\'', '’']);
    let digits: String = lower.chars().take_while(char::is_ascii_digit).collect();
    let rest = &lower[digits.len()..];
    match (digits.len(), rest) {
        (4, "") => match digits.parse::<i32>() {
            Ok(year) if (1000..=2200).contains(&year) => return Piece::Year(year),
            _ => {}
        },
        // "the '80s": of the last century.
        (2, "s") if digits.ends_with('0') => {
            return digits.parse().map_or(Piece::Word(lower.to_string()), |tens: i32| Piece::Decade(1900 + tens));
        }
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
