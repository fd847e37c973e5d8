//! Which words does a way of putting things ask for?
//!
//! `data/en/senses.tsv`: "dubbed" and "codenamed" have the sense [`Sense::Names`], so that "an offensive *dubbed* Iron Rain" and "an
//! offensive *codenamed* Iron Rain" are read by one rule.

use crate::lookup::Lookup;
use crate::{LexiconError, Table};

/// What a word means where a rule asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// Says that somebody can or may do what follows: "is *unable* to attack".
    Able,
    /// Says what something is made of: "the force *comprises* ten brigades".
    Contains,
    /// Who is sent to a body: "Kestria's Union *ambassador*".
    Delegate,
    /// Makes somebody do what follows: "*prompting* villagers to flee".
    Drives,
    /// Tells how sure something is: "no *sign* of an attack".
    Evidence,
    /// Two give each other what follows: "*traded* fire".
    Exchange,
    /// Says how near a source stands to what it tells: "a source *close* to the governor".
    Familiar,
    /// Has somebody come after another: "*replaced* Sand as commander".
    Follows,
    /// Says that something is of several: "*mixed* Morvanian and Kestrian forces".
    Joint,
    /// What follows is not there yet: "*needs* the support of Kestria".
    Lacks,
    /// Tells that something came about afterwards: "would *eventually* fall".
    Later,
    /// Behind "in", says that two act at one time: "in *concert* with Kestria".
    League,
    /// A time that no calendar has: "are at the *moment* in Velna".
    Moment,
    /// Tells what somebody or something is called: "an offensive *dubbed* Iron Rain".
    Names,
    /// A command comes to somebody: "command *passed* to General Brek".
    Passes,
    /// Owns what is told without doing it: "the *century's* worst famine".
    Period,
    /// Says that what follows lies ahead: "*vowed* to strike".
    Ready,
    /// What something is for: "the only *way* to end the war is a truce".
    Remedy,
    /// Is to have an office yet: "the Alliance *candidate*".
    Seeks,
    /// Somebody sees done what follows: "*found* two nurses killed".
    Sees,
    /// The end of what follows: "a *halt* to the shelling".
    Stop,
    /// Says that what follows is so, and judges nothing: "it is *clear* that they left".
    Sure,
    /// Says how something is taken: "is better *known* as".
    Taken,
    /// Says how many there are: "losses *numbered* forty".
    Total,
    /// Tells that something was done again and again: "would *often* raid the town".
    Usual,
}

impl Sense {
    /// Every sense under its word in the table.
    const ALL: [(&'static str, Sense); 25] = [
        ("able", Sense::Able),
        ("contains", Sense::Contains),
        ("delegate", Sense::Delegate),
        ("drives", Sense::Drives),
        ("evidence", Sense::Evidence),
        ("exchange", Sense::Exchange),
        ("familiar", Sense::Familiar),
        ("follows", Sense::Follows),
        ("joint", Sense::Joint),
        ("lacks", Sense::Lacks),
        ("later", Sense::Later),
        ("league", Sense::League),
        ("moment", Sense::Moment),
        ("names", Sense::Names),
        ("passes", Sense::Passes),
        ("period", Sense::Period),
        ("ready", Sense::Ready),
        ("remedy", Sense::Remedy),
        ("seeks", Sense::Seeks),
        ("sees", Sense::Sees),
        ("stop", Sense::Stop),
        ("sure", Sense::Sure),
        ("taken", Sense::Taken),
        ("total", Sense::Total),
        ("usual", Sense::Usual),
    ];

    fn parse(word: &str) -> Option<Sense> {
        Sense::ALL.iter().find(|(name, _)| *name == word).map(|(_, sense)| *sense)
    }
}

/// The words with their senses, in their dictionary form.
#[derive(Clone, Debug, Default)]
pub struct Senses {
    words: Lookup<Vec<Sense>>,
}

impl Senses {
    pub(crate) fn load() -> Result<Senses, LexiconError> {
        let mut senses = Senses::default();
        let text = include_str!("../../../data/en/senses.tsv");
        for row in Table::parse("en/senses.tsv", text, &["word", "sense"])?.rows() {
            let sense = row.closed(1, "a sense", Sense::parse)?;
            senses.words.or_default(row.cell(0).to_string()).push(sense);
        }
        Ok(senses)
    }

    /// True for a word that has a sense.
    pub fn has(&self, word: &str, sense: Sense) -> bool {
        self.words.get(word).is_some_and(|senses| senses.contains(&sense))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_senses_of_its_lines_and_no_other() {
        let senses = Senses::load().expect("the table");
        assert!(senses.has("know", Sense::Names) && senses.has("know", Sense::Taken));
        assert!(!senses.has("know", Sense::Sees) && !senses.has("brek", Sense::Names));
    }
}
