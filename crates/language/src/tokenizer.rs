//! Where does a word start and end?
//!
//! A text is cut into runs of white space and of anything else; a run is looked up among the exceptions (`don't` is
//! `do` and `n't`), else marks are cut from both ends, addresses kept whole, and the middle divided.
//! `"We won't," he said.` gives `"`, `We`, `wo`, `n't`, `,`, `"`, `he`, `said`, `.`.
//!
//! After that some exceptions that contain marks themselves are found again as sequences of tokens (`:` `)` as `:)`).

use crate::affix::Affixes;
use crate::characters::{BUSY, Characters};
use crate::hash;
use crate::pack::{Pack, PackError, Slice, StringId, Strings, Table};
use crate::url;
use std::collections::BTreeSet;

/// No norm of its own.
pub(crate) const NO_NORM: StringId = StringId::MAX;

/// One token of a run: bytes from the start of the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// The norm that an exception gives it, or [`NO_NORM`].
    pub(crate) norm: StringId,
}

/// The tokenizer's rules.
#[derive(Clone)]
pub(crate) struct Tokenizer {
    pub(crate) characters: Characters,
    pub(crate) affixes: Affixes,
    pub(crate) url: url::Classes,
    pub(crate) strings: Strings,
    exceptions: Table,
    exception_words: Slice<u32>,
    /// Bytes of the longest exception.
    longest_exception: usize,
    /// Sequences of tokens that may be an exception.
    sequences: Table,
    sequence_starts: Table,
    /// Tokens of the longest sequence.
    longest_sequence: usize,
    /// Words that keep the stop they end in, beside those of the exceptions: "Sgt.".
    pub(crate) abbreviations: BTreeSet<String>,
}

impl Tokenizer {
    pub(crate) fn open(pack: &Pack) -> Result<Tokenizer, PackError> {
        let limits = pack.sized::<u32>("tokenizer.limits", 4)?;
        Ok(Tokenizer {
            characters: Characters::open(pack)?,
            affixes: Affixes::open(pack)?,
            url: url::Classes { label: limits[0], top: limits[1] },
            strings: Strings::open(pack)?,
            exceptions: Table::open(pack, "exceptions")?,
            exception_words: pack.section("exceptions.words")?,
            longest_exception: limits[2] as usize,
            sequences: Table::open(pack, "sequences")?,
            sequence_starts: Table::open(pack, "sequence_starts")?,
            longest_sequence: limits[3] as usize,
            abbreviations: BTreeSet::new(),
        })
    }

    /// The parts of an exception as pairs of words and norm.
    pub(crate) fn exception(&self, text: &str) -> Option<&[[u32; 2]]> {
        if text.len() > self.longest_exception {
            return None;
        }
        let at = self.exceptions.get(hash::of_bytes(text.as_bytes()))? as usize;
        let words = &*self.exception_words;
        let (&own, &count) = (words.get(at)?, words.get(at + 1)?);
        let (parts, _) = words.get(at + 2..)?.get(..2 * count as usize)?.as_chunks::<2>();
        (self.strings.get(own) == text).then_some(parts)
    }

    fn push_exception(&self, parts: &[[u32; 2]], mut at: u32, pieces: &mut Vec<Piece>) {
        for &[orth, norm] in parts {
            let end = at + self.strings.get(orth).len() as u32;
            pieces.push(Piece { start: at, end, norm });
            at = end;
        }
    }

    /// Cuts one run without white space, or one of white space only. `with_exceptions` is false while the sequences of
    /// the exceptions themselves are made.
    pub(crate) fn cut(&self, run: &str, with_exceptions: bool, pieces: &mut Vec<Piece>) {
        let characters = &self.characters;
        let exception = |text: &str| if with_exceptions { self.exception(text) } else { None };
        let abbreviated = |text: &str| with_exceptions && text.ends_with('.') && self.abbreviations.contains(text);
        let whole = |text: &str| exception(text).is_some() || abbreviated(text);
        let piece = |start: usize, end: usize| Piece { start: start as u32, end: end as u32, norm: NO_NORM };
        let (mut start, mut end) = (0, run.len());
        let mut closing = Vec::new();
        if let Some(parts) = exception(run) {
            return self.push_exception(parts, 0, pieces);
        }
        if !run.chars().any(|found| characters.is(found, BUSY)) {
            return pieces.push(piece(0, run.len()));
        }
        while start < end {
            let rest = &run[start..end];
            if whole(rest) {
                break;
            }
            let prefix = self.affixes.prefix(rest, characters);
            if prefix > 0 && whole(&rest[prefix..]) {
                pieces.push(piece(start, start + prefix));
                start += prefix;
                break;
            }
            let suffix = self.affixes.suffix(&rest[prefix..], characters);
            if suffix > 0 && whole(&rest[..rest.len() - suffix]) {
                closing.push(piece(end - suffix, end));
                end -= suffix;
                break;
            }
            if prefix == 0 && suffix == 0 {
                break;
            }
            if prefix > 0 {
                pieces.push(piece(start, start + prefix));
                start += prefix;
            }
            if suffix > 0 {
                closing.push(piece(end - suffix, end));
                end -= suffix;
            }
        }
        if start < end {
            let middle = &run[start..end];
            if let Some(parts) = exception(middle) {
                self.push_exception(parts, start as u32, pieces);
            } else if abbreviated(middle) || url::is_url(middle, self.url, characters) {
                pieces.push(piece(start, end));
            } else {
                let (mut from, mut last) = (0, 0);
                while let Some((infix, after)) = self.affixes.infix(middle, from, characters) {
                    from = after;
                    if infix == 0 {
                        continue;
                    }
                    if infix != last {
                        pieces.push(piece(start + last, start + infix));
                    }
                    pieces.push(piece(start + infix, start + after));
                    last = after;
                }
                if last < middle.len() {
                    pieces.push(piece(start + last, end));
                }
            }
        }
        pieces.extend(closing.iter().rev());
    }

    /// True when a sequence may start with a token of this id.
    pub(crate) fn starts_sequence(&self, id: u64) -> bool {
        self.sequence_starts.get(id).is_some()
    }

    /// Where exceptions stand as whole sequences of tokens: the longest first, then the leftmost, none overlapping; in
    /// order of the text. `ids` are the hashes of the tokens' texts, `starts` tells where a sequence may start.
    pub(crate) fn find_sequences(
        &self,
        ids: &dyn Fn(usize) -> u64,
        count: usize,
        starts: &[usize],
    ) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for &start in starts {
            let mut sum = 0;
            for end in start + 1..=count.min(start + self.longest_sequence) {
                sum = sequence_hash(sum, ids(end - 1));
                if self.sequences.get(sum).is_some() {
                    found.push((start, end));
                }
            }
        }
        found.sort_by_key(|&(start, end)| (start as isize - end as isize, start));
        let mut chosen: Vec<(usize, usize)> = Vec::new();
        let mut taken = std::collections::BTreeSet::new();
        for (start, end) in found {
            if !taken.contains(&start) && !taken.contains(&(end - 1)) {
                chosen.push((start, end));
            }
            taken.extend(start..end);
        }
        chosen.sort_unstable();
        chosen
    }
}

/// The hash of a sequence of tokens, one token on.
pub(crate) fn sequence_hash(before: u64, id: u64) -> u64 {
    let [a, b, ..] = hash::rows_of(before.rotate_left(21) ^ id, 0x5e9);
    u64::from(a) << 32 | u64::from(b)
}

/// The runs of white space and of anything else in a text, as bytes and whether one space that is no token follows.
pub(crate) struct Runs<'t, 'c> {
    text: &'t str,
    at: usize,
    characters: &'c Characters,
}

impl<'t, 'c> Runs<'t, 'c> {
    pub(crate) fn new(text: &'t str, characters: &'c Characters) -> Runs<'t, 'c> {
        Runs { text, at: 0, characters }
    }
}

impl Iterator for Runs<'_, '_> {
    type Item = (usize, usize, bool);

    fn next(&mut self) -> Option<(usize, usize, bool)> {
        let rest = &self.text[self.at..];
        let mut found = rest.char_indices();
        let (_, first) = found.next()?;
        let is_space = |character: char| self.characters.is(character, crate::characters::SPACE);
        let space = is_space(first);
        let (len, next) = found
            .find(|&(_, character)| is_space(character) != space)
            .map_or((rest.len(), None), |(at, character)| (at, Some(character)));
        let (start, end) = (self.at, self.at + len);
        let eaten = next == Some(' ');
        self.at = end + usize::from(eaten);
        Some((start, end, eaten))
    }
}
