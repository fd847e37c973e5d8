//! Which two are the sides of a fight, an accord or a feud that a noun tells?
//!
//! "clashes between the army and the rebels", "the Morvania–Kestria War", "clashes pitting the army against the rebels": the first is
//! the actor, the other the target.

use crate::claim::{Draft, Setting};
use crate::frame::{Spot, fill};
use crate::{class, grammar, mention};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{Frame, NounClass, Slot, WordClass};
use model::ClaimType;
use std::ops::Range;

/// Two sides that fight or oppose each other: the first is the actor, the others the target.
///
/// "clashes between the army and the rebels", "the army and the rebels clashed".
pub(in crate::frame) fn take_sides(setting: Setting, site: &Spot, frame: &Frame, draft: &mut Draft) {
    use ClaimType::{Agree, AlliedWith, Fight, Meet, Opposes};
    let parse = &setting.part.parse;
    // "talks between the army, led by Brek, *and the rebels*"
    if matches!(draft.claim_type, Agree | Meet)
        && site.class == WordClass::Noun
        && let [one] = draft.actor[..]
        && let Some(other) = second_inside(setting, one).or_else(|| second_behind(setting, site.trigger, one))
    {
        draft.actor.push(other);
        draft.target.retain(|&at| at != other);
        return;
    }
    if matches!(draft.claim_type, Agree | Meet)
        && let Some((one, other)) = two_before(setting, site)
    {
        draft.actor = vec![one, other];
        draft.target.retain(|at| !draft.actor.contains(at));
        draft.exact.extend([(one, one..one + 1), (other, other..other + 1)]);
        return;
    }
    // "Prime Minister Brek and President Hald met in Velna": one met the other.
    if draft.claim_type == Meet
        && site.class == WordClass::Verb
        && draft.target.is_empty()
        && let [one, other] = draft.actor[..]
        && [one, other].iter().all(|&at| setting.names_person(mention::core(parse, setting.lexicon, at)))
    {
        draft.actor = vec![one];
        draft.target = vec![other];
        return;
    }
    if !matches!(draft.claim_type, AlliedWith | Fight | Opposes) {
        return;
    }
    if site.class == WordClass::Noun
        && let Some((one, other)) = set_against(setting, site.trigger)
    {
        draft.actor = grammar::joined(parse, one);
        draft.target = grammar::joined(parse, other);
        return;
    }
    // "Kestria and Morvania are *partners*": each is one of the other.
    if draft.target == [site.trigger] && draft.actor.len() > 1 && parse.dep(site.trigger) == Dep::Attr {
        draft.target = draft.actor.split_off(1);
        return;
    }
    if !draft.target.is_empty() {
        return;
    }
    // "between the army under Brek *and the forces* of Orlo": the tree hangs the second on a name inside the first.
    if let [one] = draft.actor[..]
        && site.class == WordClass::Noun
        && let Some(other) = second_inside(setting, one).or_else(|| second_behind(setting, site.trigger, one))
    {
        draft.target = vec![other];
        return;
    }
    if let Some((one, other)) = two_before(setting, site) {
        draft.actor = vec![one];
        draft.target = vec![other];
        draft.exact.extend([(one, one..one + 1), (other, other..other + 1)]);
        return;
    }
    // "the Morvania-Kestria axis".
    if site.class == WordClass::Noun
        && let [one] = draft.actor[..]
        && parse.head(one) == site.trigger
        && let Some(other) = parse
            .children(one)
            .find(|&child| child + 2 == one && parse.tag(child + 1) == Tag::Hyph && parse.pos(child) == Pos::Propn)
    {
        draft.actor = vec![other];
        draft.target = vec![one];
        draft.exact.extend([(other, other..other + 1), (one, one..one + 1)]);
    }
    // "fighting *among gangs*": they fight each other.
    let among = || fill(setting, site, &Slot::Preposition("among".to_string()));
    if site.class == WordClass::Noun && draft.actor.is_empty() && draft.claim_type == Fight {
        use NounClass::{Forces, Party, People};
        draft.actor = among();
        draft.actor.retain(|&at| class::fits(parse, setting.lexicon, at, &[Forces, Party, People]));
    }
    let between = !fill(setting, site, &Slot::Preposition("between".to_string())).is_empty();
    // "between *government* and *rebel forces*"
    if between && let [both] = draft.actor[..] {
        let parties = before_one_noun(setting, both);
        if !parties.is_empty() {
            draft.actor = parties.iter().map(|(head, _)| *head).collect();
            draft.exact.extend(parties);
        }
    }
    if draft.actor.len() < 2 {
        return;
    }
    // "Kestria and Norland discussed *the conflict*" in a third land: who speaks of one is not in it.
    let article = parse.children(site.trigger).any(|child| parse.dep(child) == Dep::Det);
    if draft.claim_type == Opposes
        && site.class == WordClass::Noun
        && !between
        && article
        && draft.actor.iter().all(|&side| side < site.trigger && parse.head(side) != site.trigger)
    {
        draft.actor.clear();
        return;
    }
    // "Kestria and Morvania *were at war*", "the army and the rebels *exchanged fire*": what one does with another first of all.
    let mutual = matches!(frame.target.first(), Some(Slot::Preposition(word)) if word == "with");
    let together = draft.actor.len() == 2 && (draft.claim_type != Fight || mutual);
    if between || together {
        draft.target = draft.actor.split_off(1);
    }
}

/// The second side of a pair after "between" where only the first hangs there.
fn second_inside(setting: Setting, one: usize) -> Option<usize> {
    use NounClass::{Forces, Party, People};
    let parse = &setting.part.parse;
    let between = parse.dep(one) == Dep::Pobj && parse.norm(parse.head(one)) == "between";
    let side = |&at: &usize| {
        at > one
            && parse.dep(at) == Dep::Conj
            && matches!(parse.pos(at), Pos::Noun | Pos::Propn)
            && class::fits(parse, setting.lexicon, at, &[Forces, Party, People])
    };
    (between && grammar::joined(parse, one).len() == 1).then(|| parse.subtree(one).find(side)).flatten()
}

/// The second side of a pair after "between" that the tree hangs on the deed, or nowhere near: what stands behind the next "and".
fn second_behind(setting: Setting, deed: usize, one: usize) -> Option<usize> {
    use NounClass::{Forces, Party, People};
    let parse = &setting.part.parse;
    let between = parse.dep(one) == Dep::Pobj && parse.norm(parse.head(one)) == "between";
    if !between || grammar::joined(parse, one).len() > 1 {
        return None;
    }
    let and = [one, deed].into_iter().flat_map(|at| parse.children(at));
    let and = and.filter(|&at| at > one && parse.dep(at) == Dep::Cc && parse.norm(at) == "and").min()?;
    let inside = |at: usize| matches!(parse.dep(at), Dep::Det | Dep::Compound | Dep::Amod | Dep::Nmod | Dep::Poss);
    let other = (and + 1..parse.sentences()[parse.sentence_of(and)].end).find(|&at| !inside(at))?;
    let side = matches!(parse.pos(other), Pos::Noun | Pos::Propn)
        && class::fits(parse, setting.lexicon, other, &[Forces, Party, People]);
    side.then_some(other)
}

/// "the *Morvania*–*Kestria* War", "the *Morvanian*-*Kestrian* peace talks": the two sides before the noun.
fn two_before(setting: Setting, site: &Spot) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    if site.class != WordClass::Noun {
        return None;
    }
    // "the Morvanian-Kestrian *peace* talks"
    let mut other = site.trigger.checked_sub(1)?;
    while parse.pos(other) == Pos::Noun && parse.dep(other) == Dep::Compound && site.trigger - other < 3 {
        other = other.checked_sub(1)?;
    }
    let (dash, one) = (other.checked_sub(1)?, other.checked_sub(2)?);
    if !matches!(parse.word(dash), "-" | "–" | "‑") {
        return None;
    }
    let close = |a: usize, b: usize| parse.token(a).span.end == parse.token(b).span.start;
    let known = |at: usize| {
        let names = &setting.lexicon.names;
        names.find(parse.word(at)).is_some() || !names.demonym(parse.word(at)).is_empty()
    };
    let peoples = |at: usize| parse.name_of(at).is_some_and(|name| name.label == NameLabel::Norp);
    let whole = parse.pos(other) == Pos::Propn
        && parse.name_of(other).is_some_and(|name| name.tokens.contains(&one) && name.label != NameLabel::Norp);
    let side = |at: usize| {
        let capital = parse.word(at).starts_with(char::is_uppercase) && parse.pos(at) != Pos::Noun;
        capital
            && (known(at)
                || peoples(one)
                || peoples(other)
                || parse.pos(one) == Pos::Adj && parse.pos(other) == Pos::Adj)
    };
    // "the *Al-Bakr* meeting" is that of one.
    (!whole && close(one, dash) && close(dash, other) && side(one) && side(other)).then_some((one, other))
}

/// The parties joined before a noun of many, with their words; the last has the noun as well. Empty where it is of one.
fn before_one_noun(setting: Setting, noun: usize) -> Vec<(usize, Range<usize>)> {
    use NounClass::{Forces, Party, People};
    let parse = &setting.part.parse;
    let nouns = &setting.lexicon.nouns;
    let is = |at: usize, classes: &[NounClass]| {
        let lemma = parse.entry(at);
        classes.iter().any(|class| nouns.is(lemma, *class))
    };
    if parse.tag(noun) != Tag::Nns || parse.name_of(noun).is_some() || !is(noun, &[Forces, Party, People]) {
        return Vec::new();
    }
    let party = |&at: &usize| {
        let state = matches!(setting.lexicon.names.find(parse.word(at)), Some(lexicon::Known::State(_)))
            || !setting.lexicon.names.demonym(parse.word(at)).is_empty();
        let named =
            matches!(parse.name_of(at).map(|name| name.label), Some(NameLabel::Norp | NameLabel::Org | NameLabel::Gpe));
        let large = parse.pos(at) == Pos::Adj && parse.word(at).starts_with(char::is_uppercase);
        state
            || named
            || large
            || is(at, &[Forces, Party])
            || parse.pos(at) == Pos::Propn && parse.name_of(at).is_none()
    };
    let first = parse.children(noun).find(|&child| {
        matches!(parse.dep(child), Dep::Amod | Dep::Nmod | Dep::Compound) && grammar::joined(parse, child).len() > 1
    });
    let parties = first.map_or(Vec::new(), |first| grammar::joined(parse, first));
    let last = parties.last().copied().unwrap_or(noun);
    // Words between the last of them and the noun describe what all are.
    if last + 1 != noun || !parties.iter().all(party) {
        return Vec::new();
    }
    let words = |&at: &usize| if at == last { (noun, last..noun + 1) } else { (at, at..at + 1) };
    parties.iter().map(words).collect()
}

/// Who is set against whom behind a noun: "clashes *pitting the army against the rebels*", wherever the tree hangs the second.
fn set_against(setting: Setting, noun: usize) -> Option<(usize, usize)> {
    let parse = &setting.part.parse;
    let clause = |&at: &usize| at > noun && matches!(parse.dep(at), Dep::Acl | Dep::Relcl);
    let sets = |&verb: &usize| {
        setting.lexicon.triggers.frames(parse.lemma(verb)).iter().any(|frame| {
            let against = |slot: &Slot| matches!(slot, Slot::Preposition(word) if word == "against");
            frame.claim_type == ClaimType::Opposes
                && frame.class == WordClass::Verb
                && frame.actor == [Slot::Object]
                && frame.target.iter().any(against)
        })
    };
    let verb = parse.children(noun).filter(clause).find(sets)?;
    let one = parse.child(verb, Dep::Dobj)?;
    let other = [verb, one, noun].into_iter().find_map(|host| grammar::after(parse, host, "against"))?;
    Some((one, other))
}
