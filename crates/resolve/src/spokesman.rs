//! Whose deed does a spokesman claim?
//!
//! "Anton Brek, a spokesman of the Tavan Front, claimed responsibility for the raid", "the navy spokesman announced the capture of the
//! port": the Front's, the navy's. Who claims to have done something
//! himself ("Brek claimed he had shot a guard") did it himself.

use crate::cast::Cast;
use crate::claim::{Scene, note};
use crate::reason::ClaimReasons;
use crate::speaker::{Tie, bodies, described_body};
use model::{Claim, ClaimType};

/// Gives the deeds that somebody claims by his own name to the body whose office he holds.
pub(crate) fn fill(claims: &mut [Claim], scene: &Scene<'_, '_>, cast: &mut Cast, reasons: &mut [ClaimReasons]) {
    use ClaimType::{Attack, Capture, Casualties, Destroy, Detain, Fight, Strike};
    let bodies = bodies(claims, scene, cast);
    for (claim, reasons) in claims.iter_mut().zip(reasons) {
        let deed = matches!(claim.claim_type, Attack | Capture | Casualties | Destroy | Detain | Fight | Strike);
        let speaker = claim.attribution.last().and_then(|link| link.sources.first()).map(|source| source.span);
        let [actor] = claim.actor.as_slice() else { continue };
        let by_name = speaker.is_some_and(|by| by.start <= actor.head.start && actor.head.end <= by.end);
        if !deed || !by_name {
            continue;
        }
        let Some(person) = actor.entity.clone() else { continue };
        let body = bodies.get(&person).filter(|(tie, _)| *tie != Tie::Service).map(|(_, body)| body.clone());
        let Some(body) = body.or_else(|| described_body(&person, claim, scene, cast)) else { continue };
        let [actor] = claim.actor.as_mut_slice() else { continue };
        cast.journal.take();
        cast.because(&body, "is for whom the speaker claims the deed", None);
        actor.entity = Some(body);
        reasons.arguments.retain(|told| told.span != actor.span || told.entity.is_some());
        note(std::slice::from_ref(actor), cast, reasons);
    }
}
