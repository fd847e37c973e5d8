//! Which claims are about one happening, and how many independent origins stand behind it?
//!
//! [`events`] takes the claims of a whole record and gives the happenings, standing relations and shared assessments they
//! are about. Every claim ends in exactly one event; most events of a small record hold one claim. "The army took Tavan on
//! 3 May", written by one outlet, and "Tavan fell to the army", written a day later by another, are one event with two
//! origins of which one is certain: nobody named a source.
//!
//! The same claims in any order give the same events, byte for byte. Claims are joined only where their types, parties,
//! places and days agree, and never where their days or places exclude each other; each join keeps its reason. Who is
//! right where claims of one event disagree is not decided here.

mod event;
mod group;
mod input;
mod link;
mod origin;

pub use event::events;
pub use input::{FuseArticle, FuseClaim, FuseInput, FuseLink, FusePlace, FuseQuantity};
