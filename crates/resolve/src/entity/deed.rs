//! Which deed, agreement or publication is meant by "the attack", "this offensive", "the deal", "the statement"?
//!
//! "The 2031 Tavan bombing … the bombing" is the one with the fuller name; "an attack on Camp Brek … this cowardly attack"
//! the one that was told with what it was on. A deed that nothing names stays what it is called.

use crate::cast::Found;
use crate::wording::{clean, is_in_singular, last_word, word_before};
use lexicon::{Lexicon, NounClass, Slot, WordClass};
use model::{ClaimType, Document, EntityKind, Kind, Mention, MentionKind, Reading, Span};
use std::collections::BTreeMap;

/// Prepositions between a deed and whom or what it is done to or where.
const OF: [&str; 5] = [" on ", " of ", " against ", " in ", " at "];

/// The named deeds of a document: by article and noun, in small letters, the first with a name.
#[derive(Debug, Default)]
pub(crate) struct Deeds {
    named: BTreeMap<(u32, String), (Span, String)>,
    /// By article, the accords that are written as names, in order of the text: "Tavan Accords".
    accords: BTreeMap<u32, Vec<(Span, String)>>,
    /// By article, the deed that its title or first sentence names, with its noun: what it is about.
    subject: BTreeMap<u32, (String, Span)>,
}

/// Sentences at the start of an article that tell what it is about: its title and the first one.
const OPENING: u32 = 2;

impl Deeds {
    /// Finds the deeds that are told with a name.
    pub fn of(document: &Document, reading: &Reading, lexicon: &Lexicon) -> Deeds {
        let mut deeds = Deeds::default();
        for claim in &reading.claims {
            let arguments = claim.actor.iter().chain(&claim.target).map(|argument| argument.head);
            for head in std::iter::once(last_of(claim.trigger, &document.text)).chain(arguments) {
                let Some(noun) = head.get(&document.text).map(str::to_lowercase) else { continue };
                if !is_deed(&noun, lexicon) {
                    continue;
                }
                let Some(name) = name(document, reading, lexicon, head) else { continue };
                deeds.name(reading, claim.article, noun, head, name);
            }
        }
        // "Operation Tavan Dawn" is "the operation".
        for mention in reading.mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
            let Some((noun, rest)) = mention.span.get(&document.text).and_then(|words| words.split_once(' ')) else {
                continue;
            };
            let article = reading.sentences.get(mention.sentence as usize).map_or(0, |sentence| sentence.article);
            let noun_span = Span { start: mention.span.start, end: mention.span.start + noun.len() as u32 };
            let large = noun.starts_with(char::is_uppercase) && rest.starts_with(char::is_uppercase);
            if large && lexicon.nouns.is(&noun.to_lowercase(), NounClass::Deed) {
                deeds.name(reading, article, noun.to_lowercase(), noun_span, format!("{noun} {}", clean(rest)));
            }
            let last = last_of(mention.span, &document.text);
            let accord = last.get(&document.text).filter(|word| word.starts_with(char::is_uppercase)).unwrap_or("");
            if large && is_in_singular(accord, |noun| is_accord(noun, lexicon)) {
                let name = clean(mention.span.get(&document.text).unwrap_or(""));
                deeds.accords.entry(article).or_default().push((last, name));
            }
        }
        deeds
    }

    /// Keeps the name of a deed, and of the first in the opening of an article that it is about it.
    fn name(&mut self, reading: &Reading, article: u32, noun: String, head: Span, name: String) {
        let first = reading.sentences.partition_point(|sentence| sentence.article < article) as u32;
        let sentence = reading.sentences.partition_point(|sentence| sentence.span.end <= head.start) as u32;
        let proper = name.split(' ').count() > 2 && name.starts_with(|first: char| !first.is_lowercase());
        if proper && sentence.saturating_sub(first) < OPENING {
            self.subject.entry(article).or_insert((noun.clone(), head));
        }
        self.named.entry((article, noun)).or_insert((head, name));
    }

    /// The deed that an article is about, by another noun for such a deed: "the attack" for "the 2031 Tavan bombing".
    fn about(&self, article: u32, noun: &str, lexicon: &Lexicon) -> Option<&(Span, String)> {
        let (told, at) = self.subject.get(&article)?;
        let types = |noun: &str| -> Vec<ClaimType> {
            let frames = lexicon.triggers.frames(noun).iter();
            frames.filter(|frame| frame.class == WordClass::Noun).map(|frame| frame.claim_type).collect()
        };
        let (told_types, types) = (types(told), types(noun));
        let alike = types.iter().any(|one| one.kind() == Kind::Event && told_types.contains(one));
        self.named.get(&(article, told.clone())).filter(|(named, _)| alike && named == at)
    }

    /// The accord that an article named last before a byte, also by another noun: "the deal" for "the Tavan Accords".
    fn accord(&self, article: u32, noun: &str, at: u32, lexicon: &Lexicon) -> Option<&(Span, String)> {
        let named = self.accords.get(&article).filter(|_| is_in_singular(noun, |noun| is_accord(noun, lexicon)))?;
        // "the treaties" are no single one, unless a name is written so: "Tavan Accords".
        let several = |name: &str| last_word(name).ends_with('s');
        named.iter().rev().find(|(head, _)| head.start < at).filter(|(_, name)| !noun.ends_with('s') || several(name))
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
        let several = || is_in_singular(&noun, |noun| is_accord(noun, lexicon));
        if !is_deed(&noun, lexicon) && !several() {
            return None;
        }
        let words = clean(span.get(&document.text)?);
        let numbered = words.ends_with(|last: char| last.is_ascii_digit());
        if last_word(&words).to_lowercase() != noun && !numbered {
            return None;
        }
        if let Some(name) = name(document, reading, lexicon, head) {
            return Some(thing(name.clone(), format!("named {name}")));
        }
        let name = self.named_before(document, reading, lexicon, span, &noun)?;
        Some(thing(name, format!("the {noun} that was named before")))
    }

    /// The name that "the attack" or "this deal" was told by before.
    fn named_before(
        &self,
        document: &Document,
        reading: &Reading,
        lexicon: &Lexicon,
        span: Span,
        noun: &str,
    ) -> Option<String> {
        let words = clean(span.get(&document.text)?);
        // "the armistice between Arvia and Belmark" is told behind; "the peace treaty" may be another.
        let behind = document.text.get(span.end as usize..).unwrap_or("");
        if is_accord(noun, lexicon) && (words.contains(' ') || behind.starts_with(" between ")) {
            return None;
        }
        // Any deed can be "an attack"; the one with "the" or "this" was told before.
        let before = word_before(&document.text, span.start as usize)?;
        if !matches!(before.as_str(), "the" | "this" | "that" | "these" | "today" | "s") {
            return None;
        }
        // "said *that* attacks on shrines are a crime" points at none.
        if before == "that" && is_in_singular(noun, |one| one != noun && is_deed(one, lexicon)) {
            return None;
        }
        let judged = words.split(' ').rev().skip(1).all(|word| word.chars().next().is_some_and(char::is_lowercase));
        let article = reading.sentences.iter().find(|sentence| sentence.span.contains(span))?.article;
        let before = |named: &&(Span, String)| judged && named.0.start < span.start;
        let accord = || self.accord(article, noun, span.start, lexicon).filter(before);
        let named = self.named.get(&(article, noun.to_string())).filter(before);
        let about = || self.about(article, noun, lexicon).filter(before);
        let (_, name) = accord().or(named).or_else(about)?;
        Some(name.clone())
    }
}

/// The last word of a trigger: `bombing` of "suicide bombing".
fn last_of(trigger: Span, text: &str) -> Span {
    let words = trigger.get(text).unwrap_or("");
    let start = words.rfind(' ').map_or(0, |space| space + 1);
    Span { start: trigger.start + start as u32, end: trigger.end }
}

fn thing(name: String, reason: String) -> Found {
    Found { name, kind: EntityKind::Thing, known: None, reason }
}

fn is_deed(noun: &str, lexicon: &Lexicon) -> bool {
    let deed = |class: &NounClass| matches!(class, NounClass::Deed | NounClass::Accord | NounClass::Publication);
    is_in_singular(noun, |noun| lexicon.nouns.classes(noun).iter().any(deed))
}

/// True for a noun for what parties agree on a matter: no law, nor a truce, which is on no matter.
fn is_accord(noun: &str, lexicon: &Lexicon) -> bool {
    let matter = |slot: &Slot| matches!(slot, Slot::Preposition(word) if word == "on");
    let agreed = |frame: &lexicon::Frame| {
        frame.class == WordClass::Noun && frame.claim_type == ClaimType::Agree && frame.target.iter().any(matter)
    };
    lexicon.nouns.is(noun, NounClass::Accord) && lexicon.triggers.frames(noun).iter().any(agreed)
}

/// The name of a deed where its head stands: `2031 Tavan bombing`, `attack on Camp Brek`. `None` for one without.
fn name(document: &Document, reading: &Reading, lexicon: &Lexicon, head: Span) -> Option<String> {
    let text = &document.text;
    let sentence = reading.sentences.iter().find(|sentence| sentence.span.contains(head))?;
    let word = head.get(text)?;
    let behind = text.get(head.end as usize..)?;
    let publication = lexicon.nouns.is(&word.to_lowercase(), NounClass::Publication);
    // "Statement by the Foreign Minister *on the truce*"
    if publication && let Some(matter) = matter(behind) {
        return Some(format!("{} on {}", word.to_lowercase(), clean(matter)));
    }
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
    // Capitals name nothing where all is written in them.
    if !sentence.span.get(text)?.contains(char::is_lowercase) {
        return None;
    }
    // "Resolution 2328"
    let large = |word: &str| word.starts_with(|first: char| first.is_uppercase());
    let number: String = behind.strip_prefix(' ').unwrap_or("").chars().take_while(char::is_ascii_digit).collect();
    let numbered = large(word) && !number.is_empty();
    // Words with a capital and years right before the head.
    let before = text.get(sentence.span.start as usize..head.start as usize)?;
    let mut words: Vec<&str> = Vec::new();
    let mut before = before.trim_end();
    let named = |word: &str| word.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit());
    // "May 2031 Tavan *suicide* bombing" at the start of a sentence: the sort of the deed is part of its name.
    if let Some((rest, sort)) = before.rsplit_once(' ')
        && sort.starts_with(char::is_lowercase)
        && rest.split_whitespace().all(named)
        && rest.split_whitespace().any(|word| word.starts_with(|first: char| first.is_ascii_digit()))
    {
        words.push(sort);
        before = rest;
    }
    for word in before.split_whitespace().rev() {
        let plain = word.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '–' || c == '\'');
        if !named(word) || !plain || matches!(word, "The" | "A" | "An" | "This" | "That" | "These" | "Our" | "Its") {
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

/// A deed that nothing names, by those it is on, who have no name either: `attacks on aid workers`.
pub(crate) fn on_whom(
    document: &Document,
    reading: &Reading,
    lexicon: &Lexicon,
    span: Span,
    head: Span,
) -> Option<Found> {
    let text = &document.text;
    let noun = head.get(text)?.to_lowercase();
    if last_word(&clean(span.get(text)?)).to_lowercase() != noun || !is_deed(&noun, lexicon) {
        return None;
    }
    let behind = text.get(head.end as usize..)?;
    let lead = [" against ", " on "].into_iter().find(|lead| behind.starts_with(lead))?;
    let article = ["a ", "an ", "the "].into_iter().find(|word| behind[lead.len()..].starts_with(word)).unwrap_or("");
    let at = head.end as usize + lead.len() + article.len();
    let from = reading.mentions.partition_point(|mention| (mention.span.start as usize) < at);
    let mentions = reading.mentions[from..].iter().take_while(|mention| mention.span.start as usize == at);
    // "attacks on *the eve* of the vote" are on nobody.
    use EntityKind::{Group, Organisation, Person, Place};
    let somebody = |mention: &&Mention| {
        mention.kind == MentionKind::Nominal && matches!(mention.hint, Some(Group | Organisation | Person | Place))
    };
    let whom = mentions.filter(somebody).max_by_key(|mention| mention.span.end)?;
    let words = clean(whom.span.get(text)?);
    let name = format!("{noun}{lead}{words}");
    (words.split(' ').count() <= LONGEST_MATTER).then(|| thing(name.clone(), format!("told as {name}")))
}

/// What the words behind a publication say that it is on, where they name its author first: `the truce` of " by the minister on the truce".
fn matter(behind: &str) -> Option<&str> {
    let line = behind.lines().next()?;
    let by = line.strip_prefix(" by ").or_else(|| line.strip_prefix(" from "))?;
    let (author, matter) = by.split_once(" on ")?;
    let matter = matter.split([',', ';', '.']).next()?;
    if author.split(' ').count() > LONGEST_AUTHOR {
        return None;
    }
    (!matter.is_empty() && matter.split(' ').count() <= LONGEST_MATTER).then_some(matter)
}

/// Words at most of who issued a publication.
const LONGEST_AUTHOR: usize = 10;

/// Words at most of what a publication is on.
const LONGEST_MATTER: usize = 8;

#[cfg(test)]
mod tests {
    use super::matter;

    #[test]
    fn what_a_statement_is_on_stands_behind_its_author() {
        for (behind, expected) in [
            (" by Foreign Minister Dr. Ruth Osei on the truce", Some("the truce")),
            (" from the council on the raid, issued on Monday", Some("the raid")),
            (" on the truce", None),
            (" by the council", None),
            (" by the council\non the truce", None),
        ] {
            assert_eq!(matter(behind), expected, "{behind}");
        }
    }
}
