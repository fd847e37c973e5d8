//! What is denied that the denial has no words of its own for?
//!
//! "Residents blamed the army for the attack. The army denied *this*." The army denies the attack that the residents tell of: one
//! claim more, with the roles that were told and the army as its source. Where a denial says what it denies ("denied that it had
//! shelled the market") its content is read like any other.

use crate::attribution::Attribution;
use crate::claim::{self, Draft, Setting};
use language::Dep;
use lexicon::{NounClass, WordClass};
use model::{Claim, ClaimType, Kind, Marked, Modality, Polarity, Stance};

/// Sentences back within which "this" takes up what others told.
const REACH: u32 = 2;

/// The claims that the denials of a part take up; `told` are those of the document so far.
pub(crate) fn read(setting: Setting, told: &[Claim]) -> Vec<(Draft, Claim)> {
    let denials = setting.voices.attributions().iter().filter(|attribution| {
        attribution.part == setting.index && attribution.links.last().is_some_and(|link| link.stance == Stance::Denies)
    });
    denials.filter_map(|denial| denied(setting, denial, told)).collect()
}

fn denied(setting: Setting, denial: &Attribution, told: &[Claim]) -> Option<(Draft, Claim)> {
    let part = setting.part;
    let anaphor = anaphor(setting, denial)?;
    let sentence = part.sentence_of(anaphor);
    let others = |claim: &&Claim| {
        claim.article == part.article
            && claim.trigger.end <= denial.cue.start
            && claim.sentence <= sentence
            && claim.sentence + REACH >= sentence
            && (is_deed(claim.claim_type) || claim.sentence == sentence && is_standing(claim.claim_type))
            && matches!(claim.modality.value, Modality::Fact | Modality::Claimed)
            && claim.attribution.last().is_some_and(|link| link.stance == Stance::Asserts)
    };
    // The nearest sentence that tells what others say; of what it tells the first.
    let taken = told.iter().filter(others).min_by_key(|claim| (sentence - claim.sentence, claim.trigger.start))?;
    let mut draft = Draft::new(taken.claim_type, anaphor, "event/denied");
    draft.timed = false;
    let mut claim = Claim {
        sentence,
        quote: part.span(part.parse.sentences()[part.parse.sentence_of(anaphor)].clone()),
        trigger: part.token_span(anaphor),
        time: None,
        attribution: denial.links.clone(),
        modality: Marked { value: Modality::Claimed, cue: Some(denial.cue) },
        polarity: Marked { value: Polarity::Positive, cue: None },
        rule: draft.rule.to_string(),
        ..taken.clone()
    };
    claim.id = claim::id(&claim);
    Some((draft, claim))
}

/// What somebody does, not what he says: that is denied by others' words.
fn is_deed(claim_type: ClaimType) -> bool {
    use ClaimType::{Accuse, Appear, Demand, Meet, Protest, Publish, Refuse, Support, Threaten};
    claim_type.kind() == Kind::Event
        && !matches!(claim_type, Accuse | Appear | Demand | Meet | Protest | Publish | Refuse | Support | Threaten)
}

/// What holds between parties, or a party and a place, and can be denied like a deed: "said rebels had been in the hospital, but *this* was
/// denied".
fn is_standing(claim_type: ClaimType) -> bool {
    use ClaimType::{AlliedWith, Backs, Controls, Opposes, PresentIn};
    matches!(claim_type, AlliedWith | Backs | Controls | Opposes | PresentIn)
}

/// The word that stands for all that is denied: `this`, `it`, `accusations` in "denied the accusations".
fn anaphor(setting: Setting, denial: &Attribution) -> Option<usize> {
    let parse = &setting.part.parse;
    let [piece] = denial.content.as_slice() else { return None };
    let inside = |at: &usize| piece.contains(setting.part.token_span(*at));
    let head = (0..parse.len()).filter(inside).find(|&at| !inside(&parse.head(at)))?;
    if matches!(parse.norm(head), "this" | "that" | "it" | "which") {
        return Some(head);
    }
    let lemma = parse.entry(head);
    let accuses = |frame: &lexicon::Frame| frame.class == WordClass::Noun && frame.claim_type == ClaimType::Accuse;
    let said = setting.lexicon.nouns.is(lemma, NounClass::Publication)
        || setting.lexicon.triggers.frames(lemma).iter().any(accuses);
    let bare = parse.children(head).all(|child| matches!(parse.dep(child), Dep::Det | Dep::Amod | Dep::Punct));
    let definite =
        parse.children(head).any(|child| matches!(parse.norm(child), "the" | "this" | "that" | "these" | "those"));
    // "…, *a claim* the army rejects"
    let beside = matches!(parse.dep(head), Dep::Appos | Dep::Npadvmod);
    (said && (bare && definite || beside)).then_some(head)
}
