//! Why does a claim say what it says? `/api/claims/ID/explanation`, which the pages ask for when somebody wants to know.

use super::{Answer, Site, json};
use crate::asked::{Asked, Id};
use crate::error::ApiError;
use axum::extract::State;
use case::Case;
use explain::Explanation;
use std::fmt;
use std::sync::Arc;

/// What [`Explainer::new`] is made of.
type Explain = dyn Fn(&Case, &str) -> Result<Option<Explanation>, String> + Send + Sync;

/// Tells why a claim of a case says what it says. Reading is not done here, so it is handed in.
#[derive(Clone)]
pub struct Explainer(Arc<Explain>);

impl Explainer {
    /// `explain` gets the case and the id of a claim; it gives `None` when there is no such claim, and a message when the claim
    /// cannot be explained.
    pub fn new(
        explain: impl Fn(&Case, &str) -> Result<Option<Explanation>, String> + Send + Sync + 'static,
    ) -> Explainer {
        Explainer(Arc::new(explain))
    }
}

impl fmt::Debug for Explainer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Explainer")
    }
}

pub(crate) async fn one(State(site): State<Site>, Id(id): Id, asked: Asked) -> Answer {
    asked.nothing_else()?;
    let Some(explainer) = site.explainer else {
        return Err(ApiError::no_explanation("a server that was started without a reader"));
    };
    let found = site.pool.ask(move |case| {
        let explanation = (explainer.0)(case, &id).map_err(|found| ApiError::no_explanation(&found))?;
        explanation.ok_or_else(|| ApiError::not_found("a claim", &id))
    });
    json(&found.await?)
}
