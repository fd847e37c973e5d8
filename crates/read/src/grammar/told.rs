//! Which verbs that the tagger took for participles tell what somebody did?
//!
//! "Kestria *armed* and trained the rebels", "The guards *trained* with the brigade.", "The guards – acting in secret – *arrested* and
//! beat villagers."

use super::agent;
use language::{Dep, Parse, Tag};

/// True for a past tense that the tagger took for a participle: "Kestria *armed* and trained the rebels", "The guards *trained* with
/// the brigade.", where nothing else in the sentence could be told.
pub(super) fn is_told(parse: &Parse, verb: usize) -> bool {
    let shares = |child: usize| {
        parse.dep(child) == Dep::Conj && parse.tag(child) == Tag::Vbd && parse.child(child, Dep::Dobj).is_some()
    };
    if parse.child(verb, Dep::Nsubj).is_some() && parse.children(verb).any(shares) && !is_followed(parse, verb) {
        return true;
    }
    told_of(parse, verb).is_some() || is_told_aside(parse, verb)
}

/// True for the first verbs of a row that the tagger took for participles behind what is said aside: "The guards – acting in secret –
/// *arrested*, *tortured* and killed villagers."
fn is_told_aside(parse: &Parse, verb: usize) -> bool {
    let mut first = verb;
    while parse.dep(first) == Dep::Conj && parse.tag(first) == Tag::Vbn {
        first = parse.head(first);
    }
    let noun = parse.head(first);
    let aside = (noun + 1..first).rfind(|&at| parse.dep(at) == Dep::Punct && parse.head(at) == noun);
    let dash = |at: usize| matches!(parse.word(at), "–" | "—" | "-" | ",");
    let acts = |at: usize| parse.tag(at) == Tag::Vbd && parse.child(at, Dep::Dobj).is_some();
    let row = |from: usize| std::iter::successors(Some(from), |&at| parse.child(at, Dep::Conj));
    parse.dep(first) == Dep::Acl
        && parse.tag(first) == Tag::Vbn
        && parse.is_root(noun)
        && aside.is_some_and(dash)
        && row(first).all(|at| agent(parse, at).is_none() && parse.child(at, Dep::Nsubj).is_none())
        && row(first).last().is_some_and(acts)
}

/// Of whom the only verb of a sentence tells that was taken for a participle: "*The guards* trained with the brigade.", "*Ministers* from
/// nine states gathered in Velna."
pub(super) fn told_of(parse: &Parse, verb: usize) -> Option<usize> {
    let mut noun = parse.head(verb);
    let behind = verb == noun + 1;
    while matches!(parse.dep(noun), Dep::Pobj | Dep::Prep) {
        noun = parse.head(noun);
    }
    let sentence = parse.sentences()[parse.sentence_of(verb)].clone();
    let finite = |at: usize| matches!(parse.tag(at), Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md);
    // "was hurt when *a bomb* detonated near the gate"
    let clause = parse.children(noun).any(|child| parse.tag(child) == Tag::Wrb && child < noun);
    let alone = parse.is_root(noun) && parse.word(sentence.end - 1) == "." && !sentence.clone().any(finite)
        || clause && !parse.subtree(noun).any(finite);
    let told = parse.dep(verb) == Dep::Acl
        && parse.tag(verb) == Tag::Vbn
        && alone
        && behind
        && agent(parse, verb).is_none()
        && parse.children(verb).any(|child| parse.dep(child) == Dep::Prep);
    told.then_some(noun)
}

/// True for a participle that the tree takes for the verb, since a finite one follows with nothing that joins them: "Soldiers *assigned*
/// to the 3rd Battalion, 9th Regiment, fired howitzers".
pub(super) fn is_followed(parse: &Parse, verb: usize) -> bool {
    let finite = |child: usize| {
        parse.dep(child) == Dep::Conj && matches!(parse.tag(child), Tag::Vbd | Tag::Vbz | Tag::Vbp) && child > verb
    };
    let bound = parse.child(verb, Dep::Prep).is_some_and(|preposition| preposition == verb + 1);
    bound && parse.child(verb, Dep::Cc).is_none() && parse.children(verb).any(finite)
}
