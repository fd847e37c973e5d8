//! Whose is the deed or the quality that is judged?
//!
//! "the important steps *taken by the council*", "the hard work *our partners* are doing", "these barbaric acts *by the militia*": who did
//! or has what is judged is judged, where the words around it tell.

use crate::claim::Setting;
use crate::frame::{frames, is_place, is_state, speaks};
use crate::{class, grammar};
use language::{Dep, NameLabel, Pos};
use lexicon::{NounClass, Slot, WordClass};
use model::Kind;

/// Who bears a judged noun that can neither act nor suffer itself. `None` for nobody named.
pub(super) fn of(setting: Setting, judged: usize) -> Option<usize> {
    use NounClass::{Arms, Forces, Party, People, Place, Site, Vehicle};
    let parse = &setting.part.parse;
    let acts = |at: usize| class::fits(parse, setting.lexicon, at, &[People, Party, Forces]);
    if parse.pos(judged) != Pos::Noun
        || class::fits(parse, setting.lexicon, judged, &[People, Party, Forces, Place, Site, Vehicle, Arms])
    {
        return None;
    }
    // "such cruel and wanton *conduct* by the militia": the tree may hang the doer on what the noun is joined to.
    let joined = || Some(parse.head(judged)).filter(|_| parse.dep(judged) == Dep::Conj);
    let by = || {
        let own = grammar::after(parse, judged, "by");
        own.or_else(|| joined().and_then(|first| grammar::after(parse, first, "by")).filter(|&doer| doer > judged))
    };
    let clause = || {
        let clause = parse
            .children(judged)
            .find(|&child| child > judged && matches!(parse.dep(child), Dep::Acl | Dep::Relcl))?;
        let done = parse.dep(clause) == Dep::Acl || grammar::undergoer(parse, clause) == Some(judged);
        if grammar::is_passive(parse, clause) || parse.dep(clause) == Dep::Acl {
            grammar::agent(parse, clause)
        } else {
            parse.child(clause, Dep::Nsubj).filter(|&doer| done && !grammar::is_relative(parse, doer))
        }
    };
    // "morale *in the army* is low", "relations between *Morvania* and Kestria"
    let among = || {
        let quality = class::classes(parse, setting.lexicon, judged).is_empty();
        let within =
            || ["between", "in", "among", "within"].iter().find_map(|word| grammar::after(parse, judged, word));
        let body = |&at: &usize| {
            let states = parse.norm(parse.head(at)) == "between";
            class::fits(parse, setting.lexicon, at, &[Party, Forces]) && (states || !is_place(setting, at))
        };
        within().filter(|at| quality && body(at))
    };
    // "the brutal rule *of the clan*"; "the killing of the guards" was done to them.
    let of = || {
        let frames = setting.frames(judged).iter();
        let suffered = Slot::Preposition("of".to_string());
        let done_to = frames
            .filter(|frame| frame.class == WordClass::Noun && frame.claim_type.kind() == Kind::Event)
            .any(|frame| frame.target.contains(&suffered));
        grammar::after(parse, judged, "of").filter(|&at| {
            !done_to && class::fits(parse, setting.lexicon, at, &[Party, Forces]) && !is_place(setting, at)
        })
    };
    // "*Front* propaganda", "the *Kestrian* response"; "the Velna bombing" was done there.
    let before = || {
        parse.children(judged).find(|&child| {
            let label = parse.name_of(child).map(|name| name.label);
            child < judged
                && match parse.dep(child) {
                    Dep::Compound | Dep::Nmod => matches!(label, Some(NameLabel::Org | NameLabel::Norp)),
                    Dep::Amod => label == Some(NameLabel::Norp) && is_state(setting, child),
                    _ => false,
                }
        })
    };
    by().or_else(clause).or_else(before).or_else(of).or_else(among).filter(|&bearer| acts(bearer))
}

/// What is used, where the use of it is judged and nobody is told to use it: "the use of *gas* is barbaric".
pub(super) fn used(setting: Setting, judged: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let bare = class::classes(parse, setting.lexicon, judged).is_empty();
    let whose = parse.child(judged, Dep::Poss).is_some();
    grammar::after(parse, judged, "of")
        .filter(|&thing| bare && !whose && class::fits(parse, setting.lexicon, thing, &[NounClass::Arms]))
}

/// Who does what the clause tells in which something of nobody is judged: "*the militia* uses cruel methods"; not who speaks of it.
pub(super) fn in_clause(setting: Setting, judged: usize) -> Option<usize> {
    use NounClass::{Forces, Gain, Party, People};
    let parse = &setting.part.parse;
    let abstraction = parse.name_of(judged).is_none() && class::classes(parse, setting.lexicon, judged).only(&[Gain]);
    let points = |child: usize| matches!(parse.norm(child), "this" | "these" | "that" | "those");
    if !abstraction
        || parse.children(judged).any(points)
        || !matches!(parse.dep(judged), Dep::Dobj | Dep::Pobj)
        || parse.child(judged, Dep::Poss).is_some()
    {
        return None;
    }
    let verb = grammar::clause_head(parse, judged);
    let said = setting.voices.is_cue(setting.index, verb)
        || frames(setting, verb, WordClass::Verb).iter().any(|frame| speaks(frame.claim_type));
    grammar::doer(parse, verb).filter(|&doer| {
        !said
            && !grammar::is_infinitive(parse, verb)
            && parse.pos(doer) != Pos::Pron
            && class::fits(parse, setting.lexicon, doer, &[Party, People, Forces])
    })
}

/// Who did what a place cannot be: "*the army* crossed the island, which was an illegal act".
pub(super) fn crossed(setting: Setting, said: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let verb = parse.head(said);
    let relative = parse.child(verb, Dep::Nsubj).filter(|&at| grammar::is_relative(parse, at))?;
    let deed = parse.dep(said) == Dep::Attr && class::classes(parse, setting.lexicon, said).only(&[NounClass::Deed]);
    let place = grammar::subject(parse, verb)
        .filter(|&told| told < relative && class::fits(parse, setting.lexicon, told, &[NounClass::Place]))?;
    grammar::doer(parse, grammar::clause_head(parse, place)).filter(|_| deed)
}

/// "took Velna, *a great victory*", "announced 42 deaths, *a significant rise*": what stands beside the object of a clause and is
/// nobody and no place is said of whoever does what the clause tells.
pub(super) fn of_clause(setting: Setting, described: usize) -> Option<usize> {
    use NounClass::{Deed, Forces, Gain, Party, People};
    let parse = &setting.part.parse;
    let object = parse.head(described);
    let classes = class::classes(parse, setting.lexicon, described);
    let abstraction = parse.name_of(described).is_none() && classes.only(&[Deed, Gain]);
    let indefinite = parse.children(described).any(|child| matches!(parse.norm(child), "a" | "an"));
    // The same where the tree takes it for a second object.
    let second = || {
        let start = parse.subtree(described).start;
        let first = |child: usize| parse.dep(child) == Dep::Dobj && child < described;
        parse.dep(described) == Dep::Dobj
            && start > 0
            && parse.word(start - 1) == ","
            && parse.children(object).any(first)
    };
    let beside = parse.dep(described) == Dep::Appos && matches!(parse.dep(object), Dep::Dobj | Dep::Pobj);
    if !abstraction || !beside && !second() {
        return None;
    }
    // "took the hill held by the clan, *a great victory*": said of what the main clause tells.
    let mut verb = grammar::clause_head(parse, object);
    for _ in 0..3 {
        if !matches!(parse.dep(verb), Dep::Acl | Dep::Relcl) {
            break;
        }
        verb = grammar::clause_head(parse, parse.head(verb));
    }
    grammar::doer(parse, verb)
        .filter(|&doer| indefinite && class::fits(parse, setting.lexicon, doer, &[People, Party, Forces]))
}
