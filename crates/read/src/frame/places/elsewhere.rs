//! Which place in the sentence of a deed is not where it was done?
//!
//! "Seized rifles from a boat that was smuggling them *to Velna*", "*based in Morvania*, the Front attacked", "marched against the war *in
//! Velna*": where somebody goes, has his seat, was made what he is, or where another deed was.

use crate::claim::{Draft, Setting};
use crate::frame::construction::banned;
use crate::grammar;
use language::{Dep, Pos, Tag};
use lexicon::{NounClass, WordClass};
use model::ClaimType;

/// True for a place that the sentence tells of something else than the deed: where somebody in it goes, as in "seized rifles from a
/// boat that was smuggling them *to Velna*".
pub(super) fn is_elsewhere(setting: Setting, draft: &Draft, place: usize) -> bool {
    let parse = &setting.part.parse;
    let deed = draft.trigger;
    let mut at = place;
    let mut goes = false;
    let mut ahead = false;
    while !parse.is_root(at) && at != deed && !parse.dominates(at, deed) {
        goes |= parse.dep(at) == Dep::Prep
            && matches!(parse.norm(at), "to" | "into" | "toward" | "towards" | "onto" | "from");
        // "is held and is due *to appear* in Velna": what is to follow is elsewhere.
        ahead |= parse.dep(at) == Dep::Xcomp
            && grammar::is_infinitive(parse, at)
            && (grammar::is_passive(parse, parse.head(at)) || parse.dep(parse.head(at)) == Dep::Acomp);
        if ahead && parse.dep(at) == Dep::Conj && at > deed || is_home(setting, at) {
            return true;
        }
        // "The Front, *which is banned in Kestria*, attacked", "*Speaking in Velna*, Brek said that rebels attacked"
        let clause = matches!(parse.dep(at), Dep::Acl | Dep::Relcl) && banned::tells_penalty(setting, at);
        let speaks = parse.dep(at) == Dep::Advcl && parse.tag(at) == Tag::Vbg && parse.lemma(at) == "speak";
        if clause
            || speaks
            || is_seat(setting, draft, at)
            || goes && is_left_for(setting, draft.claim_type, at)
            || is_past(setting, at)
        {
            return true;
        }
        if goes && matches!(parse.dep(at), Dep::Relcl | Dep::Acl) || is_over_deed(setting, draft.claim_type, at) {
            return true;
        }
        at = parse.head(at);
    }
    false
}

/// True for where whoever does it has his seat: "*Based in Morvania*, the Front attacked Velna", "the Front, *based in Morvania*, attacked".
fn is_seat(setting: Setting, draft: &Draft, clause: usize) -> bool {
    let parse = &setting.part.parse;
    let above = parse.head(clause);
    let whose = match parse.dep(clause) {
        Dep::Acl => Some(above),
        Dep::Advcl if clause < above => grammar::subject(parse, above),
        _ => None,
    };
    let frames = setting.frames(clause);
    let mut seats = frames.iter().filter(|frame| frame.claim_type == ClaimType::PresentIn && frame.words.is_empty());
    parse.tag(clause) == Tag::Vbn
        && whose.is_some_and(|whose| draft.actor.contains(&whose))
        && seats.any(|frame| frame.class == WordClass::Verb)
}

/// True for a verb by which people go away from where the deed was done: "killed a judge and *escaped* to Velna", "the offensive forced
/// thousands *to flee* to Velna".
fn is_left_for(setting: Setting, claim_type: ClaimType, verb: usize) -> bool {
    use ClaimType::{Displace, Withdraw};
    let parse = &setting.part.parse;
    let away = |frame: &lexicon::Frame| {
        frame.class == WordClass::Verb && frame.words.is_empty() && matches!(frame.claim_type, Displace | Withdraw)
    };
    parse.pos(verb) == Pos::Verb && !matches!(claim_type, Displace | Withdraw) && setting.frames(verb).iter().any(away)
}

/// True for a participle by which somebody was made what he is before he did anything: "rebels *trained* in Velna attacked a convoy".
fn is_past(setting: Setting, verb: usize) -> bool {
    let parse = &setting.part.parse;
    let made = |frame: &lexicon::Frame| {
        frame.class == WordClass::Verb && frame.words.is_empty() && frame.claim_type == ClaimType::Recruit
    };
    parse.dep(verb) == Dep::Acl
        && parse.tag(verb) == Tag::Vbn
        && matches!(parse.dep(parse.head(verb)), Dep::Nsubj | Dep::Nsubjpass)
        && setting.frames(verb).iter().any(made)
}

/// True for what leads to where somebody is at home: "Anton Brek, 56, *of Orlen Avenue*,".
fn is_home(setting: Setting, preposition: usize) -> bool {
    let parse = &setting.part.parse;
    let of = parse.dep(preposition) == Dep::Prep && parse.norm(preposition) == "of";
    let who = parse.head(preposition);
    let aged = parse.pos(who) == Pos::Num && matches!(parse.dep(who), Dep::Appos | Dep::Npadvmod | Dep::Nummod);
    of && (setting.names_person(who) || aged && setting.names_person(parse.head(who)))
}

/// True for what leads to a deed that somebody does something about: "arrested three men *over the attack in Velna*", "marched in Ostrel
/// *against the war in Velna*". Where the deed was is not where he is.
pub(super) fn is_over_deed(setting: Setting, claim_type: ClaimType, preposition: usize) -> bool {
    use ClaimType::*;
    let parse = &setting.part.parse;
    let deed = |at: usize| parse.pos(at) == Pos::Noun && setting.is_noun(at, NounClass::Deed);
    matches!(claim_type, Agree | Detain | Meet | Protest | Sanction)
        && parse.dep(preposition) == Dep::Prep
        && matches!(parse.norm(preposition), "over" | "for" | "against" | "about")
        && parse.child(preposition, Dep::Pobj).is_some_and(deed)
}
