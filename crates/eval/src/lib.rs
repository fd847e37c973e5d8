//! How near does a reading come to what people read?
//!
//! People have marked texts: who says what, which claim a sentence makes, who attacked whom, which day is meant. Each file
//! here reads the texts of one such set with the stages of the program and counts how much of what people marked it
//! finds: `Figure { set: "polnear", part: "dev", metric: "cue, exact F1", value: 0.614 }`. What published systems reach stands
//! beside it, in `data/published.tsv`.
//!
//! Measuring only: nothing is learnt from these texts and nothing of them is kept. The words of a set's own labels are
//! matched to ours in the tables of `data/`. This crate is not part of the program.

pub mod chain;
pub mod gold;
pub mod war;

mod article_extraction;
mod cameo_source_target;
mod case2021_event_types;
mod ecbplus;
mod geoparsing;
mod muc4;
mod plover_gsr;
mod polnear;
mod re3d;
mod tempeval3;
mod wikievents;
mod wikiwars;

mod coreference;
mod counts;
mod dates;
mod figure;
mod fused;
mod labels;
mod lines;
mod points;
mod principal;
mod published;
mod set;
mod table;

pub use counts::Counts;
pub use figure::Figure;
pub use lines::{Lines, Wrong};
pub use published::{Best, Published};
pub use set::{Folder, SETS, Set};
pub use table::Table;
