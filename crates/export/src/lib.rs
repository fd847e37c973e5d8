//! How does the record look to another program?
//!
//! One file here for each format. A format writes a whole case, in an order that does not depend on the order of reading:
//! the same record gives the same bytes.
//!
//! ```
//! let case = case::Case::in_memory()?;
//! let mut out = Vec::new();
//! export::Format::Claims.write(&case, &mut out)?;
//! assert!(out.is_empty());
//! # Ok::<(), export::ExportError>(())
//! ```

pub mod claims;
mod offsets;

use case::{Case, CaseError};
use std::io::{self, Write};
use thiserror::Error;

/// A format that a case can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// See [`claims`].
    Claims,
}

impl Format {
    /// Every format, in the order of the manual.
    pub const ALL: &'static [Format] = &[Format::Claims];

    /// The word for it on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Claims => "claims",
        }
    }

    /// The format that a word stands for.
    pub fn parse(word: &str) -> Option<Format> {
        Format::ALL.iter().copied().find(|f| f.as_str() == word)
    }

    /// What it is, in a line for people.
    pub fn about(self) -> &'static str {
        match self {
            Format::Claims => "every claim as a line of JSON, with all its fields and where its words stand",
        }
    }

    /// What of the record does not fit into the format; empty when all of it does.
    pub fn losses(self) -> &'static [&'static str] {
        match self {
            Format::Claims => claims::LOSSES,
        }
    }

    /// Writes the case. The caller flushes.
    pub fn write(self, case: &Case, out: &mut dyn Write) -> Result<Written, ExportError> {
        match self {
            Format::Claims => claims::write(case, out),
        }
    }
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Lines, rows or records.
    pub rows: u64,
}

/// An export could not be finished.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The case could not be read.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// The output could not be written.
    #[error("the output could not be written: {0}")]
    Write(#[from] io::Error),
    /// A span of the case does not lie in its text.
    #[error(
        "expected a span on character borders of the text of document {document}, found byte {at}. \
         The case file is damaged: `isnad verify` tells more"
    )]
    Span {
        /// Id of the document.
        document: String,
        /// The byte that is none of its borders.
        at: u32,
    },
}
