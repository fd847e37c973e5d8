use jiff::civil::Date;

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
