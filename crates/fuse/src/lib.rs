//! Which claims are about one happening, how many independent origins stand behind it, and where do they disagree?
//!
//! [`fusion`] takes the claims of a whole record and gives the happenings, standing relations and shared assessments they
//! are about, the disputes between claims, the figures of each toll, what became of forecasts, and the relations on the axis of
//! time. Every claim ends in exactly one event; most events of a small record hold one claim. "The army took Tavan on
//! 3 May", written by one outlet, and "Tavan fell to the army", written a day later by another, are one event with two
//! origins of which one is certain: nobody named a source. "The army took Tavan on 3 May" beside "the army did not take Tavan" is a
//! dispute on whether it happened.
//!
//! The same claims in any order give the same record, byte for byte. Claims are joined only where their types, parties,
//! places and days agree, and never where their days or places exclude each other; each join, and each pair that is alike and was
//! kept apart, has its reason. Who is right where claims disagree is not decided here.

mod claim;
mod course;
mod dispute;
mod echo;
mod event;
mod forecast;
mod fusion;
mod grade;
mod group;
mod input;
mod link;
mod lookup;
mod misspelling;
mod origin;
mod pairs;
mod setting;
mod toll;
mod whole;
mod wording;

pub use claim::{Reader, kin};
pub use fusion::{events, fusion};
pub use input::{FuseArticle, FuseClaim, FuseInput, FuseLink, FusePlace, FuseQuantity, Spelling};
pub use wording::Wording;
