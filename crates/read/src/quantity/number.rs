//! What do the words of a number come to, and what bounds it?
//!
//! "at least two dozen" → 24 or more; "10 to 15 thousand" → 10,000 to 15,000; "tens of thousands" → 20,000 or more.

use language::{Dep, Parse, Pos, Tag};
use lexicon::{Bound, Lexicon, NumberWord};
use std::ops::Range;

/// A number as its words say it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Count {
    pub(super) min: Option<f64>,
    pub(super) max: Option<f64>,
    pub(super) words: Range<usize>,
}

fn digits(word: &str) -> Option<f64> {
    if !word.chars().find(|c| *c != ',')?.is_ascii_digit() {
        return None;
    }
    let plain: String = word.chars().filter(|c| *c != ',').collect();
    let number = plain.trim_end_matches(['m', 'k', 'b', 'n']);
    let scale = match &plain[number.len()..] {
        "" => 1.0,
        "k" => 1e3,
        "m" => 1e6,
        "bn" | "b" => 1e9,
        _ => return None,
    };
    number.parse::<f64>().ok().map(|value| value * scale)
}

/// True for a token that is or belongs to a number; articles are none by themselves.
pub(super) fn is_number(parse: &Parse, at: usize, lexicon: &Lexicon) -> bool {
    let word = parse.lower(at);
    if digits(word).is_some() {
        // "$3bn"
        let sum = at > 0 && parse.tag(at - 1) == Tag::Dollar;
        return sum || parse.tag(at) == Tag::Cd || parse.dep(at) == Dep::Nummod;
    }
    // "no one", "no two": nobody is counted.
    if at > 0 && parse.norm(at - 1) == "no" {
        return false;
    }
    match lexicon.numbers.word(word) {
        Some(NumberWord::Value(value)) => !matches!(parse.pos(at), Pos::Det | Pos::Pron | Pos::Adv) || value != 1.0,
        Some(NumberWord::Scale(_)) => true,
        Some(NumberWord::Vague { min, max }) => min.is_some() || max.is_some(),
        None => false,
    }
}

/// Reads the number that a token belongs to, with its bounds and the other end of a range.
pub(super) fn count_around(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Count> {
    let inside = |at: usize| is_number(parse, at, lexicon) && (parse.pos(at) != Pos::Det || !is_article(parse, at));
    let sentence = parse.sentences()[parse.sentence_of(at)].clone();
    // "seventy-two", "hundreds of thousands": the word between two halves of one number.
    let joins = |at: usize| match parse.word(at) {
        "-" => spelled(parse, at - 1, lexicon) && spelled(parse, at + 1, lexicon),
        "of" => is_vague(parse, at - 1, lexicon) && is_vague(parse, at + 1, lexicon),
        _ => false,
    };
    let mut start = at;
    while start > sentence.start {
        let before = start - 1;
        if inside(before) || is_article(parse, before) && is_scale(parse, start, lexicon) {
            start = before;
        } else if before > sentence.start && joins(before) {
            start = before - 1;
        } else {
            break;
        }
    }
    let mut end = at + 1;
    // "two *12-year-old* boys"
    let apart = |end: usize| spelled(parse, end - 1, lexicon) && digits(parse.lower(end)).is_some();
    while end < sentence.end {
        if inside(end) && !apart(end) {
            end += 1;
        } else if end + 1 < sentence.end && joins(end) {
            end += 2;
        } else {
            break;
        }
    }
    let mut count = value(parse, start..end, lexicon)?;
    if let Some(wide) = range(parse, &count, &sentence, lexicon) {
        return Some(wide);
    }
    bounded(parse, &mut count, sentence.start, lexicon);
    Some(count)
}

/// Reads the number that begins at a token, with its bounds, whatever range it ends: `42` in "rose from 30 *to 42*".
pub(super) fn count_from(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Count> {
    let sentence = parse.sentences()[parse.sentence_of(at)].clone();
    let end = (at..sentence.end).find(|&next| !is_number(parse, next, lexicon)).unwrap_or(sentence.end);
    let mut count = value(parse, at..end, lexicon)?;
    bounded(parse, &mut count, sentence.start, lexicon);
    Some(count)
}

fn is_article(parse: &Parse, at: usize) -> bool {
    matches!(parse.lower(at), "a" | "an")
}

fn is_scale(parse: &Parse, at: usize, lexicon: &Lexicon) -> bool {
    matches!(lexicon.numbers.word(parse.lower(at)), Some(NumberWord::Scale(_)))
}

fn is_vague(parse: &Parse, at: usize, lexicon: &Lexicon) -> bool {
    matches!(lexicon.numbers.word(parse.lower(at)), Some(NumberWord::Vague { .. }))
}

fn spelled(parse: &Parse, at: usize, lexicon: &Lexicon) -> bool {
    matches!(lexicon.numbers.word(parse.lower(at)), Some(NumberWord::Value(_)))
}

/// What the words of one number come to: values add, scales multiply, vague words open the range upwards.
fn value(parse: &Parse, words: Range<usize>, lexicon: &Lexicon) -> Option<Count> {
    let mut total = 0.0;
    let mut current: Option<f64> = None;
    let mut open = false;
    let mut unbounded_max = None;
    for at in words.clone() {
        let word = parse.lower(at);
        if word == "-" || word == "of" || is_article(parse, at) && current.is_some() || parse.tag(at) == Tag::Dollar {
            continue;
        }
        if let Some(number) = digits(word) {
            current = Some(current.unwrap_or(0.0) + number);
            continue;
        }
        match lexicon.numbers.word(word)? {
            NumberWord::Value(number) => current = Some(current.unwrap_or(0.0) + number),
            NumberWord::Scale(scale) => {
                let product = current.take().unwrap_or(1.0) * scale;
                if scale >= 1000.0 {
                    total += product;
                } else {
                    current = Some(product);
                }
            }
            NumberWord::Vague { min, max } => {
                // "hundreds of thousands": twice a hundred, thousand by thousand.
                let factor = if open { min.map(|m| m / 2.0) } else { min };
                current = match (current, factor) {
                    (Some(before), Some(now)) => Some(before * now),
                    (before, now) => now.or(before),
                };
                open = true;
                unbounded_max = max;
            }
        }
    }
    let number = total + current.unwrap_or(0.0);
    // "a dozen" is a round number, "two dozen" is meant.
    let first = parse.lower(words.start);
    let round = matches!(first, "a" | "an") && parse.norm(words.end - 1) == "dozen"
        || words.len() == 1 && parse.norm(words.start) == "dozen";
    // "half of the camps", "a third of": a share of something is no number.
    if number < 1.0 && !open {
        return None;
    }
    let max = if open {
        unbounded_max
    } else if round {
        None
    } else {
        Some(number)
    };
    Some(Count { min: Some(number), max, words })
}

/// The other end of a range: "between 400 and 800", "from 10 to 15", "400–800", "ten to twelve", "10 or 12".
fn range(parse: &Parse, count: &Count, sentence: &Range<usize>, lexicon: &Lexicon) -> Option<Count> {
    let joins = |at: usize| {
        matches!(parse.norm(at), "to" | "-" | "–" | "—" | "and" | "or") || matches!(parse.word(at), "-" | "–" | "—")
    };
    let number = |at: usize| sentence.contains(&at) && is_number(parse, at, lexicon) && parse.pos(at) != Pos::Det;
    let opens = |at: usize| matches!(parse.norm(at), "between" | "from");
    let mut first = count.clone();
    let mut second = None;
    let next = count.words.end;
    if next + 1 < sentence.end && joins(next) && number(next + 1) {
        let mut end = next + 2;
        while end < sentence.end && number(end) {
            end += 1;
        }
        second = value(parse, next + 1..end, lexicon);
    } else if count.words.start >= sentence.start + 2 && joins(count.words.start - 1) && number(count.words.start - 2) {
        let mut start = count.words.start - 2;
        while start > sentence.start && number(start - 1) {
            start -= 1;
        }
        second = Some(first);
        first = value(parse, start..count.words.start - 1, lexicon)?;
    }
    let second = second?;
    let open = first.words.start.checked_sub(1).filter(|&at| at >= sentence.start && opens(at));
    let and = parse.norm(first.words.end) == "and";
    let (mut low, high) = (first.min?, second.min?);
    if and && open.is_none() || low >= high && low < 1.0 {
        return None;
    }
    // "10 to 15 thousand": the scale stands once.
    if low < high
        && is_scale(parse, second.words.end - 1, lexicon)
        && !is_scale(parse, first.words.end - 1, lexicon)
        && second.words.len() > 1
    {
        let factor = match lexicon.numbers.word(parse.lower(second.words.end - 1)) {
            Some(NumberWord::Scale(scale)) => scale,
            _ => 1.0,
        };
        if low < factor {
            low *= factor;
        }
    }
    (low < high).then(|| Count {
        min: Some(low),
        max: Some(high),
        words: open.unwrap_or(first.words.start)..second.words.end,
    })
}

/// Widens a count by the bounding words right before it.
fn bounded(parse: &Parse, count: &mut Count, floor: usize, lexicon: &Lexicon) {
    let mut start = count.words.start;
    if start > floor && parse.tag(start - 1) == Tag::Dollar {
        start -= 1;
    }
    let mut decided = false;
    // "200 or more fighters", "a dozen or so"
    for length in (1..=2).rev() {
        let words = count.words.end..(count.words.end + length).min(parse.len());
        let spelled: Vec<_> = words.clone().map(|at| parse.lower(at)).collect();
        let Some(bound) = lexicon.numbers.bound_after(&spelled.join(" ")).filter(|_| words.len() == length) else {
            continue;
        };
        match bound {
            Bound::Min => count.max = None,
            Bound::Max => count.max = count.min.take(),
            Bound::Both => {}
        }
        decided = bound != Bound::Both;
        count.words.end = words.end;
        break;
    }
    // Several can stand together: "at least another 20".
    'more: for _ in 0..3 {
        for length in (1..=3).rev() {
            let Some(from) = start.checked_sub(length).filter(|&from| from >= floor) else { continue };
            // "handed *over* four hostages": a particle belongs to its verb.
            if parse.dep(start - 1) == Dep::Prt {
                break 'more;
            }
            let words: Vec<_> = (from..start).map(|at| parse.lower(at)).collect();
            let Some(bound) = lexicon.numbers.bound(&words.join(" ")) else { continue };
            match bound {
                Bound::Min if !decided => {
                    count.max = None;
                    decided = true;
                }
                Bound::Max if !decided => {
                    count.max = count.min.take();
                    decided = true;
                }
                _ => {}
            }
            start = from;
            continue 'more;
        }
        break;
    }
    count.words.start = start;
}
