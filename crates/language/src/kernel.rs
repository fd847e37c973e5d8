//! How are rows multiplied by weights, fast and always with the same result?
//!
//! Every number of a product is `bias + row[0]*w[0] + row[1]*w[1] + …`, fused, in this order, in each of the kernels.
//! So a row's result depends neither on the rows beside it nor on the processor, and whatever is computed in other
//! batches or kept in a cache is the same to the last bit. A processor without fused multiplication (x86 before 2013)
//! rounds once more per step.

use crate::pack::{Pack, PackError, Slice};

/// Columns of a panel: weights lie as panels of so many columns, each row of a panel in one piece.
pub(crate) const PANEL: usize = 32;

/// Weights and bias, the columns filled up to whole panels.
#[derive(Clone)]
pub(crate) struct Matrix {
    weights: Slice<f32>,
    bias: Slice<f32>,
    /// Numbers in a row that is multiplied.
    pub(crate) depth: usize,
    /// Numbers in a row of the result, a multiple of [`PANEL`].
    pub(crate) width: usize,
}

impl Matrix {
    pub(crate) fn open(pack: &Pack, name: &str, depth: usize, width: usize) -> Result<Matrix, PackError> {
        let width = width.next_multiple_of(PANEL);
        let weights = pack.sized::<f32>(&format!("{name}.weights"), depth * width)?;
        let bias = pack.sized::<f32>(&format!("{name}.bias"), width)?;
        Ok(Matrix { weights, bias, depth, width })
    }

    /// Multiplies `count` rows, each starting `stride` numbers after the one before; rows may overlap. The results stand
    /// one after another in `out`.
    pub(crate) fn multiply(&self, rows: &[f32], stride: usize, count: usize, out: &mut [f32]) {
        if count == 0 {
            return;
        }
        let (depth, width) = (self.depth, self.width);
        assert!(rows.len() >= (count - 1) * stride + depth && out.len() >= count * width);
        let (weights, bias) = (&*self.weights, &*self.bias);
        for (panel, weights) in weights.chunks_exact(depth * PANEL).enumerate() {
            let bias = &bias[panel * PANEL..][..PANEL];
            for row in 0..count {
                let mut sums = [0f32; PANEL];
                sums.copy_from_slice(bias);
                let (lines, _) = weights.as_chunks::<PANEL>();
                for (number, line) in rows[row * stride..][..depth].iter().zip(lines) {
                    for (sum, weight) in sums.iter_mut().zip(line) {
                        *sum += number * weight;
                    }
                }
                out[row * width + panel * PANEL..][..PANEL].copy_from_slice(&sums);
            }
        }
    }
}

/// Width of the model's rows.
pub(crate) const WIDTH: usize = 96;

/// The greatest of three pieces, then normalised: mean 0, variance 1, times `gain` plus `shift`.
pub(crate) fn max_and_normalise(pieces: &[f32], gain: &[f32], shift: &[f32], out: &mut [f32; WIDTH]) {
    const LANES: usize = 16;
    let mut sums = [0f32; LANES];
    for at in 0..WIDTH {
        let greatest = pieces[at].max(pieces[at + WIDTH]).max(pieces[at + 2 * WIDTH]);
        out[at] = greatest;
        sums[at % LANES] += greatest;
    }
    let mean = folded(sums) / WIDTH as f32;
    let mut squares = [0f32; LANES];
    for at in 0..WIDTH {
        let off = out[at] - mean;
        out[at] = off;
        squares[at % LANES] += off * off;
    }
    let scale = 1.0 / (folded(squares) / WIDTH as f32 + 1e-8).sqrt();
    for at in 0..WIDTH {
        out[at] = out[at] * scale * gain[at] + shift[at];
    }
}

/// The sum of sixteen numbers, in halves.
fn folded(mut sums: [f32; 16]) -> f32 {
    for half in [8, 4, 2, 1] {
        for at in 0..half {
            sums[at] += sums[at + half];
        }
    }
    sums[0]
}
