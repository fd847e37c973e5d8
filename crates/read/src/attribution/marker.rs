//! Which nouns, adverbs, adjectives, prepositions and participles mark a source?
//!
//! "According to the mayor", "reports that the general fled", "reportedly", "the alleged attack", "citing two officers".

use super::content::without;
use super::cue::outlet::relayed;
use super::cue::{Raw, cues_of, fullest, verb};
use super::cue_words;
use super::source::{Reference, Source, is_measure, object_of, trim};
use super::tail;
use super::verb::{clause_verb, dictionary_forms, is_negated, is_passive, is_verbal, own_subject, subject};
use crate::{PartText, grammar};
use language::{Dep, Parse, Pos, Tag};
use lexicon::{Cue, CueClass, HedgeClass, Lexicon, NounClass, Place, Reach};
use model::{Modality, Stance};
use std::borrow::Cow;
use std::ops::Range;

/// Name of the pattern in which a noun tells what is said.
pub(crate) const NOUN: &str = "attribution/noun";

/// Name of the pattern in which a source stands behind another one.
pub(crate) const CITING: &str = "attribution/citing";

/// "citing two officers": who stands behind what is said around it.
pub(crate) fn citing(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    let lemma = parse.lemma(at);
    if !matches!(lemma, "cite" | "quote") || parse.tag(at) != Tag::Vbg {
        return None;
    }
    let noun = parse.child(at, Dep::Dobj)?;
    let source = Source::at(part, noun, lexicon);
    let said = |word: &str| parse.children(at).chain(parse.children(noun)).any(|child| parse.norm(child) == word);
    if !source.speaks || is_measure(parse, noun) || said("as") {
        return None;
    }
    let out = at..source.phrase.end;
    let sentence = parse.sentences()[parse.sentence_of(at)].clone();
    let clause = clause_verb(parse, parse.head(at));
    let above =
        if clause == at { None } else { tail::read(part, clause, lexicon).or_else(|| verb(part, clause, lexicon)) };
    let above = above.map_or(Vec::new(), |raw| raw.content);
    // "There were reports, citing X, that": what follows; otherwise what the governing cue says, or the clause itself.
    let that = (out.end..sentence.end.min(out.end + 3)).find(|&word| parse.norm(word) == "that");
    // "The Halden Post reported, citing an officer, that": whoever reports stands before the officer.
    let teller = that.filter(|_| clause != at && is_verbal(parse, clause)).and_then(|that| {
        let says = !cues_of(parse, CueClass::Verb, clause, lexicon).is_empty() && clause < at;
        let covered = above.iter().any(|piece| piece.contains(&that));
        let teller = subject(parse, clause).filter(|_| says && !covered)?;
        Some(Source::at(part, teller, lexicon)).filter(|source| source.speaks)
    });
    let content = match that {
        Some(that) => vec![trim(parse, that..sentence.end)],
        None if above.is_empty() => without(parse, sentence, out),
        None => above.into_iter().flat_map(|piece| without(parse, piece, out.clone())).collect(),
    };
    Some(Raw {
        head: at,
        cue: at..at + 1,
        source: Some(source),
        relative: None,
        phrase_said: false,
        blames: false,
        outlet: teller,
        content,
        stance: Stance::Asserts,
        modality: Modality::Fact,
        chain: true,
        speech: false,
        only_says: true,
        rule: CITING,
    })
}

pub(crate) fn noun(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Raw> {
    let lines = cues_of(&part.parse, CueClass::Noun, at, lexicon);
    fullest(lines.into_iter().filter_map(|(cue, _)| noun_as(part, at, cue, lexicon)).collect())
}

/// A noun as one line of the table reads it.
fn noun_as(part: &PartText, at: usize, cue: &Cue, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    // "The institute says *in a report* that": the report is how the institute says it.
    let leads = parse.head(at);
    let teller = parse.head(leads);
    // "in *charge* of the operation" charges nobody.
    let bare = parse.dep(at) == Dep::Pobj && parse.norm(leads) == "in" && leads + 1 == at;
    if bare && parse.tag(at) == Tag::Nn && grammar::after(parse, at, "of").is_some() {
        return None;
    }
    if parse.dep(at) == Dep::Pobj
        && matches!(parse.norm(leads), "in" | "during")
        && own_subject(parse, teller).is_some()
        && !cues_of(parse, CueClass::Verb, teller, lexicon).is_empty()
    {
        return None;
    }
    let mut content: Vec<Range<usize>> = Vec::new();
    let clause = parse.children(at).find(|&child| {
        child > at
            && matches!(parse.dep(child), Dep::Acl | Dep::Ccomp | Dep::Relcl | Dep::Appos)
            && parse
                .children(child)
                .any(|mark| parse.norm(mark) == "that" && (parse.dep(mark) == Dep::Mark || parse.tag(mark) == Tag::In))
    });
    // "There were reports, citing the mayor, that": the clause may hang on the verb.
    let verb = parse.head(at);
    let loose = || {
        let dummy = parse.dep(at) == Dep::Attr && parse.children(verb).any(|child| parse.dep(child) == Dep::Expl);
        let cited = parse
            .children(verb)
            .filter(|&child| parse.dep(child) == Dep::Advcl)
            .flat_map(|child| parse.children(child));
        let clause = parse.children(verb).chain(parse.children(at)).chain(cited).find(|&child| {
            child > at
                && is_verbal(parse, child)
                && parse
                    .children(child)
                    .any(|mark| parse.dep(mark) == Dep::Mark && parse.norm(mark) == "that" && mark > at)
        })?;
        let mark = parse.children(clause).find(|&mark| parse.norm(mark) == "that")?;
        dummy.then(|| trim(parse, mark..parse.subtree(clause).end))
    };
    // "resulted in speculation that": the clause stands right behind the noun, wherever the parser hung it.
    let behind = || {
        let mark =
            (at + 1..parse.len().min(at + 4)).find(|&next| !matches!(parse.pos(next), Pos::Space | Pos::Punct))?;
        let clause = parse.head(mark);
        let opens = parse.norm(mark) == "that"
            && parse.dep(mark) == Dep::Mark
            && parse.sentence_of(mark) == parse.sentence_of(at);
        opens.then(|| trim(parse, mark..parse.subtree(clause).end))
    };
    let loose = || loose().or_else(behind);
    // "The ministry's position is that the treaty is void", "*Reports* emerged that the treaty is void".
    let comes = comes_up(parse, at, lexicon);
    let equated = || {
        let clause =
            comes.then(|| parse.children(verb).find(|&child| parse.dep(child) == Dep::Ccomp && child > verb))??;
        let marked = parse.children(clause).any(|mark| parse.dep(mark) == Dep::Mark && parse.norm(mark) == "that");
        marked.then(|| trim(parse, parse.subtree(clause)))
    };
    let loose = || loose().or_else(equated);
    if cue.places.contains(&Place::Clause) {
        content.extend(clause.map(|child| trim(parse, parse.subtree(child))).or_else(loose));
    }
    for place in &cue.places {
        let Place::After(word) = place else { continue };
        if !content.is_empty() {
            break;
        }
        if word == "to" {
            let infinitive = parse.children(at).find(|&child| {
                child > at
                    && parse.dep(child) == Dep::Acl
                    && parse.children(child).any(|to| parse.tag(to) == Tag::To && to < child)
            });
            content.extend(infinitive.map(|child| trim(parse, parse.subtree(child))));
            if !content.is_empty() {
                continue;
            }
        }
        let leads = |child: &usize| *child > at && parse.dep(*child) == Dep::Prep && parse.norm(*child) == word;
        // "The first reports were of drone attacks", "Reports came in of a raid."
        let said_of = || comes.then(|| parse.children(verb).find(leads)).flatten();
        let prep = parse.children(at).find(leads).or_else(said_of);
        if let Some(prep) = prep {
            for inner in parse.children(prep).filter(|&c| matches!(parse.dep(c), Dep::Pcomp | Dep::Pobj)) {
                // "a threat to *our partners*" tells whom it is to.
                if word == "to" && cue.reach == Reach::Chain && parse.dep(inner) == Dep::Pobj {
                    continue;
                }
                // "the report of the ministry" names whose report it is.
                // "allegations of *rebels shelling* the town" tells what they do.
                let acts = parse.child(inner, Dep::Acl).is_some_and(|clause| parse.tag(clause) == Tag::Vbg);
                let issuer =
                    !acts && (parse.pos(inner) == Pos::Propn || lexicon.sources.noun(parse.lemma(inner)).is_some());
                if word == "of" && issuer {
                    continue;
                }
                content.push(trim(parse, parse.subtree(inner)));
            }
            // "reports of a murder, the burning of houses and the …": the parser hangs the rest of the list on the reports.
            let listed = parse.children(at).filter(|&child| {
                child > prep
                    && matches!(parse.dep(child), Dep::Appos | Dep::Conj)
                    && parse.pos(child) == Pos::Noun
                    && lexicon.sources.noun(parse.lemma(child)).is_none()
            });
            if !content.is_empty() {
                content.extend(listed.map(|child| trim(parse, parse.subtree(child))));
            }
        }
    }
    if content.is_empty() {
        return None;
    }
    let mut owner = owner_of(part, at, lexicon);
    let mut chain = cue.reach != Reach::View;
    let (mut stance, mut modality) = (cue.stance, cue.modality);
    // "found *no evidence* that", "there was no proof that": whoever has none doubts it.
    if cue.reach == Reach::Evidence {
        let verb = clause_verb(parse, at);
        let none = parse.children(at).any(|word| parse.dep(word) == Dep::Det && parse.norm(word) == "no")
            || is_negated(parse, verb);
        if none {
            stance = Stance::Doubts;
            let dummy = parse.child(verb, Dep::Expl).is_some();
            let seeker = || subject(parse, verb).filter(|&head| head != at && !dummy && !is_passive(parse, verb));
            let seeker = || seeker().map(|head| Source::at(part, head, lexicon)).filter(|source| source.speaks);
            let told = |word: usize| !cues_of(parse, CueClass::Verb, word, lexicon).is_empty();
            let within = parse.dep(verb) == Dep::Ccomp && told(parse.head(verb));
            // "The army said *it* had no evidence that": what it says is its doubt.
            let named = |source: &Source| !within || matches!(source.reference, Reference::Full | Reference::Nominal);
            owner = owner.or_else(|| seeker().filter(named));
            if owner.is_some() || within {
                modality = Modality::Claimed;
            }
        }
        chain = none && owner.is_some();
    }
    if owner.is_none() && modality == Modality::Fact {
        chain = false;
    }
    let words = cue_words::of_noun(parse, at, owner.as_ref().map(|owner| owner.phrase.clone()), &content);
    Some(Raw {
        head: at,
        cue: words,
        source: owner,
        relative: None,
        phrase_said: false,
        blames: false,
        outlet: None,
        content,
        stance,
        modality,
        chain,
        speech: false,
        only_says: chain && modality != Modality::Planned,
        rule: NOUN,
    })
}

/// True for the subject of a verb that says no more of it than that it is, or that it came up: "Rumours *spread* that", "Claims *were
/// made* that".
fn comes_up(parse: &Parse, noun: usize, lexicon: &Lexicon) -> bool {
    let verb = parse.head(noun);
    let alone = || parse.children(verb).all(|child| !matches!(parse.dep(child), Dep::Dobj | Dep::Agent | Dep::Dative));
    match parse.dep(noun) {
        Dep::Nsubj if parse.lemma(verb) == "be" => true,
        Dep::Nsubj | Dep::Nsubjpass => alone() && cues_of(parse, CueClass::Verb, verb, lexicon).is_empty(),
        _ => false,
    }
}

/// Whose report, claim or statement a noun is.
fn owner_of(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Source> {
    let parse = &part.parse;
    let usable = |head: usize| Some(Source::at(part, head, lexicon)).filter(|source| source.speaks);
    for child in parse.children(at) {
        let found = match parse.dep(child) {
            Dep::Poss => usable(child),
            Dep::Prep if matches!(parse.norm(child), "by" | "from") => object_of(parse, child).and_then(usable),
            Dep::Agent => object_of(parse, child).and_then(usable),
            // Not "evidence that they were armed by Norland".
            Dep::Acl if parse.tag(child) == Tag::Vbn && parse.child(child, Dep::Mark).is_none() => {
                parse.child(child, Dep::Agent).and_then(|by| object_of(parse, by)).and_then(usable)
            }
            Dep::Compound | Dep::Amod | Dep::Nmod => {
                let noun = lexicon.sources.noun(parse.lemma(child));
                let name = parse.name_of(child).is_some_and(|name| {
                    use language::NameLabel::*;
                    matches!(name.label, Gpe | Norp | Org | Person)
                });
                (noun.is_some() || name).then(|| Source::at(part, child, lexicon))
            }
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    // "X made allegations that": the subject of the verb that the noun is the object of.
    let verb = parse.head(at);
    if parse.dep(at) == Dep::Dobj && is_verbal(parse, verb) && !is_passive(parse, verb) {
        let makes =
            ["make", "issue", "publish", "release", "repeat", "reiterate", "give", "renew", "voice", "express", "put"];
        if makes.contains(&parse.lemma(verb)) {
            return subject(parse, verb).and_then(usable);
        }
    }
    None
}

/// `reportedly`: somebody unnamed says so.
pub(crate) fn adverb(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    let hedge = lexicon.hedges.get(HedgeClass::Adverb, parse.norm(at)).filter(|hedge| hedge.unnamed)?;
    let lexicon::Hedging::Is(modality) = hedge.makes else { return None };
    let clause = match parse.dep(at) {
        Dep::Advmod if !is_verbal(parse, parse.head(at)) => parse.head(at),
        _ => clause_verb(parse, at),
    };
    // A joined clause with a subject of its own is out of its reach.
    let mut whole = parse.subtree(clause);
    for child in parse.children(clause).filter(|&child| child > at && parse.dep(child) == Dep::Conj) {
        // "were reportedly shot and their houses burned": without an auxiliary of its own it shares the adverb too.
        let gapped = parse.tag(child) == Tag::Vbn
            && parse.children(child).all(|aux| !matches!(parse.dep(aux), Dep::Aux | Dep::Auxpass));
        if is_verbal(parse, child) && own_subject(parse, child).is_some() && !gapped {
            whole.end = whole.end.min(parse.subtree(child).start);
        }
    }
    let content = without(parse, whole, at..at + 1);
    Some(unnamed(at, content, modality, "attribution/adverb"))
}

/// `the alleged attack`: somebody unnamed says so.
pub(crate) fn adjective(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    let find = |form: &Cow<str>| lexicon.hedges.get(HedgeClass::Adjective, form);
    let hedge = dictionary_forms(parse, at).find_map(|form| find(&form)).filter(|hedge| hedge.unnamed)?;
    let lexicon::Hedging::Is(modality) = hedge.makes else { return None };
    if parse.dep(at) != Dep::Amod {
        return None;
    }
    let noun = parse.head(at);
    // "twelve suspected rebels captured": who they are is not sure; that they were captured is.
    let mut content = without(parse, parse.subtree(noun), at..at + 1);
    let classes = lexicon.nouns.classes(parse.entry(noun));
    if classes.iter().any(|class| matches!(class, NounClass::People | NounClass::Forces)) {
        let clause = parse
            .children(noun)
            .find(|&child| child > noun && parse.dep(child) == Dep::Acl && parse.tag(child) == Tag::Vbn);
        let end = clause.map_or(usize::MAX, |clause| parse.subtree(clause).start);
        content.retain(|piece| piece.start < end);
        content.iter_mut().for_each(|piece| piece.end = piece.end.min(end));
    }
    Some(unnamed(at, content, modality, "attribution/adjective"))
}

fn unnamed(at: usize, content: Vec<Range<usize>>, modality: Modality, rule: &'static str) -> Raw {
    Raw {
        head: at,
        cue: at..at + 1,
        source: None,
        relative: None,
        phrase_said: false,
        blames: false,
        outlet: None,
        content,
        stance: Stance::Asserts,
        modality,
        chain: true,
        speech: false,
        only_says: true,
        rule,
    }
}

/// `According to X, …`
pub(crate) fn preposition(part: &PartText, at: usize, lexicon: &Lexicon) -> Option<Raw> {
    let parse = &part.parse;
    let first = parse.norm(at);
    for cue in lexicon.reporting.starting(CueClass::Preposition, first) {
        let words: Vec<&str> = cue.lemma.split(' ').collect();
        // "in the mayor's view", "by their own count"
        let owned = words.contains(&"'s").then(|| owned(part, at, words.last()?, lexicon)).flatten();
        if words.contains(&"'s") && owned.is_none() {
            continue;
        }
        if owned.is_none()
            && (at + words.len() >= parse.len()
                || !words.iter().enumerate().all(|(i, word)| parse.norm(at + i).eq_ignore_ascii_case(word)))
        {
            continue;
        }
        if words.len() == 1 && (parse.dep(at) != Dep::Prep || !starts_or_follows_comma(parse, at)) {
            continue;
        }
        let (last, noun, source) = match owned {
            Some((noun, source)) => (noun, noun, source),
            None => {
                let last = at + words.len() - 1;
                let noun = object_of(parse, last).filter(|&noun| noun > last)?;
                (last, noun, Source::at(part, noun, lexicon))
            }
        };
        // "everything went according to *plan*": a bare noun for what nobody wrote says nothing.
        let bare = words.len() > 1 && parse.tag(noun) == Tag::Nn && parse.subtree(noun).len() == 1;
        if (words.len() == 1 || bare) && !source.speaks {
            continue;
        }
        let out = at..source.phrase.end.max(noun + 1);
        let sentence = parse.sentences()[parse.sentence_of(at)].clone();
        let mut head = clause_verb(parse, parse.head(at));
        if out.contains(&head) {
            head = at;
        }
        let closing = (out.end..sentence.end).all(|at| matches!(parse.pos(at), Pos::Punct | Pos::Space));
        let opening = (sentence.start..at).all(|at| {
            matches!(parse.pos(at), Pos::Punct | Pos::Space) || matches!(parse.norm(at), "and" | "but" | "also")
        });
        // At either end of the sentence it covers the whole of it, inside only its clause.
        let whole = if opening || closing || head == at { sentence } else { parse.subtree(head) };
        let content = without(parse, whole, out.clone());
        return Some(Raw {
            head: at,
            cue: at..last + 1,
            outlet: relayed(part, at, Some(&source), lexicon),
            source: Some(source),
            relative: None,
            phrase_said: false,
            blames: false,
            content,
            stance: cue.stance,
            modality: cue.modality,
            chain: true,
            speech: false,
            only_says: true,
            rule: "attribution/according-to",
        });
    }
    None
}

/// The noun of this sort behind a preposition, and whose it is: `view` and `Brek` of "in Brek's view".
fn owned(part: &PartText, at: usize, word: &str, lexicon: &Lexicon) -> Option<(usize, Source)> {
    let parse = &part.parse;
    let noun = parse.child(at, Dep::Pobj).filter(|&noun| parse.norm(noun).eq_ignore_ascii_case(word))?;
    let owner = parse.child(noun, Dep::Poss)?;
    Some((noun, Source::at(part, owner, lexicon))).filter(|(_, source)| source.speaks)
}

fn starts_or_follows_comma(parse: &Parse, at: usize) -> bool {
    let start = parse.sentences()[parse.sentence_of(at)].start;
    at == start || matches!(parse.tag(at - 1), Tag::Comma | Tag::OpenBracket)
}
