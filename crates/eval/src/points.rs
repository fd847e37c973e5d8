/// Bytes and code points of one text, both ways.
#[derive(Clone, Debug)]
pub struct Points {
    /// The byte at which each code point begins, and the length of the text.
    bytes: Vec<usize>,
}

impl Points {
    /// Counts a text.
    pub fn new(text: &str) -> Points {
        Points { bytes: text.char_indices().map(|(at, _)| at).chain([text.len()]).collect() }
    }

    /// Code points before a byte.
    pub fn before(&self, byte: u32) -> usize {
        self.bytes.partition_point(|&at| at < byte as usize)
    }

    /// The byte at which a code point begins; the text's length behind its end.
    pub fn byte(&self, point: usize) -> u32 {
        self.bytes.get(point).or(self.bytes.last()).copied().unwrap_or(0) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::Points;

    #[test]
    fn both_ways_meet() {
        let points = Points::new("a“b”");
        assert_eq!((0..5).map(|p| points.byte(p)).collect::<Vec<_>>(), [0, 1, 4, 5, 8]);
        assert_eq!([0, 1, 4, 5, 8].map(|b| points.before(b)), [0, 1, 2, 3, 4]);
        assert_eq!(points.byte(9), 8);
    }
}
