//! Which days do the times of a document mean?
//!
//! An article is gone through from left to right: every date in its text, in a claim or not, moves the story on, so that
//! "the following day" and a month without a year know where they stand. The day an article was published decides what
//! "Friday" and "Feb. 3" are; an article without a day leaves them open, unless its text has named the year.

mod day;
mod phrase;
mod token;

use lexicon::Lexicon;
use model::{Claim, Document, Modality, Reading, Resolved, Span, TimeRange};
use phrase::Moment;
use std::collections::BTreeMap;

/// Ranges of at most so many days are a day of the story.
const STORY_DAYS: i32 = 7;

/// A day counted from the story and further away than this is an outlook.
const LEAP_DAYS: i32 = 14;
/// Years after which what a text tells is history.
const LONG_AGO: i16 = 2;
/// Bytes within which "the same day as" is told which day.
const ONE_CLAUSE: u32 = 80;

/// Words of a claim, by article and whether the claim is about what is to come, with what they come to.
type Times = BTreeMap<(u32, Span, bool), Days>;

/// What some words come to, and where they stand when it is told.
#[derive(Clone, Copy, Debug, Default)]
struct Days {
    range: Option<TimeRange>,
    moment: Moment,
    /// The words that were read, where they are not the claim's own.
    behind: Option<Span>,
}

/// Fills the days of the claims' time words. Gives how those of each claim came about, when `explains`.
pub(crate) fn fill(
    document: &Document,
    reading: &Reading,
    claims: &mut [Claim],
    lexicon: &Lexicon,
    explains: bool,
) -> Vec<Option<String>> {
    let mut times = Times::new();
    for claim in claims.iter() {
        if let Some(time) = &claim.time {
            times.insert((claim.article, time.span, is_ahead(claim)), Days::default());
        }
    }
    for article in 0..document.articles.len() as u32 {
        tell(document, reading, article, &mut times, lexicon);
    }
    let mut reasons = Vec::with_capacity(claims.len());
    for claim in claims {
        let ahead = is_ahead(claim);
        let mut reason = None;
        if let Some(time) = &mut claim.time {
            let days = times.get(&(claim.article, time.span, ahead)).copied().unwrap_or_default();
            time.range = days.range;
            reason = explains.then(|| how(&days, &document.text));
        }
        reasons.push(reason);
    }
    reasons
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

fn is_ahead(claim: &Claim) -> bool {
    matches!(claim.modality.value, Modality::Planned | Modality::Forecast)
}

/// Goes through one article.
fn tell(document: &Document, reading: &Reading, article: u32, times: &mut Times, lexicon: &Lexicon) {
    let published = document.articles[article as usize].published.as_ref().map(|known| known.value);
    let mut moment = Moment { published, ..Moment::default() };
    let of_claims: Vec<(Span, bool)> =
        times.keys().filter(|(of, _, _)| *of == article).map(|(_, span, ahead)| (*span, *ahead)).collect();
    let mut stops: Vec<(Span, bool, bool)> = of_claims.iter().map(|&(span, ahead)| (span, ahead, true)).collect();
    for sentence in reading.sentences.iter().filter(|sentence| sentence.article == article) {
        let Some(text) = sentence.span.get(&document.text) else { continue };
        for span in dates(text, sentence.span.start as usize, lexicon) {
            if !of_claims.iter().any(|(claimed, _)| claimed.overlaps(span)) {
                stops.push((span, false, false));
            }
        }
    }
    stops.sort();
    let history = is_history(&stops, document, published, lexicon);
    for &(span, ahead, claimed) in &stops {
        let Some(words) = span.get(&document.text) else { continue };
        moment.ahead = ahead;
        moment.history = moment.year.filter(|_| history);
        // "On the same day as talks began on Feb. 3": the day is told behind the words.
        let told_behind = document.text.get(span.end as usize..).is_some_and(|rest| rest.starts_with(" as "));
        let behind = stops
            .get(stops.partition_point(|(next, _, _)| next.start <= span.end))
            .filter(|(next, _, _)| told_behind && next.start < span.end + ONE_CLAUSE);
        let words = behind.and_then(|(next, _, _)| next.get(&document.text)).unwrap_or(words);
        let range = phrase::resolve(words, &moment, lexicon);
        if claimed {
            let behind = behind.map(|(next, _, _)| *next);
            times.insert((article, span, ahead), Days { range, moment, behind });
        }
        if let Some(range) = range {
            // What came of it months later does not move the story on.
            let leap = range.resolved == Resolved::FromText
                && moment.story.is_some_and(|story| (range.earliest - story.latest).get_days().abs() > LEAP_DAYS);
            if (range.latest - range.earliest).get_days() < STORY_DAYS && !leap {
                moment.story = Some(range);
            }
            if range.resolved == Resolved::Stated && !ahead {
                moment.year = Some(i32::from(range.latest.year()));
            }
        }
    }
}

/// True for a text that mostly tells of years long before it was published.
fn is_history(
    stops: &[(Span, bool, bool)],
    document: &Document,
    published: Option<jiff::civil::Date>,
    lexicon: &Lexicon,
) -> bool {
    let Some(published) = published else { return false };
    let moment = Moment { published: Some(published), ..Moment::default() };
    let (mut old, mut recent) = (0, 0);
    for (span, _, _) in stops {
        let range = span.get(&document.text).and_then(|words| phrase::resolve(words, &moment, lexicon));
        match range {
            Some(range) if range.resolved == Resolved::Stated && published.year() - range.latest.year() >= LONG_AGO => {
                old += 1;
            }
            Some(range) if range.resolved != Resolved::FromPublication || range.earliest == range.latest => recent += 1,
            _ => {}
        }
    }
    old >= 3 && old > recent
}

/// The dates written in a sentence that name a day, a month with its year, or a year after `in`.
fn dates(text: &str, offset: usize, lexicon: &Lexicon) -> Vec<Span> {
    let tokens = token::tokens(text, lexicon);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match day::read(&tokens, at) {
            Some((end, written)) if written.months.is_some() && (written.days.is_some() || written.year.is_some()) => {
                found.push(Span::new(offset + tokens[at].start, offset + tokens[end - 1].end));
                at = end;
            }
            Some((end, written)) if written.year.is_some() && at > 0 && leads_to_year(&tokens[at - 1]) => {
                found.push(Span::new(offset + tokens[at].start, offset + tokens[end - 1].end));
                at = end;
            }
            _ => at += 1,
        }
    }
    found
}

fn leads_to_year(token: &token::Token) -> bool {
    day::is_word(token, &["in", "during", "by", "since", "until", "of"])
}
