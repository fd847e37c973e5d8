//! Which entry has this word?
//!
//! The reader asks a table about each word of a text several times; the answer must not take a walk.

/// The entries of a table by their words.
#[allow(clippy::disallowed_types, reason = "only looked up, never walked")]
pub(crate) type Lookup<V> = std::collections::HashMap<String, V>;
