//! How many words of a report are read in a second, beside what the language engine alone does?
//!
//! `cargo xtask bench read [--text FILE] [--rounds N]`. The whole chain from intake to claims and the language engine alone
//! read the same articles by turns, in one process on one core. Printed: words per second of processor time of both, and their
//! ratio, its median and its spread over the rounds. The first round, with cold caches, is left out. A median under one half fails:
//! what a reading adds to the parse takes no longer than the parse.

use super::language::{built, json, on_one_core, spread};
use crate::checkout::Checkout;
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// Words per second of the whole chain beside those of the language engine alone: the least that is taken.
const LEAST: f64 = 0.5;

/// Measures and prints.
pub fn run(args: &[String]) -> Result<()> {
    let (text, rounds) = options(args)?;
    let checkout = Checkout::find()?;
    crate::setup::packs(&checkout)?;
    let text = match text {
        Some(file) => file.canonicalize().with_context(|| format!("expected a text at {}", file.display()))?,
        None => {
            let folder = checkout.target.join("bench-read");
            fs::create_dir_all(&folder).with_context(|| format!("expected to write in {}", folder.display()))?;
            let file = folder.join("news.txt");
            fs::write(&file, super::language::news::text())?;
            file
        }
    };
    let program = built(&checkout, "eval", "speed")?;
    let line = json(on_one_core(&program).arg(&text).arg((rounds + 1).to_string()))?;
    let rates = |key: &str| -> Result<Vec<f64>> {
        let words = line["words"].as_f64().context("expected the number of words")?;
        let seconds = line[key].as_array().with_context(|| format!("expected a list of seconds as {key}"))?;
        Ok(seconds.iter().skip(1).filter_map(Value::as_f64).map(|seconds| words / seconds).collect())
    };
    let (language, chain) = (rates("language")?, rates("chain")?);
    println!("{}: {} words, {} claims, {rounds} rounds", text.display(), line["words"], line["claims"]);
    println!("{:<44}{:>10}{:>10}   ratio: median (least to most)", "", "language", "chain");
    let [least, ratio, most] = spread(chain.iter().zip(&language).map(|(chain, language)| chain / language));
    let ([_, own, _], [_, other, _]) = (spread(chain.into_iter()), spread(language.into_iter()));
    println!("{:<44}{other:>10.0}{own:>10.0}   {ratio:.2} ({least:.2} to {most:.2})", "words per CPU second");
    ensure!(
        ratio >= LEAST,
        "expected a whole reading at {LEAST:.2} of the speed of the language engine or more, found {ratio:.2}"
    );
    Ok(())
}

fn options(args: &[String]) -> Result<(Option<PathBuf>, usize)> {
    let (mut text, mut rounds) = (None, 5);
    let mut args = args.iter().map(String::as_str);
    while let Some(name) = args.next() {
        let value = args.next().with_context(|| format!("expected a value after {name}"))?;
        match name {
            "--text" => text = Some(PathBuf::from(value)),
            "--rounds" => rounds = value.parse().context("expected a number after --rounds")?,
            _ => bail!("expected --text FILE or --rounds N, found {name} {value}"),
        }
    }
    ensure!(rounds > 0, "expected at least one round");
    Ok((text, rounds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_strictly() {
        let read = |line: &str| options(&line.split_whitespace().map(str::to_owned).collect::<Vec<String>>());
        assert_eq!(read("--rounds 7 --text news.txt").expect("options"), (Some(PathBuf::from("news.txt")), 7));
        assert!(read("--rounds 0").is_err() && read("--rounds").is_err() && read("--by article").is_err());
    }
}
