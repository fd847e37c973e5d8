//! Explanations of the invented claims, made of their rows alone: every form a field can have.

use case::Case;
use case::query::{ArgumentRow, ClaimRow, Words};
use explain::{Cell, Entry, Explanation, FieldExplanation, Passage, PassedName, Sentence, StandsFor, TokenRow, Value};

/// Why an invented claim says what it says; one on talks cannot be explained.
pub fn explanation(case: &Case, id: &str) -> Result<Option<Explanation>, String> {
    let Some(claim) = case.claim(id).map_err(|error| error.to_string())? else { return Ok(None) };
    if claim.claim_type == "agree" {
        return Err("the claim does not come out again: it was read by another version".to_string());
    }
    let fields = vec![
        FieldExplanation { passed: vec![passed(&claim)], ..field("type", vec![typed(&claim)]) },
        field("quote", vec![value(Some(quote(&claim)), "the whole sentence")]),
        role("actor", &claim.actor),
        FieldExplanation {
            elsewhere: vec![value(Some(words(&claim.trigger)), "stands elsewhere")],
            ..role("target", &claim.target)
        },
        role("place", &claim.place),
        field(
            "attribution",
            claim
                .attribution
                .iter()
                .map(|link| {
                    let covers = vec![quote(&claim)];
                    let stands_for = link.sources.iter().map(stands_for).collect();
                    let said = Some(format!("{}, {}", link.kind, link.stance));
                    Value {
                        value: said,
                        covers,
                        stands_for,
                        ..value(Some(words(&link.cue)), "by the rule attribution/reporting-verb")
                    }
                })
                .collect(),
        ),
        field("modality", vec![Value { value: Some(claim.modality.clone()), ..value(None, "nothing makes it less") }]),
    ];
    Ok(Some(Explanation {
        claim: claim.id.clone(),
        document: claim.document.clone(),
        file: claim.file.clone(),
        kind: claim.kind.clone(),
        claim_type: claim.claim_type.clone(),
        reader: "0.2.0+test".to_string(),
        read_by: "test".to_string(),
        differs: vec!["modality".to_string()],
        rule: claim.rule.clone(),
        rule_means: Some("a verb that tells of a happening".to_string()),
        sentence: sentence(&claim),
        fields,
    }))
}

/// The quote, each word on the one before it, but for the first, which is the root.
fn sentence(claim: &ClaimRow) -> Sentence {
    let mut at = claim.start;
    let mut tokens = Vec::new();
    for word in claim.quote.split_inclusive(' ') {
        let (start, end) = (at, at + word.trim_end().len() as u32);
        at += word.len() as u32;
        let inside = |words: &Words| words.start <= start && end <= words.end;
        tokens.push(TokenRow {
            start,
            end,
            word: word.trim_end().to_string(),
            lemma: word.trim_end().to_lowercase(),
            pos: "NOUN".to_string(),
            tag: "NN".to_string(),
            tag_means: "noun, singular or mass".to_string(),
            label: if tokens.is_empty() { "ROOT" } else { "dep" }.to_string(),
            label_means: "unclassified dependent".to_string(),
            head: (tokens.len() as u32).saturating_sub(1),
            name: None,
            fields: if inside(&claim.trigger) { vec!["trigger".to_string()] } else { Vec::new() },
        });
    }
    Sentence { start: claim.start, end: claim.end, words: claim.quote.clone(), tokens }
}

fn field(name: &str, values: Vec<Value>) -> FieldExplanation {
    FieldExplanation { field: name.to_string(), values, passed: Vec::new(), elsewhere: Vec::new() }
}

fn role(name: &str, arguments: &[ArgumentRow]) -> FieldExplanation {
    let filled = |argument: &ArgumentRow| Value {
        path: "word →nsubj→ trigger".to_string(),
        stands_for: vec![stands_for(argument)],
        ..value(Some(argument_words(argument)), "who does it: subject slot of the trigger")
    };
    field(name, arguments.iter().map(filled).collect())
}

fn typed(claim: &ClaimRow) -> Value {
    let cells = [("lemma", "fall"), ("class", "verb"), ("type", claim.claim_type.as_str())];
    let cells = cells.map(|(column, text)| Cell { column: column.to_string(), text: text.to_string() }).to_vec();
    Value {
        value: Some(claim.claim_type.clone()),
        entry: Some(Entry { line: "data/en/events.tsv:7".to_string(), cells }),
        ..value(Some(words(&claim.trigger)), "by the rule event/verb")
    }
}

fn passed(claim: &ClaimRow) -> Value {
    let entry = Entry { line: "data/en/events.tsv:8".to_string(), cells: Vec::new() };
    Value { entry: Some(entry), ..value(Some(words(&claim.trigger)), "needs people in the slot object") }
}

fn stands_for(argument: &ArgumentRow) -> StandsFor {
    StandsFor {
        words: argument_words(argument),
        id: argument.entity.as_ref().map(|entity| entity.id.clone()),
        name: argument.name().map(str::to_string),
        kind: argument.entity.as_ref().map(|entity| entity.kind.clone()),
        because: vec!["named in full".to_string()],
        passed: vec![PassedName { name: "Ostrel".to_string(), why: "is less likely: 2 sentences before".to_string() }],
    }
}

fn value(words: Option<Passage>, why: &str) -> Value {
    Value {
        words,
        value: None,
        why: why.to_string(),
        path: String::new(),
        entry: None,
        covers: Vec::new(),
        stands_for: Vec::new(),
    }
}

fn words(words: &Words) -> Passage {
    Passage { start: words.start, end: words.end, words: words.words.clone() }
}

fn argument_words(argument: &ArgumentRow) -> Passage {
    Passage { start: argument.start, end: argument.end, words: argument.words.clone() }
}

fn quote(claim: &ClaimRow) -> Passage {
    Passage { start: claim.start, end: claim.end, words: claim.quote.clone() }
}
