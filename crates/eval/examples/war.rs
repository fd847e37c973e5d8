//! `war DOCUMENTS SEED ORDERS`: fuses the claims of an invented war in so many orders, and prints a line of JSON with what it took
//! and how near to the truth it came.

use anyhow::{Context, Result};
use eval::war::War;
use std::fmt::Write;
use std::time::Instant;

fn main() -> Result<()> {
    let numbers: Vec<u64> = std::env::args()
        .skip(1)
        .map(|word| word.parse().with_context(|| format!("expected a number, found {word:?}")))
        .collect::<Result<_>>()?;
    let [documents, seed, orders] = numbers[..] else { anyhow::bail!("expected DOCUMENTS SEED ORDERS") };
    let mut war = War::of(documents as usize, seed);
    let made = peak();
    let (mut seconds, mut of_processor, mut hashes) = (Vec::new(), Vec::new(), Vec::new());
    let mut rest = serde_json::Value::Null;
    for order in 0..orders {
        if order > 0 {
            war.shuffle(order);
        }
        let (start, before) = (Instant::now(), processor_seconds());
        let record = fuse::fusion(&war.input());
        seconds.push(start.elapsed().as_secs_f64());
        of_processor.push(processor_seconds() - before);
        let mut words = Words(blake3::Hasher::new());
        write!(words, "{record:?}").context("the record could not be written")?;
        hashes.push(words.0.finalize().to_hex().to_string());
        if order == 0 {
            let near = war.nearness(&record.events);
            rest = serde_json::json!({
                "events": record.events.len(),
                "disputes": record.disputes.len(),
                "tolls": record.tolls.len(),
                "precision": near.precision,
                "recall": near.recall,
                "f1": near.f1(),
            });
        }
    }
    let line = serde_json::json!({
        "documents": documents,
        "claims": war.claims.len(),
        "happenings": war.truth.iter().collect::<std::collections::BTreeSet<_>>().len(),
        "seconds": seconds,
        "processor_seconds": of_processor,
        "hashes": hashes,
        "made_mib": made,
        "peak_mib": peak(),
        "found": rest,
    });
    println!("{line}");
    Ok(())
}

struct Words(blake3::Hasher);

impl Write for Words {
    fn write_str(&mut self, words: &str) -> std::fmt::Result {
        self.0.update(words.as_bytes());
        Ok(())
    }
}

/// Seconds that this thread has run; 0 where the system does not tell.
fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    stat.split(' ').next().and_then(|word| word.parse::<f64>().ok()).unwrap_or_default() / 1e9
}

/// The most memory that was held so far, in MiB; 0 where the system does not tell.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or_default() / 1024
}
