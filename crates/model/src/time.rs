use crate::Span;
use jiff::civil::Date;

/// Words of a document that say when, for how long or how often, in a claim or not.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeExpression {
    /// Index of the article they stand in.
    pub article: u32,
    /// The words, without the preposition that leads to them.
    pub span: Span,
    /// What they say.
    pub sort: TimeSort,
    /// Where their clause lies by its verb.
    pub side: TimeSide,
    /// The value as TIMEX3 writes it (ISO 8601 with signs for what it lacks): `2031-02-03`, `2031-W06`, `P3D`, `PAST_REF`.
    /// `None` where it cannot be told.
    pub value: Option<String>,
    /// The days they stand for; `None` for lengths and sets, and where they cannot be told.
    pub range: Option<TimeRange>,
}

/// On which side of the day of its text a clause lies, by the tense of its verb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeSide {
    /// "met on Friday"
    #[default]
    Before,
    /// No verb tells: "the meeting on Friday".
    Open,
    /// "will meet on Friday"
    After,
}

/// What an expression of time says, as TIMEX3 sorts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeSort {
    /// A day or longer: "last week".
    Date,
    /// An hour or a part of a day: "10 p.m. on Friday".
    Time,
    /// A length: "three days".
    Duration,
    /// What comes again: "every Friday".
    Set,
}

/// The days some words stand for, both inclusive. A month is its first to its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeRange {
    /// Earliest day.
    pub earliest: Date,
    /// Latest day.
    pub latest: Date,
    /// How the days were told from the words.
    pub resolved: Resolved,
}

/// How the days of a time were told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Resolved {
    /// The words alone say it: "3 October 2016".
    Stated,
    /// The year or month comes from the article's day: "on Feb. 3".
    FromPublication,
    /// From another time in the text: "the following day".
    FromText,
}

impl Resolved {
    /// The word for it in exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Resolved::Stated => "stated",
            Resolved::FromPublication => "from_publication",
            Resolved::FromText => "from_text",
        }
    }

    /// The value a word stands for.
    pub fn parse(word: &str) -> Option<Resolved> {
        [Resolved::Stated, Resolved::FromPublication, Resolved::FromText].into_iter().find(|r| r.as_str() == word)
    }
}
