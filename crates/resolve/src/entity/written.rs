//! What does the writing around its names tell of a document's names?
//!
//! "Near *Tavan*" names a place, whatever the name finder takes it for; "*the* Tavan Minh", again and again, is no person; a word that has a
//! capital inside a sentence is a name.

use crate::place::Places;
use crate::wording::{clean, without_possessive, word_before};
use lexicon::{Lexicon, TypeWord, fold};
use model::{Document, EntityKind, Mention, MentionKind, Reading};
use std::collections::{BTreeMap, BTreeSet};

/// Times that a name must stand behind "the" to be one that is always told so.
const TIMES: usize = 2;

/// Deep forms of the names that the name finder takes for somebody and that stand behind "near" or "the town of".
pub(super) fn located(
    document: &Document,
    reading: &Reading,
    lexicon: &Lexicon,
    places: &mut Places<'_>,
) -> BTreeSet<String> {
    let mut located = BTreeSet::new();
    for mention in &reading.mentions {
        let somebody = !matches!(mention.hint, Some(EntityKind::Place | EntityKind::State | EntityKind::Group));
        let Some(text) = mention.span.get(&document.text).filter(|_| mention.kind == MentionKind::Name && somebody)
        else {
            continue;
        };
        let behind = document.text.get(mention.span.end as usize..).unwrap_or("");
        let before = document.text.get(..mention.span.start as usize).unwrap_or("").trim_end();
        let mut words = before.rsplit(|c: char| !c.is_alphabetic() && c != '-').map(str::to_lowercase);
        let (last, noun) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let certain = lexicon.place_words.is_certain(&last)
            || last == "of" && lexicon.places.type_word(&noun) == Some(TypeWord::Settlement);
        let name = clean(text);
        if !certain
            || without_possessive(text) != text
            || behind.starts_with(['\'', '’'])
            || lexicon.names.find(&name).is_some()
        {
            continue;
        }
        let article = reading.sentences.get(mention.sentence as usize).map_or(0, |sentence| sentence.article);
        if places.knows(&name, article) {
            located.insert(fold::deep(&name));
        }
    }
    located
}

/// Words that have a capital where no sentence begins.
pub(super) fn proper_words(document: &Document, reading: &Reading) -> BTreeSet<String> {
    let mut proper = BTreeSet::new();
    for sentence in &reading.sentences {
        let Some(text) = sentence.span.get(&document.text) else { continue };
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty());
        for word in words.skip(1).filter(|word| word.chars().next().is_some_and(char::is_uppercase)) {
            proper.insert(word.to_lowercase());
        }
    }
    proper
}

/// True for a name behind "the", or with it.
pub(super) fn is_definite(document: &Document, mention: &Mention) -> bool {
    let the = |words: &str| words.get(..4).is_some_and(|first| first.eq_ignore_ascii_case("the "));
    mention.span.get(&document.text).is_some_and(the)
        || word_before(&document.text, mention.span.start as usize).is_some_and(|word| word == "the")
}

/// The names that stand behind "the" at least as often as not.
pub(super) fn definite(document: &Document, reading: &Reading) -> BTreeSet<String> {
    let mut seen: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for mention in reading.mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
        let Some(text) = mention.span.get(&document.text) else { continue };
        let (the, all) = seen.entry(fold::deep(&clean(text))).or_default();
        *the += usize::from(is_definite(document, mention));
        *all += 1;
    }
    seen.into_iter().filter(|(_, (the, all))| *the >= TIMES && 2 * the >= *all).map(|(name, _)| name).collect()
}
