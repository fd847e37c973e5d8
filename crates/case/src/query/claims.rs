use super::{Named, Page, Slice, Where, Words, anywhere, maybe_words, repeated, search, words};
use crate::{Case, CaseError};
use jiff::civil::Date;
use model::{ClaimType, Kind, Modality, Polarity};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};
use serde::Serialize;

/// Which claims to give. An empty list or `None` leaves that field open; all that is set must hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClaimFilter {
    /// Of one of these types.
    pub types: Vec<ClaimType>,
    /// Of one of these kinds.
    pub kinds: Vec<Kind>,
    /// With an actor that is this entity (id), or whose name or words contain this.
    pub actor: Option<String>,
    /// The same for a target.
    pub target: Option<String>,
    /// The same for a place (its id, name or words).
    pub place: Option<String>,
    /// The same for any source of the chain.
    pub source: Option<String>,
    /// The same in any of the four roles.
    pub entity: Option<String>,
    /// With one of these modalities.
    pub modalities: Vec<Modality>,
    /// Said to be or not to be.
    pub polarity: Option<Polarity>,
    /// Whose quote holds these words; see [`ClaimFilter::text`] in the manual: all words, in any order, as starts of words.
    pub text: Option<String>,
    /// In an article of this outlet.
    pub outlet: Option<String>,
    /// Only those that the document says in its own voice.
    pub own_voice: bool,
    /// In this document (id), or in one with this file name or path.
    pub document: Option<String>,
    /// In this event (id).
    pub event: Option<String>,
    /// About days that are not before this one.
    pub from: Option<Date>,
    /// About days that are not after this one.
    pub to: Option<Date>,
    /// In which order.
    pub order: ClaimOrder,
    /// The order turned round.
    pub descending: bool,
    /// Which of them.
    pub slice: Slice,
}

/// The order of a list of claims; ties are broken by file, document and text. What is not stated comes last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClaimOrder {
    /// By file, document and place in the text.
    #[default]
    Text,
    /// By the word of their type.
    Type,
    /// By the first day they are about.
    Time,
    /// By the day their article was published.
    Published,
    /// By the word of their modality.
    Modality,
}

impl ClaimOrder {
    fn sql(self, descending: bool) -> &'static str {
        match (self, descending) {
            (ClaimOrder::Text, false) => "d.file, d.id, c.n",
            (ClaimOrder::Text, true) => "d.file DESC, d.id DESC, c.n DESC",
            (ClaimOrder::Type, false) => "c.type, d.file, d.id, c.n",
            (ClaimOrder::Type, true) => "c.type DESC, d.file, d.id, c.n",
            (ClaimOrder::Time, false) => "c.earliest IS NULL, c.earliest, c.latest, d.file, d.id, c.n",
            (ClaimOrder::Time, true) => "c.earliest IS NULL, c.earliest DESC, c.latest DESC, d.file, d.id, c.n",
            (ClaimOrder::Published, false) => "published IS NULL, published, d.file, d.id, c.n",
            (ClaimOrder::Published, true) => "published IS NULL, published DESC, d.file, d.id, c.n",
            (ClaimOrder::Modality, false) => "c.modality, d.file, d.id, c.n",
            (ClaimOrder::Modality, true) => "c.modality DESC, d.file, d.id, c.n",
        }
    }
}

/// A claim with all its words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClaimRow {
    /// Sixteen hexadecimal digits.
    pub id: String,
    /// Id of its document.
    pub document: String,
    /// Path of the document.
    pub file: String,
    /// Index of its article in the document.
    pub article: u32,
    /// Title of the article.
    pub title: Option<String>,
    /// Outlet of the article.
    pub outlet: Option<String>,
    /// Day the article was published.
    pub published: Option<String>,
    /// Its place among the claims of the document, from 0.
    pub n: u32,
    /// Index of its sentence in the document.
    pub sentence: u32,
    /// First byte of the quote.
    pub start: u32,
    /// One past the last byte of the quote.
    pub end: u32,
    /// The words that make the claim.
    pub quote: String,
    /// `event`, `relation`, `assessment`.
    pub kind: String,
    /// Its type.
    #[serde(rename = "type")]
    pub claim_type: String,
    /// The words that the type was read from.
    pub trigger: Words,
    /// Who does it.
    pub actor: Vec<ArgumentRow>,
    /// To whom.
    pub target: Vec<ArgumentRow>,
    /// Where.
    pub place: Vec<ArgumentRow>,
    /// When.
    pub time: Option<TimeRow>,
    /// How many.
    pub quantity: Vec<QuantityRow>,
    /// Who says so, outermost first. Empty: the document in its own voice.
    pub attribution: Vec<LinkRow>,
    /// How sure the text makes it.
    pub modality: String,
    /// The word that says so.
    pub modality_cue: Option<Words>,
    /// `positive` or `negative`.
    pub polarity: String,
    /// The word that says so.
    pub polarity_cue: Option<Words>,
    /// The pattern that read it.
    pub rule: String,
    /// Ids of the events it is joined to, sorted.
    pub events: Vec<String>,
}

/// Words that fill a role of a claim or name a source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArgumentRow {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words.
    pub words: String,
    /// First byte of the head word.
    pub head_start: u32,
    /// One past the last byte of the head word.
    pub head_end: u32,
    /// Whom they stand for; `None` where it could not be told.
    pub entity: Option<Named>,
    /// Whom the reading told, where a decision says somebody else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_as: Option<Named>,
    /// Which place they stand for.
    pub place: Option<Named>,
}

impl ArgumentRow {
    /// The canonical name of what the words stand for; `None` where it could not be told.
    pub fn name(&self) -> Option<&str> {
        self.entity.as_ref().or(self.place.as_ref()).map(|n| n.name.as_str())
    }
}

/// The words that say when, and the days they stand for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimeRow {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words.
    pub words: String,
    /// First day; `None` where it could not be told.
    pub earliest: Option<String>,
    /// Last day.
    pub latest: Option<String>,
    /// `stated`, `from_publication` or `from_text`.
    pub resolved: Option<String>,
    /// The value as TIMEX3 writes it, an ISO interval for a span that has none; `None` where it could not be told.
    pub value: Option<String>,
}

/// A count with its bounds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QuantityRow {
    /// What is counted.
    pub what: String,
    /// At least so many, inclusive.
    pub min: Option<f64>,
    /// At most so many, inclusive.
    pub max: Option<f64>,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words.
    pub words: String,
}

/// One link of the chain of who says so.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LinkRow {
    /// Who; several stand side by side; none when nobody is named.
    pub sources: Vec<ArgumentRow>,
    /// What sort of source the first one is.
    pub kind: String,
    /// `asserts`, `denies`, `doubts`.
    pub stance: String,
    /// True when carried over from an earlier sentence or a pronoun.
    pub carried: bool,
    /// The words that mark it.
    pub cue: Words,
}

impl Case {
    /// The claims that a filter lets through, in the filter's order.
    pub fn claims(&self, filter: &ClaimFilter) -> Result<Page<ClaimRow>, CaseError> {
        let wanted = condition(filter);
        self.ask_at_once(|sql| {
            let count = format!("SELECT count(*) FROM claim c{}", wanted.sql());
            let total = sql.prepare(&count)?.query_row(wanted.params(), |row| row.get(0))?;
            let rows = claim_rows(sql, &chosen(&wanted, filter), wanted.params())?;
            Ok(Page { total, offset: filter.slice.offset, rows })
        })
    }

    /// The same claims one by one, so that all of a large case need not be in memory. `each` may stop with an error of its own.
    pub fn each_claim<E: From<CaseError>>(
        &self,
        filter: &ClaimFilter,
        mut each: impl FnMut(ClaimRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let wanted = condition(filter);
        let tail = chosen(&wanted, filter);
        let mut stopped = None;
        let told = self.ask_at_once(|sql| {
            each_claim(sql, &tail, wanted.params(), |row| {
                each(row).map_err(|e| {
                    stopped = Some(e);
                    rusqlite::Error::QueryReturnedNoRows
                })
            })
        });
        match (stopped, told) {
            (Some(own), _) => Err(own),
            (None, told) => Ok(told?),
        }
    }

    /// One claim; `None` when the case has none of that id.
    pub fn claim(&self, id: &str) -> Result<Option<ClaimRow>, CaseError> {
        self.ask_at_once(|sql| Ok(claim_rows(sql, " WHERE c.id = ?1", [id])?.pop()))
    }

    /// Ids of claims that begin so, sorted; at most `limit`.
    pub fn claim_ids(&self, start: &str, limit: u32) -> Result<Vec<String>, CaseError> {
        self.ask(|sql| {
            let mut ids = sql.prepare_cached(
                "SELECT id FROM claim WHERE id >= ?1 AND substr(id, 1, length(?1)) = ?1 ORDER BY id LIMIT ?2",
            )?;
            let ids = ids.query_map(rusqlite::params![start, limit], |row| row.get(0))?;
            ids.collect()
        })
    }
}

/// Conditions and order over `claim c`, `document d` that give a filter's slice. The claims of the slice are chosen first,
/// so that what a row tells beside its claim is looked up for them alone.
fn chosen(wanted: &Where, filter: &ClaimFilter) -> String {
    let order = filter.order.sql(filter.descending);
    if filter.slice == Slice::ALL {
        return format!("{} ORDER BY {order}", wanted.sql());
    }
    let published = if filter.order == ClaimOrder::Published { PUBLISHED } else { "NULL" };
    // All claims in the order of the text are those of the first documents, one after the other.
    let from = match wanted.parts.is_empty() && filter.order == ClaimOrder::Text {
        true => "document d CROSS JOIN claim c ON c.document = d.id",
        false => "claim c JOIN document d ON d.id = c.document",
    };
    format!(
        " WHERE c.number IN (SELECT number FROM (SELECT c.number AS number, {published} AS published
              FROM {from}{} ORDER BY {order}{})) ORDER BY {order}",
        wanted.sql(),
        filter.slice.sql()
    )
}

/// A filter as SQL over `claim c` and `document d`.
pub(super) fn condition(filter: &ClaimFilter) -> Where {
    let mut wanted = Where::default();
    wanted.one_of("c.type", filter.types.iter().map(|t| t.as_str()));
    wanted.one_of("c.kind", filter.kinds.iter().map(|k| k.as_str()));
    wanted.one_of("c.modality", filter.modalities.iter().map(|m| m.as_str()));
    wanted.one_of("c.polarity", filter.polarity.iter().map(|p| p.as_str()));
    let roles = [
        (&filter.actor, " AND a.role = 'actor'"),
        (&filter.target, " AND a.role = 'target'"),
        (&filter.place, " AND a.role = 'place'"),
        (&filter.source, " AND a.role = 'source'"),
        (&filter.entity, ""),
    ];
    for (name, role) in roles.iter().filter_map(|(name, role)| name.as_ref().map(|n| (n, role))) {
        // Questions that each have an index, as far as they can; one condition with OR would go through all arguments. An id is
        // looked for as an id alone.
        let no_id = "NOT EXISTS (SELECT 1 FROM entity WHERE id = ? UNION ALL SELECT 1 FROM place WHERE id = ?)";
        let sql = format!(
            "c.id IN (SELECT a.claim FROM argument a WHERE a.entity = ?{role}
             UNION SELECT a.claim FROM argument a WHERE a.place = ?{role}
             UNION SELECT a.claim FROM entity e CROSS JOIN argument a ON a.entity = e.id
                   WHERE {no_id} AND e.name LIKE ? ESCAPE '\\'{role}
             UNION SELECT a.claim FROM place p CROSS JOIN argument a ON a.place = p.id
                   WHERE {no_id} AND p.name LIKE ? ESCAPE '\\'{role}
             UNION SELECT a.claim FROM argument a WHERE {no_id} AND a.words LIKE ? ESCAPE '\\'{role})"
        );
        let mut values = repeated(name, 2);
        for _ in 0..3 {
            values.extend(repeated(name, 2));
            values.push(anywhere(name));
        }
        wanted.and(&sql, values);
    }
    if let Some(question) = filter.text.as_deref() {
        match search::question(question) {
            Some(question) => wanted.and(
                "c.number IN (SELECT rowid FROM claim_search WHERE claim_search MATCH ?)",
                [Value::Text(question)],
            ),
            None if question.trim().is_empty() => {}
            None => wanted.and("0", []),
        }
    }
    if let Some(document) = &filter.document {
        wanted.and(
            "c.document IN (SELECT id FROM document WHERE id = ?
             UNION SELECT document FROM document_path WHERE path = ? OR path LIKE '%/' || ?)",
            repeated(document, 3),
        );
    }
    if let Some(outlet) = &filter.outlet {
        wanted.and(
            "EXISTS (SELECT 1 FROM article_fact f WHERE f.document = c.document AND f.article = c.article
             AND f.field = 'outlet' AND f.value = ?)",
            repeated(outlet, 1),
        );
    }
    if filter.own_voice {
        wanted.and("NOT EXISTS (SELECT 1 FROM link l WHERE l.claim = c.id)", []);
    }
    if let Some(event) = &filter.event {
        wanted.and("c.id IN (SELECT claim FROM event_claim WHERE event = ?)", repeated(event, 1));
    }
    if let Some(from) = filter.from {
        wanted.and("c.latest >= ?", [Value::Text(from.to_string())]);
    }
    if let Some(to) = filter.to {
        wanted.and("c.earliest <= ?", [Value::Text(to.to_string())]);
    }
    wanted
}

const PUBLISHED: &str = "(SELECT value FROM article_fact f
    WHERE f.document = c.document AND f.article = c.article AND f.field = 'published' AND f.n = 0)";

const CLAIM: &str = "SELECT c.id, c.document, d.file, c.article, c.n, c.sentence, c.start, c.end, c.quote, c.kind, c.type,
    c.trigger_start, c.trigger_end, c.trigger_words, c.time_start, c.time_end, c.time_words, c.earliest, c.latest,
    c.time_resolved, c.modality, c.modality_start, c.modality_end, c.modality_words, c.polarity, c.polarity_start,
    c.polarity_end, c.polarity_words, c.rule,
    (SELECT value FROM article_fact f WHERE f.document = c.document AND f.article = c.article AND f.field = 'title' AND f.n = 0),
    (SELECT value FROM article_fact f WHERE f.document = c.document AND f.article = c.article AND f.field = 'outlet' AND f.n = 0),
    (SELECT value FROM article_fact f WHERE f.document = c.document AND f.article = c.article AND f.field = 'published' AND f.n = 0) AS published,
    c.time_value
    FROM claim c JOIN document d ON d.id = c.document";

/// The claims that `tail` (conditions and order over `claim c`, `document d`) selects.
pub(crate) fn claim_rows(
    sql: &Connection,
    tail: &str,
    params: impl rusqlite::Params,
) -> rusqlite::Result<Vec<ClaimRow>> {
    let mut rows = Vec::new();
    each_claim(sql, tail, params, |row| {
        rows.push(row);
        Ok(())
    })?;
    Ok(rows)
}

/// Hands on the claims that `tail` selects, one by one.
pub(crate) fn each_claim(
    sql: &Connection,
    tail: &str,
    params: impl rusqlite::Params,
    mut each: impl FnMut(ClaimRow) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let mut heads = sql.prepare_cached(&format!("{CLAIM}{tail}"))?;
    let mut rows = heads.query(params)?;
    while let Some(row) = rows.next()? {
        let mut claim = head(row)?;
        arguments(sql, &mut claim)?;
        each(claim)?;
    }
    Ok(())
}

fn head(row: &Row<'_>) -> rusqlite::Result<ClaimRow> {
    let time = match maybe_words(row, 14)? {
        Some(Words { start, end, words }) => {
            let (earliest, latest, resolved) = (row.get(17)?, row.get(18)?, row.get(19)?);
            Some(TimeRow { start, end, words, earliest, latest, resolved, value: row.get(32)? })
        }
        None => None,
    };
    Ok(ClaimRow {
        id: row.get(0)?,
        document: row.get(1)?,
        file: row.get(2)?,
        article: row.get(3)?,
        title: row.get(29)?,
        outlet: row.get(30)?,
        published: row.get(31)?,
        n: row.get(4)?,
        sentence: row.get(5)?,
        start: row.get(6)?,
        end: row.get(7)?,
        quote: row.get(8)?,
        kind: row.get(9)?,
        claim_type: row.get(10)?,
        trigger: words(row, 11)?,
        actor: Vec::new(),
        target: Vec::new(),
        place: Vec::new(),
        time,
        quantity: Vec::new(),
        attribution: Vec::new(),
        modality: row.get(20)?,
        modality_cue: maybe_words(row, 21)?,
        polarity: row.get(24)?,
        polarity_cue: maybe_words(row, 25)?,
        rule: row.get(28)?,
        events: Vec::new(),
    })
}

/// Fills in what stands in tables of its own.
fn arguments(sql: &Connection, claim: &mut ClaimRow) -> rusqlite::Result<()> {
    let mut links = sql.prepare_cached(
        "SELECT kind, stance, carried, cue_start, cue_end, cue_words FROM link WHERE claim = ?1 ORDER BY link",
    )?;
    claim.attribution = links
        .query_map([&claim.id], |row| {
            let (kind, stance, carried) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(LinkRow { sources: Vec::new(), kind, stance, carried, cue: words(row, 3)? })
        })?
        .collect::<rusqlite::Result<_>>()?;
    let mut arguments = sql.prepare_cached(
        "SELECT a.role, a.link, a.start, a.end, a.words, a.head_start, a.head_end, e.id, e.name, e.kind, p.id, p.name, p.class,
             a.read_as
         FROM argument a LEFT JOIN entity e ON e.id = a.entity LEFT JOIN place p ON p.id = a.place
         WHERE a.claim = ?1 ORDER BY a.role, a.link, a.n",
    )?;
    let mut rows = arguments.query([&claim.id])?;
    while let Some(row) = rows.next()? {
        let argument = ArgumentRow {
            start: row.get(2)?,
            end: row.get(3)?,
            words: row.get(4)?,
            head_start: row.get(5)?,
            head_end: row.get(6)?,
            entity: named(row, 7)?,
            place: named(row, 10)?,
            read_as: match row.get::<_, Option<String>>(13)? {
                Some(entity) => as_read(sql, &claim.document, &entity)?,
                None => None,
            },
        };
        let role: String = row.get(0)?;
        match role.as_str() {
            "actor" => claim.actor.push(argument),
            "target" => claim.target.push(argument),
            "place" => claim.place.push(argument),
            _ => {
                if let Some(link) = claim.attribution.get_mut(row.get::<_, usize>(1)?) {
                    link.sources.push(argument);
                }
            }
        }
    }
    let mut quantities = sql.prepare_cached(
        "SELECT what, at_least, at_most, start, end, words FROM quantity WHERE claim = ?1 ORDER BY n",
    )?;
    claim.quantity = quantities
        .query_map([&claim.id], |row| {
            let (what, min, max) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(QuantityRow { what, min, max, start: row.get(3)?, end: row.get(4)?, words: row.get(5)? })
        })?
        .collect::<rusqlite::Result<_>>()?;
    let mut events = sql.prepare_cached("SELECT event FROM event_claim WHERE claim = ?1 ORDER BY event")?;
    claim.events = events.query_map([&claim.id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(())
}

/// Somebody as the reading of a document told of him.
fn as_read(sql: &Connection, document: &str, entity: &str) -> rusqlite::Result<Option<Named>> {
    sql.prepare_cached("SELECT entity, name, kind FROM document_entity WHERE document = ?1 AND entity = ?2")?
        .query_row([document, entity], |row| named(row, 0))
        .optional()
        .map(Option::flatten)
}

/// Reads an id, a name and a kind that are NULL together.
fn named(row: &Row<'_>, first: usize) -> rusqlite::Result<Option<Named>> {
    let id: Option<String> = row.get(first)?;
    Ok(match id {
        Some(id) => Some(Named { id, name: row.get(first + 1)?, kind: row.get(first + 2)? }),
        None => None,
    })
}
