//! What does a web page state about its article?
//!
//! `<meta property="article:published_time" content="2019-03-03T10:15:00Z">` states the day. Which fields count, and in
//! which order, is in `data/pages/fields.tsv`; of schema.org data the first article on the page counts.

use crate::markup::Page;
use crate::stamp;
use jiff::civil::Date;
use lexicon::pages::{PageField, Pages, Stamp, fold};
use model::{HowKnown, Known};
use serde_json::Value;

/// What a page states; `None` where it states nothing.
#[derive(Debug, Default)]
pub(crate) struct PageData {
    pub title: Option<Known<String>>,
    pub outlet: Option<Known<String>>,
    pub authors: Vec<Known<String>>,
    pub published: Option<Known<Date>>,
    pub url: Option<Known<String>>,
}

pub(crate) fn stated(page: &Page, pages: &Pages) -> PageData {
    let mut fields = page.fields.clone();
    fields.extend(schema_org(&page.json));
    let mut ranked: Vec<(PageField, u32, &str, &str)> = fields
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .filter_map(|(name, value)| pages.field(name).map(|(what, rank)| (what, rank, name.as_str(), value.as_str())))
        .collect();
    // A stable sort: of equal fields the first on the page.
    ranked.sort_by_key(|&(what, rank, ..)| (what, rank));
    let first = |field: PageField| ranked.iter().copied().filter(move |(what, ..)| *what == field);
    let known = |name: &str, value: String| Known { value, how: HowKnown::PageData(name.to_string()) };
    let outlet = first(PageField::Outlet).next().map(|(_, _, name, value)| known(name, tidy(value)));
    let mut data = PageData { outlet, ..PageData::default() };
    let outlet = data.outlet.as_ref().map(|outlet| fold(&outlet.value));
    data.title =
        first(PageField::Title).next().map(|(_, _, name, value)| known(name, without_outlet(value, outlet.as_deref())));
    data.published = first(PageField::Published).find_map(|(_, _, name, value)| {
        let (_, day) = stamp::find_day(value, 0..value.len())?;
        Some(Known { value: day, how: HowKnown::PageData(name.to_string()) })
    });
    data.url = first(PageField::Url)
        .map(|(_, _, name, value)| known(name, value.to_string()))
        .find(|url| url.value.contains("://"));
    let rank = first(PageField::Author)
        .find(|(_, _, _, value)| !names(value, outlet.as_deref(), pages).is_empty())
        .map(|f| f.1);
    for (_, _, name, value) in first(PageField::Author).filter(|field| Some(field.1) == rank) {
        for author in names(value, outlet.as_deref(), pages) {
            if data.authors.iter().all(|known| known.value != author) {
                data.authors.push(known(name, author));
            }
        }
    }
    data
}

fn tidy(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A title without the outlet's name behind a stroke: `"Korm falls | Port Amel Post"`.
fn without_outlet(value: &str, outlet: Option<&str>) -> String {
    let value = tidy(value);
    for stroke in [" | ", " - ", " – ", " — ", " :: "] {
        if let Some((title, tail)) = value.rsplit_once(stroke)
            && Some(fold(tail).as_str()) == outlet
        {
            return title.trim_end().to_string();
        }
    }
    value
}

/// The people a field names: not addresses, not the outlet itself.
fn names(value: &str, outlet: Option<&str>, pages: &Pages) -> Vec<String> {
    let value = tidy(value);
    let folded = fold(&value);
    let value = match pages.stamp(&folded) {
        Some((Stamp::Author, taken)) => value.get(taken..).unwrap_or(&value).trim_start_matches([':', ' ']).to_string(),
        _ => value,
    };
    let parts = value.split([';', '|']).flat_map(|part| part.split(" and ")).flat_map(|part| part.split(", "));
    parts
        .map(|name| name.trim().to_string())
        .filter(|name| !name.is_empty() && name.len() <= 80 && !name.contains("://") && !name.contains('@'))
        .filter(|name| Some(fold(name).as_str()) != outlet)
        .collect()
}

/// Fields of the first schema.org object that is an article, else of the first that has a day of publication.
fn schema_org(blocks: &[String]) -> Vec<(String, String)> {
    let values: Vec<Value> = blocks.iter().filter_map(|block| serde_json::from_str(block.trim()).ok()).collect();
    let mut objects = Vec::new();
    values.iter().for_each(|value| collect(value, 0, &mut objects));
    let kind = |object: &Value, words: &[&str]| {
        let kinds = object.get("@type").map(texts).unwrap_or_default();
        kinds.iter().any(|kind| words.iter().any(|word| kind.ends_with(word)))
    };
    let article = objects.iter().find(|object| kind(object, &["Article", "Posting", "Report"]));
    let page = || objects.iter().find(|object| kind(object, &["WebPage"]) && object.get("datePublished").is_some());
    let Some(article) = article.or_else(page) else { return Vec::new() };
    let mut fields = Vec::new();
    for key in ["headline", "publisher", "author", "datePublished"] {
        let words = article.get(key).map(texts).unwrap_or_default();
        fields.extend(words.into_iter().map(|word| (format!("json:{key}"), word)));
    }
    fields
}

/// Objects at the top of a block of JSON, and in its lists and graphs.
fn collect<'a>(value: &'a Value, depth: usize, objects: &mut Vec<&'a Value>) {
    match value {
        _ if depth > 4 => {}
        Value::Array(items) => items.iter().for_each(|item| collect(item, depth + 1, objects)),
        Value::Object(object) => {
            objects.push(value);
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                object.get(key).into_iter().for_each(|inner| collect(inner, depth + 1, objects));
            }
        }
        _ => {}
    }
}

/// The text of a value: itself, its name, or those of its items.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().filter(|item| !item.is_array()).flat_map(texts).collect(),
        Value::Object(object) => match object.get("name") {
            Some(Value::String(name)) => vec![name.clone()],
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup;
    use lexicon::Lexicon;

    #[test]
    fn the_field_that_states_it_is_named() {
        let lexicon = Lexicon::load().unwrap();
        let html = r#"<title>Korm falls | Port Amel Post</title>
            <meta property="og:title" content="Korm falls | Port Amel Post"><meta name=author content="By Ana Velt and Tom Arsk">
            <meta property="og:site_name" content="Port Amel Post"><meta name="date" content="2019-01-01">
            <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},
            {"@type":["NewsArticle"],"datePublished":"2019-03-03T10:15:00Z","author":{"@type":"Organization"}}]}</script>
            <script type="application/ld+json">{not json</script><p>x"#;
        let data = stated(&markup::page(html, &lexicon.pages), &lexicon.pages);
        let how = |field: &str| HowKnown::PageData(field.to_string());
        let title = data.title.unwrap();
        assert_eq!((title.value.as_str(), title.how), ("Korm falls", how("og:title")));
        let day = data.published.unwrap();
        assert_eq!((day.value.to_string().as_str(), day.how), ("2019-03-03", how("json:datePublished")));
        let authors: Vec<&str> = data.authors.iter().map(|author| author.value.as_str()).collect();
        assert_eq!(authors, ["Ana Velt", "Tom Arsk"]);
        assert!(data.url.is_none());
    }
}
