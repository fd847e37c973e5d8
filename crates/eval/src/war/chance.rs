//! Which one next? Chance that is the same on every machine (SplitMix64 by Sebastiano Vigna, public domain).

/// Numbers that look like chance and follow from a seed.
pub(super) struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed(self.0)
    }

    /// 0 to `below`, exclusive; 0 when there is none.
    pub fn below(&mut self, below: usize) -> usize {
        (self.next() >> 11) as usize % below.max(1)
    }

    /// True so many times in a hundred.
    pub fn in_hundred(&mut self, times: usize) -> bool {
        self.below(100) < times
    }

    pub fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// As [`Chance::of`], the first far more often than the last.
    pub fn of_ranked<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        let far = 1 + self.below(all.len());
        &all[self.below(far)]
    }
}

/// Another number for each number.
pub(super) fn mixed(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}
