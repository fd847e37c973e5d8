//! What does every claim say, one after the other?
//!
//! Joining claims asks for all of them. Asked for one by one, the roles, links and figures of each would lie in another corner of the
//! file, since ids are hashes; here each table is gone through once in its own order, and what stands beside a claim waits until its
//! claim comes.

use crate::error::BadValue;
use crate::load::{day, span};
use crate::numbers::Numbers;
use crate::{Case, CaseError};
use model::{
    Argument, Claim, ClaimId, ClaimType, DocumentId, EntityId, Link, Marked, Modality, PlaceId, Polarity, Quantity,
    QuantityKind, Resolved, SourceKind, Span, Stance, TimeRange, TimeWords,
};
use rusqlite::{Connection, Row};
use std::collections::HashMap;
use std::ops::Range;

type Sql<T> = rusqlite::Result<T>;

impl Case {
    /// Hands on all claims, sorted by document and place in its reading, one by one, with the words of the quote, of the sentence
    /// and of the sentence after it. Whom words stand for is told as it was decided.
    pub fn each_stored_claim(&self, mut each: impl FnMut(Claim, &str, &str, &str)) -> Result<(), CaseError> {
        self.ask_at_once(|sql| {
            let beside = Beside::of(sql)?;
            let mut claims = sql.prepare(
                "SELECT id, document, article, sentence, start, end, quote, type, trigger_start, trigger_end, time_start, time_end,
                     earliest, latest, time_resolved, time_value, modality, modality_start, modality_end, polarity,
                     polarity_start, polarity_end, rule
                 FROM claim ORDER BY document, n",
            )?;
            let mut sentences = sql.prepare("SELECT sentence, words FROM sentence WHERE document = ?1 ORDER BY sentence")?;
            let mut words: Vec<(u32, String)> = Vec::new();
            let mut document = String::new();
            let mut rows = claims.query([])?;
            while let Some(row) = rows.next()? {
                if row.get_ref(1)?.as_str()? != document {
                    document = row.get(1)?;
                    words = sentences.query_map([&document], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Sql<_>>()?;
                }
                let mut claim = claim(row)?;
                beside.fill(&mut claim);
                let at = |sentence: u32| match words.binary_search_by_key(&sentence, |(number, _)| *number) {
                    Ok(at) => words[at].1.as_str(),
                    Err(_) => "",
                };
                let (here, next) = (at(claim.sentence), at(claim.sentence.saturating_add(1)));
                each(claim, row.get_ref(6)?.as_str()?, here, next);
            }
            Ok(())
        })
    }
}

/// What stands beside the claims in tables of their own: the rows of each table in its order, and which of them are of a claim. Ids are
/// kept as numbers, so that all of it takes less room than the claims that are made of it.
#[derive(Default)]
struct Beside {
    ids: Numbers,
    links: Vec<Link>,
    arguments: Vec<Filling>,
    quantities: Vec<Quantity>,
    of: HashMap<String, Rows>,
}

/// The rows of one claim: of its links, arguments and quantities.
#[derive(Clone, Default)]
struct Rows {
    links: Range<usize>,
    arguments: Range<usize>,
    quantities: Range<usize>,
}

/// An argument with where it belongs.
struct Filling {
    role: Role,
    span: Span,
    head: Span,
    entity: Option<u32>,
    place: Option<u32>,
}

/// Where an argument belongs.
enum Role {
    Actor,
    Target,
    Place,
    /// Of the link with this index.
    Source(usize),
}

impl Beside {
    fn of(sql: &Connection) -> Sql<Beside> {
        let mut beside = Beside::default();
        let mut question =
            sql.prepare("SELECT claim, kind, stance, carried, cue_start, cue_end FROM link ORDER BY claim, link")?;
        let mut rows = question.query([])?;
        while let Some(row) = rows.next()? {
            let (kind, stance) = (row.get_ref(1)?.as_str()?, row.get_ref(2)?.as_str()?);
            beside.links.push(Link {
                sources: Vec::new(),
                kind: BadValue::check("link.kind", "a kind of source", kind, SourceKind::parse)?,
                cue: span(row.get(4)?, row.get(5)?),
                stance: BadValue::check("link.stance", "a stance", stance, Stance::parse)?,
                carried: row.get(3)?,
            });
            let until = beside.links.len();
            extend(&mut beside.claim(row.get_ref(0)?.as_str()?).links, until);
        }
        let mut question = sql.prepare(
            "SELECT claim, role, link, start, end, head_start, head_end, entity, place FROM argument
             ORDER BY claim, role, link, n",
        )?;
        let mut rows = question.query([])?;
        while let Some(row) = rows.next()? {
            let role = match row.get_ref(1)?.as_str()? {
                "actor" => Role::Actor,
                "target" => Role::Target,
                "place" => Role::Place,
                _ => Role::Source(row.get(2)?),
            };
            let (entity, place) = (row.get_ref(7)?.as_str_or_null()?, row.get_ref(8)?.as_str_or_null()?);
            beside.arguments.push(Filling {
                role,
                span: span(row.get(3)?, row.get(4)?),
                head: span(row.get(5)?, row.get(6)?),
                entity: entity.map(|id| beside.ids.of(id)),
                place: place.map(|id| beside.ids.of(id)),
            });
            let until = beside.arguments.len();
            extend(&mut beside.claim(row.get_ref(0)?.as_str()?).arguments, until);
        }
        let mut question =
            sql.prepare("SELECT claim, what, at_least, at_most, start, end FROM quantity ORDER BY claim, n")?;
        let mut rows = question.query([])?;
        while let Some(row) = rows.next()? {
            let what = row.get_ref(1)?.as_str()?;
            beside.quantities.push(Quantity {
                what: BadValue::check("quantity.what", "what is counted", what, QuantityKind::parse)?,
                min: row.get(2)?,
                max: row.get(3)?,
                span: span(row.get(4)?, row.get(5)?),
            });
            let until = beside.quantities.len();
            extend(&mut beside.claim(row.get_ref(0)?.as_str()?).quantities, until);
        }
        Ok(beside)
    }

    fn claim(&mut self, id: &str) -> &mut Rows {
        self.of.entry(id.to_string()).or_default()
    }

    /// Puts into a claim what stands beside it.
    fn fill(&self, claim: &mut Claim) {
        let Some(rows) = self.of.get(&claim.id.0) else { return };
        claim.attribution = self.links[rows.links.clone()].to_vec();
        claim.quantity = self.quantities[rows.quantities.clone()].to_vec();
        let id = |number: u32| self.ids.words[number as usize].clone();
        for filling in &self.arguments[rows.arguments.clone()] {
            let argument = Argument {
                span: filling.span,
                head: filling.head,
                entity: filling.entity.map(id).map(EntityId),
                place: filling.place.map(id).map(PlaceId),
            };
            match filling.role {
                Role::Actor => claim.actor.push(argument),
                Role::Target => claim.target.push(argument),
                Role::Place => claim.place.push(argument),
                Role::Source(link) => {
                    if let Some(link) = claim.attribution.get_mut(link) {
                        link.sources.push(argument);
                    }
                }
            }
        }
    }
}

/// Lets the rows of a claim reach to the one that came last.
fn extend(rows: &mut Range<usize>, until: usize) {
    let from = if rows.end == 0 { until - 1 } else { rows.start };
    *rows = from..until;
}

/// A claim without what stands beside it.
fn claim(row: &Row<'_>) -> Sql<Claim> {
    let word = |column: usize| -> Sql<&str> { Ok(row.get_ref(column)?.as_str()?) };
    let maybe_word = |column: usize| -> Sql<Option<&str>> { Ok(row.get_ref(column)?.as_str_or_null()?) };
    let maybe_span = |first: usize| -> Sql<Option<Span>> {
        let (start, end): (Option<u32>, Option<u32>) = (row.get(first)?, row.get(first + 1)?);
        Ok(start.zip(end).map(|(start, end)| span(start, end)))
    };
    let range = match (maybe_word(12)?, maybe_word(13)?, maybe_word(14)?) {
        (Some(earliest), Some(latest), Some(resolved)) => Some(TimeRange {
            earliest: day("claim.earliest", earliest)?,
            latest: day("claim.latest", latest)?,
            resolved: BadValue::check("claim.time_resolved", "how days are told", resolved, Resolved::parse)?,
        }),
        _ => None,
    };
    let value: Option<String> = row.get(15)?;
    Ok(Claim {
        id: ClaimId(row.get(0)?),
        document: DocumentId(row.get(1)?),
        article: row.get(2)?,
        sentence: row.get(3)?,
        quote: span(row.get(4)?, row.get(5)?),
        claim_type: BadValue::check("claim.type", "a type of the vocabulary", word(7)?, ClaimType::parse)?,
        trigger: span(row.get(8)?, row.get(9)?),
        actor: Vec::new(),
        target: Vec::new(),
        place: Vec::new(),
        time: maybe_span(10)?.map(|span| TimeWords { span, range, value }),
        quantity: Vec::new(),
        attribution: Vec::new(),
        modality: Marked {
            value: BadValue::check("claim.modality", "a modality", word(16)?, Modality::parse)?,
            cue: maybe_span(17)?,
        },
        polarity: Marked {
            value: BadValue::check("claim.polarity", "a polarity", word(19)?, Polarity::parse)?,
            cue: maybe_span(20)?,
        },
        rule: row.get(22)?,
    })
}
