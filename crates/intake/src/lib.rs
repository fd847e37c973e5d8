//! What text did this file hold, whose is it, of what day, and which parts are not the article?
//!
//! ```no_run
//! let lexicon = lexicon::Lexicon::load()?;
//! let finds = intake::find(&["reports".into()]);
//! let context = intake::Context::new(&lexicon, &finds.sidecars);
//! for found in &finds.files {
//!     match intake::load(found, &context) {
//!         Ok(document) => println!("{}: {} articles", document.file, document.articles.len()),
//!         Err(refusal) => eprintln!("{refusal}"),
//!     }
//! }
//! # Ok::<(), lexicon::LexiconError>(())
//! ```
//!
//! The text of a document is fixed here; its offsets never move again. Of a text file it is the whole file, decoded, with
//! line ends as `\n`. What is not article stays in it as an aside with its reason.
//!
//! What is known of an article is taken from the first of these that says it: what the user said, `reports.csv`, the page's
//! own data, the text. Nothing is taken from file names, file times or today's date.

mod article;
mod block;
mod charset;
mod copies;
mod find;
mod html;
mod label;
mod language;
mod load;
mod markup;
mod page_data;
mod refusal;
mod sidecar;
mod stamp;

pub use copies::{CopyPair, LEAST as COPY_LEAST, Signature, similar};
pub use find::{Finds, Found, Source, find};
pub use load::{Context, Given, Limits, document, load};
pub use refusal::{Bytes, Counts, Outcome, Reason, Refusal};
pub use sidecar::{Sidecar, SidecarFault, SidecarRow, Sidecars};

use model::Format;

/// The format that a name's ending stands for; `None` for one that is not read.
pub fn format_of(name: &str) -> Option<Format> {
    let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
    match ending.as_str() {
        "txt" | "text" => Some(Format::Text),
        "md" | "markdown" => Some(Format::Markdown),
        "html" | "htm" | "xhtml" => Some(Format::Html),
        _ => None,
    }
}
