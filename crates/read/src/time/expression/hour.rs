//! Which words name an hour?
//!
//! "10:35 a.m.", "4 p.m. GMT on Friday", "noon", "Friday night".

use super::{Scan, is_year};
use lexicon::{CalendarWord, Daytime, NumberWord, TimeWord};
use std::ops::Range;

impl Scan<'_, '_> {
    /// "morning", "night", "evenings" behind a day.
    pub(super) fn daytime(&self, at: usize) -> Option<usize> {
        let part = if self.is(at, &["early", "late", "mid"]) { at + 1 } else { at };
        match self.calendar(part).filter(|_| part < self.end) {
            Some((end, CalendarWord::Daytime(_))) => Some(end),
            _ => None,
        }
    }

    pub(super) fn has_hour(&self, tokens: Range<usize>) -> bool {
        tokens.clone().any(|at| {
            matches!(self.calendar(at), Some((_, CalendarWord::Daytime(_))))
                || self.clock(at).is_some_and(|end| end <= tokens.end)
        })
    }

    /// "at 5 p.m." behind a day.
    pub(super) fn at_clock(&self, at: usize) -> Option<usize> {
        let clock = if self.is(at, &["at", ","]) { at + 1 } else { at };
        self.clock(clock)
    }

    /// "10:35 a.m.", "4 a.m. EDT", "0530 hours", "1800 GMT".
    pub(super) fn clock(&self, at: usize) -> Option<usize> {
        if at >= self.end {
            return None;
        }
        let word = self.word(at);
        let mut end = at + 1;
        let figures = word.chars().filter(|c| c.is_ascii_digit()).count();
        let colon = word.contains(':') && figures >= 3 && word.chars().all(|c| c.is_ascii_digit() || c == ':');
        let half = |at: usize| self.is(at, &["a.m", "p.m", "am", "pm"]);
        let joined = ["am", "pm", "a.m", "p.m"].iter().any(|half| {
            word.strip_suffix(half).is_some_and(|number| {
                !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || c == ':' || c == '.')
            })
        });
        let hour = word.parse::<u32>().is_ok_and(|hour| hour <= 24) || word.contains('.') && figures > 2;
        let spelled = matches!(self.number(at), Some(NumberWord::Value(value)) if (1.0..=12.0).contains(&value));
        if half(end) && (colon || hour || spelled) || self.is(end, &["o'clock", "o’clock"]) {
            end += 1;
        } else if !(colon || joined) {
            let four = word.len() == 4 && figures == 4;
            let military = four && self.is(end, &["hours"]) && self.unit(end).is_some() && !is_year(word);
            // "1800 GMT" and "0400 local time" are hours, whatever year the figures could be.
            let zoned = self.is_zoned(at);
            if !military && !zoned {
                return None;
            }
            end += usize::from(military);
        }
        if self.is(end, &["local"]) && self.is(end + 1, &["time"]) {
            end += 2;
        } else if self.zone(end) {
            end += 1;
        }
        Some(end)
    }

    /// True for four figures that a zone behind them makes an hour.
    pub(super) fn is_zoned(&self, at: usize) -> bool {
        let word = self.word(at);
        let four = word.len() == 4 && word.chars().all(|figure| figure.is_ascii_digit());
        four && (self.zone(at + 1) || self.is(at + 1, &["local"]) && self.is(at + 2, &["time"]))
    }

    fn zone(&self, at: usize) -> bool {
        at < self.end && self.part_is(at, TimeWord::Zone) && self.parse.word(at).chars().all(char::is_uppercase)
    }

    /// An hour with the day behind it: "10 p.m. Wednesday", "noon on 3 May", "midnight".
    pub(super) fn hour(&self, at: usize, determined: bool) -> Option<usize> {
        let end = match self.clock(at) {
            Some(end) => end,
            None => match self.calendar(at) {
                Some((end, CalendarWord::Daytime(Daytime::Noon | Daytime::Midnight))) if !determined => end,
                _ => return None,
            },
        };
        let day = if self.is(end, &["on", "of", ","]) { end + 1 } else { end };
        if let Some(date) = self.dated(day, false).filter(|_| day < self.end) {
            return Some(date);
        }
        match self.calendar(end).filter(|_| end < self.end) {
            Some((day, CalendarWord::FromPublication(_))) => Some(day),
            _ => Some(end),
        }
    }
}
