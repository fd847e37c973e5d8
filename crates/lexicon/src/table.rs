use std::collections::BTreeSet;
use thiserror::Error;

/// A data file could not be used: where, what was expected, what was found.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{file}:{line}: {message}")]
pub struct LexiconError {
    /// Path below `data/`.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// What was expected, what was found, what to do.
    pub message: String,
}

/// A tab-separated data file: `#` lines tell its origin, the first other line names the columns, then one entry a line.
///
/// Strict: a missing or extra column, a doubled entry or trailing white space stops with file and line.
/// The file's lines must be sorted by their bytes, so that a change is a small diff.
#[derive(Debug)]
pub struct Table<'a> {
    file: &'a str,
    columns: Vec<&'a str>,
    rows: Vec<Row<'a>>,
}

/// One entry of a table.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    file: &'a str,
    line: usize,
    cells: Vec<&'a str>,
}

impl<'a> Table<'a> {
    /// Reads a table whose columns must be exactly `columns`, in order.
    pub fn parse(file: &'a str, text: &'a str, columns: &[&str]) -> Result<Table<'a>, LexiconError> {
        Table::read(file, text, columns, true)
    }

    /// The same for a table that somebody else keeps: its lines may stand in any order.
    pub fn parse_unsorted(file: &'a str, text: &'a str, columns: &[&str]) -> Result<Table<'a>, LexiconError> {
        Table::read(file, text, columns, false)
    }

    fn read(file: &'a str, text: &'a str, columns: &[&str], sorted: bool) -> Result<Table<'a>, LexiconError> {
        let error = |line: usize, message: String| LexiconError { file: file.to_string(), line, message };
        let mut lines =
            text.lines().enumerate().map(|(i, l)| (i + 1, l)).filter(|(_, l)| !l.is_empty() && !l.starts_with('#'));
        let Some((at, head)) = lines.next() else {
            return Err(error(1, format!("expected a line that names the columns {}, found none", columns.join(", "))));
        };
        let found: Vec<&str> = head.split('\t').collect();
        if found != columns {
            return Err(error(at, format!("expected the columns {}, found {}", columns.join(", "), found.join(", "))));
        }
        let mut rows: Vec<Row<'a>> = Vec::new();
        let mut before = "";
        let mut seen = BTreeSet::new();
        for (line, text) in lines {
            if text.trim_end() != text && !text.ends_with('\t') {
                return Err(error(line, "expected no white space at the end of the line".to_string()));
            }
            if !seen.insert(text) {
                return Err(error(line, "expected each entry once, found this line twice".to_string()));
            }
            if sorted && text < before {
                return Err(error(line, format!("expected sorted lines, found {text:?} after {before:?}")));
            }
            before = text;
            let cells: Vec<&str> = text.split('\t').collect();
            if cells.len() != columns.len() {
                return Err(error(line, format!("expected {} columns, found {}", columns.len(), cells.len())));
            }
            rows.push(Row { file, line, cells });
        }
        Ok(Table { file, columns: found, rows })
    }

    /// Path below `data/`.
    pub fn file(&self) -> &'a str {
        self.file
    }

    /// Names of the columns.
    pub fn columns(&self) -> &[&'a str] {
        &self.columns
    }

    /// The entries in order.
    pub fn rows(&self) -> &[Row<'a>] {
        &self.rows
    }
}

impl<'a> Row<'a> {
    /// The text of a column, by position.
    pub fn cell(&self, column: usize) -> &'a str {
        self.cells[column]
    }

    /// The words of a column that holds several, split at `|`; none when the cell is empty.
    pub fn list(&self, column: usize) -> Vec<&'a str> {
        let cell = self.cells[column];
        if cell.is_empty() { Vec::new() } else { cell.split('|').map(str::trim).collect() }
    }

    /// Reads a column with a closed list's `parse`; what else stands there is an error.
    pub fn closed<T>(&self, column: usize, what: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T, LexiconError> {
        parse(self.cells[column]).ok_or_else(|| self.error(format!("expected {what}, found {:?}", self.cells[column])))
    }

    /// Its line in the file, from 1.
    pub fn line(&self) -> u32 {
        self.line as u32
    }

    /// An error that points at this line.
    pub fn error(&self, message: String) -> LexiconError {
        LexiconError { file: self.file.to_string(), line: self.line, message }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_keeps_its_rows_and_refuses_what_it_does_not_know() {
        let table = Table::parse("t.tsv", "# origin\nword\tkind\na\tx|y\nb\t\n", &["word", "kind"]).unwrap();
        assert_eq!(table.rows()[0].list(1), ["x", "y"]);
        assert!(table.rows()[1].list(1).is_empty());
        let wrong = |text| Table::parse("t.tsv", text, &["word", "kind"]).unwrap_err().to_string();
        assert_eq!(wrong("word\n"), "t.tsv:1: expected the columns word, kind, found word");
        assert_eq!(wrong("word\tkind\nb\t\na\t\n"), "t.tsv:3: expected sorted lines, found \"a\\t\" after \"b\\t\"");
        assert_eq!(wrong("word\tkind\na\t\na\t\n"), "t.tsv:3: expected each entry once, found this line twice");
        assert_eq!(wrong("word\tkind\na\n"), "t.tsv:2: expected 2 columns, found 1");
    }
}
