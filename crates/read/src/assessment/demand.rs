//! What must somebody do, in a speaker's words?
//!
//! "The rebels *must* leave" is the speaker's demand on the rebels, as is "it is *vital* that the rebels leave" and "we *need* the
//! rebels to leave"; "the bombing *must* stop" and "there *must* be an end to it" are demands on nobody named. Who speaks is told by
//! the voice around it.

use super::{is_verb, modal};
use crate::claim::{Draft, Setting};
use crate::{class, grammar};
use language::{Dep, Parse, Pos, Tag};
use lexicon::{NegationClass, NegationScope, NounClass};
use model::ClaimType;

pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for verb in 0..parse.len() {
        if !is_verb(parse, verb) {
            continue;
        }
        // Verbs joined to "must leave" share its modal.
        let mut bearer = verb;
        let shares = |at: usize| {
            let first = parse.head(at);
            let joined = parse.dep(at) == Dep::Conj && is_verb(parse, first);
            joined && modal(parse, at).is_none() && grammar::told_with(parse, at, first) == first
        };
        while shares(bearer) {
            bearer = parse.head(bearer);
        }
        let first = first_clause(parse, bearer);
        bearer = first.unwrap_or(bearer);
        // "those responsible *shall* be held to account" is asked, "we shall leave" is not.
        let shall = |at: usize| parse.norm(at) == "shall" && grammar::is_passive(parse, verb);
        let obliging = |at: &usize| matches!(parse.norm(*at), "must" | "should" | "ought") || shall(*at);
        let needed = || {
            let head = parse.head(bearer);
            // "they *would have to* win" asks nobody; "what do they have to lose?" asks nothing of them.
            // "has *yet* to answer" has not answered.
            let told = modal(parse, head).is_none()
                && !parse.children(head).any(|child| parse.lemma(child) == "do" || parse.norm(child) == "yet");
            let needs = parse.dep(bearer) == Dep::Xcomp && matches!(parse.lemma(head), "need" | "have");
            // "the rebels *had* to leave", "saved them from *having* to leave" tell what came about.
            let past = parse.lemma(head) == "have" && !matches!(parse.tag(head), Tag::Vbp | Tag::Vbz);
            let came_about =
                past && !(parse.dep(head) == Dep::Ccomp && setting.voices.is_cue(setting.index, parse.head(head)));
            // "the money *they need* to prepare raids" tells of the money.
            let whose = |child: usize| parse.dep(child) == Dep::Nsubj && !grammar::is_relative(parse, child);
            let gapped = parse.dep(head) == Dep::Relcl && parse.children(head).any(whose);
            (needs && told && !came_about && !gapped && is_verb(parse, head)).then_some(head)
        };
        let necessary = necessary(setting, bearer);
        let wished = wished(setting, verb);
        let modal = modal(parse, bearer).filter(obliging).or_else(needed).or(necessary).or(wished);
        // "there is a *need* for a truce"
        let need = || {
            let told = parse.tag(verb) != Tag::Vbd || parse.dep(verb) == Dep::Ccomp;
            let there = parse.lemma(verb) == "be" && told && parse.child(verb, Dep::Expl).is_some();
            parse.child(verb, Dep::Attr).filter(|&need| there && parse.lemma(need) == "need")
        };
        if let Some(need) = need().filter(|_| modal.is_none() && parse.child(verb, Dep::Neg).is_none()) {
            let no = |child: usize| parse.norm(child) == "no";
            if !parse.children(need).any(no) {
                drafts.push(draft(need, verb));
            }
        }
        let Some(modal) = modal else { continue };
        // "What should be done?"
        let asks = parse.word(parse.sentences()[parse.sentence_of(verb)].end - 1) == "?"
            && grammar::subject(parse, verb).is_some_and(|subject| matches!(parse.tag(subject), Tag::Wp | Tag::Wdt));
        // "there should be no *doubt*" asks for nothing.
        let sure = |attr: usize| matches!(parse.lemma(attr), "doubt" | "mistake" | "question");
        let undoubted = parse.lemma(verb) == "be" && parse.child(verb, Dep::Attr).is_some_and(sure);
        if is_inferred(parse, verb, modal) || asks || undoubted && parse.child(verb, Dep::Expl).is_some() {
            continue;
        }
        if is_wanting(parse, verb, bearer) {
            drafts.push(draft(modal, verb));
            continue;
        }
        let clause = if first.is_some() { bearer } else { verb };
        let Some(subject) = grammar::subject(parse, clause) else { continue };
        use NounClass::*;
        // "Morvania is to blame and *it* must end its raids", not "it must be said".
        let empty =
            parse.norm(subject) == "it" && (parse.child(verb, Dep::Dobj).is_none() || grammar::is_passive(parse, verb));
        if empty || matches!(parse.norm(subject), "we" | "i" | "you") || grammar::is_inverted_condition(parse, verb) {
            continue;
        }
        // "that all *guarantors* act": many that no list knows are people.
        let unknown = || parse.tag(subject) == Tag::Nns && setting.nouns(subject).is_empty();
        let party =
            class::fits(parse, setting.lexicon, subject, &[People, Party, Forces]) || necessary.is_some() && unknown();
        let negation = setting.lexicon.negations.get(NegationClass::Verb, parse.entry(verb));
        // "must come to *an end*"
        let to_end = grammar::after(parse, verb, "to")
            .is_some_and(|end| setting.lexicon.negations.get(NegationClass::Noun, parse.entry(end)).is_some());
        let ends = negation.is_some_and(|negation| negation.scopes.contains(&NegationScope::Object))
            || grammar::is_passive(parse, verb)
            || to_end;
        let must = matches!(parse.norm(modal), "must" | "shall") || matches!(parse.lemma(modal), "have" | "need");
        if !(party || must && ends || necessary.is_some()) {
            continue;
        }
        // "must leave the town and *release* the prisoners" demands two things.
        let mut draft = draft(if bearer == verb { modal } else { verb }, verb);
        draft.target = if party { grammar::joined(parse, subject) } else { Vec::new() };
        drafts.push(draft);
    }
    drafts
}

/// The first of the clauses of a row that the tree hangs side by side: "it is vital that Kestria *frees* them, leaves and pays".
fn first_clause(parse: &Parse, verb: usize) -> Option<usize> {
    let clause = parse.dep(verb) == Dep::Ccomp
        && !parse
            .children(verb)
            .any(|child| matches!(parse.dep(child), Dep::Mark | Dep::Nsubj | Dep::Nsubjpass | Dep::Aux));
    let first = |&child: &usize| {
        child < verb
            && parse.dep(child) == Dep::Ccomp
            && parse.tag(child) == parse.tag(verb)
            && parse.children(child).any(|mark| parse.dep(mark) == Dep::Mark)
            && parse.child(child, Dep::Nsubj).is_some()
    };
    if clause { parse.children(parse.head(verb)).find(first) } else { None }
}

/// What the speaker demands by one word of the verb's clause.
fn draft(modal: usize, verb: usize) -> Draft {
    let mut draft = Draft::new(ClaimType::Demand, modal, "event/must");
    draft.predicate = verb;
    draft.spoken = true;
    draft.timed = false;
    draft.modality = Some(model::Modality::Fact);
    draft
}

/// "the bridge *must have been* hit", "the rebels *should have left* by now": what is inferred or came to nothing is asked of nobody.
fn is_inferred(parse: &Parse, verb: usize, modal: usize) -> bool {
    parse.tag(modal) == Tag::Md
        && parse.children(verb).any(|aux| aux > modal && parse.dep(aux) == Dep::Aux && parse.lemma(aux) == "have")
}

/// "*there must be* an end to it", "there needs to be a truce": what is wanting is asked of nobody named.
fn is_wanting(parse: &Parse, verb: usize, bearer: usize) -> bool {
    let expletive = |at: usize| parse.child(at, Dep::Expl).is_some();
    parse.lemma(verb) == "be" && (expletive(verb) || parse.dep(bearer) == Dep::Xcomp && expletive(parse.head(bearer)))
}

/// The verb of wishing in "we *need* the rebels *to leave*", "I would *like* to see them *go*".
fn wished(setting: Setting, verb: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let mut above = parse.head(verb);
    let own = parse.child(verb, Dep::Nsubj).is_some() && parse.tag(verb) == Tag::Vb;
    if !own || !matches!(parse.dep(verb), Dep::Ccomp | Dep::Xcomp) || above == verb {
        return None;
    }
    if parse.lemma(above) == "see" && parse.dep(above) == Dep::Xcomp {
        above = parse.head(above);
    }
    let speaker = grammar::subject(parse, above).is_some_and(|at| matches!(parse.norm(at), "i" | "we"));
    (speaker && matches!(parse.lemma(above), "like" | "need" | "want")).then_some(above)
}

/// The adjective in "it is *vital* that all sides *stop* the fighting", where the verb is not told as a fact.
pub(super) fn necessary(setting: Setting, verb: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let be = parse.head(verb);
    let adjective = if parse.pos(be) == Pos::Adj { be } else { parse.child(be, Dep::Acomp)? };
    let first = parse.children(verb).find(|&aux| aux < verb && matches!(parse.dep(aux), Dep::Aux | Dep::Auxpass));
    let bare = matches!(parse.tag(first.unwrap_or(verb)), Tag::Vb | Tag::Vbp | Tag::Vbz | Tag::Md | Tag::To)
        && parse.children(verb).any(|mark| parse.dep(mark) == Dep::Mark && matches!(parse.norm(mark), "that" | "for"));
    let it =
        parse.children(if parse.pos(be) == Pos::Adj { parse.head(be) } else { be }).any(|it| parse.norm(it) == "it");
    (matches!(parse.dep(verb), Dep::Ccomp | Dep::Advcl)
        && bare
        && it
        && setting.lexicon.evaluations.is_need(parse.norm(adjective)))
    .then_some(adjective)
}
