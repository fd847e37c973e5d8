//! What value does TIMEX3 write for an expression of time?
//!
//! "last week", written on 10 March 2031 → `2031-W10`; "three days" → `P3D`; "Friday night" → `2031-03-07TNI`; "every
//! Thursday" → `XXXX-WXX-4`; "recently" → `PAST_REF`. The days are those that [`super::phrase`] tells; a value says them as
//! coarsely as the words do.

use super::phrase::{self, Moment};
use super::token::{Piece, Token, tokens};
use jiff::ToSpan;
use jiff::civil::Date;
use lexicon::TimeSense::{Ago, Earlier, Final, Last, Later, Latest, Ordinal, Other, Past, Previous, Recent};
use lexicon::{Bearing, CalendarUnit, CalendarWord, Daytime, Lexicon, NumberWord};
use model::{TimeRange, TimeSort};

/// The value of some words, and the days they stand for.
pub(super) fn of(
    words: &str,
    sort: TimeSort,
    moment: &Moment,
    lexicon: &Lexicon,
) -> (Option<String>, Option<TimeRange>) {
    let pieces = tokens(words, lexicon);
    match sort {
        TimeSort::Set => (set(&pieces), None),
        TimeSort::Duration => {
            let over = phrase::of_tokens(&pieces, moment)
                .filter(|_| pieces.iter().any(|piece| piece.any(&[Past, Last, Previous])));
            (length(words, &pieces, lexicon), over)
        }
        TimeSort::Date | TimeSort::Time => {
            let range = phrase::of_tokens(&pieces, moment);
            (point(words, &pieces, moment, lexicon), range)
        }
    }
}

/// The value of a claim's time words that stand for these days: that of the words, and an interval (ISO 8601) for a span that has
/// none: "between 3 and 5 February 2031" → `2031-02-03/2031-02-05`.
pub(super) fn of_claim(words: &str, days: TimeRange, moment: &Moment, lexicon: &Lexicon) -> Option<String> {
    let pieces = tokens(words, lexicon);
    let value = point(words, &pieces, moment, lexicon).filter(|value| !value.ends_with("_REF"));
    let spelled = || spelled(days.earliest, days.latest, &pieces);
    value.or_else(spelled).or_else(|| Some(format!("{}/{}", days.earliest, days.latest)))
}

fn point(words: &str, pieces: &[Token], moment: &Moment, lexicon: &Lexicon) -> Option<String> {
    let bearing = pieces.iter().find_map(|piece| match piece.piece {
        Piece::Calendar(CalendarWord::Bearing(bearing)) => Some(bearing),
        _ => None,
    });
    let bare: Vec<Token> = pieces.iter().filter(|piece| !is_modifier(piece)).cloned().collect();
    let unit = bare.iter().any(|piece| matches!(piece.piece, Piece::Calendar(CalendarWord::Unit(_))));
    // "recent years", "past weeks"
    let behind = bare.len() == 2 && bare[0].any(&[Recent, Past]);
    if behind && unit && words.ends_with('s') {
        return Some(reference(Bearing::Past).to_string());
    }
    if let Some(bearing) = bearing.filter(|_| !unit) {
        return Some(reference(bearing).to_string());
    }
    if let Some(quarter) = compared(&bare, moment) {
        return Some(quarter);
    }
    // "will one day be free"
    if let [one, Token { piece: Piece::Calendar(CalendarWord::Unit(CalendarUnit::Day)), .. }] = bare.as_slice()
        && matches!(one.piece, Piece::Number(1))
    {
        return Some(reference(Bearing::Future).to_string());
    }
    let Some(days) = phrase::of_tokens(&bare, moment) else {
        return match bare.last().map(|piece| &piece.piece) {
            Some(Piece::Word(word)) if word == "past" => Some(reference(Bearing::Past).to_string()),
            Some(Piece::Word(word)) if word == "present" => Some(reference(Bearing::Present).to_string()),
            // "A few days" that nothing counts from are a length.
            Some(Piece::Calendar(CalendarWord::Unit(_))) => {
                determined(&bare, moment).or_else(|| length(words, pieces, lexicon).filter(|_| words.ends_with('s')))
            }
            // "year end"
            Some(Piece::Word(word)) if word == "end" && bare.len() > 1 => determined(&bare[..1], moment),
            // "months ago", "a few days later": nobody says how far.
            _ if unit && bare.last().is_some_and(|last| last.any(&[Ago, Later])) => length(words, pieces, lexicon),
            // An hour without a day is one of the day told before.
            _ => clock(words, lexicon).and_then(|hour| {
                let day = moment.story.map(|story| story.earliest).or(moment.published)?;
                Some(format!("{day}T{hour}"))
            }),
        };
    };
    if let Some(half) = half(words, &days, lexicon) {
        return Some(half);
    }
    let day = spelled(days.earliest, days.latest, &bare)?;
    match clock(words, lexicon).filter(|_| days.earliest == days.latest) {
        Some(hour) => Some(format!("{day}T{hour}")),
        None => Some(day),
    }
}

/// "the last half of 2031" → `2031-H2`.
fn half(words: &str, days: &TimeRange, lexicon: &Lexicon) -> Option<String> {
    let lower = words.to_lowercase();
    let (before, _) = lower.split_once(" half of ")?;
    let which = lexicon.time_senses.of(before.rsplit(' ').next()?);
    let number = which.iter().find_map(|sense| match sense {
        Ordinal(number @ 1..=2) => Some(*number),
        Last | Final => Some(2),
        _ => None,
    })?;
    let year = days.earliest.first_of_year() == days.earliest && days.latest == days.earliest.last_of_year();
    year.then(|| format!("{:04}-H{number}", days.earliest.year()))
}

/// "a year earlier", "the year-ago quarter", where a quarter was told before: the same quarter of the year before it.
fn compared(pieces: &[Token], moment: &Moment) -> Option<String> {
    let has = |unit: CalendarUnit| pieces.iter().any(|piece| piece.piece == Piece::Calendar(CalendarWord::Unit(unit)));
    let counted = pieces.iter().any(|piece| piece.any(&[Ago, Earlier]));
    let number = pieces.iter().any(|piece| matches!(piece.piece, Piece::Number(number) if number != 1));
    let asked = has(CalendarUnit::Quarter) || moment.quarter.is_some();
    if !(has(CalendarUnit::Year) && counted && asked) || number {
        return None;
    }
    let quarter = moment.quarter.or(moment.published?.checked_sub(3.months()).ok())?;
    Some(format!("{:04}-Q{}", quarter.year() - 1, (quarter.month() + 2) / 3))
}

fn reference(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::Past => "PAST_REF",
        Bearing::Present => "PRESENT_REF",
        Bearing::Future => "FUTURE_REF",
    }
}

/// "the week", "the quarter": that of the text, or the one told before.
fn determined(pieces: &[Token], moment: &Moment) -> Option<String> {
    let Piece::Calendar(CalendarWord::Unit(unit)) = pieces.last()?.piece else { return None };
    let published = moment.published?;
    let day = match unit {
        CalendarUnit::Day => moment.story.map_or(published, |story| story.earliest),
        // The quarter that is over; the weekend that is over unless the next is meant.
        CalendarUnit::Quarter => {
            let over = published.checked_sub(3.months()).ok()?;
            let latest = pieces.iter().any(|piece| piece.is(Latest));
            moment.quarter.filter(|_| !latest).unwrap_or(over)
        }
        // "the latest fiscal year" is one that is over.
        CalendarUnit::Year if pieces.iter().any(|piece| piece.is(Latest)) => published.checked_sub(1.years()).ok()?,
        CalendarUnit::Weekend if !moment.ahead => published.checked_sub(5.days()).ok()?,
        _ => published,
    };
    Some(match unit {
        CalendarUnit::Day => day.to_string(),
        CalendarUnit::Week => week(day),
        CalendarUnit::Weekend => format!("{}-WE", week(day)),
        CalendarUnit::Month => format!("{:04}-{:02}", day.year(), day.month()),
        CalendarUnit::Quarter => format!("{:04}-Q{}", day.year(), (day.month() + 2) / 3),
        CalendarUnit::Year => format!("{:04}", day.year()),
        CalendarUnit::Decade => format!("{:03}", day.year() / 10),
        CalendarUnit::Century => format!("{:02}", day.year() / 100),
        _ => return None,
    })
}

/// Words that say which part of a time is meant: the value is that of the whole.
fn is_modifier(piece: &Token) -> bool {
    matches!(piece.piece, Piece::Calendar(CalendarWord::Part(_))) || piece.any(&[Earlier, Later]) && piece.start == 0
}

/// Days as coarsely as their border allows.
fn spelled(from: Date, to: Date, pieces: &[Token]) -> Option<String> {
    let has = |unit: CalendarUnit| pieces.iter().any(|piece| piece.piece == Piece::Calendar(CalendarWord::Unit(unit)));
    let season = pieces.iter().find_map(|piece| match piece.piece {
        Piece::Calendar(CalendarWord::Season(first, _)) => Some(first),
        _ => None,
    });
    if let Some(first) = season {
        let code = match first {
            3..=5 => "SP",
            6..=8 => "SU",
            9..=11 => "FA",
            _ => "WI",
        };
        return Some(format!("{:04}-{code}", from.year()));
    }
    if from == to {
        return Some(from.to_string());
    }
    let whole_months = from.day() == 1 && to == to.last_of_month();
    let months = i32::from(to.year() - from.year()) * 12 + i32::from(to.month() - from.month()) + 1;
    if whole_months {
        match months {
            1 => return Some(format!("{:04}-{:02}", from.year(), from.month())),
            3 if from.month() % 3 == 1 && has(CalendarUnit::Quarter) => {
                return Some(format!("{:04}-Q{}", from.year(), (from.month() + 2) / 3));
            }
            12 if from.month() == 1 => return Some(format!("{:04}", from.year())),
            120 if from.month() == 1 => return Some(format!("{:03}", from.year() / 10)),
            1200 if from.month() == 1 => return Some(format!("{:02}", from.year() / 100)),
            _ => return None,
        }
    }
    let days = (to - from).get_days();
    let monday = from.weekday().to_monday_zero_offset();
    match (days, monday) {
        (6, 0) => Some(week(from)),
        (1, 5) => Some(format!("{}-WE", week(from))),
        _ => None,
    }
}

fn week(day: Date) -> String {
    let week = day.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// The hour after the `T`: `10:35`, `22:00`, `NI`.
fn clock(words: &str, lexicon: &Lexicon) -> Option<String> {
    let lower = words.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| c.is_whitespace() || c == ',').map(|word| word.trim_matches(['(', ')'])).collect();
    let half = |at: usize| -> Option<(bool, &str)> {
        let word = words.get(at)?.trim_end_matches('.');
        let (number, half) = if let Some(number) = word.strip_suffix("a.m").or(word.strip_suffix("am")) {
            (number, false)
        } else {
            (word.strip_suffix("p.m").or(word.strip_suffix("pm"))?, true)
        };
        number.chars().all(|c| c.is_ascii_digit() || c == ':').then_some((half, number))
    };
    for at in 0..words.len() {
        let (number, after) = match half(at) {
            Some((after, "")) => (*words.get(at.checked_sub(1)?)?, Some(after)),
            Some((after, number)) => (number, Some(after)),
            None if words[at].contains(':') => (words[at], None),
            _ => continue,
        };
        if number.contains(':') && half(at + 1).is_some() && after.is_none() {
            continue;
        }
        let (hour, minute) = number.split_once(':').unwrap_or((number, "00"));
        let hour: u32 = match hour.parse() {
            Ok(hour) => hour,
            Err(_) => match lexicon.numbers.word(hour) {
                Some(NumberWord::Value(value)) => value as u32,
                _ => continue,
            },
        };
        let hour = match after {
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            _ => hour,
        };
        return (hour <= 24).then(|| format!("{hour:02}:{}", &minute.get(..2).unwrap_or("00")));
    }
    words
        .iter()
        .map(|word| word.strip_prefix("mid-").unwrap_or(word))
        .find_map(|word| match lexicon.calendar.get(word.trim_end_matches('.')) {
            Some(CalendarWord::Daytime(daytime)) => Some(match daytime {
                Daytime::Morning => "MO",
                Daytime::Noon => "12:00",
                Daytime::Afternoon => "AF",
                Daytime::Evening => "EV",
                Daytime::Night => "NI",
                Daytime::Midnight => "24:00",
                Daytime::Any => return None,
            }),
            _ => matches!(word, "tonight" | "overnight").then_some("NI"),
        })
        .map(str::to_string)
}

fn letter(unit: CalendarUnit) -> (f64, &'static str) {
    match unit {
        CalendarUnit::Second => (1.0, "S"),
        CalendarUnit::Minute => (1.0, "M"),
        CalendarUnit::Hour => (1.0, "H"),
        CalendarUnit::Day => (1.0, "D"),
        CalendarUnit::Weekend => (2.0, "D"),
        CalendarUnit::Week => (1.0, "W"),
        CalendarUnit::Month => (1.0, "M"),
        CalendarUnit::Quarter => (1.0, "Q"),
        CalendarUnit::Year => (1.0, "Y"),
        CalendarUnit::Decade => (10.0, "Y"),
        CalendarUnit::Century => (100.0, "Y"),
    }
}

/// "three days" → `P3D`, "a few weeks" → `PXW`, "an hour and a half" → `PT1H30M`.
fn length(words: &str, pieces: &[Token], lexicon: &Lexicon) -> Option<String> {
    let lower = words.to_lowercase();
    let unit = pieces.iter().find_map(|piece| match piece.piece {
        Piece::Calendar(CalendarWord::Unit(unit)) => Some((unit, piece)),
        _ => None,
    });
    let (unit, piece) = unit?;
    let (times, letter) = letter(unit);
    let clock = matches!(unit, CalendarUnit::Second | CalendarUnit::Minute | CalendarUnit::Hour);
    let sign = if clock { "PT" } else { "P" };
    let number = amount(lower.get(..piece.start)?, lexicon);
    let half = lower.get(piece.end..).is_some_and(|rest| rest.trim_start().starts_with("and a half"));
    let number = number.or(half.then_some(1.0));
    let unknown = if unit == CalendarUnit::Decade && number.is_none() { "E" } else { letter };
    let Some(number) = number else {
        let plural = lower.get(piece.start..piece.end).is_some_and(|word| word.ends_with('s'));
        // "a year", "the past decade": one of them; "weeks": nobody says how many.
        return Some(if plural {
            format!("{sign}X{}", if unit == CalendarUnit::Decade { "DE" } else { unknown })
        } else {
            format!("{sign}{times:.0}{letter}")
        });
    };
    let number = (if half { number + 0.5 } else { number }) * times;
    let (whole, rest) = (number.trunc(), number.fract());
    let smaller = match unit {
        CalendarUnit::Hour => Some((60.0, "M")),
        CalendarUnit::Minute => Some((60.0, "S")),
        CalendarUnit::Year => Some((12.0, "M")),
        _ => None,
    };
    match smaller.filter(|_| rest > 0.0) {
        Some((parts, small)) if whole > 0.0 => Some(format!("{sign}{whole}{letter}{:.0}{small}", rest * parts)),
        Some((parts, small)) => Some(format!("{sign}{:.0}{small}", rest * parts)),
        None => Some(format!("{sign}{number}{letter}")),
    }
}

/// The number in words before a unit; `None` for one nobody tells ("a few", none at all).
fn amount(words: &str, lexicon: &Lexicon) -> Option<f64> {
    let mut sum: Option<f64> = None;
    for word in words.split(|c: char| c.is_whitespace() || matches!(c, '-' | '–')) {
        // "two to three weeks"
        if matches!(word, "to" | "or") && sum.is_some() {
            break;
        }
        if let Some((over, under)) = word.split_once('/') {
            let share = over.parse::<f64>().ok()? / under.parse::<f64>().ok().filter(|&under| under > 0.0)?;
            sum = Some(sum.unwrap_or(0.0) + share);
        } else if let Ok(number) = word.replace(',', "").parse::<f64>() {
            sum = Some(sum.unwrap_or(0.0) + number);
        } else {
            match lexicon.numbers.word(word) {
                Some(NumberWord::Value(_)) if matches!(word, "a" | "an") => {}
                Some(NumberWord::Value(value)) => sum = Some(sum.unwrap_or(0.0) + value),
                Some(NumberWord::Scale(scale)) => sum = Some(sum.unwrap_or(1.0) * scale),
                Some(NumberWord::Vague { min: Some(min), max: Some(max) }) if min == max => sum = Some(min),
                Some(NumberWord::Vague { .. }) if word != "some" => return None,
                _ => {}
            }
        }
    }
    sum
}

/// "every Thursday" → `XXXX-WXX-4`, "daily" → `P1D`.
fn set(pieces: &[Token]) -> Option<String> {
    let number = pieces.iter().find_map(|piece| match piece.piece {
        Piece::Number(number) => Some(number),
        _ if piece.is(Other) => Some(2),
        _ => None,
    });
    pieces.iter().find_map(|piece| match piece.piece {
        Piece::Calendar(CalendarWord::Each(unit) | CalendarWord::Unit(unit)) => {
            let (times, letter) = letter(unit);
            let clock = matches!(unit, CalendarUnit::Second | CalendarUnit::Minute | CalendarUnit::Hour);
            Some(format!("P{}{}{letter}", if clock { "T" } else { "" }, times * f64::from(number.unwrap_or(1))))
        }
        Piece::Calendar(CalendarWord::Weekday(day)) => Some(format!("XXXX-WXX-{day}")),
        Piece::Calendar(CalendarWord::Month(month)) => Some(format!("XXXX-{month:02}")),
        Piece::Calendar(CalendarWord::Daytime(_)) => Some("P1D".to_string()),
        _ => None,
    })
}
