//! Who are they of whom a clause gives the number alone?
//!
//! "Some 17 villagers were killed and 60 wounded", "killed three soldiers and wounded ten others", "several rebels were killed and others
//! wounded": the wounded are villagers, soldiers and rebels as those before them.

use crate::claim::{Draft, Setting};
use crate::reason::Field;
use crate::{class, grammar, mention};
use language::{Dep, Parse, Pos, Tag};
use lexicon::NounClass;
use model::{ClaimType, Quantity, QuantityKind};

/// Makes whoever a joined verb is done to of its subject, where the verb before it says that it is done to him and the form of the second
/// tells nothing: "were driven from their homes and *resettled* in the valley".
pub(in crate::frame) fn passives(setting: Setting, drafts: &mut [Draft]) {
    let parse = &setting.part.parse;
    let done = |draft: &&mut Draft| {
        let verb = draft.trigger;
        let bare = parse.children(verb).all(|child| {
            !matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj | Dep::Aux | Dep::Auxpass | Dep::Prt)
        });
        draft.rule == "event/verb"
            && matches!(draft.claim_type, ClaimType::Detain | ClaimType::Destroy | ClaimType::Displace)
            && parse.dep(verb) == Dep::Conj
            && parse.tag(verb) == Tag::Vbd
            && bare
            && draft.target.is_empty()
            && grammar::is_passive(parse, parse.head(verb))
    };
    for draft in drafts.iter_mut().filter(done) {
        draft.target = std::mem::take(&mut draft.actor);
    }
}

/// Gives others who come to harm the people told before them in the sentence, and counts of nobody those counted before.
pub(in crate::frame) fn read(setting: Setting, drafts: &mut [Draft]) {
    let parse = &setting.part.parse;
    for at in 0..drafts.len() {
        let draft = &drafts[at];
        if !of_people(draft) || !draft.target.iter().all(|&who| is_other(setting, who)) {
            continue;
        }
        let count = draft.quantity.first().map(|count| count.span.start);
        let Some(start) = count.or_else(|| draft.target.first().map(|&who| setting.part.token_span(who).start)) else {
            continue;
        };
        // "hurt *the group* behind the raid" counts nobody; only others are of those before without a number.
        let others = |&who: &usize| {
            let core = mention::core(parse, setting.lexicon, who);
            matches!(parse.norm(core), "another" | "other" | "others") || is_another_one(parse, core)
        };
        let others = draft.target.iter().all(others);
        if count.is_none() && !draft.target.is_empty() && !others {
            continue;
        }
        let before = |other: &Draft| match (count, other.quantity.first()) {
            (_, Some(other)) => Some(other.span.start),
            // "a guard was shot dead and *four others* were hurt"
            (Some(_), None) if !others || !other.target.iter().all(|&who| is_some(setting, who)) => None,
            (_, None) => other.target.first().map(|&who| setting.part.token_span(who).start),
        };
        let people = drafts.iter().filter(|other| {
            of_people(other)
                && other.trigger != draft.trigger
                && parse.sentence_of(other.trigger) == parse.sentence_of(draft.trigger)
                && before(other).is_some_and(|other| other < start)
                && other.target.iter().any(|&who| names_people(setting, who))
                && (count.is_some()
                    || others && other.target.iter().all(|&who| is_some(setting, who))
                    || other.target.iter().all(|&who| matches!(parse.tag(who), Tag::Nns | Tag::Nnps)))
        });
        let nearest = people.max_by_key(|other| before(other));
        // "killed three soldiers and a nurse and wounded *five others*": of several sorts, and not told of which.
        let one = |other: &&Draft| other.target.len() == 1;
        // "A nurse died, raising the *total killed* to five": the sum is of more than her.
        let sum = Some(parse.head(draft.trigger))
            .filter(|&sum| parse.dep(draft.trigger) == Dep::Acl && setting.lexicon.numbers.is_sum(parse.entry(sum)));
        let single = |other: &&Draft| other.target.iter().any(|&who| matches!(parse.tag(who), Tag::Nn | Tag::Nnp));
        if sum.is_some() && nearest.as_ref().is_none_or(single) {
            drafts[at].target.retain(|&who| Some(who) != sum);
            continue;
        }
        if let Some(target) = nearest.filter(one).map(|other| other.target.clone()) {
            // "and *another* was wounded": one more.
            let lone = |&who: &usize| parse.norm(who) == "another" || is_another_one(parse, who);
            let what = setting.lexicon.numbers.counted(parse.norm(draft.trigger));
            if let Some((&who, what)) = draft.target.first().filter(|who| count.is_none() && lone(who)).zip(what) {
                let span = setting.part.token_span(who);
                drafts[at].quantity = vec![Quantity { what, min: Some(1.0), max: Some(1.0), span }];
            }
            drafts[at].target = target;
            drafts[at].because(&setting.part.notes, Field::Target, "are those told before");
        }
    }
}

/// Gives another of those that the verb before tells of: "sank two *ships* and seized *another*", "destroyed a tank and damaged two *others*".
pub(in crate::frame) fn things(setting: Setting, drafts: &mut [Draft]) {
    use ClaimType::{Attack, Capture, Destroy, Detain, Strike};
    let parse = &setting.part.parse;
    let force = |draft: &Draft| matches!(draft.claim_type, Attack | Capture | Destroy | Detain | Strike);
    let more = |&who: &usize| matches!(parse.norm(who), "another" | "others") || is_another_one(parse, who);
    for at in 0..drafts.len() {
        let (verb, above) = (drafts[at].trigger, parse.head(drafts[at].trigger));
        let lone = |told: &[usize]| told.len() == 1 && told.iter().all(more);
        if !force(&drafts[at]) || parse.dep(verb) != Dep::Conj || !lone(&drafts[at].target) {
            continue;
        }
        let before = drafts.iter().find(|other| force(other) && other.trigger == above && other.target.len() == 1);
        let thing = before.map(|before| before.target[0]).filter(|&thing| {
            let core = mention::core(parse, setting.lexicon, thing);
            class::fits(parse, setting.lexicon, core, &[NounClass::Vehicle, NounClass::Site, NounClass::Place])
                && parse.pos(core) == Pos::Noun
        });
        if let Some(thing) = thing {
            drafts[at].target = vec![thing];
            drafts[at].because(&setting.part.notes, Field::Target, "are those told before");
        }
    }
}

/// True for a claim of the dead, the wounded, the captured or the displaced, and of one number at most.
fn of_people(draft: &Draft) -> bool {
    use QuantityKind::{Displaced, Killed, Persons, Wounded};
    matches!(draft.claim_type, ClaimType::Casualties | ClaimType::Detain | ClaimType::Displace)
        && draft.quantity.len() <= 1
        && draft.quantity.iter().all(|count| matches!(count.what, Displaced | Killed | Persons | Wounded))
}

/// True for somebody who is one of several of his sort: "*a* soldier", "*one* soldier", not "*the* driver".
fn is_some(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    parse.children(at).any(|child| child < at && matches!(parse.norm(child), "a" | "an" | "one"))
}

/// True for "one" of "wounding another *one*".
fn is_another_one(parse: &Parse, at: usize) -> bool {
    parse.norm(at) == "one" && at > 0 && parse.norm(at - 1) == "another"
}

/// True for a word that stands for more of those before: "ten *others*", "dozens *more*".
fn is_other(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let core = mention::core(parse, setting.lexicon, at);
    let counts = setting.is_noun(core, NounClass::Measure) || parse.pos(core) == Pos::Num;
    // "others *of the brigade*" says itself who they are.
    let bare = parse.children(core).all(|child| !matches!(parse.dep(child), Dep::Prep | Dep::Relcl) || child < core);
    bare && (matches!(parse.norm(core), "another" | "other" | "others" | "more") || counts)
}

/// True for a noun of people, not for "others" or a number.
fn names_people(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let core = mention::core(parse, setting.lexicon, at);
    let people = class::fits(parse, setting.lexicon, core, &[NounClass::People, NounClass::Forces]);
    people && parse.pos(core) == Pos::Noun && !is_other(setting, at)
}
