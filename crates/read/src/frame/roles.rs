//! Who fills the roles of a frame?
//!
//! The frame of `capture` at "Rebels captured the town from the army." takes its actor from the subject, its place from the object and
//! its target from what stands behind `from`. The first slot that anything fills decides; what the verb, its owner or its carrier
//! says besides is added.

mod party;
mod scene;

use crate::claim::{Draft, Setting};
use crate::frame::construction::helped;
use crate::frame::fillers::sides::{by_means_of, fought_over, holders_hit};
use crate::frame::fillers::{bond, goal, holder};
use crate::frame::trigger::stands;
use crate::frame::{Spot, count, fill, fillers, speaks};
use crate::reason::{self, Field};
use crate::{class, grammar, mention};
use language::{Dep, Pos};
use lexicon::{Frame, NounClass, Slot, WordClass};
use model::{ClaimType, Kind, Modality};

/// A frame that holds, and where.
#[derive(Clone, Copy)]
struct Held<'f, 's, 'a> {
    setting: Setting<'s, 'a>,
    site: &'f Spot,
    frame: &'f Frame,
}

/// The draft of a frame at a trigger; `None` where nobody and nothing around it fills a role.
pub(super) fn draft(setting: Setting, site: &Spot, frame: &Frame) -> Option<Draft> {
    if is_given(setting, site, frame) {
        return None;
    }
    let held = Held { setting, site, frame };
    let notes = &setting.part.notes;
    let mark = notes.mark();
    let mut draft = from_slots(held);
    party::MENDS.iter().for_each(|mend| mend(held, &mut draft));
    scene::read(held, &mut draft);
    refused_accord(held, &mut draft);
    listed_by(held, &mut draft);
    draft.actor.extend(holder::new_holder(setting, &draft));
    by_means_of(setting, site, &mut draft);
    helped::supplied(setting, &mut draft);
    hit_and_counted(held, &mut draft);
    counted_whom(held, &mut draft);
    own_losses(held, &mut draft);
    let number = |at: &usize| setting.part.parse.pos(*at) != Pos::Num;
    draft.target.retain(number);
    draft.actor.retain(number);
    if frame.claim_type.kind() == Kind::Relation && !bond::holds(setting, site, &mut draft) {
        return None;
    }
    sureness(held, &mut draft);
    let stands = told_at_all(held, &draft);
    agreed(held, &mut draft);
    draft.notes.extend(notes.since(mark));
    stands.then_some(draft)
}

/// What the slots of the frame say.
fn from_slots(Held { setting, site, frame }: Held) -> Draft {
    let rule = match (frame.claim_type.kind(), site.class) {
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
    draft.line = Some(frame.line);
    draft.words = site.words.clone();
    draft.predicate = site.carrier.map_or(site.trigger, |carrier| carrier.verb);
    draft.actor = first_filled(setting, site, frame, Field::Actor, &frame.actor);
    if let Some(owner) = owner_of_word(setting, site, frame.claim_type) {
        draft.actor = grammar::joined(&setting.part.parse, owner);
        draft.because(&setting.part.notes, Field::Actor, "owns what is told");
    }
    draft.target = first_filled(setting, site, frame, Field::Target, &frame.target);
    if draft.claim_type == ClaimType::Intent {
        draft.target = goal::reached(setting, std::mem::take(&mut draft.target));
    }
    draft
}

/// "refused to sign *the treaty*", "refused to take part in *the talks*"
fn refused_accord(Held { setting, site, .. }: Held, draft: &mut Draft) {
    let parse = &setting.part.parse;
    if draft.claim_type == ClaimType::Refuse
        && draft.target.is_empty()
        && site.words.is_empty()
        && let Some(clause) = parse.child(site.trigger, Dep::Xcomp)
    {
        let behind = || ["in", "to", "with", "from", "on"].iter().find_map(|word| grammar::after(parse, clause, word));
        let accord = |&at: &usize| class::fits(parse, setting.lexicon, at, &[NounClass::Accord, NounClass::Talk]);
        let refused = parse.child(clause, Dep::Dobj).filter(accord).or_else(|| behind().filter(accord));
        draft.target = refused.into_iter().collect();
    }
}

/// "were put on *the union's* list"
fn listed_by(Held { setting, site, .. }: Held, draft: &mut Draft) {
    if draft.claim_type == ClaimType::Sanction && draft.actor.is_empty() && site.class == WordClass::Verb {
        let owner = site.words.iter().find_map(|&word| grammar::owner(&setting.part.parse, word));
        draft.actor = owner.into_iter().filter(|at| !draft.target.contains(at)).collect();
    }
}

/// Whose camps were hit, who holds what is fought over, and how many are told.
fn hit_and_counted(Held { setting, site, frame }: Held, draft: &mut Draft) {
    let hit = draft.target.clone();
    holders_hit(setting, draft);
    let camps = (hit != draft.target).then_some(hit);
    let scenes = fought_over(setting, frame, draft);
    // "*soldiers* repelled an attack by rebels on the town": the town is where they fought.
    let side = site.carrier.and_then(|carrier| carrier.sufferer);
    if let Some(side) = side.filter(|_| !scenes.is_empty() && draft.target.is_empty()) {
        draft.target = grammar::joined(&setting.part.parse, side);
        draft.target.retain(|at| fillers::is_filler(setting, *at) && !draft.actor.contains(at));
    }
    holder::fill(setting, draft, &scenes);
    // "attacked two camps of the rebels" counts the camps.
    draft.quantity = match camps {
        Some(target) => count::quantities(setting, site, frame, &Draft { target, ..draft.clone() }),
        None => count::quantities(setting, site, frame, draft),
    };
}

/// "17 of its supporters were arrested": the supporters were.
fn counted_whom(Held { setting, .. }: Held, draft: &mut Draft) {
    let parse = &setting.part.parse;
    for at in draft.target.iter_mut().chain(&mut draft.actor) {
        if parse.pos(*at) == Pos::Num
            && let Some(of) = grammar::after(parse, *at, "of")
        {
            *at = of;
        }
    }
}

/// "The brigade lost twelve *men*": they are the brigade's, and the brigade is all that says whose.
fn own_losses(Held { setting, site, frame }: Held, draft: &mut Draft) {
    let parse = &setting.part.parse;
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
        draft.because(&setting.part.notes, Field::Target, "whose men they are");
    }
}

/// What the frame itself says of how sure it is, whether it is denied, and who says it.
fn sureness(Held { setting, site, frame }: Held, draft: &mut Draft) {
    draft.negative = frame.negative;
    // "the law does not comply with the treaty" is judged by it; only somebody breaks it.
    let inner =
        |&at: &usize| class::fits(&setting.part.parse, setting.lexicon, at, &[NounClass::Accord, NounClass::Deed]);
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
}

/// True when enough is told of somebody or something. "Operation Iron Wind met with success" names one that nobody fights anywhere.
fn told_at_all(Held { setting, site, frame }: Held, draft: &Draft) -> bool {
    let only_named = frame.named && draft.actor.is_empty() && draft.target.is_empty() && draft.place.is_empty();
    let uncounted = frame.counted && draft.quantity.is_empty() && !stands::is_none(setting, site.trigger);
    stands::stands(setting, site, draft) && !uncounted && !only_named
}

/// Who agreed, and what.
fn agreed(Held { setting, site, frame }: Held, draft: &mut Draft) {
    if frame.claim_type != ClaimType::Agree {
        return;
    }
    let parse = &setting.part.parse;
    let accord = |at: usize| class::fits(parse, setting.lexicon, at, &[NounClass::Accord]);
    // "Kestria's *agreement* with Morvania": both agreed, and what they agreed is the agreement.
    let partners = |at: &usize| {
        let led = parse.dep(*at) == Dep::Pobj && parse.norm(parse.head(*at)) == "with";
        led && class::fits(parse, setting.lexicon, *at, &[NounClass::Forces, NounClass::Party, NounClass::People])
    };
    if site.class == WordClass::Noun
        && accord(site.trigger)
        && !draft.actor.is_empty()
        && !draft.target.is_empty()
        && draft.target.iter().all(partners)
    {
        let others = std::mem::take(&mut draft.target);
        draft.actor.extend(others);
    }
    // "*the agreement* between Kestria and Morvania": who agreed is told; what they agreed is the agreement.
    let told = !draft.actor.is_empty() || site.class == WordClass::Noun && stands::is_dated(setting, site.trigger);
    if draft.target.is_empty() && told {
        let mut words = std::iter::once(site.trigger).chain(site.words.iter().copied());
        draft.target = words.find(|&at| parse.pos(at) == Pos::Noun && accord(at)).into_iter().collect();
    }
}

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

/// What fills the first slot that anything fills. Of several joined words those stay that meet the frame's needs.
fn first_filled(setting: Setting, site: &Spot, frame: &Frame, field: Field, slots: &[Slot]) -> Vec<usize> {
    let parse = &setting.part.parse;
    let notes = &setting.part.notes;
    // "strained relations between Kestria and Morvania": those between whom something is are its sides, whoever acts on it.
    let between = |slot: &&Slot| matches!(slot, Slot::Preposition(word) if word == "between");
    let sides = slots.iter().find(between).is_some_and(|slot| fill(setting, site, slot).len() > 1);
    for slot in slots.iter().filter(|slot| !sides || between(slot)) {
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
