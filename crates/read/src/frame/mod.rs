//! Which words tell of a happening, a relation or an assessment, and who fills its roles?
//!
//! "Rebels captured the town from the army." matches the frame of `capture`: actor `Rebels`, target `army`, place `town`.
//! The frames are data; here a trigger's frames are held against the tree around it.

mod construction;
mod count;
mod fillers;
mod places;
mod retold;
mod roles;
mod together;
mod trigger;

pub(crate) use construction::asked::{joined_things, joined_verbs, without_asked};
pub(crate) use construction::included::named_parts;
pub(crate) use construction::threat::will_do;
pub(crate) use fillers::behind::all_behind;
pub(crate) use fillers::goal::{aim, clauses as aim_verbs, tells_deed};
pub(crate) use fillers::{Spot, fill, is_state};
pub(crate) use places::settle::settle;
pub(crate) use places::{between_commas, is_place, places};
pub(crate) use retold::successor::is_of_no_office;
pub(crate) use retold::title::fill as of_title;
pub(crate) use retold::{Doers, is_force};
pub(crate) use together::hollow::says_nothing;
pub(crate) use together::outdone::without_related;
pub(crate) use trigger::stands::equates;
pub(crate) use trigger::{frames, in_longer_name};

use construction::{
    asked, banned, bidden, blamed, blast, forced, gapped, helped, means, mutual, speaker_at, stationed, thanks, threat,
};
use count::{elided, fallen, losses, toll, wished};
use fillers::sides::owners_of_hit;
use together::defined;
use trigger::held::Trigger;
use trigger::words::words_of;
use trigger::{carrier, is_premodifier, leads_to_reason, shaped, titled, word_class};

use crate::claim::{Draft, Setting};
use crate::{class, grammar, mention};
use language::{Dep, Parse, Pos};
use lexicon::Frame;
use model::{ClaimType, Kind};

/// Drafts of all triggers of a part.
pub(crate) fn read(setting: Setting) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for at in 0..parse.len() {
        let Some(class) = word_class(setting, at) else { continue };
        let named = titled(setting, at);
        let bearer = named.or_else(|| shaped(setting, at));
        // "taught them *how to use* the missile" tells of no use.
        let how =
            |child: usize| parse.dep(child) == Dep::Advmod && matches!(parse.norm(child), "how" | "when" | "where");
        if grammar::is_infinitive(parse, at) && parse.children(at).any(how) {
            continue;
        }
        if bearer.is_none()
            && (in_longer_name(setting, at)
                || trigger::is_other_name(parse, at, setting.lexicon)
                || trigger::is_sort_of_people(setting, at)
                || is_premodifier(setting, at)
                || leads_to_reason(setting, at)
                || is_laid_down(setting, at)
                || is_warned_of(parse, at))
        {
            continue;
        }
        let cue = setting.voices.is_cue(setting.index, at);
        let frames = frames(setting, at, class);
        // "a *heart* attack" is no attack.
        let idle = |frame: &&Frame| frame.idle && frame.class == class && words_of(setting, at, frame).is_some();
        if let Some(frame) = frames.iter().find(idle) {
            setting.part.notes.passed_entry(at, frame.line, || "tells nothing of the kind".to_string());
            continue;
        }
        let stem = bearer.unwrap_or(at);
        let found = Trigger { setting, at, stem, class, frames, cue, named: named.is_some() }.held();
        let about_type = setting.part.notes.since(0);
        let first = drafts.len();
        for mut draft in found {
            // "a joint training exercise" is one exercise, whichever of its words tells of it; of "supports teachers and schools" one entry
            // finds all that are supported, another only the people.
            let within = |few: &[usize], all: &[usize]| few.iter().all(|at| all.contains(at));
            let inside = |few: &Draft, all: &Draft| {
                let same = few.claim_type == all.claim_type && few.place == all.place;
                let fewer_actors = few.target == all.target && within(&few.actor, &all.actor);
                same && (fewer_actors
                    || few.actor == all.actor && !few.target.is_empty() && within(&few.target, &all.target))
            };
            if drafts[first..].iter().any(|other| inside(&draft, other)) {
                continue;
            }
            // "Kestria and Norland attacked": where one entry finds one of them, another all, all do.
            let fewer = (first..drafts.len()).find(|&at| inside(&drafts[at], &draft));
            let told = |few: &Draft| !few.actor.is_empty() || few.target != draft.target;
            if let Some(fewer) = fewer.filter(|&at| told(&drafts[at])) {
                drafts.remove(fewer);
            }
            draft.notes.extend(about_type.iter().cloned());
            drafts.push(draft);
        }
    }
    means::read(setting, &mut drafts);
    // "a counter-*insurgency* operation": what tells of the deed does it not.
    for draft in drafts.iter_mut().filter(|draft| draft.rule == "event/noun") {
        let Draft { actor, words, .. } = draft;
        actor.retain(|&at| !(words.contains(&at) && at > 0 && parse.word(at - 1) == "-"));
    }
    for draft in drafts.iter_mut().filter(|draft| draft.claim_type == ClaimType::Recruit) {
        let noun = draft.rule == "event/noun";
        draft.target.retain(|&at| can_be_trained(setting, at, noun));
    }
    toll::read(setting, &mut drafts);
    fallen::not_fought(setting, &mut drafts);
    speaker_at::read(setting, &mut drafts);
    thanks::read(setting, &mut drafts);
    threat::read(setting, &mut drafts);
    blamed::read(setting, &mut drafts);
    asked::expected(setting, &mut drafts);
    asked::read(setting, &mut drafts);
    asked::addressed(setting, &mut drafts);
    helped::read(setting, &mut drafts);
    bidden::read(setting, &mut drafts);
    drafts.iter_mut().for_each(|draft| owners_of_hit(setting, draft));
    drafts.iter_mut().for_each(|draft| places::without_ends(setting, draft));
    wished::read(setting, &mut drafts);
    elided::passives(setting, &mut drafts);
    elided::read(setting, &mut drafts);
    elided::things(setting, &mut drafts);
    gapped::read(setting, &mut drafts);
    // "*no group* has admitted carrying out the raid": of what nobody did, only the clause of nobody tells.
    drafts.retain(|draft| {
        let nobody = |at: &usize| grammar::is_nobody(parse, *at) && parse.head(*at) != draft.predicate;
        draft.claim_type.kind() != Kind::Event || !draft.actor.iter().any(nobody)
    });
    // "*nobody* was hurt": to nobody, which the claim says by being denied.
    let empty = |at: usize| grammar::is_nobody(parse, at) && matches!(parse.norm(at), "nobody" | "no-one" | "one");
    for draft in drafts.iter_mut().filter(|draft| draft.claim_type.kind() == Kind::Event) {
        if draft.actor.iter().any(|&at| empty(at)) {
            draft.quantity.clear();
        }
        draft.actor.retain(|&at| !empty(at));
        draft.target.retain(|&at| !empty(at));
    }
    // "welcomed the extension of *the truce*": the truce is what is welcomed.
    let renewed: Vec<(usize, Vec<usize>)> = drafts
        .iter()
        .filter(|draft| draft.claim_type == ClaimType::Agree && draft.rule == "event/noun" && !draft.target.is_empty())
        .map(|draft| (draft.trigger, draft.target.clone()))
        .collect();
    for draft in drafts.iter_mut().filter(|draft| draft.claim_type == ClaimType::Support) {
        for (noun, accord) in renewed.iter().filter(|(noun, accord)| !accord.contains(noun)) {
            if draft.target == [*noun] {
                draft.target.clone_from(accord);
            }
        }
    }
    let drafts = defined::read(setting, drafts);
    let mut drafts = losses::read(setting, together::read(setting, drafts));
    blast::read(setting, &mut drafts);
    banned::read(setting, &mut drafts);
    mutual::read(setting, &mut drafts);
    forced::read(setting, &mut drafts);
    stationed::read(setting, &mut drafts);
    drafts
}

/// False for what an exercise is held with that is nobody: "a drill with *small arms*", "with the *aim* of". `noun`: a ship may join a
/// force, but "a drill with *vehicles*" trains none.
fn can_be_trained(setting: Setting, at: usize, noun: bool) -> bool {
    use lexicon::NounClass::{Forces, Party, People, Place, Vehicle};
    let parse = &setting.part.parse;
    let core = mention::core(parse, setting.lexicon, at);
    let classes = class::classes(parse, setting.lexicon, core);
    // "the *flow* of foreign fighters"
    let whole = || grammar::after(parse, core, "of").is_some_and(|of| can_be_trained(setting, of, noun));
    let some = matches!(parse.tag(core), language::Tag::Nns | language::Tag::Nnps) || parse.pos(core) != Pos::Noun;
    classes.is_empty() && (some || whole())
        || classes.any(&[Forces, Party, People, Place])
        || !noun && classes.has(Vehicle)
}

/// True for what an accord ends by its name: "the cessation of *hostilities*".
fn is_laid_down(setting: Setting, at: usize) -> bool {
    let parse = &setting.part.parse;
    let of = parse.head(at);
    let accord = parse.head(of);
    let fought = |frame: &Frame| frame.claim_type == ClaimType::Fight;
    parse.dep(at) == Dep::Pobj
        && parse.norm(of) == "of"
        && setting.nouns(accord) == [lexicon::NounClass::Accord]
        && setting.noun_frames(at).any(fought)
}

/// True for a deed that somebody speaks against, whoever may do it: "warned the council against *sending* troops".
fn is_warned_of(parse: &Parse, at: usize) -> bool {
    let against = parse.head(at);
    parse.dep(at) == Dep::Pcomp && parse.norm(against) == "against" && parse.pos(parse.head(against)) == Pos::Verb
}

/// Types whose verbs are acts of speech: the deed is told apart from what it says.
pub(crate) fn speaks(claim_type: ClaimType) -> bool {
    use ClaimType::*;
    matches!(
        claim_type,
        Accuse | Demand | Threaten | Refuse | Intent | Support | Agree | Publish | Judgement | Opposes | Cause
    )
}

/// Who does the deed that a noun tells, by the verb that carries it: "*the rebels* committed atrocities".
pub(crate) fn carrier_of(setting: Setting, noun: usize) -> Option<usize> {
    carrier::of(setting, noun).filter(|carrier| !carrier.claimed).and_then(|carrier| carrier.subject)
}
