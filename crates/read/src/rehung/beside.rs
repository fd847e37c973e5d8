//! Beside which noun does a name or a noun between commas stand?
//!
//! "Kestria and its proxy, *the Velna Brigade*, attacked": the brigade is the proxy, and not Kestria. "The rebels, *opponents* of the
//! government, attacked": the opponents are the rebels. "the insurgent *Velna Brigade*": the brigade is insurgent.

use super::hung;
use crate::class;
use language::{Dep, NameLabel, Parse, Pos, Rehang, Tag};
use lexicon::{Frame, Lexicon, NounClass, Sense, TitleClass};
use model::ClaimType;

/// "Kestria and its proxy, *the Velna Brigade*, attacked": a name right behind the last of a row is that of the last.
pub(super) fn name_of_last(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Rehang> {
    let first = parse.head(at);
    let start = parse.subtree(at).start;
    if parse.dep(at) != Dep::Appos || parse.pos(at) != Pos::Propn || start < 2 || parse.word(start - 1) != "," {
        return None;
    }
    let last = start - 2;
    let party = [NounClass::Party, NounClass::Forces, NounClass::People];
    let described = parse.pos(last) == Pos::Noun
        && parse.tag(last) == Tag::Nn
        && party.iter().any(|&class| lexicon.nouns.is(parse.entry(last), class))
        && parse.child(last, Dep::Poss).is_some();
    let joined = parse.dep(last) == Dep::Conj && parse.head(last) == first && parse.child(first, Dep::Cc).is_some();
    (described && joined).then(|| hung(at, last, Dep::Appos))
}

/// "The rebels, *opponents* of the government, attacked": a verb has one subject, and a noun between commas behind it tells more of it.
pub(super) fn noun_beside_subject(parse: &Parse, at: usize) -> Option<Rehang> {
    let words = parse.subtree(at);
    let apart = words.start > 1
        && words.end + 1 < parse.len()
        && parse.word(words.start - 1) == ","
        && parse.word(words.end) == ","
        && matches!(parse.pos(words.end + 1), Pos::Verb | Pos::Aux);
    if !apart || parse.pos(at) != Pos::Noun {
        return None;
    }
    let above = parse.head(at);
    let subject = |first: usize| first < at && matches!(parse.dep(first), Dep::Nsubj | Dep::Nsubjpass);
    let first = match parse.dep(at) {
        Dep::Nsubj | Dep::Nsubjpass if above > at => {
            parse.children(above).find(|&child| subject(child) && parse.subtree(child).end == words.start - 1)?
        }
        // Nor are the two a row without an "and".
        Dep::Conj if subject(above) && parse.child(above, Dep::Cc).is_none() => above,
        _ => return None,
    };
    Some(hung(at, first, Dep::Appos))
}

/// "Kestria's *rival* Morvania attacked": a word for who stands with or against somebody is a noun before a name, and no adjective.
pub(super) fn rival_before_name(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Vec<Rehang>> {
    let word = at.checked_sub(1)?;
    let stands = |frame: &Frame| matches!(frame.claim_type, ClaimType::AlliedWith | ClaimType::Opposes);
    let sort = parse.dep(word) == Dep::Amod && parse.head(word) == at && parse.pos(word) == Pos::Adj;
    let owned = parse.child(at, Dep::Poss).is_some_and(|owner| owner < word);
    let named = parse.name_of(at).is_some_and(|name| name.tokens.start == at || name.tokens.start == word);
    if !sort || !owned || !named || parse.is_root(at) || !lexicon.triggers.nouns(parse.norm(word)).any(stands) {
        return None;
    }
    let before = parse.children(at).filter(|&child| child < word).map(|child| hung(child, word, parse.dep(child)));
    let kind = Some((Pos::Noun, Tag::Nn));
    let noun = Rehang { kind, ..hung(word, parse.head(at), parse.dep(at)) };
    Some([noun, hung(at, word, Dep::Appos)].into_iter().chain(before).collect())
}

/// "between the army on one *side* and the rebels on the other": whom the tree joins to the side is the other party.
pub(super) fn other_side(parse: &Parse, at: usize) -> Option<Rehang> {
    let side = parse.head(at);
    let on = parse.head(side);
    let one = matches!(parse.lemma(side), "side" | "hand")
        && parse.norm(on) == "on"
        && parse.children(side).any(|child| matches!(parse.norm(child), "one" | "the"));
    let first = on.checked_sub(1).filter(|&first| parse.dep(first) == Dep::Pobj)?;
    let between = parse.norm(parse.head(first)) == "between" && parse.head(first) < first;
    let party = matches!(parse.pos(at), Pos::Noun | Pos::Propn) && parse.dep(at) == Dep::Conj && at > side;
    (one && between && party).then(|| hung(at, first, Dep::Conj))
}

/// "joined the insurgent *Velna Brigade*": a word for those who fight right before a name tells what sort of party it is.
pub(super) fn name_behind_sort(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Vec<Rehang>> {
    let noun = parse.head(at);
    let name = parse.name_of(at).filter(|name| name.label == NameLabel::Org && name.tokens.end == at + 1)?;
    let behind = parse.dep(at) == Dep::Appos && noun + 1 == name.tokens.start;
    let sort = parse.pos(noun) == Pos::Noun
        && parse.tag(noun) == Tag::Nn
        && lexicon.nouns.is(parse.entry(noun), NounClass::People);
    let led = parse.children(noun).any(|child| child < noun && parse.norm(child) == "the");
    if !behind || !sort || !led {
        return None;
    }
    let above = if parse.is_root(noun) { at } else { parse.head(noun) };
    let others = parse.children(noun).filter(|&child| child != at).map(|child| hung(child, at, parse.dep(child)));
    let kind = Some((Pos::Adj, Tag::Jj));
    let noun_hung = Rehang { kind, ..hung(noun, at, Dep::Amod) };
    Some([hung(at, above, parse.dep(noun)), noun_hung].into_iter().chain(others).collect())
}

/// "Gen. Brek, *commanding general* of the division": two words that are one title, of which the tree takes the first for a verb.
pub(super) fn title_of_two(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Vec<Rehang>> {
    let verb = parse.head(at);
    let whose = parse.head(verb);
    let beside = parse.tag(verb) == Tag::Vbg
        && matches!(parse.dep(verb), Dep::Acl | Dep::Advcl)
        && parse.pos(whose) == Pos::Propn
        && parse.dep(at) == Dep::Dobj
        && verb + 1 == at
        && verb > whose + 1
        && parse.word(verb - 1) == ","
        && parse.children(at).all(|child| child > at);
    let title = || format!("{} {}", parse.lower(verb), parse.lower(at));
    if !beside || lexicon.titles.class(&title()).is_none() {
        return None;
    }
    let kind = Some((Pos::Noun, Tag::Nn));
    let noun = Rehang { kind, lemma: Some(parse.lower(at).into()), ..hung(at, whose, Dep::Appos) };
    let first = Rehang { kind: Some((Pos::Adj, Tag::Jj)), ..hung(verb, at, Dep::Amod) };
    let others = parse.children(verb).filter(|&child| child != at).map(|child| hung(child, at, parse.dep(child)));
    Some([noun, first].into_iter().chain(others).collect())
}

/// "named *Ida Sand* defence minister": who gets an office is no sort of it.
pub(super) fn given_office(parse: &Parse, office: usize, lexicon: &Lexicon) -> Option<Vec<Rehang>> {
    let verb = parse.head(office);
    let title = matches!(parse.dep(office), Dep::Dobj | Dep::Oprd)
        && parse.pos(office) == Pos::Noun
        && matches!(lexicon.titles.class(parse.entry(office)), Some(TitleClass::Head | TitleClass::Office));
    let person = |&child: &usize| {
        let name = parse.name_of(child).filter(|name| name.label == NameLabel::Person);
        matches!(parse.dep(child), Dep::Compound | Dep::Nmod)
            && name.is_some_and(|name| name.tokens.start == verb + 1 && name.tokens.end == child + 1)
    };
    let holder = parse.children(office).filter(|_| title).find(person)?;
    class::appoints(parse, lexicon, verb).then(|| vec![hung(holder, verb, Dep::Dobj), hung(office, verb, Dep::Oprd)])
}

/// "Under Brek *the brigade* crossed the river": a noun with an article and no comma before it, right before a verb that has no subject, is no
/// other name of whoever stands before it.
pub(super) fn subject_behind_name(parse: &Parse, at: usize) -> Option<Rehang> {
    let words = parse.subtree(at);
    let name = parse.head(at);
    let verb = words.end;
    let starts = parse.dep(at) == Dep::Appos
        && name + 1 == words.start
        && parse.pos(name) == Pos::Propn
        && parse.tag(words.start) == Tag::Dt
        && parse.pos(at) == Pos::Noun;
    let told = verb < parse.len()
        && matches!(parse.tag(verb), Tag::Vbd | Tag::Vbz | Tag::Vbp)
        && parse.dominates(verb, name)
        && parse.children(verb).all(|child| !matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass));
    (starts && told).then(|| hung(at, verb, Dep::Nsubj))
}

/// "Commenting on the raid on Velna, *Anton Brek*, the minister, said …": the last name of an opening, behind a comma and without an "and", is
/// no second place of a row but who does what the verb behind it tells.
pub(super) fn subject_behind_opening(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Rehang> {
    let words = parse.subtree(at);
    let place = parse.head(at);
    let apart = matches!(parse.dep(at), Dep::Conj | Dep::Appos)
        && parse.pos(at) == Pos::Propn
        && parse.pos(place) == Pos::Propn
        && words.start > 1
        && parse.word(words.start - 1) == ","
        && parse.child(place, Dep::Cc).is_none()
        // "…, *Minister* for Africa, Ruth Osei, said": the office is hers.
        && lexicon.titles.class(parse.lower(place)).is_none()
        && parse.name_of(at).is_some_and(|name| name.label == NameLabel::Person)
        && parse.name_of(at) != parse.name_of(place);
    // A comma belongs to the pair that sets off what is told of him.
    let verb = (words.end..parse.len()).find(|&word| parse.word(word) != ",").filter(|&verb| verb <= words.end + 1)?;
    let told = matches!(parse.tag(verb), Tag::Vbd | Tag::Vbz | Tag::Vbp)
        && parse.is_root(verb)
        && parse.children(verb).all(|child| !matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass));
    let opening = |&child: &usize| {
        let range = parse.subtree(child);
        matches!(parse.dep(child), Dep::Prep | Dep::Advcl) && range.contains(&at) && child < at
    };
    let first = |child: usize| parse.subtree(child).start == parse.sentences()[parse.sentence_of(child)].start;
    let opens = apart && told && parse.children(verb).find(opening).is_some_and(first);
    opens.then(|| hung(at, verb, Dep::Nsubj))
}

/// "The Falcons fought in the Dawn Brigade, *a branch* of the party": what a body is said to be behind a comma is told of the name right
/// before it, not of somebody further off.
pub(super) fn body_behind_name(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Rehang> {
    let first = parse.head(at);
    let start = parse.subtree(at).start;
    let is_body = || {
        let classes = lexicon.nouns.classes(parse.entry(at));
        let body = |class: &NounClass| matches!(class, NounClass::Forces | NounClass::Office | NounClass::Party);
        classes.contains(&NounClass::Party) && classes.iter().all(body)
    };
    let beside = parse.dep(at) == Dep::Appos
        && parse.tag(at) == Tag::Nn
        && start >= 2
        && parse.word(start - 1) == ","
        && matches!(parse.norm(start), "a" | "an")
        && is_body();
    let last = start.checked_sub(2).filter(|&last| beside && parse.pos(last) == Pos::Propn)?;
    let name = parse.name_of(last).filter(|name| name.tokens.end == last + 1 && !name.tokens.contains(&first))?;
    let named = matches!(name.label, NameLabel::Org | NameLabel::Fac | NameLabel::Product | NameLabel::WorkOfArt);
    // "the leader of the *Dawn Brigade*, a branch", not "the armed wing of the Dawn Party, a militia"
    let person = parse.name_of(first).is_some_and(|name| name.label == NameLabel::Person)
        || lexicon.nouns.is(parse.entry(first), NounClass::People);
    (named && first < name.tokens.start && (person || !parse.dominates(first, last)))
        .then(|| hung(at, last, Dep::Appos))
}

/// "are at the moment *in Velna*", "active since May *in Velna*": where somebody is does not hang on when.
pub(super) fn place_behind_time(parse: &Parse, at: usize, lexicon: &Lexicon) -> Option<Rehang> {
    let time = parse.head(at);
    let label = |at: usize| parse.name_of(at).map(|name| name.label);
    let when = |at: usize| matches!(label(at), Some(NameLabel::Date | NameLabel::Time));
    let moment = || when(time) || lexicon.senses.has(parse.lemma(time), Sense::Moment);
    let lead = parse.head(time);
    let hung_on_time = parse.dep(at) == Dep::Prep && at == time + 1 && parse.dep(time) == Dep::Pobj;
    if !hung_on_time || !matches!(parse.norm(at), "in" | "at" | "near" | "on" | "across") || !moment() {
        return None;
    }
    let place = parse.child(at, Dep::Pobj).filter(|&place| !when(place))?;
    let named = matches!(label(place), Some(NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac));
    let known = named || lexicon.nouns.is(parse.entry(place), NounClass::Place);
    let host = parse.head(lead);
    let tells = matches!(parse.pos(host), Pos::Verb | Pos::Aux | Pos::Adj);
    (known && tells && parse.dep(lead) == Dep::Prep).then(|| hung(at, host, Dep::Prep))
}
