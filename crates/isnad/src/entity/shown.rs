//! How is an actor told in a terminal, and a decision in a sentence?

use crate::claims::days;
use case::query::{EntityPage, RelationRow};
use case::{Case, DecidedRow, DecisionRow};
use model::{EntityId, EntityKind};
use resolve::{Alike, Somebody};
use std::fmt::Write as _;

/// Those who may be the same as the actor with this id.
pub fn alike(case: &Case, id: &str) -> anyhow::Result<Vec<Alike>> {
    let all: Vec<Somebody> = case
        .entity_names()?
        .into_iter()
        .filter_map(|(named, known)| {
            let kind = EntityKind::parse(&named.kind)?;
            Some(Somebody { id: EntityId(named.id), name: named.name, kind, known })
        })
        .collect();
    let Some(one) = all.iter().find(|one| one.id.0 == id) else { return Ok(Vec::new()) };
    Ok(resolve::alike(one, &all, |other| case.claims_with_both(id, &other.0).unwrap_or(0)))
}

/// All that the case holds about an actor, in lines.
pub fn text(page: &EntityPage, alike: &[Alike]) -> String {
    let one = &page.entity;
    let mut out = String::new();
    // Writing to a string does not fail.
    let known = one.known.as_deref().unwrap_or("NIL: known from the texts alone");
    let _ = writeln!(out, "{} ({}, {known})", one.name, one.kind);
    let _ = writeln!(out, "id {}, {} claims, {} documents", one.id, one.claims, one.documents);
    let mut part = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            let _ = write!(out, "\n{title}\n");
            for line in lines {
                let _ = writeln!(out, "  {line}");
            }
        }
    };
    let names = page.aliases.iter();
    part(
        "Names seen",
        names.map(|a| format!("“{}” ({}): {} in {} documents", a.words, a.kind, a.mentions, a.documents)).collect(),
    );
    part("Relations", page.relations.iter().map(|row| relation(&one.name, row)).collect());
    for (title, role) in [("As actor", "actor"), ("As target", "target"), ("As source", "source")] {
        let rows = page.roles.iter().filter(|row| row.role == role);
        part(title, rows.map(|row| format!("{}: {} claims", row.claim_type, row.claims)).collect());
    }
    part("Why these words are taken for one", page.reasons.clone());
    let maybe = alike.iter().map(|alike| {
        let against = match alike.speaks_against.as_slice() {
            [] => String::new(),
            reasons => format!("; against: {}", reasons.join(", ")),
        };
        let other = &alike.other;
        format!(
            "{} ({}, {}): for: {}{against}",
            other.name,
            other.kind.as_str(),
            other.id.0,
            alike.speaks_for.join(", ")
        )
    });
    part("Maybe the same", maybe.collect());
    out
}

fn relation(name: &str, row: &RelationRow) -> String {
    let other = row.other.as_ref().map_or("not stated", |other| other.named.name.as_str());
    let (from, to) = if row.role == "actor" { (name, other) } else { (other, name) };
    let when = match days(row.earliest.as_deref(), row.latest.as_deref(), "") {
        when if when.is_empty() => match days(row.first_published.as_deref(), row.last_published.as_deref(), "") {
            told if told.is_empty() => "day not stated".to_string(),
            told => format!("told {told}"),
        },
        when => when,
    };
    let negated = if row.polarity == "negative" { "not " } else { "" };
    format!("{from} — {negated}{} — {to}, {when}: {} claims", row.claim_type, row.claims)
}

/// A decision in a sentence.
pub fn sentence(row: &DecisionRow) -> String {
    let name = |side: &Option<DecidedRow>| side.as_ref().map_or("nobody", |side| side.name.as_str()).to_string();
    let (entity, other, why) = (name(&row.entity), name(&row.other), &row.why);
    match row.what.as_str() {
        "merge" => format!("{other} is one with {entity}: {why}"),
        "split" => {
            let words = row.words.as_ref().map_or("all words".to_string(), |words| format!("“{words}”"));
            let file = row.file.as_ref().or(row.document.as_ref());
            let place = file.map(|file| format!(" in {file}")).unwrap_or_default();
            format!("{words}{place} that stood for {entity} stands for {other}: {why}")
        }
        _ => format!("takes back {}: {why}", row.undoes.as_deref().unwrap_or_default()),
    }
}
