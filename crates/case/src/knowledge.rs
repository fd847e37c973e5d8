//! Which tables of names did the user give beside those of the program?
//!
//! They are kept as they were given, so that a document can be read again, and a claim explained, with what was known then.

use crate::{Case, CaseError, sha256};
use rusqlite::params;

/// A table of names that the user gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnowledgeTable {
    /// Name of its file, for messages.
    pub file: String,
    /// All of it.
    pub text: String,
}

impl Case {
    /// The tables of the case, in the order in which they were given.
    pub fn knowledge(&self) -> Result<Vec<KnowledgeTable>, CaseError> {
        self.ask(|sql| {
            let mut rows = sql.prepare("SELECT file, text FROM knowledge ORDER BY number")?;
            let tables = rows.query_map([], |row| Ok(KnowledgeTable { file: row.get(0)?, text: row.get(1)? }))?;
            tables.collect()
        })
    }

    /// Keeps these tables in place of those that were there.
    pub fn keep_knowledge(&mut self, tables: &[KnowledgeTable]) -> Result<(), CaseError> {
        self.change(|sql| {
            sql.execute("DELETE FROM knowledge", [])?;
            for (number, table) in (1_i64..).zip(tables) {
                let hash = sha256(table.text.as_bytes());
                sql.execute(
                    "INSERT INTO knowledge VALUES (?1, ?2, ?3, ?4)",
                    params![number, table.file, table.text, hash],
                )?;
            }
            Ok(())
        })
    }
}

/// Sixteen digits by which tables are known; `None` for no tables. The names of the files do not count.
pub fn knowledge_version(tables: &[KnowledgeTable]) -> Option<String> {
    let hashes: String = tables.iter().map(|table| sha256(table.text.as_bytes())).collect();
    (!tables.is_empty()).then(|| sha256(hashes.as_bytes())[..16].to_string())
}
