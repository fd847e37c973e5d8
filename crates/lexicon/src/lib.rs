//! What do we know before we read?
//!
//! A [`Lexicon`] holds every list of `data/`, checked on load; the lists are part of the program. One file here for each
//! folder or table there.

pub mod pages;
mod table;

pub use table::{LexiconError, Row, Table};

/// Everything that is known before reading, from the tables in `data/`.
#[derive(Debug)]
pub struct Lexicon {
    /// Words by which the furniture of a page is known.
    pub pages: pages::Pages,
}

impl Lexicon {
    /// The lists that the program carries.
    ///
    /// Errors name the file, the line, what was expected and what was found.
    pub fn load() -> Result<Lexicon, LexiconError> {
        Ok(Lexicon { pages: pages::Pages::load()? })
    }
}
