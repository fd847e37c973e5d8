//! Is one sentence written from another?
//!
//! "Five guards were killed when a shell hit the depot in Tavan on Monday" and "Five guards died when a shell hit the depot in Tavan
//! late on Monday": most runs of three words of the one stand in the other, which two people who write down the same news by
//! themselves hardly bring about. Whoever wrote the later one had the earlier before him, or both had a third. What stands in
//! quotation marks is left out: two papers may well quote one statement.

use crate::FuseClaim;
use crate::origin::Sources;
use std::collections::BTreeMap;

/// Words in a run.
const RUN: usize = 3;
/// Runs that both sentences hold, at the least: a formula of a few words ("could not be independently verified") is no sign.
const FEWEST: usize = 6;
/// How many earlier sentences a run is looked for in.
const MOST: usize = 32;

/// The words of a sentence as far as they show from what it was written: hashes of its runs of three words outside quotation
/// marks, sorted. Empty for a claim whose words are not known.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wording(Box<[u32]>);

impl Wording {
    /// Of a sentence. Case and marks make no difference.
    pub fn of(sentence: &str) -> Wording {
        let mut runs: Vec<u32> = Vec::new();
        for piece in unquoted(sentence) {
            let words = piece.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            let words: Vec<u64> = words.map(|word| hash(word.chars().flat_map(char::to_lowercase))).collect();
            runs.extend(words.windows(RUN).map(|run| run.iter().fold(0, |sum, &word| mix(sum ^ word)) as u32));
        }
        runs.sort_unstable();
        runs.dedup();
        Wording(runs.into())
    }

    /// True where half of the runs of the shorter sentence stand in the other, and they are not few.
    pub fn is_from(&self, other: &Wording) -> bool {
        let shared = self.0.iter().filter(|run| other.0.binary_search(run).is_ok()).count();
        shared >= FEWEST && 2 * shared >= self.0.len().min(other.0.len())
    }
}

/// For each of some claims in the order in which they came out the first before it whose sentence it was written from, in another
/// document that is no copy of its own.
pub(crate) fn written_from(claims: &[&FuseClaim], sources: &Sources<'_>) -> Vec<Option<usize>> {
    let mut holding: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    let mut from = Vec::with_capacity(claims.len());
    for (at, claim) in claims.iter().enumerate() {
        let mut candidates: Vec<usize> = Vec::new();
        for run in &claim.wording.0 {
            let held = holding.entry(*run).or_default();
            candidates.extend(held.iter());
            if held.len() < MOST {
                held.push(at);
            }
        }
        candidates.sort_unstable();
        candidates.dedup();
        let group = sources.copy_group(&claim.document);
        from.push(candidates.into_iter().find(|&earlier| {
            let earlier = claims[earlier];
            sources.copy_group(&earlier.document) != group && claim.wording.is_from(&earlier.wording)
        }));
    }
    from
}

/// The pieces of a text outside double quotation marks.
fn unquoted(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = false;
    text.split_inclusive(['"', '“', '”', '«', '»', '„']).filter(move |piece| {
        let own = !depth;
        match piece.chars().next_back() {
            Some('"') => depth = !depth,
            Some('“' | '«' | '„') => depth = true,
            Some('”' | '»') => depth = false,
            _ => {}
        }
        own
    })
}

/// FNV-1a over the characters of a word.
pub(crate) fn hash(word: impl Iterator<Item = char>) -> u64 {
    word.fold(0xcbf2_9ce4_8422_2325, |sum, c| (sum ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3))
}

/// Spreads every bit (the finaliser of SplitMix64: Steele, Lea, Flood 2014).
fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str = "Five guards were killed when a shell hit the depot in Tavan on Monday, the ministry said.";

    fn is_from(one: &str, other: &str) -> bool {
        let (one, other) = (Wording::of(one), Wording::of(other));
        assert_eq!(one.is_from(&other), other.is_from(&one));
        one.is_from(&other)
    }

    #[test]
    fn a_sentence_with_some_words_changed_is_from_the_other() {
        assert!(is_from(
            "At least five guards died when a shell hit the depot in Tavan on Monday, officials said.",
            FIRST
        ));
        assert!(is_from("FIVE GUARDS WERE KILLED when a shell hit the depot in Tavan – on Monday.", FIRST));
    }

    #[test]
    fn the_same_news_in_other_words_is_not() {
        assert!(!is_from("A shell that hit a depot in Tavan on Monday killed five guards, the ministry said.", FIRST));
        assert!(!is_from(
            "The toll could not be independently verified.",
            "The claim could not be independently verified."
        ));
        assert!(!is_from("", ""));
    }

    #[test]
    fn a_quoted_statement_is_its_speakers() {
        let said = "“Five guards were killed when a shell hit the depot in Tavan on Monday,”";
        assert!(!is_from(&format!("{said} the minister told reporters."), &format!("In a statement she said: {said}")));
    }
}
