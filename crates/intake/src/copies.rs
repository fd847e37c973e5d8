//! Which articles are copies of each other, whole or in part?
//!
//! An agency's story printed by three papers under three headlines is one story: most runs of five words of the one stand in
//! the other. Each article gets a [`Signature`] that can be kept; [`similar`] finds the pairs among any number of them.
//!
//! MinHash over word 5-shingles with 128 values (Broder 1997), found through 32 bands of 4 values: two texts that share half
//! of their shingles land in one band with a probability of 0.87, at seven tenths of 0.9998. Words are compared without case
//! and marks. A short text inside a long one shares few values with it, so each signature also keeps a sample of the text's
//! shingles, chosen by their values alone; what two samples share tells how much of the one stands in the other.

use model::{Article, Document, PartRole};
use std::collections::{BTreeMap, BTreeSet};

/// Words in a shingle.
const SHINGLE: usize = 5;
/// Values of a signature that stand for the whole text.
const VALUES: usize = 128;
/// Bands the values are cut into, and values in a band.
const BANDS: usize = 32;
const BAND: usize = VALUES / BANDS;
/// From how many shingles on a text is sampled. Up to here the sample is all of them, and containment exact.
const ALL: usize = 1024;
/// Shingles below which a text says nothing of where it was copied from.
const FEWEST: usize = 8;
/// How many texts a shingle may stand in before it is a formula and no sign of copying.
const FORMULA: usize = 64;

/// What is kept of a text to find its copies: 128 minima and a sample of its shingles, each as a hash.
///
/// [`Signature::to_values`] and [`Signature::from_values`] turn it into plain numbers and back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The least value that each of 128 functions takes on a shingle of the text.
    minima: Vec<u64>,
    /// A power of two: the sample holds all shingles that it divides.
    part: u64,
    /// In ascending order.
    sample: Vec<u64>,
}

/// Two articles of which one stands in the other, wholly or mostly.
#[derive(Clone, Debug, PartialEq)]
pub struct CopyPair<K> {
    /// The smaller key.
    pub a: K,
    /// The larger key.
    pub b: K,
    /// Part of the shorter text's shingles that the longer one holds, from [`LEAST`] to 1.
    pub containment: f64,
}

/// From which part on one text is taken for a copy of another.
pub const LEAST: f64 = 0.5;

impl Signature {
    /// The signature of an article's running text: its headline, captions and headings are often each printer's own.
    /// `None` for a text of fewer than twelve words, which says nothing.
    pub fn of_article(document: &Document, article: &Article) -> Option<Signature> {
        let parts = article.parts.iter().filter(|part| matches!(part.role, PartRole::Paragraph | PartRole::ListItem));
        let words: Vec<String> = parts.flat_map(|part| words(part.span.of(&document.text))).collect();
        Signature::of_words(&words)
    }

    /// The signature of a text.
    pub fn of(text: &str) -> Option<Signature> {
        Signature::of_words(&words(text).collect::<Vec<_>>())
    }

    fn of_words(words: &[String]) -> Option<Signature> {
        let shingles: BTreeSet<u64> = words.windows(SHINGLE).map(hash).collect();
        if shingles.len() < FEWEST {
            return None;
        }
        let mut minima = vec![u64::MAX; VALUES];
        for &shingle in &shingles {
            for (i, least) in minima.iter_mut().enumerate() {
                *least = (*least).min(mix(shingle ^ SEEDS[i]));
            }
        }
        // A sample by value takes the same shingles from both texts: those that a power of two parts.
        let mut part = 1u64;
        while shingles.len() as u64 / part > ALL as u64 {
            part *= 2;
        }
        let sample = shingles.into_iter().filter(|shingle| shingle % part == 0).collect();
        Some(Signature { minima, part, sample })
    }

    /// The signature as numbers: 128 minima, the power of two by which it was sampled, the sample.
    pub fn to_values(&self) -> Vec<u64> {
        self.minima.iter().chain([&self.part]).chain(&self.sample).copied().collect()
    }

    /// The signature that [`Signature::to_values`] made; `None` for numbers that are none.
    pub fn from_values(values: &[u64]) -> Option<Signature> {
        let (minima, rest) = values.split_at_checked(VALUES)?;
        let (&part, sample) = rest.split_first()?;
        let fits = part.is_power_of_two() && sample.iter().all(|shingle| shingle % part == 0);
        let sorted = sample.windows(2).all(|pair| pair[0] < pair[1]);
        (fits && sorted).then(|| Signature { minima: minima.to_vec(), part, sample: sample.to_vec() })
    }

    /// Part of the shorter text's shingles that stand in the other text, from 0 to 1; exact up to 1,024 shingles.
    pub fn containment(&self, other: &Signature) -> f64 {
        // The coarser of the two samples says which shingles both would have kept.
        let part = self.part.max(other.part);
        let kept = |sample: &'_ [u64]| sample.iter().filter(|shingle| *shingle % part == 0).count();
        let shorter = kept(&self.sample).min(kept(&other.sample));
        // Both are in ascending order, and what stands in both was kept by both.
        let (mut shared, mut rest) = (0, other.sample.as_slice());
        for shingle in &self.sample {
            rest = &rest[rest.iter().take_while(|other| *other < shingle).count()..];
            shared += usize::from(rest.first() == Some(shingle));
        }
        if shorter == 0 { 0.0 } else { shared as f64 / shorter as f64 }
    }

    /// The shingles of the sample as marks on a small board, by which most pairs that are no copies are told at a glance.
    fn marks(&self) -> Marks {
        let mut marks = Marks([0; BOARD / 64]);
        self.sample.iter().for_each(|&shingle| marks.0[Marks::word(shingle)] |= Marks::bit(shingle));
        marks
    }

    /// Whether [`Signature::containment`] in the text with these marks can reach [`LEAST`]. What has no mark there does not stand there.
    fn can_stand_in(&self, other: &Signature, marks: &Marks) -> bool {
        if self.part != 1 || other.part != 1 {
            return true;
        }
        let marked = self.sample.iter().filter(|&&shingle| marks.has(shingle)).count();
        marked as f64 >= LEAST * self.sample.len().min(other.sample.len()) as f64
    }
}

/// Marks on a board that hold a whole sample at a length where few fall on one field.
const BOARD: usize = 4096;

struct Marks([u64; BOARD / 64]);

impl Marks {
    // Shingles are hashes; the lowest bits say which of them are sampled.
    fn word(shingle: u64) -> usize {
        (shingle >> 32) as usize % (BOARD / 64)
    }

    fn bit(shingle: u64) -> u64 {
        1 << (shingle >> 58)
    }

    fn has(&self, shingle: u64) -> bool {
        self.0[Marks::word(shingle)] & Marks::bit(shingle) != 0
    }
}

/// All pairs of which one stands in the other by [`LEAST`] or more, in order of their keys. The order of `all` and the number
/// of threads change nothing; a key that comes twice counts once, as it came first.
pub fn similar<K: Ord + Clone>(all: &[(K, Signature)]) -> Vec<CopyPair<K>> {
    let mut by_key: BTreeMap<&K, &Signature> = BTreeMap::new();
    for (key, signature) in all {
        by_key.entry(key).or_insert(signature);
    }
    let entries: Vec<(&K, &Signature)> = by_key.into_iter().collect();
    let mut candidates: Vec<(usize, usize)> = Vec::new();
    let mut meet = |mut keys: Vec<((usize, u64), usize)>, most: usize| {
        keys.sort_unstable();
        for group in keys.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() <= most) {
            for (i, &(_, a)) in group.iter().enumerate() {
                candidates.extend(group[i + 1..].iter().map(|&(_, b)| (a, b)));
            }
        }
    };
    let mut bands = Vec::with_capacity(entries.len() * BANDS);
    for (at, (_, signature)) in entries.iter().enumerate() {
        for (band, values) in signature.minima.chunks(BAND).enumerate() {
            let value = values.iter().fold(0, |sum, &value| mix(sum ^ value));
            bands.push(((band, value), at));
        }
    }
    meet(bands, usize::MAX);
    // A text inside a longer one: they meet at one in eight of the shingles that both samples keep.
    let mut rare = Vec::new();
    for (at, (_, signature)) in entries.iter().enumerate() {
        let meeting = signature.sample.iter().filter(|shingle| mix(**shingle).is_multiple_of(8));
        rare.extend(meeting.map(|&shingle| ((0, shingle), at)));
    }
    meet(rare, FORMULA);
    candidates.sort_unstable();
    candidates.dedup();
    let marks: Vec<Marks> = entries.iter().map(|(_, signature)| signature.marks()).collect();
    candidates
        .into_iter()
        .filter(|&(a, b)| entries[a].1.can_stand_in(entries[b].1, &marks[b]))
        .filter_map(|(a, b)| {
            let ((a, left), (b, right)) = (entries[a], entries[b]);
            let containment = left.containment(right);
            (containment >= LEAST).then(|| CopyPair { a: a.clone(), b: b.clone(), containment })
        })
        .collect()
}

/// The words of a text in lower case, letters and digits only.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// FNV-1a over the words of a shingle, mixed.
fn hash(words: &[String]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain([0]));
    mix(bytes.fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)))
}

/// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): a bijection that spreads every bit.
const fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// One seed for each value: the SplitMix64 sequence from 1.
const SEEDS: [u64; VALUES] = {
    let mut seeds = [0; VALUES];
    let mut i = 0;
    while i < VALUES {
        seeds[i] = mix((i as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        i += 1;
    }
    seeds
};

#[cfg(test)]
mod tests {
    use super::*;

    /// A text of invented words, different for each seed.
    fn text(seed: u64, words: usize) -> String {
        (0..words).map(|i| format!("w{}", mix(seed * 1_000_003 + i as u64) % 5000)).collect::<Vec<_>>().join(" ")
    }

    fn sign(text: &str) -> Signature {
        Signature::of(text).unwrap()
    }

    #[test]
    fn copies_are_found_whatever_the_order() {
        let story = text(1, 300);
        let rewritten = format!("{} {}", text(9, 40), story.split(' ').skip(60).collect::<Vec<_>>().join("  "));
        let inside = format!("{} {} {}", text(3, 2000), text(2, 120), text(4, 2000));
        let mut all = vec![
            ("b", sign(&rewritten)),
            ("a", sign(&story)),
            ("c", sign(&text(5, 300))),
            ("d", sign(&text(2, 120))),
            ("e", sign(&inside)),
        ];
        let found = similar(&all);
        let names: Vec<_> = found.iter().map(|pair| (pair.a, pair.b)).collect();
        assert_eq!(names, [("a", "b"), ("d", "e")]);
        assert!(found[0].containment > 0.75 && found[0].containment < 1.0, "{}", found[0].containment);
        assert!(found[1].containment > 0.9, "{}", found[1].containment);
        all.reverse();
        assert_eq!(similar(&all), found);
    }

    #[test]
    fn case_and_marks_make_no_difference_and_short_texts_have_no_signature() {
        let story = "The army left Korm on Monday, and the Free Band entered the town an hour later, they said.";
        let shouted = story.to_uppercase().replace(',', " –");
        assert_eq!(sign(story), sign(&shouted));
        assert_eq!(Signature::of("The army left Korm on Monday."), None);
    }

    #[test]
    fn a_signature_comes_back_from_its_values() {
        let long = sign(&text(7, 9000));
        assert_eq!(Signature::from_values(&long.to_values()), Some(long.clone()));
        assert!(long.sample.len() <= ALL);
        assert_eq!(Signature::from_values(&[1, 2, 3]), None);
        // Half of it, found through the coarser sample.
        let half = sign(&text(7, 4500));
        assert!(long.containment(&half) > 0.97, "{}", long.containment(&half));
    }
}
