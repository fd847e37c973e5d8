//! What does a user know beside the tables of the program?
//!
//! A table of one's own has the columns of `names/actors.tsv`, `names/states.tsv` or `names/offices.tsv`, which tell what it
//! holds. Its lines may stand in any order; else it is as strictly checked as the program's own:
//! `my-actors.tsv:3: expected a kind of actor, found "milita"`.

use crate::{LexiconError, Names, Offices, Table, names, offices};

/// A table of names that a user gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Knowledge {
    /// Its name, for messages.
    pub file: String,
    /// All of it.
    pub text: String,
}

/// Adds the tables to what is known. States are taken in first, then actors, then offices, in whatever order the tables come.
pub(crate) fn add(all: &[Knowledge], names: &mut Names, offices: &mut Offices) -> Result<(), LexiconError> {
    let mut kinds: [Vec<Table<'_>>; 3] = Default::default();
    for table in all {
        let columns = columns(table)?;
        let kind = KINDS.iter().position(|(_, known)| *known == columns.as_slice()).ok_or_else(|| {
            let known: Vec<String> =
                KINDS.iter().map(|(name, known)| format!("{name}: {}", known.join(", "))).collect();
            LexiconError {
                file: table.file.clone(),
                line: first_line(&table.text),
                message: format!("expected the columns of one of {}; found {}", known.join("; "), columns.join(", ")),
            }
        })?;
        kinds[kind].push(Table::parse_unsorted(&table.file, &table.text, KINDS[kind].1)?);
    }
    let [of_states, of_actors, of_offices] = kinds;
    of_states.iter().try_for_each(|table| names.add_states(table))?;
    of_actors.iter().try_for_each(|table| names.add_actors(table))?;
    for table in &of_offices {
        let before = offices.all().len();
        offices.add(table)?;
        for (row, office) in table.rows().iter().zip(&offices.all()[before..]) {
            if names.find(&office.of).is_none_or(|known| known.name() != office.of) {
                return Err(row.error(format!("expected the name of a state or actor, found {:?}", office.of)));
            }
            names.add_holder(office);
        }
    }
    Ok(())
}

/// The kinds of table and their columns.
const KINDS: [(&str, &[&str]); 3] =
    [("states", &names::STATE_COLUMNS), ("actors", &names::ACTOR_COLUMNS), ("offices", &offices::COLUMNS)];

fn columns(table: &Knowledge) -> Result<Vec<&str>, LexiconError> {
    let head = table.text.lines().find(|line| is_told(line));
    head.map(|head| head.split('\t').collect()).ok_or_else(|| LexiconError {
        file: table.file.clone(),
        line: 1,
        message: "expected a line that names the columns, found none".to_string(),
    })
}

fn is_told(line: &str) -> bool {
    !line.is_empty() && !line.starts_with('#')
}

/// The line that names the columns, from 1.
fn first_line(text: &str) -> usize {
    text.lines().position(is_told).map_or(1, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Known, Lexicon};

    fn table(file: &str, text: &str) -> Knowledge {
        Knowledge { file: file.to_string(), text: text.to_string() }
    }

    #[test]
    fn tables_of_a_user_are_known_beside_those_of_the_program() {
        let actors = table(
            "actors.tsv",
            "# mine\nname\tkind\taliases\tparent\tcountries\tsource\n\
             Velna Guard\tarmed_group\tGrey Guard|VGX\tKestrian Union\t\town files\n\
             Kestrian Union\tparty\t\t\t\town files\n",
        );
        let offices = table(
            "offices.tsv",
            "person\toffice\tof\tfrom\tto\nAnton Brekovar\tcommander\tVelna Guard\t2031-02\t2033-01\n",
        );
        let lexicon = Lexicon::with_knowledge(&[offices, actors.clone()]).expect("tables that hold together");
        assert_eq!(lexicon.names.find("Grey Guard").map(Known::name), Some("Velna Guard"));
        assert_eq!(lexicon.offices.serves("Anton Brekovar", Some((2032, 1))), Some("Velna Guard"));
        assert!(lexicon.names.find("Anton Brekovar").is_some());
        // Another name for one who is known.
        let more = table(
            "more.tsv",
            "name\tkind\taliases\tparent\tcountries\tsource\nVelna Guard\tarmed_group\tRed Sashes\t\t\tthe same\n",
        );
        let lexicon = Lexicon::with_knowledge(&[actors, more]).expect("another name");
        assert_eq!(lexicon.names.find("Red Sashes").map(Known::name), Some("Velna Guard"));
        assert_eq!(lexicon.names.find("Grey Guard").map(Known::name), Some("Velna Guard"));
    }

    #[test]
    fn a_table_that_is_not_as_it_should_be_is_named_with_its_line() {
        let wrong = |text: &str| Lexicon::with_knowledge(&[table("mine.tsv", text)]).unwrap_err().to_string();
        let head = "# mine\nname\tkind\taliases\tparent\tcountries\tsource\n";
        assert!(wrong("").starts_with("mine.tsv:1: expected a line that names the columns"));
        assert!(wrong("# x\nname\tsort\n").starts_with("mine.tsv:2: expected the columns of one of states: name"));
        assert_eq!(
            wrong(&format!("{head}Velna Guard\tmilitia\t\t\t\town\n")),
            "mine.tsv:3: expected a kind of actor, found \"militia\""
        );
        assert_eq!(
            wrong(&format!("{head}Velna Guard\tparty\t\tNobody\t\town\n")),
            "mine.tsv:3: expected the name of a state or actor as parent, found \"Nobody\""
        );
        assert_eq!(wrong(&format!("{head}Velna Guard\tparty\n")), "mine.tsv:3: expected 6 columns, found 2");
        let office = "person\toffice\tof\tfrom\tto\nAnton Brekovar\tchief\tVelna Guard\t2031-02\t\n";
        assert_eq!(wrong(office), "mine.tsv:2: expected the name of a state or actor, found \"Velna Guard\"");
    }
}
