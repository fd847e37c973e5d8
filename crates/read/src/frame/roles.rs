//! Who fills the roles of a frame?
//!
//! The frame of `capture` at "Rebels captured the town from the army." takes its actor from the subject, its place from the object and
//! its target from what stands behind `from`. The first slot that anything fills decides; what the verb, its owner or its carrier
//! says besides is added.

use super::pair::take_sides;
use super::sides::{
    behind_roles, by_means_of, deed_before_place, fought_over, headline_passive, held_people, holders_hit,
    is_of_forces, is_scene, owner_before_agent, owner_suffers, told_members,
};
use super::{
    Spot, behind, bond, count, fill, fillers, goal, harm, helped, holder, places, published, settle, speaks, stands,
    whole, within,
};
use crate::claim::{Draft, Setting};
use crate::reason::{self, Field};
use crate::relation::smaller_units;
use crate::{class, grammar, mention};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{Frame, NounClass, Slot, WordClass};
use model::{ClaimType, Kind, Modality};

/// True for what is given where the frame has it sent: "sent *Kestria* 40 tanks" gives them to Kestria. "sent *Kestria* soldiers" may well be
/// its own.
fn is_given(setting: Setting, site: &Spot, frame: &Frame) -> bool {
    use NounClass::{Arms, Forces, People, Vehicle};
    let parse = &setting.part.parse;
    if frame.claim_type != ClaimType::Deploy
        || site.class != WordClass::Verb
        || fillers::bare_dative(parse, site.trigger).is_none()
    {
        return false;
    }
    let thing = grammar::undergoer(parse, site.trigger).map(|thing| mention::core(parse, setting.lexicon, thing));
    let fits = |at: usize, classes: &[NounClass]| class::fits(parse, setting.lexicon, at, classes);
    !thing.is_some_and(|thing| fits(thing, &[Forces, People]) && !fits(thing, &[Arms, Vehicle]))
}

/// The draft of a frame at a trigger; `None` where nobody and nothing around it fills a role.
pub(super) fn draft(setting: Setting, site: &Spot, frame: &Frame) -> Option<Draft> {
    if is_given(setting, site, frame) {
        return None;
    }
    let kind = frame.claim_type.kind();
    let rule = match (kind, site.class) {
        (Kind::Event, WordClass::Verb) => "event/verb",
        (Kind::Event, WordClass::Noun) => "event/noun",
        (Kind::Event, WordClass::Adjective) => "event/adjective",
        (Kind::Relation, WordClass::Verb) => "relation/verb",
        (Kind::Relation, WordClass::Noun) => "relation/noun",
        (Kind::Relation, WordClass::Adjective) => "relation/adjective",
        (Kind::Assessment, WordClass::Verb) => "assessment/verb",
        (Kind::Assessment, WordClass::Noun) => "assessment/noun",
        (Kind::Assessment, WordClass::Adjective) => "assessment/adjective",
    };
    let mut draft = Draft::new(frame.claim_type, site.trigger, rule);
    let notes = &setting.part.notes;
    let mark = notes.mark();
    draft.line = Some(frame.line);
    draft.words = site.words.clone();
    draft.predicate = site.carrier.map_or(site.trigger, |carrier| carrier.verb);
    draft.actor = first_filled(setting, site, frame, Field::Actor, &frame.actor);
    if let Some(owner) = owner_of_word(setting, site, frame.claim_type) {
        draft.actor = grammar::joined(&setting.part.parse, owner);
        draft.because(notes, Field::Actor, "owns what is told");
    }
    draft.target = first_filled(setting, site, frame, Field::Target, &frame.target);
    if draft.claim_type == ClaimType::Intent {
        draft.target = goal::reached(setting, std::mem::take(&mut draft.target));
    }
    behind::done_there(setting, &mut draft);
    draft.target.retain(|at| !draft.actor.contains(at));
    whole::read(setting, site, &mut draft);
    // "the army *was caught by surprise*": judged is whom it befell, where nobody is said to do it. Participles that judge by
    // themselves are read as such: "were outnumbered".
    if draft.claim_type == ClaimType::Judgement
        && draft.actor.is_empty()
        && site.class == WordClass::Verb
        && setting.lexicon.evaluations.adjective(setting.part.parse.norm(site.trigger)).is_none()
        && grammar::is_passive(&setting.part.parse, site.trigger)
    {
        draft.actor = std::mem::take(&mut draft.target);
        draft.because(notes, Field::Actor, "suffers what nobody is said to do");
    }
    // "falls under the command of the 4th Army" is part of the army, "operates under the *name* Red Sons" of nothing.
    if draft.claim_type == ClaimType::PartOf {
        let parse = &setting.part.parse;
        let name = |at: usize| matches!(parse.norm(at), "alias" | "name");
        draft.target.retain(|&at| {
            !crate::relation::is_command(setting, at)
                && !name(at)
                && !name(parse.head(at))
                && !parse.children(at).any(name)
        });
    }
    // "the country experienced a war" is where it was.
    let suffers =
        |at: &usize| kind == Kind::Event && (frame.claim_type != ClaimType::Fight || !places::is_place(setting, *at));
    // "repelled an assault *on Velna*": who is said to suffer it is the other side, not the town.
    let town = |at: &usize| {
        let on = setting.part.parse.head(*at);
        setting.part.parse.pos(*at) == Pos::Propn && setting.part.parse.norm(on) == "on"
    };
    let over_town = frame.claim_type == ClaimType::Fight && draft.target.iter().all(town);
    let mut towns: Vec<usize> = Vec::new();
    if let Some(sufferer) = site.carrier.and_then(|carrier| carrier.sufferer).filter(suffers)
        && (draft.target.is_empty() || over_town)
    {
        towns = std::mem::replace(&mut draft.target, grammar::joined(&setting.part.parse, sufferer));
        draft.because(notes, Field::Target, "suffers the deed by the verb that carries it");
        if is_of_forces(setting, &draft) {
            draft.claim_type = ClaimType::Fight;
        }
    }
    // "has increased cooperation with Kestria": who is the subject of the verb has what its object says.
    let parse = &setting.part.parse;
    if kind != Kind::Event
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
    if draft.actor.is_empty() && draft.claim_type == ClaimType::Intent && site.class == WordClass::Noun {
        draft.actor = goal::aiming(setting, site.trigger);
        draft.target.retain(|at| !draft.actor.contains(at));
        if !draft.actor.is_empty() {
            draft.because(notes, Field::Actor, "who does what is done with this aim has it");
        }
    }
    // "launched an offensive *aimed* at taking the town": whoever launched it aims.
    if draft.claim_type == ClaimType::Intent
        && site.class == WordClass::Verb
        && let [deed] = draft.actor[..]
        && parse.pos(deed) == Pos::Noun
        && class::classes(parse, setting.lexicon, deed).only(&[NounClass::Deed])
    {
        let told = carried_by_whom(setting, deed);
        if !told.is_empty() {
            draft.actor = told;
            draft.because(notes, Field::Actor, "does what is done with this aim");
        }
    }
    published::read(setting, site, &mut draft);
    // "enjoys the backing *of Morvania*": whose it is stands behind it, who has it before the verb.
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
        draft.because(notes, Field::Actor, "whose backing somebody has gives it");
    }
    // "took its crew of 20 *hostage*": the word that completes the verb is no part of whom it is done to.
    let in_object = |word: usize| parse.dep(word) == Dep::Pobj && parse.norm(parse.head(word)) == "of";
    if let Some(&last) = site.words.iter().find(|&&word| word > site.trigger && in_object(word)) {
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
    // "the efforts *of the guards* to free them"
    if draft.claim_type == ClaimType::Intent
        && site.class == WordClass::Noun
        && draft.actor.is_empty()
        && let Some(of) = grammar::after(parse, site.trigger, "of")
        && class::fits(parse, setting.lexicon, of, &[NounClass::Forces, NounClass::Party, NounClass::People])
        && parse.children(of).chain(parse.children(site.trigger)).any(|clause| grammar::is_infinitive(parse, clause))
    {
        draft.actor = grammar::joined(parse, of);
        draft.target.retain(|at| !draft.actor.contains(at));
        draft.because(notes, Field::Actor, "whose aim the infinitive behind tells");
    }
    // "was carrying *weapons*": what is moved is nobody who gets it.
    if draft.claim_type == ClaimType::Supply {
        draft.target.retain(|&at| {
            let classes = class::classes(parse, setting.lexicon, at);
            classes.is_empty() || !classes.only(&[NounClass::Aid, NounClass::Arms, NounClass::Money])
        });
    }
    // "died *at the hands of the militia*", "suffered a defeat *at the hands of the army*"
    if matches!(draft.claim_type, ClaimType::Casualties | ClaimType::Fight)
        && draft.actor.is_empty()
        && let Some(killer) = grammar::at_hands(parse, site.trigger)
    {
        draft.actor = grammar::joined(parse, killer);
    }
    harm::answered_for(setting, site, &mut draft);
    // "took five medics *hostage*", taken for one noun: whoever stands before the word.
    let taken = site.words.iter().copied().find(|&word| draft.target.is_empty() && parse.dep(word) == Dep::Dobj);
    if frame.target.first() == Some(&Slot::Object)
        && let Some(word) = taken
        && let Some(whom) = word.checked_sub(1).filter(|&whom| parse.dep(whom) == Dep::Compound)
        && class::fits(parse, setting.lexicon, whom, &[NounClass::Forces, NounClass::People])
    {
        draft.target.push(whom);
        let start = parse.children(word).filter(|&child| parse.dep(child) == Dep::Compound).min().unwrap_or(whom);
        draft.exact.push((whom, start..whom + 1));
        draft.because(notes, Field::Target, "stands before the word that says what became of them");
    }
    // "members of the clan" are the members, not the clan.
    let counts = setting.lexicon.nouns.is(&parse.entry(site.trigger), lexicon::NounClass::Measure);
    if draft.actor == [site.trigger]
        && counts
        && let Some(of) = grammar::after(parse, site.trigger, "of").filter(|&of| of > site.trigger)
    {
        draft.exact.push((site.trigger, site.trigger..of + 1));
    }
    if owner_suffers(setting, site, frame) && draft.target.is_empty() {
        draft.target = std::mem::take(&mut draft.actor);
        draft.because(notes, Field::Target, "the person before a deed done to people suffers it");
    }
    if let Some(owner) = owner_before_agent(setting, site, frame).filter(|_| draft.target.is_empty()) {
        draft.target = grammar::joined(parse, owner);
        draft.because(notes, Field::Target, "whose it is suffers a deed that another does");
    }
    held_people(setting, site, &mut draft);
    if headline_passive(setting, site, frame) {
        draft.target = std::mem::take(&mut draft.actor);
        draft.because(notes, Field::Target, "a headline leaves the auxiliary of a passive out");
    }
    draft.actor = deed_before_place(setting, &draft);
    draft.actor = told_members(setting, &draft.actor);
    // "*an attempt* was made to seize the bridge": an aim acts no more than a deed.
    if kind == Kind::Event && grammar::is_infinitive(parse, site.trigger) {
        let aims = |at: usize| {
            let frames = setting.lexicon.triggers.frames(&parse.entry(at));
            let people =
                class::fits(parse, setting.lexicon, at, &[NounClass::People, NounClass::Party, NounClass::Forces]);
            !people && parse.pos(at) == Pos::Noun && frames.iter().any(|frame| frame.claim_type == ClaimType::Intent)
        };
        draft.actor.retain(|&at| !aims(at));
    }
    behind_roles(setting, &mut draft);
    // "men of the 2nd Battalion, 5th Brigade": they are of the battalion, which is of the brigade.
    smaller_units(setting, &mut draft.actor);
    smaller_units(setting, &mut draft.target);
    // "*Kestria's* position rejecting the raid": a place has no say, but for whoever holds it.
    if let [place] = draft.actor[..]
        && matches!(draft.claim_type, ClaimType::Accuse | ClaimType::Demand | ClaimType::Refuse | ClaimType::Threaten)
        && parse.pos(place) == Pos::Noun
        && !class::fits(parse, setting.lexicon, place, &[NounClass::People, NounClass::Party, NounClass::Forces])
        && class::fits(parse, setting.lexicon, place, &[NounClass::Place, NounClass::Site])
        && let Some(owner) = grammar::owner(parse, place)
    {
        draft.actor = grammar::joined(parse, owner);
        draft.because(notes, Field::Actor, "holds the place that is told to speak");
    }
    // "this brings *our* contribution to $2 million"
    if draft.claim_type == ClaimType::Pay
        && draft.actor.iter().all(|&at| matches!(parse.norm(at), "this" | "that" | "it" | "which"))
        && let Some(owner) = grammar::undergoer(parse, site.trigger).and_then(|object| grammar::owner(parse, object))
    {
        draft.actor = vec![owner];
        draft.because(notes, Field::Actor, "whose money it is that the verb counts");
    }
    // "occupied the line *from the sea* to the river" tells how far.
    let reaches = [Some(site.trigger), grammar::undergoer(parse, site.trigger)]
        .into_iter()
        .flatten()
        .flat_map(|host| parse.subtree(host))
        .any(|at| parse.norm(at) == "to" && parse.dep(at) == Dep::Prep);
    if draft.claim_type == ClaimType::Capture && reaches {
        draft.target.retain(|&at| {
            let label = parse.name_of(at).map(|name| name.label);
            !matches!(label, Some(language::NameLabel::Loc | language::NameLabel::Fac))
        });
    }
    take_sides(setting, site, frame, &mut draft);
    if draft.target.is_empty() {
        draft.target = within::victims(setting, site, draft.claim_type);
        if !draft.target.is_empty() {
            draft.because(notes, Field::Target, "came to harm in it, as the clause behind it says");
        }
    }
    draft.place = first_filled(setting, site, frame, Field::Place, &frame.place);
    draft.place.splice(0..0, towns);
    draft.place.dedup();
    notes.about(Some(Field::Place));
    // "the siege *of the Sunnis* on Mount Hald"
    if draft.claim_type == ClaimType::Besiege && draft.target.is_empty() {
        let people = |at: &usize| {
            parse.tag(*at) == Tag::Nnps && parse.child(*at, Dep::Det).is_some() && !fillers::is_state(setting, *at)
        };
        let (besieged, place) = std::mem::take(&mut draft.place).into_iter().partition(people);
        (draft.target, draft.place) = (besieged, place);
    }
    draft.place.retain(|&at| {
        let core = mention::core(&setting.part.parse, setting.lexicon, at);
        // "the siege of the *Sunnis* on Mount Hald"
        let people = setting.part.parse.tag(core) == Tag::Nnps
            && setting.part.parse.name_of(core).is_some_and(|name| name.label == NameLabel::Norp);
        // "sent troops to the *Tavan War*"
        let deed = class::fits(&setting.part.parse, setting.lexicon, core, &[NounClass::Deed])
            && class::classes(&setting.part.parse, setting.lexicon, core).only(&[NounClass::Deed]);
        let named = setting.part.parse.pos(core) == Pos::Propn && !people && !deed && !places::is_titled(setting, core);
        let place = places::is_place(setting, core) || named;
        if !place {
            notes.passed(at, || "is no place".to_string());
        }
        place
    });
    let (sites, actor): (Vec<usize>, Vec<usize>) =
        std::mem::take(&mut draft.actor).into_iter().partition(|&at| is_scene(setting, draft.claim_type, at));
    draft.actor = actor;
    // "the group was blamed for the *Velna* bombing": where it was is not who did it.
    if draft.actor.is_empty()
        && !sites.is_empty()
        && let Some(subject) = site.carrier.and_then(|carrier| carrier.subject)
    {
        draft.actor = grammar::joined(parse, subject);
        draft.actor.retain(|&at| fillers::is_filler(setting, at));
    }
    // "the offensive to retake *Velna*" is fought there.
    let fought = draft.claim_type == ClaimType::Fight && site.class == WordClass::Noun;
    if draft.place.is_empty() && (fought || frame.target.contains(&Slot::Goal)) {
        draft.place = goal::below(setting, site.trigger).places;
    }
    if draft.place.is_empty() {
        draft.place = if sites.is_empty() { places(setting, site) } else { sites };
    }
    // "the war engulfed *Kestria*": that it did so is all that is told of it.
    if fought && draft.place.is_empty() && draft.actor.is_empty() && draft.target.is_empty() {
        draft.place = settle::witness(setting, &draft).into_iter().collect();
    }
    // "the Kestrian War *of Independence*" is in no such place.
    let of_name = |&at: &usize| parse.norm(parse.head(at)) == "of" && parse.head(parse.head(at)) == site.trigger;
    if draft.place.iter().all(of_name)
        && draft.target.is_empty()
        && let Some(land) = places::land_of_war(setting, site, frame)
        && draft.actor.iter().all(|&at| at == land)
    {
        draft.actor.clear();
        draft.place = vec![land];
        draft.exact.push((land, land..land + 1));
        draft.because(notes, Field::Place, "is the land that the war is called after");
    }
    // "*Velna* was the scene of a battle"
    if draft.place.is_empty()
        && draft.claim_type == ClaimType::Fight
        && let Some(scene) = site.carrier.and_then(|carrier| carrier.sufferer)
        && draft.target.is_empty()
        && places::is_place(setting, scene)
    {
        draft.place = grammar::joined(parse, scene);
    }
    // "refused to sign *the treaty*", "refused to take part in *the talks*"
    if draft.claim_type == ClaimType::Refuse
        && draft.target.is_empty()
        && site.words.is_empty()
        && let Some(clause) = setting.part.parse.child(site.trigger, Dep::Xcomp)
    {
        let parse = &setting.part.parse;
        let behind = || ["in", "to", "with", "from", "on"].iter().find_map(|word| grammar::after(parse, clause, word));
        let accord = |&at: &usize| class::fits(parse, setting.lexicon, at, &[NounClass::Accord, NounClass::Talk]);
        let refused = parse.child(clause, Dep::Dobj).filter(accord).or_else(|| behind().filter(accord));
        draft.target = refused.into_iter().collect();
    }
    // "were put on *the union's* list"
    if draft.claim_type == ClaimType::Sanction && draft.actor.is_empty() && site.class == WordClass::Verb {
        let owner = site.words.iter().find_map(|&word| grammar::owner(parse, word));
        draft.actor = owner.into_iter().filter(|at| !draft.target.contains(at)).collect();
    }
    // "called on Kestria to stop": whom words are for is not where they are said.
    use ClaimType::{AlliedWith, Backs, MemberOf, Opposes, PartOf};
    if speaks(draft.claim_type) || matches!(draft.claim_type, AlliedWith | Backs | MemberOf | Opposes | PartOf) {
        draft.place.retain(|at| !draft.target.contains(at) && !draft.actor.contains(at));
    }
    // "threatened to invade *Kestria*": a state is whom it is meant for.
    if draft.claim_type == ClaimType::Threaten && draft.target.is_empty() {
        let (states, places) =
            std::mem::take(&mut draft.place).into_iter().partition(|&at| fillers::is_state(setting, at));
        (draft.target, draft.place) = (states, places);
        draft.target.retain(|at| !draft.actor.contains(at));
    }
    // "the war between them", "talks between them": who fights or talks is not where.
    if kind == Kind::Event {
        draft.place.retain(|at| {
            let first = std::iter::successors(Some(*at), |&at| (parse.dep(at) == Dep::Conj).then(|| parse.head(at)));
            let first = first.last().unwrap_or(*at);
            let between = parse.dep(first) == Dep::Pobj && parse.norm(parse.head(first)) == "between";
            !between || !draft.target.contains(at) && !draft.actor.contains(at)
        });
    }
    notes.about(None);
    draft.actor.extend(holder::new_holder(setting, &draft));
    by_means_of(setting, site, &mut draft);
    helped::supplied(setting, &mut draft);
    let hit = draft.target.clone();
    holders_hit(setting, &mut draft);
    let camps = (hit != draft.target).then_some(hit);
    let scenes = fought_over(setting, frame, &mut draft);
    // "*soldiers* repelled an attack by rebels on the town": the town is where they fought.
    let side = site.carrier.and_then(|carrier| carrier.sufferer);
    if let Some(side) = side.filter(|_| !scenes.is_empty() && draft.target.is_empty()) {
        draft.target = grammar::joined(parse, side);
        draft.target.retain(|at| fillers::is_filler(setting, *at) && !draft.actor.contains(at));
    }
    holder::fill(setting, &mut draft, &scenes);
    // "attacked two camps of the rebels" counts the camps.
    draft.quantity = match camps {
        Some(target) => count::quantities(setting, site, frame, &Draft { target, ..draft.clone() }),
        None => count::quantities(setting, site, frame, &draft),
    };
    // "17 of its supporters were arrested": the supporters were.
    let counted = |at: &mut usize| {
        if parse.pos(*at) == Pos::Num
            && let Some(of) = grammar::after(parse, *at, "of")
        {
            *at = of;
        }
    };
    draft.target.iter_mut().for_each(counted);
    draft.actor.iter_mut().for_each(counted);
    // "The brigade lost twelve *men*": they are the brigade's, and the brigade is all that says whose.
    if frame.claim_type == ClaimType::Casualties
        && site.class == WordClass::Verb
        && frame.actor.is_empty()
        && frame.words.is_empty()
        && let [men] = draft.target[..]
        && class::fits(parse, setting.lexicon, men, &[NounClass::Forces, NounClass::People])
        && parse.pos(men) == Pos::Noun
        && !draft.quantity.is_empty()
        && parse.children(men).all(|child| !matches!(parse.dep(child), Dep::Amod | Dep::Compound | Dep::Poss))
        && let Some(loser) =
            grammar::doer(parse, site.trigger).filter(|&loser| parse.dep(men) == Dep::Dobj && loser != men)
    {
        draft.target = grammar::joined(parse, loser);
        draft.because(notes, Field::Target, "whose men they are");
    }
    let number = |at: &usize| setting.part.parse.pos(*at) != Pos::Num;
    draft.target.retain(number);
    draft.actor.retain(number);
    if kind == Kind::Relation && !bond::holds(setting, site, &mut draft) {
        return None;
    }
    draft.negative = frame.negative;
    // "the law does not comply with the treaty" is judged by it; only somebody breaks it.
    let inner = |&at: &usize| class::fits(parse, setting.lexicon, at, &[NounClass::Accord, NounClass::Deed]);
    let somebodys = !draft.actor.iter().any(inner);
    draft.undone = match () {
        () if frame.kept && somebodys => Some(ClaimType::Quit),
        () if frame.granted && somebodys => Some(ClaimType::Refuse),
        () => None,
    };
    // "it is *time* for the rebels to leave" is what the speaker asks.
    // "they *will bear the consequences*" is what he threatens them with.
    let threatens = frame.claim_type == ClaimType::Threaten && frame.planned;
    draft.spoken |= (frame.claim_type == ClaimType::Demand || threatens) && frame.actor.is_empty();
    draft.modality = frame.planned.then_some(if threatens { Modality::Fact } else { Modality::Planned });
    if site.carrier.is_some_and(|carrier| carrier.claimed) {
        draft.modality = Some(Modality::Claimed);
    }
    // "Operation Iron Wind met with success" names one that nobody fights anywhere.
    let only_named = frame.named && draft.actor.is_empty() && draft.target.is_empty() && draft.place.is_empty();
    let stands = stands::stands(setting, site, &draft)
        && !(frame.counted && draft.quantity.is_empty() && !stands::is_none(setting, site.trigger))
        && !only_named;
    // "Kestria's *agreement* with Morvania": both agreed, and what they agreed is the agreement.
    let partners = |at: &usize| {
        let led = parse.dep(*at) == Dep::Pobj && parse.norm(parse.head(*at)) == "with";
        led && class::fits(parse, setting.lexicon, *at, &[NounClass::Forces, NounClass::Party, NounClass::People])
    };
    if frame.claim_type == ClaimType::Agree
        && site.class == WordClass::Noun
        && class::fits(parse, setting.lexicon, site.trigger, &[NounClass::Accord])
        && !draft.actor.is_empty()
        && !draft.target.is_empty()
        && draft.target.iter().all(partners)
    {
        let others = std::mem::take(&mut draft.target);
        draft.actor.extend(others);
    }
    // "*the agreement* between Kestria and Morvania": who agreed is told; what they agreed is the agreement.
    let told = !draft.actor.is_empty() || site.class == WordClass::Noun && stands::is_dated(setting, site.trigger);
    if frame.claim_type == ClaimType::Agree && draft.target.is_empty() && told {
        let accord = |at: &&usize| class::fits(parse, setting.lexicon, **at, &[NounClass::Accord]);
        let words = std::iter::once(&site.trigger).chain(&site.words);
        draft.target = words.filter(|&&at| parse.pos(at) == Pos::Noun).find(accord).copied().into_iter().collect();
    }
    draft.notes.extend(notes.since(mark));
    stands.then_some(draft)
}

/// What fills the first slot that anything fills. Of several joined words those stay that meet the frame's needs.
fn first_filled(setting: Setting, site: &Spot, frame: &Frame, field: Field, slots: &[Slot]) -> Vec<usize> {
    let parse = &setting.part.parse;
    let notes = &setting.part.notes;
    // "strained relations between Kestria and Morvania": those between whom something is are its sides, whoever acts on it.
    let between = Slot::Preposition("between".to_string());
    let sides = slots.contains(&between) && fill(setting, site, &between).len() > 1;
    for slot in slots.iter().filter(|slot| !sides || **slot == between) {
        notes.about(Some(field));
        let mut found = fill(setting, site, slot);
        if found.len() > 1
            && let Some(need) =
                frame.needs.iter().find(|need| need.slot == *slot && !need.not && !need.classes.is_empty())
        {
            found.retain(|&at| {
                let core = mention::core(parse, setting.lexicon, at);
                // "supported by *advisers* and air strikes": who acts does so beside what he uses.
                let acts = field == Field::Actor && class::fits(parse, setting.lexicon, core, &[NounClass::People]);
                let fits = acts || class::fits(parse, setting.lexicon, core, &need.classes);
                if !fits {
                    notes.passed(at, || format!("is not of the class {}", reason::class_words(&need.classes)));
                }
                fits
            });
        }
        // "lost nine men and *two tanks*"
        if let Some(need) = frame.needs.iter().find(|need| need.slot == *slot && need.not && !need.classes.is_empty()) {
            let bars = |at: usize| {
                class::fits(parse, setting.lexicon, mention::core(parse, setting.lexicon, at), &need.classes)
            };
            if found.iter().any(|&at| !bars(at)) {
                found.retain(|&at| !bars(at));
            }
        }
        if !found.is_empty() {
            for &at in &found {
                notes.taken(at, || reason::in_slot(slot, parse.word(site.trigger)));
            }
            return found;
        }
    }
    Vec::new()
}

/// Whose stand somebody speaks of: "the minister reaffirmed *Kestria's* support for the truce".
fn owner_of_word(setting: Setting, site: &Spot, told: ClaimType) -> Option<usize> {
    let parse = &setting.part.parse;
    if site.class != WordClass::Verb || !speaks(told) {
        return None;
    }
    let object = parse.child(site.trigger, Dep::Dobj).filter(|object| site.words.contains(object))?;
    // "underscored *Kestrian* support for the truce"
    let state = || {
        parse.children(object).find(|&child| {
            matches!(parse.dep(child), Dep::Amod | Dep::Compound) && child < object && fillers::is_state(setting, child)
        })
    };
    let owner = parse.child(object, Dep::Poss).filter(|&owner| parse.pos(owner) == Pos::Propn);
    owner.filter(|&owner| fillers::is_filler(setting, owner)).or_else(state)
}

/// Who does a deed by the words around it: "*the army* launched an offensive", "*Kestria* sent troops for an offensive".
fn carried_by_whom(setting: Setting, deed: usize) -> Vec<usize> {
    let parse = &setting.part.parse;
    let noun = Spot::new(deed, WordClass::Noun, Vec::new(), super::carrier::of(setting, deed));
    let doers = fill(setting, &noun, &Slot::Subject);
    if !doers.is_empty() || parse.dep(deed) != Dep::Pobj || parse.norm(parse.head(deed)) != "for" {
        return doers;
    }
    let verb = grammar::clause_head(parse, parse.head(deed));
    grammar::doer(parse, verb).map(|doer| grammar::joined(parse, doer)).unwrap_or_default()
}
