//! What is in the record, and where does each value come from?
//!
//! A [`Case`] is one SQLite file; this crate is the only place that knows SQL. The schema in `schema/` is written to be
//! read. A document is in the file whole or not at all, the same bytes are there once, and the record does not depend on
//! the order in which documents came: [`Case::dump`] of two cases of the same documents is equal. The bytes of the file
//! are not: rows keep the order in which they came.
//!
//! ```
//! let case = case::Case::in_memory()?;
//! assert_eq!(case.overview()?.documents, 0);
//! # Ok::<(), case::CaseError>(())
//! ```
//!
//! A [`Case`] may move between threads but serves one at a time; open one for each thread.

mod add;
mod check;
mod claims;
mod decision;
mod dump;
mod error;
mod events;
mod knowledge;
mod load;
mod migration;
mod named;
mod numbers;
mod open;
pub mod query;
mod tally;
mod verify;
mod words;

pub use add::{Added, Entry, Stand};
pub use decision::{Author, DecidedRow, DecisionError, DecisionRow, Part};
pub use error::CaseError;
pub use events::{EventState, NearDuplicate};
pub use knowledge::{KnowledgeTable, knowledge_version};
pub use load::{Stored, StoredArticle};
pub use open::Case;
pub use verify::{Finding, Verified};

/// SHA-256 as 64 hexadecimal digits in lower case.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    hex(&sha2::Sha256::digest(bytes))
}

/// Bytes as hexadecimal digits in lower case.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|b| [DIGITS[usize::from(b >> 4)] as char, DIGITS[usize::from(b & 15)] as char]).collect()
}
