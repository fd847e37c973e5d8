//! What do the stages of the program make of the texts of a set?
//!
//! A text goes the way that `isnad read` and `isnad export` send it: intake, language, read, resolve, the case file. Each
//! claim comes out as the row that the exports are made of, so that a figure measured here is one of the product. The joining of
//! claims into events, which no export of claims shows, is left out.

use anyhow::{Context, Result, anyhow};
use case::query::{ClaimFilter, ClaimRow};
use case::{Case, Entry};
use language::{English, Parse};
use lexicon::{Gazetteer, Lexicon};
use model::{Article, Document, DocumentId, Format, HowKnown, Known, Part, PartRole, Reading, Resolution, Span};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Room for the deepest parse of a long sentence.
const STACK: usize = 16 << 20;

/// The stages with their data. One serves all threads.
pub struct Chain {
    english: English,
    /// The lists that are known before reading.
    pub lexicon: Lexicon,
    gazetteer: Gazetteer,
}

/// A document with what was read in it.
#[derive(Debug)]
pub struct Read {
    /// The document.
    pub document: Document,
    /// What it says.
    pub resolution: Resolution,
    /// Its claims as exports show them, in order of the text.
    pub claims: Vec<ClaimRow>,
}

impl Chain {
    /// Unpacks the data, from the packs that set-up makes.
    pub fn load() -> Result<Chain> {
        let pack = |name: &str| {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/").to_string() + name;
            std::fs::read(&path).with_context(|| format!("expected {path}, found none: run `cargo xtask setup` first"))
        };
        let lexicon = Lexicon::load().context("the tables of data/")?;
        let english = English::from_pack(&pack("english.pack")?).context("packs/english.pack")?;
        Ok(Chain {
            english: english.keeping(lexicon.titles.abbreviated_ranks()),
            lexicon,
            gazetteer: Gazetteer::from_pack(&pack("gazetteer.pack")?).context("packs/gazetteer.pack")?,
        })
    }

    /// The words of a text with their tree.
    pub fn parse<'t>(&self, text: &'t str) -> Parse<'t> {
        self.english.parse(text)
    }

    /// A text as `isnad read` takes in a text file of that name; `day` and `outlet` as a user would give them.
    pub fn report(&self, name: &str, text: &str, day: Option<&str>, outlet: Option<&str>) -> Result<Document> {
        self.file(name, text.as_bytes(), day, outlet)
    }

    /// The bytes of a file, as `isnad read` takes them in.
    pub fn file(&self, name: &str, bytes: &[u8], day: Option<&str>, outlet: Option<&str>) -> Result<Document> {
        let sidecars = intake::Sidecars::default();
        let mut context = intake::Context::new(&self.lexicon, &sidecars);
        let published = day.map(str::parse).transpose().with_context(|| format!("{name}: expected a day"))?;
        context.given = intake::Given { published, outlet: outlet.map(str::to_string) };
        let mut document = intake::document(name, bytes, None, &context).map_err(|refusal| anyhow!("{refusal}"))?;
        // A set may hold one text under two names; the case file would keep it once.
        document.id = DocumentId(digest(name, bytes)[..16].to_string());
        Ok(document)
    }

    /// Reads documents; the answer is in their order.
    pub fn read(&self, documents: Vec<Document>) -> Result<Vec<Read>> {
        let resolutions = on_all_processors(&documents, |document| self.resolution(document))?;
        let case = filled(documents.iter().zip(&resolutions))?;
        let mut claims: BTreeMap<String, Vec<ClaimRow>> = BTreeMap::new();
        case.each_claim(&ClaimFilter::default(), |row| {
            claims.entry(row.document.clone()).or_default().push(row);
            Ok::<(), case::CaseError>(())
        })?;
        let whole = |(document, resolution): (Document, Resolution)| {
            let claims = claims.remove(&document.id.0).unwrap_or_default();
            Read { document, resolution, claims }
        };
        Ok(documents.into_iter().zip(resolutions).map(whole).collect())
    }

    /// Who, where and when the words of a reading stand for that somebody else made.
    pub fn resolved(&self, document: &Document, reading: Reading) -> Resolution {
        resolve::document(document, reading, &self.lexicon, &self.gazetteer)
    }

    /// What a document says, on this thread.
    pub fn resolution(&self, document: &Document) -> Result<Resolution> {
        let stages = || {
            let reading = read::document(document, &self.english, &self.lexicon);
            resolve::document(document, reading, &self.lexicon, &self.gazetteer)
        };
        catch_unwind(AssertUnwindSafe(stages))
            .map_err(|_| anyhow!("{}: a mistake of the program ended the reading of this text", document.file))
    }
}

/// What a function makes of each item, in their order.
pub fn on_all_processors<I: Sync, T: Send>(items: &[I], work: impl Fn(&I) -> Result<T> + Sync) -> Result<Vec<T>> {
    let next = AtomicUsize::new(0);
    let jobs = thread::available_parallelism().map_or(1, usize::from).min(items.len().max(1));
    let mut made: BTreeMap<usize, T> = BTreeMap::new();
    thread::scope(|scope| -> Result<()> {
        let share = || {
            let mut made = Vec::new();
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(item) = items.get(at) else { return Ok(made) };
                made.push((at, work(item)?));
            }
        };
        let threads = (0..jobs)
            .map(|_| thread::Builder::new().stack_size(STACK).spawn_scoped(scope, share))
            .collect::<std::io::Result<Vec<_>>>()?;
        for thread in threads {
            let share: Result<Vec<(usize, T)>> =
                thread.join().map_err(|_| anyhow!("a thread that reads ended with a mistake"))?;
            made.extend(share?);
        }
        Ok(())
    })?;
    Ok(made.into_values().collect())
}

/// What `isnad export --format claims` writes of these documents.
pub fn export(reads: &[Read]) -> Result<Vec<u8>> {
    let case = filled(reads.iter().map(|read| (&read.document, &read.resolution)))?;
    let mut out = Vec::new();
    export::Format::Claims.write(&case, &mut out)?;
    Ok(out)
}

fn filled<'a>(documents: impl Iterator<Item = (&'a Document, &'a Resolution)>) -> Result<Case> {
    let mut case = Case::in_memory()?;
    let entries: Vec<Entry<'_>> =
        documents.map(|(document, resolution)| Entry { document, signatures: &[], resolution }).collect();
    case.add(&entries, "eval", false)?;
    Ok(case)
}

/// A text that is no report but a sentence or a passage out of one: nothing of it is cut off, each line is a paragraph.
pub fn passage(id: &str, text: &str, day: Option<&str>) -> Result<Document> {
    let known = |day: &str| day.parse().map(|value| Known { value, how: HowKnown::Given });
    let published = day.map(known).transpose().with_context(|| format!("{id}: expected a day"))?;
    let sha256 = digest(id, text.as_bytes());
    Ok(Document {
        id: DocumentId(sha256[..16].to_string()),
        sha256,
        file: id.to_string(),
        format: Format::Text,
        bytes: text.len() as u64,
        charset: "utf-8".to_string(),
        articles: vec![Article {
            title: None,
            outlet: None,
            authors: Vec::new(),
            published,
            dateline: None,
            taken_from: Vec::new(),
            translated: None,
            url: None,
            language: None,
            parts: paragraphs(text).map(|span| Part { span, role: PartRole::Paragraph }).collect(),
        }],
        text: text.to_string(),
        asides: Vec::new(),
        problems: Vec::new(),
    })
}

/// The lines of a text without white space at their ends, but for empty ones.
fn paragraphs(text: &str) -> impl Iterator<Item = Span> {
    let mut base = 0;
    text.split('\n').filter_map(move |line| {
        let start = base + (line.len() - line.trim_start().len());
        base += line.len() + 1;
        let inner = line.trim();
        (!inner.is_empty()).then(|| Span::new(start, start + inner.len()))
    })
}

/// 64 hexadecimal digits for a text under a name.
fn digest(name: &str, bytes: &[u8]) -> String {
    blake3::Hasher::new().update(name.as_bytes()).update(&[0]).update(bytes).finalize().to_hex().to_string()
}
