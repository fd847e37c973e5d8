//! What do we know before we read?
//!
//! A [`Lexicon`] holds every list of `data/`, checked on load; the lists are part of the program. One file here for each
//! folder or table there.

mod anaphors;
mod calendar;
mod compounds;
pub mod entry;
mod evaluations;
pub mod fold;
pub mod gazetteer;
mod hedges;
mod institutions;
mod knowledge;
mod known;
mod light_verbs;
mod lookup;
mod names;
mod nouns;
mod numbers;
mod offices;
pub mod pages;
mod place_words;
mod places;
mod questions;
mod reporting;
mod senses;
mod sexes;
mod signs;
mod sources;
mod speeches;
mod table;
mod time_senses;
mod time_words;
mod titles;
mod triggers;
mod verb_forms;
pub mod vocabulary;

pub use anaphors::{Anaphor, Anaphors, Antecedent};
pub use calendar::{Bearing, Calendar, CalendarUnit, CalendarWord, Daytime, Holiday, PartOfTime};
pub use compounds::{Compound, Compounds};
pub use entry::{Entry, Line};
pub use evaluations::{Causes, Evaluations, Strength};
pub use gazetteer::Gazetteer;
pub use hedges::{Hedge, HedgeClass, Hedges, Hedging, Negation, NegationClass, NegationScope, Negations};
pub use institutions::Institutions;
pub use knowledge::Knowledge;
pub use known::{Actor, ActorKind, Known, State};
pub use light_verbs::{LightSubject, LightVerb, LightVerbs};
pub use names::{Names, TitleKind};
pub use nouns::{NounClass, Nouns};
pub use numbers::{Bound, NumberExample, NumberWord, Numbers};
pub use offices::{Month, Office, Offices};
pub use place_words::PlaceWords;
pub use places::{Places, Region, TypeWord};
pub use questions::{Asks, Questions};
pub use reporting::{Cue, CueClass, Place, Reach, Reporting};
pub use senses::{Sense, Senses};
pub use sexes::{Sex, Sexes};
pub use signs::{Sign, Signs};
pub use sources::SourceNouns;
pub use speeches::Speeches;
pub use table::{LexiconError, Row, Table};
pub use time_senses::{TimeSense, TimeSenseLine, TimeSenseList};
pub use time_words::{TimeWord, TimeWordList};
pub use titles::{TitleClass, Titles};
pub use triggers::{Count, Frame, Need, Slot, Triggers, WordClass};
pub use verb_forms::VerbForms;
pub use vocabulary::Vocabulary;

/// Everything that is known before reading, from the tables in `data/`.
#[derive(Debug)]
pub struct Lexicon {
    /// What common nouns stand for.
    pub nouns: Nouns,
    /// Verbs that only carry a noun.
    pub light_verbs: LightVerbs,
    /// Words that lead to a place.
    pub place_words: PlaceWords,
    /// Words such as the second half of `Morvania-backed`.
    pub compounds: Compounds,
    /// Titles, offices and ranks.
    pub titles: Titles,
    /// Words that judge.
    pub evaluations: Evaluations,
    /// Words that lead to an explanation.
    pub causes: Causes,
    /// Words that make a claim.
    pub triggers: Triggers,
    /// Past tenses and participles of irregular verbs.
    pub verb_forms: VerbForms,
    /// Words that ask.
    pub questions: Questions,
    /// Words that mark a source.
    pub reporting: Reporting,
    /// What sort of source words name.
    pub sources: SourceNouns,
    /// Words that say how sure a claim is.
    pub hedges: Hedges,
    /// Words that say that a claim is not so.
    pub negations: Negations,
    /// Words that tell how claims stand to each other.
    pub signs: Signs,
    /// Words that count.
    pub numbers: Numbers,
    /// Words that a way of putting things asks for.
    pub senses: Senses,
    /// Words that tell how days are counted.
    pub time_senses: TimeSenseList,
    /// Words that say when.
    pub time_words: TimeWordList,
    /// Words by which a speech is known.
    pub speeches: Speeches,
    /// Words that take up what was named before.
    pub anaphors: Anaphors,
    /// Words that tell that somebody is a woman or a man.
    pub sexes: Sexes,
    /// Regions, and words that say what a place is.
    pub places: Places,
    /// Words of the calendar.
    pub calendar: Calendar,
    /// States, actors and titles.
    pub names: Names,
    /// Nouns after the name of a state or group.
    pub institutions: Institutions,
    /// Who held which office.
    pub offices: Offices,
    /// What the words of the claim vocabulary mean.
    pub vocabulary: Vocabulary,
    /// Words by which the furniture of a page is known.
    pub pages: pages::Pages,
}

impl Lexicon {
    /// The lists that the program carries.
    ///
    /// Errors name the file, the line, what was expected and what was found.
    pub fn load() -> Result<Lexicon, LexiconError> {
        Lexicon::with_knowledge(&[])
    }

    /// The same with tables of a user beside those of the program.
    ///
    /// Errors as [`Lexicon::load`], with the user's name of the file.
    pub fn with_knowledge(tables: &[Knowledge]) -> Result<Lexicon, LexiconError> {
        let (mut names, mut offices) = (Names::load()?, Offices::load()?);
        knowledge::add(tables, &mut names, &mut offices)?;
        Ok(Lexicon {
            nouns: Nouns::load()?,
            light_verbs: LightVerbs::load()?,
            evaluations: Evaluations::load()?,
            causes: Causes::load()?,
            compounds: Compounds::load()?,
            titles: Titles::load()?,
            place_words: PlaceWords::load()?,
            triggers: Triggers::load()?,
            verb_forms: VerbForms::load()?,
            questions: Questions::load()?,
            reporting: Reporting::load()?,
            sources: SourceNouns::load()?,
            hedges: Hedges::load()?,
            negations: Negations::load()?,
            signs: Signs::load()?,
            numbers: Numbers::load()?,
            senses: Senses::load()?,
            time_senses: TimeSenseList::load()?,
            time_words: TimeWordList::load()?,
            speeches: Speeches::load()?,
            anaphors: Anaphors::load()?,
            sexes: Sexes::load()?,
            places: Places::load()?,
            calendar: Calendar::load()?,
            names,
            institutions: Institutions::load()?,
            offices,
            vocabulary: Vocabulary::load()?,
            pages: pages::Pages::load()?,
        })
    }
}
