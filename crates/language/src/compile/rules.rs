//! Which tags, moves and attribute rules does the model have?

use super::msgpack::Value;
use super::{need, text_at};
use crate::morph::MORPHS;
use crate::pack::Writer;
use crate::ruler::{self, Rule, Test, Values};
use crate::{Dep, NameLabel, Pos, Tag, hash};

/// The tagger's outputs must be [`Tag::ALL`] in its order.
pub(super) fn check_tags(bytes: &[u8]) -> Result<(), String> {
    let config: serde_json::Value = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    let labels = need(config.get("labels").and_then(|labels| labels.as_array()), "labels")?;
    let known = Tag::ALL.iter().map(|tag| tag.as_str());
    if labels.iter().map(|label| label.as_str().unwrap_or("")).eq(known) {
        Ok(())
    } else {
        Err("other tags than expected".to_owned())
    }
}

/// The moves in their order: by action, then the more frequent label first, of equals the later one in the alphabet.
fn moves(bytes: &[u8]) -> Result<Vec<(u32, String)>, String> {
    let file = Value::read(bytes)?;
    let table: serde_json::Value = serde_json::from_str(text_at(&file, "moves")?).map_err(|error| error.to_string())?;
    let mut moves: Vec<(u32, std::cmp::Reverse<(i64, String)>)> = Vec::new();
    for (action, labels) in need(table.as_object(), "moves")? {
        let action = action.parse::<u32>().map_err(|error| error.to_string())?;
        for (label, frequency) in need(labels.as_object(), "labels")? {
            moves.push((action, std::cmp::Reverse((need(frequency.as_i64(), "a frequency")?, label.clone()))));
        }
    }
    moves.sort();
    Ok(moves.into_iter().map(|(action, std::cmp::Reverse((_, label)))| (action, label)).collect())
}

/// The parser's moves: action, relation, and one more than the relation of the true head or 0.
pub(super) fn parser_moves(bytes: &[u8], writer: &mut Writer) -> Result<(), String> {
    let dep = |label: &str| need(Dep::parse(label), label).map(|dep| dep as u32);
    let mut words = Vec::new();
    for (action, label) in moves(bytes)? {
        let (own, elsewhere) = match label.split_once("||") {
            Some((own, elsewhere)) => (dep(own)?, 1 + dep(elsewhere)?),
            None if label.is_empty() => (Dep::Root as u32, 0),
            None => (dep(&label)?, 0),
        };
        words.extend([action, own, elsewhere]);
    }
    writer.words("parser.actions", &words);
    Ok(())
}

/// The moves for names: action, and one more than the label or 0.
pub(super) fn name_moves(bytes: &[u8], writer: &mut Writer) -> Result<(), String> {
    let mut words = Vec::new();
    for (action, label) in moves(bytes)? {
        let label = if label.is_empty() { 0 } else { 1 + need(NameLabel::parse(&label), &label)? as u32 };
        words.extend([action, label]);
    }
    writer.words("names.actions", &words);
    Ok(())
}

/// The attribute rules. A rule that asks for a tag that the tagger never gives is left out.
pub(super) fn attributes(bytes: &[u8], writer: &mut Writer) -> Result<(), String> {
    let file = Value::read(bytes)?;
    let mut rules = Vec::new();
    for rule in file.items() {
        let sets = need(rule.get("index").and_then(Value::whole), "index")? as usize;
        let values = values(need(rule.get("attrs"), "attrs")?, writer)?;
        for pattern in need(rule.get("patterns"), "patterns")?.items() {
            let tests = pattern.items().iter().map(test).collect::<Result<Vec<Test>, String>>()?;
            if tests.iter().all(|test| test.tags != 0 && test.deps != 0) {
                rules.push(Rule { tests, sets, values });
            }
        }
    }
    writer.words("rules", &ruler::words(&rules));
    Ok(())
}

fn values(attrs: &Value, writer: &mut Writer) -> Result<Values, String> {
    let mut values = Values::default();
    for (key, value) in attrs.pairs() {
        let value = need(value.text(), "a value")?;
        match need(key.text(), "an attribute")? {
            "TAG" => values.tag = Some(need(Tag::parse(value), value)?),
            "POS" => values.pos = Some(need(Pos::parse(value), value)?),
            "DEP" => values.dep = Some(need(Dep::parse(value), value)?),
            "MORPH" => {
                let value = if value == "_" { "" } else { value };
                values.morph = Some(MORPHS[need(MORPHS.binary_search(&value).ok(), value)?]);
            }
            "LEMMA" => values.lemma = Some(writer.string(value)),
            other => return Err(format!("a rule sets `{other}`")),
        }
    }
    Ok(values)
}

fn test(asks: &Value) -> Result<Test, String> {
    let all = |count: usize| (1u64 << count) - 1;
    let (every_tag, every_dep) = (all(Tag::ALL.len()), all(Dep::ALL.len()));
    let mut test = Test { tags: every_tag, deps: every_dep, lower: None, space: None };
    for (key, value) in asks.pairs() {
        match need(key.text(), "an attribute")? {
            "TAG" => test.tags = bits(value, every_tag, &|label| Tag::parse(label).map(|tag| tag as u32))?,
            "DEP" => test.deps = bits(value, every_dep, &|label| Dep::parse(label).map(|dep| dep as u32))?,
            "LOWER" => {
                let texts = lower_texts(value)?;
                test.lower = Some(texts.iter().map(|text| hash::of_bytes(text.as_bytes())).collect());
            }
            "IS_SPACE" => test.space = Some(*value == Value::Bool(true)),
            other => return Err(format!("a rule asks for `{other}`")),
        }
    }
    Ok(test)
}

/// A label, or IN or NOT_IN a list of labels, as bits. Labels that never occur have none.
fn bits(value: &Value, every: u64, place: &dyn Fn(&str) -> Option<u32>) -> Result<u64, String> {
    let of =
        |labels: &[Value]| labels.iter().filter_map(|label| place(label.text()?)).fold(0, |bits, at| bits | 1u64 << at);
    match (value.text(), value.pairs()) {
        (Some(_), _) => Ok(of(std::slice::from_ref(value))),
        (None, [(operator, labels)]) if operator.text() == Some("IN") => Ok(of(labels.items())),
        (None, [(operator, labels)]) if operator.text() == Some("NOT_IN") => Ok(every & !of(labels.items())),
        _ => Err(format!("an operator that is not known: {value:?}")),
    }
}

fn lower_texts(value: &Value) -> Result<Vec<String>, String> {
    match (value.text(), value.pairs()) {
        (Some(text), _) => Ok(vec![text.to_owned()]),
        (None, [(operator, texts)]) if operator.text() == Some("IN") => {
            texts.items().iter().map(|text| need(text.text(), "a text").map(str::to_owned)).collect()
        }
        (None, [(operator, pattern)]) if operator.text() == Some("REGEX") => {
            spelled(need(pattern.text(), "a pattern")?)
        }
        _ => Err(format!("an operator that is not known: {value:?}")),
    }
}

/// All texts that a small pattern such as `^n'?t$` or `^n[ou]thin'$` fits.
fn spelled(pattern: &str) -> Result<Vec<String>, String> {
    let unknown = || format!("a pattern of another kind: {pattern}");
    let inner = pattern.strip_prefix('^').and_then(|rest| rest.strip_suffix('$')).ok_or_else(unknown)?;
    let mut texts = vec![String::new()];
    let mut rest = inner.chars().peekable();
    while let Some(first) = rest.next() {
        let choices: Vec<char> = match first {
            '[' => rest.by_ref().take_while(|&c| c != ']').collect(),
            _ if first.is_alphanumeric() || first == '\'' => vec![first],
            _ => return Err(unknown()),
        };
        let optional = rest.next_if_eq(&'?').is_some();
        let longer = texts.iter().flat_map(|text| choices.iter().map(move |c| format!("{text}{c}")));
        texts = longer.chain(texts.iter().filter(|_| optional).cloned()).collect();
    }
    Ok(texts)
}

#[cfg(test)]
mod tests {
    #[test]
    fn small_patterns_are_spelled_out() {
        assert_eq!(super::spelled("^n'?t$"), Ok(vec!["n't".to_owned(), "nt".to_owned()]));
        assert_eq!(super::spelled("^n[ou]thin'$"), Ok(vec!["nothin'".to_owned(), "nuthin'".to_owned()]));
        assert!(super::spelled("^a*$").is_err());
    }
}
