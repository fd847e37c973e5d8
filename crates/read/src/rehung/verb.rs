//! Which word is a verb that the tree takes for an adjective, and which form of it?
//!
//! "Kestria *armed* and trained the rebels", "shelled the town and *burned* houses": the form of a past verb can be an adjective as well, and
//! the verb it is joined to shows which it is. "The army *retook* Velna": the tree takes a rare past for a noun.

use super::hung;
use language::{Dep, Parse, Pos, Rehang, Tag};
use lexicon::{Lexicon, NounClass, Slot, WordClass};
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
    // "set up a roadblock and *kidnapped* travellers": nothing else can be joined to a verb that has its object.
    let apart = parse.pos(above) == Pos::Verb;
    let force = (apart || does_force(parse.entry(verb), lexicon)) && does_force(&lemma, lexicon);
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
    (fits && does_force(parse.entry(at), lexicon))
        .then(|| Rehang { kind: Some((Pos::Verb, Tag::Vbn)), ..hung(at, noun, Dep::Acl) })
}

/// "The army *retook* Velna": a past that is no word but a verb's, taken for a noun with an object; whoever stands before it does it.
pub(super) fn past_as_noun(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Vec<Rehang>> {
    let done_to = |&child: &usize| child > at && matches!(parse.dep(child), Dep::Dobj | Dep::Npadvmod | Dep::Appos);
    if parse.pos(at) != Pos::Noun {
        return None;
    }
    let object = parse.children(at).find(done_to)?;
    let lemma = lexicon.verb_forms.verb(parse.lower(at)).filter(|verb| *verb != parse.norm(at))?;
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

/// The dictionary forms that a word with a regular ending of a verb can have: `seize`, `seiz` for "seized".
pub(crate) fn without_ending(word: &str, ending: &str) -> Option<[String; 3]> {
    let stem = word.strip_suffix(ending)?;
    // "stop*p*ed"
    let last = stem.chars().next_back()?;
    let doubled = stem.strip_suffix(last).filter(|rest| rest.ends_with(last)).unwrap_or(stem);
    Some([format!("{stem}e"), stem.to_string(), doubled.to_string()])
}

/// The dictionary form of a regular past form of a verb that tells of something.
fn past_of(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Box<str>> {
    let forms = without_ending(parse.norm(at), "ed")?;
    let verb = |lemma: &String| {
        lexicon.triggers.frames(lemma).iter().any(|frame| frame.class == WordClass::Verb && frame.words.is_empty())
    };
    forms.into_iter().find(verb).map(Into::into)
}

/// "was blown up by *retreating* troops": whoever does it goes away or ahead meanwhile. The tree takes them for what is gone away from.
pub(super) fn moving_agent(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Vec<Rehang>> {
    let by = at.checked_sub(1).filter(|&by| parse.dep(at) == Dep::Pcomp && parse.head(at) == by)?;
    let doers =
        parse.child(at, Dep::Dobj).filter(|&doers| parse.tag(doers) == Tag::Nns || parse.tag(doers) == Tag::Nnps)?;
    let agent = parse.dep(by) == Dep::Agent && parse.tag(at) == Tag::Vbg;
    let bare = (at + 1..doers).all(|word| matches!(parse.dep(word), Dep::Amod | Dep::Compound));
    // "by advancing troops *into the valley*" tells what somebody does with them.
    let goal = |child: usize| matches!(parse.norm(child), "to" | "into" | "toward" | "towards");
    let alone = parse
        .children(at)
        .all(|child| child == doers || child > doers && parse.dep(child) == Dep::Prep && !goal(child));
    let forces = lexicon.nouns.is(parse.entry(doers), NounClass::Forces) || parse.pos(doers) == Pos::Propn;
    let frames = lexicon.triggers.frames(parse.entry(at));
    let mut verbs = frames.iter().filter(|frame| frame.class == WordClass::Verb && frame.words.is_empty()).peekable();
    let moves = verbs.peek().is_some() && verbs.all(|frame| !frame.target.contains(&Slot::Object));
    (agent && bare && alone && forces && moves).then(|| {
        let behind = parse.children(at).filter(|&child| child > doers).map(|child| hung(child, doers, Dep::Prep));
        [hung(doers, by, Dep::Pobj), hung(at, doers, Dep::Amod)].into_iter().chain(behind).collect()
    })
}

/// "operate in the valley, *staging* attacks": behind a comma a noun with an object, or before the object of the verb, is a participle.
pub(super) fn participle_as_noun(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Vec<Rehang>> {
    at.checked_sub(1).filter(|&comma| parse.word(comma) == "," && parse.pos(at) == Pos::Noun)?;
    let forms = without_ending(parse.norm(at), "ing")?;
    let noun = parse.head(at);
    let (verb, object) = match parse.dep(at) {
        Dep::Advcl => (noun, parse.child(at, Dep::Dobj)?),
        Dep::Compound if parse.dep(noun) == Dep::Dobj && parse.head(noun) < at => (parse.head(noun), noun),
        _ => return None,
    };
    let tells = |lemma: &String| {
        lexicon.light_verbs.find(lemma, |_| true).is_some()
            || lexicon.triggers.frames(lemma).iter().any(|frame| frame.class == WordClass::Verb)
    };
    let lemma = forms.into_iter().find(tells).filter(|_| object > at)?;
    let kind = Some((Pos::Verb, Tag::Vbg));
    let participle = Rehang { kind, lemma: Some(lemma.into()), ..hung(at, verb, Dep::Advcl) };
    Some(vec![participle, hung(object, at, Dep::Dobj)])
}

/// "*Based* in Velna, the Front attacked": a participle at the head of a sentence, which the tree takes for a preposition, is what is said
/// of whom the sentence is about.
pub(super) fn leading_participle(parse: &Parse, at: usize) -> Option<Rehang> {
    let verb = parse.head(at);
    let place = |child: usize| child == at + 1 && matches!(parse.norm(child), "in" | "at" | "near" | "outside");
    let leads = parse.tag(at) == Tag::Vbn
        && parse.dep(at) == Dep::Prep
        && parse.sentences()[parse.sentence_of(at)].start == at
        && matches!(parse.pos(verb), Pos::Verb | Pos::Aux)
        && parse.children(at).any(place);
    leads.then(|| hung(at, verb, Dep::Advcl))
}

/// "Soldiers and *allied* fighters have attacked": no verb is joined to whoever does what a later one tells.
pub(super) fn adjective_as_verb(parse: &Parse, at: usize) -> Option<Vec<Rehang>> {
    let first = parse.head(at);
    let noun = parse.child(at, Dep::Dobj).filter(|&noun| parse.tag(noun) == Tag::Nns && noun > at)?;
    let verb = parse.head(first);
    let joined = matches!(parse.tag(at), Tag::Vbd | Tag::Vbn)
        && parse.dep(at) == Dep::Conj
        && matches!(parse.pos(first), Pos::Noun | Pos::Propn)
        && matches!(parse.norm(at - 1), "and" | "or");
    let bare = (at + 1..noun).all(|word| matches!(parse.dep(word), Dep::Amod | Dep::Compound));
    let alone = parse.children(at).all(|child| child == noun);
    let subject = matches!(parse.dep(first), Dep::Nsubj | Dep::Nsubjpass) && verb > noun;
    (joined && bare && alone && subject).then(|| vec![hung(noun, first, Dep::Conj), hung(at, noun, Dep::Amod)])
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

/// "That fort *houses* 900 marines", "is a base *housing* 3,200 soldiers": a noun has no object, and the one before it is not its sort.
pub(super) fn verb_as_noun(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Vec<Rehang>> {
    let before = at.checked_sub(1)?;
    let word = parse.norm(at);
    let object = parse.child(at, Dep::Dobj).filter(|&object| object > at)?;
    let sorted = parse.dep(before) == Dep::Compound && parse.head(before) == at && parse.pos(at) == Pos::Noun;
    let joined =
        |child: usize| matches!(parse.dep(child), Dep::Prep | Dep::Relcl | Dep::Acl | Dep::Appos) && child < object;
    if !sorted || parse.children(at).any(joined) || !matches!(parse.pos(object), Pos::Noun | Pos::Propn) {
        return None;
    }
    let verb = |lemma: &str| lexicon.triggers.frames(lemma).iter().any(|frame| frame.class == WordClass::Verb);
    let mut change = hung(at, parse.head(at), parse.dep(at));
    if parse.tag(at) == Tag::Nns && parse.is_root(at) && verb(parse.lemma(at)) {
        (change.kind, change.lemma) = (Some((Pos::Verb, Tag::Vbz)), Some(parse.lemma(at).into()));
        let mut mend = vec![change, hung(before, at, Dep::Nsubj)];
        mend.extend(
            parse.children(at).filter(|&child| child < before).map(|child| hung(child, before, parse.dep(child))),
        );
        return Some(mend);
    }
    let lemma = [word.strip_suffix("ing")?.to_string(), format!("{}e", word.strip_suffix("ing")?)];
    let lemma = lemma.into_iter().find(|lemma| verb(lemma))?;
    let (head, dep) = (parse.head(at), parse.dep(at));
    if parse.is_root(at) || parse.tag(at) != Tag::Nn {
        return None;
    }
    change = hung(at, before, Dep::Acl);
    (change.kind, change.lemma) = (Some((Pos::Verb, Tag::Vbg)), Some(lemma.into()));
    let mut mend = vec![hung(before, head, dep), change];
    mend.extend(parse.children(at).filter(|&child| child < before).map(|child| hung(child, before, parse.dep(child))));
    Some(mend)
}

/// "Fighting *in* and around Velna": a particle to which a preposition is joined is one itself.
pub(super) fn joined_preposition(parse: &Parse, at: usize) -> Option<Rehang> {
    let other = parse.child(at, Dep::Conj)?;
    let both = parse.dep(at) == Dep::Prt && parse.pos(other) == Pos::Adp && parse.child(other, Dep::Pobj).is_some();
    both.then(|| hung(at, parse.head(at), Dep::Prep))
}
