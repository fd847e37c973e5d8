//! Which deed, agreement or publication is meant by "the attack", "this offensive", "the deal", "the statement"?
//!
//! "The 2031 Tavan bombing … the bombing" is the one with the fuller name; "an attack on Camp Brek … this cowardly attack"
//! the one that was told with what it was on. A deed that nothing names stays what it is called.

use crate::cast::Found;
use crate::wording::{clean, last_word, word_before};
use lexicon::{Lexicon, NounClass};
use model::{Document, EntityKind, MentionKind, Reading, Span};
use std::collections::BTreeMap;

/// Prepositions between a deed and whom or what it is done to or where.
const OF: [&str; 5] = [" on ", " of ", " against ", " in ", " at "];

/// The named deeds of a document: by article and noun, in small letters, the first with a name.
#[derive(Debug, Default)]
pub(crate) struct Deeds {
    named: BTreeMap<(u32, String), (Span, String)>,
}

impl Deeds {
    /// Finds the deeds that are told with a name.
    pub fn of(document: &Document, reading: &Reading, lexicon: &Lexicon) -> Deeds {
        let mut deeds = Deeds::default();
        for claim in &reading.claims {
            let arguments = claim.actor.iter().chain(&claim.target).map(|argument| argument.head);
            for head in std::iter::once(claim.trigger).chain(arguments) {
                let Some(noun) = head.get(&document.text).map(str::to_lowercase) else { continue };
                if !is_deed(&noun, lexicon) {
                    continue;
                }
                let Some(name) = name(document, reading, lexicon, head) else { continue };
                deeds.named.entry((claim.article, noun)).or_insert((head, name));
            }
        }
        deeds
    }

    /// The deed that words mean, with its head.
    pub fn find(
        &self,
        document: &Document,
        reading: &Reading,
        lexicon: &Lexicon,
        span: Span,
        head: Span,
    ) -> Option<Found> {
        let noun = head.get(&document.text)?.to_lowercase();
        let words = clean(span.get(&document.text)?);
        if !is_deed(&noun, lexicon) {
            return None;
        }
        let numbered = words.ends_with(|last: char| last.is_ascii_digit());
        if last_word(&words).to_lowercase() != noun && !numbered {
            return None;
        }
        if let Some(name) = name(document, reading, lexicon, head) {
            return Some(thing(name.clone(), format!("named {name}")));
        }
        // Any deed can be "an attack"; the one with "the" or "this" was told before.
        let before = word_before(&document.text, span.start as usize)?;
        if !matches!(before.as_str(), "the" | "this" | "that" | "these" | "today" | "s") {
            return None;
        }
        let judged = words.split(' ').rev().skip(1).all(|word| word.chars().next().is_some_and(char::is_lowercase));
        let article = reading.sentences.iter().find(|sentence| sentence.span.contains(span))?.article;
        let (at, name) = self.named.get(&(article, noun.clone())).filter(|_| judged)?;
        (at.start < span.start).then(|| thing(name.clone(), format!("the {noun} that was named before")))
    }
}

fn thing(name: String, reason: String) -> Found {
    Found { name, kind: EntityKind::Thing, known: None, reason }
}

fn is_deed(noun: &str, lexicon: &Lexicon) -> bool {
    [NounClass::Deed, NounClass::Accord, NounClass::Publication].iter().any(|class| lexicon.nouns.is(noun, *class))
}

/// The name of a deed where its head stands: `2031 Tavan bombing`, `attack on Camp Brek`. `None` for one without.
fn name(document: &Document, reading: &Reading, lexicon: &Lexicon, head: Span) -> Option<String> {
    let text = &document.text;
    let sentence = reading.sentences.iter().find(|sentence| sentence.span.contains(head))?;
    let word = head.get(text)?;
    let behind = text.get(head.end as usize..)?;
    let publication = lexicon.nouns.is(&word.to_lowercase(), NounClass::Publication);
    if let Some(lead) = OF.iter().find(|lead| behind.starts_with(**lead)) {
        let article = if behind[lead.len()..].starts_with("the ") { 4 } else { 0 };
        let at = head.end as usize + lead.len() + article;
        let from = reading.mentions.partition_point(|mention| (mention.span.start as usize) < at);
        let mentions = reading.mentions[from..].iter().take_while(|mention| mention.span.start as usize == at);
        let fits = |kind| kind == MentionKind::Name || publication && kind != MentionKind::Pronoun;
        let target = mentions.filter(|mention| fits(mention.kind)).max_by_key(|mention| mention.span.end);
        if let Some(target) = target {
            return Some(format!("{}{lead}{}", word.to_lowercase(), clean(target.span.get(text)?)));
        }
    }
    // "the ministry's statement" is whose it is, and no name.
    if publication {
        return None;
    }
    // "Resolution 2328"
    let large = |word: &str| word.starts_with(|first: char| first.is_uppercase());
    let number: String = behind.strip_prefix(' ').unwrap_or("").chars().take_while(char::is_ascii_digit).collect();
    let numbered = large(word) && !number.is_empty();
    // Words with a capital and years right before the head.
    let before = text.get(sentence.span.start as usize..head.start as usize)?;
    let mut words: Vec<&str> = Vec::new();
    for word in before.split_whitespace().rev() {
        let large = word.chars().next().is_some_and(|first| first.is_uppercase() || first.is_ascii_digit());
        let plain = word.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '–' || c == '\'');
        if !large || !plain || matches!(word, "The" | "A" | "An" | "This" | "That" | "These" | "Our" | "Its") {
            break;
        }
        words.insert(0, word);
    }
    words.push(word);
    if numbered {
        words.push(&number);
    }
    (words.len() >= 3 || numbered).then(|| words.join(" "))
}
