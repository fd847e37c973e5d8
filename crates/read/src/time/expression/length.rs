//! For how long, or how often?
//!
//! "nearly three years", "two-day", "weeks", "every Thursday"; and lengths that are counted from a day: "three years ago".

use super::{Scan, is_year};
use language::{Dep, Pos, Tag};
use lexicon::{CalendarUnit, CalendarWord, NumberWord, TimeWord};
use model::TimeSort;

impl Scan<'_, '_> {
    /// How often: "every week", "each Thursday", "twice a month", "daily".
    pub(super) fn set(&self, at: usize) -> Option<(usize, TimeSort)> {
        let each = if self.is(at, &["every", "each"]) {
            at + 1
        } else if self.is(at, &["once", "twice"]) && self.is(at + 1, &["a", "an", "every", "each"])
            || self.is(at + 1, &["times"]) && self.is(at + 2, &["a", "an"])
        {
            if self.is(at + 1, &["times"]) { at + 3 } else { at + 2 }
        } else {
            return match self.calendar(at) {
                Some((end, CalendarWord::Each(_))) => Some((end, TimeSort::Set)),
                _ => None,
            };
        };
        let other = if self.is(each, &["other"]) || self.count(each).is_some() { each + 1 } else { each };
        let end = match self.calendar(other)? {
            (
                end,
                CalendarWord::Unit(_) | CalendarWord::Daytime(_) | CalendarWord::Season(..) | CalendarWord::Month(_),
            ) => end,
            (end, CalendarWord::Weekday(_)) => self.daytime(end).unwrap_or(end),
            _ => return None,
        };
        Some((end, TimeSort::Set))
    }

    /// A number of units: digits, number words, "a few", "several", "5 1/2".
    pub(super) fn count(&self, at: usize) -> Option<usize> {
        let numeral = |at: usize| {
            at < self.end
                && !self.is(at, &["a", "an"])
                && (self.parse.tag(at) == Tag::Cd
                    || matches!(
                        self.number(at),
                        Some(NumberWord::Value(_) | NumberWord::Scale(_) | NumberWord::Vague { .. })
                    ))
        };
        let mut end = at;
        if self.is(end, &["a", "an", "the"]) && numeral(end + 1) {
            end += 1;
        }
        let first = end;
        while numeral(end) || end > first && self.is(end, &["-", "and", "to", "or"]) && numeral(end + 1) {
            end += 1;
        }
        if end == first {
            return None;
        }
        if self.is(end, &["of"]) && end + 1 < self.end && self.unit(end + 1).is_some() {
            end += 1;
        }
        if self.is(end, &["more", "further", "other", "additional", "full", "consecutive", "straight", "long"]) {
            end += 1;
        }
        // "eight trading days"
        if self.part_is(end, TimeWord::Reckoning) && self.unit(end + 1).is_some() {
            end += 1;
        }
        Some(end)
    }

    /// The words that bound a number: "nearly", "more than".
    pub(super) fn bound(&self, at: usize) -> usize {
        if !self.known(at).is_some_and(|word| word.opens_bound) {
            return at;
        }
        for length in (1..=3).rev() {
            let words: Vec<&str> = (at..at + length).map(|at| self.word(at)).collect();
            let words = words.join(" ");
            if self.lexicon.numbers.bound(&words).is_some() && words != "other" && words != "another" {
                return at + length;
            }
        }
        at
    }

    /// How long: "nearly three years", "two-day", "weeks", "the past few months", "a year"; with what counts it from a day, a
    /// date: that is for [`Scan::point`].
    pub(super) fn length(&self, at: usize) -> Option<usize> {
        let mut start = at;
        if self.is(start, &["the"]) {
            start += 1;
        }
        let deictic = self.part_is(start, TimeWord::Spans);
        if deictic {
            start += 1;
        }
        let bounded = self.bound(start);
        let counted = self.count(bounded);
        if let Some(unit_at) = counted {
            // "two-day", "23-year"
            let hyphen = self.is(unit_at, &["-", "–"]);
            let unit_at = if hyphen { unit_at + 1 } else { unit_at };
            let unit = self.unit(unit_at)?;
            // "the 1988 quarter", "three-quarters"
            let year = (bounded..unit_at).any(|at| is_year(self.word(at))) && unit != CalendarUnit::Year;
            if year || unit == CalendarUnit::Quarter && hyphen && self.is_plural(unit_at) {
                return None;
            }
            let mut end = unit_at + 1;
            if self.is(end, &["old"])
                || self.is(end, &["-", "–"]) && self.is(end + 1, &["old"])
                || self.is(end, &["of"]) && self.is(end + 1, &["age"])
            {
                return None;
            }
            // "the second quarter", "one second"
            if unit == CalendarUnit::Second && !self.is_plural(unit_at) && !hyphen && self.parse.tag(unit_at) != Tag::Nn
            {
                return None;
            }
            // "four years and two months", "a year and a half"
            if self.is(end, &["and"]) {
                if self.is(end + 1, &["a"]) && self.is(end + 2, &["half"]) {
                    end += 3;
                } else if let Some(next) = self.count(end + 1)
                    && self.unit(next).is_some()
                {
                    end = next + 1;
                }
            }
            if self.is(end, &["or"]) && self.is(end + 1, &["so", "more", "two", "less"]) {
                end += 2;
            }
            return (!self.counts_from(end)).then_some(end);
        }
        if start != at && !deictic {
            return None;
        }
        // "a year", "half an hour", "an hour and a half"
        let mut article = bounded;
        if self.is(article, &["half"]) {
            article += 1;
        }
        if self.is(article, &["a", "an", "another"]) && !deictic {
            let single = if self.is(article + 1, &["full", "whole", "single", "further", "half"]) {
                article + 2
            } else {
                article + 1
            };
            let single = if self.is(single, &["-"]) { single + 1 } else { single };
            let unit = self.unit(single)?;
            if matches!(unit, CalendarUnit::Second | CalendarUnit::Quarter | CalendarUnit::Weekend)
                || self.is_plural(single)
            {
                return None;
            }
            // "$40 a day", "1,000 barrels a day"
            let rate = article > self.start
                && article == at
                && (self.parse.tag(article - 1) == Tag::Cd
                    || matches!(self.parse.tag(article - 1), Tag::Nns | Tag::Nn)
                        && self.parse.dep(single) == Dep::Npadvmod
                        && self.parse.children(self.parse.head(single)).any(|child| self.parse.tag(child) == Tag::Cd));
            if rate || self.is(single + 1, &["old"]) {
                return None;
            }
            let mut end = single + 1;
            if self.is(end, &["and"]) && self.is(end + 1, &["a"]) && self.is(end + 2, &["half"]) {
                end += 3;
            }
            if self.is(end, &["or"]) && self.is(end + 1, &["so", "more", "two"]) {
                end += 2;
            }
            return (!self.counts_from(end)).then_some(end);
        }
        // "weeks", "recent years", "the past months"
        let unit = self.unit(start)?;
        // "55 years old"
        if start > self.start
            && start == at
            && (self.parse.tag(start - 1) == Tag::Cd || self.is(start - 1, &["-", "of"]))
            && !deictic
        {
            return None;
        }
        let plural = self.is_plural(start)
            && !matches!(unit, CalendarUnit::Weekend | CalendarUnit::Quarter | CalendarUnit::Second);
        if plural && (deictic || start == at) && !self.counts_from(start + 1) {
            return Some(start + 1);
        }
        // "in the past decade": seven days, ten years up to now
        let over = self.is(start.wrapping_sub(1), &["past"]) && deictic;
        (over && !self.is_plural(start)).then_some(start + 1)
    }

    /// True where a length is counted from another time: "ago", "earlier", "later".
    pub(super) fn counts_from(&self, at: usize) -> bool {
        self.is(at, &["ago", "earlier", "later", "afterwards", "hence", "previously"])
            || self.is(at, &["-", "–"]) && self.is(at + 1, &["ago", "earlier"])
            || self.is(at, &["before", "after", "prior"]) && self.closes(at + 1)
    }

    /// True at the end of a clause.
    pub(super) fn closes(&self, at: usize) -> bool {
        at >= self.end || self.parse.pos(at) == Pos::Punct
    }

    /// "three years ago", "a day later", "two months earlier", "year-ago".
    pub(super) fn counted(&self, at: usize) -> Option<usize> {
        let start = if self.is(at, &["the"]) { at + 1 } else { at };
        let bounded = self.bound(start);
        let unit_at = match self.count(bounded) {
            Some(end) => end,
            None if self.is(bounded, &["a", "an"]) => bounded + 1,
            None if self.is(bounded + 1, &["-", "–"]) => bounded,
            // "just *months ago*"
            None if start == at && self.is_plural(at) && self.is(at + 1, &["ago"]) => at,
            None => return None,
        };
        self.unit(unit_at)?;
        let mut end = unit_at + 1;
        if self.is(end, &["or"]) && self.is(end + 1, &["so", "two", "more"]) {
            end += 2;
        }
        if self.is(end, &["and"]) && self.is(end + 1, &["a"]) && self.is(end + 2, &["half"]) {
            end += 3;
        }
        if !self.counts_from(end) {
            return None;
        }
        if !self.is(end, &["-", "–"]) {
            return Some(end + 1);
        }
        // "the year-earlier quarter", "the year-ago period"
        let end = end + 2;
        let noun = self.unit(end) == Some(CalendarUnit::Quarter) || self.is(end, &["period"]);
        Some(if noun { end + 1 } else { self.ordinal(end).unwrap_or(end) })
    }
}
