//! What is a deed done for?
//!
//! "Troops advanced *to free* the town", "a campaign *to free* the town": an infinitive of purpose below a verb or a deed is
//! the intent of whoever does it.

use super::is_verb;
use crate::claim::{Draft, Setting};
use crate::frame::{Spot, aim, all_behind, fill, tells_deed};
use crate::{class, grammar, modality};
use language::{Dep, Parse, Pos, Tag};
use lexicon::{HedgeClass, NounClass, Slot, WordClass};
use model::ClaimType;

pub(crate) fn read(setting: Setting, told: &[Draft]) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut drafts = Vec::new();
    for verb in 0..parse.len() {
        drafts.extend(so_that(setting, verb));
        if !is_verb(parse, verb) || parse.tag(verb) != Tag::Vb || !grammar::is_infinitive(parse, verb) {
            continue;
        }
        // "to free the town and to expel the clan": the second aim is of the same deed.
        let mut first = verb;
        while parse.dep(first) == Dep::Conj && is_verb(parse, parse.head(first)) {
            first = parse.head(first);
        }
        let above = parse.head(first);
        // "the Committee to Protect Villages" is a name.
        let named = parse.pos(above) == Pos::Propn && parse.word(verb).starts_with(char::is_uppercase);
        // "the first state *to recognise* Ostrel" tells who did it.
        // "went on *to found* a party" tells what came next.
        // "is going *to win*" tells what will come.
        // "died, leading the rebels *to split*" tells what came of it.
        let led =
            [above, parse.head(above)].into_iter().any(|verb| grammar::leads_to_deed(parse, setting.lexicon, verb));
        let told_on = first > above && (grammar::goes_on(parse, above) || is_made_to_lead(setting, above, first))
            || modality::going_to(parse, first).is_some()
            || led && first > above;
        if told_on || matches!(parse.dep(first), Dep::Acl | Dep::Relcl) && class::is_ranked(parse, above) {
            continue;
        }
        // "*To end the dispute*, Kestria invited Morvania": the aim is that of whoever asks.
        let fronted = parse.dep(first) == Dep::Advcl && first < above && {
            let subject = grammar::subject(parse, above);
            subject.is_some_and(|subject| subject > first) && parse.tag(above) != Tag::Vb
        };
        let asked = if fronted {
            super::modal(parse, above).is_some_and(|modal| matches!(parse.norm(modal), "must" | "should" | "ought"))
        } else {
            asked_for(setting, above, None)
        };
        if asked || is_idle(parse, verb) || grammar::is_habit(parse, above) || named {
            continue;
        }
        // "held a conference *to announce* that the war was over": what is announced is told.
        let announces = setting.voices.is_cue(setting.index, verb) && parse.child(verb, Dep::Ccomp).is_some();
        if announces || tells_deed(setting, verb, above, told) {
            continue;
        }
        // "repeated its *call* to free the hostages": what is asked for is nobody's aim.
        let call = |draft: &Draft| draft.claim_type == ClaimType::Demand && draft.words.contains(&above);
        if parse.dep(first) == Dep::Acl && told.iter().any(call) {
            continue;
        }
        // "ignored calls *to leave* the town": so it is where the tree hangs it on the verb of whoever will not.
        let asks = |&word: &usize| {
            let mut frames = setting.noun_frames(word);
            frames.any(|frame| frame.claim_type == ClaimType::Demand)
        };
        let ignored = |draft: &Draft| {
            let object = parse.child(above, Dep::Dobj);
            draft.claim_type == ClaimType::Refuse && draft.trigger == above && object.as_ref().is_some_and(asks)
        };
        if parse.dep(first) == Dep::Advcl && first > above && told.iter().any(ignored) {
            continue;
        }
        // "works hard *to end* the war": the verb above tells the aim.
        let aimed = |at: usize| told.iter().any(|draft| draft.trigger == at && draft.claim_type == ClaimType::Intent);
        if aimed(above) || parse.lemma(above) == "be" && grammar::subject(parse, above).is_some_and(aimed) {
            continue;
        }
        // "we *will do* everything to find them": what will be done tells the aim.
        let all = |at: usize| parse.lemma(at) == "do" && super::modal(parse, at).is_some();
        let host =
            if parse.dep(first) == Dep::Acl || parse.dep(first) == Dep::Relcl { parse.head(above) } else { above };
        if all(host) || all(above) {
            continue;
        }
        let actor = match parse.dep(first) {
            // "the aim of the law is to free the town", "the drill is to protect the port".
            Dep::Xcomp if parse.lemma(above) == "be" => {
                let subject = grammar::subject(parse, above).filter(|&at| parse.pos(at) == Pos::Noun);
                let deed = subject.filter(|&at| !class::fits(parse, setting.lexicon, at, &[NounClass::People]));
                // "*our path* is to unite the clans" is ours, "*the army's raid* was to free the town" is the raid's.
                let course = |&deed: &usize| !class::fits(parse, setting.lexicon, deed, &[NounClass::Deed]);
                let owner = deed.filter(course).and_then(|deed| parse.child(deed, Dep::Poss));
                match owner.or(deed) {
                    Some(deed) => vec![deed],
                    None => continue,
                }
            }
            // "Attempts were made to free the town": the noun tells the intent.
            Dep::Advcl | Dep::Xcomp
                if grammar::undergoer(parse, above).is_some_and(|noun| {
                    told.iter().any(|draft| draft.trigger == noun && draft.claim_type == ClaimType::Intent)
                }) =>
            {
                continue;
            }
            Dep::Advcl if is_verb(parse, above) && parse.child(verb, Dep::Nsubj).is_none() => {
                let given = given(setting, above, first, told);
                if given.is_empty() { acting(setting, above) } else { given }
            }
            // "the rebels fight to overthrow the king", "troops were sent to free the town"; not "discussed how to end it".
            // "began *an operation* to free the town", where the tree hangs the infinitive on the verb.
            Dep::Xcomp
                if parse.tag(above) != Tag::Vb
                    && parse.child(above, Dep::Dobj).is_some_and(|deed| is_campaign(setting, deed)) =>
            {
                acting(setting, above)
            }
            Dep::Xcomp if is_deed(setting, above) && !asks_how(parse, verb) => acting(setting, above),
            // "in order to free the town".
            Dep::Acl if parse.norm(above) == "order" && parse.norm(parse.head(above)) == "in" => {
                let deed = grammar::clause_head(parse, parse.head(parse.head(above)));
                if is_verb(parse, deed) { acting(setting, deed) } else { Vec::new() }
            }
            // "an operation to free the town".
            // "a plan to be unveiled in May" tells what will be done with it.
            Dep::Acl | Dep::Relcl if grammar::is_passive(parse, verb) => continue,
            Dep::Acl | Dep::Relcl if done_for(setting, above) && !tells_intent(setting, above) => {
                let site = Spot::noun(above);
                let mut actor = fill(setting, &site, &Slot::Subject);
                if actor.is_empty() {
                    actor.extend(match parse.dep(above) {
                        Dep::Dobj => grammar::doer(parse, parse.head(above)),
                        Dep::Appos => Some(parse.head(above)),
                        _ => None,
                    });
                }
                actor
            }
            _ => continue,
        };
        let actor: Vec<usize> = actor.into_iter().flat_map(|at| grammar::joined(parse, at)).collect();
        let actor = all_behind(setting, &actor, |at| can_aim(setting, at));
        if actor.is_empty() && (parse.dep(first) == Dep::Advcl || parse.norm(above) == "order") {
            continue;
        }
        let mut draft = Draft::new(ClaimType::Intent, verb, "assessment/purpose");
        draft.actor = actor;
        let aim = aim(setting, verb);
        draft.target = aim.parties;
        draft.place = aim.places;
        draft.target.retain(|at| !draft.actor.contains(at));
        draft.predicate = verb;
        draft.timed = false;
        draft.modality = Some(model::Modality::Fact);
        drafts.push(draft);
    }
    drafts
}

/// "blew up the bridge *so that the army could not follow*": a clause of purpose below what somebody does.
fn so_that(setting: Setting, verb: usize) -> Option<Draft> {
    let parse = &setting.part.parse;
    let above = if in_order_that(parse, verb) {
        grammar::clause_head(parse, parse.head(parse.head(verb)))
    } else {
        parse.head(verb)
    };
    if !is_so_that(parse, verb) || !is_verb(parse, above) || asked_for(setting, above, None) {
        return None;
    }
    let doer = grammar::doer(parse, above)?;
    let mut draft = Draft::new(ClaimType::Intent, verb, "assessment/purpose");
    draft.actor = all_behind(setting, &grammar::joined(parse, doer), |at| can_aim(setting, at));
    let aim = aim(setting, verb);
    (draft.target, draft.place) = (aim.parties, aim.places);
    // Where nobody else is named, whose doing is to be brought about or kept from is whom it is about.
    let own = parse.children(verb).find(|&child| matches!(parse.dep(child), Dep::Nsubj | Dep::Nsubjpass))?;
    if draft.target.is_empty()
        && class::fits(parse, setting.lexicon, own, &[NounClass::People, NounClass::Party, NounClass::Forces])
    {
        draft.target = grammar::joined(parse, own);
    }
    draft.target.retain(|at| !draft.actor.contains(at));
    draft.predicate = verb;
    draft.timed = false;
    draft.modality = Some(model::Modality::Fact);
    (!draft.actor.is_empty()).then_some(draft)
}

/// True for the verb of a clause that "so that" leads in with a word of what can or shall come: "so that they *could leave*"; "so
/// that they *left*" tells what came of it.
pub(super) fn is_so_that(parse: &Parse, verb: usize) -> bool {
    let mark = |word: &str| {
        parse
            .children(verb)
            .find(|&child| parse.norm(child) == word && matches!(parse.dep(child), Dep::Mark | Dep::Advmod))
    };
    in_order_that(parse, verb)
        || parse.dep(verb) == Dep::Advcl
            && mark("so").is_some_and(|so| mark("that") == Some(so + 1))
            && super::modal(parse, verb).is_some()
}

/// True for the verb of the clause in "left in order *that the talks could begin*".
fn in_order_that(parse: &Parse, verb: usize) -> bool {
    let order = parse.head(verb);
    parse.dep(verb) == Dep::Acl
        && parse.norm(order) == "order"
        && parse.norm(parse.head(order)) == "in"
        && parse.child(verb, Dep::Mark).is_some_and(|mark| parse.norm(mark) == "that")
}

/// True for "how to end it", which asks and aims at nothing.
fn asks_how(parse: &Parse, verb: usize) -> bool {
    parse.children(verb).any(|child| child < verb && parse.tag(child) == Tag::Wrb)
}

/// True for "to be honest", "was found to be a spy", "rose to become a general", "came back to find that it was gone": how somebody speaks or is and what came
/// of it is no purpose.
fn is_idle(parse: &Parse, verb: usize) -> bool {
    match parse.lemma(verb) {
        "be" => parse.child(verb, Dep::Acomp).or_else(|| parse.child(verb, Dep::Attr)).is_some(),
        "become" => true,
        "find" => parse.child(verb, Dep::Ccomp).is_some(),
        _ => false,
    }
}

/// True for "was *chosen to command* the corps", which tells what somebody became.
fn is_made_to_lead(setting: Setting, above: usize, verb: usize) -> bool {
    let parse = &setting.part.parse;
    let leads = |frame: &lexicon::Frame| {
        frame.class == WordClass::Verb && frame.words.is_empty() && frame.claim_type == ClaimType::Leads
    };
    class::appoints(parse, setting.lexicon, above) && setting.frames(verb).iter().any(leads)
}

/// True for a verb that tells a deed by itself, so that an infinitive under it says what for.
fn is_deed(setting: Setting, verb: usize) -> bool {
    use ClaimType::*;
    let parse = &setting.part.parse;
    let lemma = parse.entry(verb);
    let frames = setting.lexicon.triggers.frames(lemma);
    // "chose to leave" says what was decided.
    is_verb(parse, verb)
        && setting.lexicon.hedges.get(HedgeClass::Verb, lemma).is_none()
        && frames.iter().any(|frame| {
            let deed = matches!(
                frame.claim_type,
                Fight
                    | Strike
                    | Attack
                    | Deploy
                    | Withdraw
                    | Supply
                    | Meet
                    | Appear
                    | Recruit
                    | Protest
                    | Pay
                    | Publish
            );
            frame.class == WordClass::Verb && frame.words.is_empty() && deed
        })
}

/// Who acts in a clause: its subject, or the agent of a passive; those who are sent have the aim themselves.
fn acting(setting: Setting, verb: usize) -> Vec<usize> {
    use NounClass::*;
    let parse = &setting.part.parse;
    let sent = || {
        grammar::undergoer(parse, verb)
            .filter(|&at| class::fits(parse, setting.lexicon, at, &[People, Party, Forces, Deed]))
    };
    grammar::doer(parse, verb).or_else(sent).into_iter().collect()
}

/// To whom money or goods were given that stand before an infinitive: "paid $2 million to *the agency* to feed the villagers" is for the agency to
/// do.
fn given(setting: Setting, verb: usize, infinitive: usize, told: &[Draft]) -> Vec<usize> {
    use NounClass::{Forces, Party, People};
    let parse = &setting.part.parse;
    let gives =
        |draft: &&Draft| draft.trigger == verb && matches!(draft.claim_type, ClaimType::Pay | ClaimType::Supply);
    let whom = ["to", "for"].into_iter().find_map(|word| grammar::after(parse, verb, word));
    let whom = whom.or_else(|| parse.child(verb, Dep::Dative)).filter(|&whom| whom > verb && whom < infinitive);
    let taken = |whom: &usize| told.iter().filter(gives).any(|draft| draft.target.contains(whom));
    let party = |&whom: &usize| class::fits(parse, setting.lexicon, whom, &[Forces, Party, People]);
    whom.filter(taken).filter(party).map(|whom| grammar::joined(parse, whom)).unwrap_or_default()
}

/// True below a verb that asks, urges or makes somebody do it, or that must be done: what for is not what anybody intends.
/// What the verb that `tells` says by itself does not count.
pub(super) fn asked_for(setting: Setting, verb: usize, tells: Option<usize>) -> bool {
    let parse = &setting.part.parse;
    let mut at = verb;
    for _ in 0..4 {
        let must =
            super::modal(parse, at).is_some_and(|modal| matches!(parse.norm(modal), "must" | "should" | "ought"));
        let frames = setting.frames(at);
        let asks = Some(at) != tells
            && parse.pos(at) == Pos::Verb
            && frames.iter().any(|frame| {
                frame.class == WordClass::Verb
                    && frame.words.is_empty()
                    && matches!(frame.claim_type, ClaimType::Demand | ClaimType::Cause)
            });
        if must || asks || super::demand::necessary(setting, at).is_some() {
            return true;
        }
        // "urged calm and vowed to stay": what is joined with a tense of its own is not asked for.
        let apart = parse.dep(at) == Dep::Conj && matches!(parse.tag(at), Tag::Vbd | Tag::Vbz | Tag::Vbp);
        if apart
            || !matches!(parse.dep(at), Dep::Xcomp | Dep::Ccomp | Dep::Advcl | Dep::Conj | Dep::Acl)
            || at == parse.head(at)
        {
            return false;
        }
        at = parse.head(at);
    }
    false
}

/// True for nouns that something is done or sent for: deeds, forces, arms, aid, accords. "The right to leave" is no purpose.
fn done_for(setting: Setting, at: usize) -> bool {
    use NounClass::*;
    let parse = &setting.part.parse;
    let lemma = parse.entry(at);
    matches!(parse.pos(at), Pos::Noun | Pos::Propn)
        && setting.lexicon.nouns.classes(lemma).iter().any(|class| {
            let made = *class == Site && parse.dep(at) == Dep::Dobj && is_new(parse, at);
            // "built *a wall* to keep them out"
            made || matches!(class, Deed | Forces | Party | Arms | Aid | Accord | Talk | Money | Vehicle)
        })
}

/// True for an object that is a deed of its own, done for something: "began *an operation* to free the town".
fn is_campaign(setting: Setting, deed: usize) -> bool {
    let parse = &setting.part.parse;
    is_new(parse, deed)
        && class::fits(parse, setting.lexicon, deed, &[NounClass::Deed])
        && !class::fits(parse, setting.lexicon, deed, &[NounClass::People, NounClass::Party, NounClass::Forces])
        && !tells_intent(setting, deed)
}

/// True for what was not told of before: "*a* cordon", "checkpoints".
fn is_new(parse: &Parse, noun: usize) -> bool {
    let known = |child: usize| {
        matches!(parse.dep(child), Dep::Det | Dep::Poss) && !matches!(parse.norm(child), "a" | "an" | "another")
    };
    parse.pos(noun) == Pos::Noun && !parse.children(noun).any(known)
}

/// True for those who can have a purpose: people and parties, and deeds that nobody is named for.
fn can_aim(setting: Setting, at: usize) -> bool {
    use NounClass::*;
    let parse = &setting.part.parse;
    parse.pos(at) == Pos::Propn || class::fits(parse, setting.lexicon, at, &[People, Party, Forces, Deed])
}

/// True for a noun whose own frame tells the intent: "a plan to free the town".
fn tells_intent(setting: Setting, at: usize) -> bool {
    let frames = setting.frames(at);
    frames.iter().any(|frame| frame.class == WordClass::Noun && frame.claim_type == ClaimType::Intent)
}
