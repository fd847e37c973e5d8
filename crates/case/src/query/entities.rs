use super::{Page, Slice, Where, anywhere, counted};
use crate::numbers::Numbers;
use crate::{Case, CaseError};
use model::EntityKind;
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Which entities to give.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EntityFilter {
    /// Of one of these kinds.
    pub kinds: Vec<EntityKind>,
    /// Whose name contains this.
    pub name: Option<String>,
    /// With this id.
    pub id: Option<String>,
    /// Only those that are known beforehand, or only those that the texts alone tell of (NIL).
    pub known: Option<bool>,
    /// Only those that fill a role of a claim or name a source, not those that are only mentioned.
    pub in_claims: bool,
    /// In which order.
    pub order: EntityOrder,
    /// Which of them.
    pub slice: Slice,
}

/// The order of a list of entities; ties are broken by name and id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EntityOrder {
    /// Those in most claims first.
    #[default]
    Claims,
    /// By name.
    Name,
    /// Those in most documents first.
    Documents,
}

impl EntityOrder {
    /// The column that the order needs.
    fn key(self) -> &'static str {
        match self {
            EntityOrder::Claims => CLAIMS,
            EntityOrder::Name => "e.name",
            EntityOrder::Documents => DOCUMENTS,
        }
    }

    fn sql(self) -> &'static str {
        match self {
            EntityOrder::Claims => "claims DESC, e.name, e.id",
            EntityOrder::Name => "e.name COLLATE NOCASE, e.id",
            EntityOrder::Documents => "documents DESC, e.name, e.id",
        }
    }
}

/// Somebody or something, and in how many claims it stands in each role.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct EntityRow {
    /// Sixteen hexadecimal digits.
    pub id: String,
    /// Canonical name.
    pub name: String,
    /// `person`, `state`, `organisation`, `group`, `place`, `thing`.
    pub kind: String,
    /// Key of its knowledge entry; `None`: known only from the text.
    pub known: Option<String>,
    /// Claims in which it stands in any role.
    pub claims: u64,
    /// Claims in which it is an actor.
    pub as_actor: u64,
    /// Claims in which it is a target.
    pub as_target: u64,
    /// Claims in whose chain it is a source.
    pub as_source: u64,
    /// Documents that speak of it.
    pub documents: u64,
}

impl Case {
    /// The entities that a filter lets through; those in most claims first, then by name.
    pub fn entities(&self, filter: &EntityFilter) -> Result<Page<EntityRow>, CaseError> {
        let mut wanted = Where::default();
        wanted.one_of("e.kind", filter.kinds.iter().map(|k| k.as_str()));
        if let Some(name) = &filter.name {
            wanted.and("e.name LIKE ? ESCAPE '\\'", [anywhere(name)]);
        }
        if let Some(id) = &filter.id {
            wanted.and("e.id = ?", super::repeated(id, 1));
        }
        match filter.known {
            Some(true) => wanted.and("e.known IS NOT NULL", []),
            Some(false) => wanted.and("e.known IS NULL", []),
            None => {}
        }
        if filter.in_claims {
            wanted.and("EXISTS (SELECT 1 FROM argument a WHERE a.entity = e.id)", []);
        }
        self.ask_at_once(|sql| {
            let total = sql
                .prepare(&format!("SELECT count(*) FROM entity e{}", wanted.sql()))?
                .query_row(wanted.params(), |row| row.get(0))?;
            let order = filter.order.sql();
            let slice = filter.slice.sql();
            let list = if counted::is_there(sql)? {
                format!("{COUNTED}{} ORDER BY {order}{slice}", wanted.sql())
            } else {
                // The rows of the slice are chosen first, so that all else is counted for them alone.
                format!(
                    "{} WHERE e.id IN (SELECT id FROM (SELECT e.id AS id, {} FROM entity e{} ORDER BY {order}{slice})) ORDER BY {order}",
                    entity_sql(),
                    filter.order.key(),
                    wanted.sql(),
                )
            };
            let rows = sql.prepare(&list)?.query_map(wanted.params(), entity_row)?.collect::<rusqlite::Result<_>>()?;
            Ok(Page { total, offset: filter.slice.offset, rows })
        })
    }
}

const CLAIMS: &str = "(SELECT count(DISTINCT a.claim) FROM argument a WHERE a.entity = e.id) AS claims";

const DOCUMENTS: &str = "(SELECT count(*) FROM (SELECT document FROM mention m WHERE m.entity = e.id
     UNION SELECT c.document FROM argument a JOIN claim c ON c.id = a.claim WHERE a.entity = e.id)) AS documents";

/// The same columns as those of [`entity_sql`], where they were counted when the claims were joined.
pub(super) const COUNTED: &str =
    "SELECT e.id, e.name, e.kind, e.known, coalesce(k.claims, 0) AS claims, coalesce(k.as_actor, 0),
         coalesce(k.as_target, 0), coalesce(k.as_source, 0), coalesce(k.documents, 0) AS documents
     FROM entity e LEFT JOIN entity_count k ON k.entity = e.id";

/// Counts them, from one look at all arguments and mentions: asked for one by one, each entity would have its claims sorted four times.
pub(super) fn count(sql: &Connection) -> rusqlite::Result<()> {
    let (mut entities, mut documents) = (Numbers::default(), Numbers::default());
    let mut claims: HashMap<String, (u32, u32)> = HashMap::new();
    let mut question = sql.prepare("SELECT id, document FROM claim")?;
    let mut rows = question.query([])?;
    while let Some(row) = rows.next()? {
        let (number, document) = (claims.len() as u32, documents.of(row.get_ref(1)?.as_str()?));
        claims.insert(row.get(0)?, (number, document));
    }
    let (mut stands, mut spoken) = (Vec::new(), Vec::new());
    let mut question = sql.prepare("SELECT entity, role, claim FROM argument WHERE entity IS NOT NULL")?;
    let mut rows = question.query([])?;
    while let Some(row) = rows.next()? {
        let entity = entities.of(row.get_ref(0)?.as_str()?);
        let role = row.get_ref(1)?.as_str()?;
        let role = ROLES.iter().position(|counted| *counted == role);
        if let Some(&(claim, document)) = claims.get(row.get_ref(2)?.as_str()?) {
            stands.push((entity, claim, role));
            spoken.push((entity, document));
        }
    }
    let mut question = sql.prepare("SELECT DISTINCT entity, document FROM mention WHERE entity IS NOT NULL")?;
    let mut rows = question.query([])?;
    while let Some(row) = rows.next()? {
        spoken.push((entities.of(row.get_ref(0)?.as_str()?), documents.of(row.get_ref(1)?.as_str()?)));
    }
    stands.sort_unstable();
    stands.dedup();
    spoken.sort_unstable();
    spoken.dedup();
    // Claims, those in each role, and documents.
    let mut counts = vec![(0, [0; ROLES.len()], 0); entities.words.len()];
    for of_claim in stands.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let (claims, in_role, _) = &mut counts[of_claim[0].0 as usize];
        *claims += 1;
        of_claim.iter().filter_map(|(.., role)| *role).for_each(|role| in_role[role] += 1);
    }
    spoken.iter().for_each(|(entity, _)| counts[*entity as usize].2 += 1);
    let mut question = sql.prepare("SELECT id FROM entity ORDER BY id")?;
    let mut rows = question.query([])?;
    let mut add = sql.prepare("INSERT INTO entity_count VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    while let Some(row) = rows.next()? {
        let id = row.get_ref(0)?.as_str()?;
        let (claims, [actor, target, source], documents) =
            counts.get(entities.of(id) as usize).copied().unwrap_or_default();
        add.execute(params![id, claims, actor, target, source, documents])?;
    }
    Ok(())
}

/// The roles that are counted each for itself.
const ROLES: [&str; 3] = ["actor", "target", "source"];

/// The columns of a row, for conditions and an order over `entity e`.
pub(super) fn entity_sql() -> String {
    format!(
        "SELECT e.id, e.name, e.kind, e.known, {CLAIMS},
             (SELECT count(DISTINCT a.claim) FROM argument a WHERE a.entity = e.id AND a.role = 'actor') AS as_actor,
             (SELECT count(DISTINCT a.claim) FROM argument a WHERE a.entity = e.id AND a.role = 'target') AS as_target,
             (SELECT count(DISTINCT a.claim) FROM argument a WHERE a.entity = e.id AND a.role = 'source') AS as_source,
             {DOCUMENTS} FROM entity e"
    )
}

pub(super) fn entity_row(row: &Row<'_>) -> rusqlite::Result<EntityRow> {
    Ok(EntityRow {
        id: row.get(0)?,
        name: row.get(1)?,
        kind: row.get(2)?,
        known: row.get(3)?,
        claims: row.get(4)?,
        as_actor: row.get(5)?,
        as_target: row.get(6)?,
        as_source: row.get(7)?,
        documents: row.get(8)?,
    })
}
