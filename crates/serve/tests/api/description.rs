//! The description of the API says what the API does: same addresses, same shapes.

use crate::site::{addresses, json};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The addresses that the router is made of.
fn routes() -> BTreeSet<String> {
    let code = include_str!("../../src/page/mod.rs");
    let found = code.split(".route(\"").skip(1).filter_map(|rest| rest.split('"').next());
    found.map(str::to_owned).collect()
}

#[tokio::test]
async fn every_address_is_described_and_every_description_has_an_address() {
    let described: Value = json("/api/openapi.json").await;
    let described: BTreeSet<String> = described["paths"].as_object().unwrap().keys().cloned().collect();
    assert!(described.len() > 8);
    assert_eq!(described, routes());
}

#[tokio::test]
async fn every_answer_has_its_described_shape() {
    let description = json("/api/openapi.json").await;
    let mut asked = BTreeSet::new();
    for (described, path) in addresses().await {
        let schema =
            &description["paths"][&described]["get"]["responses"]["200"]["content"]["application/json"]["schema"];
        assert!(schema.is_object(), "{described} has no described answer");
        let found = differences(&description, schema, &json(&path).await);
        assert!(found.is_empty(), "{path}: {found:#?}");
        asked.insert(described);
    }
    assert_eq!(asked, routes());
}

#[tokio::test]
async fn every_parameter_that_is_described_is_understood() {
    let description = json("/api/openapi.json").await;
    let asked: BTreeMap<String, String> = addresses().await.into_iter().collect();
    for (described, item) in description["paths"].as_object().unwrap() {
        let path = &asked[described];
        for parameter in item["get"]["parameters"].as_array().into_iter().flatten().filter(|p| p["in"] == "query") {
            let schema = followed(&description, &parameter["schema"]);
            let values: Vec<String> = match &schema["enum"] {
                Value::Array(words) => words.iter().map(|w| w.as_str().unwrap().to_owned()).collect(),
                _ if schema["type"] == "integer" => vec!["1".into()],
                _ if schema["type"] == "boolean" => vec!["true".into(), "false".into()],
                _ if schema["format"] == "date" => vec!["2031-03-04".into()],
                _ if parameter["name"] == "type" => vec!["casualties".into()],
                _ => vec!["Lindow".into()],
            };
            for value in values {
                json(&format!("{path}?{}={value}", parameter["name"].as_str().unwrap())).await;
            }
        }
    }
}

#[test]
fn the_check_itself_finds_differences() {
    let described: Value = serde_json::from_str(serve::OPENAPI).unwrap();
    let words = serde_json::json!({ "$ref": "#/components/schemas/Words" });
    let right = serde_json::json!({ "start": 0, "end": 4, "words": "said" });
    assert!(differences(&described, &words, &right).is_empty());
    for wrong in [
        serde_json::json!({ "start": 0, "end": 4 }),
        serde_json::json!({ "start": 0, "end": 4, "words": null }),
        serde_json::json!({ "start": -1, "end": 4, "words": "said" }),
        serde_json::json!({ "start": 0, "end": 4, "words": "said", "more": 1 }),
    ] {
        assert!(!differences(&described, &words, &wrong).is_empty(), "{wrong}");
    }
    let day = serde_json::json!({ "type": ["string", "null"], "format": "date" });
    assert!(differences(&described, &day, &serde_json::json!("2031-3-4")).len() == 1);
    assert!(differences(&described, &day, &Value::Null).is_empty());
}

fn followed<'a>(description: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(reference) => description.pointer(reference.trim_start_matches('#')).expect("a reference leads somewhere"),
        None => schema,
    }
}

/// Where `value` is not what `schema` says: the part of JSON Schema that the description uses.
fn differences(description: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare(description, schema, value, "", &mut found);
    found
}

fn compare(description: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let schema = followed(description, schema);
    if let Some(choices) = schema["anyOf"].as_array() {
        let fits = choices.iter().any(|choice| differences(description, choice, value).is_empty());
        let inner = choices.iter().find(|choice| choice["$ref"].is_string()).filter(|_| !value.is_null());
        match inner {
            Some(inner) if !fits => compare(description, inner, value, at, found),
            _ if !fits => found.push(format!("{at}: fits none of the choices")),
            _ => {}
        }
        return;
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    if !types.is_empty() && !types.iter().any(|name| is(name, value)) {
        found.push(format!("{at}: expected {types:?}, found {value}"));
        return;
    }
    if let (Some(words), false) = (schema["enum"].as_array(), value.is_null())
        && !words.contains(value)
    {
        found.push(format!("{at}: expected one of {words:?}, found {value}"));
    }
    if let (Some(least), Some(number)) = (schema["minimum"].as_f64(), value.as_f64())
        && number < least
    {
        found.push(format!("{at}: expected {least} or more, found {number}"));
    }
    if let (Some("date"), Some(day)) = (schema["format"].as_str(), value.as_str())
        && (day.len() != 10 || day.parse::<jiff::civil::Date>().is_err())
    {
        found.push(format!("{at}: expected a day, found {day}"));
    }
    if let (Some(properties), Some(fields)) = (schema["properties"].as_object(), value.as_object()) {
        object(description, schema, properties, fields, at, found);
    }
    if let (Some(rows), true) = (value.as_array(), schema["items"].is_object()) {
        for (index, row) in rows.iter().enumerate() {
            compare(description, &schema["items"], row, &format!("{at}/{index}"), found);
        }
    }
}

fn object(
    description: &Value,
    schema: &Value,
    properties: &Map<String, Value>,
    fields: &Map<String, Value>,
    at: &str,
    found: &mut Vec<String>,
) {
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !fields.contains_key(name) {
            found.push(format!("{at}: {name} is missing"));
        }
    }
    for (name, field) in fields {
        match properties.get(name) {
            Some(inner) => compare(description, inner, field, &format!("{at}/{name}"), found),
            None => found.push(format!("{at}: {name} is not described")),
        }
    }
}

fn is(name: &str, value: &Value) -> bool {
    match name {
        "string" => value.is_string(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "null" => value.is_null(),
        _ => false,
    }
}
