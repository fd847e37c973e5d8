//! How does a document become claims? The stages, one after the other, on the data that the program carries.

use crate::{carried, knowledge};
use anyhow::Context;
use case::{Case, KnowledgeTable};
use intake::Signature;
use language::English;
use lexicon::{Gazetteer, Lexicon};
use model::{Document, Problem, Reading, Resolution, Stage};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The stages with their data. One serves all threads.
pub struct Engine {
    english: English,
    pub lexicon: Lexicon,
    gazetteer: Gazetteer,
    /// Version of program, lists and model, and of the tables that the user gave.
    pub version: String,
}

impl Engine {
    /// Unpacks the data, for a case with the tables of names that it keeps.
    pub fn of(case: &Case) -> anyhow::Result<Engine> {
        Engine::load(&case.knowledge()?)
    }

    /// Unpacks the data, with tables of names of the user beside those of the program.
    pub fn load(tables: &[KnowledgeTable]) -> anyhow::Result<Engine> {
        let english = English::from_static(carried::english()).context("the English model that the program carries")?;
        let lexicon = knowledge::lexicon(tables)?;
        Ok(Engine {
            version: knowledge::version(tables),
            english: english.keeping(lexicon.titles.abbreviated_ranks()),
            lexicon,
            gazetteer: Gazetteer::from_static(carried::gazetteer())
                .context("the gazetteer that the program carries")?,
        })
    }

    /// What is known beforehand of names and places, for the pages that show a case.
    pub fn knowledge(case: &Case) -> anyhow::Result<serve::Knowledge> {
        let gazetteer =
            Gazetteer::from_static(carried::gazetteer()).context("the gazetteer that the program carries")?;
        Ok(serve::Knowledge { lexicon: knowledge::lexicon(&case.knowledge()?)?, gazetteer: Some(gazetteer) })
    }

    /// Numbers by which copies of each article are found, in order; empty for one that is too short.
    pub fn signatures(document: &Document) -> Vec<Vec<u64>> {
        let signature = |article| Signature::of_article(document, article).map(|s| s.to_values()).unwrap_or_default();
        document.articles.iter().map(signature).collect()
    }

    /// The same data, for explaining what they make of a text.
    pub fn reader(&self) -> explain::Reader<'_> {
        explain::Reader {
            english: &self.english,
            lexicon: &self.lexicon,
            gazetteer: &self.gazetteer,
            version: &self.version,
        }
    }

    /// The same data, for reading questions.
    pub fn asked_with(&self) -> ask::Reader<'_> {
        ask::Reader { english: &self.english, lexicon: &self.lexicon, gazetteer: &self.gazetteer }
    }

    /// What a document says. A mistake of the program stays inside its document: it becomes a problem of it.
    pub fn read(&self, document: &Document) -> Resolution {
        guarded(|| {
            let reading = read::document(document, &self.english, &self.lexicon);
            resolve::document(document, reading, &self.lexicon, &self.gazetteer)
        })
    }
}

/// Runs the stages; when they panic, gives an empty reading with a problem that says so.
fn guarded(stages: impl FnOnce() -> Resolution) -> Resolution {
    catch_unwind(AssertUnwindSafe(stages)).unwrap_or_else(|panic| {
        let said =
            panic.downcast_ref::<String>().cloned().or_else(|| panic.downcast_ref::<&str>().map(|s| s.to_string()));
        let message = format!(
            "expected to read the text, found a mistake of the program ({}); the text is kept, no claims were read. \
             Please report it with the text",
            said.unwrap_or_else(|| "it does not say which".to_string())
        );
        let problem = Problem { stage: Stage::Read, code: "read/mistake".to_string(), span: None, message };
        Resolution { reading: Reading { problems: vec![problem], ..Reading::default() }, ..Resolution::default() }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_problem_of_its_document() {
        let resolution = guarded(|| panic!("no such word: {}", 7));
        assert!(resolution.reading.claims.is_empty());
        let problem = &resolution.reading.problems[0];
        assert_eq!(problem.code, "read/mistake");
        assert!(problem.message.contains("(no such word: 7)"), "{}", problem.message);
    }
}
