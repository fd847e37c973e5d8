//! The kernels for x86 processors with AVX2 or AVX-512.
//!
//! A kernel keeps a block of results in registers while it walks down the weights of one or more panels: twelve rows by
//! a panel fill the 32 registers of AVX-512, six rows by half a panel the 16 of AVX2. A single row takes several panels
//! at once, as one sum at a time would wait for itself.

use super::{PANEL, Product, WIDTH, portable};
use std::arch::x86_64::{
    _mm256_broadcast_ss, _mm256_fmadd_ps, _mm256_loadu_ps, _mm256_setzero_ps, _mm256_storeu_ps, _mm512_fmadd_ps,
    _mm512_loadu_ps, _mm512_set1_ps, _mm512_setzero_ps, _mm512_storeu_ps,
};

#[derive(Clone, Copy, Debug)]
pub(super) enum Kernel {
    Avx512,
    Avx2,
}

pub(super) const KERNELS: [Kernel; 2] = [Kernel::Avx512, Kernel::Avx2];

impl Kernel {
    pub(super) fn runs_here(self) -> bool {
        match self {
            Kernel::Avx512 => is_x86_feature_detected!("avx512f"),
            Kernel::Avx2 => is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma"),
        }
    }

    /// Makes the product. The caller has checked that the kernel runs here.
    pub(super) fn multiply(self, product: Product<'_>, out: &mut [f32]) {
        debug_assert!(self.runs_here());
        let Product { weights, bias, depth, width, rows, stride, count } = product;
        let reads = rows.len() >= (count - 1) * stride + depth && weights.len() >= depth * width && bias.len() >= width;
        assert!(count > 0 && reads && out.len() >= count * width && width.is_multiple_of(PANEL));
        // SAFETY: `runs_here` was asked before. The kernels read `depth` numbers from each of `count` rows that start
        // `stride` apart, the weights and the bias of `width` columns, and write `width` numbers for each row: all inside
        // the slices, as asserted above.
        unsafe {
            match self {
                Kernel::Avx512 => avx512(product, out.as_mut_ptr()),
                Kernel::Avx2 => avx2(product, out.as_mut_ptr()),
            }
        }
    }
}

/// Makes the product with the best kernel of this processor; false when it has none.
pub(super) fn multiply(product: Product<'_>, out: &mut [f32]) -> bool {
    match KERNELS.into_iter().find(|kernel| kernel.runs_here()) {
        Some(kernel) => {
            kernel.multiply(product, out);
            true
        }
        None => false,
    }
}

/// Runs a block kernel over the whole product: `$rows` rows by `$columns` columns at a time, fewer at the end; a single
/// row by `$wide` times as many columns.
macro_rules! blocks {
    ($product:ident, $out:ident, $block:ident, $columns:literal, $wide:literal, [$($rows:literal)+]) => {{
        let Product { weights, bias, depth, width, rows, stride, count } = $product;
        const MOST: usize = [$($rows),+][0];
        // SAFETY: see the callers; every block stays inside the rows and columns of the product.
        unsafe {
            let mut column = 0;
            while column < width {
                let wide = count == 1 && column + $wide * $columns <= width;
                let mut row = 0;
                while row < count {
                    let from = rows.as_ptr().add(row * stride);
                    let to = $out.add(row * width + column);
                    if wide {
                        $block::<1, $wide>(from, stride, weights.as_ptr(), bias.as_ptr(), column, depth, to, width);
                    } else {
                        match (count - row).min(MOST) {
                            $($rows => $block::<$rows, 1>(from, stride, weights.as_ptr(), bias.as_ptr(), column, depth, to, width),)+
                            _ => {}
                        }
                    }
                    row += MOST;
                }
                column += if wide { $wide * $columns } else { $columns };
            }
        }
    }};
}

/// # Safety
/// The processor has AVX-512; rows, weights, bias and `out` are as long as the product says.
#[target_feature(enable = "avx512f")]
unsafe fn avx512(product: Product<'_>, out: *mut f32) {
    blocks!(product, out, block512, 32, 4, [12 11 10 9 8 7 6 5 4 3 2 1])
}

/// # Safety
/// The processor has AVX2 and FMA; rows, weights, bias and `out` are as long as the product says.
#[target_feature(enable = "avx2,fma")]
unsafe fn avx2(product: Product<'_>, out: *mut f32) {
    blocks!(product, out, block256, 16, 4, [6 5 4 3 2 1])
}

/// `R` rows by `P` panels.
///
/// # Safety
/// As for [`avx512`]; the block lies inside the product, `column` starts a panel.
#[target_feature(enable = "avx512f")]
#[allow(clippy::too_many_arguments)]
unsafe fn block512<const R: usize, const P: usize>(
    rows: *const f32,
    stride: usize,
    weights: *const f32,
    bias: *const f32,
    column: usize,
    depth: usize,
    out: *mut f32,
    width: usize,
) {
    // SAFETY: the caller vouches for all places.
    unsafe {
        let panel = depth * PANEL;
        let weights = weights.add(column / PANEL * panel);
        let mut sums = [[[_mm512_setzero_ps(); 2]; P]; R];
        for row in &mut sums {
            for (p, sums) in row.iter_mut().enumerate() {
                for (half, sum) in sums.iter_mut().enumerate() {
                    *sum = _mm512_loadu_ps(bias.add(column + p * PANEL + half * 16));
                }
            }
        }
        for at in 0..depth {
            let mut lines = [[_mm512_setzero_ps(); 2]; P];
            for (p, line) in lines.iter_mut().enumerate() {
                let from = weights.add(p * panel + at * PANEL);
                *line = [_mm512_loadu_ps(from), _mm512_loadu_ps(from.add(16))];
            }
            for (r, row) in sums.iter_mut().enumerate() {
                let number = _mm512_set1_ps(*rows.add(r * stride + at));
                for (sums, line) in row.iter_mut().zip(&lines) {
                    sums[0] = _mm512_fmadd_ps(number, line[0], sums[0]);
                    sums[1] = _mm512_fmadd_ps(number, line[1], sums[1]);
                }
            }
        }
        for (r, row) in sums.iter().enumerate() {
            for (p, sums) in row.iter().enumerate() {
                _mm512_storeu_ps(out.add(r * width + p * PANEL), sums[0]);
                _mm512_storeu_ps(out.add(r * width + p * PANEL + 16), sums[1]);
            }
        }
    }
}

/// `R` rows by `P` halves of panels.
///
/// # Safety
/// As for [`avx2`]; the block lies inside the product, `column` starts half a panel.
#[target_feature(enable = "avx2,fma")]
#[allow(clippy::too_many_arguments)]
unsafe fn block256<const R: usize, const P: usize>(
    rows: *const f32,
    stride: usize,
    weights: *const f32,
    bias: *const f32,
    column: usize,
    depth: usize,
    out: *mut f32,
    width: usize,
) {
    // SAFETY: the caller vouches for all places.
    unsafe {
        let mut from = [weights; P];
        for (p, from) in from.iter_mut().enumerate() {
            let column = column + p * 16;
            *from = weights.add(column / PANEL * depth * PANEL + column % PANEL);
        }
        let mut sums = [[[_mm256_setzero_ps(); 2]; P]; R];
        for row in &mut sums {
            for (p, sums) in row.iter_mut().enumerate() {
                for (half, sum) in sums.iter_mut().enumerate() {
                    *sum = _mm256_loadu_ps(bias.add(column + p * 16 + half * 8));
                }
            }
        }
        for at in 0..depth {
            let mut lines = [[_mm256_setzero_ps(); 2]; P];
            for (line, from) in lines.iter_mut().zip(from) {
                let from = from.add(at * PANEL);
                *line = [_mm256_loadu_ps(from), _mm256_loadu_ps(from.add(8))];
            }
            for (r, row) in sums.iter_mut().enumerate() {
                let number = _mm256_broadcast_ss(&*rows.add(r * stride + at));
                for (sums, line) in row.iter_mut().zip(&lines) {
                    sums[0] = _mm256_fmadd_ps(number, line[0], sums[0]);
                    sums[1] = _mm256_fmadd_ps(number, line[1], sums[1]);
                }
            }
        }
        for (r, row) in sums.iter().enumerate() {
            for (p, sums) in row.iter().enumerate() {
                _mm256_storeu_ps(out.add(r * width + p * 16), sums[0]);
                _mm256_storeu_ps(out.add(r * width + p * 16 + 8), sums[1]);
            }
        }
    }
}

/// As [`portable::add_normalised`], compiled for AVX2; false when the processor has none.
pub(super) fn add_normalised(
    pieces: &[[f32; 3 * WIDTH]],
    gain: &[f32; WIDTH],
    shift: &[f32; WIDTH],
    out: &mut [[f32; WIDTH]],
) -> bool {
    #[target_feature(enable = "avx2")]
    fn with_avx2(pieces: &[[f32; 3 * WIDTH]], gain: &[f32; WIDTH], shift: &[f32; WIDTH], out: &mut [[f32; WIDTH]]) {
        portable::add_normalised(pieces, gain, shift, out);
    }
    let runs = is_x86_feature_detected!("avx2");
    if runs {
        // SAFETY: the processor has AVX2.
        unsafe { with_avx2(pieces, gain, shift, out) };
    }
    runs
}
