//! How fast is what?

pub mod case;
pub mod fuse;
pub mod language;
pub mod read;
pub mod serve;
