//! Of what does somebody hold an office that the text does not say?
//!
//! "President Anton Brek" leads `Arvia` when the table of offices says so for that month, when the text said so elsewhere
//! ("Arvia's President Brek"), or when a government's own statement speaks of "the Foreign Secretary". The words that
//! stand for it in the claim are those of the title.

use crate::cast::{Cast, Found};
use crate::claim::Scene;
use crate::speaker::{publisher, speaks_for};
use lexicon::{Known, Month, TitleClass};
use model::{Argument, Claim, ClaimType, EntityId, EntityKind};
use std::collections::BTreeMap;

/// The rule that reads titles.
const TITLE: &str = "relation/title";

/// Fills what a title is of where its own sentence does not tell.
pub(crate) fn fill(claims: &mut [Claim], scene: &Scene<'_, '_>, cast: &mut Cast) {
    let told = told_elsewhere(claims);
    for claim in claims.iter_mut() {
        if !matches!(claim.claim_type, ClaimType::Leads | ClaimType::MemberOf)
            || !claim.target.is_empty()
            || claim.rule != TITLE
        {
            continue;
        }
        let [Argument { entity: Some(holder), .. }] = claim.actor.as_slice() else { continue };
        let holder = holder.clone();
        let Some(word) = claim.trigger.get(&scene.document.text).map(str::to_lowercase) else { continue };
        let Some(person) = cast.get(&holder).filter(|holder| holder.kind == EntityKind::Person) else { continue };
        let name = person.name.clone();
        let elsewhere = told.get(&(holder, claim.claim_type)).cloned();
        let unknown = person.known.is_none();
        let body = known(&name, &word, claim, scene, cast)
            .or(elsewhere)
            .or_else(|| own(&word, claim, scene, cast))
            .or_else(|| if unknown { home(&word, claim, scene, cast) } else { None });
        let Some(body) = body else { continue };
        claim.target.push(Argument { span: claim.trigger, head: claim.trigger, entity: Some(body), place: None });
    }
}

/// What the text says elsewhere that somebody leads or belongs to, where it says just one thing.
fn told_elsewhere(claims: &[Claim]) -> BTreeMap<(EntityId, ClaimType), EntityId> {
    let mut told: BTreeMap<(EntityId, ClaimType), Option<EntityId>> = BTreeMap::new();
    for claim in claims.iter().filter(|claim| matches!(claim.claim_type, ClaimType::Leads | ClaimType::MemberOf)) {
        if let ([actor], [target]) = (claim.actor.as_slice(), claim.target.as_slice())
            && let (Some(holder), Some(body)) = (actor.entity.clone(), target.entity.clone())
        {
            told.entry((holder, claim.claim_type))
                .and_modify(|before| {
                    if before.as_ref() != Some(&body) {
                        *before = None;
                    }
                })
                .or_insert(Some(body));
        }
    }
    told.into_iter().filter_map(|(holder, body)| Some((holder, body?))).collect()
}

/// By the table of offices.
fn known(name: &str, word: &str, claim: &Claim, scene: &Scene<'_, '_>, cast: &mut Cast) -> Option<EntityId> {
    let office = scene.roster.lexicon.offices.body(name, word, month(claim, scene))?;
    let body = scene.roster.lexicon.names.find(&office.of)?;
    Some(cast.add(&Found::known(body, format!("{name} was its {}", office.titles.first()?))))
}

/// The state or body for which somebody speaks by an office of the table.
pub(crate) fn serves(speaker: &EntityId, claim: &Claim, scene: &Scene<'_, '_>, cast: &mut Cast) -> Option<EntityId> {
    let person = cast.get(speaker).filter(|speaker| speaker.kind == EntityKind::Person)?.name.clone();
    let body = scene.roster.lexicon.offices.serves(&person, month(claim, scene))?;
    let body = scene.roster.lexicon.names.find(body)?;
    let body = cast.add(&Found::known(body, format!("{person} speaks for it by an office")));
    speaks_for(&body, scene, cast)
}

fn month(claim: &Claim, scene: &Scene<'_, '_>) -> Option<Month> {
    let article = scene.document.articles.get(claim.article as usize)?;
    article.published.as_ref().map(|day| (day.value.year(), day.value.month()))
}

/// A government that speaks of "the Foreign Secretary" means its own.
fn own(word: &str, claim: &Claim, scene: &Scene<'_, '_>, cast: &mut Cast) -> Option<EntityId> {
    if is_national(word, scene) { publisher(claim, scene, cast) } else { None }
}

/// "Prime Minister Ivo Hald" in an article about Arvia is Arvia's; "Minister Hald" may be of anything.
fn home(word: &str, claim: &Claim, scene: &Scene<'_, '_>, cast: &mut Cast) -> Option<EntityId> {
    let full = claim.claim_type == ClaimType::Leads || word.contains(' ');
    let one = is_one_of_several(scene, claim);
    let state = scene.home.state(claim.article).filter(|_| full && !one && is_national(word, scene))?;
    Some(cast.add(&Found::state(state, format!("the {word} of {}, which the article is about", state.name))))
}

/// True for a title that several bear: "*another* leader, Ivo Hald", "*a* commander".
fn is_one_of_several(scene: &Scene<'_, '_>, claim: &Claim) -> bool {
    let before = scene.document.text.get(..claim.trigger.start as usize).unwrap_or_default();
    let word = before.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    matches!(word.as_str(), "a" | "an" | "another" | "one" | "other")
}

/// True for an office of states: "foreign secretary", "interior minister", no "party leader".
fn is_national(word: &str, scene: &Scene<'_, '_>) -> bool {
    let lexicon = scene.roster.lexicon;
    let of_state = |word: &str| {
        lexicon.offices.called(word).any(|office| matches!(lexicon.names.find(&office.of), Some(Known::State(_))))
    };
    let field = |field: &str| lexicon.titles.class(field) == Some(TitleClass::Portfolio);
    of_state(word) || word.split_once(' ').is_some_and(|(first, office)| field(first) && of_state(office))
}
