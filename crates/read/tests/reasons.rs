//! Why do claims say what they say? Each sentence with what is told of its fields.

use language::English;
use lexicon::Lexicon;
use model::{Article, Document, DocumentId, Format, Part, PartRole, Span};
use read::reason::{Field, Reason};
use std::sync::LazyLock;

#[path = "readings/pack.rs"]
mod pack;

static ENGLISH: LazyLock<English> = LazyLock::new(pack::english);
static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::load().unwrap());

fn document(text: &str) -> Document {
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
    Document {
        id: DocumentId("0000000000000000".to_string()),
        sha256: "0".repeat(64),
        file: "reasons.txt".to_string(),
        format: Format::Text,
        bytes: text.len() as u64,
        charset: "utf-8".to_string(),
        text: text.to_string(),
        articles: vec![article],
        asides: Vec::new(),
        problems: Vec::new(),
    }
}

/// The reasons of a field of the only claim of a type, as `words: why (entry)`; those passed over begin with `not`.
fn reasons(text: &str, claim_type: &str, field: Field) -> Vec<String> {
    let document = document(text);
    let explained = read::explained(&document, |text| ENGLISH.parse(text), &LEXICON);
    let claims: Vec<_> =
        explained.reading.claims.iter().filter(|claim| claim.claim_type.as_str() == claim_type).collect();
    let [claim] = claims.as_slice() else { panic!("expected one {claim_type} in {text:?}, found {}", claims.len()) };
    let reasons = &explained.reasons[&claim.id];
    let Some(found) = reasons.fields.iter().find(|of| of.field == field) else { return Vec::new() };
    let told = |mark: &str, reason: &Reason| {
        let words = reason.span.map_or("", |span| span.of(text));
        let entry = reason.line.map_or(String::new(), |line| {
            let entry = lexicon::entry::at(line).unwrap();
            let cells: Vec<&str> = entry.cells.iter().take(4).map(|(_, cell)| *cell).collect();
            format!(" ({}: {})", line.file, cells.join(" "))
        });
        format!("{mark}{words}: {}{entry}", reason.why)
    };
    let taken = found.taken.iter().map(|reason| told("", reason));
    taken.chain(found.passed.iter().map(|reason| told("not ", reason))).collect()
}

#[test]
fn a_type_names_its_entry_and_the_entries_that_do_not_hold() {
    assert_eq!(
        reasons("Rebels captured the bridge near Velna.", "capture", Field::Type),
        [
            "captured: by the rule event/verb (en/events.tsv: capture verb capture subject)",
            "not captured: needs arms or vehicle in the slot object (en/events.tsv: capture verb capture subject)",
            "not captured: needs people or forces in the slot object (en/events.tsv: capture verb detain subject)",
        ]
    );
}

#[test]
fn a_role_names_its_slot_and_what_it_passed_over() {
    let text = "Rebels captured the bridge near Velna on Monday.";
    assert_eq!(reasons(text, "capture", Field::Actor), ["Rebels: who does it: subject slot of “captured”"]);
    assert_eq!(
        reasons(text, "capture", Field::Place),
        [
            "bridge: to whom it is done: object slot of “captured”",
            "Velna: is named in the clause as a place",
            "not Monday: stands after “on” but is no place",
        ]
    );
}

/// The ids of rules in the code of a folder.
fn rules_below(folder: &std::path::Path, found: &mut std::collections::BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            rules_below(&entry.path(), found);
            continue;
        }
        let code = std::fs::read_to_string(entry.path()).unwrap();
        let words = code.split('"').skip(1).step_by(2).filter_map(|word| Some((word, word.split_once('/')?)));
        let is_rule = |(kind, pattern): (&str, &str)| {
            matches!(kind, "event" | "relation" | "assessment" | "attribution")
                && !pattern.is_empty()
                && pattern.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        };
        found.extend(words.filter(|(_, parts)| is_rule(*parts)).map(|(word, _)| word.to_string()));
    }
}

#[test]
fn every_rule_is_described_and_every_description_has_a_rule() {
    let mut rules = std::collections::BTreeSet::new();
    rules_below(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut rules);
    let described: std::collections::BTreeSet<String> = LEXICON.vocabulary.rules().map(str::to_string).collect();
    assert!(rules.len() > 20, "{rules:?}");
    assert_eq!(rules, described, "data/vocabulary/rules.tsv has a line for each rule of the code (left) and no other");
}

#[test]
fn reading_with_reasons_reads_the_same() {
    for text in [
        "Rebels captured the bridge near Velna on Monday, the mayor said.",
        "A Morvanian strike destroyed two trucks, killing four guards and two clerks in Ostrel.",
    ] {
        let document = document(text);
        let explained = read::explained(&document, |text| ENGLISH.parse(text), &LEXICON);
        assert_eq!(explained.reading, read::document(&document, &ENGLISH, &LEXICON));
        for claim in &explained.reading.claims {
            assert!(explained.reasons.contains_key(&claim.id), "{text}: {}", claim.claim_type);
        }
    }
}
