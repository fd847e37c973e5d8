//! To whom is it done, where the tree hangs him on another word than the verb?
//!
//! "took and burned *the town*" has one object for two verbs, "mowed down between 20 and 30 *rebels*" one behind the first word of its
//! number.

use super::is_passive;
use language::{Dep, Parse, Pos, Tag};

/// The object that a verb shares with the verbs it is joined to: "took and burned *the town*", "trained, armed and paid *the rebels*",
/// "rounded up and shot *the hostages*". "protested but made no threat" shares nothing.
pub(super) fn shared_object(parse: &Parse, verb: usize) -> Option<usize> {
    let joined = parse.children(verb).find(|&child| {
        child > verb
            && (parse.dep(child) == Dep::Conj || is_listed(parse, child))
            && parse.pos(child) == Pos::Verb
            && parse.child(child, Dep::Nsubj).is_none()
    })?;
    let particle = usize::from(parse.dep(verb + 1) == Dep::Prt && matches!(parse.norm(verb + 1), "up" | "down"));
    let between = verb + 1 + particle..joined;
    // "attacked and *forcefully* removed the villagers"
    let joins = between.clone().filter(|&at| matches!(parse.norm(at), "," | "and" | "or")).count();
    let how = |at: usize| parse.pos(at) == Pos::Adv && parse.head(at) == joined;
    let row = (1..=2).contains(&joins)
        && between.len() <= joins + 1
        && between.clone().all(|at| matches!(parse.norm(at), "," | "and" | "or") || how(at));
    if !row || is_passive(parse, joined) {
        return None;
    }
    // "have robbed and *keep killing* farmers"
    let on = || parse.child(joined, Dep::Xcomp).filter(|&verb| verb == joined + 1 && parse.tag(verb) == Tag::Vbg);
    let object = parse.child(joined, Dep::Dobj).or_else(|| shared_object(parse, joined));
    object.or_else(|| on().and_then(|verb| parse.child(verb, Dep::Dobj)))
}

/// True for a verb of a list that the tree takes for a clause of its own: "has murdered, *tortured* and starved the villagers".
pub(super) fn is_listed(parse: &Parse, verb: usize) -> bool {
    let first = parse.head(verb);
    parse.dep(verb) == Dep::Advcl
        && verb == first + 2
        && parse.word(verb - 1) == ","
        && parse.tag(verb) == parse.tag(first)
        && parse.children(verb).any(|child| parse.dep(child) == Dep::Conj && parse.pos(child) == Pos::Verb)
}

/// The object that the tree hangs on the first word of its number: "mowed down between 20 and 30 *rebels*".
pub(super) fn counted_between(parse: &Parse, verb: usize) -> Option<usize> {
    let leads = |&at: &usize| parse.dep(at) == Dep::Prep && parse.norm(at) == "between" && at > verb;
    let between = parse.children(verb).find(leads)?;
    let noun = parse.child(between, Dep::Pobj).filter(|&noun| parse.pos(noun) == Pos::Noun)?;
    let number = parse.children(noun).find(|&child| parse.dep(child) == Dep::Nummod && child == between + 1)?;
    let second = parse.children(number).any(|child| parse.dep(child) == Dep::Conj && parse.pos(child) == Pos::Num);
    (second && parse.pos(verb) == Pos::Verb).then_some(noun)
}

/// What somebody is given in a passive, of which he is the subject: "the brigade was given *40 trucks* by Kestria", not "was taken hostage".
pub(crate) fn retained(parse: &Parse, verb: usize) -> Option<usize> {
    let thing = parse.child(verb, Dep::Dobj).filter(|&thing| thing > verb && parse.pos(thing) == Pos::Noun)?;
    let told = |child: usize| matches!(parse.dep(child), Dep::Det | Dep::Nummod);
    let some = parse.tag(thing) == Tag::Nns || parse.children(thing).any(told);
    // "was arrested *five houses away*" measures how far.
    let measures = thing + 1 < parse.len() && parse.pos(thing + 1) == Pos::Adv && parse.head(thing + 1) == verb;
    (some && !measures && parse.child(verb, Dep::Nsubjpass).is_some()).then_some(thing)
}

/// To whom something is given, and what, where the tree has an object for each: "sent *the rebels dozens* of tanks".
pub(crate) fn two_objects(parse: &Parse, verb: usize) -> Option<(usize, usize)> {
    let mut objects = parse.children(verb).filter(|&child| parse.dep(child) == Dep::Dobj && child > verb);
    let (whom, what) = (objects.next()?, objects.next()?);
    let beside = parse.subtree(whom).end == parse.subtree(what).start && parse.pos(what) == Pos::Noun;
    let named = parse.pos(whom) == Pos::Propn || parse.child(whom, Dep::Det).is_some();
    let counted = parse.child(what, Dep::Nummod).is_some() || parse.tag(what) == Tag::Nns;
    (beside && named && counted).then_some((whom, what))
}
