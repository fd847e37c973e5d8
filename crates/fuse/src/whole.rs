//! Which events are parts of a longer one, and which are alike but were kept apart?
//!
//! "The army launched an offensive in northern Arvia on 1 May … on 3 May it took Tavan": the capture of Tavan is a part of the
//! offensive, linked to it and not merged with it. A shelling of Tavan on 2 May and one on 9 May are two.

use crate::event::days;
use crate::fusion::All;
use crate::group::each_pair;
use crate::link::{Apart, NEWS_DAYS, distance, likeness, near, why_excluded};
use crate::setting::Set;
use jiff::civil::Date;
use lexicon::Sign;
use model::{Bond, ClaimType, Event, PlaceId, Polarity};
use std::collections::{BTreeMap, BTreeSet};

/// As many events kept apart are told of one.
const APART: usize = 3;

/// For each event the longer one it is a part of.
pub(crate) fn wholes(all: &All<'_>, events: &[Event]) -> Vec<Option<Bond>> {
    let mut by_place: BTreeMap<&PlaceId, BTreeSet<usize>> = BTreeMap::new();
    for (event, members) in all.groups.iter().enumerate() {
        for set in members.iter().map(|&at| &all.claims[at]).filter(|set| is_long(set)) {
            for place in set.scene {
                by_place.entry(&place.id).or_default().insert(event);
            }
        }
    }
    (0..all.groups.len())
        .map(|part| {
            let candidates: BTreeSet<usize> = all
                .members(part)
                .flat_map(|set| set.scene)
                .flat_map(|place| std::iter::once(&place.id).chain(&place.within))
                .filter_map(|place| by_place.get(place))
                .flatten()
                .copied()
                .collect();
            let best = candidates.into_iter().filter_map(|whole| belongs(all, events, part, whole)).max();
            let bond = best.map(|(_, whole, reason)| Bond { event: all.ids[whole.0].clone(), reason });
            bond.or_else(|| toll_part(all, part))
        })
        .collect()
}

/// An offensive, a campaign: it lasts, and it is where something is.
fn is_long(set: &Set<'_>) -> bool {
    set.claim.claim_type == ClaimType::Fight && set.claim.has(Sign::Long) && set.claim.is_so() && !set.scene.is_empty()
}

/// Types of which a battle is made.
fn can_be_part(claim_type: ClaimType) -> bool {
    use ClaimType::*;
    matches!(
        claim_type,
        Fight | Strike | Attack | Capture | Besiege | Casualties | Deploy | Destroy | Displace | Support
    )
}

/// How well an event fits into a longer one: in one article, inside, sharing a party; and the reason.
type Fit = ((bool, bool, bool), std::cmp::Reverse<usize>, String);

fn belongs(all: &All<'_>, events: &[Event], part: usize, whole: usize) -> Option<Fit> {
    if part == whole || !can_be_part(events[part].claim_type) {
        return None;
    }
    let mut best: Option<Fit> = None;
    for one in all
        .members(part)
        .filter(|set| set.claim.polarity == Polarity::Positive || set.claim.claim_type == ClaimType::Besiege)
    {
        for long in all.members(whole).filter(|set| is_long(set)) {
            let place = one
                .scene
                .iter()
                .find(|place| long.scene.iter().any(|outer| place.id == outer.id || place.within.contains(&outer.id)));
            let Some(place) = place else { continue };
            let inside = long.scene.iter().all(|outer| place.id != outer.id);
            // Two long happenings in one place are two tellings, not part and whole.
            if is_long(one) && !inside || !(one.same_article(long) || near(one, long)) || !within_days(all, one, whole)
            {
                continue;
            }
            let parties =
                |set: &Set<'_>| -> Vec<_> { set.claim.actors.iter().chain(&set.claim.targets).cloned().collect() };
            let (ours, theirs) = (parties(one), parties(long));
            let shares = all.kin.any_related(&ours, &theirs);
            if !(shares || theirs.is_empty() || ours.is_empty()) {
                continue;
            }
            let same = one.same_article(long);
            if !same && !shares {
                continue;
            }
            let mut reason = format!("It is told of {}", all.names.place(&place.id));
            if inside {
                reason += &format!(", which lies in {}", all.names.places(long.scene.iter().map(|outer| &outer.id)));
            }
            if shares {
                reason += ", shares a party with the longer happening there";
            }
            reason += if same { " and stands in one report with it." } else { " and is reported in the same days." };
            let fit = ((same, inside, shares), std::cmp::Reverse(whole), reason);
            if best.as_ref().is_none_or(|best| (best.0, best.1) < (fit.0, fit.1)) {
                best = Some(fit);
            }
        }
    }
    best
}

/// Not before the longer one began, and not long after it was last told of.
fn within_days(all: &All<'_>, one: &Set<'_>, whole: usize) -> bool {
    let begins = all.members(whole).filter(|set| set.claim.has(Sign::Begins)).filter_map(|set| set.claim.time);
    let from: Option<Date> = begins.map(|time| time.earliest).min();
    let told: Option<Date> = all.members(whole).filter_map(|set| set.published).max();
    let Some(time) = one.claim.time else { return true };
    from.is_none_or(|from| time.latest >= from)
        && told.is_none_or(|told| time.earliest <= told || distance(time.earliest, told) <= NEWS_DAYS)
}

/// The dead of a unit among the dead of what it is a part of, in one report.
fn toll_part(all: &All<'_>, part: usize) -> Option<Bond> {
    let count = |set: &Set<'_>| -> f64 { set.claim.quantities.iter().filter_map(|q| q.min.or(q.max)).sum() };
    for one in all.members(part).filter(|set| set.claim.claim_type == ClaimType::Casualties && set.claim.is_so()) {
        let whole = all.article(one).iter().copied().find(|&at| {
            let other = &all.claims[at];
            let below =
                one.claim.targets.iter().any(|id| all.kin.above(id).any(|above| other.claim.targets.contains(above)));
            let same = one.claim.targets.iter().any(|id| other.claim.targets.contains(id));
            all.home[at] != part
                && other.claim.claim_type == ClaimType::Casualties
                && other.claim.is_so()
                && other.claim.sentence <= one.claim.sentence
                && (below || same && one.claim.has(Sign::Part))
                && count(other) > count(one)
        });
        if let Some(at) = whole {
            return Some(Bond {
                event: all.ids[all.home[at]].clone(),
                reason: format!(
                    "Its figure is smaller, of {}, and counts among the dead told before in the same report.",
                    all.names.entities(&one.claim.targets)
                ),
            });
        }
    }
    None
}

/// For each event those that are most alike and were kept apart, with the reason.
pub(crate) fn apart(all: &All<'_>) -> BTreeMap<usize, Vec<Bond>> {
    let mut found: BTreeMap<usize, BTreeMap<usize, (u32, String)>> = BTreeMap::new();
    each_pair(all.claims, |left, right| {
        let (one, other) = (all.home[left], all.home[right]);
        if one == other {
            return;
        }
        let (a, b) = (&all.claims[left], &all.claims[right]);
        let Some(tie) = likeness(a, b) else { return };
        let reason = why_apart(a, b, all);
        for (at, to) in [(one, other), (other, one)] {
            let known = found.entry(at).or_default();
            let entry = known.entry(to).or_insert_with(|| (tie.score, reason.clone()));
            if (tie.score, &reason) > (entry.0, &entry.1) {
                *entry = (tie.score, reason.clone());
            }
            if known.len() > APART {
                let least = known.iter().map(|(&to, &(score, _))| (score, std::cmp::Reverse(to))).min();
                if let Some((_, std::cmp::Reverse(to))) = least {
                    known.remove(&to);
                }
            }
        }
    });
    found
        .into_iter()
        .map(|(at, others)| {
            let mut others: Vec<(u32, usize, String)> =
                others.into_iter().map(|(to, (score, reason))| (score, to, reason)).collect();
            others.sort_by(|x, y| y.0.cmp(&x.0).then(x.1.cmp(&y.1)));
            (at, others.into_iter().map(|(_, to, reason)| Bond { event: all.ids[to].clone(), reason }).collect())
        })
        .collect()
}

fn why_apart(a: &Set<'_>, b: &Set<'_>, all: &All<'_>) -> String {
    let time = |set: &Set<'_>| set.claim.time.map(|time| days(time.earliest, time.latest)).unwrap_or_default();
    let places = |set: &Set<'_>| all.names.places(set.claim.places.iter().map(|place| &place.id));
    match why_excluded(a, b) {
        Some(Apart::Polarity) => "Kept apart: the one tells that it is so, the other that it is not.".to_string(),
        Some(Apart::Days) => {
            let (x, y) = if a.claim.time <= b.claim.time { (time(a), time(b)) } else { (time(b), time(a)) };
            format!("Kept apart: the days exclude each other, {x} and {y}.")
        }
        Some(Apart::Ahead) => "Kept apart: the one was told before the day of the other.".to_string(),
        Some(Apart::Places) => {
            let mut both = [places(a), places(b)];
            both.sort();
            format!("Kept apart: the places exclude each other, {} and {}.", both[0], both[1])
        }
        Some(Apart::Types) | None => "Kept apart: another claim of the one excludes a claim of the other.".to_string(),
    }
}
