//! How fast is what?

pub mod fuse;
pub mod language;
pub mod read;
