use crate::Span;

/// Something that could not be read, where, and what to do. Problems are kept; reading goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The stage that met it.
    pub stage: Stage,
    /// Stable name of the case: `"charset/replaced"`, `"sentence/too-long"`.
    pub code: String,
    /// Where in the document's text; `None` when it concerns the whole file.
    pub span: Option<Span>,
    /// What was expected, what was found, and what to do, in a sentence for people.
    pub message: String,
}

/// The stages of the data's way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// File to document.
    Intake,
    /// Text to sentences and words.
    Language,
    /// Sentences to claims.
    Read,
    /// Mentions to entities, places and times.
    Resolve,
    /// Claims to events.
    Fuse,
}

impl Stage {
    /// The word for it in the case file.
    pub fn as_str(self) -> &'static str {
        match self {
            Stage::Intake => "intake",
            Stage::Language => "language",
            Stage::Read => "read",
            Stage::Resolve => "resolve",
            Stage::Fuse => "fuse",
        }
    }

    /// The stage a word stands for.
    pub fn parse(word: &str) -> Option<Stage> {
        use Stage::*;
        [Intake, Language, Read, Resolve, Fuse].into_iter().find(|s| s.as_str() == word)
    }
}
