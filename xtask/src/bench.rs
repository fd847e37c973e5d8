//! How fast is what?

pub mod language;
pub mod read;
