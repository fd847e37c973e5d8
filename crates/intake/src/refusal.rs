use std::io;
use thiserror::Error;

/// A file that was not taken in, and why. The files after it are.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{name}: {reason}")]
pub struct Refusal {
    /// The file's name, as [`Found::name`](crate::Found) gives it.
    pub name: String,
    /// Why.
    pub reason: Reason,
}

/// Why a file was not taken in. The message says what was found and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Reason {
    /// Nothing of that name is there.
    #[error("no such file or folder; check the spelling")]
    Missing,
    /// The file's ending is not one that intake reads.
    #[error(
        "expected a name that ends in .txt, .text, .md, .markdown, .html, .htm or .xhtml, found {ending}; \
         save it as text or as a web page"
    )]
    Ending {
        /// The ending with its dot, or "none".
        ending: String,
    },
    /// The file may not be opened.
    #[error("may not be opened: permission denied; give yourself the right to read it")]
    Permission,
    /// The file could not be read for another reason.
    #[error("could not be read: {detail}")]
    Unreadable {
        /// What the system said.
        detail: String,
    },
    /// More bytes than the limit.
    #[error("expected at most {limit} bytes, found {found}; split it into files of one report each")]
    TooLarge {
        /// Bytes found; of a stream, bytes read before it was given up.
        found: Bytes,
        /// See [`Limits::file`](crate::Limits).
        limit: Bytes,
    },
    /// Not text in any encoding.
    #[error("expected text, found binary data at byte {at} ({what}); if it is a report, save it as text")]
    Binary {
        /// The byte that told, from 0.
        at: u64,
        /// What was seen there.
        what: String,
    },
    /// Nothing but white space.
    #[error("expected a report, found an empty file")]
    Empty,
}

impl Reason {
    /// Stable name of the reason: `"refused/too-large"`.
    pub fn code(&self) -> &'static str {
        match self {
            Reason::Missing => "refused/missing",
            Reason::Ending { .. } => "refused/ending",
            Reason::Permission => "refused/permission",
            Reason::Unreadable { .. } => "refused/unreadable",
            Reason::TooLarge { .. } => "refused/too-large",
            Reason::Binary { .. } => "refused/binary",
            Reason::Empty => "refused/empty",
        }
    }

    /// What an error of the file system means for the file it happened to.
    pub fn from_io(error: &io::Error) -> Reason {
        match error.kind() {
            io::ErrorKind::NotFound => Reason::Missing,
            io::ErrorKind::PermissionDenied => Reason::Permission,
            _ => Reason::Unreadable { detail: error.to_string() },
        }
    }
}

/// A number of bytes, written with its thousands apart: `52,428,800`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bytes(pub u64);

impl std::fmt::Display for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digits = self.0.to_string();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                f.write_str(",")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

/// How a found file ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Taken in, nothing amiss.
    Read,
    /// Taken in, with something that could not be read as it should.
    ReadWithProblems,
    /// Not taken in.
    Refused,
    /// The same bytes were taken in before.
    Same,
}

/// How many files ended how. The four add up to the files found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Files that ended as [`Outcome::Read`].
    pub read: u64,
    /// … as [`Outcome::ReadWithProblems`].
    pub read_with_problems: u64,
    /// … as [`Outcome::Refused`].
    pub refused: u64,
    /// … as [`Outcome::Same`].
    pub same: u64,
}

impl Counts {
    /// Counts one more file.
    pub fn add(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Read => self.read += 1,
            Outcome::ReadWithProblems => self.read_with_problems += 1,
            Outcome::Refused => self.refused += 1,
            Outcome::Same => self.same += 1,
        }
    }

    /// All files counted.
    pub fn all(&self) -> u64 {
        self.read + self.read_with_problems + self.refused + self.same
    }
}
