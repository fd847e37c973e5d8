/// How much was found, how much of it is right, and how much there was to find.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Found and marked.
    pub right: usize,
    /// Found.
    pub found: usize,
    /// Marked by people.
    pub marked: usize,
}

impl Counts {
    /// Counts of one text.
    pub fn new(right: usize, found: usize, marked: usize) -> Counts {
        Counts { right, found, marked }
    }

    /// Adds the counts of another text.
    pub fn add(&mut self, other: Counts) {
        self.right += other.right;
        self.found += other.found;
        self.marked += other.marked;
    }

    /// Share of what was found that is right; 0 when nothing was found.
    pub fn precision(self) -> f64 {
        share(self.right, self.found)
    }

    /// Share of what was marked that was found; 0 when nothing was marked.
    pub fn recall(self) -> f64 {
        share(self.right, self.marked)
    }

    /// The harmonic mean of the two.
    pub fn f1(self) -> f64 {
        harmonic(self.precision(), self.recall())
    }
}

fn share(part: usize, all: usize) -> f64 {
    if all == 0 { 0.0 } else { part as f64 / all as f64 }
}

/// The harmonic mean of precision and recall; 0 when both are.
pub fn harmonic(precision: f64, recall: f64) -> f64 {
    if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn f1_is_the_harmonic_mean() {
        let counts = Counts::new(2, 4, 8);
        assert_eq!((counts.precision(), counts.recall()), (0.5, 0.25));
        assert!((counts.f1() - 1.0 / 3.0).abs() < 1e-12);
        assert_eq!(Counts::default().f1(), 0.0);
    }
}
