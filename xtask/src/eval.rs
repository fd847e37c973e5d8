//! How near does a reading come to what people read, and is it nearer than before?
//!
//! `cargo xtask eval --data ../shared/eval` builds the crate `eval` and runs it; its arguments are given on. `--record` also keeps
//! the figures in `docs/scores.tsv` and in the table of `docs/accuracy.md`; `--check` compares those of the gold claims
//! with what is kept. The readers are not linked into this program: it must build before the packs are there.

mod page;
mod scores;

use crate::checkout::Checkout;
use crate::client::Clients;
use crate::packs;
use anyhow::{Context, Result, bail, ensure};
use scores::{Score, Scores};
use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

/// Where the figures are kept.
const SCORES: &str = "docs/scores.tsv";
/// Where people read them.
const PAGE: &str = "docs/accuracy.md";
/// What published systems reach.
const PUBLISHED: &str = "crates/eval/data/published.tsv";
/// How far a figure of the gold claims may fall, in points.
const SLACK: f64 = 1.0;

/// Measures and prints what the crate `eval` prints; see the module.
pub fn run(checkout: &Checkout, args: &[String]) -> Result<ExitCode> {
    let (own, rest): (Vec<&String>, Vec<&String>) =
        args.iter().partition(|arg| matches!(arg.as_str(), "--record" | "--check"));
    match own.as_slice() {
        [] => {
            let status = program(checkout, "release")?.args(rest).status();
            let fine = status.context("the program `eval` could not be started")?.success();
            Ok(if fine { ExitCode::SUCCESS } else { ExitCode::from(2) })
        }
        [one] if *one == "--record" => record(checkout, &rest),
        [_] if rest.is_empty() => check(checkout),
        _ => bail!("expected --record with what to measure, or --check alone, found {}", args.join(" ")),
    }
}

/// The folders of the gold claims and their texts, where they lie beside the checkout.
pub fn gold_beside(checkout: &Checkout) -> Option<[PathBuf; 3]> {
    let folders = ["../shared/gold", "../shared/gold/texts", "../shared/seeds"].map(|below| checkout.path(below));
    folders.iter().all(|folder| folder.is_dir()).then_some(folders)
}

/// The program that measures, built. Says nothing on standard output, which belongs to the table.
fn program(checkout: &Checkout, profile: &str) -> Result<Command> {
    packs::make(checkout, &Clients::of_this_machine()).context("set-up of the packs")?;
    let mut build = checkout.cargo();
    build.args(["build", "--quiet", "--locked", "--package", "eval"]);
    if profile == "release" {
        build.arg("--release");
    }
    if !build.status().context("cargo could not be started")?.success() {
        bail!("the crate `eval` could not be built");
    }
    Ok(Command::new(checkout.built(profile, "eval")))
}

/// The figures that the program measures.
fn measured(mut program: Command) -> Result<serde_json::Value> {
    let out = program.arg("--json").stderr(std::process::Stdio::inherit()).output();
    let out = out.context("the program `eval` could not be started")?;
    ensure!(out.status.success(), "the program `eval` ended with {}", out.status);
    serde_json::from_slice(&out.stdout).context("the program `eval` did not answer in JSON")
}

/// Measures and keeps the figures with the commit they belong to.
fn record(checkout: &Checkout, args: &[&String]) -> Result<ExitCode> {
    let open = git(checkout, &["status", "--porcelain", "--", "crates", "data"])?;
    ensure!(
        open.is_empty(),
        "expected no open changes in crates/ and data/, found\n{open}\nCommit first: a figure belongs to a commit"
    );
    let (commit, day) =
        (git(checkout, &["rev-parse", "--short=9", "HEAD"])?, git(checkout, &["show", "-s", "--format=%cs", "HEAD"])?);
    let mut program = program(checkout, "release")?;
    program.args(args);
    let found = Scores::of_json(&measured(program)?, &commit, &day)?;
    let path = checkout.path(SCORES);
    let mut scores = if path.exists() { Scores::parse(&fs::read_to_string(&path)?)? } else { Scores::default() };
    for score in &found.0 {
        match scores.get(score) {
            Some(before) if before.figure == score.figure => {}
            Some(before) => println!("{score}, was {:.1}", before.figure),
            None => println!("{score}, new"),
        }
    }
    scores.replace(found);
    fs::write(&path, scores.to_string()).with_context(|| format!("{SCORES} could not be written"))?;
    let page = fs::read_to_string(checkout.path(PAGE)).with_context(|| PAGE.to_string())?;
    let published = fs::read_to_string(checkout.path(PUBLISHED)).with_context(|| PUBLISHED.to_string())?;
    fs::write(checkout.path(PAGE), page::with_table(&page, &scores, &published)?)?;
    println!("kept in {SCORES} and {PAGE}");
    Ok(ExitCode::SUCCESS)
}

/// Fails when a figure of the gold claims has fallen by more than a point below what is kept. Each part of the gold claims
/// counts as one test.
fn check(checkout: &Checkout) -> Result<ExitCode> {
    let [gold, texts, seeds] = gold_beside(checkout).context(
        "expected the gold claims in ../shared/gold, with texts in ../shared/gold/texts and ../shared/seeds",
    )?;
    let kept = Scores::parse(&fs::read_to_string(checkout.path(SCORES)).with_context(|| SCORES.to_string())?)?;
    let mut program = program(checkout, "debug")?;
    program.arg("--gold").arg(gold).arg("--texts").arg(seeds).arg("--texts").arg(texts);
    let found = Scores::of_json(&measured(program)?, "", "")?;
    let fallen = fallen(&kept, &found);
    fallen.iter().for_each(|line| println!("{line}"));
    let mut parts: Vec<&str> = kept.gold().map(|score| score.part.as_str()).collect();
    parts.dedup();
    let failed = parts.iter().filter(|part| fallen.iter().any(|line| line.part == **part)).count();
    println!("{} passed, {failed} failed", parts.len() - failed);
    Ok(if fallen.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A kept figure that is no longer reached.
#[derive(Debug, PartialEq)]
struct Fallen {
    part: String,
    metric: String,
    kept: f64,
    found: Option<f64>,
    commit: String,
}

impl std::fmt::Display for Fallen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let found = self.found.map_or("none".to_string(), |found| format!("{found:.1}"));
        write!(
            f,
            "gold {}, {}: expected {:.1} as of commit {} or at most a point less, found {found}. Mend it; or, when it is worth it, \
             keep the new figures with `cargo xtask eval --record`",
            self.part, self.metric, self.kept, self.commit
        )
    }
}

fn fallen(kept: &Scores, found: &Scores) -> Vec<Fallen> {
    let low = |score: &&Score| found.get(score).is_none_or(|now| now.figure < score.figure - SLACK - 1e-9);
    let told = |score: &Score| Fallen {
        part: score.part.clone(),
        metric: score.metric.clone(),
        kept: score.figure,
        found: found.get(score).map(|now| now.figure),
        commit: score.commit.clone(),
    };
    kept.gold().filter(low).map(told).collect()
}

fn git(checkout: &Checkout, args: &[&str]) -> Result<String> {
    let out =
        Command::new("git").args(args).current_dir(&checkout.root).output().context("git could not be started")?;
    ensure!(out.status.success(), "git {}: {}", args.join(" "), String::from_utf8_lossy(&out.stderr).trim());
    Ok(String::from_utf8_lossy(&out.stdout).trim().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_may_fall_by_a_point_and_no_more() {
        let scores = |rows: &[(&str, f64)]| {
            let row = |(metric, figure): &(&str, f64)| format!("gold\tdev\t{metric}\t{figure:.1}\tabc\t2031-02-03\n");
            Scores::parse(&format!("{}{}", scores::HEAD, rows.iter().map(row).collect::<String>())).expect("scores")
        };
        let kept = scores(&[("one", 60.0), ("three", 60.0), ("two", 60.0)]);
        let fallen = fallen(&kept, &scores(&[("one", 59.0), ("two", 58.9)]));
        let told: Vec<_> = fallen.iter().map(|f| (f.metric.as_str(), f.found)).collect();
        assert_eq!(told, [("three", None), ("two", Some(58.9))]);
        assert!(fallen[1].to_string().contains("gold dev, two: expected 60.0 as of commit abc"), "{}", fallen[1]);
    }
}
