//! How many does a noun stand for?
//!
//! "At least 42 soldiers died." → for `soldiers` 42 or more fighters. Words, digits, scales and vague numbers are read with
//! what bounds them: `between 400 and 800`, `as high as 158`, `dozens of`. What is counted comes from the noun; a thing
//! without a listed kind gives no quantity. Whether people were killed or wounded is for the caller, who knows the trigger.
//! Percentages, ages, years and times are no counts.

use crate::PartText;
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{Bound, Lexicon, NumberWord};
use model::{Quantity, QuantityKind};
use std::ops::Range;

/// A number as its words say it.
#[derive(Clone, Debug, PartialEq)]
struct Count {
    min: Option<f64>,
    max: Option<f64>,
    words: Range<usize>,
}

/// The count that modifies a noun, or that the noun is ("151 were wounded", "dozens of villages").
///
/// `None` where nothing is counted, the number is unknown, or the noun's kind is not listed.
pub fn of(part: &PartText, noun: usize, lexicon: &Lexicon) -> Option<Quantity> {
    let parse = &part.parse;
    let (count, counted) = find(parse, noun, lexicon)?;
    let what = kind(parse, counted, &count, lexicon)?;
    if count.min.is_none() && count.max.is_none() || !is_count(parse, &count) {
        return None;
    }
    Some(Quantity { what, min: count.min, max: count.max, span: part.span(count.words) })
}

/// The count whose last word stands right before a word: `12` in "12 dead". What is counted is for the caller.
pub(crate) fn right_before(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Quantity> {
    let parse = &part.parse;
    let before = at.checked_sub(1)?;
    if parse.sentence_of(before) != parse.sentence_of(at) || !is_number(parse, before, lexicon) {
        return None;
    }
    let count = count_around(parse, before, lexicon)?;
    let definite = count.words.start.checked_sub(1).is_some_and(|at| matches!(parse.norm(at), "the" | "of"));
    if definite || count.words.end != at || !is_count(parse, &count) {
        return None;
    }
    Some(Quantity { what: QuantityKind::Persons, min: count.min, max: count.max, span: part.span(count.words) })
}

/// The number that belongs to a noun, and the noun that tells what is counted.
fn find(parse: &Parse, noun: usize, lexicon: &Lexicon) -> Option<(Count, usize)> {
    // "dozens of villages", "12 of the soldiers": the number heads the phrase.
    if is_number(parse, noun, lexicon) {
        let counted =
            parse.child(noun, Dep::Prep).filter(|&of| parse.norm(of) == "of").and_then(|of| parse.child(of, Dep::Pobj));
        let below = counted.filter(|&below| is_number(parse, below, lexicon));
        let last = below.and_then(|below| parse.child(below, Dep::Prep)).and_then(|of| parse.child(of, Dep::Pobj));
        return Some((count_around(parse, noun, lexicon)?, last.or(counted).unwrap_or(noun)));
    }
    // "a mine, a truck and two tanks": the number right before this noun, not one of its conjuncts'.
    for child in parse.children(noun).filter(|&child| child < noun) {
        let numeral = match parse.dep(child) {
            Dep::Nummod | Dep::Amod | Dep::Quantmod | Dep::Det | Dep::Compound | Dep::Predet => {
                is_number(parse, child, lexicon)
            }
            _ => false,
        };
        if numeral && let Some(count) = count_around(parse, child, lexicon) {
            return Some((count, noun));
        }
    }
    let head = parse.head(noun);
    if parse.dep(noun) == Dep::Pobj && parse.norm(head) == "of" {
        let above = parse.head(head);
        if above != head && is_number(parse, above, lexicon) {
            return Some((count_around(parse, above, lexicon)?, noun));
        }
        // "a group of 40 men" is read at `men`; "tens of thousands of people" at `people`.
    }
    // "the number of dead rose to 42", "the toll was as high as 158"
    if matches!(lexicon.numbers.counted(parse.lemma(noun)), Some(QuantityKind::Killed | QuantityKind::Wounded))
        || lexicon.numbers.is_sum(parse.lemma(noun))
    {
        let verb = parse.head(noun);
        if matches!(parse.dep(noun), Dep::Nsubj | Dep::Nsubjpass) && lexicon.numbers.is_sum(parse.lemma(noun)) {
            let number = (verb + 1..parse.subtree(verb).end).find(|&at| parse.tag(at) == Tag::Cd)?;
            let of = parse.child(noun, Dep::Prep).and_then(|of| parse.child(of, Dep::Pobj));
            let kind = of.or_else(|| parse.child(noun, Dep::Compound)).unwrap_or(noun);
            return Some((count_around(parse, number, lexicon)?, kind));
        }
    }
    // "a tank": one vehicle; people are only counted by number words.
    let article =
        parse.children(noun).find(|&child| parse.dep(child) == Dep::Det && matches!(parse.norm(child), "a" | "an"))?;
    let what = lexicon.numbers.counted(parse.lemma(noun))?;
    // In a phrase an article only introduces ("near a base"); what a verb does something to, it counts ("hit a truck").
    let listed = matches!(parse.dep(noun), Dep::Conj | Dep::Dobj | Dep::Nsubjpass);
    let one = listed && matches!(what, QuantityKind::Vehicles | QuantityKind::Sites) && parse.tag(noun) != Tag::Nns;
    one.then(|| (Count { min: Some(1.0), max: Some(1.0), words: article..noun + 1 }, noun))
}

/// What is counted.
fn kind(parse: &Parse, noun: usize, count: &Count, lexicon: &Lexicon) -> Option<QuantityKind> {
    let before = count.words.start.checked_sub(1);
    let currency = |at: usize| parse.tag(at) == Tag::Dollar;
    if count.words.clone().any(currency) || before.is_some_and(currency) {
        return Some(QuantityKind::Money);
    }
    if let Some(what) = lexicon.numbers.counted(&parse.lemma(noun).to_lowercase()) {
        return Some(what);
    }
    // "151 were wounded", "five others", "four more": people, unless something else is said to be counted.
    let bare =
        parse.pos(noun) == Pos::Num || is_number(parse, noun, lexicon) || matches!(parse.norm(noun), "more" | "others");
    let people = parse.name_of(noun).is_some_and(|name| name.label == NameLabel::Norp) || parse.tag(noun) == Tag::Nnps;
    (bare || people).then_some(QuantityKind::Persons)
}

/// False for percentages, ages, times and parts of dates.
fn is_count(parse: &Parse, count: &Count) -> bool {
    let next = count.words.end;
    if next < parse.len() {
        if parse.word(next) == "%" || matches!(parse.norm(next), "percent" | "per" | "pc" | "years" | "year") {
            return false;
        }
        if parse.word(next) == "-"
            && next + 1 < parse.len()
            && matches!(parse.norm(next + 1), "year" | "day" | "month" | "hour" | "kilometre" | "mile")
        {
            return false;
        }
    }
    // "a Boeing 737-800 jet", "Route 8": a number that a name takes in.
    let start = count.words.start;
    let before = start.checked_sub(1).filter(|&before| parse.sentence_of(before) == parse.sentence_of(start));
    let type_name = before.is_some_and(|before| {
        let label = parse.name_of(before).map(|name| name.label);
        parse.pos(before) == Pos::Propn
            && matches!(parse.dep(before), Dep::Compound | Dep::Nmod)
            && matches!(label, None | Some(NameLabel::Product | NameLabel::Org | NameLabel::Fac))
    });
    if type_name {
        return false;
    }
    let label = parse.name_of(count.words.end - 1).map(|name| name.label);
    !matches!(label, Some(NameLabel::Date | NameLabel::Time | NameLabel::Percent | NameLabel::Ordinal))
}

/// The word by which the tables know a token.
fn form(parse: &Parse, at: usize) -> String {
    parse.word(at).to_lowercase()
}

fn digits(word: &str) -> Option<f64> {
    let plain: String = word.chars().filter(|c| *c != ',').collect();
    let first = plain.chars().next()?;
    let number = plain.trim_end_matches(['m', 'k', 'b', 'n']);
    let scale = match &plain[number.len()..] {
        "" => 1.0,
        "k" => 1e3,
        "m" => 1e6,
        "bn" | "b" => 1e9,
        _ => return None,
    };
    if !first.is_ascii_digit() {
        return None;
    }
    number.parse::<f64>().ok().map(|value| value * scale)
}

/// True for a token that is or belongs to a number; articles are none by themselves.
fn is_number(parse: &Parse, at: usize, lexicon: &Lexicon) -> bool {
    let word = form(parse, at);
    if digits(&word).is_some() {
        return parse.tag(at) == Tag::Cd || parse.dep(at) == Dep::Nummod;
    }
    match lexicon.numbers.word(&word) {
        Some(NumberWord::Value(value)) => !matches!(parse.pos(at), Pos::Det | Pos::Pron | Pos::Adv) || value != 1.0,
        Some(NumberWord::Scale(_)) => true,
        Some(NumberWord::Vague { min, max }) => min.is_some() || max.is_some(),
        None => false,
    }
}

/// Reads the number that a token belongs to, with its bounds and the other end of a range.
fn count_around(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Count> {
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
    while end < sentence.end {
        if inside(end) {
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

fn is_article(parse: &Parse, at: usize) -> bool {
    matches!(form(parse, at).as_str(), "a" | "an")
}

fn is_scale(parse: &Parse, at: usize, lexicon: &Lexicon) -> bool {
    matches!(lexicon.numbers.word(&form(parse, at)), Some(NumberWord::Scale(_)))
}

fn is_vague(parse: &Parse, at: usize, lexicon: &Lexicon) -> bool {
    matches!(lexicon.numbers.word(&form(parse, at)), Some(NumberWord::Vague { .. }))
}

fn spelled(parse: &Parse, at: usize, lexicon: &Lexicon) -> bool {
    matches!(lexicon.numbers.word(&form(parse, at)), Some(NumberWord::Value(_)))
}

/// What the words of one number come to: values add, scales multiply, vague words open the range upwards.
fn value(parse: &Parse, words: Range<usize>, lexicon: &Lexicon) -> Option<Count> {
    let mut total = 0.0;
    let mut current: Option<f64> = None;
    let mut open = false;
    let mut unbounded_max = None;
    for at in words.clone() {
        let word = form(parse, at);
        if word == "-" || word == "of" || is_article(parse, at) && current.is_some() || parse.tag(at) == Tag::Dollar {
            continue;
        }
        if let Some(number) = digits(&word) {
            current = Some(current.unwrap_or(0.0) + number);
            continue;
        }
        match lexicon.numbers.word(&word)? {
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
    let first = form(parse, words.start);
    let round = matches!(first.as_str(), "a" | "an") && parse.norm(words.end - 1) == "dozen"
        || words.len() == 1 && parse.norm(words.start) == "dozen";
    if number <= 0.0 && !open {
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
        let factor = match lexicon.numbers.word(&form(parse, second.words.end - 1)) {
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
    // Several can stand together: "at least another 20".
    'more: for _ in 0..3 {
        for length in (1..=3).rev() {
            let Some(from) = start.checked_sub(length).filter(|&from| from >= floor) else { continue };
            let words: Vec<String> = (from..start).map(|at| form(parse, at)).collect();
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
