//! What does an empty "it" stand for, of which something is said?
//!
//! "it would be *wrong* to leave" judges leaving, "it is *unacceptable* that the guards stay silent" the guards, and "it is *likely* that
//! they will leave" foresees that they will.

use super::is_verb;
use crate::claim::Setting;
use crate::grammar;
use language::Dep;
use lexicon::{Frame, Sense, WordClass};
use model::ClaimType;

/// The frame by which an adjective foresees what its clause tells: "it is *likely* that they will leave".
pub(super) fn foretelling<'s>(setting: Setting<'s, '_>, adjective: usize) -> Option<&'s Frame> {
    let frames = setting.frames(adjective);
    frames.iter().find(|frame| frame.class == WordClass::Adjective && frame.claim_type == ClaimType::Forecast)
}

/// True for what is said of an "it" that stands for the clause behind: "it would be *wrong* to leave", "a *mistake* to leave"; "it is
/// *ready* to leave" is said of somebody.
pub(super) fn stands_for_clause(setting: Setting, said: usize) -> bool {
    let parse = &setting.part.parse;
    let verb = parse.head(said);
    let it = |child: usize| matches!(parse.dep(child), Dep::Nsubj | Dep::Expl) && parse.norm(child) == "it";
    let adjective = parse.dep(said) == Dep::Acomp;
    let behind = |clause: usize| {
        clause > said
            && matches!(parse.dep(clause), Dep::Acl | Dep::Xcomp)
            && grammar::is_infinitive(parse, clause)
            && is_verb(parse, clause)
    };
    // Whoever is able, ready or likely to do it is somebody.
    let personal = || {
        let frames = setting.frames(said);
        setting.lexicon.senses.has(parse.norm(said), Sense::Able)
            || frames.iter().any(|frame| matches!(frame.claim_type, ClaimType::Forecast | ClaimType::Intent))
    };
    parse.children(verb).any(it) && parse.children(said).any(behind) && !(adjective && personal())
}

/// Whom the clause is about that an empty "it" stands for: "it is horrifying that *the guards* stay silent".
pub(super) fn in_clause(setting: Setting, at: usize, it: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let that = |&child: &usize| {
        let marked = parse.children(child).any(|mark| parse.dep(mark) == Dep::Mark && parse.norm(mark) == "that");
        child > at && parse.dep(child) == Dep::Ccomp && marked
    };
    let clause = parse.children(at).find(that).filter(|_| parse.norm(it) == "it")?;
    grammar::undergoer(parse, clause).or_else(|| grammar::subject(parse, clause))
}
