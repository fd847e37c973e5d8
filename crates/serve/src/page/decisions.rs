//! What did people decide about who is who? `/decisions`, `/api/decisions`, and the one address that writes.

use super::{Answer, Site, json};
use crate::asked::Asked;
use crate::error::ApiError;
use axum::body::Bytes;
use axum::extract::State;
use case::{Author, Case, CaseError, DecisionError, DecisionRow, Part};
use model::{DocumentId, EntityKind};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// What [`Joiner::new`] is made of.
type Join = dyn Fn(&mut Case) -> Result<(), String> + Send + Sync;

/// Joins claims on one happening after a decision. Joining is not done here, so it is handed in.
#[derive(Clone)]
pub struct Joiner(Arc<Join>);

impl Joiner {
    /// `join` gets a case whose events are away; a message says why it could not make them.
    pub fn new(join: impl Fn(&mut Case) -> Result<(), String> + Send + Sync + 'static) -> Joiner {
        Joiner(Arc::new(join))
    }
}

impl fmt::Debug for Joiner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Joiner")
    }
}

/// The log, and whether it can be added to here.
#[derive(Serialize)]
struct Log {
    /// True when this server takes decisions.
    open: bool,
    /// The latest first.
    rows: Vec<DecisionRow>,
}

pub(crate) async fn list(State(site): State<Site>, asked: Asked) -> Answer {
    asked.nothing_else()?;
    let open = site.joiner.is_some();
    let log = site.pool.ask(move |case| {
        let mut rows = case.decisions()?;
        rows.reverse();
        Ok(Log { open, rows })
    });
    json(&log.await?)
}

/// What somebody decides.
#[derive(Deserialize)]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
enum Wanted {
    /// `entity` and `other` are one, called as `entity`.
    Merge { entity: String, other: String, who: String, why: String },
    /// What stands for `entity` by `words`, in `document` or in all, stands for `name`.
    Split {
        entity: String,
        name: String,
        kind: String,
        words: Option<String>,
        document: Option<String>,
        who: String,
        why: String,
    },
    /// The decision `undoes` does not hold any more.
    Undo { undoes: String, who: String, why: String },
}

/// The decision that was made.
#[derive(Serialize)]
struct Made {
    decision: DecisionRow,
}

pub(crate) async fn decide(State(site): State<Site>, asked: Asked, body: Bytes) -> Answer {
    asked.nothing_else()?;
    let Some(joiner) = site.joiner else {
        return Err(ApiError::no_decision("a server that only shows the case"));
    };
    let wanted: Wanted = serde_json::from_slice(&body).map_err(|error| ApiError::bad_body(&error.to_string()))?;
    let at = jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let made = site.pool.write(move |case| {
        let id = write(case, wanted, at)?;
        // The decision stands, whether or not events could be made: the next one who shows them makes them.
        (joiner.0)(case).map_err(ApiError::case_file)?;
        let found = case.decisions()?.into_iter().find(|row| row.id == id);
        found.map(|decision| Made { decision }).ok_or_else(|| ApiError::not_found("a decision", &id))
    });
    json(&made.await?)
}

fn write(case: &mut Case, wanted: Wanted, at: String) -> Result<String, ApiError> {
    let by = |who: String, why: String| Author { who, at: at.clone(), why };
    let decided = match wanted {
        Wanted::Merge { entity, other, who, why } => case.merge_entities(&entity, &other, &by(who, why)),
        Wanted::Split { entity, name, kind, words, document, who, why } => {
            let kind = EntityKind::parse(&kind)
                .ok_or_else(|| ApiError::bad_parameter("kind: a kind of actor".to_string(), &kind))?;
            let name = name.trim();
            if name.is_empty() {
                return Err(ApiError::bad_parameter("name: whom the words stand for".to_string(), name));
            }
            let part = Part { words, document: document.map(DocumentId) };
            case.split_entity(&entity, &part, &resolve::named(kind, name), &by(who, why))
        }
        Wanted::Undo { undoes, who, why } => case.undo(&undoes, &by(who, why)),
    };
    decided.map_err(|error| match error {
        DecisionError::Case(CaseError::Busy { .. }) => {
            ApiError::no_decision("a case file that another program writes to")
        }
        DecisionError::Case(error) => ApiError::case_file(error),
        other => ApiError::no_decision(&other.to_string()),
    })
}
