//! Whole files with invented reports, and what is made of them: each in `tests/pages` beside its `.expected`.
//!
//! After a change that means to alter them, `RENEW=1 cargo test -p intake` writes the `.expected` files anew; the change is
//! then reviewed as a diff.

mod invariants;

use intake::{Context, Finds, find, load};
use lexicon::Lexicon;
use model::{Document, HowKnown, Known};
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages")
}

fn said(how: &HowKnown, document: &Document) -> String {
    match how {
        HowKnown::Text(span) => format!("text {:?}", span.of(&document.text)),
        HowKnown::PageData(field) => format!("page {field}"),
        HowKnown::Sidecar(line) => format!("reports.csv line {line}"),
        HowKnown::Given => "given".to_string(),
    }
}

fn told(document: &Document) -> String {
    let mut told = String::new();
    for article in &document.articles {
        let known = |known: &Known<String>| format!("{} [{}]", known.value, said(&known.how, document));
        let mut line = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                writeln!(told, "{name}: {value}").unwrap();
            }
        };
        line("title", article.title.as_ref().map(known));
        line("outlet", article.outlet.as_ref().map(known));
        article.authors.iter().for_each(|author| line("author", Some(known(author))));
        let published = article.published.as_ref();
        line("published", published.map(|day| format!("{} [{}]", day.value, said(&day.how, document))));
        line("dateline", article.dateline.as_ref().map(known));
        article.taken_from.iter().for_each(|from| line("taken from", Some(known(from))));
        line("translated", article.translated.as_ref().map(known));
        line("url", article.url.as_ref().map(known));
        line("language", article.language.clone());
        for part in &article.parts {
            writeln!(told, "  {:<10} {}", part.role.as_str(), part.span.of(&document.text).replace('\n', "⏎")).unwrap();
        }
    }
    writeln!(told, "not article").unwrap();
    for aside in &document.asides {
        writeln!(told, "  {:<10} {}", aside.reason.as_str(), aside.span.of(&document.text).replace('\n', "⏎")).unwrap();
    }
    for problem in &document.problems {
        writeln!(told, "problem {}: {}", problem.code, problem.message).unwrap();
    }
    told
}

fn found() -> Finds {
    find(&[folder()])
}

#[test]
fn pages_are_cut_up_as_expected() {
    let lexicon = Lexicon::load().unwrap();
    let finds = found();
    let context = Context::new(&lexicon, &finds.sidecars);
    let mut wrong = Vec::new();
    for found in &finds.files {
        let document = load(found, &context).unwrap();
        invariants::check(&document);
        let path = folder().join(format!("{}.expected", found.name));
        let told = told(&document);
        if std::env::var_os("RENEW").is_some() {
            std::fs::write(&path, &told).unwrap();
        }
        if std::fs::read_to_string(&path).unwrap_or_default() != told {
            wrong.push(format!("{}:\n{told}", found.name));
        }
    }
    assert!(wrong.is_empty(), "these differ from their .expected files:\n{}", wrong.join("\n"));
    assert!(finds.files.len() >= 7);
}

#[test]
fn what_the_user_gives_goes_before_all_else() {
    let lexicon = Lexicon::load().unwrap();
    let finds = found();
    let mut context = Context::new(&lexicon, &finds.sidecars);
    context.given.published = Some(jiff::civil::date(2020, 1, 1));
    context.given.outlet = Some("Amel Archive".to_string());
    for name in ["two-articles.txt", "article.html", "menu-offers-comments.txt"] {
        let document = load(finds.files.iter().find(|found| found.name == name).unwrap(), &context).unwrap();
        for article in &document.articles {
            let published = article.published.as_ref().unwrap();
            assert_eq!((published.value, &published.how), (jiff::civil::date(2020, 1, 1), &HowKnown::Given), "{name}");
            assert_eq!(article.outlet.as_ref().unwrap().how, HowKnown::Given, "{name}");
        }
    }
}

#[test]
fn a_row_about_a_file_that_is_not_there_is_told() {
    let finds = found();
    let faults: Vec<_> =
        finds.sidecars.faults().map(|(_, fault)| format!("{} {}", fault.line, fault.message)).collect();
    assert_eq!(faults, ["6 expected a file \"gone.txt\" beside it, found none"]);
}

#[test]
fn copies_among_the_pages_are_found() {
    let lexicon = Lexicon::load().unwrap();
    let finds = found();
    let context = Context::new(&lexicon, &finds.sidecars);
    let story = finds.files.iter().find(|found| found.name == "menu-offers-comments.txt").unwrap();
    let first = load(story, &context).unwrap();
    let reprint: String =
        first.articles[0].parts[2..].iter().map(|part| format!("{}\n\n", part.span.of(&first.text))).collect();
    let second = intake::document("reprint.txt", reprint.as_bytes(), None, &context).unwrap();
    let other = load(finds.files.iter().find(|found| found.name == "plain.txt").unwrap(), &context).unwrap();
    let signed = |document: &Document| intake::Signature::of_article(document, &document.articles[0]).unwrap();
    let all = [("first", signed(&first)), ("other", signed(&other)), ("second", signed(&second))];
    let pairs: Vec<_> = intake::similar(&all).into_iter().map(|pair| (pair.a, pair.b)).collect();
    assert_eq!(pairs, [("first", "second")]);
}
