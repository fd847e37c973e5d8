use super::outline;
use crate::fold;
use fst::Map;
use model::{PlaceClass, PlaceId};
use std::cmp::Ordering;
use std::sync::Arc;
use thiserror::Error;

/// First bytes of a pack.
pub(super) const MAGIC: &[u8; 8] = b"ISNADGAZ";
/// Raised when the layout or the folding of names changes.
pub(super) const VERSION: u32 = 5;
/// Magic, version, count of places, of states, of divisions, the checksum, and start and end of the six sections.
pub(super) const HEAD: usize = 8 + 4 * 4 + 32 + 8 * SECTIONS;
pub(super) const SECTIONS: usize = 6;
/// Bytes of a place: see [`Gazetteer::record`].
pub(super) const RECORD: usize = 30;
/// Stands for "in no division".
pub(super) const NOWHERE: u32 = u32::MAX;

/// A pack could not be used.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum PackError {
    /// The bytes are something else.
    #[error("expected a gazetteer pack, found other bytes; build it again with `cargo xtask setup`")]
    NotAPack,
    /// The pack is of another version.
    #[error(
        "expected a gazetteer pack of version {VERSION}, found version {0}; build it again with `cargo xtask setup`"
    )]
    Version(u32),
    /// The bytes changed or were cut since the pack was made.
    #[error("the gazetteer pack is damaged: its checksum does not fit; build it again with `cargo xtask setup`")]
    Damaged,
}

/// All places, ready for look-ups. Cheap to share between threads.
pub struct Gazetteer {
    bytes: Bytes,
    names: Map<Bytes>,
    places: u32,
    states: u32,
    divisions: u32,
    records: (usize, usize),
    text: (usize, usize),
    lists: (usize, usize),
    shaped: (usize, usize),
    shapes: (usize, usize),
}

impl std::fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Gazetteer({} places under {} names)", self.places, self.names.len())
    }
}

/// A stretch of the pack that the index of names can own.
#[derive(Clone)]
enum Bytes {
    Static(&'static [u8]),
    Shared(Arc<[u8]>, usize, usize),
}

impl Bytes {
    fn part(&self, from: usize, to: usize) -> Bytes {
        match self {
            Bytes::Static(bytes) => Bytes::Static(&bytes[from..to]),
            Bytes::Shared(bytes, start, _) => Bytes::Shared(bytes.clone(), start + from, start + to),
        }
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        match self {
            Bytes::Static(bytes) => bytes,
            Bytes::Shared(bytes, from, to) => &bytes[*from..*to],
        }
    }
}

/// A place, or one candidate for a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlaceRecord<'g> {
    /// Position in the gazetteer.
    pub index: u32,
    /// GeoNames id; 0 for a division that is known by its code only.
    pub geonames: u32,
    /// Its usual name; empty for a division that is known by its code only.
    pub name: &'g str,
    /// `"SY.12"` for a first-level division, `"US.TX.277"` for a county, empty for others.
    pub code: &'g str,
    /// ISO 3166 code of its country.
    pub country: &'g str,
    /// Inhabitants, 0 when unknown.
    pub population: u32,
    /// Degrees north and east; for divisions the middle of their land, for states that of their settlements.
    pub point: (f64, f64),
    /// Kilometres around the point that the name covers.
    pub radius_km: f64,
    /// What it is.
    pub class: PlaceClass,
    /// Position of the division it lies in.
    pub division: Option<u32>,
    /// As an answer to a look-up: the name asked for is spelled like this place's usual or other name.
    pub exact: bool,
    /// As an answer to a look-up: the name asked for is its usual name, not an other one.
    pub usual: bool,
}

impl PlaceRecord<'_> {
    /// True for a first-level division of a state.
    pub fn is_division(&self) -> bool {
        !self.code.is_empty() && self.division.is_none()
    }

    /// True for a division of a division.
    pub fn is_county(&self) -> bool {
        !self.code.is_empty() && self.division.is_some()
    }

    /// The id it has in records.
    pub fn id(&self) -> PlaceId {
        if self.code.is_empty() {
            PlaceId(format!("geonames:{}", self.geonames))
        } else if self.is_county() {
            PlaceId(format!("admin2:{}", self.code))
        } else {
            PlaceId(format!("admin1:{}", self.code))
        }
    }
}

impl Gazetteer {
    /// Takes a copy of a pack's bytes. Checks version and checksum.
    pub fn from_pack(bytes: &[u8]) -> Result<Gazetteer, PackError> {
        Gazetteer::open(Bytes::Shared(bytes.into(), 0, bytes.len()))
    }

    /// Uses a pack that is part of the program where it lies.
    pub fn from_static(bytes: &'static [u8]) -> Result<Gazetteer, PackError> {
        Gazetteer::open(Bytes::Static(bytes))
    }

    fn open(bytes: Bytes) -> Result<Gazetteer, PackError> {
        let all = bytes.as_ref();
        if all.len() < HEAD || &all[..8] != MAGIC {
            return Err(PackError::NotAPack);
        }
        let version = u32_at(all, 8);
        if version != VERSION {
            return Err(PackError::Version(version));
        }
        if blake3::hash(&all[56..]).as_bytes() != &all[24..56] {
            return Err(PackError::Damaged);
        }
        let mut sections = [(0usize, 0usize); SECTIONS];
        for (at, section) in sections.iter_mut().enumerate() {
            *section = (u32_at(all, 56 + 8 * at) as usize, u32_at(all, 60 + 8 * at) as usize);
            if section.0 > section.1 || section.1 > all.len() {
                return Err(PackError::Damaged);
            }
        }
        let [records, text, lists, names, shaped, shapes] = sections;
        let places = u32_at(all, 12);
        if records.1 - records.0 != places as usize * RECORD {
            return Err(PackError::Damaged);
        }
        let (states, divisions) = (u32_at(all, 16), u32_at(all, 20));
        let names = Map::new(bytes.part(names.0, names.1)).map_err(|_| PackError::Damaged)?;
        Ok(Gazetteer { bytes, names, places, states, divisions, records, text, lists, shaped, shapes })
    }

    /// Number of places.
    pub fn len(&self) -> usize {
        self.places as usize
    }

    /// True for a gazetteer without places.
    pub fn is_empty(&self) -> bool {
        self.places == 0
    }

    /// Every place that has this name or one that is spelled alike, in order of their ids. Exact spellings and usual
    /// names are marked; nothing is left out for being small.
    pub fn lookup(&self, name: &str) -> Vec<PlaceRecord<'_>> {
        let plain = fold::plain(name);
        let Some(start) = self.names.get(fold::deep_of_plain(&plain)) else { return Vec::new() };
        let lists = &self.bytes.as_ref()[self.lists.0..self.lists.1];
        let asked = spelling(&plain);
        let mut at = start as usize;
        let mut found: Vec<PlaceRecord<'_>> = Vec::new();
        let mut index = 0u64;
        let Some(count) = varint(lists, &mut at) else { return found };
        for _ in 0..count {
            let Some(step) = varint(lists, &mut at) else { break };
            let Some(bytes) = lists.get(at..at + 2) else { break };
            at += 2;
            index += step >> 1;
            let exact = u16::from_le_bytes([bytes[0], bytes[1]]) == asked;
            let usual = step & 1 == 1;
            let Some(record) = self.record(index as u32) else { break };
            match found.last_mut().filter(|last| last.index == record.index) {
                // A place with several spellings of one deep form stands in the list once for each.
                Some(last) if exact && !last.exact => (last.exact, last.usual) = (true, usual),
                Some(last) => last.usual |= usual && exact == last.exact,
                None => found.push(PlaceRecord { exact, usual, ..record }),
            }
        }
        found
    }

    /// The state with this ISO 3166 code.
    pub fn state(&self, iso: &str) -> Option<PlaceRecord<'_>> {
        self.search(0, self.states, |record| record.country.cmp(iso))
    }

    /// The first-level division with this code: `"SY.12"`.
    pub fn division(&self, code: &str) -> Option<PlaceRecord<'_>> {
        self.search(self.states, self.states + self.divisions, |record| record.code.cmp(code))
    }

    /// The place at a position.
    pub fn get(&self, index: u32) -> Option<PlaceRecord<'_>> {
        self.record(index)
    }

    /// The shape of a division or county as rings in degrees north and east, true to two kilometres; none where a place is known
    /// as a point and a radius alone.
    pub fn outline(&self, place: &PlaceId) -> Vec<Vec<(f64, f64)>> {
        let asked = match place.0.split_once(':') {
            Some(("admin1", code)) => (false, code),
            Some(("admin2", code)) => (true, code),
            _ => return Vec::new(),
        };
        let all = self.bytes.as_ref();
        // Eight bytes each, which place and where its shape starts: divisions by code, then counties by code.
        let (rows, _) = all[self.shaped.0..self.shaped.1].as_chunks::<8>();
        let found = rows.binary_search_by(|row| {
            self.record(u32_at(row, 0)).map_or(Ordering::Less, |place| (place.is_county(), place.code).cmp(&asked))
        });
        let Ok(at) = found else { return Vec::new() };
        let start = self.shapes.0 + u32_at(&rows[at], 4) as usize;
        all[..self.shapes.1].get(start..).map_or_else(Vec::new, outline::read)
    }

    /// The places a place lies in, smallest first: its division, its state.
    pub fn within(&self, place: &PlaceRecord<'_>) -> Vec<PlaceId> {
        let division = place.division.and_then(|at| self.record(at)).map(|division| division.id());
        let state = if place.class == PlaceClass::Country { None } else { self.state(place.country) };
        division.into_iter().chain(state.map(|state| state.id())).collect()
    }

    fn search(&self, from: u32, to: u32, order: impl Fn(&PlaceRecord<'_>) -> Ordering) -> Option<PlaceRecord<'_>> {
        let (mut low, mut high) = (from, to);
        while low < high {
            let middle = low + (high - low) / 2;
            let record = self.record(middle)?;
            match order(&record) {
                Ordering::Equal => return Some(record),
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// Id, latitude and longitude in 1/100000 degree, population, division, text start (4 bytes each), radius in
    /// hundreds of metres (2), country (2), class (1), text length (1).
    fn record(&self, index: u32) -> Option<PlaceRecord<'_>> {
        let all = self.bytes.as_ref();
        let start = self.records.0 + index as usize * RECORD;
        let bytes = all[..self.records.1].get(start..start + RECORD)?;
        let degrees = |at| f64::from(u32_at(bytes, at) as i32) / 100_000.0;
        let text_at = self.text.0 + u32_at(bytes, 20) as usize;
        let text = all[..self.text.1].get(text_at..text_at + bytes[29] as usize)?;
        let text = std::str::from_utf8(text).ok()?;
        // A division's text is its code, a tab, and its name where it has one.
        let (code, name) = text.split_once('\t').unwrap_or(("", text));
        let division = u32_at(bytes, 16);
        Some(PlaceRecord {
            index,
            geonames: u32_at(bytes, 0),
            name,
            code,
            country: std::str::from_utf8(&bytes[26..28]).ok()?,
            population: u32_at(bytes, 12),
            point: (degrees(4), degrees(8)),
            radius_km: f64::from(u16::from_le_bytes([bytes[24], bytes[25]])) / 10.0,
            class: match bytes[28] {
                0 => PlaceClass::Country,
                1 => PlaceClass::Region,
                2 => PlaceClass::Settlement,
                _ => PlaceClass::Other,
            },
            division: (division != NOWHERE).then_some(division),
            exact: false,
            usual: false,
        })
    }
}

/// Two bytes that tell spellings of one deep form apart.
pub(super) fn spelling(plain: &str) -> u16 {
    // FNV-1a, folded: short, and the same everywhere.
    let hash = plain.bytes().fold(0x811c_9dc5u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 16)) as u16
}

pub(super) fn push_varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

pub(super) fn varint(bytes: &[u8], at: &mut usize) -> Option<u64> {
    let (mut value, mut shift) = (0u64, 0);
    loop {
        let byte = *bytes.get(*at)?;
        *at += 1;
        value |= u64::from(byte & 0x7f).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(value);
        }
        shift += 7;
    }
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}
