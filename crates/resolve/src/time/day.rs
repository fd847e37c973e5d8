//! Which days does a written date name?
//!
//! "3 October 2016", "Oct. 3-5", "early June", "2016": a date with as much as it says, and no year that it does not.

use super::part;
use super::token::{Piece, Token};
use jiff::civil::Date;
use lexicon::TimeSense::{Joins, Of, The, Until};
use lexicon::{CalendarUnit, CalendarWord, PartOfTime};

/// A date as far as its words say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// `None`: to be told from elsewhere.
    pub year: Option<i32>,
    pub months: Option<(u8, u8)>,
    pub days: Option<(u8, u8)>,
    pub part: Option<PartOfTime>,
    /// Ten years from the year on.
    pub decade: bool,
    /// The day of the week that is told with it; Monday is 1.
    pub weekday: Option<u8>,
}

impl Written {
    fn of_month(month: u8) -> Written {
        Written { year: None, months: Some((month, month)), days: None, part: None, decade: false, weekday: None }
    }

    /// A whole year.
    pub fn of_year(year: i32) -> Written {
        Written { year: Some(year), months: None, ..Written::of_month(1) }
    }

    /// First and last day in a year, `None` for a day that the month lacks.
    pub fn range(&self, year: i32) -> Option<(Date, Date)> {
        let short = i16::try_from(year).ok()?;
        if self.decade {
            let (from, to) = part::of_decade(self.part);
            return Some((Date::new(short + from, 1, 1).ok()?, Date::new(short + to, 12, 31).ok()?));
        }
        let Some((first, last)) = self.months else {
            let (from, to) = part::of_year(self.part);
            return Some((Date::new(short, from, 1).ok()?, Date::new(short, to, 1).ok()?.last_of_month()));
        };
        // A winter runs into the next year.
        let last_year = if last < first { short + 1 } else { short };
        let (start, end) = (Date::new(short, first as i8, 1).ok()?, Date::new(last_year, last as i8, 1).ok()?);
        match (self.days, self.part) {
            (Some((from, to)), _) => Some((
                Date::new(short, first as i8, from as i8).ok()?,
                Date::new(last_year, last as i8, to as i8).ok()?,
            )),
            // "late summer": its last month.
            (None, Some(PartOfTime::Early)) if first != last => Some((start, start.last_of_month())),
            (None, Some(PartOfTime::Late)) if first != last => Some((end, end.last_of_month())),
            (None, Some(part)) => part::of_month(part, start),
            (None, None) => Some((start, end.last_of_month())),
        }
    }
}

/// The first written date in the tokens: where it begins and ends among them, and what it says.
pub(super) fn find(tokens: &[Token]) -> Option<(usize, usize, Written)> {
    (0..tokens.len()).find_map(|at| read(tokens, at).map(|(end, written)| (at, end, written)))
}

/// A date that begins at a token: one past its last token.
pub(super) fn read(tokens: &[Token], at: usize) -> Option<(usize, Written)> {
    if let Some(found) = iso(tokens, at) {
        return Some(found);
    }
    match &tokens.get(at)?.piece {
        // "Monday 19 December"
        Piece::Calendar(CalendarWord::Weekday(weekday)) => {
            let (end, written) = read(tokens, at + 1).filter(|_| at + 1 < tokens.len())?;
            written.days.is_some().then_some((end, Written { weekday: Some(*weekday), ..written }))
        }
        Piece::Calendar(CalendarWord::Part(part)) => {
            let mut next = at + 1;
            while tokens
                .get(next)
                .is_some_and(|token| matches!(&token.piece, Piece::Dash) || token.any(&[Of, The, Until]))
            {
                next += 1;
            }
            let (end, written) = read(tokens, next).filter(|_| next < tokens.len())?;
            (written.days.is_none()).then_some((end, Written { part: written.part.or(Some(*part)), ..written }))
        }
        Piece::Number(day) if (1..=31).contains(day) => day_month(tokens, at, *day as u8),
        Piece::Calendar(CalendarWord::Month(month)) => month_day(tokens, at, *month),
        Piece::Calendar(CalendarWord::Season(first, last)) => {
            // "after the fall of the town"
            let of = tokens.get(at + 1).is_some_and(|token| token.is(Of));
            if of && !tokens.get(at + 2).is_some_and(|token| matches!(token.piece, Piece::Year(_))) {
                return None;
            }
            let written = Written { months: Some((*first, *last)), ..Written::of_month(*first) };
            Some(year_after(tokens, at + 1, written))
        }
        Piece::Year(year) if (1000..=2100).contains(year) => {
            let written = Written { year: Some(*year), months: None, ..Written::of_month(1) };
            Some((at + 1, written))
        }
        Piece::Decade(year) => {
            Some((at + 1, Written { year: Some(*year), months: None, decade: true, ..Written::of_month(1) }))
        }
        _ => None,
    }
}

fn iso(tokens: &[Token], at: usize) -> Option<(usize, Written)> {
    let window = tokens.get(at..at + 5)?;
    match [&window[0].piece, &window[1].piece, &window[2].piece, &window[3].piece, &window[4].piece] {
        [Piece::Year(year), Piece::Dash, Piece::Number(month), Piece::Dash, Piece::Number(day)]
            if (1..=12).contains(month) && (1..=31).contains(day) =>
        {
            let days = Some((*day as u8, *day as u8));
            Some((at + 5, Written { year: Some(*year), days, ..Written::of_month(*month as u8) }))
        }
        _ => None,
    }
}

/// "3 October", "3-5 October", "3 and 5 May", "20 January to 4 February".
fn day_month(tokens: &[Token], at: usize, first: u8) -> Option<(usize, Written)> {
    let mut next = at + 1;
    let mut last = first;
    if let Some((after, day)) = second_number(tokens, next) {
        (next, last) = (after, day);
    }
    if tokens.get(next).is_some_and(|token| token.is(Of)) {
        next += 1;
    }
    let Piece::Calendar(CalendarWord::Month(month)) = tokens.get(next)?.piece else { return None };
    let written = Written { days: Some((first, last)), ..Written::of_month(month) };
    Some(two_ended(tokens, year_after(tokens, next + 1, written)))
}

/// "October 3", "Oct. 3-5", "Jan. 20 to Feb. 4", "October 2016", "October".
fn month_day(tokens: &[Token], at: usize, month: u8) -> Option<(usize, Written)> {
    let spoken = tokens.get(at + 1).and_then(Token::ordinal).filter(|_| !is_unit(tokens.get(at + 2)));
    let day = match (tokens.get(at + 1).map(|token| &token.piece), spoken) {
        (Some(Piece::Number(day)), _) if (1..=31).contains(day) && !is_unit(tokens.get(at + 2)) => *day as u8,
        // "March eighth"
        (_, Some(day)) => day,
        _ => return Some(year_after(tokens, at + 1, Written::of_month(month))),
    };
    let mut next = at + 2;
    let mut last = day;
    if let Some((after, second)) = second_number(tokens, next)
        && !matches!(tokens.get(after).map(|token| &token.piece), Some(Piece::Calendar(CalendarWord::Month(_))))
    {
        (next, last) = (after, second);
    }
    let written = Written { days: Some((day, last)), ..Written::of_month(month) };
    Some(two_ended(tokens, year_after(tokens, next, written)))
}

/// A second date that ends the first: both become one range. The year of either is that of both.
fn two_ended(tokens: &[Token], (end, first): (usize, Written)) -> (usize, Written) {
    let joined = tokens.get(end).is_some_and(|token| matches!(token.piece, Piece::Dash) || token.is(Until));
    let joined_and = tokens.get(end).is_some_and(|token| token.is(Joins));
    if !joined && !joined_and || end + 1 >= tokens.len() {
        return (end, first);
    }
    let Some((after, second)) = read(tokens, end + 1) else { return (end, first) };
    let (Some((from, _)), Some((month, _)), Some((_, to)), Some((_, last))) =
        (first.days, first.months, second.days, second.months)
    else {
        return (end, first);
    };
    if first.year.is_some() && second.year.is_some() && first.year != second.year {
        return (end, first);
    }
    let year = first.year.or(second.year);
    (
        after,
        Written { year, months: Some((month, last)), days: Some((from, to)), part: None, decade: false, weekday: None },
    )
}

/// "-5" and "and 5" after a day, with the day in range.
fn second_number(tokens: &[Token], at: usize) -> Option<(usize, u8)> {
    let token = tokens.get(at)?;
    if !matches!(token.piece, Piece::Dash) && !token.any(&[Until, Joins]) {
        return None;
    }
    match tokens.get(at + 1)?.piece {
        Piece::Number(day) if (1..=31).contains(&day) => Some((at + 2, day as u8)),
        _ => None,
    }
}

fn year_after(tokens: &[Token], at: usize, written: Written) -> (usize, Written) {
    let mut next = at;
    if tokens.get(next).is_some_and(|token| token.is(Of)) {
        next += 1;
    }
    match tokens.get(next).map(|token| &token.piece) {
        Some(Piece::Year(year)) => (next + 1, Written { year: Some(*year), ..written }),
        _ => (at, written),
    }
}

/// "the 28th": a day that a month told elsewhere has.
pub(super) fn ordinal(token: &Token) -> Option<u8> {
    let Piece::Number(day @ 1..=31) = token.piece else { return None };
    let digits = if day < 10 { 1 } else { 2 };
    (token.end - token.start == digits + 2).then_some(day as u8)
}

fn is_unit(token: Option<&Token>) -> bool {
    matches!(
        token.map(|token| &token.piece),
        Some(Piece::Calendar(CalendarWord::Unit(
            CalendarUnit::Day | CalendarUnit::Week | CalendarUnit::Month | CalendarUnit::Year
        )))
    )
}
