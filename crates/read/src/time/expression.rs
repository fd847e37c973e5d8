//! Where does a text say when, for how long or how often?
//!
//! "The talks, held every week since early June 2031, ended after three days." → `every week` (a set), `early June 2031` (a
//! date), `three days` (a length). An expression is the longest run of words that says it, with "the", "early" and "nearly"
//! but without the preposition before it. It is read from the words of the calendar alone; which days it comes to is told in
//! `resolve`, and to which claim it belongs beside this file.

mod date;
mod hour;
mod length;

use crate::class;
use crate::{PartText, grammar};
use language::{Dep, Name, NameLabel, Parse, Pos, Tag};
use lexicon::{Bearing, CalendarUnit, CalendarWord, Lexicon, NumberWord, TimeWord};
use model::{TimeExpression, TimeSide, TimeSort};
use std::ops::Range;

/// An expression of time in tokens of one part.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    /// Its words.
    pub tokens: Range<usize>,
    /// What it is.
    pub sort: TimeSort,
}

/// The expressions of a sentence, in order; none overlaps another.
pub fn expressions(parse: &Parse, sentence: usize, lexicon: &Lexicon) -> Vec<Expression> {
    let tokens = parse.sentences()[sentence].clone();
    let scan = Scan::of(parse, tokens.clone(), lexicon);
    let mut found = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        if !scan.tells_soon(at) {
            at += 1;
            continue;
        }
        match scan.expression(at) {
            Some(expression) if expression.tokens.end > at => {
                at = expression.tokens.end;
                // "the *Easter* Offensive", "the *May 9* Movement" are called so on any day.
                let body = |name: &Name| name.label == NameLabel::Org && name.tokens.end > at;
                let fight = || parse.head(at - 1) == at && class::names_fight(parse, lexicon, at);
                if at >= tokens.end || !fight() && !parse.name_of(at - 1).is_some_and(body) {
                    found.push(expression);
                }
            }
            _ => at += 1,
        }
    }
    found
}

/// The expressions of a part, in order.
pub(crate) fn of_part(part: &PartText) -> Vec<TimeExpression> {
    let parse = &part.parse;
    let whole = |expression: &Expression| TimeExpression {
        article: part.article,
        span: part.span(expression.tokens.clone()),
        sort: expression.sort,
        side: side(parse, expression.tokens.clone()),
        value: None,
        range: None,
    };
    part.times.iter().flat_map(|sentence| &sentence.expressions).map(whole).collect()
}

/// On which side of the text's own day the clause of a time lies: "met on Friday", "will meet on Friday", "a meeting on Friday".
fn side(parse: &Parse, tokens: Range<usize>) -> TimeSide {
    let mut at = tokens.start;
    for _ in 0..12 {
        let head = parse.head(at);
        if matches!(parse.pos(at), Pos::Verb | Pos::Aux) && !tokens.contains(&at) {
            if let Some(side) = tense(parse, at) {
                return side;
            }
        } else if !tokens.contains(&at) {
            // "until Friday", "Friday's ruling", "payable on Friday": whatever the verb above says.
            let border = parse.pos(at) == Pos::Adp && matches!(parse.norm(at), "until" | "till" | "by" | "through");
            if border || parse.pos(at) == Pos::Adj {
                // "will be ready by August"
                let will = || tense(parse, parse.head(at)) == Some(TimeSide::After);
                return if parse.norm(at) == "by" && will() { TimeSide::After } else { TimeSide::Open };
            }
        }
        let owned = matches!(parse.dep(at), Dep::Poss | Dep::Compound | Dep::Nmod | Dep::Amod | Dep::Nummod);
        if head == at || owned && !tokens.contains(&head) {
            break;
        }
        at = head;
    }
    TimeSide::Open
}

/// On which side a verb lies; `None` for a participle, which is as old as the verb it hangs on.
fn tense(parse: &Parse, verb: usize) -> Option<TimeSide> {
    let auxiliaries = || parse.children(verb).filter(|&child| matches!(parse.dep(child), Dep::Aux | Dep::Auxpass));
    let will = |child: usize| {
        parse.tag(child) == Tag::Md && matches!(parse.norm(child), "will" | "shall" | "'ll" | "wo" | "may" | "would")
            || parse.tag(child) == Tag::To
    };
    let past = |child: usize| parse.tag(child) == Tag::Vbd || parse.lemma(child) == "have";
    let bare = auxiliaries().next().is_none();
    if auxiliaries().any(past) || parse.tag(verb) == Tag::Vbd || bare && parse.tag(verb) == Tag::Vbn {
        return Some(TimeSide::Before);
    }
    if auxiliaries().any(will) {
        return Some(TimeSide::After);
    }
    (!bare || parse.tag(verb) != Tag::Vbg).then_some(TimeSide::Open)
}

/// True for words that can say when: they hold a word of time, a year, a clock or a date in figures.
pub(crate) fn says_when(parse: &Parse, mut words: Range<usize>, lexicon: &Lexicon) -> bool {
    let end = words.end;
    words.any(|at| {
        let word = parse.lower(at);
        // "mid-2030", which is one word.
        let part = |part: &str| matches!(lexicon.calendar.get(part), Some(CalendarWord::Part(_)));
        let number = word.split_once('-').filter(|(first, _)| part(first)).map_or(word, |(_, number)| number);
        let figures = number.starts_with(|first: char| first.is_ascii_digit())
            && (number.contains([':', '/', '-', '–'])
                || may_be_year(number.trim_end_matches('s'))
                || number.len() > 2 && is_ordinal_day(number));
        let named = || {
            let found = lexicon.calendar.get(word.trim_end_matches('.')).or_else(|| {
                let second = parse.tokens().get(at + 1).filter(|_| at + 1 < end).map(|_| parse.lower(at + 1));
                lexicon.calendar.get(&format!("{word} {}", second?))
            });
            // "now" and "recently" say no day.
            !matches!(found, None | Some(CalendarWord::Part(_) | CalendarWord::Bearing(_) | CalendarWord::Each(_)))
        };
        figures || named() || lexicon.time_words.is(word, TimeWord::Anchor)
    })
}

/// "3rd", "21st"
fn is_ordinal_day(word: &str) -> bool {
    let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    number.len() <= 2 && matches!(&word[number.len()..], "st" | "nd" | "rd" | "th")
}

/// A number of four digits that is a year of the last or this century.
pub(crate) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.chars().all(|c| c.is_ascii_digit()) && (word.starts_with("19") || word.starts_with("20"))
}

/// A number of four digits that is a year where its context makes it one.
pub(crate) fn may_be_year(word: &str) -> bool {
    let digits = word.len() == 4 && word.chars().all(|c| c.is_ascii_digit());
    digits && word.parse::<u32>().is_ok_and(|year| (1000..=2100).contains(&year))
}

/// The words of an expression up to the first one that tells of time or counts, that one with them, at most.
const LEADING: usize = 4;

/// Reads expressions in one sentence. Every method takes a token and gives one past the last token it took.
struct Scan<'s, 'a> {
    parse: &'s Parse<'a>,
    lexicon: &'s Lexicon,
    start: usize,
    end: usize,
    words: Vec<Word<'s>>,
}

/// A word of the sentence with what the tables know of it: asked for again and again.
struct Word<'s> {
    /// In lower case, without full stops.
    text: &'s str,
    number: Option<NumberWord>,
    opens_bound: bool,
    parts: &'s [TimeWord],
    /// The phrase of the calendar that begins here.
    phrase: Option<(usize, CalendarWord)>,
}

impl<'s> Word<'s> {
    /// The word without its phrase.
    fn of(parse: &'s Parse, at: usize, lexicon: &'s Lexicon) -> Word<'s> {
        let text = parse.lower(at).trim_end_matches('.');
        Word {
            number: lexicon.numbers.word(text),
            opens_bound: lexicon.numbers.begins_bound(text),
            parts: lexicon.time_words.parts(text),
            phrase: None,
            text,
        }
    }
}

impl<'s, 'a> Scan<'s, 'a> {
    fn of(parse: &'s Parse<'a>, tokens: Range<usize>, lexicon: &'s Lexicon) -> Scan<'s, 'a> {
        let words = tokens.clone().map(|at| Word::of(parse, at, lexicon)).collect();
        let mut scan = Scan { parse, lexicon, start: tokens.start, end: tokens.end, words };
        for at in tokens.clone() {
            scan.words[at - tokens.start].phrase = scan.phrase(at);
        }
        scan
    }

    /// True where one of the next words tells of time or counts, as some word of each expression does.
    fn tells_soon(&self, at: usize) -> bool {
        let first = at - self.start;
        let next = &self.words[first..self.words.len().min(first + LEADING)];
        next.iter().any(|word| {
            word.phrase.is_some()
                || word.number.is_some()
                || !word.parts.is_empty()
                || word.text.contains(|c: char| c.is_ascii_digit())
        })
    }

    fn known(&self, at: usize) -> Option<&Word<'s>> {
        at.checked_sub(self.start).and_then(|at| self.words.get(at))
    }

    fn word(&self, at: usize) -> &str {
        self.known(at).map_or("", |word| word.text)
    }

    /// What a word counts.
    fn number(&self, at: usize) -> Option<NumberWord> {
        self.known(at).and_then(|word| word.number)
    }

    fn is(&self, at: usize, any: &[&str]) -> bool {
        at < self.end && any.contains(&self.word(at))
    }

    fn capital(&self, at: usize) -> bool {
        at < self.end && self.parse.word(at).starts_with(char::is_uppercase)
    }

    /// The longest phrase of the calendar at a token, of up to four words.
    fn calendar(&self, at: usize) -> Option<(usize, CalendarWord)> {
        self.known(at).and_then(|word| word.phrase)
    }

    fn phrase(&self, at: usize) -> Option<(usize, CalendarWord)> {
        if !self.lexicon.calendar.begins(self.word(at)) {
            return None;
        }
        (1..=4.min(self.end.saturating_sub(at))).rev().find_map(|length| {
            let mut words = String::new();
            for at in at..at + length {
                let word = self.word(at);
                // "New Year's Day" is cut before the apostrophe.
                if !(words.is_empty() || word.starts_with(['\'', '’'])) {
                    words.push(' ');
                }
                words.push_str(&word.replace('’', "'"));
            }
            let found = self.lexicon.calendar.get(&words)?;
            let name = matches!(found, CalendarWord::Month(_) | CalendarWord::Weekday(_) | CalendarWord::Holiday(_));
            if name && !self.capital(at) {
                return None;
            }
            Some((at + length, found))
        })
    }

    fn unit(&self, at: usize) -> Option<CalendarUnit> {
        match self.calendar(at) {
            Some((end, CalendarWord::Unit(unit))) if end == at + 1 => Some(unit),
            _ => None,
        }
    }

    fn is_plural(&self, at: usize) -> bool {
        self.word(at).ends_with('s')
    }

    fn expression(&self, at: usize) -> Option<Expression> {
        // "the third-quarter loss", "a two-day visit": the article is that of the noun behind.
        let whole = |end: usize, sort: TimeSort| {
            let last = end - 1;
            let outer = (at..end).map(|inner| self.parse.head(inner)).find(|&head| head >= end && head < self.end);
            let outer = outer.map(|noun| grammar::compounded(self.parse, noun));
            let article = self.is(at, &["the", "a", "an", "its", "their"]) && last > at;
            let before = article
                && outer.is_some_and(|noun| {
                    self.parse.head(at) == noun && matches!(self.parse.pos(noun), Pos::Noun | Pos::Propn)
                });
            Expression { tokens: if before { at + 1..end } else { at..end }, sort }
        };
        if let Some((end, sort)) = self.set(at) {
            return Some(whole(end, sort));
        }
        if let Some(end) = self.some_day(at) {
            return Some(whole(end, TimeSort::Date));
        }
        if let Some(end) = self.length(at) {
            // "recent years" lie behind, however many they are.
            let bearing = self.is(at, &["recent", "past"]) && end == at + 2;
            return Some(whole(end, if bearing { TimeSort::Date } else { TimeSort::Duration }));
        }
        let (end, sort) = self.point(at).or_else(|| self.bearing(at))?;
        // "the year ended June 30": as long as a year, not one of the calendar.
        let ends = self.unit(end - 1) == Some(CalendarUnit::Year) && self.is(end, &["ended", "ending"]);
        Some(whole(end, if ends { TimeSort::Duration } else { sort }))
    }

    /// "they will *one day* be free": a day to come that nobody names.
    fn some_day(&self, at: usize) -> Option<usize> {
        let day = self.is(at, &["one"]) && self.unit(at + 1) == Some(CalendarUnit::Day) && !self.is_plural(at + 1);
        let alone = || matches!(self.parse.dep(at + 1), Dep::Npadvmod | Dep::Nsubj) && !self.counts_from(at + 2);
        let ahead = || matches!(tense(self.parse, self.parse.head(at + 1)), Some(TimeSide::After | TimeSide::Open));
        (day && alone() && !self.is(at + 2, &["after", "before", "of", "-"]) && ahead()).then_some(at + 2)
    }

    /// "the *current* talks", "a *recent* attack": an adjective that says of a noun on which side of now it lies.
    fn bearing(&self, at: usize) -> Option<(usize, TimeSort)> {
        let (end, CalendarWord::Bearing(bearing)) = self.calendar(at)? else { return None };
        let describes = self.parse.pos(at) == Pos::Adj && self.parse.dep(at) == Dep::Amod;
        (describes && bearing != Bearing::Future).then_some((end, TimeSort::Date))
    }

    /// When: a date or an hour.
    fn point(&self, at: usize) -> Option<(usize, TimeSort)> {
        if let Some(end) = self.counted(at) {
            return Some((end, TimeSort::Date));
        }
        let mut core = self.parts(at);
        // "said *that* earlier on Friday": no word for a day.
        let determiner = self.is(core, &["the", "this", "that", "its", "their"]) && self.parse.pos(core) != Pos::Sconj;
        if determiner {
            core = self.parts(core + 1);
        }
        // "the past", "at present"
        if determiner
            && self.is(core, &["past", "present"])
            && self.parse.tag(core) == Tag::Nn
            && self.parse.dep(core) != Dep::Compound
        {
            return Some((core + 1, TimeSort::Date));
        }
        let pointed = self.points(core)
            && !(determiner && self.is(core - 1, &["that", "this"]) && !self.is(core, &["same", "very", "coming"]));
        if pointed {
            core = self.parts(core + 1);
        }
        let deictic = pointed || determiner && self.is(core - 1, &["this", "that"]);
        if self.part_is(core, TimeWord::Reckoning)
            && (self.year(core + 1, true).is_some() || self.unit(core + 1).is_some())
        {
            core += 1;
        }
        if core >= self.end {
            return None;
        }
        if let Some(end) = self.dated(core, core > at).filter(|_| !self.is_zoned(core)) {
            let sort = if self.has_hour(at..end) { TimeSort::Time } else { TimeSort::Date };
            return Some((end, sort));
        }
        if let Some(end) = self.hour(core, determiner || deictic) {
            return Some((end, TimeSort::Time));
        }
        if let Some(end) = self.day_alone(core).filter(|_| determiner && self.is(core - 1, &["the"])) {
            return Some((end, TimeSort::Date));
        }
        let (end, found) = self.calendar(core)?;
        match found {
            // "by year end", "by year's end"
            CalendarWord::Unit(CalendarUnit::Year) if core == at && self.year_end(end).is_some() => {
                Some((self.year_end(end)?, TimeSort::Date))
            }
            CalendarWord::Unit(unit) if end == core + 1 && !self.is_plural(core) => {
                use CalendarUnit::{Century, Decade, Hour, Minute, Month, Quarter, Second, Week, Weekend, Year};
                let small = matches!(unit, Second | Minute | Hour);
                let told = deictic || matches!(unit, Week | Weekend | Month | Quarter | Year | Century | Decade);
                let fits = (determiner || deictic) && told && !small && !self.is(end, &["-"]);
                // "over the weekend rebels shelled": the parser takes the time for a part of the noun behind.
                let led = unit == Weekend
                    && at > self.start
                    && self.parse.pos(at - 1) == Pos::Adp
                    && !self.is(at - 1, &["of"]);
                if !(fits && (self.parse.dep(core) != Dep::Compound || self.parts(at) > at || led)) {
                    return None;
                }
                // A name: the show "This Week".
                if self.capital(core) && core > self.start && self.capital(core - 1) && core - 1 > self.start {
                    return None;
                }
                // "this year's third quarter"
                if unit == Year && deictic && end < self.end && self.parse.tag(end) == Tag::Pos {
                    let quarter = self.ordinal(end + 1).filter(|&after| self.unit(after - 1) == Some(Quarter));
                    return Some((quarter.unwrap_or(end), TimeSort::Date));
                }
                // "the quarter *a year ago*"
                if unit == Quarter
                    && let Some(end) = self.counted(end)
                {
                    return Some((end, TimeSort::Date));
                }
                // "the last week of August"
                let one = unit == Week || unit == CalendarUnit::Day && self.is(core - 1, &["last", "final"]);
                let month = one && self.is(end, &["of"]) && self.is_month(end + 1);
                Some((if month { self.dated(end + 1, true)? } else { self.of_year(end) }, TimeSort::Date))
            }
            CalendarWord::FromPublication(_) if core == at => Some((self.daytime(end).unwrap_or(end), TimeSort::Date)),
            // "came a day after rebels left" counts from what is told behind it.
            CalendarWord::FromStory(_)
                if core > self.start
                    && self.is(core - 1, &["a"])
                    && self.is(end - 1, &["after", "before"])
                    && !self.closes(end) =>
            {
                None
            }
            CalendarWord::FromStory(_)
                if self.parse.pos(end - 1) == Pos::Noun && !self.is(end - 1, &["time"])
                    || end > core + 1 && !self.is(end - 1, &["time"]) =>
            {
                Some((end, TimeSort::Date))
            }
            CalendarWord::Bearing(Bearing::Future) if self.parse.pos(core) == Pos::Noun => Some((end, TimeSort::Date)),
            // "their *future* plans" say no time, "as soon as" but an order.
            CalendarWord::Bearing(bearing) if core == at && self.parse.pos(core) != Pos::Noun => {
                let plans = bearing == Bearing::Future && self.parse.pos(core) == Pos::Adj && self.unit(end).is_none();
                let compared = at > self.start && self.is(at - 1, &["as"]) || self.is(end, &["after", "before", "as"]);
                (!compared && !plans).then_some((end, TimeSort::Date))
            }
            // "at night", "before dawn"
            CalendarWord::Daytime(_)
                if core == at && at > self.start && self.is(at - 1, &["at", "by", "before", "after", "until"]) =>
            {
                Some((end, TimeSort::Time))
            }
            // "the fall of the city" is no season.
            CalendarWord::Season(..)
                if (determiner || deictic) && (!self.is(end, &["of"]) || self.year(end + 1, true).is_some()) =>
            {
                Some((self.of_year(end), TimeSort::Date))
            }
            CalendarWord::Holiday(_) | CalendarWord::Named(..) => {
                Some((self.year(end, true).unwrap_or(end), TimeSort::Date))
            }
            // "mid-afternoon yesterday"
            CalendarWord::Daytime(_) if matches!(self.calendar(end), Some((_, CalendarWord::FromPublication(_)))) => {
                Some((self.calendar(end)?.0, TimeSort::Time))
            }
            CalendarWord::Daytime(_) if determiner || deictic => {
                // "the night of 3 May"
                let date = self.is(end, &["of"]).then(|| self.dated(end + 1, true)).flatten();
                let told = deictic || date.is_some() || self.parts(at) > at && !self.is(at, &["the"]);
                told.then_some((date.unwrap_or(end), TimeSort::Time))
            }
            _ => None,
        }
    }

    /// Past the "end" of "year end", "year-end" or "year's end".
    fn year_end(&self, at: usize) -> Option<usize> {
        let joined = self.is(at, &["-", "–", "'s", "’s"]);
        let end = if joined { at + 1 } else { at };
        let whole = end < self.end && self.parse.pos(end) == Pos::Noun && !matches!(self.parse.dep(end), Dep::Compound);
        (self.is(end, &["end"]) && whole).then_some(end + 1)
    }

    fn part_is(&self, at: usize, part: TimeWord) -> bool {
        self.known(at).is_some_and(|word| word.parts.contains(&part))
    }

    /// "last", "next", "the same": says which of the times of its kind is meant.
    fn points(&self, at: usize) -> bool {
        self.part_is(at, TimeWord::Points)
    }

    /// "early", "the end of", "mid-": parts of a longer time, in front of it.
    fn parts(&self, at: usize) -> usize {
        let mut end = at;
        if self.is(end, &["about", "around", "approximately"])
            && (self.clock(end + 1).is_some() || self.year(end + 1, false).is_some())
        {
            end += 1;
        }
        let article = self.is(end, &["the"]);
        let part = if article { end + 1 } else { end };
        let Some((after, CalendarWord::Part(_))) = self.calendar(part).filter(|_| part < self.end) else {
            let widens = self.is(end, &["earlier", "later"]) && !article;
            return if widens { self.to_time(end + 1).unwrap_or(end) } else { end };
        };
        self.to_time(after).unwrap_or(if article { at } else { after })
    }

    /// Past the "of", "in" or "-" between a part and its whole.
    fn to_time(&self, at: usize) -> Option<usize> {
        let joined = if self.is(at, &["of", "in", "on", "-", "–"]) { at + 1 } else { at };
        (joined < self.end).then_some(joined)
    }
}
