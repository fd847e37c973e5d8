//! Which month is `Sept.`, which day is `Friday`, and how many days away is `yesterday`?
//!
//! `data/en/calendar.tsv`: the words of the calendar, and phrases that count from the day an article was published or
//! from the day told before.

use crate::lookup::Lookup;
use crate::{LexiconError, Table};

/// What a word or phrase of the calendar comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CalendarWord {
    /// A month, from 1.
    Month(u8),
    /// A day of the week, Monday is 1.
    Weekday(u8),
    /// A season by its first and last month, as it falls in the north.
    Season(u8, u8),
    /// A length of time.
    Unit(CalendarUnit),
    /// So many days from the day of publication.
    FromPublication(i32),
    /// So many days from the day told before.
    FromStory(i32),
    /// An hour of a day, which says nothing about which day.
    Daytime(Daytime),
    /// A part of a longer time.
    Part(PartOfTime),
    /// A feast that comes every year.
    Holiday(Holiday),
    /// A day that a name stands for, as year, month and day.
    Named(i16, u8, u8),
    /// Lies before, after or around the day of the text, nobody says how far.
    Bearing(Bearing),
    /// Comes again each such length of time: `weekly`.
    Each(CalendarUnit),
}

/// Hours of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Daytime {
    /// Up to noon.
    Morning,
    /// Twelve o'clock.
    Noon,
    /// After noon.
    Afternoon,
    /// Around sunset.
    Evening,
    /// The dark hours.
    Night,
    /// The border of two days.
    Midnight,
    /// Some time of the day.
    Any,
}

/// How a feast is found in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holiday {
    /// Month and day.
    Fixed(u8, u8),
    /// Month, day of the week (Monday is 1) and which of them in the month.
    Weekday(u8, u8, u8),
    /// Days from Easter Sunday.
    Easter(i32),
}

/// Where a time lies that has no border.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bearing {
    /// `recently`
    Past,
    /// `now`
    Present,
    /// `soon`
    Future,
}

/// Lengths of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CalendarUnit {
    /// A second.
    Second,
    /// Sixty seconds.
    Minute,
    /// Sixty minutes.
    Hour,
    /// One day.
    Day,
    /// Monday to Sunday, or seven days.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// A calendar month, or as long as one.
    Month,
    /// Three months from January, April, July or October on.
    Quarter,
    /// A calendar year, or as long as one.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// Thirds and halves of a longer time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartOfTime {
    /// Days 1 to 10 of a month.
    Early,
    /// Days 11 to 20.
    Mid,
    /// Days 21 to the last.
    Late,
    /// Days 1 to 15.
    FirstHalf,
    /// Days 16 to the last.
    SecondHalf,
}

/// The words of the calendar.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    words: Lookup<CalendarWord>,
    /// The first words of all phrases.
    firsts: Lookup<()>,
    examples: Vec<(String, String)>,
}

impl Calendar {
    pub(crate) fn load() -> Result<Calendar, LexiconError> {
        let mut all = Calendar::default();
        let text = include_str!("../../../data/en/calendar.tsv");
        let table = Table::parse("en/calendar.tsv", text, &["word", "what", "value", "example"])?;
        for row in table.rows() {
            let number = |least: i32, most: i32| {
                row.closed(2, &format!("a number from {least} to {most}"), |cell| {
                    cell.parse::<i32>().ok().filter(|number| (least..=most).contains(number))
                })
            };
            let word = match row.cell(1) {
                "month" => CalendarWord::Month(number(1, 12)? as u8),
                "weekday" => CalendarWord::Weekday(number(1, 7)? as u8),
                "from publication" => CalendarWord::FromPublication(number(-31, 31)?),
                "from story" => CalendarWord::FromStory(number(-31, 31)?),
                "season" => row.closed(2, "two months", |cell| {
                    let (first, last) = cell.split_once('-')?;
                    Some(CalendarWord::Season(first.parse().ok()?, last.parse().ok()?))
                })?,
                "unit" => CalendarWord::Unit(row.closed(2, "a unit", unit)?),
                "each" => CalendarWord::Each(row.closed(2, "a unit", unit)?),
                "daytime" => CalendarWord::Daytime(row.closed(2, "an hour of the day", |cell| {
                    Some(match cell {
                        "morning" => Daytime::Morning,
                        "noon" => Daytime::Noon,
                        "afternoon" => Daytime::Afternoon,
                        "evening" => Daytime::Evening,
                        "night" => Daytime::Night,
                        "midnight" => Daytime::Midnight,
                        "day" => Daytime::Any,
                        _ => return None,
                    })
                })?),
                "bearing" => CalendarWord::Bearing(row.closed(2, "past, present or future", |cell| {
                    Some(match cell {
                        "past" => Bearing::Past,
                        "present" => Bearing::Present,
                        "future" => Bearing::Future,
                        _ => return None,
                    })
                })?),
                "holiday" => {
                    CalendarWord::Holiday(row.closed(2, "month-day, month-weekday-which or easter", holiday)?)
                }
                "day" => row.closed(2, "a day", |cell| {
                    let mut pieces = cell.split('-');
                    let day = CalendarWord::Named(
                        pieces.next()?.parse().ok()?,
                        pieces.next()?.parse().ok()?,
                        pieces.next()?.parse().ok()?,
                    );
                    pieces.next().is_none().then_some(day)
                })?,
                "part" => CalendarWord::Part(row.closed(2, "early, mid, late, first half or second half", |cell| {
                    Some(match cell {
                        "early" => PartOfTime::Early,
                        "mid" => PartOfTime::Mid,
                        "late" => PartOfTime::Late,
                        "first half" => PartOfTime::FirstHalf,
                        "second half" => PartOfTime::SecondHalf,
                        _ => return None,
                    })
                })?),
                other => return Err(row.error(format!("expected what the word is, found {other:?}"))),
            };
            let first = row.cell(0).split([' ', '\'']).next().unwrap_or_default();
            all.firsts.insert(first, ());
            all.firsts.insert(row.cell(0).split(' ').next().unwrap_or_default(), ());
            all.examples.push((row.cell(0).to_string(), row.cell(3).to_string()));
            if all.words.insert(row.cell(0), word).is_some() {
                return Err(row.error(format!("expected each word once, found {:?} again", row.cell(0))));
            }
        }
        Ok(all)
    }

    /// Each word or phrase with a sentence in which it says when.
    pub fn examples(&self) -> &[(String, String)] {
        &self.examples
    }

    /// True for the first word of a phrase, in lower case.
    pub fn begins(&self, word: &str) -> bool {
        match word.contains('’') {
            true => self.firsts.contains_key(word.replace('’', "'").as_str()),
            false => self.firsts.contains_key(word),
        }
    }

    /// What a word or phrase comes to. Lower case, without full stops.
    pub fn get(&self, word: &str) -> Option<CalendarWord> {
        self.words.get(word).copied()
    }
}

fn unit(cell: &str) -> Option<CalendarUnit> {
    Some(match cell {
        "second" => CalendarUnit::Second,
        "minute" => CalendarUnit::Minute,
        "hour" => CalendarUnit::Hour,
        "day" => CalendarUnit::Day,
        "week" => CalendarUnit::Week,
        "weekend" => CalendarUnit::Weekend,
        "month" => CalendarUnit::Month,
        "quarter" => CalendarUnit::Quarter,
        "year" => CalendarUnit::Year,
        "decade" => CalendarUnit::Decade,
        "century" => CalendarUnit::Century,
        _ => return None,
    })
}

/// `12-25`, `11-4-4` for the fourth Thursday of November, `easter-2`.
fn holiday(cell: &str) -> Option<Holiday> {
    if let Some(days) = cell.strip_prefix("easter") {
        return if days.is_empty() { Some(Holiday::Easter(0)) } else { days.parse().ok().map(Holiday::Easter) };
    }
    let pieces = cell.split('-').map(|piece| piece.parse().ok()).collect::<Option<Vec<u8>>>()?;
    match pieces[..] {
        [month @ 1..=12, day @ 1..=31] => Some(Holiday::Fixed(month, day)),
        [month @ 1..=12, weekday @ 1..=7, which @ 1..=5] => Some(Holiday::Weekday(month, weekday, which)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendar_is_whole() {
        let calendar = Calendar::load().unwrap();
        let months = "january february march april may june july august september october november december";
        for (month, at) in months.split(' ').zip(1..) {
            assert_eq!(calendar.get(month), Some(CalendarWord::Month(at)), "{month}");
        }
        assert_eq!(calendar.get("sept"), Some(CalendarWord::Month(9)));
        assert_eq!(calendar.get("yesterday"), Some(CalendarWord::FromPublication(-1)));
        assert_eq!(calendar.get("the"), None);
    }
}
