//! Reads `tests/readings/claims/*.md`: prose, a sentence as a quotation, and the table of every claim it makes.
//!
//! A quotation `# Headline // Text` is a headline with the text below it. A sentence without a table makes no claim: near misses stand beside what they nearly are. With `READINGS=write` in the
//! environment the tables are written anew, to be reviewed as a change.

use language::English;
use lexicon::Lexicon;
use model::{Argument, Article, Document, DocumentId, Format, Part, PartRole, Span};
use std::fmt::Write;
use std::path::PathBuf;

#[path = "readings/pack.rs"]
mod pack;

const HEAD: &str =
    "| type | actor | target | place | quantity | modality | polarity | chain |\n|---|---|---|---|---|---|---|---|\n";

/// What parts a headline from the text below it.
const UNDER: &str = " // ";

fn document(text: &str) -> Document {
    let (text, end) = match text.strip_prefix("# ") {
        None => (text, 0),
        Some(text) => (text, text.find(UNDER).unwrap_or(text.len())),
    };
    let below = Span::new(if end == 0 { 0 } else { (end + UNDER.len()).min(text.len()) }, text.len());
    let mut parts = vec![Part { span: below, role: PartRole::Paragraph }];
    if end > 0 {
        parts.insert(0, Part { span: Span::new(0, end), role: PartRole::Headline });
    }
    let article = Article {
        title: None,
        outlet: None,
        authors: Vec::new(),
        published: None,
        dateline: None,
        taken_from: Vec::new(),
        translated: None,
        url: None,
        language: None,
        parts,
    };
    Document {
        id: DocumentId("0000000000000000".to_string()),
        sha256: "0".repeat(64),
        file: "reading.txt".to_string(),
        format: Format::Text,
        bytes: text.len() as u64,
        charset: "utf-8".to_string(),
        text: text.to_string(),
        articles: vec![article],
        asides: Vec::new(),
        problems: Vec::new(),
    }
}

/// The table of all claims of a sentence; empty when it makes none.
fn table(sentence: &str, english: &English, lexicon: &Lexicon) -> String {
    let document = document(sentence);
    let sentence = &document.text;
    let reading = read::document(&document, english, lexicon);
    assert!(
        reading.mentions.is_sorted_by_key(|mention| mention.span.start),
        "mentions stand in the order of the text: {sentence}"
    );
    let words = |role: &[Argument]| role.iter().map(|one| one.span.of(sentence)).collect::<Vec<_>>().join("; ");
    let mut rows = String::new();
    for claim in &reading.claims {
        assert!(claim.quote.get(sentence).is_some(), "the quote of a claim lies in the text: {sentence}");
        let number = |bound: Option<f64>| bound.map_or(String::new(), |bound| bound.to_string());
        let quantity: Vec<String> = claim
            .quantity
            .iter()
            .map(|one| format!("{} {}–{}", one.what.as_str(), number(one.min), number(one.max)))
            .collect();
        let chain: Vec<String> = claim.attribution.iter().map(|link| words(&link.sources)).collect();
        writeln!(
            rows,
            "| {} | {} | {} | {} | {} | {} | {} | {} |",
            claim.claim_type,
            words(&claim.actor),
            words(&claim.target),
            words(&claim.place),
            quantity.join("; "),
            claim.modality.value,
            claim.polarity.value,
            chain.join(" > "),
        )
        .unwrap();
    }
    if rows.is_empty() { rows } else { format!("{HEAD}{rows}") }
}

/// The file with every table as it is read today.
fn renewed(text: &str, english: &English, lexicon: &Lexicon) -> String {
    let mut out = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        writeln!(out, "{line}").unwrap();
        let Some(sentence) = line.strip_prefix("> ") else { continue };
        while lines.next_if(|next| next.is_empty() || next.starts_with('|')).is_some() {}
        let table = table(sentence, english, lexicon);
        if !table.is_empty() {
            write!(out, "\n{table}").unwrap();
        }
        if lines.peek().is_some() {
            out.push('\n');
        }
    }
    out
}

#[test]
fn sentences_make_the_claims_their_tables_list() {
    let lexicon = Lexicon::load().unwrap();
    let english = pack::english();
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/readings/claims"));
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{}: expected files of readings", folder.display());
    let mut wrong = String::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let today = renewed(&text, &english, &lexicon);
        if std::env::var_os("READINGS").is_some_and(|word| word == "write") {
            std::fs::write(&file, &today).unwrap();
            continue;
        }
        for (line, (expected, found)) in text.lines().zip(today.lines()).enumerate() {
            if expected != found {
                let name = file.file_name().unwrap_or_default().to_string_lossy();
                writeln!(wrong, "{name}:{}\n  expected {expected}\n  found    {found}", line + 1).unwrap();
                break;
            }
        }
        if text.lines().count() != today.lines().count() {
            writeln!(
                wrong,
                "{}: expected {} lines, found {}",
                file.display(),
                text.lines().count(),
                today.lines().count()
            )
            .unwrap();
        }
    }
    assert!(wrong.is_empty(), "readings differ:\n{wrong}");
}

#[test]
fn a_short_form_between_the_words_of_a_name_is_a_mention_of_its_own() {
    let (english, lexicon) = (pack::english(), Lexicon::load().unwrap());
    let mentions = |text: &str| {
        let document = document(text);
        let reading = read::document(&document, &english, &lexicon);
        reading.mentions.iter().map(|mention| mention.span.of(text).to_string()).collect::<Vec<String>>()
    };
    let found = mentions("Twelve Free Tavan Army (FTA) fighters attacked Velna.");
    assert_eq!(found, ["Free Tavan Army (FTA) fighters", "FTA", "Velna"]);
}

#[test]
fn a_surname_that_is_a_month_is_no_date_where_it_stands_as_somebody_does() {
    let (english, lexicon) = (pack::english(), Lexicon::load().unwrap());
    let times = |text: &str| {
        let reading = read::document(&document(text), &english, &lexicon);
        let time = |claim: &model::Claim| claim.time.as_ref().map(|time| time.span.of(text).to_string());
        reading.claims.iter().filter_map(time).collect::<Vec<String>>()
    };
    assert!(times("Anton Jan led the rebels. Jan was killed in Velna. The army had pursued Jan for weeks.").is_empty());
    assert_eq!(times("Anton Jan led the rebels. On Jan. 3 the army shelled Velna."), ["Jan. 3"]);
    assert_eq!(times("Anton May led the rebels. The army shelled Velna in May."), ["May"]);
}
