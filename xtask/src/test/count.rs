//! How many tests passed and failed, from what a test runner prints?

/// Tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// So many passed.
    pub passed: u32,
    /// So many failed, for whatever reason.
    pub failed: u32,
}

impl Count {
    /// Adds what another runner counted.
    pub fn add(&mut self, other: Count) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The count that a line of a runner's output closes with; `None` for any other line.
///
/// Reads the closing lines of cargo nextest, `cargo test`, Node's test runner and our own. But for nextest's they stand at
/// the start of a line: what is indented is the output of one test, shown again.
pub fn of_line(line: &str) -> Option<Count> {
    let (indented, line) = (line.starts_with(' '), line.trim());
    let nextest = line.starts_with("Summary [").then(|| line.split_once(" run: ")).flatten();
    if let Some((_, counts)) = nextest {
        return Some(pairs(counts));
    }
    if indented {
        return None;
    }
    if let Some(counts) = line.strip_prefix("test result: ") {
        return Some(pairs(counts.split_once(". ").map_or(counts, |(_, counts)| counts)));
    }
    if let Some((mark, word, number)) = three_words(line)
        && matches!(mark, "#" | "ℹ")
    {
        let number = number.parse().ok()?;
        return match word {
            "pass" => Some(Count { passed: number, failed: 0 }),
            "fail" | "cancelled" => Some(Count { passed: 0, failed: number }),
            _ => None,
        };
    }
    let ours = line.split(", ").all(|part| {
        part.split_once(' ').is_some_and(|(n, word)| n.parse::<u32>().is_ok() && matches!(word, "passed" | "failed"))
    });
    ours.then(|| pairs(line))
}

/// Sums `12 passed (1 slow), 2 failed; 1 timed out`: what is neither passed nor set aside has failed.
fn pairs(text: &str) -> Count {
    let mut count = Count::default();
    let mut depth = 0;
    let outside: String = text
        .chars()
        .filter(|&c| {
            depth += i32::from(c == '(');
            let keep = depth == 0;
            depth -= i32::from(c == ')');
            keep
        })
        .collect();
    for part in outside.split([',', ';']) {
        let mut words = part.split_whitespace();
        if let (Some(Ok(number)), Some(word)) = (words.next().map(str::parse::<u32>), words.next()) {
            match word {
                "passed" => count.passed += number,
                "failed" | "timed" | "exec" => count.failed += number,
                _ => {}
            }
        }
    }
    count
}

fn three_words(line: &str) -> Option<(&str, &str, &str)> {
    let mut words = line.split_whitespace();
    let found = (words.next()?, words.next()?, words.next()?);
    words.next().is_none().then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_runner_closes_in_its_own_words() {
        let count = |passed, failed| Some(Count { passed, failed });
        for (line, expected) in [
            ("     Summary [   0.031s] 13 tests run: 13 passed, 0 skipped", count(13, 0)),
            (
                "     Summary [ 61.3s] 9 tests run: 6 passed (2 slow, 1 leaky), 2 failed, 1 timed out, 4 skipped",
                count(6, 3),
            ),
            (
                "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
                count(5, 0),
            ),
            ("test result: FAILED. 5 passed; 2 failed; 0 ignored", count(5, 2)),
            ("ℹ pass 12", count(12, 0)),
            ("# fail 3", count(0, 3)),
            ("7 passed, 1 failed", count(7, 1)),
            ("7 passed", count(7, 0)),
            ("    test result: FAILED. 0 passed; 1 failed; 0 ignored", None),
            ("# tests 12", None),
            ("a line with 7 passed, 1 failed in it", None),
            ("", None),
        ] {
            assert_eq!(of_line(line), expected, "{line}");
        }
    }
}
