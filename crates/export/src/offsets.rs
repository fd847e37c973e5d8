/// Counts Unicode code points up to byte offsets of one text.
///
/// Most offsets are asked in rising order, so each answer is kept in steps of the text and costs at most one step.
#[derive(Debug)]
pub(crate) struct CodePoints {
    text: String,
    /// Code points before byte `i * STEP` (rounded up to a character border).
    before: Vec<u32>,
}

const STEP: usize = 256;

impl CodePoints {
    pub fn new(text: String) -> CodePoints {
        let mut before = vec![0];
        for (points, (at, _)) in (0..).zip(text.char_indices()) {
            while before.len() * STEP <= at {
                before.push(points);
            }
        }
        CodePoints { text, before }
    }

    /// Code points before byte `at`; `None` when it is no character border of the text.
    pub fn before(&self, at: u32) -> Option<u32> {
        let at = at as usize;
        if !self.text.is_char_boundary(at) {
            return None;
        }
        let step = (at / STEP).min(self.before.len() - 1);
        let start = (step * STEP..).find(|start| self.text.is_char_boundary(*start))?;
        let rest = self.text.get(start.min(at)..at)?;
        let between = rest.chars().count() as u32;
        Some(self.before[step] + between)
    }
}

#[cfg(test)]
mod tests {
    use super::CodePoints;

    #[test]
    fn every_border_counts_the_characters_before_it() {
        let text = "a“b”ñ𝄞 ".repeat(200);
        let points = CodePoints::new(text.clone());
        for (n, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(points.before(at as u32), Some(n as u32), "byte {at}");
        }
        assert_eq!(points.before(text.len() as u32), Some(text.chars().count() as u32));
        assert_eq!(points.before(2), None);
        assert_eq!(points.before(text.len() as u32 + 1), None);
    }
}
