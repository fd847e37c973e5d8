use super::claims::condition;
use super::{ClaimFilter, Count};
use crate::{Case, CaseError};
use rusqlite::{Connection, ToSql};
use serde::Serialize;

/// Which values the claims of a question have, and how many claims have each; most frequent first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facets {
    /// Kinds.
    pub kind: Vec<Count>,
    /// Types.
    #[serde(rename = "type")]
    pub claim_type: Vec<Count>,
    /// Modalities.
    pub modality: Vec<Count>,
    /// Polarities.
    pub polarity: Vec<Count>,
    /// Names of actors; their words where nobody could be told. The same for the three below.
    pub actor: Vec<Count>,
    /// Names of targets.
    pub target: Vec<Count>,
    /// Names of places.
    pub place: Vec<Count>,
    /// Names of sources.
    pub source: Vec<Count>,
}

impl Case {
    /// What the claims that a filter lets through can be filtered by further; at most `most` names of each role. The
    /// filter's slice and order do not matter.
    pub fn facets(&self, filter: &ClaimFilter, most: u64) -> Result<Facets, CaseError> {
        let wanted = condition(filter);
        self.ask_at_once(|sql| {
            let claims = format!("SELECT c.id FROM claim c JOIN document d ON d.id = c.document{}", wanted.sql());
            let values: Vec<&dyn ToSql> = wanted.values.iter().map(|value| value as &dyn ToSql).collect();
            let of_claims = |column: &str| {
                let question = format!(
                    "SELECT {column}, count(*) FROM claim WHERE id IN ({claims}) GROUP BY {column} ORDER BY 2 DESC, 1"
                );
                counts(sql, &question, &values)
            };
            let of_arguments = |role: &str| {
                let question = format!(
                    "SELECT coalesce(e.name, p.name, a.words) AS told, count(DISTINCT a.claim)
                     FROM argument a LEFT JOIN entity e ON e.id = a.entity LEFT JOIN place p ON p.id = a.place
                     WHERE a.role = '{role}' AND a.claim IN ({claims}) GROUP BY told ORDER BY 2 DESC, 1 LIMIT {most}"
                );
                counts(sql, &question, &values)
            };
            Ok(Facets {
                kind: of_claims("kind")?,
                claim_type: of_claims("type")?,
                modality: of_claims("modality")?,
                polarity: of_claims("polarity")?,
                actor: of_arguments("actor")?,
                target: of_arguments("target")?,
                place: of_arguments("place")?,
                source: of_arguments("source")?,
            })
        })
    }
}

fn counts(sql: &Connection, question: &str, values: &[&dyn ToSql]) -> rusqlite::Result<Vec<Count>> {
    let mut question = sql.prepare(question)?;
    let rows = question.query_map(values, |row| Ok(Count { name: row.get(0)?, count: row.get(1)? }))?;
    rows.collect()
}
