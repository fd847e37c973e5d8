//! What does the program carry with it? The packs, the demo reports and the licences, all embedded.

/// Bytes that start at a multiple of 64, so that numbers in them can be used where they lie.
#[repr(C, align(64))]
struct Aligned<B: ?Sized>(B);

static ENGLISH_PACK: &Aligned<[u8]> =
    &Aligned(*include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/english.pack")));
static GAZETTEER_PACK: &Aligned<[u8]> =
    &Aligned(*include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/gazetteer.pack")));

/// The English model.
pub fn english() -> &'static [u8] {
    &ENGLISH_PACK.0
}

/// The gazetteer.
pub fn gazetteer() -> &'static [u8] {
    &GAZETTEER_PACK.0
}

/// The demo reports: path and bytes, sorted; `reports.csv` among them.
pub static DEMO: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/demo.rs"));

/// Licences of what the packs are made of: file name and text, sorted.
pub static LICENCES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/licences.rs"));

/// The crates that the program is built from, with their terms.
pub static CRATES: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/crates.txt"));

/// The program's own licence.
pub static OWN_LICENCE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../LICENSE"));

/// Version of the program.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Version of the reader: the program, and a hash of the lists and packs it reads with.
pub const READING: &str = concat!(env!("CARGO_PKG_VERSION"), "+", env!("ISNAD_DATA"));
