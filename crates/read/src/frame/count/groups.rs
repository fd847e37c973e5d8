//! Which groups of those who came to harm are told apart?
//!
//! "killed four guards and two clerks" are two groups of dead, and so are those named after "including"; in "killed nine clerks and
//! wounded *40*" the number is of people as well.

use crate::claim::{Draft, Setting};
use crate::frame::construction::included;
use crate::frame::is_place;
use crate::reason::Field;
use crate::{class, grammar, quantity};
use language::{Dep, Pos, Tag};
use lexicon::NounClass;
use model::{ClaimType, Quantity, QuantityKind};

/// One draft for each group of victims that has a number of its own, and for those named after `including`.
pub(in crate::frame) fn apart(setting: Setting, draft: Draft) -> Vec<Draft> {
    if draft.claim_type == ClaimType::Detain {
        return included::counted(setting, draft);
    }
    if draft.claim_type != ClaimType::Casualties {
        return vec![draft];
    }
    let parse = &setting.part.parse;
    let what = draft.quantity.first().map(|quantity| quantity.what).unwrap_or(QuantityKind::Killed);
    let count =
        |at: usize| quantity::of(setting.part, at, setting.lexicon).map(|quantity| Quantity { what, ..quantity });
    // "three soldiers and *a policeman*": beside those who are counted an article counts one.
    let one = |at: usize| {
        let article = parse.children(at).find(|&child| matches!(parse.norm(child), "a" | "an") && child < at)?;
        let span = setting.part.span(article..at + 1);
        let sum = setting.lexicon.numbers.is_sum(parse.lemma(parse.head(article)));
        (parse.tag(at) == Tag::Nn && !sum).then_some(Quantity { what, min: Some(1.0), max: Some(1.0), span })
    };
    // "13 women and children": one number counts all that follow it bare.
    let bare = |at: usize| {
        let own = |child: usize| matches!(parse.dep(child), Dep::Det | Dep::Poss | Dep::Nummod | Dep::Amod);
        parse.tag(at) == Tag::Nns && parse.dep(at) == Dep::Conj && !parse.children(at).any(own)
    };
    let mut all = Vec::new();
    let numbered: Vec<usize> = draft.target.iter().copied().filter(|&at| count(at).is_some()).collect();
    let counted_as_one =
        numbered.len() == 1 && numbered[0] == draft.target[0] && draft.target[1..].iter().all(|&at| bare(at));
    if draft.target.len() > 1 && counted_as_one {
        let quantity = count(numbered[0]).into_iter().collect();
        all.push(Draft { quantity, ..draft.clone() });
    } else if draft.target.len() > 1 && !numbered.is_empty() {
        let (single, named): (Vec<usize>, Vec<usize>) =
            draft.target.iter().filter(|at| !numbered.contains(at)).partition(|&&at| one(at).is_some());
        // "the mayor and two others": a named victim is not one of those who are counted.
        if !named.is_empty() {
            all.push(Draft { target: named, quantity: Vec::new(), ..draft.clone() });
        }
        for &at in numbered.iter().chain(&single) {
            let quantity = count(at).or_else(|| one(at)).into_iter().collect();
            all.push(Draft { target: vec![at], quantity, ..draft.clone() });
        }
    } else {
        all.push(draft.clone());
    }
    for &at in &draft.target {
        // Right behind the victims, or at the end of the clause.
        // "the killing of nine villagers in Velna, *including* a child": the tree may hang it anywhere behind them.
        let inside = (draft.rule == "event/noun").then(|| parse.subtree(draft.trigger)).into_iter().flatten();
        let hosts = [at, draft.predicate].into_iter().chain(inside);
        // "ten people, *including two children*, were killed and dozens wounded": they are of those counted before them.
        let counted = |object: &usize| {
            let start = setting.part.token_span(*object).start;
            draft.quantity.first().is_none_or(|count| count.span.start < start)
        };
        let mut members = hosts.filter_map(|host| grammar::included(parse, host, at));
        let Some(object) = members.find(counted) else { continue };
        for member in grammar::joined(parse, object) {
            if matches!(parse.pos(member), Pos::Noun | Pos::Propn) {
                all.push(Draft {
                    target: vec![member],
                    quantity: count(member).or_else(|| one(member)).into_iter().collect(),
                    ..draft.clone()
                });
            }
        }
    }
    let elsewhere = in_other_places(setting, &draft);
    for first in &mut all {
        first.place.retain(|place| !elsewhere.iter().any(|other| other.place.contains(place)));
        first.quantity.retain(|count| !elsewhere.iter().any(|other| other.quantity.contains(count)));
    }
    all.extend(elsewhere);
    if let Some((member, quantity)) = some_of_them(setting, &draft) {
        let quantity = vec![Quantity { what, ..quantity }];
        all.push(Draft { target: vec![member], quantity, ..draft.clone() });
    }
    all
}

/// Of whom a bare number is beside others of one noun: "killed nine clerks and wounded *40*".
pub(in crate::frame) fn counted_alone(setting: Setting, drafts: &mut [Draft]) {
    let parse = &setting.part.parse;
    for second in 0..drafts.len() {
        let verb = drafts[second].trigger;
        if drafts[second].claim_type != ClaimType::Casualties
            || drafts[second].rule != "event/verb"
            || parse.dep(verb) != Dep::Conj
            || grammar::undergoer(parse, verb).is_none_or(|number| parse.pos(number) != Pos::Num)
        {
            continue;
        }
        let first = drafts.iter().find(|draft| {
            draft.trigger == parse.head(verb) && draft.claim_type == ClaimType::Casualties && draft.target.len() == 1
        });
        let noun = first.map(|first| first.target[0]).filter(|&noun| parse.pos(noun) == Pos::Noun);
        if let Some(noun) = noun {
            drafts[second].target = vec![noun];
            drafts[second].because(&setting.part.notes, Field::Target, "is what is counted before and not named again");
        }
    }
}

/// Of whom a bare number came to harm in a deed on people that the clause above tells: "fired at the students, injuring *20*".
pub(in crate::frame) fn of_those_hit(setting: Setting, drafts: &mut [Draft]) {
    use NounClass::{Forces, People};
    let parse = &setting.part.parse;
    for hurt in 0..drafts.len() {
        let draft = &drafts[hurt];
        let verb = draft.trigger;
        let number = || grammar::undergoer(parse, verb).is_some_and(|number| parse.pos(number) == Pos::Num);
        let below = parse.dep(verb) == Dep::Advcl && parse.tag(verb) == Tag::Vbg;
        if draft.claim_type != ClaimType::Casualties || !draft.target.is_empty() || !below || !number() {
            continue;
        }
        let several =
            |&at: &usize| parse.tag(at) == Tag::Nns && class::fits(parse, setting.lexicon, at, &[Forces, People]);
        let hit = drafts.iter().find(|deed| {
            matches!(deed.claim_type, ClaimType::Attack | ClaimType::Fight | ClaimType::Strike)
                && deed.predicate == parse.head(verb)
                && !deed.target.is_empty()
                && deed.target.iter().all(several)
        });
        if let Some(hit) = hit.map(|deed| deed.target.clone()) {
            drafts[hurt].target = hit;
            drafts[hurt].because(&setting.part.notes, Field::Target, "are those on whom the deed above was done");
        }
    }
}

/// Part of the victims, told behind them: "eight people were killed, *six of them civilians*".
fn some_of_them(setting: Setting, draft: &Draft) -> Option<(usize, Quantity)> {
    let parse = &setting.part.parse;
    let sentence = parse.sentences()[parse.sentence_of(draft.trigger)].clone();
    let them = (draft.trigger + 3..sentence.end.saturating_sub(1))
        .find(|&at| matches!(parse.norm(at), "them" | "whom") && parse.norm(at - 1) == "of")?;
    let quantity = quantity::right_before(setting.part, them - 1, setting.lexicon)?;
    let after = if parse.pos(them + 1) == Pos::Aux { them + 2 } else { them + 1 };
    let end =
        (after..sentence.end).take_while(|&at| matches!(parse.pos(at), Pos::Noun | Pos::Propn | Pos::Adj)).last()?;
    matches!(parse.pos(end), Pos::Noun | Pos::Propn).then_some((end, quantity))
}

/// The same harm in other places, where only the number and the place are told again: "killed 20 people in Velna, *23 in Ostrel* and *three in
/// Hald*".
fn in_other_places(setting: Setting, draft: &Draft) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let [victims] = draft.target[..] else { return Vec::new() };
    let Some(what) = draft.quantity.first().map(|quantity| quantity.what) else { return Vec::new() };
    let place_behind = |number: usize| {
        let preposition = number + 1;
        let leads = preposition < parse.len()
            && parse.pos(number) == Pos::Num
            && !matches!(parse.dep(number), Dep::Nsubj | Dep::Nsubjpass)
            && parse.dep(preposition) == Dep::Prep
            && setting.lexicon.place_words.is_preposition(parse.norm(preposition));
        let place = leads.then(|| parse.child(preposition, Dep::Pobj)).flatten()?;
        let named = parse.pos(place) == Pos::Propn && is_place(setting, place);
        named.then_some(place)
    };
    let end = parse.sentences()[parse.sentence_of(victims)].end;
    let told = (victims + 1..end).filter_map(|number| {
        let place = place_behind(number)?;
        let quantity = quantity::number(setting.part, number, what, setting.lexicon)?;
        let first = (victims..number).find(|&at| setting.part.token_span(at).start >= quantity.span.start);
        let joined = matches!(parse.norm(first.unwrap_or(number) - 1), "," | "and");
        let start = draft.quote.as_ref().map_or(draft.predicate, |quote| quote.start);
        let quote = Some(start.min(number)..place + 1);
        joined.then(|| Draft { quantity: vec![quantity], place: vec![place], quote, ..draft.clone() })
    });
    told.collect()
}
