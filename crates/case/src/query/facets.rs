use super::claims::condition;
use super::{ClaimFilter, Count, Where, counted};
use crate::numbers::Numbers;
use crate::{Case, CaseError};
use rusqlite::{Connection, Row};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

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
    of_all(sql)?.iter().try_for_each(|(key, facets)| counted::keep(sql, "facets", key, facets))
}

/// The facets of all claims, which have an empty key, and of those of each type, from one look at all of them.
fn of_all(sql: &Connection) -> rusqlite::Result<Vec<(String, Facets)>> {
    let mut marks: BTreeMap<String, Marks> = BTreeMap::new();
    marks.insert(String::new(), Marks::default());
    let mut question =
        sql.prepare("SELECT type, kind, type, modality, polarity, count(*) FROM claim GROUP BY 1, 2, 4, 5")?;
    let mut rows = question.query([])?;
    while let Some(row) = rows.next()? {
        for key in [String::new(), row.get(0)?] {
            marks.entry(key).or_default().add(row, 1)?;
        }
    }
    let cast = Cast::of(sql)?;
    let facets = marks.into_iter().map(|(key, marks)| {
        let names = if key.is_empty() { cast.of_all() } else { cast.of_type(&key) };
        (key, joined(marks, names, KEPT))
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

/// Each name that has a role in a claim, once for each claim, in numbers: SQLite would sort and compare the words themselves.
struct Cast {
    types: Vec<String>,
    roles: Vec<String>,
    names: Vec<String>,
    /// Type of the claim, role and name; sorted.
    found: Vec<(u32, u32, u32)>,
}

impl Cast {
    fn of(sql: &Connection) -> rusqlite::Result<Cast> {
        let (mut types, mut roles, mut names) = (Numbers::default(), Numbers::default(), Numbers::default());
        let mut type_of: HashMap<String, u32> = HashMap::new();
        let mut question = sql.prepare("SELECT id, type FROM claim")?;
        let mut rows = question.query([])?;
        while let Some(row) = rows.next()? {
            type_of.insert(row.get(0)?, types.of(row.get_ref(1)?.as_str()?));
        }
        let mut question = sql.prepare(
            "SELECT a.claim, a.role, coalesce(e.name, p.name, a.words)
             FROM argument a LEFT JOIN entity e ON e.id = a.entity LEFT JOIN place p ON p.id = a.place ORDER BY a.claim",
        )?;
        let mut found = Vec::new();
        let mut of_claim: Vec<(u32, u32, u32)> = Vec::new();
        let mut claim = String::new();
        let mut claim_type = None;
        let mut rows = question.query([])?;
        while let Some(row) = rows.next()? {
            let id = row.get_ref(0)?.as_str()?;
            if id != claim {
                found.append(&mut of_claim);
                claim_type = type_of.get(id).copied();
                claim = id.to_string();
            }
            let Some(claim_type) = claim_type else { continue };
            let one = (claim_type, roles.of(row.get_ref(1)?.as_str()?), names.of(row.get_ref(2)?.as_str()?));
            if !of_claim.contains(&one) {
                of_claim.push(one);
            }
        }
        found.append(&mut of_claim);
        found.sort_unstable();
        Ok(Cast { types: types.words, roles: roles.words, names: names.words, found })
    }

    /// The names in the claims of one type.
    fn of_type(&self, claim_type: &str) -> Names {
        let Some(number) = self.types.iter().position(|known| known == claim_type) else { return Names::default() };
        let from = self.found.partition_point(|&(of, ..)| (of as usize) < number);
        let until = self.found.partition_point(|&(of, ..)| of as usize <= number);
        self.counted(self.found[from..until].iter().map(|&(_, role, name)| (role, name)))
    }

    /// The names in all claims.
    fn of_all(&self) -> Names {
        let mut all: Vec<(u32, u32)> = self.found.iter().map(|&(_, role, name)| (role, name)).collect();
        all.sort_unstable();
        self.counted(all.into_iter())
    }

    /// Counts sorted roles and names.
    fn counted(&self, sorted: impl Iterator<Item = (u32, u32)>) -> Names {
        let mut names = Names::default();
        let mut sorted = sorted.peekable();
        while let Some(one) = sorted.next() {
            let mut count = 1;
            while sorted.next_if_eq(&one).is_some() {
                count += 1;
            }
            let (role, name) = (one.0 as usize, one.1 as usize);
            names.0.entry(self.roles[role].clone()).or_default().insert(self.names[name].clone(), count);
        }
        names
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
