//! Which entry has this word?
//!
//! The reader asks a table about each word of a text several times; the answer must not take a walk.

use std::hash::{BuildHasherDefault, Hasher};

/// The entries of a table by their words.
#[allow(clippy::disallowed_types, reason = "only looked up, never walked")]
pub(crate) type Lookup<V> = std::collections::HashMap<String, V, BuildHasherDefault<WordHasher>>;

/// The words of a list.
pub(crate) type WordSet = Lookup<()>;

/// A quick hash of a short word. What is in a table is ours, so nobody can choose words that collide.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordHasher(u64);

const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;

impl WordHasher {
    fn take(&mut self, block: u64) {
        self.0 = (self.0.rotate_left(23) ^ block).wrapping_mul(MULTIPLIER);
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (blocks, tail) = bytes.as_chunks::<8>();
        blocks.iter().for_each(|block| self.take(u64::from_le_bytes(*block)));
        let block = match (tail.first_chunk::<4>(), tail.last_chunk::<4>()) {
            (Some(first), Some(last)) => {
                u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32
            }
            _ => tail.iter().fold(0, |block, byte| block << 8 | u64::from(*byte)),
        };
        self.take(block ^ (bytes.len() as u64) << 56);
    }

    /// The mark behind a word. Each hash is of one word, whose length is in it already.
    fn write_u8(&mut self, _: u8) {}

    fn finish(&self) -> u64 {
        // The table takes its place from the low bits and its mark from the high ones.
        self.0 ^ (self.0 >> 32)
    }
}
