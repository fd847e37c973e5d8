//! Whose deed does a spokesman claim?
//!
//! "Anton Brek, a spokesman of the Tavan Front, claimed responsibility for the raid": the Front's. Who claims to have done something
//! himself ("Brek claimed he had shot a guard") did it himself.

use crate::cast::Cast;
use crate::claim::{Scene, note};
use crate::reason::ClaimReasons;
use crate::speaker::{Tie, bodies};
use model::{Claim, ClaimType, Modality};

/// Gives the deeds that somebody claims by his own name to the body whose office he holds.
pub(crate) fn fill(claims: &mut [Claim], scene: &Scene<'_, '_>, cast: &mut Cast, reasons: &mut [ClaimReasons]) {
    use ClaimType::{Attack, Capture, Casualties, Destroy, Detain, Fight, Strike};
    let bodies = bodies(claims, scene, cast);
    for (claim, reasons) in claims.iter_mut().zip(reasons) {
        let deed = matches!(claim.claim_type, Attack | Capture | Casualties | Destroy | Detain | Fight | Strike);
        let speaker = claim.attribution.last().and_then(|link| link.sources.first()).map(|source| source.span);
        // The dead of a claimed deed are told plainly.
        let claimed = claim.modality.value == Modality::Claimed || claim.claim_type == Casualties;
        let [actor] = claim.actor.as_mut_slice() else { continue };
        let by_name = speaker.is_some_and(|by| by.start <= actor.head.start && actor.head.end <= by.end);
        if !deed || !claimed || !by_name {
            continue;
        }
        let body = actor.entity.as_ref().and_then(|person| bodies.get(person));
        let Some((_, body)) = body.filter(|(tie, _)| *tie != Tie::Service).cloned() else { continue };
        cast.journal.take();
        cast.because(&body, "is for whom the speaker claims the deed", None);
        actor.entity = Some(body);
        reasons.arguments.retain(|told| told.span != actor.span || told.entity.is_some());
        note(std::slice::from_ref(actor), cast, reasons);
    }
}
