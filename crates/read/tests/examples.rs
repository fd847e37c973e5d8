//! Every frame reads its own example.

use model::{Article, Document, DocumentId, Format, Part, PartRole, Span};

#[path = "readings/pack.rs"]
mod pack;

fn document(text: &str) -> Document {
    let part = Part { span: Span::new(0, text.len()), role: PartRole::Paragraph };
    let article = Article {
        title: None,
        outlet: None,
        authors: Vec::new(),
        published: None,
        dateline: None,
        url: None,
        language: None,
        parts: vec![part],
    };
    Document {
        id: DocumentId("0000000000000000".to_string()),
        sha256: "0".repeat(64),
        file: "example.txt".to_string(),
        format: Format::Text,
        bytes: text.len() as u64,
        charset: "utf-8".to_string(),
        text: text.to_string(),
        articles: vec![article],
        asides: Vec::new(),
        problems: Vec::new(),
    }
}

#[test]
fn every_frame_reads_its_example() {
    let lexicon = lexicon::Lexicon::load().unwrap();
    let english = pack::english();
    let mut unread = Vec::new();
    for frame in lexicon.triggers.all() {
        let document = document(&frame.example);
        let reading = read::document(&document, &english, &lexicon);
        if !reading.claims.iter().any(|claim| claim.claim_type == frame.claim_type) {
            unread.push(format!("{} {}: {}", frame.lemma, frame.claim_type, frame.example));
        }
    }
    assert!(unread.is_empty(), "{} examples are not read:\n{}", unread.len(), unread.join("\n"));
}
