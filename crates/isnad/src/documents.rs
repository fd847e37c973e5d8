//! `isnad documents`: which reports does the case hold, whose are they, and of what day?

use crate::Ended;
use crate::filters::Rows;
use crate::table::{self, Column};
use case::Case;
use case::query::{ArticleRow, DocumentFilter, DocumentRow, KnownRow};
use std::path::PathBuf;

/// List documents and their articles
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  isnad documents mine.isnad
  isnad documents mine.isnad --outlet 'Tavan Courier'
  isnad documents mine.isnad --problems           those with problems, and which
  isnad documents mine.isnad --refused            files that could not be taken in
  isnad documents mine.isnad --text 'river bridge' --json | jq .articles

A document with several articles has a line for each. A date or outlet that nothing states is left empty.")]
pub struct Args {
    /// The case file
    case: PathBuf,
    /// Of this outlet
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
    /// Whose sentences hold these words
    #[arg(long, value_name = "WORDS")]
    text: Option<String>,
    /// With this id, file name or path
    #[arg(long, value_name = "DOCUMENT")]
    document: Option<String>,
    /// Those with problems, each problem on a line of its own
    #[arg(long)]
    problems: bool,
    /// Files that could not be taken in, instead of documents
    #[arg(long, conflicts_with_all = ["problems", "outlet", "text", "document"])]
    refused: bool,
    #[command(flatten)]
    rows: Rows,
}

const COLUMNS: &[Column] = &[
    Column::narrow("id"),
    Column::wide("file", 2),
    Column::narrow("published"),
    Column::wide("outlet", 2).from(90),
    Column::wide("title", 4),
    Column::number("claims"),
    Column::number("problems").from(70),
];

/// Lists documents; see the module.
pub fn run(args: &Args) -> anyhow::Result<Ended> {
    let case = Case::open(&args.case)?;
    if args.refused {
        return refused(&case, args.rows.json);
    }
    let page = case.documents(&DocumentFilter {
        outlet: args.outlet.clone(),
        text: args.text.clone(),
        document: args.document.clone(),
        problems: args.problems.then_some(true),
        slice: args.rows.slice(),
        ..DocumentFilter::default()
    })?;
    if args.problems {
        return problems(&case, &page.rows, args.rows.json);
    }
    if args.rows.json {
        table::print_json(&page.rows)?;
        return Ok(Ended::Fine);
    }
    let rows: Vec<Vec<String>> = page.rows.iter().flat_map(lines).collect();
    table::print(COLUMNS, &rows)?;
    table::print_rest(page.rows.len(), page.offset, page.total, "documents");
    Ok(Ended::Fine)
}

/// A line for each article, one for a document without any; the numbers stand on the first.
fn lines(document: &DocumentRow) -> Vec<Vec<String>> {
    let value = |known: &Option<KnownRow>| known.as_ref().map(|k| k.value.clone()).unwrap_or_default();
    let cells = |article: Option<&ArticleRow>| match article {
        Some(article) => [value(&article.published), value(&article.outlet), value(&article.title)],
        None => Default::default(),
    };
    let articles = document.articles.iter().map(Some);
    let articles: Vec<Option<&ArticleRow>> = if document.articles.is_empty() { vec![None] } else { articles.collect() };
    let line = |(n, article): (usize, &Option<&ArticleRow>)| {
        let [published, outlet, title] = cells(*article);
        let number = |n: u64, first: bool| if first { n.to_string() } else { String::new() };
        vec![
            document.id.clone(),
            document.file.clone(),
            published,
            outlet,
            title,
            number(document.claims, n == 0),
            number(document.problems, n == 0),
        ]
    };
    articles.iter().enumerate().map(line).collect()
}

fn problems(case: &Case, documents: &[DocumentRow], json: bool) -> anyhow::Result<Ended> {
    let columns =
        [Column::wide("file", 1), Column::narrow("stage"), Column::narrow("code"), Column::wide("problem", 4)];
    let mut rows = Vec::new();
    for document in documents {
        let Some(page) = case.document(&document.id)? else { continue };
        if json {
            #[derive(serde::Serialize)]
            struct Line<'a, P> {
                document: &'a str,
                file: &'a str,
                problems: &'a P,
            }
            table::print_json(&[Line { document: &document.id, file: &document.file, problems: &page.problems }])?;
        }
        let lines = page.problems.into_iter().map(|p| vec![document.file.clone(), p.stage, p.code, p.message]);
        rows.extend(lines);
    }
    if !json {
        table::print(&columns, &rows)?;
    }
    Ok(Ended::Fine)
}

fn refused(case: &Case, json: bool) -> anyhow::Result<Ended> {
    let refused = case.refused()?;
    if json {
        table::print_json(&refused)?;
        return Ok(Ended::Fine);
    }
    let columns = [Column::wide("file", 1), Column::narrow("code"), Column::wide("reason", 4)];
    let rows: Vec<Vec<String>> = refused.into_iter().map(|r| vec![r.path, r.code, r.message]).collect();
    table::print(&columns, &rows)?;
    table::print_rest(rows.len(), 0, rows.len() as u64, "refused files");
    Ok(Ended::Fine)
}
