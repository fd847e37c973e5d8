//! `isnad explain`: why does a claim say what it says?

mod shown;

use crate::engine::Engine;
use crate::{Ended, table};
use ::explain::Explanation;
use anyhow::{Context, bail};
use case::Case;
use model::{ClaimId, DocumentId};
use std::io::{self, Write};
use std::path::PathBuf;

/// Tell why a claim says what it says: its sentence, and the rule and list entry behind each field
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  isnad explain mine.isnad 5f1c0b7a91d20e44
  isnad explain mine.isnad 5f1c              the first digits will do, where only one claim has them
  isnad explain mine.isnad 5f1c --json | jq '.fields[] | {field, values}'

Shows the sentence with its tree (each word with its tag and what it is to its head), and for each field of the claim its \
words, the slot or rule that they were taken by, the line of data/ that it rests on, whom or what they stand for, and what was \
looked at and passed over, with the reason. Explanations are not stored: the document is read again, from the text in the \
case. Where this version of isnad reads it differently, it says so.")]
pub struct Args {
    /// The case file
    case: PathBuf,
    /// The claim: its id, or the first digits of it
    #[arg(value_name = "CLAIM")]
    claim: String,
    /// Write JSON, with the tokens of the sentence and all fields
    #[arg(long)]
    json: bool,
}

/// Claims that are named when an id is not enough.
const NAMED: u32 = 5;

/// Explains a claim; see the module.
pub fn run(args: &Args) -> anyhow::Result<Ended> {
    let case = Case::open(&args.case)?;
    let claim = found(&case, &args.claim)?;
    let explanation = of(&case, &claim, &Engine::of(&case)?)?.with_context(|| none(&case, &claim))?;
    if args.json {
        table::print_json(&[explanation])?;
    } else {
        io::stdout().lock().write_all(shown::text(&explanation, table::width()).as_bytes())?;
    }
    Ok(Ended::Fine)
}

/// The id of the only claim that begins so.
fn found(case: &Case, start: &str) -> anyhow::Result<String> {
    let start = start.trim().to_lowercase();
    let mut ids = case.claim_ids(&start, NAMED + 1)?;
    if ids.is_empty() || start.is_empty() {
        bail!(none(case, &start));
    }
    if ids.len() == 1 || ids[0] == start {
        return Ok(ids.swap_remove(0));
    }
    let more = if ids.len() > NAMED as usize { " and others" } else { "" };
    ids.truncate(NAMED as usize);
    bail!("expected the id of one claim, found that {start} begins {}{more}. Give more of its digits", ids.join(", "))
}

fn none(case: &Case, claim: &str) -> String {
    format!(
        "expected the id of a claim of {}, found “{claim}”. isnad claims lists the ids; they change when a text or its reading \
         changes",
        case.path().display()
    )
}

/// Why a claim of a case says what it says; `None` when the case has none of that id.
///
/// Errors when the text in the case is not what was read, and when the claim does not come out again.
pub fn of(case: &Case, claim: &str, engine: &Engine) -> anyhow::Result<Option<Explanation>> {
    let Some(row) = case.claim(claim)? else { return Ok(None) };
    let Some(stored) = case.stored(&DocumentId(row.document.clone()))? else { return Ok(None) };
    if !stored.whole {
        bail!(
            "expected the text of {} as it was read, found that it was changed: nothing can be explained from it. isnad verify \
             tells more; read the report again with: isnad read --again",
            row.file
        );
    }
    let id = ClaimId(claim.to_string());
    let Some(claim) = stored.resolution.reading.claims.iter().find(|one| one.id == id) else { return Ok(None) };
    Ok(Some(engine.reader().explain(&stored.document, &stored.resolution, claim, &stored.reading)?))
}
