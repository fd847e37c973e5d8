//! How does a text become a parse?
//!
//! Words and their forms first; then the shared encoder gives each word a row, from which come its tag and its place in
//! the tree; then the encoder of the names gives rows from which names are found; last the rules for part of speech,
//! morphology and lemma. Rows are made a stretch at a time, so memory beyond the parse itself is some 400 bytes a token.

use crate::arcs::Parser;
use crate::encoder::{Encoder, REACH};
use crate::kernel::{Matrix, WIDTH};
use crate::lemma::Lemmas;
use crate::lexeme::Forms;
use crate::names::Names;
use crate::pack::{Pack, PackError};
use crate::ruler::Ruler;
use crate::scorer::{Memory, best};
use crate::tokenizer::Tokenizer;
use crate::words::Word;
use crate::workspace::{FirstRows, KnownForm, Workspace};
use crate::{Name, Parse, Tag};
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

/// The English model, ready to read.
///
/// It may be shared between threads. The same text always gives the same parse, whatever was read before and on whatever
/// processor.
pub struct English {
    pub(crate) tokenizer: Tokenizer,
    pub(crate) forms: Forms,
    shared: Encoder,
    tags: Matrix,
    parser: Parser,
    pub(crate) ruler: Ruler,
    pub(crate) lemmas: Lemmas,
    own: Encoder,
    names: Names,
    /// Workspaces that no thread is using.
    idle: Mutex<Vec<Workspace>>,
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
    /// Reads a pack, which it copies. Errors: not a pack, another version, damaged.
    pub fn from_pack(bytes: &[u8]) -> Result<English, PackError> {
        English::open(&Pack::copied(bytes)?)
    }

    /// Reads a pack that is part of the program. Bytes that start at a multiple of 64 are used where they lie, others are
    /// copied. Errors: not a pack, another version, damaged.
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
            idle: Mutex::default(),
        })
    }

    /// Keeps words whole that end in a stop and that the model would take for the end of a sentence: `Sgt.`.
    pub fn keeping(mut self, abbreviations: impl IntoIterator<Item = String>) -> English {
        self.tokenizer.abbreviations.extend(abbreviations);
        self
    }

    /// The parse of a text.
    ///
    /// It never fails. A text of 4 GiB or more is read up to there, as spans count in 32 bits.
    pub fn parse<'t>(&self, text: &'t str) -> Parse<'t> {
        self.with_workspace(|workspace| self.parse_with(workspace, text))
    }

    fn parse_with<'t>(&self, workspace: &mut Workspace, text: &'t str) -> Parse<'t> {
        let text = &text[..text.floor_char_boundary(u32::MAX as usize)];
        let words = self.words(workspace, text);
        let is_space: Vec<bool> = words.iter().map(|word| workspace.form(word.form).form.is_space).collect();
        let mut tags = Vec::with_capacity(words.len());
        let mut projected = Vec::with_capacity(words.len());
        encode(&self.shared, &mut workspace.shared, &workspace.forms, &words, |rows| {
            self.predict_tags(rows, &mut tags);
            self.parser.project(rows, &mut projected);
        });
        let tree = self.parser.parse(&projected, &is_space, &mut workspace.scores);
        projected.clear();
        encode(&self.own, &mut workspace.own, &workspace.forms, &words, |rows| {
            self.names.project(rows, &mut projected)
        });
        let names = self.names.find(&projected, &is_space, &tree.starts, &mut workspace.scores);
        let tokens = self.tokens(workspace, &words, &tags, &tree);
        Parse::new(text, tokens, sentences(&tree.heads, &tree.starts), names)
    }

    /// Lends a workspace that no other thread uses.
    fn with_workspace<T>(&self, work: impl FnOnce(&mut Workspace) -> T) -> T {
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let mut workspace = idle().pop().unwrap_or_default();
        let done = work(&mut workspace);
        workspace.trim();
        idle().push(workspace);
        done
    }

    /// What stands between a text and its parse.
    #[doc(hidden)]
    pub fn inspect(&self, text: &str) -> Inspection {
        self.with_workspace(|workspace| {
            let words = self.words(workspace, text);
            let (mut shared, mut own, mut projected) = (Vec::new(), Vec::new(), Vec::new());
            encode(&self.shared, &mut workspace.shared, &workspace.forms, &words, |rows| {
                shared.extend_from_slice(rows)
            });
            encode(&self.own, &mut workspace.own, &workspace.forms, &words, |rows| own.extend_from_slice(rows));
            self.names.project(&own, &mut projected);
            let form = |word: &Word| &workspace.form(word.form).form;
            let is_space: Vec<bool> = words.iter().map(|word| form(word).is_space).collect();
            let starts = vec![false; is_space.len()];
            Inspection {
                names_alone: self.names.find(&projected, &is_space, &starts, &mut Memory::default()),
                ids: words.iter().map(|word| form(word).ids).collect(),
                shared,
                own,
            }
        })
    }

    fn predict_tags(&self, rows: &[[f32; WIDTH]], tags: &mut Vec<Tag>) {
        let mut scores = vec![0f32; rows.len() * self.tags.width];
        self.tags.multiply(rows.as_flattened(), WIDTH, rows.len(), &mut scores);
        tags.extend(scores.chunks_exact(self.tags.width).map(|scores| {
            let tag = best(scores, std::iter::once(0..Tag::ALL.len()));
            tag.map_or(Tag::Xx, |at| Tag::ALL[at])
        }));
    }
}

/// Runs an encoder over all words, a stretch at a time, and hands on the rows of each.
fn encode(
    encoder: &Encoder,
    first: &mut FirstRows,
    forms: &[KnownForm],
    words: &[Word],
    mut with: impl FnMut(&[[f32; WIDTH]]),
) {
    const STRETCH: usize = 480;
    for start in (0..words.len()).step_by(STRETCH) {
        let end = words.len().min(start + STRETCH);
        let (from, to) = (start.saturating_sub(REACH), words.len().min(end + REACH));
        let tokens = words[from..to].iter().map(|word| (word.form, word.space_after));
        let before = REACH - (start - from);
        with(first.encode(encoder, forms, tokens, before, end - start));
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
