//! Which days are told by counting from another day?
//!
//! "Friday", "last week", "three days ago" count from the day of the article; "two weeks later", "the following year" from the
//! time told before.

use super::day::Written;
use super::part;
use super::phrase::{Days, Moment};
use super::token::{Piece, Token};
use jiff::ToSpan;
use jiff::civil::Date;
use lexicon::TimeSense::{
    After, Ago, Before, Coming, Earlier, Following, Last, Later, More, Next, Of, One, Past, Previous, Same, The, This,
    Within,
};
use lexicon::{Bearing, CalendarUnit, CalendarWord, TimeSense};
use model::{Resolved, TimeRange};

/// "three days ago", "two weeks later", "the past two weeks", "a month earlier".
pub(super) fn counted(tokens: &[Token], moment: &Moment) -> Option<Days> {
    let at = tokens.iter().position(
        |token| matches!(token.piece, Piece::Calendar(CalendarWord::Unit(unit)) if unit != CalendarUnit::Weekend),
    )?;
    let Piece::Calendar(CalendarWord::Unit(unit)) = tokens[at].piece else { return None };
    // "a couple of days"
    let counts = at.checked_sub(1).map(|before| if tokens[before].is(Of) { before.saturating_sub(1) } else { before });
    let number = counts.and_then(|before| match &tokens[before].piece {
        Piece::Number(number) => Some(*number),
        Piece::Word(_) if tokens[before].is(One) => Some(1),
        _ => None,
    });
    let over = tokens[..at].iter().any(|token| token.any(&[Last, Past, Previous]));
    let after = &tokens[at + 1..];
    if over
        && let Some(number) = number
        && let Some(published) = moment.published
    {
        return Some((back(published, number, unit)?, published, Resolved::FromPublication));
    }
    // "in the past week" is seven days, "last week" a week of the calendar.
    if tokens[..at].iter().any(|token| token.is(Past)) && number.is_none() {
        let published = moment.published?;
        return Some((back(published, 1, unit)?, published, Resolved::FromPublication));
    }
    let number = number?;
    let says = |sense: TimeSense| after.iter().any(|token| token.is(sense));
    if says(Ago) {
        let day = back(moment.published?, number, unit)?;
        // "two years ago today"
        let today = Piece::Calendar(CalendarWord::FromPublication(0));
        if after.last().is_some_and(|token| token.piece == today) {
            return Some((day, day, Resolved::FromPublication));
        }
        return Some(roughly(day, unit, Resolved::FromPublication));
    }
    // "three days before the vote" counts from a day that is not told.
    let ends = |sense: TimeSense| after.last().is_some_and(|token| token.is(sense));
    if says(Later) || ends(After) && !moment.counts {
        if let Some(day) = moment.told_day().and_then(single) {
            return Some(about(back(day, -number, unit)?, unit, Resolved::FromText));
        }
        return from_last(-number, unit, moment);
    }
    // "died within the two years before"
    let within = tokens[..at].iter().any(|token| token.is(Within));
    if within && (ends(Before) || ends(Earlier)) {
        let last = moment.told_day().and_then(single).or(moment.published)?;
        return Some((back(last, number, unit)?, last, Resolved::FromText));
    }
    // "The raid came two days after *rebels left*": counted back from the raid.
    if ends(After) || ends(Before) && moment.counts {
        let sign = if ends(After) { 1 } else { -1 };
        let story = moment.told_day().and_then(single).or(moment.published)?;
        return Some(about(back(story, sign * number, unit)?, unit, Resolved::FromText));
    }
    if says(Earlier) || ends(Before) {
        if moment.tale.is_some() && moment.told_day().and_then(single).is_none() {
            return from_last(number, unit, moment);
        }
        let story = moment.told_day().and_then(single).or(moment.published)?;
        return Some(about(back(story, number, unit)?, unit, Resolved::FromText));
    }
    None
}

/// "In May it began. Two months later": as near as the month; "In 1948 it ended. Two years before": as near as the year.
fn from_last(number: i32, unit: CalendarUnit, moment: &Moment) -> Option<Days> {
    let days = match unit {
        CalendarUnit::Month => 31,
        CalendarUnit::Year | CalendarUnit::Decade => 366,
        _ => return None,
    };
    let last = moment.last.filter(|last| (last.latest - last.earliest).get_days() < days)?;
    Some(roughly(back(last.earliest, number, unit)?, unit, Resolved::FromText))
}

/// What is told in weeks, months or years is as near as that: the week, month or year that holds the day.
pub(super) fn roughly(day: Date, unit: CalendarUnit, resolved: Resolved) -> Days {
    match unit {
        CalendarUnit::Week => {
            let (from, to) = week(day).unwrap_or((day, day));
            (from, to, resolved)
        }
        CalendarUnit::Month | CalendarUnit::Quarter => (day.first_of_month(), day.last_of_month(), resolved),
        _ => about(day, unit, resolved),
    }
}

/// "the third quarter of 2030", "the second quarter": that of the year told, else the last one that was over.
pub(super) fn quarter(tokens: &[Token], moment: &Moment) -> Option<Days> {
    let at =
        tokens.iter().position(|token| token.piece == Piece::Calendar(CalendarWord::Unit(CalendarUnit::Quarter)))?;
    let which = tokens[..at].iter().find_map(|token| match (token.ordinal(), &token.piece) {
        (Some(number @ 1..=4), _) => Some(number as i8 - 1),
        (None, Piece::Number(number @ 1..=4)) => Some(*number as i8 - 1),
        _ => None,
    });
    // "the 2030 quarter": the one of which the text tells, in that year.
    let of_year = tokens[..at].iter().any(|token| matches!(token.piece, Piece::Year(_)));
    let told = moment.quarter.filter(|_| of_year).map(|quarter| (quarter.month() - 1) / 3);
    let which = which.or(told)?;
    let month = which * 3 + 1;
    let of = |year: i16, resolved: Resolved| {
        let first = Date::new(year, month, 1).ok()?;
        Some((first, Date::new(year, month + 2, 1).ok()?.last_of_month(), resolved))
    };
    if let Some(year) =
        tokens.iter().find_map(|token| if let Piece::Year(year) = token.piece { Some(year) } else { None })
    {
        return of(i16::try_from(year).ok()?, Resolved::Stated);
    }
    let published = moment.published?;
    // "next year's first quarter"
    if let Some((word, CalendarUnit::Year)) = beside_unit(tokens) {
        let by = match word {
            Beside::This => 0,
            Beside::Last => -1,
            Beside::Next => 1,
        };
        return of(published.year() + by, Resolved::FromPublication);
    }
    let this = of(published.year(), Resolved::FromPublication)?;
    if this.0 > published && !moment.ahead { of(published.year() - 1, Resolved::FromPublication) } else { Some(this) }
}

/// "the following year", "that month", "the same week": counted from the time told last. So are "the next year" and "the end
/// of the year" in a tale.
pub(super) fn told_unit(tokens: &[Token], moment: &Moment) -> Option<Days> {
    let part = tokens.iter().find_map(|token| match token.piece {
        Piece::Calendar(CalendarWord::Part(part)) => Some(part),
        _ => None,
    });
    let (by, unit) = tokens.iter().enumerate().find_map(|(at, token)| {
        let Piece::Calendar(CalendarWord::Unit(unit)) = token.piece else { return None };
        let before = |by: usize, sense: TimeSense| at.checked_sub(by).is_some_and(|at| tokens[at].is(sense));
        let tale = moment.tale.is_some() && !matches!(unit, CalendarUnit::Day | CalendarUnit::Weekend);
        // "On 5 May they fought. During the next month the front moved": what is over came after what was told.
        let over = !moment.ahead && !moment.open && moment.story.is_some();
        let by = if before(1, Following) {
            1
        } else if before(1, Same) {
            0
        } else if (tale || over && unit == CalendarUnit::Month) && before(2, The) && before(1, Next) {
            1
        } else if tale && before(2, The) && before(1, Previous) {
            -1
        } else if tale && before(1, The) && (part.is_some() || tokens.iter().any(|token| token.is(Later))) {
            0
        } else {
            return None;
        };
        Some((by, unit))
    })?;
    // A day follows on the day of the story, longer times on what was told last.
    let told = match unit {
        CalendarUnit::Day => moment.story.filter(|story| single(*story).is_some()).or(moment.last),
        _ => moment.last,
    };
    let then = back(told?.earliest, -by, unit)?;
    // "on the 28th of that month"
    if unit == CalendarUnit::Month
        && let Some(day) = tokens.iter().find_map(super::day::ordinal)
    {
        let day = Date::new(then.year(), then.month(), day as i8).ok()?;
        return Some((day, day, Resolved::FromText));
    }
    let (from, to) = match (unit, part) {
        (CalendarUnit::Week, _) => week(then)?,
        (CalendarUnit::Month, Some(part)) => part::of_month(part, then)?,
        (CalendarUnit::Month, None) => (then.first_of_month(), then.last_of_month()),
        (CalendarUnit::Year, part) => {
            let (first, last) = part::of_year(part);
            (Date::new(then.year(), first, 1).ok()?, Date::new(then.year(), last, 1).ok()?.last_of_month())
        }
        _ => return None,
    };
    Some((from, to, Resolved::FromText))
}

/// "after three days", "within a week", in a tale also "in the next three days": counted from the day of the story on. A bare
/// length that a claim has for its time ("after *three days* of fighting") runs from there.
pub(super) fn going_on(tokens: &[Token], moment: &Moment) -> Option<Days> {
    let more = |token: &&Token| !token.is(More);
    let tokens: Vec<&Token> = tokens.iter().filter(more).collect();
    let [before @ .., number, Token { piece: Piece::Calendar(CalendarWord::Unit(unit)), .. }] = tokens.as_slice()
    else {
        return None;
    };
    let number = match &number.piece {
        Piece::Number(number @ 1..=60) => *number,
        Piece::Word(_) if number.is(One) => 1,
        _ => return None,
    };
    let says = |senses: &[TimeSense]| before.iter().any(|token| token.any(senses));
    let after = before.len() == 1 && says(&[After]);
    let tale = moment.tale.is_some() && (before.is_empty() || says(&[Next, Following]));
    if !matches!(unit, CalendarUnit::Day | CalendarUnit::Week)
        || !(after || tale || before.len() == 1 && says(&[Within]))
    {
        return None;
    }
    let from = single(moment.story?)?;
    let to = back(from, -number, *unit)?;
    let over = moment.published.is_none_or(|published| to <= published);
    over.then_some((if after { to } else { from }, to, Resolved::FromText))
}

/// "the 28th": of the month in which the story stands, else of the last such month before the article.
pub(super) fn ordinal(tokens: &[Token], moment: &Moment) -> Option<Days> {
    let day = match tokens {
        [.., one] => super::day::ordinal(one)?,
        _ => return None,
    };
    let of = |month: Date, resolved: Resolved| {
        let day = Date::new(month.year(), month.month(), day as i8).ok()?;
        Some((day, day, resolved))
    };
    if let Some(story) = moment.last.filter(|last| (last.latest - last.earliest).get_days() < 31) {
        return of(story.earliest, Resolved::FromText);
    }
    let published = moment.published.filter(|_| moment.tale.is_none())?;
    match of(published, Resolved::FromPublication) {
        Some((day, ..)) if day > published && !moment.ahead => {
            of(published.checked_sub(1.months()).ok()?, Resolved::FromPublication)
        }
        found => found,
    }
}

/// "the second day", where the beginning was told before: counted from the first day on.
pub(super) fn day_of_story(tokens: &[Token], moment: &Moment) -> Option<Days> {
    let [.., which, Token { piece: Piece::Calendar(CalendarWord::Unit(CalendarUnit::Day)), .. }] = tokens else {
        return None;
    };
    let number = i32::from(which.ordinal().filter(|number| *number > 1)?) - 1;
    let day = back(moment.story.filter(|story| story.earliest == story.latest)?.earliest, -number, CalendarUnit::Day)?;
    Some((day, day, Resolved::FromText))
}

/// The day itself for days, weeks and months; all of the year for years.
pub(super) fn about(day: Date, unit: CalendarUnit, resolved: Resolved) -> Days {
    match unit {
        CalendarUnit::Year | CalendarUnit::Decade | CalendarUnit::Century => {
            (day.first_of_year(), day.last_of_year(), resolved)
        }
        _ => (day, day, resolved),
    }
}

/// Monday and Sunday of the week that holds a day.
pub(super) fn week(day: Date) -> Option<(Date, Date)> {
    let monday = day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok()?;
    Some((monday, monday.checked_add(6.days()).ok()?))
}

/// The day so many units before.
pub(super) fn back(day: Date, number: i32, unit: CalendarUnit) -> Option<Date> {
    let number = i64::from(number);
    let span = match unit {
        CalendarUnit::Second | CalendarUnit::Minute => 0.days(),
        CalendarUnit::Hour => (number / 24).days(),
        CalendarUnit::Quarter => (3 * number).months(),
        CalendarUnit::Day => number.days(),
        CalendarUnit::Week | CalendarUnit::Weekend => number.weeks(),
        CalendarUnit::Month => number.months(),
        CalendarUnit::Year => number.years(),
        CalendarUnit::Decade => (10 * number).years(),
        CalendarUnit::Century => (100 * number).years(),
    };
    day.checked_sub(span).ok()
}

/// "Friday": the last one, that day included; the next one for what is to come.
pub(super) fn weekday(tokens: &[Token], moment: &Moment) -> Option<Days> {
    let (at, wanted) = tokens.iter().enumerate().find_map(|(at, token)| match token.piece {
        Piece::Calendar(CalendarWord::Weekday(day)) => Some((at, day)),
        _ => None,
    })?;
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    // "the *previous* Friday": the one before the day of which the text tells.
    if before.is_some_and(|token| token.is(Previous))
        && let Some(story) = moment.told_day().or(moment.last).and_then(single)
    {
        let since = (story.weekday().to_monday_one_offset() as i32 - i32::from(wanted)).rem_euclid(7);
        let day = back(story, if since == 0 { 7 } else { since }, CalendarUnit::Day)?;
        return Some((day, day, Resolved::FromText));
    }
    let published = moment.published?;
    let today = published.weekday().to_monday_one_offset() as i32;
    let since = (today - i32::from(wanted)).rem_euclid(7);
    let next = before.is_some_and(|token| token.any(&[Next, Coming])) || moment.ahead;
    let last = before.is_some_and(|token| token.is(Last));
    let by = match since {
        0 if next && before.is_some_and(|token| token.is(Next)) => 7,
        0 if last => -7,
        0 => 0,
        _ if next => 7 - since,
        _ => -since,
    };
    let day = published.checked_add(i64::from(by).days()).ok()?;
    Some((day, day, Resolved::FromPublication))
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    This,
    Last,
    Next,
}

/// "this week", "last month", "next year": the word and the unit.
pub(super) fn beside_unit(tokens: &[Token]) -> Option<(Beside, CalendarUnit)> {
    let part = tokens.iter().any(|token| matches!(token.piece, Piece::Calendar(CalendarWord::Part(_))));
    tokens.windows(2).find_map(|pair| {
        let Piece::Calendar(CalendarWord::Unit(unit)) = pair[1].piece else { return None };
        let current = pair[0].piece == Piece::Calendar(CalendarWord::Bearing(Bearing::Present));
        let beside = if current || pair[0].is(This) {
            Beside::This
        } else if pair[0].any(&[Last, Previous]) {
            Beside::Last
        } else if pair[0].any(&[Next, Coming]) {
            Beside::Next
        } else if pair[0].is(The) && (unit == CalendarUnit::Weekend || part) {
            // "the end of the year", "over the weekend"
            Beside::This
        } else {
            return None;
        };
        Some((beside, unit))
    })
}

pub(super) fn unit(tokens: &[Token], moment: &Moment) -> Option<Days> {
    let (beside, unit) = beside_unit(tokens)?;
    // "over the next days" are no days that can be told; nor is "the last month" of a war.
    if tokens.iter().any(|token| token.plural) || moment.part && beside != Beside::This {
        return None;
    }
    let today = moment.published?;
    let by = match beside {
        Beside::This => 0,
        Beside::Last => 1,
        Beside::Next => -1,
    };
    let then = back(today, by, unit)?;
    let (mut from, mut to) = match unit {
        CalendarUnit::Day => (then, then),
        CalendarUnit::Week => week(then)?,
        CalendarUnit::Weekend => {
            // The weekend before a Wednesday is "last weekend" and "this weekend" for what is over.
            let ahead = moment.ahead && beside != Beside::Last || beside == Beside::Next;
            let (monday, sunday) = week(if ahead { today } else { back(today, 1, CalendarUnit::Week)? })?;
            (monday.checked_add(5.days()).ok()?, sunday)
        }
        CalendarUnit::Month => (then.first_of_month(), then.last_of_month()),
        CalendarUnit::Quarter => {
            let first = Date::new(then.year(), (then.month() - 1) / 3 * 3 + 1, 1).ok()?;
            (first, first.checked_add(2.months()).ok()?.last_of_month())
        }
        CalendarUnit::Year => (then.first_of_year(), then.last_of_year()),
        _ => return None,
    };
    let says = |sense: TimeSense| tokens.iter().any(|token| token.is(sense));
    if beside == Beside::This && says(Earlier) {
        to = today;
    } else if beside == Beside::This && says(Later) {
        from = today.checked_add(1.days()).ok()?;
    } else if let Some(part) = tokens.iter().find_map(|token| match token.piece {
        Piece::Calendar(CalendarWord::Part(part)) => Some(part),
        _ => None,
    }) && unit == CalendarUnit::Year
    {
        let whole = Written { part: Some(part), ..Written::of_year(i32::from(then.year())) };
        (from, to) = whole.range(i32::from(then.year()))?;
    } else if let Some(part) = tokens.iter().find_map(|token| match token.piece {
        Piece::Calendar(CalendarWord::Part(part)) => Some(part),
        _ => None,
    }) && unit == CalendarUnit::Month
    {
        (from, to) = part::of_month(part, from)?;
    }
    (from <= to).then_some((from, to, Resolved::FromPublication))
}

/// The day of a story that is told of one day, or the first of a few.
pub(super) fn single(range: TimeRange) -> Option<Date> {
    ((range.latest - range.earliest).get_days() <= 7).then_some(range.earliest)
}
