//! Who stands behind an event, and how many of them are independent?
//!
//! The origin of a claim is the innermost source its text names; where it names none, the agency or paper whose report its article
//! says it is, else its outlet, or its document when the outlet is unknown. A named person, state or body is a *known* origin. An outlet, a platform or a document that
//! speaks for itself is one only when no known origin stands beside it: where it has the news from is not told.
//!
//! Adding a copy, a rewrite or an article that cites an earlier one never raises the lower bound:
//! - copies of one text count as one document, the earliest published; the others add nothing certain;
//! - a claim that names an outlet whose own article is in the event, or whose article says that it passes that outlet's report on, is
//!   derived from it and adds nothing certain;
//! - a claim whose sentence is written from that of an earlier one adds nothing certain, whomever it names, nor does one whose report
//!   writes names wrong as an earlier one does;
//! - an outlet in its own voice and the same outlet cited elsewhere are one origin;
//! - sources that stand side by side for one sentence ("the two ministers said") can be one voice: one of them is certain, the others
//!   are possible.

use crate::fusion::All;
use crate::lookup::Lookup;
use crate::wording::written_from;
use crate::{FuseArticle, FuseClaim};
use jiff::civil::Date;
use model::{ClaimId, ClaimType, DocumentId, Entity, EntityId, EntityKind, Origin, OriginCount, SourceKind, Stand};
use std::collections::{BTreeMap, BTreeSet};

/// What is known about articles, copies and entities, laid out for asking.
pub(crate) struct Sources<'a> {
    articles: Lookup<(&'a DocumentId, u32), &'a FuseArticle>,
    /// For each document with copies the smallest document of its group.
    copies: Lookup<&'a DocumentId, &'a DocumentId>,
    entities: Lookup<&'a EntityId, &'a Entity>,
    outlets: BTreeSet<&'a EntityId>,
}

impl<'a> Sources<'a> {
    pub fn new(
        articles: &'a [FuseArticle],
        copies: &'a [(DocumentId, DocumentId)],
        entities: &'a [Entity],
    ) -> Sources<'a> {
        Sources {
            articles: articles.iter().map(|article| ((&article.document, article.article), article)).collect(),
            copies: copy_groups(copies),
            entities: entities.iter().map(|entity| (&entity.id, entity)).collect(),
            outlets: articles.iter().flat_map(|article| article.outlet.iter().chain(&article.taken_from)).collect(),
        }
    }

    /// The day the claim's article was published.
    pub fn published(&self, claim: &FuseClaim) -> Option<Date> {
        self.articles.get(&(&claim.document, claim.article)).and_then(|article| article.published)
    }

    /// What to call an entity.
    pub fn name(&self, id: &EntityId) -> String {
        self.entities.get(id).map_or_else(|| id.0.clone(), |entity| entity.name.clone())
    }

    pub fn outlet(&self, claim: &FuseClaim) -> Option<&'a EntityId> {
        self.articles.get(&(&claim.document, claim.article)).and_then(|article| article.outlet.as_ref())
    }

    /// Those whose report the claim's article says it passes on; never its own outlet.
    pub fn taken_from(&self, claim: &FuseClaim) -> impl Iterator<Item = &'a EntityId> {
        let article = self.articles.get(&(&claim.document, claim.article)).copied();
        let taken = article.into_iter().flat_map(|article| &article.taken_from);
        taken.filter(move |id| article.is_some_and(|article| article.outlet.as_ref() != Some(*id)))
    }

    /// True for a claim whose text says that it passes on what another outlet of the record reports.
    pub fn passes_on(&self, claim: &FuseClaim) -> bool {
        let own = self.outlet(claim);
        let mut cited = claim.chain.iter().flat_map(|link| &link.sources);
        self.taken_from(claim).next().is_some() || cited.any(|id| Some(id) != own && self.outlets.contains(id))
    }

    pub fn copy_group<'c>(&self, document: &'c DocumentId) -> &'c DocumentId
    where
        'a: 'c,
    {
        self.copies.get(document).copied().unwrap_or(document)
    }

    /// A source that is surely somebody of its own: named, and not a carrier of other people's news.
    fn is_known(&self, id: &EntityId, kind: SourceKind) -> bool {
        let carrier = matches!(kind, SourceKind::Outlet | SourceKind::SocialMedia | SourceKind::Anonymous);
        let named = self.entities.get(id).is_some_and(|entity| {
            matches!(entity.kind, EntityKind::Person | EntityKind::State | EntityKind::Organisation)
        });
        named && !carrier && !self.outlets.contains(id)
    }
}

/// For each document that has copies the smallest document it is connected to.
fn copy_groups(copies: &[(DocumentId, DocumentId)]) -> Lookup<&DocumentId, &DocumentId> {
    // Each stands with one of its group that is not greater; the smallest with itself.
    let mut lower: BTreeMap<&DocumentId, &DocumentId> = BTreeMap::new();
    for (left, right) in copies {
        let (x, y) = (smallest(&mut lower, left), smallest(&mut lower, right));
        lower.insert(x.max(y), x.min(y));
    }
    let documents: Vec<&DocumentId> = lower.keys().copied().collect();
    documents.into_iter().map(|document| (document, smallest(&mut lower, document))).collect()
}

fn smallest<'a>(lower: &mut BTreeMap<&'a DocumentId, &'a DocumentId>, document: &'a DocumentId) -> &'a DocumentId {
    let mut at = document;
    loop {
        let next = *lower.entry(at).or_insert(at);
        if next == at {
            break;
        }
        at = next;
    }
    lower.insert(document, at);
    at
}

/// One origin of one claim.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Entity(EntityId),
    Outlet(EntityId),
    Document(DocumentId),
}

struct Behind<'a> {
    claim: &'a FuseClaim,
    keys: Vec<Key>,
    /// Named, and not a carrier.
    known: bool,
    /// True where its sentence is written from an earlier one's, or its report shares the misspellings of an earlier one.
    reworded: bool,
}

/// The origins of an event's claims, sorted by key, and how many are independent.
pub(crate) fn origins(claims: &[&FuseClaim], all: &All<'_>) -> (Vec<Origin>, OriginCount) {
    let sources = all.sources;
    let mut behind: Vec<Behind<'_>> = claims.iter().map(|claim| stands_behind(claim, sources)).collect();
    mark_reworded(&mut behind, all);
    let certain = certain_keys(&behind, sources);
    let mut claims_of: BTreeMap<Key, BTreeSet<ClaimId>> = BTreeMap::new();
    for one in &behind {
        for key in &one.keys {
            claims_of.entry(key.clone()).or_default().insert(one.claim.id.clone());
        }
    }
    let parties = Parties::of(claims);
    let origins: Vec<Origin> = claims_of
        .into_iter()
        .map(|(key, own)| {
            let (word, id, name) = match &key {
                Key::Entity(id) => ("entity", &id.0, sources.name(id)),
                Key::Outlet(id) => ("outlet", &id.0, sources.name(id)),
                Key::Document(id) => ("document", &id.0, format!("document {}", id.0)),
            };
            Origin {
                key: format!("{word}:{id}"),
                name,
                claims: own.into_iter().collect(),
                certain: certain.contains(&key),
                stand: stand(&key, &parties, all),
            }
        })
        .collect();
    let count = OriginCount { certain: certain.len() as u32, possible: possible(&behind, sources) };
    (origins, count)
}

/// Who does and who suffers what some claims tell.
struct Parties<'a> {
    actors: BTreeSet<&'a EntityId>,
    targets: BTreeSet<&'a EntityId>,
}

impl<'a> Parties<'a> {
    fn of(claims: &[&'a FuseClaim]) -> Parties<'a> {
        Parties {
            actors: claims.iter().flat_map(|claim| &claim.actors).collect(),
            targets: claims.iter().flat_map(|claim| &claim.targets).collect(),
        }
    }
}

/// Where an origin stands to what it tells, by who does it, who suffers it, and whom it backs.
fn stand(key: &Key, parties: &Parties<'_>, all: &All<'_>) -> Stand {
    let (Key::Entity(id) | Key::Outlet(id)) = key else { return Stand::Unknown };
    let among = |parties: &BTreeSet<&EntityId>| {
        std::iter::once(id).chain(all.kin.above(id)).any(|party| parties.contains(party))
    };
    if among(&parties.actors) {
        return Stand::Doer;
    }
    if among(&parties.targets) {
        return Stand::Sufferer;
    }
    let friends = |ally: &&EntityId| all.friends.contains(&(id.clone(), (*ally).clone()));
    if parties.actors.union(&parties.targets).any(friends) { Stand::Ally } else { Stand::Third }
}

/// Who backs whom and who is allied with whom, as far as the record tells it plainly, both ways.
pub(crate) fn friends(claims: &[crate::setting::Set<'_>]) -> BTreeSet<(EntityId, EntityId)> {
    let mut friends = BTreeSet::new();
    for claim in claims.iter().map(|set| set.claim).filter(|claim| claim.is_so()) {
        if matches!(claim.claim_type, ClaimType::Backs | ClaimType::AlliedWith) {
            for one in &claim.actors {
                for other in &claim.targets {
                    friends.insert((one.clone(), other.clone()));
                    friends.insert((other.clone(), one.clone()));
                }
            }
        }
    }
    friends
}

/// The origin that stands behind a claim, to name it and to tell it from others.
pub(crate) fn behind(claim: &FuseClaim, sources: &Sources<'_>) -> (String, String) {
    match stands_behind(claim, sources).keys.into_iter().min() {
        Some(Key::Entity(id) | Key::Outlet(id)) => (sources.name(&id), id.0),
        Some(Key::Document(id)) => (format!("document {}", id.0), id.0),
        None => (String::new(), String::new()),
    }
}

/// Where a claim comes from: the innermost link that names somebody, else the voice of its own document.
fn stands_behind<'a>(claim: &'a FuseClaim, sources: &Sources<'_>) -> Behind<'a> {
    let innermost =
        claim.chain.iter().rev().find(|link| link.kind != SourceKind::Anonymous && !link.sources.is_empty());
    if let Some(link) = innermost {
        let known = link.sources.iter().any(|id| sources.is_known(id, link.kind));
        let keys = link
            .sources
            .iter()
            .filter(|id| !known || sources.is_known(id, link.kind))
            .map(|id| {
                let outlet = link.kind == SourceKind::Outlet || sources.outlets.contains(id);
                if outlet { Key::Outlet(id.clone()) } else { Key::Entity(id.clone()) }
            })
            .collect();
        return Behind { claim, keys, known, reworded: false };
    }
    let own = match sources.taken_from(claim).next().or(sources.outlet(claim)) {
        Some(outlet) => Key::Outlet(outlet.clone()),
        None => Key::Document(sources.copy_group(&claim.document).clone()),
    };
    Behind { claim, keys: vec![own], known: false, reworded: false }
}

/// Finds the claims that are written from others. Among those of one day the one that names fewest speaks for the others, so that none
/// adds.
fn mark_reworded(behind: &mut [Behind<'_>], all: &All<'_>) {
    let sources = all.sources;
    behind.sort_by_key(|one| {
        let named = if one.known { one.keys.len() } else { 0 };
        (
            sources.published(one.claim).unwrap_or(Date::MAX),
            named,
            &one.claim.document,
            one.claim.sentence,
            &one.claim.id,
        )
    });
    let claims: Vec<&FuseClaim> = behind.iter().map(|one| one.claim).collect();
    let written = written_from(&claims, sources);
    let misspelt = all.misspellings.shared(&claims, sources);
    for (one, (from, like)) in behind.iter_mut().zip(written.into_iter().zip(misspelt)) {
        one.reworded = from.is_some() || like.is_some();
    }
}

/// The origins that are surely not one another under a second name. Never empty for a claim: somebody wrote it.
fn certain_keys(behind: &[Behind<'_>], sources: &Sources<'_>) -> BTreeSet<Key> {
    // Outlets that speak in the event by an article of their own: whoever names them has it from them.
    let speaking: BTreeSet<&EntityId> = behind.iter().filter_map(|one| sources.outlet(one.claim)).collect();
    // For each document those of its sources that speak together.
    let mut by_document: BTreeMap<&DocumentId, BTreeSet<BTreeSet<&Key>>> = BTreeMap::new();
    let mut firsts: BTreeMap<&DocumentId, BTreeSet<&DocumentId>> = BTreeMap::new();
    for one in behind {
        let own = sources.outlet(one.claim);
        let passed_on = one.claim.chain.iter().flat_map(|link| &link.sources).chain(sources.taken_from(one.claim));
        let derived = passed_on.into_iter().any(|id| speaking.contains(id) && Some(id) != own);
        let known = by_document.entry(&one.claim.document).or_default();
        if one.known && !derived && !one.reworded {
            known.insert(one.keys.iter().collect());
        }
        firsts.entry(sources.copy_group(&one.claim.document)).or_default().insert(&one.claim.document);
    }
    let mut days: BTreeMap<&DocumentId, Date> = BTreeMap::new();
    for one in behind {
        if let Some(day) = sources.published(one.claim) {
            let first = days.entry(&one.claim.document).or_insert(day);
            *first = day.min(*first);
        }
    }
    let published = |document: &DocumentId| days.get(document).copied().unwrap_or(Date::MAX);
    let mut voices = BTreeSet::new();
    for documents in firsts.values() {
        // The earliest speaks for its copies; among those of one day the one that names fewest, so that none adds.
        let named = |document: &DocumentId| by_document.get(document).map_or(0, |known| apart(known).len());
        let first = documents.iter().min_by_key(|document| (published(document), named(document), **document));
        voices.extend(first.and_then(|document| by_document.get(*document)).into_iter().flatten().cloned());
    }
    let mut certain: BTreeSet<Key> = apart(&voices).into_iter().cloned().collect();
    if certain.is_empty() {
        // Somebody stands behind it, though nobody known: the earliest voice is taken for it.
        let earliest = behind
            .iter()
            .min_by_key(|one| (sources.published(one.claim).unwrap_or(Date::MAX), one.keys.iter().min().cloned()));
        certain.extend(earliest.and_then(|one| one.keys.iter().min().cloned()));
    }
    certain
}

/// Those who surely speak apart from each other: whoever speaks alone, and one of each few who speak together and share nobody with
/// those counted so far.
fn apart<'a>(voices: &BTreeSet<BTreeSet<&'a Key>>) -> BTreeSet<&'a Key> {
    let mut heard: BTreeSet<&Key> = BTreeSet::new();
    let mut apart = BTreeSet::new();
    let (alone, together): (Vec<_>, Vec<_>) = voices.iter().partition(|voice| voice.len() == 1);
    for voice in alone.into_iter().chain(together) {
        if voice.is_disjoint(&heard) {
            apart.extend(voice.first());
            heard.extend(voice);
        }
    }
    apart
}

/// How many could be independent: distinct origins, less those that copying or citing makes the same.
fn possible(behind: &[Behind<'_>], sources: &Sources<'_>) -> u32 {
    let known: BTreeSet<&Key> = behind.iter().filter(|one| one.known).flat_map(|one| &one.keys).collect();
    let voices: BTreeSet<&Key> = behind.iter().filter(|one| !one.known).flat_map(|one| &one.keys).collect();
    // An outlet that another claim of the event passes on with its own source is that source, not a second one.
    let passed_on: BTreeSet<&EntityId> =
        behind.iter().filter(|one| one.known).flat_map(|one| one.claim.chain.iter().flat_map(|l| &l.sources)).collect();
    let mut groups: BTreeMap<&DocumentId, bool> = BTreeMap::new();
    for one in behind {
        *groups.entry(sources.copy_group(&one.claim.document)).or_default() |= one.known;
    }
    let mut own: BTreeSet<(Option<&DocumentId>, Option<&Key>)> = BTreeSet::new();
    for one in behind.iter().filter(|one| !one.known) {
        let group = sources.copy_group(&one.claim.document);
        let copied = sources.copies.contains_key(&one.claim.document);
        for key in &one.keys {
            match key {
                Key::Outlet(id) if passed_on.contains(id) => {}
                _ if one.reworded => {}
                // Copies of a text that names somebody do not add the voice of whoever copied it.
                _ if copied && groups.get(group) == Some(&true) => {}
                _ if copied => drop(own.insert((Some(group), None))),
                _ => drop(own.insert((None, Some(key)))),
            }
        }
    }
    // Never less than what is certain: a lone voice that is passed on still stands for somebody.
    // Never more than there are origins: an outlet's copied text and its other articles are one voice.
    let all = known.union(&voices).count() as u32;
    ((known.len() + own.len()) as u32).max(1).min(all)
}
