//! Who held which office, of what, and when?
//!
//! `data/names/offices.tsv`: "President Anton Brek" says which state's president he is to whoever knows it. A month is
//! enough: a text whose day is not known gets an answer only where all terms agree.

use crate::{LexiconError, Table, fold};
use std::collections::{BTreeMap, BTreeSet};

/// An office that somebody held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// Canonical name of the person.
    pub person: String,
    /// Words by which a text calls the office, in small letters.
    pub titles: Vec<String>,
    /// Name of the state or actor it is of.
    pub of: String,
    /// Year and month of its beginning.
    pub from: Month,
    /// Year and month of its end; `None` for one that had not ended when the table was written.
    pub to: Option<Month>,
}

/// Columns of a table of offices.
pub(crate) const COLUMNS: [&str; 5] = ["person", "office", "of", "from", "to"];

/// Year and month, from 1.
pub type Month = (i16, i8);

impl Office {
    /// True when it was held in this month.
    pub fn held(&self, month: Month) -> bool {
        self.from <= month && self.to.is_none_or(|to| month <= to)
    }

    /// True for a word of one of its titles: `minister` for a foreign minister.
    pub fn is_called(&self, word: &str) -> bool {
        self.titles.iter().any(|title| title == word || title.split(' ').any(|part| part == word))
    }
}

/// All offices of the table.
#[derive(Clone, Debug, Default)]
pub struct Offices {
    all: Vec<Office>,
    by_person: BTreeMap<String, Vec<usize>>,
    /// By the folded last word of the person's name.
    by_surname: BTreeMap<String, Vec<usize>>,
    /// By each title and each word of one.
    by_word: BTreeMap<String, Vec<usize>>,
}

impl Offices {
    pub(crate) fn load() -> Result<Offices, LexiconError> {
        Offices::from_table(include_str!("../../../data/names/offices.tsv"))
    }

    /// Reads the table from its text. Errors name file, line, what was expected and what was found.
    pub fn from_table(text: &str) -> Result<Offices, LexiconError> {
        let mut offices = Offices::default();
        offices.add(&Table::parse("names/offices.tsv", text, &COLUMNS)?)?;
        Ok(offices)
    }

    /// Takes in the offices of a table with these [`COLUMNS`].
    pub(crate) fn add(&mut self, table: &Table<'_>) -> Result<(), LexiconError> {
        let offices = self;
        for row in table.rows() {
            let month = |column: usize| row.closed(column, "a year and month as 2031-03", parse_month);
            let office = Office {
                person: row.cell(0).to_string(),
                titles: row.list(1).into_iter().map(str::to_string).collect(),
                of: row.cell(2).to_string(),
                from: month(3)?,
                to: if row.cell(4).is_empty() { None } else { Some(month(4)?) },
            };
            if office.titles.is_empty() || office.to.is_some_and(|to| to < office.from) {
                return Err(row.error("expected an office and an end that is not before the beginning".to_string()));
            }
            let surname = fold::plain(office.person.rsplit(' ').next().unwrap_or(&office.person));
            offices.by_surname.entry(surname).or_default().push(offices.all.len());
            offices.by_person.entry(office.person.clone()).or_default().push(offices.all.len());
            let titles = office.titles.iter().flat_map(|title| title.split(' ').chain([title.as_str()]));
            for word in titles.collect::<BTreeSet<&str>>() {
                offices.by_word.entry(word.to_string()).or_default().push(offices.all.len());
            }
            offices.all.push(office);
        }
        Ok(())
    }

    /// The offices of a person, by canonical name.
    pub fn of(&self, person: &str) -> impl Iterator<Item = &Office> {
        self.by_person.get(person).into_iter().flatten().map(|&at| &self.all[at])
    }

    /// The one person of this surname whom a text can call by one of these words: those who held the office in the month,
    /// where it is known, before those who held it at any time.
    pub fn holder(&self, surname: &str, titles: &[String], month: Option<Month>) -> Option<&str> {
        let named = self.by_surname.get(&fold::plain(surname))?.iter().map(|&at| &self.all[at]);
        let called: Vec<&Office> = named.filter(|office| titles.iter().any(|title| office.is_called(title))).collect();
        let then: Vec<&Office> =
            called.iter().copied().filter(|office| month.is_some_and(|month| office.held(month))).collect();
        let meant = if then.is_empty() { called } else { then };
        let first = *meant.first()?;
        meant.iter().all(|office| office.person == first.person).then_some(first.person.as_str())
    }

    /// What somebody whom a text calls by this word heads or serves, where all terms that can be meant agree: those of the
    /// month, where the text's month is known.
    pub fn body(&self, person: &str, word: &str, month: Option<Month>) -> Option<&Office> {
        let called: Vec<&Office> = self.of(person).filter(|office| office.is_called(word)).collect();
        let then: Vec<&Office> =
            called.iter().copied().filter(|office| month.is_some_and(|month| office.held(month))).collect();
        // A text can speak of an office that its holder had before.
        let meant = if then.is_empty() { called } else { then };
        let first = *meant.first()?;
        meant.iter().all(|office| office.of == first.of).then_some(first)
    }

    /// The one body that somebody serves in a month, or served at any time where the month is not known.
    pub fn serves(&self, person: &str, month: Option<Month>) -> Option<&str> {
        let mut bodies = self.of(person).filter(|office| month.is_none_or(|month| office.held(month)));
        let first = bodies.next()?;
        bodies.all(|office| office.of == first.of).then_some(first.of.as_str())
    }

    /// The offices that a text can call by a title or a word of one: every foreign minister for `minister`.
    pub fn called(&self, word: &str) -> impl Iterator<Item = &Office> {
        self.by_word.get(word).into_iter().flatten().map(|&at| &self.all[at])
    }

    /// All offices, sorted by person.
    pub fn all(&self) -> &[Office] {
        &self.all
    }
}

fn parse_month(text: &str) -> Option<Month> {
    let (year, month) = text.split_once('-')?;
    let (year, month) = (year.parse().ok()?, month.parse().ok()?);
    (1..=12).contains(&month).then_some((year, month))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_tells_of_what_where_all_terms_agree() {
        let offices = Offices::from_table(
            "person\toffice\tof\tfrom\tto\n\
             Anton Brek\tforeign minister|minister of foreign affairs\tArvia\t2001-02\t2004-05\n\
             Anton Brek\tpresident\tArvia\t2008-01\t\n\
             Anton Brek\tpresident\tTavan League\t2005-01\t2007-12\n",
        )
        .unwrap();
        let of = |word, month| offices.body("Anton Brek", word, month).map(|office| office.of.as_str());
        assert_eq!(of("minister", None), Some("Arvia"));
        assert_eq!(of("president", None), None, "two bodies had him as president");
        assert_eq!(of("president", Some((2006, 3))), Some("Tavan League"));
        assert_eq!(of("president", Some((2031, 3))), Some("Arvia"));
        assert_eq!(of("minister", Some((2031, 3))), Some("Arvia"), "a former minister");
        assert_eq!(of("general", None), None);
        assert_eq!(offices.serves("Anton Brek", Some((2006, 3))), Some("Tavan League"));
        assert_eq!(offices.serves("Anton Brek", None), None);
        let minister = ["minister".to_string()];
        assert_eq!(offices.holder("Brek", &minister, None), Some("Anton Brek"));
        assert_eq!(offices.holder("Brek", &["general".to_string()], None), None);
        assert!(offices.body("Ivo Hald", "president", None).is_none());
    }

    #[test]
    fn every_office_is_of_somebody_known() {
        let (offices, names) = (Offices::load().unwrap(), crate::Names::load().unwrap());
        for office in offices.all() {
            assert_eq!(names.find(&office.of).map(|known| known.name()), Some(office.of.as_str()), "{}", office.person);
            assert!(names.find(&office.person).is_some(), "{}", office.person);
        }
        let wrong = "person\toffice\tof\tfrom\tto\nAnton Brek\tpresident\tArvia\t2004-13\t\n";
        assert!(Offices::from_table(wrong).unwrap_err().to_string().contains("a year and month"));
    }
}
