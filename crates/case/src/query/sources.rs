use super::{Page, Slice, Where, anywhere, counted};
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

/// Who is said to say what, counted; those with most claims first.
pub(crate) const SOURCES: &str =
    "SELECT a.entity AS entity, coalesce(e.name, a.words) AS name, l.kind AS kind, count(DISTINCT l.claim) AS claims,
         count(DISTINCT CASE WHEN l.link = (SELECT max(m.link) FROM link m WHERE m.claim = l.claim) THEN l.claim END)
             AS innermost,
         count(DISTINCT CASE WHEN l.stance <> 'asserts' THEN l.claim END) AS against,
         count(DISTINCT c.document) AS documents
     FROM link l JOIN claim c ON c.id = l.claim
     LEFT JOIN argument a ON a.claim = l.claim AND a.role = 'source' AND a.link = l.link
     LEFT JOIN entity e ON e.id = a.entity
     GROUP BY 1, 2, 3 ORDER BY claims DESC, name IS NULL, name, kind, entity";

impl Case {
    /// Who is said to say what, those with most claims first; one row for each source and kind.
    pub fn sources(&self, filter: &SourceFilter) -> Result<Page<SourceRow>, CaseError> {
        let mut wanted = Where::default();
        wanted.one_of("kind", filter.kinds.iter().map(|k| k.as_str()));
        if let Some(name) = &filter.name {
            wanted.and("name LIKE ? ESCAPE '\\'", [anywhere(name)]);
        }
        self.ask_at_once(|sql| {
            // They are counted when the claims are joined; until then they are counted here.
            let counted = counted::is_there(sql)?;
            let from = if counted { "source".to_string() } else { format!("({SOURCES})") };
            let total = sql
                .prepare(&format!("SELECT count(*) FROM {from}{}", wanted.sql()))?
                .query_row(wanted.params(), |row| row.get(0))?;
            let list = format!(
                "SELECT entity, name, kind, claims, innermost, against, documents FROM {from}{}
                 ORDER BY {}{}",
                wanted.sql(),
                if counted { "n" } else { "claims DESC, name IS NULL, name, kind, entity" },
                filter.slice.sql()
            );
            let rows = sql
                .prepare(&list)?
                .query_map(wanted.params(), |row| {
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
            Ok(Page { total, offset: filter.slice.offset, rows })
        })
    }
}
