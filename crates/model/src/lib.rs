//! What are the nouns?
//!
//! Every stage of Isnad hands the next one values of these types and no others. They carry no logic beyond what keeps
//! a value well formed, do no I/O and are not serialised: each boundary (case file, export, HTTP) has its own types.
//!
//! ```
//! use model::{ClaimType, Kind};
//! assert_eq!(ClaimType::parse("backs"), Some(ClaimType::Backs));
//! assert_eq!(ClaimType::Backs.kind(), Kind::Relation);
//! ```

mod span;
mod document;
mod vocabulary;
mod sentence;
mod mention;
mod claim;
mod entity;
mod place;
mod time;
mod event;
mod dispute;
mod toll;
mod forecast;
mod course;
mod echo;
mod fusion;
mod problem;

pub use claim::{Argument, Claim, ClaimId, Link, Marked, Quantity, TimeWords};
pub use course::{Change, Course};
pub use dispute::{Dispute, DisputeId, Side};
pub use document::{Article, Aside, AsideReason, Document, DocumentId, Format, HowKnown, Known, Part, PartRole};
pub use echo::{Echo, EchoChange};
pub use entity::{Entity, EntityId, EntityKind};
pub use event::{Bond, Event, EventId, Origin, OriginCount};
pub use forecast::{Evidence, Forecast};
pub use fusion::Fusion;
pub use mention::{Mention, MentionKind};
pub use place::{Place, PlaceClass, PlaceId};
pub use problem::{Problem, Stage};
pub use sentence::Sentence;
pub use span::Span;
pub use time::{Resolved, TimeExpression, TimeRange, TimeSide, TimeSort};
pub use toll::{Figure, Toll};
pub use vocabulary::{
    ClaimType, DisputeKind, FigureStand, Grade, Kind, Modality, Outcome, Passage, Polarity, QuantityKind, SourceKind,
    Stance, Stand, Strength, Turn,
};

mod reading;
pub use reading::{Reading, Resolution};
