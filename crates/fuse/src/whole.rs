//! Which events are parts of a longer one, and which are alike but were kept apart?
//!
//! "The army launched an offensive in northern Arvia on 1 May … on 3 May it took Tavan": the capture of Tavan is a part of the
//! offensive, linked to it and not merged with it. A shelling of Tavan on 2 May and one on 9 May are two.

use crate::event::days;
use crate::fusion::All;
use crate::link::{Apart, NEWS_DAYS, distance, near};
use crate::pairs::Pair;
use crate::setting::Set;
use jiff::civil::Date;
use lexicon::Sign;
use model::{Bond, ClaimType, Event, PlaceId, Polarity};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// As many events kept apart are told of one.
const APART: usize = 3;

/// For each event the longer one it is a part of.
pub(crate) fn wholes(all: &All<'_>, events: &[Event]) -> Vec<Option<Bond>> {
    let long = Long::new(all);
    (0..all.groups.len())
        .map(|part| {
            let best = if can_be_part(events[part].claim_type) { belongs(all, part, &long) } else { None };
            let bond = best.map(|(_, whole, reason)| Bond { event: all.ids[whole.0].clone(), reason });
            bond.or_else(|| toll_part(all, part))
        })
        .collect()
}

/// The claims on long happenings.
struct Long<'a> {
    /// By place and day of the report.
    by_place: BTreeMap<&'a PlaceId, BTreeMap<Option<Date>, Vec<usize>>>,
    /// When an event that has such claims began, and when it was last told of.
    spans: BTreeMap<usize, (Option<Date>, Option<Date>)>,
}

impl<'a> Long<'a> {
    fn new(all: &'a All<'_>) -> Long<'a> {
        let mut long = Long { by_place: BTreeMap::new(), spans: BTreeMap::new() };
        for (at, set) in all.claims.iter().enumerate().filter(|(_, set)| is_long(set)) {
            for place in set.scene {
                long.by_place.entry(&place.id).or_default().entry(set.published).or_default().push(at);
            }
            let event = all.home[at];
            long.spans.entry(event).or_insert_with(|| {
                let begins =
                    all.members(event).filter(|set| set.claim.has(Sign::Begins)).filter_map(|set| set.claim.time);
                (begins.map(|time| time.earliest).min(), all.members(event).filter_map(|set| set.published).max())
            });
        }
        long
    }

    /// Those in the places of a claim, or in places that these lie in, that its article or articles of its days tell of.
    fn around(&self, set: &Set<'_>, all: &All<'_>) -> BTreeSet<usize> {
        let places = set.scene.iter().flat_map(|place| std::iter::once(&place.id).chain(&place.within));
        let own = all.article(set).iter().copied().filter(|&at| is_long(&all.claims[at]));
        let days = set.published.map(|day| {
            let span = jiff::Span::new().days(i64::from(NEWS_DAYS));
            (day.checked_sub(span).unwrap_or(day), day.checked_add(span).unwrap_or(day))
        });
        let near = places.filter_map(|place| self.by_place.get(place)).zip(std::iter::repeat(days));
        let near = near.filter_map(|(by_day, days)| days.map(|(from, until)| by_day.range(Some(from)..=Some(until))));
        near.flatten().flat_map(|(_, claims)| claims).copied().chain(own).collect()
    }

    /// Not before the longer one began, and not long after it was last told of.
    fn within_days(&self, one: &Set<'_>, whole: usize) -> bool {
        let (from, told) = self.spans.get(&whole).copied().unwrap_or_default();
        let Some(time) = one.claim.time else { return true };
        from.is_none_or(|from| time.latest >= from)
            && told.is_none_or(|told| time.earliest <= told || distance(time.earliest, told) <= NEWS_DAYS)
    }
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

fn belongs(all: &All<'_>, part: usize, longer: &Long<'_>) -> Option<Fit> {
    let mut best: Option<Fit> = None;
    for one in all
        .members(part)
        .filter(|set| set.claim.polarity == Polarity::Positive || set.claim.claim_type == ClaimType::Besiege)
    {
        for at in longer.around(one, all) {
            let (long, whole) = (&all.claims[at], all.home[at]);
            if whole == part {
                continue;
            }
            let place = one
                .scene
                .iter()
                .find(|place| long.scene.iter().any(|outer| place.id == outer.id || place.within.contains(&outer.id)));
            let Some(place) = place else { continue };
            let inside = long.scene.iter().all(|outer| place.id != outer.id);
            // Two long happenings in one place are two tellings, not part and whole.
            if is_long(one) && !inside
                || !(one.same_article(long) || near(one, long))
                || !longer.within_days(one, whole)
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
    // Of each two events the surest pair of claims speaks.
    let mut surest: BTreeMap<(usize, usize), Pair> = BTreeMap::new();
    for pair in all.alike {
        let (one, other) = (all.home[pair.left as usize], all.home[pair.right as usize]);
        if one != other {
            let known = surest.entry((one.min(other), one.max(other))).or_insert(*pair);
            if pair.score > known.score {
                *known = *pair;
            }
        }
    }
    let mut found: BTreeMap<usize, Vec<(Reverse<u32>, usize, Pair)>> = BTreeMap::new();
    for ((one, other), pair) in surest {
        found.entry(one).or_default().push((Reverse(pair.score), other, pair));
        found.entry(other).or_default().push((Reverse(pair.score), one, pair));
    }
    found
        .into_iter()
        .map(|(at, mut others)| {
            others.sort();
            others.truncate(APART);
            let bond = |(_, to, pair): (Reverse<u32>, usize, Pair)| Bond {
                event: all.ids[to].clone(),
                reason: why_apart(pair, all),
            };
            (at, others.into_iter().map(bond).collect())
        })
        .collect()
}

fn why_apart(pair: Pair, all: &All<'_>) -> String {
    let (a, b) = (&all.claims[pair.left as usize], &all.claims[pair.right as usize]);
    let time = |set: &Set<'_>| set.claim.time.map(|time| days(time.earliest, time.latest)).unwrap_or_default();
    let places = |set: &Set<'_>| all.names.places(set.claim.places.iter().map(|place| &place.id));
    match pair.apart {
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
