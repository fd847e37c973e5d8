//! How much longer does a reading take than the language engine alone?
//!
//! `cargo run --release -p eval --example speed -- FILE ROUNDS` reads the articles of the file (parted by lines of `%%`), by
//! turns only with the language engine and with the whole chain from intake to claims, on one thread, and prints one line of JSON:
//! words and claims of a round, and seconds of processor time of each round for both. Processor time comes from Linux's `/proc`.

use eval::chain::Chain;
use std::error::Error;

/// Seconds that this thread has run.
fn processor_seconds() -> Result<f64, Box<dyn Error>> {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat")?;
    let nanoseconds: f64 =
        times.split(' ').next().ok_or("expected a number in /proc/thread-self/schedstat")?.parse()?;
    Ok(nanoseconds / 1e9)
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, rounds] = arguments.as_slice() else {
        return Err("expected a file and a number of rounds".into());
    };
    let text = std::fs::read_to_string(file)?;
    let articles: Vec<&str> = text.split("\n%%\n").collect();
    let words: usize = articles.iter().map(|article| article.split_whitespace().count()).sum();
    let chain = Chain::load()?;
    let (mut language, mut whole, mut claims) = (Vec::new(), Vec::new(), 0);
    for _ in 0..rounds.parse()? {
        // The engine parses a paragraph at a time when the chain reads.
        let before = processor_seconds()?;
        for paragraph in articles.iter().flat_map(|article| article.split("\n\n")) {
            std::hint::black_box(chain.parse(paragraph));
        }
        language.push(processor_seconds()? - before);
        let before = processor_seconds()?;
        claims = 0;
        for article in &articles {
            let document = chain.report("report.txt", article, Some("2031-03-05"), None)?;
            claims += chain.resolution(&document)?.reading.claims.len();
        }
        whole.push(processor_seconds()? - before);
    }
    println!(r#"{{"words":{words},"claims":{claims},"language":{language:?},"chain":{whole:?}}}"#);
    Ok(())
}
