//! From a found file to a document.

use crate::article::{self, Draft, Layout};
use crate::page_data::PageData;
use crate::{Bytes, Found, Reason, Refusal, Sidecar, SidecarRow, Sidecars, Source, charset, html, language};
use jiff::civil::Date;
use lexicon::Lexicon;
use lexicon::pages::Pages;
use model::{Article, Aside, AsideReason, Document, DocumentId, Format, HowKnown, Known, Problem, Span, Stage};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Read};
use std::time::Duration;

/// What is known beside the files themselves.
#[derive(Clone, Debug)]
pub struct Context<'a> {
    /// Word lists for what stands around an article.
    pub lexicon: &'a Lexicon,
    /// The `reports.csv` files that [`find`](crate::find) met.
    pub sidecars: &'a Sidecars,
    /// What the user said of all the files.
    pub given: Given,
    /// How much is taken in at most.
    pub limits: Limits,
}

impl<'a> Context<'a> {
    /// A context in which the user said nothing, with the usual limits.
    pub fn new(lexicon: &'a Lexicon, sidecars: &'a Sidecars) -> Context<'a> {
        Context { lexicon, sidecars, given: Given::default(), limits: Limits::default() }
    }
}

/// What the user said of the files when they were read (`--date`, `--outlet`). It goes before all else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The day they were published.
    pub published: Option<Date>,
    /// Who published them.
    pub outlet: Option<String>,
}

/// How much is taken in at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file; a larger one is refused.
    pub file: u64,
    /// Bytes of a paragraph; a longer one is cut into pieces, with a problem.
    pub paragraph: usize,
    /// Bytes of a web page whose article is looked for by its tags; of a larger one the text alone is used.
    pub page: usize,
    /// Tags of such a page.
    pub tags: usize,
    /// Elements of such a page that lie in each other.
    pub depth: usize,
    /// How many elements each tag of such a page lies in, all together: the search goes up from each of them.
    pub nesting: usize,
    /// The longest the search for its article may take. No page within the other limits is known to come near it.
    pub search: Duration,
}

impl Default for Limits {
    /// 16 MiB a file, 64 KiB a paragraph; a web page of 4 MiB, 60,000 tags, 400 elements deep: the
    /// worst of such pages takes seconds. One minute.
    fn default() -> Limits {
        Limits {
            file: 16 << 20,
            paragraph: 64 << 10,
            page: 4 << 20,
            tags: 60_000,
            depth: 400,
            nesting: 2_000_000,
            search: Duration::from_secs(60),
        }
    }
}

/// Takes in one file.
pub fn load(found: &Found, context: &Context<'_>) -> Result<Document, Refusal> {
    let refuse = |reason| Refusal { name: found.name.clone(), reason };
    let limit = context.limits.file;
    let bytes = match &found.source {
        Source::File(path) => File::open(path).and_then(|file| {
            // The length is asked first, so that a file far over the limit is not read up to it.
            let length = file.metadata().map(|data| data.len()).unwrap_or(0);
            if length > limit { Ok(Taken::TooLong(length)) } else { take(file, limit) }
        }),
        Source::StandardInput => take(io::stdin().lock(), limit),
    };
    let bytes = match bytes.map_err(|error| refuse(Reason::from_io(&error)))? {
        Taken::All(bytes) => bytes,
        Taken::TooLong(found) => return Err(refuse(Reason::TooLarge { found: Bytes(found), limit: Bytes(limit) })),
    };
    let sidecar = match &found.source {
        Source::File(path) => context.sidecars.beside(path),
        Source::StandardInput => None,
    };
    document(&found.name, &bytes, sidecar, context)
}

enum Taken {
    All(Vec<u8>),
    TooLong(u64),
}

fn take(from: impl Read, limit: u64) -> io::Result<Taken> {
    let mut bytes = Vec::new();
    from.take(limit + 1).read_to_end(&mut bytes)?;
    let length = bytes.len() as u64;
    Ok(if length > limit { Taken::TooLong(length) } else { Taken::All(bytes) })
}

/// Makes a document of the bytes of a file. Pure: the same bytes, name and context give the same document.
///
/// `name` is the path as [`Found::name`] gives it; its ending tells the format, and where it has none (standard input) the
/// bytes do. `sidecar` is the `reports.csv` beside the file.
pub fn document(
    name: &str,
    bytes: &[u8],
    sidecar: Option<&Sidecar>,
    context: &Context<'_>,
) -> Result<Document, Refusal> {
    let refuse = |reason| Refusal { name: name.to_string(), reason };
    let (found, limit) = (bytes.len() as u64, context.limits.file);
    if found > limit {
        return Err(refuse(Reason::TooLarge { found: Bytes(found), limit: Bytes(limit) }));
    }
    if let Some((at, what)) = binary(bytes) {
        return Err(refuse(Reason::Binary { at, what }));
    }
    let format = crate::format_of(name).unwrap_or_else(|| sniffed(bytes));
    let decoded = charset::decode(bytes, format);
    if decoded.text.chars().all(crate::block::blank) {
        return Err(refuse(Reason::Empty));
    }
    let mut problems = decoded.problems;
    let base = name.rsplit('/').next().unwrap_or(name);
    let rows: Vec<&SidecarRow> = sidecar.map_or(Vec::new(), |sidecar| {
        for fault in sidecar.faults.iter().filter(|fault| fault.file.as_deref() == Some(base)) {
            let message = format!("reports.csv line {}: {}", fault.line, fault.message);
            problems.push(Problem { stage: Stage::Intake, code: "sidecar/row".to_string(), span: None, message });
        }
        sidecar.rows.iter().filter(|row| row.file == base).collect()
    });
    let pages = &context.lexicon.pages;
    let (text, layout, data) = if format == Format::Html {
        problems.iter_mut().for_each(|problem| problem.span = None);
        html::taken(&decoded.text, &rows, pages, &context.limits, &mut problems).ok_or_else(|| refuse(Reason::Empty))?
    } else {
        let markdown = format == Format::Markdown;
        let layout = article::layout(&decoded.text, markdown, &rows, pages, &context.limits, &mut problems);
        (decoded.text, layout, PageData::default())
    };
    let (articles, asides) = articles(&text, layout, &rows, &data, context, &mut problems);
    let sha256: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Document {
        id: DocumentId(sha256[..16].to_string()),
        sha256,
        file: name.to_string(),
        format,
        bytes: found,
        charset: decoded.charset,
        text,
        articles,
        asides,
        problems,
    })
}

/// The format of bytes that come without a name.
fn sniffed(bytes: &[u8]) -> Format {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    let head = head.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
    let page = ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| head.starts_with(tag));
    let xhtml = head.starts_with("<?xml") && head.contains("<html");
    if page || xhtml { Format::Html } else { Format::Text }
}

/// The first bytes of common files that are not text, and what they are.
const MAGIC: [(&[u8], &str); 9] = [
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or office file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"{\\rtf", "a rich text file"),
];

/// Where bytes tell that they are not text, and what they are.
fn binary(bytes: &[u8]) -> Option<(u64, String)> {
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some((0, what.to_string()));
    }
    // UTF-16 is full of zero bytes, and says that it is UTF-16.
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return None;
    }
    if let Some(at) = bytes.iter().position(|&byte| byte == 0) {
        return Some((at as u64, "a zero byte".to_string()));
    }
    let control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    let controls = bytes.iter().filter(|byte| control(byte)).count();
    // A stray control character is a blemish; one in fifty bytes is another kind of file.
    if controls * 50 > bytes.len() {
        let at = bytes.iter().position(control).unwrap_or(0);
        return Some((at as u64, "control characters throughout".to_string()));
    }
    None
}

/// Gives each article what is known about it, and sets aside what is in a language that is not read.
fn articles(
    text: &str,
    layout: Layout,
    rows: &[&SidecarRow],
    data: &PageData,
    context: &Context<'_>,
    problems: &mut Vec<Problem>,
) -> (Vec<Article>, Vec<Aside>) {
    let mut asides = layout.asides;
    let named: Vec<usize> = layout.drafts.iter().filter_map(|draft| draft.row).collect();
    // Rows that no title in the text answers to are the articles' that have none, in order.
    let mut free = (0..rows.len()).filter(|row| !named.contains(row));
    let mut articles = Vec::new();
    for mut draft in layout.drafts {
        let row = draft.row.or_else(|| free.next()).map(|row| rows[row]);
        set_aside_unread(text, &mut draft, &mut asides, problems, &context.lexicon.pages);
        if draft.parts.is_empty() {
            continue;
        }
        // A page's own data is about the first article on it.
        let data = if articles.is_empty() { data } else { &PageData::default() };
        articles.push(article(text, draft, row, rows, data, context));
    }
    asides.sort_by_key(|aside| aside.span);
    (articles, asides)
}

fn article(
    text: &str,
    draft: Draft,
    row: Option<&SidecarRow>,
    rows: &[&SidecarRow],
    data: &PageData,
    context: &Context<'_>,
) -> Article {
    let told = |span: Span| HowKnown::Text(span);
    let words = |span: Span| Known { value: one_line(span.of(text)), how: told(span) };
    let line = row.map_or(0, |row| row.line);
    let sidecar = |value: &Option<String>| value.clone().map(|value| Known { value, how: HowKnown::Sidecar(line) });
    let given = &context.given;
    let title =
        row.and_then(|row| sidecar(&row.title)).or_else(|| data.title.clone()).or_else(|| draft.title.map(words));
    // A page has one outlet: a row that is about another of its articles tells it too.
    let page_outlet = rows.iter().find_map(|row| {
        let outlet = row.outlet.clone()?;
        Some(Known { value: outlet, how: HowKnown::Sidecar(row.line) })
    });
    let outlet = given.outlet.clone().map(|value| Known { value, how: HowKnown::Given });
    let outlet =
        outlet.or_else(|| row.and_then(|row| sidecar(&row.outlet))).or(page_outlet).or_else(|| data.outlet.clone());
    let published = given.published.map(|value| Known { value, how: HowKnown::Given });
    let published = published
        .or_else(|| row.and_then(|row| row.date).map(|value| Known { value, how: HowKnown::Sidecar(line) }))
        .or_else(|| data.published.clone())
        .or_else(|| draft.published.map(|(span, value)| Known { value, how: told(span) }));
    let authors = match row {
        Some(row) if !row.authors.is_empty() => {
            row.authors.iter().map(|name| Known { value: name.clone(), how: HowKnown::Sidecar(line) }).collect()
        }
        _ if !data.authors.is_empty() => data.authors.clone(),
        _ => draft.authors.iter().copied().map(words).collect(),
    };
    let whole: String = draft.parts.iter().map(|part| part.span.of(text)).collect::<Vec<_>>().join("\n");
    Article {
        title,
        outlet,
        authors,
        published,
        dateline: draft.dateline.map(words),
        taken_from: draft.taken_from.into_iter().map(words).collect(),
        translated: draft.translated.map(words),
        url: row.and_then(|row| sidecar(&row.url)).or_else(|| data.url.clone()),
        language: language::of(&whole, &context.lexicon.pages).map(str::to_string),
        parts: draft.parts,
    }
}

/// White space inside a value that ran over a line end is one space.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn set_aside_unread(
    text: &str,
    draft: &mut Draft,
    asides: &mut Vec<Aside>,
    problems: &mut Vec<Problem>,
    pages: &Pages,
) {
    let whole: String = draft.parts.iter().map(|part| part.span.of(text)).collect::<Vec<_>>().join("\n");
    let main = language::of(&whole, pages);
    let mut problem = |span: Span, found: &str| {
        let message = format!("expected English, found {found}; these words are kept but not read");
        problems.push(Problem {
            stage: Stage::Intake,
            code: "language/not-read".to_string(),
            span: Some(span),
            message,
        });
    };
    let reason = AsideReason::OtherLanguage;
    if let Some(found) = main.filter(|_| !language::is_read(main)) {
        let parts = std::mem::take(&mut draft.parts);
        if let (Some(first), Some(last)) = (parts.first(), parts.last()) {
            problem(first.span.cover(last.span), found);
        }
        asides.extend(parts.iter().map(|part| Aside { span: part.span, reason }));
        return;
    }
    draft.parts.retain(|part| match language::unread(text, part.span, main, pages) {
        Some(found) => {
            problem(part.span, found);
            asides.push(Aside { span: part.span, reason });
            false
        }
        None => true,
    });
}
