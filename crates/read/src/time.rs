//! Which words say when?
//!
//! "On Feb. 3 the army took the town, which had fallen in 2015." → for `took` the words `Feb. 3`, for `fallen` `2015`.
//! A time belongs to the word it modifies: to a verb and what is joined to it or hangs on it without a subject of its own, to
//! a noun with its modifiers. It is never borrowed from another clause; the day something was said is not the day it
//! happened. Lengths of time without a border ("for years") are no time.

mod clause;
mod expression;
mod when;

pub(crate) use clause::second_counts;
pub use expression::{Expression, expressions};
pub(crate) use expression::{is_year, of_part, says_when};

use crate::attribution::verb::{is_verbal, own_subject};
use crate::{PartText, grammar};
use clause::{
    during, goes_with, is_cleft, is_closed, is_meanwhile, is_other_time, is_said_now, is_time_of_day, opens,
    opens_clause, opens_with_when, shares_object, trails,
};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{CalendarWord, CueClass, Lexicon, NounClass, TimeWord, WordClass};
use model::{ClaimType, Kind, SourceKind, TimeSort, TimeWords};
use std::ops::Range;
pub(crate) use when::is_zone;
use when::{When, times};

/// The times of one sentence.
#[derive(Debug, Default)]
pub(crate) struct SentenceTimes {
    expressions: Vec<Expression>,
    whens: Vec<When>,
}

impl SentenceTimes {
    /// True for words that are a date or a part of one.
    pub(crate) fn dates(&self, words: &Range<usize>) -> bool {
        let shares = |date: &Expression| date.tokens.start < words.end && words.start < date.tokens.end;
        self.expressions.iter().any(|date| date.sort == TimeSort::Date && shares(date))
    }
}

/// The times of each sentence of a text: looked for once, asked for by every claim.
pub(crate) fn of_sentences(parse: &Parse, lexicon: &Lexicon) -> Vec<SentenceTimes> {
    let of = |sentence: usize| {
        let expressions = expressions(parse, sentence, lexicon);
        let whens = times(parse, sentence, &expressions, lexicon);
        SentenceTimes { expressions, whens }
    };
    (0..parse.sentences().len()).map(of).collect()
}

/// The time words that belong to the claim whose trigger is this token; without their leading `on` or `in`, with `since`,
/// `by`, `before`, `early`.
pub fn of(part: &PartText, trigger: usize, lexicon: &Lexicon) -> Option<TimeWords> {
    let parse = &part.parse;
    let all = &part.times.get(parse.sentence_of(trigger))?.whens;
    if all.is_empty() {
        return None;
    }
    let found = at(parse, trigger, all, lexicon)?;
    // "came after an attack *that halved* the output": what describes the deed is not counted from it.
    let described = matches!(parse.dep(trigger), Dep::Relcl | Dep::Acl).then(|| parse.head(trigger));
    if described.is_some_and(|deed| found.words.contains(&deed) && is_deed(parse, deed, lexicon)) {
        return None;
    }
    Some(TimeWords { span: part.span(found.words.clone()), range: None, value: None })
}

fn at<'w>(parse: &Parse, trigger: usize, all: &'w [When], lexicon: &Lexicon) -> Option<&'w When> {
    if let Some(found) = own(parse, trigger, all, lexicon).or_else(|| named_before(parse, trigger, all)) {
        return Some(found);
    }
    if is_another(parse, trigger, lexicon) {
        return None;
    }
    // What a verb hangs on or is joined to, as long as it is one clause.
    let mut word = trigger;
    for _ in 0..5 {
        let head = parse.head(word);
        if head == word {
            break;
        }
        let shares = match parse.dep(word) {
            // "has been *present* since 2029"
            Dep::Xcomp | Dep::Acomp => true,
            Dep::Conj => {
                is_verbal(parse, word) == is_verbal(parse, head)
                    && !is_other_time(parse, head, word)
                    && (own_subject(parse, word).is_none()
                        || named_before(parse, head, all).is_some()
                        || all.iter().any(|when| when.modifies == head && opens(parse, when)))
            }
            // "in 2031 they made an attempt *to take* the port"
            Dep::Acl if grammar::is_infinitive(parse, word) => grammar::is_tried(parse, head),
            // "was killed in 2031 when rebels attacked the port"
            Dep::Advcl if word > head && opens_with_when(parse, word) => true,
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
            // "the toll rose to 42 on Friday" is the day of the count.
            Dep::Nsubj | Dep::Nsubjpass if lexicon.numbers.is_sum(parse.entry(word)) => false,
            // "The attack followed clashes *on Thursday*": what is told behind the verb was at another time.
            Dep::Nsubj if parts(parse, head, lexicon) => false,
            // "Sunday saw heavy fighting": the day stands where the doer would.
            Dep::Dobj if is_time_of_day(parse, head, all) => true,
            Dep::Dobj | Dep::Nsubj | Dep::Nsubjpass | Dep::Attr | Dep::Oprd => {
                is_verbal(parse, head) && !reports(parse, head, lexicon) && !speaks(parse, head, lexicon)
            }
            // "served as commander from 2028 to 2030"
            Dep::Pobj if parse.norm(head) == "as" && is_verbal(parse, parse.head(head)) => {
                let verb = parse.head(head);
                return own(parse, verb, all, lexicon).filter(|_| !reports(parse, verb, lexicon));
            }
            // "In 2029 the army launched Operation Hammer, *taking* the port": a participle behind a comma goes with the verb, whatever
            // name the tree hangs it on.
            Dep::Acl if trails(parse, word) && !is_deed(parse, head, lexicon) => {
                let verb = grammar::clause_head(parse, head);
                let told = is_verbal(parse, verb) && verb < word && !reports(parse, verb, lexicon);
                return if told { own(parse, verb, all, lexicon) } else { None };
            }
            // "*At a meeting in Ostrel* on Monday the ministers agreed"
            Dep::Pobj if opens_clause(parse, head) && is_deed(parse, word, lexicon) => {
                return own(parse, parse.head(head), all, lexicon);
            }
            // "On 3 March the army began its offensive, *Operation Hammer*."
            Dep::Appos if parse.pos(word) == Pos::Propn => is_deed(parse, head, lexicon),
            // "On 3 March the vote led *to an attack*": a deed in the clause is of its day, as far as its preposition tells no other.
            Dep::Pobj if goes_with(parse, head, lexicon) && is_named_deed(parse, word, trigger, lexicon) => {
                let verb = parse.head(head);
                if speaks(parse, verb, lexicon) || reports(parse, verb, lexicon) {
                    break;
                }
                word = head;
                if let Some(found) = own(parse, verb, all, lexicon) {
                    return Some(found);
                }
                continue;
            }
            // "*On Friday*, in a *letter*, the mayor said": what is written is of the day of the saying.
            Dep::Pobj
                if parse.norm(head) == "in"
                    && reports(parse, parse.head(head), lexicon)
                    && lexicon.sources.noun(parse.entry(word)) == Some(SourceKind::Document) =>
            {
                return own(parse, parse.head(head), all, lexicon);
            }
            // "It was on 3 March that rebels captured the town."
            Dep::Ccomp | Dep::Relcl if is_cleft(parse, head, word) => true,
            // "On Friday, during a raid on the port, ...": what goes on around a deed is of its day, whatever the deed.
            Dep::Pobj | Dep::Pcomp if during(parse, head) && is_verbal(parse, parse.head(head)) => {
                let verb = parse.head(head);
                return own(parse, verb, all, lexicon)
                    .or_else(|| named_before(parse, verb, all))
                    .or_else(|| pictured(parse, trigger, all, lexicon));
            }
            _ => false,
        };
        // "was described in March as a threat, when they offered": a clause with "when" is of the day of the saying.
        let said = reports(parse, head, lexicon) && !is_time_of_day(parse, head, all) && !is_said_now(parse, head);
        if !shares || said && !matches!(parse.dep(word), Dep::Conj | Dep::Advcl) {
            break;
        }
        // "the attack in May and *the raid*": what stands behind the first noun is said of that alone.
        let alone = |when: &&When| {
            parse.dep(word) == Dep::Conj && !is_verbal(parse, word) && (head..word).contains(&when.words.start)
        };
        if let Some(found) = own(parse, head, all, lexicon).or_else(|| named_before(parse, head, all)) {
            return Some(found).filter(|found| !alone(found));
        }
        word = head;
    }
    // "the raid on 4 June, in which six were killed and ten *wounded*"
    let clause = parse.head(trigger);
    if parse.dep(trigger) == Dep::Conj
        && parse.dep(clause) == Dep::Relcl
        && is_verbal(parse, trigger)
        && !is_other_time(parse, clause, trigger)
    {
        return at(parse, clause, all, lexicon);
    }
    // "orchestrated the *2031* bombing": who does a deed does it on its day.
    if let Some(deed) = parse.child(trigger, Dep::Dobj).filter(|_| does(parse, trigger, lexicon))
        && let Some(found) = own(parse, deed, all, lexicon)
    {
        return Some(found);
    }
    if let Some(found) = beside(parse, trigger, all, lexicon).or_else(|| fronted(parse, trigger, all, lexicon)) {
        return Some(found);
    }
    // "the raid on 4 June, which left six dead", where the parser hung the clause on the day.
    if parse.dep(trigger) == Dep::Relcl
        && let Some(found) = all.iter().find(|when| when.words.contains(&parse.head(trigger)))
    {
        return Some(found);
    }
    // "The toll of Sunday's blast rose to 42 on Friday": the dead are of the day of the blast.
    if lexicon.numbers.is_sum(parse.entry(trigger)) {
        let mut deeds = parse.subtree(trigger).filter(|&at| at > trigger && is_deed(parse, at, lexicon));
        return deeds.find_map(|deed| own(parse, deed, all, lexicon));
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
    let deed = deed.filter(|&noun| !is_closed(parse, trigger, noun, all));
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
    if let Some(found) = pictured(parse, trigger, all, lexicon) {
        return Some(found);
    }
    let subject = own_subject(parse, trigger).filter(|_| is_verbal(parse, trigger));
    // "killed and wounded in today's attack": one deed for both.
    let joined = parse.children(trigger).filter(|&child| shares_object(parse, trigger, child));
    let place = joined
        .chain(second_counts(parse, trigger, lexicon))
        .chain([trigger])
        .flat_map(|verb| parse.children(verb))
        .filter(|&prep| parse.dep(prep) == Dep::Prep && matches!(parse.norm(prep), "at" | "in" | "during"));
    let inner = place.filter_map(|prep| parse.child(prep, Dep::Pobj));
    // "In a letter sent on Monday the mayor asked": what is said in writing is said when it is sent.
    let written = |noun: &usize| {
        lexicon.sources.noun(parse.entry(*noun)) == Some(SourceKind::Document) || is_deed(parse, *noun, lexicon)
    };
    if let Some(found) = inner.clone().filter(written).find_map(|noun| own(parse, noun, all, lexicon)) {
        return Some(found);
    }
    // "The raids, made on 3 March, hit two depots and *killed* four men": the deed did both.
    let first = || parse.head(trigger);
    let past = |verb: usize| is_verbal(parse, verb) && parse.tag(verb) == Tag::Vbd;
    let goes_on = parse.dep(trigger) == Dep::Conj && subject.is_none() && past(trigger) && past(first());
    let doer = subject.or_else(|| own_subject(parse, first()).filter(|_| goes_on));
    let of_subject = doer.filter(|&noun| is_deed(parse, noun, lexicon));
    if let Some(found) = of_subject.and_then(|noun| own(parse, noun, all, lexicon)) {
        return Some(found);
    }
    let near = deed.into_iter().chain(subject).chain(inner);
    near.filter_map(|noun| all.iter().find(|when| when.modifies == noun))
        .next()
        .or_else(|| named_above(parse, trigger, all))
}

/// True for a deed of another time than what is told around it: "On Friday rebels took Velna, the site of the *earlier* Operation Hammer".
pub(crate) fn is_another(parse: &Parse, deed: usize, lexicon: &Lexicon) -> bool {
    let earlier =
        |child: usize| parse.dep(child) == Dep::Amod && lexicon.time_words.is(parse.norm(child), TimeWord::Other);
    !is_verbal(parse, deed) && parse.children(grammar::compounded(parse, deed)).any(earlier)
}

/// When a picture was taken that shows what is told: "A picture taken *on 3 March* shows soldiers patrolling the port".
fn pictured<'w>(parse: &Parse, trigger: usize, all: &'w [When], lexicon: &Lexicon) -> Option<&'w When> {
    let mut at = trigger;
    for _ in 0..6 {
        at = parse.head(at);
        let picture = own_subject(parse, at).filter(|_| is_verbal(parse, at) && parse.tag(at) == Tag::Vbz);
        let is_picture = |noun: &usize| lexicon.sources.noun(parse.entry(*noun)) == Some(SourceKind::Recording);
        if let Some(picture) = picture.filter(is_picture) {
            return own(parse, picture, all, lexicon);
        }
    }
    None
}

/// True for a noun that tells of a deed, and for the name of one that a claim is made of: "attacked with *Operation Hammer*".
fn is_named_deed(parse: &Parse, noun: usize, trigger: usize, lexicon: &Lexicon) -> bool {
    noun == trigger && parse.pos(noun) == Pos::Propn || is_deed(parse, noun, lexicon)
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
        // "condemns the attack *today* on the convoy"
        let next = when.words.start == deed + 1;
        if when.words.start < end && !next
            || !(end..when.words.start).all(leads)
            || since && parse.tag(deed) != Tag::Nns
        {
            return false;
        }
        let mut at = deed;
        for _ in 0..5 {
            let counts = matches!(parse.dep(at), Dep::Pobj | Dep::Prep | Dep::Dobj | Dep::Attr);
            at = parse.head(at);
            if at == when.modifies && counts {
                let now = matches!(parse.tag(at), Tag::Vbz | Tag::Vbp) && (since || speaks(parse, at, lexicon));
                return now || next || !reports(parse, at, lexicon);
            }
            if !counts || is_verbal(parse, at) {
                return false;
            }
        }
        false
    })
}

/// The time that opens a sentence, for every main clause of it and what goes on beside one: "On Friday rebels took Velna, the army
/// *shelled* it and thousands *fled*", "On Friday, as rebels *advanced*, the army fled".
fn fronted<'w>(parse: &Parse, deed: usize, all: &'w [When], lexicon: &Lexicon) -> Option<&'w When> {
    let top = |verb: usize| {
        let mut at = verb;
        for _ in 0..4 {
            let marks = |mark: usize| parse.dep(mark) == Dep::Mark;
            let open = match parse.dep(at) {
                Dep::Conj | Dep::Parataxis => true,
                Dep::Ccomp => !parse.children(at).any(marks) && !reports(parse, parse.head(at), lexicon),
                Dep::Advcl => parse
                    .children(at)
                    .any(|mark| marks(mark) && lexicon.time_words.is(parse.norm(mark), TimeWord::Meanwhile)),
                _ => false,
            };
            if !(open && is_verbal(parse, at)) {
                break;
            }
            at = parse.head(at);
        }
        at
    };
    let first = all.iter().find(|when| opens(parse, when))?;
    let told = is_verbal(parse, deed)
        && !speaks(parse, deed, lexicon)
        && exact(parse, first, lexicon)
        && !reports(parse, first.modifies, lexicon);
    (told && top(deed) == top(first.modifies)).then_some(first)
}

/// The time that a clause with `when` stands behind: "on Feb. 3, when rebels took the town", "came on Monday when".
fn named_before<'w>(parse: &Parse, verb: usize, all: &'w [When]) -> Option<&'w When> {
    let opener = parse.children(verb).find(|&child| parse.norm(child) == "when" && child < verb)?;
    let before = (0..opener).rev().find(|&at| !matches!(parse.pos(at), Pos::Punct | Pos::Space))?;
    all.iter().find(|when| when.words.end == before + 1 && parse.sentence_of(before) == parse.sentence_of(verb))
}

/// The time before a clause with `when` that the deed follows on, wherever the tree hangs it: "came on 2 March, when a man got into
/// the base, the largest of the valley, *blowing* up a truck".
fn named_above<'w>(parse: &Parse, deed: usize, all: &'w [When]) -> Option<&'w When> {
    let start = parse.sentences()[parse.sentence_of(deed)].start;
    let opener = (start..deed).find(|&at| parse.norm(at) == "when" && parse.tag(at) == Tag::Wrb)?;
    let verb = parse.head(opener);
    let told = named_before(parse, verb, all)?;
    let later = all.iter().any(|when| when.words.start > opener);
    (!later && is_verbal(parse, deed)).then_some(told)
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
    let of_deed = |when: &&When| when.modifies == word && is_told_at_deed(parse, when, word, lexicon);
    for when in all.iter().filter(|when| when.modifies == word || climbs(parse, when, word, lexicon)) {
        if of_deed(&when) {
            continue;
        }
        let rank = |when: &When| (exact(parse, when, lexicon), when.modifies == word);
        if best.is_none_or(|before| rank(when) > rank(before)) {
            best = Some(when);
        }
    }
    // "is set to open tomorrow": the infinitive says when; "an operation executed in November": so does a participle.
    let below = parse.children(word).filter(|&child| {
        parse.dep(child) == Dep::Xcomp && is_verbal(parse, word)
            || parse.dep(child) == Dep::Acl && matches!(parse.tag(child), Tag::Vbn | Tag::Vbd) && child > word
                // Not "announced a plan to be shown on Friday", which is yet to come.
                && !grammar::is_infinitive(parse, child)
            // "were killed when a bomb exploded *on Friday*", "as the army advanced *in May*, thousands fled"
            || is_verbal(parse, word) && is_meanwhile(parse, word, child, lexicon)
            // "killed and wounded in today's attack": the second verb says when for both.
            || shares_object(parse, word, child)
            // "the attack, which took place on Friday": a clause about the deed itself.
            || (is_deed(parse, word, lexicon) || parse.tag(word) == Tag::Vbg && parse.dep(word) == Dep::Nsubj)
                && parse.dep(child) == Dep::Relcl && !speaks(parse, child, lexicon)
                && own_subject(parse, child).is_some_and(|subject| matches!(parse.norm(subject), "which" | "that"))
    });
    let below = below.chain(second_counts(parse, word, lexicon));
    let document = lexicon.sources.noun(parse.entry(word)) == Some(SourceKind::Document);
    // "voted to keep the mandate *until June*": up to when says nothing of the vote.
    let lasts = |when: &&When, clause: usize| {
        parse.dep(clause) == Dep::Xcomp && matches!(parse.norm(when.words.start), "until" | "till" | "through")
    };
    let at_clause = |clause: usize| {
        let own = |when: &&When| when.modifies == clause || climbs(parse, when, clause, lexicon);
        all.iter().find(|when| own(when) && !lasts(when, clause))
    };
    best.or_else(|| {
        below.filter(|&child| document || !reports(parse, child, lexicon)).find_map(|child| {
            // "Five were killed and ten *wounded when a bomb exploded* on Friday"
            let meanwhile = || {
                let shared =
                    shares_object(parse, word, child) || second_counts(parse, word, lexicon).any(|at| at == child);
                parse.children(child).find(|&clause| shared && is_meanwhile(parse, child, clause, lexicon))
            };
            at_clause(child).or_else(|| at_clause(meanwhile()?))
        })
    })
}

/// True for a time that stands right behind the deed that a verb of words is about: "condemns the attack *today* on the convoy".
fn is_told_at_deed(parse: &Parse, when: &When, verb: usize, lexicon: &Lexicon) -> bool {
    // "we *condemn* the attack on the port on 3 March": what is said now is said of a deed before.
    let now = matches!(parse.tag(verb), Tag::Vbp | Tag::Vbz)
        && exact(parse, when, lexicon)
        && !is_today(parse, when, lexicon);
    let object = parse.child(verb, Dep::Dobj).filter(|&deed| now && is_deed(parse, deed, lexicon));
    if speaks(parse, verb, lexicon) && object.is_some_and(|deed| parse.subtree(deed).end <= when.words.start) {
        return true;
    }
    let Some(deed) = when.words.start.checked_sub(1).filter(|_| speaks(parse, verb, lexicon)) else { return false };
    // What leads to its victims stands behind the time, so that the time stands within the deed.
    let within = parse.subtree(deed).end > when.words.end
        || parse.children(verb).any(|child| child == when.words.end && parse.dep(child) == Dep::Prep);
    is_deed(parse, deed, lexicon) && parse.dep(deed) == Dep::Dobj && parse.head(deed) == verb && within
}

/// True when the parser hung a time after the verb on a name or a group of people inside its clause: "killed ten people in
/// Halden on Tuesday".
fn climbs(parse: &Parse, when: &When, word: usize, lexicon: &Lexicon) -> bool {
    if when.words.start < word || !when.loose {
        return false;
    }
    let verb = word;
    let mut at = when.modifies;
    for _ in 0..9 {
        if at == verb {
            return true;
        }
        if is_verbal(parse, at) || parse.is_root(at) {
            return false;
        }
        let name = parse.name_of(at).map(|name| name.label);
        // "three *times* this year"
        let plain = matches!(parse.pos(at), Pos::Propn | Pos::Adp | Pos::Num | Pos::Adv)
            || clause::is_place_beside(parse, at, lexicon)
            || parse.dep(at) == Dep::Npadvmod
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

/// True for a verb whose subject and object are not of one time: "followed".
pub(crate) fn parts(parse: &Parse, verb: usize, lexicon: &Lexicon) -> bool {
    lexicon.time_words.is(parse.entry(verb), TimeWord::Apart)
}

/// True for a verb that does the deed of force that it has for its object: "orchestrated", not "condemned".
fn does(parse: &Parse, verb: usize, lexicon: &Lexicon) -> bool {
    use ClaimType::{Attack, Fight, Strike};
    let mut frames = lexicon.triggers.frames(parse.entry(verb)).iter();
    frames.any(|frame| {
        let deed = |need: &lexicon::Need| {
            need.slot == lexicon::Slot::Object && !need.not && need.classes.contains(&NounClass::Deed)
        };
        matches!(frame.claim_type, Attack | Fight | Strike) && frame.needs.iter().any(deed)
    })
}

/// True for a noun that tells of a deed.
fn is_deed(parse: &Parse, noun: usize, lexicon: &Lexicon) -> bool {
    let lemma = parse.entry(noun);
    // "the *Battle* of Velna"
    let named = parse.pos(noun) == Pos::Propn && grammar::after(parse, noun, "of").is_some();
    (parse.pos(noun) == Pos::Noun || named)
        && (lexicon.nouns.is(lemma, NounClass::Deed)
            || lexicon
                .triggers
                .frames(lemma)
                .iter()
                .any(|frame| frame.class == WordClass::Noun && frame.claim_type.kind() == Kind::Event))
}

/// True for a verb that is an act of words: the day of blaming a deed is not that of the deed.
pub(crate) fn speaks(parse: &Parse, verb: usize, lexicon: &Lexicon) -> bool {
    use ClaimType::{Accuse, Demand, Refuse, Threaten};
    let frames = lexicon.triggers.frames(parse.entry(verb));
    let mut verbs = frames.iter().filter(|frame| frame.class == WordClass::Verb && frame.words.is_empty());
    verbs.any(|frame| matches!(frame.claim_type, Accuse | Demand | Refuse | Threaten))
}

/// True for a verb of saying.
fn reports(parse: &Parse, verb: usize, lexicon: &Lexicon) -> bool {
    lexicon.reporting.starting(CueClass::Verb, parse.entry(verb)).any(|cue| !cue.lemma.contains(' '))
}

/// True for a word for the day itself: "today".
fn is_today(parse: &Parse, when: &When, lexicon: &Lexicon) -> bool {
    let today = |at: usize| lexicon.calendar.get(parse.lower(at)) == Some(CalendarWord::FromPublication(0));
    when.words.clone().any(today)
}

fn exact(parse: &Parse, when: &When, lexicon: &Lexicon) -> bool {
    when.words.clone().any(|at| {
        let word = parse.lower(at);
        // Not an hour: "2:30 a.m.", "1430 GMT"
        let digits = word.chars().filter(char::is_ascii_digit).count();
        digits > 2 && !word.contains(':') && !(at + 1 < parse.len() && is_zone(parse, at + 1))
            || digits > 0 && word.contains(['/', '-', '–'])
            || digits > 0 && ["st", "nd", "rd", "th"].iter().any(|end| word.ends_with(end))
            || matches!(
                lexicon.calendar.get(word.trim_end_matches('.')),
                Some(CalendarWord::Month(_) | CalendarWord::Weekday(_) | CalendarWord::FromPublication(_))
            )
    })
}
