//! Which gerunds does the tree take for adjectives, or hang on the wrong verb?
//!
//! "progress in *freeing* towns", "accused the army of burning villages and *killing* civilians": who is accused did both.

use super::undergoer;
use language::{Dep, Parse, Pos, Tag};
use lexicon::{Lexicon, Sense};

/// The object of a gerund that the tree takes for an adjective before it: "progress in *freeing* **towns**", "by *killing* **villagers**".
pub(crate) fn gerund_object(parse: &Parse, verb: usize) -> Option<usize> {
    let noun = parse.head(verb);
    if parse.tag(verb) != Tag::Vbg || parse.dep(verb) != Dep::Amod || noun < verb {
        return None;
    }
    let before = verb.checked_sub(1)?;
    let led = parse.pos(before) == Pos::Adp
        && parse.dep(noun) == Dep::Pobj
        && parse.head(noun) == before
        && (matches!(parse.norm(before), "in" | "by" | "after" | "before" | "for")
            || parse.norm(before) == "of" && blamer(parse, before).is_some());
    (led || first_beside(parse, verb).is_some()).then_some(noun)
}

/// The verb of blaming that an `of` or `for` belongs to, also where the tree hangs it on who is blamed: "*accused* the army of".
pub(crate) fn blamer(parse: &Parse, preposition: usize) -> Option<usize> {
    if !matches!(parse.norm(preposition), "of" | "for") {
        return None;
    }
    let above = parse.head(preposition);
    let verb = if parse.dep(above) == Dep::Dobj { parse.head(above) } else { above };
    let told = parse.pos(verb) == Pos::Verb && undergoer(parse, verb).is_some_and(|who| who < preposition);
    told.then_some(verb)
}

/// The gerund with which another goes on that the tree takes for an adjective: `shelling` of "of shelling the town and *killing* civilians".
pub(crate) fn first_beside(parse: &Parse, verb: usize) -> Option<usize> {
    let noun = parse.head(verb);
    let and = verb.checked_sub(1).filter(|&and| matches!(parse.norm(and), "and" | "or"))?;
    let object = parse.head(noun);
    let first = parse.head(object);
    let beside = parse.tag(verb) == Tag::Vbg
        && parse.dep(verb) == Dep::Amod
        && parse.dep(noun) == Dep::Conj
        && parse.dep(object) == Dep::Dobj
        && object < and;
    (beside && parse.tag(first) == Tag::Vbg && parse.dep(first) == Dep::Pcomp).then_some(first)
}

/// True for the object of such a gerund.
pub(crate) fn is_object_beside(parse: &Parse, noun: usize) -> bool {
    parse.children(noun).any(|child| first_beside(parse, child).is_some())
}

/// The verb of blaming under whose `of` or `for` a gerund goes on with what somebody is blamed for, hung on the verb: "accused the army of
/// burning villages and *killing* civilians".
pub(crate) fn blamed_above(parse: &Parse, verb: usize) -> Option<usize> {
    let above = parse.head(verb);
    let and = verb.checked_sub(1).is_some_and(|and| matches!(parse.norm(and), "and" | "or"));
    let told = |preposition: usize| {
        let blames = blamer(parse, preposition) == Some(above);
        let gerund = || parse.child(preposition, Dep::Pcomp).is_some_and(|first| parse.tag(first) == Tag::Vbg);
        let taken = || {
            let object = parse.child(preposition, Dep::Pobj);
            object.is_some_and(|object| parse.children(object).any(|child| gerund_object(parse, child).is_some()))
        };
        preposition < verb && blames && (gerund() || taken())
    };
    let goes_on = and && parse.tag(verb) == Tag::Vbg && parse.dep(verb) == Dep::Advcl && parse.pos(above) == Pos::Verb;
    (goes_on && (parse.subtree(above).start..verb).any(told)).then_some(above)
}

/// True for a participle behind a clause with an infinitive below its object, which tells what the clause led to: "died, *leading* the
/// rebels to split", "withdrew, *leaving* the town to fall".
pub(crate) fn leads_to_deed(parse: &Parse, lexicon: &Lexicon, verb: usize) -> bool {
    let Some(object) = parse.child(verb, Dep::Dobj).filter(|&object| object > verb) else { return false };
    let infinitive = |child: usize| {
        let below = matches!(parse.dep(child), Dep::Acl | Dep::Advcl | Dep::Ccomp | Dep::Relcl | Dep::Xcomp);
        below && child > object && super::is_infinitive(parse, child)
    };
    parse.tag(verb) == Tag::Vbg
        && parse.dep(verb) == Dep::Advcl
        && verb.checked_sub(1).is_some_and(|comma| parse.word(comma) == ",")
        && lexicon.senses.has(parse.lemma(verb), Sense::Drives)
        && [verb, object].into_iter().any(|host| parse.children(host).any(infinitive))
}
