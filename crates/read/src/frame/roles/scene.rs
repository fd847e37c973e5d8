//! Where is what a frame tells, and where is nobody but somebody?
//!
//! "The siege *of the Sunnis* on Mount Hald": the slot of the place has found people, whom the siege is of. "The offensive to retake
//! *Velna*" is fought where it aims.

use crate::claim::Draft;
use crate::frame::fillers::goal;
use crate::frame::fillers::sides::is_scene;
use crate::frame::places::settle;
use crate::frame::roles::{Held, first_filled};
use crate::frame::{fillers, places, speaks};
use crate::reason::Field;
use crate::{class, grammar, mention};
use language::{Dep, NameLabel, Pos, Tag};
use lexicon::{NounClass, Slot, WordClass};
use model::{ClaimType, Kind};

/// Fills the place. What the draft has for one before, a target that gave way to another, stays in front.
pub(super) fn read(held: Held, draft: &mut Draft) {
    let Held { setting, site, frame } = held;
    let notes = &setting.part.notes;
    let told = first_filled(setting, site, frame, Field::Place, &frame.place);
    draft.place.extend(told);
    draft.place.dedup();
    notes.about(Some(Field::Place));
    people_besieged(held, draft);
    only_places(held, draft);
    let sites = without_scenes(held, draft);
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
        draft.place = settle::witness(setting, draft).into_iter().collect();
    }
    land_of_name(held, draft);
    scene_of_fight(held, draft);
    not_of_parties(held, draft);
    notes.about(None);
}

/// "the siege *of the Sunnis* on Mount Hald"
fn people_besieged(Held { setting, .. }: Held, draft: &mut Draft) {
    if draft.claim_type == ClaimType::Besiege && draft.target.is_empty() {
        let parse = &setting.part.parse;
        let people = |at: &usize| {
            parse.tag(*at) == Tag::Nnps && parse.child(*at, Dep::Det).is_some() && !fillers::is_state(setting, *at)
        };
        let (besieged, place) = std::mem::take(&mut draft.place).into_iter().partition(people);
        (draft.target, draft.place) = (besieged, place);
    }
}

fn only_places(Held { setting, .. }: Held, draft: &mut Draft) {
    let parse = &setting.part.parse;
    draft.place.retain(|&at| {
        let core = mention::core(parse, setting.lexicon, at);
        // "the siege of the *Sunnis* on Mount Hald"
        let norp = || parse.name_of(core).is_some_and(|name| name.label == NameLabel::Norp);
        let people = parse.tag(core) == Tag::Nnps && norp();
        // "sent troops to the *Tavan War*"
        let classes = class::classes(parse, setting.lexicon, core);
        let deed = classes.has(NounClass::Deed) && classes.only(&[NounClass::Deed]);
        let named = parse.pos(core) == Pos::Propn && !people && !deed && !places::is_titled(setting, core);
        let place = places::is_place(setting, core) || named;
        if !place {
            setting.part.notes.passed(at, || "is no place".to_string());
        }
        place
    });
}

/// Takes out of the actors what is the scene of the deed. "The group was blamed for the *Velna* bombing": where it was is not who did it.
fn without_scenes(Held { setting, site, .. }: Held, draft: &mut Draft) -> Vec<usize> {
    let (sites, actor): (Vec<usize>, Vec<usize>) =
        std::mem::take(&mut draft.actor).into_iter().partition(|&at| is_scene(setting, draft.claim_type, at));
    draft.actor = actor;
    if draft.actor.is_empty()
        && !sites.is_empty()
        && let Some(subject) = site.carrier.and_then(|carrier| carrier.subject)
    {
        draft.actor = grammar::joined(&setting.part.parse, subject);
        draft.actor.retain(|&at| fillers::is_filler(setting, at));
    }
    sites
}

/// "the Kestrian War *of Independence*" is in no such place.
fn land_of_name(Held { setting, site, frame }: Held, draft: &mut Draft) {
    let parse = &setting.part.parse;
    let of_name = |&at: &usize| parse.norm(parse.head(at)) == "of" && parse.head(parse.head(at)) == site.trigger;
    if draft.place.iter().all(of_name)
        && draft.target.is_empty()
        && let Some(land) = places::land_of_war(setting, site, frame)
        && draft.actor.iter().all(|&at| at == land)
    {
        draft.actor.clear();
        draft.place = vec![land];
        draft.exact.push((land, land..land + 1));
        draft.because(&setting.part.notes, Field::Place, "is the land that the war is called after");
    }
}

/// "*Velna* was the scene of a battle"
fn scene_of_fight(Held { setting, site, .. }: Held, draft: &mut Draft) {
    if draft.place.is_empty()
        && draft.claim_type == ClaimType::Fight
        && let Some(scene) = site.carrier.and_then(|carrier| carrier.sufferer)
        && draft.target.is_empty()
        && places::is_place(setting, scene)
    {
        draft.place = grammar::joined(&setting.part.parse, scene);
    }
}

/// Whom words are for is not where they are said, and who fights or talks is not where.
fn not_of_parties(Held { setting, frame, .. }: Held, draft: &mut Draft) {
    use ClaimType::{AlliedWith, Backs, MemberOf, Opposes, PartOf};
    let parse = &setting.part.parse;
    // "called on Kestria to stop"
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
    // "the war between them", "talks between them"
    if frame.claim_type.kind() == Kind::Event {
        draft.place.retain(|at| {
            let first = std::iter::successors(Some(*at), |&at| (parse.dep(at) == Dep::Conj).then(|| parse.head(at)));
            let first = first.last().unwrap_or(*at);
            let between = parse.dep(first) == Dep::Pobj && parse.norm(parse.head(first)) == "between";
            !between || !draft.target.contains(at) && !draft.actor.contains(at)
        });
    }
}
