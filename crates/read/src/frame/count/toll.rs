//! Which dead and wounded does a clause only count?
//!
//! "The raid left 12 dead and 30 wounded" → two claims, `casualties` with 12 killed and with 30 wounded. The words stand where
//! no frame looks for them: beside each other, after a copula, in brackets.

use crate::claim::{Draft, Setting};
use crate::frame::fillers;
use crate::frame::fillers::behind;
use crate::{class, grammar, quantity};
use language::{Dep, Parse, Pos, Tag};
use lexicon::{LightSubject, NounClass, Slot};
use model::{ClaimType, Quantity, QuantityKind};

/// Gives a passive the number right before it that the parser hung elsewhere: "ten people died and *above 80* were injured".
fn headless(setting: Setting, drafts: &mut [Draft]) {
    let parse = &setting.part.parse;
    for draft in drafts.iter_mut().filter(|draft| draft.claim_type == ClaimType::Casualties) {
        let Some(what) = setting.lexicon.numbers.counted(parse.norm(draft.trigger)) else { continue };
        let auxiliaries =
            parse.children(draft.trigger).filter(|&child| matches!(parse.dep(child), Dep::Aux | Dep::Auxpass));
        let Some(first) = auxiliaries.min().filter(|&first| first < draft.trigger) else { continue };
        let Some(count) = quantity::right_before(setting.part, first, setting.lexicon) else { continue };
        let before =
            parse.children(draft.trigger).find(|&child| matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass));
        if before.is_none() && draft.rule == "event/verb" {
            draft.target.clear();
            draft.quantity = vec![Quantity { what, ..count }];
        }
    }
}

/// Takes "twelve were killed, wounded *or captured*" for twelve persons, of whom nobody says how many met with which.
fn one_of_several(setting: Setting, drafts: &mut Vec<Draft>) {
    let parse = &setting.part.parse;
    for first in 0..parse.len() {
        // "ten were killed and five *wounded* or missing": others than those before.
        let others = |at: usize| parse.children(at).any(|who| matches!(parse.dep(who), Dep::Nsubj | Dep::Nsubjpass));
        if parse.tag(first) != Tag::Vbn || parse.dep(first) == Dep::Conj && !others(first) {
            continue;
        }
        let mut verbs = vec![first];
        // "killed, *wounded* or captured": the tree may take the second for a clause of its own.
        let listed = |at: usize, child: usize| child == at + 2 && parse.word(at + 1) == ",";
        let next = |at: usize| {
            let joined = |child: usize| parse.dep(child) == Dep::Conj || listed(at, child);
            parse.children(at).find(|&child| joined(child) && parse.tag(child) == Tag::Vbn && !others(child))
        };
        verbs.extend(std::iter::successors(next(first), |&at| next(at)));
        let or = verbs[..verbs.len() - 1]
            .iter()
            .any(|&verb| parse.children(verb).any(|child| parse.dep(child) == Dep::Cc && parse.norm(child) == "or"));
        let is_loss = |draft: &Draft| draft.claim_type == ClaimType::Casualties && verbs.contains(&draft.trigger);
        if verbs.len() < 2 || !or {
            continue;
        }
        let Some(loss) = drafts.iter().filter(|draft| is_loss(draft)).map(|draft| draft.trigger).min() else {
            continue;
        };
        drafts.retain(|draft| !is_loss(draft) || draft.trigger == loss);
        for draft in drafts.iter_mut().filter(|draft| verbs.contains(&draft.trigger)) {
            if is_loss(draft) {
                draft.quantity.iter_mut().for_each(|count| count.what = QuantityKind::Persons);
            } else {
                draft.quantity.clear();
            }
        }
    }
}

/// Adds a draft for each count of dead or wounded that no draft has yet, and the number to those that lack it.
pub(crate) fn read(setting: Setting, drafts: &mut Vec<Draft>) {
    let parse = &setting.part.parse;
    drafts.retain(|draft| draft.claim_type != ClaimType::Casualties || !only_meant(setting, draft));
    // "The bus hit a mine, *killing* three": what the mine hit killed nobody.
    let hit: Vec<(usize, usize)> = drafts
        .iter()
        .filter(|draft| draft.claim_type == ClaimType::Attack && draft.actor.is_empty())
        .flat_map(|draft| draft.target.iter().map(|&target| (draft.trigger, target)).collect::<Vec<_>>())
        .collect();
    for draft in drafts.iter_mut().filter(|draft| draft.claim_type == ClaimType::Casualties) {
        let under = |deed: usize| deed != draft.trigger && parse.dominates(deed, draft.trigger);
        draft.actor.retain(|&actor| !hit.iter().any(|&(deed, target)| target == actor && under(deed)));
    }
    headless(setting, drafts);
    one_of_several(setting, drafts);
    for at in 1..parse.len() {
        let Some(what) = setting.lexicon.numbers.counted(parse.norm(at)) else { continue };
        if !matches!(what, QuantityKind::Killed | QuantityKind::Wounded) {
            continue;
        }
        if let Some((victims, verb)) = among(setting, at).or_else(|| named(setting, at)) {
            let mut draft = Draft::new(ClaimType::Casualties, at, "event/toll");
            draft.predicate = verb;
            let counts = victims.iter().filter_map(|&victim| quantity::of(setting.part, victim, setting.lexicon));
            draft.quantity = counts.map(|count| Quantity { what, ..count }).collect();
            draft.target = victims;
            drafts.retain(|other| other.trigger != at || other.claim_type != ClaimType::Casualties);
            // "the dead were *named* as …" names nobody to an office.
            drafts.retain(|other| other.trigger != draft.predicate || other.claim_type != ClaimType::Recruit);
            drafts.push(draft);
            continue;
        }
        if let Some((victims, verb, number)) = some_of(setting, at) {
            let mut draft = Draft::new(ClaimType::Casualties, at, "event/toll");
            draft.predicate = verb;
            draft.quantity = quantity::number(setting.part, number, what, setting.lexicon).into_iter().collect();
            draft.target = victims;
            drafts.push(draft);
        }
        // Nouns such as "deaths" have frames of their own.
        if !is_participle(setting, at) {
            continue;
        }
        let Some((mut count, sufferers)) = counted_before(setting, at) else { continue };
        count.what = if is_one_of_two(setting, at) { QuantityKind::Persons } else { what };
        // "left one dead and *13 injured*": the injured are not among the dead.
        for other in drafts.iter_mut().filter(|other| other.trigger != at && other.quantity.len() > 1) {
            other.quantity.retain(|one| one.span != count.span || one.what == what);
        }
        if let Some(draft) =
            drafts.iter_mut().find(|draft| draft.trigger == at && draft.claim_type == ClaimType::Casualties)
        {
            // "suffered *120 dead*" tells whose they are by its verb.
            if draft.target.is_empty() && draft.actor.is_empty() && sufferers.is_none() {
                draft.target = sufferer(setting, draft.predicate).into_iter().collect();
            }
            if draft.quantity.is_empty() {
                draft.quantity = vec![count];
                // "attacked a post, *leaving two others* wounded", read as if who attacked was wounded.
                if let Some(noun) = sufferers.filter(|&noun| is_left(setting, noun)) {
                    draft.target = vec![noun];
                    draft.actor = doer(setting, parse.head(noun));
                }
                // "left ten people dead and *forty others wounded*", read as if the others wounded somebody.
                if draft.target.is_empty()
                    && let Some(noun) = sufferers.filter(|noun| draft.actor == [*noun])
                {
                    draft.target = vec![noun];
                    draft.actor.clear();
                }
            }
            continue;
        }
        let known = |draft: &Draft| {
            draft.claim_type == ClaimType::Casualties
                && draft
                    .quantity
                    .iter()
                    .any(|one| one.what == what && one.span.start < count.span.end && count.span.start < one.span.end)
        };
        if drafts.iter().any(known) {
            continue;
        }
        let mut draft = Draft::new(ClaimType::Casualties, at, "event/toll");
        draft.predicate = grammar::clause_head(parse, at);
        draft.quantity = vec![count];
        // "the attack killed ten and left *many more wounded*": no deed is wounded.
        let somebody = |who: &usize| !behind::is_deed_or_weapon(setting, *who);
        let whose = || sufferer(setting, draft.predicate).filter(somebody);
        draft.target = sufferers.or_else(whose).into_iter().collect();
        drafts.push(draft);
    }
}

/// True for those whom a deed leaves in a state: "leaving *two others* wounded".
fn is_left(setting: Setting, noun: usize) -> bool {
    let parse = &setting.part.parse;
    parse.dep(noun) == Dep::Dobj && parse.lemma(parse.head(noun)) == "leave"
}

/// Who does the deed of a verb, where that is somebody: no weapon, and no deed.
fn doer(setting: Setting, verb: usize) -> Vec<usize> {
    let parse = &setting.part.parse;
    let doers = grammar::doer(parse, verb).into_iter().flat_map(|at| grammar::joined(parse, at));
    doers.filter(|&at| fillers::is_filler(setting, at) && !behind::is_deed_or_weapon(setting, at)).collect()
}

/// True for a killing that somebody only means: "tried *to kill* the mayor", "an attempt was made *to murder* him".
fn only_meant(setting: Setting, draft: &Draft) -> bool {
    let parse = &setting.part.parse;
    let at = draft.trigger;
    let above = parse.head(at);
    let means = |word: usize| {
        let frames = setting.frames(word);
        frames.iter().any(|frame| frame.claim_type == ClaimType::Intent && frame.actor == [Slot::Subject])
    };
    let made =
        || parse.children(above).any(|child| matches!(parse.dep(child), Dep::Nsubjpass | Dep::Dobj) && means(child));
    parse.pos(at) == Pos::Verb
        && grammar::is_infinitive(parse, at)
        && matches!(parse.dep(at), Dep::Xcomp | Dep::Acl | Dep::Advcl)
        && (means(above) || parse.dep(at) == Dep::Advcl && made())
}

/// True for "dead *or wounded*", of whom nobody says how many are which.
pub(super) fn is_one_of_two(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let what = |word: usize| setting.lexicon.numbers.counted(parse.norm(word));
    let other = parse.child(at, Dep::Conj).filter(|&other| other == at + 2);
    other.is_some_and(|other| what(at).is_some() && what(other).is_some() && what(at) != what(other))
}

/// Those who are told to be some of the dead or wounded, and the verb that tells it: "*two nurses* were among the dead", "among the dead were *two nurses*".
fn among(setting: Setting, at: usize) -> Option<(Vec<usize>, usize)> {
    let parse = &setting.part.parse;
    let object = those(parse, at);
    let preposition = parse.head(object);
    let be = parse.head(preposition);
    if parse.dep(object) != Dep::Pobj || parse.norm(preposition) != "among" || parse.lemma(be) != "be" {
        return None;
    }
    let told = |child: &usize| matches!(parse.dep(*child), Dep::Nsubj | Dep::Attr) && *child != at;
    let victim = parse.children(be).find(told)?;
    Some((grammar::joined(parse, victim), be))
}

/// The noun that tells the dead: the word itself, or what the tree takes for it: "the *17* injured", "*those* killed".
fn those(parse: &Parse, at: usize) -> usize {
    let before = parse.head(at);
    let counted = parse.dep(at) == Dep::Acl && (parse.pos(before) == Pos::Num || parse.norm(before) == "those");
    if counted { before } else { at }
}

/// Who the dead or wounded are said to be, and the verb that says it: "the dead were *Anton Brek and Ivo Hald*", "those killed were identified as *Anton Brek*".
fn named(setting: Setting, at: usize) -> Option<(Vec<usize>, usize)> {
    let parse = &setting.part.parse;
    let all = those(parse, at);
    // "*two* of the dead were"
    let some = Some(parse.head(all)).filter(|&of| parse.dep(all) == Dep::Pobj && parse.norm(of) == "of");
    let all = some.map_or(all, |of| parse.head(of));
    let verb = parse.head(all);
    let who = match (parse.dep(all), parse.lemma(verb)) {
        (Dep::Nsubj, "be") => parse.child(verb, Dep::Attr),
        (Dep::Nsubjpass | Dep::Dobj, "identify" | "name") => grammar::after(parse, verb, "as"),
        _ => None,
    }?;
    let who = grammar::joined(parse, who);
    who.iter().all(|&one| setting.names_person(one)).then_some((who, verb))
}

/// Who so many of the dead or wounded are said to be, the verb that says it, and the number: "*nine* of the dead were *civilians*", "of the 17
/// injured, *16* were *nurses*".
fn some_of(setting: Setting, at: usize) -> Option<(Vec<usize>, usize, usize)> {
    use NounClass::{Forces, People};
    let parse = &setting.part.parse;
    let all = those(parse, at);
    let of = parse.head(all);
    if parse.dep(all) != Dep::Pobj || parse.norm(of) != "of" {
        return None;
    }
    let above = parse.head(of);
    let number = if parse.pos(above) == Pos::Num { above } else { parse.child(above, Dep::Nsubj)? };
    let verb = parse.head(number);
    let who = parse.child(verb, Dep::Attr).filter(|_| parse.lemma(verb) == "be")?;
    let people = parse.pos(who) == Pos::Propn || class::fits(parse, setting.lexicon, who, &[People, Forces]);
    let told = parse.pos(number) == Pos::Num && parse.dep(number) == Dep::Nsubj && people;
    told.then(|| (grammar::joined(parse, who), verb, number))
}

/// The count before `dead` or `wounded`, and the people it counts where they are named: "12 dead", "forty others wounded".
fn counted_before(setting: Setting, at: usize) -> Option<(Quantity, Option<usize>)> {
    if let Some(count) = quantity::right_before(setting.part, at, setting.lexicon) {
        return Some((count, None));
    }
    let parse = &setting.part.parse;
    // "put the number of *dead* at 23"
    if parse.dep(at) == Dep::Pobj
        && let Some(count) = quantity::of(setting.part, at, setting.lexicon)
        && count.span.start > setting.part.token_span(at).start
    {
        return Some((count, None));
    }
    let noun = at.checked_sub(1).filter(|&noun| {
        parse.pos(noun) == Pos::Noun
            && parse.sentence_of(noun) == parse.sentence_of(at)
            && (parse.dep(at) == Dep::Conj || is_left(setting, noun))
    })?;
    let count = quantity::of(setting.part, noun, setting.lexicon)?;
    use QuantityKind::{Displaced, Fighters, Persons, Population};
    let people = matches!(count.what, Persons | Fighters | Population | Displaced);
    let touches =
        count.span.end <= setting.part.token_span(noun).end && count.span.start < setting.part.token_span(noun).start;
    (people && touches).then_some((count, Some(noun)))
}

/// True for `dead`, `killed`, `wounded` that follow what they count and have no subject or noun of their own.
fn is_participle(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let plural = parse.tag(at) == Tag::Nns;
    let finite = parse.children(at).any(|child| matches!(parse.dep(child), Dep::Aux | Dep::Auxpass));
    let before_noun = parse.dep(at) == Dep::Amod && parse.head(at) > at || parse.dep(at) == Dep::Compound;
    matches!(parse.pos(at), Pos::Adj | Pos::Noun | Pos::Propn | Pos::Verb) && !plural && !finite && !before_noun
}

/// Who had the losses: the subject of a verb of suffering, also of "suffered 120 dead and 300 *wounded*".
fn sufferer(setting: Setting, verb: usize) -> Option<usize> {
    let parse = &setting.part.parse;
    let counted = || quantity::right_before(setting.part, verb, setting.lexicon).is_some();
    let verb =
        if parse.dep(verb) == Dep::Conj && counted() { parse.head(verb) } else { grammar::clause_head(parse, verb) };
    let light = setting.lexicon.light_verbs.find(parse.lemma(verb), |_| false)?;
    (light.subject == LightSubject::Target).then(|| grammar::doer(parse, verb)).flatten()
}
