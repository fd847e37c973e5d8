//! The English model for tests.

/// Loads the pack that set-up builds.
pub fn english() -> language::English {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/english.pack");
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{path}: {error}; run `cargo xtask setup`"));
    language::English::from_pack(&bytes).unwrap_or_else(|error| panic!("{path}: {error}; run `cargo xtask setup`"))
}
