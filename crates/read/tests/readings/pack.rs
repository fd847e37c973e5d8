//! The English model for tests.

/// Loads the pack that set-up builds.
pub fn english() -> language::English {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/english.pack");
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{path}: {error}; run `cargo xtask setup`"));
    let english =
        language::English::from_pack(&bytes).unwrap_or_else(|error| panic!("{path}: {error}; run `cargo xtask setup`"));
    let lexicon = lexicon::Lexicon::load().unwrap_or_else(|error| panic!("{error}"));
    english.keeping(lexicon.titles.abbreviated_ranks())
}
