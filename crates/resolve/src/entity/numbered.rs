//! Whose is a unit that is called by its number alone?
//!
//! Every army has a "4th Division". The one that the tables know is meant only where the document speaks of its country by some other
//! name.

use crate::place::Places;
use crate::wording::clean;
use lexicon::{Known, Lexicon, NounClass, TimeSense, fold};
use model::{Document, MentionKind, Reading};
use std::collections::BTreeSet;

/// Plain forms of names of a number and a unit, without the article, that the tables know of a country of which the document does not speak.
#[derive(Debug, Default)]
pub(super) struct Numbered(BTreeSet<String>);

impl Numbered {
    pub(super) fn of(document: &Document, reading: &Reading, lexicon: &Lexicon, places: &Places<'_>) -> Numbered {
        let (mut foreign, mut known) = (BTreeSet::new(), BTreeSet::new());
        for mention in reading.mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
            let name = clean(mention.span.get(&document.text).unwrap_or_default());
            let name = bare(&name);
            let Some(Known::Actor(actor)) = lexicon.names.find(name).filter(|_| is_numbered(name, lexicon)) else {
                continue;
            };
            let article = reading.sentences.get(mention.sentence as usize).map_or(0, |sentence| sentence.article);
            let mut own = actor.countries.iter();
            let spoken_of = actor.countries.is_empty() || own.any(|iso| places.speaks_of(iso, name, article));
            if spoken_of {
                known.insert(fold::plain(name))
            } else {
                foreign.insert(fold::plain(name))
            };
        }
        // Of two articles of one file one may speak of the country.
        Numbered(foreign.difference(&known).cloned().collect())
    }

    /// True for a name that the tables know of a country of which the document does not speak.
    pub(super) fn is_foreign(&self, name: &str) -> bool {
        !self.0.is_empty() && self.0.contains(&fold::plain(bare(name)))
    }
}

/// True for a number and a word for forces: "4th Division", "Fifth Corps".
fn is_numbered(name: &str, lexicon: &Lexicon) -> bool {
    let ordinal = |word: &str| {
        let senses = lexicon.time_senses.of(&word.to_lowercase());
        word.starts_with(|c: char| c.is_ascii_digit())
            || senses.iter().any(|sense| matches!(sense, TimeSense::Ordinal(_)))
    };
    name.split_once(' ')
        .is_some_and(|(first, unit)| ordinal(first) && lexicon.nouns.is(&unit.to_lowercase(), NounClass::Forces))
}

fn bare(name: &str) -> &str {
    name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name)
}
