//! Which words say when, and which word do they modify?
//!
//! "Rebels have held the port since early June" → `since early June`, at `held`. The words are the expressions of time
//! ([`super::expression`]) with the prepositions that belong to them.

use super::expression::{Expression, is_year, may_be_year, says_when};
use super::{exact, is_deed};
use crate::attribution::verb::is_verbal;
use crate::grammar;
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{CalendarWord, Lexicon, NounClass, TimeWord, WordClass};
use model::{Kind, TimeSort};
use std::ops::Range;

/// Words at most of a deed that a time is counted from.
const ANCHOR_WORDS: usize = 8;

/// Years within which two that are told together make one stretch.
const SOON_YEARS: u32 = 3;

/// Words that say when, and the word they modify.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct When {
    pub(super) words: Range<usize>,
    pub(super) modifies: usize,
    /// True when it is joined by a preposition or as an adverb, so that it may belong to a word further up; false for the
    /// year before a noun or the owner of one.
    pub(super) loose: bool,
}

/// The times of a sentence with these expressions, in order.
pub(super) fn times(parse: &Parse, sentence: usize, expressions: &[Expression], lexicon: &Lexicon) -> Vec<When> {
    let tokens = parse.sentences()[sentence].clone();
    let mut found = expressions.to_vec();
    found.retain(|expression| expression.sort != TimeSort::Set);
    // "since *then*"
    let is = |at: usize, sort: TimeWord| lexicon.time_words.is(parse.norm(at), sort);
    for at in tokens.start + 1..tokens.end {
        let anchor = is(at, TimeWord::Anchor) && is(at - 1, TimeWord::Keep);
        if anchor && !found.iter().any(|expression| expression.tokens.contains(&at)) {
            found.push(Expression { tokens: at..at + 1, sort: TimeSort::Date });
        }
    }
    found.sort_by_key(|expression| expression.tokens.start);
    let mut joined: Vec<Expression> = Vec::new();
    for next in found.iter() {
        match joined.last_mut() {
            Some(last) if is_one(parse, &last.tokens, &next.tokens, lexicon) => {
                last.tokens.end = next.tokens.end;
                if is_stretch_of(parse, &last.tokens, next.tokens.start) {
                    last.sort = next.sort;
                }
            }
            _ => joined.push(next.clone()),
        }
    }
    let mut all: Vec<When> =
        joined.into_iter().filter_map(|expression| when(parse, expression, &tokens, &found, lexicon)).collect();
    all.extend(clauses(parse, &tokens, &all, lexicon));
    all.extend(offsets(parse, &tokens, &all, lexicon));
    // "after *four days* of fighting": the fighting lasted them.
    let lasted = |when: &When| {
        let of = when.words.end;
        let noun = (of < tokens.end && parse.norm(of) == "of").then(|| parse.child(of, Dep::Pobj))??;
        let days = parse.norm(when.words.start) == "after" && parse.head(of) == of - 1;
        days.then_some(When { words: when.words.start + 1..of, modifies: noun, loose: false })
    };
    let lengths: Vec<When> = all.iter().filter_map(lasted).collect();
    // "since 2016, *when* a bomb killed two": they died in that year.
    let told = |when: &When| {
        let head =
            when.words.clone().rfind(|&at| !when.words.contains(&parse.head(at)) || parse.dep(at) == Dep::Pobj)?;
        let says_when = |&child: &usize| parse.dep(child) == Dep::Advmod && parse.norm(child) == "when";
        let relative =
            |&clause: &usize| parse.dep(clause) == Dep::Relcl && parse.children(clause).any(|at| says_when(&at));
        let clause = parse.children(head).find(relative)?;
        let bare = found.iter().find(|one| one.tokens.contains(&head))?.tokens.clone();
        (bare.start > when.words.start).then_some(When { words: bare, modifies: clause, loose: false })
    };
    let told: Vec<When> = all.iter().filter_map(told).collect();
    let above: Vec<When> = all.iter_mut().filter_map(|when| of_clause_above(parse, when, lexicon)).collect();
    all.extend(above);
    all.retain(|when| !is_compared(parse, when, &tokens));
    all.extend(lengths);
    all.extend(told);
    all
}

/// True for what a deed is only compared with: "killed six *in the deadliest raid* since 2030", "in the first raid since the truce".
fn is_compared(parse: &Parse, when: &When, sentence: &Range<usize>) -> bool {
    let since = when.words.start;
    let best = |&at: &usize| {
        let ranked = matches!(parse.tag(at), Tag::Jjs | Tag::Rbs) || parse.norm(at) == "first";
        ranked && matches!(parse.dep(at), Dep::Amod | Dep::Advmod)
    };
    let noun = |at: usize| if parse.dep(at) == Dep::Advmod { parse.head(parse.head(at)) } else { parse.head(at) };
    let told = |at: usize| {
        let deed = noun(at);
        let led = parse.dep(deed) == Dep::Pobj && parse.norm(parse.head(deed)) == "in";
        led && at < deed && deed < since && !(deed..since).any(|word| is_verbal(parse, word))
    };
    parse.norm(since) == "since" && (sentence.start..since).filter(best).any(told)
}

/// The same words for the verb of the clause, where the tree hangs them on the last verb below it: "came to meet the envoy in Velna
/// *Saturday*" is said of both. "attacked rebels led by Brek *on Saturday*" is not said of the leading: there they are moved.
fn of_clause_above(parse: &Parse, when: &mut When, lexicon: &Lexicon) -> Option<When> {
    // "led by General Anton *Brek in May*"
    let mut verb = when.modifies;
    while when.loose && matches!(parse.pos(verb), Pos::Propn | Pos::Adp) && !parse.is_root(verb) {
        verb = parse.head(verb);
    }
    let above = grammar::clause_head(parse, parse.head(verb));
    if !matches!(parse.tag(above), Tag::Vbd | Tag::Vbn) || above >= verb || when.words.start < verb {
        return None;
    }
    let weekday = matches!(lexicon.calendar.get(parse.lower(when.words.start)), Some(CalendarWord::Weekday(_)));
    if parse.dep(verb) == Dep::Advcl && grammar::is_infinitive(parse, verb) {
        let bare = weekday && parse.dep(when.words.start) == Dep::Npadvmod;
        return bare.then(|| When { words: when.words.clone(), modifies: above, loose: false });
    }
    let stands = || {
        let mut frames = lexicon.triggers.frames(parse.entry(verb)).iter();
        !frames.any(|frame| {
            frame.class == WordClass::Verb && frame.words.is_empty() && frame.claim_type.kind() == Kind::Event
        })
    };
    let day = || exact(parse, when, lexicon) && !matches!(parse.norm(when.words.start), "since" | "until" | "from");
    // "killed ten men, the paper *reported* on Friday": the day of the telling.
    let told_last = || {
        let noun = parse.head(verb);
        let comma = (parse.subtree(noun).start.saturating_sub(1)..verb).any(|at| parse.tag(at) == Tag::Comma);
        noun + 1 == verb && comma && super::reports(parse, verb, lexicon)
    };
    if parse.dep(verb) == Dep::Acl && parse.tag(verb) == Tag::Vbn && stands() && day() && !told_last() {
        when.modifies = above;
    }
    None
}

/// True for two expressions that tell one time: "Monday, 19 December", "1861–1865", "from May to July", "between May and July",
/// "Monday and Tuesday", "overnight on Monday".
fn is_one(parse: &Parse, first: &Range<usize>, second: &Range<usize>, lexicon: &Lexicon) -> bool {
    if second.start <= first.end || second.start == first.end + 1 && parse.tag(first.end) == Tag::Comma {
        return true;
    }
    if is_stretch_of(parse, first, second.start) {
        return true;
    }
    // "between Dec. 30, 2018*,* and Jan. 6, 2019"
    let comma = first.end < parse.len() && parse.tag(first.end) == Tag::Comma && first.len() > 1;
    let joint = first.end + usize::from(comma);
    if second.start != joint + 1 {
        return false;
    }
    let opener = first.start.checked_sub(1).map(|before| parse.norm(before));
    // "in 2029, 2030, and 2031"
    if comma && parse.norm(joint) == "and" && follows(parse, &(first.end - 1..first.end), second, lexicon) {
        return true;
    }
    if comma && !matches!(opener, Some("between" | "from")) && !matches!(parse.word(joint), "-" | "–" | "—") {
        return false;
    }
    match parse.norm(joint) {
        "and" => {
            // "in 2029, 2030 *and 2031*"
            let last = first.end - 1..first.end;
            let row = first.len() > 2 && parse.tag(first.end - 2) == Tag::Comma && is_year(parse.word(last.start));
            opener == Some("between") || follows(parse, if row { &last } else { first }, second, lexicon)
        }
        "on" | "into" => {
            let word = lexicon.calendar.get(parse.lower(first.start));
            first.len() == 1 && matches!(word, Some(CalendarWord::FromPublication(by)) if by < 0)
        }
        "to" | "until" | "till" | "through" => true,
        _ => matches!(parse.word(joint), "-" | "–" | "—"),
    }
}

/// True for "the first three months" before "of 2031", which say together when.
fn is_stretch_of(parse: &Parse, first: &Range<usize>, second: usize) -> bool {
    let of = second.wrapping_sub(1);
    let ends = (first.start + 1..of.min(first.end)).any(|at| matches!(parse.norm(at), "first" | "last" | "final"));
    ends && first.end >= of && of > first.start + 2 && parse.norm(of) == "of" && parse.tag(of - 1) == Tag::Nns
}

/// True for two days of the week, months, years or decades of which the second is the one after the first, parts of years included:
/// "late 2030 and early 2031"; and for a year soon after the other, "in 2028 and 2030".
fn follows(parse: &Parse, first: &Range<usize>, second: &Range<usize>, lexicon: &Lexicon) -> bool {
    let part = |at: usize| matches!(lexicon.calendar.get(parse.lower(at)), Some(CalendarWord::Part(_)));
    if first.len() == 2 && second.len() == 2 && part(first.start) && part(second.start) {
        return follows(parse, &(first.start + 1..first.end), &(second.start + 1..second.end), lexicon);
    }
    // "in *the* 2020s and 2030s"
    let bare = |range: &Range<usize>| {
        let article = range.len() == 2 && parse.norm(range.start) == "the";
        range.start + usize::from(article)..range.end
    };
    let (first, second) = (&bare(first), &bare(second));
    if first.len() > 1 {
        return false;
    }
    let (one, two) = (parse.lower(first.start), parse.lower(second.start));
    let named = |word: &str| lexicon.calendar.get(word.trim_end_matches('.'));
    match (named(one), named(two)) {
        (Some(CalendarWord::Weekday(day)), Some(CalendarWord::Weekday(next))) => next == day % 7 + 1,
        (Some(CalendarWord::Month(month)), Some(CalendarWord::Month(next))) => next == month + 1,
        _ => {
            let year = |word: &str, unit: &str| {
                word.strip_suffix(unit).filter(|year| is_year(year)).and_then(|year| year.parse::<u32>().ok())
            };
            let later = |unit: &str| year(two, unit)?.checked_sub(year(one, unit)?);
            let soon = later("").is_some_and(|years| (1..=SOON_YEARS).contains(&years));
            second.len() == 1 && (soon || later("s") == Some(10))
        }
    }
}

/// The words with the prepositions that belong to them, and what they modify. `None` for ages, habits and bare lengths.
fn when(
    parse: &Parse,
    expression: Expression,
    sentence: &Range<usize>,
    all: &[Expression],
    lexicon: &Lexicon,
) -> Option<When> {
    let Expression { tokens: range, sort } = expression;
    let time = |at: usize, part: TimeWord| lexicon.time_words.is(parse.lower(at), part);
    let head = range.clone().find(|&at| parse.is_root(at) || !range.contains(&parse.head(at)))?;
    let mut start = range.start;
    // "At present" is a time as it stands.
    let fixed = range.len() == 2
        && lexicon.calendar.get(&format!("{} {}", parse.lower(start), parse.lower(start + 1))).is_some();
    // A leading "in" or "on" that the recogniser took into the name.
    while !fixed && start + 1 < range.end && time(start, TimeWord::Drop) && !time(start, TimeWord::Keep) {
        start += 1;
    }
    let known = fixed || says_when(parse, range.clone(), lexicon);
    let last = range.end - 1;
    // An age ("Osei, 34,") or the number of a thing ("Resolution 2259").
    let number = range.len() == 1
        && parse.pos(range.start) == Pos::Num
        && !may_be_year(parse.word(range.start))
        && !parse.word(range.start).contains([':', '/', '-', '–']);
    // "Resolution *1973*" has its number from no year.
    let named = start > sentence.start
        && range.len() == 1
        && parse.pos(start - 1) == Pos::Propn
        && lexicon.nouns.is(parse.norm(start - 1), NounClass::Accord);
    if number || named {
        return None;
    }
    let old = range.end < sentence.end && parse.norm(range.end) == "old"
        || matches!(parse.norm(last), "old" | "daily" | "weekly" | "annual");
    if !known || old {
        return None;
    }
    let before = (start > sentence.start).then(|| start - 1);
    // "scheduled for Friday"
    let meant = before.is_some_and(|at| parse.norm(at) == "for" && parse.tag(parse.head(at)) == Tag::Vbn)
        && sort != TimeSort::Duration;
    // "responsibility for *Friday's* attack"
    let owner = parse.dep(head) == Dep::Poss;
    // "for the *past* two weeks" reaches up to today.
    let reaches = (start..range.end).take(2).any(|at| matches!(parse.norm(at), "last" | "past"));
    let length = |at: usize| match parse.norm(at) {
        "for" => !meant && !owner && !reaches,
        "aged" | "age" | "every" | "each" => !meant && !owner,
        _ => false,
    };
    if before.is_some_and(length) || matches!(parse.norm(start), "every" | "each" | "for") {
        return None;
    }
    // "early in January", "earlier this month", "at least since 2018"
    let mut from = start;
    while from > sentence.start {
        let at = from - 1;
        let widens = time(at, TimeWord::Widen)
            || time(at, TimeWord::Keep)
                && matches!(
                    parse.dep(at),
                    Dep::Prep | Dep::Mark | Dep::Advmod | Dep::Amod | Dep::Quantmod | Dep::Pcomp
                );
        let through = time(at, TimeWord::Drop) && at > sentence.start && time(at - 1, TimeWord::Widen);
        // The preposition must lead to the time itself: not "after last week's vote".
        let leads = !time(at, TimeWord::Keep)
            || parse.norm(at) == "within"
            || parse.head(head) == at
            || parse.dep(at) != Dep::Prep && parse.dep(head) != Dep::Poss
            || (from..range.end).contains(&parse.head(head));
        let of = at > sentence.start
            && lexicon.time_words.is(&format!("{} {}", parse.norm(at - 1), parse.norm(at)), TimeWord::Keep);
        if of {
            from = at - 1;
            continue;
        }
        let article = parse.pos(at) == Pos::Det
            && at > sentence.start
            && (time(at - 1, TimeWord::Keep) || time(at - 1, TimeWord::Widen));
        if (widens && leads) || through || article {
            from = at;
        } else {
            break;
        }
    }
    let mut modifies = if parse.is_root(head) { head } else { parse.head(head) };
    // "On Friday rebels attacked": the preposition is that of the time, although the parser ties the time to the noun.
    // "On the second day rebels attacked"; not "the Feb. 3 attack", whose article is that of the attack.
    let unit = matches!(lexicon.calendar.get(parse.norm(last)), Some(CalendarWord::Unit(_)));
    let article = |at: usize| unit && parse.pos(at) == Pos::Det && at > sentence.start;
    let lead = before.map(|at| if article(at) { at - 1 } else { at });
    let own =
        lead.is_some_and(|at| parse.pos(at) == Pos::Adp && (time(at, TimeWord::Drop) || time(at, TimeWord::Keep)));
    if own && matches!(parse.dep(head), Dep::Compound | Dep::Nmod | Dep::Nummod) && !parse.is_root(modifies) {
        modifies = parse.head(modifies);
    }
    // "the February 27 *border* agreement"
    if matches!(parse.dep(head), Dep::Compound | Dep::Nmod | Dep::Nummod) {
        modifies = grammar::compounded(parse, modifies);
    }
    // Up through prepositions, to the word that the time modifies.
    for _ in 0..4 {
        let inside = (from..range.end).contains(&modifies);
        // "as *recently* as last week"
        let adverb = parse.pos(modifies) == Pos::Adv && parse.dep(modifies) == Dep::Advmod && modifies < from;
        // "over the *course* of 2030", "in the *years* 2028 to 2030"
        let stretch = parse.dep(modifies) == Dep::Pobj && modifies < from && is_stretch(parse, modifies, lexicon);
        let leads = adverb
            || stretch
            || matches!(parse.pos(modifies), Pos::Adp | Pos::Sconj)
            || matches!(parse.dep(modifies), Dep::Prep | Dep::Pcomp) && !is_verbal(parse, modifies);
        // "at 9:30 am (0630 GMT) *Tuesday*": the tree sets the day beside the hour.
        let hour = parse.dep(head) == Dep::Appos && is_hour(parse, modifies);
        if !(inside || leads || hour) || parse.is_root(modifies) {
            break;
        }
        modifies = parse.head(modifies);
    }
    // "rebels left Velna *Saturday*, the mayor announced": what stands before the comma is of what is told there.
    if parse.pos(modifies) == Pos::Verb
        && range.end < modifies
        && parse.tag(range.end) == Tag::Comma
        && let Some(told) = parse.children(modifies).find(|&child| parse.dep(child) == Dep::Ccomp)
        && parse.subtree(told).end == from
        && parse.children(modifies).any(|child| parse.dep(child) == Dep::Nsubj && child > range.end)
    {
        modifies = told;
    }
    // "launched a campaign to retake Velna *eight days ago*": what is only aimed at has no past.
    let past = parse.norm(last) == "ago"
        || parse.norm(start) == "last"
        || matches!(lexicon.calendar.get(parse.lower(start)), Some(CalendarWord::FromPublication(by)) if by < 0);
    if past
        && grammar::is_infinitive(parse, modifies)
        && matches!(parse.dep(modifies), Dep::Advcl | Dep::Acl | Dep::Relcl)
    {
        modifies = grammar::clause_head(parse, parse.head(modifies));
    }
    // A length is no time: "four days" without "later", "ago", "after"; "in the past four days" is one.
    let number = |at: usize| parse.pos(at) == Pos::Num || lexicon.numbers.word(parse.norm(at)).is_some();
    let counted = range.clone().any(number) || parse.tag(last) == Tag::Nn;
    let spans = counted && range.clone().any(|at| time(at, TimeWord::Spans));
    let within = from < start && matches!(parse.norm(from), "after" | "within");
    if sort == TimeSort::Duration && from == start && !spans && !within && parse.dep(head) != Dep::Nsubj {
        return counted_from(parse, from..range.end, sentence, all);
    }
    // "By the end of the year rebels had fled": a time that opens its sentence is that of the verb, whatever noun the parser
    // hung it on.
    let opens = lead.is_none_or(|at| at <= sentence.start) && (own || from == sentence.start)
        // "Between 2 and *4 a.m. on March 14*"
        || (own || before.is_some_and(|at| parse.pos(at) == Pos::Cconj)) && leads_off(parse, sentence.start..from, lexicon);
    if opens && !is_verbal(parse, modifies) {
        let root = sentence.clone().find(|&at| parse.is_root(at)).filter(|&root| is_verbal(parse, root));
        let first = || (range.end..sentence.end).find(|&at| is_verbal(parse, at));
        if let Some(verb) = root.filter(|&root| root >= range.end).or_else(first) {
            modifies = verb;
        }
    }
    // "had left a day before *rebels came*": what the time counts from is not what it is the time of.
    if matches!(parse.norm(last), "before" | "after") && parse.dep(last) == Dep::Mark {
        modifies = parse.head(parse.head(last));
    }
    // "Battle of Velna (2016)", but not the life of somebody: "Osei (1980–2029)".
    let bracket = before.is_some_and(|at| parse.tag(at) == Tag::OpenBracket);
    // "in the first week *of the operation*"
    let part = sort != TimeSort::Duration || range.clone().any(|at| time(at, TimeWord::Spans));
    let of =
        (part && range.end < sentence.end && parse.norm(range.end) == "of").then(|| parse.child(range.end, Dep::Pobj));
    let end = of.flatten().filter(|&noun| is_deed(parse, noun, lexicon)).map_or(range.end, |noun| noun + 1);
    let whose = before.and_then(|bracket| bracket.checked_sub(1)).and_then(|at| parse.name_of(at));
    if bracket && whose.is_some_and(|name| name.label == NameLabel::Person) {
        return None;
    }
    // "a ceremony at the hall in Velna*, Aug. 31, 2012*": the tree sets it beside the place.
    let beside = parse.dep(head) == Dep::Appos && before.is_some_and(|at| parse.tag(at) == Tag::Comma);
    let loose = bracket
        || beside
        || matches!(parse.dep(head), Dep::Pobj | Dep::Npadvmod | Dep::Advmod | Dep::Pcomp | Dep::Prep);
    Some(When { words: from..end, modifies, loose })
}

/// True for the last word of an hour of the day.
fn is_hour(parse: &Parse, at: usize) -> bool {
    matches!(parse.norm(at), "am" | "pm" | "a.m." | "p.m." | "o'clock")
        || is_zone(parse, at)
        || parse.pos(at) == Pos::Num && parse.word(at).contains(':')
}

/// True for a word by which a number before it is an hour: "1430 *GMT*".
pub(crate) fn is_zone(parse: &Parse, at: usize) -> bool {
    matches!(parse.norm(at), "gmt" | "utc" | "hours" | "hrs" | "est" | "edt" | "local")
}

/// True for a noun of time that the words behind it only tell the length or the borders of.
fn is_stretch(parse: &Parse, noun: usize, lexicon: &Lexicon) -> bool {
    let word = parse.entry(noun);
    matches!(lexicon.calendar.get(word), Some(CalendarWord::Unit(_))) || lexicon.time_words.is(word, TimeWord::Stretch)
}

/// True for words that say nothing but when, up to the time that they lead to: "At about 2:30 a.m. (local time) on", "Between 2 and 4
/// a.m. on".
fn leads_off(parse: &Parse, mut words: Range<usize>, lexicon: &Lexicon) -> bool {
    let mut bracket = false;
    !words.is_empty()
        && words.all(|at| {
            bracket = (bracket || parse.tag(at) == Tag::OpenBracket) && parse.tag(at) != Tag::CloseBracket;
            bracket
                || matches!(
                    parse.pos(at),
                    Pos::Adp | Pos::Det | Pos::Adj | Pos::Num | Pos::Punct | Pos::Adv | Pos::Space | Pos::Cconj
                )
                || lexicon.calendar.get(parse.word(at).trim_end_matches('.').to_lowercase().as_str()).is_some()
                || matches!(parse.norm(at), "a.m." | "p.m." | "am" | "pm")
        })
}

/// Deeds whose day is counted from the time told before them: "on 2 March, a day after *the army had left*", and those that a
/// number of years has passed since: "today marks two years since rebels *took* Velna".
fn offsets(parse: &Parse, sentence: &Range<usize>, inside: &[When], lexicon: &Lexicon) -> Vec<When> {
    let mut found = Vec::new();
    for at in sentence.start + 2..sentence.end {
        let unit = || matches!(lexicon.calendar.get(parse.lower(at - 1)), Some(CalendarWord::Unit(_)));
        let counted = parse.pos(at - 2) == Pos::Num || matches!(parse.norm(at - 2), "a" | "an");
        if !counted || !unit() {
            continue;
        }
        let deed = match parse.dep(at) {
            Dep::Mark => parse.head(at),
            Dep::Prep => match parse.child(at, Dep::Pobj) {
                Some(noun) => noun,
                None => continue,
            },
            _ => continue,
        };
        match parse.norm(at) {
            "since" if parse.dep(at) == Dep::Mark => {
                let today = inside.iter().find(|when| when.words.start < at - 2 && when.words.end + 2 >= at - 2);
                let start = today.map_or(at - 2, |when| when.words.start);
                found.push(When { words: start..at + 1, modifies: deed, loose: false });
            }
            "after" | "before" => {
                let comma = usize::from(at > sentence.start + 2 && parse.tag(at - 3) == Tag::Comma);
                let told = inside.iter().find(|when| when.words.end + comma == at - 2 && when.words.start < at - 2);
                let start = match told {
                    Some(told) => told.words.start,
                    // "The raid came *two days after* rebels left": counted from the raid.
                    None if comes(parse, at, lexicon) => at - 2,
                    None => continue,
                };
                found.push(When { words: start..at + 1, modifies: deed, loose: false });
            }
            _ => {}
        }
    }
    found
}

/// The words of a deed that is only named, and what it was done to: "the start of *the war*", "the killing *of Osei*". `None` for
/// what is no deed, and for a longer story.
fn anchor(parse: &Parse, noun: usize, lexicon: &Lexicon) -> Option<Range<usize>> {
    let inner = grammar::after(parse, noun, "of");
    let deed = if is_deed(parse, noun, lexicon) { noun } else { inner.filter(|&at| is_deed(parse, at, lexicon))? };
    let whom = grammar::after(parse, deed, "of").map_or(deed, |whom| whom);
    let words = parse.subtree(noun).start..whom + 1;
    (words.len() <= ANCHOR_WORDS).then_some(words)
}

/// True for "after" or "before" behind a verb that only says that something came about.
fn comes(parse: &Parse, preposition: usize, lexicon: &Lexicon) -> bool {
    let below = if parse.dep(preposition) == Dep::Mark { parse.head(preposition) } else { preposition };
    let verb = parse.head(below);
    let object = parse.child(verb, Dep::Dobj).map(|object| format!(" {}", parse.norm(object)));
    let words = format!("{}{}", parse.entry(verb), object.unwrap_or_default());
    is_verbal(parse, verb) && lexicon.time_words.is(&words, TimeWord::Comes)
}

/// "Three days before the vote on 5 March": a length with the day that it is counted from. `None` without such a day.
fn counted_from(parse: &Parse, length: Range<usize>, sentence: &Range<usize>, all: &[Expression]) -> Option<When> {
    let counts = length.end;
    if counts >= sentence.end
        || !matches!(parse.norm(counts), "before" | "after" | "following")
        || !matches!(parse.dep(counts), Dep::Prep | Dep::Mark)
    {
        return None;
    }
    let below = if parse.dep(counts) == Dep::Mark { parse.head(counts) } else { counts };
    let inside = parse.subtree(below);
    let day = all
        .iter()
        .find(|day| day.sort == TimeSort::Date && day.tokens.start > counts && inside.contains(&day.tokens.start))?;
    let modifies = parse.head(below);
    Some(When { words: length.start..day.tokens.end, modifies, loose: true })
}

/// Clauses that say since when or until when: "Since the operation started on Jan. 31". Only those with a time inside.
fn clauses(parse: &Parse, sentence: &Range<usize>, inside: &[When], lexicon: &Lexicon) -> Vec<When> {
    let mut found = Vec::new();
    for mark in sentence.clone() {
        let clause = parse.head(mark);
        // "since the army's withdrawal in May": since when is the day of what is named.
        // "since *seizing* the port in May"
        if parse.norm(mark) == "since"
            && let Some(noun) = parse.child(mark, Dep::Pobj).or_else(|| parse.child(mark, Dep::Pcomp))
            && !inside.iter().any(|when| when.words.contains(&mark))
        {
            let words = parse.subtree(noun);
            if let Some(time) = inside.iter().find(|when| words.contains(&when.words.start)) {
                let words = mark..time.words.end.max(noun + 1);
                found.push(When { words, modifies: clause, loose: true });
            }
            // "since the start of the war": the text may say elsewhere when that was.
            else if let Some(deed) = anchor(parse, noun, lexicon) {
                found.push(When { words: mark..deed.end, modifies: clause, loose: true });
            }
            continue;
        }
        // "on the rise after Osei's assassination"
        if matches!(parse.norm(mark), "after" | "following")
            && let Some(noun) = parse.child(mark, Dep::Pobj)
            && !inside.iter().any(|when| parse.subtree(mark).contains(&when.words.start))
            && let Some(deed) = anchor(parse, noun, lexicon)
        {
            found.push(When { words: mark..deed.end, modifies: clause, loose: true });
            continue;
        }
        let keeps = || lexicon.time_words.is(parse.lower(mark), TimeWord::Keep);
        if parse.dep(mark) != Dep::Mark || parse.dep(clause) != Dep::Advcl || clause < mark || !keeps() {
            continue;
        }
        let words = parse.subtree(clause);
        // "since the war began": the text may say elsewhere when that was.
        if parse.norm(mark) == "since"
            && !inside.iter().any(|when| words.contains(&when.words.start))
            && parse.child(clause, Dep::Nsubj).is_some_and(|deed| is_deed(parse, deed, lexicon))
        {
            found.push(When { words: mark..clause + 1, modifies: parse.head(clause), loose: false });
            continue;
        }
        if let Some(time) = inside.iter().find(|when| words.contains(&when.words.start) && when.modifies == clause) {
            found.push(When {
                words: mark..time.words.end.max(clause + 1),
                modifies: parse.head(clause),
                loose: false,
            });
        }
    }
    found
}
