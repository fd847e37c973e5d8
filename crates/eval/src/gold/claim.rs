use serde::Deserialize;

/// A claim, of the gold set or of an export; both use the same words.
#[derive(Clone, Debug, Deserialize)]
pub struct Claim {
    /// Known by.
    pub id: String,
    /// The gold set's document: its number, or a name that begins with it.
    #[serde(default)]
    pub doc: String,
    /// Base name of the file; a gold claim gets it when its quote is looked up.
    #[serde(default)]
    pub file: String,
    /// The words that make the claim.
    pub quote: String,
    /// First code point of the quote in the file's text.
    #[serde(default)]
    pub start: usize,
    /// One past its last code point.
    #[serde(default)]
    pub end: usize,
    /// Event, relation or assessment.
    pub kind: String,
    /// Its type.
    pub r#type: String,
    /// Who.
    #[serde(default)]
    pub actor: Vec<String>,
    /// To whom.
    #[serde(default)]
    pub target: Vec<String>,
    /// Where.
    #[serde(default)]
    pub place: Vec<String>,
    /// When.
    pub time: Option<Time>,
    /// How many.
    #[serde(default)]
    pub quantity: Vec<Quantity>,
    /// According to whom, outermost first.
    #[serde(default)]
    pub attribution: Vec<Link>,
    /// How sure.
    pub modality: String,
    /// Yes or no.
    #[serde(default = "positive")]
    pub polarity: String,
}

fn positive() -> String {
    "positive".to_string()
}

/// The days a claim is about.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Time {
    /// First day.
    pub start: Option<String>,
    /// Last day.
    pub end: Option<String>,
}

/// A count with its bounds.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Quantity {
    /// Of what.
    pub what: String,
    /// At least.
    pub min: Option<f64>,
    /// At most.
    pub max: Option<f64>,
}

/// One link of the chain of who says so.
#[derive(Clone, Debug, Deserialize)]
pub struct Link {
    /// Who.
    pub source: Source,
    /// Where the source stands to it.
    #[serde(default = "asserts")]
    pub stance: String,
}

fn asserts() -> String {
    "asserts".to_string()
}

/// One source, or several side by side.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Source {
    /// One name.
    One(String),
    /// Several.
    Several(Vec<String>),
}

impl Source {
    /// All names.
    pub fn names(&self) -> &[String] {
        match self {
            Source::One(name) => std::slice::from_ref(name),
            Source::Several(names) => names,
        }
    }
}
