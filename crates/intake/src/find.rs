//! Which files did the user mean?
//!
//! `["reports", "-"]` becomes the files below `reports` in order of their names, then standard input.
//!
//! Folders are searched to any depth. Names that begin with a dot are passed over, as is `reports.csv`, which tells about
//! the files beside it and is no report itself.

use crate::sidecar::{self, Sidecars};
use crate::{Reason, Refusal};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A file to take in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where its bytes are.
    pub source: Source,
    /// Its path relative to what the user named, with `/` between folders: `"2020/003.txt"`; `"stdin"` for standard input.
    pub name: String,
}

/// Where the bytes of a report are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// Standard input.
    StandardInput,
}

/// What a search found.
#[derive(Debug, Default)]
pub struct Finds {
    /// Files to load, in the order the user named them; inside a folder by name.
    pub files: Vec<Found>,
    /// What was named or met, but cannot be a report.
    pub refused: Vec<Refusal>,
    /// The `reports.csv` files beside them.
    pub sidecars: Sidecars,
}

/// Finds the files that `paths` name: files, folders, and `-` for standard input. A file named twice is found once.
///
/// Nothing stops the search; what cannot be opened is in [`Finds::refused`].
pub fn find(paths: &[PathBuf]) -> Finds {
    let mut search = Search { finds: Finds::default(), seen: BTreeSet::new() };
    for path in paths {
        if path.as_os_str() == "-" {
            if search.seen.insert(PathBuf::from("-")) {
                search.finds.files.push(Found { source: Source::StandardInput, name: "stdin".to_string() });
            }
            continue;
        }
        let name = path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy()).into_owned();
        match fs::metadata(path) {
            Err(error) => search.refuse(name, Reason::from_io(&error)),
            Ok(data) if data.is_dir() => search.folder(path, ""),
            Ok(_) if name == sidecar::FILE_NAME => search.sidecar(path),
            Ok(_) => {
                let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
                search.sidecar(&folder.unwrap_or(Path::new(".")).join(sidecar::FILE_NAME));
                search.file(path, name);
            }
        }
    }
    search.finds
}

struct Search {
    finds: Finds,
    /// Real paths met so far: what is named twice is found once, and links that lead back do not go round for ever.
    seen: BTreeSet<PathBuf>,
}

impl Search {
    fn folder(&mut self, folder: &Path, prefix: &str) {
        if !self.first_time(folder) {
            return;
        }
        let entries = match fs::read_dir(folder).and_then(|entries| entries.collect::<Result<Vec<_>, _>>()) {
            Ok(entries) => entries,
            Err(error) => {
                let name =
                    if prefix.is_empty() { folder.to_string_lossy() } else { prefix.trim_end_matches('/').into() };
                return self.refuse(name.into_owned(), Reason::from_io(&error));
            }
        };
        let mut names: Vec<_> = entries.into_iter().map(|entry| entry.file_name()).collect();
        names.sort();
        self.sidecar(&folder.join(sidecar::FILE_NAME));
        for name in names {
            let (path, shown) = (folder.join(&name), name.to_string_lossy());
            if shown.starts_with('.') || shown == sidecar::FILE_NAME {
                continue;
            }
            let relative = format!("{prefix}{shown}");
            match fs::metadata(&path) {
                Err(error) => self.refuse(relative, Reason::from_io(&error)),
                Ok(data) if data.is_dir() => self.folder(&path, &format!("{relative}/")),
                Ok(_) => self.file(&path, relative),
            }
        }
    }

    fn file(&mut self, path: &Path, name: String) {
        if !self.first_time(path) {
            return;
        }
        if crate::format_of(&name).is_none() {
            let ending = path.extension().map_or("none".to_string(), |ending| format!(".{}", ending.to_string_lossy()));
            return self.refuse(name, Reason::Ending { ending });
        }
        self.finds.files.push(Found { source: Source::File(path.to_path_buf()), name });
    }

    fn sidecar(&mut self, path: &Path) {
        self.finds.sidecars.add(path);
    }

    fn refuse(&mut self, name: String, reason: Reason) {
        self.finds.refused.push(Refusal { name, reason });
    }

    fn first_time(&mut self, path: &Path) -> bool {
        self.seen.insert(fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf()))
    }
}
