//! Which days do words mean, on the day and at the point of the story where they stand?
//!
//! Written on 10 March 2031, a Monday: "Friday" is 7 March, "last week" 3 to 9 March, "Feb. 3" that of 2031, "since Feb. 3"
//! up to 10 March, "two days later" counts from the day told before. "For years" and "recently" are no days.

use super::day::{self, Written, is_word};
use super::token::{Piece, Token, tokens};
use jiff::ToSpan;
use jiff::civil::Date;
use lexicon::{CalendarUnit, CalendarWord, Lexicon, PartOfTime};
use model::{Resolved, TimeRange};

/// Where words stand.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Moment {
    /// The day the article was published.
    pub published: Option<Date>,
    /// The days told before.
    pub story: Option<TimeRange>,
    /// The year told before, for articles without a day.
    pub year: Option<i32>,
    /// The year told before, where the text is a history of times long before it was published.
    pub history: Option<i32>,
    /// The claim is about what is to come.
    pub ahead: bool,
}

type Days = (Date, Date, Resolved);

/// The days that words mean; `None` where they tell none.
pub(super) fn resolve(words: &str, moment: &Moment, lexicon: &Lexicon) -> Option<TimeRange> {
    let tokens = tokens(words, lexicon);
    let (earliest, latest, resolved) = days(&tokens, moment)?;
    (earliest <= latest).then_some(TimeRange { earliest, latest, resolved })
}

fn days(tokens: &[Token], moment: &Moment) -> Option<Days> {
    if let Some(at) = tokens.iter().position(|token| is_word(token, &["since"])) {
        let (from, _, resolved) = plain(&tokens[at + 1..], moment)?;
        let end = moment.published.or(moment.story.map(|story| story.latest))?;
        return Some((from, end, resolved.max(Resolved::FromPublication)));
    }
    if let Some(found) = offset(tokens, moment).or_else(|| between(tokens, moment)) {
        return Some(found);
    }
    // "before 2013" has no first day.
    if tokens.first().is_some_and(|token| is_word(token, &["before", "prior"])) {
        return None;
    }
    if tokens.first().is_some_and(|token| is_word(token, &["after", "following"]))
        && let Some((_, _, written)) = day::find(tokens)
        && (written.days.is_some() || written.months.is_some())
    {
        let (from, _, resolved) = place_in_time(&written, moment)?;
        return Some((from, moment.published?, resolved.max(Resolved::FromPublication)));
    }
    plain(tokens, moment)
}

/// "three days before the vote on 5 March": counted from the day that the words tell.
fn offset(tokens: &[Token], moment: &Moment) -> Option<Days> {
    let at = tokens.iter().position(|token| is_word(token, &["before", "after", "following"]))?;
    let (unit, number) = (tokens.get(at.checked_sub(1)?)?, tokens.get(at.checked_sub(2)?)?);
    let number = match &number.piece {
        Piece::Number(number) => *number,
        Piece::Word(word) if word == "a" || word == "an" => 1,
        _ => return None,
    };
    let sign = if is_word(&tokens[at], &["before"]) { 1 } else { -1 };
    let (from, to, resolved) = plain(&tokens[at + 1..], moment)?;
    match unit.piece {
        // Hours from a day on are told by the day.
        Piece::Calendar(CalendarWord::Daytime) => Some((from, to, resolved)),
        Piece::Calendar(CalendarWord::Unit(unit)) if from == to => {
            Some(about(back(from, sign * number, unit)?, unit, resolved))
        }
        _ => None,
    }
}

/// "the 19th century", "the late 19th century".
fn century(tokens: &[Token]) -> Option<Days> {
    let at =
        tokens.iter().position(|token| token.piece == Piece::Calendar(CalendarWord::Unit(CalendarUnit::Century)))?;
    let Piece::Number(number @ 10..=21) = tokens.get(at.checked_sub(1)?)?.piece else { return None };
    if tokens.iter().any(|token| is_word(token, &["ago", "later", "for", "before", "after"])) {
        return None;
    }
    let part = tokens.iter().find_map(|token| match token.piece {
        Piece::Calendar(CalendarWord::Part(part)) => Some(part),
        _ => None,
    });
    let (first, last) = match part {
        Some(PartOfTime::Early) => (1, 33),
        Some(PartOfTime::Mid) => (34, 66),
        Some(PartOfTime::Late) => (67, 100),
        None => (1, 100),
    };
    let year = |after: i32| i16::try_from((number - 1) * 100 + after).ok();
    Some((Date::new(year(first)?, 1, 1).ok()?, Date::new(year(last)?, 12, 31).ok()?, Resolved::Stated))
}

/// "between A and B", "from A to B", each of which may lack what the other says.
fn between(tokens: &[Token], moment: &Moment) -> Option<Days> {
    let at = tokens.iter().position(|token| is_word(token, &["between", "from"]))?;
    let rest = &tokens[at + 1..];
    let middle = rest
        .iter()
        .position(|token| is_word(token, &["and", "to", "until", "till", "through"]) || token.piece == Piece::Dash)?;
    let (_, _, mut second) = day::find(&rest[middle + 1..])?;
    let first = match rest[..middle]
        .iter()
        .find_map(|token| if let Piece::Number(day) = token.piece { Some(day) } else { None })
    {
        Some(day) if middle == 1 && (1..=31).contains(&day) => Written { days: Some((day as u8, day as u8)), ..second },
        _ => day::find(&rest[..middle])?.2,
    };
    let year = first.year.or(second.year);
    second.year = second.year.or(year);
    let first = Written { year, ..first };
    let (from, _, resolved) = place_in_time(&first, moment)?;
    let (_, to, _) = place_in_time(&second, moment)?;
    Some((from, to, resolved))
}

fn plain(tokens: &[Token], moment: &Moment) -> Option<Days> {
    if let Some((at, end, written)) = day::find(tokens) {
        return dated(tokens, at, end, written, moment);
    }
    if let Some(found) = century(tokens)
        .or_else(|| counted(tokens, moment))
        .or_else(|| weekday(tokens, moment))
        .or_else(|| unit(tokens, moment))
    {
        return Some(found);
    }
    let phrase = tokens.iter().find_map(|token| match token.piece {
        Piece::Calendar(word @ (CalendarWord::FromPublication(_) | CalendarWord::FromStory(_))) => Some(word),
        _ => None,
    });
    match phrase {
        // "Today" in words that are quoted in an article without a day is the day of its story.
        Some(CalendarWord::FromPublication(0)) if moment.published.is_none() => {
            let day = single(moment.story?)?;
            Some((day, day, Resolved::FromText))
        }
        Some(CalendarWord::FromPublication(by)) => {
            let day = moment.published?.checked_add(i64::from(by).days()).ok()?;
            Some((day, day, Resolved::FromPublication))
        }
        Some(CalendarWord::FromStory(0)) => {
            let story = moment.story?;
            Some((story.earliest, story.latest, Resolved::FromText))
        }
        Some(CalendarWord::FromStory(by)) => {
            let day = single(moment.story?)?.checked_add(i64::from(by).days()).ok()?;
            Some((day, day, Resolved::FromText))
        }
        _ => daytime(tokens, moment),
    }
}

/// An hour without a day is one of the day told before.
fn daytime(tokens: &[Token], moment: &Moment) -> Option<Days> {
    let told = tokens.iter().any(|token| matches!(token.piece, Piece::Clock | Piece::Calendar(CalendarWord::Daytime)));
    let counted =
        tokens.iter().any(|token| matches!(token.piece, Piece::Number(_)) || is_word(token, &["for", "within"]));
    let day = single(moment.story.filter(|_| told && !counted)?)?;
    Some((day, day, Resolved::FromText))
}

/// A written date with the words around it: "last October", "March of this year", "the first week of July".
fn dated(tokens: &[Token], at: usize, end: usize, written: Written, moment: &Moment) -> Option<Days> {
    let before = &tokens[..at];
    let mut written = written;
    if written.year.is_none()
        && let Some((word, CalendarUnit::Year)) = beside_unit(&tokens[end..])
    {
        let year = i32::from(moment.published?.year());
        written.year = Some(match word {
            Beside::This => year,
            Beside::Last => year - 1,
            Beside::Next => year + 1,
        });
    }
    if let Some(by) = week_of(before)
        && written.days.is_none()
        && written.months.is_some()
    {
        let (first, last, resolved) = place_in_time(&written, moment)?;
        let from = first.checked_add((7 * i64::from(by)).days()).ok()?;
        return Some((from, from.checked_add(6.days()).ok()?.min(last), resolved));
    }
    if written.year.is_none()
        && written.days.is_none()
        && let Some(token) = before.last()
        && let Some(published) = moment.published
        && let Some((month, _)) = written.months
    {
        let (year, now) = (i32::from(published.year()), published.month() as u8);
        if is_word(token, &["last"]) {
            written.year = Some(if month < now { year } else { year - 1 });
        } else if is_word(token, &["next"]) {
            written.year = Some(if month > now { year } else { year + 1 });
        }
    }
    // "Earlier in January": not all of it is over when it is told.
    let (from, to, resolved) = place_in_time(&written, moment)?;
    let earlier = before.iter().any(|token| is_word(token, &["earlier"]));
    match moment.published {
        Some(published) if earlier && from < published && published <= to => Some((from, published, resolved)),
        _ => Some((from, to, resolved)),
    }
}

/// "the first week of": 0 for the first.
fn week_of(before: &[Token]) -> Option<i32> {
    let week =
        before.iter().position(|token| token.piece == Piece::Calendar(CalendarWord::Unit(CalendarUnit::Week)))?;
    match &before.get(week.checked_sub(1)?)?.piece {
        Piece::Word(word) => ["first", "second", "third", "fourth"].iter().position(|w| w == word).map(|at| at as i32),
        _ => None,
    }
}

/// Gives a written date its year: its own, or that of the article's day, or that of the story.
fn place_in_time(written: &Written, moment: &Moment) -> Option<Days> {
    if let Some(year) = written.year {
        let (from, to) = written.range(year)?;
        return Some((from, to, Resolved::Stated));
    }
    let Some(published) = moment.published else {
        let (from, to) = written.range(moment.year?)?;
        return Some((from, to, Resolved::FromText));
    };
    let year = i32::from(published.year());
    // A history tells of the year that it named last.
    if let Some(told) = moment.history {
        let (from, to) = written.range(told)?;
        return Some((from, to, Resolved::FromText));
    }
    let (from, to) = written.range(year)?;
    let moved = if from > published && !moment.ahead {
        written.range(year - 1)?
    } else if to < published && moment.ahead && (published - to).get_days() > 60 {
        written.range(year + 1)?
    } else {
        (from, to)
    };
    Some((moved.0, moved.1, Resolved::FromPublication))
}

/// "three days ago", "two weeks later", "the past two weeks", "a month earlier".
fn counted(tokens: &[Token], moment: &Moment) -> Option<Days> {
    let at = tokens.iter().position(
        |token| matches!(token.piece, Piece::Calendar(CalendarWord::Unit(unit)) if unit != CalendarUnit::Weekend),
    )?;
    let Piece::Calendar(CalendarWord::Unit(unit)) = tokens[at].piece else { return None };
    let number = at.checked_sub(1).and_then(|before| match &tokens[before].piece {
        Piece::Number(number) => Some(*number),
        Piece::Word(word) if word == "a" || word == "an" => Some(1),
        _ => None,
    });
    let over = tokens[..at].iter().any(|token| is_word(token, &["last", "past", "previous"]));
    let after = &tokens[at + 1..];
    if over
        && let Some(number) = number
        && let Some(published) = moment.published
    {
        return Some((back(published, number, unit)?, published, Resolved::FromPublication));
    }
    // "in the past week" is seven days, "last week" a week of the calendar.
    if tokens[..at].iter().any(|token| is_word(token, &["past"])) && number.is_none() {
        let published = moment.published?;
        return Some((back(published, 1, unit)?, published, Resolved::FromPublication));
    }
    let number = number?;
    let says = |words: &[&str]| after.iter().any(|token| is_word(token, words));
    if says(&["ago"]) {
        let day = back(moment.published?, number, unit)?;
        return Some(about(day, unit, Resolved::FromPublication));
    }
    // "three days before the vote" counts from a day that is not told.
    let ends = |words: &[&str]| after.last().is_some_and(|token| is_word(token, words));
    if says(&["later", "afterwards"]) || ends(&["after"]) {
        let day = back(single(moment.story?)?, -number, unit)?;
        return Some(about(day, unit, Resolved::FromText));
    }
    if says(&["earlier", "previously"]) || ends(&["before", "prior"]) {
        let story = moment.story.and_then(single).or(moment.published)?;
        return Some(about(back(story, number, unit)?, unit, Resolved::FromText));
    }
    None
}

/// The day itself for days, weeks and months; all of the year for years.
fn about(day: Date, unit: CalendarUnit, resolved: Resolved) -> Days {
    match unit {
        CalendarUnit::Year | CalendarUnit::Decade | CalendarUnit::Century => {
            (day.first_of_year(), day.last_of_year(), resolved)
        }
        _ => (day, day, resolved),
    }
}

fn back(day: Date, number: i32, unit: CalendarUnit) -> Option<Date> {
    let number = i64::from(number);
    let span = match unit {
        CalendarUnit::Day => number.days(),
        CalendarUnit::Week | CalendarUnit::Weekend => number.weeks(),
        CalendarUnit::Month => number.months(),
        CalendarUnit::Year => number.years(),
        CalendarUnit::Decade => (10 * number).years(),
        CalendarUnit::Century => (100 * number).years(),
    };
    day.checked_sub(span).ok()
}

/// "Friday": the last one, that day included; the next one for what is to come.
fn weekday(tokens: &[Token], moment: &Moment) -> Option<Days> {
    let (at, wanted) = tokens.iter().enumerate().find_map(|(at, token)| match token.piece {
        Piece::Calendar(CalendarWord::Weekday(day)) => Some((at, day)),
        _ => None,
    })?;
    let published = moment.published?;
    let today = published.weekday().to_monday_one_offset() as i32;
    let since = (today - i32::from(wanted)).rem_euclid(7);
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let next = before.is_some_and(|token| is_word(token, &["next", "coming"])) || moment.ahead;
    let last = before.is_some_and(|token| is_word(token, &["last"]));
    let by = match since {
        0 if next && before.is_some_and(|token| is_word(token, &["next"])) => 7,
        0 if last => -7,
        0 => 0,
        _ if next => 7 - since,
        _ => -since,
    };
    let day = published.checked_add(i64::from(by).days()).ok()?;
    Some((day, day, Resolved::FromPublication))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    This,
    Last,
    Next,
}

/// "this week", "last month", "next year": the word and the unit.
fn beside_unit(tokens: &[Token]) -> Option<(Beside, CalendarUnit)> {
    tokens.windows(2).find_map(|pair| {
        let Piece::Calendar(CalendarWord::Unit(unit)) = pair[1].piece else { return None };
        let beside = if is_word(&pair[0], &["this", "current"]) {
            Beside::This
        } else if is_word(&pair[0], &["last", "previous"]) {
            Beside::Last
        } else if is_word(&pair[0], &["next", "coming"]) {
            Beside::Next
        } else {
            return None;
        };
        Some((beside, unit))
    })
}

fn unit(tokens: &[Token], moment: &Moment) -> Option<Days> {
    let (beside, unit) = beside_unit(tokens)?;
    let today = moment.published?;
    let by = match beside {
        Beside::This => 0,
        Beside::Last => 1,
        Beside::Next => -1,
    };
    let then = back(today, by, unit)?;
    let monday = |day: Date| day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok();
    let (mut from, mut to) = match unit {
        CalendarUnit::Day => (then, then),
        CalendarUnit::Week => (monday(then)?, monday(then)?.checked_add(6.days()).ok()?),
        CalendarUnit::Weekend => {
            // The weekend before a Wednesday is "last weekend" and "this weekend" for what is over.
            let ahead = moment.ahead && beside != Beside::Last || beside == Beside::Next;
            let start = if ahead { monday(today)? } else { monday(today)?.checked_sub(7.days()).ok()? };
            (start.checked_add(5.days()).ok()?, start.checked_add(6.days()).ok()?)
        }
        CalendarUnit::Month => (then.first_of_month(), then.last_of_month()),
        CalendarUnit::Year => (then.first_of_year(), then.last_of_year()),
        CalendarUnit::Decade | CalendarUnit::Century => return None,
    };
    let says = |words: &[&str]| tokens.iter().any(|token| is_word(token, words));
    if beside == Beside::This && says(&["earlier"]) {
        to = today;
    } else if beside == Beside::This && says(&["later"]) {
        from = today.checked_add(1.days()).ok()?;
    } else if let Some(part) = tokens.iter().find_map(|token| match token.piece {
        Piece::Calendar(CalendarWord::Part(part)) => Some(part),
        _ => None,
    }) && unit == CalendarUnit::Month
    {
        let day = |day: i64| from.checked_add((day - 1).days()).ok();
        (from, to) = match part {
            PartOfTime::Early => (from, day(10)?),
            PartOfTime::Mid => (day(11)?, day(20)?),
            PartOfTime::Late => (day(21)?, to),
        };
    }
    (from <= to).then_some((from, to, Resolved::FromPublication))
}

/// The day of a story that is told of one day, or the first of a few.
fn single(range: TimeRange) -> Option<Date> {
    ((range.latest - range.earliest).get_days() <= 7).then_some(range.earliest)
}
