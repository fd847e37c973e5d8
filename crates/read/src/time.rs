//! Which words say when?
//!
//! "On Feb. 3 the army took the town, which had fallen in 2015." → for `took` the words `Feb. 3`, for `fallen` `2015`.
//! A time belongs to the word it modifies: to a verb and what is joined to it or hangs on it without a subject of its own, to
//! a noun with its modifiers. It is never borrowed from another clause; the day something was said is not the day it
//! happened. Lengths of time without a border ("for years") are no time.

use crate::PartText;
use crate::attribution::verb::{is_verbal, own_subject};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{CueClass, Lexicon, NounClass, TimeWord, WordClass};
use model::{Kind, SourceKind, TimeWords};
use std::ops::Range;

/// Words that say when, and the word they modify.
#[derive(Clone, Debug, PartialEq)]
struct When {
    words: Range<usize>,
    modifies: usize,
    /// True when it is joined by a preposition or as an adverb, so that it may belong to a word further up; false for the
    /// year before a noun or the owner of one.
    loose: bool,
}

/// The time words that belong to the claim whose trigger is this token; without their leading `on` or `in`, with `since`,
/// `by`, `before`, `early`.
pub fn of(part: &PartText, trigger: usize, lexicon: &Lexicon) -> Option<TimeWords> {
    let parse = &part.parse;
    let all = times(parse, parse.sentence_of(trigger), lexicon);
    let found = at(parse, trigger, &all, lexicon)?;
    Some(TimeWords { span: part.span(found.words.clone()), range: None })
}

fn at<'w>(parse: &Parse, trigger: usize, all: &'w [When], lexicon: &Lexicon) -> Option<&'w When> {
    if let Some(found) = own(parse, trigger, all, lexicon).or_else(|| named_before(parse, trigger, all)) {
        return Some(found);
    }
    // What a verb hangs on or is joined to, as long as it is one clause.
    let mut word = trigger;
    for _ in 0..5 {
        let head = parse.head(word);
        if head == word {
            break;
        }
        let shares = match parse.dep(word) {
            Dep::Xcomp => true,
            Dep::Conj => {
                is_verbal(parse, word) == is_verbal(parse, head)
                    && (own_subject(parse, word).is_none()
                        || named_before(parse, head, all).is_some()
                        || all.iter().any(|when| when.modifies == head && opens(parse, when)))
            }
            Dep::Advcl => {
                own_subject(parse, word).is_none()
                    && parse.tag(word) == Tag::Vbg
                    && parse.child(word, Dep::Mark).is_none()
            }
            // "one of several attacks", "a wave of bombings": the measure says when for what it measures.
            Dep::Pobj if parse.norm(head) == "of" && !is_verbal(parse, parse.head(head)) => {
                let measure = parse.head(head);
                if is_deed(parse, measure, lexicon) {
                    break;
                }
                word = measure;
                if let Some(found) = own(parse, word, all, lexicon) {
                    return Some(found);
                }
                continue;
            }
            // An event named as what a verb does or undergoes: "launched an attack", "the attack began".
            Dep::Dobj | Dep::Nsubj | Dep::Nsubjpass | Dep::Attr => {
                is_verbal(parse, head) && !reports(parse, head, lexicon)
            }
            _ => false,
        };
        if !shares || reports(parse, head, lexicon) && !matches!(parse.dep(word), Dep::Conj) {
            break;
        }
        if let Some(found) = own(parse, head, all, lexicon).or_else(|| named_before(parse, head, all)) {
            return Some(found);
        }
        word = head;
    }
    if let Some(found) = beside(parse, trigger, all, lexicon) {
        return Some(found);
    }
    // "the raid on 4 June, which left six dead", where the parser hung the clause on the day.
    if parse.dep(trigger) == Dep::Relcl
        && let Some(found) = all.iter().find(|when| when.words.contains(&parse.head(trigger)))
    {
        return Some(found);
    }
    // "Last night's attack killed five": the date on the deed reaches its dead; so does that of a noun a clause describes.
    let deed = match parse.dep(trigger) {
        Dep::Relcl => Some(deed_above(parse, parse.head(trigger), lexicon)),
        // Not "the news that", not "an operation to": neither has happened on the day of the noun.
        Dep::Acl if parse.tag(trigger) != Tag::Vb && parse.child(trigger, Dep::Mark).is_none() => {
            Some(parse.head(trigger))
        }
        _ => None,
    };
    // "In 2019 he survived an attack that left six dead": the attack is of the day of the verb it belongs to.
    if let Some(noun) = deed.filter(|&noun| is_deed(parse, noun, lexicon))
        && let Some(found) = own(parse, noun, all, lexicon).or_else(|| {
            let verb = parse.head(noun);
            let belongs =
                matches!(parse.dep(noun), Dep::Dobj | Dep::Nsubj | Dep::Nsubjpass) && !reports(parse, verb, lexicon);
            if belongs { own(parse, verb, all, lexicon) } else { None }
        })
    {
        return Some(found);
    }
    let subject = own_subject(parse, trigger).filter(|_| is_verbal(parse, trigger));
    // "killed and wounded in today's attack": one deed for both.
    let joined = parse.children(trigger).filter(|&child| shares_object(parse, trigger, child));
    let place = joined
        .chain([trigger])
        .flat_map(|verb| parse.children(verb))
        .filter(|&prep| parse.dep(prep) == Dep::Prep && matches!(parse.norm(prep), "in" | "during"));
    let inner = place.filter_map(|prep| parse.child(prep, Dep::Pobj));
    // "In a letter sent on Monday the mayor asked": what is said in writing is said when it is sent.
    let written = |noun: &usize| {
        lexicon.sources.noun(&parse.lemma(*noun).to_lowercase()) == Some(SourceKind::Document)
            || is_deed(parse, *noun, lexicon)
    };
    if let Some(found) = inner.clone().filter(written).find_map(|noun| own(parse, noun, all, lexicon)) {
        return Some(found);
    }
    deed.into_iter().chain(subject).chain(inner).find_map(|noun| all.iter().find(|when| when.modifies == noun))
}

/// True for a second verb that stands beside a first without words of its own between them: "killed and wounded".
fn shares_object(parse: &Parse, verb: usize, joined: usize) -> bool {
    parse.dep(joined) == Dep::Conj
        && parse.tag(joined) == parse.tag(verb)
        && parse.child(verb, Dep::Dobj).is_none()
        && is_verbal(parse, joined)
        && own_subject(parse, joined).is_none()
        && parse.child(joined, Dep::Aux).is_none()
}

/// The time that stands right behind the phrase of a deed and that the parser hung on a word further up: "an inquiry into
/// the violence at the port *on Monday*". What is reported now may have begun before: "counts ten raids *since 2030*".
fn beside<'w>(parse: &Parse, deed: usize, all: &'w [When], lexicon: &Lexicon) -> Option<&'w When> {
    if is_verbal(parse, deed) {
        return None;
    }
    let end = parse.subtree(deed).end;
    all.iter().find(|when| {
        let leads = |at: usize| matches!(parse.pos(at), Pos::Adp | Pos::Space | Pos::Det);
        let since = parse.norm(when.words.start) == "since";
        if when.words.start < end || !(end..when.words.start).all(leads) || since && parse.tag(deed) != Tag::Nns {
            return false;
        }
        let mut at = deed;
        for _ in 0..5 {
            let counts = matches!(parse.dep(at), Dep::Pobj | Dep::Prep | Dep::Dobj | Dep::Attr);
            at = parse.head(at);
            if at == when.modifies && counts {
                let now = since && matches!(parse.tag(at), Tag::Vbz | Tag::Vbp);
                return now || !reports(parse, at, lexicon);
            }
            if !counts || is_verbal(parse, at) {
                return false;
            }
        }
        false
    })
}

/// The time that a clause with `when` stands behind: "on Feb. 3, when rebels took the town", "came on Monday when".
fn named_before<'w>(parse: &Parse, verb: usize, all: &'w [When]) -> Option<&'w When> {
    let opener = parse.children(verb).find(|&child| parse.norm(child) == "when" && child < verb)?;
    let before = (0..opener).rev().find(|&at| !matches!(parse.pos(at), Pos::Punct | Pos::Space))?;
    all.iter().find(|when| when.words.end == before + 1 && parse.sentence_of(before) == parse.sentence_of(verb))
}

/// The deed that a noun belongs to, where the parser hung a clause on the last noun of its phrase: "the *raid* on the camp
/// in May, which left six dead".
fn deed_above(parse: &Parse, noun: usize, lexicon: &Lexicon) -> usize {
    let mut at = noun;
    for _ in 0..6 {
        if is_deed(parse, at, lexicon) {
            return at;
        }
        if !matches!(parse.dep(at), Dep::Pobj | Dep::Prep | Dep::Nummod | Dep::Appos) {
            break;
        }
        at = parse.head(at);
    }
    noun
}

/// The best of the times that modify a word itself: one that names a day before one that does not, the first of equals.
fn own<'w>(parse: &Parse, word: usize, all: &'w [When], lexicon: &Lexicon) -> Option<&'w When> {
    let mut best: Option<&When> = None;
    for when in all.iter().filter(|when| when.modifies == word || climbs(parse, when, word, lexicon)) {
        let rank = |when: &When| (exact(parse, when, lexicon), when.modifies == word);
        if best.is_none_or(|before| rank(when) > rank(before)) {
            best = Some(when);
        }
    }
    // "is set to open tomorrow": the infinitive says when; "an operation executed in November": so does a participle.
    let below = parse.children(word).filter(|&child| {
        parse.dep(child) == Dep::Xcomp && is_verbal(parse, word)
            || parse.dep(child) == Dep::Acl && matches!(parse.tag(child), Tag::Vbn | Tag::Vbd) && child > word
            // "killed and wounded in today's attack": the second verb says when for both.
            || shares_object(parse, word, child)
    });
    let document = lexicon.sources.noun(&parse.lemma(word).to_lowercase()) == Some(SourceKind::Document);
    best.or_else(|| {
        below
            .filter(|&child| document || !reports(parse, child, lexicon))
            .find_map(|child| all.iter().find(|when| when.modifies == child))
    })
}

/// True when the parser hung a time after the verb on a name or a group of people inside its clause: "killed ten people in
/// Halden on Tuesday".
fn climbs(parse: &Parse, when: &When, word: usize, lexicon: &Lexicon) -> bool {
    if when.words.start < word || !when.loose {
        return false;
    }
    let verb = word;
    let mut at = when.modifies;
    for _ in 0..6 {
        if at == verb {
            return true;
        }
        if is_verbal(parse, at) || parse.is_root(at) {
            return false;
        }
        let name = parse.name_of(at).map(|name| name.label);
        let plain = matches!(parse.pos(at), Pos::Propn | Pos::Adp | Pos::Num | Pos::Adv)
            || matches!(
                name,
                Some(
                    NameLabel::Gpe
                        | NameLabel::Loc
                        | NameLabel::Fac
                        | NameLabel::Org
                        | NameLabel::Person
                        | NameLabel::Norp
                )
            );
        // "the ambush on the convoy on 4 June": below the preposition of a deed anything may come between, but no deed.
        let deed = is_deed(parse, at, lexicon);
        let inside = !deed
            && (matches!(parse.dep(at), Dep::Pobj) || parse.children(at).any(|child| parse.dep(child) == Dep::Nummod));
        if !plain && !inside
            || !matches!(
                parse.dep(at),
                Dep::Dobj
                    | Dep::Pobj
                    | Dep::Prep
                    | Dep::Conj
                    | Dep::Appos
                    | Dep::Attr
                    | Dep::Npadvmod
                    | Dep::Advmod
                    | Dep::Agent
                    | Dep::Dative
            )
        {
            return false;
        }
        at = parse.head(at);
    }
    false
}

/// True for a noun that tells of a deed.
fn is_deed(parse: &Parse, noun: usize, lexicon: &Lexicon) -> bool {
    let lemma = parse.lemma(noun).to_lowercase();
    parse.pos(noun) == Pos::Noun
        && (lexicon.nouns.is(&lemma, NounClass::Deed)
            || lexicon
                .triggers
                .frames(&lemma)
                .iter()
                .any(|frame| frame.class == WordClass::Noun && frame.claim_type.kind() == Kind::Event))
}

/// True for a time at the start of its sentence.
fn opens(parse: &Parse, when: &When) -> bool {
    let start = parse.sentences()[parse.sentence_of(when.words.start)].start;
    when.words.start <= start + 2
}

/// True for a verb of saying.
fn reports(parse: &Parse, verb: usize, lexicon: &Lexicon) -> bool {
    lexicon.reporting.starting(CueClass::Verb, &parse.lemma(verb).to_lowercase()).any(|cue| !cue.lemma.contains(' '))
}

fn exact(parse: &Parse, when: &When, lexicon: &Lexicon) -> bool {
    when.words.clone().any(|at| {
        let word = parse.word(at).to_lowercase();
        word.chars().any(|c| c.is_ascii_digit())
            || [TimeWord::Day, TimeWord::Month, TimeWord::Point].iter().any(|&part| lexicon.time_words.is(&word, part))
    })
}

/// The times of a sentence, in order.
fn times(parse: &Parse, sentence: usize, lexicon: &Lexicon) -> Vec<When> {
    let tokens = parse.sentences()[sentence].clone();
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for name in parse.names().iter().filter(|name| tokens.contains(&name.tokens.start)) {
        // "the *12th* Brigade"
        let number = name.tokens.len() == 1
            && parse.dep(name.tokens.start) == Dep::Amod
            && parse.pos(parse.head(name.tokens.start)) == Pos::Propn
            && parse.word(name.tokens.start).starts_with(|first: char| first.is_ascii_digit());
        if matches!(name.label, NameLabel::Date | NameLabel::Time) && !number {
            ranges.push(name.tokens.clone());
        }
    }
    let word = |at: usize| parse.word(at).to_lowercase();
    for at in tokens.clone() {
        let alone = lexicon.time_words.is(&word(at), TimeWord::Point)
            || lexicon.time_words.is(&word(at), TimeWord::Day) && parse.pos(at) == Pos::Propn
            || is_year(&word(at))
                && (parse.dep(at) == Dep::Pobj
                    && matches!(
                        parse.norm(parse.head(at)),
                        "in" | "of" | "since" | "by" | "until" | "before" | "after" | "during"
                    )
                    || matches!(
                        parse.dep(at),
                        Dep::Nummod | Dep::Nmod | Dep::Appos | Dep::Npadvmod | Dep::Compound | Dep::Punct
                    ) && parse.pos(parse.head(at)) != Pos::Num
                        && parse.pos(parse.head(at)) != Pos::Verb)
            || lexicon.time_words.is(&word(at), TimeWord::Anchor)
                && at > tokens.start
                && lexicon.time_words.is(&word(at - 1), TimeWord::Keep)
            || at + 1 < tokens.end && lexicon.time_words.is(&format!("{} {}", word(at), word(at + 1)), TimeWord::Point);
        let inside = ranges.iter().any(|range| range.contains(&at));
        // "around 05:38 local time", "that same day", where the recogniser saw no name.
        let clock = word(at).contains(':') && word(at).chars().filter(|c| c.is_ascii_digit()).count() >= 3;
        let that_day = lexicon.time_words.is(&parse.lemma(at).to_lowercase(), TimeWord::Unit)
            && parse.dep(at) == Dep::Npadvmod
            && parse.children(at).any(|child| {
                matches!(parse.norm(child), "that" | "this" | "same" | "next" | "following" | "last" | "previous")
            });
        if (clock || that_day) && !inside {
            let whole = if that_day || parse.lemma(parse.head(at)) != "time" { at } else { parse.head(at) };
            ranges.push(parse.subtree(whole));
            continue;
        }
        let length = if at + 1 < tokens.end
            && lexicon.time_words.is(&format!("{} {}", word(at), word(at + 1)), TimeWord::Point)
        {
            2
        } else {
            1
        };
        if alone && !inside && !matches!(parse.dep(at), Dep::Nsubj | Dep::Cc) {
            ranges.push(at..at + length);
        }
    }
    ranges.sort_by_key(|range| range.start);
    // "Monday 19 December", "Friday, June 3": one time in two names.
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last)
                if range.start <= last.end || range.start == last.end + 1 && parse.tag(last.end) == Tag::Comma =>
            {
                last.end = range.end
            }
            _ => joined.push(range),
        }
    }
    let mut all: Vec<When> = joined.into_iter().filter_map(|range| when(parse, range, &tokens, lexicon)).collect();
    all.extend(clauses(parse, &tokens, &all, lexicon));
    all
}

/// True for words that can say when: they hold a word of time, a year, a clock or a date in figures.
pub(crate) fn says_when(parse: &Parse, mut words: Range<usize>, lexicon: &Lexicon) -> bool {
    words.any(|at| {
        let word = parse.word(at).to_lowercase();
        let figures = word.starts_with(|first: char| first.is_ascii_digit())
            && (word.contains([':', '/', '-', '–'])
                || is_year(word.trim_end_matches('s'))
                || word.len() > 2 && is_day(&word));
        figures
            || [TimeWord::Day, TimeWord::Month, TimeWord::Point, TimeWord::Unit, TimeWord::Anchor].iter().any(|&part| {
                lexicon.time_words.is(&word, part) || lexicon.time_words.is(&parse.lemma(at).to_lowercase(), part)
            })
    })
}

/// "3rd", "21st"
fn is_day(word: &str) -> bool {
    let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    number.len() <= 2 && matches!(&word[number.len()..], "st" | "nd" | "rd" | "th")
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.chars().all(|c| c.is_ascii_digit()) && (word.starts_with("19") || word.starts_with("20"))
}

/// The words with the prepositions that belong to them, and what they modify. `None` for ages, habits and bare lengths.
fn when(parse: &Parse, range: Range<usize>, sentence: &Range<usize>, lexicon: &Lexicon) -> Option<When> {
    let time = |at: usize, part: TimeWord| lexicon.time_words.is(&parse.word(at).to_lowercase(), part);
    let head = range.clone().find(|&at| parse.is_root(at) || !range.contains(&parse.head(at)))?;
    let mut start = range.start;
    // "At present" is a time as it stands.
    let fixed = range.len() == 2
        && lexicon.time_words.is(
            &format!("{} {}", parse.word(start).to_lowercase(), parse.word(start + 1).to_lowercase()),
            TimeWord::Point,
        );
    // A leading "in" or "on" that the recogniser took into the name.
    while !fixed && start + 1 < range.end && time(start, TimeWord::Drop) && !time(start, TimeWord::Keep) {
        start += 1;
    }
    let known = fixed || says_when(parse, range.clone(), lexicon);
    let last = range.end - 1;
    // An age ("Osei, 34,") or the number of a thing ("Resolution 2259").
    let number = range.len() == 1
        && parse.pos(range.start) == Pos::Num
        && !is_year(parse.word(range.start))
        && !parse.word(range.start).contains([':', '/', '-']);
    if number {
        return None;
    }
    let old = range.end < sentence.end && parse.norm(range.end) == "old"
        || matches!(parse.norm(last), "old" | "daily" | "weekly" | "annual");
    if !known || old {
        return None;
    }
    let before = (start > sentence.start).then(|| start - 1);
    if before.is_some_and(|at| matches!(parse.norm(at), "aged" | "age" | "for" | "every" | "each"))
        || matches!(parse.norm(start), "every" | "each" | "for")
    {
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
            || parse.head(head) == at
            || parse.dep(at) != Dep::Prep
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
    let own =
        before.is_some_and(|at| parse.pos(at) == Pos::Adp && (time(at, TimeWord::Drop) || time(at, TimeWord::Keep)));
    if own && matches!(parse.dep(head), Dep::Compound | Dep::Nmod | Dep::Nummod) && !parse.is_root(modifies) {
        modifies = parse.head(modifies);
    }
    // Up through prepositions, to the word that the time modifies.
    for _ in 0..4 {
        let inside = (from..range.end).contains(&modifies);
        let leads = matches!(parse.pos(modifies), Pos::Adp | Pos::Sconj)
            || matches!(parse.dep(modifies), Dep::Prep | Dep::Pcomp) && !is_verbal(parse, modifies);
        if !(inside || leads) || parse.is_root(modifies) {
            break;
        }
        modifies = parse.head(modifies);
    }
    // A bare number of units is a length, not a time: "four days" without "later", "ago", "after".
    let bare = range.clone().all(|at| {
        parse.pos(at) == Pos::Num
            || parse.pos(at) == Pos::Det
            || matches!(parse.norm(at), "nearly" | "almost" | "about" | "around" | "over" | "more" | "than")
            || parse.pos(at) == Pos::Adj
            || lexicon.time_words.is(&parse.lemma(at).to_lowercase(), TimeWord::Unit)
    }) && range.clone().any(|at| parse.pos(at) == Pos::Num && !is_year(parse.word(at)))
        && range.clone().any(|at| lexicon.time_words.is(&parse.lemma(at).to_lowercase(), TimeWord::Unit));
    if bare && from == start && parse.dep(head) != Dep::Nsubj {
        return counted_from(parse, from..range.end, sentence);
    }
    // "Battle of Velna (2016)"
    let bracket = before.is_some_and(|at| parse.tag(at) == Tag::OpenBracket);
    let loose = bracket || matches!(parse.dep(head), Dep::Pobj | Dep::Npadvmod | Dep::Advmod | Dep::Pcomp | Dep::Prep);
    Some(When { words: from..range.end, modifies, loose })
}

/// "Three days before the vote on 5 March": a length with the day that it is counted from. `None` without such a day.
fn counted_from(parse: &Parse, length: Range<usize>, sentence: &Range<usize>) -> Option<When> {
    let counts = length.end;
    if counts >= sentence.end
        || !matches!(parse.norm(counts), "before" | "after" | "following")
        || !matches!(parse.dep(counts), Dep::Prep | Dep::Mark)
    {
        return None;
    }
    let below = if parse.dep(counts) == Dep::Mark { parse.head(counts) } else { counts };
    let inside = parse.subtree(below);
    let day = parse.names().iter().find(|name| {
        matches!(name.label, NameLabel::Date) && name.tokens.start > counts && inside.contains(&name.tokens.start)
    })?;
    let modifies = parse.head(below);
    Some(When { words: length.start..day.tokens.end, modifies, loose: true })
}

/// Clauses that say since when or until when: "Since the operation started on Jan. 31". Only those with a time inside.
fn clauses(parse: &Parse, sentence: &Range<usize>, inside: &[When], lexicon: &Lexicon) -> Vec<When> {
    let mut found = Vec::new();
    for mark in sentence.clone() {
        let keeps = lexicon.time_words.is(&parse.word(mark).to_lowercase(), TimeWord::Keep);
        let clause = parse.head(mark);
        // "since the army's withdrawal in May": since when is the day of what is named.
        if let Some(noun) = parse.child(mark, Dep::Pobj)
            && parse.norm(mark) == "since"
            && !inside.iter().any(|when| when.words.contains(&mark))
        {
            let words = parse.subtree(noun);
            if let Some(time) = inside.iter().find(|when| words.contains(&when.words.start)) {
                let words = mark..time.words.end.max(noun + 1);
                found.push(When { words, modifies: clause, loose: true });
            }
            continue;
        }
        if !keeps || parse.dep(mark) != Dep::Mark || parse.dep(clause) != Dep::Advcl || clause < mark {
            continue;
        }
        let words = parse.subtree(clause);
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
