use super::claims::condition;
use super::{ClaimFilter, Count, Where, counted};
use crate::{Case, CaseError};
use rusqlite::{Connection, Row};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which values the claims of a question have, and how many claims have each; most frequent first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
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
        let key = match filter.types.as_slice() {
            _ if most > KEPT => None,
            [] if wanted.parts.is_empty() => Some(""),
            [one] if wanted.parts.len() == 1 => Some(one.as_str()),
            _ => None,
        };
        self.ask_at_once(|sql| {
            let kept = key.map_or(Ok(None), |key| counted::kept(sql, "facets", key))?;
            match kept {
                Some(kept) => Ok(cut(kept, most)),
                None => facets(sql, &wanted, most),
            }
        })
    }
}

/// Names of each role that are kept of the facets of all claims.
const KEPT: u64 = 100;

/// Counts the facets of all claims, and of those of each type.
pub(super) fn count(sql: &Connection) -> rusqlite::Result<()> {
    counted::keep(sql, "facets", "", &facets(sql, &Where::default(), KEPT)?)?;
    of_types(sql)?.iter().try_for_each(|(claim_type, facets)| counted::keep(sql, "facets", claim_type, facets))
}

/// The facets of the claims of each type, from one look at all of them.
fn of_types(sql: &Connection) -> rusqlite::Result<BTreeMap<String, Facets>> {
    let mut marks: BTreeMap<String, Marks> = BTreeMap::new();
    let mut question =
        sql.prepare("SELECT type, kind, type, modality, polarity, count(*) FROM claim GROUP BY 1, 2, 4, 5")?;
    let mut rows = question.query([])?;
    while let Some(row) = rows.next()? {
        marks.entry(row.get(0)?).or_default().add(row, 1)?;
    }
    let mut names: BTreeMap<String, Names> = BTreeMap::new();
    let mut question =
        sql.prepare(&format!("SELECT c.type, {NAMES} JOIN claim c ON c.id = a.claim GROUP BY 1, 2, 3"))?;
    let mut rows = question.query([])?;
    while let Some(row) = rows.next()? {
        names.entry(row.get(0)?).or_default().add(row, 1)?;
    }
    let facets = marks.into_iter().map(|(claim_type, marks)| {
        let names = names.remove(&claim_type).unwrap_or_default();
        (claim_type, joined(marks, names, KEPT))
    });
    Ok(facets.collect())
}

fn cut(mut facets: Facets, most: u64) -> Facets {
    for names in [&mut facets.actor, &mut facets.target, &mut facets.place, &mut facets.source] {
        names.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    }
    facets
}

fn facets(sql: &Connection, wanted: &Where, most: u64) -> rusqlite::Result<Facets> {
    // Without a condition no claim need be looked for among those that fulfil it.
    let among = |column: &str| match wanted.parts.is_empty() {
        true => String::new(),
        false => format!(" WHERE {column} IN (SELECT c.id FROM claim c{})", wanted.sql()),
    };
    let mut question = sql.prepare(&format!(
        "SELECT kind, type, modality, polarity, count(*) FROM claim{} GROUP BY 1, 2, 3, 4",
        among("id")
    ))?;
    let mut marks = Marks::default();
    let mut rows = question.query(wanted.params())?;
    while let Some(row) = rows.next()? {
        marks.add(row, 0)?;
    }
    let mut question = sql.prepare(&format!("SELECT {NAMES}{} GROUP BY 1, 2", among("a.claim")))?;
    let mut names = Names::default();
    let mut rows = question.query(wanted.params())?;
    while let Some(row) = rows.next()? {
        names.add(row, 0)?;
    }
    Ok(joined(marks, names, most))
}

/// Role, name and number of claims of each that stands in a role.
const NAMES: &str = "a.role, coalesce(e.name, p.name, a.words), count(DISTINCT a.claim)
     FROM argument a LEFT JOIN entity e ON e.id = a.entity LEFT JOIN place p ON p.id = a.place";

/// How many claims have each kind, type, modality and polarity.
#[derive(Default)]
struct Marks([BTreeMap<String, u64>; 4]);

impl Marks {
    /// Adds the four values and the number of claims that have them, from the column `first` of a row on.
    fn add(&mut self, row: &Row<'_>, first: usize) -> rusqlite::Result<()> {
        for (column, values) in self.0.iter_mut().enumerate() {
            *values.entry(row.get(first + column)?).or_default() += row.get::<_, u64>(first + 4)?;
        }
        Ok(())
    }
}

/// How many claims each name has a role in, by role.
#[derive(Default)]
struct Names(BTreeMap<String, BTreeMap<String, u64>>);

impl Names {
    /// Adds the role, the name and the number of claims, from the column `first` of a row on.
    fn add(&mut self, row: &Row<'_>, first: usize) -> rusqlite::Result<()> {
        self.0.entry(row.get(first)?).or_default().insert(row.get(first + 1)?, row.get(first + 2)?);
        Ok(())
    }
}

fn joined(marks: Marks, mut names: Names, most: u64) -> Facets {
    let [kind, claim_type, modality, polarity] = marks.0.map(|values| most_frequent(values, u64::MAX));
    let mut of_role = |role: &str| most_frequent(names.0.remove(role).unwrap_or_default(), most);
    let (actor, target, place, source) = (of_role("actor"), of_role("target"), of_role("place"), of_role("source"));
    Facets { kind, claim_type, modality, polarity, actor, target, place, source }
}

/// The values with the highest counts first, then by name.
fn most_frequent(values: BTreeMap<String, u64>, most: u64) -> Vec<Count> {
    let mut rows: Vec<Count> = values.into_iter().map(|(name, count)| Count { name, count }).collect();
    rows.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    rows.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    rows
}
