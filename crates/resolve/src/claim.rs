//! How do claims get whom, where and when their words stand for?

use crate::cast::{Cast, Found, id};
use crate::entity::{Discourse, Roster};
use crate::place::Places;
use crate::wording::clean;
use lexicon::{ActorKind, Known, Lexicon};
use model::{Argument, Claim, ClaimType, Document, EntityId, EntityKind, Link, Reading, SourceKind};

/// What a claim's words are told from.
pub(crate) struct Scene<'s, 'l> {
    pub document: &'s Document,
    pub reading: &'s Reading,
    pub roster: &'s Roster<'l>,
    pub discourse: &'s Discourse,
}

/// The role in which words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Actor,
    Target,
    Source,
}

/// Fills the entities and places of a claim.
pub(crate) fn fill(claim: &mut Claim, scene: &Scene<'_, '_>, cast: &mut Cast, places: &mut Places<'_>) {
    for link in &mut claim.attribution {
        source(link, scene, cast);
    }
    let speaker = claim.attribution.last().and_then(|link| link.sources.first()).and_then(|first| first.entity.clone());
    let claim_type = claim.claim_type;
    for (role, arguments) in [(Role::Actor, &mut claim.actor), (Role::Target, &mut claim.target)] {
        for argument in arguments.iter_mut() {
            argument.entity = entity(argument, role, claim_type, speaker.as_ref(), scene, cast);
        }
        distinct(arguments);
    }
    for argument in &mut claim.place {
        let Some(words) = place_words(argument, scene, cast) else { continue };
        argument.place = places.find(&words, claim.article);
    }
}

/// Two words for one party in one role are one argument: "Turkey and its government" keeps both, "Anton Brek, Brek" not.
fn distinct(arguments: &mut Vec<Argument>) {
    let mut seen: Vec<EntityId> = Vec::new();
    arguments.retain(|argument| match &argument.entity {
        Some(entity) if seen.contains(entity) => false,
        Some(entity) => {
            seen.push(entity.clone());
            true
        }
        None => true,
    });
}

fn entity(
    argument: &Argument,
    role: Role,
    claim_type: ClaimType,
    speaker: Option<&EntityId>,
    scene: &Scene<'_, '_>,
    cast: &mut Cast,
) -> Option<EntityId> {
    let text = argument.span.get(&scene.document.text)?;
    let words = clean(text);
    let lexicon = scene.roster.lexicon;
    if let Some(anaphor) = lexicon.anaphors.get(&words.to_lowercase())
        && anaphor.stands_for.contains(&lexicon::Antecedent::Speaker)
    {
        let speaker = speaker?;
        cast.because(speaker, &format!("{} is who is quoted", words.to_lowercase()), None);
        return Some(speaker.clone());
    }
    let found =
        scene.discourse.argument(scene.document, scene.reading, scene.roster, cast, argument.span, argument.head)?;
    if stands_for_government(role, claim_type)
        && let Some(state) = lexicon.names.capital(&words)
        && cast.get(&found).is_some_and(|entity| entity.kind == EntityKind::Place)
    {
        let known = Known::State(state);
        return Some(cast.add(&Found {
            name: state.name.clone(),
            kind: known.kind(),
            known: Some(known.key()),
            reason: format!("{words} acts for the government of {}", state.name),
        }));
    }
    Some(found)
}

/// A capital that acts or speaks is its government; one that is taken, hit or lies somewhere is the city.
fn stands_for_government(role: Role, claim_type: ClaimType) -> bool {
    use ClaimType::*;
    match role {
        Role::Source => true,
        Role::Actor => !matches!(claim_type, LocatedIn | ImportantTo),
        Role::Target => matches!(
            claim_type,
            Meet | Agree
                | Quit
                | Refuse
                | Demand
                | Threaten
                | Accuse
                | Support
                | Sanction
                | Pay
                | Supply
                | Backs
                | AlliedWith
                | Opposes
                | Cause
                | Intent
                | Forecast
                | Judgement
                | MemberOf
                | PartOf
        ),
    }
}

/// The words for a place: its own, or those of what a pronoun takes up.
fn place_words(argument: &Argument, scene: &Scene<'_, '_>, cast: &Cast) -> Option<String> {
    let words = clean(argument.span.get(&scene.document.text)?);
    let taken_up = scene.discourse.entity(argument.head).and_then(|id| cast.get(id));
    let anaphor = scene.roster.lexicon.anaphors.get(&words.to_lowercase()).is_some();
    match taken_up {
        Some(entity) if anaphor && matches!(entity.kind, EntityKind::Place | EntityKind::State) => {
            Some(entity.name.clone())
        }
        _ if anaphor => None,
        Some(entity) if entity.kind == EntityKind::State => Some(entity.name.clone()),
        _ => Some(words),
    }
}

/// Fills the sources of a link. One that names nobody gets the name that stands for it, at its cue.
fn source(link: &mut Link, scene: &Scene<'_, '_>, cast: &mut Cast) {
    let lexicon = scene.roster.lexicon;
    // A source that is its own cue names nobody: that is how one without words was filled before.
    if link.sources.iter().all(|source| source.span == link.cue) {
        let cue = clean(link.cue.get(&scene.document.text).unwrap_or(""));
        let named = cue.split(' ').find_map(|word| lexicon.names.unnamed(&word.to_lowercase()));
        let found = nobody(named.unwrap_or("unnamed reports"), &cue);
        link.sources = vec![Argument { span: link.cue, head: link.cue, entity: Some(cast.add(&found)), place: None }];
        return;
    }
    for argument in &mut link.sources {
        let words = clean(argument.span.get(&scene.document.text).unwrap_or(""));
        if link.kind == SourceKind::Anonymous
            && !words.contains(' ')
            && let Some(name) = lexicon.names.unnamed(&words.to_lowercase())
        {
            argument.entity = Some(cast.add(&nobody(name, &words)));
            continue;
        }
        argument.entity = entity(argument, Role::Source, ClaimType::Publish, None, scene, cast);
    }
}

/// Whom a source stands for that is not named.
fn nobody(name: &str, word: &str) -> Found {
    Found {
        name: name.to_string(),
        kind: EntityKind::Group,
        known: None,
        reason: format!("{} names nobody", word.to_lowercase()),
    }
}

/// The entity of an outlet, the same that articles name when they cite it.
pub(crate) fn outlet(name: &str, lexicon: &Lexicon) -> model::Entity {
    let bare = clean(name);
    let known = lexicon.names.find(&bare).filter(|known| {
        matches!(known, Known::State(_)) || matches!(known, Known::Actor(actor) if actor.kind != ActorKind::Person)
    });
    let (name, kind) =
        known.map_or((bare.clone(), EntityKind::Organisation), |known| (known.name().to_string(), known.kind()));
    model::Entity {
        id: id(kind, &name),
        reasons: vec![format!("publishes as {bare}")],
        name,
        kind,
        known: known.map(Known::key),
    }
}
