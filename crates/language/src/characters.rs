//! Which classes does a character belong to?
//!
//! One table gives 32 flags for every code point: the classes of the word features (letter, digit, white space as the
//! model's training saw them) and those of the tokenizer's patterns, whose numbers the pack assigns.

use crate::pack::{Pack, PackError, Slice};

/// White space.
pub(crate) const SPACE: u32 = 1;
/// General category L.
pub(crate) const LETTER: u32 = 1 << 1;
/// Upper case.
pub(crate) const UPPER: u32 = 1 << 2;
/// Numeric type digit or decimal.
pub(crate) const DIGIT: u32 = 1 << 3;
/// Decimal digit.
pub(crate) const DECIMAL: u32 = 1 << 4;
/// Alphanumeric or the underscore.
pub(crate) const WORD: u32 = 1 << 5;
/// Can start a prefix.
pub(crate) const OPENS: u32 = 1 << 6;
/// Can end a suffix.
pub(crate) const CLOSES: u32 = 1 << 7;
/// Can start an infix.
pub(crate) const DIVIDES: u32 = 1 << 8;
/// Without at least one of these in it no pattern matches a word.
pub(crate) const BUSY: u32 = 1 << 9;
/// First flag that the pack assigns.
#[cfg(feature = "compile")]
pub(crate) const FREE: u32 = 10;

/// Code points in one block of the table.
pub(crate) const BLOCK: usize = 128;
/// Blocks that cover all code points.
pub(crate) const BLOCKS: usize = 0x11_0000 / BLOCK;

/// The flags of every character.
#[derive(Clone)]
pub(crate) struct Characters {
    blocks: Slice<u16>,
    flags: Slice<u32>,
}

impl Characters {
    pub(crate) fn open(pack: &Pack) -> Result<Characters, PackError> {
        let blocks = pack.sized::<u16>("characters.blocks", BLOCKS)?;
        let flags = pack.section::<u32>("characters.flags")?;
        if blocks.iter().any(|&block| (usize::from(block) + 1) * BLOCK > flags.len()) {
            return Err(PackError::Damaged { what: "a block of characters is missing".to_owned() });
        }
        Ok(Characters { blocks, flags })
    }

    /// All flags of a character.
    #[inline]
    pub(crate) fn flags(&self, character: char) -> u32 {
        let point = character as usize;
        self.flags[usize::from(self.blocks[point / BLOCK]) * BLOCK + point % BLOCK]
    }

    /// True when the character has at least one of the flags.
    #[inline]
    pub(crate) fn is(&self, character: char, flags: u32) -> bool {
        self.flags(character) & flags != 0
    }
}
