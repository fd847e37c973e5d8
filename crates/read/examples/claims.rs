//! Prints the claims of a text: `cargo run -p read --example claims -- "Rebels seized the bridge near Velna."`.

use language::English;
use lexicon::Lexicon;
use model::{Argument, Article, Document, DocumentId, Format, Part, PartRole, Span};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = std::env::args().skip(1).collect::<Vec<String>>().join(" ");
    let pack = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/english.pack"))
        .map_err(|error| format!("packs/english.pack: {error}; run `cargo xtask setup`"))?;
    let lexicon = Lexicon::load()?;
    let english = English::from_pack(&pack)?.keeping(lexicon.titles.abbreviated_ranks());
    let part = Part { span: Span::new(0, text.len()), role: PartRole::Paragraph };
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
        parts: vec![part],
    };
    let document = Document {
        id: DocumentId("0000000000000000".to_string()),
        sha256: "0".repeat(64),
        file: "text".to_string(),
        format: Format::Text,
        bytes: text.len() as u64,
        charset: "utf-8".to_string(),
        text,
        articles: vec![article],
        asides: Vec::new(),
        problems: Vec::new(),
    };
    let reading = read::document(&document, &english, &lexicon);
    let words =
        |role: &[Argument]| role.iter().map(|argument| argument.span.of(&document.text)).collect::<Vec<_>>().join(", ");
    for claim in &reading.claims {
        println!(
            "{} [{}] {} -> {} @ {} · {} {} · {}",
            claim.claim_type,
            claim.trigger.of(&document.text),
            words(&claim.actor),
            words(&claim.target),
            words(&claim.place),
            claim.modality.value,
            claim.polarity.value,
            claim.rule
        );
    }
    Ok(())
}
