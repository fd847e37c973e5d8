//! What does a MessagePack file hold? A reader for the kinds of value that the model's files use.

use std::ops::Range;

/// A value. Strings and binaries are both bytes, as the files mix them.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Nil,
    Bool(bool),
    Int(i64),
    /// Whole numbers above the signed range: hashes.
    Big(u64),
    Float(f64),
    Bytes(Vec<u8>),
    List(Vec<Value>),
    Map(Vec<(Value, Value)>),
}

impl Value {
    /// The only value of these bytes.
    pub(super) fn read(bytes: &[u8]) -> Result<Value, String> {
        let mut reader = Reader { bytes, at: 0 };
        let value = reader.value(0)?;
        if reader.at == bytes.len() { Ok(value) } else { Err(format!("expected its end at byte {}", reader.at)) }
    }

    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        self.pairs().iter().find(|(found, _)| found.text() == Some(key)).map(|(_, value)| value)
    }

    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Value::Bytes(bytes) => std::str::from_utf8(bytes).ok(),
            _ => None,
        }
    }

    pub(super) fn bytes(&self) -> Option<&[u8]> {
        match self {
            Value::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    pub(super) fn whole(&self) -> Option<u64> {
        match self {
            Value::Int(number) => u64::try_from(*number).ok(),
            Value::Big(number) => Some(*number),
            _ => None,
        }
    }

    /// The items of a list; none for anything else.
    pub(super) fn items(&self) -> &[Value] {
        match self {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The entries of a map; none for anything else.
    pub(super) fn pairs(&self) -> &[(Value, Value)] {
        match self {
            Value::Map(pairs) => pairs,
            _ => &[],
        }
    }
}

struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Reader<'b> {
    fn take(&mut self, len: usize) -> Result<&'b [u8], String> {
        let range: Range<usize> = self.at..self.at.saturating_add(len);
        let bytes = self.bytes.get(range).ok_or_else(|| format!("expected {len} more bytes at byte {}", self.at))?;
        self.at += len;
        Ok(bytes)
    }

    /// A whole number of so many bytes, big-endian.
    fn number(&mut self, len: usize) -> Result<u64, String> {
        Ok(self.take(len)?.iter().fold(0, |number, &byte| number << 8 | u64::from(byte)))
    }

    fn raw(&mut self, len: u64) -> Result<Value, String> {
        Ok(Value::Bytes(self.take(len as usize)?.to_vec()))
    }

    fn list(&mut self, count: u64, depth: usize) -> Result<Value, String> {
        (0..count).map(|_| self.value(depth)).collect::<Result<_, _>>().map(Value::List)
    }

    fn map(&mut self, count: u64, depth: usize) -> Result<Value, String> {
        (0..count).map(|_| Ok((self.value(depth)?, self.value(depth)?))).collect::<Result<_, String>>().map(Value::Map)
    }

    fn value(&mut self, depth: usize) -> Result<Value, String> {
        const DEEPEST: usize = 32;
        if depth > DEEPEST {
            return Err(format!("nested too deep at byte {}", self.at));
        }
        let whole = |number: u64| i64::try_from(number).map_or(Value::Big(number), Value::Int);
        let kind = self.take(1)?[0];
        Ok(match kind {
            0x00..=0x7f => Value::Int(i64::from(kind)),
            0x80..=0x8f => self.map(u64::from(kind & 0x0f), depth + 1)?,
            0x90..=0x9f => self.list(u64::from(kind & 0x0f), depth + 1)?,
            0xa0..=0xbf => self.raw(u64::from(kind & 0x1f))?,
            0xc0 => Value::Nil,
            0xc2 => Value::Bool(false),
            0xc3 => Value::Bool(true),
            0xc4..=0xc6 => {
                let len = self.number(1 << (kind - 0xc4))?;
                self.raw(len)?
            }
            0xca => Value::Float(f64::from(f32::from_bits(self.number(4)? as u32))),
            0xcb => Value::Float(f64::from_bits(self.number(8)?)),
            0xcc..=0xcf => whole(self.number(1 << (kind - 0xcc))?),
            0xd0..=0xd3 => {
                let len = 1 << (kind - 0xd0);
                let unused = 64 - 8 * len as u32;
                Value::Int(((self.number(len)? << unused) as i64) >> unused)
            }
            0xd9..=0xdb => {
                let len = self.number(1 << (kind - 0xd9))?;
                self.raw(len)?
            }
            0xdc | 0xdd => {
                let count = self.number(2 << (kind - 0xdc))?;
                self.list(count, depth + 1)?
            }
            0xde | 0xdf => {
                let count = self.number(2 << (kind - 0xde))?;
                self.map(count, depth + 1)?
            }
            0xe0..=0xff => Value::Int(i64::from(kind as i8)),
            _ => return Err(format!("unknown kind 0x{kind:02x} at byte {}", self.at - 1)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_read_back() {
        let bytes =
            [0x82, 0xa1, b'a', 0x93, 0x01, 0xff, 0xd1, 0xff, 0x00, 0xc4, 0x01, b'b', 0xcf, 255, 0, 0, 0, 0, 0, 0, 1];
        let value = Value::read(&bytes).expect("a value");
        let numbers = [Value::Int(1), Value::Int(-1), Value::Int(-256)];
        assert_eq!(value.get("a").map(Value::items), Some(numbers.as_slice()));
        assert_eq!(value.get("b").and_then(Value::whole), Some(0xff00_0000_0000_0001));
        assert!(Value::read(&bytes[..7]).is_err());
        assert!(Value::read(&[0xc1]).is_err());
    }
}
