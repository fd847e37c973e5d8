//! Does the text say that it is, or that it is not?
//!
//! "The army did not enter the town." → for `enter` negative, cue `not`. "The army lifted the siege." → for `siege` negative,
//! cue `lifted`. Two negations make a positive: "did not fail to enter".

use crate::PartText;
use crate::attribution::verb::{is_verbal, own_subject};
use language::{Dep, Parse, Pos, Tag};
use lexicon::{Lexicon, NegationClass, NegationScope};
use model::{Marked, Polarity};

/// The polarity of the claim whose trigger is this token.
pub fn of(part: &PartText, token: usize, lexicon: &Lexicon) -> Marked<Polarity> {
    let parse = &part.parse;
    let mut cues: Vec<usize> = at_word(parse, token, lexicon).into_iter().collect();
    let mut at = token;
    for _ in 0..6 {
        let Some((cue, next)) = above(parse, at, token, lexicon) else { break };
        cues.extend(cue);
        at = next;
    }
    match cues.first() {
        Some(&cue) if cues.len() % 2 == 1 => Marked { value: Polarity::Negative, cue: Some(part.token_span(cue)) },
        _ => Marked { value: Polarity::Positive, cue: None },
    }
}

/// The polarity of a deed that a verb above it carries: "*foiled* an attack" denies the attack; "*ended* the war" does not, nor does
/// "did not *stop* the shelling".
pub fn carried(part: &PartText, deed: usize, verb: usize, lexicon: &Lexicon) -> Marked<Polarity> {
    let of_verb = of(part, verb, lexicon);
    let entry = lexicon.negations.get(NegationClass::Verb, part.parse.entry(verb));
    let Some(entry) = entry.filter(|_| deed != verb) else { return of_verb };
    let of_deed = of(part, deed, lexicon);
    let ends = entry.scopes.contains(&NegationScope::Ending);
    let denied = of_deed.cue == Some(part.token_span(verb));
    if !ends && denied || ends && of_verb.value == Polarity::Negative { of_deed } else { of_verb }
}

/// The word at a trigger that negates it: `not`, `never`, `no`.
fn at_word(parse: &Parse, token: usize, lexicon: &Lexicon) -> Option<usize> {
    let negates = |at: usize| {
        let word = parse.norm(at);
        let written = parse.lower(at);
        if is_numero(parse, at) {
            return false;
        }
        lexicon
            .negations
            .get(NegationClass::Word, word)
            .or_else(|| lexicon.negations.get(NegationClass::Word, written))
            .is_some()
    };
    // "there were *no* soldiers in the town": the claim hangs on the preposition.
    if parse.pos(token) == Pos::Adp {
        let noun = parse.head(token);
        return parse.children(noun).find(|&word| parse.dep(word) == Dep::Det && negates(word));
    }
    for child in parse.children(token) {
        let here = match parse.dep(child) {
            Dep::Neg | Dep::Det | Dep::Advmod | Dep::Preconj | Dep::Cc => negates(child) && !is_only(parse, child),
            // "No soldiers entered", "nobody entered".
            Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj if is_verbal(parse, token) => {
                let first = |word: usize| {
                    parse.dep(word) == Dep::Det
                    // "*Not* a single soldier was lost."
                    || matches!(parse.dep(word), Dep::Neg | Dep::Preconj) && word + 1 < child && !is_only(parse, word)
                };
                negates(child) || parse.children(child).any(|word| first(word) && negates(word))
            }
            // "agreed *on no* statement", "led *to no* deal"; what is done "with no losses" is done.
            Dep::Prep if is_verbal(parse, token) && matches!(parse.norm(child), "on" | "to" | "upon") => parse
                .child(child, Dep::Pobj)
                .is_some_and(|object| parse.children(object).any(|word| parse.dep(word) == Dep::Det && negates(word))),
            // "no longer", "by no means"
            _ => false,
        };
        if here {
            return Some(child);
        }
        if parse.norm(child) == "longer" && parse.children(child).any(&negates) {
            return Some(child);
        }
    }
    None
}

/// "*No* 12 Squadron": the short form of number.
fn is_numero(parse: &Parse, at: usize) -> bool {
    parse.word(at) == "No"
        && at + 1 < parse.len()
        && parse.word(at + 1).starts_with(|first: char| first.is_ascii_digit())
}

/// "not only": no negation.
fn is_only(parse: &Parse, at: usize) -> bool {
    parse.norm(at) == "not" && at + 1 < parse.len() && matches!(parse.norm(at + 1), "only" | "just" | "merely")
}

/// What the word above negates, and where to look next.
fn above(parse: &Parse, at: usize, token: usize, lexicon: &Lexicon) -> Option<(Option<usize>, usize)> {
    let head = parse.head(at);
    if head == at {
        return None;
    }
    // "No one has claimed *the* attack": there was one.
    let known = |child: usize| matches!(parse.norm(child), "the" | "this" | "that");
    if parse.dep(at) == Dep::Dobj
        && parse.pos(at) == Pos::Noun
        && parse.children(at).any(known)
        && crate::grammar::subject(parse, head).is_some_and(|who| crate::grammar::is_nobody(parse, who))
    {
        return None;
    }
    let class = match parse.pos(head) {
        Pos::Verb | Pos::Aux => NegationClass::Verb,
        Pos::Adj => NegationClass::Adjective,
        _ => NegationClass::Noun,
    };
    let governs = |owner: usize, class: NegationClass, wanted: &dyn Fn(&NegationScope) -> bool| {
        let lemma = parse.entry(owner);
        // "called *off* the raid", "have *yet* to come"
        let beside = |word: &usize| parse.dep(*word) == Dep::Advmod && parse.norm(*word) == "yet";
        let particle = parse.child(owner, Dep::Prt).or_else(|| parse.children(owner).find(beside));
        let particle = particle.map(|word| format!("{lemma} {}", parse.norm(word)));
        particle
            .and_then(|words| lexicon.negations.get(class, &words))
            .or_else(|| lexicon.negations.get(class, lemma))
            .is_some_and(|entry| entry.scopes.iter().any(wanted))
    };
    let ends = |verb: usize| governs(verb, NegationClass::Verb, &|scope| *scope == NegationScope::Ending);
    match parse.dep(at) {
        Dep::Xcomp | Dep::Ccomp | Dep::Acl | Dep::Advcl if is_verbal(parse, at) => {
            let infinitive = parse.children(at).any(|to| parse.tag(to) == Tag::To && to < at);
            let gerund = parse.tag(at) == Tag::Vbg;
            let wanted = |scope: &NegationScope| match scope {
                NegationScope::Infinitive => infinitive,
                NegationScope::Gerund => gerund,
                _ => false,
            };
            if governs(head, class, &wanted) {
                // "must stop shelling the town": it is shelled.
                if gerund && ends(head) && is_asked(parse, head) {
                    return None;
                }
                return Some((Some(head), head)).map(|found| with_own(parse, found, lexicon));
            }
            // "did not continue to shell", "did not want to leave": what the governing verb denies is denied below.
            if infinitive && parse.dep(at) == Dep::Xcomp {
                // "were *not* able to enter"
                let be = || at_word(parse, parse.head(head), lexicon).filter(|_| parse.dep(head) == Dep::Acomp);
                return Some((at_word(parse, head, lexicon).or_else(be), head));
            }
            None
        }
        Dep::Pcomp | Dep::Pobj => {
            let word = parse.norm(head);
            let led = parse.dep(at) == Dep::Pcomp || at == token && parse.dep(head) == Dep::Prep;
            if led && lexicon.negations.get(NegationClass::Word, word).is_some() {
                return Some((Some(head), head));
            }
            let owner = parse.head(head);
            let class = match parse.pos(owner) {
                Pos::Verb | Pos::Aux => NegationClass::Verb,
                Pos::Adj | Pos::Adv => NegationClass::Adjective,
                _ => NegationClass::Noun,
            };
            let wanted =
                |scope: &NegationScope| matches!(scope, NegationScope::After(preposition) if *preposition == word);
            if owner != head && governs(owner, class, &wanted) {
                return Some(with_own(parse, (Some(owner), owner), lexicon));
            }
            // "did not succeed in *entering* the town"
            if parse.dep(at) == Dep::Pcomp && word == "in" && parse.lemma(owner) == "succeed" {
                return Some((at_word(parse, owner, lexicon), owner));
            }
            None
        }
        Dep::Dobj | Dep::Nsubjpass if !is_verbal(parse, token) => {
            let passive = parse.dep(at) == Dep::Nsubjpass;
            let state = lexicon.negations.get(NegationClass::State, parse.entry(at)).is_some();
            let wanted = |scope: &NegationScope| match scope {
                NegationScope::Object => true,
                NegationScope::Lifted => state,
                _ => false,
            };
            if governs(head, NegationClass::Verb, &wanted) {
                // "failed to halt the offensive", "called for the army to end its siege": there is one.
                if !passive && !state && ends(head) && is_asked(parse, head) {
                    return None;
                }
                return Some(with_own(parse, (Some(head), head), lexicon));
            }
            // "did not launch an attack", "no attack was launched": the noun shares the negation of a verb that only carries it;
            // "did not limit its attacks", "did not condemn the attack" deny none.
            let lemma = parse.entry(head);
            let has = |word: &str| parse.children(head).any(|child| parse.norm(child) == word);
            lexicon.light_verbs.find(lemma, has)?;
            let own = at_word(parse, head, lexicon).filter(|&cue| passive || cue != at);
            Some((own.filter(|&cue| cue != at && parse.head(cue) != at), head))
        }
        // "the clan is *not* an ally of the army", "was *not* present at the talks"
        dep @ (Dep::Acomp | Dep::Attr)
            if at == token && (dep == Dep::Acomp || parse.pos(at) == Pos::Noun) && parse.lemma(head) == "be" =>
        {
            Some((at_word(parse, head, lexicon).filter(|&cue| parse.dep(cue) == Dep::Neg), head))
        }
        Dep::Conj => {
            if own_subject(parse, at).is_some() || is_verbal(parse, at) != is_verbal(parse, head) {
                return None;
            }
            // "did not stop or turn back" denies both; "did not stop but turned back" does not.
            let but = parse
                .children(head)
                .any(|child| parse.dep(child) == Dep::Cc && matches!(parse.norm(child), "but" | "yet"));
            // "neither stopped nor turned back" denies both too.
            let nor = parse.children(head).any(|child| parse.dep(child) == Dep::Cc && parse.norm(child) == "nor");
            // "saw no service and *was* disbanded" begins anew.
            let own = |word: usize| matches!(parse.tag(word), Tag::Vbd | Tag::Vbz | Tag::Vbp);
            let aux = |child: usize| matches!(parse.dep(child), Dep::Aux | Dep::Auxpass) && own(child);
            let finite = (own(at) || parse.children(at).any(aux)) && !nor;
            if but || is_verbal(parse, at) && finite {
                return None;
            }
            let own = at_word(parse, head, lexicon).filter(|&cue| is_verbal(parse, head) || parse.dep(cue) == Dep::Det);
            Some((own, head))
        }
        _ => None,
    }
}

/// True for a verb that tells what is to be or should be: what it would end goes on.
fn is_asked(parse: &Parse, verb: usize) -> bool {
    let managed = |above: usize| matches!(parse.lemma(above), "manage" | "be" | "help" | "succeed");
    let asked = parse.children(verb).any(|child| {
        parse.tag(child) == Tag::Md && matches!(parse.norm(child), "must" | "should" | "shall" | "need" | "ought")
    });
    let infinitive = parse.children(verb).any(|child| parse.tag(child) == Tag::To);
    asked || infinitive && !managed(parse.head(verb))
}

/// "did not fail to": the negation of the governing word cancels it.
fn with_own(parse: &Parse, found: (Option<usize>, usize), lexicon: &Lexicon) -> (Option<usize>, usize) {
    match at_word(parse, found.1, lexicon) {
        Some(_) => (None, found.1),
        None => found,
    }
}
