//! How fast do the pages of a large case answer?
//!
//! `cargo xtask bench serve [--reports N] [--seed N] [--rounds N] [--case FILE]`. The claims of reports on an invented war (about eleven
//! in each; no text is read) are stored in a case, joined, and served; with `--case` a case that is there already. Printed: seconds
//! and most memory of storing and of joining, the size of the file, seconds until the first page, and for each page the median and
//! the longest answer on the clock, over HTTP, the processor time of one, which a busy machine does not lengthen as much, and its
//! largest size. Where a page is of one event, source, actor or place, so many of them are asked, those with most claims first.

use super::language::built;
use crate::checkout::Checkout;
use crate::server::Server;
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Measures and prints.
pub fn run(args: &[String]) -> Result<()> {
    let options = options(args)?;
    let checkout = Checkout::find()?;
    crate::setup::all(&checkout)?;
    let mut build = checkout.cargo();
    build.args(["build", "--release", "--quiet", "--package", "isnad"]);
    ensure!(build.status().context("cargo could not be started")?.success(), "the program could not be built");
    let isnad = checkout.built("release", "isnad");
    let case = match &options.case {
        Some(case) => case.clone(),
        None => stored(&checkout, &isnad, &options)?,
    };
    let size = fs::metadata(&case).with_context(|| format!("expected a case at {}", case.display()))?.len();
    println!("size of the file   {:.0} MiB", size as f64 / f64::from(1 << 20));
    let start = Instant::now();
    let server = Server::start(&isnad, &case)?;
    server.first_page()?;
    println!("first page         {:.1} s", start.elapsed().as_secs_f64());
    let figures = rows(&server, "/api/overview")?["figures"].clone();
    println!("documents, claims  {}, {}\n", figures["documents"], figures["claims"]);
    println!(
        "{:<28}{:>8}{:>12}{:>12}{:>15}{:>12}",
        "page", "asked", "median, ms", "longest, ms", "processor, ms", "most, KiB"
    );
    for (name, paths) in pages(&server, options.rounds)? {
        measure(&server, name, &paths)?;
    }
    println!("\nmost memory of the server: {} MiB", most_memory(server.process.id()));
    Ok(())
}

/// What the user asked for.
#[derive(Debug, PartialEq, Eq)]
struct Options {
    reports: u64,
    seed: u64,
    rounds: usize,
    case: Option<PathBuf>,
}

fn options(args: &[String]) -> Result<Options> {
    let mut options = Options { reports: 10_000, seed: 1, rounds: 20, case: None };
    let mut args = args.iter().map(String::as_str);
    while let Some(name) = args.next() {
        let value = args.next().with_context(|| format!("expected a value after {name}"))?;
        let number = || value.parse::<u64>().with_context(|| format!("expected a number after {name}, found {value}"));
        match name {
            "--reports" => options.reports = number()?,
            "--seed" => options.seed = number()?,
            "--rounds" => options.rounds = number()? as usize,
            "--case" => options.case = Some(PathBuf::from(value)),
            _ => bail!("expected --reports N, --seed N, --rounds N or --case FILE, found {name} {value}"),
        }
    }
    ensure!(options.rounds > 0 && options.reports > 0, "expected at least one report and one round");
    Ok(options)
}

/// A new case of an invented war, with its claims joined.
fn stored(checkout: &Checkout, isnad: &Path, options: &Options) -> Result<PathBuf> {
    let writer = built(checkout, "eval", "war_case")?;
    let folder = checkout.target.join("bench-serve");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("{} could not be emptied", folder.display()))?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("expected to write in {}", folder.display()))?;
    let case = folder.join("war.isnad");
    let numbers = [options.reports, options.seed].map(|number| number.to_string());
    let (seconds, most) = watched(Command::new(writer).arg(&case).args(numbers))?;
    println!("stored             {seconds:.0} s, {most} MiB at most");
    let (seconds, most) = watched(Command::new(isnad).arg("events").arg(&case).args(["--limit", "1"]))?;
    println!("joined             {seconds:.0} s, {most} MiB at most");
    Ok(case)
}

/// Runs a program to its end: seconds on the clock, and the most memory it held, in MiB.
fn watched(command: &mut Command) -> Result<(f64, u64)> {
    let start = Instant::now();
    let mut program = command.stdout(Stdio::null()).spawn().context("the program could not be started")?;
    let mut most = 0;
    let status = loop {
        if let Some(status) = program.try_wait()? {
            break status;
        }
        most = most_memory(program.id()).max(most);
        std::thread::sleep(Duration::from_millis(100));
    };
    ensure!(status.success(), "the program ended with {status}");
    Ok((start.elapsed().as_secs_f64(), most))
}

/// The most memory that a running program has held, in MiB; 0 where the system does not tell.
fn most_memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) / 1024
}

/// Milliseconds that a running program has kept processors busy, to the nearest ten; 0 where the system does not tell.
fn processor_ms(process: u32) -> f64 {
    let told = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // The name in brackets can hold spaces; behind it the twelfth and thirteenth words are hundredths of seconds.
    let words = told.rsplit_once(") ").map_or("", |(_, rest)| rest).split(' ').skip(11).take(2);
    words.filter_map(|word| word.parse::<f64>().ok()).sum::<f64>() * 10.0
}

/// The pages with the addresses that are asked of each.
fn pages(server: &Server, rounds: usize) -> Result<Vec<(&'static str, Vec<String>)>> {
    let again = |path: &str| vec![path.to_string(); rounds];
    let each = |list: &str, prefix: &str, key: &dyn Fn(&Value) -> Option<String>| -> Result<Vec<String>> {
        let found = rows(server, list)?;
        let keys = found["rows"].as_array().into_iter().flatten().filter_map(key).take(rounds);
        Ok(keys.map(|key| format!("{prefix}{}", encoded(&key))).collect())
    };
    let id = |row: &Value| {
        let row =
            ["event", "entity", "place", "document"].iter().find_map(|name| row.get(*name).filter(|of| of.is_object()));
        row.and_then(|row| row["id"].as_str()).map(str::to_string)
    };
    let id = |row: &Value| row["id"].as_str().map(str::to_string).or_else(|| id(row));
    let source = |row: &Value| row["entity"].as_str().or(row["name"].as_str()).map(str::to_string);
    let parties = each("/api/actors", "/api/claims?actor=", &id)?;
    let outlets = rows(server, "/api/overview")?["figures"]["outlets"].clone();
    let outlets = outlets.as_array().into_iter().flatten().filter_map(|outlet| outlet["name"].as_str());
    Ok(vec![
        ("dossier, large events", each("/api/events?sort=claims", "/api/events/", &id)?),
        ("dossier, by day", each("/api/events?kind=event", "/api/events/", &id)?),
        ("disputes", again("/api/disputes")),
        ("disputes, further on", (1..=rounds).map(|n| format!("/api/disputes?offset={}", 50 * n)).collect()),
        ("source, of most claims", each("/api/sources", "/api/sources/", &source)?),
        ("source, outlets", outlets.take(rounds).map(|name| format!("/api/sources/{}", encoded(name))).collect()),
        ("sources", again("/api/sources")),
        ("overview", again("/api/overview")),
        ("events", again("/api/events")),
        ("claims", again("/api/claims")),
        ("claims of a type", again("/api/claims?type=capture")),
        ("claims of an actor", parties),
        ("claims of a name", again("/api/claims?actor=Tavan")),
        ("facets", again("/api/facets")),
        ("facets of a type", again("/api/facets?type=capture")),
        ("documents", again("/api/documents")),
        ("reader", each("/api/documents", "/api/documents/", &id)?),
        ("actors", again("/api/actors")),
        ("actor, of most claims", each("/api/actors", "/api/actors/", &id)?),
        ("places", again("/api/places")),
        ("place, of most claims", each("/api/places", "/api/places/", &id)?),
        ("map", again("/api/map")),
        ("forecasts", again("/api/forecasts")),
        ("relations", again("/api/relations")),
        ("timeline", again("/api/timeline")),
    ])
}

fn rows(server: &Server, path: &str) -> Result<Value> {
    let (status, body) = server.get(path)?;
    ensure!(status.starts_with("HTTP/1.1 200"), "expected rows at {path}, found {status}");
    serde_json::from_slice(&body).with_context(|| format!("expected JSON at {path}"))
}

fn measure(server: &Server, name: &str, paths: &[String]) -> Result<()> {
    let (mut times, mut largest) = (Vec::new(), 0);
    let before = processor_ms(server.process.id());
    for path in paths {
        let start = Instant::now();
        let (status, body) = server.get(path)?;
        times.push(start.elapsed().as_secs_f64() * 1000.0);
        ensure!(status.starts_with("HTTP/1.1 200"), "expected a page at {path}, found {status}");
        largest = body.len().max(largest);
    }
    times.sort_by(f64::total_cmp);
    if let Some(longest) = times.last() {
        let median = times[(times.len() - 1) / 2];
        let each = (processor_ms(server.process.id()) - before) / times.len() as f64;
        println!("{name:<28}{:>8}{median:>12.1}{longest:>12.1}{each:>15.1}{:>12}", times.len(), largest >> 10);
    }
    Ok(())
}

/// A part of a path: all but letters, digits and a few marks as `%` and two digits.
fn encoded(part: &str) -> String {
    let mut out = String::new();
    for byte in part.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_strictly() {
        let read = |line: &str| options(&line.split_whitespace().map(str::to_owned).collect::<Vec<String>>());
        let some = read("--reports 50 --rounds 3").expect("options");
        assert_eq!((some.reports, some.seed, some.rounds, some.case), (50, 1, 3, None));
        assert!(read("--rounds 0").is_err() && read("--case").is_err() && read("--by page").is_err());
    }

    #[test]
    fn a_name_is_one_part_of_a_path() {
        assert_eq!(encoded("Tavan Courier/9"), "Tavan%20Courier%2F9");
    }
}
