//! What does a file of JSON lines hold?
//!
//! `{"id": "a1", "text": "…"}` a line. A line that is not as the set's README says stops the measuring: a figure of half a
//! set would pass for one of the whole.

use serde::de::DeserializeOwned;
use std::fmt;
use std::path::{Path, PathBuf};

/// A file that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The file.
    pub file: PathBuf,
    /// Its line, from 1; 0 for the file as a whole.
    pub line: usize,
    /// What should stand there.
    pub expected: String,
    /// What stands there.
    pub found: String,
    /// What to do about it.
    pub remedy: String,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if self.line > 0 {
            write!(f, ", line {}", self.line)?;
        }
        write!(f, ": expected {}, found {}. {}", self.expected, self.found, self.remedy)
    }
}

impl std::error::Error for Wrong {}

/// The rows of one file with their lines, to point at one that is wrong.
#[derive(Clone, Debug)]
pub struct Lines<T> {
    /// The rows in order.
    pub rows: Vec<T>,
    file: PathBuf,
    /// The line of each row, from 1; empty lines are passed over.
    numbers: Vec<usize>,
}

const REMEDY: &str = "Lay the file there as its publisher gives it, or leave the set out";

impl<T: DeserializeOwned> Lines<T> {
    /// Reads a file of which each line is an object with the fields of `T`.
    pub fn read(file: &Path) -> Result<Lines<T>, Wrong> {
        let wrong = |line, expected: &str, found: String| Wrong {
            file: file.to_path_buf(),
            line,
            expected: expected.to_string(),
            found,
            remedy: REMEDY.to_string(),
        };
        let bytes = std::fs::read(file).map_err(|error| wrong(0, "a file of JSON lines", error.to_string()))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let line = 1 + error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|b| **b == b'\n').count();
            wrong(line, "UTF-8", "bytes that are none".to_string())
        })?;
        let mut lines = Lines { rows: Vec::new(), file: file.to_path_buf(), numbers: Vec::new() };
        for (number, line) in (1..).zip(text.split('\n')).filter(|(_, line)| !line.trim().is_empty()) {
            let row = serde_json::from_str(line)
                .map_err(|error| wrong(number, "an object with the fields of the set's README", error.to_string()))?;
            lines.rows.push(row);
            lines.numbers.push(number);
        }
        Ok(lines)
    }
}

impl<T> Lines<T> {
    /// An error that points at a row.
    pub fn wrong(&self, row: usize, expected: &str, found: impl Into<String>) -> Wrong {
        Wrong {
            file: self.file.clone(),
            line: self.numbers.get(row).copied().unwrap_or(0),
            expected: expected.to_string(),
            found: found.into(),
            remedy: REMEDY.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    struct Row {
        id: String,
    }

    #[test]
    fn a_line_that_is_not_as_told_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("rows.jsonl");
        std::fs::write(&file, "{\"id\":\"a\"}\n\n{\"id\":\"b\"}\n").expect("written");
        let lines = Lines::<Row>::read(&file).expect("rows");
        assert_eq!(lines.rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(lines.wrong(1, "x", "y").line, 3);

        std::fs::write(&file, "{\"id\":\"a\"}\n{\"name\":\"b\"}\n").expect("written");
        let wrong = Lines::<Row>::read(&file).expect_err("no id");
        assert_eq!(wrong.line, 2);
        assert!(wrong.to_string().contains("rows.jsonl, line 2: expected an object"), "{wrong}");
        assert!(wrong.to_string().contains("missing field `id`"), "{wrong}");

        std::fs::write(&file, b"{\"id\":\"a\"}\n\xff\n").expect("written");
        assert_eq!(Lines::<Row>::read(&file).expect_err("no UTF-8").line, 2);
        assert_eq!(Lines::<Row>::read(&folder.path().join("none.jsonl")).expect_err("no file").line, 0);
    }
}
