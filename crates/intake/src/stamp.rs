//! Who wrote it, and when did it come out, as lines at the head of an article say?
//!
//! `"By Ana Velt | Port Amel Post | 3 March 2019"` names an author and a day. `"PORT AMEL (Agency) — The army …"` says where
//! a report was written.
//!
//! Months are English. A day without a year, or in figures that can be read two ways (`3/4/2019`), is not one. A day that is said to be of a change
//! ("Updated …") is never the day it came out.

use crate::block::{blank, trimmed};
use jiff::civil::Date;
use jiff::fmt::strtime;
use lexicon::pages::{OriginCue, Pages, Stamp, fold};
use model::Span;
use std::ops::Range;

/// What a line at the head of an article tells.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Stamped {
    /// Names, in order.
    pub authors: Vec<Span>,
    /// The day it came out.
    pub published: Option<(Span, Date)>,
    /// It tells the day of something else.
    pub other_day: bool,
}

/// Reads a line as one that tells who and when; `None` when it is anything else.
pub(crate) fn stamped(text: &str, line: Span, pages: &Pages) -> Option<Stamped> {
    let words = line.of(text);
    if words.len() > 240 {
        return None;
    }
    let mut stamped = Stamped::default();
    let mut unknown = 0;
    let mut stamp = None;
    for piece in words.split(['|', '•', '·', '\n', '\t']) {
        let start = offset(text, piece);
        let range = trimmed(text, start..start + piece.len());
        if range.is_empty() {
            continue;
        }
        let (said, from) = match pages.stamp(&fold(&text[range.clone()])) {
            // Folding keeps the number of characters of plain words, and stamps are such.
            Some((said, taken)) if text.get(range.start..range.start + taken).is_some() => {
                (Some(said), range.start + taken)
            }
            _ => (None, range.start),
        };
        stamp = said.or(stamp);
        let rest = trimmed(text, from..range.end);
        let rest = skip(text, rest, [':', '-', '–', '—']);
        if said == Some(Stamp::Author) {
            let names = names(text, rest.clone(), pages);
            if names.is_empty() {
                return None;
            }
            let end = names.last().map_or(rest.end, |name| name.end as usize);
            stamped.authors.extend(names);
            // Behind the names a post or an outlet may stand, or the day; more than that is a story.
            if !day_in(text, end..rest.end, None, &mut stamped) && text[end..rest.end].split_whitespace().count() > 9 {
                return None;
            }
        } else if !day_in(text, rest.clone(), said.or(stamp), &mut stamped) && !clock(&text[rest.clone()]) {
            unknown += text[rest].split_whitespace().count();
        }
    }
    let tells = !stamped.authors.is_empty() || stamped.published.is_some() || stamped.other_day;
    // Beside a name or day there may stand the name of an outlet, not a sentence.
    (tells && unknown <= 6).then_some(stamped)
}

/// Where a piece that was split from a text begins in it.
fn offset(text: &str, piece: &str) -> usize {
    piece.as_ptr() as usize - text.as_ptr() as usize
}

fn skip(text: &str, range: std::ops::Range<usize>, marks: [char; 4]) -> std::ops::Range<usize> {
    let rest = &text[range.clone()];
    let kept = rest.trim_start_matches(|c: char| blank(c) || marks.contains(&c));
    range.end - kept.len()..range.end
}

/// Notes the day a stretch is about. False when it holds none, or is more than a day with a few words.
fn day_in(text: &str, range: std::ops::Range<usize>, stamp: Option<Stamp>, stamped: &mut Stamped) -> bool {
    let Some((span, day)) = find_day(text, range.clone()) else { return false };
    let beside = text[range.start..span.start as usize].split_whitespace().count()
        + text[span.end as usize..range.end].split_whitespace().filter(|word| !clock(word)).count();
    if beside > 5 {
        return false;
    }
    match stamp {
        Some(Stamp::Other) => stamped.other_day = true,
        _ if stamped.published.is_none() => stamped.published = Some((span, day)),
        _ => {}
    }
    true
}

/// True for words that tell a time of day: `"10:15 GMT"`.
fn clock(words: &str) -> bool {
    let mut seen = false;
    words.split_whitespace().all(|word| {
        let time = word.contains(':') && word.chars().all(|c| c.is_ascii_digit() || ":.apmAPMhZ+".contains(c));
        seen |= time;
        let zone = word.len() <= 6
            && word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || "+-.,()".contains(c));
        time || zone || ["am", "pm", "a.m.", "p.m.", "at"].contains(&word.trim_matches(','))
    }) && seen
}

/// The first day with a year in a stretch of text, and where it stands.
pub(crate) fn find_day(text: &str, range: std::ops::Range<usize>) -> Option<(Span, Date)> {
    let words: Vec<std::ops::Range<usize>> = words(text, range);
    for (i, first) in words.iter().enumerate() {
        if let Some(date) = iso(&text[first.clone()]) {
            let end = first.start + text[first.clone()].char_indices().nth(10).map_or(first.len(), |(at, _)| at);
            return Some((Span::new(first.start, end), date));
        }
        let Some(last) = words.get(i + 2) else { continue };
        let three: Vec<&str> = words[i..i + 3].iter().map(|word| bare(&text[word.clone()])).collect();
        let parsed = date(three[0], three[1], three[2]).or_else(|| date(three[1], three[0], three[2]));
        if let Some(date) = parsed {
            let end = last.start + bare(&text[last.clone()]).len();
            return Some((Span::new(first.start, end), date));
        }
    }
    None
}

fn words(text: &str, range: std::ops::Range<usize>) -> Vec<std::ops::Range<usize>> {
    let mut words = Vec::new();
    for word in text[range.clone()].split_whitespace() {
        let start = offset(text, word);
        let lead = word.len() - word.trim_start_matches(['(', '[', '"', '“']).len();
        words.push(start + lead..start + word.len());
    }
    words
}

fn bare(word: &str) -> &str {
    word.trim_end_matches([',', '.', ')', ']', ';', '"', '”', ':'])
}

fn iso(word: &str) -> Option<Date> {
    let day = word.get(..10)?;
    let border = word[10..].chars().next().is_none_or(|c| !c.is_ascii_digit());
    (day.bytes().filter(|&b| b == b'-').count() == 2 && border).then(|| day.parse().ok()).flatten()
}

fn date(day: &str, month: &str, year: &str) -> Option<Date> {
    let day = day
        .strip_suffix("st")
        .or(day.strip_suffix("nd"))
        .or(day.strip_suffix("rd"))
        .or(day.strip_suffix("th"))
        .unwrap_or(day);
    if year.len() != 4 || !(year.starts_with("19") || year.starts_with("20")) || day.len() > 2 || month.len() < 3 {
        return None;
    }
    // A four-letter short form of September is common; the format knows three letters or the whole name.
    let month = if month.eq_ignore_ascii_case("sept") { "Sep" } else { month };
    let words = format!("{day} {month} {year}");
    ["%d %B %Y", "%d %b %Y"].iter().find_map(|format| strtime::parse(format, &words).ok()?.to_date().ok())
}

/// The names that a stretch begins with: `"Ana Velt and Tom Arsk, Port Amel Post"` has two.
pub(crate) fn names(text: &str, range: std::ops::Range<usize>, pages: &Pages) -> Vec<Span> {
    let mut names: Vec<Span> = Vec::new();
    let mut name: Option<Span> = None;
    let mut count = 0;
    let mut close = |name: &mut Option<Span>, count: &mut usize| -> bool {
        let whole = name.take().filter(|_| (1..=5).contains(count));
        *count = 0;
        whole.map(|name| names.push(name)).is_some()
    };
    let mut after_comma = false;
    for word in words(text, range) {
        let raw = &text[word.clone()];
        let plain = raw.trim_end_matches([',', ';', '|', ':', ')']);
        let folded = fold(plain);
        let joins = folded == "and" || folded == "&";
        let particle = pages.is_name_particle(&folded);
        let proper = plain.starts_with(char::is_uppercase)
            || plain.split('-').nth(1).is_some_and(|part| part.starts_with(char::is_uppercase));
        if joins {
            if !close(&mut name, &mut count) {
                break;
            }
            after_comma = false;
            continue;
        }
        let role = pages.is_author_role(&folded);
        if !(proper || particle) || role || plain.chars().any(|c| c.is_ascii_digit()) {
            // "Ana Velt, Research Fellow at": what began behind the comma was a post, not a name.
            if after_comma {
                name = None;
            }
            break;
        }
        let span = Span::new(word.start, word.start + plain.len());
        name = Some(name.map_or(span, |name| name.cover(span)));
        count += 1;
        if raw.len() > plain.len() {
            let comma = raw.ends_with([',', ';']);
            // Behind a comma one word alone is a place or an office.
            if after_comma && count < 2 {
                name = None;
                break;
            }
            close(&mut name, &mut count);
            if !comma {
                break;
            }
            after_comma = true;
        }
    }
    if after_comma && count < 2 {
        name = None;
    }
    close(&mut name, &mut count);
    names
}

/// What stands before the first sentence of a report: `"PORT AMEL (Agency) — "`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dateline {
    /// Where it was written.
    pub place: Span,
    /// Whose report it is.
    pub agency: Option<Span>,
    /// The day it came out, where the year stands with it.
    pub published: Option<(Span, Date)>,
    /// Bytes of the paragraph that it takes.
    pub taken: usize,
}

/// Where a report was written, whose it is, and of what day, by the head of its first paragraph: "PORT AMEL, 3 March 2019 (Agency) —",
/// "PORT AMEL, Velmark:".
pub(crate) fn dateline(text: &str, paragraph: Span) -> Option<Dateline> {
    let words = paragraph.of(text);
    let near = &words[..words.char_indices().nth(90).map_or(words.len(), |(at, _)| at)];
    // A colon ends one that tells more than a word in capitals: "NOTE:" is none.
    let (dash, taken) = [" — ", " – ", " - ", " -- ", "— ", "—", ": "]
        .iter()
        .filter_map(|mark| {
            // "(ACME - XYZ)": a dash in brackets is part of an agency's name.
            let outside = |at: &usize| near[..*at].matches('(').count() == near[..*at].matches(')').count();
            near.match_indices(mark).map(|(at, _)| at).find(outside).map(|at| (at, mark.len()))
        })
        .chain(behind_bracket(near))
        .min_by_key(|&(at, taken)| (at, std::cmp::Reverse(taken)))?;
    let head = &near[..dash];
    let bare_word = !head.contains([',', '(']) && words[dash..].starts_with(':');
    let place_end = head.find([',', '(', '/', '.']).unwrap_or(head.len());
    let mut place = head[..place_end].trim_end();
    // "Port Amel —", "Port Amel, VM -": a long dash, or the region behind a comma, does what capitals do.
    let long = words[dash..].trim_start().starts_with(['—', '–']) || words[dash..].starts_with(" --");
    let titled = (long || head.contains(',')) && is_titled(head) || is_dated(head);
    let titled = titled && !words[dash..].starts_with(':');
    // "PORT AMEL March 3 —": the place is what stands in capitals.
    if let Some(at) = place.find(|c: char| c.is_lowercase()).filter(|_| !titled) {
        place = place[..at].rsplit_once(char::is_whitespace)?.0.trim_end();
    }
    let letters = place.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = place.chars().all(|c| c.is_uppercase() || blank(c) || "-'’.".contains(c));
    let after = words[dash + taken..].trim_start_matches(|c: char| blank(c) || "\"“‘'".contains(c));
    let fits = (capitals || titled)
        && !bare_word
        && letters >= 3
        && place.split_whitespace().count() <= 4
        && head.split_whitespace().count() <= 9
        && !head.contains([':', ';', '"', '“', '?', '!'])
        && after.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let start = paragraph.start as usize;
    fits.then(|| Dateline {
        place: Span::new(start, start + place.len()),
        agency: bracketed_name(head).map(|name| Span::new(start + name.start, start + name.end)),
        published: find_day(text, start + place.len()..start + dash),
        taken: words.len() - words[dash + taken..].trim_start().len(),
    })
}

/// Where the head ends that no dash parts from the report: "Port Amel, Sep 3 *(Agency)* Rebels attacked".
fn behind_bracket(near: &str) -> Option<(usize, usize)> {
    let end = near.find(") ")? + 1;
    is_dated(&near[..end]).then_some((end, 1))
}

/// A year that has every day.
const LEAP_YEAR: &str = "2000";

/// True for a town, a day and an agency in brackets: "Port Amel, Sep 3 (Agency)".
fn is_dated(head: &str) -> bool {
    let Some((front, _)) = head.trim_end().strip_suffix(')').and_then(|head| head.split_once('(')) else {
        return false;
    };
    let Some((place, day)) = front.trim_end().rsplit_once(',') else { return false };
    let mut day: Vec<&str> = day.split_whitespace().collect();
    day.sort_by_key(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let [month, number] = day[..] else { return false };
    date(number, month.trim_end_matches('.'), LEAP_YEAR).is_some() && is_titled(place)
}

/// True for a town and what it lies in, each word written large: "Port Amel", "Port Amel, North Velmark".
fn is_titled(head: &str) -> bool {
    let large = |word: &str| word.starts_with(char::is_uppercase) && !word.contains(|c: char| c.is_ascii_digit());
    let brackets = head.find('(').unwrap_or(head.len());
    let words: Vec<&str> = head[..brackets].split_whitespace().collect();
    (1..=4).contains(&words.len()) && words.into_iter().all(large)
}

/// A line above or below an article that says whose report it is, or that it was translated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Provenance {
    /// It is the report of this paper or agency.
    TakenFrom(Span),
    /// It was translated, says this line.
    Translated(Span),
}

/// Reads a line as one that tells where the article comes from; `None` when it is anything else.
pub(crate) fn provenance(text: &str, line: Span, pages: &Pages) -> Option<Provenance> {
    let words = line.of(text);
    let bare = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    let (cue, taken) = pages.origin(bare)?;
    let from = words.len() - bare.len() + taken;
    let start = line.start as usize;
    Some(match cue {
        OriginCue::Translated => Provenance::Translated(line),
        OriginCue::TakenFrom => {
            let name = name_behind(words, from)?;
            // "Source: Korm News Agency" names; "Source: The Free Band counts nine dead" tells.
            if words[..from].ends_with(':') && words[name.end..].starts_with(char::is_whitespace) {
                return None;
            }
            Provenance::TakenFrom(Span::new(start + name.start, start + name.end))
        }
    })
}

/// A name in brackets: not the day that can stand there too.
fn bracketed_name(head: &str) -> Option<Range<usize>> {
    let open = head.find('(')? + 1;
    let end = open + head[open..].find(')')?;
    let name = &head[open..end];
    let fits = name.starts_with(char::is_uppercase)
        && name.chars().filter(|c| c.is_alphabetic()).count() > 1
        && !name.contains(|c: char| c.is_ascii_digit());
    fits.then_some(open..end)
}

/// The name behind the words that lead to it: `Post of Korm` for " the Post of Korm, 3 March". Small words between its words belong to it.
fn name_behind(line: &str, from: usize) -> Option<Range<usize>> {
    let mut name: Option<Range<usize>> = None;
    let mut at = from;
    for word in line[from..].split_inclusive(char::is_whitespace) {
        let start = at;
        at += word.len();
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if bare.is_empty() && name.is_none() {
            continue;
        }
        let small = bare.len() <= 3 && bare.chars().all(char::is_lowercase);
        if bare.starts_with(|c: char| c.is_uppercase()) {
            let first = name.as_ref().map_or(start, |name| name.start);
            name = Some(first..start + bare.len());
        } else if !small {
            break;
        }
        // A comma or stop ends it.
        if word.trim_end().len() > bare.len() {
            break;
        }
    }
    let name = name?;
    let rest = line[name.clone()].strip_prefix("The ").map_or(0, |_| 4);
    Some(name.start + rest..name.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lexicon::Lexicon;

    fn read(line: &str) -> Option<(Vec<String>, Option<String>, bool)> {
        let lexicon = Lexicon::load().unwrap();
        let stamped = stamped(line, Span::new(0, line.len()), &lexicon.pages)?;
        let authors = stamped.authors.iter().map(|name| name.of(line).to_string()).collect();
        Some((authors, stamped.published.map(|(_, day)| day.to_string()), stamped.other_day))
    }

    fn told(authors: &[&str], day: Option<&str>, other: bool) -> Option<(Vec<String>, Option<String>, bool)> {
        Some((authors.iter().map(|name| name.to_string()).collect(), day.map(str::to_string), other))
    }

    #[test]
    fn a_line_tells_who_and_when() {
        assert_eq!(read("By Ana Velt"), told(&["Ana Velt"], None, false));
        assert_eq!(
            read("BY ANA VELT | April 2, 2017 | | Port Amel Post"),
            told(&["ANA VELT"], Some("2017-04-02"), false)
        );
        assert_eq!(read("By Ana Velt and Tom al-Arsk"), told(&["Ana Velt", "Tom al-Arsk"], None, false));
        let text = include_str!("../../../data/pages/name_particles.tsv");
        let table = lexicon::Table::parse("pages/name_particles.tsv", text, &["word", "example"]).unwrap();
        for row in table.rows() {
            assert_eq!(read(&format!("By {}", row.cell(1))), told(&[row.cell(1)], None, false));
        }
        assert_eq!(read("By Ana Velt, Research Fellow at Korm Institute"), told(&["Ana Velt"], None, false));
        assert_eq!(read("Written by: Ana Velt, Tom Arsk"), told(&["Ana Velt", "Tom Arsk"], None, false));
        assert_eq!(read("Published 3 March 2019"), told(&[], Some("2019-03-03"), false));
        assert_eq!(read("Feb. 3, 2020"), told(&[], Some("2020-02-03"), false));
        assert_eq!(read("Monday, March 3rd, 2019 10:15 GMT"), told(&[], Some("2019-03-03"), false));
        assert_eq!(read("2019-03-03T10:15:00Z"), told(&[], Some("2019-03-03"), false));
        assert_eq!(read("Updated: 4 March 2019"), told(&[], None, true));
        assert_eq!(read("Published 3 March 2019 | Updated 4 March 2019"), told(&[], Some("2019-03-03"), true));
    }

    #[test]
    fn a_sentence_is_not_such_a_line() {
        assert_eq!(read("By the time the army came, the town had fallen."), None);
        assert_eq!(read("The battle of Korm began on 3 October 2016 in the hills above the town."), None);
        assert_eq!(read("By Ana Velt The Minister of Works went to Korm on Monday and said that it will rise."), None);
        assert_eq!(read("May 4: the commander's statement"), None);
        assert_eq!(read("Battle of Korm (2016)"), None);
        assert_eq!(read("3/4/2019"), None);
    }

    #[test]
    fn a_dateline_is_in_capitals_before_a_dash() {
        let read = |text: &str| {
            let Dateline { place, agency, taken, .. } = dateline(text, Span::new(0, text.len()))?;
            let agency = agency.map(|name| name.of(text).to_string());
            Some((place.of(text).to_string(), agency, text[taken..].to_string()))
        };
        let told = |place: &str, agency: &str| {
            let agency = Some(agency.to_string()).filter(|name| !name.is_empty());
            Some((place.to_string(), agency, "The army left.".to_string()))
        };
        let day = |text: &str| {
            let (span, day) = dateline(text, Span::new(0, text.len()))?.published?;
            Some(format!("{day} {}", span.of(text)))
        };
        assert_eq!(day("KORM, Velmark, May 25, 2016 — The army left."), Some("2016-05-25 May 25, 2016".to_string()));
        assert_eq!(
            day("PORT AMEL (Agency), 3 March 2019 — The army left."),
            Some("2019-03-03 3 March 2019".to_string())
        );
        assert_eq!(day("KORM, 3 March - The army left."), None);
        assert_eq!(read("PORT AMEL (Agency) — The army left."), told("PORT AMEL", "Agency"));
        assert_eq!(read("KORM, 3 March - The army left."), told("KORM", ""));
        assert_eq!(read("KORM (March 3) - The army left."), told("KORM", ""));
        assert_eq!(read("KORM, Velmark (VP) —The army left."), told("KORM", "VP"));
        assert_eq!(read("KORM, 3 MAR (VPA - X) -- The army left."), told("KORM", "VPA - X"));
        assert_eq!(read("KORM March 3 – The army left."), told("KORM", ""));
        assert_eq!(read("PORT AMEL, Velmark: The army left."), told("PORT AMEL", ""));
        assert_eq!(read("PORT AMEL (Agency): The army left."), told("PORT AMEL", "Agency"));
        assert_eq!(read("Port Amel — The army left."), told("Port Amel", ""));
        assert_eq!(read("Port Amel, VM - The army left."), told("Port Amel", ""));
        assert_eq!(read("Port Amel, Sep 3 (Agency) The army left."), told("Port Amel", "Agency"));
        assert_eq!(read("Korm, 3 March (Agency) - The army left."), told("Korm", "Agency"));
        assert_eq!(read("Korm, a town (Velmark) The army left."), None);
        assert_eq!(read("NOTE: The army left."), None);
        assert_eq!(read("Port Amel - The army left."), None);
        assert_eq!(read("The fighting in Korm — The army left."), None);
        assert_eq!(read("Port Amel, Velmark: The army left."), None);
        assert_eq!(read("The army – The one of Velmark – left."), None);
        assert_eq!(read("VFA - which holds Korm - left."), None);
    }

    #[test]
    fn a_line_tells_whose_report_it_is() {
        let lexicon = Lexicon::load().unwrap();
        let read = |line: &str| match provenance(line, Span::new(0, line.len()), &lexicon.pages)? {
            Provenance::TakenFrom(name) => Some(name.of(line).to_string()),
            Provenance::Translated(words) => Some(format!("> {}", words.of(line))),
        };
        let told = |words: &str| Some(words.to_string());
        let text = include_str!("../../../data/pages/origins.tsv");
        let table = lexicon::Table::parse("pages/origins.tsv", text, &["words", "what", "example"]).unwrap();
        for row in table.rows() {
            let names = ["Port Amel Post", "Korm News Agency", "Korm Monitor"].map(told);
            let line = row.cell(2);
            let translated = told(&format!("> {line}"));
            let found = read(line);
            assert!(found.is_some() && (names.contains(&found) || found == translated), "{line}: {found:?}");
        }
        assert_eq!(read("First published in the Post of Korm, 3 March 2019."), told("Post of Korm"));
        assert_eq!(read("(Translated from the Arvic by Tom Arsk)"), told("> (Translated from the Arvic by Tom Arsk)"));
        assert_eq!(read("Source: 14 prisoners"), None);
        assert_eq!(read("The source: Korm fell."), None);
    }
}
