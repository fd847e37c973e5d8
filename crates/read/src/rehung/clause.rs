//! What do the words of a clause hang on that the tree hangs elsewhere?
//!
//! "Kestria closed the border, *which* angered Morvania": not the border did, but that Kestria closed it.

use super::{DEEP, hung};
use crate::class;
use language::{Dep, NameLabel, Parse, Pos, Rehang, Tag};
use lexicon::{Lexicon, NounClass, Slot, WordClass};
use model::ClaimType;

/// The verb behind such a "which" joined to the verb of the clause that it stands for: who did the one did the other.
pub(super) fn which_for_all(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Vec<Rehang>> {
    let verb = parse.head(at);
    let relative = parse.norm(at) == "which"
        && parse.dep(at) == Dep::Nsubj
        && parse.dep(verb) == Dep::Relcl
        && parse.word(at - 1) == ","
        && parse.child(verb, Dep::Auxpass).is_none();
    if !relative || !leads_to(parse, verb, lexicon) {
        return None;
    }
    let noun = parse.head(verb);
    // "opened an inquiry, *which* led to arrests", "signed a deal, *which* sparked protests"
    let deed = [NounClass::Deed, NounClass::Accord, NounClass::Publication, NounClass::Measure];
    let person = parse.name_of(noun).is_some_and(|name| name.label == NameLabel::Person);
    if !person && (class::fits(parse, lexicon, noun, &deed) || class::classes(parse, lexicon, noun).is_empty()) {
        return None;
    }
    let mut above = noun;
    for _ in 0..DEEP {
        above = parse.head(above);
        if parse.pos(above) == Pos::Verb {
            break;
        }
    }
    let told = parse.pos(above) == Pos::Verb
        && above < noun
        && parse.child(above, Dep::Nsubj).is_some_and(|subject| subject < above && subject != noun);
    told.then(|| vec![hung(verb, above, Dep::Conj), hung(at, verb, Dep::Mark)])
}

/// True for a verb that tells what came of something: "led to protests", "angered the council".
fn leads_to(parse: &Parse, verb: usize, lexicon: &Lexicon) -> bool {
    let mut frames = lexicon.triggers.frames(parse.entry(verb)).iter();
    frames.any(|frame| {
        let comes = matches!(frame.claim_type, ClaimType::Accuse | ClaimType::Cause);
        frame.class == WordClass::Verb && frame.words.is_empty() && comes && frame.target.contains(&Slot::Subject)
    })
}

/// "hold *the rebels* accountable": of a verb that stands with such an adjective it is the object, and no clause that anybody holds true.
pub(super) fn object_with_adjective(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<[Rehang; 2]> {
    let verb = parse.head(at);
    if parse.pos(at) != Pos::Adj || parse.dep(at) != Dep::Ccomp || verb > at {
        return None;
    }
    let clause = |child: usize| matches!(parse.dep(child), Dep::Aux | Dep::Mark);
    let object = parse.child(at, Dep::Nsubj).filter(|&object| (verb + 1..at).contains(&object))?;
    // "made *it* harder for the rebels to flee": it stands for the clause behind.
    let bare =
        class::completes(parse, lexicon, verb, at) && parse.norm(object) != "it" && !parse.children(at).any(clause);
    bare.then(|| [hung(object, verb, Dep::Dobj), hung(at, verb, Dep::Oprd)])
}

/// "the commander of the network *who* served as …": "who" stands for somebody and for no body.
pub(super) fn who_of_title(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Rehang> {
    let verb = parse.head(at);
    let body = parse.head(verb);
    let of = parse.head(body);
    let title = parse.head(of);
    let relative = parse.norm(at) == "who"
        && matches!(parse.dep(at), Dep::Nsubj | Dep::Nsubjpass)
        && parse.dep(verb) == Dep::Relcl
        && !matches!(parse.tag(verb), Tag::Vbp);
    let plural = || parse.children(verb).any(|child| matches!(parse.norm(child), "are" | "have" | "were"));
    let held = || {
        parse.dep(body) == Dep::Pobj
            && parse.norm(of) == "of"
            && parse.tag(title) == Tag::Nn
            && lexicon.titles.class(parse.entry(title)).is_some()
    };
    let people = || class::fits(parse, lexicon, body, &[NounClass::People]) || parse.tag(body) == Tag::Nns;
    (relative && held() && !plural() && !people()).then(|| hung(verb, title, Dep::Relcl))
}
