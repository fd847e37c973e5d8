//! Which verbs tell less than the deed that stands with them?
//!
//! "Forced the general *to withdraw*" drives nobody out, "retaliated *by shelling* the port" is the shelling, "the jet crashed, *killing*
//! six" was no attack, and "students *gathered* outside the court" no meeting.

use crate::claim::{Draft, Setting};
use crate::frame::together;
use crate::{class, grammar, mention};
use language::{Dep, Parse, Pos, Tag};
use lexicon::{Frame, NounClass};
use model::{ClaimType, Kind};

/// Drops what a verb tells that another one of its clause tells better.
pub(super) fn without(setting: Setting, mut drafts: Vec<Draft>) -> Vec<Draft> {
    fought(setting, &mut drafts);
    let twice = fought_again(setting, &mut drafts);
    let drafts = together::without(drafts, &twice);
    use ClaimType::{Attack, Destroy, Displace, Fight, Meet, Protest, Strike};
    let parse = &setting.part.parse;
    let better = |draft: &Draft, other: &Draft| match draft.claim_type {
        Displace => {
            let made = parse.dep(other.trigger) == Dep::Xcomp && parse.head(other.trigger) == draft.trigger;
            made && !matches!(other.claim_type, Displace | Protest) && grammar::is_infinitive(parse, other.trigger)
        }
        // "the *war* was *fought* between both": it is fought against no war.
        Fight if draft.actor.is_empty() && !draft.target.is_empty() => {
            other.claim_type == Fight && other.trigger == draft.trigger && !other.actor.is_empty()
        }
        Fight if draft.target.is_empty() => {
            matches!(other.claim_type, Attack | Fight | Strike)
                && by_doing(parse, draft.trigger) == Some(other.predicate)
        }
        Attack => {
            let crashed = other.claim_type == Destroy && other.actor.is_empty() && other.target == draft.actor;
            let above = parse.head(draft.trigger);
            let below = match parse.dep(draft.trigger) {
                Dep::Advcl => above == other.trigger,
                Dep::Acl => other.actor.contains(&above),
                _ => false,
            };
            // "*using* rockets, the jets destroyed two trucks" tells with what.
            let means = draft.target.is_empty()
                && parse.tag(draft.trigger) == Tag::Vbg
                && matches!(other.claim_type, Attack | Destroy | Fight | Strike);
            below && (crashed || means)
        }
        // "were forced *to march* to the border": nobody marched for anything.
        Protest => {
            let made = parse.dep(draft.trigger) == Dep::Xcomp && parse.head(draft.trigger) == other.trigger;
            made && other.claim_type == Displace
        }
        // "Students *gathered* outside the court": who protests together meets to do so.
        Meet => other.claim_type == Protest && other.actor == draft.actor && other.trigger == draft.trigger,
        _ => false,
    };
    let told = |draft: &Draft| draft.rule == "event/verb" && draft.claim_type.kind() == Kind::Event;
    // "thwarted *the agreement*" breaks one, and makes none; "adopted *Resolution 40*" tells once of it.
    let broken = |draft: &Draft| {
        let breaks = |other: &Draft| {
            let told = other.claim_type == ClaimType::Agree && other.rule == "event/verb";
            (told || other.claim_type == ClaimType::Quit) && other.target.contains(&draft.trigger)
        };
        draft.claim_type == ClaimType::Agree && draft.rule == "event/noun" && drafts.iter().any(breaks)
    };
    let gone = |at: &usize| {
        let draft = &drafts[*at];
        broken(draft) || told(draft) && drafts.iter().any(|other| better(draft, other))
    };
    let gone: Vec<usize> = (0..drafts.len()).filter(gone).collect();
    together::without(drafts, &gone)
}

/// Drops what the same word tells as a relation: whoever "supports the rebels" backs them and does no second thing, forces "aligned with
/// the rebels" are their allies and judged by nobody, as are "a *critic* of the king" and a town "*vital* to the rebels", a town that is "held
/// by the rebels" is no prisoner, one that is "under the control of the rebels" no part of them, and one that "is located in the south" was
/// not seen there. Whoever "backs the plan" supports it.
pub(crate) fn without_related(setting: Setting, drafts: Vec<Draft>) -> Vec<Draft> {
    use ClaimType::{
        AlliedWith, Appear, Backs, Controls, Detain, Fight, ImportantTo, Judgement, LocatedIn, Opposes, PartOf, Support,
    };
    use NounClass::{Forces, Party, People};
    let parse = &setting.part.parse;
    let party =
        |&at: &usize| parse.pos(at) == Pos::Propn || class::fits(parse, setting.lexicon, at, &[Forces, Party, People]);
    let related: Vec<(ClaimType, usize, Vec<usize>)> = drafts
        .iter()
        .filter(|draft| matches!(draft.claim_type, AlliedWith | Backs) && draft.target.iter().any(party))
        .map(|draft| (draft.claim_type, draft.trigger, draft.target.clone()))
        .collect();
    // Whose backing it is that a noun tells: "with the *backing* of Kestria, the rebels took the town".
    let backing = |draft: &Draft| {
        let backs =
            |other: &Draft| other.claim_type == Backs && other.trigger == draft.trigger && other.actor == draft.target;
        // "rely *on support* from Kestria" says it once.
        let within = |other: &Draft| other.claim_type == Backs && other.words.contains(&draft.trigger);
        draft.claim_type == Support && (draft.actor.is_empty() && drafts.iter().any(backs) || drafts.iter().any(within))
    };
    // The place that is held or lies somewhere.
    let placed = |draft: &Draft| match draft.claim_type {
        Detain => drafts
            .iter()
            .any(|other| other.claim_type == Controls && other.trigger == draft.trigger && other.place == draft.target),
        Appear => drafts
            .iter()
            .any(|other| other.claim_type == LocatedIn && other.trigger == draft.trigger && other.actor == draft.actor),
        // "under the *control* of the rebels"
        PartOf if draft.rule == "relation/under" => {
            drafts.iter().any(|other| other.claim_type == Controls && other.place == draft.actor)
        }
        // "is in *conflict* with the army"
        Fight if draft.actor.is_empty() && draft.target.is_empty() => {
            drafts.iter().any(|other| other.claim_type == Opposes && other.trigger == draft.trigger)
        }
        // "is situated on the *outskirts* of Velna"
        LocatedIn => drafts.iter().any(|other| {
            other.claim_type == LocatedIn
                && other.trigger != draft.trigger
                && draft.place.contains(&other.trigger)
                && other.actor == draft.actor
        }),
        // "is a *key supply route* for the rebels"
        ImportantTo if draft.target.is_empty() => drafts
            .iter()
            .any(|other| other.claim_type == ImportantTo && !other.target.is_empty() && other.actor == draft.actor),
        // "is a *critic* of the king", "the road is *vital* to the rebels"; "the raid is indispensable" judges.
        Judgement => drafts.iter().any(|other| {
            let place = |&at: &usize| class::fits(parse, setting.lexicon, at, &[NounClass::Place, NounClass::Site]);
            matches!(other.claim_type, Backs | ImportantTo | Opposes)
                && (!other.target.is_empty() || other.actor.iter().all(place))
                && (other.trigger == draft.trigger || other.words.contains(&draft.trigger))
                && other.actor == draft.actor
        }),
        _ => false,
    };
    let told = |draft: &Draft| {
        related.iter().any(|(relation, trigger, target)| {
            *trigger == draft.trigger
                && match draft.claim_type {
                    Support => *relation == Backs && *target == draft.target,
                    Judgement => *relation == AlliedWith && draft.target.iter().all(party),
                    _ => false,
                }
        })
    };
    let gone = |&at: &usize| told(&drafts[at]) || backing(&drafts[at]) || placed(&drafts[at]);
    let gone: Vec<usize> = (0..drafts.len()).filter(gone).collect();
    together::without(drafts, &gone)
}

/// "*Protesters* gathered in the park": who is called so by what he gathers for protests there.
pub(super) fn gatherings(setting: Setting, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let protests = |at: &usize| {
        let at = mention::core(parse, setting.lexicon, *at);
        let mut frames = setting.noun_frames(at);
        // "the protest *movement*" is called so by more than its noun.
        let called = |frame: &Frame| frame.claim_type == ClaimType::Protest && frame.words.is_empty();
        parse.pos(at) == Pos::Noun && frames.any(called)
    };
    let meets = |draft: &&mut Draft| draft.claim_type == ClaimType::Meet && draft.rule == "event/verb";
    for draft in drafts.iter_mut().filter(meets) {
        if !draft.actor.is_empty() && draft.target.is_empty() && draft.actor.iter().all(protests) {
            draft.claim_type = ClaimType::Protest;
        }
    }
    drafts
}

/// Takes the battle that "was *fought* near Velna" for nobody who is fought.
fn fought(setting: Setting, drafts: &mut [Draft]) {
    let parse = &setting.part.parse;
    let fights = |at: usize| {
        let mut frames = setting.noun_frames(at);
        frames.any(|frame| frame.claim_type == ClaimType::Fight && frame.words.is_empty())
    };
    for draft in drafts.iter_mut().filter(|draft| draft.rule == "event/verb" && draft.claim_type == ClaimType::Fight) {
        if grammar::is_passive(parse, draft.trigger) && fights(draft.trigger) {
            draft
                .target
                .retain(|&at| !(fights(at) && class::classes(parse, setting.lexicon, at).only(&[NounClass::Deed])));
        }
    }
}

/// The verbs that tell once more of the fight that is their subject: "The *Battle of Velna* was fought between both". Who is told there to
/// fight does so in it.
fn fought_again(setting: Setting, drafts: &mut [Draft]) -> Vec<usize> {
    let parse = &setting.part.parse;
    let mut twice = Vec::new();
    for verb in 0..drafts.len() {
        let draft = &drafts[verb];
        if draft.rule != "event/verb"
            || draft.claim_type != ClaimType::Fight
            || !grammar::is_passive(parse, draft.trigger)
        {
            continue;
        }
        let Some(subject) = grammar::undergoer(parse, draft.trigger) else { continue };
        let named = |other: &Draft| {
            other.claim_type == ClaimType::Fight && other.rule == "event/noun" && other.trigger == subject
        };
        let Some(noun) = drafts.iter().position(named) else { continue };
        let (actor, target) = (draft.actor.clone(), draft.target.clone());
        if !actor.is_empty() && !drafts[noun].actor.is_empty() && drafts[noun].actor != actor {
            continue;
        }
        if drafts[noun].actor.is_empty() {
            drafts[noun].actor = actor;
        }
        if drafts[noun].target.is_empty() {
            drafts[noun].target = target;
        }
        twice.push(verb);
    }
    twice
}

/// By what somebody does a thing: `shelling` of "retaliated by *shelling* the port".
fn by_doing(parse: &Parse, verb: usize) -> Option<usize> {
    let by = parse.children(verb).find(|&child| child > verb && parse.norm(child) == "by")?;
    parse.child(by, Dep::Pcomp)
}

/// Drops the attack that a verb of killing tells where the verb it goes with tells of one: "*opened fire* on a convoy, *killing* two
/// guards" is one attack with its dead.
pub(in crate::frame) fn killings(setting: Setting, mut drafts: Vec<Draft>) -> Vec<Draft> {
    use ClaimType::{Attack, Casualties, Fight, Strike};
    let parse = &setting.part.parse;
    let mut gone: Vec<usize> = Vec::new();
    for kill in 0..drafts.len() {
        let draft = &drafts[kill];
        let dead = |other: &Draft| other.claim_type == Casualties && other.trigger == draft.trigger;
        let goes = matches!(parse.dep(draft.trigger), Dep::Advcl | Dep::Conj);
        if draft.rule != "event/verb" || draft.claim_type != Attack || !goes || !drafts.iter().any(dead) {
            continue;
        }
        let above = parse.head(draft.trigger);
        let told = |other: &Draft| {
            matches!(other.claim_type, Attack | Fight | Strike)
                && other.trigger != draft.trigger
                && (other.predicate == above || other.trigger == above || by_doing(parse, above) == Some(other.trigger))
                && other.actor == draft.actor
        };
        let shared = parse.tag(draft.trigger) == Tag::Vbg && parse.dep(draft.trigger) == Dep::Advcl;
        let Some(told) = drafts.iter().position(told).filter(|_| shared || !draft.actor.is_empty()) else { continue };
        // "attacked *a village* and killed three people": what was attacked is told.
        let hit = grammar::undergoer(parse, drafts[told].trigger).is_some();
        if drafts[told].target.is_empty() && !hit {
            drafts[told].target = drafts[kill].target.clone();
        }
        gone.push(kill);
    }
    together::without(drafts, &gone)
}
