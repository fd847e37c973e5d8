//! Which flags does each character carry?

use crate::affix::{Alternative, Item};
use crate::characters::{self, BLOCK, BLOCKS, FREE};
use std::collections::BTreeMap;

/// The flags of every code point while the pack is made.
pub(super) struct Classes {
    flags: Vec<u32>,
    known: BTreeMap<Vec<(u32, u32)>, u32>,
    next: u32,
}

impl Classes {
    /// Starts from the table of Unicode's classes: lines of first, last and names.
    pub(super) fn read(table: &str) -> Result<Classes, String> {
        let mut classes = Classes { flags: vec![0; BLOCK * BLOCKS], known: BTreeMap::new(), next: FREE };
        for (line, row) in super::rows(table) {
            let point = |text: &str| u32::from_str_radix(text, 16).map_err(|error| format!("line {line}: {error}"));
            let [first, last, names] = row.as_slice() else {
                return Err(format!("line {line}: expected three columns"));
            };
            let mut flags = 0;
            for name in names.split(' ') {
                flags |= match name {
                    "space" => characters::SPACE,
                    "letter" => characters::LETTER,
                    "upper" => characters::UPPER,
                    "digit" => characters::DIGIT,
                    "decimal" => characters::DECIMAL,
                    "word" => characters::WORD,
                    _ => return Err(format!("line {line}: no class is called `{name}`")),
                };
            }
            classes.add(point(first)?, point(last)?, flags)?;
        }
        Ok(classes)
    }

    fn add(&mut self, first: u32, last: u32, flags: u32) -> Result<(), String> {
        let range = self.flags.get_mut(first as usize..=last as usize);
        let range = range.ok_or_else(|| format!("no characters from {first:04X} to {last:04X}"))?;
        range.iter_mut().for_each(|known| *known |= flags);
        Ok(())
    }

    /// The flag of a class, a new one for a class not seen before.
    pub(super) fn flag(&mut self, ranges: Vec<(u32, u32)>) -> Result<u32, String> {
        if let Some(flag) = self.known.get(&ranges) {
            return Ok(*flag);
        }
        if self.next >= 31 {
            return Err("more character classes than flags".to_owned());
        }
        let flag = 1 << self.next;
        self.next += 1;
        for &(first, last) in &ranges {
            self.add(first, last, flag)?;
        }
        self.known.insert(ranges, flag);
        Ok(flag)
    }

    fn mark(&mut self, item: Item, flag: u32) {
        for (point, flags) in self.flags.iter_mut().enumerate() {
            let fits = match item {
                Item::One(character) => point == character as usize,
                Item::Any(wanted) => *flags & wanted != 0,
            };
            if fits {
                *flags |= flag;
            }
        }
    }

    /// Marks the characters that a match of these alternatives starts with, or ends with.
    pub(super) fn mark_edges(&mut self, alternatives: &[Alternative], last: bool, flag: u32) {
        for alternative in alternatives {
            let item = if last { alternative.body.last() } else { alternative.body.first() };
            if let Some(&item) = item {
                self.mark(item, flag);
            }
        }
    }

    /// For each alternative marks one item that every match needs, preferring one that no ASCII letter fits: a word
    /// without any such mark cannot match.
    pub(super) fn mark_busy(&mut self, alternatives: &[Alternative]) {
        for alternative in alternatives {
            let no_letter = |item: &&Item| match item {
                Item::One(character) => !character.is_ascii_alphabetic(),
                Item::Any(flags) => {
                    (b'A'..=b'z').all(|byte| !byte.is_ascii_alphabetic() || self.flags[usize::from(byte)] & flags == 0)
                }
            };
            let items = || alternative.body.iter().chain(&alternative.behind);
            let item = items().find(no_letter).or(items().next()).copied();
            if let Some(item) = item {
                self.mark(item, characters::BUSY);
            }
        }
    }

    pub(super) fn mark_character(&mut self, character: char, flag: u32) {
        self.mark(Item::One(character), flag);
    }

    /// The table in two stages: for each block of code points the number of a list of flags.
    pub(super) fn table(&self) -> (Vec<u16>, Vec<u32>) {
        let (mut blocks, mut lists): (Vec<u16>, Vec<&[u32]>) = (Vec::new(), Vec::new());
        let mut known: BTreeMap<&[u32], u16> = BTreeMap::new();
        for block in self.flags.chunks(BLOCK) {
            let number = *known.entry(block).or_insert_with(|| {
                lists.push(block);
                (lists.len() - 1) as u16
            });
            blocks.push(number);
        }
        (blocks, lists.concat())
    }
}
