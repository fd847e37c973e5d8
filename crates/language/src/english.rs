use crate::arcs::Parser;
use crate::encoder::{Encoder, REACH};
use crate::kernel::{Matrix, WIDTH};
use crate::lemma::Lemmas;
use crate::lexeme::{Form, Forms};
use crate::names::Names;
use crate::pack::{Pack, PackError, StringId};
use crate::ruler::{Ruler, Seen};
use crate::tokenizer::{Piece, Runs, Tokenizer};
use crate::{Name, Parse, Tag, Token, hash};
use model::Span;
use std::ops::Range;

/// The English model, ready to read.
///
/// It may be shared between threads. The same text always gives the same parse, whatever was read before.
#[derive(Clone)]
pub struct English {
    tokenizer: Tokenizer,
    forms: Forms,
    shared: Encoder,
    tags: Matrix,
    parser: Parser,
    ruler: Ruler,
    lemmas: Lemmas,
    own: Encoder,
    names: Names,
}

/// A token before the model has read it.
#[derive(Clone, Copy)]
struct Word {
    start: u32,
    end: u32,
    space_after: bool,
    norm: StringId,
}

/// What the engine computes on the way to a [`Parse`], for comparison with other programs that run the same model.
#[derive(Clone, Debug)]
pub struct Inspection {
    /// Ids of norm, prefix, suffix and shape of each token.
    pub ids: Vec<[u64; 4]>,
    /// Rows of 96 numbers from the encoder that tags and tree share.
    pub shared: Vec<[f32; WIDTH]>,
    /// Rows of 96 numbers from the encoder of the names.
    pub own: Vec<[f32; WIDTH]>,
    /// The names that are found when no sentence starts are known.
    pub names_alone: Vec<Name>,
}

impl English {
    /// Reads a pack from memory that it copies. Errors: not a pack, another version, damaged.
    pub fn from_pack(bytes: &[u8]) -> Result<English, PackError> {
        English::open(&Pack::copied(bytes)?)
    }

    /// Reads a pack that is part of the program. Bytes that start at a multiple of 64 are used where they lie.
    pub fn from_static(bytes: &'static [u8]) -> Result<English, PackError> {
        English::open(&Pack::borrowed(bytes)?)
    }

    fn open(pack: &Pack) -> Result<English, PackError> {
        let tokenizer = Tokenizer::open(pack)?;
        Ok(English {
            forms: Forms::open(pack)?,
            shared: Encoder::open(pack, "shared", 6)?,
            tags: Matrix::open(pack, "tags", WIDTH, Tag::ALL.len())?,
            parser: Parser::open(pack)?,
            ruler: Ruler::open(pack)?,
            lemmas: Lemmas::open(pack, &tokenizer.strings)?,
            own: Encoder::open(pack, "own", 4)?,
            names: Names::open(pack)?,
            tokenizer,
        })
    }

    /// The parse of a text.
    ///
    /// It never fails. A text of 4 GiB or more is read up to there, as spans count in 32 bits.
    pub fn parse<'t>(&self, text: &'t str) -> Parse<'t> {
        let text = &text[..text.floor_char_boundary(u32::MAX as usize)];
        let words = self.words(text);
        let forms = self.forms_of(text, &words);
        let is_space: Vec<bool> = forms.iter().map(|form| form.is_space).collect();
        let rows = self.rows(&self.shared, &words, &forms);
        let tree = self.parser.parse(&rows, &is_space);
        let seen: Vec<Seen> = self
            .predicted_tags(&rows)
            .into_iter()
            .zip(&tree.deps)
            .zip(&forms)
            .map(|((tag, &dep), form)| Seen {
                tag,
                dep,
                lower: hash::of_bytes(form.lower.as_bytes()),
                is_space: form.is_space,
            })
            .collect();
        let names = self.names.find(&self.rows(&self.own, &words, &forms), &is_space, &tree.starts);
        let tokens = self.tokens(text, &words, &forms, &seen, &tree.heads);
        Parse::new(text, tokens, sentences(&tree.heads, &tree.starts), names)
    }

    /// What stands between a text and its parse.
    #[doc(hidden)]
    pub fn inspect(&self, text: &str) -> Inspection {
        let words = self.words(text);
        let forms = self.forms_of(text, &words);
        let is_space: Vec<bool> = forms.iter().map(|form| form.is_space).collect();
        let shared = self.rows(&self.shared, &words, &forms);
        let own = self.rows(&self.own, &words, &forms);
        Inspection {
            ids: forms.iter().map(|form| form.ids).collect(),
            shared: shared,
            names_alone: self.names.find(&own, &is_space, &vec![false; is_space.len()]),
            own,
        }
    }

    fn words(&self, text: &str) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        let mut pieces: Vec<Piece> = Vec::new();
        for (start, end, space_after) in Runs::new(text, &self.tokenizer.characters) {
            pieces.clear();
            self.tokenizer.cut(&text[start..end], true, &mut pieces);
            let from = start as u32;
            words.extend(pieces.iter().map(|piece| Word {
                start: from + piece.start,
                end: from + piece.end,
                space_after: false,
                norm: piece.norm,
            }));
            if let Some(last) = words.last_mut() {
                last.space_after = space_after;
            }
        }
        self.with_sequences(text, words)
    }

    /// Puts exceptions in the place of the sequences of tokens that spell them.
    fn with_sequences(&self, text: &str, words: Vec<Word>) -> Vec<Word> {
        let id = |at: usize| hash::of_bytes(&text.as_bytes()[words[at].start as usize..words[at].end as usize]);
        let starts: Vec<usize> = (0..words.len()).filter(|&at| self.tokenizer.starts_sequence(id(at))).collect();
        if starts.is_empty() {
            return words;
        }
        let found = self.tokenizer.find_sequences(&id, words.len(), &starts);
        let mut replaced = Vec::with_capacity(words.len());
        let mut from = 0;
        for (start, end) in found {
            let (first, last) = (words[start], words[end - 1]);
            let covered = &text[first.start as usize..last.end as usize];
            let Some(parts) = self.tokenizer.exception(covered) else { continue };
            replaced.extend_from_slice(&words[from..start]);
            let mut at = first.start;
            for &[orth, norm] in parts {
                let end = at + self.tokenizer.strings.get(orth).len() as u32;
                replaced.push(Word { start: at, end, space_after: false, norm });
                at = end;
            }
            if let Some(word) = replaced.last_mut() {
                word.space_after = last.space_after;
            }
            from = end;
        }
        replaced.extend_from_slice(&words[from..]);
        replaced
    }

    fn forms_of(&self, text: &str, words: &[Word]) -> Vec<Form> {
        let tokenizer = &self.tokenizer;
        words
            .iter()
            .map(|word| {
                let own = &text[word.start as usize..word.end as usize];
                self.forms.form(own, word.norm, &tokenizer.strings, &tokenizer.characters)
            })
            .collect()
    }

    fn rows(&self, encoder: &Encoder, words: &[Word], forms: &[Form]) -> Vec<[f32; WIDTH]> {
        let mut ids = Vec::new();
        for (word, form) in words.iter().zip(forms) {
            let [norm, prefix, suffix, shape] = form.ids;
            let all = [norm, prefix, suffix, shape, u64::from(word.space_after), u64::from(form.is_space)];
            ids.extend_from_slice(&all[..encoder.inputs()]);
        }
        let mut rows = vec![[0f32; WIDTH]; REACH];
        encoder.mix(&ids, &mut rows);
        rows.resize(rows.len() + REACH, [0.0; WIDTH]);
        encoder.encode(rows)
    }

    fn predicted_tags(&self, rows: &[[f32; WIDTH]]) -> Vec<Tag> {
        let count = rows.len();
        let mut scores = vec![0f32; count * self.tags.width];
        self.tags.multiply(rows.as_flattened(), WIDTH, count, &mut scores);
        scores
            .chunks_exact(self.tags.width)
            .map(|scores| crate::scorer::best(scores, [0..Tag::ALL.len()]).map_or(Tag::Xx, |at| Tag::ALL[at]))
            .collect()
    }

    fn tokens(&self, text: &str, words: &[Word], forms: &[Form], seen: &[Seen], heads: &[u32]) -> Vec<Token> {
        let mut paired: Vec<(usize, u16)> = Vec::new();
        for at in 1..seen.len() {
            if self.ruler.may_pair(seen[at - 1]) {
                paired.extend(self.ruler.pairs(seen[at - 1], seen[at]).map(|(place, rule)| (at - 1 + place, rule)));
            }
        }
        paired.sort_unstable();
        let mut paired = paired.into_iter().peekable();
        let mut tokens = Vec::with_capacity(words.len());
        for (at, ((word, form), &seen)) in words.iter().zip(forms).zip(seen).enumerate() {
            let mut rules = Vec::new();
            while let Some((_, rule)) = paired.next_if(|(place, _)| *place == at) {
                rules.push(rule);
            }
            let values = self.ruler.values(seen, &rules);
            let span = Span { start: word.start, end: word.end };
            let (pos, morph) = (values.pos.unwrap_or(crate::Pos::None), values.morph.unwrap_or(""));
            let strings = &self.tokenizer.strings;
            let lemma = match values.lemma {
                Some(lemma) => strings.get(lemma).into(),
                None => self.lemmas.lemma(span.of(text), &form.lower, pos, morph, strings, &self.tokenizer.characters),
            };
            tokens.push(Token {
                span,
                space_after: word.space_after,
                tag: values.tag.unwrap_or(seen.tag),
                pos,
                dep: values.dep.unwrap_or(seen.dep),
                head: heads[at],
                lemma,
                norm: form.norm.clone(),
                morph,
            });
        }
        tokens
    }
}

/// Sentences as ranges, from where they start. Where a head lies in another sentence the two are one.
fn sentences(heads: &[u32], starts: &[bool]) -> Vec<Range<usize>> {
    let count = heads.len();
    let mut reach = 0;
    let mut ends = Vec::new();
    // A border stands only where no arc crosses it; an arc reaches from its left to its right end.
    let mut crossing = vec![0u32; count];
    for (at, &head) in heads.iter().enumerate() {
        let (left, right) = (at.min(head as usize), at.max(head as usize));
        crossing[left] = crossing[left].max(right as u32);
    }
    for at in 0..count {
        if at > 0 && starts[at] && reach < at {
            ends.push(at);
        }
        reach = reach.max(crossing[at] as usize);
    }
    ends.push(count);
    let mut from = 0;
    ends.into_iter()
        .filter(|_| count > 0)
        .map(|end| {
            let range = from..end;
            from = end;
            range
        })
        .collect()
}
