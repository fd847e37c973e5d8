//! How well are marked times found, and how often are their values and days told?
//!
//! Used by sets that mark every time of a text with its value: `last Friday` is `1998-08-07`. Of all expressions of time that the
//! reading finds: how many stand on a marked one, at its very borders or overlapping it, and how many of those have its value,
//! each as F1. Of the times of claims that stand on a marked date: how many have its very days; there only values that are days
//! count: a day, week, month, quarter, year or decade.

use crate::chain::{Chain, Read};
use crate::points::Points;
use crate::{Counts, Figure};
use anyhow::Result;
use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};
use model::Span;
use std::collections::BTreeMap;

/// A text with its marked times.
pub(crate) struct Text<'a> {
    pub id: &'a str,
    pub day: Option<&'a str>,
    pub text: &'a str,
    /// In order of the text.
    pub marked: Vec<Marked<'a>>,
}

/// A marked time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Marked<'a> {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Its value, where somebody could tell one.
    pub value: Option<&'a str>,
    /// False where a sign says that only a part of the value is meant, or that it is only about so.
    pub whole: bool,
}

/// The figures of some texts.
pub(crate) fn measure(chain: &Chain, set: &'static str, part: &str, texts: &[Text<'_>]) -> Result<Vec<Figure>> {
    let documents = texts.iter().map(|text| chain.report(&format!("{}.txt", text.id), text.text, text.day, None));
    let reads = chain.read(documents.collect::<Result<Vec<_>>>()?)?;
    let mut counts = Counts::default();
    let mut all = [Counts::default(); 3];
    for (text, read) in texts.iter().zip(&reads) {
        let points = Points::new(text.text);
        let bytes = |time: &Marked<'_>| (points.byte(time.start), points.byte(time.end));
        let days: Vec<(Bytes, (Date, Date))> = text
            .marked
            .iter()
            .filter(|time| time.whole)
            .filter_map(|time| Some((bytes(time), days(time.value?)?)))
            .collect();
        counts.add(compare(read, &days));
        let marked: Vec<(Bytes, Option<&str>)> = text.marked.iter().map(|time| (bytes(time), time.value)).collect();
        for (all, one) in all.iter_mut().zip(expressions(read, &marked)) {
            all.add(one);
        }
    }
    let [strict, relaxed, value] = all;
    Ok(vec![
        Figure::f1(set, part, "expressions, strict extents, F1", strict),
        Figure::f1(set, part, "expressions, relaxed extents, F1", relaxed),
        Figure::f1(set, part, "expressions, relaxed extents with values, F1", value),
        Figure::share(set, part, "times of claims, days right, accuracy", counts.right, counts.found),
        Figure::share(set, part, "days of marked dates, recall", counts.right, counts.marked),
    ])
}

/// The expressions found beside those marked: at the very borders, overlapping, overlapping with the value. Each marked one is
/// met by the one that shares most with it, and each found one meets one.
fn expressions(read: &Read, marked: &[(Bytes, Option<&str>)]) -> [Counts; 3] {
    let found = &read.resolution.reading.times;
    let mut used = vec![false; found.len()];
    let (mut strict, mut relaxed, mut value) = (0, 0, 0);
    for ((from, to), told) in marked {
        let shared = |span: Span| span.end.min(*to).saturating_sub(span.start.max(*from));
        let free = (0..found.len()).filter(|&at| !used[at] && shared(found[at].span) > 0);
        let Some(at) = free.max_by_key(|&at| (shared(found[at].span), std::cmp::Reverse(at))) else { continue };
        used[at] = true;
        relaxed += 1;
        strict += usize::from((found[at].span.start, found[at].span.end) == (*from, *to));
        value += usize::from(found[at].value.as_deref() == *told);
    }
    [strict, relaxed, value].map(|right| Counts::new(right, found.len(), marked.len()))
}

/// First and last byte.
type Bytes = (u32, u32);

/// The times of claims that stand on a marked date, each time once.
fn compare(read: &Read, marked: &[(Bytes, (Date, Date))]) -> Counts {
    let mut told: BTreeMap<Bytes, Option<(Date, Date)>> = BTreeMap::new();
    for claim in &read.resolution.reading.claims {
        if let Some(time) = &claim.time {
            told.insert((time.span.start, time.span.end), time.range.map(|range| (range.earliest, range.latest)));
        }
    }
    let mut counts = Counts::new(0, 0, marked.len());
    let mut used = vec![false; marked.len()];
    for (span, range) in told {
        let meets = |(at, _): &(Bytes, (Date, Date))| at.0 < span.1 && span.0 < at.1;
        let Some(at) = (0..marked.len()).find(|&at| !used[at] && meets(&marked[at])) else { continue };
        used[at] = true;
        counts.found += 1;
        counts.right += usize::from(range == Some(marked[at].1));
    }
    counts
}

/// The days that a value of TIMEX2 or TIMEX3 stands for: `1998-08`, `1998-W32`, `1998-Q2`, `1998-08-07T10:35`.
pub(crate) fn days(value: &str) -> Option<(Date, Date)> {
    let value = value.split('T').next()?;
    let mut pieces = value.split('-');
    let (year, second, third) = (pieces.next()?, pieces.next(), pieces.next());
    if pieces.next().is_some() || !year.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let months = |first: i8, count: i8| {
        let first = Date::new(year.parse().ok()?, first, 1).ok()?;
        Some((first, first.checked_add(i32::from(count).months()).ok()?.yesterday().ok()?))
    };
    match (year.len(), second, third) {
        (3, None, None) => {
            let first: i16 = year.parse::<i16>().ok()?.checked_mul(10)?;
            Some((Date::new(first, 1, 1).ok()?, Date::new(first + 9, 12, 31).ok()?))
        }
        (4, None, None) => months(1, 12),
        (4, Some(second), None) => match (second.strip_prefix('Q'), second.strip_prefix('W')) {
            (Some(quarter), _) => months(quarter.parse::<i8>().ok().filter(|q| (1..=4).contains(q))? * 3 - 2, 3),
            (_, Some(week)) => {
                let monday = ISOWeekDate::new(year.parse().ok()?, week.parse().ok()?, Weekday::Monday).ok()?.date();
                Some((monday, monday.checked_add(6.days()).ok()?))
            }
            _ => months(second.parse().ok()?, 1),
        },
        (4, Some(month), Some(day)) => {
            let day = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
            Some((day, day))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::days;

    #[test]
    fn a_value_stands_for_its_first_to_its_last_day() {
        let told = |value| days(value).map(|(first, last)| format!("{first} {last}")).unwrap_or_default();
        assert_eq!(told("2031-02-03"), "2031-02-03 2031-02-03");
        assert_eq!(told("2031-02-03T10:35"), "2031-02-03 2031-02-03");
        assert_eq!(told("2032-02"), "2032-02-01 2032-02-29");
        assert_eq!(told("2031-Q4"), "2031-10-01 2031-12-31");
        assert_eq!(told("2031-W01"), "2030-12-30 2031-01-05");
        assert_eq!(told("2031"), "2031-01-01 2031-12-31");
        assert_eq!(told("203"), "2030-01-01 2039-12-31");
        for none in ["PRESENT_REF", "P3D", "XXXX-02-03", "2031-SU", "2031-W01-WE", "2031-02-XX", "BC0333", "2031-Q5"] {
            assert_eq!(told(none), "", "{none}");
        }
    }
}
