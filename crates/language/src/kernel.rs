//! How are rows multiplied by weights, fast and always with the same result?
//!
//! Every number of a product is `bias + row[0]*w[0] + row[1]*w[1] + …`, each step fused, in this order, in each of the
//! kernels; sums over a row run over sixteen lanes and are then halved. So a row's result depends neither on the rows
//! beside it nor on the processor, and whatever is computed in other batches or kept in a cache is the same to the last
//! bit. Only a processor without fused multiplication (x86 before 2013) rounds once more per step.

mod portable;
#[cfg(target_arch = "x86_64")]
mod x86;

use crate::pack::{Pack, PackError, Slice};

/// Columns of a panel: weights lie as panels of so many columns, each row of a panel in one piece.
pub(crate) const PANEL: usize = 32;

/// Width of the model's rows.
pub(crate) const WIDTH: usize = 96;

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

/// A product to be made; the sizes have been checked.
#[derive(Clone, Copy)]
struct Product<'a> {
    weights: &'a [f32],
    bias: &'a [f32],
    depth: usize,
    width: usize,
    rows: &'a [f32],
    stride: usize,
    count: usize,
}

impl Matrix {
    pub(crate) fn open(pack: &Pack, name: &str, depth: usize, width: usize) -> Result<Matrix, PackError> {
        let width = width.next_multiple_of(PANEL);
        let weights = pack.sized::<f32>(&format!("{name}.weights"), depth * width)?;
        let bias = pack.sized::<f32>(&format!("{name}.bias"), width)?;
        Ok(Matrix { weights, bias, depth, width })
    }

    /// Multiplies `count` rows, each starting `stride` numbers after the one before; rows may overlap. The results stand
    /// one after another in `out`. Panics when `rows` or `out` are too short.
    pub(crate) fn multiply(&self, rows: &[f32], stride: usize, count: usize, out: &mut [f32]) {
        if count == 0 {
            return;
        }
        let Matrix { depth, width, .. } = *self;
        let (weights, bias) = (&*self.weights, &*self.bias);
        assert!(rows.len() >= (count - 1) * stride + depth && out.len() >= count * width);
        assert!(width % PANEL == 0 && weights.len() == depth * width && bias.len() == width);
        let product = Product { weights, bias, depth, width, rows, stride, count };
        #[cfg(target_arch = "x86_64")]
        if x86::multiply(product, out) {
            return;
        }
        portable::multiply(product, out);
    }
}

/// Gain and shift of a normalisation.
#[derive(Clone)]
pub(crate) struct Norm {
    gain: Slice<f32>,
    shift: Slice<f32>,
}

impl Norm {
    pub(crate) fn open(pack: &Pack, name: &str) -> Result<Norm, PackError> {
        let part = |part: &str| pack.sized(&format!("{name}.{part}"), WIDTH);
        Ok(Norm { gain: part("gain")?, shift: part("shift")? })
    }

    /// For each row takes the greatest of its three pieces, normalises them to mean 0 and variance 1, and adds them,
    /// times the gain plus the shift, to the row of `out`.
    pub(crate) fn add(&self, pieces: &[[f32; 3 * WIDTH]], out: &mut [[f32; WIDTH]]) {
        let (Some(gain), Some(shift)) = (self.gain.first_chunk(), self.shift.first_chunk()) else { return };
        #[cfg(target_arch = "x86_64")]
        if x86::add_normalised(pieces, gain, shift, out) {
            return;
        }
        portable::add_normalised(pieces, gain, shift, out);
    }
}

/// Adds rows of numbers to one row. Panics when one is shorter.
pub(crate) fn add<const LEN: usize>(sums: &mut [f32; LEN], numbers: &[f32]) {
    for (sum, number) in sums.iter_mut().zip(&numbers[..LEN]) {
        *sum += number;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers that look like weights, the same in every run.
    fn numbers(count: usize, seed: u32) -> Vec<f32> {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as f32 / (1 << 23) as f32 - 1.0
        };
        (0..count).map(|_| next()).collect()
    }

    fn bits(numbers: &[f32]) -> Vec<u32> {
        numbers.iter().map(|number| number.to_bits()).collect()
    }

    /// The definition: one number after another.
    fn slow(product: Product<'_>) -> Vec<f32> {
        let mut out = Vec::new();
        for row in 0..product.count {
            for column in 0..product.width {
                let mut sum = product.bias[column];
                for at in 0..product.depth {
                    let place = column / PANEL * product.depth * PANEL + at * PANEL + column % PANEL;
                    sum = product.rows[row * product.stride + at].mul_add(product.weights[place], sum);
                }
                out.push(sum);
            }
        }
        out
    }

    #[test]
    fn products_are_the_same_to_the_last_bit_for_every_count_and_kernel() {
        for (depth, width, stride) in [(288, 288, 96), (64, 128, 64), (96, 64, 96), (17, 32, 5)] {
            let (weights, bias) = (numbers(depth * width, 1), numbers(width, 2));
            for count in (1..=27).chain([40]) {
                let rows = numbers((count - 1) * stride + depth, 3);
                let product = Product { weights: &weights, bias: &bias, depth, width, rows: &rows, stride, count };
                let expected = bits(&slow(product));
                let mut out = vec![f32::NAN; count * width];
                #[cfg(target_arch = "x86_64")]
                for kernel in x86::KERNELS.iter().filter(|kernel| kernel.runs_here()) {
                    out.fill(f32::NAN);
                    kernel.multiply(product, &mut out);
                    assert_eq!(bits(&out), expected, "{count} rows, {kernel:?}");
                }
                if portable::FUSES {
                    portable::multiply(product, &mut out);
                    assert_eq!(bits(&out), expected, "{count} rows, portable");
                }
            }
        }
    }

    #[test]
    fn rows_are_normalised_the_same_by_every_kernel() {
        let (pieces, _) = (numbers(5 * 3 * WIDTH, 4), ());
        let (pieces, _) = pieces.as_chunks::<{ 3 * WIDTH }>();
        let (gain, shift): ([f32; WIDTH], [f32; WIDTH]) = (std::array::from_fn(|at| at as f32), [0.5; WIDTH]);
        let mut expected = vec![[1f32; WIDTH]; 5];
        portable::add_normalised(pieces, &gain, &shift, &mut expected);
        let mean = expected[0].iter().zip(&gain).skip(1).map(|(sum, gain)| (sum - 1.5) / gain).sum::<f32>();
        assert!(mean.abs() < 4.0, "the sum of 95 of 96 normalised numbers is near 0, found {mean}");
        #[cfg(target_arch = "x86_64")]
        {
            let mut out = vec![[1f32; WIDTH]; 5];
            if x86::add_normalised(pieces, &gain, &shift, &mut out) {
                assert_eq!(bits(out.as_flattened()), bits(expected.as_flattened()));
            }
        }
    }
}
