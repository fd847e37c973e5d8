//! Which days do words mean, on the day and at the point of the story where they stand?
//!
//! Written on 10 March 2031, a Monday: "Friday" is 7 March, "last week" 3 to 9 March, "Feb. 3" that of 2031, "since Feb. 3"
//! up to 10 March, "two days later" counts from the day told before. "For years" and "recently" are no days.

use super::day::{self, Written};
use super::feast::named;
use super::part;
use super::relative::{
    Beside, about, back, beside_unit, counted, day_of_story, going_on, ordinal, quarter, roughly, single, told_unit,
    unit, week, weekday,
};
use super::token::{Piece, Token, tokens};
use jiff::ToSpan;
use jiff::civil::Date;
use lexicon::TimeSense::{
    After, Ago, Before, Earlier, Final, For, Joins, Last, Later, Next, One, Opens, Since, This, Until, Within,
};
use lexicon::{Bearing, CalendarUnit, CalendarWord, Lexicon};
use model::{Resolved, TimeRange};

/// Where words stand.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Moment {
    /// The day the article was published.
    pub published: Option<Date>,
    /// The days told before.
    pub story: Option<TimeRange>,
    /// The days at which a tale stands that says the year now and then, and not that of its article: a text without a day, a
    /// history, a look back.
    pub tale: Option<TimeRange>,
    /// The year, and the month, of the date that these words share theirs with: "in August and September 1914".
    pub lent: Option<(i32, Option<u8>)>,
    /// The words are about what is to come.
    pub ahead: bool,
    /// Nothing tells whether the words are about what is to come.
    pub open: bool,
    /// The days told last, however many.
    pub last: Option<TimeRange>,
    /// The day told before in the same sentence.
    pub beside: Option<TimeRange>,
    /// What the words count from stands behind them: "two days after *rebels left*".
    pub counts: bool,
    /// What the words are a part of stands behind them: "the last month *of the war*".
    pub part: bool,
    /// The quarter told last, by its first day.
    pub quarter: Option<Date>,
}

impl Moment {
    /// The days that "the day before" counts from: told in the same sentence, else those of the story.
    pub fn told_day(&self) -> Option<TimeRange> {
        self.beside.or(self.story)
    }
}

/// Days ahead within which a day of the calendar is the next one whatever the verb says: nobody tells without the year what
/// was eleven months ago.
const SLIP_DAYS: i32 = 30;
/// A date without a year that no verb puts before or after is the next one within so many days.
const OPEN_DAYS: i32 = 150;

pub(super) type Days = (Date, Date, Resolved);

/// The days that words mean; `None` where they tell none.
pub(super) fn resolve(words: &str, moment: &Moment, lexicon: &Lexicon) -> Option<TimeRange> {
    let whole = || {
        // "the last month of the war" is not the month before this one.
        let part = words.split_once(" of ").is_some_and(|(_, whole)| is_whole(whole));
        of_tokens(&tokens(words, lexicon), &Moment { part: moment.part || part, ..*moment })
    };
    // "the third day of the battle": the day that it is of the story; "the fall of the town" is no season.
    let before = || {
        let before = tokens(words.split_once(" of ")?.0, lexicon);
        let season = |last: &Token| matches!(last.piece, Piece::Calendar(CalendarWord::Season(..)));
        Some(before).filter(|before| !before.last().is_some_and(season))
    };
    let part = Moment { part: words.contains(" of ") || moment.part, ..*moment };
    whole().or_else(|| of_tokens(&before()?, &part))
}

/// True for words behind "of" that tell what a time is a part of: "the war", "World War I".
pub(super) fn is_whole(words: &str) -> bool {
    words.starts_with("the ") || words.starts_with(char::is_uppercase)
}

/// True for a bare length: "three more days".
pub(super) fn is_length(words: &str, lexicon: &Lexicon) -> bool {
    let tokens = tokens(words, lexicon);
    matches!(
        (tokens.first().map(|token| &token.piece), tokens.last().map(|token| &token.piece)),
        (Some(Piece::Number(_)), Some(Piece::Calendar(CalendarWord::Unit(_))))
    )
}

/// The same for words that are cut into pieces.
pub(super) fn of_tokens(tokens: &[Token], moment: &Moment) -> Option<TimeRange> {
    let (earliest, latest, resolved) = days(tokens, moment)?;
    (earliest <= latest).then_some(TimeRange { earliest, latest, resolved })
}

fn days(tokens: &[Token], moment: &Moment) -> Option<Days> {
    if let Some(found) = going_on(tokens, moment) {
        return Some(found);
    }
    if let Some(at) = tokens.iter().position(|token| token.is(Since)) {
        if at + 1 == tokens.len() {
            return years_since(&tokens[..at], moment);
        }
        // "since then": since what was told last, however long it lasted.
        let then = Piece::Calendar(CalendarWord::FromStory(0));
        let told = moment.last.filter(|_| matches!(&tokens[at + 1..], [token] if token.piece == then));
        let (from, _, resolved) = match told {
            Some(told) => (told.earliest, told.latest, Resolved::FromText),
            None => plain(&tokens[at + 1..], moment)?,
        };
        let end = moment.published.or(moment.story.map(|story| story.latest))?;
        // "since Monday", written on a Monday: that of the week before.
        let weekday = tokens.iter().any(|token| matches!(token.piece, Piece::Calendar(CalendarWord::Weekday(_))));
        let from = if weekday && from == end { from.checked_sub(7.days()).ok()? } else { from };
        return Some((from, end, resolved.max(Resolved::FromPublication)));
    }
    if let Some(found) = offset(tokens, moment).or_else(|| years(tokens)).or_else(|| between(tokens, moment)) {
        return Some(found);
    }
    // "before 2013" has no first day.
    let hour = matches!(tokens.get(1).map(|token| &token.piece), Some(Piece::Calendar(CalendarWord::Daytime(_))));
    if tokens.first().is_some_and(|token| token.is(Before)) && !hour {
        return None;
    }
    if tokens.first().is_some_and(|token| token.is(After))
        && let Some((_, _, written)) = day::find(tokens)
        && (written.days.is_some() || written.months.is_some())
    {
        let (from, _, resolved) = place_in_time(&written, moment)?;
        return Some((from, moment.published?, resolved.max(Resolved::FromPublication)));
    }
    plain(tokens, moment)
}

/// "three days before the vote on 5 March": counted from the day that the words tell.
fn offset(tokens: &[Token], moment: &Moment) -> Option<Days> {
    // "2 March, a day after": the day told is that of what came later, and what it came after is asked for.
    if let [told @ .., one, Token { piece: Piece::Calendar(CalendarWord::FromStory(by)), .. }] = tokens
        && !told.is_empty()
        && (one.is(One) || one.piece == Piece::Number(1))
    {
        let (day, to, resolved) = plain(told, moment)?;
        let day = day.checked_sub(i64::from(*by).days()).ok().filter(|_| day == to)?;
        return Some((day, day, resolved));
    }
    let at = tokens.iter().position(|token| token.any(&[Before, After]))?;
    let (unit, number) = (tokens.get(at.checked_sub(1)?)?, tokens.get(at.checked_sub(2)?)?);
    let number = match &number.piece {
        Piece::Number(number) => *number,
        Piece::Word(_) if number.is(One) => 1,
        _ => return None,
    };
    let sign = if tokens[at].is(Before) { 1 } else { -1 };
    if at + 1 == tokens.len() && at > 2 {
        let (from, to, resolved) = plain(&tokens[..at - 2], moment)?;
        let Piece::Calendar(CalendarWord::Unit(unit)) = unit.piece else { return None };
        return if from == to { Some(about(back(from, -sign * number, unit)?, unit, resolved)) } else { None };
    }
    let (from, to, resolved) = plain(&tokens[at + 1..], moment)?;
    match unit.piece {
        // Hours from a day on are told by the day.
        Piece::Calendar(CalendarWord::Unit(CalendarUnit::Hour | CalendarUnit::Minute | CalendarUnit::Second)) => {
            Some((from, to, resolved))
        }
        Piece::Calendar(CalendarWord::Unit(unit)) if from == to => {
            Some(about(back(from, sign * number, unit)?, unit, resolved))
        }
        _ => None,
    }
}

/// "today marks two years since", "two years since": the day so long ago.
fn years_since(tokens: &[Token], moment: &Moment) -> Option<Days> {
    let (number, unit) =
        tokens.iter().rev().take(2).rev().collect::<Vec<_>>().split_first().and_then(|(number, unit)| {
            let Piece::Calendar(CalendarWord::Unit(unit)) = unit.first()?.piece else { return None };
            match &number.piece {
                Piece::Number(number) => Some((*number, unit)),
                Piece::Word(_) if number.is(One) => Some((1, unit)),
                _ => None,
            }
        })?;
    let told = tokens.get(..tokens.len().checked_sub(2)?).filter(|told| !told.is_empty());
    let day = told.and_then(|told| plain(told, moment)).filter(|(from, to, _)| from == to);
    match day {
        Some((day, _, resolved)) => {
            let day = back(day, number, unit)?;
            Some((day, day, resolved))
        }
        None => Some(roughly(back(moment.published?, number, unit)?, unit, Resolved::FromPublication)),
    }
}

/// "the 19th century", "the late 19th century".
fn century(tokens: &[Token]) -> Option<Days> {
    let at =
        tokens.iter().position(|token| token.piece == Piece::Calendar(CalendarWord::Unit(CalendarUnit::Century)))?;
    let Piece::Number(number @ 10..=21) = tokens.get(at.checked_sub(1)?)?.piece else { return None };
    if tokens.iter().any(|token| token.any(&[Ago, Later, For, Before, After])) {
        return None;
    }
    let part = tokens.iter().find_map(|token| match token.piece {
        Piece::Calendar(CalendarWord::Part(part)) => Some(part),
        _ => None,
    });
    let (first, last) = part::of_century(part);
    let year = |after: i32| i16::try_from((number - 1) * 100 + after).ok();
    Some((Date::new(year(first)?, 1, 1).ok()?, Date::new(year(last)?, 12, 31).ok()?, Resolved::Stated))
}

/// "2029, 2030 and 2031": from the first to the last.
fn years(tokens: &[Token]) -> Option<Days> {
    let told = tokens.iter().map(|token| match token.piece {
        Piece::Year(year) => Some(Some(year)),
        _ => token.is(Joins).then_some(None),
    });
    let told: Vec<i32> = told.collect::<Option<Vec<_>>>()?.into_iter().flatten().collect();
    let (first, last) = (*told.first()?, *told.last()?);
    let year = |year: i32| i16::try_from(year).ok();
    let days = (Date::new(year(first)?, 1, 1).ok()?, Date::new(year(last)?, 12, 31).ok()?, Resolved::Stated);
    (told.len() > 2 && told.is_sorted()).then_some(days)
}

/// "between A and B", "from A to B", "A–B", each of which may lack what the other says.
fn between(tokens: &[Token], moment: &Moment) -> Option<Days> {
    let opener = tokens.iter().position(|token| token.is(Opens));
    let rest = &tokens[opener.map_or(0, |at| at + 1)..];
    let middle = rest.iter().position(|token| token.any(&[Until, Joins]) || token.piece == Piece::Dash)?;
    if let Some(years) = short_years(&rest[..middle], &rest[middle..]) {
        return Some(years);
    }
    let Some((at, end, mut second)) = day::find(&rest[middle + 1..]) else {
        return two_days(&rest[..middle], &rest[middle + 1..], opener.is_some(), moment);
    };
    // Without "from", one date must stand right beside the other: not "mid-May", not "5-year".
    if opener.is_none() {
        let (start, first, _) = day::find(&rest[..middle]).filter(|(_, first, _)| *first == middle)?;
        if at != 0 || start == first || end == 0 {
            return None;
        }
    }
    let first = match rest[..middle]
        .iter()
        .find_map(|token| if let Piece::Number(day) = token.piece { Some(day) } else { None })
    {
        Some(day) if middle == 1 && (1..=31).contains(&day) => Written { days: Some((day as u8, day as u8)), ..second },
        _ => day::find(&rest[..middle])?.2,
    };
    let year = first.year.or(second.year);
    second.year = second.year.or(year);
    let first = Written { year, ..first };
    let (from, _, resolved) = place_in_time(&first, moment)?;
    let (_, to, _) = place_in_time(&second, moment)?;
    Some((from, to, resolved))
}

/// "1944–45"
fn short_years(before: &[Token], after: &[Token]) -> Option<Days> {
    let Piece::Year(first) = before.last()?.piece else { return None };
    let [dash, Token { piece: Piece::Number(last @ 1..=99), start, end, .. }, ..] = after else { return None };
    if dash.piece != Piece::Dash || end - start != 2 || *last <= first % 100 {
        return None;
    }
    // "the winter of 1944–45" is one winter.
    let winter = before.iter().find_map(|token| match token.piece {
        Piece::Calendar(CalendarWord::Season(from, to)) if to < from && *last == first % 100 + 1 => Some((from, to)),
        _ => None,
    });
    if let Some(months) = winter {
        let (from, to) = Written { months: Some(months), ..Written::of_year(first) }.range(first)?;
        return Some((from, to, Resolved::Stated));
    }
    let (from, to) = (i16::try_from(first).ok()?, i16::try_from(first - first % 100 + last).ok()?);
    Some((Date::new(from, 1, 1).ok()?, Date::new(to, 12, 31).ok()?, Resolved::Stated))
}

/// "from Friday to Tuesday", "Monday and Tuesday", "between yesterday and today".
fn two_days(first: &[Token], second: &[Token], opened: bool, moment: &Moment) -> Option<Days> {
    let of_week =
        |tokens: &[Token]| tokens.iter().any(|token| matches!(token.piece, Piece::Calendar(CalendarWord::Weekday(_))));
    if !(opened || of_week(first) && of_week(second)) {
        return None;
    }
    let (from, _, resolved) = plain(first, moment)?;
    let (start, to, _) = plain(second, moment)?;
    // What is over ends on the last such day; what comes begins on the next.
    let from = match from > start && of_week(first) {
        true => from.checked_sub(7.days()).ok()?,
        false => from,
    };
    Some((from, to, resolved))
}

fn plain(tokens: &[Token], moment: &Moment) -> Option<Days> {
    if let Some(found) = quarter(tokens, moment) {
        return Some(found);
    }
    if tokens.iter().any(|token| matches!(token.piece, Piece::Calendar(CalendarWord::Holiday(_))))
        && let Some(found) = named(tokens, moment)
    {
        return Some(found);
    }
    if let Some((at, end, written)) = day::find(tokens) {
        return dated(tokens, at, end, written, moment);
    }
    if let Some(found) = century(tokens)
        .or_else(|| told_unit(tokens, moment))
        .or_else(|| counted(tokens, moment))
        .or_else(|| named(tokens, moment))
        .or_else(|| weekday(tokens, moment))
        .or_else(|| unit(tokens, moment))
        .or_else(|| ordinal(tokens, moment))
        .or_else(|| day_of_story(tokens, moment))
    {
        return Some(found);
    }
    let phrase = tokens.iter().find_map(|token| match token.piece {
        Piece::Calendar(
            word @ (CalendarWord::FromPublication(_) | CalendarWord::FromStory(_) | CalendarWord::Bearing(_)),
        ) => Some(word),
        _ => None,
    });
    let phrase = match phrase {
        Some(CalendarWord::Bearing(Bearing::Present)) => Some(CalendarWord::FromPublication(0)),
        Some(CalendarWord::Bearing(Bearing::Past | Bearing::Future)) => return None,
        phrase => phrase,
    };
    match phrase {
        // "Today" in words that are quoted in an article without a day is the day of its story.
        Some(CalendarWord::FromPublication(0)) if moment.published.is_none() => {
            let day = single(moment.story?)?;
            Some((day, day, Resolved::FromText))
        }
        Some(CalendarWord::FromPublication(by)) => {
            let day = moment.published?.checked_add(i64::from(by).days()).ok()?;
            Some((day, day, Resolved::FromPublication))
        }
        Some(CalendarWord::FromStory(0)) => {
            let story = moment.story?;
            Some((story.earliest, story.latest, Resolved::FromText))
        }
        Some(CalendarWord::FromStory(by)) => {
            // "came a day after rebels *left*": counted back from what came.
            let closes = tokens.last().is_some_and(|last| last.piece == Piece::Calendar(CalendarWord::FromStory(by)));
            let by = if moment.counts && closes { -by } else { by };
            let day = single(moment.told_day()?)?.checked_add(i64::from(by).days()).ok()?;
            Some((day, day, Resolved::FromText))
        }
        _ => daytime(tokens, moment),
    }
}

/// An hour without a day is one of the day told before.
fn daytime(tokens: &[Token], moment: &Moment) -> Option<Days> {
    let told = tokens.iter().any(|token| {
        let hours =
            matches!(token.piece, Piece::Calendar(CalendarWord::Unit(CalendarUnit::Hour | CalendarUnit::Minute)));
        hours || matches!(token.piece, Piece::Clock | Piece::Calendar(CalendarWord::Daytime(_)))
    });
    let counted = tokens.iter().any(|token| matches!(token.piece, Piece::Number(_)) || token.any(&[For, Within]));
    let day = single(moment.story.filter(|_| told && !counted)?)?;
    Some((day, day, Resolved::FromText))
}

/// A written date with the words around it: "last October", "March of this year", "the first week of July".
fn dated(tokens: &[Token], at: usize, end: usize, written: Written, moment: &Moment) -> Option<Days> {
    let before = &tokens[..at];
    let mut written = written;
    let of = |by: usize, unit: CalendarUnit| {
        let piece = before.len().checked_sub(by).map(|at| &before[at].piece);
        piece == Some(&Piece::Calendar(CalendarWord::Unit(unit)))
    };
    // "the week of 3 March"
    if written.days.is_some() && of(2, CalendarUnit::Week) {
        let (day, _, resolved) = place_in_time(&written, moment)?;
        let (monday, sunday) = week(day)?;
        return Some((monday, sunday, resolved));
    }
    // "the last day of February"
    if written.days.is_none() && written.months.is_some() && of(2, CalendarUnit::Day) {
        let (first, last, resolved) = place_in_time(&written, moment)?;
        let which = before.len().checked_sub(3).map(|at| &before[at]);
        return match which {
            Some(token) if token.any(&[Last, Final]) => Some((last, last, resolved)),
            Some(token) if (token.ordinal() == Some(1)) => Some((first, first, resolved)),
            _ => None,
        };
    }
    // "October of that year"
    if written.year.is_none()
        && let Some((from, to, _)) = told_unit(&tokens[end..], moment)
        && from.year() == to.year()
    {
        written.year = Some(i32::from(from.year()));
    }
    if written.year.is_none()
        && let Some((word, CalendarUnit::Year)) = beside_unit(&tokens[end..])
    {
        let year = i32::from(moment.published?.year());
        written.year = Some(match word {
            Beside::This => year,
            Beside::Last => year - 1,
            Beside::Next => year + 1,
        });
    }
    if let Some((number, unit, last)) = stretch(before).filter(|_| written.days.is_none()) {
        let (from, to, resolved) = place_in_time(&written, moment)?;
        let next = to.checked_add(1.days()).ok()?;
        let (from, to) = match last {
            true => (back(next, number, unit)?.max(from), to),
            false => (from, back(from, -number, unit)?.checked_sub(1.days()).ok()?.min(to)),
        };
        return Some((from, to, resolved));
    }
    if let Some(by) = week_of(before)
        && written.days.is_none()
        && written.months.is_some()
    {
        let (first, last, resolved) = place_in_time(&written, moment)?;
        if by < 0 {
            return Some((last.checked_sub(6.days()).ok()?.max(first), last, resolved));
        }
        let from = first.checked_add((7 * i64::from(by)).days()).ok()?;
        return Some((from, from.checked_add(6.days()).ok()?.min(last), resolved));
    }
    if written.year.is_none()
        && written.days.is_none()
        && let Some(token) = before.last()
        && let Some(published) = moment.published
        && let Some((month, _)) = written.months
    {
        let (year, now) = (i32::from(published.year()), published.month() as u8);
        if token.is(Last) {
            written.year = Some(if month < now { year } else { year - 1 });
        } else if token.is(This) {
            written.year = Some(year);
        } else if token.is(Next) {
            written.year = Some(if month > now { year } else { year + 1 });
        }
    }
    // "Earlier in January": not all of it is over when it is told.
    let (from, to, resolved) = place_in_time(&written, moment)?;
    let earlier = before.iter().any(|token| token.is(Earlier));
    match moment.published {
        Some(published) if earlier && from < published && published <= to => Some((from, published, resolved)),
        _ => Some((from, to, resolved)),
    }
}

/// "the first three months of": how many of which unit, and true for the last ones.
fn stretch(before: &[Token]) -> Option<(i32, CalendarUnit, bool)> {
    let [.., which, number, unit, of] = before else { return None };
    let Piece::Calendar(CalendarWord::Unit(unit)) = unit.piece else { return None };
    let Piece::Number(number @ 2..=60) = number.piece else { return None };
    let last = which.any(&[Last, Final]);
    let of = of.piece == Piece::Word("of".to_string());
    (of && (last || which.ordinal() == Some(1))).then_some((number, unit, last))
}

/// The year of which some words tell a stretch: that of "the last three months of 2031".
pub(super) fn year_of_stretch(words: &str, days: TimeRange, lexicon: &Lexicon) -> Option<TimeRange> {
    let tokens = tokens(words, lexicon);
    let (last, before) = tokens.split_last()?;
    let (earliest, latest) = (days.earliest.first_of_year(), days.latest.last_of_year());
    (matches!(last.piece, Piece::Year(_)) && stretch(before).is_some()).then_some(TimeRange {
        earliest,
        latest,
        ..days
    })
}

/// "the first week of": 0 for the first, -1 for the last.
fn week_of(before: &[Token]) -> Option<i32> {
    let week =
        before.iter().position(|token| token.piece == Piece::Calendar(CalendarWord::Unit(CalendarUnit::Week)))?;
    let which = before.get(week.checked_sub(1)?)?;
    if which.any(&[Last, Final]) {
        return Some(-1);
    }
    which.ordinal().filter(|number| *number <= 4).map(|number| i32::from(number) - 1)
}

/// Gives a written date its year: its own, or that of the article's day, or that of the story.
fn place_in_time(written: &Written, moment: &Moment) -> Option<Days> {
    if let Some(year) = written.year {
        let (from, to) = written.range(year)?;
        return Some((from, to, Resolved::Stated));
    }
    if let Some((year, month)) = moment.lent {
        // "from November 15 to February 15, 1989"
        let turns = matches!((written.months, month), (Some((first, _)), Some(month)) if first > month);
        let (from, to) = written.range(if turns { year - 1 } else { year })?;
        return Some((from, to, Resolved::FromText));
    }
    if let Some(tale) = moment.tale {
        let (from, to) = written.range(year_of_tale(written, &tale)?)?;
        return Some((from, to, Resolved::FromText));
    }
    let published = moment.published?;
    let year = i32::from(published.year());
    if let Some(year) = year_of_weekday(written, year) {
        let (from, to) = written.range(year)?;
        return Some((from, to, Resolved::FromPublication));
    }
    let (from, to) = written.range(year)?;
    // Nobody tells in the past tense what was a year ago next week.
    let near = (from - published).get_days() <= SLIP_DAYS && written.days.is_some()
        || moment.open && (from - published).get_days() < OPEN_DAYS;
    let moved = if from > published && !moment.ahead && !near {
        written.range(year - 1)?
    } else if to < published
        && (moment.ahead && (published - to).get_days() > 60
            || moment.open
                && written.range(year + 1).is_some_and(|(from, _)| (from - published).get_days() < OPEN_DAYS))
    {
        written.range(year + 1)?
    } else {
        (from, to)
    };
    Some((moved.0, moved.1, Resolved::FromPublication))
}

/// The year of a tale in which a date lies nearest to where the tale stands. What lies before it counts as half as far again, for a
/// tale goes on.
fn year_of_tale(written: &Written, tale: &TimeRange) -> Option<i32> {
    let year = i32::from(tale.earliest.year());
    // A year alone is that year.
    if (tale.latest - tale.earliest).get_days() > 300 {
        return Some(i32::from(tale.latest.year()));
    }
    let away = |year: i32| {
        let (from, to) = written.range(year)?;
        Some((from - tale.latest).get_days().max((tale.earliest - to).get_days() * 3 / 2).max(0))
    };
    [year + 1, year, year - 1]
        .into_iter()
        .filter_map(|year| Some((away(year)?, year)))
        .min_by_key(|(away, _)| *away)
        .map(|(_, year)| year)
}

/// "Saturday, April 25": the year, this or beside it, in which that day is a Saturday.
fn year_of_weekday(written: &Written, year: i32) -> Option<i32> {
    let weekday = written.weekday?;
    [year, year - 1, year + 1].into_iter().find(|&year| {
        written.range(year).is_some_and(|(from, _)| from.weekday().to_monday_one_offset() == weekday as i8)
    })
}
