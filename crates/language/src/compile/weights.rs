//! Where do the numbers of the networks lie in the model's files, and in which order do the kernels read them?

use super::msgpack::Value;
use super::need;
use crate::encoder::{REACH, TABLES};
use crate::kernel::{PANEL, WIDTH};
use crate::pack::Writer;

/// An array of a layer: its shape and its numbers in C order.
struct Array {
    shape: Vec<usize>,
    numbers: Vec<f32>,
}

impl Array {
    fn read(value: &Value) -> Option<Array> {
        if value.get("type")?.text()? != "<f4" {
            return None;
        }
        let shape: Vec<usize> = value
            .get("shape")?
            .items()
            .iter()
            .map(|size| size.whole().map(|size| size as usize))
            .collect::<Option<_>>()?;
        let (words, rest) = value.get("data")?.bytes()?.as_chunks::<4>();
        let numbers: Vec<f32> = words.iter().map(|word| f32::from_le_bytes(*word)).collect();
        (rest.is_empty() && numbers.len() == shape.iter().product::<usize>()).then_some(Array { shape, numbers })
    }
}

/// The layers of a network of one name, in order.
struct Network {
    layers: Vec<Layer>,
}

struct Layer {
    name: String,
    arrays: Vec<(String, Array)>,
    seed: Option<u64>,
}

impl Network {
    fn read(bytes: &[u8]) -> Result<Network, String> {
        let file = Value::read(bytes)?;
        let part = |key: &str| need(file.get(key).map(Value::items), key);
        let mut layers = Vec::new();
        for ((node, params), attrs) in part("nodes")?.iter().zip(part("params")?).zip(part("attrs")?) {
            let name = super::text_at(node, "name")?.to_owned();
            let arrays = params
                .pairs()
                .iter()
                .filter(|(_, value)| *value != Value::Nil)
                .map(|(key, value)| Some((key.text()?.to_owned(), Array::read(value)?)));
            let arrays = need(arrays.collect::<Option<Vec<_>>>(), "an array of 32-bit floats")?;
            let seed = attrs.get("seed").and_then(Value::bytes).map(Value::read).transpose()?;
            layers.push(Layer { name, arrays, seed: seed.and_then(|seed| seed.whole()) });
        }
        Ok(Network { layers })
    }

    /// An array of the `at`-th layer of a name, of a shape.
    fn array(&self, layer: &str, at: usize, key: &str, shape: &[usize]) -> Result<&[f32], String> {
        let arrays = self.layers.iter().filter(|found| found.name == layer).nth(at).map(|found| &found.arrays);
        let arrays = need(arrays, &format!("{layer} {at}"))?;
        let array = arrays.iter().find(|(name, _)| name == key).map(|(_, array)| array);
        let array = need(array, &format!("{layer} {at} {key}"))?;
        if array.shape != shape {
            return Err(format!("{layer} {at} {key}: expected the shape {shape:?}, found {:?}", array.shape));
        }
        Ok(&array.numbers)
    }
}

/// Writes a matrix given as outputs by inputs. `order` tells which output each column holds.
fn matrix(name: &str, weights: &[f32], bias: &[f32], depth: usize, order: &[usize], writer: &mut Writer) {
    let width = order.len().next_multiple_of(PANEL);
    let mut panels = vec![0f32; depth * width];
    let mut biases = vec![0f32; width];
    for (column, &output) in order.iter().enumerate() {
        biases[column] = bias.get(output).copied().unwrap_or(0.0);
        for input in 0..depth {
            let place = column / PANEL * depth * PANEL + input * PANEL + column % PANEL;
            panels[place] = weights[output * depth + input];
        }
    }
    writer.floats(&format!("{name}.weights"), &panels);
    writer.floats(&format!("{name}.bias"), &biases);
}

/// Outputs given as units of so many pieces, in the order piece by piece.
fn by_piece(units: usize, pieces: usize) -> Vec<usize> {
    (0..pieces).flat_map(|piece| (0..units).map(move |unit| unit * pieces + piece)).collect()
}

/// The tables, mixer and layers of an encoder.
pub(super) fn encoder(bytes: &[u8], name: &str, tables: usize, writer: &mut Writer) -> Result<(), String> {
    let network = Network::read(bytes)?;
    let seeds = network.layers.iter().filter(|layer| layer.name == "hashembed").map(|layer| layer.seed);
    let expected = TABLES[..tables].iter().map(|(_, seed)| Some(u64::from(*seed)));
    if !seeds.eq(expected) {
        return Err("the tables have other seeds than expected".to_owned());
    }
    for (at, &(rows, _)) in TABLES[..tables].iter().enumerate() {
        writer.floats(&format!("{name}.table{at}"), network.array("hashembed", at, "E", &[rows, WIDTH])?);
    }
    for at in 0..=REACH {
        let (layer, depth) = match at {
            0 => (format!("{name}.mixer"), tables * WIDTH),
            _ => (format!("{name}.layer{}", at - 1), 3 * WIDTH),
        };
        let weights = network.array("maxout", at, "W", &[WIDTH, 3, depth])?;
        let bias = network.array("maxout", at, "b", &[WIDTH, 3])?;
        matrix(&layer, weights, bias, depth, &by_piece(WIDTH, 3), writer);
        writer.floats(&format!("{layer}.gain"), network.array("layernorm", at, "G", &[WIDTH])?);
        writer.floats(&format!("{layer}.shift"), network.array("layernorm", at, "b", &[WIDTH])?);
    }
    Ok(())
}

/// The output layer of the tagger.
pub(super) fn tagger(bytes: &[u8], writer: &mut Writer) -> Result<(), String> {
    let network = Network::read(bytes)?;
    let count = crate::Tag::ALL.len();
    let weights = network.array("softmax", 0, "W", &[count, WIDTH])?;
    let order: Vec<usize> = (0..count).collect();
    matrix("tags", weights, network.array("softmax", 0, "b", &[count])?, WIDTH, &order, writer);
    Ok(())
}

/// The layers of a decoder.
pub(super) fn scorer(bytes: &[u8], name: &str, slots: usize, moves: usize, writer: &mut Writer) -> Result<(), String> {
    const HIDDEN: usize = 64;
    let network = Network::read(bytes)?;
    // The projection and the output layer have one name and no fixed order; the shapes tell them apart.
    let linear = |outputs: usize, inputs: usize| -> Result<(&[f32], &[f32]), String> {
        (0..2)
            .find_map(|at| {
                let weights = network.array("linear", at, "W", &[outputs, inputs]).ok()?;
                Some((weights, network.array("linear", at, "b", &[outputs]).ok()?))
            })
            .ok_or_else(|| format!("no linear layer from {inputs} to {outputs}"))
    };
    let (weights, bias) = linear(HIDDEN, WIDTH)?;
    matrix(&format!("{name}.projection"), weights, bias, WIDTH, &(0..HIDDEN).collect::<Vec<_>>(), writer);
    let weights = network.array("precomputable_affine", 0, "W", &[slots, HIDDEN, 2, HIDDEN])?;
    let pieces = by_piece(HIDDEN, 2);
    let order: Vec<usize> =
        (0..slots).flat_map(|slot| pieces.iter().map(move |place| slot * 2 * HIDDEN + place)).collect();
    matrix(&format!("{name}.blocks"), weights, &[], HIDDEN, &order, writer);
    let missing = network.array("precomputable_affine", 0, "pad", &[1, slots, HIDDEN, 2])?;
    writer.floats(&format!("{name}.missing"), &order.iter().map(|&place| missing[place]).collect::<Vec<_>>());
    let bias = network.array("precomputable_affine", 0, "b", &[HIDDEN, 2])?;
    writer.floats(&format!("{name}.bias"), &pieces.iter().map(|&place| bias[place]).collect::<Vec<_>>());
    let (weights, bias) = linear(moves, HIDDEN)?;
    matrix(&format!("{name}.moves"), weights, bias, HIDDEN, &(0..moves).collect::<Vec<_>>(), writer);
    Ok(())
}
