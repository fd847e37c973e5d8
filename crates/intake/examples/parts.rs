//! Shows how a file is cut up: every article with what is known of it, every part with its role, every aside with its reason.
//!
//! `cargo run -p intake --example parts -- FILE…`

use intake::{Context, find, load};
use lexicon::Lexicon;
use model::{HowKnown, Known};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let lexicon = Lexicon::load()?;
    let paths: Vec<_> = std::env::args_os().skip(1).map(Into::into).collect();
    let finds = find(&paths);
    let context = Context::new(&lexicon, &finds.sidecars);
    for (file, fault) in finds.sidecars.faults() {
        println!("{} line {}: {}", file.display(), fault.line, fault.message);
    }
    for refusal in &finds.refused {
        println!("refused  {refusal}");
    }
    for found in &finds.files {
        match load(found, &context) {
            Err(refusal) => println!("refused  {refusal}"),
            Ok(document) => show(&document),
        }
    }
    Ok(())
}

fn show(document: &model::Document) {
    println!("== {} ({}, {})", document.file, document.format.as_str(), document.charset);
    let mut rows = Vec::new();
    for (number, article) in document.articles.iter().enumerate() {
        let say =
            |name: &str, value: Option<String>| println!("   {number} {name}: {}", value.unwrap_or("-".to_string()));
        say("title", article.title.as_ref().map(known));
        say("outlet", article.outlet.as_ref().map(known));
        say("authors", Some(article.authors.iter().map(known).collect::<Vec<_>>().join("; ")));
        say("published", article.published.as_ref().map(|day| format!("{} ({})", day.value, how(&day.how))));
        say("dateline", article.dateline.as_ref().map(known));
        article.taken_from.iter().for_each(|from| say("taken from", Some(known(from))));
        say("translated", article.translated.as_ref().map(known));
        say("language", article.language.clone());
        rows.extend(article.parts.iter().map(|part| (part.span, format!("{number} {}", part.role.as_str()))));
    }
    rows.extend(document.asides.iter().map(|aside| (aside.span, format!("- {}", aside.reason.as_str()))));
    rows.sort();
    for (span, what) in rows {
        let words = span.of(&document.text).replace('\n', "⏎");
        let shown: String = words.chars().take(90).collect();
        println!("{what:>16} | {shown}{}", if shown.len() < words.len() { "…" } else { "" });
    }
    for problem in &document.problems {
        println!("   problem {}: {}", problem.code, problem.message);
    }
}

fn known(value: &Known<String>) -> String {
    format!("{} ({})", value.value, how(&value.how))
}

fn how(how: &HowKnown) -> String {
    match how {
        HowKnown::Text(span) => format!("text {}..{}", span.start, span.end),
        HowKnown::PageData(field) => format!("page {field}"),
        HowKnown::Sidecar(line) => format!("reports.csv line {line}"),
        HowKnown::Given => "given".to_string(),
    }
}
