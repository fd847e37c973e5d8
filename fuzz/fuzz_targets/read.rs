//! Any bytes, taken in as a text file or a web page, are refused or give a reading that keeps its promises.
//!
//! `cargo xtask setup packs`, then `cargo fuzz run read` (or, without a nightly toolchain, `cargo fuzz run --sanitizer none
//! read`).
#![no_main]

#[path = "../../crates/eval/tests/promises/check.rs"]
mod check;

use eval::chain::Chain;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static CHAIN: LazyLock<Chain> = LazyLock::new(|| Chain::load().expect("packs/ are there: run cargo xtask setup"));

fuzz_target!(|bytes: &[u8]| {
    for name in ["report.txt", "report.html"] {
        if let Ok(document) = CHAIN.file(name, bytes, Some("2031-03-05"), None) {
            check::promises(&document, &CHAIN.resolution(&document).expect("a reading"));
        }
    }
});
