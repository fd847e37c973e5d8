//! `cargo xtask eval` builds and runs this: every set that is there, and one table of figures.

use anyhow::{Result, bail};
use clap::Parser;
use eval::chain::Chain;
use eval::gold::{self, Docs};
use eval::{Published, SETS, Table};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Measures how near a reading comes to what people read
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask eval",
    after_help = "\
A folder of sets holds one folder for each set, named as the sets are here. A set that is not there is passed over; a file that \
is not as its README says stops the run. Nothing is learnt from the texts."
)]
struct Args {
    /// The folder that holds the sets
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Only this set; may be given more than once
    #[arg(long, value_name = "NAME")]
    set: Vec<String>,
    /// The folder that holds gold claims
    #[arg(long, value_name = "DIR", requires = "texts")]
    gold: Option<PathBuf>,
    /// A folder that holds texts of the gold claims; may be given more than once
    #[arg(long, value_name = "DIR")]
    texts: Vec<PathBuf>,
    /// Only these documents of the gold claims, such as 000,001,200-225
    #[arg(long, value_name = "LIST", requires = "gold")]
    docs: Option<Docs>,
    /// Score this export of claims instead of reading the texts
    #[arg(long, value_name = "FILE", requires = "gold")]
    claims: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> Result<()> {
    if args.data.is_none() && args.gold.is_none() {
        bail!("expected something to measure, found neither --data DIR nor --gold DIR --texts DIR");
    }
    for name in &args.set {
        if SETS.iter().all(|set| set.name != name) {
            let names: Vec<&str> = SETS.iter().map(|set| set.name).collect();
            bail!("expected one of the sets {}, found {name:?}", names.join(", "));
        }
    }
    let chain = Chain::load()?;
    let mut table = Table { figures: Vec::new(), skipped: Vec::new(), published: Published::load()? };
    let mut parts = Vec::new();
    if let Some(folder) = &args.gold {
        let happenings;
        (parts, happenings) = gold::measure(&chain, folder, &args.texts, args.docs.as_ref(), args.claims.as_deref())?;
        table.figures.extend(parts.iter().flat_map(gold::Part::figures));
        table.figures.extend(happenings);
    }
    if let Some(data) = &args.data {
        for set in SETS.iter().filter(|set| args.set.is_empty() || args.set.iter().any(|name| name == set.name)) {
            match eval::Folder::of(data, set) {
                Some(folder) => table.figures.extend((set.measure)(&chain, &folder)?),
                None => {
                    let why = format!("no folder {}", data.join(set.name).display());
                    table.skipped.push((set.name.to_string(), why));
                }
            }
        }
    }
    if args.json {
        let mut out = table.json();
        out["gold"] =
            parts.iter().map(|part| (part.name.clone(), part.json())).collect::<serde_json::Map<_, _>>().into();
        show(&format!("{out}\n"))
    } else {
        show(&table.to_string())
    }
}

/// Prints; a reader that has gone away, such as `head`, is no mistake.
fn show(text: &str) -> Result<()> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
