//! Which fields of a record differ from what the engine gives for its text?

use language::{English, Parse};
use serde_json::{Value, json};

/// Code points before each byte of a text that starts a character.
fn points(text: &str, byte: u32) -> usize {
    text[..byte as usize].chars().count()
}

fn names(parse: &Parse<'_>, names: &[language::Name]) -> Value {
    let span = |name: &language::Name| {
        let bytes = parse.span(name.tokens.clone());
        let (start, end) = (points(parse.text(), bytes.start), points(parse.text(), bytes.end));
        json!([start, end, name.tokens.start, name.tokens.end, name.label.as_str()])
    };
    names.iter().map(span).collect()
}

/// The fields of a record as the engine gives them.
fn record(english: &English, text: &str) -> Value {
    let parse = english.parse(text);
    let inspection = english.inspect(text);
    let tokens = parse.tokens();
    let of = |field: &dyn Fn(usize) -> Value| (0..tokens.len()).map(field).collect::<Value>();
    let starts: Vec<usize> = parse.sentences().iter().map(|sentence| sentence.start).collect();
    json!({
        "tokens": of(&|at| json!(parse.word(at))),
        "offsets": of(&|at| json!(points(text, tokens[at].span.start))),
        "ws": of(&|at| json!(u8::from(tokens[at].space_after))),
        "norms": of(&|at| json!(tokens[at].norm)),
        "tags": of(&|at| json!(tokens[at].tag.as_str())),
        "pos": of(&|at| json!(tokens[at].pos.as_str())),
        "morphs": of(&|at| json!(tokens[at].morph)),
        "lemmas": of(&|at| json!(tokens[at].lemma)),
        "heads": of(&|at| json!(tokens[at].head)),
        "deps": of(&|at| json!(tokens[at].dep.as_str())),
        "sent_starts": of(&|at| json!(u8::from(starts.contains(&at)))),
        "ents": names(&parse, parse.names()),
        "ents_ner_only": names(&parse, &inspection.names_alone),
        "attr_ids": inspection.ids.iter().map(|ids| ids.map(|id| id.to_string())).collect::<Vec<_>>(),
    })
}

/// What a comparison found.
#[derive(Default)]
pub struct Comparison {
    /// Records compared.
    pub records: usize,
    /// Their tokens.
    pub tokens: usize,
    /// Rows of the encoders that were compared.
    pub rows: usize,
    /// One for each field of a record that differs.
    pub differences: Vec<String>,
}

/// Compares records, one a line.
pub fn compare(english: &English, lines: &str) -> Comparison {
    let Comparison { mut records, mut tokens, mut rows, mut differences } = Comparison::default();
    for line in lines.lines() {
        let expected: Value = serde_json::from_str(line).expect("a record of JSON");
        if expected["kind"] != "doc" {
            continue;
        }
        let text = expected["text"].as_str().expect("a text");
        let found = record(english, text);
        records += 1;
        tokens += found["tokens"].as_array().expect("tokens").len();
        for (field, found) in found.as_object().expect("fields") {
            let Some(expected) = expected.get(field) else {
                assert_eq!(field, "attr_ids", "record {records} lacks a field");
                continue;
            };
            if expected != found {
                differences.push(format!("{text:?}: {field}\n  expected {expected}\n  found    {found}"));
            }
        }
        let inspection = english.inspect(text);
        for (field, found) in [("t2v", &inspection.shared), ("ner_t2v", &inspection.own)] {
            for (at, expected) in expected[field].as_array().into_iter().flatten().enumerate() {
                let numbers =
                    expected.as_array().expect("a row").iter().map(|number| number.as_f64().expect("a number"));
                let off = numbers
                    .zip(&found[at])
                    .map(|(expected, &found)| (expected - f64::from(found)).abs())
                    .fold(0.0, f64::max);
                rows += 1;
                if off.is_nan() || off > 1e-4 {
                    differences.push(format!("{text:?}: {field}: row {at} is off by {off}"));
                }
            }
        }
    }
    Comparison { records, tokens, rows, differences }
}
