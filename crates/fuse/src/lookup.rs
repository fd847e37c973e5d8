//! How is something found by its id?

/// A table that is only looked up. It must not be walked: its order differs from run to run.
#[allow(clippy::disallowed_types)]
pub(crate) type Lookup<K, V> = std::collections::HashMap<K, V>;
