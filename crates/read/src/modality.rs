//! How sure does the text make what a word asserts?
//!
//! "The army may attack the port." → for `attack` possible, cue `may`. The words that decide are the auxiliaries of the
//! trigger, adverbs and adjectives at it, the verb or noun that governs it ("plans to attack", "the threat of an attack")
//! and the conjunction of a conditional clause around it. Distance that comes from a source ("claimed that") is not told
//! here; see [`Voices::distance`](crate::attribution::Voices::distance).

use crate::PartText;
use crate::attribution::verb::{dictionary_forms, is_verbal, own_subject, subject};
use crate::class::is_ranked_doer;
use crate::grammar::{describes_behind_to, goes_on, is_infinitive, is_tried};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{Hedge, HedgeClass, Hedging, Lexicon, NounClass, Sense};
use model::{Marked, Modality};
use std::borrow::Cow;

/// The modality of the claim whose trigger is this token.
pub fn of(part: &PartText, token: usize, lexicon: &Lexicon) -> Marked<Modality> {
    let parse = &part.parse;
    let marked = |(value, cue): (Modality, usize)| Marked { value, cue: Some(part.token_span(cue)) };
    at_word(parse, token, lexicon)
        .or_else(|| governed(parse, token, lexicon))
        .map_or(Marked { value: Modality::Fact, cue: None }, marked)
}

/// What the words at a trigger make of it.
fn at_word(parse: &Parse, token: usize, lexicon: &Lexicon) -> Option<(Modality, usize)> {
    let hedge = |class: HedgeClass, at: usize| lexicon.hedges.get(class, parse.norm(at));
    // "likely" and "not likely" before "will": the weaker word decides.
    let mut found: Option<(Modality, usize)> = None;
    for child in parse.children(token) {
        let value = match parse.dep(child) {
            Dep::Aux if is_verbal(parse, token) => auxiliary(parse, child)
                .and_then(|word| lexicon.hedges.get(HedgeClass::Auxiliary, word))
                .and_then(|hedge| made(parse, token, hedge, lexicon))
                .map(|value| if depends(parse, token, lexicon) { Modality::Conditional } else { value }),
            Dep::Advmod | Dep::Npadvmod => hedge(HedgeClass::Adverb, child).filter(|hedge| !hedge.unnamed).and_then(is),
            Dep::Amod => {
                let find = |form: &Cow<str>| lexicon.hedges.get(HedgeClass::Adjective, form);
                dictionary_forms(parse, child).find_map(|form| find(&form)).filter(|hedge| !hedge.unnamed).and_then(is)
            }
            Dep::Mark | Dep::Advcl if parse.dep(child) == Dep::Mark => conjunction(parse, child, lexicon),
            // "In case the army attacks": the conjunction may stand as a preposition before the clause.
            _ => None,
        };
        if let Some(value) = value
            && found.is_none_or(|(before, _)| rank(value) > rank(before))
        {
            found = Some((value, child));
        }
    }
    // "an attack is *likely*", "seems *possible*"
    let said_of = || {
        let above = parse.head(token);
        let deed = lexicon.nouns.is(parse.entry(token), NounClass::Deed);
        let copula = parse.dep(token) == Dep::Nsubj && deed && is_verbal(parse, above);
        let adjective = parse.children(above).find(|&child| {
            copula && matches!(parse.dep(child), Dep::Acomp | Dep::Oprd) && parse.pos(child) == Pos::Adj
        })?;
        let value =
            [HedgeClass::Adjective, HedgeClass::Predicate].into_iter().find_map(|class| hedge(class, adjective));
        Some((value.filter(|hedge| !hedge.unnamed).and_then(is)?, adjective))
    };
    // "*should* the rebels take the town, …"
    let inverted = || {
        let lead = parse.children(token).find(|&child| parse.dep(child) == Dep::Aux)?;
        crate::grammar::is_inverted_condition(parse, token).then_some((Modality::Conditional, lead))
    };
    inverted().or(found).or_else(said_of).or_else(|| conditional(parse, token, lexicon))
}

/// True for a deed that comes about only if something else does: "*If the talks fail*, rebels will attack".
fn depends(parse: &Parse, verb: usize, lexicon: &Lexicon) -> bool {
    let opened = |clause: usize| {
        let mut marks = parse.children(clause).filter(|&mark| parse.dep(mark) == Dep::Mark);
        marks.any(|mark| conjunction(parse, mark, lexicon) == Some(Modality::Conditional))
    };
    parse.children(verb).any(|clause| parse.dep(clause) == Dep::Advcl && opened(clause))
}

/// Which of two readings at one word wins.
fn rank(modality: Modality) -> u8 {
    match modality {
        Modality::Fact => 0,
        Modality::Forecast => 1,
        Modality::Planned => 2,
        Modality::Claimed => 3,
        Modality::Possible => 4,
        Modality::Conditional => 5,
    }
}

fn is(hedge: &Hedge) -> Option<Modality> {
    match hedge.makes {
        Hedging::Is(modality) => Some(modality),
        _ => None,
    }
}

/// The auxiliary under the word of the table: `'d` and `wo` stand as they are written.
fn auxiliary<'p>(parse: &'p Parse, at: usize) -> Option<&'p str> {
    (parse.tag(at) == Tag::Md).then(|| if parse.norm(at).is_empty() { parse.lemma(at) } else { parse.norm(at) })
}

/// What `will`, `would` and `may` make of their verb.
fn made(parse: &Parse, verb: usize, hedge: &Hedge, lexicon: &Lexicon) -> Option<Modality> {
    match hedge.makes {
        Hedging::Is(modality) => Some(modality),
        Hedging::Will => Some(coming(parse, verb, verb, lexicon)),
        Hedging::Would => {
            // "the rebels *would often* break the truce" tells what they did; "said that they *would* later sign" does not.
            if has_come(parse, verb, lexicon) && parse.dep(verb) != Dep::Ccomp {
                return Some(Modality::Fact);
            }
            // "would have attacked" without a condition is a supposition, "would attack" a later event as seen from before.
            let perfect =
                parse.children(verb).any(|child| parse.dep(child) == Dep::Aux && parse.lemma(child) == "have");
            if perfect { Some(Modality::Conditional) } else { Some(coming(parse, verb, verb, lexicon)) }
        }
    }
}

/// True for what an adverb tells to have come later or to have been usual: "he would *later* become a general".
pub(crate) fn has_come(parse: &Parse, verb: usize, lexicon: &Lexicon) -> bool {
    let told = |child: usize| {
        parse.dep(child) == Dep::Advmod
            && [Sense::Later, Sense::Usual].iter().any(|&sense| lexicon.senses.has(parse.norm(child), sense))
    };
    parse.children(verb).any(told)
}

/// The `going` of "is *going* to win", which tells of what will come, as `will` does.
pub(crate) fn going_to(parse: &Parse, verb: usize) -> Option<usize> {
    let going = parse.head(verb);
    let is = |aux: usize| parse.dep(aux) == Dep::Aux && matches!(parse.tag(aux), Tag::Vbz | Tag::Vbp);
    let tells = parse.dep(verb) == Dep::Xcomp
        && parse.lemma(going) == "go"
        && parse.tag(going) == Tag::Vbg
        && is_infinitive(parse, verb)
        && parse.children(going).any(is);
    tells.then_some(going)
}

/// Planned where a party acts, forecast where something comes to pass. `clause` is the verb that has the subject.
fn coming(parse: &Parse, verb: usize, clause: usize, lexicon: &Lexicon) -> Modality {
    let passive = parse.child(verb, Dep::Nsubjpass).is_some();
    let acts = subject(parse, clause).is_some_and(|subject| {
        let name = parse.name_of(subject).map(|name| name.label);
        let acts = |class: &NounClass| matches!(class, NounClass::Forces | NounClass::Party | NounClass::People);
        matches!(parse.norm(subject), "i" | "we" | "he" | "she" | "they")
            || name.is_none() && lexicon.nouns.classes(parse.entry(subject)).iter().any(acts)
            || matches!(name, Some(NameLabel::Person | NameLabel::Org | NameLabel::Gpe | NameLabel::Norp))
    });
    // "The envoy *will be* in Velna": whoever is to be somewhere goes there.
    let goes = parse.lemma(verb) == "be"
        && parse.children(verb).all(|child| !matches!(parse.dep(child), Dep::Acomp | Dep::Attr | Dep::Ccomp));
    let state = !goes && lexicon.hedges.get(HedgeClass::State, parse.entry(verb)).is_some();
    if (acts || passive) && !state { Modality::Planned } else { Modality::Forecast }
}

fn conjunction(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Modality> {
    let hedge = lexicon.hedges.get(HedgeClass::Conjunction, parse.norm(at))?;
    is(hedge)
}

/// A clause opened by `if`, `in case`, `as long as`, wherever the parser hung its words.
fn conditional(parse: &Parse, token: usize, lexicon: &Lexicon) -> Option<(Modality, usize)> {
    if !is_verbal(parse, token) {
        return None;
    }
    let start = parse.subtree(token).start;
    for first in start.saturating_sub(4)..=start.min(parse.len() - 1) {
        if parse.sentence_of(first) != parse.sentence_of(token) {
            continue;
        }
        for length in 2..=4 {
            if first + length > parse.len() || first + length < start {
                continue;
            }
            let words: Vec<&str> = (first..first + length).map(|at| parse.norm(at)).collect();
            if let Some(value) = lexicon.hedges.get(HedgeClass::Conjunction, &words.join(" ")).and_then(is)
                && matches!(parse.dep(token), Dep::Advcl | Dep::Acl | Dep::Relcl | Dep::Pcomp | Dep::Ccomp)
            {
                return Some((value, first));
            }
        }
    }
    None
}

/// What the words above a trigger make of it: "plans to attack", "is likely to attack", "the threat of an attack".
fn governed(parse: &Parse, token: usize, lexicon: &Lexicon) -> Option<(Modality, usize)> {
    let mut at = token;
    for _ in 0..6 {
        let head = parse.head(at);
        if head == at {
            return None;
        }
        let lemma = parse.entry(head);
        match parse.dep(at) {
            Dep::Xcomp | Dep::Ccomp if is_verbal(parse, head) => {
                let infinitive = parse.children(at).any(|child| parse.tag(child) == Tag::To && child < at);
                if parse.dep(at) == Dep::Ccomp && !infinitive {
                    // A finite clause stands by itself, except where it is said to be likely.
                    return said_likely(parse, head, lexicon);
                }
                // "is going to attack" as "will attack".
                if going_to(parse, at) == Some(head) {
                    let above = at_word(parse, head, lexicon);
                    return above.or_else(|| Some((coming(parse, at, head, lexicon), head)));
                }
                let class = HedgeClass::Verb;
                let find = |form: &Cow<str>| lexicon.hedges.get(class, form);
                if let Some(hedge) =
                    dictionary_forms(parse, head).find_map(|form| find(&form)).filter(|_| lemma != "be" || infinitive)
                    && let Some(modality) = is(hedge)
                {
                    return Some((
                        at_word(parse, head, lexicon).map_or(modality, |(above, _)| stronger(above, modality)),
                        head,
                    ));
                }
                // "continued to", "is trying to": the governing verb's own words count.
                if let Some(found) = at_word(parse, head, lexicon) {
                    return Some(found);
                }
                at = head;
            }
            Dep::Xcomp | Dep::Acl | Dep::Advcl if matches!(parse.pos(head), Pos::Adj) => {
                let hedge = lexicon.hedges.get(HedgeClass::Predicate, lemma)?;
                if is_done(parse, head, lexicon) {
                    return None;
                }
                return is(hedge).map(|modality| (modality, head));
            }
            // "will make an attempt *to seize* the town": what was tried is as sure as the trying.
            Dep::Acl if is_tried(parse, head) && is_infinitive(parse, at) => {
                let verb = parse.head(head);
                let carried = matches!(parse.dep(head), Dep::Dobj | Dep::Nsubjpass) && is_verbal(parse, verb);
                return if carried { at_word(parse, verb, lexicon) } else { None };
            }
            // "the first *to recognise* Velna", "went on *to train* the militia" tell what was done.
            Dep::Acl | Dep::Relcl if is_ranked_doer(parse, lexicon, head) => return None,
            Dep::Advcl if head < at && goes_on(parse, head) => return None,
            // "There is a *risk* that rebels attack."
            Dep::Acl | Dep::Relcl if opens_with_that(parse, at) => {
                let hedge = lexicon.hedges.get(HedgeClass::Noun, lemma).filter(|_| parse.pos(head) == Pos::Noun);
                return hedge.and_then(is).filter(|value| *value == Modality::Possible).map(|value| (value, head));
            }
            // "will go on *until all are gone*": what is waited for has not come about.
            Dep::Advcl if lasts_until(parse, at) => {
                let coming = at_word(parse, head, lexicon)?;
                return matches!(coming.0, Modality::Forecast | Modality::Planned | Modality::Conditional)
                    .then_some(coming);
            }
            Dep::Acl | Dep::Relcl | Dep::Advcl if is_verbal(parse, at) => {
                // What something is for is not yet so: "a force to guard the border", "came to guard the border".
                let to = parse.children(at).find(|&child| parse.tag(child) == Tag::To && child < at)?;
                if describes_behind_to(parse, at) {
                    return None;
                }
                // "the claim to have taken the port" is about what is over.
                if parse.children(at).any(|child| parse.dep(child) == Dep::Aux && parse.lemma(child) == "have") {
                    return None;
                }
                let hedge = lexicon.hedges.get(HedgeClass::Noun, lemma).filter(|_| parse.pos(head) == Pos::Noun);
                return Some(hedge.and_then(is).map_or((Modality::Planned, to), |modality| (modality, head)));
            }
            Dep::Pobj | Dep::Pcomp => {
                let above = parse.head(head);
                let noun = parse.entry(above);
                // "called *for* an attack", "voted *against* an attack"
                if is_verbal(parse, above) {
                    let words = format!("{noun} {}", parse.norm(head));
                    return lexicon.hedges.get(HedgeClass::Verb, &words).and_then(is).map(|value| (value, above));
                }
                let class = if parse.pos(above) == Pos::Adj || parse.tag(above) == Tag::Vbn {
                    HedgeClass::Predicate
                } else {
                    HedgeClass::Noun
                };
                // "a threat *to our allies*": they are its target, and no less allies for it.
                let whom = || {
                    crate::class::fits(parse, lexicon, at, &[NounClass::Forces, NounClass::Party, NounClass::People])
                };
                let preposition = match parse.norm(head) {
                    "of" | "for" | "on" => true,
                    "to" => !whom(),
                    _ => false,
                };
                if let Some(hedge) = lexicon.hedges.get(class, noun).filter(|_| preposition && above != head) {
                    return is(hedge).map(|modality| (modality, above));
                }
                return None;
            }
            // An object of a planned, possible or conditional deed shares its fate: "may launch an attack".
            Dep::Dobj | Dep::Nsubjpass if is_verbal(parse, head) && !is_verbal(parse, token) => {
                if let Some(found) = at_word(parse, head, lexicon) {
                    return Some(found);
                }
                if let Some(hedge) = lexicon.hedges.get(HedgeClass::Verb, lemma).filter(|hedge| hedge.object)
                    && let Some(modality) = is(hedge)
                {
                    return Some((modality, head));
                }
                at = head;
            }
            Dep::Oprd | Dep::Attr | Dep::Acomp => {
                let hedge = at_word(parse, head, lexicon);
                if hedge.is_some() {
                    return hedge;
                }
                at = head;
            }
            Dep::Conj => {
                // The second of two joined verbs shares auxiliaries and governor unless it has its own subject or tense.
                if own_subject(parse, at).is_some() || is_verbal(parse, at) != is_verbal(parse, head) {
                    return None;
                }
                let finite = matches!(parse.tag(at), Tag::Vbd | Tag::Vbz | Tag::Vbp);
                if is_verbal(parse, at) && finite {
                    return None;
                }
                if let Some(found) = at_word(parse, head, lexicon) {
                    return Some(found);
                }
                at = head;
            }
            _ => return None,
        }
    }
    None
}

/// What an adjective before a clause makes of it: "It is *possible* that rebels attacked".
fn said_likely(parse: &Parse, be: usize, lexicon: &Lexicon) -> Option<(Modality, usize)> {
    let dummy = own_subject(parse, be).is_some_and(|subject| parse.norm(subject) == "it");
    let adjective = parse.child(be, Dep::Acomp).filter(|_| dummy && parse.lemma(be) == "be")?;
    let of = |class| lexicon.hedges.get(class, parse.norm(adjective)).filter(|hedge| !hedge.unnamed).and_then(is);
    [HedgeClass::Adjective, HedgeClass::Predicate].into_iter().find_map(of).map(|value| (value, adjective))
}

/// True for an adjective of which the past tells what was done, and not that it could be: "was *able* to enter".
pub(crate) fn is_done(parse: &Parse, adjective: usize, lexicon: &Lexicon) -> bool {
    let be = parse.head(adjective);
    let done = lexicon.hedges.get(HedgeClass::Predicate, parse.norm(adjective)).is_some_and(|hedge| hedge.done);
    let past =
        parse.tag(be) == Tag::Vbd || parse.children(be).any(|aux| matches!(parse.norm(aux), "have" | "has" | "had"));
    let act = parse.children(adjective).any(|act| parse.dep(act) == Dep::Xcomp);
    done && past && act && parse.dep(adjective) == Dep::Acomp
}

/// True for a clause that "until" opens.
fn lasts_until(parse: &Parse, clause: usize) -> bool {
    parse.children(clause).any(|mark| matches!(parse.dep(mark), Dep::Mark | Dep::Advmod) && parse.norm(mark) == "until")
}

/// True for a clause that "that" opens and that says all of what a noun is about.
fn opens_with_that(parse: &Parse, clause: usize) -> bool {
    parse.children(clause).any(|mark| parse.dep(mark) == Dep::Mark && parse.norm(mark) == "that")
}

/// "may plan to attack": the doubt wins over the plan.
fn stronger(above: Modality, below: Modality) -> Modality {
    if rank(above) > rank(below) { above } else { below }
}
