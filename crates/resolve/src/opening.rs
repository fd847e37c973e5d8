//! Who does what the paragraphs of a resolution say without a subject, and who "we" are who call themselves so?
//!
//! "The Security Council, … *Condemns* the raid; … *Calls on* Arvia to withdraw": the council does. "*We, the ministers of Arvia*,
//! met. We condemn the raid": the ministers.

use crate::cast::Cast;
use crate::claim::{Scene, note};
use crate::reason::ClaimReasons;
use model::{Argument, Claim, ClaimType, EntityId, EntityKind, MentionKind};
use std::collections::BTreeMap;

/// Words at the start of a paragraph within which its verb stands.
const VERB_WITHIN: usize = 4;
/// Words at the start of a paragraph within which the noun that tells what is done stands: "Expresses its deep *appreciation*".
const NOUN_WITHIN: usize = 7;

/// Gives what paragraphs without a subject tell to whoever stands alone before them.
pub(crate) fn fill(claims: &mut [Claim], scene: &Scene<'_, '_>, cast: &mut Cast, reasons: &mut [ClaimReasons]) {
    let openers = openers(scene, cast);
    if openers.is_empty() {
        return;
    }
    for (claim, reasons) in claims.iter_mut().zip(reasons) {
        let article = |at: u32| scene.reading.sentences.get(at as usize).map(|sentence| sentence.article);
        let before = openers.iter().rev().find(|(at, _)| *at < claim.sentence && article(*at) == Some(claim.article));
        let Some((_, opener)) = before.filter(|_| is_said(claim.claim_type) && is_subjectless(claim, scene)) else {
            continue;
        };
        let told = claim.target.iter().any(|target| target.entity.as_ref() == Some(opener));
        let own = |actor: &Argument| actor.span.get(&scene.document.text).is_some_and(|words| words == "its");
        if told || !claim.actor.iter().all(own) {
            continue;
        }
        let span = claim.actor.first().map_or(claim.trigger, |actor| actor.span);
        cast.journal.take();
        cast.because(opener, "stands alone before paragraphs without a subject", None);
        claim.actor = vec![Argument { span, head: span, entity: Some(opener.clone()), place: None }];
        reasons.arguments.retain(|told| told.span != span || told.entity.is_some());
        note(&claim.actor, cast, reasons);
    }
}

/// By article, who calls himself "we" in it: "*We, the ministers of Arvia*, met". The first who does; nobody where the words name none.
pub(crate) fn we(scene: &Scene<'_, '_>) -> BTreeMap<u32, Option<EntityId>> {
    let reading = scene.reading;
    let mut all = BTreeMap::new();
    for sentence in &reading.sentences {
        let words = sentence.span.get(&scene.document.text);
        let Some(rest) = words.and_then(|words| words.strip_prefix("We, ")) else { continue };
        let after = rest.strip_prefix("the ").unwrap_or(rest);
        let start = sentence.span.end - after.len() as u32;
        let at = reading.mentions.partition_point(|mention| mention.span.start < start);
        let named = reading.mentions.get(at).is_some_and(|mention| mention.span.start == start);
        let entity = scene.discourse.entities.get(at).filter(|_| named).cloned().flatten();
        all.entry(sentence.article).or_insert(entity);
    }
    all
}

/// By sentence, who stands alone in it before a comma, or opens one that ends with a colon.
fn openers(scene: &Scene<'_, '_>, cast: &Cast) -> Vec<(u32, EntityId)> {
    let reading = scene.reading;
    let opener = |(at, sentence): (u32, &model::Sentence)| {
        let words = sentence.span.get(&scene.document.text)?.trim_end();
        let end = sentence.span.start + words.strip_suffix([',', ':'])?.len() as u32;
        let article = if words.starts_with("The ") { 4 } else { 0 };
        let start = sentence.span.start + article;
        let first = reading.mentions.partition_point(|mention| mention.span.start < start);
        let mention = reading.mentions.get(first).filter(|mention| mention.span.start == start)?;
        let alone = words.ends_with(':') || mention.span.end == end;
        let entity = scene.discourse.entities.get(first)?.as_ref()?;
        let kind = cast.get(entity)?.kind;
        let body = matches!(kind, EntityKind::Organisation | EntityKind::State | EntityKind::Group);
        (alone && body && mention.kind != MentionKind::Pronoun).then(|| (at, entity.clone()))
    };
    (0..).zip(&reading.sentences).filter_map(opener).collect()
}

/// True for what a body does by saying it.
fn is_said(claim_type: ClaimType) -> bool {
    use ClaimType::{Accuse, Agree, Demand, Intent, Investigate, Judgement, Recruit, Refuse, Sanction, Support};
    matches!(
        claim_type,
        Accuse | Agree | Demand | Intent | Investigate | Judgement | Recruit | Refuse | Sanction | Support
    )
}

/// True for a claim of a paragraph that begins with a verb without a subject, and near it: "Strongly *condemns*", "*Welcoming* the truce".
fn is_subjectless(claim: &Claim, scene: &Scene<'_, '_>) -> bool {
    let text = &scene.document.text;
    let Some(sentence) = scene.reading.sentences.get(claim.sentence as usize) else { return false };
    let Some(words) = sentence.span.get(text) else { return false };
    let letters = |word: &&str| word.chars().filter(|letter| letter.is_alphabetic()).count() > 1;
    let mut open = words.split_whitespace().filter(letters).take(VERB_WITHIN).skip_while(|word| {
        let word = word.to_lowercase();
        word.ends_with("ly") || matches!(word.as_str(), "also" | "further" | "again" | "once" | "and")
    });
    let Some(verb) = open.next().filter(|verb| verb.ends_with('s') || verb.ends_with("ing")) else { return false };
    let bare = verb.len() > 3 && verb.chars().all(char::is_alphabetic) && !verb.ends_with("ss");
    let before = text.get(sentence.span.start as usize..claim.trigger.start as usize);
    bare && before.is_some_and(|before| before.split_whitespace().count() <= NOUN_WITHIN)
}
