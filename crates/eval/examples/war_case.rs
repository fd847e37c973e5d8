//! `war_case FILE DOCUMENTS SEED`: writes an invented war into a case file, for measuring how fast a large case answers.
//! `isnad events FILE` joins its claims.

use anyhow::{Context, Result, bail};
use case::{Case, Entry};
use eval::chain::Chain;
use eval::war::War;
use std::path::Path;

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [file, documents, seed] = words.as_slice() else { bail!("expected FILE DOCUMENTS SEED") };
    let number = |word: &String| word.parse::<u64>().with_context(|| format!("expected a number, found {word:?}"));
    let war = War::of(number(documents)? as usize, number(seed)?);
    let chain = Chain::load()?;
    let mut case = Case::open_or_create(Path::new(file))?;
    let mut reports = Vec::new();
    war.each_report(&chain.lexicon, |document, resolution| {
        let signatures: Vec<Vec<u64>> = document
            .articles
            .iter()
            .map(|article| intake::Signature::of_article(&document, article).map(|s| s.to_values()).unwrap_or_default())
            .collect();
        reports.push((document, signatures, resolution));
        if reports.len() == 500 {
            add(&mut case, &mut reports)?;
        }
        Ok(())
    })?;
    add(&mut case, &mut reports)?;
    println!("{} claims of {documents} reports", war.claims.len());
    Ok(())
}

type Report = (model::Document, Vec<Vec<u64>>, model::Resolution);

fn add(case: &mut Case, reports: &mut Vec<Report>) -> Result<()> {
    let entries: Vec<Entry<'_>> =
        reports.iter().map(|(document, signatures, resolution)| Entry { document, signatures, resolution }).collect();
    case.add(&entries, "invented", false)?;
    reports.clear();
    Ok(())
}
