//! Does what stands in a slot meet what a frame asks of it?
//!
//! "A policeman hit a *student*": the frame of `attack` asks for people in its object, and a student is of these.

use crate::claim::Setting;
use crate::frame::{Spot, fill};
use crate::{class, grammar, mention, reason};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{Frame, Need, NounClass, Slot};
use model::ClaimType;

/// True when the words in the slot of a need are what it asks for.
pub(in crate::frame) fn holds(setting: Setting, site: &Spot, frame: &Frame, need: &Need) -> bool {
    let parse = &setting.part.parse;
    // "lost 300 men and the Boers 50": where a place is needed the first word must be one.
    let places = need.classes.iter().all(|class| matches!(class, NounClass::Place | NounClass::Site));
    let most = if places && !need.classes.is_empty() && !need.not { 1 } else { usize::MAX };
    let meets = |need: &Need, at: usize| {
        // "*it* sends a message": a deed, where a deed is wanted or nobody is.
        if frame.claim_type == ClaimType::Judgement && takes_up(setting, site, at) {
            return !need.not;
        }
        if need.classes.is_empty() {
            return true;
        }
        // "*no one* was hurt"
        if need.classes.contains(&NounClass::People) && parse.norm(at) == "one" && grammar::is_nobody(parse, at)
            // "pelted *police*": who keeps the law is people to whom something is done.
            || need.classes.contains(&NounClass::People) && need.slot == Slot::Object && setting.is_noun(at, NounClass::Law)
            || need.classes.contains(&NounClass::Many) && is_many(setting, at)
        {
            return true;
        }
        let core = mention::core(parse, setting.lexicon, at);
        // "two thirds of the country" are nobody, "members of the council" are people.
        let measure = || setting.is_noun(at, NounClass::Measure) && !setting.is_noun(at, NounClass::People);
        let counts = core != at && (measure() || parse.pos(at) == Pos::Num);
        !counts && class::fits(parse, setting.lexicon, at, &need.classes)
            || core != at && class::fits(parse, setting.lexicon, core, &need.classes)
    };
    let mut words = fill(setting, site, &need.slot);
    // "lost *nine men* and two tanks": what may not be a vehicle is one of those that must be people.
    let asked = frame.needs.iter().find(|other| need.not && !other.not && other.slot == need.slot);
    if let Some(asked) = asked
        && let Some(&at) = words.iter().find(|&&at| meets(asked, at) && !meets(need, at))
    {
        words = vec![at];
    }
    // "charged the guards *with burning* the village"
    let clause = || {
        let Slot::Preposition(word) = &need.slot else { return false };
        let leads = |child: usize| parse.norm(child) == word && parse.child(child, Dep::Pcomp).is_some();
        let accuses = frame.claim_type == ClaimType::Accuse;
        accuses && need.classes.is_empty() && !need.not && parse.children(site.trigger).any(leads)
    };
    // "The resolution: * *Encourages* the council to leave": whose words an item of a row tells stands before the row.
    let item = || {
        let parted = |before: usize| !parse.word(before).starts_with(char::is_alphanumeric);
        frame.claim_type == ClaimType::Demand
            && need.slot == Slot::Subject
            && !need.not
            && parse.tag(site.trigger) == Tag::Vbz
            && grammar::subject(parse, site.trigger).is_none()
            && site.trigger.checked_sub(1).is_none_or(parted)
    };
    let holds = words.into_iter().take(most).any(|at| meets(need, at)) || clause() || item();
    // "visited *Brek*": that a person's name could be a place's is no reason against a person.
    let sure = |at: usize| parse.name_of(at).is_some_and(|name| name.label == NameLabel::Person);
    let holds = holds
        && !(need.not
            && need.classes == [NounClass::Place]
            && fill(setting, site, &need.slot).into_iter().all(|at| sure(mention::core(parse, setting.lexicon, at))));
    if holds == need.not {
        setting.part.notes.passed_entry(site.trigger, frame.line, || reason::unmet(need));
    }
    holds != need.not
}

/// True for a pronoun that can take up a deed: "*this* shows contempt", "*it* shows that they can win", "*it* sends a message".
fn takes_up(setting: Setting, site: &Spot, at: usize) -> bool {
    let parse = &setting.part.parse;
    let deed = parse.pos(at) == Pos::Pron && parse.pos(site.trigger) == Pos::Verb;
    deed && match parse.norm(at) {
        "this" | "that" | "these" => true,
        "it" | "they" => parse.child(site.trigger, Dep::Ccomp).is_some() || !site.words.is_empty(),
        _ => false,
    }
}

/// True for more than one: a plural, or a count of people.
fn is_many(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let core = mention::core(parse, setting.lexicon, at);
    matches!(parse.tag(core), Tag::Nns | Tag::Nnps)
        || parse.pos(core) == Pos::Num
        || grammar::joined(parse, at).len() > 1
        || matches!(parse.norm(core), "they" | "we" | "people" | "crowd")
}
