//! How many words does the engine read in a second of processor time?
//!
//! `cargo run --release -p language --example words -- FILE article|paragraph PASSES` reads the file as articles (parted by
//! lines of `%%`) or as their paragraphs (parted by empty lines), one after another on one thread, and prints one line of
//! JSON: seconds of processor time for start-up and for each pass, the first with cold caches; words and tokens of a pass;
//! kilobytes of memory at the peak. Processor time and memory come from Linux's `/proc`.
//!
//! `… --example words -- check FILE` compares the engine, as it is in this very program, with a file of parity records.

#[path = "../tests/parity/compare.rs"]
mod compare;

use language::English;
use std::error::Error;

/// Seconds that this program's only thread has run.
fn processor_seconds() -> Result<f64, Box<dyn Error>> {
    let times = std::fs::read_to_string("/proc/self/schedstat")?;
    let nanoseconds: f64 = times.split(' ').next().ok_or("expected a number in /proc/self/schedstat")?.parse()?;
    Ok(nanoseconds / 1e9)
}

fn peak_kilobytes() -> Result<u64, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("expected VmHWM in /proc/self/status")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}

fn english() -> Result<English, Box<dyn Error>> {
    let pack = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/english.pack"))?;
    Ok(English::from_pack(&pack)?)
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [check, file] if check == "check" => compare_with(file),
        [file, unit, passes] => measure(file, unit, passes.parse()?),
        _ => Err("expected `check` and a file, or a file, `article` or `paragraph`, and the number of passes".into()),
    }
}

fn compare_with(file: &str) -> Result<(), Box<dyn Error>> {
    let found = compare::compare(&english()?, &std::fs::read_to_string(file)?);
    let (records, tokens, rows) = (found.records, found.tokens, found.rows);
    println!("{file}: {records} records, {tokens} tokens, {rows} rows, {} differences", found.differences.len());
    found.differences.iter().take(20).for_each(|difference| println!("{difference}"));
    if found.differences.is_empty() { Ok(()) } else { Err("the engine differs from its peer".into()) }
}

fn measure(file: &str, unit: &str, passes: usize) -> Result<(), Box<dyn Error>> {
    let text = std::fs::read_to_string(file)?;
    let articles = text.split("\n%%\n");
    let units: Vec<&str> = match unit {
        "article" => articles.collect(),
        "paragraph" => articles.flat_map(|article| article.split("\n\n")).collect(),
        other => return Err(format!("expected `article` or `paragraph`, found `{other}`").into()),
    };
    let words: usize = units.iter().map(|unit| unit.split_whitespace().count()).sum();

    let before = processor_seconds()?;
    let english = english()?;
    let start_up = processor_seconds()? - before;
    let (mut seconds, mut tokens, mut names) = (Vec::new(), 0, 0);
    for _ in 0..passes {
        let before = processor_seconds()?;
        (tokens, names) = (0, 0);
        for unit in &units {
            let parse = english.parse(unit);
            tokens += parse.len();
            names += parse.names().len();
        }
        seconds.push(processor_seconds()? - before);
    }
    let peak = peak_kilobytes()?;
    println!(
        r#"{{"start_up":{start_up},"seconds":{seconds:?},"words":{words},"tokens":{tokens},"names":{names},"peak_kb":{peak}}}"#
    );
    Ok(())
}
