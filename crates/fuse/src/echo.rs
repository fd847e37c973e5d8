//! How does a claim travel, and what is lost or put on along the way?
//!
//! The Courier has it from the ministry on 3 May that five guards were allegedly killed; the Post cites the Courier on 4 May: six
//! guards were killed. On the way from the Courier to the Post the doubt was dropped, the ministry was dropped, and the figure changed.
//! Only where a text shows whence it has a claim (a copy, an agency whose report it is, a paper that is cited, a sentence written from
//! another, names written wrong alike, one named source) is there a way at all.

use crate::FuseClaim;
use crate::fusion::All;
use crate::setting::Set;
use crate::toll::{counts, words};
use crate::wording::written_from;
use jiff::civil::Date;
use model::{ClaimId, DocumentId, Echo, EchoChange, EntityId, Kind, Modality, Passage, SourceKind, Stance, Turn};
use std::collections::BTreeMap;

/// The ways of the claims of each event, sorted by event and by the days of the reports.
pub(crate) fn echoes(all: &All<'_>) -> Vec<Echo> {
    let mut echoes = Vec::new();
    for (event, members) in all.groups.iter().enumerate() {
        let told = |at: &&usize| all.claims[**at].claim.claim_type.kind() == Kind::Event;
        let mut order: Vec<usize> = members.iter().filter(told).copied().collect();
        if order.len() < 2 {
            continue;
        }
        order.sort_by_key(|&at| when(&all.claims[at]));
        let way = Way::new(&order, all);
        for &at in &order {
            let set = &all.claims[at];
            let Some((by, from)) = way.before(at, all) else { continue };
            echoes.push(Echo {
                event: all.ids[event].clone(),
                from: from.claim.id.clone(),
                claim: set.claim.id.clone(),
                by,
                changes: changes(from.claim, set.claim, all),
            });
        }
    }
    echoes
}

/// In what order claims came out; those whose day is not known last.
fn when<'a>(set: &Set<'a>) -> (Date, &'a DocumentId, u32, &'a ClaimId) {
    (set.published.unwrap_or(Date::MAX), &set.claim.document, set.claim.sentence, &set.claim.id)
}

/// The claims of an event by what a later one can show to have them from.
struct Way<'a> {
    /// The claims of each document.
    documents: BTreeMap<&'a DocumentId, Vec<usize>>,
    /// The first document of those with one text.
    first_copy: BTreeMap<&'a DocumentId, &'a DocumentId>,
    /// The first document of each outlet, with its day.
    outlets: BTreeMap<&'a EntityId, (Option<Date>, &'a DocumentId)>,
    /// The first document that names a source.
    sources: BTreeMap<&'a EntityId, (Option<Date>, &'a DocumentId)>,
    /// For each claim the one whose sentence its own was written from.
    written_from: BTreeMap<usize, usize>,
    /// For each claim the one whose report writes names wrong as its own does.
    misspells: BTreeMap<usize, usize>,
}

impl<'a> Way<'a> {
    fn new(order: &[usize], all: &'a All<'_>) -> Way<'a> {
        let mut way = Way {
            documents: BTreeMap::new(),
            first_copy: BTreeMap::new(),
            outlets: BTreeMap::new(),
            sources: BTreeMap::new(),
            written_from: BTreeMap::new(),
            misspells: BTreeMap::new(),
        };
        let claims: Vec<&FuseClaim> = order.iter().map(|&at| all.claims[at].claim).collect();
        for (&at, from) in order.iter().zip(written_from(&claims, all.sources)) {
            way.written_from.extend(from.map(|from| (at, order[from])));
        }
        for (&at, like) in order.iter().zip(all.misspellings.shared(&claims, all.sources)) {
            way.misspells.extend(like.map(|like| (at, order[like])));
        }
        for &at in order {
            let set = &all.claims[at];
            let document = &set.claim.document;
            way.documents.entry(document).or_default().push(at);
            way.first_copy.entry(all.sources.copy_group(document)).or_insert(document);
            if let Some(outlet) = all.sources.outlet(set.claim) {
                way.outlets.entry(outlet).or_insert((set.published, document));
            }
            for source in named(set.claim) {
                way.sources.entry(source).or_insert((set.published, document));
            }
        }
        way
    }

    /// The claim that one shows to come from, and by what.
    fn before<'s>(&self, at: usize, all: &'s All<'_>) -> Option<(Passage, &'s Set<'s>)> {
        let set = &all.claims[at];
        if let Some((by, document)) = self.passed_on(set, all) {
            return Some((by, self.nearest(set, document, all)?));
        }
        if let Some(&from) = self.written_from.get(&at) {
            return Some((Passage::Rewords, &all.claims[from]));
        }
        if let Some(&like) = self.misspells.get(&at) {
            return Some((Passage::Misspells, &all.claims[like]));
        }
        let same = named(set.claim).filter_map(|id| self.sources.get(id)).find_map(|of| earlier(of, set, false))?;
        Some((Passage::SameSource, self.nearest(set, same, all)?))
    }

    /// The document whose report a claim's document passes on.
    fn passed_on(&self, set: &Set<'_>, all: &All<'_>) -> Option<(Passage, &'a DocumentId)> {
        let claim = set.claim;
        let first = self.first_copy.get(all.sources.copy_group(&claim.document)).copied()?;
        if *first != claim.document {
            return Some((Passage::Copy, first));
        }
        let own = all.sources.outlet(claim);
        let cited = claim.chain.iter().flat_map(|link| &link.sources).filter(|id| Some(*id) != own);
        let carried =
            all.sources.taken_from(claim).filter_map(|id| self.outlets.get(id)).find_map(|of| earlier(of, set, true));
        if let Some(document) = carried {
            return Some((Passage::Carries, document));
        }
        let cites = cited.filter_map(|id| self.outlets.get(id)).find_map(|of| earlier(of, set, true));
        cites.map(|document| (Passage::Cites, document))
    }

    /// The claim of a document that is most like one.
    fn nearest<'s>(&self, set: &Set<'_>, document: &DocumentId, all: &'s All<'_>) -> Option<&'s Set<'s>> {
        let claim = set.claim;
        let alike = |other: &FuseClaim| -> usize {
            let shared = |x: &[EntityId], y: &[EntityId]| x.iter().filter(|id| y.contains(id)).count();
            let places = other.places.iter().filter(|place| claim.places.contains(place)).count();
            let figures = other.quantities.iter().filter(|q| claim.quantities.contains(q)).count();
            4 * usize::from(other.claim_type == claim.claim_type)
                + 2 * figures
                + shared(&other.actors, &claim.actors)
                + shared(&other.targets, &claim.targets)
                + places
                + usize::from(other.time == claim.time)
        };
        let of = self.documents.get(document)?;
        let best = of.iter().max_by_key(|&&at| (alike(all.claims[at].claim), std::cmp::Reverse(when(&all.claims[at]))));
        best.map(|&at| &all.claims[at])
    }
}

/// A document other than the claim's own that came out before it, or on one day with it where that may be.
fn earlier<'a>(of: &(Option<Date>, &'a DocumentId), set: &Set<'_>, may_be_same: bool) -> Option<&'a DocumentId> {
    let (day, document) = of;
    let dated = day.zip(set.published).is_some_and(|(x, y)| x < y || may_be_same && x == y);
    (dated && **document != set.claim.document).then_some(*document)
}

/// Those whom a claim names as its innermost source.
fn named(claim: &FuseClaim) -> impl Iterator<Item = &EntityId> {
    let innermost = claim.chain.last().filter(|link| link.kind != SourceKind::Anonymous);
    innermost.into_iter().flat_map(|link| &link.sources)
}

/// What is other in the later of two claims.
fn changes(from: &FuseClaim, to: &FuseClaim, all: &All<'_>) -> Vec<EchoChange> {
    let mut changes = Vec::new();
    let mut add = |what: Turn, says: String| changes.push(EchoChange { what, says });
    let doubtful = |claim: &FuseClaim| matches!(claim.modality, Modality::Claimed | Modality::Possible);
    if doubtful(from) && to.modality == Modality::Fact {
        add(Turn::DoubtDropped, format!("{} before, stated plainly here", from.modality));
    }
    if from.modality == Modality::Fact && doubtful(to) {
        add(Turn::DoubtAdded, format!("stated plainly before, {} here", to.modality));
    }
    if from.stance() != Stance::Asserts && to.stance() == Stance::Asserts {
        add(Turn::DenialDropped, "denied or doubted before, told as it is here".to_string());
    }
    let told: Vec<&EntityId> = named(from).collect();
    let still = |id: &&EntityId| to.chain.iter().any(|link| link.sources.contains(id));
    let anonymous = from.chain.last().is_some_and(|link| link.sources.is_empty() || link.kind == SourceKind::Anonymous);
    // Whom the text is known to be taken from is no source of the first one.
    let inner = to.chain.iter().filter(|link| link.kind != SourceKind::Outlet).count();
    if !told.is_empty() && !told.iter().any(still) {
        add(Turn::SourceDropped, format!("{} is named no more", all.names.entities(told)));
    } else if anonymous && inner == 0 {
        add(Turn::SourceDropped, "that somebody unnamed said so is told no more".to_string());
    }
    let (before, after) = (counts(&from.quantities), counts(&to.quantities));
    for (what, old) in &before {
        match after.get(what) {
            Some(new) if (old.min, old.max) != (new.min, new.max) => add(
                Turn::FigureChanged,
                format!("{what}: {} became {}", words(old.min, old.max), words(new.min, new.max)),
            ),
            None => add(Turn::FigureDropped, format!("{what}: {} before", words(old.min, old.max))),
            Some(_) => {}
        }
    }
    for (what, new) in after.iter().filter(|(what, _)| !before.contains_key(what)) {
        add(Turn::FigureAdded, format!("{what}: {} here", words(new.min, new.max)));
    }
    changes.sort();
    changes
}
