//! What does the engine remember from one text to the next?
//!
//! The words it has met: how a run of characters is cut, what the model sees of each form, its first row in both
//! encoders, and what follows from its tag and relation. Everything kept is a function of its key alone, to the last bit,
//! so a parse does not depend on what was read before; it is only quicker. Memory is bounded: after a text that left too
//! much behind all of it is dropped.

use crate::analysis::Analysis;
use crate::encoder::{Buffers, Encoder, REACH};
use crate::kernel::WIDTH;
use crate::lexeme::Form;
use crate::scorer::Memory;
use crate::tokenizer::Piece;
use crate::{Dep, Tag};
use hashbrown::HashTable;

/// Forms that are kept from one text to the next.
const MOST_FORMS: usize = 16_384;
/// Bytes of text that are kept from one text to the next, and of the buffers.
const MOST_BYTES: usize = 1 << 22;
/// Longer runs are cut anew each time they are met.
pub(crate) const LONGEST_RUN: usize = 48;

/// A form's number in [`Workspace::forms`].
pub(crate) type FormId = u32;

/// One token of a known run: bytes from the start of the run, and the form.
#[derive(Clone, Copy)]
pub(crate) struct KnownPiece {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) form: FormId,
}

struct Run {
    hash: u64,
    /// Where the text stands in `texts` and its pieces in `pieces`.
    text: (u32, u32),
    pieces: (u32, u32),
}

/// A form and what is known of it.
pub(crate) struct KnownForm {
    pub(crate) text: Box<str>,
    pub(crate) hash: u64,
    /// The norm an exception gave it.
    pub(crate) norm_id: u32,
    pub(crate) form: Form,
    pub(crate) lower_hash: u64,
    /// True when a sequence of tokens that is an exception may start with it.
    pub(crate) starts_sequence: bool,
    /// True when the word lists have it in some form.
    pub(crate) listed: bool,
    /// What followed from a tag and a relation.
    pub(crate) analyses: Vec<(Tag, Dep, Analysis)>,
}

/// The first rows of forms in one encoder, and the encoder's buffers.
#[derive(Default)]
pub(crate) struct FirstRows {
    rows: Vec<[f32; WIDTH]>,
    /// For each form, without and with a space after it, one more than the place of its row, or 0.
    places: Vec<[u32; 2]>,
    /// Ids of the forms whose rows are still to be computed.
    waiting: Vec<u64>,
    /// Places of the rows of a stretch.
    stretch: Vec<u32>,
    buffers: Buffers,
}

impl FirstRows {
    /// The encoder's rows of a stretch. `tokens` are forms and whether a space follows, those of the stretch and up to
    /// [`REACH`] on each side; `missing` tells how many there are too few before it, and `count` how long it is.
    pub(crate) fn encode(
        &mut self,
        encoder: &Encoder,
        forms: &[KnownForm],
        tokens: impl Iterator<Item = (FormId, bool)>,
        missing: usize,
        count: usize,
    ) -> &[[f32; WIDTH]] {
        self.places.resize(forms.len(), [0; 2]);
        self.waiting.clear();
        self.stretch.clear();
        let inputs = encoder.inputs();
        for (form, space_after) in tokens {
            let known = &forms[form as usize];
            // An encoder that does not look at the space has one row for both.
            let space_after = space_after && inputs > 4;
            let place = &mut self.places[form as usize][usize::from(space_after)];
            if *place == 0 {
                let [norm, prefix, suffix, shape] = known.form.ids;
                let all = [norm, prefix, suffix, shape, u64::from(space_after), u64::from(known.form.is_space)];
                self.waiting.extend_from_slice(&all[..inputs]);
                *place = (self.rows.len() + self.waiting.len() / inputs) as u32;
            }
            self.stretch.push(*place - 1);
        }
        encoder.mix(&self.waiting, &mut self.rows);
        let rows = self.buffers.start(count + 2 * REACH);
        for (row, &place) in rows[missing..].iter_mut().zip(&self.stretch) {
            *row = self.rows[place as usize];
        }
        encoder.encode(&mut self.buffers)
    }
}

/// Everything remembered, and the buffers.
#[derive(Default)]
pub(crate) struct Workspace {
    runs: HashTable<Run>,
    texts: String,
    pieces: Vec<KnownPiece>,
    known: HashTable<(u64, FormId)>,
    pub(crate) forms: Vec<KnownForm>,
    form_bytes: usize,
    pub(crate) shared: FirstRows,
    pub(crate) own: FirstRows,
    pub(crate) cut: Vec<Piece>,
    pub(crate) scores: Memory,
}

impl Workspace {
    /// The pieces of a run met before.
    pub(crate) fn run(&self, hash: u64, text: &str) -> Option<&[KnownPiece]> {
        let of = |run: &Run| &self.texts[run.text.0 as usize..run.text.1 as usize];
        let run = self.runs.find(hash, |run| run.hash == hash && of(run) == text)?;
        Some(&self.pieces[run.pieces.0 as usize..run.pieces.1 as usize])
    }

    /// Remembers how a run is cut.
    pub(crate) fn keep_run(&mut self, hash: u64, text: &str, pieces: &[KnownPiece]) {
        if text.len() > LONGEST_RUN {
            return;
        }
        let (text_start, piece_start) = (self.texts.len() as u32, self.pieces.len() as u32);
        self.texts.push_str(text);
        self.pieces.extend_from_slice(pieces);
        let run =
            Run { hash, text: (text_start, self.texts.len() as u32), pieces: (piece_start, self.pieces.len() as u32) };
        self.runs.insert_unique(hash, run, |run| run.hash);
    }

    /// What is known of a form.
    pub(crate) fn form(&self, id: FormId) -> &KnownForm {
        &self.forms[id as usize]
    }

    /// The number of a form, which `make` makes when it is new.
    pub(crate) fn form_id(&mut self, hash: u64, text: &str, norm_id: u32, make: impl FnOnce() -> KnownForm) -> FormId {
        let forms = &self.forms;
        let is_it = |&(known, form): &(u64, FormId)| {
            known == hash && forms[form as usize].norm_id == norm_id && *forms[form as usize].text == *text
        };
        if let Some(&(_, form)) = self.known.find(hash, is_it) {
            return form;
        }
        let id = self.forms.len() as FormId;
        let made = make();
        self.form_bytes += 3 * text.len();
        self.forms.push(made);
        self.known.insert_unique(hash, (hash, id), |&(hash, _)| hash);
        id
    }

    /// Drops what is remembered when it has become too much.
    pub(crate) fn trim(&mut self) {
        let bytes = self.texts.len() + self.form_bytes + self.cut.capacity() * size_of::<Piece>();
        if self.forms.len() > MOST_FORMS || bytes > MOST_BYTES {
            *self = Workspace::default();
        }
    }
}
