//! How good is each next move of a decoder?
//!
//! For each token the work is done once: its row times the weights of every slot it may stand in. A state then only adds
//! the blocks of its tokens, takes the greater of two pieces, and multiplies once more.

use crate::kernel::{self, Matrix, WIDTH};
use crate::pack::{Pack, PackError, Slice};

/// Hidden units.
pub(crate) const HIDDEN: usize = 64;
/// Numbers of one slot's block.
const BLOCK: usize = 2 * HIDDEN;

/// Weights of a decoder with `SLOTS` slots.
#[derive(Clone)]
pub(crate) struct Scorer<const SLOTS: usize> {
    projection: Matrix,
    blocks: Matrix,
    /// What stands for a missing token, by slot.
    missing: Slice<f32>,
    bias: Slice<f32>,
    moves: Matrix,
}

impl<const SLOTS: usize> Scorer<SLOTS> {
    pub(crate) fn open(pack: &Pack, name: &str, moves: usize) -> Result<Self, PackError> {
        Ok(Scorer {
            projection: Matrix::open(pack, &format!("{name}.projection"), WIDTH, HIDDEN)?,
            blocks: Matrix::open(pack, &format!("{name}.blocks"), HIDDEN, SLOTS * BLOCK)?,
            missing: pack.sized(&format!("{name}.missing"), SLOTS * BLOCK)?,
            bias: pack.sized(&format!("{name}.bias"), BLOCK)?,
            moves: Matrix::open(pack, &format!("{name}.moves"), HIDDEN, moves)?,
        })
    }

    /// Appends what [`Scorer::over`] needs of each row.
    pub(crate) fn project(&self, rows: &[[f32; WIDTH]], projected: &mut Vec<[f32; HIDDEN]>) {
        let from = projected.len();
        projected.resize(from + rows.len(), [0.0; HIDDEN]);
        self.projection.multiply(rows.as_flattened(), WIDTH, rows.len(), projected[from..].as_flattened_mut());
    }

    /// Ready to score the moves over a text.
    pub(crate) fn over<'s>(&'s self, projected: &'s [[f32; HIDDEN]], memory: &'s mut Memory) -> Scores<'s, SLOTS> {
        let places = KEPT.min(projected.len().next_multiple_of(AT_ONCE));
        memory.holds.clear();
        memory.holds.resize(places, u32::MAX);
        if memory.blocks.len() < places * SLOTS * BLOCK {
            memory.blocks.resize(places * SLOTS * BLOCK, 0.0);
        }
        memory.scores.resize(self.moves.width, 0.0);
        Scores { scorer: self, projected, memory, ahead: 0 }
    }
}

/// Memory for [`Scores`], used again and again; bounded, whatever the length of a text.
#[derive(Default)]
pub(crate) struct Memory {
    /// Blocks of the tokens in `holds`; a token's place is its number modulo the count of places.
    blocks: Vec<f32>,
    holds: Vec<u32>,
    scores: Vec<f32>,
}

/// Tokens whose blocks are kept. A token far behind the front is rarely needed, and its block is then made again.
const KEPT: usize = 10 * AT_ONCE;
/// Tokens whose blocks are made at once.
const AT_ONCE: usize = 48;

/// The scores over one text.
pub(crate) struct Scores<'s, const SLOTS: usize> {
    scorer: &'s Scorer<SLOTS>,
    projected: &'s [[f32; HIDDEN]],
    memory: &'s mut Memory,
    /// All tokens before this one have had their block.
    ahead: usize,
}

impl<const SLOTS: usize> Scores<'_, SLOTS> {
    /// Scores of the moves, for the tokens in the slots.
    pub(crate) fn of(&mut self, slots: [Option<u32>; SLOTS]) -> &[f32] {
        let mut sums = [0f32; BLOCK];
        sums.copy_from_slice(&self.scorer.bias);
        for (slot, token) in slots.into_iter().enumerate() {
            let block = match token {
                Some(token) => self.block(token as usize, slot),
                None => &self.scorer.missing[slot * BLOCK..],
            };
            kernel::add(&mut sums, block);
        }
        let mut hidden = [0f32; HIDDEN];
        for (at, unit) in hidden.iter_mut().enumerate() {
            *unit = sums[at].max(sums[at + HIDDEN]);
        }
        self.scorer.moves.multiply(&hidden, HIDDEN, 1, &mut self.memory.scores);
        &self.memory.scores
    }

    fn block(&mut self, token: usize, slot: usize) -> &[f32] {
        let place = token % self.memory.holds.len();
        if self.memory.holds[place] != token as u32 {
            if token >= self.ahead {
                let start = token - token % AT_ONCE;
                self.make(start, AT_ONCE.min(self.projected.len() - start));
                self.ahead = start + AT_ONCE;
            } else {
                self.make(token, 1);
            }
        }
        &self.memory.blocks[(place * SLOTS + slot) * BLOCK..]
    }

    fn make(&mut self, start: usize, count: usize) {
        let place = start % self.memory.holds.len();
        let out = &mut self.memory.blocks[place * SLOTS * BLOCK..];
        self.scorer.blocks.multiply(self.projected[start..].as_flattened(), HIDDEN, count, out);
        for (holds, token) in self.memory.holds[place..place + count].iter_mut().zip(start..) {
            *holds = token as u32;
        }
    }
}

/// The first of the highest scores in some ranges of moves, given in ascending order.
pub(crate) fn best(scores: &[f32], ranges: impl IntoIterator<Item = std::ops::Range<usize>>) -> Option<usize> {
    let mut best: Option<(usize, f32)> = None;
    for range in ranges {
        let start = range.start;
        let scores = &scores[range];
        let highest =
            scores.iter().fold(f32::NEG_INFINITY, |highest, &score| if score > highest { score } else { highest });
        if best.is_none_or(|(_, best)| highest > best)
            && let Some(at) = scores.iter().position(|&score| score == highest)
        {
            best = Some((start + at, highest));
        }
    }
    best.map(|(at, _)| at)
}
