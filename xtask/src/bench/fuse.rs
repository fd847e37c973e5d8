//! How long does fusing a record of a million claims take, how much memory, and how near does it come to the truth?
//!
//! `cargo xtask bench fuse [--reports N] [--seed N] [--orders N]`. The claims are those of an invented war whose happenings are known: no
//! text is read. They are fused in several orders; the record must have the same bytes in each. Printed: seconds on the clock and of
//! the processor, the most memory held, and precision, recall and F1 of B³ against the truth.

use super::language::{built, json};
use crate::checkout::Checkout;
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::process::Command;

/// Measures and prints.
pub fn run(args: &[String]) -> Result<()> {
    let [reports, seed, orders] = options(args)?;
    let checkout = Checkout::find()?;
    crate::setup::packs(&checkout)?;
    let program = built(&checkout, "eval", "war")?;
    let numbers = [reports, seed, orders].map(|number| number.to_string());
    let line = json(Command::new(program).args(numbers))?;
    let list = |key: &str| -> Result<Vec<String>> {
        let all = line[key].as_array().with_context(|| format!("expected a list as {key}"))?;
        Ok(all.iter().map(|one| one.as_f64().map_or(one.to_string(), |number| format!("{number:.0}"))).collect())
    };
    let share = |key: &str| 100.0 * line["found"][key].as_f64().unwrap_or_default();
    println!("{reports} reports, {} claims, {} happenings", line["claims"], line["happenings"]);
    println!("seconds            {}", list("seconds")?.join(", "));
    println!("processor seconds  {}", list("processor_seconds")?.join(", "));
    println!("most memory        {} MiB, {} of them the claims", line["peak_mib"], line["made_mib"]);
    println!("B³                 P {:.1} R {:.1} F1 {:.1}", share("precision"), share("recall"), share("f1"));
    println!("events, disputes   {}, {}", line["found"]["events"], line["found"]["disputes"]);
    let hashes: Vec<&str> = line["hashes"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    ensure!(hashes.windows(2).all(|pair| pair[0] == pair[1]), "the order of the claims changes the record: {hashes:?}");
    println!("the same bytes in {} orders", hashes.len());
    Ok(())
}

fn options(args: &[String]) -> Result<[u64; 3]> {
    let mut options = [100_000, 1, 3];
    let mut args = args.iter().map(String::as_str);
    while let Some(name) = args.next() {
        let value = args.next().with_context(|| format!("expected a value after {name}"))?;
        let at = match name {
            "--reports" => 0,
            "--seed" => 1,
            "--orders" => 2,
            _ => bail!("expected --reports N, --seed N or --orders N, found {name} {value}"),
        };
        options[at] = value.parse().with_context(|| format!("expected a number after {name}"))?;
    }
    ensure!(options[2] > 0, "expected at least one order");
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_strictly() {
        let read = |line: &str| options(&line.split_whitespace().map(str::to_owned).collect::<Vec<String>>());
        assert_eq!(read("--orders 1 --reports 50").expect("options"), [50, 1, 1]);
        assert!(read("--orders 0").is_err() && read("--seed").is_err() && read("--reports many").is_err());
    }
}
