//! Which word is a verb that the tree takes for an adjective, and which form of it?
//!
//! "Kestria *armed* and trained the rebels", "shelled the town and *burned* houses": the form of a past verb can be an adjective as well, and
//! the verb it is joined to shows which it is. "The army *retook* Velna": the tree takes a rare past for a noun.

use super::hung;
use language::{Dep, Parse, Pos, Rehang, Tag};
use lexicon::{Lexicon, WordClass};
use model::ClaimType;

/// "*armed* and trained the rebels", "has trained and *armed* the rebels": joined to a verb in the past.
pub(super) fn joined_past(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Rehang> {
    if parse.pos(at) != Pos::Adj {
        return None;
    }
    let lemma = past_of(parse, at, lexicon)?;
    let past = |verb: usize| parse.pos(verb) == Pos::Verb && matches!(parse.tag(verb), Tag::Vbd | Tag::Vbn);
    let follows = || parse.dep(at) == Dep::Conj && past(parse.head(at)) && parse.child(at, Dep::Dobj).is_some();
    let subject = parse.child(at, Dep::Nsubj).filter(|&subject| subject < at);
    let plain = || parse.children(at).all(|child| !matches!(parse.dep(child), Dep::Aux | Dep::Auxpass));
    let leads = || {
        let next =
            |&child: &usize| parse.dep(child) == Dep::Conj && past(child) && parse.child(child, Dep::Dobj).is_some();
        subject.is_some() && plain() && parse.children(at).any(|child| next(&child))
    };
    let tag = if follows() {
        parse.tag(parse.head(at))
    } else if leads() {
        Tag::Vbd
    } else {
        return None;
    };
    let mut change = hung(at, parse.head(at), parse.dep(at));
    (change.kind, change.lemma) = (Some((Pos::Verb, tag)), Some(lemma));
    Some(change)
}

/// "shelled the town and *burned* houses": right behind "and", before a noun without an article that the tree joins to what was shelled.
pub(super) fn joined_participle(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Vec<Rehang>> {
    let noun = parse.head(at);
    let cc = at.checked_sub(1).filter(|&before| matches!(parse.norm(before), "and" | "or"))?;
    if parse.dep(at) != Dep::Amod || parse.dep(noun) != Dep::Conj || parse.tag(noun) != Tag::Nns || noun < at {
        return None;
    }
    let lemma = past_of(parse, at, lexicon)?;
    // The tree joins the noun to the object, or to the verb.
    let above = parse.head(noun);
    let object = if parse.pos(above) == Pos::Verb { parse.child(above, Dep::Dobj)? } else { above };
    let verb = parse.head(object);
    let past = parse.pos(verb) == Pos::Verb && matches!(parse.tag(verb), Tag::Vbd | Tag::Vbn);
    let force = does_force(&parse.entry(verb), lexicon) && does_force(&lemma, lexicon);
    // "freed children and *wounded* soldiers": who does no force with the one does none with the other.
    let plain = parse.children(noun).all(|child| child >= at || parse.dep(child) != Dep::Det);
    let fits = parse.dep(object) == Dep::Dobj && verb < object && object < cc && past && plain && force;
    fits.then(|| {
        let mut change = hung(at, verb, Dep::Conj);
        (change.kind, change.lemma) = (Some((Pos::Verb, parse.tag(verb))), Some(lemma));
        vec![change, hung(noun, at, Dep::Dobj), hung(cc, verb, Dep::Cc)]
    })
}

/// "watched three men *shot* dead": a past form on an object, with no subject and no object of its own, is what was done to it.
pub(super) fn done_to_object(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Rehang> {
    let noun = parse.head(at);
    let past = parse.tag(at) == Tag::Vbd && parse.dep(at) == Dep::Acl && at == noun + 1;
    let own = |child: usize| {
        matches!(parse.dep(child), Dep::Nsubj | Dep::Dobj | Dep::Ccomp | Dep::Xcomp | Dep::Aux | Dep::Auxpass)
    };
    let fits = past && matches!(parse.dep(noun), Dep::Dobj | Dep::Pobj) && !parse.children(at).any(own);
    (fits && does_force(&parse.entry(at), lexicon))
        .then(|| Rehang { kind: Some((Pos::Verb, Tag::Vbn)), ..hung(at, noun, Dep::Acl) })
}

/// "The army *retook* Velna": a past that is no word but a verb's, taken for a noun with an object; whoever stands before it does it.
pub(super) fn past_as_noun(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Vec<Rehang>> {
    let done_to = |&child: &usize| child > at && matches!(parse.dep(child), Dep::Dobj | Dep::Npadvmod | Dep::Appos);
    let object = parse.children(at).find(done_to).filter(|_| parse.pos(at) == Pos::Noun)?;
    let lemma = lexicon.verb_forms.verb(&parse.lower(at)).filter(|verb| *verb != parse.norm(at))?;
    let doer = at
        .checked_sub(1)
        .filter(|&doer| parse.head(doer) == at && matches!(parse.pos(doer), Pos::Noun | Pos::Propn))?;
    let verb = Rehang {
        kind: Some((Pos::Verb, Tag::Vbd)),
        lemma: Some(lemma.into()),
        ..hung(at, parse.head(at), parse.dep(at))
    };
    let of_doer = parse
        .children(at)
        .filter(|&child| child < doer && matches!(parse.dep(child), Dep::Det | Dep::Amod | Dep::Compound));
    let of_doer = of_doer.map(|child| hung(child, doer, parse.dep(child)));
    Some([verb, hung(doer, at, Dep::Nsubj), hung(object, at, Dep::Dobj)].into_iter().chain(of_doer).collect())
}

/// True for a verb by which somebody does force to somebody or something.
fn does_force(lemma: &str, lexicon: &Lexicon) -> bool {
    use ClaimType::{Attack, Capture, Casualties, Destroy, Detain, Strike};
    let force = |claim_type| matches!(claim_type, Attack | Capture | Casualties | Destroy | Detain | Strike);
    let frames = lexicon.triggers.frames(lemma).iter();
    { frames }.any(|frame| {
        frame.class == WordClass::Verb && frame.words.is_empty() && force(frame.claim_type) && !frame.negative
    })
}

/// The dictionary form of a regular past form of a verb that tells of something.
fn past_of(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Box<str>> {
    let stem = parse.norm(at).strip_suffix("ed")?;
    // "stop*p*ed"
    let last = stem.chars().next_back()?;
    let doubled = stem.strip_suffix(last).filter(|rest| rest.ends_with(last)).unwrap_or(stem);
    let forms = [format!("{stem}e"), stem.to_string(), doubled.to_string()];
    let verb = |lemma: &String| {
        lexicon.triggers.frames(lemma).iter().any(|frame| frame.class == WordClass::Verb && frame.words.is_empty())
    };
    forms.into_iter().find(verb).map(Into::into)
}

/// "Anton Brek (*born* 1961 in Velna)": a participle in brackets, which the tree takes for a clause.
pub(super) fn participle_behind(parse: &Parse, at: usize) -> Option<Vec<Rehang>> {
    let own = |child: usize| matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass | Dep::Aux | Dep::Auxpass);
    let opens = at > 0 && parse.word(at - 1) == "(" && parse.head(at) < at;
    let bare = opens && parse.tag(at) == Tag::Vbn && parse.dep(at) == Dep::Relcl && !parse.children(at).any(own);
    let year = |&child: &usize| parse.dep(child) == Dep::Dobj && parse.pos(child) != Pos::Noun;
    let years = parse.children(at).filter(year).map(|child| hung(child, at, Dep::Npadvmod));
    bare.then(|| std::iter::once(hung(at, parse.head(at), Dep::Acl)).chain(years).collect())
}
