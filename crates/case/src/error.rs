use rusqlite::ErrorCode;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// A case file cannot be used. Each message says what was expected, what was found and what to do.
#[derive(Debug, Error)]
pub enum CaseError {
    /// Nothing stands at the path.
    #[error("{}: there is no such case file. Make one with: isnad read REPORTS --case {}", .path.display(), .path.display())]
    Missing {
        /// What was asked for.
        path: PathBuf,
    },
    /// The folder of a new case file does not exist.
    #[error("{}: the folder {} does not exist. Make it first, or give another place for the case file", .path.display(), .folder.display())]
    NoFolder {
        /// What was asked for.
        path: PathBuf,
        /// The folder it should lie in.
        folder: PathBuf,
    },
    /// The path names a folder.
    #[error("{}: expected a case file, found a folder. Name a file inside it", .path.display())]
    Folder {
        /// What was asked for.
        path: PathBuf,
    },
    /// The file is no SQLite file.
    #[error("{}: expected a case file, found a file of another kind. It was not changed. Give the name of a case file, or a new name to make one", .path.display())]
    NotACase {
        /// What was asked for.
        path: PathBuf,
    },
    /// The file is an SQLite file of another program.
    #[error("{}: expected a case file, found an SQLite file of another program (application id {found:#x}). It was not changed. Give the name of a case file, or a new name to make one", .path.display())]
    Foreign {
        /// What was asked for.
        path: PathBuf,
        /// Its `application_id`.
        found: i64,
    },
    /// The file was made by a newer program.
    #[error("{}: expected a case file of schema {known} or older, found schema {found}. A newer isnad made it: open it with that one", .path.display())]
    Newer {
        /// What was asked for.
        path: PathBuf,
        /// Schema of the file.
        found: i64,
        /// Newest schema this program knows.
        known: i64,
    },
    /// The file's schema is older and the file may not be changed.
    #[error("{}: the case file has schema {found}, this program needs schema {known}, and the file cannot be written to bring it up to date. Copy it to a place where it can be written", .path.display())]
    Older {
        /// What was asked for.
        path: PathBuf,
        /// Schema of the file.
        found: i64,
        /// Schema this program needs.
        known: i64,
    },
    /// The schema of the file is not what its number says.
    #[error("{}: expected step {name} of the schema as this program has it, found a different one. The file was made by another build of isnad: open it with that one, or read the reports into a new case file", .path.display())]
    OtherSchema {
        /// What was asked for.
        path: PathBuf,
        /// Name of the migration.
        name: String,
    },
    /// There is no room left.
    #[error("{}: there is no room left to write. Documents that were finished are kept. Make room, then give the same command again: it goes on where it stopped", .path.display())]
    Full {
        /// The case file.
        path: PathBuf,
    },
    /// Another program is writing.
    #[error("{}: another program is writing to the case file. Wait until it is done, then try again", .path.display())]
    Busy {
        /// The case file.
        path: PathBuf,
    },
    /// The file may not be read or written.
    #[error("{}: the case file cannot be {what}: permission denied. Check who owns it and its folder", .path.display())]
    Denied {
        /// The case file.
        path: PathBuf,
        /// `"read"` or `"written"`.
        what: &'static str,
    },
    /// The file is damaged.
    #[error("{}: the case file is damaged ({message}). Take it from a backup, or read the reports into a new case file", .path.display())]
    Damaged {
        /// The case file.
        path: PathBuf,
        /// What SQLite found.
        message: String,
    },
    /// A stored value is none of those it can be.
    #[error("{}: the case file holds {found:?} where {expected} is expected ({place}). `isnad verify` tells more", .path.display())]
    Value {
        /// The case file.
        path: PathBuf,
        /// Table and column.
        place: &'static str,
        /// What can stand there.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// Anything else that SQLite reports.
    #[error("{}: the case file could not be used: {source}", .path.display())]
    Sql {
        /// The case file.
        path: PathBuf,
        /// What SQLite says.
        source: rusqlite::Error,
    },
}

/// A stored word that is not in its closed list; travels through `rusqlite` to [`CaseError::Value`].
#[derive(Debug, Error)]
#[error("{place}: expected {expected}, found {found:?}")]
pub(crate) struct BadValue {
    pub place: &'static str,
    pub expected: &'static str,
    pub found: String,
}

impl BadValue {
    /// The value of `parse`, or an error that names the place.
    pub fn check<T>(
        place: &'static str,
        expected: &'static str,
        found: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> rusqlite::Result<T> {
        parse(found).ok_or_else(|| {
            let bad = BadValue { place, expected, found: found.to_string() };
            rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(bad))
        })
    }
}

impl CaseError {
    /// What an error of SQLite means for the person who uses the file at `path`.
    pub(crate) fn from_sql(path: &Path, error: rusqlite::Error) -> CaseError {
        let path = path.to_path_buf();
        let message = error.to_string();
        match error {
            rusqlite::Error::FromSqlConversionFailure(_, _, inner) if inner.is::<BadValue>() => {
                match inner.downcast::<BadValue>() {
                    Ok(bad) => CaseError::Value { path, place: bad.place, expected: bad.expected, found: bad.found },
                    Err(_) => CaseError::Damaged { path, message },
                }
            }
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::Utf8Error(..) => CaseError::Damaged { path, message },
            rusqlite::Error::SqliteFailure(failure, _) => match failure.code {
                ErrorCode::NotADatabase => CaseError::NotACase { path },
                ErrorCode::DiskFull => CaseError::Full { path },
                // Writing past a limit on the size of files is reported as a failure of input or output.
                ErrorCode::SystemIoFailure if is_write(failure.extended_code) => CaseError::Full { path },
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => CaseError::Busy { path },
                ErrorCode::ReadOnly => CaseError::Denied { path, what: "written" },
                ErrorCode::PermissionDenied => CaseError::Denied { path, what: "read" },
                ErrorCode::DatabaseCorrupt => CaseError::Damaged { path, message },
                _ => CaseError::Sql { path, source: error },
            },
            _ => CaseError::Sql { path, source: error },
        }
    }
}

/// True for the extended codes of a write, a change of size or a sync that failed.
fn is_write(extended: i32) -> bool {
    use rusqlite::ffi::{SQLITE_IOERR_FSYNC, SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_TRUNCATE, SQLITE_IOERR_WRITE};
    [SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_IOERR_TRUNCATE, SQLITE_IOERR_SHMSIZE].contains(&extended)
}
