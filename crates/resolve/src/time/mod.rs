//! Which days do the times of a document mean?
//!
//! An article is gone through from left to right: every date in its text, in a claim or not, moves the story on, so that
//! "the following day" and a month without a year know where they stand. The day an article was published decides what
//! "Friday" and "Feb. 3" are; an article without a day leaves them open, unless its text has named the year.

mod anchor;
mod day;
mod feast;
mod part;
mod phrase;
mod relative;
mod tale;
mod token;
mod value;

use jiff::civil::Date;
use lexicon::TimeSense::{After, Ago, Before, Earlier, Joins, Opens, The, Until};
use lexicon::{Lexicon, TimeWord};
use model::{
    Claim, ClaimType, Document, Modality, Reading, Resolved, Sentence, Span, TimeExpression, TimeRange, TimeSide,
    TimeSort,
};
use phrase::Moment;
use std::collections::{BTreeMap, BTreeSet};
use tale::Tale;

/// Ranges of at most so many days are a day of the story.
const STORY_DAYS: i32 = 7;

/// A day counted from the story and further away than this is an outlook.
const LEAP_DAYS: i32 = 14;
/// Years after which what a text tells is history.
const LONG_AGO: i16 = 2;
/// Bytes within which "the same day as" is told which day.
const ONE_CLAUSE: u32 = 80;
/// Bytes at most between two dates of one year.
const LENT: usize = 12;

/// Words of a claim, by article and whether the claim is about what is to come, with what they come to.
type Times = BTreeMap<(u32, Span, bool), Days>;

/// What some words come to, and where they stand when it is told.
#[derive(Clone, Debug, Default)]
struct Days {
    range: Option<TimeRange>,
    value: Option<String>,
    moment: Moment,
    /// The words that were read, where they are not the claim's own.
    behind: Option<Span>,
}

/// Fills the days of the claims' time words, and value and days of every expression of time. Gives how those of each claim came about, when `explains`.
pub(crate) fn fill(
    document: &Document,
    reading: &mut Reading,
    claims: &mut [Claim],
    lexicon: &Lexicon,
    explains: bool,
) -> Vec<Option<String>> {
    let mut times = Times::new();
    for claim in claims.iter() {
        if let Some(time) = &claim.time {
            times.insert((claim.article, time.span, is_ahead(claim, reading)), Days::default());
        }
    }
    // The day on which something was published is no day of the story that it tells.
    let spans = |published: bool| {
        let times = claims.iter().filter(move |claim| (claim.claim_type == ClaimType::Publish) == published);
        times.filter_map(|claim| claim.time.as_ref()).map(|time| time.span).collect::<BTreeSet<Span>>()
    };
    let beside: BTreeSet<Span> = spans(true).difference(&spans(false)).copied().collect();
    for article in 0..document.articles.len() as u32 {
        tell(document, reading, article, &mut times, &beside, lexicon);
    }
    let mut reasons = Vec::with_capacity(claims.len());
    for claim in claims.iter_mut() {
        let ahead = is_ahead(claim, reading);
        let mut reason = None;
        if let Some(time) = &mut claim.time {
            let days = times.get(&(claim.article, time.span, ahead)).cloned().unwrap_or_default();
            time.range = days.range;
            time.value.clone_from(&days.value);
            reason = explains.then(|| how(&days, &document.text));
        }
        reasons.push(reason);
    }
    for at in anchored(document, claims, lexicon) {
        reasons[at] =
            explains.then(|| "counted from the deed, whose day another claim of the article tells".to_string());
    }
    reasons
}

/// Gives times that are counted from a deed the days that the text tells of it; gives the claims that have them.
fn anchored(document: &Document, claims: &mut [Claim], lexicon: &Lexicon) -> Vec<usize> {
    let published = |article: u32| document.articles[article as usize].published.as_ref().map(|known| known.value);
    let open = |claim: &Claim| claim.time.as_ref().is_some_and(|time| time.range.is_none());
    let found: Vec<(usize, TimeRange)> = (0..claims.len())
        .filter(|&at| open(&claims[at]))
        .filter_map(|at| {
            let claim = &claims[at];
            Some((at, anchor::days(claim, claims, published(claim.article), &document.text, lexicon)?))
        })
        .collect();
    for &(at, range) in &found {
        if let Some(time) = &mut claims[at].time {
            time.range = Some(range);
            time.value = Some(format!("{}/{}", range.earliest, range.latest));
        }
    }
    found.into_iter().map(|(at, _)| at).collect()
}

/// How days came about, for people.
fn how(days: &Days, text: &str) -> String {
    let Moment { published, story, ahead, .. } = days.moment;
    let behind =
        days.behind.and_then(|span| span.get(text)).map_or(String::new(), |words| format!("told by “{words}”; "));
    let told = |range: TimeRange| match range.earliest == range.latest {
        true => range.earliest.to_string(),
        false => format!("{} to {}", range.earliest, range.latest),
    };
    let from = match days.range.map(|range| range.resolved) {
        Some(Resolved::Stated) => "the words alone say it".to_string(),
        Some(Resolved::FromPublication) => match published {
            Some(day) => format!("counted from {day}, the day of the article"),
            None => "counted from the day of the article".to_string(),
        },
        Some(Resolved::FromText) => match story {
            Some(story) => format!("counted from {}, told before it in the text", told(story)),
            None => "counted from the year told before it in the text".to_string(),
        },
        None if published.is_none() => "no day can be told: the article has no day to count from".to_string(),
        None => "the words name no day".to_string(),
    };
    let ahead = if ahead && days.range.is_some() { ", forwards, for it is about what is to come" } else { "" };
    format!("{behind}{from}{ahead}")
}

/// True for a claim about what is to come, unless its time is that of a verb about the past: "On Saturday rebels shot men who were *to
/// leave*".
fn is_ahead(claim: &Claim, reading: &Reading) -> bool {
    let over = |span: Span| {
        let past = |time: &&TimeExpression| time.article == claim.article && time.side == TimeSide::Before;
        reading.times.iter().filter(past).any(|time| time.span.overlaps(span))
    };
    matches!(claim.modality.value, Modality::Planned | Modality::Forecast)
        && !claim.time.as_ref().is_some_and(|time| over(time.span))
}

/// Words at which the way through an article stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Stop {
    span: Span,
    ahead: bool,
    /// True for words of a claim.
    claimed: bool,
    /// Index among the expressions of time, for one of them.
    expression: Option<usize>,
}

/// Goes through one article. `beside` are words of claims that do not move its story on.
fn tell(
    document: &Document,
    reading: &mut Reading,
    article: u32,
    times: &mut Times,
    beside: &BTreeSet<Span>,
    lexicon: &Lexicon,
) {
    let published = document.articles[article as usize].published.as_ref().map(|known| known.value);
    let mut moment = Moment { published, ..Moment::default() };
    let of_claims = times.keys().filter(|(of, _, _)| *of == article);
    let claimed = of_claims.map(|&(_, span, ahead)| Stop { span, ahead, claimed: true, expression: None });
    let mut stops: Vec<Stop> = claimed.collect();
    let claims: Vec<Span> = stops.iter().map(|stop| stop.span).collect();
    let of_text = reading.times.iter().enumerate().filter(|(_, time)| time.article == article);
    stops.extend(of_text.map(|(index, time)| Stop {
        span: time.span,
        ahead: time.side == TimeSide::After,
        claimed: false,
        expression: Some(index),
    }));
    stops.sort();
    // Claims and the dates of the text beside them move the story on.
    let moves = |stop: &Stop| {
        stop.claimed && !beside.contains(&stop.span)
            || !claims.iter().any(|claim| claim.overlaps(stop.span))
                && stop.span.get(&document.text).is_some_and(|words| is_date(words, lexicon))
    };
    let story: Vec<Stop> = stops.iter().copied().filter(moves).collect();
    let history = is_history(&stops, document, published, lexicon);
    let mut tale = Tale::default();
    // What held before the first of some words that overlap: those of a claim and the expressions that they are made of.
    let mut before: Option<(Span, Moment)> = None;
    // The last day told, and its words.
    let mut told: Option<(Span, TimeRange)> = None;
    for stop in &stops {
        let Some(words) = stop.span.get(&document.text) else { continue };
        let (words_before, mut here) =
            before.filter(|(span, _)| span.overlaps(stop.span)).unwrap_or((stop.span, moment));
        let sentence = |at: u32| reading.sentences.partition_point(|sentence| sentence.span.start <= at);
        let near = |span: Span| sentence(span.start) == sentence(stop.span.start);
        if before.is_none_or(|(span, _)| !span.overlaps(stop.span)) {
            here.beside = told.filter(|(span, _)| near(*span)).map(|(_, day)| day);
        }
        if words_before == stop.span {
            here.tale = tale.at(stop.span, published, history, &document.text, near);
            before = Some((stop.span, here));
        }
        here.ahead = stop.ahead;
        let last = words.rsplit(' ').next().unwrap_or("");
        here.counts = stop.claimed
            && lexicon.time_senses.of(last).iter().any(|sense| matches!(sense, After | Before))
            && document
                .text
                .get(stop.span.end as usize..)
                .is_some_and(|rest| rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphanumeric)));
        let rest = document.text.get(stop.span.end as usize..).and_then(|rest| rest.strip_prefix(" of "));
        here.part = rest.is_some_and(phrase::is_whole);
        let end = reading.sentences.get(sentence(stop.span.start).saturating_sub(1)).map_or(0, |found| found.span.end);
        here.lent = lent(stop, &stops, &document.text, end, published, lexicon);
        if let Some(index) = stop.expression {
            let time = &mut reading.times[index];
            here.open = time.side == TimeSide::Open;
            (time.value, time.range) = value::of(words, time.sort, &here, lexicon);
            if time.sort == TimeSort::Date && time.value.as_ref().is_some_and(|value| !value.ends_with("_REF")) {
                moment.last = time.range.or(moment.last);
                told = time.range.filter(|day| day.earliest == day.latest).map(|day| (stop.span, day)).or(told);
                let compared = token::tokens(words, lexicon).iter().any(|token| token.any(&[Ago, Earlier]));
                let told = if compared { None } else { time.value.as_deref() };
                moment.quarter = quarter(told, moment.quarter);
            }
            if !moves(stop) {
                // "On Monday" brings a report that looks back to its own days.
                if let Some(range) = time.range.filter(|range| range.resolved == Resolved::FromPublication) {
                    tale.goes_on(range, stop.span, published, false);
                }
                continue;
            }
        }
        // "On the same day as talks began on Feb. 3": the day is told behind the words.
        let told_behind = document.text.get(stop.span.end as usize..).is_some_and(|rest| rest.starts_with(" as "));
        let behind = story
            .get(story.partition_point(|next| next.span.start <= stop.span.end))
            .filter(|next| told_behind && next.span.start < stop.span.end + ONE_CLAUSE);
        let words = behind.and_then(|next| next.span.get(&document.text)).unwrap_or(words);
        here.open = false;
        let range = phrase::resolve(words, &here, lexicon);
        if stop.claimed {
            let behind = behind.map(|next| next.span);
            let value = range.and_then(|range| value::of_claim(words, range, &here, lexicon));
            times.insert((article, stop.span, stop.ahead), Days { range, value, moment: here, behind });
        }
        // "Three days of fighting" lead to no day by themselves.
        let length = stop.claimed && phrase::is_length(words, lexicon);
        if let Some(range) = range.filter(|_| !length && moves(stop)) {
            moment.last = Some(range);
            // What came of it months later does not move the story on.
            let leap = range.resolved == Resolved::FromText
                && day::find(&token::tokens(words, lexicon)).is_none()
                && moment.story.is_some_and(|story| (range.earliest - story.latest).get_days().abs() > LEAP_DAYS);
            // Nor does the day of an accord long before, named beside what is told.
            let aside = !stop.claimed
                && !history
                && moment.story.is_some_and(|story| (story.earliest - range.latest).get_days() > LEAP_DAYS);
            // What is to come does not, unless the claim is about it and names its day.
            let names_day = stop.ahead && range.earliest == range.latest;
            let outlook = !names_day && published.is_some_and(|published| range.earliest > published);
            if (range.latest - range.earliest).get_days() < STORY_DAYS && !leap && !aside && !outlook {
                moment.story = Some(range);
            }
            // A month told of a tale leaves no day to count from.
            // One that lies behind the story is only looked back to.
            else if stop.claimed
                && here.tale.is_some()
                && !leap
                && moment.story.is_none_or(|story| (story.earliest - range.latest).get_days() < LEAP_DAYS)
            {
                moment.story =
                    moment.story.filter(|story| range.earliest <= story.earliest && story.latest <= range.latest);
            }
            if !stop.ahead && !names_a_thing(stop.span, &document.text, lexicon) {
                // "in the last three months of 2031": the tale is one of that year.
                let range = phrase::year_of_stretch(words, range, lexicon).unwrap_or(range);
                tale.goes_on(range, stop.span, published, opens(stop.span, &reading.sentences, &document.text));
            }
        }
    }
}

/// True for a bare year or a date with its year before a noun that it tells from others: "the *2028* treaty", "the *3 May 2028* treaty".
fn names_a_thing(span: Span, text: &str, lexicon: &Lexicon) -> bool {
    let words = span.get(text).map(|words| token::tokens(words, lexicon)).unwrap_or_default();
    let year = matches!(words.as_slice(), [token::Token { piece: token::Piece::Year(_), .. }])
        || matches!(day::find(&words), Some((0, end, written)) if end == words.len() && written.year.is_some());
    let before = text.get(..span.start as usize).unwrap_or("").trim_end();
    let article = before.rsplit(' ').next().is_some_and(|word| word.eq_ignore_ascii_case("the"));
    let behind =
        text.get(span.end as usize..).and_then(|rest| rest.strip_prefix(' ')).and_then(|rest| rest.chars().next());
    year && article && behind.is_some_and(char::is_alphabetic)
}

/// True for words at the start of their sentence, after a preposition at most: "In early 2030".
fn opens(span: Span, sentences: &[Sentence], text: &str) -> bool {
    let after = sentences.partition_point(|sentence| sentence.span.start <= span.start);
    let lead = after.checked_sub(1).and_then(|at| text.get(sentences[at].span.start as usize..span.start as usize));
    lead.is_some_and(|lead| lead.split_whitespace().count() <= 2)
}

/// The year, and the month, that the date behind some words has for both: "in August and September 1914", and that of a past year which
/// the sentence, up to its end, tells first behind them: "who had come in January, left in March 1914".
fn lent(
    stop: &Stop,
    stops: &[Stop],
    text: &str,
    end: u32,
    published: Option<Date>,
    lexicon: &Lexicon,
) -> Option<(i32, Option<u8>)> {
    let after = stops.partition_point(|next| next.span.start < stop.span.end);
    let next = stops[after..].iter().find(|next| next.expression.is_some())?;
    let gap = text.get(stop.span.end as usize..next.span.start as usize)?;
    let month = |words: &str| {
        let written = day::find(&token::tokens(words, lexicon)).map(|(_, _, written)| written);
        written.filter(|written| written.months.is_some())
    };
    let past = |year: i32| published.is_some_and(|published| year < i32::from(published.year()));
    if next.span.start < end
        && !stop.ahead
        && stop.span.get(text).and_then(month).is_some_and(|written| written.year.is_none())
        && let Some(told) = next.span.get(text).and_then(month)
        && let Some(year) = told.year.filter(|&year| past(year))
    {
        return Some((year, told.months.map(|(first, _)| first)));
    }
    let joins = gap.len() <= LENT && {
        let mut words = gap.split_whitespace();
        let joint = words.next().unwrap_or(gap);
        let senses = |word: &str| lexicon.time_senses.of(word).to_vec();
        let joined = senses(joint).iter().any(|sense| matches!(sense, Until | Joins));
        let leads = |word: &str| {
            lexicon.time_words.is(word, TimeWord::Drop) || senses(word).iter().any(|sense| matches!(sense, The | Opens))
        };
        (joined || matches!(joint, "-" | "–" | "—" | "/")) && words.all(leads)
    };
    let (_, _, written) = day::find(&token::tokens(next.span.get(text).filter(|_| joins)?, lexicon))?;
    Some((written.year?, written.months.map(|(first, _)| first)))
}

/// The first day of the quarter that a value tells, else the one told before it.
fn quarter(value: Option<&str>, before: Option<Date>) -> Option<Date> {
    let told = value.and_then(|value| value.split_once("-Q")).and_then(|(year, quarter)| {
        Date::new(year.parse().ok()?, quarter.parse::<i8>().ok()?.checked_mul(3)?.checked_sub(2)?, 1).ok()
    });
    told.or(before)
}

/// True for a text that mostly tells of years long before it was published. Dates without a year say nothing of that; days that
/// are counted from the day of the text do.
fn is_history(stops: &[Stop], document: &Document, published: Option<Date>, lexicon: &Lexicon) -> bool {
    let Some(published) = published else { return false };
    let moment = Moment { published: Some(published), ..Moment::default() };
    let (mut old, mut months, mut recent) = (0, 0, 0);
    for stop in stops {
        let Some(words) = stop.span.get(&document.text) else { continue };
        let Some(range) = phrase::resolve(words, &moment, lexicon) else { continue };
        let written = day::find(&token::tokens(words, lexicon)).map(|(_, _, written)| written);
        match range.resolved {
            Resolved::Stated if published.year() - range.latest.year() >= LONG_AGO => {
                old += 1;
                months += usize::from(written.is_some_and(|written| written.months.is_some()));
            }
            Resolved::Stated => recent += 1,
            Resolved::FromPublication if written.is_none() => recent += 1,
            _ => {}
        }
    }
    // Any text looks back on a year; a history also tells in which month.
    old >= 3 && months > 0 && old > 2 * recent
}

/// True for words that name a day, a month with its year, or a year.
fn is_date(words: &str, lexicon: &Lexicon) -> bool {
    let pieces = token::tokens(words, lexicon);
    day::find(&pieces).is_some_and(|(_, _, written)| {
        written.year.is_some() && !written.decade || written.months.is_some() && written.days.is_some()
    })
}
