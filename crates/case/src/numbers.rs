//! Which number stands for a word while many of them are counted?
//!
//! Ids and names are long and come often: numbers are compared and kept at a fraction of the cost.

use std::collections::HashMap;

/// Words by the number in which they came, from 0.
#[derive(Default)]
pub(crate) struct Numbers {
    known: HashMap<String, u32>,
    /// The words by their number.
    pub(crate) words: Vec<String>,
}

impl Numbers {
    /// The number of a word.
    pub(crate) fn of(&mut self, word: &str) -> u32 {
        if let Some(&number) = self.known.get(word) {
            return number;
        }
        let number = self.words.len() as u32;
        self.words.push(word.to_string());
        self.known.insert(word.to_string(), number);
        number
    }
}
