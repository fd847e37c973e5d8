use super::{Page, Slice, Where, anywhere};
use crate::{Case, CaseError};
use model::SourceKind;
use serde::Serialize;

/// Which sources to give.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceFilter {
    /// Of one of these kinds.
    pub kinds: Vec<SourceKind>,
    /// Whose name contains this.
    pub name: Option<String>,
    /// Which of them.
    pub slice: Slice,
}

/// Somebody to whom texts ascribe claims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceRow {
    /// The entity, where it could be told.
    pub entity: Option<String>,
    /// Its canonical name; else the words; `None` when nobody is named.
    pub name: Option<String>,
    /// What sort of source: outlet, official, person, …
    pub kind: String,
    /// Claims in whose chain it stands.
    pub claims: u64,
    /// Claims of which it is the innermost source.
    pub innermost: u64,
    /// Claims that it denies or doubts.
    pub against: u64,
    /// Documents that cite it.
    pub documents: u64,
}

impl Case {
    /// Who is said to say what, those with most claims first; one row for each source and kind.
    pub fn sources(&self, filter: &SourceFilter) -> Result<Page<SourceRow>, CaseError> {
        let mut wanted = Where::default();
        wanted.one_of("kind", filter.kinds.iter().map(|k| k.as_str()));
        if let Some(name) = &filter.name {
            wanted.and("name LIKE ? ESCAPE '\\'", [anywhere(name)]);
        }
        let grouped = format!(
            "SELECT entity, name, kind, count(DISTINCT claim) AS claims,
                 count(DISTINCT CASE WHEN innermost THEN claim END), count(DISTINCT CASE WHEN against THEN claim END),
                 count(DISTINCT document)
             FROM (SELECT a.entity AS entity, coalesce(e.name, a.words) AS name, l.kind AS kind, l.claim AS claim,
                       l.link = (SELECT max(m.link) FROM link m WHERE m.claim = l.claim) AS innermost,
                       l.stance <> 'asserts' AS against, c.document AS document
                   FROM link l JOIN claim c ON c.id = l.claim
                   LEFT JOIN argument a ON a.claim = l.claim AND a.role = 'source' AND a.link = l.link
                   LEFT JOIN entity e ON e.id = a.entity){} GROUP BY entity, name, kind",
            wanted.sql()
        );
        self.ask_at_once(|sql| {
            let list = format!(
                "SELECT *, count(*) OVER () FROM ({grouped}) ORDER BY claims DESC, name IS NULL, name, kind, entity{}",
                filter.slice.sql()
            );
            let mut total = None;
            let rows = sql
                .prepare(&list)?
                .query_map(wanted.params(), |row| {
                    total = row.get(7)?;
                    Ok(SourceRow {
                        entity: row.get(0)?,
                        name: row.get(1)?,
                        kind: row.get(2)?,
                        claims: row.get(3)?,
                        innermost: row.get(4)?,
                        against: row.get(5)?,
                        documents: row.get(6)?,
                    })
                })?
                .collect::<rusqlite::Result<_>>()?;
            // A slice behind the last row has no row that could tell.
            let total = match total {
                Some(total) => total,
                None => sql
                    .prepare(&format!("SELECT count(*) FROM ({grouped})"))?
                    .query_row(wanted.params(), |row| row.get(0))?,
            };
            Ok(Page { total, offset: filter.slice.offset, rows })
        })
    }
}
