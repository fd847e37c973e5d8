//! What does a clause in the present say of somebody or something, when nothing in it is read as anything else?
//!
//! "The fund *channels* gifts to the villages", "the army *can* feed ten brigades": how somebody or something is, does as a rule
//! or is able to do is a judgement of its subject. What happens has a frame, and is told in the past.

use super::{is_verb, modal};
use crate::claim::{Draft, Setting};
use crate::frame::all_behind;
use crate::{class, grammar};
use language::{Dep, NameLabel, Parse, Pos, Tag};
use lexicon::{CueClass, NounClass, Strength};
use model::{ClaimType, PartRole};

/// Drafts of the clauses in which nothing is read yet. `told`: triggers and predicates of what is.
pub(crate) fn read(setting: Setting, told: &[(usize, usize)]) -> Vec<Draft> {
    let parse = &setting.part.parse;
    // Headlines tell what has happened in the present.
    if setting.part.role != PartRole::Paragraph && setting.part.role != PartRole::ListItem {
        return Vec::new();
    }
    let mut drafts = Vec::new();
    for verb in 0..parse.len() {
        // "the fund, *which* feeds the villages"
        let which = || {
            let apart = |at: usize| parse.norm(at) == "which" && at > 0 && parse.word(at - 1) == ",";
            parse.dep(verb) == Dep::Relcl && parse.child(verb, Dep::Nsubj).is_some_and(apart)
        };
        let states = (matches!(parse.dep(verb), Dep::Root | Dep::Conj | Dep::Ccomp) || which())
            && is_verb(parse, verb)
            && parse.lemma(verb) != "be"
            && !grammar::is_passive(parse, verb)
            && (is_present(parse, verb) || is_able(parse, verb))
            && setting.lexicon.evaluations.adjective(parse.norm(verb)) != Some(Strength::Plain)
            && parse.child(verb, Dep::Ccomp).is_none()
            // "The package *includes* tents"
            && !setting.frames(verb).iter().any(|frame| frame.claim_type == ClaimType::PartOf)
            // "The army *denies* this"
            && setting.lexicon.reporting.starting(CueClass::Verb, parse.entry(verb)).next().is_none()
            && !setting.voices.is_cue(setting.index, verb);
        if !states {
            continue;
        }
        let Some(subject) = grammar::subject(parse, verb) else { continue };
        // "*A strike* means one or more events": that the subject can tell of a deed says nothing of the verb.
        let deed = parse.is_root(verb) && class::fits(parse, setting.lexicon, subject, &[NounClass::Deed]);
        let told_there = |(trigger, predicate): &(usize, usize)| {
            *predicate == verb || !(deed && *trigger == subject) && parse.subtree(verb).contains(trigger)
        };
        if told.iter().any(told_there) {
            continue;
        }
        // "has 40 horses" counts, and says no more.
        let counts = parse.child(verb, Dep::Dobj).is_some_and(|object| parse.child(object, Dep::Nummod).is_some());
        let asks = parse.word(parse.subtree(verb).end - 1) == "?";
        let able = is_able(parse, verb) && class::fits(parse, setting.lexicon, subject, &[NounClass::Vehicle]);
        if !(is_of_record(setting, subject) || is_owned(setting, subject) || able)
            || parse.child(verb, Dep::Expl).is_some()
            || asks
            || counts
        {
            continue;
        }
        let mut draft = Draft::new(ClaimType::Judgement, verb, "assessment/statement");
        draft.actor = all_behind(setting, &grammar::joined(parse, subject), |_| true);
        draft.timed = false;
        drafts.push(draft);
    }
    drafts
}

/// True for a name, and for what acts, is done or is concluded: villagers and roads do much that no record is about.
fn is_of_record(setting: Setting, subject: usize) -> bool {
    use NameLabel::{Cardinal, Date, Time};
    use NounClass::*;
    let label = setting.part.parse.name_of(subject).map(|name| name.label);
    match setting.part.parse.pos(subject) {
        Pos::Pron => false,
        Pos::Noun if label.is_none_or(|label| matches!(label, Cardinal | Date | Time)) => {
            let classes = [Party, Forces, Deed, Accord, Talk, Aid, Arms];
            class::fits(&setting.part.parse, setting.lexicon, subject, &classes)
        }
        _ => true,
    }
}

/// True for what a name owns that is no person, place or thing: "*Kestria's approach* is working".
fn is_owned(setting: Setting, subject: usize) -> bool {
    let parse = &setting.part.parse;
    let named = |owner: usize| parse.pos(owner) == Pos::Propn && is_of_record(setting, owner);
    parse.pos(subject) == Pos::Noun
        && parse.child(subject, Dep::Poss).is_some_and(named)
        && class::classes(parse, setting.lexicon, subject).is_empty()
}

/// True for a verb whose first auxiliary, or which itself, stands in the present; what has been done is told as
/// a deed.
fn is_present(parse: &Parse, verb: usize) -> bool {
    let first = parse.children(verb).find(|&child| matches!(parse.dep(child), Dep::Aux | Dep::Auxpass));
    let has = first.is_some_and(|first| parse.lemma(first) == "have");
    !has && matches!(parse.tag(first.unwrap_or(verb)), Tag::Vbz | Tag::Vbp)
}

/// True for what somebody or something can do.
fn is_able(parse: &Parse, verb: usize) -> bool {
    modal(parse, verb).is_some_and(|modal| matches!(parse.norm(modal), "can" | "ca" | "could"))
}
