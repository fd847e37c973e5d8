//! Whom does a name stand for, as far as it is known before reading?
//!
//! `data/names/states.tsv`: states with their demonyms, capitals and seats. `data/names/actors.tsv`: armed groups, forces,
//! agencies, bodies, outlets, persons. `data/names/titles.tsv`: words before a person's name. `data/names/unnamed.tsv`: what
//! stands for a source that nobody names. Names are found in any spelling that [`fold`](crate::fold) joins; an abbreviation in
//! capitals only when it is written in capitals, so that "us" is no state.

use crate::known::{Actor, ActorKind, Known, State};
use crate::lookup::Lookup;
use crate::{LexiconError, Office, Offices, Table, fold};
use std::collections::BTreeSet;

/// Columns of a table of states.
pub(crate) const STATE_COLUMNS: [&str; 9] =
    ["name", "iso", "demonyms", "aliases", "capitals", "seats", "latitude", "longitude", "source"];

/// Columns of a table of actors.
pub(crate) const ACTOR_COLUMNS: [&str; 6] = ["name", "kind", "aliases", "parent", "countries", "source"];

/// What sort of word stands before a person's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TitleKind {
    /// Of an army or police: `general`.
    Rank,
    /// Of respect: `sheikh`.
    Honorific,
    /// Of a state, body or party: `foreign minister`.
    Office,
    /// What somebody does: `journalist`.
    Role,
}

/// All that is known about names.
#[derive(Clone, Debug, Default)]
pub struct Names {
    states: Vec<State>,
    actors: Vec<Actor>,
    /// Plain form to entry.
    plain: Lookup<Entry>,
    /// Deep form to entry; `None` where it would stand for two.
    deep: Lookup<Option<Entry>>,
    /// Abbreviations that stand for several, by plain form.
    shared: Lookup<Vec<Id>>,
    demonyms: Lookup<Vec<usize>>,
    capitals: Lookup<usize>,
    seats: Lookup<usize>,
    isos: Lookup<usize>,
    titles: Lookup<TitleKind>,
    unnamed: Lookup<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Id {
    State(usize),
    Actor(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Entry {
    id: Id,
    /// Found only when the text has it in capitals as well.
    capitals: bool,
    /// True for another name of a person than the full one: in a text a fuller name comes first.
    short: bool,
}

/// Shorter deep forms join too many names.
const SHORTEST_DEEP: usize = 5;

impl Names {
    pub(crate) fn load() -> Result<Names, LexiconError> {
        let mut names = Names::from_tables(
            include_str!("../../../data/names/states.tsv"),
            include_str!("../../../data/names/actors.tsv"),
            include_str!("../../../data/names/titles.tsv"),
            include_str!("../../../data/names/unnamed.tsv"),
        )?;
        for office in Offices::load()?.all() {
            names.add_holder(office);
        }
        Ok(names)
    }

    /// Reads the four tables from their text. Errors name file, line, what was expected and what was found.
    pub fn from_tables(states: &str, actors: &str, titles: &str, unnamed: &str) -> Result<Names, LexiconError> {
        let mut all = Names::default();
        all.add_states(&Table::parse("names/states.tsv", states, &STATE_COLUMNS)?)?;
        all.add_actors(&Table::parse("names/actors.tsv", actors, &ACTOR_COLUMNS)?)?;
        let table = Table::parse("names/titles.tsv", titles, &["title", "kind"])?;
        for row in table.rows() {
            let kind = row.closed(1, "rank, honorific, office or role", |word| match word {
                "rank" => Some(TitleKind::Rank),
                "honorific" => Some(TitleKind::Honorific),
                "office" => Some(TitleKind::Office),
                "role" => Some(TitleKind::Role),
                _ => None,
            })?;
            if fold::plain(row.cell(0)) != row.cell(0) || all.titles.insert(row.cell(0), kind).is_some() {
                return Err(row.error(format!("expected a folded title once, found {:?}", row.cell(0))));
            }
        }
        let table = Table::parse("names/unnamed.tsv", unnamed, &["word", "name"])?;
        for row in table.rows() {
            all.unnamed.insert(row.cell(0), row.cell(1).to_string());
        }
        Ok(all)
    }

    /// Takes in the states of a table with these [`STATE_COLUMNS`].
    pub(crate) fn add_states(&mut self, table: &Table<'_>) -> Result<(), LexiconError> {
        for row in table.rows() {
            let degrees = |column: usize, most: f64| {
                row.closed(column, &format!("a number from -{most} to {most}"), |cell| {
                    cell.parse::<f64>().ok().filter(|number| number.abs() <= most)
                })
            };
            let middle = if row.cell(6).is_empty() { None } else { Some((degrees(6, 90.0)?, degrees(7, 180.0)?)) };
            let list = |column: usize| row.list(column).into_iter().map(str::to_string).collect::<Vec<String>>();
            let iso = row.closed(1, "an ISO code of two capitals", |cell| {
                (cell.len() == 2 && cell.bytes().all(|byte| byte.is_ascii_uppercase())).then(|| cell.to_string())
            })?;
            let state = State {
                name: row.cell(0).to_string(),
                iso,
                demonyms: list(2),
                aliases: list(3),
                capitals: list(4),
                seats: list(5),
                middle,
            };
            let at = self.states.len();
            if self.isos.insert(state.iso.clone(), at).is_some() {
                return Err(row.error(format!("expected each code once, found {} again", state.iso)));
            }
            for name in std::iter::once(&state.name).chain(&state.aliases) {
                self.add_name(name, Id::State(at), false).map_err(|message| row.error(message))?;
            }
            for word in &state.demonyms {
                let states = self.demonyms.or_default(fold::plain(word));
                if !states.contains(&at) {
                    states.push(at);
                }
            }
            for (names, index) in [(&state.capitals, &mut self.capitals), (&state.seats, &mut self.seats)] {
                for name in names {
                    if index.insert(fold::plain(without_the(name)), at).is_some() {
                        return Err(row.error(format!("expected each capital and seat once, found {name:?} again")));
                    }
                }
            }
            self.states.push(state);
        }
        Ok(())
    }

    /// Takes in the actors of a table with these [`ACTOR_COLUMNS`]. One who is there already gets the other names, parent and
    /// countries of the line as well.
    pub(crate) fn add_actors(&mut self, table: &Table<'_>) -> Result<(), LexiconError> {
        let mut seen = BTreeSet::new();
        for row in table.rows() {
            if !seen.insert(row.cell(0)) {
                return Err(row.error(format!("expected each actor once, found {:?} again", row.cell(0))));
            }
            let kind = row.closed(1, "a kind of actor", ActorKind::parse)?;
            let at = self.actors.len();
            let actor = Actor {
                name: row.cell(0).to_string(),
                kind,
                aliases: row.list(2).into_iter().map(str::to_string).collect(),
                parent: (!row.cell(3).is_empty()).then(|| row.cell(3).to_string()),
                countries: row.list(4).into_iter().map(str::to_string).collect(),
            };
            let there = match self.plain.get(&fold::plain(&actor.name)) {
                Some(Entry { id: Id::Actor(at), .. }) if self.actors[*at].name == actor.name => Some(*at),
                _ => None,
            };
            let at = there.unwrap_or(at);
            self.add_name(&actor.name, Id::Actor(at), false).map_err(|message| row.error(message))?;
            for alias in &actor.aliases {
                self.add_name(alias, Id::Actor(at), kind == ActorKind::Person).map_err(|message| row.error(message))?;
            }
            match there {
                None => self.actors.push(actor),
                Some(at) if self.actors[at].kind == kind => self.actors[at].add(actor),
                Some(_) => {
                    return Err(row.error(format!(
                        "expected {:?} as the kind that it has, found {:?}",
                        actor.name,
                        row.cell(1)
                    )));
                }
            }
        }
        // Parents can stand anywhere in the two tables, so they are looked for when all are read.
        for row in table.rows() {
            let parent = row.cell(3);
            if !parent.is_empty() && self.find(parent).is_none_or(|known| known.name() != parent) {
                return Err(row.error(format!("expected the name of a state or actor as parent, found {parent:?}")));
            }
        }
        Ok(())
    }

    /// Takes in who holds an office and is not in the table of actors.
    pub(crate) fn add_holder(&mut self, office: &Office) {
        if self.find(&office.person).is_some() {
            return;
        }
        let countries = match self.find(&office.of) {
            Some(Known::State(state)) => vec![state.iso.clone()],
            Some(Known::Actor(actor)) => actor.countries.clone(),
            None => Vec::new(),
        };
        let at = self.actors.len();
        if self.add_name(&office.person, Id::Actor(at), false).is_ok() {
            let (name, kind) = (office.person.clone(), ActorKind::Person);
            self.actors.push(Actor { name, kind, aliases: Vec::new(), parent: None, countries });
        }
    }

    fn add_name(&mut self, name: &str, id: Id, short: bool) -> Result<(), String> {
        let name = without_the(name);
        let capitals = is_abbreviation(name);
        let entry = Entry { id, capitals, short };
        let plain = fold::plain(name);
        if let Some(&other) = self.plain.get(&plain)
            && other.id != id
        {
            // Two parties can have one abbreviation: the text tells which is meant, else it is the first.
            if capitals && other.capitals {
                self.shared.or_insert(plain, vec![other.id]).push(id);
                return Ok(());
            }
            let first = self.known(other.id).name();
            return Err(format!(
                "expected each name for one entry only, found {name:?}, which is a name of {first} already"
            ));
        }
        self.plain.insert(plain, entry);
        let deep = fold::deep(name);
        if !capitals && deep.len() >= SHORTEST_DEEP {
            let found = self.deep.or_insert(deep, Some(entry));
            // A full name keeps its form before a short one of somebody else.
            if found.is_some_and(|found| found.id != id) {
                *found = None;
            }
        }
        Ok(())
    }

    /// Whom a name stands for. `The` before it and its spelling do not matter.
    pub fn find(&self, name: &str) -> Option<Known<'_>> {
        self.entry(name).map(|entry| self.known(entry.id))
    }

    /// All for whom an abbreviation can stand, when they are several.
    pub fn shared(&self, name: &str) -> Vec<Known<'_>> {
        let ids = self.shared.get(&fold::plain(without_the(name.trim())));
        let ids = ids.filter(|_| self.entry(name).is_some());
        ids.into_iter().flatten().map(|&id| self.known(id)).collect()
    }

    /// The same, but for a person known by a part of the name only, see [`is_short`](Names::is_short).
    pub fn find_whole(&self, name: &str) -> Option<Known<'_>> {
        self.entry(name).filter(|entry| !entry.short).map(|entry| self.known(entry.id))
    }

    /// True when [`find`](Names::find) knows a person by a part of the name only: a text that names somebody in full
    /// means that one.
    pub fn is_short(&self, name: &str) -> bool {
        self.entry(name).is_some_and(|entry| entry.short)
    }

    /// True when [`find`](Names::find) knows a name by its sound only: "Muhamad" for "Mohammed".
    pub fn is_by_sound(&self, name: &str) -> bool {
        let name = without_the(name.trim());
        !self.plain.contains_key(&fold::plain(name)) && self.entry(name).is_some()
    }

    fn entry(&self, name: &str) -> Option<Entry> {
        // As most words are that are asked for.
        if name.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return None;
        }
        let whole = name.trim();
        let name = without_the(whole);
        // "the liberation of Tavan" is no newspaper.
        let lower = name.chars().any(char::is_lowercase);
        if lower && !name.chars().any(char::is_uppercase) {
            return None;
        }
        let plain = fold::plain(name);
        if let Some(entry) = self.plain.get(&plain) {
            // "Arvian officials" are no paper called "The Arvian".
            let paper = || matches!(self.known(entry.id), Known::Actor(actor) if actor.kind == ActorKind::Outlet);
            let adjective = whole.len() == name.len() && self.demonyms.contains_key(&plain) && paper();
            return (!adjective && (!entry.capitals || !lower)).then_some(*entry);
        }
        // Most words that are looked up are too short to be known by their sound, which takes long to tell.
        if plain.len() < SHORTEST_DEEP {
            return None;
        }
        let deep = fold::deep_of_plain(&plain);
        if deep.len() < SHORTEST_DEEP { None } else { self.deep.get(&deep).copied().flatten() }
    }

    fn known(&self, id: Id) -> Known<'_> {
        match id {
            Id::State(at) => Known::State(&self.states[at]),
            Id::Actor(at) => Known::Actor(&self.actors[at]),
        }
    }

    /// The states, sorted by name.
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// The actors, sorted by name; behind them the persons who are known by an office only.
    pub fn actors(&self) -> &[Actor] {
        &self.actors
    }

    /// The state with this ISO code.
    pub fn state(&self, iso: &str) -> Option<&State> {
        self.isos.get(iso).map(|&at| &self.states[at])
    }

    /// The states whose people or things a word describes: one for `Iranian`, two for `Congolese`.
    pub fn demonym(&self, word: &str) -> Vec<&State> {
        // "us" is a pronoun, "US" an adjective.
        if word.chars().all(|c| !c.is_uppercase()) {
            return Vec::new();
        }
        let found = self.demonyms.get(&fold::plain(word));
        found.into_iter().flatten().map(|&at| &self.states[at]).collect()
    }

    /// The state whose capital this is.
    pub fn capital(&self, name: &str) -> Option<&State> {
        self.capitals.get(&fold::plain(without_the(name))).map(|&at| &self.states[at])
    }

    /// The state for whose government a building or street stands.
    pub fn seat(&self, name: &str) -> Option<&State> {
        self.seats.get(&fold::plain(without_the(name))).map(|&at| &self.states[at])
    }

    /// What sort of title some words are.
    pub fn title(&self, words: &str) -> Option<TitleKind> {
        self.titles.get(&fold::plain(words)).copied()
    }

    /// Where the name begins in a text that may have titles before it: 9 in `Maj. Gen. Anton Brek`... the byte of its
    /// first letter. Something always remains.
    pub fn after_titles(&self, text: &str) -> usize {
        let starts: Vec<usize> = word_starts(text);
        let mut at = 0;
        'strip: while at + 1 < starts.len() {
            for length in (1..=3.min(starts.len() - 1 - at)).rev() {
                let (from, to) = (starts[at], starts[at + length]);
                if self.titles.contains_key(&fold::plain(&text[from..to])) {
                    at += length;
                    continue 'strip;
                }
            }
            break;
        }
        // "Secretary of State" is a title with what it is of, "Deputy Secretary" one of two words, and neither a name.
        let rest = starts.get(at).map_or("", |&start| &text[start..]);
        let is_title = self.titles.contains_key(&fold::plain(rest));
        if is_title || rest.starts_with("of ") || rest.starts_with("for ") {
            return 0;
        }
        starts.get(at).copied().unwrap_or(0)
    }

    /// The name that stands for a source of which a text says no more than this word.
    pub fn unnamed(&self, word: &str) -> Option<&str> {
        self.unnamed.get(&fold::plain(word)).map(String::as_str)
    }
}

/// Byte positions at which words that white space parts begin.
fn word_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut before = true;
    for (at, c) in text.char_indices() {
        if before && !c.is_whitespace() {
            starts.push(at);
        }
        before = c.is_whitespace();
    }
    starts
}

fn without_the(name: &str) -> &str {
    match name.get(..4) {
        Some(start) if start.eq_ignore_ascii_case("the ") => name[4..].trim_start(),
        _ => name,
    }
}

/// `ISIS`, `U.N.`: short and without small letters.
fn is_abbreviation(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() <= 5 && letters.clone().count() > 0 && letters.clone().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATES: &str = "name\tiso\tdemonyms\taliases\tcapitals\tseats\tlatitude\tlongitude\tsource\n\
        Arvia\tXA\tArvian|Arvians|AU\tAU|Republic of Arvia\tTavan\tthe Old Palace\t10\t20\tours\n\
        Belmark\tXB\tBelmarkian\t\tHold\t\t\t\tours\n";
    const ACTORS: &str = "name\tkind\taliases\tparent\tcountries\tsource\n\
        Anton Brek\tperson\tBrek\t\tXA\tours\n\
        Arvian Army\tforce\tArvian armed forces\tArvia\tXA\tours\n\
        Hisb al-Nour\tarmed_group\tHAN|Party of Light\t\t\tours\n\
        House of Arvian News\toutlet\tHAN\t\tXA\tours\n\
        The Belmarkian\toutlet\t\t\tXB\tours\n";
    const TITLES: &str = "title\tkind\nforeign minister\toffice\ngen\trank\nmaj\trank\nminister\toffice\n";

    fn names() -> Names {
        Names::from_tables(STATES, ACTORS, TITLES, "word\tname\nseen\tunnamed observers\n").unwrap()
    }

    #[test]
    fn names_are_found_in_every_spelling() {
        let names = names();
        let found = |name: &str| names.find(name).map(Known::key);
        assert_eq!(found("the Hisb an-Nur").as_deref(), Some("actor:Hisb al-Nour"));
        assert_eq!(found("Arvian army").as_deref(), Some("actor:Arvian Army"));
        assert_eq!(found("arvian army"), None, "words in small letters are no name");
        assert_eq!(found("Republic of Arvia").as_deref(), Some("state:XA"));
        assert_eq!(found("A.U."), None, "full stops part letters");
        let shared: Vec<&str> = names.shared("HAN").into_iter().map(Known::name).collect();
        assert_eq!(
            (shared, found("HAN").as_deref()),
            (vec!["Hisb al-Nour", "House of Arvian News"], Some("actor:Hisb al-Nour"))
        );
        assert!(names.shared("AU").is_empty());
        assert_eq!(found("AU").as_deref(), Some("state:XA"));
        assert_eq!(found("au"), None, "an abbreviation is written in capitals");
        assert_eq!(found("Nour"), None);
        assert!(names.is_short("Brek") && !names.is_short("Anton Brek"));
        assert!(names.find_whole("Brek").is_none() && names.find_whole("Anton Brek").is_some());
        assert_eq!(names.demonym("Arvian")[0].name, "Arvia");
        assert!(names.demonym("arvian").is_empty());
        assert_eq!(found("Belmarkian"), None, "an adjective is no paper that is called so");
        assert_eq!(found("The Belmarkian").as_deref(), Some("actor:The Belmarkian"));
        assert_eq!(found("Au"), None, "nor is an adjective in small letters an abbreviation");
        assert_eq!(names.capital("Tavan").map(|state| state.iso.as_str()), Some("XA"));
        assert_eq!(names.seat("Old Palace").map(|state| state.iso.as_str()), Some("XA"));
        assert_eq!(names.unnamed("seen"), Some("unnamed observers"));
    }

    #[test]
    fn titles_come_off_and_a_name_remains() {
        let names = names();
        let stripped = |text: &'static str| &text[names.after_titles(text)..];
        assert_eq!(stripped("Foreign Minister Maj. Gen. Anton Brek"), "Anton Brek");
        assert_eq!(stripped("Minister"), "Minister");
        assert_eq!(stripped("Anton Gen. Brek"), "Anton Gen. Brek");
        assert_eq!(stripped(""), "");
    }

    #[test]
    fn the_tables_of_the_program_load_and_hold_together() {
        let names = Names::load().unwrap();
        assert!(names.states().len() >= 195 && names.actors().len() >= 800);
        for state in names.states() {
            assert!(names.find(&state.name).is_some(), "{}", state.name);
        }
        for actor in names.actors() {
            assert_eq!(names.find(&actor.name).map(Known::name), Some(actor.name.as_str()));
        }
    }

    #[test]
    fn a_name_for_two_entries_or_a_parent_that_is_none_stops() {
        let load = |actors: &str| Names::from_tables(STATES, actors, TITLES, "word\tname\n").unwrap_err().to_string();
        let head = "name\tkind\taliases\tparent\tcountries\tsource\n";
        assert_eq!(
            load(&format!("{head}Front\tparty\tArvia\t\t\tours\n")),
            "names/actors.tsv:2: expected each name for one entry only, found \"Arvia\", which is a name of Arvia already"
        );
        assert_eq!(
            load(&format!("{head}Front\tparty\t\tNobody\t\tours\n")),
            "names/actors.tsv:2: expected the name of a state or actor as parent, found \"Nobody\""
        );
    }
}
