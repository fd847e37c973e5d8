//! What is a parse, and how is it asked?

use crate::{Dep, NameLabel, Pos, Tag};
use model::Span;
use std::borrow::Cow;
use std::ops::Range;

/// The parse of one text: tokens in order, their heads, sentences and names. Token indices are positions in it.
///
/// Sentences cover all tokens without gaps. Every token's head lies in its own sentence; a root is its own head.
#[derive(Clone, Debug, PartialEq)]
pub struct Parse<'t> {
    text: Cow<'t, str>,
    tokens: Vec<Token>,
    /// For each token its spellings in small letters: readings ask for them over and over.
    small: Vec<Small>,
    sentences: Vec<Range<usize>>,
    names: Vec<Name>,
    /// For each token the positions of its children in [`Parse::child_list`].
    child_ranges: Vec<Range<u32>>,
    child_list: Vec<u32>,
    /// Leftmost and rightmost token of each token's subtree, both inclusive.
    edges: Vec<(u32, u32)>,
    /// For each token the position of its sentence in [`Parse::sentences`].
    sentence_at: Vec<u32>,
    /// For each token the position in [`Parse::names`] of the name it is part of; [`NO_NAME`] for none.
    name_at: Vec<u32>,
}

/// Stands for the position of a name where there is none.
const NO_NAME: u32 = u32::MAX;

/// One word, number or mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes in the parsed text.
    pub span: Span,
    /// True when one space follows that is not a token.
    pub space_after: bool,
    /// Fine tag.
    pub tag: Tag,
    /// Coarse part of speech.
    pub pos: Pos,
    /// Relation to the head.
    pub dep: Dep,
    /// Index of the head; a root is its own.
    pub head: u32,
    /// Dictionary form.
    pub lemma: Box<str>,
    /// Spelling folded for comparison, usually lower case.
    pub norm: Box<str>,
    /// Morphology as `Name=Value` pairs joined by `|`; empty when there is none.
    pub morph: &'static str,
    /// True when the model's word lists have it in some form. They have many names of places and persons as well.
    pub listed: bool,
}

/// A token's words and its dictionary form in small letters, where they are written otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Small {
    word: Option<Box<str>>,
    lemma: Option<Box<str>>,
}

/// A name that the model found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is the name of.
    pub label: NameLabel,
}

/// Where a word belongs that the parser hung elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rehang {
    /// The word.
    pub at: usize,
    /// The word it hangs on.
    pub head: usize,
    /// Its relation to it.
    pub dep: Dep,
    /// Its part of speech and tag, where they are others too.
    pub kind: Option<(Pos, Tag)>,
    /// Its dictionary form, likewise.
    pub lemma: Option<Box<str>>,
}

impl<'t> Parse<'t> {
    /// Puts a parse together from its parts. `sentences` must cover the tokens in order; heads must lie inside them.
    pub fn new(text: &'t str, tokens: Vec<Token>, sentences: Vec<Range<usize>>, names: Vec<Name>) -> Parse<'t> {
        let small = tokens.iter().map(|token| Small { word: small(token.span.of(text)), lemma: small(&token.lemma) });
        let small = small.collect();
        Parse::hung(text.into(), tokens, small, sentences, names)
    }

    /// The same with the spellings in small letters.
    fn hung(
        text: Cow<'t, str>,
        tokens: Vec<Token>,
        small: Vec<Small>,
        sentences: Vec<Range<usize>>,
        names: Vec<Name>,
    ) -> Parse<'t> {
        let count = tokens.len();
        let mut child_ranges = vec![0u32..0u32; count];
        let mut sizes = vec![0u32; count];
        for (at, token) in tokens.iter().enumerate() {
            if token.head as usize != at {
                sizes[token.head as usize] += 1;
            }
        }
        let mut next = 0u32;
        for at in 0..count {
            child_ranges[at] = next..next;
            next += sizes[at];
        }
        let mut child_list = vec![0u32; next as usize];
        for (at, token) in tokens.iter().enumerate() {
            if token.head as usize != at {
                let range = &mut child_ranges[token.head as usize];
                child_list[range.end as usize] = at as u32;
                range.end += 1;
            }
        }
        // From the leaves up: a head is widened once all its children are.
        let mut edges: Vec<(u32, u32)> = (0..count as u32).map(|at| (at, at)).collect();
        let mut open = sizes;
        let mut ready: Vec<usize> = (0..count).filter(|&at| open[at] == 0).collect();
        while let Some(at) = ready.pop() {
            let head = tokens[at].head as usize;
            if head != at {
                let (left, right) = edges[at];
                edges[head] = (edges[head].0.min(left), edges[head].1.max(right));
                open[head] -= 1;
                if open[head] == 0 {
                    ready.push(head);
                }
            }
        }
        let mut sentence_at = vec![0; count];
        for (at, sentence) in (0..).zip(&sentences) {
            sentence_at[sentence.clone()].fill(at);
        }
        let name_at = by_token(&names, count);
        Parse { text, tokens, small, sentences, names, child_ranges, child_list, edges, sentence_at, name_at }
    }

    /// The same parse with other names, in order of the text and apart from each other.
    pub fn with_names(self, names: Vec<Name>) -> Parse<'t> {
        debug_assert!(names.windows(2).all(|pair| pair[0].tokens.end <= pair[1].tokens.start));
        Parse { name_at: by_token(&names, self.len()), names, ..self }
    }

    /// The same parse of another text of the same length, whose words stand where those of the parsed one stand. Their dictionary
    /// forms and spellings are those of the parsed text. Panics where the lengths differ.
    pub fn over<'s>(self, text: impl Into<Cow<'s, str>>) -> Parse<'s> {
        let text = text.into();
        assert_eq!(text.len(), self.text.len(), "a parse stands over a text of its own length");
        let same = text == self.text;
        self.showing(text, same)
    }

    /// The same parse with another text, in which its words stand; `same` where they are the words they were.
    fn showing<'s>(self, text: Cow<'s, str>, same: bool) -> Parse<'s> {
        let Parse {
            tokens, mut small, sentences, names, child_ranges, child_list, edges, sentence_at, name_at, ..
        } = self;
        for (small, token) in small.iter_mut().zip(&tokens).filter(|_| !same) {
            small.word = self::small(token.span.of(&text));
        }
        Parse { text, tokens, small, sentences, names, child_ranges, child_list, edges, sentence_at, name_at }
    }

    /// The same parse of a longer text, of which the parsed one leaves out the runs of bytes `left_out`, in order of the text: each word
    /// stands where it stands in the longer one, with what is left out inside it. Panics where the lengths differ.
    pub fn within<'s>(mut self, text: &'s str, left_out: &[Range<usize>]) -> Parse<'s> {
        let lost: usize = left_out.iter().map(Range::len).sum();
        assert_eq!(text.len(), self.text.len() + lost, "a text has the words of the parsed one and those left out");
        // The bytes left out before a place of the parsed text; at the place itself where `at` says so.
        let before = |place: u32, at: bool| {
            let mut shift = 0;
            for run in left_out {
                let found = place as usize + shift;
                if run.start < found || at && run.start == found {
                    shift += run.len();
                }
            }
            shift
        };
        for token in &mut self.tokens {
            let Span { start, end } = token.span;
            token.span = Span { start: start + before(start, true) as u32, end: end + before(end, false) as u32 };
        }
        self.showing(text.into(), false)
    }

    /// The same parse of another text of as many words, which stand at these places of it. Panics where their numbers differ.
    pub fn standing<'s>(mut self, text: impl Into<Cow<'s, str>>, places: &[Span]) -> Parse<'s> {
        assert_eq!(self.len(), places.len(), "a parse stands over a text of as many words");
        self.tokens.iter_mut().zip(places).for_each(|(token, place)| token.span = *place);
        self.showing(text.into(), false)
    }

    /// The same parse with another dictionary form for each token that `lemma` gives one for.
    pub fn with_lemmas(mut self, lemma: impl Fn(&Parse<'t>, usize) -> Option<String>) -> Parse<'t> {
        for at in 0..self.len() {
            if let Some(lemma) = lemma(&self, at) {
                self.small[at].lemma = small(&lemma);
                self.tokens[at].lemma = lemma.into();
            }
        }
        self
    }

    /// The same parse with another part of speech and tag for each token that `kind` gives one for.
    pub fn with_kinds(mut self, kind: impl Fn(&Parse<'t>, usize) -> Option<(Pos, Tag)>) -> Parse<'t> {
        for at in 0..self.len() {
            if let Some((pos, tag)) = kind(&self, at) {
                (self.tokens[at].pos, self.tokens[at].tag) = (pos, tag);
            }
        }
        self
    }

    /// The same parse with some words hung elsewhere. Heads must lie in the sentence of their word; changes by which a word would hang
    /// below itself are left out, all of them.
    pub fn rehung(self, changes: &[Rehang]) -> Parse<'t> {
        let changed = |at: usize| changes.iter().rfind(|change| change.at == at).map(|change| change.head);
        let ends = |change: &Rehang| {
            let up = |&at: &usize| Some(changed(at).unwrap_or_else(|| self.head(at))).filter(|&head| head != at);
            std::iter::successors(Some(change.at), up).take(self.len() + 1).count() <= self.len()
        };
        if !changes.iter().all(ends) {
            return self;
        }
        let Parse { text, mut tokens, mut small, sentences, names, .. } = self;
        for change in changes {
            let token = &mut tokens[change.at];
            (token.head, token.dep) = (change.head as u32, change.dep);
            if let Some(kind) = change.kind {
                (token.pos, token.tag) = kind;
            }
            if let Some(lemma) = &change.lemma {
                token.lemma.clone_from(lemma);
                small[change.at].lemma = self::small(lemma);
            }
        }
        Parse::hung(text, tokens, small, sentences, names)
    }

    /// The parsed text.
    #[inline]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Number of tokens.
    #[inline]
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// True for a text without tokens.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// All tokens.
    #[inline]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The token at a position.
    #[inline]
    pub fn token(&self, at: usize) -> &Token {
        &self.tokens[at]
    }

    /// The token's words as they stand.
    #[inline]
    pub fn word(&self, at: usize) -> &str {
        self.tokens[at].span.of(&self.text)
    }

    /// Its dictionary form.
    #[inline]
    pub fn lemma(&self, at: usize) -> &str {
        &self.tokens[at].lemma
    }

    /// Its dictionary form in small letters, as tables of words have it.
    #[inline]
    pub fn entry(&self, at: usize) -> &str {
        self.small[at].lemma.as_deref().unwrap_or(&self.tokens[at].lemma)
    }

    /// The token's words in small letters.
    #[inline]
    pub fn lower(&self, at: usize) -> &str {
        self.small[at].word.as_deref().unwrap_or_else(|| self.word(at))
    }

    /// Its folded spelling.
    #[inline]
    pub fn norm(&self, at: usize) -> &str {
        &self.tokens[at].norm
    }

    /// Its fine tag.
    #[inline]
    pub fn tag(&self, at: usize) -> Tag {
        self.tokens[at].tag
    }

    /// Its part of speech.
    #[inline]
    pub fn pos(&self, at: usize) -> Pos {
        self.tokens[at].pos
    }

    /// Its relation to its head.
    #[inline]
    pub fn dep(&self, at: usize) -> Dep {
        self.tokens[at].dep
    }

    /// Its head; a root is its own.
    #[inline]
    pub fn head(&self, at: usize) -> usize {
        self.tokens[at].head as usize
    }

    /// True for the root of a sentence.
    #[inline]
    pub fn is_root(&self, at: usize) -> bool {
        self.head(at) == at
    }

    /// Tokens that depend on it directly, in order of the text.
    #[inline]
    pub fn children(&self, at: usize) -> impl DoubleEndedIterator<Item = usize> + Clone + '_ {
        let range = &self.child_ranges[at];
        self.child_list[range.start as usize..range.end as usize].iter().map(|&child| child as usize)
    }

    /// The first child with this relation.
    #[inline]
    pub fn child(&self, at: usize, dep: Dep) -> Option<usize> {
        self.children(at).find(|&child| self.dep(child) == dep)
    }

    /// From the leftmost to one past the rightmost token below it, itself included. Where the tree crosses itself the
    /// range also holds tokens that are not below it.
    #[inline]
    pub fn subtree(&self, at: usize) -> Range<usize> {
        let (left, right) = self.edges[at];
        left as usize..right as usize + 1
    }

    /// True when `below` is `at` or depends on it, directly or not.
    #[inline]
    pub fn dominates(&self, at: usize, below: usize) -> bool {
        let mut walk = below;
        loop {
            if walk == at {
                return true;
            }
            if self.is_root(walk) {
                return false;
            }
            walk = self.head(walk);
        }
    }

    /// Sentences as ranges of tokens.
    #[inline]
    pub fn sentences(&self) -> &[Range<usize>] {
        &self.sentences
    }

    /// Position in [`Parse::sentences`] of the sentence a token stands in.
    #[inline]
    pub fn sentence_of(&self, at: usize) -> usize {
        self.sentence_at.get(at).map_or(self.sentences.len(), |&sentence| sentence as usize)
    }

    /// Names in order; they do not overlap.
    #[inline]
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// The name a token is part of.
    #[inline]
    pub fn name_of(&self, at: usize) -> Option<&Name> {
        self.name_at.get(at).and_then(|&name| self.names.get(name as usize))
    }

    /// The bytes that a run of tokens covers. Panics for an empty run.
    #[inline]
    pub fn span(&self, tokens: Range<usize>) -> Span {
        self.tokens[tokens.start].span.cover(self.tokens[tokens.end - 1].span)
    }
}

/// For each token the position of the name it is part of.
fn by_token(names: &[Name], tokens: usize) -> Vec<u32> {
    let mut all = vec![NO_NAME; tokens];
    for (at, name) in (0..).zip(names) {
        all[name.tokens.clone()].fill(at);
    }
    all
}

/// Words in small letters; `None` for those that are written so, as most are.
fn small(words: &str) -> Option<Box<str>> {
    let bytes = words.as_bytes();
    let (blocks, tail) = bytes.as_chunks::<8>();
    let is_small = match bytes.last_chunk::<8>() {
        Some(last) => blocks.iter().chain([last]).all(|block| is_small(u64::from_le_bytes(*block))),
        None => tail.iter().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()),
    };
    (!is_small).then(|| words.to_lowercase().into())
}

/// True for eight bytes of ASCII without a capital.
fn is_small(block: u64) -> bool {
    let each = |byte: u8| u64::from_ne_bytes([byte; 8]);
    let high = each(0x80);
    // Adding to a byte of ASCII what is missing from a letter to 128 sets its high bit from that letter on.
    let from_a = (block & !high) + each(0x80 - b'A');
    let behind_z = (block & !high) + each(0x80 - b'Z' - 1);
    (block | from_a & !behind_z) & high == 0
}

#[cfg(test)]
mod tests {
    use super::small;

    #[test]
    fn words_are_shown_in_small_letters_however_long_they_are() {
        let words = [
            "",
            "a",
            "A",
            "@[`{",
            "seven-7",
            "Seven-7",
            "eight-88",
            "eight-8Z",
            "A-eight8",
            "è",
            "nine ninÈ",
            "Élan vital",
        ];
        for word in
            words.into_iter().flat_map(|word| [word.to_string(), format!("{word}{word}"), format!("long-{word}")])
        {
            assert_eq!(small(&word).as_deref().unwrap_or(&word), word.to_lowercase(), "{word}");
        }
        for byte in 0..128u8 {
            let letter = char::from(byte);
            let word = format!("abcd{letter}efg");
            assert_eq!(small(&word).as_deref().unwrap_or(&word), word.to_lowercase(), "{word}");
        }
    }
}
