//! What is an answer? Its wire form: it serialises to JSON with the names of its fields.

use case::query::{ClaimRow, EventRow, Named, PassageRow};
use serde::Serialize;

/// What the record says in answer to a question.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reply {
    /// The question.
    pub question: String,
    /// What it was taken to ask for: who, whom, where, when, how many, according to whom, whether, …
    pub asks: String,
    /// The types of claims that can answer it; empty: any.
    pub types: Vec<String>,
    /// What it names, and what that means in the record.
    pub parts: Vec<PartReply>,
    /// The days it speaks of.
    pub earliest: Option<String>,
    /// The last of them.
    pub latest: Option<String>,
    /// True when claims of the record answer it.
    pub found: bool,
    /// Why not, or what of the question was left out: one sentence each.
    pub notes: Vec<String>,
    /// The answers by event, those that fill the question best first.
    pub groups: Vec<Group>,
    /// How many more events have answers that are not shown, for they fill the question less well.
    pub more: u64,
    /// Where nothing answers: the sentences that hold most of the question's words. They are found by words alone.
    pub passages: Vec<PassageRow>,
}

/// What a part of the question means in the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartReply {
    /// The words.
    pub words: String,
    /// Their role in the question: actor, target, place, source, any.
    pub role: String,
    /// Whom, what or which place of the record they can mean, the likeliest first; at most eight.
    pub means: Vec<Meant>,
    /// How many in all.
    pub total: u64,
    /// Outlets of that name.
    pub outlets: Vec<String>,
    /// False when nobody and nothing of the record is called so.
    pub found: bool,
}

/// Somebody, something or some place that words can mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Meant {
    /// Who, what or where.
    #[serde(flatten)]
    pub named: Named,
    /// How: name, inside, part of the name, of it.
    pub how: String,
}

/// The answers of claims about one happening.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// The event; `None` for claims that are not joined yet.
    pub event: Option<EventRow>,
    /// What is answered, with most origins first.
    pub values: Vec<Value>,
    /// Where these claims are in dispute.
    pub clashes: Vec<Clash>,
}

/// One answer, and who says so.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Value {
    /// The answer.
    pub says: String,
    /// Whether claims have it so: said to be so, said to be possible, planned or expected, doubted, said not to be so, not expected,
    /// denied.
    pub status: String,
    /// Independent origins: at least.
    pub origins_certain: u64,
    /// At most.
    pub origins_possible: u64,
    /// What holds for all of its claims less surely than by their roles: that a place stands in the headline alone.
    pub remarks: Vec<String>,
    /// The claims that say so, in order of file and text.
    pub claims: Vec<ClaimRow>,
}

/// A dispute between claims of an answer and others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Clash {
    /// Its id.
    pub id: String,
    /// number, date, place, …
    pub kind: String,
    /// `contradiction` or `tension`.
    pub strength: String,
    /// What each side says.
    pub sides: Vec<String>,
    /// Why the sides cannot stand beside each other.
    pub reason: String,
}
