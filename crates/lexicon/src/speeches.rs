//! By which words is a speech known?
//!
//! `data/en/speeches.tsv`: it begins with "Mr. President, I thank the envoy" or "Ladies and gentlemen", and the line over it says
//! "Remarks by the foreign minister".

use crate::{LexiconError, Table};
use std::collections::BTreeSet;

/// The words of speeches.
#[derive(Clone, Debug, Default)]
pub struct Speeches {
    /// Words in lower case with which one begins, and an example.
    openings: Vec<(String, String)>,
    /// What one is called, in its dictionary form.
    nouns: BTreeSet<String>,
    /// Lines that call it so.
    lines: Vec<String>,
}

/// Bytes of a text within which its first words are looked for.
const OPENING: usize = 80;

impl Speeches {
    pub(crate) fn load() -> Result<Speeches, LexiconError> {
        let text = include_str!("../../../data/en/speeches.tsv");
        let table = Table::parse("en/speeches.tsv", text, &["words", "part", "example"])?;
        let mut speeches = Speeches::default();
        for row in table.rows() {
            let words = row.cell(0).to_string();
            if folded(&words) != words {
                return Err(row.error(format!("expected words in lower case without full stops, found `{words}`")));
            }
            let opens = row.closed(1, "opening or noun", |part| match part {
                "opening" => Some(true),
                "noun" => Some(false),
                _ => None,
            })?;
            if opens {
                speeches.openings.push((words, row.cell(2).to_string()));
            } else {
                speeches.nouns.insert(words);
                speeches.lines.push(row.cell(2).to_string());
            }
        }
        Ok(speeches)
    }

    /// True for a text that begins with words to those who hear it.
    pub fn begin(&self, text: &str) -> bool {
        let text = folded(text);
        self.openings.iter().any(|(words, _)| begins(&text, words))
    }

    /// True for a noun, in its dictionary form, that a speech is called by.
    pub fn has(&self, noun: &str) -> bool {
        self.nouns.contains(noun)
    }

    /// The words with which a speech begins, each with an example.
    pub fn openings(&self) -> &[(String, String)] {
        &self.openings
    }

    /// Lines over a speech, one for each noun.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }
}

/// True when the words stand whole at the start of a text.
fn begins(text: &str, words: &str) -> bool {
    let rest = text.strip_prefix(words);
    rest.is_some_and(|rest| words.ends_with(',') || !rest.starts_with(char::is_alphanumeric))
}

/// The start of a text in lower case, with plain apostrophes and without full stops.
fn folded(text: &str) -> String {
    let start = text.trim_start().char_indices().take_while(|(at, _)| *at < OPENING).map(|(_, letter)| letter);
    let plain = start.filter(|letter| *letter != '.').map(|letter| if letter == '’' { '\'' } else { letter });
    plain.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{Speeches, begins, folded};

    #[test]
    fn each_opening_begins_its_example_and_no_news_begins_so() {
        let speeches = Speeches::load().unwrap();
        for (words, example) in speeches.openings() {
            assert!(begins(&folded(example), words), "{words}: {example}");
        }
        for news in ["President Brek thanked the envoy.", "Thanksgiving was quiet.", "“Thank you,” he said.", ""] {
            assert!(!speeches.begin(news), "{news}");
        }
        assert!(speeches.begin("Mr. President, we thank you."));
    }
}
