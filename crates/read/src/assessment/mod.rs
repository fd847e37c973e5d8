//! What does somebody make of it, want, expect, or explain it by?
//!
//! Frames read the verbs and nouns that say so outright. Here is what the grammar says without such a word: "the raid was *a
//! mistake*", "troops came *to free* the town", "the law *would* help", "closed the border *because of* the raid".

mod aimed;
mod bearer;
mod blame;
mod cause;
mod demand;
mod empty;
mod judged;
mod judgement;
mod means;
mod outlook;
mod purpose;
mod repeated;
mod row;
mod statement;
mod touched;

pub(crate) use outlook::lies_in_plan;
pub(crate) use row::read as rows;
pub(crate) use touched::settle;

use crate::claim::{Draft, Setting};
use crate::frame::joined_verbs;
use crate::grammar;
use language::{Dep, Parse, Pos, Tag};
use lexicon::{NounClass, Slot};
use model::{ClaimType, Kind, Modality};

/// Drafts of all assessments of a part that no frame reads, beside those that frames have `told`.
pub(crate) fn read(setting: Setting, told: &[Draft]) -> Vec<Draft> {
    let blamed = blame::read(setting);
    let mut drafts = judgement::read(setting, told);
    // "said that the army was *responsible* for the raid" accuses it, and judges it no further.
    let blames = |draft: &Draft| {
        blamed.iter().any(|blame| blame.trigger == draft.trigger || blame.words.contains(&draft.trigger))
    };
    drafts.retain(|draft| !blames(draft));
    drafts.extend(purpose::read(setting, told));
    drafts.extend(outlook::read(setting, told));
    drafts.extend(cause::read(setting, told));
    drafts.extend(demand::read(setting));
    drafts.extend(blamed);
    let read: Vec<(usize, usize)> = told.iter().chain(&drafts).map(|draft| (draft.trigger, draft.predicate)).collect();
    drafts.extend(statement::read(setting, &read));
    drafts
}

/// The modal verb of a verb: `would`, `must`.
fn modal(parse: &Parse, verb: usize) -> Option<usize> {
    parse.children(verb).find(|&child| parse.dep(child) == Dep::Aux && parse.tag(child) == Tag::Md)
}

fn is_verb(parse: &Parse, at: usize) -> bool {
    matches!(parse.pos(at), Pos::Verb | Pos::Aux) && !matches!(parse.dep(at), Dep::Aux | Dep::Auxpass)
}

/// Drops the deeds that are only aimed at: in "wants to take the town" the aim is the claim, not the taking. Meetings,
/// deployments and goods that are planned stand as planned; what was tried was done.
pub(crate) fn without_aims(setting: Setting, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let parse = &setting.part.parse;
    // "tried to seize the town": who tried fought for it, whether or not he took it.
    for draft in drafts.iter_mut().filter(|draft| draft.claim_type == ClaimType::Capture) {
        // "an attempt *to seize* the town" hangs on a noun.
        let below = matches!(parse.dep(draft.trigger), Dep::Acl | Dep::Xcomp);
        let infinitive = below && grammar::is_infinitive(parse, draft.trigger);
        if infinitive && grammar::is_tried(parse, parse.head(draft.trigger)) {
            draft.claim_type = ClaimType::Fight;
        }
    }
    let aims: Vec<usize> = drafts
        .iter()
        .filter(|draft| draft.claim_type == ClaimType::Intent || draft.rule == "event/must")
        .flat_map(|draft| {
            if matches!(draft.rule, "assessment/purpose" | "event/must") {
                return vec![draft.predicate];
            }
            if draft.rule == "assessment/will" || grammar::is_tried(parse, draft.trigger) {
                return Vec::new();
            }
            let below = parse.children(draft.trigger).filter(|&child| {
                child > draft.trigger
                    && matches!(parse.dep(child), Dep::Xcomp | Dep::Acl | Dep::Advcl | Dep::Relcl | Dep::Ccomp)
                    && (!matches!(parse.dep(child), Dep::Advcl | Dep::Relcl) || grammar::is_infinitive(parse, child))
                    && is_verb(parse, child)
            });
            // "committed to defeating the rebels"
            let after =
                parse.children(draft.trigger).filter(|&child| child > draft.trigger && parse.dep(child) == Dep::Prep);
            // "the goal is to defeat them"
            let be = parse.head(draft.trigger);
            let said = (parse.dep(draft.trigger) == Dep::Nsubj && parse.lemma(be) == "be")
                .then(|| parse.child(be, Dep::Xcomp).or_else(|| parse.child(be, Dep::Attr)))
                .flatten();
            below.chain(after.filter_map(|preposition| parse.child(preposition, Dep::Pcomp))).chain(said).collect()
        })
        .collect();
    // "came to free the town, *arrest* the rebels and leave": where the tree joins the rest to the verb above.
    let rest = |&aim: &usize| {
        let above = parse.head(aim);
        let with = move |&verb: &usize| grammar::bare_with(parse, verb, above) == Some(aim);
        parse.children(above).filter(with).flat_map(|verb| std::iter::once(verb).chain(joined_verbs(parse, verb)))
    };
    let rest: Vec<usize> = aims.iter().flat_map(rest).collect();
    let aims: Vec<usize> = aims.into_iter().chain(rest).collect();
    // "plans to visit Velna": the visit is planned.
    let planned: Vec<usize> = drafts
        .iter()
        .filter(|draft| outlook::stands_planned(draft.claim_type) && draft.rule == "event/verb")
        .map(|draft| parse.head(draft.trigger))
        .collect();
    // "I want to thank the nurses" thanks them.
    let spoken: Vec<usize> = drafts
        .iter()
        .filter(|draft| {
            let first = grammar::subject(parse, draft.predicate);
            matches!(draft.claim_type, ClaimType::Support | ClaimType::Accuse | ClaimType::Demand)
                && parse.dep(draft.predicate) == Dep::Xcomp
                && !(draft.claim_type == ClaimType::Support && helps(setting, draft.trigger))
                // "I *would like* to thank the nurses" thanks them as well.
                && (modal(parse, parse.head(draft.predicate)).is_none()
                    || parse.lemma(parse.head(draft.predicate)) == "like")
                && first.is_some_and(|subject| {
                    // "The council *wishes* to express its sympathy": whoever wishes to say so says so.
                    let wishes = matches!(parse.lemma(parse.head(draft.predicate)), "wish" | "like");
                    let others = draft.claim_type == ClaimType::Support;
                    matches!(parse.norm(subject), "i" | "we")
                        || others && (wishes || matches!(parse.norm(subject), "he" | "she" | "they"))
                })
        })
        .map(|draft| draft.predicate)
        .collect();
    let said = |at: usize| spoken.contains(&at);
    // "marched *to demand* an inquiry", "came *to thank* the nurses": whoever came to say so said so.
    let came: Vec<usize> = drafts
        .iter()
        .filter(|draft| matches!(draft.claim_type, ClaimType::Appear | ClaimType::Meet | ClaimType::Protest))
        .flat_map(|draft| [draft.trigger, draft.predicate])
        .collect();
    let came_to_say = |draft: &Draft| {
        matches!(draft.claim_type, ClaimType::Accuse | ClaimType::Demand | ClaimType::Support)
            && draft.rule == "event/verb"
            && parse.dep(draft.trigger) == Dep::Advcl
            && grammar::is_infinitive(parse, draft.trigger)
            && came.contains(&parse.head(draft.trigger))
    };
    // "reiterate our call on them *to leave*" has no purpose beside what is called for.
    let called: Vec<usize> = drafts
        .iter()
        .filter(|draft| draft.claim_type == ClaimType::Demand && draft.rule == "event/verb" && !draft.words.is_empty())
        .flat_map(|draft| draft.words.iter().copied().chain([draft.trigger]))
        .collect();
    let called_for = |draft: &Draft| {
        // "… *to leave* and hand over the town"
        let mut verb = draft.predicate;
        while parse.dep(verb) == Dep::Conj && is_verb(parse, parse.head(verb)) {
            verb = parse.head(verb);
        }
        draft.rule == "assessment/purpose"
            && matches!(parse.dep(verb), Dep::Advcl | Dep::Acl)
            && called.contains(&parse.head(verb))
    };
    let demanded: Vec<usize> = drafts
        .iter()
        .filter(|draft| draft.claim_type == ClaimType::Demand && draft.rule == "event/verb")
        .flat_map(|draft| {
            parse.children(draft.trigger).filter(|&child| matches!(parse.dep(child), Dep::Xcomp | Dep::Ccomp))
        })
        .flat_map(|clause| std::iter::once(clause).chain(joined_verbs(parse, clause)))
        .collect();
    let expected: Vec<usize> = drafts
        .iter()
        .filter(|draft| draft.rule == "assessment/outlook" && draft.modality == Some(Modality::Forecast))
        .map(|draft| draft.predicate)
        // "expects the truce *to fail*"
        .chain(drafts.iter().filter(|draft| draft.claim_type == ClaimType::Forecast).flat_map(|draft| {
            parse.children(draft.trigger).filter(|&child| {
                matches!(parse.dep(child), Dep::Xcomp | Dep::Ccomp) && grammar::is_infinitive(parse, child)
            })
        }))
        .collect();
    let willed: Vec<usize> =
        drafts.iter().filter(|draft| draft.rule == "assessment/will").map(|draft| draft.predicate).collect();
    // "would gain ground, *creating* an obstacle for the rebels", "would help it, while *putting pressure* on them": what comes with what is
    // foreseen is foreseen too.
    for draft in drafts.iter_mut() {
        let with = parse.dep(draft.trigger) == Dep::Advcl && parse.tag(draft.trigger) == Tag::Vbg;
        if draft.claim_type == ClaimType::Judgement
            && draft.rule == "assessment/verb"
            && with
            && expected.contains(&parse.head(draft.trigger))
        {
            draft.claim_type = ClaimType::Forecast;
            draft.modality = Some(Modality::Forecast);
        }
    }
    // "can never unite the land and *bring stability*" foresees both.
    let joined = expected.iter().flat_map(|&verb| joined_verbs(parse, verb));
    let joined = joined.filter(|&verb| parse.tag(verb) == Tag::Vb && parse.child(verb, Dep::Nsubj).is_none());
    let expected: Vec<usize> = expected.iter().copied().chain(joined.collect::<Vec<usize>>()).collect();
    // "the war may spread": what a verb says of it is what may come.
    let may: Vec<usize> = drafts
        .iter()
        .filter(|draft| draft.rule == "assessment/outlook" && draft.modality == Some(Modality::Possible))
        .map(|draft| draft.predicate)
        .collect();
    repeated::without(setting, &mut drafts, &aims);
    let assessed: Vec<usize> = drafts
        .iter()
        .filter(|draft| draft.claim_type.kind() == Kind::Assessment && draft.rule != "assessment/outlook")
        .filter(|draft| draft.claim_type != ClaimType::Judgement || draft.rule != "assessment/verb")
        .map(|draft| draft.predicate)
        .collect();
    // "met to discuss the border" is one meeting.
    let meetings: Vec<usize> = drafts
        .iter()
        .filter(|draft| draft.claim_type == ClaimType::Meet)
        .flat_map(|draft| [draft.trigger, draft.predicate])
        .collect();
    // "talks will take place on Monday", "Brek will be in charge of the brigade" is planned, not foreseen.
    let planned_deeds: Vec<usize> =
        drafts.iter().filter(|draft| lies_in_plan(draft.claim_type)).map(|draft| draft.predicate).collect();
    let foretold = |draft: &Draft| {
        draft.rule == "assessment/outlook"
            && draft.modality == Some(Modality::Forecast)
            && planned_deeds.contains(&draft.predicate)
    };
    let met_for = |draft: &Draft| {
        draft.claim_type == ClaimType::Meet
            && grammar::is_infinitive(parse, draft.trigger)
            && matches!(parse.dep(draft.trigger), Dep::Advcl | Dep::Acl | Dep::Xcomp | Dep::Relcl)
            && meetings.contains(&parse.head(draft.trigger))
    };
    // "will not withdraw": the refusal is the claim, not that nobody will withdraw.
    let refused: Vec<usize> =
        drafts.iter().filter(|draft| draft.rule == outlook::REFUSAL).map(|draft| draft.trigger).collect();
    // "came to regard him as a failure and *blamed* him": only what is told in the same form is aimed at as well.
    let joined = |at: usize, aim: usize| {
        let told = matches!(parse.tag(at), Tag::Vbd | Tag::Vbz) && parse.tag(aim) == Tag::Vb;
        parse.dep(at) == Dep::Conj && parse.head(at) == aim && !told
    };
    // "is meant to keep the rebels *from fleeing*", "came to assist *in securing* the town": what is to be prevented or helped with is aimed at
    // no less.
    let prevented = |at: usize, aim: usize| {
        let first = if parse.dep(at) == Dep::Conj { parse.head(at) } else { at };
        let from = parse.head(first);
        parse.dep(first) == Dep::Pcomp && matches!(parse.norm(from), "from" | "in") && parse.head(from) == aim
    };
    // "wants to deliver the rebels *a defeat*", "committed to carrying out *attacks*", "to root out the army's *presence*"
    let carried_out = |draft: &Draft| match draft.rule {
        "event/noun" => draft.predicate != draft.trigger && aims.contains(&draft.predicate),
        "relation/noun" => {
            let object = parse.dep(draft.trigger) == Dep::Dobj && aims.contains(&parse.head(draft.trigger));
            draft.claim_type == ClaimType::PresentIn && object
        }
        _ => false,
    };
    let kept_from = |at: usize| aims.iter().any(|&aim| prevented(at, aim));
    let aimed = |at: usize| aims.iter().any(|&aim| aim == at || joined(at, aim)) || kept_from(at);
    // Whoever wants to thank somebody has done so with these words.
    for draft in drafts.iter_mut().filter(|draft| said(draft.predicate) || goes_out(parse, draft) || came_to_say(draft))
    {
        draft.modality = draft.modality.or(Some(Modality::Fact));
    }
    drafts
        .into_iter()
        .filter(|draft| {
            use ClaimType::*;
            let stands = outlook::stands_planned(draft.claim_type) && !kept_from(draft.trigger);
            // What will be is a forecast, however it is judged; what may be is judged, not foreseen.
            let foreseen = draft.claim_type == Judgement
                && (expected.contains(&draft.predicate)
                    || draft.rule == "assessment/verb" && may.contains(&draft.trigger));
            // "we *will not allow* them to return" is meant, and judges nobody besides.
            let meant = draft.claim_type == Judgement && willed.contains(&draft.predicate);
            let only_may = draft.rule == "assessment/outlook"
                && draft.modality == Some(Modality::Possible)
                && assessed.contains(&draft.predicate);
            let told_planned = draft.claim_type == Intent
                && draft.modality == Some(Modality::Planned)
                && draft.rule == "assessment/verb"
                && planned.contains(&draft.trigger);
            let speech = draft.claim_type == Intent && parse.children(draft.trigger).any(said);
            let asked = draft.claim_type == Judgement && demanded.contains(&draft.predicate);
            // "the right to hinder the talks" hinders nothing yet.
            let possible = draft.rule == "assessment/verb"
                && draft.claim_type == Judgement
                && parse.tag(draft.trigger) == Tag::Vb
                && matches!(parse.dep(draft.trigger), Dep::Acl | Dep::Advcl);
            // "the rebels must seek a truce": it is asked of them, whatever they want.
            let asked = asked
                || draft.claim_type == Intent
                    && draft.rule == "assessment/verb"
                    && purpose::asked_for(setting, draft.trigger, Some(draft.trigger))
                // "urged them to focus *their efforts* on a truce"
                || draft.claim_type == Intent
                    && draft.rule == "assessment/noun"
                    && parse.dep(draft.trigger) == Dep::Dobj
                    && purpose::asked_for(setting, parse.head(draft.trigger), None);
            // "tried *to provoke* a war", "burned it *to provoke* them", "agreed *to strengthen* ties": nothing has come of it yet.
            let above = parse.head(draft.trigger);
            let yet_to_come = draft.rule == "assessment/verb"
                && matches!(draft.claim_type, Cause | Judgement)
                && grammar::is_infinitive(parse, draft.trigger)
                && match parse.dep(draft.trigger) {
                    Dep::Advcl | Dep::Acl => draft.claim_type == Cause,
                    Dep::Xcomp => {
                        // "the objective is *to force* them to leave"
                        let noun = grammar::subject(parse, above).filter(|_| parse.lemma(above) == "be");
                        let mut nouns = noun.into_iter().flat_map(|at| setting.noun_frames(at));
                        told_types(setting, above).any(|told| matches!(told, Agree | Intent))
                            || nouns.any(|frame| frame.claim_type == Intent)
                    }
                    _ => false,
                };
            let not_done = draft.claim_type != Refuse
                && draft.claim_type.kind() == Kind::Event
                && refused.contains(&draft.trigger);
            if met_for(draft)
                || called_for(draft)
                || foretold(draft)
                || foreseen
                || meant
                || only_may
                || told_planned
                || speech
                || asked
                || possible
                || not_done
                || yet_to_come
            {
                return false;
            }
            // "must leave the town and *release* the prisoners" demands the release as well.
            stands
                || draft.rule == "event/must"
                || said(draft.predicate)
                || goes_out(parse, draft)
                || came_to_say(draft)
                || draft.claim_type.kind() == Kind::Assessment && draft.claim_type != Judgement
                || !aimed(draft.trigger) && !carried_out(draft)
        })
        .collect()
}

/// True for a verb of support that is more than words: "we want to *help* the villagers" helps nobody yet.
fn helps(setting: Setting, verb: usize) -> bool {
    use NounClass::{Accord, Aid, Deed, Forces, Party};
    let lemma = setting.part.parse.entry(verb);
    let frames = setting.lexicon.triggers.frames(lemma).iter();
    let mut support = frames.filter(|frame| {
        frame.class == lexicon::WordClass::Verb && frame.claim_type == ClaimType::Support && frame.words.is_empty()
    });
    let of_parties = |need: &lexicon::Need| {
        let has = |class: &NounClass| need.classes.contains(class);
        !need.not && [Forces, Party].iter().all(has) && ![Accord, Deed].iter().any(has)
    };
    setting.lexicon.nouns.is(lemma, Aid)
        || support.any(|frame| frame.target.contains(&Slot::Clause) || frame.needs.iter().any(of_parties))
}

/// What the frames of a verb tell without further words.
fn told_types<'s>(setting: Setting<'s, '_>, verb: usize) -> impl Iterator<Item = ClaimType> + 's {
    let frames = setting.lexicon.triggers.frames(setting.part.parse.entry(verb)).iter();
    frames
        .filter(|frame| frame.class == lexicon::WordClass::Verb && frame.words.is_empty())
        .map(|frame| frame.claim_type)
}

/// True for a protest that tells what a deed was done for: "blocked the road *to protest against the law*". Who does so protests.
fn goes_out(parse: &Parse, draft: &Draft) -> bool {
    draft.claim_type == ClaimType::Protest
        && draft.rule == "event/verb"
        && parse.dep(draft.trigger) == Dep::Advcl
        && grammar::is_infinitive(parse, draft.trigger)
}
