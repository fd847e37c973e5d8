//! What is somebody or something said to be?
//!
//! "The raid was a grave mistake", "this cowardly attack", "called the law absurd". Words of `data/en/evaluations.tsv` judge;
//! who is judged by them is found in `judged`.

use super::touched::{about, done_to};
use super::{bearer, judged};
use crate::claim::{Draft, Setting};
use crate::frame::{all_behind, carrier_of};
use crate::{class, grammar};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{NounClass, Sense, Strength};
use model::{ClaimType, Kind};

/// The rule by which a word of the tables judges.
pub(super) const EVALUATION: &str = "assessment/evaluation";

pub(crate) fn read(setting: Setting, told: &[Draft]) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts: Vec<Draft> = Vec::new();
    for at in 0..parse.len() {
        // "a truce *effective* from Monday" tells since when.
        let from = |child: usize| parse.dep(child) == Dep::Prep && matches!(parse.norm(child), "as" | "from" | "on");
        if parse.norm(at) == "effective" && parse.children(at).any(|child| child > at && from(child)) {
            continue;
        }
        let Some((actor, predicate)) = judged::by(setting, at, told) else { continue };
        // "played a vital role", "inflicted heavy losses": the verb tells it with its object.
        let carries = |draft: &Draft| draft.trigger == predicate && draft.claim_type != ClaimType::PresentIn;
        // "amounts to a crime" judges once, and so does "came at a *high* price".
        let amounts = |draft: &Draft| draft.claim_type == ClaimType::Judgement && draft.trigger == predicate;
        let carried = parse.dep(at) == Dep::Dobj && told.iter().any(carries)
            || parse.dep(at) == Dep::Pobj && told.iter().any(amounts);
        let named = match parse.dep(at) {
            Dep::Amod => parse.head(at),
            Dep::Prep => parse.child(at, Dep::Pobj).unwrap_or(at),
            _ => at,
        };
        let word = told.iter().any(|draft| {
            draft.claim_type == ClaimType::Judgement && (draft.words.contains(&at) || draft.words.contains(&named))
        });
        if carried || word || is_told(setting, at, told) {
            continue;
        }
        let mut draft = Draft::new(ClaimType::Judgement, at, EVALUATION);
        draft.predicate = predicate;
        // "*Peru and Chile* are worried"
        // "the raid and the siege *are appalling*", taken for a verb
        let said = parse.dep(at) == Dep::Acomp || predicate == at && parse.head(actor) == at;
        let subject = matches!(parse.dep(actor), Dep::Nsubj | Dep::Nsubjpass) && said;
        let actors = if subject { grammar::joined(parse, actor) } else { vec![actor] };
        draft.actor = all_behind(setting, &actors, |_| true);
        if draft.actor == [actor]
            && let Some(bearer) = bearer(setting, at, actor)
        {
            draft.actor = grammar::joined(parse, bearer);
        }
        if drafts.iter().any(|other| other.actor == draft.actor && other.predicate == predicate) {
            continue;
        }
        draft.timed = false;
        // "a cruel and *senseless* act"
        let listed = parse.dep(at) == Dep::Conj && parse.dep(parse.head(at)) == Dep::Amod;
        if parse.dep(at) == Dep::Amod || listed {
            draft.quote = Some(parse.subtree(predicate));
            draft.target = about(setting, predicate);
        } else {
            // "is one of the worst *clans* of the war": who is among them is judged, the others are not touched.
            let among = matches!(parse.pos(at), Pos::Num | Pos::Det | Pos::Pron);
            let among = if among { grammar::after(parse, at, "of") } else { None };
            draft.target = about(setting, among.unwrap_or(at));
            // "one of *our* best partners"
            let owner = among.and_then(|among| parse.child(among, Dep::Poss));
            if let Some(owner) = owner.filter(|_| draft.target.is_empty()) {
                draft.target = grammar::joined(parse, owner);
            }
        }
        if parse.dep(at) == Dep::Appos {
            draft.quote = Some(parse.subtree(actor));
        }
        // "the militia's treatment *of women* is cruel": who does it is judged, and it touches whom it is done to.
        if draft.target.is_empty() && draft.actor != [actor] {
            draft.target = done_to(setting, actor);
        }
        draft.target.retain(|at| !draft.actor.contains(at));
        drafts.push(draft);
    }
    drafts
}

/// Who stands for a judged noun that names nobody.
fn bearer(setting: Setting, at: usize, judged: usize) -> Option<usize> {
    use NounClass::{Party, People, Place};
    let parse = &setting.part.parse;
    // "committed horrific crimes": said of whoever did.
    let carried = || {
        let abstraction = !class::fits(parse, setting.lexicon, judged, &[People, Party, Place]);
        carrier_of(setting, judged).filter(|_| abstraction && matches!(parse.dep(at), Dep::Amod | Dep::Conj))
    };
    // "sustained terrible losses"
    let had = || {
        let verb = parse.head(judged);
        let has = parse.dep(judged) == Dep::Dobj && setting.lexicon.evaluations.is_carrier(parse.entry(verb));
        let abstraction = !class::fits(parse, setting.lexicon, judged, &[People, Party, Place]);
        grammar::subject(parse, verb).filter(|_| has && abstraction && parse.dep(at) == Dep::Amod)
    };
    carried()
        .or_else(had)
        .or_else(|| bearer::of(setting, judged))
        .or_else(|| bearer::used(setting, judged))
        .or_else(|| bearer::in_clause(setting, judged).filter(|_| parse.dep(at) == Dep::Amod))
}

/// True for a word that a frame has told something by. What matters to somebody is judged as well, and so is "the raid was a
/// *crime*", where nothing more is told than what it is, and what is called so with an adjective that
/// judges: "it was the *worst* attack".
pub(super) fn is_told(setting: Setting, at: usize, told: &[Draft]) -> bool {
    let parse = &setting.part.parse;
    let strength = match parse.pos(at) {
        Pos::Adj => setting.lexicon.evaluations.adjective(parse.entry(at)),
        Pos::Verb | Pos::Aux => None,
        _ => noun(setting, at),
    };
    let known = strength.is_some_and(|strength| strength != Strength::Plain);
    let more = |child: usize| child > at && matches!(parse.dep(child), Dep::Xcomp | Dep::Ccomp | Dep::Prep | Dep::Acl);
    let said = match parse.dep(at) {
        Dep::Attr | Dep::Acomp | Dep::Appos | Dep::Oprd => true,
        Dep::Pobj => parse.norm(parse.head(at)) == "as",
        _ => false,
    };
    let described =
        is_superlative(parse, at) || is_ranked(parse, at) || parse.pos(at) == Pos::Noun && has_judging(setting, at);
    if told.iter().any(|draft| draft.trigger == at && draft.claim_type == ClaimType::Forecast) {
        return true;
    }
    // "was found *guilty* of murder" accuses, and judges no further.
    if told.iter().any(|draft| draft.claim_type == ClaimType::Accuse && draft.words.contains(&at)) {
        return true;
    }
    let assessed = told.iter().any(|draft| draft.trigger == at && draft.claim_type.kind() == Kind::Assessment);
    // "the use of gas is a *breach* of the treaty": nobody is told to have broken it, and the deed is judged by it.
    let breach = |draft: &Draft| draft.trigger == at && draft.claim_type == ClaimType::Quit && draft.actor.is_empty();
    // "there are breaches of the treaty" tells of them.
    let there = || parse.child(parse.head(at), Dep::Expl).is_some();
    if parse.dep(at) == Dep::Attr && known && !there() && told.iter().any(breach) {
        return false;
    }
    if said && (known && !parse.children(at).any(more) || described && (known || !assessed)) {
        return false;
    }
    // "was poorly equipped" tells how, and no delivery.
    if parse.pos(at) == Pos::Verb && is_well_done(setting, at) {
        return false;
    }
    // "was in a desperate position" lies nowhere.
    let lies = |draft: &Draft| draft.claim_type == ClaimType::LocatedIn && parse.dep(at) == Dep::Prep;
    told.iter().any(|draft| draft.trigger == at && draft.claim_type != ClaimType::ImportantTo && !lies(draft))
}

/// True when the word, or an adjective before it, judges.
pub(super) fn judges(setting: Setting, at: usize) -> bool {
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
        // "the raid is the *first* since May"
        Pos::Adj if is_ranked(parse, at) => true,
        Pos::Adj | Pos::Verb | Pos::Adv => {
            adjective(at).is_some_and(|strength| strength != Strength::Plain)
                || parse.dep(at) == Dep::Acomp && is_well_done(setting, at)
        }
        Pos::Noun => {
            noun(setting, at).is_some() || is_superlative(parse, at) || is_ranked(parse, at) || has_judging(setting, at)
        }
        // "the decision was the wrong *one*"
        Pos::Num if parse.norm(at) == "one" && has_judging(setting, at) => true,
        // "one of the worst raids", "some of the best units".
        Pos::Num | Pos::Det | Pos::Pron => grammar::after(parse, at, "of")
            .is_some_and(|of| of != at && (judges(setting, of) || parse.tag(of) == Tag::Jjs || has_most(parse, of))),
        _ => false,
    }
}

/// True for a participle with an adverb that judges: "is *better trained*", "was poorly led"; not "is better known as".
pub(super) fn is_well_done(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let named = setting.lexicon.senses.has(parse.lemma(at), Sense::Taken);
    let judging = |child: usize| {
        let strength = setting.lexicon.evaluations.adjective(parse.norm(child));
        // "so *far*" tells when.
        let how = matches!(parse.tag(child), Tag::Rbr | Tag::Rbs)
            || matches!(parse.norm(child), "well" | "ill")
            || parse.norm(child).ends_with("ly");
        // "*ill*-equipped": by itself the word only tells that somebody is sick.
        if parse.norm(child) == "ill" && child + 1 < at && parse.tag(child + 1) == Tag::Hyph {
            return true;
        }
        parse.dep(child) == Dep::Advmod
            && child < at
            && how
            && strength.is_some_and(|strength| strength != Strength::Plain)
    };
    parse.tag(at) == Tag::Vbn && !named && parse.children(at).any(judging)
}

/// How much a noun judges, with the word before it where the two are one: "a *turning point*".
pub(super) fn noun(setting: Setting, at: usize) -> Option<Strength> {
    let parse = &setting.part.parse;
    let evaluations = &setting.lexicon.evaluations;
    let lemma = parse.entry(at);
    // "has no *doubt* that they will come": what is thought is told, and nobody judged.
    let that = |clause: usize| {
        matches!(parse.dep(clause), Dep::Acl | Dep::Ccomp)
            && parse.children(clause).any(|mark| parse.dep(mark) == Dep::Mark && parse.norm(mark) == "that")
    };
    if parse.dep(at) == Dep::Dobj && parse.children(at).any(that) {
        return None;
    }
    let both = || {
        let before = at.checked_sub(1).filter(|&before| parse.head(before) == at)?;
        evaluations.noun(&format!("{} {lemma}", parse.norm(before)))
    };
    // "an *act of* vengeance"
    let act = || {
        let of = grammar::after(parse, at, "of").filter(|_| lemma == "act")?;
        (parse.tag(of) == Tag::Nn && parse.children(of).next().is_none()).then_some(Strength::Weak)
    };
    both().or_else(|| evaluations.noun(lemma)).or_else(act)
}

/// True for the superlative of a deed among all until now: "their *largest* attack to date", "the *biggest* raid since May".
pub(super) fn is_record(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let deed = parse.head(at);
    let until = |child: usize| {
        child > deed
            && (matches!(parse.norm(child), "ever" | "since" | "yet")
                || parse.norm(child) == "to"
                    && grammar::object_of(parse, child).is_some_and(|at| parse.norm(at) == "date"))
    };
    parse.tag(at) == Tag::Jjs
        && parse.dep(at) == Dep::Amod
        && parse.dep(deed) == Dep::Dobj
        && class::fits(parse, setting.lexicon, deed, &[NounClass::Deed])
        && parse.children(deed).chain(parse.children(parse.head(deed))).any(until)
}

/// True for a noun with an adjective before it that judges.
pub(super) fn has_judging(setting: Setting, at: usize) -> bool {
    has_adjective(setting, at, |strength| strength != Strength::Plain)
}

/// True for a noun with an adjective before it that judges wherever it stands.
pub(super) fn has_strong(setting: Setting, at: usize) -> bool {
    has_adjective(setting, at, |strength| strength == Strength::Strong)
}

fn has_adjective(setting: Setting, at: usize, fits: fn(Strength) -> bool) -> bool {
    let parse = &setting.part.parse;
    let judging = |child: usize| {
        parse.dep(child) == Dep::Amod && setting.lexicon.evaluations.adjective(parse.norm(child)).is_some_and(fits)
    };
    parse.children(at).any(judging)
}

/// True for a noun with the superlative of an adjective: "the largest base", "the most painful loss".
pub(super) fn is_superlative(parse: &Parse, at: usize) -> bool {
    let most = |at: usize| parse.tag(at) == Tag::Jjs || has_most(parse, at);
    // "the *bloodiest* of the war" may be tagged as a noun, and so may "the port, the *busiest* of all".
    let alone = match parse.dep(at) {
        Dep::Attr => parse.pos(at) == Pos::Noun && parse.norm(at).ends_with("iest"),
        Dep::Appos => parse.tag(at) == Tag::Jjs && parse.child(at, Dep::Det).is_some(),
        _ => false,
    };
    alone
        || matches!(parse.pos(at), Pos::Noun)
            && parse.children(at).any(|child| {
                parse.dep(child) == Dep::Amod && most(child) && !matches!(parse.norm(child), "most" | "least")
            })
}

/// True for what something is said to be by its place in a row: "was the *first* raid since May", "is the *only* bridge left".
pub(super) fn is_ranked(parse: &Parse, at: usize) -> bool {
    let row = |at: usize| matches!(parse.norm(at), "first" | "last" | "only" | "sole");
    let the = parse.child(at, Dep::Det).is_some_and(|det| parse.norm(det) == "the");
    let more =
        || parse.children(at).any(|child| child > at && matches!(parse.dep(child), Dep::Prep | Dep::Relcl | Dep::Acl));
    parse.dep(at) == Dep::Attr
        && the
        && match parse.pos(at) {
            Pos::Noun => parse.children(at).any(|child| parse.dep(child) == Dep::Amod && row(child)),
            _ => row(at) && more(),
        }
}

/// True for "*most* daring", "the *most heavily* guarded town".
fn has_most(parse: &Parse, at: usize) -> bool {
    let most = |at: usize| parse.children(at).any(|child| parse.tag(child) == Tag::Rbs);
    most(at) || parse.children(at).any(|child| parse.dep(child) == Dep::Advmod && most(child))
}

/// True for an adjective that only measures: "as high as 158", "40 km wide".
fn is_measure(parse: &Parse, at: usize) -> bool {
    parse.children(at).any(|child| {
        parse.pos(child) == Pos::Num
            || parse.dep(child) == Dep::Npadvmod
            || grammar::object_of(parse, child).is_some_and(|object| parse.pos(object) == Pos::Num)
    })
}
