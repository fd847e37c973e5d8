//! What does a `reports.csv` beside the files say about them?
//!
//! A line `korm.txt,The bridge at Korm,Port Amel Post,2019-03-03,Ana Velt` gives the outlet, day and author of the article
//! with that title in `korm.txt`. Columns `file`, `title`, `outlet`, `date`, `author`, `url` in any order; all but `file` may
//! be missing or empty. One row an article; several authors are parted by `;`.

use jiff::civil::Date;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The name of the file that tells about the files beside it.
pub const FILE_NAME: &str = "reports.csv";

/// All `reports.csv` files found, by folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sidecars {
    folders: BTreeMap<PathBuf, Sidecar>,
}

/// One `reports.csv`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sidecar {
    /// What it says, row by row.
    pub rows: Vec<SidecarRow>,
    /// Rows that could not be used as they stand.
    pub faults: Vec<SidecarFault>,
}

/// What one row says about an article. `None` where it says nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SidecarRow {
    /// Line in the file, from 1.
    pub line: u32,
    /// Name of the report, beside the `reports.csv`.
    pub file: String,
    /// The article's title, as it stands on the page.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// The day it was published.
    pub date: Option<Date>,
    /// Who wrote it, in order.
    pub authors: Vec<String>,
    /// Address it was published at.
    pub url: Option<String>,
}

/// A row, or a whole `reports.csv`, that could not be used as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SidecarFault {
    /// Line in the file, from 1.
    pub line: u32,
    /// The report it is about, where that can be told.
    pub file: Option<String>,
    /// What was expected, what was found.
    pub message: String,
}

impl Sidecars {
    /// Reads `path` if it is there and was not read before.
    pub(crate) fn add(&mut self, path: &Path) {
        let folder = path.parent().unwrap_or(Path::new("")).to_path_buf();
        if self.folders.contains_key(&folder) {
            return;
        }
        let sidecar = match std::fs::read(path) {
            Ok(bytes) => {
                let mut sidecar = Sidecar::parse(&bytes);
                let gone = |row: &&SidecarRow| !folder.join(&row.file).exists();
                let gone: Vec<(u32, String)> =
                    sidecar.rows.iter().filter(gone).map(|row| (row.line, row.file.clone())).collect();
                for (line, file) in gone {
                    sidecar.fault(line, None, format!("expected a file {file:?} beside it, found none"));
                }
                sidecar
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return,
            Err(error) => {
                let message = format!("could not be read, so nothing is known of the files beside it: {error}");
                Sidecar { rows: Vec::new(), faults: vec![SidecarFault { line: 1, file: None, message }] }
            }
        };
        self.folders.insert(folder, sidecar);
    }

    /// The `reports.csv` beside a file.
    pub fn beside(&self, file: &Path) -> Option<&Sidecar> {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
        self.folders.get(folder.unwrap_or(Path::new("."))).or_else(|| self.folders.get(folder?))
    }

    /// Faults that no report can be told to carry, with the `reports.csv` they stand in. A fault of a row whose report is
    /// known comes back as a problem of that report's document.
    pub fn faults(&self) -> impl Iterator<Item = (PathBuf, &SidecarFault)> {
        self.folders.iter().flat_map(|(folder, sidecar)| {
            let faults = sidecar.faults.iter().filter(|fault| fault.file.is_none());
            faults.map(|fault| (folder.join(FILE_NAME), fault))
        })
    }
}

impl Sidecar {
    /// Reads a `reports.csv`. Never fails: a row that cannot be read is a fault with its line.
    pub fn parse(bytes: &[u8]) -> Sidecar {
        let mut sidecar = Sidecar::default();
        let text = String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).into_owned();
        let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
        let columns: Vec<String> = match reader.headers() {
            Ok(head) => head.iter().map(str::to_ascii_lowercase).collect(),
            Err(error) => {
                sidecar.fault(1, None, format!("could not be read: {error}"));
                return sidecar;
            }
        };
        if !columns.iter().any(|column| column == "file") {
            let found = columns.join(",");
            sidecar.fault(
                1,
                None,
                format!("expected a first line that names the columns, one of them file, found {found:?}"),
            );
            return sidecar;
        }
        for column in
            columns.iter().filter(|c| !["file", "title", "outlet", "date", "author", "url"].contains(&c.as_str()))
        {
            let message = format!(
                "expected the columns file, title, outlet, date, author, url, found {column:?}; it is left out"
            );
            sidecar.fault(1, None, message);
        }
        for record in reader.records() {
            match record {
                Ok(record) => sidecar.row(&columns, &record),
                Err(error) => {
                    let line = error.position().map_or(1, |position| position.line() as u32);
                    sidecar.fault(line, None, format!("expected a row of comma-separated values, found: {error}"));
                }
            }
        }
        sidecar
    }

    fn row(&mut self, columns: &[String], record: &csv::StringRecord) {
        let line = record.position().map_or(1, |position| position.line() as u32);
        let cell = |name: &str| {
            let value = columns.iter().position(|column| column == name).and_then(|at| record.get(at))?;
            (!value.is_empty()).then(|| value.to_string())
        };
        let Some(file) = cell("file") else {
            return self.fault(line, None, "expected the name of a file in the column file, found nothing".to_string());
        };
        if record.len() != columns.len() {
            let message = format!("expected {} values, found {}; what is there is used", columns.len(), record.len());
            self.fault(line, Some(file.clone()), message);
        }
        let date = cell("date").and_then(|text| match text.parse::<Date>() {
            Ok(date) => Some(date),
            Err(_) => {
                let message = format!("expected a date as 2019-03-31, found {text:?}; the row is used without it");
                self.fault(line, Some(file.clone()), message);
                None
            }
        });
        let authors = cell("author").map_or_else(Vec::new, |names| {
            names.split(';').map(|name| name.trim().to_string()).filter(|name| !name.is_empty()).collect()
        });
        let (title, outlet, url) = (cell("title"), cell("outlet"), cell("url"));
        self.rows.push(SidecarRow { line, file, title, outlet, date, authors, url });
    }

    fn fault(&mut self, line: u32, file: Option<String>, message: String) {
        self.faults.push(SidecarFault { line, file, message });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_in_any_order_and_may_be_missing() {
        let sidecar =
            Sidecar::parse(b"\xef\xbb\xbfdate,FILE,author\n2019-03-03,korm.txt,Ana Velt; Tom Arsk\n,tarsk.txt,\n");
        assert_eq!(sidecar.faults, []);
        assert_eq!(sidecar.rows[0].date, Some(jiff::civil::date(2019, 3, 3)));
        assert_eq!(sidecar.rows[0].authors, ["Ana Velt", "Tom Arsk"]);
        assert_eq!((sidecar.rows[1].line, sidecar.rows[1].date, sidecar.rows[1].outlet.as_ref()), (3, None, None));
    }

    #[test]
    fn a_bad_row_is_a_fault_with_its_line_and_the_rest_is_used() {
        let sidecar = Sidecar::parse(b"file,date,note\nkorm.txt,3 March,x\n,2019-03-03,y\ntarsk.txt,2019-03-04\n");
        let faults: Vec<_> = sidecar.faults.iter().map(|f| format!("{} {:?} {}", f.line, f.file, f.message)).collect();
        assert_eq!(
            faults,
            [
                "1 None expected the columns file, title, outlet, date, author, url, found \"note\"; it is left out",
                "2 Some(\"korm.txt\") expected a date as 2019-03-31, found \"3 March\"; the row is used without it",
                "3 None expected the name of a file in the column file, found nothing",
                "4 Some(\"tarsk.txt\") expected 3 values, found 2; what is there is used",
            ]
        );
        assert_eq!(sidecar.rows.len(), 2);
        assert!(Sidecar::parse(b"").faults[0].message.starts_with("expected a first line that names the columns"));
    }
}
