//! Do two claims speak of the same happening?
//!
//! "Rebels shelled Tavan on 3 May" and "Tavan was shelled by rebels": yes, both are strikes by rebels in Tavan and no
//! day speaks against it. "Rebels shelled Tavan on 9 May": no, the days exclude each other.

use crate::setting::Set;
use crate::{FuseClaim, FusePlace, FuseQuantity};
use jiff::civil::Date;
use lexicon::Sign;
use model::{ClaimType, EntityId, Kind, PlaceId, Polarity, QuantityKind, TimeRange};

/// Days between the publication of two articles within which undated claims can be about one happening.
pub(crate) const NEWS_DAYS: i32 = 14;
/// A range of at most so many days is a day of something, not a period of it.
const NARROW_DAYS: i32 = 7;
/// Sentences that lie at most so far apart set two sources against each other.
const BESIDE_SENTENCES: u32 = 2;
/// So many dead of one place are told of once in [`NEWS_DAYS`].
const MANY_DEAD: f64 = 100.0;
/// Two sources may be a day apart over a happening at night or in another time zone.
pub(crate) const SLACK_DAYS: i32 = 1;
/// Sentences back within which "the offensive" takes up one that was told.
const RETOLD_SENTENCES: u32 = 10;

/// Why two claims are taken for one happening, and how strongly.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tie {
    /// Higher is stronger; only used to join the surest first.
    pub score: u32,
    pub actors: Vec<EntityId>,
    pub targets: Vec<EntityId>,
    /// Who stands on the one side in one claim and on the other in the other, where the sides can change places.
    pub swapped: Vec<EntityId>,
    /// An actor of one belongs to an actor of the other, though none is named in both; the same of targets.
    pub kin: (bool, bool),
    pub places: Vec<PlaceId>,
    /// Places that agree only when those of the sentences around count too.
    pub scene: Vec<PlaceId>,
    /// The days both allow, when both are dated.
    pub days: Option<(Date, Date)>,
    /// Both are dated to a few days that touch or overlap.
    pub near_days: bool,
    pub same_count: bool,
    /// The death of one person, who dies once.
    pub one_death: bool,
    /// One takes up what the other told: "the offensive".
    pub retold: bool,
    /// Two tolls of one place are one, whatever their figures, for this reason.
    pub one_toll: Option<OneToll>,
}

/// Why the dead of one place that two claims count are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OneToll {
    /// Two sources are set against each other, one beside the other: "The mayor said 2,000 had been killed. Doctors there counted 44."
    SideBySide,
    /// So many die in one place once in these days.
    Many,
}

/// Types that can tell of one happening share a family; every other type is a family of its own.
pub(crate) fn family(claim_type: ClaimType) -> ClaimType {
    match claim_type {
        ClaimType::Strike | ClaimType::Attack => ClaimType::Fight,
        other => other,
    }
}

/// Types whose two sides can change places: a met b, b met a.
pub(crate) fn mutual(claim_type: ClaimType) -> bool {
    use ClaimType::*;
    matches!(claim_type, Fight | Meet | Agree | AlliedWith | Opposes)
}

/// Reports have it happen before they tell of it; plans and forecasts are not bound by that.
fn lies_ahead(time: TimeRange, published: Option<Date>) -> bool {
    published.is_some_and(|day| time.earliest > day)
}

/// True when the two can not be the same, whatever else they share.
pub(crate) fn excludes(a: &Set<'_>, b: &Set<'_>) -> bool {
    why_excluded(a, b).is_some()
}

/// What speaks against two claims being the same, whatever else they share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Apart {
    Types,
    Polarity,
    Days,
    Ahead,
    Places,
}

pub(crate) fn why_excluded(a: &Set<'_>, b: &Set<'_>) -> Option<Apart> {
    let (left, right) = (a.claim, b.claim);
    if family(left.claim_type) != family(right.claim_type) {
        return Some(Apart::Types);
    }
    if left.polarity != right.polarity {
        return Some(Apart::Polarity);
    }
    if left.claim_type.kind() == Kind::Relation || one_death(a, b) || one_beginning(a, b) {
        return None;
    }
    match (left.time, right.time) {
        (Some(x), Some(y)) if days_between(x, y) > SLACK_DAYS => return Some(Apart::Days),
        (Some(x), None) if lies_ahead(x, b.published) => return Some(Apart::Ahead),
        (None, Some(y)) if lies_ahead(y, a.published) => return Some(Apart::Ahead),
        _ => {}
    }
    let apart = !left.places.is_empty() && !right.places.is_empty() && !share_a_place(&left.places, &right.places);
    (apart && !same_toll(a, b)).then_some(Apart::Places)
}

/// Somebody dies once: two deaths of one person are one, whatever day or place is told.
fn one_death(a: &Set<'_>, b: &Set<'_>) -> bool {
    let (left, right) = (a.claim, b.claim);
    a.persons
        && b.persons
        && left.targets.len() == 1
        && right.targets.len() == 1
        && left.targets == right.targets
        && [left, right].iter().all(|claim| claim.has(Sign::Dies) && claim.polarity == Polarity::Positive)
}

/// Two beginnings told in one article of what one of them takes up: a happening begins once.
fn one_beginning(a: &Set<'_>, b: &Set<'_>) -> bool {
    let begins = |set: &Set<'_>| set.claim.has(Sign::Begins) && set.claim.has(Sign::Long) && set.claim.time.is_some();
    begins(a) && begins(b) && takes_up(a, b)
}

/// One of two claims of an article takes up by "the" what the other told, and says nothing of its own that differs.
fn takes_up(a: &Set<'_>, b: &Set<'_>) -> bool {
    let (first, later) = if a.claim.sentence <= b.claim.sentence { (a, b) } else { (b, a) };
    let (told, again) = (first.claim, later.claim);
    let bare = again.targets.is_empty() && again.places.is_empty();
    let same_doers = again.actors.is_empty() || again.actors.iter().any(|actor| told.actors.contains(actor));
    first.same_article(later)
        && told.sentence < again.sentence
        && again.sentence <= told.sentence + RETOLD_SENTENCES
        && again.retold
        && told.has(Sign::Long)
        && again.has(Sign::Long)
        && bare
        && same_doers
}

/// One claim says again what it says that the other's paper told: "Kestrel News reported on 3 May that five were killed in Velna".
fn recalls(a: &Set<'_>, b: &Set<'_>) -> bool {
    let names = |one: &Set<'_>, other: &Set<'_>| {
        let cited = |outlet: &EntityId| one.claim.chain.iter().any(|link| link.sources.contains(outlet));
        one.claim.document != other.claim.document
            && other.outlet.is_some_and(cited)
            && one.published.zip(other.published).is_some_and(|(x, y)| x >= y)
    };
    names(a, b) || names(b, a)
}

/// One count of one group on one day: two places told for it are a dispute, not two happenings.
fn same_toll(a: &Set<'_>, b: &Set<'_>) -> bool {
    let (left, right) = (a.claim, b.claim);
    let counts = left
        .quantities
        .iter()
        .any(|q| right.quantities.iter().any(|r| q.what == r.what && q.min == r.min && q.max == r.max));
    let one_day = match (left.time, right.time) {
        (Some(x), Some(y)) => x.earliest == y.earliest && x.latest == y.latest && narrow(x.earliest, x.latest),
        _ => false,
    };
    left.claim_type == ClaimType::Casualties
        && right.claim_type == ClaimType::Casualties
        && counts
        && one_day
        && a.named_targets
        && sorted(&left.targets) == sorted(&right.targets)
        && left.document != right.document
}

/// The dead of one place in two claims that are the same, though the one or the other names no day.
fn one_toll(a: &Set<'_>, b: &Set<'_>) -> Option<OneToll> {
    let (left, right) = (a.claim, b.claim);
    let one_place = left.places.iter().any(|x| right.places.iter().any(|y| x.id == y.id));
    if left.claim_type != ClaimType::Casualties || right.claim_type != ClaimType::Casualties || !one_place {
        return None;
    }
    let (mine, theirs) = (&left.quantities, &right.quantities);
    if mine.iter().chain(theirs).any(|quantity| quantity.more) || strangers(&left.actors, &right.actors) {
        return None;
    }
    if a.same_article(b) {
        let origin = |claim: &FuseClaim| claim.chain.last().map(|link| link.sources.clone()).unwrap_or_default();
        let beside = left.sentence.abs_diff(right.sentence) <= BESIDE_SENTENCES;
        let against = strangers(&origin(left), &origin(right));
        let others = strangers(&left.targets, &right.targets);
        return (beside && against && !others && counts_differ(mine, theirs)).then_some(OneToll::SideBySide);
    }
    let same = left.targets.iter().any(|target| right.targets.contains(target));
    let many = |quantities: &[FuseQuantity]| quantities.iter().any(counts_many);
    (same && near(a, b) && scenes_agree(a, b) && many(mine) && many(theirs)).then_some(OneToll::Many)
}

/// A figure of many dead.
pub(crate) fn counts_many(quantity: &FuseQuantity) -> bool {
    quantity.what == QuantityKind::Killed && quantity.min.is_some_and(|least| least >= MANY_DEAD)
}

/// Both name somebody, and nobody of them is the same.
fn strangers(these: &[EntityId], those: &[EntityId]) -> bool {
    !these.is_empty() && !those.is_empty() && !these.iter().any(|id| those.contains(id))
}

/// What ties two claims of one family, whether or not they exclude each other; `None` when it is too little.
pub(crate) fn likeness(a: &Set<'_>, b: &Set<'_>) -> Option<Tie> {
    let (left, right) = (a.claim, b.claim);
    let (actors, targets) = (shared(&left.actors, &right.actors), shared(&left.targets, &right.targets));
    let swapped = if mutual(left.claim_type) && mutual(right.claim_type) {
        let all =
            |claim: &'_ FuseClaim, party: &EntityId| claim.actors.contains(party) || claim.targets.contains(party);
        let own = left.actors.iter().chain(&left.targets).filter(|party| all(right, party));
        let mut parties: Vec<EntityId> =
            own.filter(|party| !actors.contains(party) && !targets.contains(party)).cloned().collect();
        parties.sort();
        parties.dedup();
        parties
    } else {
        Vec::new()
    };
    let belongs =
        |these: &[EntityId], above: &std::collections::BTreeSet<&EntityId>| these.iter().any(|id| above.contains(id));
    // Who has changed sides is not also somebody else's part.
    let kin_actors = actors.is_empty()
        && swapped.is_empty()
        && (belongs(&left.actors, &b.above_actors) || belongs(&right.actors, &a.above_actors));
    let kin_targets = targets.is_empty()
        && swapped.is_empty()
        && (belongs(&left.targets, &b.above_targets) || belongs(&right.targets, &a.above_targets));
    let places = shared_places(&left.places, &right.places);
    let own = !left.places.is_empty() && !right.places.is_empty();
    let scene = if own || left.places.is_empty() && right.places.is_empty() {
        Vec::new()
    } else {
        shared_places(a.scene, b.scene)
    };
    let days = match (left.time, right.time) {
        (Some(x), Some(y)) if x.earliest.max(y.earliest) <= x.latest.min(y.latest) => {
            Some((x.earliest.max(y.earliest), x.latest.min(y.latest)))
        }
        _ => None,
    };
    let near_days = match (left.time, right.time) {
        (Some(x), Some(y)) => match days {
            // Two seasons that meet in a few days tell of no day.
            Some((from, to)) => narrow(from, to) && (is_narrow(x) || is_narrow(y)),
            None => days_between(x, y) <= SLACK_DAYS && is_narrow(x) && is_narrow(y),
        },
        _ => false,
    };
    let same_count = left
        .quantities
        .iter()
        .any(|q| right.quantities.iter().any(|r| (q.what, q.min, q.max, q.more) == (r.what, r.min, r.max, r.more)));
    let (one_death, retold, one_toll) = (one_death(a, b), takes_up(a, b), one_toll(a, b));
    let score = 4 * (actors.len() + targets.len() + swapped.len()).min(4) as u32
        + 2 * (u32::from(kin_actors) + u32::from(kin_targets))
        + 3 * places.len().min(2) as u32
        + u32::from(!scene.is_empty())
        + if near_days { 4 } else { u32::from(days.is_some()) }
        + 2 * u32::from(same_count)
        + 8 * u32::from(one_death)
        + 3 * u32::from(retold)
        + 3 * u32::from(one_toll.is_some());
    let kin = (kin_actors, kin_targets);
    let tie = Tie {
        score,
        actors,
        targets,
        swapped,
        kin,
        places,
        scene,
        days,
        near_days,
        same_count,
        one_death,
        retold,
        one_toll,
    };
    let enough = match left.claim_type.kind() {
        Kind::Relation => same_relation(left, right),
        Kind::Assessment => same_assessment(left, right),
        Kind::Event => tie.one_death || tie.retold || tie.one_toll.is_some() || same_happening(a, b, &tie),
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
fn same_happening(a: &Set<'_>, b: &Set<'_>, tie: &Tie) -> bool {
    let (left, right) = (a.claim, b.claim);
    let same_document = left.document == right.document;
    let narrow_days = tie.near_days;
    // Parties that are named on both sides and have nobody in common speak against it.
    let other_actors = strangers(&left.actors, &right.actors) && !tie.kin.0 && tie.swapped.is_empty();
    let other_targets = strangers(&left.targets, &right.targets) && !tie.kin.1 && tie.swapped.is_empty();
    if other_targets && (other_actors || left.claim_type == ClaimType::Casualties) {
        return false;
    }
    // A figure that adds to one told before counts other people.
    if left.quantities.iter().chain(&right.quantities).any(|q| q.more) && !tie.same_count {
        return false;
    }
    // Two figures in one report are two groups of people unless the rest leaves no doubt.
    if same_document && counts_differ(&left.quantities, &right.quantities) {
        return false;
    }
    let actors = !tie.actors.is_empty() || tie.kin.0;
    let targets = !tie.targets.is_empty() || tie.kin.1;
    // Whenever it is told again: the figure, the place and somebody in it are those of the paper that is named.
    if tie.same_count && !tie.places.is_empty() && (actors || targets) && !other_targets && recalls(a, b) {
        return true;
    }
    let sides = (usize::from(actors) + usize::from(targets) + tie.swapped.len()).min(2);
    // Of strangers one place must be the same: a strike in a country and one in a town of it are as good as any two.
    let one_place = |x: &FusePlace| right.places.iter().any(|y| x.id == y.id);
    if sides == 0 && !left.places.iter().any(one_place) {
        return false;
    }
    // The soldiers of one report are not those of another for being soldiers.
    let described = |id: &EntityId| a.described.contains(id) && b.described.contains(id);
    let shared = tie.actors.iter().chain(&tie.targets).chain(&tie.swapped);
    let placed = !tie.places.is_empty() || !tie.scene.is_empty();
    if !same_document
        && !placed
        && !tie.same_count
        && sides > 0
        && { shared }.all(described)
        && tie.kin == (false, false)
    {
        return false;
    }
    let common = sides + [!tie.places.is_empty(), narrow_days, tie.same_count].iter().filter(|&&held| held).count();
    // Whoever disagrees about one side must agree on the other, the place and the day.
    if other_actors || other_targets {
        return common >= 3 && narrow_days;
    }
    // Without a place, parties that often act together need the day, or two of them in one report.
    let parties = sides == 2;
    let near = near(a, b);
    // The dead of one named group, told of one place within days: one toll, whatever the figures.
    if left.claim_type == ClaimType::Casualties
        && near
        && !same_document
        && !tie.targets.is_empty()
        && a.named_targets
        && b.named_targets
        && !(tie.places.is_empty() && tie.scene.is_empty())
        && scenes_agree(a, b)
    {
        return true;
    }
    // One toll told twice in one article: the same dead, in days that overlap.
    let one_toll = left.claim_type == ClaimType::Casualties && a.same_article(b) && targets && tie.days.is_some();
    if one_toll && (tie.same_count || left.quantities.is_empty() || right.quantities.is_empty()) {
        return true;
    }
    match (left.time, right.time) {
        (Some(_), Some(_)) => common >= 2 && (narrow_days || common >= 3),
        _ if same_document => common >= 2 && (parties || !tie.places.is_empty()),
        // Of reports whose days nobody knows all must agree.
        _ if a.published.is_none() && b.published.is_none() => common >= 3,
        _ => near && (common >= 3 || parties && !tie.places.is_empty()),
    }
}

/// Published within days of each other; without days, in one document.
pub(crate) fn near(a: &Set<'_>, b: &Set<'_>) -> bool {
    match (a.published, b.published) {
        (Some(x), Some(y)) => distance(x, y) <= NEWS_DAYS,
        _ => a.claim.document == b.claim.document,
    }
}

/// The days of what is told around two claims do not exclude each other.
fn scenes_agree(a: &Set<'_>, b: &Set<'_>) -> bool {
    match (a.scene_time, b.scene_time) {
        (Some(x), Some(y)) => days_between(x, y) <= SLACK_DAYS,
        _ => true,
    }
}

pub(crate) fn counts_differ(left: &[FuseQuantity], right: &[FuseQuantity]) -> bool {
    left.iter().any(|x| right.iter().any(|y| x.what == y.what && (x.min, x.max) != (y.min, y.max)))
}

pub(crate) fn shared(left: &[EntityId], right: &[EntityId]) -> Vec<EntityId> {
    let mut both: Vec<EntityId> = left.iter().filter(|id| right.contains(id)).cloned().collect();
    both.sort();
    both.dedup();
    both
}

fn overlap_or_both_empty(left: &[EntityId], right: &[EntityId]) -> bool {
    left.is_empty() && right.is_empty() || !shared(left, right).is_empty()
}

/// Places that are the same or of which one lies in the other; of those the inner one.
pub(crate) fn shared_places(left: &[FusePlace], right: &[FusePlace]) -> Vec<PlaceId> {
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

/// Whether [`shared_places`] has any.
pub(crate) fn share_a_place(left: &[FusePlace], right: &[FusePlace]) -> bool {
    left.iter().any(|x| right.iter().any(|y| x.id == y.id || x.within.contains(&y.id) || y.within.contains(&x.id)))
}

pub(crate) fn place_ids(claim: &FuseClaim) -> Vec<&PlaceId> {
    let mut ids: Vec<&PlaceId> = claim.places.iter().map(|place| &place.id).collect();
    ids.sort();
    ids.dedup();
    ids
}

pub(crate) fn sorted(ids: &[EntityId]) -> Vec<&EntityId> {
    let mut ids: Vec<&EntityId> = ids.iter().collect();
    ids.sort();
    ids.dedup();
    ids
}

fn narrow(from: Date, to: Date) -> bool {
    distance(from, to) < NARROW_DAYS
}

/// A day of something, not a period of it.
pub(crate) fn is_narrow(time: TimeRange) -> bool {
    narrow(time.earliest, time.latest)
}

/// Days from the end of the earlier to the start of the later; 0 when they touch or overlap.
pub(crate) fn days_between(x: TimeRange, y: TimeRange) -> i32 {
    let (start, end) = (x.earliest.max(y.earliest), x.latest.min(y.latest));
    if start <= end { 0 } else { distance(end, start) }
}

pub(crate) fn distance(x: Date, y: Date) -> i32 {
    (y - x).get_days().abs()
}
