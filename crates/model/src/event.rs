use crate::{ClaimId, ClaimType, EntityId, Grade, PlaceId, Stand, TimeRange};

/// Sixteen hexadecimal digits made from the ids of the event's claims.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub String);

/// One happening or standing relation, as the claims about it tell it.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// See [`EventId`].
    pub id: EventId,
    /// The type most of its claims have; the first in the vocabulary on a tie.
    pub claim_type: ClaimType,
    /// Its claims, sorted by id.
    pub claims: Vec<ClaimId>,
    /// Actors that any claim names, sorted.
    pub actors: Vec<EntityId>,
    /// Targets that any claim names, sorted.
    pub targets: Vec<EntityId>,
    /// Places that any claim names, sorted.
    pub places: Vec<PlaceId>,
    /// The narrowest days that its dated claims share; where they share none, from the first to the last.
    pub time: Option<TimeRange>,
    /// Who stands behind it, sorted by key.
    pub origins: Vec<Origin>,
    /// How many of them are independent.
    pub origin_count: OriginCount,
    /// Why each claim after the first was joined, one sentence each, in the order of [`Event::claims`] after the first.
    pub reasons: Vec<String>,
    /// How well it is attested, as a proposal.
    pub grade: Grade,
    /// The longer happening that it is a part of.
    pub whole: Option<Bond>,
    /// Events that are like it and were kept apart, most alike first.
    pub apart: Vec<Bond>,
}

/// Another event that one stands to, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bond {
    /// The other event.
    pub event: EventId,
    /// In a sentence.
    pub reason: String,
}

/// Somebody from whom claims of an event come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// What makes two claims share it: `"entity:…"`, `"outlet:…"` or `"document:…"`.
    pub key: String,
    /// Name for people.
    pub name: String,
    /// The claims that come from it, sorted.
    pub claims: Vec<ClaimId>,
    /// True when it is surely not another origin of the event under a second name.
    pub certain: bool,
    /// Where it stands to what it tells.
    pub stand: Stand,
}

/// Number of independent origins: unknown is not independent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OriginCount {
    /// At least so many.
    pub certain: u32,
    /// At most so many.
    pub possible: u32,
}
