//! `isnad entity`: who is who, as the texts tell it and as people decide it.

mod shown;

use crate::{Ended, join, table};
use anyhow::{Context, bail};
use case::query::{EntityFilter, EntityRow, Slice};
use case::{Author, Case, DecisionRow, Part};
use model::{DocumentId, EntityKind};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Show who is who, and decide it: merge two actors, split one, take a decision back
#[derive(Debug, clap::Args)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "Examples:
  isnad entity show mine.isnad 'Anton Brek'
  isnad entity merge mine.isnad 'Anton Brek' Brek --why 'the second report means the general'
  isnad entity split mine.isnad Guard --words 'the Guard' --into 'Coast Guard' --why 'at sea it is the coast guard'
  isnad entity log mine.isnad
  isnad entity undo mine.isnad 5f1c0b7a91d20e44 --why 'it was his brother'

An actor is given by its id or its whole name. Decisions are kept in the case with who made them, when and why. They hold on to \
words of the texts, so that they outlive a new reading, and they hold for documents that are read later. The texts and what was read \
in them stay as they are: taking a decision back gives the record as it was before."
)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Show an actor: names, deeds, words, relations, and who else may be the same
    Show {
        /// The case file
        case: PathBuf,
        /// The actor: its id or its whole name
        actor: String,
        /// Write JSON
        #[arg(long)]
        json: bool,
    },
    /// Decide that two actors are one
    Merge {
        /// The case file
        case: PathBuf,
        /// The actor that stays
        actor: String,
        /// The actor that becomes one with it
        other: String,
        #[command(flatten)]
        by: By,
    },
    /// Decide that some words stand for somebody else
    Split {
        /// The case file
        case: PathBuf,
        /// The actor that the words were taken for
        actor: String,
        /// Only where just these words stand
        #[arg(long, value_name = "WORDS", required_unless_present = "document")]
        words: Option<String>,
        /// Only in this document: its id, file name or path
        #[arg(long, value_name = "DOCUMENT")]
        document: Option<String>,
        /// Whom they stand for: an actor of the case by id or whole name, or a new name
        #[arg(long, value_name = "NAME")]
        into: String,
        /// What a new name is: person, state, organisation, group, place, thing [default: as the actor]
        #[arg(long, value_name = "KIND", value_parser = crate::filters::entity_kind)]
        kind: Option<EntityKind>,
        #[command(flatten)]
        by: By,
    },
    /// Take a decision back
    Undo {
        /// The case file
        case: PathBuf,
        /// The decision: its id
        decision: String,
        #[command(flatten)]
        by: By,
    },
    /// List the decisions, the latest last
    Log {
        /// The case file
        case: PathBuf,
        /// Write JSON, one decision a line
        #[arg(long)]
        json: bool,
    },
}

/// Who decides, and why.
#[derive(Debug, clap::Args)]
struct By {
    /// Why
    #[arg(long, value_name = "REASON")]
    why: String,
    /// Who decides [default: the name you are logged in by]
    #[arg(long, value_name = "NAME")]
    who: Option<String>,
}

impl By {
    fn author(&self) -> anyhow::Result<Author> {
        let logged_in = || ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| std::env::var(name).ok());
        let who = self.who.clone().or_else(logged_in);
        Ok(Author {
            who: who.context("expected to know who decides, found no name: give it with --who")?,
            at: jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
            why: self.why.clone(),
        })
    }
}

/// Shows and decides; see the module.
pub fn run(args: &Args) -> anyhow::Result<Ended> {
    match &args.action {
        Action::Show { case, actor, json } => show(&Case::open(case)?, actor, *json),
        Action::Log { case, json } => log(&Case::open(case)?, *json),
        Action::Merge { case, actor, other, by } => decide(case, |case| {
            let (kept, other) = (found(case, actor)?, found(case, other)?);
            Ok(case.merge_entities(&kept.id, &other.id, &by.author()?)?)
        }),
        Action::Split { case, actor, words, document, into, kind, by } => decide(case, |case| {
            let from = found(case, actor)?;
            let document = document.as_ref().map(|document| one_document(case, document)).transpose()?;
            let kind = kind.or_else(|| EntityKind::parse(&from.kind)).unwrap_or(EntityKind::Thing);
            let other = match named(case, into)?.as_slice() {
                [] => resolve::named(kind, into),
                [one] => model::Entity {
                    id: model::EntityId(one.id.clone()),
                    name: one.name.clone(),
                    kind: EntityKind::parse(&one.kind).unwrap_or(kind),
                    known: None,
                    reasons: Vec::new(),
                },
                _ => bail!(several(into, &named(case, into)?)),
            };
            Ok(case.split_entity(&from.id, &Part { words: words.clone(), document }, &other, &by.author()?)?)
        }),
        Action::Undo { case, decision, by } => decide(case, |case| Ok(case.undo(decision, &by.author()?)?)),
    }
}

/// Decides, joins the claims anew, and tells what was decided.
fn decide(path: &Path, decision: impl FnOnce(&mut Case) -> anyhow::Result<String>) -> anyhow::Result<Ended> {
    let mut case = Case::open(path)?;
    let id = decision(&mut case)?;
    join::before_showing(&mut case)?;
    if let Some(row) = case.decisions()?.iter().find(|row| row.id == id) {
        println!("{id}: {}", shown::sentence(row));
    }
    Ok(Ended::Fine)
}

fn show(case: &Case, actor: &str, json: bool) -> anyhow::Result<Ended> {
    let one = found(case, actor)?;
    let page = case.entity(&one.id)?.with_context(|| none(case, actor))?;
    if json {
        table::print_json(&[page])?;
        return Ok(Ended::Fine);
    }
    let alike = shown::alike(case, &one.id)?;
    io::stdout().lock().write_all(shown::text(&page, &alike).as_bytes())?;
    Ok(Ended::Fine)
}

fn log(case: &Case, json: bool) -> anyhow::Result<Ended> {
    let rows: Vec<DecisionRow> = case.decisions()?;
    if json {
        table::print_json(&rows)?;
        return Ok(Ended::Fine);
    }
    let mut out = io::stdout().lock();
    for row in &rows {
        let gone = if row.in_force { "" } else { " (taken back)" };
        writeln!(out, "{}  {}  {}: {}{gone}", row.id, row.at, row.who, shown::sentence(row))?;
    }
    Ok(Ended::Fine)
}

/// The actor with this id or whole name.
fn found(case: &Case, actor: &str) -> anyhow::Result<EntityRow> {
    let mut rows = named(case, actor)?;
    match rows.len() {
        0 => bail!(none(case, actor)),
        1 => Ok(rows.swap_remove(0)),
        _ => bail!(several(actor, &rows)),
    }
}

fn named(case: &Case, actor: &str) -> anyhow::Result<Vec<EntityRow>> {
    let actor = actor.trim();
    let by_id = case.entities(&EntityFilter { id: Some(actor.to_string()), ..EntityFilter::default() })?.rows;
    if !by_id.is_empty() {
        return Ok(by_id);
    }
    let filter = EntityFilter { name: Some(actor.to_string()), slice: Slice::first(1000), ..EntityFilter::default() };
    let lower = actor.to_lowercase();
    let rows = case.entities(&filter)?.rows;
    Ok(rows.into_iter().filter(|row| row.name.to_lowercase() == lower).collect())
}

fn one_document(case: &Case, document: &str) -> anyhow::Result<DocumentId> {
    let filter = case::query::DocumentFilter { document: Some(document.to_string()), ..Default::default() };
    let rows = case.documents(&filter)?.rows;
    match rows.as_slice() {
        [one] => Ok(DocumentId(one.id.clone())),
        rows => bail!("expected one document called “{document}”, found {}", rows.len()),
    }
}

fn none(case: &Case, actor: &str) -> String {
    format!(
        "expected the id or the whole name of an actor of {}, found “{actor}”. isnad actors --mentioned lists them",
        case.path().display()
    )
}

fn several(actor: &str, rows: &[EntityRow]) -> String {
    let all: Vec<String> = rows.iter().map(|row| format!("{} ({})", row.id, row.kind)).collect();
    format!("expected one actor called “{actor}”, found {}. Give the id of one", all.join(", "))
}
