//! `isnad export`: the record for another program.

use crate::Ended;
use anyhow::{Context, bail};
use case::Case;
use export::Format;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Write the record in the format of another program
#[derive(Debug, clap::Args)]
#[command(after_help = more())]
pub struct Args {
    /// The case file
    case: PathBuf,
    /// The format
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    format: Format,
    /// Where to write; standard output when left out or -
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Examples, and every format with what does not fit into it.
fn more() -> String {
    let mut text = String::from(
        "Examples:\n  isnad export mine.isnad --format claims -o claims.jsonl\n  \
         isnad export mine.isnad --format claims | head -n 3 | jq .\n\nFormats:\n",
    );
    for format in Format::ALL {
        text.push_str(&format!("  {:9} {}\n", format.as_str(), format.about()));
        for loss in format.losses() {
            text.push_str(&format!("            without {loss}\n"));
        }
    }
    text.push_str("\nThe same record gives the same bytes, in whatever order the reports were read.");
    text
}

fn format(found: &str) -> Result<Format, String> {
    Format::parse(found).ok_or_else(|| {
        let words: Vec<&str> = Format::ALL.iter().map(|f| f.as_str()).collect();
        format!("expected one of {}", words.join(", "))
    })
}

/// Writes an export; see the module.
pub fn run(args: &Args) -> anyhow::Result<Ended> {
    let case = Case::open(&args.case)?;
    match args.output.as_deref().filter(|path| *path != Path::new("-")) {
        None => {
            let mut out = BufWriter::new(io::stdout().lock());
            args.format.write(&case, &mut out)?;
            out.flush()?;
        }
        Some(path) => {
            let told = || format!("{}", path.display());
            // Written beside and moved into place: the file is whole or as it was.
            let folder = path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
            if !folder.is_dir() {
                bail!(
                    "{}: the folder {} does not exist. Make it first, or write to another place",
                    path.display(),
                    folder.display()
                );
            }
            let beside = tempfile::NamedTempFile::new_in(folder).with_context(told)?;
            let mut out = BufWriter::new(beside);
            let written = args.format.write(&case, &mut out).with_context(told)?;
            let beside = out.into_inner().map_err(|e| e.into_error()).with_context(told)?;
            readable_as_usual(beside.as_file()).with_context(told)?;
            beside.persist(path).map_err(|e| e.error).with_context(told)?;
            eprintln!("{}: {} {}", path.display(), written.rows, args.format.as_str());
        }
    }
    Ok(Ended::Fine)
}

/// A temporary file is for its owner's eyes; an export is an ordinary file.
fn readable_as_usual(file: &File) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.set_permissions(std::fs::Permissions::from_mode(0o644))?;
    }
    file.sync_all()
}
