use crate::{CaseError, migration};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// KiB of the file that a connection keeps in memory at most. Ids are hashes, so that the rows of one document lie all over the
/// indexes of a large case: what was just written or read is soon asked for again.
const KEPT_TO_WRITE: i64 = 256 << 10;
/// The same for one that only reads; a server has a few of them.
const KEPT_TO_READ: i64 = 64 << 10;

/// An open case file.
#[derive(Debug)]
pub struct Case {
    pub(crate) sql: Connection,
    pub(crate) path: PathBuf,
    writable: bool,
}

impl Case {
    /// Opens the case file at `path`, or makes a new one where nothing stands.
    ///
    /// Errors when the folder is missing, when something else stands there, when the schema is newer than this program's.
    pub fn open_or_create(path: &Path) -> Result<Case, CaseError> {
        let folder = path.parent().filter(|f| !f.as_os_str().is_empty());
        if let Some(folder) = folder.filter(|f| !f.is_dir()) {
            return Err(CaseError::NoFolder { path: path.to_path_buf(), folder: folder.to_path_buf() });
        }
        Case::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)
    }

    /// Opens an existing case file to read and, where the file allows it, to write.
    ///
    /// Errors as [`Case::open_or_create`], and when nothing stands there.
    pub fn open(path: &Path) -> Result<Case, CaseError> {
        if !path.exists() {
            return Err(CaseError::Missing { path: path.to_path_buf() });
        }
        match Case::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE) {
            Err(CaseError::Denied { what: "written", .. }) => Case::view(path),
            other => other,
        }
    }

    /// Opens an existing case file to read only; several may do so while one writes.
    ///
    /// Errors as [`Case::open`]. A file of an older schema must be opened by [`Case::open`] once.
    pub fn view(path: &Path) -> Result<Case, CaseError> {
        if !path.exists() {
            return Err(CaseError::Missing { path: path.to_path_buf() });
        }
        match Case::connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY) {
            // A file in a folder without write permission has no room for the lock file; nobody can change it either.
            Err(CaseError::Denied { .. } | CaseError::Sql { .. }) if nobody_writes(path) => {
                Case::connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI)
            }
            other => other,
        }
    }

    /// A case that is nowhere on disk.
    pub fn in_memory() -> Result<Case, CaseError> {
        Case::connect(Path::new(":memory:"), OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_MEMORY)
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// True when it may be changed.
    pub fn is_writable(&self) -> bool {
        self.writable
    }

    /// The same file opened a second time to read, for another thread.
    pub fn another(&self) -> Result<Case, CaseError> {
        Case::view(&self.path)
    }

    fn connect(path: &Path, flags: OpenFlags) -> Result<Case, CaseError> {
        if path.is_dir() {
            return Err(CaseError::Folder { path: path.to_path_buf() });
        }
        let told = |e| CaseError::from_sql(path, e);
        let writable = flags.contains(OpenFlags::SQLITE_OPEN_READ_WRITE);
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let sql = if flags.contains(OpenFlags::SQLITE_OPEN_URI) {
            Connection::open_with_flags(immutable(path), flags)
        } else {
            Connection::open_with_flags(path, flags)
        };
        let sql = sql.map_err(|e| could_not_open(path, writable, e))?;
        let mut case = Case { sql, path: path.to_path_buf(), writable };
        case.sql.busy_timeout(Duration::from_secs(10)).map_err(told)?;
        case.check_owner()?;
        // A plan holds for all values that a question is asked with; else SQLite parses it anew for each of them.
        case.sql.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(told)?;
        case.sql.pragma_update(None, "foreign_keys", true).map_err(told)?;
        case.sql.pragma_update(None, "trusted_schema", false).map_err(told)?;
        case.sql.set_prepared_statement_cache_capacity(128);
        let kept = if writable { KEPT_TO_WRITE } else { KEPT_TO_READ };
        case.sql.pragma_update(None, "cache_size", -kept).map_err(told)?;
        if writable {
            // Readers go on while one writes; what was committed survives the end of the process at any moment.
            let _: String = case.sql.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0)).map_err(told)?;
            case.sql.pragma_update(None, "synchronous", "NORMAL").map_err(told)?;
            migration::run(&mut case.sql, path)?;
        } else {
            let found = migration::found(&case.sql).map_err(told)?;
            if found < migration::newest() {
                return Err(CaseError::Older { path: path.to_path_buf(), found, known: migration::newest() });
            }
            migration::check(&case.sql, path)?;
        }
        Ok(case)
    }

    /// Refuses a file that another program made and one that a newer program made, before anything is written.
    fn check_owner(&self) -> Result<(), CaseError> {
        let told = |e| CaseError::from_sql(&self.path, e);
        let id: i64 = self.sql.query_row("PRAGMA application_id", [], |row| row.get(0)).map_err(told)?;
        let tables: i64 =
            self.sql.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).map_err(told)?;
        let new = id == 0 && tables == 0;
        if id != migration::APPLICATION_ID && !(new && self.writable) {
            return Err(CaseError::Foreign { path: self.path.clone(), found: id });
        }
        let found = migration::found(&self.sql).map_err(told)?;
        if found > migration::newest() {
            return Err(CaseError::Newer { path: self.path.clone(), found, known: migration::newest() });
        }
        Ok(())
    }

    /// Runs reading SQL and gives its errors their meaning.
    pub(crate) fn ask<T>(&self, question: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, CaseError> {
        question(&self.sql).map_err(|e| CaseError::from_sql(&self.path, e))
    }

    /// Runs reading SQL inside one transaction: all of it sees the same record.
    pub(crate) fn ask_at_once<T>(
        &self,
        question: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, CaseError> {
        self.ask(|sql| {
            let view = sql.unchecked_transaction()?;
            let answer = question(&view)?;
            view.finish()?;
            Ok(answer)
        })
    }
}

fn could_not_open(path: &Path, writable: bool, error: rusqlite::Error) -> CaseError {
    use rusqlite::ErrorCode;
    match error.sqlite_error_code() {
        Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            let what = if writable && std::fs::File::open(path).is_ok() || !path.exists() { "written" } else { "read" };
            CaseError::Denied { path: path.to_path_buf(), what }
        }
        _ => CaseError::from_sql(path, error),
    }
}

/// True when no other program has the file open to write: there is no write-ahead log beside it.
fn nobody_writes(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    !Path::new(&log).exists()
}

/// The address that opens a file without locks.
fn immutable(path: &Path) -> String {
    let mut address = String::from("file:");
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => address.push(byte as char),
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address.push_str("?immutable=1");
    address
}
