//! Whom do the words of a mention stand for?

mod argument;
mod coreference;
mod deed;
mod description;
mod full_names;
mod numbered;
mod roster;
mod short_forms;
mod written;

pub(crate) use coreference::{Discourse, resolve};
pub(crate) use deed::{Deeds, on_whom};
pub(crate) use roster::Roster;
