//! Do two claims speak of the same happening?
//!
//! "Rebels shelled Tavan on 3 May" and "Tavan was shelled by rebels": yes, both are strikes by rebels in Tavan and no
//! day speaks against it. "Rebels shelled Tavan on 9 May": no, the days exclude each other.

use crate::{FuseClaim, FusePlace, FuseQuantity};
use jiff::civil::Date;
use model::{ClaimType, EntityId, Kind, PlaceId, TimeRange};

/// Days between the publication of two articles within which undated claims can be about one happening.
const NEWS_DAYS: i32 = 14;
/// A range of at most so many days is a day of something, not a period of it.
const NARROW_DAYS: i32 = 7;
/// Two sources may be a day apart over a happening at night or in another time zone.
const SLACK_DAYS: i32 = 1;

/// Why two claims are taken for one happening, and how strongly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tie {
    /// Higher is stronger; only used to join the surest first.
    pub score: u32,
    pub actors: Vec<EntityId>,
    pub targets: Vec<EntityId>,
    /// Who stands on the one side in one claim and on the other in the other, where the sides can change places.
    pub swapped: Vec<EntityId>,
    pub places: Vec<PlaceId>,
    /// The days both allow, when both are dated.
    pub days: Option<(Date, Date)>,
    /// Both are dated to a few days that touch or overlap.
    pub near_days: bool,
    pub same_count: bool,
}

/// A claim beside the day its article was published.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dated<'a> {
    pub claim: &'a FuseClaim,
    pub published: Option<Date>,
}

/// Types that can tell of one happening share a family; every other type is a family of its own.
pub(crate) fn family(claim_type: ClaimType) -> ClaimType {
    match claim_type {
        ClaimType::Strike | ClaimType::Attack => ClaimType::Fight,
        other => other,
    }
}

/// Types whose two sides can change places: a met b, b met a.
fn mutual(claim_type: ClaimType) -> bool {
    use ClaimType::*;
    matches!(claim_type, Fight | Meet | Agree | AlliedWith | Opposes)
}

/// Reports have it happen before they tell of it; plans and forecasts are not bound by that.
fn lies_ahead(time: TimeRange, published: Option<Date>) -> bool {
    published.is_some_and(|day| time.earliest > day)
}

/// True when the two can not be the same, whatever else they share.
pub(crate) fn excludes(a: Dated<'_>, b: Dated<'_>) -> bool {
    let (left, right) = (a.claim, b.claim);
    if family(left.claim_type) != family(right.claim_type) || left.polarity != right.polarity {
        return true;
    }
    if left.claim_type.kind() == Kind::Relation {
        return false;
    }
    match (left.time, right.time) {
        (Some(x), Some(y)) if days_between(x, y) > SLACK_DAYS => return true,
        (Some(x), None) if lies_ahead(x, b.published) => return true,
        (None, Some(y)) if lies_ahead(y, a.published) => return true,
        _ => {}
    }
    !left.places.is_empty() && !right.places.is_empty() && shared_places(&left.places, &right.places).is_empty()
}

/// What ties two claims that do not exclude each other; `None` when it is too little.
pub(crate) fn tie(a: Dated<'_>, b: Dated<'_>) -> Option<Tie> {
    if excludes(a, b) {
        return None;
    }
    let (left, right) = (a.claim, b.claim);
    let (actors, targets) = (shared(&left.actors, &right.actors), shared(&left.targets, &right.targets));
    let swapped = if mutual(left.claim_type) && mutual(right.claim_type) {
        let all = |claim: &FuseClaim| [claim.actors.as_slice(), claim.targets.as_slice()].concat();
        let mut parties = shared(&all(left), &all(right));
        parties.retain(|party| !actors.contains(party) && !targets.contains(party));
        parties
    } else {
        Vec::new()
    };
    let places = shared_places(&left.places, &right.places);
    let days = match (left.time, right.time) {
        (Some(x), Some(y)) if x.earliest.max(y.earliest) <= x.latest.min(y.latest) => {
            Some((x.earliest.max(y.earliest), x.latest.min(y.latest)))
        }
        _ => None,
    };
    let near_days = match (left.time, right.time) {
        (Some(x), Some(y)) => match days {
            Some((from, to)) => narrow(from, to),
            None => narrow(x.earliest, x.latest) && narrow(y.earliest, y.latest),
        },
        _ => false,
    };
    let same_count = left.quantities.iter().any(|q| right.quantities.contains(q));
    let score = 4 * (actors.len() + targets.len() + swapped.len()).min(4) as u32
        + 3 * places.len().min(2) as u32
        + if near_days { 4 } else { u32::from(days.is_some()) }
        + 2 * u32::from(same_count);
    let tie = Tie { score, actors, targets, swapped, places, days, near_days, same_count };
    let enough = match left.claim_type.kind() {
        Kind::Relation => same_relation(left, right),
        Kind::Assessment => same_assessment(left, right),
        Kind::Event => same_happening(a, b, &tie),
    };
    enough.then_some(tie)
}

/// A relation is its type and its two ends; where one end is a place, the place.
fn same_relation(left: &FuseClaim, right: &FuseClaim) -> bool {
    left.claim_type == right.claim_type
        && overlap_or_both_empty(&left.actors, &right.actors)
        && overlap_or_both_empty(&left.targets, &right.targets)
        && place_ids(left) == place_ids(right)
        && (!left.actors.is_empty() && (!left.targets.is_empty() || !left.places.is_empty()))
}

/// What somebody makes of a thing is the same only in one sentence, or between the same two named roles.
fn same_assessment(left: &FuseClaim, right: &FuseClaim) -> bool {
    let same_roles = sorted(&left.actors) == sorted(&right.actors)
        && sorted(&left.targets) == sorted(&right.targets)
        && place_ids(left) == place_ids(right);
    let one_sentence = left.document == right.document && left.sentence == right.sentence;
    left.claim_type == right.claim_type
        && same_roles
        && !left.actors.is_empty()
        && (one_sentence || !left.targets.is_empty())
}

/// A happening needs a party or a place in common, a second thing in common, and no side that contradicts.
fn same_happening(a: Dated<'_>, b: Dated<'_>, tie: &Tie) -> bool {
    let (left, right) = (a.claim, b.claim);
    let same_document = left.document == right.document;
    let narrow_days = tie.near_days;
    // Parties that are named on both sides and have nobody in common speak against it.
    let other_actors =
        !left.actors.is_empty() && !right.actors.is_empty() && tie.actors.is_empty() && tie.swapped.is_empty();
    let other_targets =
        !left.targets.is_empty() && !right.targets.is_empty() && tie.targets.is_empty() && tie.swapped.is_empty();
    if other_targets && (other_actors || left.claim_type == ClaimType::Casualties) {
        return false;
    }
    // Two figures in one report are two groups of people unless the rest leaves no doubt.
    if same_document && counts_differ(&left.quantities, &right.quantities) {
        return false;
    }
    let sides = usize::from(!tie.actors.is_empty()) + usize::from(!tie.targets.is_empty());
    let sides = (sides + tie.swapped.len()).min(2);
    if sides == 0 && tie.places.is_empty() {
        return false;
    }
    let common = sides + [!tie.places.is_empty(), narrow_days, tie.same_count].iter().filter(|&&held| held).count();
    // Whoever disagrees about one side must agree on the other, the place and the day.
    if other_actors || other_targets {
        return common >= 3 && narrow_days;
    }
    // Without a place, parties that often act together need the day, or two of them in one report.
    let parties = sides == 2;
    let near = match (a.published, b.published) {
        (Some(x), Some(y)) => distance(x, y) <= NEWS_DAYS,
        _ => same_document,
    };
    match (left.time, right.time) {
        (Some(_), Some(_)) => common >= 2 && (narrow_days || common >= 3),
        _ if same_document => common >= 2 && (parties || !tie.places.is_empty()),
        _ => near && (common >= 3 || parties && !tie.places.is_empty()),
    }
}

fn counts_differ(left: &[FuseQuantity], right: &[FuseQuantity]) -> bool {
    left.iter().any(|x| right.iter().any(|y| x.what == y.what && (x.min, x.max) != (y.min, y.max)))
}

fn shared(left: &[EntityId], right: &[EntityId]) -> Vec<EntityId> {
    let mut both: Vec<EntityId> = left.iter().filter(|id| right.contains(id)).cloned().collect();
    both.sort();
    both.dedup();
    both
}

fn overlap_or_both_empty(left: &[EntityId], right: &[EntityId]) -> bool {
    left.is_empty() && right.is_empty() || !shared(left, right).is_empty()
}

/// Places that are the same or of which one lies in the other; of those the inner one.
fn shared_places(left: &[FusePlace], right: &[FusePlace]) -> Vec<PlaceId> {
    let mut both = Vec::new();
    for x in left {
        for y in right {
            if x.id == y.id || x.within.contains(&y.id) {
                both.push(x.id.clone());
            } else if y.within.contains(&x.id) {
                both.push(y.id.clone());
            }
        }
    }
    both.sort();
    both.dedup();
    both
}

fn place_ids(claim: &FuseClaim) -> Vec<&PlaceId> {
    let mut ids: Vec<&PlaceId> = claim.places.iter().map(|place| &place.id).collect();
    ids.sort();
    ids.dedup();
    ids
}

fn sorted(ids: &[EntityId]) -> Vec<&EntityId> {
    let mut ids: Vec<&EntityId> = ids.iter().collect();
    ids.sort();
    ids.dedup();
    ids
}

fn narrow(from: Date, to: Date) -> bool {
    distance(from, to) < NARROW_DAYS
}

/// Days from the end of the earlier to the start of the later; 0 when they touch or overlap.
fn days_between(x: TimeRange, y: TimeRange) -> i32 {
    let (start, end) = (x.earliest.max(y.earliest), x.latest.min(y.latest));
    if start <= end { 0 } else { distance(end, start) }
}

fn distance(x: Date, y: Date) -> i32 {
    (y - x).get_days().abs()
}
