use crate::event::{Names, event_of};
use crate::group::group;
use crate::lookup::Lookup;
use crate::misspelling::Misspellings;
use crate::origin::Sources;
use crate::pairs::Pair;
use crate::setting::{Kin, Set, set};
use crate::{FuseClaim, FuseInput, course, dispute, echo, forecast, grade, pairs, toll, whole};
use model::{ClaimId, DocumentId, EntityId, Event, EventId, Fusion};
use std::collections::BTreeSet;

/// The events that claims are about, sorted by id. Every claim is in exactly one of them.
pub fn events(input: &FuseInput<'_>) -> Vec<Event> {
    fusion(input).events
}

/// The claims of a record put together.
pub fn fusion(input: &FuseInput<'_>) -> Fusion {
    let sources = Sources::new(input.articles, input.copies, input.entities);
    let kin = Kin::new(input);
    let mut sorted: Vec<&FuseClaim> = input.claims.iter().collect();
    sorted.sort_by(|x, y| x.id.cmp(&y.id));
    sorted.dedup_by(|x, y| x.id == y.id);
    let claims = set(&sorted, input, &sources, &kin);
    let names = Names::new(input);
    let alike = pairs::pairs(&claims);
    let mut groups = group(&claims, &alike);
    // From here on groups stand in order of the ids of their events.
    let ids: Vec<EventId> = groups.groups.iter().map(|members| event_of(members, &claims)).collect();
    let mut order: Vec<usize> = (0..ids.len()).collect();
    order.sort_by(|&x, &y| ids[x].cmp(&ids[y]));
    groups.groups = order.iter().map(|&at| groups.groups[at].clone()).collect();
    let ids: Vec<EventId> = order.iter().map(|&at| ids[at].clone()).collect();
    let mut home = vec![0; claims.len()];
    for (event, members) in groups.groups.iter().enumerate() {
        for &at in members {
            home[at] = event;
        }
    }
    let friends = crate::origin::friends(&claims);
    let misspellings = Misspellings::new(&claims, &sources);
    let all = All {
        claims: &claims,
        alike: &alike,
        groups: &groups.groups,
        home: &home,
        ids: &ids,
        sources: &sources,
        kin: &kin,
        names: &names,
        friends: &friends,
        misspellings: &misspellings,
        articles: articles(&claims),
        positions: claims.iter().enumerate().map(|(at, set)| (&set.claim.id, at)).collect(),
    };
    let tolls = toll::tolls(&all);
    let disputes = dispute::disputes(&all, &tolls);
    let mut events: Vec<Event> = groups
        .groups
        .iter()
        .enumerate()
        .map(|(at, members)| crate::event::event(at, members, &groups.ties, &all))
        .collect();
    let contested = grade::contested(&disputes);
    let wholes = whole::wholes(&all, &events);
    let mut apart = whole::apart(&all);
    for (at, (event, whole)) in events.iter_mut().zip(wholes).enumerate() {
        event.whole = whole;
        event.apart = apart.remove(&at).unwrap_or_default();
        event.grade = grade::grade(event, at, &all, &contested);
    }
    let forecasts = forecast::forecasts(&all);
    let courses = course::courses(&all);
    let echoes = echo::echoes(&all);
    Fusion { events, disputes, tolls, forecasts, courses, echoes }
}

/// The claims with all that was found of them, for asking.
pub(crate) struct All<'a> {
    /// Sorted by id.
    pub claims: &'a [Set<'a>],
    /// Every two of them that are alike.
    pub alike: &'a [Pair],
    /// Positions of the claims of each event; events are sorted by id.
    pub groups: &'a [Vec<usize>],
    /// The event of each claim.
    pub home: &'a [usize],
    pub ids: &'a [EventId],
    pub sources: &'a Sources<'a>,
    pub kin: &'a Kin<'a>,
    pub names: &'a Names<'a>,
    /// Who backs whom or is allied with whom, both ways.
    pub friends: &'a BTreeSet<(EntityId, EntityId)>,
    pub misspellings: &'a Misspellings<'a>,
    articles: Lookup<(&'a DocumentId, u32), Vec<usize>>,
    positions: Lookup<&'a ClaimId, usize>,
}

impl All<'_> {
    /// The claims of an event.
    pub fn members(&self, event: usize) -> impl Iterator<Item = &Set<'_>> {
        self.groups[event].iter().map(|&at| &self.claims[at])
    }

    pub fn event_of(&self, claim: &ClaimId) -> Option<usize> {
        self.position(claim).map(|at| self.home[at])
    }

    pub fn position(&self, claim: &ClaimId) -> Option<usize> {
        self.positions.get(claim).copied()
    }

    /// The claims of the article in which a claim stands, in order of its sentences.
    pub fn article<'s>(&'s self, of: &'s Set<'_>) -> &'s [usize] {
        self.articles.get(&(&of.claim.document, of.claim.article)).map_or(&[], Vec::as_slice)
    }
}

/// The claims of each article by sentence, then by id.
fn articles<'a>(claims: &[Set<'a>]) -> Lookup<(&'a DocumentId, u32), Vec<usize>> {
    let mut order: Vec<usize> = (0..claims.len()).collect();
    let article = |at: usize| (&claims[at].claim.document, claims[at].claim.article);
    order.sort_by_key(|&at| (article(at), claims[at].claim.sentence, at));
    order.chunk_by(|&x, &y| article(x) == article(y)).map(|of| (article(of[0]), of.to_vec())).collect()
}
