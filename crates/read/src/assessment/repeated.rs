//! Which assessments say nothing beside what stands with them?
//!
//! "This *shameful* raid is a *disgrace*" judges once, "has little *chance* of success" foresees no success, "is seen *as trying* to send a
//! signal" tells what somebody tries, and "citing *sources* in the army" explains nothing.

use super::judgement;
use crate::claim::{Draft, Setting};
use crate::polarity;
use language::{Dep, Tag};
use model::{ClaimType, Modality};

/// Drops them; `aims` are the verbs that tell what somebody aims at.
pub(super) fn without(setting: Setting, drafts: &mut Vec<Draft>, aims: &[usize]) {
    let parse = &setting.part.parse;
    // "the raid *could lead* to a war": what may come of it is foreseen, and explains nothing yet.
    let ahead: Vec<usize> = drafts
        .iter()
        .filter(|draft| draft.rule == "assessment/outlook" && draft.claim_type == ClaimType::Forecast)
        .map(|draft| draft.predicate)
        .collect();
    // "may *be driving* them" explains what is so already.
    let bare = |at: usize| parse.tag(at) == Tag::Vb && parse.children(at).all(|aux| parse.lemma(aux) != "have");
    let yet_ahead = |draft: &Draft| {
        draft.claim_type == ClaimType::Cause
            && draft.rule == "assessment/verb"
            && bare(draft.trigger)
            && ahead.contains(&draft.trigger)
    };
    // "citing *sources* in the army" explains nothing.
    let by_source = |draft: &Draft| {
        let source = |&at: &usize| setting.lexicon.sources.noun(parse.entry(at)) == Some(model::SourceKind::Anonymous);
        let verb = draft.claim_type == ClaimType::Cause && draft.rule == "assessment/verb";
        verb && draft.target.iter().any(source)
    };
    // "casualties *resulting* from the raid": who came to harm by what explains nobody's deed.
    let of_harm = |draft: &Draft| {
        let harm = |at: usize| setting.noun_frames(at).any(|frame| frame.claim_type == ClaimType::Casualties);
        draft.claim_type == ClaimType::Cause
            && draft.rule == "assessment/verb"
            && draft.actor.is_empty()
            && parse.dep(draft.trigger) == Dep::Acl
            && harm(parse.head(draft.trigger))
    };
    // "resulted in three soldiers *killed*": that they were is told, and they are explained by nothing.
    let fallen: Vec<usize> = drafts
        .iter()
        .filter(|draft| draft.claim_type == ClaimType::Casualties && parse.dep(draft.trigger) == Dep::Acl)
        .map(|draft| parse.head(draft.trigger))
        .collect();
    let of_fallen = |draft: &Draft| {
        let verb = draft.claim_type == ClaimType::Cause && draft.rule == "assessment/verb";
        verb && draft.actor.iter().any(|at| fallen.contains(at))
    };
    // "is seen *as trying* to send a signal" tells what somebody tries.
    let tries: Vec<usize> =
        drafts.iter().filter(|draft| draft.claim_type == ClaimType::Intent).map(|draft| draft.trigger).collect();
    let seen_trying = |draft: &Draft| {
        let mut said = draft.words.iter().filter_map(|&word| parse.child(word, Dep::Pcomp));
        draft.claim_type == ClaimType::Judgement && said.any(|verb| tries.contains(&verb))
    };
    // "to make it *harder* for them" aims at what is not so yet, and "our *steadfast* commitment" is the commitment.
    let pledges: Vec<usize> = drafts
        .iter()
        .filter(|draft| draft.claim_type == ClaimType::Intent && draft.modality == Some(Modality::Planned))
        .map(|draft| draft.trigger)
        .collect();
    let within_aim = |draft: &Draft| {
        let above = parse.head(draft.trigger);
        draft.rule == judgement::EVALUATION
            && match parse.dep(draft.trigger) {
                Dep::Ccomp | Dep::Acomp | Dep::Oprd => aims.contains(&above),
                Dep::Amod => pledges.contains(&above),
                _ => false,
            }
    };
    // "this *shameful* raid is a *disgrace*" judges it once.
    let said_of_subject: Vec<usize> = drafts
        .iter()
        .filter(|draft| draft.rule == judgement::EVALUATION && parse.dep(draft.trigger) == Dep::Attr)
        .flat_map(|draft| draft.actor.iter().copied())
        .collect();
    let judged_twice = |draft: &Draft| {
        let noun = parse.head(draft.trigger);
        draft.rule == judgement::EVALUATION
            && parse.dep(draft.trigger) == Dep::Amod
            && parse.dep(noun) == Dep::Nsubj
            && said_of_subject.contains(&noun)
    };
    // "are *at risk* of famine" judges them, and foresees nothing besides.
    let at_risk = |draft: &Draft| {
        draft.claim_type == ClaimType::Forecast
            && draft.rule == "assessment/noun"
            && parse.dep(draft.trigger) == Dep::Pobj
            && parse.norm(parse.head(draft.trigger)) == "at"
    };
    // "has little *chance* of success" judges, and foresees no success.
    let judging: Vec<usize> = drafts
        .iter()
        .filter(|draft| draft.claim_type == ClaimType::Judgement)
        .flat_map(|draft| draft.words.iter().copied())
        .collect();
    let judged_by = |draft: &Draft| {
        let noun = draft.claim_type == ClaimType::Forecast && draft.rule == "assessment/noun";
        noun && judging.contains(&draft.trigger) && draft.actor.iter().all(|&at| at > draft.trigger)
    };
    drafts.retain(|draft| {
        !yet_ahead(draft)
            && !by_source(draft)
            && !of_harm(draft)
            && !of_fallen(draft)
            && !at_risk(draft)
            && !judged_by(draft)
            && !seen_trying(draft)
            && !judged_twice(draft)
            && !within_aim(draft)
    });
    // "the use of gas is a *breach* of the treaty" judges, and tells of no other breach.
    let judged: Vec<usize> =
        drafts.iter().filter(|draft| draft.claim_type == ClaimType::Judgement).map(|draft| draft.trigger).collect();
    let only_judged = |draft: &Draft| {
        draft.claim_type == ClaimType::Quit
            && draft.actor.is_empty()
            && parse.dep(draft.trigger) == Dep::Attr
            && judged.contains(&draft.trigger)
    };
    drafts.retain(|draft| !only_judged(draft));
    // "did not *comply* with the treaty" breaks it, and is not judged as well.
    let kept: Vec<usize> = drafts.iter().filter(|draft| draft.undone.is_some()).map(|draft| draft.trigger).collect();
    let twice = |draft: &Draft| {
        let verb = draft.claim_type == ClaimType::Judgement && draft.rule == "assessment/verb";
        verb && kept.contains(&draft.trigger)
            && polarity::of(setting.part, draft.trigger, setting.lexicon).value == model::Polarity::Negative
    };
    // "*violated* its commitment": what somebody breaks he does not aim at.
    let broken: Vec<usize> = drafts
        .iter()
        .filter(|draft| draft.claim_type == ClaimType::Quit)
        .flat_map(|draft| draft.target.iter().copied())
        .collect();
    let only_broken = |draft: &Draft| {
        let noun = draft.claim_type == ClaimType::Intent && draft.rule == "assessment/noun";
        noun && broken.contains(&draft.trigger)
    };
    drafts.retain(|draft| !twice(draft) && !only_broken(draft));
    // "Kestria's policy is *based* on fear" is explained, and not judged as well.
    let explained: Vec<usize> =
        drafts.iter().filter(|draft| draft.rule == "assessment/cause").map(|draft| draft.trigger).collect();
    drafts.retain(|draft| draft.claim_type != ClaimType::Judgement || !explained.contains(&draft.trigger));
}
