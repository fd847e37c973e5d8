//! The kernels in plain Rust, for any processor.

use super::{PANEL, Product, WIDTH};

/// True where a fused step is one instruction without asking the processor first.
pub(super) const FUSES: bool = cfg!(any(target_feature = "fma", target_arch = "aarch64"));

fn step(number: f32, weight: f32, sum: f32) -> f32 {
    if FUSES { number.mul_add(weight, sum) } else { number * weight + sum }
}

pub(super) fn multiply(product: Product<'_>, out: &mut [f32]) {
    let Product { weights, bias, depth, width, rows, stride, count } = product;
    let (biases, _) = bias.as_chunks::<PANEL>();
    for (panel, weights) in weights.chunks_exact(depth * PANEL).enumerate() {
        let (lines, _) = weights.as_chunks::<PANEL>();
        for row in 0..count {
            let mut sums = biases[panel];
            for (&number, line) in rows[row * stride..][..depth].iter().zip(lines) {
                for (sum, &weight) in sums.iter_mut().zip(line) {
                    *sum = step(number, weight, *sum);
                }
            }
            out[row * width + panel * PANEL..][..PANEL].copy_from_slice(&sums);
        }
    }
}

/// Lanes of a sum over a row.
const LANES: usize = 16;

/// The body is inlined into each caller, so that it is compiled for the caller's processor.
#[inline(always)]
pub(super) fn add_normalised(
    pieces: &[[f32; 3 * WIDTH]],
    gain: &[f32; WIDTH],
    shift: &[f32; WIDTH],
    out: &mut [[f32; WIDTH]],
) {
    for (pieces, out) in pieces.iter().zip(out) {
        let greater = |one: f32, other: f32| if one > other { one } else { other };
        let mut row = [0f32; WIDTH];
        for at in 0..WIDTH {
            row[at] = greater(greater(pieces[at], pieces[at + WIDTH]), pieces[at + 2 * WIDTH]);
        }
        let mean = sum(&row, |number| number) / WIDTH as f32;
        for number in &mut row {
            *number -= mean;
        }
        let variance = sum(&row, |number| number * number) / WIDTH as f32;
        let scale = 1.0 / (variance + 1e-8).sqrt();
        for at in 0..WIDTH {
            out[at] += row[at] * scale * gain[at] + shift[at];
        }
    }
}

#[inline(always)]
fn sum(row: &[f32; WIDTH], of: impl Fn(f32) -> f32) -> f32 {
    let mut lanes = [0f32; LANES];
    for numbers in row.as_chunks::<LANES>().0 {
        for (lane, &number) in lanes.iter_mut().zip(numbers) {
            *lane += of(number);
        }
    }
    for half in [8, 4, 2, 1] {
        for at in 0..half {
            lanes[at] += lanes[at + half];
        }
    }
    lanes[0]
}
