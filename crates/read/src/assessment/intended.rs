//! Which deeds are only intended, and which drafts tell no more than what is intended, foreseen or asked for?
//!
//! In "wants to *take* the town" the aim is the claim, not the taking. Meetings, deployments and goods that are planned stand as planned;
//! what was tried was done; who "wants to *thank* the nurses" thanks them. [`GONE`] has the ways in which a draft says nothing of its own,
//! [`STAYS`] those in which one that is left is more than an aim.

use super::{is_verb, modal, outlook, purpose, repeated};
use crate::claim::{Draft, Setting};
use crate::frame::joined_verbs;
use crate::grammar;
use language::{Dep, Parse, Tag};
use lexicon::{NounClass, Slot};
use model::{ClaimType, Kind, Modality};

/// A way in which a draft is told, seen beside the others.
type Case = fn(&Told, &Draft) -> bool;

const GONE: &[Case] = &[
    met_for,
    called_for,
    foretold,
    foreseen,
    only_possible,
    meant,
    only_may,
    told_planned,
    aim_of_speech,
    demanded_of,
    must_want,
    urged_on,
    right_to,
    refused,
    tried_to,
    done_in_order_to,
];

const STAYS: &[Case] = &[stands_planned, demanded_by_must, says_so, goes_out, came_to_say, assessed, not_aimed_at];

/// Whoever wants to say it, or does something to say it, has said it with these words.
const SPOKEN: &[Case] = &[says_so, goes_out, came_to_say];

/// Drops the drafts that are only aimed at, and those that say nothing beside an aim, a forecast or a demand.
pub(crate) fn without_aims(setting: Setting, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let parse = &setting.part.parse;
    fight_where_tried(parse, &mut drafts);
    let told = Told::new(setting, &drafts);
    foresee_what_comes_with(parse, &mut drafts, &told.expected);
    repeated::without(setting, &mut drafts, &told.aims);
    let told = told.beside(&drafts);
    let any = |cases: &[Case], draft: &Draft| cases.iter().any(|case| case(&told, draft));
    for draft in drafts.iter_mut().filter(|draft| any(SPOKEN, draft)) {
        draft.modality = draft.modality.or(Some(Modality::Fact));
    }
    drafts.retain(|draft| !any(GONE, draft) && any(STAYS, draft));
    drafts
}

/// "tried to seize the town": who tried fought for it, whether or not he took it.
fn fight_where_tried(parse: &Parse, drafts: &mut [Draft]) {
    for draft in drafts.iter_mut().filter(|draft| draft.claim_type == ClaimType::Capture) {
        // "an attempt *to seize* the town" hangs on a noun.
        let below = matches!(parse.dep(draft.trigger), Dep::Acl | Dep::Xcomp);
        let infinitive = below && grammar::is_infinitive(parse, draft.trigger);
        if infinitive && grammar::is_tried(parse, parse.head(draft.trigger)) {
            draft.claim_type = ClaimType::Fight;
        }
    }
}

/// "would gain ground, *creating* an obstacle for the rebels", "would help it, while *putting pressure* on them": what comes with what is
/// foreseen is foreseen too.
fn foresee_what_comes_with(parse: &Parse, drafts: &mut [Draft], expected: &[usize]) {
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
}

/// The words of a part by what its drafts tell of them: aimed at, called for, expected, refused.
struct Told<'s, 'a> {
    setting: Setting<'s, 'a>,
    aims: Vec<usize>,
    planned: Vec<usize>,
    spoken: Vec<usize>,
    came: Vec<usize>,
    called: Vec<usize>,
    demanded: Vec<usize>,
    expected: Vec<usize>,
    expected_too: Vec<usize>,
    willed: Vec<usize>,
    may: Vec<usize>,
    assessed: Vec<usize>,
    meetings: Vec<usize>,
    planned_deeds: Vec<usize>,
    refused: Vec<usize>,
}

impl<'s, 'a> Told<'s, 'a> {
    fn new(setting: Setting<'s, 'a>, drafts: &[Draft]) -> Told<'s, 'a> {
        let parse = &setting.part.parse;
        let expected = expected(parse, drafts);
        Told {
            setting,
            aims: aims(parse, drafts),
            planned: planned(parse, drafts),
            spoken: spoken(setting, drafts),
            came: came(drafts),
            called: called(drafts),
            demanded: demanded(parse, drafts),
            expected_too: expected_too(parse, &expected),
            expected,
            // "we will not *allow* them to return"
            willed: predicates(drafts, |draft| draft.rule == "assessment/will"),
            may: may(drafts),
            assessed: Vec::new(),
            meetings: Vec::new(),
            planned_deeds: Vec::new(),
            refused: Vec::new(),
        }
    }

    /// With what is told by the drafts that are left when none says the same twice.
    fn beside(self, drafts: &[Draft]) -> Told<'s, 'a> {
        Told {
            assessed: assessments(drafts),
            meetings: meetings(drafts),
            // "talks will *take* place on Monday"
            planned_deeds: predicates(drafts, |draft| outlook::lies_in_plan(draft.claim_type)),
            refused: refusals(drafts),
            ..self
        }
    }

    fn parse(&self) -> &'s Parse<'a> {
        &self.setting.part.parse
    }

    /// True for what is to be prevented or helped with, which is aimed at no less: "is meant to keep the rebels *from fleeing*", "came to
    /// assist *in securing* the town".
    fn kept_from(&self, at: usize) -> bool {
        let parse = self.parse();
        let first = if parse.dep(at) == Dep::Conj { parse.head(at) } else { at };
        let from = parse.head(first);
        parse.dep(first) == Dep::Pcomp
            && matches!(parse.norm(from), "from" | "in")
            && self.aims.contains(&parse.head(from))
    }

    /// "wants to *take* the town and *hold* it"
    fn aimed(&self, at: usize) -> bool {
        let parse = self.parse();
        // "came to regard him as a failure and *blamed* him": only what is told in the same form is aimed at as well.
        let joined = |aim: usize| {
            let told = matches!(parse.tag(at), Tag::Vbd | Tag::Vbz) && parse.tag(aim) == Tag::Vb;
            parse.dep(at) == Dep::Conj && parse.head(at) == aim && !told
        };
        self.aims.iter().any(|&aim| aim == at || joined(aim)) || self.kept_from(at)
    }
}

fn predicates(drafts: &[Draft], of: impl Fn(&Draft) -> bool) -> Vec<usize> {
    drafts.iter().filter(|draft| of(draft)).map(|draft| draft.predicate).collect()
}

/// The verbs that tell what somebody aims at: "wants to *take* the town".
fn aims(parse: &Parse, drafts: &[Draft]) -> Vec<usize> {
    let told = drafts.iter().filter(|draft| draft.claim_type == ClaimType::Intent || draft.rule == "event/must");
    let mut aims: Vec<usize> = told.flat_map(|draft| aims_of(parse, draft)).collect();
    // "came to free the town, *arrest* the rebels and leave": where the tree joins the rest to the verb above.
    let rest = |&aim: &usize| {
        let above = parse.head(aim);
        let with = move |&verb: &usize| grammar::bare_with(parse, verb, above) == Some(aim);
        parse.children(above).filter(with).flat_map(|verb| std::iter::once(verb).chain(joined_verbs(parse, verb)))
    };
    let rest: Vec<usize> = aims.iter().flat_map(rest).collect();
    aims.extend(rest);
    aims
}

/// "wants to *take* the town", "troops came *to free* it"
fn aims_of(parse: &Parse, draft: &Draft) -> Vec<usize> {
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
    let after = parse.children(draft.trigger).filter(|&child| child > draft.trigger && parse.dep(child) == Dep::Prep);
    // "the goal is to defeat them"
    let be = parse.head(draft.trigger);
    let said = (parse.dep(draft.trigger) == Dep::Nsubj && parse.lemma(be) == "be")
        .then(|| parse.child(be, Dep::Xcomp).or_else(|| parse.child(be, Dep::Attr)))
        .flatten();
    below.chain(after.filter_map(|preposition| parse.child(preposition, Dep::Pcomp))).chain(said).collect()
}

/// "*plans* to visit Velna": the visit is planned.
fn planned(parse: &Parse, drafts: &[Draft]) -> Vec<usize> {
    drafts
        .iter()
        .filter(|draft| outlook::stands_planned(draft.claim_type) && draft.rule == "event/verb")
        .map(|draft| parse.head(draft.trigger))
        .collect()
}

/// "I want to *thank* the nurses" thanks them.
fn spoken(setting: Setting, drafts: &[Draft]) -> Vec<usize> {
    let parse = &setting.part.parse;
    predicates(drafts, |draft| {
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
}

/// "*marched* to demand an inquiry", "*came* to thank the nurses"
fn came(drafts: &[Draft]) -> Vec<usize> {
    drafts
        .iter()
        .filter(|draft| matches!(draft.claim_type, ClaimType::Appear | ClaimType::Meet | ClaimType::Protest))
        .flat_map(|draft| [draft.trigger, draft.predicate])
        .collect()
}

/// "reiterate our *call* on them to leave"
fn called(drafts: &[Draft]) -> Vec<usize> {
    drafts
        .iter()
        .filter(|draft| draft.claim_type == ClaimType::Demand && draft.rule == "event/verb" && !draft.words.is_empty())
        .flat_map(|draft| draft.words.iter().copied().chain([draft.trigger]))
        .collect()
}

/// "demanded that they *leave* and *hand* over the town"
fn demanded(parse: &Parse, drafts: &[Draft]) -> Vec<usize> {
    drafts
        .iter()
        .filter(|draft| draft.claim_type == ClaimType::Demand && draft.rule == "event/verb")
        .flat_map(|draft| {
            parse.children(draft.trigger).filter(|&child| matches!(parse.dep(child), Dep::Xcomp | Dep::Ccomp))
        })
        .flat_map(|clause| std::iter::once(clause).chain(joined_verbs(parse, clause)))
        .collect()
}

/// "the law would *help*"
fn expected(parse: &Parse, drafts: &[Draft]) -> Vec<usize> {
    drafts
        .iter()
        .filter(|draft| draft.rule == "assessment/outlook" && draft.modality == Some(Modality::Forecast))
        .map(|draft| draft.predicate)
        // "expects the truce *to fail*"
        .chain(drafts.iter().filter(|draft| draft.claim_type == ClaimType::Forecast).flat_map(|draft| {
            parse.children(draft.trigger).filter(|&child| {
                matches!(parse.dep(child), Dep::Xcomp | Dep::Ccomp) && grammar::is_infinitive(parse, child)
            })
        }))
        .collect()
}

/// "can never unite the land and *bring stability*" foresees both.
fn expected_too(parse: &Parse, expected: &[usize]) -> Vec<usize> {
    let joined = expected.iter().flat_map(|&verb| joined_verbs(parse, verb));
    joined.filter(|&verb| parse.tag(verb) == Tag::Vb && parse.child(verb, Dep::Nsubj).is_none()).collect()
}

/// "the war may *spread*": what a verb says of it is what may come.
fn may(drafts: &[Draft]) -> Vec<usize> {
    predicates(drafts, |draft| draft.rule == "assessment/outlook" && draft.modality == Some(Modality::Possible))
}

/// What is assessed otherwise than by an outlook or a verb that judges: "the raid *was* a mistake".
fn assessments(drafts: &[Draft]) -> Vec<usize> {
    predicates(drafts, |draft| {
        draft.claim_type.kind() == Kind::Assessment
            && draft.rule != "assessment/outlook"
            && (draft.claim_type != ClaimType::Judgement || draft.rule != "assessment/verb")
    })
}

/// "*met* to discuss the border"
fn meetings(drafts: &[Draft]) -> Vec<usize> {
    drafts
        .iter()
        .filter(|draft| draft.claim_type == ClaimType::Meet)
        .flat_map(|draft| [draft.trigger, draft.predicate])
        .collect()
}

/// "will not *withdraw*"
fn refusals(drafts: &[Draft]) -> Vec<usize> {
    drafts.iter().filter(|draft| draft.rule == outlook::REFUSAL).map(|draft| draft.trigger).collect()
}

/// "met *to discuss* the border" is one meeting.
fn met_for(told: &Told, draft: &Draft) -> bool {
    let parse = told.parse();
    draft.claim_type == ClaimType::Meet
        && grammar::is_infinitive(parse, draft.trigger)
        && matches!(parse.dep(draft.trigger), Dep::Advcl | Dep::Acl | Dep::Xcomp | Dep::Relcl)
        && told.meetings.contains(&parse.head(draft.trigger))
}

/// "reiterate our call on them *to leave*" has no purpose beside what is called for.
fn called_for(told: &Told, draft: &Draft) -> bool {
    let parse = told.parse();
    // "… *to leave* and hand over the town"
    let mut verb = draft.predicate;
    while parse.dep(verb) == Dep::Conj && is_verb(parse, parse.head(verb)) {
        verb = parse.head(verb);
    }
    draft.rule == "assessment/purpose"
        && matches!(parse.dep(verb), Dep::Advcl | Dep::Acl)
        && told.called.contains(&parse.head(verb))
}

/// "talks will take place on Monday", "Brek will be in charge of the brigade" is planned, not foreseen.
fn foretold(told: &Told, draft: &Draft) -> bool {
    draft.rule == "assessment/outlook"
        && draft.modality == Some(Modality::Forecast)
        && told.planned_deeds.contains(&draft.predicate)
}

/// What will be is a forecast, however it is judged: "the law would *help* them".
fn foreseen(told: &Told, draft: &Draft) -> bool {
    draft.claim_type == ClaimType::Judgement
        && (told.expected.contains(&draft.predicate) || told.expected_too.contains(&draft.predicate))
}

/// "the war may *spread*": what a verb says of what may come judges nothing.
fn only_possible(told: &Told, draft: &Draft) -> bool {
    draft.claim_type == ClaimType::Judgement && draft.rule == "assessment/verb" && told.may.contains(&draft.trigger)
}

/// "we *will not allow* them to return" is meant, and judges nobody besides.
fn meant(told: &Told, draft: &Draft) -> bool {
    draft.claim_type == ClaimType::Judgement && told.willed.contains(&draft.predicate)
}

/// What may be is judged, not foreseen: "the raid *may be* a mistake".
fn only_may(told: &Told, draft: &Draft) -> bool {
    draft.rule == "assessment/outlook"
        && draft.modality == Some(Modality::Possible)
        && told.assessed.contains(&draft.predicate)
}

/// "*plans* to visit Velna": the visit stands as planned, and nothing is aimed at beside it.
fn told_planned(told: &Told, draft: &Draft) -> bool {
    draft.claim_type == ClaimType::Intent
        && draft.modality == Some(Modality::Planned)
        && draft.rule == "assessment/verb"
        && told.planned.contains(&draft.trigger)
}

/// "I *want* to thank the nurses" aims at nothing beside the thanks.
fn aim_of_speech(told: &Told, draft: &Draft) -> bool {
    draft.claim_type == ClaimType::Intent && told.parse().children(draft.trigger).any(|at| told.spoken.contains(&at))
}

/// "demanded that they *help* the town" judges nobody.
fn demanded_of(told: &Told, draft: &Draft) -> bool {
    draft.claim_type == ClaimType::Judgement && told.demanded.contains(&draft.predicate)
}

/// "the rebels must *seek* a truce": it is asked of them, whatever they want.
fn must_want(told: &Told, draft: &Draft) -> bool {
    draft.claim_type == ClaimType::Intent
        && draft.rule == "assessment/verb"
        && purpose::asked_for(told.setting, draft.trigger, Some(draft.trigger))
}

/// "urged them to focus *their efforts* on a truce"
fn urged_on(told: &Told, draft: &Draft) -> bool {
    let parse = told.parse();
    draft.claim_type == ClaimType::Intent
        && draft.rule == "assessment/noun"
        && parse.dep(draft.trigger) == Dep::Dobj
        && purpose::asked_for(told.setting, parse.head(draft.trigger), None)
}

/// "the right to *hinder* the talks" hinders nothing yet.
fn right_to(told: &Told, draft: &Draft) -> bool {
    let parse = told.parse();
    draft.rule == "assessment/verb"
        && draft.claim_type == ClaimType::Judgement
        && parse.tag(draft.trigger) == Tag::Vb
        && matches!(parse.dep(draft.trigger), Dep::Acl | Dep::Advcl)
}

/// "will not *withdraw*": the refusal is the claim, not that nobody will withdraw.
fn refused(told: &Told, draft: &Draft) -> bool {
    draft.claim_type != ClaimType::Refuse
        && draft.claim_type.kind() == Kind::Event
        && told.refused.contains(&draft.trigger)
}

/// "tried *to provoke* a war", "agreed *to strengthen* ties": nothing has come of it yet.
fn tried_to(told: &Told, draft: &Draft) -> bool {
    use ClaimType::{Agree, Cause, Intent, Judgement};
    let (setting, parse) = (told.setting, told.parse());
    let above = parse.head(draft.trigger);
    draft.rule == "assessment/verb"
        && matches!(draft.claim_type, Cause | Judgement)
        && parse.dep(draft.trigger) == Dep::Xcomp
        && grammar::is_infinitive(parse, draft.trigger)
        && {
            // "the objective is *to force* them to leave"
            let noun = grammar::subject(parse, above).filter(|_| parse.lemma(above) == "be");
            let mut nouns = noun.into_iter().flat_map(|at| setting.noun_frames(at));
            told_types(setting, above).any(|told| matches!(told, Agree | Intent))
                || nouns.any(|frame| frame.claim_type == Intent)
        }
}

/// "burned it *to provoke* them", "an attempt *to provoke* a war": nothing has come of it yet.
fn done_in_order_to(told: &Told, draft: &Draft) -> bool {
    let parse = told.parse();
    draft.rule == "assessment/verb"
        && draft.claim_type == ClaimType::Cause
        && matches!(parse.dep(draft.trigger), Dep::Advcl | Dep::Acl)
        && grammar::is_infinitive(parse, draft.trigger)
}

/// "plans to *visit* Velna"
fn stands_planned(told: &Told, draft: &Draft) -> bool {
    outlook::stands_planned(draft.claim_type) && !told.kept_from(draft.trigger)
}

/// "must leave the town and *release* the prisoners" demands the release as well.
fn demanded_by_must(_: &Told, draft: &Draft) -> bool {
    draft.rule == "event/must"
}

/// "I want to *thank* the nurses"
fn says_so(told: &Told, draft: &Draft) -> bool {
    told.spoken.contains(&draft.predicate)
}

/// True for a protest that tells what a deed was done for: "blocked the road *to protest against the law*". Who does so protests.
fn goes_out(told: &Told, draft: &Draft) -> bool {
    let parse = told.parse();
    draft.claim_type == ClaimType::Protest
        && draft.rule == "event/verb"
        && parse.dep(draft.trigger) == Dep::Advcl
        && grammar::is_infinitive(parse, draft.trigger)
}

/// "marched *to demand* an inquiry", "came *to thank* the nurses": whoever came to say so said so.
fn came_to_say(told: &Told, draft: &Draft) -> bool {
    let parse = told.parse();
    matches!(draft.claim_type, ClaimType::Accuse | ClaimType::Demand | ClaimType::Support)
        && draft.rule == "event/verb"
        && parse.dep(draft.trigger) == Dep::Advcl
        && grammar::is_infinitive(parse, draft.trigger)
        && told.came.contains(&parse.head(draft.trigger))
}

/// "*wants* to take the town": the aim itself, and every other assessment but what is only judged.
fn assessed(_: &Told, draft: &Draft) -> bool {
    draft.claim_type.kind() == Kind::Assessment && draft.claim_type != ClaimType::Judgement
}

/// "*seized* the bridge to take the town"
fn not_aimed_at(told: &Told, draft: &Draft) -> bool {
    !told.aimed(draft.trigger) && !carried_out(told, draft)
}

/// "wants to deliver the rebels *a defeat*", "committed to carrying out *attacks*", "to root out the army's *presence*"
fn carried_out(told: &Told, draft: &Draft) -> bool {
    let parse = told.parse();
    match draft.rule {
        "event/noun" => draft.predicate != draft.trigger && told.aims.contains(&draft.predicate),
        "relation/noun" => {
            let object = parse.dep(draft.trigger) == Dep::Dobj && told.aims.contains(&parse.head(draft.trigger));
            draft.claim_type == ClaimType::PresentIn && object
        }
        _ => false,
    }
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
    let frames = setting.frames(verb).iter();
    frames
        .filter(|frame| frame.class == lexicon::WordClass::Verb && frame.words.is_empty())
        .map(|frame| frame.claim_type)
}
