//! Any bytes, read as UTF-8 with replacements, give a parse that keeps its promises.
//!
//! `cargo xtask setup packs`, then `cargo fuzz run parse` (or, without a nightly toolchain, `cargo fuzz run --sanitizer none
//! parse`).
#![no_main]

#[path = "../../crates/language/tests/promises/check.rs"]
mod check;

use language::English;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static ENGLISH: LazyLock<English> = LazyLock::new(|| {
    let pack = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../packs/english.pack"))
        .expect("packs/english.pack is there: run cargo xtask setup");
    English::from_pack(&pack).expect("the pack is sound")
});

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let parse = ENGLISH.parse(&text);
    check::promises(&text, &parse);
    assert_eq!(parse, ENGLISH.parse(&text), "the second parse differs from the first");
});
