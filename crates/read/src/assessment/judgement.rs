//! What is somebody or something said to be?
//!
//! "The raid was a grave mistake", "this cowardly attack", "called the law absurd". Words of `data/en/evaluations.tsv` judge;
//! the judged is the subject, the noun described, or the object called so.

use super::is_verb;
use crate::claim::{Draft, Setting};
use crate::frame::{all_behind, is_place};
use crate::{grammar, mention};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{NounClass, Strength};
use model::{ClaimType, Kind};

pub(crate) fn read(setting: Setting, told: &[Draft]) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts: Vec<Draft> = Vec::new();
    for at in 0..parse.len() {
        let judged = match parse.dep(at) {
            Dep::Acomp | Dep::Attr if is_verb(parse, parse.head(at)) => said_to_be(setting, at),
            Dep::Oprd if is_verb(parse, parse.head(at)) && judges(setting, at) => {
                grammar::undergoer(parse, parse.head(at)).map(|object| (object, at))
            }
            Dep::Pobj if parse.norm(parse.head(at)) == "as" && judges(setting, at) => seen_as(setting, at),
            // "considered it successful".
            Dep::Ccomp if parse.pos(at) == Pos::Adj && judges(setting, at) => {
                let subject = parse.children(at).find(|&child| parse.dep(child) == Dep::Nsubj);
                subject.map(|subject| (subject, at))
            }
            Dep::Dobj => carried(setting, at),
            Dep::Prep => in_state(setting, at),
            Dep::Conj => also(setting, at),
            Dep::Appos if is_superlative(parse, at) => Some((parse.head(at), at)),
            Dep::Amod => described(setting, at, told),
            _ => None,
        };
        let Some((actor, predicate)) = judged else { continue };
        if is_told(setting, at, told) {
            continue;
        }
        if drafts.iter().any(|draft| draft.actor == [actor] && draft.predicate == predicate) {
            continue;
        }
        let mut draft = Draft::new(ClaimType::Judgement, at, "assessment/evaluation");
        draft.predicate = predicate;
        draft.actor = all_behind(setting, &[actor], |_| true);
        draft.timed = false;
        if parse.dep(at) == Dep::Amod {
            draft.quote = Some(parse.subtree(predicate));
            draft.target = about(setting, predicate);
        } else {
            draft.target = about(setting, at);
        }
        if parse.dep(at) == Dep::Appos {
            draft.quote = Some(parse.subtree(actor));
        }
        draft.target.retain(|at| !draft.actor.contains(at));
        drafts.push(draft);
    }
    drafts
}

/// True for a word that a frame has told something by. What matters to somebody is judged as well, and so is "the raid was a
/// *crime*", where nothing more is told than what it is, and what surpasses all others.
fn is_told(setting: Setting, at: usize, told: &[Draft]) -> bool {
    let parse = &setting.part.parse;
    let lemma = parse.lemma(at).to_lowercase();
    let evaluations = &setting.lexicon.evaluations;
    let strength = match parse.pos(at) {
        Pos::Adj => evaluations.adjective(&lemma),
        Pos::Verb | Pos::Aux => None,
        _ => evaluations.noun(&lemma),
    };
    let known = strength.is_some_and(|strength| strength != Strength::Plain);
    let more = |child: usize| child > at && matches!(parse.dep(child), Dep::Xcomp | Dep::Ccomp | Dep::Prep | Dep::Acl);
    let said = matches!(parse.dep(at), Dep::Attr | Dep::Acomp | Dep::Appos);
    let assessed = told.iter().any(|draft| draft.trigger == at && draft.claim_type.kind() == Kind::Assessment);
    if said && (known && !parse.children(at).any(more) || is_superlative(parse, at) && !assessed) {
        return false;
    }
    told.iter().any(|draft| draft.trigger == at && draft.claim_type != ClaimType::ImportantTo)
}

/// "the brigade *provides* a vital service", "did an outstanding job": what is said of the object is said of the subject.
fn carried(setting: Setting, at: usize) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let verb = parse.head(at);
    let carries = is_verb(parse, verb) && setting.lexicon.evaluations.is_carrier(&parse.lemma(verb).to_lowercase());
    if !carries || !judges(setting, at) {
        return None;
    }
    grammar::subject(parse, verb).map(|subject| (subject, verb))
}

/// "the militia is *on the defensive*".
fn in_state(setting: Setting, preposition: usize) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let verb = parse.head(preposition);
    let noun = parse.child(preposition, Dep::Pobj)?;
    let state = |at: usize| setting.lexicon.evaluations.is_state(parse.norm(preposition), parse.norm(at));
    let said =
        is_verb(parse, verb) && matches!(parse.lemma(verb), "be" | "remain" | "stay" | "become" | "come" | "put");
    let is_state = state(noun) || parse.children(noun).any(|child| child < noun && state(child));
    (said && is_state).then(|| grammar::subject(parse, verb)).flatten().map(|subject| (subject, verb))
}

/// True when the word, or an adjective before it, judges.
fn judges(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let evaluations = &setting.lexicon.evaluations;
    let adjective =
        |at: usize| evaluations.adjective(parse.norm(at)).or_else(|| evaluations.adjective(parse.lemma(at)));
    match parse.pos(at) {
        // What somebody is said to be is an evaluation with any adjective; participles and adverbs must be known to judge.
        Pos::Adj if parse.dep(at) == Dep::Acomp => {
            let nation = parse.name_of(at).is_some_and(|name| name.label == NameLabel::Norp);
            adjective(at) != Some(Strength::Plain) && !nation && !is_measure(parse, at)
        }
        Pos::Adj | Pos::Verb | Pos::Adv => adjective(at).is_some_and(|strength| strength != Strength::Plain),
        Pos::Noun => {
            evaluations.noun(&parse.lemma(at).to_lowercase()).is_some()
                || is_superlative(parse, at)
                || parse.children(at).any(|child| {
                    parse.dep(child) == Dep::Amod
                        && adjective(child).is_some_and(|strength| strength != Strength::Plain)
                })
        }
        // "one of the worst raids".
        Pos::Num => grammar::after(parse, at, "of").is_some_and(|of| of != at && judges(setting, of)),
        _ => false,
    }
}

/// True for a noun with the superlative of an adjective: "the largest base", "the most painful loss".
fn is_superlative(parse: &Parse, at: usize) -> bool {
    let most = |at: usize| parse.tag(at) == Tag::Jjs || parse.children(at).any(|child| parse.tag(child) == Tag::Rbs);
    // "the *bloodiest* of the war" is tagged as a noun.
    let alone = parse.pos(at) == Pos::Noun && parse.dep(at) == Dep::Attr && parse.norm(at).ends_with("iest");
    alone
        || matches!(parse.pos(at), Pos::Noun)
            && parse.children(at).any(|child| {
                parse.dep(child) == Dep::Amod && most(child) && !matches!(parse.norm(child), "most" | "least")
            })
}

/// True for an adjective that only measures: "as high as 158", "40 km wide".
fn is_measure(parse: &Parse, at: usize) -> bool {
    parse.children(at).any(|child| {
        parse.pos(child) == Pos::Num
            || parse.dep(child) == Dep::Npadvmod
            || grammar::object_of(parse, child).is_some_and(|object| parse.pos(object) == Pos::Num)
    })
}

/// "was seen as a success", "described the raid as a mistake".
fn seen_as(setting: Setting, at: usize) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let verb = parse.head(parse.head(at));
    let seen = is_verb(parse, verb) && parse.dep(parse.head(at)) == Dep::Prep;
    // Frames read "described the raid as".
    let told = setting.lexicon.triggers.frames(&parse.lemma(verb).to_lowercase());
    if told.iter().any(|frame| frame.claim_type == ClaimType::Judgement && frame.words.iter().any(|word| word == "as"))
    {
        return None;
    }
    // "As the largest donor, Kestria …" judges the subject.
    if at < verb && is_superlative(parse, at) {
        return grammar::subject(parse, verb).map(|judged| (judged, at));
    }
    seen.then(|| grammar::undergoer(parse, verb)).flatten().map(|judged| (judged, verb))
}

/// "is legitimate and compatible with the law": what is joined and has something of its own to say judges for itself.
fn also(setting: Setting, at: usize) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let first = parse.head(at);
    let own = parse.children(at).any(|child| child > at && parse.dep(child) == Dep::Prep)
        || parse.pos(at) == Pos::Noun && parse.children(at).any(|child| parse.dep(child) == Dep::Amod)
        || parse.pos(at) != parse.pos(first);
    let verb = parse.head(first);
    if !own || !matches!(parse.pos(at), Pos::Adj | Pos::Noun) || !is_verb(parse, verb) || !judges(setting, at) {
        return None;
    }
    match parse.dep(first) {
        Dep::Acomp | Dep::Attr => grammar::subject(parse, verb).map(|subject| (subject, at)),
        Dep::Oprd => grammar::undergoer(parse, verb).map(|object| (object, at)),
        _ => None,
    }
}

fn said_to_be(setting: Setting, at: usize) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let verb = parse.head(at);
    // "to be honest" tells how somebody speaks.
    let aside = parse.dep(verb) == Dep::Advcl && super::is_infinitive(parse, verb);
    if aside || !judges(setting, at) {
        return None;
    }
    // "may not be able to accept" is foreseen.
    let able = parse.children(at).any(|child| parse.dep(child) == Dep::Xcomp);
    if able && super::modal(parse, verb).is_some() {
        return None;
    }
    // What holds only under a condition is not judged.
    let clause = grammar::clause_head(parse, verb);
    if parse
        .children(clause)
        .any(|mark| parse.dep(mark) == Dep::Mark && matches!(parse.norm(mark), "if" | "unless" | "whether"))
    {
        return None;
    }
    // "it is unacceptable that the council stays silent", "it is vital to help the villagers".
    let it = parse
        .children(verb)
        .find(|&child| matches!(parse.dep(child), Dep::Nsubj | Dep::Expl) && parse.norm(child) == "it");
    if it.is_some()
        && let Some(clause) = parse.children(verb).chain(parse.children(at)).find(|&child| {
            child > at && matches!(parse.dep(child), Dep::Ccomp | Dep::Xcomp | Dep::Advcl) && is_verb(parse, child)
        })
    {
        // "it is vital that both sides stop" asks them to.
        if super::demand::necessary(setting, clause).is_some() {
            return None;
        }
        let subject = parse.children(clause).find(|&child| matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass));
        let about = subject.or_else(|| grammar::undergoer(parse, clause))?;
        return Some((about, verb));
    }
    let subject = grammar::subject(parse, verb)?;
    let points = matches!(parse.norm(subject), "this" | "that") && parse.pos(subject) == Pos::Pron;
    let known = setting.lexicon.evaluations.noun(&parse.lemma(at).to_lowercase()).is_some()
        || is_superlative(parse, at)
        || parse.pos(at) == Pos::Num
        || setting.lexicon.evaluations.adjective(parse.norm(at)).is_some();
    let empty = points && !known
        || parse.pos(subject) == Pos::Pron
            && matches!(parse.norm(subject), "there" | "what" | "anything" | "nothing" | "something" | "everything")
        || matches!(parse.pos(subject), Pos::Verb | Pos::Aux | Pos::Num)
        || parse.dep(subject) == Dep::Expl;
    (!empty).then_some((subject, verb))
}

/// "this cowardly attack": the strong adjectives judge where they stand.
fn described(setting: Setting, at: usize, told: &[Draft]) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let noun = parse.head(at);
    let strong = setting.lexicon.evaluations.adjective(parse.norm(at)) == Some(Strength::Strong);
    // "was one of the worst raids", "constitutes a terrible blow": said of the subject already.
    let one_of = parse.dep(noun) == Dep::Pobj && parse.dep(parse.head(parse.head(noun))) == Dep::Attr;
    let object = parse.dep(noun) == Dep::Dobj
        && setting
            .lexicon
            .triggers
            .frames(&parse.lemma(parse.head(noun)).to_lowercase())
            .iter()
            .any(|frame| frame.claim_type == ClaimType::Judgement && frame.words.is_empty());
    let carried = parse.dep(noun) == Dep::Dobj && carried(setting, noun).is_some() && !is_told(setting, noun, told);
    let copula = matches!(parse.dep(noun), Dep::Attr | Dep::Oprd) || one_of || object || carried;
    (strong && !copula && matches!(parse.pos(noun), Pos::Noun | Pos::Propn)).then_some((noun, noun))
}

/// Whom the judgement touches: what follows `for`, `to`, `of` or `with` when it is a party, person or place.
fn about(setting: Setting, at: usize) -> Vec<usize> {
    let parse = &setting.part.parse;
    for word in ["for", "to", "of", "with", "against", "on", "by", "about", "over", "at", "in"] {
        if let Some(object) = grammar::after(parse, at, word) {
            let mut found = grammar::joined(parse, object);
            found.retain(|&at| {
                use NounClass::*;
                mention::fits(parse, setting.lexicon, at, &[People, Party, Forces])
                    && !(matches!(word, "in" | "at" | "on") && is_place(setting, at))
                    && !parse
                        .name_of(at)
                        .is_some_and(|name| matches!(name.label, NameLabel::Date | NameLabel::Cardinal))
                    && parse.tag(at) != Tag::Vbg
            });
            if !found.is_empty() {
                return found;
            }
        }
    }
    Vec::new()
}
