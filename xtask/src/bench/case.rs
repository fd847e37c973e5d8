//! How does the time of a case grow with its documents?
//!
//! `cargo xtask bench case [--documents LIST]`. Reports of invented wars, fifty of each, go into one case: first the first
//! thousand, then more, up to ten thousand. Printed for each size: seconds to read the new ones, and seconds to join the claims
//! of all of them into events, which looks at the whole record; the last column is what remains of that when growth by n·log n
//! is taken out: 1 or less is no faster growth.

use super::language::news;
use crate::checkout::Checkout;
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::process::Command;

/// Measures and prints.
pub fn run(args: &[String]) -> Result<()> {
    let sizes = options(args)?;
    let checkout = Checkout::find()?;
    crate::setup::all(&checkout)?;
    let mut build = Command::new(env!("CARGO"));
    build.args(["build", "--release", "--quiet", "-p", "isnad"]).current_dir(&checkout.root);
    ensure!(build.status().context("cargo could not be started")?.success(), "the program could not be built");
    let program = checkout.target.join("release/isnad");
    let folder = checkout.target.join("bench-case");
    let (reports, case) = (folder.join("reports"), folder.join("case.isnad"));
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("{} could not be emptied", folder.display()))?;
    }
    fs::create_dir_all(&reports).with_context(|| format!("expected to write in {}", reports.display()))?;
    println!(
        "{:>9}  {:>9}  {:>9}  {:>10}  {:>10}  {:>10}",
        "documents", "claims", "events", "read, s", "joined, s", "growth"
    );
    let (mut written, mut first) = (0, None);
    for size in sizes {
        for number in written..size {
            fs::write(reports.join(format!("{number:06}.txt")), news::report(number))?;
        }
        written = size;
        let out = Command::new(&program).args(["read", "-v"]).arg(&reports).arg("--case").arg(&case).output();
        let out = out.context("the program could not be started")?;
        let told = String::from_utf8_lossy(&out.stderr);
        let Some(told) = measured(&told).filter(|_| out.status.success()) else {
            bail!("expected the reports to be read, found:\n{told}");
        };
        let [read, joined, claims, events] = told;
        let rate = joined / (size as f64 * (size as f64).ln());
        let growth = rate / *first.get_or_insert(rate);
        println!("{size:>9}  {claims:>9}  {events:>9}  {read:>10.1}  {joined:>10.1}  {growth:>10.2}");
    }
    Ok(())
}

/// Seconds of reading and of joining, claims and events, from what the program tells.
fn measured(told: &str) -> Option<[f64; 4]> {
    let before = |line: &str, word: &str| -> Option<f64> {
        let words: Vec<&str> = line.split([' ', ',']).filter(|word| !word.is_empty()).collect();
        words.windows(2).find(|pair| pair[1] == word)?[0].parse().ok()
    };
    let times = told.lines().find_map(|line| line.strip_prefix("read in "))?;
    let (read, joined) = times.split_once("joined in ")?;
    let record = told.lines().rev().find(|line| line.ends_with(" events"))?;
    Some([before(read, "s")?, before(joined, "s")?, before(record, "claims")?, before(record, "events")?])
}

fn options(args: &[String]) -> Result<Vec<usize>> {
    let list = match args {
        [] => "1000,2500,5000,10000",
        [name, list] if name == "--documents" => list,
        _ => bail!("expected --documents LIST, found {}", args.join(" ")),
    };
    let sizes = list.split(',').map(|size| size.parse().with_context(|| format!("expected a number, found {size}")));
    let sizes: Vec<usize> = sizes.collect::<Result<_>>()?;
    ensure!(sizes.is_sorted() && sizes.first().is_some_and(|least| *least > 1), "expected sizes that grow");
    Ok(sizes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_strictly() {
        let read = |line: &str| options(&line.split_whitespace().map(str::to_owned).collect::<Vec<String>>());
        assert_eq!(read("--documents 10,20").expect("options"), [10, 20]);
        assert!(read("--documents 20,10").is_err() && read("--documents").is_err() && read("--rounds 2").is_err());
    }

    #[test]
    fn what_the_program_tells_is_measured() {
        let told = "10 read\nread in 3.50 s, joined in 0.25 s\na b.isnad: 10 documents, 180 claims, 170 events\n";
        assert_eq!(measured(told), Some([3.5, 0.25, 180.0, 170.0]));
        assert_eq!(measured("stopped"), None);
    }
}
