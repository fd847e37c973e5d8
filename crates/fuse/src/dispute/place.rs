//! Where? Places told for one happening of which none lies in another.

use super::Draft;
use crate::fusion::All;
use crate::link::shared_places;
use model::{DisputeKind, Kind, Strength};

pub(super) fn find(all: &All<'_>, drafts: &mut Vec<Draft>) {
    for members in all.groups {
        let mut sides: Vec<(usize, Vec<usize>)> = Vec::new();
        for &at in members {
            let claim = all.claims[at].claim;
            if claim.places.is_empty() || !claim.is_so() || claim.claim_type.kind() != Kind::Event {
                continue;
            }
            let agrees = |first: usize| !shared_places(&all.claims[first].claim.places, &claim.places).is_empty();
            match sides.iter_mut().find(|(first, _)| agrees(*first)) {
                Some((_, claims)) => claims.push(at),
                None => sides.push((at, vec![at])),
            }
        }
        if sides.len() < 2 {
            continue;
        }
        let said: Vec<String> = sides
            .iter()
            .map(|(first, _)| all.names.places(all.claims[*first].claim.places.iter().map(|place| &place.id)))
            .collect();
        drafts.push(Draft {
            kind: DisputeKind::Place,
            strength: Strength::Contradiction,
            reason: format!("One happening is told of places that lie apart: {}.", said.join(" against ")),
            sides: said.into_iter().zip(sides.into_iter().map(|(_, claims)| claims)).collect(),
        });
    }
}
