//! Which claims are alike?
//!
//! Of a record's claims most have nothing to do with each other, and nobody compares all with all. Two claims of a happening are alike
//! only when they share two things: two parties, a party and a place, a party and a day, a place and a day. Each claim stands
//! under the keys made of such twos ("fights of the army in Tavan"), and is held against those that stand there with it and whose
//! days can meet.

use crate::link::{Apart, NEWS_DAYS, SLACK_DAYS, counts_many, family, is_narrow, likeness, place_ids, why_excluded};
use crate::lookup::Lookup;
use crate::setting::Set;
use jiff::civil::Date;
use lexicon::Sign;
use model::{ClaimType, DocumentId, EntityId, Kind, PlaceId, Polarity};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;

/// Two claims that are alike, whether or not they exclude each other. The left one comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Pair {
    pub left: u32,
    pub right: u32,
    /// Higher is stronger.
    pub score: u32,
    /// What speaks against their being one.
    pub apart: Option<Apart>,
}

/// Every pair of claims that is alike, each once, in order. Of claims that all tie with each other (one relation, one judgement) each is
/// paired with the one before it.
pub(crate) fn pairs(claims: &[Set<'_>]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let keys = Keys::new(claims);
    let mut from = 0;
    while from < keys.entries.len() {
        let key = keys.entries[from].0;
        let until = from + keys.entries[from..].partition_point(|entry| entry.0 == key);
        keys.meet(key, &keys.entries[from..until], claims, &mut pairs);
        from = until;
    }
    chains(claims, &mut pairs);
    pairs.sort_unstable();
    pairs.dedup_by(|x, y| (x.left, x.right) == (y.left, y.right));
    pairs
}

fn paired(left: usize, right: usize, claims: &[Set<'_>], pairs: &mut Vec<Pair>) {
    let (left, right) = (left.min(right), left.max(right));
    if let Some(tie) = likeness(&claims[left], &claims[right]) {
        let apart = why_excluded(&claims[left], &claims[right]);
        pairs.push(Pair { left: left as u32, right: right as u32, score: tie.score, apart });
    }
}

/// What two claims share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shared {
    Parties(u32, u32),
    /// A party and a place, or one that the place lies in.
    PartyPlace(u32, u32),
    /// A party, of claims whose own days meet.
    PartyDay(u32),
    /// The same of a place.
    PlaceDay(u32),
    PlaceDocument(u32, u32),
    PartyDocument(u32, u32),
    /// Of a person, who dies once.
    Death(u32),
    /// One takes up what the other told.
    Article(u32, u32),
    /// A toll of many in one place.
    ManyDead(u32),
    /// One gives a figure that it has from the other's paper, of one place.
    Recalled(u32, u32),
}

type Key = (ClaimType, Shared);

/// First and last day, as days since the year 0.
type Days = (i32, i32);

/// The keys of claims of events.
struct Keys {
    /// Key, whether the claim stands under it for an outer place only, and the claim; sorted.
    entries: Vec<(Key, bool, u32)>,
    /// The days within which another claim can be about the same, by the reports; `None`: any.
    windows: Vec<Option<Days>>,
    /// The claim's own days with a day of slack.
    days: Vec<Option<Days>>,
}

fn number(day: Date) -> i32 {
    (day - Date::ZERO).get_days()
}

impl Keys {
    fn new(claims: &[Set<'_>]) -> Keys {
        let entities = Numbers::new(claims.iter().flat_map(|set| {
            let own = set.claim.actors.iter().chain(&set.claim.targets);
            let above = set.above_actors.iter().copied().chain(set.above_targets.iter().copied());
            own.chain(above).chain(set.outlet)
        }));
        let places: Numbers<'_, PlaceId> = Numbers::new(
            claims.iter().flat_map(|set| set.scene).flat_map(|place| std::iter::once(&place.id).chain(&place.within)),
        );
        let documents: Numbers<'_, DocumentId> = Numbers::new(claims.iter().map(|set| &set.claim.document));
        let mut entries = Vec::new();
        for (at, set) in claims.iter().enumerate().filter(|(_, set)| set.claim.claim_type.kind() == Kind::Event) {
            let claim = set.claim;
            let family = family(claim.claim_type);
            let at = at as u32;
            let mut add = |shared: Shared, outer: bool| entries.push(((family, shared), outer, at));
            let numbers = |ids: &[EntityId], above: &BTreeSet<&EntityId>| -> Vec<u32> {
                ids.iter().chain(above.iter().copied()).map(|id| entities.of(id)).collect()
            };
            let actors = numbers(&claim.actors, &set.above_actors);
            let targets = numbers(&claim.targets, &set.above_targets);
            let mut parties = [actors.as_slice(), &targets].concat();
            parties.sort_unstable();
            parties.dedup();
            let document = documents.of(&claim.document);
            let mut inner: Vec<u32> = set.scene.iter().map(|place| places.of(&place.id)).collect();
            inner.sort_unstable();
            inner.dedup();
            let mut outer: Vec<u32> =
                set.scene.iter().flat_map(|place| &place.within).map(|id| places.of(id)).collect();
            outer.sort_unstable();
            outer.dedup();
            outer.retain(|place| inner.binary_search(place).is_err());
            for (n, &party) in parties.iter().enumerate() {
                parties[n + 1..].iter().for_each(|&other| add(Shared::Parties(party, other), false));
                // One that stands on both sides is two.
                if actors.contains(&party) && targets.contains(&party) {
                    add(Shared::Parties(party, party), false);
                }
                inner.iter().for_each(|&place| add(Shared::PartyPlace(party, place), false));
                outer.iter().for_each(|&place| add(Shared::PartyPlace(party, place), true));
                if claim.time.is_some() {
                    add(Shared::PartyDay(party), false);
                }
                if claim.claim_type == ClaimType::Casualties {
                    add(Shared::PartyDocument(party, document), false);
                }
            }
            for &place in &inner {
                if claim.time.is_some() {
                    add(Shared::PlaceDay(place), false);
                }
                add(Shared::PlaceDocument(place, document), false);
            }
            if claim.has(Sign::Dies) && set.persons {
                claim.targets.iter().for_each(|person| add(Shared::Death(entities.of(person)), false));
            }
            if claim.claim_type == ClaimType::Casualties && claim.quantities.iter().any(counts_many) {
                claim.places.iter().for_each(|place| add(Shared::ManyDead(places.of(&place.id)), false));
            }
            if !claim.quantities.is_empty() {
                for &place in inner.iter().chain(&outer) {
                    // Whoever names a paper meets what the paper told, not others that name it.
                    let own = set.outlet.map(|outlet| entities.of(outlet));
                    own.iter().for_each(|&outlet| add(Shared::Recalled(outlet, place), true));
                    let cited = claim.chain.iter().flat_map(|link| &link.sources).filter(|id| entities.has(id));
                    cited.for_each(|outlet| add(Shared::Recalled(entities.of(outlet), place), false));
                }
            }
            if claim.has(Sign::Long) {
                add(Shared::Article(document, claim.article), false);
            }
        }
        entries.sort_unstable();
        entries.dedup();
        let days = claims
            .iter()
            .map(|set| set.claim.time)
            .map(|time| time.map(|time| (number(time.earliest), number(time.latest).saturating_add(SLACK_DAYS))));
        Keys { entries, windows: claims.iter().map(window).collect(), days: days.collect() }
    }

    /// Holds the claims under one key against each other, in order of their days.
    fn meet(&self, key: Key, entries: &[(Key, bool, u32)], claims: &[Set<'_>], pairs: &mut Vec<Pair>) {
        if entries.len() < 2 {
            return;
        }
        let span = |at: u32| match key.1 {
            Shared::PartyDay(_) | Shared::PlaceDay(_) => self.days[at as usize],
            Shared::Parties(..) | Shared::PartyPlace(..) | Shared::ManyDead(_) => self.windows[at as usize],
            _ => None,
        };
        // Two periods that meet have no day in common.
        let by_day = matches!(key.1, Shared::PartyDay(_) | Shared::PlaceDay(_));
        let wide = |at: u32| claims[at as usize].claim.time.is_some_and(|time| !is_narrow(time));
        let mut order: Vec<(Option<Days>, bool, u32)> =
            entries.iter().map(|&(_, outer, at)| (span(at), outer, at)).collect();
        order.sort_unstable();
        let mut open: Vec<(Option<i32>, bool, u32)> = Vec::new();
        for (span, outer, at) in order {
            if let Some((from, _)) = span {
                open.retain(|&(until, ..)| until.is_none_or(|until| until >= from));
            }
            for &(_, other_outer, other) in &open {
                // Two places that lie in a third have nothing in common by that, and a paper recalls others, not itself.
                if !(outer && other_outer || by_day && wide(at) && wide(other)) && self.can_meet(at, other, claims) {
                    paired(at as usize, other as usize, claims, pairs);
                }
            }
            open.push((span.map(|(_, until)| until), outer, at));
        }
    }

    /// A look that is quick and lets through all that can be alike.
    fn can_meet(&self, one: u32, other: u32, claims: &[Set<'_>]) -> bool {
        let (a, b) = (&claims[one as usize], &claims[other as usize]);
        let (x, y) = (a.claim, b.claim);
        // Two that name strangers on both sides are never one, unless the sides can change places.
        let far = |these: &[EntityId], those: &[EntityId]| {
            !these.is_empty() && !those.is_empty() && !these.iter().any(|id| those.contains(id))
        };
        let kin = !a.above_actors.is_empty()
            || !b.above_actors.is_empty()
            || !a.above_targets.is_empty()
            || !b.above_targets.is_empty();
        kin || !(far(&x.actors, &y.actors) && far(&x.targets, &y.targets))
            || crate::link::mutual(x.claim_type)
            || a.persons
    }
}

/// Ids by the number in which they came.
struct Numbers<'a, T>(Lookup<&'a T, u32>);

impl<'a, T: Eq + Hash> Numbers<'a, T> {
    fn new(all: impl Iterator<Item = &'a T>) -> Numbers<'a, T> {
        let mut numbers = Numbers(Default::default());
        for id in all {
            let next = numbers.0.len() as u32;
            numbers.0.entry(id).or_insert(next);
        }
        numbers
    }

    fn has(&self, id: &T) -> bool {
        self.0.contains_key(id)
    }

    fn of(&self, id: &T) -> u32 {
        self.0.get(id).copied().unwrap_or_default()
    }
}

/// Claims that all tie with each other, by what they share.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Chain<'a> {
    /// Of a relation: one of its two ends with the other.
    Ends(&'a EntityId, Option<&'a EntityId>, Vec<&'a PlaceId>),
    /// Of an assessment: its roles; without a target also the sentence.
    Roles(Vec<&'a EntityId>, Vec<&'a EntityId>, Vec<&'a PlaceId>, Option<(&'a DocumentId, u32)>),
}

fn chains<'a>(claims: &'a [Set<'a>], pairs: &mut Vec<Pair>) {
    let mut blocks: BTreeMap<(ClaimType, Chain<'a>), Vec<usize>> = BTreeMap::new();
    for (at, set) in claims.iter().enumerate() {
        let claim = set.claim;
        let mut add = |chain: Chain<'a>| blocks.entry((claim.claim_type, chain)).or_default().push(at);
        match claim.claim_type.kind() {
            Kind::Event => {}
            Kind::Relation => {
                for actor in &claim.actors {
                    for target in claim.targets.iter().map(Some).chain(claim.targets.is_empty().then_some(None)) {
                        add(Chain::Ends(actor, target, place_ids(claim)));
                    }
                }
            }
            Kind::Assessment => {
                let sorted = crate::link::sorted;
                let sentence = claim.targets.is_empty().then_some((&claim.document, claim.sentence));
                add(Chain::Roles(sorted(&claim.actors), sorted(&claim.targets), place_ids(claim), sentence));
            }
        }
    }
    for block in blocks.into_values() {
        for polarity in [Polarity::Positive, Polarity::Negative] {
            let of: Vec<usize> = block.iter().copied().filter(|&at| claims[at].claim.polarity == polarity).collect();
            of.windows(2).for_each(|pair| paired(pair[0], pair[1], claims, pairs));
            // What a day of one bars from another may still tie with the next that has that day, or none.
            let mut dated: Vec<usize> = of.iter().copied().filter(|&at| claims[at].claim.time.is_some()).collect();
            if dated.is_empty() || claims[of[0]].claim.claim_type.kind() == Kind::Relation {
                continue;
            }
            dated.sort_by_key(|&at| (claims[at].claim.time, at));
            dated.windows(2).for_each(|pair| paired(pair[0], pair[1], claims, pairs));
            let undated: Vec<usize> = of.iter().copied().filter(|&at| claims[at].claim.time.is_none()).collect();
            undated.windows(2).for_each(|pair| paired(pair[0], pair[1], claims, pairs));
        }
    }
}

/// The days within which another claim can be about the same: its own days or those around its article. `None`: any.
fn window(set: &Set<'_>) -> Option<Days> {
    let span = |from: i32, until: i32, slack: i32| Some((from.saturating_sub(slack), until.saturating_add(slack)));
    match (set.claim.time, set.published.map(number)) {
        // A report tells of what was before it, and undated claims are held against reports of these days.
        (Some(time), Some(day)) => {
            span(number(time.earliest).min(day), number(time.latest).max(day), SLACK_DAYS + NEWS_DAYS)
        }
        (None, Some(day)) => span(day, day, NEWS_DAYS),
        (_, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::origin::Sources;
    use crate::setting::{Kin, set};
    use crate::{FuseArticle, FuseClaim, FuseInput, FusePlace, FuseQuantity};
    use model::{ClaimId, QuantityKind, Resolved, TimeRange};
    use proptest::prelude::*;

    /// Type, actors, targets, place, days, report, figure, sign.
    type Seed = (usize, Vec<usize>, Vec<usize>, usize, Option<(i64, i64)>, usize, usize, usize);

    fn claim(n: usize, seed: &Seed) -> FuseClaim {
        use ClaimType::*;
        let id = |n: &usize| EntityId(format!("party {n}"));
        let day = |n: i64| Date::constant(2031, 5, 1).checked_add(jiff::Span::new().days(n)).expect("a day");
        let document = DocumentId(format!("d{}", seed.5));
        let mut claim = FuseClaim::new(ClaimId(format!("c{n}")), document, [Strike, Fight, Casualties, Meet][seed.0]);
        claim.sentence = n as u32;
        claim.actors = seed.1.iter().map(id).collect();
        claim.targets = seed.2.iter().map(id).collect();
        let arvia = PlaceId("Arvia".to_string());
        claim.places = match seed.3 {
            0 => Vec::new(),
            1 => vec![FusePlace { id: arvia, within: Vec::new() }],
            n => vec![FusePlace { id: PlaceId(format!("town {n}")), within: vec![arvia] }],
        };
        claim.time = seed.4.map(|(from, long)| TimeRange {
            earliest: day(from),
            latest: day(from + long),
            resolved: Resolved::Stated,
        });
        if seed.6 > 0 {
            let count = Some([1.0, 2.0, 150.0, 2000.0][seed.6 - 1]);
            let what = QuantityKind::Killed;
            claim.quantities.push(FuseQuantity { what, min: count, max: count, more: false, vague: false });
        }
        claim.signs.extend([Sign::Long, Sign::Dies, Sign::Begins].get(seed.7));
        claim.retold = seed.7 == 0;
        claim
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn keys_find_what_comparing_all_with_all_finds(seeds in prop::collection::vec((
            0..4usize,
            prop::collection::vec(0..4usize, 0..3),
            prop::collection::vec(0..4usize, 0..3),
            0..4usize,
            prop::option::of((0..12i64, prop_oneof![Just(0i64), Just(2), Just(30)])),
            0..5usize,
            0..5usize,
            0..5usize,
        ), 2..14)) {
            let claims: Vec<FuseClaim> = seeds.iter().enumerate().map(|(n, seed)| claim(n, seed)).collect();
            let articles: Vec<FuseArticle> = (0..5)
                .map(|n| FuseArticle {
                    document: DocumentId(format!("d{n}")),
                    article: 0,
                    outlet: None,
                    taken_from: Vec::new(),
                    published: (n > 0).then(|| Date::constant(2031, 5, 8 + n)),
                })
                .collect();
            let kin = [(EntityId("party 1".to_string()), EntityId("party 0".to_string()))];
            let input =
                FuseInput { claims: &claims, articles: &articles, copies: &[], entities: &[], kin: &kin, places: &[] };
            let sources = Sources::new(&articles, &[], &[]);
            let kin = Kin::new(&input);
            let mut sorted: Vec<&FuseClaim> = claims.iter().collect();
            sorted.sort_by(|x, y| x.id.cmp(&y.id));
            let sets = set(&sorted, &input, &sources, &kin);
            let found: Vec<(u32, u32)> = pairs(&sets).iter().map(|pair| (pair.left, pair.right)).collect();
            let mut all = Vec::new();
            for right in 0..sets.len() {
                for left in 0..right {
                    let (a, b) = (&sets[left], &sets[right]);
                    if why_excluded(a, b) != Some(Apart::Types) && likeness(a, b).is_some() {
                        all.push((left as u32, right as u32));
                    }
                }
            }
            all.sort_unstable();
            prop_assert_eq!(found, all);
        }
    }
}
