//! What is meant by a clause that opens with "what"?
//!
//! "bombed *what it called a rebel base*", "an attack on *what the army described as a camp*", "struck *what it said were depots*": the base,
//! the camp and the depots, whoever calls them so.

use language::{Dep, Parse, Pos, Tag};

/// The noun that such a clause calls something by, where a word has it for an object.
pub(super) fn object(parse: &Parse, word: usize) -> Option<usize> {
    let clauses = parse.children(word).filter(|&child| matches!(parse.dep(child), Dep::Ccomp | Dep::Pcomp));
    clauses.filter(|&clause| clause > word).find_map(|clause| meant(parse, clause))
}

fn meant(parse: &Parse, clause: usize) -> Option<usize> {
    let what = parse.subtree(clause).start;
    let subject = parse.child(clause, Dep::Nsubj).filter(|&subject| subject > what && subject < clause)?;
    if parse.tag(what) != Tag::Wp || parse.norm(what) != "what" || subject == what {
        return None;
    }
    let noun = |&at: &usize| matches!(parse.pos(at), Pos::Noun | Pos::Propn) && at > clause;
    // "what it *said were depots*", "what it *believes to be* depots"
    let told = || {
        let below = parse.children(clause).filter(|&child| matches!(parse.dep(child), Dep::Ccomp | Dep::Xcomp));
        below.filter(|&be| parse.lemma(be) == "be").find_map(|be| parse.child(be, Dep::Attr))
    };
    let called = || {
        let by_as = parse.children(clause).find(|&child| parse.norm(child) == "as" && child > clause);
        let named = || parse.children(clause).find(|&child| matches!(parse.dep(child), Dep::Oprd | Dep::Attr));
        by_as.map_or_else(named, |lead| parse.child(lead, Dep::Pobj))
    };
    told().or_else(called).filter(noun)
}
