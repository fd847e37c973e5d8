//! What does the model see of a word's form, before it looks at its neighbours?
//!
//! Four strings: its norm, its first character, its last three, its shape (`Qasra-2` is `Xxxxx-d`), each as a number.

use crate::characters::{Characters, DIGIT, LETTER, SPACE, UPPER};
use crate::hash;
use crate::pack::{Pack, PackError, StringId, Strings, Table};
use crate::tokenizer::NO_NORM;

/// Looks up what is known of a form.
#[derive(Clone)]
pub(crate) struct Forms {
    symbols: Table,
    norms: Table,
}

/// A form as the model sees it.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    /// Ids of norm, prefix, suffix, shape.
    pub(crate) ids: [u64; 4],
    pub(crate) norm: Box<str>,
    pub(crate) lower: Box<str>,
    pub(crate) is_space: bool,
}

impl Forms {
    pub(crate) fn open(pack: &Pack) -> Result<Forms, PackError> {
        Ok(Forms { symbols: Table::open(pack, "symbols")?, norms: Table::open(pack, "norms")? })
    }

    /// The id of a string: small for a reserved symbol, else its hash.
    pub(crate) fn id(&self, text: &str) -> u64 {
        self.id_of_hash(hash::of_bytes(text.as_bytes()))
    }

    fn id_of_hash(&self, hash: u64) -> u64 {
        self.symbols.get(hash).map_or(hash, u64::from)
    }

    /// The form of a word whose hash is known. `norm` is the one an exception gives, or [`NO_NORM`].
    pub(crate) fn form(
        &self,
        text: &str,
        hash: u64,
        norm: StringId,
        strings: &Strings,
        characters: &Characters,
    ) -> Form {
        let lower = text.to_lowercase();
        let given = if norm == NO_NORM { self.norms.get(self.id_of_hash(hash)) } else { Some(norm) };
        let norm = given.map_or(lower.as_str(), |id| strings.get(id));
        let second = text.chars().next().map_or(0, char::len_utf8);
        let last_three = text.char_indices().rev().nth(2).map_or(0, |(at, _)| at);
        let ids =
            [self.id(norm), self.id(&text[..second]), self.id(&text[last_three..]), self.id(&shape(text, characters))];
        let is_space = text.chars().all(|character| characters.is(character, SPACE));
        Form { ids, norm: norm.into(), lower: lower.into(), is_space }
    }
}

/// Letters as `X` or `x`, digits as `d`, anything else as itself; more than four of a kind in a row are cut to four.
fn shape(text: &str, characters: &Characters) -> String {
    const LONG: usize = 100;
    if text.len() >= LONG && text.chars().nth(LONG - 1).is_some() {
        return "LONG".to_owned();
    }
    let mut shape = String::with_capacity(text.len());
    let (mut last, mut run) = (None, 0);
    for character in text.chars() {
        let flags = characters.flags(character);
        let kind = match flags {
            _ if flags & LETTER != 0 && flags & UPPER != 0 => 'X',
            _ if flags & LETTER != 0 => 'x',
            _ if flags & DIGIT != 0 => 'd',
            _ => character,
        };
        run = if last == Some(kind) { run + 1 } else { 0 };
        last = Some(kind);
        if run < 4 {
            shape.push(kind);
        }
    }
    shape
}
