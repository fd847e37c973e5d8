//! On which day does a feast fall, or a day that bears a name?
//!
//! "Christmas", written in March 2031, is 25 December 2030; "Easter 2031" 13 April.

use super::phrase::{Days, Moment};
use super::token::{Piece, Token};
use jiff::ToSpan;
use jiff::civil::Date;
use lexicon::TimeSense::{Coming, Next};
use lexicon::{CalendarWord, Holiday};
use model::Resolved;

/// "Christmas", "Easter 2031", a day that a name stands for.
pub(super) fn named(tokens: &[Token], moment: &Moment) -> Option<Days> {
    tokens.iter().enumerate().find_map(|(at, token)| match token.piece {
        Piece::Calendar(CalendarWord::Named(year, month, day)) => {
            let day = Date::new(year, month as i8, day as i8).ok()?;
            Some((day, day, Resolved::Stated))
        }
        Piece::Calendar(CalendarWord::Holiday(feast)) => {
            if let Some(Piece::Year(year)) = tokens.get(at + 1).map(|token| &token.piece) {
                let day = holiday(feast, i16::try_from(*year).ok()?)?;
                return Some((day, day, Resolved::Stated));
            }
            let published = moment.published?;
            let before = &tokens[..at];
            let next = moment.ahead || before.iter().any(|token| token.any(&[Next, Coming]));
            let this = holiday(feast, published.year())?;
            let day = match this {
                this if this > published && !next => holiday(feast, published.year() - 1)?,
                this if this < published && next => holiday(feast, published.year() + 1)?,
                this => this,
            };
            Some((day, day, Resolved::FromPublication))
        }
        _ => None,
    })
}

/// The day of a feast in a year.
fn holiday(feast: Holiday, year: i16) -> Option<Date> {
    match feast {
        Holiday::Fixed(month, day) => Date::new(year, month as i8, day as i8).ok(),
        Holiday::Weekday(month, weekday, which) => {
            let first = Date::new(year, month as i8, 1).ok()?;
            let to = (i64::from(weekday) - i64::from(first.weekday().to_monday_one_offset())).rem_euclid(7);
            first.checked_add((to + 7 * (i64::from(which) - 1)).days()).ok()
        }
        Holiday::Easter(days) => easter(year)?.checked_add(i64::from(days).days()).ok(),
    }
}

/// Easter Sunday in the Gregorian calendar, by the rule of the computus.
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let shift = (golden + 11 * epact + 22 * sunday) / 451;
    let days = epact + sunday - 7 * shift + 114;
    Date::new(i16::try_from(year).ok()?, (days / 31) as i8, (days % 31 + 1) as i8).ok()
}
