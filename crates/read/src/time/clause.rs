//! Which clauses and joined verbs are of one time, and which tell of another?
//!
//! "Five were killed and ten *wounded* on 3 May" is of one day, "was opened in 1971 and *is run* by the ministry" of two; "as the army
//! *advanced* in May, thousands fled": they fled in May.

use super::when::When;
use super::{reports, speaks};
use crate::attribution::verb::{is_verbal, own_subject};
use language::{Dep, Parse, Pos, Tag};
use lexicon::{Lexicon, NounClass, TimeWord};
use model::ClaimType;

/// True for a joined verb that says itself that it tells of another time than the one before it: "was opened in 1971 and *is run* by
/// the ministry", "was founded in 1989 and was *subsequently* headed by Brek".
pub(super) fn is_other_time(parse: &Parse, verb: usize, joined: usize) -> bool {
    let finite = |verb: usize| {
        let auxiliaries = parse.children(verb).filter(|&child| matches!(parse.dep(child), Dep::Aux | Dep::Auxpass));
        auxiliaries.min().unwrap_or(verb)
    };
    let now = |verb: usize| matches!(parse.tag(finite(verb)), Tag::Vbz | Tag::Vbp);
    let later = |child: usize| {
        matches!(parse.norm(child), "subsequently" | "later" | "eventually" | "afterwards" | "nowadays" | "today")
    };
    parse.tag(finite(verb)) == Tag::Vbd && now(joined)
        || parse.children(joined).any(|child| later(child) && child < joined)
}

/// True for a preposition behind a verb that leads to what is of the time of the verb: "ended *in* a raid", not "prepared for a raid".
pub(super) fn goes_with(parse: &Parse, preposition: usize, lexicon: &Lexicon) -> bool {
    is_verbal(parse, parse.head(preposition))
        && lexicon.time_words.is(parse.norm(preposition), TimeWord::With)
        && preposition > parse.head(preposition)
}

/// True for a verb whose subject is a time.
pub(super) fn is_time_of_day(parse: &Parse, verb: usize, all: &[When]) -> bool {
    let subject = own_subject(parse, verb).or_else(|| parse.child(verb, Dep::Npadvmod).filter(|&day| day < verb));
    is_verbal(parse, verb) && subject.is_some_and(|subject| all.iter().any(|when| when.words.contains(&subject)))
}

/// True for a verb of saying that tells of now what took place at its time: "On Friday rebels *are reported* to have left".
pub(super) fn is_said_now(parse: &Parse, verb: usize) -> bool {
    parse.tag(verb) == Tag::Vbn
        && parse.child(verb, Dep::Xcomp).is_some()
        && parse
            .children(verb)
            .any(|child| parse.dep(child) == Dep::Auxpass && matches!(parse.tag(child), Tag::Vbz | Tag::Vbp))
}

/// True for "it was ... that": what stands between says when.
pub(super) fn is_cleft(parse: &Parse, be: usize, verb: usize) -> bool {
    parse.lemma(be) == "be"
        && own_subject(parse, be).is_some_and(|subject| parse.norm(subject) == "it")
        && parse.children(verb).any(|child| matches!(parse.norm(child), "that" | "when") && child < verb)
}

/// True for a second verb that stands beside a first without words of its own between them: "killed and wounded", or with no more
/// than whom it was done to: "five were killed and ten *wounded*".
pub(super) fn shares_object(parse: &Parse, verb: usize, joined: usize) -> bool {
    let bare = || parse.children(joined).all(|child| !matches!(parse.dep(child), Dep::Aux | Dep::Auxpass));
    let elided = || parse.tag(verb) == Tag::Vbn && parse.child(verb, Dep::Auxpass).is_some() && bare();
    parse.dep(joined) == Dep::Conj
        && parse.tag(joined) == parse.tag(verb)
        && parse.child(verb, Dep::Dobj).is_none()
        && is_verbal(parse, joined)
        && (own_subject(parse, joined).is_none() || elided())
        && parse.child(joined, Dep::Aux).is_none()
}

/// True for a second count of the same toll: "killed ten people and *wounded* twenty on Monday", "ten people were killed and twenty were
/// *wounded* on Monday".
fn shares_toll(parse: &Parse, verb: usize, joined: usize, lexicon: &Lexicon) -> bool {
    let hurts = |verb: usize| {
        let frames = lexicon.triggers.frames(parse.entry(verb));
        frames.iter().any(|frame| frame.claim_type == ClaimType::Casualties && frame.words.is_empty())
    };
    // Each has its own people, and the first tells nothing more.
    let passive = |verb: usize| parse.tag(verb) == Tag::Vbn && parse.child(verb, Dep::Auxpass).is_some();
    let bare = || parse.children(verb).all(|child| child < verb || !is_adjunct(parse, child));
    // "five were killed and ten *wounded* in a raid"
    let elided = || {
        parse.tag(joined) == Tag::Vbn
            && parse.children(joined).all(|child| !matches!(parse.dep(child), Dep::Aux | Dep::Auxpass | Dep::Dobj))
    };
    let counted = || passive(verb) && (passive(joined) || elided()) && bare();
    // "six were killed and at least 20 *injured* in a raid": the tree may hang the participle on the number.
    if parse.dep(joined) == Dep::Acl {
        return parse.dep(parse.head(joined)) == Dep::Conj && passive(verb) && bare() && hurts(verb) && hurts(joined);
    }
    parse.dep(joined) == Dep::Conj
        && parse.tag(joined) == parse.tag(verb)
        && is_verbal(parse, joined)
        && (own_subject(parse, joined).is_none() && parse.child(joined, Dep::Aux).is_none() || counted())
        && hurts(verb)
        && hurts(joined)
}

/// The second counts of the toll that a verb begins.
pub(crate) fn second_counts<'p>(
    parse: &'p Parse,
    verb: usize,
    lexicon: &'p Lexicon,
) -> impl Iterator<Item = usize> + Clone + 'p {
    let participle = move |child: usize| match (parse.dep(child), parse.pos(child)) {
        (Dep::Conj, Pos::Num | Pos::Noun) => parse.child(child, Dep::Acl).filter(|&at| parse.tag(at) == Tag::Vbn),
        (Dep::Conj, _) => Some(child),
        _ => None,
    };
    parse.children(verb).filter_map(participle).filter(move |&joined| shares_toll(parse, verb, joined, lexicon))
}

/// True for what tells more of a deed: where, when, in what.
fn is_adjunct(parse: &Parse, child: usize) -> bool {
    matches!(parse.dep(child), Dep::Prep | Dep::Agent | Dep::Npadvmod | Dep::Advcl)
}

/// True for a participle that commas set off before the time of the noun that it hangs on: "a siege by the army, *supported* by militias,
/// between May and July".
pub(super) fn is_closed(parse: &Parse, participle: usize, noun: usize, all: &[When]) -> bool {
    let set_off = |at: usize| at > 0 && parse.tag(at - 1) == Tag::Comma;
    let behind = |when: &When| {
        let start = when.words.start;
        start > participle && (set_off(start) || start > 0 && parse.pos(start - 1) == Pos::Adp && set_off(start - 1))
    };
    parse.dep(participle) == Dep::Acl
        && parse.tag(participle) == Tag::Vbn
        && set_off(participle)
        && all.iter().any(|when| when.modifies == noun && behind(when))
}

/// True for a participle in -ing behind a comma: "launched the operation, *taking* the port".
pub(super) fn trails(parse: &Parse, verb: usize) -> bool {
    let comma = verb.checked_sub(1).is_some_and(|before| parse.tag(before) == Tag::Comma);
    parse.tag(verb) == Tag::Vbg && comma && parse.child(verb, Dep::Mark).is_none()
}

/// True for a preposition at the head of a clause that leads to what its verb was a part of: "*at* a meeting the ministers agreed".
pub(super) fn opens_clause(parse: &Parse, preposition: usize) -> bool {
    let verb = parse.head(preposition);
    matches!(parse.norm(preposition), "at" | "in")
        && is_verbal(parse, verb)
        && own_subject(parse, verb).is_some_and(|subject| preposition < subject)
}

/// True for a time at the start of its sentence.
pub(super) fn opens(parse: &Parse, when: &When) -> bool {
    let start = parse.sentences()[parse.sentence_of(when.words.start)].start;
    when.words.start <= start + 2
}

/// True for a clause that "when" opens and that tells of the past.
pub(super) fn opens_with_when(parse: &Parse, verb: usize) -> bool {
    parse.children(verb).any(|child| parse.norm(child) == "when" && child < verb)
        && (parse.tag(verb) == Tag::Vbd || parse.children(verb).any(|child| parse.tag(child) == Tag::Vbd))
}

/// True for a clause of the past that goes on at the time of the verb above it: with "when", and before the verb with "as".
pub(super) fn is_meanwhile(parse: &Parse, verb: usize, clause: usize, lexicon: &Lexicon) -> bool {
    if parse.dep(clause) != Dep::Advcl {
        return false;
    }
    let marks =
        |mark: usize| parse.dep(mark) == Dep::Mark && lexicon.time_words.is(parse.norm(mark), TimeWord::Meanwhile);
    !speaks(parse, verb, lexicon)
        && !reports(parse, verb, lexicon)
        && (opens_with_when(parse, clause)
            || clause < verb && parse.tag(clause) == Tag::Vbd && parse.children(clause).any(marks))
}

/// True for a preposition that says what goes on around something.
pub(super) fn during(parse: &Parse, preposition: usize) -> bool {
    matches!(parse.norm(preposition), "during" | "amid")
}

/// True for a noun that says of a place what it is: "in Velna, the *capital* of Kestria on Tuesday".
pub(super) fn is_place_beside(parse: &Parse, at: usize, lexicon: &Lexicon) -> bool {
    parse.dep(at) == Dep::Appos
        && parse.pos(parse.head(at)) == Pos::Propn
        && lexicon.nouns.is(parse.entry(at), NounClass::Place)
}
