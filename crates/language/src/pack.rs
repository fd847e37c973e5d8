//! How does the model lie in one file, so that nothing needs to be parsed or moved before it can run?
//!
//! A pack is a head of 64 bytes (magic, version, number of sections, checksum), a directory of named sections, and the
//! sections themselves, each starting at a multiple of 64 bytes and holding numbers in little-endian order: weights in
//! the order in which the kernels read them, hash tables with open addressing, and strings. [`Slice`] lends a section
//! without copying it.

use crate::hash;
use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::Arc;

const MAGIC: [u8; 8] = *b"isnad-en";
/// Raised whenever a section changes its meaning.
pub(crate) const VERSION: u32 = 1;
const ALIGN: usize = 64;
const ENTRY: usize = 48;
const NAME: usize = 32;

/// Why a pack cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PackError {
    /// The bytes do not start as a pack does.
    #[error(
        "this is not an English pack: expected it to start with `isnad-en`, found {found:?}; run `cargo xtask setup`"
    )]
    Magic {
        /// The first bytes.
        found: Vec<u8>,
    },
    /// The pack was made by another version of this program.
    #[error(
        "the English pack has format version {found}, this program reads version {expected}; run `cargo xtask setup`"
    )]
    Version {
        /// The version this program reads.
        expected: u32,
        /// The version of the pack.
        found: u32,
    },
    /// The bytes were cut or changed.
    #[error("the English pack is damaged: {what}; run `cargo xtask setup`")]
    Damaged {
        /// What does not fit.
        what: String,
    },
    /// The processor stores numbers the other way round.
    #[error("the English pack needs a little-endian processor")]
    ByteOrder,
}

/// Sixty-four bytes that start at a multiple of sixty-four.
#[derive(Clone, Copy)]
#[repr(C, align(64))]
struct Line([u8; ALIGN]);

enum Bytes {
    Borrowed(&'static [u8]),
    Owned { lines: Vec<Line>, len: usize },
}

impl Bytes {
    fn as_slice(&self) -> &[u8] {
        match self {
            Bytes::Borrowed(bytes) => bytes,
            // SAFETY: `Line` is plain bytes without padding, and `len` never exceeds the bytes of `lines`.
            Bytes::Owned { lines, len } => unsafe { std::slice::from_raw_parts(lines.as_ptr().cast::<u8>(), *len) },
        }
    }
}

/// A checked pack.
#[derive(Clone)]
pub(crate) struct Pack {
    bytes: Arc<Bytes>,
    directory: Vec<(String, usize, usize)>,
}

impl Pack {
    /// Copies the bytes to aligned memory and checks them.
    pub(crate) fn copied(bytes: &[u8]) -> Result<Pack, PackError> {
        let mut lines = vec![Line([0; ALIGN]); bytes.len().div_ceil(ALIGN)];
        for (line, chunk) in lines.iter_mut().zip(bytes.chunks(ALIGN)) {
            line.0[..chunk.len()].copy_from_slice(chunk);
        }
        Pack::checked(Bytes::Owned { lines, len: bytes.len() })
    }

    /// Borrows the bytes where they are aligned, and copies them where they are not.
    pub(crate) fn borrowed(bytes: &'static [u8]) -> Result<Pack, PackError> {
        if bytes.as_ptr().addr().is_multiple_of(ALIGN) {
            Pack::checked(Bytes::Borrowed(bytes))
        } else {
            Pack::copied(bytes)
        }
    }

    fn checked(owner: Bytes) -> Result<Pack, PackError> {
        if cfg!(target_endian = "big") {
            return Err(PackError::ByteOrder);
        }
        let damaged = |what: &str| PackError::Damaged { what: what.to_owned() };
        let bytes = owner.as_slice();
        if !bytes.starts_with(&MAGIC) {
            return Err(PackError::Magic { found: bytes[..bytes.len().min(MAGIC.len())].to_vec() });
        }
        let head = bytes.get(..ALIGN).ok_or_else(|| damaged("it ends within its head"))?;
        let version = number(head, 8) as u32;
        if version != VERSION {
            return Err(PackError::Version { expected: VERSION, found: version });
        }
        let count = number(head, 16) as usize;
        if hash::of_bytes(&bytes[ALIGN..]) != number(head, 24) {
            return Err(damaged("its checksum is wrong"));
        }
        let mut directory = Vec::new();
        for at in 0..count {
            let start = ALIGN + at * ENTRY;
            let entry = bytes.get(start..start + ENTRY).ok_or_else(|| damaged("it ends within its directory"))?;
            let name = String::from_utf8_lossy(&entry[..NAME]).trim_end_matches('\0').to_owned();
            let (start, len) = (number(entry, NAME) as usize, number(entry, NAME + 8) as usize);
            if start % ALIGN != 0 || start.checked_add(len).is_none_or(|end| end > bytes.len()) {
                return Err(PackError::Damaged { what: format!("section `{name}` lies outside") });
            }
            directory.push((name, start, len));
        }
        Ok(Pack { bytes: Arc::new(owner), directory })
    }

    /// The section with this name as numbers of one kind.
    pub(crate) fn section<T: Number>(&self, name: &str) -> Result<Slice<T>, PackError> {
        let (_, start, len) = self
            .directory
            .iter()
            .find(|(section, ..)| section == name)
            .ok_or_else(|| PackError::Damaged { what: format!("section `{name}` is missing") })?;
        if len % size_of::<T>() != 0 {
            return Err(PackError::Damaged { what: format!("section `{name}` has an odd length") });
        }
        Ok(Slice { owner: self.bytes.clone(), start: *start, len: len / size_of::<T>(), kind: PhantomData })
    }

    /// The same, with the count of numbers it must hold.
    pub(crate) fn sized<T: Number>(&self, name: &str, count: usize) -> Result<Slice<T>, PackError> {
        let section = self.section::<T>(name)?;
        if section.len != count {
            let what = format!("section `{name}` holds {} numbers, expected {count}", section.len);
            return Err(PackError::Damaged { what });
        }
        Ok(section)
    }
}

fn number(bytes: &[u8], at: usize) -> u64 {
    let mut word = [0u8; 8];
    word.copy_from_slice(&bytes[at..at + 8]);
    u64::from_le_bytes(word)
}

/// Kinds of number a section can hold. Every pattern of bits is a valid one, and none is wider than eight bytes.
pub(crate) trait Number: Copy + private::Sealed {}
mod private {
    pub(crate) trait Sealed {}
    impl Sealed for u8 {}
    impl Sealed for u16 {}
    impl Sealed for u32 {}
    impl Sealed for u64 {}
    impl Sealed for f32 {}
}
impl<T: Copy + private::Sealed> Number for T {}

/// A section, lent for as long as anything holds it.
#[derive(Clone)]
pub(crate) struct Slice<T> {
    owner: Arc<Bytes>,
    start: usize,
    len: usize,
    kind: PhantomData<T>,
}

impl<T: Number> Deref for Slice<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        let bytes = self.owner.as_slice();
        // SAFETY: `Pack::section` is the only maker of slices. `checked` proved that the section lies inside the bytes,
        // that it starts at a multiple of 64 of memory that itself starts at one, and any bits are a valid `T`.
        unsafe { std::slice::from_raw_parts(bytes.as_ptr().add(self.start).cast::<T>(), self.len) }
    }
}

/// A hash table in a pack: keys with open addressing, zero for a free place, and a number for each.
#[derive(Clone)]
pub(crate) struct Table {
    keys: Slice<u64>,
    values: Slice<u32>,
}

impl Table {
    pub(crate) fn open(pack: &Pack, name: &str) -> Result<Table, PackError> {
        let keys = pack.section::<u64>(&format!("{name}.keys"))?;
        let values = pack.sized::<u32>(&format!("{name}.values"), keys.len())?;
        if !keys.len().is_power_of_two() || !keys.contains(&0) {
            return Err(PackError::Damaged { what: format!("table `{name}` has no free place") });
        }
        Ok(Table { keys, values })
    }

    pub(crate) fn get(&self, key: u64) -> Option<u32> {
        let keys = &*self.keys;
        let mask = keys.len() - 1;
        let mut at = key as usize & mask;
        loop {
            match keys[at] {
                0 => return None,
                found if found == key => return Some(self.values[at]),
                _ => at = (at + 1) & mask,
            }
        }
    }
}

/// Strings in a pack, each reached by a number: two bytes of length, then its UTF-8.
#[derive(Clone)]
pub(crate) struct Strings(Slice<u8>);

/// Where a string stands in [`Strings`].
pub(crate) type StringId = u32;

impl Strings {
    pub(crate) fn open(pack: &Pack) -> Result<Strings, PackError> {
        Ok(Strings(pack.section("strings")?))
    }

    /// The string, or an empty one when a damaged pack points nowhere.
    pub(crate) fn get(&self, id: StringId) -> &str {
        let start = id as usize + 2;
        let Some(head) = self.0.get(id as usize..start) else { return "" };
        let len = usize::from(u16::from_le_bytes([head[0], head[1]]));
        self.0.get(start..start + len).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("")
    }
}

/// Collects sections and writes them as a pack.
#[cfg(feature = "compile")]
#[derive(Clone, Default)]
pub(crate) struct Writer {
    sections: Vec<(String, Vec<u8>)>,
    strings: Vec<u8>,
    known: std::collections::BTreeMap<String, StringId>,
}

#[cfg(feature = "compile")]
impl Writer {
    pub(crate) fn bytes(&mut self, name: &str, bytes: Vec<u8>) {
        debug_assert!(name.len() <= NAME);
        self.sections.push((name.to_owned(), bytes));
    }

    pub(crate) fn floats(&mut self, name: &str, numbers: &[f32]) {
        self.bytes(name, numbers.iter().flat_map(|number| number.to_le_bytes()).collect());
    }

    pub(crate) fn words(&mut self, name: &str, numbers: &[u32]) {
        self.bytes(name, numbers.iter().flat_map(|number| number.to_le_bytes()).collect());
    }

    pub(crate) fn halves(&mut self, name: &str, numbers: &[u16]) {
        self.bytes(name, numbers.iter().flat_map(|number| number.to_le_bytes()).collect());
    }

    /// Stores a string once. Strings of the model are far below 64 KiB; a longer one is cut.
    pub(crate) fn string(&mut self, text: &str) -> StringId {
        if let Some(id) = self.known.get(text) {
            return *id;
        }
        let id = self.strings.len() as StringId;
        let text = &text[..text.floor_char_boundary(usize::from(u16::MAX))];
        self.strings.extend_from_slice(&(text.len() as u16).to_le_bytes());
        self.strings.extend_from_slice(text.as_bytes());
        self.known.insert(text.to_owned(), id);
        id
    }

    pub(crate) fn table(&mut self, name: &str, entries: &[(u64, u32)]) {
        let places = (entries.len() * 2).max(2).next_power_of_two();
        let (mut keys, mut values) = (vec![0u64; places], vec![0u32; places]);
        for &(key, value) in entries {
            let mut at = key as usize & (places - 1);
            while keys[at] != 0 && keys[at] != key {
                at = (at + 1) & (places - 1);
            }
            (keys[at], values[at]) = (key, value);
        }
        self.bytes(&format!("{name}.keys"), keys.iter().flat_map(|key| key.to_le_bytes()).collect());
        self.words(&format!("{name}.values"), &values);
    }

    /// The pack. The same sections give the same bytes.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        let strings = std::mem::take(&mut self.strings);
        self.bytes("strings", strings);
        self.sections.sort_by(|one, other| one.0.cmp(&other.0));
        let directory = ALIGN + self.sections.len() * ENTRY;
        let mut pack = vec![0u8; directory.next_multiple_of(ALIGN)];
        for (at, (name, bytes)) in self.sections.iter().enumerate() {
            let (entry, start) = (ALIGN + at * ENTRY, pack.len());
            pack[entry..entry + name.len()].copy_from_slice(name.as_bytes());
            pack[entry + NAME..entry + NAME + 8].copy_from_slice(&(start as u64).to_le_bytes());
            pack[entry + NAME + 8..entry + ENTRY].copy_from_slice(&(bytes.len() as u64).to_le_bytes());
            pack.extend_from_slice(bytes);
            pack.resize(pack.len().next_multiple_of(ALIGN), 0);
        }
        pack[..8].copy_from_slice(&MAGIC);
        pack[8..12].copy_from_slice(&VERSION.to_le_bytes());
        pack[16..24].copy_from_slice(&(self.sections.len() as u64).to_le_bytes());
        let sum = hash::of_bytes(&pack[ALIGN..]);
        pack[24..32].copy_from_slice(&sum.to_le_bytes());
        pack
    }
}
