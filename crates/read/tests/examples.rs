//! Every frame, compound and word of explanation reads its own example.

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

/// The examples that do not give a claim of their type.
fn unread<'e>(examples: impl Iterator<Item = (&'e str, model::ClaimType)>) -> Vec<String> {
    let lexicon = lexicon::Lexicon::load().unwrap();
    let english = pack::english();
    let reads = |example: &str, claim_type: model::ClaimType| {
        let document = document(example);
        read::document(&document, &english, &lexicon).claims.iter().any(|claim| claim.claim_type == claim_type)
    };
    examples
        .filter(|(example, claim_type)| !reads(example, *claim_type))
        .map(|(example, claim_type)| format!("{claim_type}: {example}"))
        .collect()
}

#[test]
fn every_compound_reads_its_example() {
    let lexicon = lexicon::Lexicon::load().unwrap();
    let unread = unread(lexicon.compounds.all().map(|(_, compound)| (compound.example.as_str(), compound.claim_type)));
    assert!(unread.is_empty(), "{} examples are not read:\n{}", unread.len(), unread.join("\n"));
}

#[test]
fn every_word_of_explanation_reads_its_example() {
    let lexicon = lexicon::Lexicon::load().unwrap();
    let causes = lexicon.causes.examples().iter().map(|example| (example.as_str(), model::ClaimType::Cause));
    let unread = unread(causes);
    assert!(unread.is_empty(), "{} examples are not read:\n{}", unread.len(), unread.join("\n"));
}

#[test]
fn every_word_that_judges_judges_in_its_example_and_no_plain_word_does() {
    let lexicon = lexicon::Lexicon::load().unwrap();
    let english = pack::english();
    let mut wrong = Vec::new();
    for (word, strength, example) in lexicon.evaluations.examples() {
        let reading = read::document(&document(example), &english, &lexicon);
        let held = example.to_lowercase();
        let judges = reading.claims.iter().any(|claim| claim.claim_type == model::ClaimType::Judgement);
        if judges == (*strength == lexicon::Strength::Plain) || !word.split(' ').all(|part| held.contains(part)) {
            wrong.push(format!("{word}: {example}"));
        }
    }
    assert!(wrong.is_empty(), "{} examples are misread:\n{}", wrong.len(), wrong.join("\n"));
}
