//! How fast is what?

pub mod language;
