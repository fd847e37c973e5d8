//! What could not be read, where, and what is to do? `/problems` and `/api/problems`.

use super::{Answer, Site, json};
use crate::asked::Asked;
use crate::error::ApiError;
use axum::extract::State;
use case::Case;
use case::query::{DocumentPage, Page, ProblemRow, Slice};
use serde::Serialize;

/// A problem with its file. Refused files have no document.
#[derive(Serialize)]
pub(crate) struct Trouble {
    document: Option<String>,
    file: String,
    stage: String,
    code: String,
    message: String,
    quote: Option<String>,
}

impl Trouble {
    /// A problem of the document on `page`.
    pub(crate) fn of(problem: &ProblemRow, page: &DocumentPage) -> Trouble {
        let quote = problem.start.zip(problem.end).and_then(|(start, end)| page.text.get(start as usize..end as usize));
        Trouble {
            document: Some(page.document.id.clone()),
            file: page.document.file.clone(),
            stage: problem.stage.clone(),
            code: problem.code.clone(),
            message: problem.message.clone(),
            quote: quote.map(shortened),
        }
    }
}

/// The first words of a long stretch.
fn shortened(words: &str) -> String {
    match words.char_indices().nth(160) {
        Some((cut, _)) => format!("{}…", &words[..cut]),
        None => words.to_owned(),
    }
}

/// Problems of the case: refused files first, then documents in order of files.
pub(crate) fn troubles(case: &Case, slice: Slice) -> Result<Page<Trouble>, ApiError> {
    let page = case.problems(slice)?;
    let row = |row: case::query::TroubleRow| Trouble {
        document: row.document,
        file: row.file,
        stage: row.stage,
        code: row.code,
        message: row.message,
        quote: row.quote.as_deref().map(shortened),
    };
    Ok(Page { total: page.total, offset: page.offset, rows: page.rows.into_iter().map(row).collect() })
}

pub(crate) async fn list(State(site): State<Site>, mut asked: Asked) -> Answer {
    let slice = asked.slice()?;
    asked.nothing_else()?;
    json(&site.pool.ask(move |case| troubles(case, slice)).await?)
}
