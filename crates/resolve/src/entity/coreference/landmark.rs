//! Which places only tell where another lies, and in which does something happen?
//!
//! "Rebels raided a village near *Tavan*", "350 km north of the capital *Lima*": "the town" of the next sentence is neither.

use super::Pass;
use model::Mention;

impl Pass<'_, '_> {
    /// True for a place behind words that lead to it only to say where something else is.
    pub(super) fn is_landmark(&self, mention: &Mention) -> bool {
        let mut before = self.words_before(mention).rev();
        // "north of *the capital* Lima"
        let Some(lead) = before.find(|word| !matches!(*word, "the" | "capital")) else { return false };
        let direction = |word: &str| self.roster.lexicon.place_words.is_direction(&word.to_lowercase());
        match lead {
            "near" | "outside" | "between" | "toward" | "towards" | "from" | "off" | "beyond" => true,
            "of" => before.next().is_some_and(direction),
            _ => false,
        }
    }
}

/// True for words that lead to a place in which something happens or stands.
pub(super) fn is_scene(before: Option<String>) -> bool {
    before.is_some_and(|word| matches!(word.as_str(), "in" | "inside" | "across" | "throughout" | "within"))
}
