//! Who is the subject of a verb, and which words are the verb?
//!
//! "Officials who fled have said" : the subject of `said` is `Officials`, the verb is `have said`. A verb without a subject
//! of its own borrows one: the second of two joined verbs from the first, a participle from the clause it hangs on, a
//! relative clause from the noun before it.

use crate::grammar;
use language::{Dep, NameLabel, Parse, Pos, Tag};
use std::borrow::Cow;
use std::ops::Range;

/// True for a verb in the passive: `was said`, `a report published by`.
pub(crate) fn is_passive(parse: &Parse, verb: usize) -> bool {
    if parse.child(verb, Dep::Auxpass).is_some() {
        return true;
    }
    // "rebels *believed* to be in the town fled", taken for a past tense.
    let beside = || {
        let object = |child: usize| matches!(parse.dep(child), Dep::Dobj | Dep::Ccomp | Dep::Nsubj | Dep::Aux);
        let below = parse.dep(verb) == Dep::Acl && !parse.is_root(parse.head(verb));
        parse.tag(verb) == Tag::Vbd && below && !parse.children(verb).any(object)
    };
    if parse.tag(verb) != Tag::Vbn {
        return beside();
    }
    match parse.dep(verb) {
        Dep::Acl | Dep::Amod => true,
        // "the general stands *accused* of murder"
        Dep::Acomp | Dep::Xcomp if matches!(parse.lemma(parse.head(verb)), "remain" | "stand") => true,
        Dep::Conj => {
            let first = parse.head(verb);
            parse.child(verb, Dep::Aux).is_none() && parse.child(verb, Dep::Nsubj).is_none() && is_passive(parse, first)
        }
        Dep::Advcl | Dep::Root => parse.child(verb, Dep::Agent).is_some() && own_subject(parse, verb).is_none(),
        _ => false,
    }
}

/// The subject that stands at the verb itself, active or passive.
pub(crate) fn own_subject(parse: &Parse, verb: usize) -> Option<usize> {
    if let Some(last) = behind_comma(parse, verb) {
        return Some(last);
    }
    // What the parser calls the subject of a participle but stands behind it is its object: "calling the deal void".
    let object = |child: usize| parse.tag(verb) == Tag::Vbg && child > verb && parse.child(verb, Dep::Aux).is_none();
    let subject = |child: &usize| matches!(parse.dep(*child), Dep::Nsubj | Dep::Nsubjpass) && !object(*child);
    let Some(first) = parse.children(verb).find(subject) else {
        let clause = parse.children(verb).find(|&child| parse.dep(child) == Dep::Csubj && child < verb)?;
        return Some(grammar::busy(parse, clause)).filter(|&who| who != clause);
    };
    // "his ex | - | wife said": the tree takes what a hyphen joins for three subjects.
    let first =
        parse.children(verb).filter(subject).find(|&last| grammar::prefix(parse, last) == Some(first)).unwrap_or(first);
    // "The newspaper | the Halden Post | reported": the name beside a description is who it is. Not "Police in the capital | Halden | fired".
    let place = |name: usize| {
        let label = parse.name_of(name).map(|name| name.label);
        matches!(label, Some(NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac)) && parse.subtree(first).end != first + 1
    };
    let name = parse.children(verb).filter(subject).find(|&next| {
        next > first
            && !place(next)
            && next < verb
            && parse.pos(first) == Pos::Noun
            && parse.pos(next) == Pos::Propn
            && parse.subtree(next).start == parse.subtree(first).end
    });
    // "Suspected militants *killed* 11 soldiers, | the ministry | said", taken for soldiers whom militants were killed: the last one says it.
    let told = || {
        let active = |clause: usize| parse.tag(clause) == Tag::Vbn && parse.child(clause, Dep::Dobj).is_some();
        let clause = parse.children(first).find(|&child| parse.dep(child) == Dep::Acl && active(child))?;
        let last = parse.children(verb).filter(subject).find(|&next| next > clause && next < verb)?;
        let comma = parse.subtree(last).start.checked_sub(1)?;
        (parse.tag(comma) == Tag::Comma).then_some(last)
    };
    Some(name.or_else(told).unwrap_or(first))
}

/// Who alone stands between a comma and the verb, where the tree joins the verb to the clause before and puts them among the nouns of
/// that: "rebels burned houses and shops, *elders and medics* said". Not those whom "and" leads in with their verb.
pub(crate) fn behind_comma(parse: &Parse, verb: usize) -> Option<usize> {
    let before = parse.head(verb);
    let led_in = || parse.children(before).any(|child| parse.dep(child) == Dep::Cc && (before..verb).contains(&child));
    if parse.dep(verb) != Dep::Conj || before > verb || led_in() {
        return None;
    }
    let noun = |at: usize| matches!(parse.pos(at), Pos::Noun | Pos::Propn);
    let mut at = verb.checked_sub(1).filter(|&last| noun(last))?;
    loop {
        let words = parse.subtree(at);
        let comma = words.start.checked_sub(1)?;
        let among = matches!(parse.dep(at), Dep::Conj | Dep::Appos) && before < parse.head(at);
        if parse.tag(comma) == Tag::Comma && among && parse.head(at) < comma {
            return (words.end == verb).then_some(at);
        }
        if parse.dep(at) != Dep::Conj || parse.head(at) > at {
            return None;
        }
        at = parse.head(at);
    }
}

/// Who does it: the subject, borrowed where the verb has none, and for a relative pronoun the noun it stands for.
pub(crate) fn subject(parse: &Parse, verb: usize) -> Option<usize> {
    let mut at = verb;
    // A verb can borrow from a verb that borrows itself; the chain ends at the root of the sentence.
    for _ in 0..12 {
        if let Some(found) = own_subject(parse, at) {
            return Some(antecedent(parse, found));
        }
        let head = parse.head(at);
        if head == at {
            return None;
        }
        match parse.dep(at) {
            // "Brek speaking to the council *called* the deal void": a past tense with an object is no participle of the noun before it.
            Dep::Acl if parse.tag(at) == Tag::Vbd && parse.child(at, Dep::Dobj).is_some() => {
                at = clause_verb(parse, head)
            }
            Dep::Acl => return Some(head),
            Dep::Relcl => return Some(head),
            Dep::Conj => at = grammar::told_with(parse, at, head),
            Dep::Advcl | Dep::Dep | Dep::Ccomp | Dep::Parataxis => at = head,
            Dep::Xcomp => match parse.child(head, Dep::Dobj) {
                Some(object) if parse.pos(head) == Pos::Verb => return Some(object),
                _ => at = head,
            },
            Dep::Pcomp => {
                let governor = parse.head(head);
                match parse.child(governor, Dep::Dobj) {
                    Some(object) if matches!(parse.norm(head), "as" | "of" | "for" | "from") => return Some(object),
                    _ if is_verbal(parse, governor) => at = governor,
                    // "was more forceful in blaming", "stopped short of saying": the subject is that of the verb above.
                    _ if matches!(parse.pos(governor), Pos::Adj | Pos::Adv)
                        && is_verbal(parse, parse.head(governor)) =>
                    {
                        at = parse.head(governor);
                    }
                    _ => return Some(governor).filter(|&noun| noun != head),
                }
            }
            _ => return None,
        }
        if !is_verbal(parse, at) {
            return None;
        }
    }
    None
}

/// The noun a relative pronoun stands for, or the word itself.
pub(crate) fn antecedent(parse: &Parse, word: usize) -> usize {
    if !matches!(parse.tag(word), Tag::Wp | Tag::Wdt) {
        return word;
    }
    let mut at = parse.head(word);
    for _ in 0..6 {
        if matches!(parse.dep(at), Dep::Relcl | Dep::Acl) {
            return parse.head(at);
        }
        if parse.is_root(at) {
            break;
        }
        at = parse.head(at);
    }
    word
}

/// True for verbs and auxiliaries.
pub(crate) fn is_verbal(parse: &Parse, word: usize) -> bool {
    matches!(parse.pos(word), Pos::Verb | Pos::Aux)
}

/// The words that are the verb: auxiliaries, negation and particle that touch it.
pub(crate) fn verb_words(parse: &Parse, verb: usize) -> Range<usize> {
    let mut start = verb;
    while start > 0 {
        let before = start - 1;
        let belongs = parse.head(before) == verb
            && (matches!(parse.dep(before), Dep::Aux | Dep::Auxpass | Dep::Neg)
                || (parse.dep(before) == Dep::Advmod
                    && parse.pos(before) == Pos::Adv
                    && has_aux_before(parse, verb, before)));
        if !belongs || parse.tag(before) == Tag::To {
            break;
        }
        start = before;
    }
    let mut end = verb + 1;
    if end < parse.len() && parse.head(end) == verb && parse.dep(end) == Dep::Prt {
        end += 1;
    }
    start..end
}

fn has_aux_before(parse: &Parse, verb: usize, adverb: usize) -> bool {
    parse.children(verb).any(|child| child < adverb && matches!(parse.dep(child), Dep::Aux | Dep::Auxpass))
}

/// The nearest verb at or above a word, inside its sentence.
pub(crate) fn clause_verb(parse: &Parse, word: usize) -> usize {
    let mut at = word;
    while !is_verbal(parse, at) && !parse.is_root(at) {
        at = parse.head(at);
    }
    at
}

/// The dictionary forms under which a word may stand in a table: its own, and for forms such as `hopes` and `rated`, which
/// belong to two verbs, the one that only lacks its ending; with what a hyphen joins before it (`so-called`).
pub(crate) fn dictionary_forms<'p>(parse: &'p Parse, at: usize) -> impl Iterator<Item = Cow<'p, str>> {
    let norm = parse.norm(at);
    let lacks = matches!(parse.pos(at), Pos::Verb | Pos::Aux) && norm.ends_with(['s', 'd']) && norm.len() > 3;
    let short = lacks.then(|| norm[..norm.len() - 1].into());
    let joined = at >= 2 && parse.word(at - 1) == "-" && !parse.token(at - 1).space_after;
    let joined = joined.then(|| format!("{}-{norm}", parse.norm(at - 2)).into());
    [Some(parse.entry(at).into()), short, joined, Some(norm.into())].into_iter().flatten()
}

/// True for a negated verb or adjective: `did not say`, `never confirmed`.
pub(crate) fn is_negated(parse: &Parse, verb: usize) -> bool {
    parse.children(verb).any(|child| parse.dep(child) == Dep::Neg || parse.norm(child) == "never")
}
