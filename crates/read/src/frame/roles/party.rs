//! Who does it and to whom, where the slots of the frame alone do not say?
//!
//! "The army was *caught by surprise*": nobody is said to do it, so it is the army that is judged. Each function here knows one such way of
//! putting things; [`MENDS`] has them in the order in which they look at a draft.

use crate::claim::{Draft, Setting};
use crate::frame::count::{harm, within};
use crate::frame::fillers::pair::take_sides;
use crate::frame::fillers::sides::{
    behind_roles, deed_before_place, headline_passive, held_people, is_of_forces, owner_before_agent, owner_suffers,
    told_members,
};
use crate::frame::fillers::{behind, goal, published, whole};
use crate::frame::roles::Held;
use crate::frame::trigger::carrier;
use crate::frame::{Spot, fill, places};
use crate::reason::Field;
use crate::relation::{is_command, smaller_units};
use crate::{class, grammar};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{NounClass, Slot, WordClass};
use model::{ClaimType, Kind};

pub(super) const MENDS: &[fn(Held, &mut Draft)] = &[
    done_there,
    judged_by_nobody,
    no_command,
    suffered,
    had_by_subject,
    aimed_by_noun,
    aimed_by_deed,
    published_by,
    backing_had,
    completed_object,
    effort_of,
    nothing_moved,
    at_hands,
    harmed,
    one_noun,
    counted_members,
    owned,
    passive_of_headline,
    acting,
    without_aims,
    of_units,
    place_that_speaks,
    own_money,
    reaching,
    sides_taken,
    victims_within,
];

fn done_there(held: Held, draft: &mut Draft) {
    behind::done_there(held.setting, draft);
    draft.target.retain(|at| !draft.actor.contains(at));
    whole::read(held.setting, held.site, draft);
}

/// "the army *was caught by surprise*": judged is whom it befell, where nobody is said to do it. Participles that judge by themselves are
/// read as such: "were outnumbered".
fn judged_by_nobody(Held { setting, site, .. }: Held, draft: &mut Draft) {
    let parse = &setting.part.parse;
    if draft.claim_type == ClaimType::Judgement
        && draft.actor.is_empty()
        && site.class == WordClass::Verb
        && setting.lexicon.evaluations.adjective(parse.norm(site.trigger)).is_none()
        && grammar::is_passive(parse, site.trigger)
    {
        draft.actor = std::mem::take(&mut draft.target);
        draft.because(&setting.part.notes, Field::Actor, "suffers what nobody is said to do");
    }
}

/// "falls under the command of the 4th Army" is part of the army, "operates under the *name* Red Sons" of nothing.
fn no_command(Held { setting, .. }: Held, draft: &mut Draft) {
    if draft.claim_type != ClaimType::PartOf {
        return;
    }
    let parse = &setting.part.parse;
    let name = |at: usize| matches!(parse.norm(at), "alias" | "name");
    let only_named = |at: usize| name(at) || name(parse.head(at)) || parse.children(at).any(name);
    draft.target.retain(|&at| !is_command(setting, at) && !only_named(at));
}

/// "suffered an attack": whom the verb that carries a deed says to suffer it.
fn suffered(Held { setting, site, frame }: Held, draft: &mut Draft) {
    let parse = &setting.part.parse;
    // "the country experienced a war" is where it was.
    let suffers = |at: &usize| {
        frame.claim_type.kind() == Kind::Event
            && (frame.claim_type != ClaimType::Fight || !places::is_place(setting, *at))
    };
    // "repelled an assault *on Velna*": who is said to suffer it is the other side, not the town.
    let town = |at: &usize| parse.pos(*at) == Pos::Propn && parse.norm(parse.head(*at)) == "on";
    let over_town = frame.claim_type == ClaimType::Fight && draft.target.iter().all(town);
    if let Some(sufferer) = site.carrier.and_then(|carrier| carrier.sufferer).filter(suffers)
        && (draft.target.is_empty() || over_town)
    {
        draft.place = std::mem::replace(&mut draft.target, grammar::joined(parse, sufferer));
        draft.because(&setting.part.notes, Field::Target, "suffers the deed by the verb that carries it");
        if is_of_forces(setting, draft) {
            draft.claim_type = ClaimType::Fight;
        }
    }
}

/// "has increased cooperation with Kestria": who is the subject of the verb has what its object says.
fn had_by_subject(Held { setting, site, frame }: Held, draft: &mut Draft) {
    let parse = &setting.part.parse;
    if frame.claim_type.kind() != Kind::Event
        && draft.actor.is_empty()
        && site.class == WordClass::Noun
        && frame.actor.contains(&Slot::Subject)
        && parse.dep(site.trigger) == Dep::Dobj
        // "rejected the plan", "discussed efforts to end the war": an aim is not that of whoever speaks of it.
        && frame.claim_type != ClaimType::Intent
        && let Some(doer) = grammar::doer(parse, parse.head(site.trigger))
        && behind::stands_for_itself(setting, doer)
    {
        draft.actor = grammar::joined(parse, doer);
        draft.target.retain(|at| !draft.actor.contains(at));
    }
}

/// "troops were sent *in a bid* to take the town": whoever sent them bids.
fn aimed_by_noun(Held { setting, site, .. }: Held, draft: &mut Draft) {
    if draft.actor.is_empty() && draft.claim_type == ClaimType::Intent && site.class == WordClass::Noun {
        draft.actor = goal::aiming(setting, site.trigger);
        draft.target.retain(|at| !draft.actor.contains(at));
        if !draft.actor.is_empty() {
            draft.because(&setting.part.notes, Field::Actor, "who does what is done with this aim has it");
        }
    }
}

/// "launched an offensive *aimed* at taking the town": whoever launched it aims.
fn aimed_by_deed(Held { setting, site, .. }: Held, draft: &mut Draft) {
    let parse = &setting.part.parse;
    if draft.claim_type == ClaimType::Intent
        && site.class == WordClass::Verb
        && let [deed] = draft.actor[..]
        && parse.pos(deed) == Pos::Noun
        && class::classes(parse, setting.lexicon, deed).only(&[NounClass::Deed])
    {
        let told = carried_by_whom(setting, deed);
        if !told.is_empty() {
            draft.actor = told;
            draft.because(&setting.part.notes, Field::Actor, "does what is done with this aim");
        }
    }
}

fn published_by(held: Held, draft: &mut Draft) {
    published::read(held.setting, held.site, draft);
}

/// "enjoys the backing *of Morvania*": whose it is stands behind it, who has it before the verb.
fn backing_had(Held { setting, site, .. }: Held, draft: &mut Draft) {
    let parse = &setting.part.parse;
    if matches!(draft.claim_type, ClaimType::Backs | ClaimType::Support)
        && site.class == WordClass::Noun
        && parse.dep(site.trigger) == Dep::Dobj
        && grammar::owner(parse, site.trigger).is_none()
        && let Some(of) = grammar::after(parse, site.trigger, "of")
        && class::fits(parse, setting.lexicon, of, &[NounClass::Party, NounClass::Forces, NounClass::People])
        && let Some(had) = grammar::doer(parse, parse.head(site.trigger))
    {
        draft.actor = grammar::joined(parse, of);
        draft.target = grammar::joined(parse, had);
        draft.because(&setting.part.notes, Field::Actor, "whose backing somebody has gives it");
    }
}

/// "took its crew of 20 *hostage*": the word that completes the verb is no part of whom it is done to.
fn completed_object(Held { setting, site, .. }: Held, draft: &mut Draft) {
    let parse = &setting.part.parse;
    let in_object = |word: usize| parse.dep(word) == Dep::Pobj && parse.norm(parse.head(word)) == "of";
    let Some(&last) = site.words.iter().find(|&&word| word > site.trigger && in_object(word)) else { return };
    let within = |at: usize| parse.dominates(at, last) && at != last && at != site.trigger;
    for at in draft.target.iter_mut().filter(|at| within(**at)) {
        // "holds *dozens of hostages*"
        if parse.tag(last) == Tag::Nns {
            *at = last;
            continue;
        }
        // "took *the passengers of a bus* hostage"
        let thing = parse.child(last, Dep::Compound).filter(|&thing| parse.pos(thing) == Pos::Noun);
        let people = |at: usize| class::fits(parse, setting.lexicon, at, &[NounClass::People]);
        if let Some(thing) = thing.filter(|&thing| people(*at) && !people(thing)) {
            draft.exact.push((*at, *at..thing + 1));
            continue;
        }
        *at = parse.child(last, Dep::Compound).unwrap_or(*at);
        draft.exact.push((*at, *at..*at + 1));
    }
}

/// "the efforts *of the guards* to free them"
fn effort_of(Held { setting, site, .. }: Held, draft: &mut Draft) {
    let parse = &setting.part.parse;
    if draft.claim_type == ClaimType::Intent
        && site.class == WordClass::Noun
        && draft.actor.is_empty()
        && let Some(of) = grammar::after(parse, site.trigger, "of")
        && class::fits(parse, setting.lexicon, of, &[NounClass::Forces, NounClass::Party, NounClass::People])
        && parse.children(of).chain(parse.children(site.trigger)).any(|clause| grammar::is_infinitive(parse, clause))
    {
        draft.actor = grammar::joined(parse, of);
        draft.target.retain(|at| !draft.actor.contains(at));
        draft.because(&setting.part.notes, Field::Actor, "whose aim the infinitive behind tells");
    }
}

/// "was carrying *weapons*": what is moved is nobody who gets it.
fn nothing_moved(Held { setting, .. }: Held, draft: &mut Draft) {
    if draft.claim_type == ClaimType::Supply {
        draft.target.retain(|&at| {
            let classes = class::classes(&setting.part.parse, setting.lexicon, at);
            classes.is_empty() || !classes.only(&[NounClass::Aid, NounClass::Arms, NounClass::Money])
        });
    }
}

/// "died *at the hands of the militia*", "suffered a defeat *at the hands of the army*"
fn at_hands(Held { setting, site, .. }: Held, draft: &mut Draft) {
    let parse = &setting.part.parse;
    if matches!(draft.claim_type, ClaimType::Casualties | ClaimType::Fight)
        && draft.actor.is_empty()
        && let Some(killer) = grammar::at_hands(parse, site.trigger)
    {
        draft.actor = grammar::joined(parse, killer);
    }
}

fn harmed(held: Held, draft: &mut Draft) {
    harm::answered_for(held.setting, held.site, draft);
}

/// "took five medics *hostage*", taken for one noun: whoever stands before the word.
fn one_noun(Held { setting, site, frame }: Held, draft: &mut Draft) {
    let parse = &setting.part.parse;
    let taken = site.words.iter().copied().find(|&word| draft.target.is_empty() && parse.dep(word) == Dep::Dobj);
    if frame.target.first() == Some(&Slot::Object)
        && let Some(word) = taken
        && let Some(whom) = word.checked_sub(1).filter(|&whom| parse.dep(whom) == Dep::Compound)
        && class::fits(parse, setting.lexicon, whom, &[NounClass::Forces, NounClass::People])
    {
        draft.target.push(whom);
        let start = parse.children(word).filter(|&child| parse.dep(child) == Dep::Compound).min().unwrap_or(whom);
        draft.exact.push((whom, start..whom + 1));
        draft.because(&setting.part.notes, Field::Target, "stands before the word that says what became of them");
    }
}

/// "members of the clan" are the members, not the clan.
fn counted_members(Held { setting, site, .. }: Held, draft: &mut Draft) {
    let parse = &setting.part.parse;
    if draft.actor == [site.trigger]
        && setting.is_noun(site.trigger, NounClass::Measure)
        && let Some(of) = grammar::after(parse, site.trigger, "of").filter(|&of| of > site.trigger)
    {
        draft.exact.push((site.trigger, site.trigger..of + 1));
    }
}

/// "Brek's arrest", "the village's destruction by the army": whose it is suffers it.
fn owned(Held { setting, site, frame }: Held, draft: &mut Draft) {
    let notes = &setting.part.notes;
    if owner_suffers(setting, site, frame) && draft.target.is_empty() {
        draft.target = std::mem::take(&mut draft.actor);
        draft.because(notes, Field::Target, "the person before a deed done to people suffers it");
    }
    if let Some(owner) = owner_before_agent(setting, site, frame).filter(|_| draft.target.is_empty()) {
        draft.target = grammar::joined(&setting.part.parse, owner);
        draft.because(notes, Field::Target, "whose it is suffers a deed that another does");
    }
    held_people(setting, site, draft);
}

/// "Governor shot in Velna"
fn passive_of_headline(Held { setting, site, frame }: Held, draft: &mut Draft) {
    if headline_passive(setting, site, frame) {
        draft.target = std::mem::take(&mut draft.actor);
        draft.because(&setting.part.notes, Field::Target, "a headline leaves the auxiliary of a passive out");
    }
}

fn acting(held: Held, draft: &mut Draft) {
    draft.actor = deed_before_place(held.setting, draft);
    draft.actor = told_members(held.setting, &draft.actor);
}

/// "*an attempt* was made to seize the bridge": an aim acts no more than a deed.
fn without_aims(Held { setting, site, frame }: Held, draft: &mut Draft) {
    let parse = &setting.part.parse;
    if frame.claim_type.kind() != Kind::Event || !grammar::is_infinitive(parse, site.trigger) {
        return;
    }
    let aims = |at: usize| {
        let frames = setting.frames(at);
        let people = class::fits(parse, setting.lexicon, at, &[NounClass::People, NounClass::Party, NounClass::Forces]);
        !people && parse.pos(at) == Pos::Noun && frames.iter().any(|frame| frame.claim_type == ClaimType::Intent)
    };
    draft.actor.retain(|&at| !aims(at));
}

/// "men of the 2nd Battalion, 5th Brigade": they are of the battalion, which is of the brigade.
fn of_units(held: Held, draft: &mut Draft) {
    behind_roles(held.setting, draft);
    smaller_units(held.setting, &mut draft.actor);
    smaller_units(held.setting, &mut draft.target);
}

/// "*Kestria's* position rejecting the raid": a place has no say, but for whoever holds it.
fn place_that_speaks(Held { setting, .. }: Held, draft: &mut Draft) {
    let parse = &setting.part.parse;
    if let [place] = draft.actor[..]
        && matches!(draft.claim_type, ClaimType::Accuse | ClaimType::Demand | ClaimType::Refuse | ClaimType::Threaten)
        && parse.pos(place) == Pos::Noun
        && !class::fits(parse, setting.lexicon, place, &[NounClass::People, NounClass::Party, NounClass::Forces])
        && class::fits(parse, setting.lexicon, place, &[NounClass::Place, NounClass::Site])
        && let Some(owner) = grammar::owner(parse, place)
    {
        draft.actor = grammar::joined(parse, owner);
        draft.because(&setting.part.notes, Field::Actor, "holds the place that is told to speak");
    }
}

/// "this brings *our* contribution to $2 million"
fn own_money(Held { setting, site, .. }: Held, draft: &mut Draft) {
    let parse = &setting.part.parse;
    if draft.claim_type == ClaimType::Pay
        && draft.actor.iter().all(|&at| matches!(parse.norm(at), "this" | "that" | "it" | "which"))
        && let Some(owner) = grammar::undergoer(parse, site.trigger).and_then(|object| grammar::owner(parse, object))
    {
        draft.actor = vec![owner];
        draft.because(&setting.part.notes, Field::Actor, "whose money it is that the verb counts");
    }
}

/// "occupied the line *from the sea* to the river" tells how far.
fn reaching(Held { setting, site, .. }: Held, draft: &mut Draft) {
    if draft.claim_type != ClaimType::Capture {
        return;
    }
    let parse = &setting.part.parse;
    let hosts = [Some(site.trigger), grammar::undergoer(parse, site.trigger)];
    let mut below = hosts.into_iter().flatten().flat_map(|host| parse.subtree(host));
    if below.any(|at| parse.norm(at) == "to" && parse.dep(at) == Dep::Prep) {
        let label = |at: usize| parse.name_of(at).map(|name| name.label);
        draft.target.retain(|&at| !matches!(label(at), Some(NameLabel::Loc | NameLabel::Fac)));
    }
}

fn sides_taken(held: Held, draft: &mut Draft) {
    take_sides(held.setting, held.site, held.frame, draft);
}

fn victims_within(Held { setting, site, .. }: Held, draft: &mut Draft) {
    if draft.target.is_empty() {
        draft.target = within::victims(setting, site, draft.claim_type);
        if !draft.target.is_empty() {
            draft.because(&setting.part.notes, Field::Target, "came to harm in it, as the clause behind it says");
        }
    }
}

/// Who does a deed by the words around it: "*the army* launched an offensive", "*Kestria* sent troops for an offensive".
fn carried_by_whom(setting: Setting, deed: usize) -> Vec<usize> {
    let parse = &setting.part.parse;
    let noun = Spot::new(deed, WordClass::Noun, Vec::new(), carrier::of(setting, deed));
    let doers = fill(setting, &noun, &Slot::Subject);
    if !doers.is_empty() || parse.dep(deed) != Dep::Pobj || parse.norm(parse.head(deed)) != "for" {
        return doers;
    }
    let verb = grammar::clause_head(parse, parse.head(deed));
    grammar::doer(parse, verb).map(|doer| grammar::joined(parse, doer)).unwrap_or_default()
}
