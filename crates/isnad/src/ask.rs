//! `isnad ask`: what does the record say in answer to a question?

use crate::claims::days;
use crate::engine::Engine;
use crate::{Ended, disputes, join, table};
use ::ask::{Group, Question, Reply};
use case::Case;
use std::fmt::Write as _;
use std::path::PathBuf;

/// Answer a question with claims of the record and nothing else
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  isnad ask mine.isnad 'Who captured Borova?'
  isnad ask mine.isnad 'How many soldiers were killed near Korm in May 2031?'
  isnad ask mine.isnad 'Did the rebels shell Korm?'
  isnad ask mine.isnad 'According to whom did rebels leave the town?'
  isnad ask mine.isnad 'What did the governor of Tavan say about the bridge?' --json

An answer is made of claims: each value that they give, how they have it (said to be so, planned or expected, denied, …), the \
number of independent origins (at least, and at most), and under it each claim with its id, report and words. Values stand side by \
side by event; where they are in dispute, it says so. What the record does not say it does not make up: then it tells which part \
of the question it does not know, and the sentences that hold most of its words.

Questions are read in English, by the rules that read reports: who, whom, what, which, where, when, how many, why, according to \
whom, what somebody said, and those after yes or no. One deed at a time; no sums and no comparing.")]
pub struct Args {
    /// The case file
    case: PathBuf,
    /// The question
    #[arg(value_name = "QUESTION")]
    question: String,
    /// Write JSON, with all fields
    #[arg(long)]
    json: bool,
}

/// Answers a question; see the module.
pub fn run(args: &Args) -> anyhow::Result<Ended> {
    let mut case = Case::open(&args.case)?;
    join::before_showing(&mut case)?;
    let reply = reply(&case, &args.question, &Engine::of(&case)?)?;
    if args.json {
        table::print_json(&[reply])?;
    } else {
        table::print_text(&shown(&reply))?;
    }
    Ok(Ended::Fine)
}

/// The answer to a question from a case.
pub fn reply(case: &Case, question: &str, engine: &Engine) -> anyhow::Result<Reply> {
    let question = Question::read(question, engine.asked_with());
    Ok(::ask::answer(case, &question, &engine.lexicon)?)
}

fn shown(reply: &Reply) -> String {
    let mut out = format!("Asked: {}", reply.asks);
    if !reply.types.is_empty() {
        let _ = write!(out, " · {}", reply.types.join(", "));
    }
    for part in &reply.parts {
        let names: Vec<&str> = part.means.iter().map(|meant| meant.named.name.as_str()).collect();
        let means = match (names.first(), part.outlets.first()) {
            (None, None) => "not in the record".to_string(),
            (None, Some(outlet)) => outlet.clone(),
            (Some(name), _) if part.total == 1 => (*name).to_string(),
            (Some(name), _) => format!("{name} and {} more", part.total - 1),
        };
        let _ = write!(out, " · “{}” = {means}", part.words);
    }
    if let (Some(first), Some(last)) = (&reply.earliest, &reply.latest) {
        let _ = write!(out, " · {}", days(Some(first), Some(last), ""));
    }
    out.push('\n');
    if !reply.found {
        out.push_str("The record does not say.\n");
    }
    reply.notes.iter().for_each(|note| out.push_str(&format!("  {note}\n")));
    reply.groups.iter().for_each(|group| show(group, &mut out));
    if reply.more > 0 {
        let events = if reply.more == 1 { "event answers" } else { "events answer" };
        let _ = writeln!(out, "\n{} more {events} it less well.", reply.more);
    }
    if !reply.passages.is_empty() {
        out.push_str("\nSentences that hold most of these words, whatever they say:\n");
    }
    for passage in &reply.passages {
        let report = passage.outlet.as_deref().unwrap_or(&passage.file);
        let day = passage.published.as_deref().map(|day| format!(", {day}")).unwrap_or_default();
        let words = passage.words.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(out, "  {report}{day}: “{words}”");
    }
    out
}

fn show(group: &Group, out: &mut String) {
    out.push('\n');
    if let Some(event) = &group.event {
        let names = |named: &[case::query::Named]| named.iter().map(|n| n.name.as_str()).collect::<Vec<_>>().join(", ");
        let sides: Vec<String> =
            [names(&event.actors), names(&event.targets)].into_iter().filter(|s| !s.is_empty()).collect();
        let when = days(event.earliest.as_deref(), event.latest.as_deref(), "");
        let told = [sides.join(" → "), names(&event.places), when];
        let told: Vec<&str> = told.iter().map(String::as_str).filter(|s| !s.is_empty()).collect();
        let _ = writeln!(
            out,
            "{} · event {}{}{}",
            event.claim_type,
            event.id,
            if told.is_empty() { "" } else { " · " },
            told.join(" · ")
        );
    }
    for value in &group.values {
        let origins = match (value.origins_certain, value.origins_possible) {
            (1, 1) => "1 origin".to_string(),
            (x, y) if x == y => format!("{x} origins"),
            (x, y) => format!("{x}-{y} origins"),
        };
        let status = if value.says == value.status { String::new() } else { format!(" · {}", value.status) };
        let remarks = value.remarks.iter().map(|remark| format!(" · {remark}")).collect::<String>();
        let _ = writeln!(out, "  {}{status} · {origins}{remarks}", value.says);
        for claim in &value.claims {
            disputes::sentence(claim, "    ", out);
        }
    }
    for clash in &group.clashes {
        let _ = writeln!(out, "  In dispute, {} ({}): {}", clash.kind, clash.strength, clash.sides.join(" against "));
    }
}
