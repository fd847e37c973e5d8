//! Which number stands for a string, and which rows of a table for that number?
//!
//! Two published functions, carried over exactly because the model was trained with them: MurmurHash64A over the bytes
//! of a string, and MurmurHash3 x64 128 over the eight bytes of its id.

const MULTIPLIER: u64 = 0xc6a4_a793_5bd1_e995;

/// MurmurHash64A of the bytes with seed 1.
pub(crate) fn of_bytes(bytes: &[u8]) -> u64 {
    let mut hash = 1u64 ^ (bytes.len() as u64).wrapping_mul(MULTIPLIER);
    let (words, tail) = bytes.as_chunks::<8>();
    for word in words {
        let mut block = u64::from_le_bytes(*word).wrapping_mul(MULTIPLIER);
        block ^= block >> 47;
        hash = (hash ^ block.wrapping_mul(MULTIPLIER)).wrapping_mul(MULTIPLIER);
    }
    if !tail.is_empty() {
        let mut last = [0u8; 8];
        last[..tail.len()].copy_from_slice(tail);
        hash = (hash ^ u64::from_le_bytes(last)).wrapping_mul(MULTIPLIER);
    }
    hash ^= hash >> 47;
    hash = hash.wrapping_mul(MULTIPLIER);
    hash ^ (hash >> 47)
}

/// The four numbers that MurmurHash3 x64 128 gives for a key; each modulo the number of rows is a row of the table.
pub(crate) fn rows_of(key: u64, seed: u32) -> [u32; 4] {
    let mut first = key.wrapping_mul(0x87c3_7b91_1142_53d5).rotate_left(31).wrapping_mul(0x4cf5_ad43_2745_937f);
    first ^= u64::from(seed) ^ 8;
    let mut second = u64::from(seed) ^ 8;
    first = first.wrapping_add(second);
    second = second.wrapping_add(first);
    first = mixed(first);
    second = mixed(second);
    first = first.wrapping_add(second);
    second = second.wrapping_add(first);
    [first as u32, (first >> 32) as u32, second as u32, (second >> 32) as u32]
}

fn mixed(mut word: u64) -> u64 {
    word ^= word >> 33;
    word = word.wrapping_mul(0xff51_afd7_ed55_8ccd);
    word ^= word >> 33;
    word = word.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    word ^ (word >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ids that the model's parity records give for these norms.
    #[test]
    fn ids_are_those_of_the_model() {
        assert_eq!(of_bytes(b"of"), 886_050_111_519_832_510);
        assert_eq!(of_bytes(b"government"), 3_625_794_390_087_546_215);
        assert_eq!(of_bytes("xxxx".as_bytes()), 13_110_060_611_322_374_290);
    }
}
