//! What will happen, and who says he will do it?
//!
//! "We *will* continue to strike" is what a party intends; "the law *would* help" is what somebody expects. The subject tells
//! which: who can act and speaks in the first person intends, a thing is expected.

use super::purpose::is_so_that;
use super::{empty, is_verb, modal};
use crate::claim::{Draft, Setting};
use crate::frame::{aim, all_behind, frames, will_do};
use crate::{class, frame, grammar, modality};
use language::{Dep, Parse, Pos, Tag};
use lexicon::{CueClass, Frame, HedgeClass, NegationClass, NegationScope, NounClass, Sense, WordClass};
use model::{ClaimType, Kind, Modality};

/// The rule by which "will not" refuses.
pub(super) const REFUSAL: &str = "event/refusal";

/// `told` are the drafts that frames have made.
pub(crate) fn read(setting: Setting, told: &[Draft]) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for verb in 0..parse.len() {
        // "he continued" tells; "we will *continue* to help" does not.
        let cue = setting.voices.is_cue(setting.index, verb)
            && parse.child(verb, Dep::Xcomp).is_none()
            && setting.voices.says(setting.index, verb)
            // "will be *held* accountable"
            && !(grammar::is_passive(parse, verb) && modal(parse, verb).is_some());
        if !is_verb(parse, verb) || cue {
            continue;
        }
        // "is *going* to win": the subject, and what the clause hangs on, stand at `going`.
        let going = modality::going_to(parse, verb);
        let clause = going.unwrap_or(verb);
        let Some(modal) = modal(parse, clause).or(going) else { continue };
        let Some(subject) = grammar::subject(parse, clause) else { continue };
        // "those who would harm us" are somebody, and nothing is foreseen of them.
        let whoever = parse.dep(clause) == Dep::Relcl
            && matches!(parse.norm(subject), "those" | "anyone" | "all" | "everyone" | "anybody");
        // "As *you* may know" foresees nothing.
        let aside = parse.norm(subject) == "you" && parse.dep(clause) == Dep::Advcl;
        if whoever || aside || is_so_that(parse, clause) {
            continue;
        }
        // "the force will *comprise* ten brigades" tells what it is.
        if setting.lexicon.senses.has(parse.lemma(verb), Sense::Contains) {
            continue;
        }
        let word = if going == Some(modal) { "will" } else { parse.norm(modal) };
        let future = matches!(word, "will" | "'ll" | "wo" | "shall" | "would");
        let speaks = matches!(parse.norm(subject), "we" | "i");
        use NounClass::*;
        // "the equipment will help them": goods and arms mean nothing by it.
        let acts = class::fits(parse, setting.lexicon, subject, &[People, Party, Forces])
            && !(parse.pos(subject) == Pos::Noun && class::fits(parse, setting.lexicon, subject, &[Aid, Arms]));
        let is = |class: HedgeClass| setting.lexicon.hedges.get(class, parse.entry(verb)).is_some();
        let keeps_on = is(HedgeClass::Course);
        // "it will be hard", "you will see": nobody means to.
        let acts =
            acts && parse.norm(subject) != "you" && (!is(HedgeClass::State) || keeps_on) && !may_be(setting, verb);
        // "said his country would not leave": the subject is his as well.
        let his =
            parse.pos(subject) == Pos::Pron || parse.children(subject).any(|child| parse.tag(child) == Tag::PrpPoss);
        let retold = retold(setting, clause) && (his || keeps_on);
        let (claim_type, modality) = match word {
            _ if future && speaks => (ClaimType::Intent, Some(Modality::Planned)),
            // "the council *would like* to see them leave" wants it.
            "would" if acts && wishes(setting, verb) => (ClaimType::Intent, Some(Modality::Fact)),
            // "if the town falls, the rebels will hold the coast": nobody means to.
            _ if future && conditional(parse, clause) => (ClaimType::Forecast, Some(Modality::Conditional)),
            // "feared that the clan will use gas", "the danger that rebels will attack": others foresee it.
            "will" | "'ll" | "wo"
                if acts
                    && !grammar::is_passive(parse, verb)
                    && !foreseen(setting, clause)
                    && !befalls(setting, verb, told) =>
            {
                (ClaimType::Intent, Some(Modality::Planned))
            }
            "would" if acts && retold => (ClaimType::Intent, Some(Modality::Planned)),
            // "he would later become a general": it has come about.
            "would" if modality::has_come(parse, verb, setting.lexicon) || acts && goes_on(setting, verb) => continue,
            // "said the army would support them": what is to be done is told as planned itself.
            "would" if acts && retold_deed(setting, verb, told) => continue,
            _ if future => (ClaimType::Forecast, Some(Modality::Forecast)),
            // "the regime can never win": it will not.
            "can" if parse.children(verb).any(|child| parse.norm(child) == "never") => {
                (ClaimType::Forecast, Some(Modality::Forecast))
            }
            // "could *hear* people screaming": it was heard.
            "could" if is(HedgeClass::Sense) => continue,
            "may" | "might" | "could" if conditional(parse, verb) => (ClaimType::Forecast, Some(Modality::Conditional)),
            "may" | "might" | "could" if lies_ahead(setting, verb, acts, told) => {
                (ClaimType::Forecast, Some(Modality::Possible))
            }
            "may" | "might" | "could" if may_have(setting, verb, subject, told) => {
                (ClaimType::Judgement, Some(Modality::Possible))
            }
            _ => continue,
        };
        // "it *would be* wrong to leave" judges leaving, and foresees nothing.
        let said = parse.children(verb).find(|&child| matches!(parse.dep(child), Dep::Acomp | Dep::Attr));
        if said.is_some_and(|said| empty::stands_for_clause(setting, said)) {
            continue;
        }
        // "will *remain committed* to helping them": the word below tells the aim.
        let aims_below = |draft: &Draft| {
            draft.claim_type == ClaimType::Intent
                && draft.trigger > verb
                && parse.head(draft.trigger) == verb
                && matches!(parse.dep(draft.trigger), Dep::Acomp | Dep::Oprd)
        };
        if claim_type == ClaimType::Intent && told.iter().any(aims_below) {
            continue;
        }
        // "warned that it would strike the town" threatens; nobody foresees.
        let threatened = |draft: &Draft| {
            draft.claim_type == ClaimType::Threaten
                && (draft.trigger == verb || draft.trigger == parse.head(verb) && will_do(parse, verb))
        };
        if told.iter().any(threatened) {
            continue;
        }
        // "it is *unlikely* that they will leave": the adjective denies it.
        let unlikely = foretelling(setting, clause).is_some_and(|frame| frame.negative);
        // What others say of him is an expectation: "the army will not attack".
        if claim_type == ClaimType::Intent && (speaks || retold) && refuses(setting, clause) {
            drafts.push(refusal(setting, verb, subject));
            continue;
        }
        // "the rebels *would not sign* the treaty", "the spokesman *would not say*", told as it went
        let silent =
            reports(setting, verb) && parse.child(verb, Dep::Neg).is_some() && !grammar::is_passive(parse, verb);
        if acts && word == "would" && (silent || refuses(setting, verb) && yields(setting, verb)) {
            drafts.push(refusal(setting, verb, subject));
            continue;
        }
        // "I hope that they will leave": they mean nothing by it.
        if hoped(setting, clause) {
            continue;
        }
        // A meeting, a deployment or a delivery that will come is told as planned itself.
        let planned =
            |draft: &Draft| [draft.trigger, draft.predicate].contains(&verb) && stands_planned(draft.claim_type);
        // So is where somebody will be.
        let seen = |draft: &Draft| draft.trigger == verb && draft.claim_type == ClaimType::Appear;
        if claim_type == ClaimType::Intent && told.iter().any(planned) || told.iter().any(seen) {
            continue;
        }
        // "the general will be tried", "the unit will be assigned to a wing": what is to be done to somebody is told as planned itself; that
        // he "will be beaten" is foreseen.
        let done = |draft: &Draft| {
            draft.trigger == verb && draft.claim_type.kind() != Kind::Assessment && !frame::is_force(draft.claim_type)
        };
        if claim_type == ClaimType::Forecast && grammar::is_passive(parse, verb) && told.iter().any(done) {
            continue;
        }
        // "the figure could not be verified" doubts what was said; it foresees nothing.
        let called = || {
            parse.children(verb).any(|child| matches!(parse.dep(child), Dep::Oprd | Dep::Acomp))
                || grammar::after(parse, verb, "to").is_some_and(|to| parse.norm(to) == "account")
        };
        if claim_type == ClaimType::Forecast && grammar::is_passive(parse, verb) && reports(setting, verb) && !called()
        {
            continue;
        }
        let mut draft = Draft::new(
            claim_type,
            verb,
            if claim_type == ClaimType::Intent { "assessment/will" } else { "assessment/outlook" },
        );
        draft.actor = grammar::joined(parse, subject);
        // "will not hesitate to respond"
        draft.negative = is_double(setting, verb) && parse.child(verb, Dep::Neg).is_some() || unlikely;
        draft.modality = modality;
        draft.timed = false;
        let aim = aim(setting, verb);
        draft.target = aim.parties;
        draft.place = aim.places;
        if parse.pos(subject) == Pos::Pron && matches!(parse.norm(subject), "there" | "what") {
            continue;
        }
        draft.actor = all_behind(setting, &draft.actor, |_| true);
        draft.target.retain(|at| !draft.actor.contains(at));
        drafts.push(draft);
    }
    drafts
}

/// True for "like to see them leave", "prefer to wait": a wish, in polite words.
fn wishes(setting: Setting, verb: usize) -> bool {
    let parse = &setting.part.parse;
    matches!(parse.lemma(verb), "like" | "prefer" | "wish") && parse.child(verb, Dep::Xcomp).is_some()
}

/// True for what comes to somebody: "will *pay the price*", "will *fail*" judge, and nobody means to.
fn befalls(setting: Setting, verb: usize, told: &[Draft]) -> bool {
    let fails = is_double(setting, verb) && setting.part.parse.child(verb, Dep::Xcomp).is_none();
    let judges = |draft: &Draft| draft.claim_type == ClaimType::Judgement && (fails || !draft.words.is_empty());
    told.iter().any(|draft| draft.trigger == verb && judges(draft))
}

/// True for what somebody says he will not do. "We will not allow them to return" is what he means to bring about.
fn refuses(setting: Setting, verb: usize) -> bool {
    let parse = &setting.part.parse;
    // "will not *hesitate* to respond" will respond.
    if is_double(setting, verb) {
        return false;
    }
    let own_clause =
        |child: usize| matches!(parse.dep(child), Dep::Ccomp | Dep::Xcomp) && parse.child(child, Dep::Nsubj).is_some();
    parse.child(verb, Dep::Neg).is_some() && !parse.children(verb).any(own_clause)
}

/// True for a verb that says by itself that the deed behind it is not done: `fail`, `hesitate`.
fn is_double(setting: Setting, verb: usize) -> bool {
    let negation = setting.lexicon.negations.get(NegationClass::Verb, setting.part.parse.entry(verb));
    negation.is_some_and(|negation| negation.scopes.contains(&NegationScope::Infinitive))
}

/// True for a verb by which somebody agrees to something: `accept`, `sign`.
fn yields(setting: Setting, verb: usize) -> bool {
    let agrees = |frame: &Frame| frame.class == WordClass::Verb && frame.claim_type == ClaimType::Agree;
    frames(setting, verb, WordClass::Verb).iter().any(agrees)
}

/// "We *will not sign* the treaty", "said he would not resign".
fn refusal(setting: Setting, verb: usize, subject: usize) -> Draft {
    let parse = &setting.part.parse;
    let mut draft = Draft::new(ClaimType::Refuse, verb, REFUSAL);
    draft.actor = all_behind(setting, &grammar::joined(parse, subject), |_| true);
    draft.target = aim(setting, verb).parties;
    draft.target.retain(|at| !draft.actor.contains(at));
    draft.modality = Some(Modality::Fact);
    draft.timed = false;
    // The word that denies the deed makes the refusal.
    draft.negative = true;
    draft
}

/// True for a verb by which something is said or found to be so: `verify`, `confirm`.
fn reports(setting: Setting, verb: usize) -> bool {
    let lemma = setting.part.parse.entry(verb);
    setting.lexicon.reporting.starting(CueClass::Verb, lemma).next().is_some()
}

/// True for what came of a deed told before it: "held the ridge and *would hold* it until May".
fn goes_on(setting: Setting, verb: usize) -> bool {
    let parse = &setting.part.parse;
    let first = parse.head(verb);
    parse.dep(verb) == Dep::Conj
        && parse.tag(first) == Tag::Vbd
        && modal(parse, first).is_none()
        && !setting.voices.is_cue(setting.index, first)
}

/// True for a party's act under a verb of speech that a frame tells: "said that they *would support* the council".
fn retold_deed(setting: Setting, verb: usize, told: &[Draft]) -> bool {
    let deed = |draft: &Draft| draft.trigger == verb && draft.claim_type.kind() == Kind::Event;
    retold(setting, verb) && told.iter().any(deed)
}

/// True for a clause that tells what somebody hopes or wants: "I hope that they will leave", "expressed the hope that they would".
fn hoped(setting: Setting, verb: usize) -> bool {
    is_clause_of(setting, verb, ClaimType::Intent)
}

/// True for a clause that tells what somebody foresees: "fears that they will attack", "the danger that they will".
fn foreseen(setting: Setting, verb: usize) -> bool {
    is_clause_of(setting, verb, ClaimType::Forecast) || foretelling(setting, verb).is_some()
}

/// The frame of the adjective in "it is *likely* that they will attack".
fn foretelling<'s>(setting: Setting<'s, '_>, verb: usize) -> Option<&'s Frame> {
    let parse = &setting.part.parse;
    let be = parse.head(verb);
    let said = parse.child(be, Dep::Acomp).filter(|_| parse.dep(verb) == Dep::Ccomp && parse.lemma(be) == "be")?;
    empty::foretelling(setting, said)
}

/// True for a clause with a tense of its own that a verb or noun with a frame of a type leads in.
fn is_clause_of(setting: Setting, verb: usize, claim_type: ClaimType) -> bool {
    let parse = &setting.part.parse;
    let above = parse.head(verb);
    let marked = || parse.children(verb).any(|mark| parse.dep(mark) == Dep::Mark && parse.norm(mark) == "that");
    let of_noun = matches!(parse.pos(above), Pos::Noun | Pos::Adj);
    // "is *determined* that they will leave"
    let told = match parse.dep(verb) {
        Dep::Ccomp => above != verb && (!of_noun || marked()),
        Dep::Acl => of_noun && marked(),
        _ => false,
    };
    // What a verb foresees the noun of its form does too: "*fears* that they will attack".
    let tells = |frame: &Frame| {
        (of_noun || frame.class == WordClass::Verb) && frame.claim_type == claim_type && frame.words.is_empty()
    };
    told && [WordClass::Verb, WordClass::Noun, WordClass::Adjective]
        .into_iter()
        .any(|class| frames(setting, above, class).iter().any(tells))
}

/// True for "said it would leave": what was to come when it was said.
fn retold(setting: Setting, verb: usize) -> bool {
    let parse = &setting.part.parse;
    let above = parse.head(verb);
    matches!(parse.dep(verb), Dep::Ccomp) && above != verb && setting.voices.is_cue(setting.index, above)
}

/// True for a verb with an adverb that weighs how sure it is: "will *probably* lose" is what somebody expects.
fn may_be(setting: Setting, verb: usize) -> bool {
    let parse = &setting.part.parse;
    parse.children(verb).any(|child| {
        let hedge = setting.lexicon.hedges.get(HedgeClass::Adverb, parse.norm(child));
        parse.dep(child) == Dep::Advmod && hedge.is_some_and(|hedge| !hedge.unnamed)
    })
}

/// True for a verb with a condition: "*if* the rebels refuse, the army could press on", "*should* the rebels refuse, …".
fn conditional(parse: &Parse, verb: usize) -> bool {
    // "*Without* supplies the town will fall"
    let without = |child: usize| {
        parse.dep(child) == Dep::Prep
            && child < verb
            && parse.norm(child) == "without"
            && parse.child(child, Dep::Pobj).is_some()
    };
    parse.children(verb).any(without)
        || parse.children(verb).any(|child| {
            parse.dep(child) == Dep::Advcl
                && (grammar::is_inverted_condition(parse, child)
                    || parse
                        .children(child)
                        .any(|mark| parse.dep(mark) == Dep::Mark && matches!(parse.norm(mark), "if" | "unless")))
        })
}

/// True for what somebody is thought to have done that no frame tells: "the guards *may have risen* much too early".
fn may_have(setting: Setting, verb: usize, subject: usize, told: &[Draft]) -> bool {
    use NounClass::{Forces, Party, People};
    let parse = &setting.part.parse;
    let have = |child: usize| parse.dep(child) == Dep::Aux && parse.lemma(child) == "have";
    parse.children(verb).any(have)
        && parse.pos(verb) == Pos::Verb
        && matches!(parse.pos(subject), Pos::Noun | Pos::Propn)
        && class::fits(parse, setting.lexicon, subject, &[Forces, Party, People])
        && !told.iter().any(|draft| [draft.trigger, draft.predicate].contains(&verb))
        && !grammar::is_passive(parse, verb)
        && parse.child(verb, Dep::Dobj).is_none()
        && !setting.voices.is_cue(setting.index, verb)
}

/// True for what may come: not for what may have been, is thought to be, or is read as a happening by its own verb.
fn lies_ahead(setting: Setting, verb: usize, acts: bool, told: &[Draft]) -> bool {
    let parse = &setting.part.parse;
    let has =
        |lemma: &str| parse.children(verb).any(|child| parse.dep(child) == Dep::Aux && parse.lemma(child) == lemma);
    // "may *constitute* a crime" says what it may be.
    let judged = parse.children(verb).any(|child| matches!(parse.dep(child), Dep::Oprd | Dep::Attr))
        || frame::equates(setting, verb);
    let event = told.iter().any(|draft| draft.trigger == verb && draft.claim_type.kind() == Kind::Event);
    !(has("have") || judged || parse.dep(verb) == Dep::Relcl || acts && event)
}

/// Types that are told as planned, not as somebody's intent.
pub(crate) fn stands_planned(claim_type: ClaimType) -> bool {
    use ClaimType::*;
    matches!(claim_type, Meet | Deploy | Appear | Supply | Pay | Publish)
}

/// Types that nobody foresees where they are told as to come: what is planned, and who will lead.
pub(crate) fn lies_in_plan(claim_type: ClaimType) -> bool {
    use ClaimType::*;
    stands_planned(claim_type) || claim_type == Leads
}
