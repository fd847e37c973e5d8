//! What does each word mean in its place? One row of 96 numbers per token.
//!
//! Each of a form's ids selects four rows of a table, which are added; a mixer makes one row of them; four layers then
//! look at a row and its neighbours. Four empty rows stand before and after a text and go through the layers like words,
//! so a row depends on exactly the four tokens on each side, and long texts can be read in stretches.

use crate::hash;
use crate::kernel::{self, Matrix, Norm, WIDTH};
use crate::pack::{Pack, PackError, Slice};

/// Layers, and so the reach of a row and the empty rows on each side.
pub(crate) const REACH: usize = 4;

/// Rows and seed of each table: norm, prefix, suffix, shape, space after, is space.
pub(crate) const TABLES: [(usize, u32); 6] = [(5000, 8), (1000, 9), (2500, 10), (2500, 11), (50, 12), (50, 13)];

#[derive(Clone)]
struct Layer {
    matrix: Matrix,
    norm: Norm,
}

impl Layer {
    fn open(pack: &Pack, name: &str, depth: usize) -> Result<Layer, PackError> {
        Ok(Layer { matrix: Matrix::open(pack, name, depth, 3 * WIDTH)?, norm: Norm::open(pack, name)? })
    }
}

/// One of the model's two encoders.
#[derive(Clone)]
pub(crate) struct Encoder {
    tables: Vec<Slice<f32>>,
    mixer: Layer,
    layers: Vec<Layer>,
}

impl Encoder {
    /// `tables` is 6 for the shared encoder and 4 for that of the names.
    pub(crate) fn open(pack: &Pack, name: &str, tables: usize) -> Result<Encoder, PackError> {
        Ok(Encoder {
            tables: (0..tables)
                .map(|at| pack.sized(&format!("{name}.table{at}"), TABLES[at].0 * WIDTH))
                .collect::<Result<_, _>>()?,
            mixer: Layer::open(pack, &format!("{name}.mixer"), tables * WIDTH)?,
            layers: (0..REACH)
                .map(|at| Layer::open(pack, &format!("{name}.layer{at}"), 3 * WIDTH))
                .collect::<Result<_, _>>()?,
        })
    }

    /// Numbers of ids that this encoder reads.
    pub(crate) fn inputs(&self) -> usize {
        self.tables.len()
    }

    /// The rows of forms by themselves: `ids` holds [`Encoder::inputs`] numbers for each.
    pub(crate) fn mix(&self, ids: &[u64], out: &mut Vec<[f32; WIDTH]>) {
        let inputs = self.inputs();
        let count = ids.len() / inputs;
        let mut embedded = vec![[0f32; WIDTH]; ids.len()];
        for (at, (&id, row)) in ids.iter().zip(&mut embedded).enumerate() {
            let (rows, seed) = TABLES[at % inputs];
            let table = &*self.tables[at % inputs];
            for place in hash::rows_of(id, seed) {
                kernel::add(row, &table[(place as usize % rows) * WIDTH..]);
            }
        }
        let mut pieces = vec![[0f32; 3 * WIDTH]; count];
        self.mixer.matrix.multiply(embedded.as_flattened(), inputs * WIDTH, count, pieces.as_flattened_mut());
        let from = out.len();
        out.resize(from + count, [0.0; WIDTH]);
        self.mixer.norm.add(&pieces, &mut out[from..]);
    }

    /// Runs the layers over the rows that were started with, of which the first and last [`REACH`] only serve the others.
    /// Gives the inner rows.
    pub(crate) fn encode<'b>(&self, buffers: &'b mut Buffers) -> &'b [[f32; WIDTH]] {
        /// Rows whose pieces fit into the processor's near memory, a multiple of what the kernels take at once.
        const BLOCK: usize = 96;
        let Buffers { rows, next, pieces } = buffers;
        pieces.resize(BLOCK, [0.0; 3 * WIDTH]);
        for layer in &self.layers {
            let inner = rows.len().saturating_sub(2);
            next.clear();
            next.extend_from_slice(&rows[1..=inner]);
            for start in (0..inner).step_by(BLOCK) {
                let count = BLOCK.min(inner - start);
                layer.matrix.multiply(rows[start..].as_flattened(), WIDTH, count, pieces.as_flattened_mut());
                layer.norm.add(&pieces[..count], &mut next[start..start + count]);
            }
            std::mem::swap(rows, next);
        }
        rows
    }
}

/// Memory for [`Encoder::encode`], used again and again.
#[derive(Default)]
pub(crate) struct Buffers {
    rows: Vec<[f32; WIDTH]>,
    next: Vec<[f32; WIDTH]>,
    pieces: Vec<[f32; 3 * WIDTH]>,
}

impl Buffers {
    /// So many empty rows, at least two for each layer, to be filled.
    pub(crate) fn start(&mut self, count: usize) -> &mut [[f32; WIDTH]] {
        self.rows.clear();
        self.rows.resize(count, [0.0; WIDTH]);
        &mut self.rows
    }
}
