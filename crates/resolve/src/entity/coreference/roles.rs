//! What do the claims of a document say of a head?
//!
//! "Arvian troops entered the country": the troops stand in another role than the country, and are those who entered it.

use model::{Claim, ClaimType, Document, Reading, Span};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn heads(claims: &[Claim], of: impl Fn(&Claim) -> Vec<Span>) -> BTreeSet<Span> {
    claims.iter().flat_map(of).collect()
}

/// The heads that stand in another role of the same claim as a head.
pub(super) fn opposite(document: &Document, claims: &[Claim]) -> BTreeMap<Span, BTreeSet<Span>> {
    let mut opposite: BTreeMap<Span, BTreeSet<Span>> = BTreeMap::new();
    // "The army drove *them* out", whatever explains it: who is meant by the case of an object is another than the subject.
    let object = |span: Span| matches!(span.of(&document.text).to_lowercase().as_str(), "him" | "them");
    for claim in claims {
        // What somebody has done can explain what he does.
        let apart = |one: Span, other: Span| {
            one != other && (claim.claim_type != ClaimType::Cause || object(one) || object(other))
        };
        for actor in &claim.actor {
            for target in claim.target.iter().filter(|target| apart(target.head, actor.head)) {
                opposite.entry(actor.head).or_default().insert(target.head);
                opposite.entry(target.head).or_default().insert(actor.head);
            }
        }
    }
    opposite
}

/// True for a part that stands behind its whole and a comma.
pub(super) fn is_beside(document: &Document, claim: &Claim) -> bool {
    let behind = |part: Span, whole: Span| {
        let between = document.text.get(whole.end as usize..part.start as usize);
        between.is_some_and(|between| between.contains(','))
    };
    claim.actor.iter().any(|part| claim.target.iter().any(|whole| behind(part.head, whole.head)))
}

/// The heads of those who say themselves what a claim tells, by the heads of its roles.
pub(super) fn told(claims: &[Claim]) -> BTreeMap<Span, Vec<Span>> {
    let mut told: BTreeMap<Span, Vec<Span>> = BTreeMap::new();
    for claim in claims {
        let Some(link) = claim.attribution.last() else { continue };
        for role in claim.actor.iter().chain(&claim.target) {
            told.entry(role.head).or_default().extend(link.sources.iter().map(|source| source.head));
        }
    }
    told
}

/// The words for those who enter, leave or invade a place that stands right behind the verb, by its head: the country that "Arvian troops
/// entered" is not Arvia.
pub(super) fn entered(document: &Document, claims: &[Claim]) -> BTreeMap<Span, Vec<Span>> {
    use ClaimType::{Capture, Deploy, Fight, Withdraw};
    let mut entered: BTreeMap<Span, Vec<Span>> = BTreeMap::new();
    for claim in claims.iter().filter(|claim| matches!(claim.claim_type, Capture | Deploy | Fight | Withdraw)) {
        for place in &claim.place {
            let between = document.text.get(claim.trigger.end as usize..place.head.start as usize);
            // "the withdrawal of Arvian troops *from the* country"
            let before = document.text.get(..place.head.start as usize).unwrap_or("").trim_end();
            let away = claim.claim_type == Withdraw && before.ends_with(" from the") || before.ends_with(" into the");
            if away || between.is_some_and(|between| matches!(between.trim(), "" | "the")) {
                entered.entry(place.head).or_default().extend(claim.actor.iter().map(|actor| actor.span));
            }
        }
    }
    entered
}

/// The heads of all who act together in a claim, by its sentence. Who meets somebody meets together with him; who meets
/// several, "met the villagers", need not.
pub(super) fn together(reading: &Reading) -> BTreeMap<u32, BTreeSet<Vec<Span>>> {
    let several: BTreeSet<Span> =
        reading.mentions.iter().filter(|mention| mention.plural).map(|mention| mention.head).collect();
    let mut together: BTreeMap<u32, BTreeSet<Vec<Span>>> = BTreeMap::new();
    for claim in reading.claims.iter().filter(|claim| claim.claim_type != ClaimType::LocatedIn) {
        let single = claim.target.iter().all(|argument| !several.contains(&argument.head));
        let met = claim.target.iter().filter(|_| claim.claim_type == ClaimType::Meet && single);
        let heads: Vec<Span> = claim.actor.iter().chain(met).map(|argument| argument.head).collect();
        // "Brek and Hald were arrested … the two men"
        let suffer = matches!(claim.claim_type, ClaimType::Casualties | ClaimType::Detain | ClaimType::Displace);
        let harmed: Vec<Span> = claim.target.iter().filter(|_| suffer && single).map(|one| one.head).collect();
        for heads in [heads, harmed].into_iter().filter(|heads| heads.len() > 1) {
            together.entry(claim.sentence).or_default().insert(heads);
        }
    }
    together
}
