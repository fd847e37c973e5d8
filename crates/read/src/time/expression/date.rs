//! Which words name a month, a day, a year, a decade, a century or a quarter?
//!
//! "Oct. 3-5, 2031", "the second week of July", "the late 1980s"; a year only where its context makes it one.

use super::{Scan, is_ordinal_day, is_year, may_be_year};
use language::{Dep, Name, NameLabel, Pos, Tag};
use lexicon::{CalendarUnit, CalendarWord, NumberWord, TimeSense};

impl Scan<'_, '_> {
    /// A date that names a month, a day of the week, a year, a decade, a century or a quarter.
    pub(super) fn dated(&self, at: usize, widened: bool) -> Option<usize> {
        if at >= self.end {
            return None;
        }
        if let Some(end) = self.figures(at) {
            return Some(end);
        }
        match self.calendar(at) {
            Some((end, CalendarWord::Weekday(_))) if self.is_name(at) || at > self.start => {
                let mut end = self.daytime(end).unwrap_or(end);
                let next = if self.is(end, &[","]) { end + 1 } else { end };
                if let Some(date) = self.month_date(next).or_else(|| self.day_month(next)) {
                    end = date;
                } else if let Some(clock) = self.at_clock(end) {
                    end = clock;
                }
                return Some(end);
            }
            Some((_, CalendarWord::Month(_))) => {
                let end = self.month_date(at)?;
                return Some(self.at_clock(end).unwrap_or(self.of_year(end)));
            }
            Some((end, CalendarWord::Season(..))) => {
                let of = if self.is(end, &["of"]) { end + 1 } else { end };
                return self.year(of, true);
            }
            _ => {}
        }
        self.day_month(at)
            .or_else(|| self.ordinal(at))
            .or_else(|| self.year_part(at, widened))
            .or_else(|| self.decade(at))
    }

    /// "2031", "the 2031 third quarter"
    pub(super) fn year_part(&self, at: usize, sure: bool) -> Option<usize> {
        let end = self.year(at, sure)?;
        if self.unit(end) == Some(CalendarUnit::Quarter) && !self.is_plural(end) {
            return Some(end + 1);
        }
        Some(self.ordinal(end).filter(|_| self.unit(end + 1) == Some(CalendarUnit::Quarter)).unwrap_or(end))
    }

    /// A month or a day of the week by its tag: not the verb "march", not "may".
    pub(super) fn is_name(&self, at: usize) -> bool {
        // "Teresa May", "April Brek" is somebody, and so is "May" who "was shot".
        let acts = matches!(self.parse.dep(at), Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj | Dep::Poss);
        let person =
            |name: &Name| name.label == NameLabel::Person && (name.tokens.len() > 1 || acts && !self.day(at + 1));
        if self.parse.name_of(at).is_some_and(person) {
            return false;
        }
        matches!(self.parse.tag(at), Tag::Nnp | Tag::Nnps)
            || self.parse.name_of(at).is_some_and(|name| name.label == NameLabel::Date)
            || self.parse.word(at).len() > 5
    }

    /// "October", "Oct. 3", "October 3-5, 2016", "October 2016", "October of 2016".
    pub(super) fn month_date(&self, at: usize) -> Option<usize> {
        let Some((month, CalendarWord::Month(_))) = self.calendar(at).filter(|_| at < self.end) else { return None };
        if !self.is_name(at) {
            return None;
        }
        let mut end = month;
        if self.day(end) && !self.unit_follows(end + 1) {
            end += 1;
            if self.is(end, &["-", "–", "and", "to"])
                && self.day(end + 1)
                && !self.unit_follows(end + 2)
                && !self.is(end + 2, &["people"])
            {
                let far = self.is(end, &["and", "to"]) && self.parse.pos(end + 2.min(self.end - 1 - end)) == Pos::Noun;
                end = if far { end } else { end + 2 };
            }
        } else if self.is(end, &["the"]) && self.day(end + 1) {
            end += 2;
        } else if self.spoken_day(end) {
            end += 1;
        }
        let comma = if self.is(end, &[",", "of"]) { end + 1 } else { end };
        Some(self.year(comma, true).unwrap_or(end))
    }

    /// "3 October 2016", "the 3rd of October", "3-5 October".
    pub(super) fn day_month(&self, at: usize) -> Option<usize> {
        if !self.day(at) {
            return None;
        }
        let mut next = at + 1;
        if self.is(next, &["-", "–", "and", "to"]) && self.day(next + 1) {
            next += 2;
        }
        if self.is(next, &["of"]) {
            next += 1;
        }
        let Some((end, CalendarWord::Month(_))) = self.calendar(next).filter(|_| next < self.end) else { return None };
        let comma = if self.is(end, &[",", "of"]) { end + 1 } else { end };
        let end = self.year(comma, true).unwrap_or(self.of_year(end));
        Some(self.at_clock(end).unwrap_or(end))
    }

    /// "fell on the *28th*", "on the *28th of that month*": a day of a month told elsewhere.
    pub(super) fn day_alone(&self, at: usize) -> Option<usize> {
        let led = at > self.start + 1
            && matches!(self.parse.norm(at - 2), "on" | "by" | "until" | "till" | "from" | "since" | "to" | "through");
        let ordinal = is_ordinal_day(self.word(at)) && self.day(at) && self.word(at).len() > 2;
        let whole = matches!(self.parse.dep(at), Dep::Pobj | Dep::Npadvmod | Dep::Conj);
        // "soldiers from the *23rd* Regiment killed two men" tells of no day.
        if !(led && ordinal && whole) || crate::grammar::numbered_name(self.parse, at).is_some() {
            return None;
        }
        let end = at + 1;
        match self.is(end, &["of"]) {
            true => Some(self.of_year(end)).filter(|&end| end > at + 1),
            false => Some(end),
        }
    }

    pub(super) fn is_month(&self, at: usize) -> bool {
        matches!(self.calendar(at), Some((_, CalendarWord::Month(_)))) && at < self.end && self.is_name(at)
    }

    /// "the first quarter of 2030", "the second week of July", "the 19th century", "third-quarter".
    pub(super) fn ordinal(&self, at: usize) -> Option<usize> {
        let ordinal = |at: usize| {
            self.is(
                at,
                &["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
            ) || is_ordinal_day(self.word(at))
                || self.parse.tag(at) == Tag::Jj
                    && self.word(at).ends_with("th")
                    && self.lexicon.calendar.get(self.word(at)).is_none()
        };
        if at >= self.end || !ordinal(at) {
            return None;
        }
        let unit_at = if self.is(at + 1, &["-", "–"]) { at + 2 } else { at + 1 };
        let unit = self.unit(unit_at)?;
        let end = unit_at + 1;
        match unit {
            CalendarUnit::Quarter | CalendarUnit::Century => Some(self.of_year(end)),
            CalendarUnit::Day | CalendarUnit::Week | CalendarUnit::Month | CalendarUnit::Year
                if self.is(end, &["of", "in"]) =>
            {
                Some(self.dated(end + 1, true).unwrap_or(end))
            }
            CalendarUnit::Day | CalendarUnit::Week | CalendarUnit::Month | CalendarUnit::Year if unit_at == at + 1 => {
                Some(end)
            }
            _ => None,
        }
    }

    /// "of 2016", "of last year", "this year", "2016" behind a time.
    pub(super) fn of_year(&self, at: usize) -> usize {
        let of = if self.is(at, &["of", ",", "in"]) { at + 1 } else { at };
        if let Some(end) = self.year(of, true).filter(|_| !self.is(at, &["in"])) {
            return end;
        }
        let comma = self.is(at, &[","]);
        if self.is(of, &["this", "last", "next"]) && self.is(of + 1, &["year", "month", "week"]) && !comma {
            return of + 2;
        }
        if self.is(at, &["of"]) && self.is(of, &["the", "that", "this"]) && self.is(of + 1, &["year", "month", "week"])
        {
            return of + 2;
        }
        // "January 24 of the same year"
        if self.is(at, &["of"])
            && self.is(of, &["the", "that"])
            && self.is(of + 1, &["same", "following", "next", "previous", "preceding"])
            && self.is(of + 2, &["year", "month", "week"])
        {
            return of + 3;
        }
        at
    }

    pub(super) fn day(&self, at: usize) -> bool {
        if at >= self.end {
            return false;
        }
        let word = self.word(at);
        if !word.bytes().any(|letter| letter.is_ascii_digit()) {
            return false;
        }
        // "3–9 May", where the dash has not been cut off
        if let Some((first, last)) = word.split_once(['-', '–']) {
            let day = |word: &str| word.len() <= 2 && word.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day));
            return day(first) && day(last);
        }
        let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ordinal = &word[number.len()..];
        number.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day))
            && matches!(ordinal, "" | "st" | "nd" | "rd" | "th")
    }

    /// "March *eighth*": an ordinal in words with no noun behind that it would be of.
    fn spoken_day(&self, at: usize) -> bool {
        let senses = || self.lexicon.time_senses.of(self.word(at));
        let of_noun = || at + 1 < self.end && matches!(self.parse.pos(at + 1), Pos::Noun | Pos::Propn | Pos::Adj);
        at < self.end && senses().iter().any(|sense| matches!(sense, TimeSense::Ordinal(_))) && !of_noun()
    }

    pub(super) fn unit_follows(&self, at: usize) -> bool {
        // "the 2031 quarter", "the 2031 second quarter"
        let quarter = |at: usize| at < self.end && self.unit(at) == Some(CalendarUnit::Quarter) && !self.is_plural(at);
        at < self.end
            && (self.unit(at).is_some() && !quarter(at) && !quarter(at + 1)
                || self.is(at, &["%", "percent", "million", "people"]))
    }

    /// A year: where the context makes it one (`sure`), after a preposition, in brackets, before a noun, or where the recogniser says so.
    pub(super) fn year(&self, at: usize, sure: bool) -> Option<usize> {
        let end = self.one_year(at, sure)?;
        // "1957-60" in three words
        let last = end + 1;
        let short = end == at + 1
            && self.is(end, &["-", "–"])
            && last < self.end
            && may_be_year(self.word(at))
            && self.word(last).len() == 2
            && self.word(last).chars().all(|c| c.is_ascii_digit())
            && self.word(last) > &self.word(at)[2..]
            && !self.is(last + 1, &["-", "–"]);
        Some(if short { last + 1 } else { end })
    }

    fn one_year(&self, at: usize, sure: bool) -> Option<usize> {
        if at >= self.end {
            return None;
        }
        let word = self.word(at);
        // "mid-1931" is one word.
        if let Some((part, year)) = word.split_once('-')
            && may_be_year(year)
            && matches!(self.lexicon.calendar.get(part), Some(CalendarWord::Part(_)))
        {
            return Some(at + 1);
        }
        // "nineteen ninety-six", "'98"
        let spelled = |at: usize| match self.number(at) {
            Some(NumberWord::Value(value)) => value,
            _ => 0.0,
        };
        let century = spelled(at);
        if (century == 19.0 || century == 20.0 && sure)
            && (10.0..100.0).contains(&spelled(at + 1))
            && self.unit(at + 2).is_none()
        {
            let ones = self.is(at + 2, &["-"]) && (1.0..10.0).contains(&spelled(at + 3));
            return Some(if ones { at + 4 } else { at + 2 });
        }
        // "the year two thousand", "two thousand and six"
        let thousands = |at: usize| matches!(self.number(at), Some(NumberWord::Scale(1000.0)));
        if century == 2.0 && thousands(at + 1) && self.is(at.wrapping_sub(1), &["year", "in", "since", "by", "of"]) {
            let and = if self.is(at + 2, &["and"]) { at + 3 } else { at + 2 };
            let rest = (1.0..100.0).contains(&spelled(and));
            return (self.unit(at + 2).is_none() && sure).then_some(if rest { and + 1 } else { at + 2 });
        }
        // "1944–45"
        if let Some((first, last)) = word.split_once(['-', '–'])
            && is_year(first)
            && matches!(last.len(), 2 | 4)
            && last.chars().all(|c| c.is_ascii_digit())
            && last > &first[4 - last.len()..]
        {
            return Some(at + 1);
        }
        if !may_be_year(word) || self.unit_follows(at + 1) {
            return None;
        }
        let before = at.checked_sub(1).filter(|&before| before >= self.start);
        if before.is_some_and(|before| self.parse.tag(before) == Tag::Dollar)
            || self.is(at + 1, &["-", "–"]) && self.unit_follows(at + 2)
        {
            return None;
        }
        // A heading: "1920", "The western front, 1861–1863".
        let other = |at: usize| {
            at < self.end
                && at >= self.start
                && self.word(at).len() == 4
                && self.word(at).chars().all(|c| c.is_ascii_digit())
        };
        let alone = self.end - self.start == 1
            || self.is(at + 1, &["-", "–"]) && other(at + 2)
            || at >= self.start + 2 && self.is(at - 1, &["-", "–"]) && other(at - 2);
        if alone {
            return Some(at + 1);
        }
        let counts = at + 1 < self.end && self.parse.tag(at + 1) == Tag::Nns && self.parse.head(at) == at + 1;
        if sure {
            return (!counts || is_year(word)).then_some(at + 1);
        }
        let led = before.is_some_and(|before| {
            matches!(
                self.parse.norm(before),
                "in" | "since"
                    | "by"
                    | "until"
                    | "till"
                    | "before"
                    | "after"
                    | "during"
                    | "from"
                    | "of"
                    | "to"
                    | "through"
                    | "("
                    | "and"
                    | "early"
                    | "late"
                    | "-"
                    | "–"
            )
        });
        let date = self.parse.name_of(at).is_some_and(|name| name.label == NameLabel::Date);
        let behind = matches!(
            self.parse.dep(at),
            Dep::Nummod | Dep::Nmod | Dep::Appos | Dep::Npadvmod | Dep::Compound | Dep::Punct | Dep::Pobj
        ) && !matches!(self.parse.pos(self.parse.head(at)), Pos::Num);
        let fits = if is_year(word) { date || !counts && (led || behind) } else { date && led };
        fits.then_some(at + 1)
    }

    /// "1980s", "'80s", "80s"
    pub(super) fn decade(&self, at: usize) -> Option<usize> {
        if at >= self.end || !self.parse.word(at).contains('0') {
            return None;
        }
        let word = self.parse.lower(at);
        let word = word.trim_start_matches(['\'', '’']);
        // "mid-1990s" is one word.
        let part = |part: &str| matches!(self.lexicon.calendar.get(part), Some(CalendarWord::Part(_)));
        let word = word.split_once('-').filter(|(first, _)| part(first)).map_or(word, |(_, years)| years);
        let number = word.trim_end_matches("'s").trim_end_matches('s');
        let split = number == word && self.is(at + 1, &["'s", "’s", "s"]) && self.parse.word(at).ends_with('0');
        let plural = number != word || split;
        let digits =
            number.chars().all(|c| c.is_ascii_digit()) && number.ends_with('0') && matches!(number.len(), 2 | 4);
        let century =
            number.len() == 4 && !(number.starts_with("19") || number.starts_with("20") || number.starts_with("18"));
        (plural && digits && !century).then_some(if split { at + 2 } else { at + 1 })
    }

    /// "2031-02-03", "3/2/2031", "3.2.2031"
    pub(super) fn figures(&self, at: usize) -> Option<usize> {
        let word = self.parse.word(at);
        if word.starts_with(|c: char| !c.is_ascii_digit()) {
            return None;
        }
        let pieces: Vec<&str> = word.split(['-', '/', '.']).collect();
        let digits = pieces.len() == 3
            && pieces.iter().all(|piece| !piece.is_empty() && piece.chars().all(|c| c.is_ascii_digit()));
        if digits && word.len() >= 6 {
            return Some(at + 1);
        }
        let split = (0..5).all(|step| {
            at + step < self.end
                && if step % 2 == 0 {
                    self.parse.word(at + step).chars().all(|c| c.is_ascii_digit())
                } else {
                    matches!(self.parse.word(at + step), "-" | "/")
                }
        });
        (split && self.parse.word(at).len() == 4).then_some(at + 5)
    }
}
