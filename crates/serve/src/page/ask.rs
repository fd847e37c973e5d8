//! What does the record say in answer to a question? `/ask` and `/api/ask`.

use super::{Answer, Site, json};
use crate::asked::Asked;
use crate::error::ApiError;
use ask::Reply;
use axum::extract::State;
use case::Case;
use std::fmt;
use std::sync::Arc;

/// Characters of a question at most: it is one sentence.
const LONGEST: usize = 500;

/// What [`Asker::new`] is made of.
type Ask = dyn Fn(&Case, &str) -> Result<Reply, String> + Send + Sync;

/// Answers questions from a case. Reading is not done here, so it is handed in.
#[derive(Clone)]
pub struct Asker(Arc<Ask>);

impl Asker {
    /// `ask` gets the case and the question; it gives a message when the question cannot be read.
    pub fn new(ask: impl Fn(&Case, &str) -> Result<Reply, String> + Send + Sync + 'static) -> Asker {
        Asker(Arc::new(ask))
    }
}

impl fmt::Debug for Asker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Asker")
    }
}

pub(crate) async fn reply(State(site): State<Site>, mut asked: Asked) -> Answer {
    let question = asked.text("q");
    asked.nothing_else()?;
    let expected = || format!("q: a question of at most {LONGEST} characters");
    let question = question.ok_or_else(|| ApiError::bad_parameter(expected(), ""))?;
    if question.chars().count() > LONGEST {
        return Err(ApiError::bad_parameter(expected(), &question));
    }
    let Some(asker) = site.asker else { return Err(ApiError::no_answer("a server that was started without a reader")) };
    let reply = site.pool.ask(move |case| (asker.0)(case, &question).map_err(|found| ApiError::no_answer(&found)));
    json(&reply.await?)
}
