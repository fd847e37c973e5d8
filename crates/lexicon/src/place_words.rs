//! Which words lead to a place?
//!
//! `data/en/place_words.tsv`: prepositions (`near`), nouns that stand before the place they belong to (`outskirts`),
//! adjectives of direction (`northern`) and of being near (`neighbouring`), words before a name for a part of it (`downtown`),
//! units of distance (`km`) and verbs that say that a place has seen a deed (`rock`).

use crate::lookup::Lookup;
use crate::{LexiconError, Table};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Preposition,
    Certain,
    Relative,
    Direction,
    Distance,
    Near,
    Side,
    Standing,
    Witness,
}

/// The words that lead to a place; `south` is of two classes.
#[derive(Clone, Debug, Default)]
pub struct PlaceWords {
    words: Lookup<Vec<Class>>,
    standing: Vec<String>,
}

impl PlaceWords {
    pub(crate) fn load() -> Result<PlaceWords, LexiconError> {
        let mut words: Lookup<Vec<Class>> = Lookup::default();
        let mut standing = Vec::new();
        let text = include_str!("../../../data/en/place_words.tsv");
        for row in Table::parse("en/place_words.tsv", text, &["word", "class"])?.rows() {
            let class = row.closed(
                1,
                "preposition, certain, relative, direction, distance, near, side, standing or witness",
                |word| match word {
                    "preposition" => Some(Class::Preposition),
                    "certain" => Some(Class::Certain),
                    "relative" => Some(Class::Relative),
                    "direction" => Some(Class::Direction),
                    "distance" => Some(Class::Distance),
                    "near" => Some(Class::Near),
                    "side" => Some(Class::Side),
                    "standing" => Some(Class::Standing),
                    "witness" => Some(Class::Witness),
                    _ => None,
                },
            )?;
            words.or_default(row.cell(0).to_string()).push(class);
            if class == Class::Standing {
                standing.push(row.cell(0).to_string());
            }
        }
        Ok(PlaceWords { words, standing })
    }

    fn has(&self, word: &str, class: Class) -> bool {
        self.words.get(word).is_some_and(|classes| classes.contains(&class))
    }

    /// True for a preposition that can lead to a place.
    pub fn is_preposition(&self, word: &str) -> bool {
        self.has(word, Class::Preposition)
    }

    /// True for a preposition behind which a name is that of a place: `near`, not `by`.
    pub fn is_certain(&self, word: &str) -> bool {
        self.has(word, Class::Certain)
    }

    /// True for a noun that stands before the place it belongs to: "the outskirts of".
    pub fn is_relative(&self, word: &str) -> bool {
        self.has(word, Class::Relative)
    }

    /// The prepositions behind which stands where somebody or something is: `near`, not `towards`.
    pub fn standing(&self) -> impl Iterator<Item = &str> {
        self.standing.iter().map(String::as_str)
    }

    /// True for such a preposition.
    pub fn is_standing(&self, word: &str) -> bool {
        self.has(word, Class::Standing)
    }

    /// True for a verb that joins a deed and where it takes place: "Velna *saw* fighting", "a blast *rocked* Velna".
    pub fn is_witness(&self, word: &str) -> bool {
        self.has(word, Class::Witness)
    }

    /// True for an adjective or adverb of direction.
    pub fn is_direction(&self, word: &str) -> bool {
        self.has(word, Class::Direction)
    }

    /// True for a word that before a name tells a part of what it names, or the land around it: "*northern* Velna", "*downtown* Velna".
    pub fn is_part(&self, word: &str) -> bool {
        self.is_direction(word) || self.has(word, Class::Side)
    }

    /// True for an adjective by which a place is near the one named before: "the *nearby* town of Velna".
    pub fn is_near(&self, word: &str) -> bool {
        self.has(word, Class::Near)
    }

    /// True for a unit of distance, by its dictionary form: "14 *km* south of Velna".
    pub fn is_distance(&self, word: &str) -> bool {
        self.has(word, Class::Distance)
    }
}
