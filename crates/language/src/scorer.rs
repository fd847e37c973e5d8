//! How good is each next move of a decoder?
//!
//! For each token the work is done once: its row times the weights of every slot it may stand in. A state then only adds
//! the blocks of its tokens, takes the greater of two pieces, and multiplies once more.

use crate::kernel::{Matrix, WIDTH};
use crate::pack::{Pack, PackError, Slice};

/// Hidden units.
const HIDDEN: usize = 64;
/// Numbers of one slot's block.
pub(crate) const BLOCK: usize = 2 * HIDDEN;

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

    /// The blocks of all tokens.
    pub(crate) fn prepare(&self, rows: &[[f32; WIDTH]]) -> Vec<f32> {
        let count = rows.len();
        let mut projected = vec![0f32; count * HIDDEN];
        self.projection.multiply(rows.as_flattened(), WIDTH, count, &mut projected);
        let mut blocks = vec![0f32; count * SLOTS * BLOCK];
        self.blocks.multiply(&projected, HIDDEN, count, &mut blocks);
        blocks
    }

    /// Scores of the moves, for the tokens in the slots.
    pub(crate) fn score(&self, blocks: &[f32], slots: [Option<u32>; SLOTS], scores: &mut [f32]) {
        let mut sums = [0f32; BLOCK];
        sums.copy_from_slice(&self.bias);
        for (slot, token) in slots.into_iter().enumerate() {
            let block = match token {
                Some(token) => &blocks[(token as usize * SLOTS + slot) * BLOCK..][..BLOCK],
                None => &self.missing[slot * BLOCK..][..BLOCK],
            };
            sums.iter_mut().zip(block).for_each(|(sum, number)| *sum += number);
        }
        let mut hidden = [0f32; HIDDEN];
        for (at, unit) in hidden.iter_mut().enumerate() {
            *unit = sums[at].max(sums[at + HIDDEN]);
        }
        self.moves.multiply(&hidden, HIDDEN, 1, scores);
    }

    /// Numbers that [`Scorer::score`] writes.
    pub(crate) fn width(&self) -> usize {
        self.moves.width
    }
}

/// The first of the highest scores in some ranges of moves, given in ascending order.
pub(crate) fn best(scores: &[f32], ranges: impl IntoIterator<Item = std::ops::Range<usize>>) -> Option<usize> {
    let mut best: Option<usize> = None;
    for at in ranges.into_iter().flatten() {
        if best.is_none_or(|best| scores[at] > scores[best]) {
            best = Some(at);
        }
    }
    best
}
