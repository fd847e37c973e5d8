//! How much of a month, a year, a decade or a century does a part of it hold?
//!
//! "early June" → 1 to 10 June; "mid-2030" → May to August; "the second half of 2030" → July to December.

use jiff::ToSpan;
use jiff::civil::Date;
use lexicon::PartOfTime;

/// First and last day of a part of the month that holds a day.
pub(super) fn of_month(part: PartOfTime, day: Date) -> Option<(Date, Date)> {
    let (first, last) = (day.first_of_month(), day.last_of_month());
    let on = |day: i64| first.checked_add((day - 1).days()).ok();
    Some(match part {
        PartOfTime::Early => (first, on(10)?),
        PartOfTime::Mid => (on(11)?, on(20)?),
        PartOfTime::Late => (on(21)?, last),
        PartOfTime::FirstHalf => (first, on(15)?),
        PartOfTime::SecondHalf => (on(16)?, last),
    })
}

/// First and last month of a part of a year.
pub(super) fn of_year(part: Option<PartOfTime>) -> (i8, i8) {
    match part {
        None => (1, 12),
        Some(PartOfTime::Early) => (1, 4),
        Some(PartOfTime::Mid) => (5, 8),
        Some(PartOfTime::Late) => (9, 12),
        Some(PartOfTime::FirstHalf) => (1, 6),
        Some(PartOfTime::SecondHalf) => (7, 12),
    }
}

/// First and last year of a part of a decade, from 0 to 9.
pub(super) fn of_decade(part: Option<PartOfTime>) -> (i16, i16) {
    match part {
        None => (0, 9),
        Some(PartOfTime::Early) => (0, 3),
        Some(PartOfTime::Mid) => (4, 6),
        Some(PartOfTime::Late) => (7, 9),
        Some(PartOfTime::FirstHalf) => (0, 4),
        Some(PartOfTime::SecondHalf) => (5, 9),
    }
}

/// First and last year of a part of a century, from 1 to 100.
pub(super) fn of_century(part: Option<PartOfTime>) -> (i32, i32) {
    match part {
        None => (1, 100),
        Some(PartOfTime::Early) => (1, 33),
        Some(PartOfTime::Mid) => (34, 66),
        Some(PartOfTime::Late) => (67, 100),
        Some(PartOfTime::FirstHalf) => (1, 50),
        Some(PartOfTime::SecondHalf) => (51, 100),
    }
}
