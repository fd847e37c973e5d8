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

    /// Runs the layers over rows that have [`REACH`] further rows on each side. Gives the inner rows.
    pub(crate) fn encode(&self, mut rows: Vec<[f32; WIDTH]>) -> Vec<[f32; WIDTH]> {
        let mut pieces = vec![[0f32; 3 * WIDTH]; rows.len()];
        for layer in &self.layers {
            let count = rows.len().saturating_sub(2);
            layer.matrix.multiply(rows.as_flattened(), WIDTH, count, pieces.as_flattened_mut());
            let mut next = rows[1..=count].to_vec();
            layer.norm.add(&pieces[..count], &mut next);
            rows = next;
        }
        rows
    }
}
