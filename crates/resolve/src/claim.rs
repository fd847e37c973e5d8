//! How do claims get whom, where and when their words stand for?

use crate::cast::{Cast, Found, id};
use crate::entity::{Deeds, Discourse, Roster, on_whom};
use crate::localities;
use crate::place::Places;
use crate::reason::{ArgumentTold, ClaimReasons};
use crate::speaker::is_speaker;
use crate::surroundings::Home;
use crate::wording::{clean, only_counts};
use lexicon::{ActorKind, Gazetteer, Known, Lexicon};
use model::{Argument, Claim, ClaimType, Document, EntityId, EntityKind, Link, MentionKind, Reading, SourceKind, Span};

/// What a claim's words are told from.
pub(crate) struct Scene<'s, 'l> {
    pub document: &'s Document,
    pub reading: &'s Reading,
    pub roster: &'s Roster<'l>,
    pub gazetteer: &'s Gazetteer,
    pub discourse: &'s Discourse,
    pub deeds: &'s Deeds,
    pub home: &'s Home<'l>,
}

/// The role in which words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Actor,
    Target,
    Source,
}

/// Fills the entities and places of a claim. False for a claim that tells nothing without a state that nobody named.
pub(crate) fn fill(
    claim: &mut Claim,
    scene: &Scene<'_, '_>,
    cast: &mut Cast,
    places: &mut Places<'_>,
    reasons: &mut ClaimReasons,
) -> bool {
    for link in &mut claim.attribution {
        source(link, scene, cast, reasons);
    }
    let claim_type = claim.claim_type;
    for (role, arguments) in [(Role::Actor, &mut claim.actor), (Role::Target, &mut claim.target)] {
        join_adjacent(arguments, &scene.document.text);
        *arguments =
            arguments.iter().flat_map(|argument| told(argument, role, claim_type, scene, cast, reasons)).collect();
        distinct(arguments);
        // "killed *scores*": how many there were is told by the number.
        let counts = |one: &Argument| {
            let words = one.span.get(&scene.document.text).map(|words| clean(words).to_lowercase());
            words.is_some_and(|words| only_counts(&words, scene.roster.lexicon))
        };
        arguments.retain(|one| one.entity.is_some() || !counts(one));
        arguments.retain(|one| role != Role::Actor || one.entity.is_some() || !takes_up_deed(one, claim_type, scene));
    }
    if claim_type == ClaimType::LocatedIn {
        localities::of_states(claim, scene, places);
        if claim.place.is_empty() {
            return false;
        }
    }
    let article = claim.article;
    let mut localities = |argument: &Argument| match argument.place {
        Some(_) => vec![argument.clone()],
        None => localities::shared(argument, scene, places, article)
            .unwrap_or_else(|| localities::named(argument, scene, cast)),
    };
    claim.place = claim.place.iter().flat_map(&mut localities).collect();
    claim.place.retain_mut(|argument| {
        if argument.place.is_some() {
            return true;
        }
        let told = localities::words(argument, scene, cast);
        let words = told.clone().unwrap_or_else(|| clean(argument.span.get(&scene.document.text).unwrap_or("")));
        if localities::is_unsaid(&words, scene.roster.lexicon) {
            return false;
        }
        let Some(words) = told else { return true };
        // "quarters 1 and 2"
        if !words.contains(char::is_alphabetic) {
            return false;
        }
        argument.place = places.find(&words, claim.article);
        if places.journal.is_kept() {
            reasons.places.push((argument.span, places.journal.take()));
        }
        true
    });
    true
}

/// "A bomb went off. *It* killed nine": what did it is told, and who did it is not.
fn takes_up_deed(actor: &Argument, claim_type: ClaimType, scene: &Scene<'_, '_>) -> bool {
    use ClaimType::{Attack, Casualties, Destroy, Displace, Strike};
    let force = matches!(claim_type, Attack | Casualties | Destroy | Displace | Strike);
    let words = actor.span.get(&scene.document.text).map(|words| words.to_lowercase());
    force && words.is_some_and(|words| matches!(words.as_str(), "it" | "this" | "that" | "these" | "which"))
}

/// Keeps the reasons for whom the words of an argument were taken, when somebody asks.
pub(crate) fn note(arguments: &[Argument], cast: &mut Cast, reasons: &mut ClaimReasons) {
    if cast.journal.is_kept() {
        let told = cast.journal.take();
        let all = arguments.iter().map(|argument| (argument.span, argument.entity.clone()));
        reasons.arguments.extend(all.map(|(span, entity)| ArgumentTold { span, entity, told: told.clone() }));
    }
}

/// An argument with whom its words stand for: once for each where they stand for several.
fn told(
    argument: &Argument,
    role: Role,
    claim_type: ClaimType,
    scene: &Scene<'_, '_>,
    cast: &mut Cast,
    reasons: &mut ClaimReasons,
) -> Vec<Argument> {
    cast.journal.take();
    let mut entities: Vec<Option<EntityId>> =
        entities(argument, role, claim_type, scene, cast).into_iter().map(Some).collect();
    if entities.is_empty() {
        entities.push(None);
    }
    let told: Vec<Argument> = entities.into_iter().map(|entity| Argument { entity, ..argument.clone() }).collect();
    note(&told, cast, reasons);
    told
}

/// "Arvian" and "army" in "Arvian army deployments" are one party: words of one role that only a space parts.
fn join_adjacent(arguments: &mut Vec<Argument>, text: &str) {
    arguments.dedup_by(|next, before| {
        let adjacent = text.get(before.span.end as usize..next.span.start as usize) == Some(" ");
        if adjacent {
            before.span = before.span.cover(next.span);
            before.head = next.head;
        }
        adjacent
    });
}

/// Two words for one party in one role are one argument: "Turkey and its government" keeps both, "Anton Brek, Brek" not.
pub(crate) fn distinct(arguments: &mut Vec<Argument>) {
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

fn entities(
    argument: &Argument,
    role: Role,
    claim_type: ClaimType,
    scene: &Scene<'_, '_>,
    cast: &mut Cast,
) -> Vec<EntityId> {
    let Some(text) = argument.span.get(&scene.document.text) else { return Vec::new() };
    let words = clean(text);
    let lexicon = scene.roster.lexicon;
    // Who speaks is known when all others are: see [`crate::speaker`].
    if is_speaker(&words, lexicon) {
        return Vec::new();
    }
    if role != Role::Source
        && let Some(deed) = scene.deeds.find(scene.document, scene.reading, lexicon, argument.span, argument.head)
    {
        return vec![cast.add(&deed)];
    }
    let found =
        scene.discourse.argument(scene.document, scene.reading, scene.roster, cast, argument.span, argument.head);
    // "condemned attacks *on aid workers*": which attacks, where nothing else says.
    let bare = |one: &EntityId| cast.get(one).is_some_and(|entity| clean(&entity.name) == words.to_lowercase());
    if role != Role::Source
        && let [one] = found.as_slice()
        && bare(one)
        && let Some(deed) = on_whom(scene.document, scene.reading, lexicon, argument.span, argument.head)
    {
        return vec![cast.add(&deed)];
    }
    if let [one] = found.as_slice()
        && stands_for_government(role, claim_type)
        && let Some(state) = lexicon.names.capital(&words)
        && cast.get(one).is_some_and(|entity| entity.kind == EntityKind::Place)
    {
        return vec![cast.add(&Found::state(state, format!("{words} acts for the government of {}", state.name)))];
    }
    found
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

/// Fills the sources of a link. One that names nobody gets the name that stands for it, at its cue.
fn source(link: &mut Link, scene: &Scene<'_, '_>, cast: &mut Cast, reasons: &mut ClaimReasons) {
    let lexicon = scene.roster.lexicon;
    cast.journal.take();
    // A source that is its own cue names nobody: that is how one without words was filled before.
    if link.sources.iter().all(|source| source.span == link.cue) {
        let cue = clean(link.cue.get(&scene.document.text).unwrap_or(""));
        let named = cue.split(' ').find_map(|word| lexicon.names.unnamed(&word.to_lowercase()));
        let found = nobody(named.unwrap_or("unnamed reports"), &cue);
        link.sources = vec![Argument { span: link.cue, head: link.cue, entity: Some(cast.add(&found)), place: None }];
        note(&link.sources, cast, reasons);
        return;
    }
    let mut sources = Vec::new();
    for argument in &link.sources {
        let words = clean(argument.span.get(&scene.document.text).unwrap_or(""));
        // "Initial reports indicate": whose they are is not told; "the report" is one that the text knows.
        let several = link.kind == SourceKind::Document && words.ends_with('s');
        if (several || link.kind == SourceKind::Anonymous)
            && let Some(name) = lexicon.names.unnamed(&words.to_lowercase())
        {
            let argument = Argument { entity: Some(cast.add(&nobody(name, &words))), ..argument.clone() };
            note(std::slice::from_ref(&argument), cast, reasons);
            sources.push(argument);
            continue;
        }
        if let Some(entity) = owned(argument, scene, cast) {
            let argument = Argument { entity: Some(entity), ..argument.clone() };
            note(std::slice::from_ref(&argument), cast, reasons);
            sources.push(argument);
            continue;
        }
        sources.extend(told(argument, Role::Source, ClaimType::Publish, scene, cast, reasons));
    }
    link.sources = sources;
}

/// "His lawyers" are the lawyers of whoever he is: a description is known by its owner.
fn owned(argument: &Argument, scene: &Scene<'_, '_>, cast: &mut Cast) -> Option<EntityId> {
    let text = argument.span.get(&scene.document.text)?;
    let (first, rest) = text.split_once(' ')?;
    let lexicon = scene.roster.lexicon;
    if !rest.chars().all(|c| c.is_lowercase() || c == ' ') || lexicon.anaphors.get(&first.to_lowercase()).is_none() {
        return None;
    }
    let span = Span { start: argument.span.start, end: argument.span.start + first.len() as u32 };
    // "spokesman for the group" has no owner, though "the spokesman" takes somebody up.
    let is_pronoun = |mention: &model::Mention| mention.kind == MentionKind::Pronoun && mention.span == span;
    if !scene.reading.mentions.iter().any(is_pronoun) {
        return None;
    }
    let owners = scene.discourse.argument(scene.document, scene.reading, scene.roster, cast, span, span);
    let owner = cast.get(owners.first()?).filter(|owner| owner.kind == EntityKind::Person)?.name.clone();
    let kind = if rest.ends_with('s') { EntityKind::Group } else { EntityKind::Person };
    let found =
        Found { name: format!("{owner}'s {rest}"), kind, known: None, reason: format!("{text} are those of {owner}") };
    Some(cast.add(&found))
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
