//! Which entry has this word?
//!
//! The reader asks the tables about each word of a text many times over, and most of them do not have it; the answer must not take a
//! walk.

use std::hash::{BuildHasherDefault, Hasher};

#[allow(clippy::disallowed_types, reason = "only looked up, never walked")]
type Map<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// The entries of a table by their words.
#[derive(Clone, Debug)]
pub struct Lookup<V> {
    starts: Starts,
    /// Those of words that are short, as most are: such a word stands in the table itself, where one look compares it.
    short: Map<ShortWord, V>,
    long: Map<String, V>,
}

/// The words of a list, or of a text.
pub(crate) type WordSet = Lookup<()>;

impl<V> Lookup<V> {
    /// The entry of a word.
    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        if !self.starts.have(word) {
            return None;
        }
        match ShortWord::of(word) {
            Some(word) => self.short.get(&word),
            None => self.long.get(word),
        }
    }

    /// True when the table has a word.
    pub fn contains_key(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// Gives a word an entry, and back the one it had.
    pub(crate) fn insert(&mut self, word: impl AsRef<str>, entry: V) -> Option<V> {
        self.starts.add(word.as_ref());
        match ShortWord::of(word.as_ref()) {
            Some(word) => self.short.insert(word, entry),
            None => self.long.insert(word.as_ref().to_string(), entry),
        }
    }

    /// The entry of a word, which gets this one when it has none.
    pub(crate) fn or_insert(&mut self, word: String, entry: V) -> &mut V {
        self.starts.add(&word);
        match ShortWord::of(&word) {
            Some(word) => self.short.entry(word).or_insert(entry),
            None => self.long.entry(word).or_insert(entry),
        }
    }

    /// The same, with an empty one.
    pub(crate) fn or_default(&mut self, word: String) -> &mut V
    where
        V: Default,
    {
        self.or_insert(word, V::default())
    }

    /// Takes a word out of the table.
    pub(crate) fn remove(&mut self, word: &str) -> Option<V> {
        match ShortWord::of(word) {
            Some(word) => self.short.remove(&word),
            None => self.long.remove(word),
        }
    }
}

impl<V> Default for Lookup<V> {
    fn default() -> Lookup<V> {
        Lookup { starts: Starts::default(), short: Map::default(), long: Map::default() }
    }
}

impl<W: AsRef<str>, V> FromIterator<(W, V)> for Lookup<V> {
    fn from_iter<I: IntoIterator<Item = (W, V)>>(entries: I) -> Lookup<V> {
        let entries = entries.into_iter();
        let mut all = Lookup::default();
        all.short.reserve(entries.size_hint().0);
        for (word, entry) in entries {
            all.insert(word, entry);
        }
        all
    }
}

/// With which letters the words of a table begin, by their length. Most of the words that are asked for are in no table, which this tells
/// for many of them without a look into it.
#[derive(Clone, Copy, Debug, Default)]
struct Starts([u32; 16]);

impl Starts {
    fn add(&mut self, word: &str) {
        let (length, letter) = Starts::place(word);
        self.0[length] |= 1 << letter;
    }

    #[inline]
    fn have(&self, word: &str) -> bool {
        let (length, letter) = Starts::place(word);
        self.0[length] >> letter & 1 == 1
    }

    /// The length, up to the longest that is told apart, and the last bits of the first letter.
    #[inline]
    fn place(word: &str) -> (usize, u8) {
        (word.len().min(15), word.as_bytes().first().map_or(0, |letter| letter & 31))
    }
}

/// A word of up to 15 bytes: its bytes and, in the last byte, how many they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct ShortWord(u64, u64);

impl ShortWord {
    #[inline]
    fn of(word: &str) -> Option<ShortWord> {
        let bytes = word.as_bytes();
        let length = (bytes.len() as u64) << 56;
        let both = |first: u64, last: u64, bits: usize| first | last << bits;
        Some(match bytes.len() {
            0 => ShortWord(0, 0),
            1..4 => {
                let [first, middle, last] = [bytes[0], bytes[bytes.len() / 2], bytes[bytes.len() - 1]].map(u64::from);
                ShortWord(both(first, both(middle, last, 8), 8), length)
            }
            // The two halves overlap, which the length tells apart.
            4..8 => {
                let [first, last] = [bytes.first_chunk()?, bytes.last_chunk()?].map(|half| u32::from_le_bytes(*half));
                ShortWord(both(first.into(), last.into(), 32), length)
            }
            8..16 => {
                let [first, last] = [bytes.first_chunk()?, bytes.last_chunk()?].map(|half| u64::from_le_bytes(*half));
                // At least the length has room above what is left of the second half.
                ShortWord(first, length | last.checked_shr(8 * (16 - bytes.len() as u32)).unwrap_or(0))
            }
            _ => return None,
        })
    }
}

/// A quick hash of a word. What is in a table is ours, so nobody can choose words that collide.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordHasher(u64);

const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (blocks, tail) = bytes.as_chunks::<8>();
        blocks.iter().for_each(|block| self.write_u64(u64::from_le_bytes(*block)));
        self.write_u64(tail.iter().fold(bytes.len() as u64, |block, byte| block << 8 | u64::from(*byte)));
    }

    fn write_u64(&mut self, block: u64) {
        self.0 = (self.0.rotate_left(23) ^ block).wrapping_mul(MULTIPLIER);
    }

    /// The mark behind a word. Each hash is of one word, whose length is in it already.
    fn write_u8(&mut self, _: u8) {}

    fn finish(&self) -> u64 {
        // The table takes its place from the low bits and its mark from the high ones.
        self.0 ^ (self.0 >> 32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_any_length_are_told_apart() {
        let letters = "abcdefghijklmnopqrstuvwxyz\0\0";
        let mut words: Vec<String> = (0..=letters.len()).map(|end| letters[..end].to_string()).collect();
        words.extend((1..=20).flat_map(|length| ["a", "b", "\0"].map(|letter| letter.repeat(length))));
        words.extend(
            ["aab", "aba", "abb", "abcdabcd", "abcdefghabcdefg", "abcdefghbcdefgh", "né", "tän"].map(str::to_string),
        );
        words.sort();
        words.dedup();
        let mut table: Lookup<usize> = words.iter().cloned().zip(0..).collect();
        for (at, word) in words.iter().enumerate() {
            assert_eq!(table.get(word), Some(&at), "{word:?}");
        }
        assert_eq!(
            (table.remove("aab"), table.get("aab"), table.get("aac")),
            (words.binary_search(&"aab".to_string()).ok(), None, None)
        );
        table.or_default("aab".to_string());
        assert_eq!(table.insert("aab", 7), Some(0));
    }
}
