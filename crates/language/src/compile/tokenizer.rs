//! Which patterns and exceptions does the tokenizer have?

use super::classes::Classes;
use super::msgpack::Value;
use super::pattern::{self, Anchor};
use super::{CHARACTERS, need, text_at};
use crate::affix::{self, Alternative};
use crate::characters::{BUSY, CLOSES, DIVIDES, OPENS};
use crate::hash;
use crate::pack::{Pack, Writer};
use crate::tokenizer::{NO_NORM, Piece, Runs, Tokenizer, sequence_hash};

/// The parts of the address pattern around its two classes.
const URL_HEAD: &str = r"(?u)^(?:(?:[\w\+\-\.]{2,})://)?(?:\S+(?::\S*)?@)?(?:(?!(?:10|127)(?:\.\d{1,3}){3})(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2})(?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}(?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))|(?:(?:[A-Za-z0-9\u00a1-\uffff][A-Za-z0-9\u00a1-\uffff_-]{0,62})?[A-Za-z0-9\u00a1-\uffff]\.)+(?:[";
const URL_TAIL: &str = r"{2,63}))(?::\d{2,5})?(?:[/?#]\S*)?$";
const URL_LABEL: &str = r"A-Za-z0-9\u00a1-\uffff]";

/// Keys of an exception's parts: its text and its norm.
const ORTH: u64 = 65;
const NORM: u64 = 67;

/// Writes everything that [`Tokenizer`] reads.
pub(super) fn tokenizer(bytes: &[u8], writer: &mut Writer) -> Result<(), String> {
    let file = Value::read(bytes)?;
    if file.get("token_match") != Some(&Value::Nil) {
        return Err("expected no `token_match`".to_owned());
    }
    let mut classes = Classes::read(CHARACTERS)?;
    let mut patterns: Vec<Vec<Alternative>> = Vec::new();
    for (name, anchor) in
        [("prefix_search", Anchor::Start), ("suffix_search", Anchor::End), ("infix_finditer", Anchor::Nowhere)]
    {
        let source = text_at(&file, name)?;
        patterns.push(pattern::read(source, anchor, &mut classes).map_err(|what| format!("{name}: {what}"))?);
    }
    classes.mark_edges(&patterns[0], false, OPENS);
    classes.mark_edges(&patterns[1], true, CLOSES);
    classes.mark_edges(&patterns[2], false, DIVIDES);
    patterns.iter().for_each(|alternatives| classes.mark_busy(alternatives));
    // No address is without a dot.
    classes.mark_character('.', BUSY);
    for (name, alternatives) in ["prefixes", "suffixes", "infixes"].iter().zip(&patterns) {
        writer.words(name, &affix::words(alternatives));
    }
    let url = text_at(&file, "url_match")?;
    let top: Vec<char> =
        need(url.strip_prefix(URL_HEAD).and_then(|rest| rest.strip_suffix(URL_TAIL)), "url_match")?.chars().collect();
    let label: Vec<char> = URL_LABEL.chars().collect();
    let top = classes.flag(pattern::class(&top, &mut 0)?)?;
    let label = classes.flag(pattern::class(&label, &mut 0)?)?;
    let (blocks, flags) = classes.table();
    writer.halves("characters.blocks", &blocks);
    writer.words("characters.flags", &flags);

    let exceptions = need(file.get("exceptions"), "exceptions")?;
    let (mut entries, mut words, mut longest) = (Vec::new(), Vec::new(), 0);
    for (text, parts) in exceptions.pairs() {
        let text = need(text.text(), "an exception")?;
        longest = longest.max(text.len());
        entries.push((hash::of_bytes(text.as_bytes()), words.len() as u32));
        words.extend([writer.string(text), parts.items().len() as u32]);
        let mut spelled = String::new();
        for part in parts.items() {
            let value =
                |wanted: u64| part.pairs().iter().find(|(key, _)| key.whole() == Some(wanted)).map(|(_, value)| value);
            let orth = need(value(ORTH).and_then(Value::text), "the text of an exception's part")?;
            spelled.push_str(orth);
            words.push(writer.string(orth));
            words.push(value(NORM).and_then(Value::text).map_or(NO_NORM, |norm| writer.string(norm)));
        }
        if spelled != text {
            return Err(format!("the parts of the exception `{text}` spell `{spelled}`"));
        }
    }
    writer.table("exceptions", &entries);
    writer.words("exceptions.words", &words);

    // The sequences are what the tokenizer itself makes of an exception when it knows none.
    let limits = |longest_sequence: usize| [label, top, longest as u32, longest_sequence as u32];
    let plain = plain_tokenizer(writer, &limits(0))?;
    let (mut starts, mut sequences, mut longest_sequence) = (Vec::new(), Vec::new(), 0);
    for text in exceptions.pairs().iter().filter_map(|(text, _)| text.text()) {
        let rest = &plain.affixes;
        let characters = &plain.characters;
        let marked = rest.prefix(text, characters) > 0 || rest.suffix(text, characters) > 0;
        if !(marked || rest.infix(text, 0, characters).is_some() || text.contains(' ')) {
            continue;
        }
        let mut ids: Vec<u64> = Vec::new();
        for (start, end, _) in Runs::new(text, characters) {
            let mut pieces: Vec<Piece> = Vec::new();
            plain.cut(&text[start..end], false, &mut pieces);
            let run = &text.as_bytes()[start..end];
            ids.extend(pieces.iter().map(|piece| hash::of_bytes(&run[piece.start as usize..piece.end as usize])));
        }
        longest_sequence = longest_sequence.max(ids.len());
        starts.extend(ids.first().map(|&id| (id, 0)));
        sequences.push((ids.iter().fold(0, |sum, &id| sequence_hash(sum, id)), 0));
    }
    writer.table("sequences", &sequences);
    writer.table("sequence_starts", &starts);
    writer.words("tokenizer.limits", &limits(longest_sequence));
    Ok(())
}

/// A tokenizer over what has been written so far.
fn plain_tokenizer(writer: &Writer, limits: &[u32]) -> Result<Tokenizer, String> {
    let mut draft = writer.clone();
    draft.table("sequences", &[]);
    draft.table("sequence_starts", &[]);
    draft.words("tokenizer.limits", limits);
    Pack::copied(&draft.finish()).and_then(|pack| Tokenizer::open(&pack)).map_err(|error| error.to_string())
}
