//! What do drafts of one sentence tell each other?
//!
//! "A Morvanian strike hit two trucks" holds two triggers of one deed; "a strike destroyed two trucks" a deed and what came of it.

pub(super) mod defined;
pub(super) mod hollow;
pub(super) mod outdone;
mod phrase;
mod weapons;

use crate::claim::{Draft, Setting};
use crate::frame::construction::included;
use crate::frame::count::{fallen, groups, harm};
use crate::frame::fillers::{behind, doer, goal};
use crate::frame::together::phrase::{deeds_held, money_given, without_fixed_nouns, without_second_phrases};
use crate::frame::together::weapons::{weapons_of, weapons_that_do, without_mere_transport};
use crate::frame::trigger::stands;
use crate::reason::Field;
use crate::{grammar, mention};
use language::{Dep, Parse, Pos, Tag};
use lexicon::WordClass;
use model::ClaimType;

/// The drafts of a part, joined and split as they belong.
pub(crate) fn read(setting: Setting, drafts: Vec<Draft>) -> Vec<Draft> {
    let drafts = without_mere_transport(setting, without_mere_arrivals(setting, drafts));
    let drafts = without_second_phrases(setting, drafts);
    let drafts = without_fixed_nouns(setting, drafts);
    let drafts = deeds_held(setting, money_given(setting, drafts));
    let drafts = deeds_told_on(setting, drafts);
    let drafts = deeds_that_do(setting, drafts);
    let drafts = deeds_below(setting, drafts);
    let drafts = deeds_around(setting, drafts);
    let drafts = deeds_beside(setting, drafts);
    let mut drafts = deeds_included(setting, drafts);
    groups::counted_alone(setting, &mut drafts);
    groups::of_those_hit(setting, &mut drafts);
    let drafts = weapons_of(setting, weapons_that_do(setting, drafts));
    let drafts = outdone::gatherings(setting, outdone::killings(setting, drafts));
    let drafts = wrecks(outdone::without(setting, drafts));
    let mut drafts = told_twice(setting, deeds_named(setting, drafts));
    fallen::read(setting, &mut drafts);
    included::named(setting, &mut drafts);
    drafts.into_iter().flat_map(|draft| groups::apart(setting, draft)).collect()
}

/// The drafts but those at these positions.
pub(super) fn without(drafts: Vec<Draft>, gone: &[usize]) -> Vec<Draft> {
    drafts.into_iter().enumerate().filter(|(at, _)| !gone.contains(at)).map(|(_, draft)| draft).collect()
}

/// Drops that troops were seen somewhere where the same word tells that they moved there: "troops *entered* the town", and that they
/// moved there where it only tells where they are: "troops *stationed* in the town".
fn without_mere_arrivals(setting: Setting, drafts: Vec<Draft>) -> Vec<Draft> {
    use ClaimType::{Appear, Deploy, PresentIn, Withdraw};
    let parse = &setting.part.parse;
    let stands: Vec<usize> = drafts
        .iter()
        .filter(|draft| draft.claim_type == PresentIn && parse.dep(draft.trigger) == Dep::Acl)
        .map(|draft| draft.trigger)
        .collect();
    let drafts = drafts.into_iter().filter(|draft| draft.claim_type != Deploy || !stands.contains(&draft.trigger));
    let drafts: Vec<Draft> = drafts.collect();
    let moves = |draft: &Draft| matches!(draft.claim_type, Deploy | Withdraw);
    let moved: Vec<usize> = drafts.iter().filter(|draft| moves(draft)).map(|draft| draft.trigger).collect();
    drafts.into_iter().filter(|draft| draft.claim_type != Appear || !moved.contains(&draft.trigger)).collect()
}

/// Joins a deed with the infinitive below it that tells the same deed once more: "took to the streets *to protest* against the king".
fn deeds_told_on(setting: Setting, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let notes = &setting.part.notes;
    let mut gone: Vec<usize> = Vec::new();
    for below in 0..drafts.len() {
        let verb = drafts[below].trigger;
        let infinitive = matches!(parse.dep(verb), Dep::Advcl | Dep::Xcomp) && grammar::is_infinitive(parse, verb);
        if drafts[below].rule != "event/verb" || !infinitive {
            continue;
        }
        let told = drafts.iter().position(|draft| {
            draft.predicate == parse.head(verb)
                && draft.rule.starts_with("event/")
                && draft.claim_type == drafts[below].claim_type
                && goal::tells_deed(setting, verb, parse.head(verb), std::slice::from_ref(draft))
        });
        let Some(told) = told else { continue };
        if drafts[told].target.is_empty() {
            let mut target = drafts[below].target.clone();
            target.retain(|at| !drafts[told].actor.contains(at));
            drafts[told].target = target;
            drafts[told].because(notes, Field::Target, "suffers the deed by the words that tell on");
        }
        gone.push(below);
    }
    without(drafts, &gone)
}

/// Gives a verb whose subject is a deed the doer of the deed, and the deed what the verb is done to. A verb of the same type
/// takes the deed over.
fn deeds_that_do(setting: Setting, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let notes = &setting.part.notes;
    let mut gone: Vec<usize> = Vec::new();
    for verb in 0..drafts.len() {
        if drafts[verb].rule != "event/verb" {
            continue;
        }
        // "an attack which *saw* ten people killed", "left ten people dead".
        let above = parse.head(drafts[verb].trigger);
        let seen = drafts[verb].claim_type == ClaimType::Casualties
            && drafts[verb].actor.is_empty()
            && matches!(parse.dep(drafts[verb].trigger), Dep::Ccomp | Dep::Acl | Dep::Oprd)
            // "The statement read: "Brek was killed"" saw nobody killed.
            && parse.child(drafts[verb].trigger, Dep::Auxpass).is_none()
            && parse.pos(above) == Pos::Verb;
        let doer = doer::doer(setting, drafts[verb].trigger);
        let doer = doer.or_else(|| seen.then(|| grammar::doer(parse, above)).flatten());
        let Some(subject) = doer else { continue };
        let subject = mention::core(parse, setting.lexicon, subject);
        // "the sanctions *target* three companies" hit nobody by force.
        if matches!(drafts[verb].claim_type, ClaimType::Attack | ClaimType::Strike) && is_penalty(setting, subject) {
            drafts[verb].claim_type = ClaimType::Sanction;
            drafts[verb].actor.retain(|&at| at != subject);
        }
        let Some(deed) = drafts.iter().position(|draft| draft.trigger == subject && draft.rule == "event/noun") else {
            continue;
        };
        if deed == verb {
            continue;
        }
        use ClaimType::*;
        let violent = |claim_type: ClaimType| matches!(claim_type, Strike | Attack | Fight | Destroy | Casualties);
        // "The arrest *by the police* drew condemnation": nobody says who condemned it.
        let open = drafts[verb].actor.iter().all(|&at| behind::is_deed_or_weapon(setting, at));
        if open && !drafts[verb].answers(setting) {
            drafts[verb].actor = drafts[deed].actor.clone();
            drafts[verb].because(notes, Field::Actor, "does the deed that stands as the subject");
        }
        if drafts[verb].place.is_empty() {
            drafts[verb].place = drafts[deed].place.clone();
            drafts[verb].because(notes, Field::Place, "is where the deed is that stands as the subject");
        }
        if drafts[verb].claim_type == drafts[deed].claim_type {
            if drafts[verb].target.is_empty() {
                drafts[verb].target = drafts[deed].target.clone();
                drafts[verb].because(notes, Field::Target, "suffers the deed that stands as the subject");
            }
            gone.push(deed);
        } else if matches!((drafts[verb].claim_type, drafts[deed].claim_type), (Attack, Strike) | (Strike, Attack)) {
            // "the bridges were targeted by air strikes", "a suicide attack struck the market": the noun says what sort of deed it was.
            if drafts[deed].target.is_empty() {
                drafts[deed].target = drafts[verb].target.clone();
                drafts[deed].because(notes, Field::Target, "suffers what the verb of the deed tells");
            }
            if drafts[deed].place.is_empty() {
                drafts[deed].place = drafts[verb].place.clone();
            }
            gone.push(verb);
        } else if violent(drafts[verb].claim_type) && violent(drafts[deed].claim_type) {
            let between = fallen::of_war(setting, &mut drafts, deed, verb)
                || drafts[deed].claim_type == Fight && fallen::are_bystanders(setting, &drafts[verb].target);
            if drafts[deed].target.is_empty() && !between {
                drafts[deed].target = drafts[verb].target.clone();
                drafts[deed].because(notes, Field::Target, "suffers what the verb of the deed tells");
            }
            if drafts[deed].place.is_empty() {
                drafts[deed].place = drafts[verb].place.clone();
                drafts[deed].because(notes, Field::Place, "is where the verb of the deed says");
            }
        }
    }
    without(drafts, &gone)
}

/// True for a noun that tells of a penalty and of no other deed: `sanctions`.
fn is_penalty(setting: Setting, noun: usize) -> bool {
    let frames = setting.frames(noun);
    let mut plain = frames.iter().filter(|frame| frame.class == WordClass::Noun && frame.words.is_empty()).peekable();
    plain.peek().is_some() && plain.all(|frame| frame.claim_type == ClaimType::Sanction)
}

/// Gives the dead of "killed in a Morvanian raid" the doer of the raid, and the raid its victims.
fn deeds_below(setting: Setting, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let notes = &setting.part.notes;
    let mut gone: Vec<usize> = Vec::new();
    for verb in 0..drafts.len() {
        let killing = harm::is_killing(setting, &drafts, verb);
        let dies = drafts[verb].rule.starts_with("event/") && drafts[verb].claim_type == ClaimType::Casualties;
        if !dies && !killing {
            continue;
        }
        let dead = drafts[verb].trigger;
        let below = parse.children(dead).filter(|&child| {
            matches!(parse.dep(child), Dep::Prep | Dep::Agent)
                && matches!(parse.norm(child), "in" | "by" | "during" | "from" | "after")
        });
        // "announced the death of Brek *in a raid*": the tree may hang it on somebody else.
        let hung = |&at: &usize| parse.norm(at) == "in" && stands::of_harm(setting, at) == Some(dead);
        let sentence = parse.sentences()[parse.sentence_of(dead)].clone();
        let below = below.chain(sentence.filter(hung));
        let objects: Vec<usize> = below.filter_map(|child| grammar::object_of(parse, child)).collect();
        let is_deed = |draft: &Draft| objects.contains(&draft.trigger) && draft.rule == "event/noun";
        let Some(deed) = drafts.iter().position(is_deed).filter(|&deed| deed != verb) else {
            // "killed in a Morvanian operation": a deed that is no claim of its own still has its doer.
            let deed = objects.iter().copied().find(|&object| behind::is_deed_or_weapon(setting, object));
            if drafts[verb].actor.is_empty()
                && !killing
                && let Some(deed) = deed
            {
                drafts[verb].actor = behind::all_behind(setting, &[deed], |_| false);
            }
            continue;
        };
        if drafts[verb].actor.is_empty() {
            drafts[verb].actor = drafts[deed].actor.clone();
            drafts[verb].because(notes, Field::Actor, "does the deed in which they came to harm");
        }
        // "killed the leader in a raid": who killed him raided.
        let within = matches!(parse.norm(parse.head(drafts[deed].trigger)), "during" | "in");
        if within && drafts[deed].actor.is_empty() {
            drafts[deed].actor = drafts[verb].actor.clone();
            drafts[deed].because(notes, Field::Actor, "does the harm that was done in the deed");
        }
        if drafts[deed].target.is_empty() {
            drafts[deed].target = drafts[verb].target.clone();
            drafts[deed].because(notes, Field::Target, "came to harm in the deed");
        }
        if drafts[deed].place.is_empty() {
            drafts[deed].place = drafts[verb].place.clone();
            drafts[deed].because(notes, Field::Place, "is where they came to harm");
        }
        use ClaimType::{Attack, Fight, Strike};
        // "were wounded *by gunfire*": who is hit by it need not fight.
        if drafts[deed].claim_type == Fight && parse.dep(parse.head(drafts[deed].trigger)) == Dep::Agent {
            drafts[deed].claim_type = Attack;
        }
        // "was killed in an attack by gunmen", "the killing of Brek in an attack by gunmen" tell of one attack.
        if matches!(drafts[deed].claim_type, Attack | Fight | Strike) {
            if killing {
                drafts[verb].claim_type = ClaimType::Casualties;
            }
            let same = |other: &Draft| other.claim_type == Attack && other.trigger == drafts[verb].trigger;
            gone.extend(drafts.iter().position(same));
        }
    }
    without(drafts, &gone)
}

/// Gives the dead of a clause the doer of the deed beside it: "were killed *when rebels attacked* a bus", "rebels attacked a bus, *leaving* ten
/// dead".
fn deeds_beside(setting: Setting, mut drafts: Vec<Draft>) -> Vec<Draft> {
    use ClaimType::{Attack, Casualties, Fight, Strike};
    let parse = &setting.part.parse;
    let notes = &setting.part.notes;
    for dead in 0..drafts.len() {
        let draft = &drafts[dead];
        if draft.claim_type != Casualties || !draft.actor.is_empty() || draft.rule != "event/verb" {
            continue;
        }
        let verb = draft.predicate;
        let dies = draft.target.iter().any(|&dead| parse.head(dead) == verb && parse.dep(dead) == Dep::Nsubj);
        let led = |clause: usize| {
            let mark = parse
                .children(clause)
                .find(|&child| child < clause && matches!(parse.norm(child), "when" | "as" | "after"));
            parse.dep(clause) == Dep::Advcl && parse.head(clause) == verb && mark.is_some()
        };
        // "the convoy came under attack by gunmen, *and two drivers were killed*"
        let joined = |clause: usize| {
            parse.dep(verb) == Dep::Conj && parse.head(verb) == clause && (grammar::is_passive(parse, verb) || dies)
        };
        let leaves =
            parse.dep(verb) == Dep::Advcl && parse.tag(verb) == Tag::Vbg && parse.child(verb, Dep::Nsubj).is_none();
        let deed = drafts.iter().position(|deed| {
            matches!(deed.claim_type, Attack | Fight | Strike)
                && !deed.actor.is_empty()
                && deed.trigger != drafts[dead].trigger
                && (led(deed.predicate)
                    || leaves && deed.predicate == parse.head(verb)
                    || deed.claim_type != Fight && joined(deed.predicate))
        });
        if let Some(deed) = deed {
            drafts[dead].actor = drafts[deed].actor.clone();
            drafts[dead].because(notes, Field::Actor, "does the deed that the clause beside tells");
        }
    }
    // "Two were killed and five *wounded* in an attack by rebels": the same harmed both.
    for dead in 0..drafts.len() {
        let verb = drafts[dead].trigger;
        let harmed = |draft: &Draft| draft.claim_type == Casualties && draft.rule == "event/verb";
        if !harmed(&drafts[dead]) || !drafts[dead].actor.is_empty() || !grammar::is_passive(parse, verb) {
            continue;
        }
        let joined = drafts.iter().position(|other| {
            let behind = parse.dep(other.trigger) == Dep::Conj && parse.head(other.trigger) == verb;
            harmed(other) && !other.actor.is_empty() && behind && parse.tag(other.trigger) == Tag::Vbn
        });
        if let Some(joined) = joined {
            drafts[dead].actor = drafts[joined].actor.clone();
            drafts[dead].because(notes, Field::Actor, "does the harm that the verb joined to it tells");
        }
    }
    drafts
}

/// Gives a deed that only tells when, how or what for another was done the sides of the other: in "the army took the town from the
/// rebels after a week of *fighting*" the army and the rebels fought, in "the envoy came for *talks*" the envoy talked.
fn deeds_around(setting: Setting, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let parse = &setting.part.parse;
    use ClaimType::*;
    let hostile =
        |claim_type: ClaimType| matches!(claim_type, Strike | Attack | Fight | Capture | Besiege | Casualties | Quit);
    for deed in 0..drafts.len() {
        let claim_type = drafts[deed].claim_type;
        let violent = matches!(claim_type, Attack | Besiege | Fight | Strike)
            && (drafts[deed].target.is_empty() || told_by(parse, drafts[deed].trigger));
        if drafts[deed].rule != "event/noun"
            || !drafts[deed].actor.is_empty()
            || !(violent || matches!(claim_type, Deploy | Fight | Meet))
        {
            continue;
        }
        // Up over "of", "a week of", "after" to the verb it hangs on.
        let mut at = drafts[deed].trigger;
        for _ in 0..5 {
            let head = parse.head(at);
            // "shelled the camp in response *to the attacks*": what a deed answers is another's.
            let answers = violent && parse.dep(at) == Dep::Prep && matches!(parse.norm(at), "for" | "over" | "to");
            if head == at || answers || !matches!(parse.dep(at), Dep::Pobj | Dep::Prep | Dep::Conj | Dep::Pcomp) {
                break;
            }
            at = head;
        }
        // "killed 52 people *in attacks*", where the tree hangs the deed on whom it hit.
        if violent && parse.dep(at) == Dep::Dobj && at != drafts[deed].trigger && told_in(parse, drafts[deed].trigger) {
            at = parse.head(at);
        }
        if parse.pos(at) != Pos::Verb {
            continue;
        }
        let around = drafts.iter().position(|draft| {
            let fits = match claim_type {
                Meet => draft.claim_type == Appear,
                Deploy => matches!(draft.claim_type, Appear | Withdraw),
                _ => hostile(draft.claim_type),
            };
            draft.predicate == at && fits
        });
        let Some(around) = around.filter(|&around| around != deed) else { continue };
        let mut actor = drafts[around].actor.clone();
        actor.retain(|at| !drafts[deed].target.contains(at));
        drafts[deed].actor = actor;
        // A truce that is broken by a deed suffers none.
        let suffers = drafts[around].claim_type != Quit;
        if suffers && drafts[deed].target.is_empty() && !matches!(claim_type, Deploy | Meet) {
            drafts[deed].target = drafts[around].target.clone();
        }
        if drafts[deed].place.is_empty() && claim_type != Deploy {
            drafts[deed].place = drafts[around].place.clone();
        }
    }
    drafts
}

/// True for a deed behind "in" or "during".
fn told_in(parse: &Parse, deed: usize) -> bool {
    parse.dep(deed) == Dep::Pobj && matches!(parse.norm(parse.head(deed)), "during" | "in")
}

/// True for a deed that tells how another was done: "killed 40 people *in a series of attacks* on villages".
fn told_by(parse: &Parse, deed: usize) -> bool {
    let mut at = deed;
    // Not "shelled the camp in response *to* the attacks".
    let climbs = |at: usize| match parse.dep(at) {
        Dep::Pobj => parse.pos(parse.head(at)) == Pos::Adp,
        Dep::Prep => parse.pos(parse.head(at)) == Pos::Noun && parse.norm(at) == "of",
        _ => false,
    };
    while climbs(at) {
        at = parse.head(at);
    }
    parse.dep(at) == Dep::Prep && matches!(parse.norm(at), "during" | "in" | "with")
}

/// Drops what two words of one sentence tell alike: "killed two leaders … during *raids*", "lost 40 men *killed*".
fn told_twice(setting: Setting, drafts: Vec<Draft>) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut gone: Vec<usize> = Vec::new();
    for one in 0..drafts.len() {
        let draft = &drafts[one];
        let again = |other: &Draft| {
            let near = other.claim_type == draft.claim_type
                && other.trigger < draft.trigger
                && parse.sentence_of(other.trigger) == parse.sentence_of(draft.trigger);
            // "*offered* a *reward* for information": the verb carries the noun, and both tell the same.
            let carried = draft.predicate == draft.trigger || draft.predicate == other.trigger;
            // "Two nurses died, bringing the *toll* to 14": a sum is of more than those before it.
            let sum = !draft.quantity.is_empty() && setting.lexicon.numbers.is_sum(parse.entry(draft.trigger));
            let noun = draft.rule == "event/noun" && other.rule == "event/verb" && carried && !sum;
            let same = !draft.target.is_empty()
                && (&other.actor, &other.target) == (&draft.actor, &draft.target)
                && (draft.place.is_empty() || draft.place == other.place);
            let counted = draft.claim_type == ClaimType::Casualties
                && parse.dep(draft.trigger) == Dep::Acl
                && !draft.quantity.is_empty()
                && other.quantity == draft.quantity;
            // "*Protesters* blocked roads in *protest* at the law": who is called so by a deed, and the deed.
            let named = draft.actor == [draft.trigger] || other.actor == [other.trigger];
            let called = draft.claim_type == ClaimType::Protest && named && other.actor == draft.actor;
            // "The shelling *forced* thousands *to flee*"
            let made = parse.dep(draft.trigger) == Dep::Xcomp || parse.dep(draft.trigger) == Dep::Ccomp;
            let again = made && parse.head(draft.trigger) == other.trigger && other.target == draft.target;
            near && (noun && same || counted || called || again && !draft.target.is_empty())
        };
        if drafts.iter().any(again) {
            gone.push(one);
        }
    }
    // "*gathered* for a *conference* with the rebels" is one meeting: that with more to tell of it.
    let met = |at: &usize| drafts[*at].claim_type == ClaimType::Meet;
    for noun in (0..drafts.len()).filter(met) {
        let (trigger, lead) = (drafts[noun].trigger, parse.head(drafts[noun].trigger));
        let for_it = parse.dep(trigger) == Dep::Pobj && parse.norm(lead) == "for";
        let verb = (0..drafts.len()).filter(met).find(|&verb| for_it && drafts[verb].trigger == parse.head(lead));
        let Some(verb) = verb.filter(|&verb| drafts[noun].actor.is_empty() || drafts[noun].actor == drafts[verb].actor)
        else {
            continue;
        };
        gone.push(if drafts[noun].target.is_empty() || !drafts[verb].target.is_empty() { noun } else { verb });
    }
    without(drafts, &gone)
}

/// Takes what comes to harm itself out of those who do harm: "the plane crashed, killing 32 people".
fn wrecks(mut drafts: Vec<Draft>) -> Vec<Draft> {
    use ClaimType::{Casualties, Destroy};
    let wrecked: Vec<usize> = drafts
        .iter()
        .filter(|draft| draft.claim_type == Destroy && draft.actor.is_empty())
        .flat_map(|draft| draft.target.clone())
        .collect();
    for draft in drafts.iter_mut().filter(|draft| draft.claim_type == Casualties) {
        draft.actor.retain(|at| !wrecked.contains(at));
    }
    drafts
}

/// Drops a deed that only names once more what another word of the clause tells: "began its offensive, *Operation Tavan*", "trained
/// during *Exercise Tavan*", "the first battle *of the war*".
fn deeds_named(setting: Setting, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let mut gone: Vec<usize> = Vec::new();
    for named in 0..drafts.len() {
        let draft = &drafts[named];
        if draft.rule != "event/noun" {
            continue;
        }
        let mut at = draft.trigger;
        // A name may stand at the head of its kind: "Operation *Tavan*".
        let apposed = parse.dep(at) == Dep::Appos;
        let preposition = parse.head(at);
        // "was defeated *at the Battle of* Tavan"
        let battle = parse.pos(at) == Pos::Propn && parse.norm(preposition) == "at";
        let below =
            parse.dep(at) == Dep::Pobj && (battle || matches!(parse.norm(preposition), "of" | "during" | "in" | "as"));
        if !apposed && !below {
            continue;
        }
        at = if apposed { preposition } else { parse.head(preposition) };
        let same = |other: &Draft| {
            other.claim_type == draft.claim_type
                && (other.trigger == at || other.predicate == at || other.words.contains(&at))
                && other.trigger != draft.trigger
                && (draft.actor.is_empty() || draft.actor == other.actor)
                && (draft.target.is_empty() || draft.target == other.target)
        };
        let Some(other) = drafts.iter().position(same) else { continue };
        if !draft.quantity.is_empty() {
            continue;
        }
        let place = drafts[named].place.clone();
        if drafts[other].place.is_empty() || battle && !place.is_empty() {
            drafts[other].place = place;
        }
        gone.push(named);
    }
    without(drafts, &gone)
}

/// Gives a deed that is named as one of several their doer: "attacks on civilians by the clan, including *the bombing* of a school".
fn deeds_included(setting: Setting, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let parse = &setting.part.parse;
    let notes = &setting.part.notes;
    for one in 0..drafts.len() {
        if drafts[one].rule != "event/noun" || !drafts[one].actor.is_empty() {
            continue;
        }
        let mut first = drafts[one].trigger;
        while parse.dep(first) == Dep::Conj && parse.pos(parse.head(first)) == Pos::Noun {
            first = parse.head(first);
        }
        let preposition = parse.head(first);
        if parse.dep(first) != Dep::Pobj || !matches!(parse.norm(preposition), "including" | "as") {
            continue;
        }
        // Behind its victims it hangs on them, or at the end of the clause on the verb.
        let above = [parse.head(preposition), parse.head(parse.head(parse.head(preposition)))];
        let several = drafts.iter().position(|draft| {
            draft.trigger < drafts[one].trigger
                && draft.rule == "event/noun"
                && parse.tag(draft.trigger) == Tag::Nns
                && (above.contains(&draft.trigger) || above[0] == draft.predicate)
        });
        if let Some(several) = several {
            drafts[one].actor = drafts[several].actor.clone();
            drafts[one].because(notes, Field::Actor, "does the deeds of which it is one");
        }
    }
    drafts
}
