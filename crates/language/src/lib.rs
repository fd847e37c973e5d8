//! What are the sentences, words, tags, heads and names of a text?
//!
//! `English` runs the English model from its pack and gives a [`Parse`].

mod labels;
mod parse;

pub use labels::{Dep, NameLabel, Pos, Tag};
pub use parse::{Name, Parse, Token};
