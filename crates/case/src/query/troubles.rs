use super::{Page, Slice};
use crate::{Case, CaseError};
use serde::Serialize;

/// Something that could not be read, with its file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TroubleRow {
    /// Id of the document; `None`: the file was refused.
    pub document: Option<String>,
    /// Path of the file.
    pub file: String,
    /// The stage that met it.
    pub stage: String,
    /// Stable name of the case.
    pub code: String,
    /// What was expected, what was found, what to do.
    pub message: String,
    /// The words it concerns; `None`: the whole file.
    pub quote: Option<String>,
}

impl Case {
    /// All that could not be read: refused files in order of their paths, then documents in order of file and text.
    pub fn problems(&self, slice: Slice) -> Result<Page<TroubleRow>, CaseError> {
        self.ask_at_once(|sql| {
            let total =
                sql.query_row("SELECT (SELECT count(*) FROM refused) + (SELECT count(*) FROM problem)", [], |row| {
                    row.get(0)
                })?;
            // Offsets count bytes, substr() characters: it must be given bytes.
            let list = format!(
                "SELECT NULL, path, 'intake', code, message, NULL, 0 AS part, 0 AS n FROM refused
                 UNION ALL SELECT d.id, d.file, p.stage, p.code, p.message,
                     CAST(substr(CAST(d.text AS BLOB), p.start + 1, p.end - p.start) AS TEXT), 1, p.n
                 FROM problem p JOIN document d ON d.id = p.document
                 ORDER BY part, 2, 1, n{}",
                slice.sql()
            );
            let mut rows = sql.prepare(&list)?;
            let rows = rows.query_map([], |row| {
                Ok(TroubleRow {
                    document: row.get(0)?,
                    file: row.get(1)?,
                    stage: row.get(2)?,
                    code: row.get(3)?,
                    message: row.get(4)?,
                    quote: row.get(5)?,
                })
            })?;
            Ok(Page { total, offset: slice.offset, rows: rows.collect::<rusqlite::Result<_>>()? })
        })
    }
}
